"""Holding what writers hand over, before anything is said about it."""

import contextlib
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.header import form
from bot.domain.header import header as headers
from bot.domain.problem import DraftGone, NotYours, RefusedError
from bot.domain.reading.reading import Bounds
from bot.domain.rounds import request, revision
from bot.domain.rounds.draft import Draft
from bot.intake import understanding
from bot.services import stocktaking
from bot.storage import drafts
from bot.storage.database import Database, Session

MOST_HELD = 50
"""Drafts of a member on a server."""
MOST_AT_A_TIME = 10
"""Of those beyond them that go: as many as Discord takes files with a message."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A text that came through one of the doors. `at` is the interaction's own time."""

    interaction_id: int
    guild_id: int
    author_id: int
    at: datetime
    text: str
    round_id: int | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """A draft after an attempt to change it."""

    draft: Draft
    before: Draft | None
    """What it was; None: the attempt has not changed it, or not now."""


DRAFTS_A_PAGE = 10


@dataclass(frozen=True, slots=True)
class Page:
    """Some of a writer's drafts."""

    drafts: tuple[Draft, ...]
    first: int
    """The place of the first among all."""
    every: int
    """How many there are."""


async def save(db: Database, attempt: Attempt) -> Draft:
    """Hold the text; the same interaction twice is one draft."""
    async with db.writing() as session:
        return await add(session, attempt)


async def add(session: Session, attempt: Attempt) -> Draft:
    draft_id = await drafts.save(
        session,
        request=request.interaction(attempt.interaction_id),
        guild_id=attempt.guild_id,
        author_id=attempt.author_id,
        round_id=attempt.round_id,
        text=attempt.text,
        header=None,
        bounds=None,
        now=attempt.at,
    )
    saved = await drafts.get(session, draft_id)
    if saved is None:
        raise RefusedError(DraftGone())
    return saved


async def held(db: Database, draft_id: int, author_id: int) -> Draft:
    async with db.reading() as session:
        return await own(session, draft_id, author_id)


async def understand(db: Database, draft_id: int) -> Draft | None:
    """Have the draft understood ahead of the transaction that is about it: nobody waits there for a text to be read."""
    async with db.reading() as session:
        found = await drafts.get(session, draft_id)
    if found is not None:
        await understanding.of(found)
    return found


@contextlib.asynccontextmanager
async def nothing_lost(db: Database, attempt: Attempt) -> AsyncGenerator[None]:
    """What comes when a text cannot be read in time becomes a draft of its own rather than lost."""
    try:
        yield
    except RefusedError:
        await save(db, attempt)
        raise


async def how_many(db: Database, guild_id: int, author_id: int) -> int:
    async with db.reading() as session:
        return await drafts.count(session, guild_id, author_id)


