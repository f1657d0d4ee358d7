"""Runs in a copy of the house that knows one convention more: what it makes of an entry of before, and of a new one."""

import asyncio
import json
import sys
from pathlib import Path

from benchmarks import clients
from bot.domain.entries.entry import Entry
from bot.domain.text.conventions import Convention
from bot.storage import entries
from bot.storage.database import Database
from bot.ui.views import reading_report, setup_form


async def entry_in(path: Path, *, new: bool) -> Entry:
    database = await Database.open(path)
    try:
        if new:
            await clients.with_entries(database, 1)
        (found,) = await database.read(entries.of_author, clients.GUILD, clients.WRITER)
        return found
    finally:
        await database.close()


async def main(before: Path) -> None:
    old = await entry_in(before, new=False)
    new = await entry_in(before.with_name("new.sqlite3"), new=True)
    facts = {
        "old": [old.convention, old.words],
        "new": {convention: new.counts[convention] for convention in Convention},
        "choice": setup_form.COUNTINGS[old.convention],
        "ways": reading_report.ways_text(new.counts),
    }
    sys.stdout.write(json.dumps(facts))


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
