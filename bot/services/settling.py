"""Settling a guild's customs, one at a time or several at once."""

from collections.abc import Callable

from bot.domain.moderation.deed import Did
from bot.domain.rounds import settings
from bot.domain.rounds.asked import Asked
from bot.domain.rounds.settings import Customs
from bot.services import noting_deeds
from bot.storage import cases, guilds, rounds, suggestions
from bot.storage.database import recalls, writes
from bot.storage.session import Session

customs = recalls(guilds.customs)


@writes
def settle(session: Session, asked: Asked, change: Callable[[Customs], Customs]) -> Customs:
    """Change the guild's current customs. New feedback emoji go under the entries of open rounds too, and what waits
    for moderators comes to the channel that is theirs now.
    """
    before = guilds.customs(session, asked.guild_id)
    after = change(before)
    guilds.put(session, asked.guild_id, after)
    if after.feedback != before.feedback:
        rounds.touch_open(session, asked.guild_id)
    if after.notices_channel_id != before.notices_channel_id:
        cases.touch_waiting(session, asked.guild_id)
        suggestions.touch_waiting(session, asked.guild_id)
    if after != before:
        noting_deeds.note(session, asked, Did.SERVER_SETTLED, ", ".join(settings.differing(before, after)))
    return after
