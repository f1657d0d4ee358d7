"""Giving members all that is kept of them, and taking it out of every row where they want it gone."""

from collections.abc import Mapping
from datetime import datetime

from bot.domain.entries import authorship
from bot.domain.own_data.archive import Sections, Value
from bot.storage import belongings, entries, erasures, own_data
from bot.storage.database import Database, reads, recalls, writes
from bot.storage.session import Record, Session
from bot.storage.times import from_ms

MOMENTS = ("at", "until", "stood_from")
"""Columns with a moment, which are not called like `handed_in_at`."""

figures = reads(belongings.figures)


@reads
def exported(session: Session, member_id: int, servers: Mapping[int, str]) -> Sections:
    """All that is kept of a member. `servers` are the names of those that are known."""
    found = own_data.of_member(session, member_id)
    return {name: [readable(row, servers) for row in rows] for name, rows in found.items()}


def readable(row: Record, servers: Mapping[int, str]) -> dict[str, Value]:
    """A row's values as people read them: a server's name, dates, and Discord's ids in full for programs, too."""
    values = {name: row[name] for name in row.keys()}  # noqa: SIM118 - iterating gives the values
    guild_id = values.pop("guild_id", None)
    said = {name: readable_value(name, value) for name, value in values.items()}
    return {"server": servers.get(guild_id, str(guild_id or "")), **said}


def readable_value(name: str, value: Value) -> Value:
    if isinstance(value, int) and (name in MOMENTS or name.endswith("_at")):
        return from_ms(value).isoformat(timespec="seconds")
    return str(value) if isinstance(value, int) and name.endswith("_id") else value


@writes
def erase(session: Session, member_id: int, now: datetime, *, nameless: bool) -> None:
    """Take a member's words and id out of every row. Their posts go when the publisher sees that. `nameless` leaves
    those that stand where they are, without a name. A second call finds nothing of them.
    """
    stand_in = authorship.stand_in(erasures.begin(session, now))
    if nameless:
        for entry in entries.everywhere(session, member_id):
            entries.unsign(session, entry, stand_in)
    belongings.take_back(session, member_id, stand_in, now, nameless=nameless)


is_left = recalls(belongings.is_left)
sweep = writes(belongings.sweep)


async def finish(db: Database, now: datetime) -> bool:
    """Let go of what was left until its messages were gone, and leave nothing in the database's files of what was taken
    back. False where that has to be tried again.
    """
    if await db.recall(erasures.have_begun) and await is_left(db):
        await sweep(db)
    last = await db.recall(erasures.to_overwrite)
    if last is None:
        return True
    if not await db.overwrite():
        return False
    await db.write(erasures.note_overwritten, last, now)
    return True
