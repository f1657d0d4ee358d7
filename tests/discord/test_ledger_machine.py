"""Whatever readers, outages and restarts do, in whatever order, in the end the ledger holds what Discord shows.

Of a closed round only the counts are compared after an outage, so there one reader may go and another come unseen;
nobody takes anything back from it here while nobody listens.
"""

import asyncio
import contextlib
import os
import tempfile
from pathlib import Path
from typing import Any

import discord
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.discord import watchdog
from tests.discord.conftest import World, running
from tests.discord.test_publishing import forbid
from tests.discord.test_reconciling import LONG, POST, add, close, ledger, remove, shown

STEPS_A_RUN = 60
RUNS = 36 if os.environ.get("HYPOTHESIS_PROFILE") == "fuzz" else 12  # those of each day differ
EMOJI = ("♥️", "🎉", "🔥")

readers = st.integers(0, 3)
places = st.integers(0, 3)
emoji = st.sampled_from(EMOJI)


class LedgerMachine(RuleBasedStateMachine):
    """Four readers, an open and a closed round, four messages of three entries."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.stack = contextlib.AsyncExitStack()
        self.connected = True
        self.in_sight = True
        self.messages: list[discord.Message] = []

    @initialize()
    def a_guild_with_two_rounds(self) -> None:
        self.runner.run(self.set_up())

    async def set_up(self) -> None:
        folder = self.stack.enter_context(tempfile.TemporaryDirectory())
        path = Path(folder) / "drabbles.sqlite3"
        env = await self.stack.enter_async_context(running(path))
        guild = env.create_guild()
        channel = guild.create_text_channel("drabbles")
        people = [guild.add_member(env.create_user(f"reader{number}")) for number in range(5)]
        self.readers = people[:4]
        self.world = World(env, path, guild, channel, people[4], people[4], people[4], people[4])
        await env.advance_time(1)
        closed = await self.world.open_round()
        await self.world.enter(closed, POST)
        await close(self.world, closed)
        still_open = await self.world.open_round()
        await self.world.enter(still_open, POST)
        await self.world.enter(still_open, LONG)
        self.messages = [m for m in channel.history() if "♥️" in [str(r.emoji) for r in m.reactions]]
        self.messages.append(channel.history()[-2])  # a page of the long entry before its last
        self.slow = self.stack.enter_context(watchdog.watching())

    def message(self, place: int) -> discord.Message | None:
        found = self.messages[place % len(self.messages)]
        return found if found.id in self.world.env.backend.messages[self.world.channel.id] else None

    def may_lose(self, message: discord.Message) -> bool:
        return self.connected or message.id != self.messages[0].id  # the first entry is the closed round's

    def who_left(self, emoji: str, message: discord.Message) -> list[int]:
        stored = self.world.env.backend.get_message(self.world.channel.id, message.id)
        reaction = stored.reaction_for(emoji)
        return [] if reaction is None else list(reaction.user_ids)

    def act(self, work: Any, *what: Any) -> None:
        async def acted() -> None:
            work(self.world, *what)
            await self.world.env.settle()

        self.runner.run(acted())

    @rule(place=places, reader=readers, emoji=emoji)
    def react(self, place: int, reader: int, emoji: str) -> None:
        if message := self.message(place):
            self.act(add, message, self.readers[reader], emoji)

    @rule(place=places, reader=readers, emoji=emoji)
    def take_back(self, place: int, reader: int, emoji: str) -> None:
        message = self.message(place)
        if message and self.may_lose(message) and self.readers[reader].id in self.who_left(emoji, message):
            self.act(remove, message, self.readers[reader], emoji)

    @rule(place=places)
    def clear_all(self, place: int) -> None:
        message = self.message(place)
        if message and self.may_lose(message):
            self.act(clear, message)

    @rule(place=places, emoji=emoji)
    def clear_one_emoji(self, place: int, emoji: str) -> None:
        message = self.message(place)
        if message and self.may_lose(message):
            self.act(clear_emoji, message, emoji)

    @precondition(lambda self: self.connected)
    @rule()
    def fall_silent(self) -> None:
        socket: Any = self.world.bot.ws
        socket.open = False
        self.connected = False

    @precondition(lambda self: self.connected)
    @rule(place=st.integers(1, 3), emoji=emoji)
    def swap_unheard(self, place: int, emoji: str) -> None:
        """One reader goes and another comes under an entry of the open round, so that the count stays."""
        if message := self.message(place):
            there = self.who_left(emoji, message)
            come = [reader for reader in self.readers if reader.id not in there]
            gone = [reader for reader in self.readers if reader.id in there]
            self.fall_silent()
            for leaving, coming in list(zip(gone, come, strict=False))[:1]:
                self.act(remove, message, leaving, emoji)
                self.act(add, message, coming, emoji)
            self.come_back()

    @precondition(lambda self: self.connected)
    @rule()
    def lose_sight(self) -> None:
        """Of a channel that the bot may not see, it hears nothing, and its session goes on."""
        self.runner.run(self.world.env.advance_time(1))
        self.act(forbid, discord.Permissions(view_channel=True))
        self.fall_silent()
        self.in_sight = False

    @precondition(lambda self: not self.connected)
    @rule()
    def come_back(self) -> None:
        socket: Any = self.world.bot.ws
        socket.open = True
        self.connected = True
        if self.in_sight:
            self.runner.run(self.new_session())
        else:
            self.see_again()

    def see_again(self) -> None:
        self.act(forbid, discord.Permissions.none())
        self.in_sight = True

    async def new_session(self) -> None:
        await self.world.env.advance_time(1)
        with self.world.env._bot_scope():
            self.world.bot.dispatch("ready")
        await self.world.env.settle()

    @rule()
    def restart(self) -> None:
        self.connected = True
        self.runner.run(self.restarted())
        if not self.in_sight:
            self.see_again()

    async def restarted(self) -> None:
        await self.world.env.advance_time(1)
        await self.world.restart()

    @precondition(lambda self: self.connected and bool(self.messages))
    @invariant()
    def the_ledger_is_right(self) -> None:
        assert self.runner.run(ledger(self.world)) == shown(self.world)

    def teardown(self) -> None:
        if self.messages and not self.connected:
            self.come_back()
            self.the_ledger_is_right()
        self.runner.run(self.stack.aclose())
        self.runner.close()
        assert self.slow == []


def clear(world: World, message: discord.Message) -> None:
    world.env.backend.clear_reactions(world.channel.id, message.id)


def clear_emoji(world: World, message: discord.Message, emoji: str) -> None:
    world.env.backend.clear_reaction(world.channel.id, message.id, emoji)


TestLedger = LedgerMachine.TestCase
TestLedger.settings = settings(
    max_examples=RUNS,
    stateful_step_count=STEPS_A_RUN,
    suppress_health_check=[HealthCheck.too_slow],
)
