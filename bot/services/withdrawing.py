"""Entries that go: taken back by their writer, or removed by hand from the channel."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.entries import authorship
from bot.domain.entries.draft import Draft
from bot.domain.entries.entry import Entry
from bot.domain.header import header
from bot.domain.moderation.case import Outcome
from bot.domain.problem import DraftGone, EntryUnknown, NotYours, RefusedError
from bot.domain.rounds import request_key
from bot.domain.rounds.posted_message import Message
from bot.domain.rounds.round import Round
from bot.services import finding, losing_posts, restoring
from bot.storage import (
    blocked_members,
    cases,
    drafts,
    entries,
    entry_versions,
    late_passes,
    messages,
    reactions,
    rounds,
)
from bot.storage.database import reads, writes
from bot.storage.session import Session


@dataclass(frozen=True, slots=True)
class Stake:
    """An entry that its writer may take back, and what would go with it."""

    entry: Entry
    round: Round
    hearts: int
    again_until: datetime | None
    """Until when its text can be handed in again, as far as members know."""


@reads
def must_be_own(session: Session, entry_id: int, guild_id: int, author_id: int) -> None:
    """Refuse an entry that is not the member's own on this server. One that stands no more is not refused."""
    entry = entries.get(session, entry_id)
    if entry is None:
        raise restoring.missing(session, entry_id, EntryUnknown())
    if finding.round_of(session, entry).guild_id != guild_id:
        raise RefusedError(EntryUnknown())
    if not authorship.is_by(entry, author_id):
        raise RefusedError(NotYours())


@reads
def at_stake(session: Session, entry_id: int, author_id: int, now: datetime) -> Stake:
    entry, round_ = own(session, entry_id, author_id, now)
    plan, excused_until = round_.plan, late_passes.until(session, round_.id, author_id)
    in_time_until = plan.closes_at if excused_until is None else max(plan.closes_at, excused_until)
    is_blocked = blocked_members.block_of(session, round_.guild_id, author_id) is not None
    again_until = None if is_blocked else next((end for end in (in_time_until, plan.late_until) if end > now), None)
    return Stake(entry, round_, reactions.hearts(session, round_.id).of(entry.id), again_until)


@writes
def withdraw(session: Session, entry_id: int, author_id: int, now: datetime) -> Draft:
    """Take an entry back while its like is taken. Its text becomes a draft again. A second call finds that draft."""
    again = drafts.of_entry(session, entry_id)
    stands = entries.get_standing(session, entry_id) is not None  # it may have been a draft before
    if again is not None and again.author_id == author_id and not stands:
        return again
    entry, _ = own(session, entry_id, author_id, now)
    entries.withdraw(session, entry_id, now)
    cases.take_back(session, entry_id, now)
    rounds.touch(session, entry.round_id)
    return draft_again(session, entry, entry.round_id, now)


def draft_again(session: Session, entry: Entry, round_id: int, now: datetime) -> Draft:
    """Make a draft of an entry that goes, with what it says now. A draft that it was before, until moderators brought
    it back, is one like any other.
    """
    said = saying(session, entry)
    if said is None:
        raise RefusedError(DraftGone())
    drafts.part_from_entry(session, entry.id)
    drafts.save_again(session, said, request=request_key.entry(entry.id), round_id=round_id, now=now)
    again = drafts.of_entry(session, entry.id)
    if again is None:
        raise RefusedError(DraftGone())
    return again


def saying(session: Session, entry: Entry) -> Draft | None:
    """The draft that was handed in as the entry, with the header that moderators corrected since."""
    handed_in = drafts.get(session, entry.draft_id)
    if handed_in is None or entry_versions.header_as_saved(session, entry) == entry.header:
        return handed_in
    return replace(handed_in, header=header.to_lines(entry.header))


@writes
def follow_deletion(session: Session, message_id: int, now: datetime) -> bool:
    """Note that a message of ours is gone from its channel. Its entry goes too, and the text becomes a draft again.

    False when the message was not ours, or when the bot itself took it away.
    """
    row = messages.by_message(session, message_id)
    if row is None or row.removed:
        return False
    note_gone(session, row, now)
    rounds.touch(session, row.round_id)
    return True


def note_gone(session: Session, row: Message, now: datetime) -> None:
    messages.remove(session, row.id, now)
    if row.message_id is not None:
        reactions.clear(session, row.message_id)
    entry = None if row.entry_id is None else entries.get_standing(session, row.entry_id)
    if entry is not None:
        give_back(session, entry, now)
        cases.end_change(session, entry.id, Outcome.LEFT, now)
        losing_posts.note(session, entry, now, row.message_id)


@writes
def follow_thread_deletion(session: Session, thread_id: int, now: datetime) -> bool:
    """Note that a thread of ours is gone, and what began with it in a forum. False where it was not ours."""
    row = messages.by_message(session, thread_id)
    if row is None or row.thread is None:
        return False
    if row.is_post:
        note_gone(session, row, now)
    rounds.touch(session, row.round_id)
    return True


def give_back(session: Session, entry: Entry, now: datetime) -> None:
    """Make an entry a draft again, though its writer did not ask for it."""
    if authorship.is_known(entry):
        draft_again(session, entry, entry.round_id, now)
    entries.remove(session, entry.id, now)


def own(session: Session, entry_id: int, author_id: int, now: datetime) -> tuple[Entry, Round]:
    """The writer's own entry, which may still go."""
    entry, round_ = finding.own_entry(session, entry_id, author_id)
    excused_until = late_passes.until(session, round_.id, author_id)
    refusal = round_.withdrawal_refusal(entry.handed_in_at, now, excused_until)
    if refusal is not None:
        raise RefusedError(refusal)
    return entry, round_
