from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from bot.storage.database import Database
from tests import new_database


@pytest.fixture
async def database(tmp_path: Path) -> AsyncGenerator[Database]:
    opened = await Database.open(new_database.lay(tmp_path / "drabbles.sqlite3"))
    yield opened
    await opened.close()
