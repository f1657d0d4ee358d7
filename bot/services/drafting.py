"""Drafts: the bot holds what writers hand over before it says anything about it."""

import contextlib
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.entries import revision
from bot.domain.entries.draft import Draft, DraftVersion, Understanding
from bot.domain.entries.entry import Entry, EntryState
from bot.domain.header import form
from bot.domain.header import header as headers
from bot.domain.problem import DraftGone, NotUnderstood, NotYours, RefusedError
from bot.domain.reading.reading import Bounds
from bot.domain.rounds import request_key
from bot.intake import understanding
from bot.services import paging, restoring
from bot.storage import draft_versions, drafts, entries
from bot.storage.database import Database, reads, writes
from bot.storage.session import Session

MOST_HELD = 50
"""Drafts that the bot holds for one member on one server."""
MOST_AT_A_TIME = 10
"""Drafts beyond MOST_HELD that go at once: as many as Discord takes files with a message."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A text that came through one of the doors. `at` is the interaction's own time."""

    interaction_id: int
    guild_id: int
    author_id: int
    at: datetime
    text: str
    round_id: int | None = None
    form: str | None = None
    """The custom id of the form that brought it, if one did."""
    message_id: int | None = None
    """The message that it was taken from, which is one story however often it comes."""

    @property
    def request(self) -> str:
        if self.message_id is not None:
            return request_key.message(self.message_id, self.guild_id, self.author_id)
        if self.form is None:
            return request_key.interaction(self.interaction_id)
        return request_key.form(self.form, self.author_id, self.text)


@dataclass(frozen=True, slots=True)
class Changed:
    """A draft after an attempt to change it."""

    draft: Draft
    before: Draft | None
    """The draft before the change; None where this attempt changed none, or had changed it before."""


DRAFTS_A_PAGE = 5
VERSIONS_A_PAGE = 8


@dataclass(frozen=True, slots=True)
class DraftPage:
    """A page of a writer's drafts."""

    drafts: tuple[Draft, ...]
    first: int
    """The first draft's place among all of the writer's."""
    every: int
    """The number of all the writer's drafts."""
    changed: frozenset[int] = frozenset()
    """The drafts that said something else before."""
    discarded: int = 0
    """The number of those that can be brought back."""


@dataclass(frozen=True, slots=True)
class VersionPage:
    """A page of what a draft said before."""

    draft: Draft
    shown: tuple[DraftVersion, ...]
    first: int
    """The first version's place among all of the draft's, the newest first."""
    every: int
    """The number of all the draft's versions."""


def add(session: Session, attempt: Attempt) -> Draft:
    draft_id = drafts.save(
        session,
        request=attempt.request,
        guild_id=attempt.guild_id,
        author_id=attempt.author_id,
        round_id=attempt.round_id,
        text=attempt.text,
        header=None,
        bounds=None,
        now=attempt.at,
    )
    drafts.restore(session, draft_id, attempt.at)
    saved = drafts.get(session, draft_id)
    if saved is None:
        raise RefusedError(DraftGone())
    return saved


save = writes(add)
"""Hold the text; the same request twice is one draft, even if its writer discarded that in between."""


@reads
def became(session: Session, attempt: Attempt) -> Draft | Entry | None:
    """What became of an earlier attempt of the same request: an entry that stands, or else the last draft of its text.
    None where there was no such attempt.
    """
    draft = drafts.by_request(session, attempt.request)
    while draft is not None and (entry := entries.of_draft(session, draft.id)) is not None:
        if entry.state is EntryState.STANDS:
            return entry
        draft = drafts.of_entry(session, entry.id)
    return draft


async def understand(db: Database, draft_id: int) -> Draft | None:
    """Understand the draft before its transaction, so that no transaction waits for a text to be read."""
    found = await db.read(drafts.get, draft_id)
    if found is not None:
        await understanding.of(found)
    return found


@contextlib.asynccontextmanager
async def nothing_lost(db: Database, attempt: Attempt) -> AsyncGenerator[None]:
    """Keep the attempt's text as a draft of its own if it is refused, as when reading it takes too long."""
    try:
        yield
    except RefusedError:
        await save(db, attempt)
        raise


how_many = reads(drafts.count)


@reads
def page(session: Session, guild_id: int, author_id: int, number: int) -> DraftPage:
    """A page of the writer's drafts, the newest first. A number past the last page gives the last page."""
    every = drafts.count(session, guild_id, author_id)
    first = paging.first_on_page(number, every=every, a_page=DRAFTS_A_PAGE)
    shown = drafts.of_author(session, guild_id, author_id, first=first, most=DRAFTS_A_PAGE)
    changed = frozenset(each.id for each in shown if draft_versions.how_many(session, each.id))
    return DraftPage(tuple(shown), first, every, changed, drafts.how_many_discarded(session, guild_id, author_id))


