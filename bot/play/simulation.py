"""The bot inside a simulated Discord whose time runs."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncGenerator, Callable, Generator
from datetime import UTC, datetime, timedelta

import discord
import simcord
from simcord.preview import Preview
from simcord.results import ResponseMessage

from bot.play import patches, world

log = logging.getLogger(__name__)

HOUR = timedelta(hours=1)
MENU = "Enter as drabble"


class Simulation:
    """One thing happens at a time: a click in the preview, a second that passes, a restart."""

    def __init__(self, make_bot: Callable[[], discord.Client]) -> None:
        patches.poll_briskly()
        self._make_bot = make_bot
        self._turn = asyncio.Lock()
        self._ahead = timedelta()
        self._shown = 0
        self._preview: Preview | None = None
        self.env = simcord.Env(make_bot())
        self.world = world.build(self.env)

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """The bot logged in, and logged out again however the block ends."""
        try:
            await self.env.start()
            yield
        finally:
            try:
                with self.env.time_context():
                    await self.env.bot.close()
            finally:
                await self.env.shutdown()

    @contextlib.asynccontextmanager
    async def preview(self, port: int) -> AsyncGenerator[Preview]:
        """The page that looks like Discord."""
        members = self.world.members
        preview = self.env.preview(self.world.channel, viewers=members, layout="channel", port=port)
        patches.allow_frame(preview)
        patches.take_turns(preview, self._turn)
        async with preview:
            self._preview = preview
            yield preview

    async def keep_time(self) -> None:
        """Let a second pass each second, for ever."""
        while True:
            await asyncio.sleep(1)
            async with self._turn:
                with patience():
                    await self._catch_up()

    async def move_on(self, by: timedelta) -> None:
        """Let time pass at once, an hour at a time: simcord gives each step a few seconds to be done with."""
        async with self._turn:
            self._ahead += by
            await self._catch_up()

    async def enter_newest_message(self, member: simcord.MemberActor) -> bool:
        """What a right click on a member's own message offers in Discord; False without such a message."""
        async with self._turn:
            messages = self.env.backend.messages.get(self.world.channel.id, {}).values()
            own = [message for message in messages if message.author_id == member.id]
            if not own:
                return False
            newest = ResponseMessage(self.env, max(own, key=lambda message: message.id))
            await member.context_menu(self.world.channel, MENU, newest)
            await self._show()
            return True

    async def restart(self) -> None:
        """Stop the bot and start it anew on the same database, in the same Discord."""
        async with self._turn:
            with self.env.time_context():
                await self.env.bot.close()
            await self.env.restart_bot(self._make_bot())
            await self._show()

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
        if self._preview is not None and patches.is_open(self._preview) and happened != self._shown:
            with patience():
                await self._preview.refresh()
                self._shown = happened


@contextlib.contextmanager
def patience() -> Generator[None]:
    """Leave a bot that is not done within simcord's few seconds to go on: the next second looks again."""
    try:
        yield
    except TimeoutError as error:
        log.warning("the bot takes its time: %s", error)
