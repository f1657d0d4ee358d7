"""A fortnight of challenges in which every step meets a fault: a kill, an answer that gets lost, a bad gateway. What
stands at Discord in the end is what a fortnight without faults leaves there.
"""

import asyncio
import contextlib
import re
from collections.abc import Awaitable, Callable, Generator, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zlib import crc32

import discord
import pytest

from bot.domain.challenges import written_calendar
from bot.domain.challenges.challenge import Challenge, Skip
from bot.domain.entries.entry import Entry
from bot.domain.prompts.prompt import PromptWording
from bot.domain.prompts.source import Order, Source
from bot.domain.rounds import round_wish
from bot.domain.rounds.home import Home, Talk
from bot.domain.rounds.round import Phase, Round
from bot.domain.rounds.settings import Customs
from bot.domain.text import word_rule
from bot.services import (
    challenging,
    finding,
    giving_late_passes,
    keeping_bank,
    planning,
    publishing,
    reminding,
    suggesting,
    withdrawing,
)
from bot.storage.database import Database
from bot.ui.answering import permission
from tests import shelf
from tests.discord.conftest import World, peopled, text_of
from tests.discord.test_events import events, times
from tests.discord.test_homes import is_open
from tests.discord.test_publishing import POST
from tests.discord.test_remind_me import told

pytestmark = pytest.mark.usefixtures("unticking")

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MINUTES = timedelta(minutes=6)
"""How long a bot that was killed is away. Discord knows no nonce any more then."""
TWO_PAGES = "Title: Long\nRating: G\n\n" + "\n\n".join(["The rain went on through the night."] * 90)
ALLOWED = permission.INVITED | discord.Permissions(manage_channels=True, manage_messages=True, pin_messages=True)
BAD_GATEWAY: Any = SimpleNamespace(status=502, reason="Bad Gateway")


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path) -> Iterator[None]:
    with shelf.with_sets(tmp_path / "prompts", doors=tuple(f"Door {number}" for number in range(60))):
        yield


class Trap:
    """One place among those that a step passes: before and after each request, and each transaction."""

    def __init__(self, place: int | None = None, *, kills: bool = False) -> None:
        self.place = place
        self.kills = kills
        self.passed = 0
        self.snapped = False
        self.killed = False

    def snaps(self) -> bool:
        """Whether this is the place. A bot that was killed does nothing any more."""
        if self.killed:
            raise asyncio.CancelledError
        here = self.passed == self.place
        self.passed += 1
        self.snapped |= here
        return here

    def kill(self) -> None:
        self.killed = True
        raise asyncio.CancelledError

    @contextlib.contextmanager
    def set_in(self, world: World) -> Generator[None]:
        request, write = world.bot.http.request, Database.write

        async def trapped_request(route: Any, **kwargs: Any) -> Any:
            if self.snaps():
                if self.kills:
                    self.kill()
                raise discord.DiscordServerError(BAD_GATEWAY, "")
            answer = await request(route, **kwargs)
            if self.snaps():
                if self.kills:
                    self.kill()
                raise ConnectionResetError("the answer was lost")
            return answer

        async def trapped_write(*args: Any, **kwargs: Any) -> Any:
            if self.snaps():
                self.kill()
            done = await write(*args, **kwargs)
            if self.snaps():
                self.kill()
            return done

        with pytest.MonkeyPatch.context() as patches:
            patches.setattr(world.bot.http, "request", trapped_request)
            patches.setattr(Database, "write", trapped_write)
            yield


