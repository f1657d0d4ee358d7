from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.storage.database import Database
from bot.storage.sqlite_file import connections
from tests import new_database


@pytest.fixture(autouse=True)
def unsynchronised(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test here cuts the power, so none has to wait for the disk."""
    monkeypatch.setattr(connections, "SYNCHRONOUS", "OFF")


@asynccontextmanager
async def new(folder: Path) -> AsyncGenerator[Database]:
    """A database of its own."""
    folder.mkdir(exist_ok=True)
    opened = await Database.open(new_database.lay(folder / "drabbles.sqlite3"))
    try:
        yield opened
    finally:
        await opened.close()


@pytest.fixture
async def db(tmp_path: Path) -> AsyncGenerator[Database]:
    async with new(tmp_path) as opened:
        yield opened
