"""The cost of a look for due rounds, with and without rounds that are over."""

import statistics
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks import clients
from bot.domain.rounds import request_key
from bot.domain.rounds.round import Round
from bot.services import finding, publishing
from bot.storage import plans, round_dates, rounds
from bot.storage.database import Database
from bot.storage.session import Session

LOOKS = 200


async def measured(over: int) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        database = await Database.open(Path(folder) / "drabbles.sqlite3")
        await clients.with_entries(database, 1)
        (going_on,) = await finding.all_rounds(database, clients.GUILD)
        alone = await look(database)
        await database.write(add_rounds, going_on, over)
        beside = await look(database)
        await database.close()
    return [f"a look for what is due: {alone:.0f} µs; beside {over:,} rounds that are over {beside:.0f} µs"]


async def look(database: Database) -> float:
    """Median microseconds of a look for due rounds and for the next date."""
    taken: list[float] = []
    for _ in range(LOOKS):
        began = time.perf_counter()
        await publishing.due(database, datetime.now(UTC))
        await publishing.next_due(database, datetime.now(UTC))
        taken.append((time.perf_counter() - began) * 1e6)
    return statistics.median(taken)


def add_rounds(session: Session, like: Round, how_many: int) -> None:
    """Add rounds that closed a day ago and are all on show."""
    closed = datetime.now(UTC) - timedelta(days=1)
    plan = replace(like.plan, opens_at=closed - timedelta(days=1), closes_at=closed)
    for number in range(how_many):
        plan_id = plans.add(
            session,
            request=request_key.interaction(1_000_000 + number),
            guild_id=like.guild_id,
            channel_id=like.channel_id,
            moderator_id=None,
            round_id=None,
            based_on=None,
            plan=plan,
            now=plan.opens_at,
        )
        round_ = rounds.open_with(session, plan_id)
        round_dates.follow_plan(session, round_.id, plan, closed)
        rounds.note_published(session, round_)
