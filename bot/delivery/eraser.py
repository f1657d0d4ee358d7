"""Deleting what was taken back: by members, by servers, and of servers that removed the bot long enough ago."""

import logging
from datetime import timedelta

from bot.client import DrabbleBot
from bot.delivery import wakeable_task
from bot.delivery.wakeable_task import Worker
from bot.services import erasing, leaving_servers

log = logging.getLogger(__name__)


class Eraser:
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.worker = Worker("eraser", self._look, bot.now)
        bot.sleepers.append(self.wake)

    def wake(self) -> None:
        self.worker.wake()

    async def compare(self) -> None:
        """Note which servers have the bot. Discord names all of them when a session begins, those that are away too."""
        await leaving_servers.compare(self.bot.database, {guild.id for guild in self.bot.guilds}, self.bot.now())
        self.worker.wake()

    async def stop(self) -> None:
        await self.worker.stop()

    async def _look(self) -> timedelta:
        """Delete what is due. Returns how long to sleep then."""
        database = self.bot.database
        reached = await self._forget_servers()
        done = await erasing.finish(database, self.bot.now())
        left_at = await leaving_servers.first(database)
        due = None if left_at is None else left_at + self.bot.config.forget_after
        return wakeable_task.until(due, self.bot.now(), retry=not (done and reached))

    async def _forget_servers(self) -> bool:
        """Forget the servers that removed the bot long enough ago. None of this goes by a clock that jumped: returns
        False where Discord does not say what time it is.
        """
        if await leaving_servers.first(self.bot.database) is None:
            return True
        if not await self.bot.knows_time():
            return False
        now = self.bot.now()
        for guild_id in await leaving_servers.due(self.bot.database, now - self.bot.config.forget_after):
            if self.bot.get_guild(guild_id) is None:
                await leaving_servers.forget(self.bot.database, guild_id, now)
                log.info("forgot server %d, which removed the bot", guild_id)
        return True
