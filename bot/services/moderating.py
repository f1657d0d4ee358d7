"""What moderators do with entries that were handed in, and with members: at once, with a word to the writer."""

from datetime import datetime

from bot.domain.header import header
from bot.domain.moderation import deed
from bot.domain.moderation.case import Outcome, Question
from bot.domain.moderation.deed import Did
from bot.domain.moderation.private_notice import News, PrivateNotice
from bot.domain.problem import (
    EntryHandedInAgain,
    EntryUnknown,
    HeaderEmpty,
    NotBlocked,
    NothingRemoved,
    NotMovable,
    RefusedError,
)
from bot.domain.reading.manuscript import Manuscript
from bot.domain.rounds import authorship, request_key
from bot.domain.rounds.asked import Asked
from bot.domain.rounds.entry import Entry
from bot.domain.rounds.round import Phase, Round
from bot.services import noting, planning, restoring, withdrawing
from bot.storage import (
    blocked_members,
    cases,
    deeds,
    drafts,
    entries,
    guilds,
    messages,
    private_notices,
    rounds,
)
from bot.storage.database import reads, writes
from bot.storage.session import Session

Found = tuple[Entry, Round]

standing = reads(entries.newest_standing)
"""A server's newest entries that stand."""


removed = reads(entries.newest_removed)
"""A server's newest entries that were removed."""


@reads
def of_guild(session: Session, guild_id: int, entry_id: int) -> Found:
    """Any entry of the server."""
    return known(session, guild_id, entry_id)


@writes
def remove(session: Session, asked: Asked, entry_id: int, reason: str | None) -> Found:
    """Take an entry out of its round. Its writer has the text as a draft."""
    entry, round_ = known(session, asked.guild_id, entry_id)
    if entries.get_standing(session, entry_id) is None:
        raise RefusedError(EntryUnknown())
    withdrawing.give_back(session, entry, asked.at)
    settle_review(session, entry, asked, Outcome.REFUSED, reason)
    rounds.touch(session, round_.id)
    note(session, asked, (entry, round_), did=Did.ENTRY_REMOVED, news=News.REMOVED, reason=reason)
    return entry, round_


@writes
def restore(session: Session, asked: Asked, entry_id: int) -> Found:
    """Bring a removed entry back, unless its writer has handed the text in again."""
    entry, round_ = known(session, asked.guild_id, entry_id)
    if not entries.is_removed(session, entry_id):
        raise RefusedError(NothingRemoved())
    if is_handed_in_again(session, entry):
        raise RefusedError(EntryHandedInAgain())
    bring_back(session, entry, asked.at)
    rounds.touch(session, round_.id)
    note(session, asked, (entry, round_), did=Did.ENTRY_RESTORED, news=News.RESTORED)
    return entry, round_


def is_handed_in_again(session: Session, entry: Entry) -> bool:
    """Whether the text of a removed entry is another entry now."""
    again = drafts.of_entry(session, entry.id)
    later = None if again is None else entries.of_draft(session, again.id)
    return later is not None and entries.get_standing(session, later.id) is not None


def bring_back(session: Session, entry: Entry, now: datetime) -> None:
    """Let a removed entry stand. The draft that it became is no more, unless its writer has worked on it since."""
    again, handed_in = drafts.of_entry(session, entry.id), drafts.get(session, entry.draft_id)
    if again is not None and handed_in is not None and again.text == handed_in.text:
        drafts.discard(session, again.id, now)
    entries.restore(session, entry.id)
    for row in messages.of_entry(session, entry.id):
        if row.removed:
            messages.forget(session, row.id)


