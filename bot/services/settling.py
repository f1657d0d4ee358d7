"""Settling a guild's customs, one at a time or several at once."""

from collections.abc import Callable

from bot.domain.rounds.settings import Customs
from bot.storage import guilds, rounds
from bot.storage.database import recalls, writes
from bot.storage.session import Session

customs = recalls(guilds.customs)


@writes
def settle(session: Session, guild_id: int, change: Callable[[Customs], Customs]) -> Customs:
    """Change the guild's current customs. New feedback emoji go under the entries of open rounds too."""
    before = guilds.customs(session, guild_id)
    after = change(before)
    guilds.put(session, guild_id, after)
    if after.feedback != before.feedback:
        rounds.touch_open(session, guild_id)
    return after
