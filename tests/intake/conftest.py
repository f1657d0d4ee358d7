import pytest

from bot.intake import delegating
from tests import quick_start


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes start quickly, with all loaded that a process of its own loads: what such a one can do, others test."""
    monkeypatch.setattr(delegating, "COMMAND", quick_start.reading())
