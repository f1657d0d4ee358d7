"""What holds for every test: nothing is complained of in the log unless the test says that it will be."""

import logging
import re
from collections.abc import Iterator

import pytest

# From which level on a line of these loggers is a complaint. discord.py says there, and nowhere else, that the
# callback of a button failed or that nobody knows a view.
COMPLAINTS = {
    "bot": logging.ERROR,
    "cogs": logging.ERROR,
    "discord": logging.ERROR,
    "discord.ui": logging.WARNING,
    "asyncio": logging.ERROR,
}


class Complaints(logging.Handler):
    def __init__(self, level: int, told: list[str]) -> None:
        super().__init__(level)
        self.told = told
        self.setFormatter(logging.Formatter("%(name)s: %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        line = self.format(record)
        if line not in self.told:  # a line of discord.ui passes discord too
            self.told.append(line)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "complains(pattern): the log will hold an error that fits; any other fails")


@pytest.fixture(autouse=True)
def complaints(request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """What was complained of so far. In the end it is what the test expects, no more and no less."""
    told: list[str] = []
    handlers = {logging.getLogger(name): Complaints(level, told) for name, level in COMPLAINTS.items()}
    for logger, handler in handlers.items():
        logger.addHandler(handler)
    yield told
    for logger, handler in handlers.items():
        logger.removeHandler(handler)
    expected = [marker.args[0] for marker in request.node.iter_markers("complains")]
    missing = [pattern for pattern in expected if not any(re.search(pattern, line) for line in told)]
    surprising = [line for line in told if not any(re.search(pattern, line) for pattern in expected)]
    assert not surprising, "the log complains:\n" + "\n".join(surprising)
    assert not missing, f"the log does not say {missing}"
