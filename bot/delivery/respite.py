"""What is left alone for a while after Discord refused it: a server, a channel, a list."""

from collections.abc import Callable
from datetime import datetime, timedelta

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
