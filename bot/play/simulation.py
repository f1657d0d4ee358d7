"""The bot inside a simulated Discord whose time runs."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncGenerator, Callable, Generator
from datetime import UTC, datetime, timedelta

import simcord
from simcord.backend.models import Message

from bot.client import DrabbleBot
from bot.delivery import wakeable_task
from bot.play import patches, threads, world
from bot.play.window import Window
from bot.play.world import Person, Place
from bot.services import auditing_ledger, challenging, finding, restaging
from bot.services.auditing_ledger import Book
from bot.storage.database import Database
from bot.storage.errors import DatabaseOfOthersError

log = logging.getLogger(__name__)

HOUR = timedelta(hours=1)


class Simulation:
    """Lets one thing happen at a time: a click in the preview, a second that passes, a restart."""

    def __init__(self, make_bot: Callable[[], DrabbleBot]) -> None:
        patches.poll_briskly()
        patches.tell_controls_apart()
        threads.correct()
        # Time never jumps here, and glances at the clock would be most of a skipped day's work.
        wakeable_task.GLANCE = wakeable_task.TICK
        self._make_bot = make_bot
        self._turn = asyncio.Lock()
        self._ahead = timedelta()
        self._shown = 0
        self._bot = make_bot()
        self.env = simcord.Env(self._bot)
        patches.forgive_refusals(self.env)
        self.world = world.build(self.env)
        patches.end_quotes_with_their_lines()
        patches.lead_to_channels(self.world.guild)
        patches.name_channels_in_private(self.world.guild)
        self.window = Window(self.env, self._turn, self.world.first_place)

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Log the bot in, and out again however the block ends."""
        await self._begin_anew()
        try:
            await self.env.start()
            yield
        finally:
            try:
                with self.env.time_context():
                    await self.env.bot.close()
            finally:
                await self.env.shutdown()

    async def _begin_anew(self) -> None:
        """Channels are new in each play, so a kept database posts its messages again; it may hold nothing of
        a real server. Time goes on from its old moment if that lies ahead.
        """
        path = self._bot.config.database
        database = await Database.open(path)
        try:
            if await restaging.is_of_others(database, self.world.guild.id):
                raise DatabaseOfOthersError(path)
            await restaging.restage(database)
            reached = await restaging.reached(database, self.world.guild.id)
        finally:
            await database.close()
        if reached is not None and reached > self.env.now():
            self._ahead = reached - self.env.now()
            self.env.backend.advance_clock(self._ahead.total_seconds())

    async def has_open_round(self) -> bool:
        found = await finding.open_rounds(self._bot.database, self.world.guild.id, self.env.now())
        return any(round_.channel_id == self.world.channel.id for round_ in found)

    async def has_challenge(self) -> bool:
        return bool(await challenging.of_guild(self._bot.database, self.world.guild.id))

    # -- time -------------------------------------------------------------------------------------

    async def keep_time(self) -> None:
        """Let simulated time keep up with the clock, for ever."""
        while True:
            await asyncio.sleep(1)
            async with self._turn:
                with patience():
                    await self._catch_up()

    async def move_on(self, by: timedelta) -> None:
        """Skip time, in steps of an hour: simcord gives the bot a few seconds for each step."""
        async with self._turn:
            self._ahead += by
            await self._catch_up()
            self.window.bring_newest_into_view()

    async def _catch_up(self) -> None:
        behind = datetime.now(UTC) + self._ahead - self.env.now()
        while behind > timedelta():
            step = min(behind, HOUR)
            await self.env.advance_time(step.total_seconds())
            behind -= step
        await self._show()

    async def _show(self) -> None:
        """Bring the preview up to date, when something happened."""
        happened = len(self.env.backend.transcript)
        if happened != self._shown:
            with patience():
                await self.window.refresh()
                self._shown = happened

    # -- the bot ----------------------------------------------------------------------------------

    async def restart(self) -> None:
        """Stop the bot and start it anew on the same database, in the same Discord."""
        async with self._turn:
            with self.env.time_context():
                await self.env.bot.close()
            self._bot = self._make_bot()
            await self.env.restart_bot(self._bot)
            await self._show()

    @property
    def online(self) -> bool:
        return patches.is_listening(self.env)

    async def go_offline(self) -> None:
        """Let the bot miss all events from here on."""
        async with self._turn:
            patches.stop_listening(self.env)

    async def come_back(self) -> None:
        async with self._turn:
            await self._catch_up()
            await patches.listen_again(self.env)
            await self._show()

    async def books(self) -> list[Book]:
        """The bot's ledger."""
        async with self._turn:
            return await auditing_ledger.books(self._bot.database, self.world.guild.id)

    # -- where one is -----------------------------------------------------------------------------

    async def follow(self, place: Place, message: Message | None) -> None:
        """Go where a link leads: to a place, or to a message in it."""
        if place.channel.id != self.window.place.channel.id:
            await self.window.move(place)
        if message is not None:
            async with self._turn:
                self.window.bring_into_view(message.id)

    # -- the members ------------------------------------------------------------------------------

    def messages(self, place: Place) -> list[Message]:
        """The messages that everybody can see there, the newest first."""
        found = self.env.backend.messages.get(place.channel.id, {}).values()
        return sorted((one for one in found if not one.is_ephemeral), key=lambda one: one.id, reverse=True)

    async def react(self, person: Person, message: Message, emoji: str) -> None:
        """Leave a reaction, or take it back if the person has left it."""
        async with self._turn:
            there = message.reaction_for(emoji)
            reacted = there is not None and person.id in there.user_ids
            await person.set_reaction(simcord.ResponseMessage(self.env, message), emoji, reacted=not reacted)
            await self._show()

    async def choose_in_menu(self, person: Person, command: str, message: Message) -> None:
        """Choose a command in a message's menu. The answer is private, so the preview shows what this person sees."""
        async with self._turn:
            target = simcord.ResponseMessage(self.env, message)
            result = await patches.choose_in_menu(person, self.window.place.channel, command, target)
            await self._show()
            self.window.bring_newest_into_view(person)
            if result.modal is not None:
                self.window.open_form(result)


@contextlib.contextmanager
def patience() -> Generator[None]:
    """Let a slow bot go on if simcord's few seconds are over: the next second looks again."""
    try:
        yield
    except TimeoutError as error:
        log.warning("the bot takes its time: %s", error)
