"""Rounds of one minute, which a bot that was away finds due at once: how they are worked off, and how long members wait
meanwhile.
"""

import asyncio
import itertools
import statistics
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks import clients, loopback, outside
from benchmarks.loopback import Loopback
from bot.domain.rounds import request_key
from bot.domain.rounds.round_plan import Plan
from bot.domain.text import word_rule
from bot.domain.text.conventions import Convention
from bot.storage import plans, round_dates, rounds
from bot.storage.database import Database
from bot.storage.session import Session

HOUR = timedelta(hours=1)
DISCORDS_PACE = 50
"""Requests that Discord takes in a second."""
PAUSE = 0.1
"""Seconds between two commands."""
COMMANDS_AT_REST = 50
FEWEST = 5
"""Commands meanwhile, also where all is done in no time."""


async def measured(how_many: int) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "drabbles.sqlite3"
        database = await Database.open(file)
        await database.write(add_rounds, how_many)
        await database.close()
        async with loopback.served() as discord, outside.started(discord, "bot", str(file)):
            meanwhile = await waits_until(discord, how_many + how_many // 3)  # a third has a round-up, too
            requests = list(discord.requests)
            at_rest = [await outside.in_time(discord) for _ in range(COMMANDS_AT_REST)]
    return [
        f"{how_many:,} rounds of one minute: {told(requests)}",
        f"a command meanwhile: {waits_told(meanwhile)}; at rest {waits_told(at_rest)}",
    ]


async def waits_until(discord: Loopback, posted: int) -> list[float]:
    """Milliseconds until the answer to each command, one after the other, until so many messages are posted."""
    waits: list[float] = []
    while discord.posted < posted or len(waits) < FEWEST:
        waits.append(await outside.in_time(discord))
        await asyncio.sleep(PAUSE)
    return waits


def told(requests: Sequence[float]) -> str:
    took = requests[-1] - requests[0]
    most = max(sum(began <= other < began + 1 for other in requests) for began in requests)
    return (
        f"{len(requests):,} requests in {took:.1f} s, {took * DISCORDS_PACE / len(requests):.2f} times what Discord"
        f" takes for them; {most} in a second at the most"
    )


def waits_told(waits: Sequence[float]) -> str:
    p99 = statistics.quantiles(waits, n=100, method="inclusive")[-1]
    return f"{statistics.median(waits):.1f} ms, 99 of 100 within {p99:.1f}, the longest {max(waits):.1f}"


def add_rounds(session: Session, how_many: int) -> None:
    """Add rounds that opened, reminded or closed a minute ago, of which nothing is on show."""
    due = datetime.now(UTC) - timedelta(minutes=1)
    windows = itertools.cycle([(due, due + HOUR, ()), (due - HOUR, due + HOUR, (HOUR,)), (due - HOUR, due, ())])
    for number, (opens_at, closes_at, reminders) in enumerate(itertools.islice(windows, how_many)):
        plan = Plan(
            title=f"Round {number}",
            prompt="Who noticed?",
            under_cut=False,
            image_id=None,
            opens_at=opens_at,
            closes_at=closes_at,
            rule=word_rule.ANYTHING,
            convention=Convention.AO3,
            required=(),
            highest=None,
            entries_per_member=1,
            count_must_match=False,
            reminders=reminders,
        )
        plan_id = plans.add(
            session,
            request=request_key.interaction(1_000_000 + number),
            guild_id=clients.GUILD,
            channel_id=clients.CHANNEL,
            moderator_id=None,
            round_id=None,
            based_on=None,
            plan=plan,
            now=due - HOUR,
        )
        round_dates.follow_plan(session, rounds.open_with(session, plan_id).id, plan, due - 2 * HOUR)
