"""Changing an entry: what it says becomes a draft once more, which is saved as any other is handed in."""

from dataclasses import replace
from datetime import datetime

from bot.domain.entries import revision
from bot.domain.entries.draft import Draft
from bot.domain.entries.entry import Entry
from bot.domain.moderation.case import Outcome
from bot.domain.problem import DraftGone, Problem, RefusedError
from bot.domain.reading import manuscript
from bot.domain.rounds.round import Round
from bot.intake import understanding
from bot.services import drafting, finding
from bot.storage import cases, drafts, late_passes
from bot.storage.database import Database, reads
from bot.storage.session import Session


@reads
def changeable(session: Session, guild_id: int, author_id: int, now: datetime) -> list[tuple[Entry, Round]]:
    """The entries that their writer can change now, the newest first."""
    return [
        (entry, round_)
        for entry, round_ in finding.in_taking_rounds(session, guild_id, author_id, now)
        if refusal(session, entry, round_, author_id, now) is None
    ]


def refusal(session: Session, entry: Entry, round_: Round, author_id: int, now: datetime) -> Problem | None:
    """The reason why its writer cannot change an entry now."""
    excused_until = late_passes.until(session, round_.id, author_id)
    return round_.edit_refusal(now, excused_until, was_late=entry.is_late)


async def begin(db: Database, entry_id: int, author_id: int, request: str, now: datetime) -> Draft:
    """The draft that is to change a writer's own entry: the one begun before, or one with what the entry says now."""
    entry, source = await db.read(to_change, entry_id, author_id, now)
    await understanding.of(source)
    return await db.write(begin_draft, source, saying(source, entry), entry_id, request=request, now=now)


def to_change(session: Session, entry_id: int, author_id: int, now: datetime) -> tuple[Entry, Draft]:
    """The writer's own entry, which can still be changed, and the draft that it came of."""
    entry, round_ = finding.own_entry(session, entry_id, author_id)
    refused = refusal(session, entry, round_, author_id, now)
    if refused is not None:
        raise RefusedError(refused)
    source = drafts.get(session, entry.draft_id)
    if source is None:
        raise RefusedError(DraftGone())
    return entry, source


def saying(source: Draft, entry: Entry) -> Draft:
    """A draft that says what the entry does: its writer's own text, unless that reads otherwise by now."""
    read = source.read()
    if (revision.as_kept(read.header), read.story) == (entry.header, entry.story):
        return source
    return replace(source, text=manuscript.render(entry.manuscript), header=None, bounds=None)


def begin_draft(session: Session, source: Draft, said: Draft, entry_id: int, *, request: str, now: datetime) -> Draft:
    """Begin the draft, or find the one that is begun. Where the entry says something else than its writer's own text,
    that text is kept as what the draft said before.
    """
    entry, round_ = finding.own_entry(session, entry_id, source.author_id)
    cases.end_change(session, entry_id, Outcome.TAKEN_BACK, now)  # one that waits is a draft again, to go on with
    held = drafts.changing(session, entry_id)
    if held is not None:
        return held
    drafts.save_again(session, source, request=request, round_id=round_.id, now=now, entry_id=entry.id)
    found = drafts.changing(session, entry_id)
    if found is None:  # the same request once more, after its draft was saved or discarded
        raise RefusedError(DraftGone())
    if not said.says_the_same_as(source):
        after = replace(found, text=said.text, header=said.header, bounds=said.bounds)
        drafting.revise(session, found, after, now)
    return drafting.own(session, found.id, source.author_id)