@writes
def move(session: Session, asked: Asked, entry_id: int, round_id: int) -> Found:
    """Let an entry stand in another round instead, as handed in when it was. The messages of the old one go, and the
    hearts on them.
    """
    entry, before = known(session, asked.guild_id, entry_id)
    after = planning.known(session, asked.guild_id, round_id)
    if entries.get_standing(session, entry_id) is None:
        raise RefusedError(EntryUnknown())
    if after.id == before.id or after.phase(asked.at) not in (Phase.OPEN, Phase.CLOSED):
        raise RefusedError(NotMovable())
    moved = entries.add(
        session,
        draft_id=draft_for(session, entry, after, asked.at),
        round_id=after.id,
        author_id=authorship.told(entry).id,
        writer_name=authorship.told(entry).name,
        manuscript=Manuscript(entry.header, entry.story),
        now=entry.handed_in_at,
    )
    entries.remove(session, entry_id, asked.at)
    settle_review(session, entry, asked, Outcome.LEFT if entry.change_waits else Outcome.APPROVED, None)
    for each in (before, after):
        rounds.touch(session, each.id)
    note(session, asked, (moved, after), did=Did.ENTRY_MOVED, news=News.MOVED)
    return moved, after


def draft_for(session: Session, entry: Entry, round_: Round, now: datetime) -> int:
    """The draft of which the moved entry is made: the one that the old entry became."""
    handed_in = drafts.get(session, entry.draft_id)
    if handed_in is None:
        raise RefusedError(EntryUnknown())
    return drafts.save_again(session, handed_in, request=request_key.entry(entry.id), round_id=round_.id, now=now)


@writes
def correct_header(session: Session, asked: Asked, entry_id: int, text: str) -> Found:
    """Let the entry have these header lines. Its story stays as it is."""
    entry, round_ = known(session, asked.guild_id, entry_id)
    corrected = header.from_lines(text)
    if not corrected.above and not corrected.below:
        raise RefusedError(HeaderEmpty())
    if entries.get_standing(session, entry_id) is None:
        raise RefusedError(EntryUnknown())
    if corrected != entry.header:
        entries.rehead(session, entry_id, corrected)
        rounds.touch(session, round_.id)
        note(session, asked, (entry, round_), did=Did.HEADER_CORRECTED, news=News.HEADER)
    return known(session, asked.guild_id, entry_id)


@writes
def block(session: Session, asked: Asked, member_id: int, reason: str | None) -> None:
    """Take no entries of this member any more."""
    by = asked.moderator_id or 0
    blocked_members.block(session, asked.guild_id, member_id, by=by, reason=reason, now=asked.at)
    noting.note(session, asked, Did.MEMBER_BLOCKED, reason, member_id=member_id)


@writes
def unblock(session: Session, asked: Asked, member_id: int) -> None:
    if not blocked_members.unblock(session, asked.guild_id, member_id):
        raise RefusedError(NotBlocked())
    noting.note(session, asked, Did.MEMBER_UNBLOCKED, member_id=member_id)


def settle_review(session: Session, entry: Entry, asked: Asked, outcome: Outcome, reason: str | None) -> None:
    """What a moderator did otherwise is no more to be decided."""
    case = cases.last_of_entry(session, entry.id, Question.REVIEW)
    if case is not None and case.outcome is None:
        cases.decide(session, case.id, outcome, by=asked.moderator_id or 0, reason=reason, now=asked.at)


def note(session: Session, asked: Asked, found: Found, *, did: Did, news: News, reason: str | None = None) -> None:
    """Write down what was done, for the log and for the writer."""
    entry, round_ = found
    by, writer = asked.moderator_id or 0, authorship.told(entry).id
    done = deed.about_round(round_, did, request=asked.request, by=by, at=asked.at, member_id=writer, reason=reason)
    deeds.note(session, done)
    if authorship.is_known(entry):
        named = guilds.customs(session, round_.guild_id).names_moderators
        private_notices.note(
            session,
            PrivateNotice(
                request=asked.request,
                guild_id=round_.guild_id,
                member_id=writer,
                what=news,
                round_id=round_.id,
                entry_id=entry.id,
                moderator_id=by if named else None,
                reason=reason,
                noted_at=asked.at,
            ),
        )


def known(session: Session, guild_id: int, entry_id: int) -> Found:
    entry = entries.get(session, entry_id)
    if entry is None:
        raise restoring.missing(session, entry_id, EntryUnknown())
    round_ = rounds.get(session, entry.round_id)
    if round_ is None or round_.guild_id != guild_id:
        raise RefusedError(EntryUnknown())
    return entry, round_
