"""The cost of looks for what is due, with and without rounds that are over and all that was told of them."""

import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks import clients
from bot.domain.challenges.calendar import Occurrence
from bot.domain.challenges.notice import What
from bot.domain.prompts.source import Order, Source
from bot.domain.rounds import request_key
from bot.domain.rounds.late_pass import LatePass
from bot.domain.rounds.round import Round
from bot.domain.rounds.round_plan import Plan
from bot.services import finding, giving_late_passes, keeping_masterlists, opening_by_calendar, publishing, reminding
from bot.storage import (
    challenge_notices,
    challenges,
    late_passes,
    masterlists,
    plans,
    private_reminders,
    round_dates,
    rounds,
)
from bot.storage.database import Database
from bot.storage.session import Session

DAY = timedelta(days=1)
LOOKS_EACH = 200

Look = Callable[[Database, datetime], Awaitable[object]]

LOOKS: dict[str, Look] = {
    "rounds and challenges, and the next date of one": publishing.agenda,
    "notices": lambda database, _: opening_by_calendar.untold(database),
    "masterlists": lambda database, _: keeping_masterlists.due(database),
    "late passes": lambda database, _: giving_late_passes.untold(database),
    "private reminders, and the next": reminding.due,
}


async def measured(over: int) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        database = await Database.open(Path(folder) / "drabbles.sqlite3")
        await clients.with_entries(database, 1)
        (going_on,) = await finding.all_rounds(database, clients.GUILD)
        alone = [await look(database, at) for at in LOOKS.values()]
        await database.write(add_rounds, going_on, over)
        beside = [await look(database, at) for at in LOOKS.values()]
        await database.close()
    figures = zip(LOOKS, alone, beside, strict=True)
    return [
        f"a look for {what}: {before:.0f} µs; beside {over:,} rounds that are over {after:.0f}, {after / before:.2f}"
        for what, before, after in figures
    ]


async def look(database: Database, at: Look) -> float:
    """Median microseconds of a look."""
    taken: list[float] = []
    now = datetime.now(UTC)
    for number in range(LOOKS_EACH):
        earlier = now - timedelta(milliseconds=number)  # what was due later is not at hand
        began = time.perf_counter()
        await at(database, earlier)
        taken.append((time.perf_counter() - began) * 1e6)
    return statistics.median(taken)


def add_rounds(session: Session, like: Round, how_many: int) -> None:
    """Add rounds of a challenge that closed a day ago, with a notice, a late pass and a reminder each, all told."""
    closed = datetime.now(UTC) - DAY
    plan = replace(like.plan, opens_at=closed - DAY, closes_at=closed)
    challenge_id = add_challenge(session, like, add_plan(session, like, plan, 999_999))
    for number in range(how_many):
        round_ = rounds.open_with(session, add_plan(session, like, plan, 1_000_000 + number))
        round_dates.follow_plan(session, round_.id, plan, closed)
        rounds.note_published(session, round_)
        missed = Occurrence(str(number), closed - DAY, closed)
        challenge_notices.note(session, challenge_id, What.MISSED, missed, told_at=closed)
        told = LatePass(round_.id, clients.WRITER, closed, clients.MODERATOR)
        late_passes.give(session, told)
        late_passes.note_told(session, told, closed)
        private_reminders.ask(session, round_.id, clients.WRITER, lead=DAY, at=closed - DAY, now=closed - DAY)
        private_reminders.drop(session, round_.id, clients.WRITER, closed)


def add_challenge(session: Session, like: Round, plan_id: int) -> int:
    """Add a challenge whose masterlist is on show."""
    place = {"guild_id": like.guild_id, "channel_id": like.channel_id, "plan_id": plan_id}
    source = Source(None, Order.ADDED, falls_back=True)
    id_ = challenges.add(
        session, request_key.interaction(999_998), name="Sundays", proposed=None, source=source, **place
    )
    masterlists.touch(session, id_)
    if listed := masterlists.get(session, id_):
        masterlists.note_listed(session, id_, listed.revision)
    return id_


def add_plan(session: Session, like: Round, plan: Plan, request: int) -> int:
    return plans.add(
        session,
        request=request_key.interaction(request),
        guild_id=like.guild_id,
        channel_id=like.channel_id,
        moderator_id=None,
        round_id=None,
        based_on=None,
        plan=plan,
        now=plan.opens_at,
    )