@reads
def discarded(session: Session, guild_id: int, author_id: int, number: int) -> DraftPage:
    """A page of the writer's discarded drafts, the last that was discarded first."""
    every = drafts.how_many_discarded(session, guild_id, author_id)
    first = paging.first_on_page(number, every=every, a_page=DRAFTS_A_PAGE)
    return DraftPage(
        tuple(drafts.discarded(session, guild_id, author_id, first=first, most=DRAFTS_A_PAGE)), first, every
    )


@reads
def versions(session: Session, draft_id: int, author_id: int, number: int) -> VersionPage:
    """A page of what a draft said before, the newest first. A number past the last page gives the last page."""
    draft = own(session, draft_id, author_id)
    every = draft_versions.how_many(session, draft.id)
    first = paging.first_on_page(number, every=every, a_page=VERSIONS_A_PAGE)
    shown = draft_versions.of_draft(session, draft, first=first, most=VERSIONS_A_PAGE)
    return VersionPage(draft, tuple(shown), first, every)


@writes
def bring_back(session: Session, draft_id: int, author_id: int, number: int, now: datetime) -> Draft:
    """Let the draft say again what it said before. What it says now is kept as well."""
    draft = own(session, draft_id, author_id)
    version = draft_versions.get(session, draft, number)
    if version is None:
        raise RefusedError(NotUnderstood())
    revise(session, draft, version.draft, now)
    return own(session, draft_id, author_id)


async def retext(db: Database, draft_id: int, attempt: Attempt) -> Changed:
    """Give the draft a new text, and join that with what its writer gave beside the old one."""
    async with nothing_lost(db, attempt):
        await understanding.read(attempt.text, attempt.author_id)
        if (draft := await understand(db, draft_id)) is not None:
            await understanding.read(attempt.text, attempt.author_id, revision.carried_bounds(draft, attempt.text))
    return await change(db, draft_id, attempt, lambda draft: revision.revised(draft, attempt.text))


async def rehead(db: Database, draft_id: int, attempt: Attempt) -> Changed:
    """Let the writer's own header lines replace the header read from the text. The text stays as it is."""
    return await change(db, draft_id, attempt, lambda draft: replace(draft, header=attempt.text))


async def fill_in(db: Database, draft_id: int, attempt: Attempt, answers: form.Answers) -> Changed:
    """Put a form's answers into the header. Fields that the form did not ask for stay, and so does the text."""

    def filled(draft: Draft) -> Draft:
        header = draft.read().header
        answered = form.filled(header, answers)
        return draft if answered == header else replace(draft, header=headers.to_lines(answered))

    async with nothing_lost(db, attempt):
        await understand(db, draft_id)
    return await change(db, draft_id, attempt, filled)


@writes
def change(session: Session, draft_id: int, attempt: Attempt, how: Callable[[Draft], Draft]) -> Changed:
    """Change the draft once for each request. The attempt becomes a draft of its own where the draft is gone, or
    where a later interaction has changed it already.
    """
    if drafts.was_changed_by(session, draft_id, attempt.request):
        return Changed(own(session, draft_id, attempt.author_id), None)
    before = drafts.get_held(session, draft_id)
    if (
        before is None
        or before.author_id != attempt.author_id
        or drafts.was_changed_since(session, draft_id, attempt.interaction_id)
    ):
        return Changed(add_anew(session, draft_id, attempt), None)
    drafts.note_change(session, draft_id, attempt.request, attempt.interaction_id)
    revise(session, before, how(before), attempt.at)
    return Changed(own(session, draft_id, attempt.author_id), before)


def revise(session: Session, before: Draft, after: Draft, now: datetime) -> None:
    """Let the draft say something else. What it said before is kept."""
    if not before.says_the_same_as(after):
        draft_versions.keep(session, before.id)
    drafts.revise(session, after, now)


def add_anew(session: Session, draft_id: int, attempt: Attempt) -> Draft:
    if not attempt.text.strip():
        raise gone(session, draft_id)
    return add(session, attempt)


@writes
def put_under(session: Session, draft_id: int, attempt: Attempt, typed: str) -> Draft:
    """Give the draft the whole text, if it still holds exactly the typed part of it."""
    before = own(session, draft_id, attempt.author_id)
    if before.text == typed:
        drafts.revise(session, revision.revised(before, attempt.text), attempt.at)  # the typed part is in it
    return own(session, draft_id, attempt.author_id)


async def start_story(db: Database, draft_id: int, author_id: int, line: int, now: datetime) -> Draft:
    """Let the story start with this line."""
    return await rebound(db, draft_id, author_id, now, lambda found: Bounds(line, max(line, found.bounds.end)))


