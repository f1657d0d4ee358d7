"""What moderators do with entries that were handed in, and with members: at once, with a word to the writer."""

from collections.abc import Collection
from datetime import datetime

from bot.domain.entries import authorship
from bot.domain.entries.entry import Entry, EntryState
from bot.domain.moderation import deed
from bot.domain.moderation.case import Outcome, Question
from bot.domain.moderation.deed import Did, LastDeed
from bot.domain.moderation.private_notice import News, PrivateNotice
from bot.domain.problem import (
    CaseDecided,
    EntryDone,
    EntryHandedInAgain,
    EntryUnknown,
    NotBlocked,
    NothingRemoved,
    NotMovable,
    PostGone,
    RefusedError,
    RoundCancelled,
)
from bot.domain.rounds.asked import Asked
from bot.domain.rounds.round import Phase, Round
from bot.services import noting_deeds, planning, restoring, withdrawing
from bot.storage import (
    blocked_members,
    cases,
    deeds,
    drafts,
    entries,
    entry_versions,
    guilds,
    messages,
    private_notices,
    rounds,
    trusted_members,
)
from bot.storage.database import reads, writes
from bot.storage.session import Session

Found = tuple[Entry, Round]

TAKEN_OUT = (Did.ENTRY_REMOVED, Did.ENTRY_MOVED, Did.CHANGES_ASKED, Did.ENTRY_REFUSED, Did.SPAM_REFUSED)
"""Deeds after which an entry stands no more."""
BROUGHT_BACK = (Did.ENTRY_RESTORED,)

standing = reads(entries.newest_standing)
"""A server's newest entries that stand."""


@reads
def removed(session: Session, guild_id: int) -> list[Entry]:
    """A server's newest entries that were removed and can come back."""
    found = entries.newest_removed(session, guild_id)
    return [entry for entry in found if not is_handed_in_again(session, entry)]


@writes
def remove(session: Session, asked: Asked, entry_id: int, reason: str | None) -> Found:
    """Take an entry out of its round. Its writer has the text as a draft."""
    entry, round_ = known(session, asked.guild_id, entry_id)
    must_stand(session, entry, asked)
    withdrawing.give_back(session, entry, asked.at)
    settle_cases(session, entry, asked.moderator_id or 0, reason, asked.at)
    rounds.touch(session, round_.id)
    note(session, asked, (entry, round_), did=Did.ENTRY_REMOVED, news=News.REMOVED, reason=reason)
    return entry, round_


@writes
def restore(session: Session, asked: Asked, entry_id: int) -> Found:
    """Bring a removed entry back, unless its writer has handed the text in again."""
    entry, round_ = known(session, asked.guild_id, entry_id)
    if not entries.is_removed(session, entry_id):
        raise RefusedError(done_before(session, entry, asked, BROUGHT_BACK) or NothingRemoved())
    if is_handed_in_again(session, entry):
        raise RefusedError(EntryHandedInAgain())
    if entry.is_held and round_.phase(asked.at) is Phase.CANCELLED:
        raise RefusedError(RoundCancelled())
    bring_back(session, entry, asked.at)
    rounds.touch(session, round_.id)
    note(session, asked, (entry, round_), did=Did.ENTRY_RESTORED, news=News.RESTORED)
    return entry, round_


def is_handed_in_again(session: Session, entry: Entry) -> bool:
    """Whether the text of a removed entry, or a change of it, became another entry. Only the last one can come back:
    so a story never stands twice, and what its writer took back stays away.
    """
    again = drafts.of_entry(session, entry.id)
    is_later = again is not None and entries.of_draft(session, again.id) is not None
    return is_later or entries.has_successor(session, entry.id)


def bring_back(session: Session, entry: Entry, now: datetime) -> None:
    """Let a removed entry stand. The draft that it became is no more, unless its writer has worked on it since."""
    again, said = drafts.of_entry(session, entry.id), withdrawing.saying(session, entry)
    if again is not None and said is not None and again.says_the_same_as(said):
        drafts.discard(session, again.id, now)
    entries.restore(session, entry.id)
    for row in messages.of_entry(session, entry.id):
        if row.removed:
            messages.forget(session, row.id)