async def page(db: Database, guild_id: int, author_id: int, number: int) -> Page:
    """Some of the writer's drafts, the newest first; past the last page is the last one."""
    async with db.reading() as session:
        every = await drafts.count(session, guild_id, author_id)
        first = min(number, max(every - 1, 0) // DRAFTS_A_PAGE) * DRAFTS_A_PAGE
        shown = await drafts.of_author(session, guild_id, author_id, first=first, most=DRAFTS_A_PAGE)
    return Page(tuple(shown), first, every)


async def retext(db: Database, draft_id: int, attempt: Attempt) -> Changed:
    """Give the draft a new text, which is joined with what its writer gave beside the old one."""
    async with nothing_lost(db, attempt):
        await understanding.text(attempt.text)
        if (draft := await understand(db, draft_id)) is not None:
            await understanding.text(attempt.text, revision.carried_bounds(draft, attempt.text))
    return await change(db, draft_id, attempt, lambda draft: revision.revised(draft, attempt.text))


async def rehead(db: Database, draft_id: int, attempt: Attempt) -> Changed:
    """Put the writer's own header lines in the place of what was read; the text stays as it is."""
    return await change(db, draft_id, attempt, lambda draft: replace(draft, header=attempt.text))


async def fill_in(db: Database, draft_id: int, attempt: Attempt, answers: form.Answers) -> Changed:
    """Put the answers of a form into the header; what it did not ask for stays, and so does the text."""

    def filled(draft: Draft) -> Draft:
        header = draft.read().header
        answered = form.filled(header, answers)
        return draft if answered == header else replace(draft, header=headers.to_lines(answered))

    async with nothing_lost(db, attempt):
        await understand(db, draft_id)
    return await change(db, draft_id, attempt, filled)


async def change(db: Database, draft_id: int, attempt: Attempt, how: Callable[[Draft], Draft]) -> Changed:
    """Change the draft once for each interaction. What comes for one that is gone, or that the writer changed later
    than this, is a draft of its own rather than lost.
    """
    async with db.writing() as session:
        if await drafts.was_changed_by(session, draft_id, attempt.interaction_id):
            return Changed(await own(session, draft_id, attempt.author_id), None)
        before = await drafts.get_held(session, draft_id)
        if (
            before is None
            or before.author_id != attempt.author_id
            or await drafts.was_changed_since(session, draft_id, attempt.interaction_id)
        ):
            return Changed(await anew(session, draft_id, attempt), None)
        await drafts.note_change(session, draft_id, attempt.interaction_id)
        await drafts.revise(session, how(before), attempt.at)
        return Changed(await own(session, draft_id, attempt.author_id), before)


async def anew(session: Session, draft_id: int, attempt: Attempt) -> Draft:
    if not attempt.text.strip():
        raise await gone(session, draft_id)
    return await add(session, attempt)


async def put_under(db: Database, draft_id: int, attempt: Attempt, typed: str) -> Draft:
    """Give the draft the whole of what was handed over, if it still holds what was typed of it and nothing else."""
    async with db.writing() as session:
        before = await own(session, draft_id, attempt.author_id)
        if before.text == typed:
            await drafts.revise(session, revision.revised(before, attempt.text), attempt.at)
        return await own(session, draft_id, attempt.author_id)


async def start_story(db: Database, draft_id: int, author_id: int, line: int, now: datetime) -> Draft:
    """Let the story start with this line; header and text stay what they are, but for what that changes."""
    await understand(db, draft_id)
    async with db.writing() as session:
        end = (await own(session, draft_id, author_id)).understood().bounds.end
        await drafts.rebound(session, draft_id, Bounds(line, max(line, end)), now)
        return await own(session, draft_id, author_id)


async def end_story(db: Database, draft_id: int, author_id: int, line: int, now: datetime) -> Draft:
    """Let the story end above this line."""
    await understand(db, draft_id)
    async with db.writing() as session:
        start = (await own(session, draft_id, author_id)).understood().bounds.start
        await drafts.rebound(session, draft_id, Bounds(min(start, line), line), now)
        return await own(session, draft_id, author_id)


async def take_reading(db: Database, draft_id: int, author_id: int, place: int, now: datetime) -> Draft:
    """Take the reading at this place among all; the first is how the text is read when nobody says anything."""
    await understand(db, draft_id)
    async with db.writing() as session:
        readings = (await own(session, draft_id, author_id)).understood().readings
        bounds = readings[place].bounds if 0 < place < len(readings) else None
        await drafts.rebound(session, draft_id, bounds, now)
        return await own(session, draft_id, author_id)


async def take_story(db: Database, draft_id: int, author_id: int, place: int, now: datetime) -> Draft:
    """Take one of the stories that a text has, counted from one; any other number takes all."""
    async with db.writing() as session:
        stories = (await own(session, draft_id, author_id)).understood().stories
        bounds = stories[place - 1].bounds if 0 < place <= len(stories) else None
        await drafts.rebound(session, draft_id, bounds, now)
        return await own(session, draft_id, author_id)


async def choose_round(db: Database, draft_id: int, author_id: int, round_id: int) -> Draft:
    async with db.writing() as session:
        await own(session, draft_id, author_id)
        await drafts.choose_round(session, draft_id, round_id)
        return await own(session, draft_id, author_id)


async def discard(db: Database, draft_id: int, author_id: int, now: datetime) -> None:
    async with db.writing() as session:
        await own(session, draft_id, author_id)
        await drafts.discard(session, draft_id, now)


async def beyond_room(db: Database, guild_id: int, author_id: int) -> list[Draft]:
    """The oldest drafts of a writer who has more than we hold, as many as go at a time."""
    async with db.reading() as session:
        beyond = await drafts.count(session, guild_id, author_id) - MOST_HELD
        return await drafts.oldest(session, guild_id, author_id, min(beyond, MOST_AT_A_TIME)) if beyond > 0 else []


async def let_go(db: Database, handed_over: Draft, now: datetime) -> None:
    """Discard a draft whose writer has it in their hands; one that was changed meanwhile is another, and stays."""
    async with db.writing() as session:
        if await drafts.get_held(session, handed_over.id) == handed_over:
            await drafts.discard(session, handed_over.id, now)


async def restore(db: Database, draft_id: int, author_id: int) -> Draft:
    """Bring a discarded draft back."""
    async with db.writing() as session:
        found = await drafts.get(session, draft_id)
        if found is not None and found.author_id == author_id:
            await drafts.restore(session, draft_id)
        return await own(session, draft_id, author_id)


async def kept(db: Database, draft_id: int, guild_id: int, author_id: int) -> Draft:
    """A writer's draft of a server, also one that was discarded or handed in."""
    async with db.reading() as session:
        found = await drafts.get(session, draft_id)
        if found is None or found.guild_id != guild_id:
            raise await gone(session, draft_id)
    if found.author_id != author_id:
        raise RefusedError(NotYours())
    return found


async def own(session: Session, draft_id: int, author_id: int) -> Draft:
    found = await drafts.get_held(session, draft_id)
    if found is None:
        raise await gone(session, draft_id)
    if found.author_id != author_id:
        raise RefusedError(NotYours())
    return found


async def gone(session: Session, draft_id: int) -> RefusedError:
    """Why there is no such draft to be held."""
    if await drafts.get(session, draft_id) is None:
        return await stocktaking.missing(session, draft_id, DraftGone())
    return RefusedError(DraftGone())
