"""Letting an entry, or a change of one, wait for a moderator's yes, where its server or its challenge wants that."""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from bot.domain.entries import authorship
from bot.domain.entries.draft import Draft
from bot.domain.entries.entry import Entry
from bot.domain.moderation import holding
from bot.domain.moderation.case import Question
from bot.domain.moderation.holding import Facts, Hold
from bot.domain.rounds.round import Round
from bot.domain.rounds.screening import Review, Screening
from bot.storage import cases, challenges, entries, entry_versions, guilds, trusted_members, waiting_changes
from bot.storage.session import Session


class ReadFirst(StrEnum):
    """Whether moderators read what a member enters before it appears."""

    NEVER = "never"
    PERHAPS = "perhaps"
    """By what it says, or by how new its writer is: moderators alone know their words."""
    ALWAYS = "always"


def hold(session: Session, entry: Entry, round_: Round, joined_at: datetime | None, now: datetime) -> Entry:
    """Let the entry wait if it has to, and ask moderators. `joined_at` is when its writer came to the server."""
    member_id, guild_id = authorship.account_of(entry), round_.guild_id
    facts = Facts(member_id, joined_at, has_entered=entries.has_shown(session, guild_id, member_id, but=entry.id))
    why = unless_trusted(session, entry, round_, holding.hold(screening(session, round_), facts, entry, now))
    if why is None:
        return entry
    ask(session, entry, why, guild_id=guild_id, request=f"review {entry.id} {entry.revision}", now=now)
    return entries.hold(session, entry.id, now)


def hold_change(session: Session, changed: Entry, round_: Round, now: datetime) -> bool:
    """Ask moderators about a change of an entry on show, if they read it first. Until their yes the entry stands as it
    did, with its hearts. False where the change can count at once.
    """
    found = holding.hold_change(screening(session, round_), changed)
    why = None if changed.is_held else unless_trusted(session, changed, round_, found)
    if why is None:
        return False
    asked_before = waiting_changes.how_often(session, changed.draft_id)
    request = f"change {changed.draft_id} {asked_before}"
    case_id = ask(session, changed, why, guild_id=round_.guild_id, request=request, now=now)
    waiting_changes.add(session, case_id, changed)
    return True


def let_count(session: Session, changed: Entry, now: datetime) -> Entry:
    """Let the entry say what its change does, and keep what it said before. The card of one that waits shows it."""
    entry_versions.keep(session, changed.id)
    after = entries.change(session, changed.id, draft_id=changed.draft_id, manuscript=changed.manuscript, now=now)
    cases.touch_of_entry(session, after.id)
    return after


def unless_trusted(session: Session, entry: Entry, round_: Round, why: Hold | None) -> Hold | None:
    return None if trusted_members.is_trusted(session, round_.guild_id, authorship.account_of(entry)) else why


def read_first(session: Session, draft: Draft, round_: Round) -> ReadFirst:
    """What its writer may know before they hand it in."""
    found = screening(session, round_)
    if trusted_members.is_trusted(session, round_.guild_id, draft.author_id):
        return ReadFirst.NEVER
    if found.review is Review.EVERYBODY:
        return ReadFirst.ALWAYS
    may_wait = found.words or (found.review is Review.NEWCOMERS and draft.entry_id is None)
    return ReadFirst.PERHAPS if may_wait else ReadFirst.NEVER


def ask(session: Session, entry: Entry, why: Hold, *, guild_id: int, request: str, now: datetime) -> int:
    """The number of the case."""
    return cases.open_(
        session,
        request=request,
        guild_id=guild_id,
        kind=Question.REVIEW,
        round_id=entry.round_id,
        entry_id=entry.id,
        about=str(why),
        now=now,
    )


def screening(session: Session, round_: Round) -> Screening:
    """What holds for the round now: a server that wants entries to wait wants it at once."""
    found = guilds.customs(session, round_.guild_id).screening
    own = None if round_.challenge_id is None else challenges.required(session, round_.challenge_id).review
    return found if own is None else replace(found, review=own)
