"""A moderator corrects the header of an entry, and of what its writer has begun to change it to."""

import contextlib
from datetime import datetime

from bot.domain.entries import revision
from bot.domain.entries.entry import Entry
from bot.domain.header import correction
from bot.domain.header.header import Header
from bot.domain.moderation.deed import Did
from bot.domain.moderation.private_notice import News
from bot.domain.problem import EntryEdited, HeaderEmpty, RefusedError
from bot.domain.rounds.asked import Asked
from bot.intake import understanding
from bot.services import drafting, moderating
from bot.services.moderating import Found
from bot.storage import cases, deeds, drafts, entries, entry_versions, rounds, waiting_changes
from bot.storage.database import Database
from bot.storage.session import Session


async def correct(db: Database, asked: Asked, entry_id: int, text: str, since: datetime) -> Found:
    """Let the entry have these header lines, and its changes that did not count yet what is new in them. Its story
    stays as it is. Refused where somebody changed the header since the moderator saw it.
    """
    for draft in await db.read(drafts.unsaved_changes, entry_id):
        with contextlib.suppress(RefusedError):
            await understanding.of(draft)
    return await db.write(correct_entry, asked, entry_id, text, since)


def correct_entry(session: Session, asked: Asked, entry_id: int, text: str, since: datetime) -> Found:
    entry, round_ = moderating.known(session, asked.guild_id, entry_id)
    after = correction.corrected(entry.header, text)
    if not after.above and not after.below:
        raise RefusedError(HeaderEmpty())
    moderating.must_stand(session, entry, asked)
    if after != entry.header:
        must_be_as_seen(session, entry, asked, since)
        entry_versions.keep(session, entry_id)
        entries.rehead(session, entry_id, after)
        correct_changes(session, entry, after, asked.at)
        cases.touch_of_entry(session, entry_id)
        rounds.touch(session, round_.id)
        moderating.note(session, asked, (entry, round_), did=Did.HEADER_CORRECTED, news=News.HEADER)
    return moderating.known(session, asked.guild_id, entry_id)


def correct_changes(session: Session, entry: Entry, after: Header, now: datetime) -> None:
    """Else a change would put the old header back. What nobody could read in time stays, and its preview says so."""
    for draft in drafts.unsaved_changes(session, entry.id):
        if draft.is_too_long or not draft.is_at_hand:
            continue
        new = revision.corrected(draft, entry.header, after)
        if new != draft:
            drafting.revise(session, draft, new, now)
    for case in cases.waiting_for_entry(session, entry.id):
        changed = waiting_changes.of_case(session, case.id, entry)
        if changed is not None:
            header = revision.corrected_header(changed.header, entry.header, after)
            waiting_changes.rehead(session, case.id, header)


def must_be_as_seen(session: Session, entry: Entry, asked: Asked, since: datetime) -> None:
    found = deeds.last_about(session, entry.id, (Did.HEADER_CORRECTED,))
    if found is not None and found.at > since:
        raise RefusedError(moderating.done_by(found, asked))
    if entry.edited_at is not None and entry.edited_at > since:
        raise RefusedError(EntryEdited())
