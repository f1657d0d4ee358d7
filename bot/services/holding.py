"""Letting an entry wait for a moderator's yes, where its server or its challenge wants that."""

from dataclasses import replace
from datetime import datetime

from bot.domain.moderation import holding
from bot.domain.moderation.case import Question
from bot.domain.moderation.holding import Facts, Hold
from bot.domain.rounds import authorship
from bot.domain.rounds.entry import Entry
from bot.domain.rounds.round import Round
from bot.domain.rounds.screening import Screening
from bot.storage import cases, challenges, entries, guilds, trusted_members
from bot.storage.session import Session


def hold(session: Session, entry: Entry, round_: Round, joined_at: datetime | None, now: datetime) -> Entry:
    """Let the entry wait if it has to, and ask moderators. `joined_at` is when its writer came to the server."""
    member_id, guild_id = authorship.told(entry).id, round_.guild_id
    facts = Facts(member_id, joined_at, has_entered=entries.has_shown(session, guild_id, member_id, but=entry.id))
    why = holding.hold(screening(session, round_), facts, entry, now)
    return wait(session, entry, round_, why, now)


def hold_change(session: Session, entry: Entry, round_: Round, now: datetime) -> Entry:
    """The same for an entry that was changed. One that waits goes on waiting, and its card shows the change."""
    if not entry.is_held:
        return wait(session, entry, round_, holding.hold_change(screening(session, round_), entry), now)
    case = cases.last_of_entry(session, entry.id, Question.REVIEW)
    if case is not None:
        cases.touch(session, case.id)
    return entry


def wait(session: Session, entry: Entry, round_: Round, why: Hold | None, now: datetime) -> Entry:
    if why is None or trusted_members.is_trusted(session, round_.guild_id, authorship.told(entry).id):
        return entry
    cases.open_(
        session,
        request=f"review {entry.id} {entry.revision}",
        guild_id=round_.guild_id,
        kind=Question.REVIEW,
        round_id=round_.id,
        entry_id=entry.id,
        about=str(why),
        now=now,
    )
    return entries.hold(session, entry.id, now)


def screening(session: Session, round_: Round) -> Screening:
    """What holds for the round now: a server that wants entries to wait wants it at once."""
    found = guilds.customs(session, round_.guild_id).screening
    own = None if round_.challenge_id is None else challenges.required(session, round_.challenge_id).review
    return found if own is None else replace(found, review=own)
