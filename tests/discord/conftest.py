"""A small simulated Discord with the real bot in it."""

import contextlib
import inspect
import itertools
from collections.abc import AsyncGenerator, Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bot import pace
from bot.client import DrabbleBot
from bot.config import Config
from bot.delivery import wakeable_task
from bot.domain.entries.draft import Draft
from bot.domain.entries.entry import Entry
from bot.domain.problem import RefusedError
from bot.domain.rounds import request_key
from bot.domain.rounds.asked import Asked
from bot.domain.rounds.round import Round
from bot.domain.rounds.round_plan import Plan
from bot.domain.text import word_rule
from bot.domain.text.conventions import Convention
from bot.intake import delegating, preparing
from bot.services import drafting, planning, settling, submitting
from bot.services.drafting import Attempt
from bot.services.submitting import Places
from bot.storage.sqlite_file import connections
from bot.ui.answering import errors, permission, rights
from tests import new_database, patience, quick_start, requests
from tests.discord import acquainted, calm, corrections, plain_copies, unhurried, watchdog
from tests.discord.watchdog import Step

GLANCE = wakeable_task.GLANCE
WEEK = timedelta(weeks=1)

calm.keep()
plain_copies.make()
corrections.correct()
unhurried.wait()


@pytest.fixture(scope="session")
def prepared() -> Generator[None]:
    """As the bot is before it listens, on a machine where a process may take its time."""
    preparing.prepare()
    with pytest.MonkeyPatch.context() as patches:
        patches.setattr(delegating, "SECONDS", patience.SECONDS)
        patches.setattr(delegating, "COMMAND", quick_start.reading())
        yield


@pytest.fixture(autouse=True)
def slow_steps(request: pytest.FixtureRequest, prepared: None) -> Generator[list[Step]]:
    """No step of the bot keeps the others waiting, in any test; a state machine's loops are its own, and start bots."""
    if not inspect.iscoroutinefunction(request.function):
        yield []
        return
    with watchdog.watching() as slow:
        yield slow
    assert slow == []


class TimedBot(DrabbleBot):
    async def setup_hook(self) -> None:
        """Discord's answers to a login say what time it is; the simulator's do not, and its clock is not the bot's
        own until then. Such a bot would ask for the time in every look.
        """
        self.chronometer.told(discord.utils.utcnow())
        await super().setup_hook()


def make_bot(path: Path) -> DrabbleBot:
    return TimedBot(Config.from_env({"DRABBLE_DATABASE": str(path)}), answer=errors.answer, admit=rights.admit)


