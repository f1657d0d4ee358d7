"""What holds for every test: nothing is complained of in the log unless the test says that it will be."""

import gc
import logging
import os
import re
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager

import pytest
from hypothesis import settings

# Every start of a bot loads its cogs anew, and processes load all of it: what was compiled once is kept.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

FUZZED = 6_000
"""Examples, which take about a minute; the same each time, so that a red run can be run again."""

# Its own deadline is one on the wall, which a busy machine misses; and what is red has to be red again.
settings.register_profile("usual", deadline=None, derandomize=True, database=None)
settings.load_profile("usual")
settings.register_profile("fuzz", max_examples=FUZZED, derandomize=True, database=None)
if "HYPOTHESIS_PROFILE" in os.environ:
    settings.load_profile(os.environ["HYPOTHESIS_PROFILE"])

# From which level on a line of these loggers is a complaint. discord.py says there, and nowhere else, that a button's
# callback failed or that nobody knows a view.
COMPLAINTS = {
    "bot": logging.ERROR,
    "cogs": logging.ERROR,
    "discord": logging.ERROR,
    "discord.ui": logging.WARNING,
    "asyncio": logging.ERROR,
}


class Ear(logging.Handler):
    def __init__(self, level: int, heard: list[str]) -> None:
        super().__init__(level)
        self.heard = heard
        self.setFormatter(logging.Formatter("%(name)s: %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        line = self.format(record)
        if line not in self.heard:  # a line of discord.ui comes past discord too
            self.heard.append(line)


@contextmanager
def listening() -> Generator[list[str]]:
    heard: list[str] = []
    ears = {logging.getLogger(name): Ear(level, heard) for name, level in COMPLAINTS.items()}
    for logger, ear in ears.items():
        logger.addHandler(ear)
    try:
        yield heard
    finally:
        for logger, ear in ears.items():
            logger.removeHandler(ear)


def verdict(heard: Sequence[str], expected: Sequence[str]) -> str | None:
    """What is wrong with a log: a complaint that was not expected, or an expected one that did not come."""

    def fits(pattern: str, line: str) -> bool:
        return re.search(pattern, line, re.DOTALL) is not None  # a traceback is part of its line

    surprising = [line for line in heard if not any(fits(pattern, line) for pattern in expected)]
    if surprising:
        return "\n".join(["the log complains:", *surprising])
    missing = [pattern for pattern in expected if not any(fits(pattern, line) for line in heard)]
    return f"the log does not say: {', '.join(missing)}" if missing else None


DRIVES_OFTEN = re.compile(
    r"/test_(delivered_twice|every_change|forged|forged_commands|fortnight|hostile|ledger_machine|load)\.py::"
    r"|/test_(patterns|walk|weights|who_may|year)\.py::|::test_a_kill_at_any_step"
)
"""Tests that do one thing a thousand times. What they reach others reach too, and coverage, which looks on, would take
as long as they do.
"""


SELDOM = 5_000, 10, 50
"""The thresholds of the collector of garbage. By its own it goes through a world again and again while a test is in it,
and finds nothing.
"""


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Thousands of tests are gathered and all of them stay, so that no collection of garbage has to go through them."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(*SELDOM)
        gc.enable()


LAST_LONG = re.compile(r"^tests/(play/|test_(benchmarks|stopping)\.py)")
"""Tests that wait for processes, seconds each."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    often = [item for item in items if DRIVES_OFTEN.search(item.nodeid)]
    for item in often:
        item.add_marker("no_cover")
    # So that no long one is begun when all others are over.
    items.sort(key=lambda item: not (DRIVES_OFTEN.search(item.nodeid) or LAST_LONG.search(item.nodeid)))


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "complains(pattern): the log will hold an error that fits; any other fails")


@pytest.fixture(autouse=True)
def complaints(request: pytest.FixtureRequest) -> Generator[list[str]]:
    """What was complained of so far; in the end it is what the test's markers say."""
    with listening() as heard:
        yield heard
    found = verdict(heard, [marker.args[0] for marker in request.node.iter_markers("complains")])
    assert found is None, found
