"""What brings rows' messages up to date when it is woken, and leaves alone for a while what Discord refused."""

import logging
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from datetime import timedelta

from discord.ext import commands

from bot.client import NOT_REACHED, DrabbleBot
from bot.delivery.discord_errors import AwayError, PausedError, retries
from bot.delivery.respite import Respite
from bot.delivery.wakeable_task import Worker

log = logging.getLogger(__name__)


class Patient(ABC):
    name: str

    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.worker = Worker(self.name, self._look, bot.now)
        bot.sleepers.append(self.wake)
        self.respite = Respite(bot.now)

    def wake(self) -> None:
        self.worker.wake()

    def try_again(self, guild_id: int | None = None) -> None:
        """Try again what a server's channels did not take, or all servers' channels."""
        self.respite.end(guild_id)
        self.worker.wake()

    async def stop(self) -> None:
        await self.worker.stop()

    @abstractmethod
    async def _look(self) -> timedelta | None:
        """Bring all up to date. Returns how long to sleep then, None for until somebody wakes it."""

    async def _try(self, guild_id: int, what: int, step: Callable[[], Awaitable[None]]) -> bool:
        """Take a step, unless `what` it is about is left alone. False where the same may soon succeed. A server that is
        down waits until it is back: until then nothing of it is found.
        """
        guild = self.bot.get_guild(guild_id)
        if self.respite.holds(guild_id, what) or (guild is not None and guild.unavailable):
            return True
        try:
            await step()
        except (PausedError, AwayError, *NOT_REACHED) as unheard:
            log.info("%s: %d of guild %d takes nothing now: %s", self.name, what, guild_id, unheard)
            if retries(unheard):
                return False
            self.respite.begin(guild_id, what)
        return True


class WakingCog(commands.Cog):
    """Wakes its patient worker after all that may have made it something to do."""

    patient: Patient

    async def cog_unload(self) -> None:
        await self.patient.stop()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        self.patient.try_again()

    @commands.Cog.listener()
    async def on_server_changed(self, guild_id: int) -> None:
        self.patient.try_again(guild_id)