@dataclass
class Fortnight:
    world: World
    places: dict[str, int]
    """How many places each step passes, as a fortnight without faults showed; empty for that one."""
    seed: int = 0
    passed: dict[str, int] = field(default_factory=dict[str, int])
    snapped: int = 0
    opened: list[int] = field(default_factory=list[int])
    """The rounds in which members were at work."""
    entries: dict[int, Entry] = field(default_factory=dict[int, Entry])

    @property
    def database(self) -> Database:
        return self.world.bot.database

    @property
    def now(self) -> datetime:
        return self.world.env.now()

    async def step(self, name: str, work: Callable[[], Awaitable[Any]]) -> None:
        """Let the bot work. Whatever befalls it, it has two minutes in the end to put that right."""
        chance, places = crc32(f"{name} {self.seed}".encode()), self.places.get(name)
        trap = Trap(chance % places if places else None, kills=chance // 100 % 5 < 3)
        with trap.set_in(self.world):
            await work()
        self.passed[name] = trap.passed
        self.snapped += trap.snapped
        if trap.killed:
            await self.away(MINUTES)
        else:
            await self.world.env.advance_time(MINUTES.total_seconds())
        await self.world.env.advance_time(120)

    async def until(self, moment: datetime) -> None:
        """Go on from date to date, with members at work in each new round."""
        while (due := await self.next_due()) is not None and due < moment:
            seconds = (due - self.now).total_seconds() + 1
            await self.step(f"{due}", partial(self.world.env.advance_time, max(seconds, 0)))
            for round_ in await self.new():
                await self.work_in(round_)
        await self.world.env.advance_time(max((moment - self.now).total_seconds(), 0))

    async def next_due(self) -> datetime | None:
        _, round_at = await publishing.agenda(self.database, self.now)
        _, reminder_at = await reminding.due(self.database, self.now)
        return min((due for due in (round_at, reminder_at) if due), default=None)

    async def new(self) -> list[Round]:
        every = await finding.all_rounds(self.database, self.world.guild.id)
        new = [each for each in every if each.phase(self.now) is Phase.OPEN and each.id not in self.opened]
        return sorted(new, key=lambda each: (each.plan.opens_at, each.challenge_id or 0))

    async def work_in(self, round_: Round) -> None:
        self.opened.append(round_.id)
        number = len(self.opened)
        for deed in (enter, *DEEDS.get(number, ())):
            await deed(self, round_, number)
            await self.step(f"{deed.__name__} {number}", self.world.wake)

    async def away(self, length: timedelta) -> None:
        with self.world.env.time_context():
            await self.world.bot.close()
        await self.world.env.advance_time(length.total_seconds())
        await self.world.restart()


Deed = Callable[[Fortnight, Round, int], Awaitable[None]]


async def enter(run: Fortnight, round_: Round, number: int) -> None:
    run.entries[round_.id] = await run.world.write_entry(round_, TWO_PAGES if number == 1 else POST)


async def withdraw(run: Fortnight, round_: Round, _: int) -> None:
    await withdrawing.withdraw(run.database, run.entries[round_.id].id, run.world.writer.id, run.now)


async def ask_to_be_reminded(run: Fortnight, round_: Round, _: int) -> None:
    await reminding.press(run.database, round_, run.world.reader.id, run.now)


async def give_more_time(run: Fortnight, round_: Round, _: int) -> None:
    given_by, member = run.world.moderator.id, run.world.other_writer.id
    await giving_late_passes.give(run.database, round_, member, 2 * HOUR, given_by=given_by, now=run.now)


async def extend(run: Fortnight, round_: Round, _: int) -> None:
    longer = replace(round_.plan, closes_at=round_.plan.closes_at + 3 * HOUR)
    proposal = await planning.propose(run.database, run.world.asked(), longer, round_id=round_.id)
    await planning.confirm(run.database, proposal.id, run.now, telling=True)


async def close(run: Fortnight, round_: Round, _: int) -> None:
    await planning.close(run.database, run.world.asked(), round_.id)


async def call_off(run: Fortnight, round_: Round, _: int) -> None:
    await planning.cancel(run.database, run.world.asked(), round_.id)


async def suggest(run: Fortnight, _: Round, number: int) -> None:
    member, text = run.world.reader.id, f"A kettle, number {number}"
    await suggesting.suggest(run.database, run.world.guild.id, member, request=text, text=text, now=run.now)


async def approve(run: Fortnight, _: Round, __: int) -> None:
    guild_id, moderator_id = run.world.guild.id, run.world.moderator.id
    for each in await suggesting.waiting(run.database, guild_id):
        wording = PromptWording(set_name="Shelf", text=each.text)
        await suggesting.approve(run.database, guild_id, each.id, moderator_id, wording=wording, now=run.now)


async def decline(run: Fortnight, _: Round, __: int) -> None:
    guild_id, moderator_id = run.world.guild.id, run.world.moderator.id
    for each in await suggesting.waiting(run.database, guild_id):
        await suggesting.decline(run.database, guild_id, each.id, moderator_id, reason="We had it.", now=run.now)


DEEDS: dict[int, tuple[Deed, ...]] = {
    1: (ask_to_be_reminded, give_more_time),
    2: (suggest, decline),
    3: (withdraw, give_more_time),
    4: (ask_to_be_reminded, extend),
    5: (suggest, approve),
    6: (close, give_more_time),
    7: (call_off,),
}
"""What happens in which round, one step after the other."""


async def begin(world: World, name: str, channel: Any, opens: str, open_for: str, **terms: Any) -> Challenge:
    source = terms.pop("source", Source())
    usual = replace(round_wish.usual(world.env.now(), Customs()), rule=word_rule.ANYTHING, required=(), **terms)
    calendar = written_calendar.read(opens, open_for, Customs().clock(world.env.now()))
    database, asked = world.bot.database, world.asked(channel=channel)
    made = await challenging.propose(database, asked, name, terms=usual, calendar=calendar, source=source)
    return await challenging.agree(database, asked, made.id)


async def set_up(world: World) -> tuple[list[Challenge], list[Any]]:
    """Three challenges that have all that a challenge may have, and their places."""
    role = world.guild.roles[world.env.backend.bot_user.name]
    world.env.backend.edit_role(world.guild.id, role.id, {"permissions": ALLOWED.value})
    notices, attic = world.guild.create_text_channel("moderators"), world.guild.create_text_channel("attic")
    forum = world.guild.create_forum_channel("shelf")
    readers = world.guild.create_role("Readers", mentionable=True)
    await world.settle(notices_channel_id=notices.id)
    board = PromptWording(set_name="Shelf", text="A board")
    await keeping_bank.add(world.bot.database, world.asked(), board, image=None)
    announced = {"reminders": (12 * HOUR, HOUR), "ping_role_id": readers.id, "event": True, "talk": Talk.ROUND}
    after = {"grace": HOUR / 6, "late_for": 6 * HOUR}
    of_set = Source("Shelf", Order.ADDED, falls_back=False)
    made = [
        await begin(world, "Lamps", world.channel, "every 4 days at 6pm", "1 day", **announced, **after),
        await begin(world, "Shelf", forum, "every 3 days at noon", "2 days", home=Home.POSTS, source=of_set),
        await begin(world, "Attic", attic, "every 3 days at 9am", "20 hours", home=Home.THREAD, event=True),
    ]
    return made, [world.channel, attic, forum, notices]


def picture(world: World, places: list[Any]) -> dict[str, list[str]]:
    """What stands in the channels, their threads and posts, in private, and among the server's events."""
    threads = [thread for place in places for thread in place.threads]
    written = {f"#{place.name}": [text_of(each) for each in place.history()] for place in places[:2]}
    owner = SimpleNamespace(id=world.env.backend.get_guild(world.guild.id).owner_id)
    notices = [*map(text_of, places[-1].history()), *told(world, owner)]  # whom a bad gateway kept from the channel
    written["moderators"] = sorted(notices)  # of challenges side by side
    written |= {
        f"{number} {one.name}, {is_open(one)}": list(map(text_of, one.history())) for number, one in enumerate(threads)
    }
    members = (world.writer, world.other_writer, world.reader)
    written |= {member.name: told(world, member) for member in members}
    written["events"] = [f"{each.name} {each.status} {times(each)[1]}" for each in events(world)]
    pinned = [message for each in world.env.backend.messages.values() for message in each.values() if message.pinned]
    written["pinned"] = [text_of(each) for each in pinned]
    return {place: [comparable(text) for text in texts] for place, texts in written.items()}


def comparable(text: str) -> str:
    """Without the numbers of messages, and the moment for which hearts are told."""
    return re.sub(r"[0-9]{17,20}|Hearts as of <t:[0-9]+:F>", "", text)


async def lived_through(folder: Path, places: dict[str, int], seed: int = 0) -> tuple[Fortnight, dict[str, list[str]]]:
    async with peopled(folder) as world:
        (lamps, _, attic), where = await set_up(world)
        run = Fortnight(world, places, seed)
        assert lamps.calendar is not None
        holiday = list(lamps.calendar.coming(run.now, 2))[1]
        skip = Skip(holiday.key, "We are by the sea.")
        await challenging.leave_out(run.database, world.asked(), lamps.id, skip)
        await run.step("beginning", world.wake)
        await run.until(run.now + 9 * DAY)
        await run.away(2.5 * DAY)
        await run.until(run.now + 3 * DAY)
        await challenging.end(run.database, world.asked(), attic.id)
        await run.step("ending", world.wake)
        return run, picture(world, where)


async def test_a_fault_at_each_step_of_a_fortnight_changes_nothing_of_what_stands_there(tmp_path: Path) -> None:
    plain, promised = await lived_through(tmp_path / "plain", {})
    faulty, found = await lived_through(tmp_path / "faulty", plain.passed)
    assert faulty.snapped > 30
    assert found == promised