@writes
def move(session: Session, asked: Asked, entry_id: int, round_id: int) -> Found:
    """Let an entry stand in another round instead. It keeps its time, its earlier versions, and what moderators are
    asked about it. Its old messages go, and the hearts on them.
    """
    entry, before = known(session, asked.guild_id, entry_id)
    after = planning.known(session, asked.guild_id, round_id)
    must_stand(session, entry, asked)
    if after.id == before.id or not takes_moved(after, asked.at):
        raise RefusedError(NotMovable())
    source = withdrawing.draft_again(session, entry, after.id, asked.at)
    moved = entries.move(session, entry, after.id, source.id, asked.at)
    entry_versions.follow(session, entry.id, moved.id)
    drafts.follow(session, entry.id, moved.id)
    cases.follow(session, entry.id, moved)
    for each in (before, after):
        rounds.touch(session, each.id)
    log(session, asked, (entry, after), Did.ENTRY_MOVED, None)
    tell(session, asked, (moved, after), News.MOVED, None)
    return moved, after


def takes_moved(round_: Round, now: datetime) -> bool:
    """Whether an entry can be moved to the round."""
    return round_.phase(now) in (Phase.OPEN, Phase.CLOSED)


@writes
def block(session: Session, asked: Asked, member_id: int, reason: str | None) -> None:
    """Take no entries of this member any more. If they are let in again, theirs wait as those of others."""
    by = asked.moderator_id or 0
    blocked_members.block(session, asked.guild_id, member_id, by=by, reason=reason, now=asked.at)
    trusted_members.distrust(session, asked.guild_id, member_id)
    noting_deeds.note(session, asked, Did.MEMBER_BLOCKED, reason, member_id=member_id)


@writes
def unblock(session: Session, asked: Asked, member_id: int) -> None:
    if not blocked_members.unblock(session, asked.guild_id, member_id):
        raise RefusedError(NotBlocked())
    noting_deeds.note(session, asked, Did.MEMBER_UNBLOCKED, member_id=member_id)


def settle_cases(session: Session, entry: Entry, by: int, reason: str | None, now: datetime) -> None:
    """What a moderator removed is no more to be decided."""
    for case in cases.waiting_for_entry(session, entry.id):
        outcome = Outcome.REFUSED if case.kind is Question.REVIEW else Outcome.REMOVED
        cases.decide(session, case.id, outcome, by=by, reason=reason, now=now)


def must_stand(session: Session, entry: Entry, asked: Asked) -> None:
    """Refuse for an entry that stands no more, and say who took it away."""
    match entry.state:
        case EntryState.STANDS:
            return
        case EntryState.WITHDRAWN:
            raise RefusedError(CaseDecided(0, Outcome.TAKEN_BACK))
        case EntryState.REMOVED:
            gone = RoundCancelled() if entry.is_held else PostGone()  # what waits has no post that could be deleted
            raise RefusedError(done_before(session, entry, asked, TAKEN_OUT) or gone)


def done_before(session: Session, entry: Entry, asked: Asked, any_of: Collection[Did]) -> EntryDone | None:
    """Why the entry stands where it does, and by whom, if that is any of these."""
    found = deeds.last_about(session, entry.id, deed.WHERE_IT_STANDS)
    return None if found is None or found.what not in any_of else done_by(found, asked)


def done_by(found: LastDeed, asked: Asked) -> EntryDone:
    return EntryDone(0 if found.moderator_id == asked.moderator_id else found.moderator_id, found.what)


def note(session: Session, asked: Asked, found: Found, *, did: Did, news: News, reason: str | None = None) -> None:
    """Write down what was done, for the log and for the writer."""
    log(session, asked, found, did, reason)
    tell(session, asked, found, news, reason)


def log(session: Session, asked: Asked, found: Found, did: Did, reason: str | None) -> None:
    entry, round_ = found
    by, writer = asked.moderator_id or 0, authorship.account_of(entry)
    done = deed.about_round(
        round_, did, request=asked.request, by=by, at=asked.at, entry_id=entry.id, member_id=writer, reason=reason
    )
    deeds.note(session, done)


def tell(session: Session, asked: Asked, found: Found, news: News, reason: str | None) -> None:
    entry, round_ = found
    if not authorship.is_known(entry):
        return
    named = guilds.customs(session, round_.guild_id).names_moderators
    notice = PrivateNotice(
        request=asked.request,
        guild_id=round_.guild_id,
        member_id=authorship.account_of(entry),
        what=news,
        round_id=round_.id,
        entry_id=entry.id,
        moderator_id=asked.moderator_id if named else None,
        reason=reason,
        noted_at=asked.at,
    )
    private_notices.note(session, notice)


def known(session: Session, guild_id: int, entry_id: int) -> Found:
    entry = entries.get(session, entry_id)
    if entry is None:
        raise restoring.missing(session, entry_id, EntryUnknown())
    round_ = rounds.get(session, entry.round_id)
    if round_ is None or round_.guild_id != guild_id:
        raise RefusedError(EntryUnknown())
    return entry, round_


of_guild = reads(known)
"""Any entry of the server."""
