"""What is left alone for a while after Discord refused it: a server, a channel, a list."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.client import DrabbleBot
from bot.delivery.wakeable_task import Worker

LENGTH = timedelta(hours=1)


class Respite:
    """Ends after an hour, or when something changed in the server."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._until: dict[tuple[int, int], datetime] = {}

    def begin(self, guild_id: int, what: int) -> None:
        self._until[guild_id, what] = self._now() + LENGTH

    def holds(self, guild_id: int, what: int) -> bool:
        now = self._now()
        return now < self._until.get((guild_id, what), now)

    def end(self, guild_id: int | None = None) -> None:
        """Let all be tried again that is this server's, or that there is."""
        rest = {key: until for key, until in self._until.items() if guild_id is not None and key[0] != guild_id}
        self._until = rest


class Patient(ABC):
    """Brings rows' messages up to date when it is woken, and leaves alone for a while what Discord refused."""

    name: str

    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.worker = Worker(self.name, self._look, bot.now)
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
