"""What the buttons alone would not let anybody try."""

import sys
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.entries.draft import Draft
from bot.domain.problem import NotYours, RefusedError, TooSlow
from bot.domain.reading import manuscript
from bot.domain.reading.reading import Bounds
from bot.intake import delegating
from bot.services import drafting
from bot.services.drafting import Attempt
from bot.storage.database import Database

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
WRITER, OTHER = 30, 31
TEXT = "Title: Lamps\n\nNobody lit it.\n\nIt rained.\n\nFor Ana"


@pytest.fixture
async def draft(db: Database) -> Draft:
    return await drafting.save(db, Attempt(1, 10, WRITER, NOW, TEXT))


async def test_bounds_are_the_writers_own(db: Database, draft: Draft) -> None:
    for move in (drafting.start_story, drafting.end_story, drafting.take_reading):
        with pytest.raises(RefusedError) as refused:
            await move(db, draft.id, OTHER, 2, NOW)
        assert refused.value.problems == (NotYours(),)
    assert await drafting.held(db, draft.id, WRITER) == draft


async def test_one_bound_is_moved_and_the_other_stays(db: Database, draft: Draft) -> None:
    later = NOW + timedelta(hours=1)
    ended = await drafting.end_story(db, draft.id, WRITER, 5, later)
    assert ended.bounds == Bounds(2, 5)
    started = await drafting.start_story(db, draft.id, WRITER, 4, later)
    assert started.bounds == Bounds(4, 5)
    assert started.read().story == "It rained."
    assert (started.text, started.saved_at) == (TEXT, later)


@pytest.mark.parametrize("line", [0, 3, 900])
async def test_a_bound_past_the_other_one_leaves_nothing_in_disorder(db: Database, draft: Draft, line: int) -> None:
    for move in (drafting.start_story, drafting.end_story):
        moved = await move(db, draft.id, WRITER, line, NOW)
        assert moved.bounds is not None
        assert moved.bounds.start <= moved.bounds.end
        assert moved.understood().manuscript == moved.read()


async def test_a_reading_is_taken_and_given_back(db: Database, draft: Draft) -> None:
    place = draft.understood().next_best
    assert place is not None
    taken = await drafting.take_reading(db, draft.id, WRITER, place, NOW)
    assert taken.bounds == draft.understood().readings[place].bounds
    assert taken.understood().next_best == 0
    assert await drafting.take_reading(db, draft.id, WRITER, 0, NOW) == draft


async def test_a_reading_that_is_no_longer_there_changes_nothing(db: Database, draft: Draft) -> None:
    assert await drafting.take_reading(db, draft.id, WRITER, 99, NOW) == draft


async def test_moved_bounds_stay_with_their_lines(db: Database, draft: Draft) -> None:
    await drafting.start_story(db, draft.id, WRITER, 4, NOW)
    kept = await drafting.retext(db, draft.id, Attempt(2, 10, WRITER, NOW, TEXT.replace("Lamps", "Lamps\nRating: G")))
    assert kept.draft.bounds == Bounds(5, 8)
    assert kept.draft.read().story == "It rained.\n\nFor Ana"
    assert (await drafting.retext(db, draft.id, Attempt(3, 10, WRITER, NOW, "It snowed."))).draft.bounds is None


async def test_a_form_asks_for_what_stands_above_the_writers_own_start(db: Database, draft: Draft) -> None:
    moved = await drafting.start_story(db, draft.id, WRITER, 0, NOW)
    assert not moved.read().header.fields


async def test_what_arrives_late_is_a_draft_of_its_own(db: Database, draft: Draft) -> None:
    """A file on its way, and a word typed meanwhile."""
    quick = await drafting.retext(db, draft.id, Attempt(3, 10, WRITER, NOW, "It rained on."))
    late = Attempt(2, 10, WRITER, NOW, "It snowed.")
    slow = await drafting.retext(db, draft.id, late)
    assert (slow.draft.text, slow.before) == ("It snowed.", None)
    assert await drafting.held(db, draft.id, WRITER) == quick.draft
    assert (await drafting.retext(db, draft.id, late)).draft == slow.draft


async def test_a_file_goes_under_what_was_typed_for_it_and_under_nothing_else(db: Database, draft: Draft) -> None:
    whole = Attempt(1, 10, WRITER, NOW, f"{TEXT}\n\nNobody came.")
    assert (await drafting.put_under(db, draft.id, whole, TEXT)).text == whole.text
    edited = (await drafting.retext(db, draft.id, Attempt(2, 10, WRITER, NOW, "It snowed."))).draft
    assert await drafting.put_under(db, draft.id, whole, TEXT) == edited


async def test_nothing_typed_for_a_draft_that_is_gone_is_no_draft(db: Database, draft: Draft) -> None:
    await drafting.discard(db, draft.id, WRITER, NOW)
    with pytest.raises(RefusedError):
        await drafting.rehead(db, draft.id, Attempt(2, 10, WRITER, NOW, " "))
    assert (await drafting.page(db, 10, WRITER, 0)).drafts == ()


async def test_a_new_text_that_is_not_read_in_time_is_a_draft_of_its_own(
    db: Database, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delegating, "COMMAND", (sys.executable, "-c", "raise SystemExit(1)"))
    text = f"{TEXT}{' and on' * manuscript.LONGEST_AT_ONCE}"
    with pytest.raises(RefusedError) as refused:
        await drafting.retext(db, draft.id, Attempt(2, 10, WRITER, NOW, text))
    assert refused.value.problems == (TooSlow(""),)
    assert [each.text for each in (await drafting.page(db, 10, WRITER, 0)).drafts] == [text, TEXT]