async def end_story(db: Database, draft_id: int, author_id: int, line: int, now: datetime) -> Draft:
    """Let the story end above this line."""
    return await rebound(db, draft_id, author_id, now, lambda found: Bounds(min(found.bounds.start, line), line))


async def take_reading(db: Database, draft_id: int, author_id: int, place: int, now: datetime) -> Draft:
    """Take the reading at this place. Zero, or a place past the last, leaves the text as it is read by itself."""

    def taken(found: Understanding) -> Bounds | None:
        return found.readings[place].bounds if 0 < place < len(found.readings) else None

    return await rebound(db, draft_id, author_id, now, taken)


async def take_story(db: Database, draft_id: int, author_id: int, place: int, now: datetime) -> Draft:
    """Take one of the text's stories, counted from one. Any other number takes all."""

    def taken(found: Understanding) -> Bounds | None:
        return found.stories[place - 1].bounds if 0 < place <= len(found.stories) else None

    return await rebound(db, draft_id, author_id, now, taken)


async def next_story(db: Database, draft_id: int, author_id: int, now: datetime) -> Draft:
    """A draft of the same text, with the story below the one that was taken. Asked for again, it is the same draft."""
    found = await understand(db, draft_id)
    bounds = None if found is None else found.next_story
    if found is None or bounds is None:
        raise RefusedError(NotUnderstood())
    await understanding.read(found.text, author_id, bounds)
    source, request = replace(found, header=None, bounds=bounds), request_key.next_story(draft_id)
    again = await db.write(drafts.save_again, source, request=request, round_id=found.round_id, now=now)
    return await held(db, again, author_id)


async def rebound(
    db: Database, draft_id: int, author_id: int, now: datetime, where: Callable[[Understanding], Bounds | None]
) -> Draft:
    """Keep a writer's own word on where their story is."""

    def kept(session: Session) -> Draft:
        draft = own(session, draft_id, author_id)
        revise(session, draft, revision.rebounded(draft, where(draft.understood())), now)
        return own(session, draft_id, author_id)

    found = await understand(db, draft_id)
    if found is not None:
        await understanding.read(found.text, author_id, where(found.understood()))
    return await db.write(kept)


@writes
def choose_round(session: Session, draft_id: int, author_id: int, round_id: int) -> Draft:
    own(session, draft_id, author_id)
    drafts.choose_round(session, draft_id, round_id)
    return own(session, draft_id, author_id)


@writes
def discard(session: Session, draft_id: int, author_id: int, now: datetime) -> Draft:
    found = own(session, draft_id, author_id)
    drafts.discard(session, draft_id, now)
    return found


@reads
def beyond_room(session: Session, guild_id: int, author_id: int) -> list[Draft]:
    """A writer's oldest drafts beyond MOST_HELD, at most MOST_AT_A_TIME."""
    beyond = drafts.count(session, guild_id, author_id) - MOST_HELD
    return drafts.oldest(session, guild_id, author_id, min(beyond, MOST_AT_A_TIME)) if beyond > 0 else []


@writes
def let_go(session: Session, handed_over: Draft, now: datetime) -> None:
    """Discard a draft that its writer has as a file. A draft that changed meanwhile stays."""
    if drafts.get_held(session, handed_over.id) == handed_over:
        drafts.discard(session, handed_over.id, now)


@writes
def restore(session: Session, draft_id: int, author_id: int, now: datetime) -> Draft:
    """Bring a discarded draft back."""
    found = drafts.get(session, draft_id)
    if found is not None and found.author_id == author_id:
        drafts.restore(session, draft_id, now)
    return own(session, draft_id, author_id)


@reads
def home(session: Session, draft_id: int, author_id: int) -> int:
    """The server of a writer's own draft."""
    found = drafts.get(session, draft_id)
    if found is None:
        raise gone(session, draft_id)
    if found.author_id != author_id:
        raise RefusedError(NotYours())
    return found.guild_id


@reads
def kept(session: Session, draft_id: int, guild_id: int, author_id: int) -> Draft:
    """A writer's draft on a server, even a discarded or handed-in one."""
    found = drafts.get(session, draft_id)
    if found is None or found.guild_id != guild_id:
        raise gone(session, draft_id)
    if found.author_id != author_id:
        raise RefusedError(NotYours())
    return found


def own(session: Session, draft_id: int, author_id: int) -> Draft:
    found = drafts.get_held(session, draft_id)
    if found is None:
        raise gone(session, draft_id)
    if found.author_id != author_id:
        raise RefusedError(NotYours())
    return found


held = reads(own)


def gone(session: Session, draft_id: int) -> RefusedError:
    """The refusal for a draft that is not there, or not held any more."""
    if drafts.get(session, draft_id) is None:
        return restoring.missing(session, draft_id, DraftGone())
    return RefusedError(DraftGone())
