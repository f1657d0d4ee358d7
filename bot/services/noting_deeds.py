"""What moderators did about the whole server, written down for the log."""

from bot.domain.moderation.deed import Deed, Did
from bot.domain.rounds.asked import Asked
from bot.storage import deeds
from bot.storage.session import Session


def note(session: Session, asked: Asked, did: Did, reason: str | None = None, *, member_id: int | None = None) -> None:
    """`reason` is why, or what came of it. Nothing is written down where no moderator asked."""
    if asked.moderator_id is None:
        return
    done = Deed(
        request=asked.request,
        guild_id=asked.guild_id,
        moderator_id=asked.moderator_id,
        what=did,
        at=asked.at,
        member_id=member_id,
        reason=reason,
    )
    deeds.note(session, done)
