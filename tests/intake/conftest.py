import pytest

from bot.intake import delegating
from tests import patience, quick_start


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes start quickly, with all loaded that a process of its own loads: what such a one can do, others test."""
    monkeypatch.setattr(delegating, "COMMAND", quick_start.reading())


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a busy machine does slowly is no text that takes too long."""
    monkeypatch.setattr(delegating, "SECONDS", patience.SECONDS)