@pytest.fixture(autouse=True)
def unsynchronised(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test here cuts the power, so none has to wait for the disk."""
    monkeypatch.setattr(connections, "SYNCHRONOUS", "OFF")


@pytest.fixture(autouse=True)
def unpaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Simulated time stands still, so that every second of it would be full."""
    monkeypatch.setattr(pace, "SECOND", 0)


@pytest.fixture(autouse=True)
def unglancing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few computers here fall asleep, and glances at the clock would be nearly all of a simulated day's work."""
    monkeypatch.setattr(wakeable_task, "GLANCE", wakeable_task.TICK)


@pytest.fixture
def glancing(unglancing: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """For those that do, or whose clock is set."""
    monkeypatch.setattr(wakeable_task, "GLANCE", GLANCE)


@pytest.fixture
def unticking(unglancing: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is promised by a tick either, and ticks would be nearly all of a simulated month's work."""
    monkeypatch.setattr(wakeable_task, "GLANCE", WEEK)
    monkeypatch.setattr(wakeable_task, "TICK", WEEK)


@contextlib.asynccontextmanager
async def running(path: Path, *, stranger: bool = False) -> AsyncGenerator[simcord.Env]:
    """`stranger`: to its Discord, which was not told the bot's commands yet."""
    acquaintance = None if stranger else await acquainted.acquainted(running)
    bot = make_bot(path)
    env = simcord.Env(bot)
    if acquaintance is None:
        new_database.lay(path)
    else:
        acquaintance.introduce(env, path)
    try:
        await env.start()
    except BaseException:
        await bot.close()
        raise
    try:
        yield env
    finally:
        if env._runtime is not None:
            await env.settle()
        with env.time_context():
            await env.bot.close()
        await env.shutdown()
    # A refusal is an answer like any other; the simulator also notes it when it passed the command tree.
    unexpected = [error for error in env.errors if not isinstance(error.__cause__, RefusedError)]
    if unexpected:
        raise BaseExceptionGroup("the bot raised", unexpected)
    requests.check(env.http_requests)


@dataclass
class World:
    """A guild where nothing was ever configured: a channel, a moderator, two writers, a reader."""

    env: simcord.Env
    path: Path
    guild: Any
    channel: Any
    moderator: Any
    writer: Any
    other_writer: Any
    reader: Any

    interactions: Any = field(default_factory=lambda: itertools.count(1))

    @property
    def bot(self) -> DrabbleBot:
        bot = self.env.bot
        assert isinstance(bot, DrabbleBot)
        return bot

    async def restart(self) -> None:
        with self.env.time_context():
            await self.env.bot.close()
        await self.env.restart_bot(make_bot(self.path))

    async def wake(self) -> None:
        with self.env._bot_scope():  # so that settling waits for what follows from it
            self.bot.wake()
        await self.env.settle()

    def asked(self, at: datetime | None = None, *, channel: Any = None) -> Asked:
        """The moderator asks for something, now or at another moment."""
        key, where = request_key.interaction(next(self.interactions)), channel or self.channel
        return Asked(key, self.guild.id, where.id, self.moderator.id, at or self.env.now())

    async def open_round(self, *, channel: Any = None, hours: float = 24, **changes: Any) -> Round:
        """A round that is open from now on, its card posted; `changes` are parts of its plan."""
        round_ = await self.write_round(channel=channel, hours=hours, **changes)
        await self.wake()
        return round_

    async def write_round(self, *, channel: Any = None, hours: float = 24, **changes: Any) -> Round:
        """The same as its rows, before anybody was told."""
        now = self.env.now()
        facts: dict[str, Any] = {
            "title": "First frost",
            "prompt": "The first frost came early.\n\nWho noticed?",
            "under_cut": False,
            "image_id": None,
            "opens_at": now,
            "closes_at": now + timedelta(hours=hours),
            "rule": word_rule.ANYTHING,
            "convention": Convention.AO3,
            "required": (),
            "highest": None,
            "entries_per_member": 5,
            "count_must_match": False,
        }
        proposal = await planning.propose(self.bot.database, self.asked(channel=channel), Plan(**facts | changes))
        return await planning.confirm(self.bot.database, proposal.id, now)

    async def open_thread(self) -> Any:
        """A thread of the channel, as the simulator keeps it."""
        thread = self.env.backend.create_thread(self.channel.id, "a quiet corner", self.moderator.id)
        await self.env.settle()
        return thread

    async def settle(self, **customs: Any) -> None:
        """What `/setup` would settle."""
        asked = replace(self.asked(), moderator_id=None)
        await settling.settle(self.bot.database, asked, lambda before: replace(before, **customs))
        await self.wake()

    async def drafts_of(self, member_id: int) -> list[Draft]:
        """What is held for a member, the newest first."""
        found: list[Draft] = []
        while True:
            number = len(found) // drafting.DRAFTS_A_PAGE
            page = await drafting.page(self.bot.database, self.guild.id, member_id, number)
            found += page.drafts
            if len(found) >= page.every:
                return found

    async def write_entry(self, round_: Round, text: str, *, author: Any = None, to_adults: bool = False) -> Entry:
        """An entry of the round as its row, before anybody was told."""
        now, who = self.env.now(), author or self.writer
        attempt = Attempt(next(self.interactions), self.guild.id, who.id, now, text, round_.id)
        draft = await drafting.save(self.bot.database, attempt)
        places = Places(in_sight={round_.channel_id}, for_adults={round_.channel_id} if to_adults else set())
        entry, _ = await submitting.submit(self.bot.database, draft.id, who.id, now, places, writer_name=None)
        return entry

    async def enter(self, round_: Round, text: str, *, author: Any = None) -> Entry:
        entry = await self.write_entry(round_, text, author=author)
        await self.wake()
        return entry


def shown(message: discord.Message) -> str:
    """All text of a Components V2 message, from top to bottom."""

    def texts(components: Any) -> list[str]:
        found: list[str] = []
        for component in components:
            if isinstance(component, discord.TextDisplay):
                found.append(component.content)
            found += texts(getattr(component, "children", ()))
        return found

    return "\n".join(texts(message.components))


def boxes(message: Any) -> list[bool]:
    """Which parts of a message are covered."""
    return [part.spoiler for part in message.components]


def text_of(message: Any) -> str:
    """All that a message says, whatever it is made of."""
    return f"{message.content}\n{shown(message)}".strip()


def labels(components: Sequence[dict[str, Any]]) -> Iterator[tuple[str, bool]]:
    """The buttons of a message by their labels, and whether they can be pressed."""
    for one in components:
        if one.get("label"):
            yield one["label"], not one.get("disabled")
        yield from labels([*one.get("components", []), *([one["accessory"]] if "accessory" in one else [])])


@contextlib.asynccontextmanager
async def peopled(folder: Path) -> AsyncGenerator[World]:
    """A world whose database lies in this folder, which is made if need be."""
    folder.mkdir(exist_ok=True)
    path = folder / "drabbles.sqlite3"
    async with running(path) as env:
        guild = env.create_guild(name="The Inkwell")
        role = guild.roles[env.backend.bot_user.name]
        env.backend.edit_role(guild.id, role.id, {"permissions": permission.INVITED.value})
        channel = guild.create_text_channel("drabbles")
        moderators = guild.create_role("Moderators", permissions=discord.Permissions(manage_messages=True))
        moderator = guild.add_member(env.create_user("marlow"), roles=[moderators])
        members = [guild.add_member(env.create_user(name)) for name in ("ines", "tomas", "yuki")]
        await env.settle()
        yield World(env, path, guild, channel, moderator, *members)


@pytest.fixture
async def world(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncGenerator[World]:
    async with peopled(tmp_path) as made:
        request.node.funcargs["_env"] = made.env  # the simulator's plugin prints its transcript when a test fails
        yield made


@pytest.fixture
async def notices(world: World) -> Any:
    """The channel where moderators are told."""
    channel = world.guild.create_text_channel("moderators")
    await world.settle(notices_channel_id=channel.id)
    return channel
