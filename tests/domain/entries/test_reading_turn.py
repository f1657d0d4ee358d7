"""Whose turn it is to be read."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.domain.entries import reading_turn
from bot.domain.entries.reading_turn import Readable, Turn

NOON = datetime(2031, 3, 1, 12, tzinfo=UTC)


def story(entry_id: int, **facts: Any) -> Readable:
    usual: dict[str, Any] = {"hearts": 0, "readers": 0, "read_at": None, "loved": False, "for_adults": False}
    return Readable(entry_id, **usual | facts)


def order(*stories: Readable, among_adults: bool = True) -> list[int]:
    """The entries as a reader gets them who reads each to its end."""
    left, found = list(stories), list[int]()
    while (its_turn := reading_turn.turn(left, among_adults=among_adults, before=None)).next is not None:
        found.append(its_turn.next.entry_id)
        left.remove(its_turn.next)
    return found


def test_what_is_new_comes_first_and_of_that_the_least_loved() -> None:
    known = story(1, read_at=NOON), story(2, loved=True), story(3, read_at=NOON - timedelta(days=1))
    new = story(4, hearts=3), story(5, hearts=1, readers=2), story(6, hearts=1), story(7)
    assert order(*known, *new) == [7, 6, 5, 4, 2, 3, 1]


def test_the_story_that_a_reader_comes_from_is_not_the_next() -> None:
    found = story(1), story(2)
    assert reading_turn.turn(found, among_adults=True, before=1).next == story(2)
    assert reading_turn.turn(found[:1], among_adults=True, before=1).next == story(1), "there is no other"


def test_stories_for_adults_are_shown_among_adults() -> None:
    found = story(1, for_adults=True), story(2, loved=True)
    assert reading_turn.turn(found, among_adults=False, before=None) == Turn(story(2, loved=True), 0, 1, 1)
    assert order(*found) == [1, 2]
    assert reading_turn.turn(found[:1], among_adults=False, before=None) == Turn(None, 0, 0, 1)
