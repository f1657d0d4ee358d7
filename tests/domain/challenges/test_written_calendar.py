"""Calendars as people of many habits write them, each with what it means: tables in `phrases`.

It is Saturday, 28 November 2026, 10:00 in London. A day without a time begins at 00:00, and ends with itself. What may
mean several things is asked back, with words for each.
"""

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.challenges import recurrence_phrase, written_calendar
from bot.domain.challenges.calendar import Calendar
from bot.domain.challenges.open_for import Lasting, Until, UntilNext
from bot.domain.challenges.written_calendar import Opens
from bot.domain.dates import time_zone
from bot.domain.dates.clock import Clock
from bot.domain.problem import (
    CalendarLacks,
    CalendarUnclear,
    CalendarUnreadable,
    DayNever,
    OpenForUnreadable,
    RefusedError,
)
from tests import yardstick
from tests.growth import is_done_within

LONDON = ZoneInfo("Europe/London")
SATURDAY = datetime(2026, 11, 28, 10, tzinfo=UTC)
CLOCK = Clock(SATURDAY, LONDON, assumed=False)

TABLES = sorted(path.stem for path in Path(__file__).with_name("phrases").glob("*.txt"))


def meanings(table: str) -> dict[str, str]:
    """What is typed, with what it means."""
    lines = Path(__file__).with_name("phrases").joinpath(f"{table}.txt").read_text(encoding="utf-8").splitlines()
    return {typed: meant.strip() for typed, _, meant in (line.partition("  ") for line in lines)}


def understood(table: str, said: Iterable[str]) -> dict[str, str]:
    read = written_calendar.lasting if table == "open_for" else written_calendar.opening
    return {each: shown(read(each, CLOCK)) for each in said}


def missing(found: CalendarLacks | DayNever) -> str:
    return found.day if isinstance(found, DayNever) else found.beyond.name.lower().replace("_", " ")


def shown(found: object) -> str:
    match found:
        case CalendarUnclear(_, (example,)):
            return f"when? {example}"
        case CalendarUnclear(_, ways):
            return " / ".join(ways)
        case CalendarLacks() | DayNever():
            return f"no {missing(found)}"
        case Opens(recurrence, zone):
            named = "" if zone == LONDON else f" {time_zone.title(zone.key)}"
            return f"{recurrence_phrase.opening(recurrence)}{named}"
        case Lasting() | Until() | UntilNext():
            return recurrence_phrase.lasting(found)
        case _:
            assert isinstance(found, CalendarUnreadable | OpenForUnreadable)
            return "unread"


@pytest.mark.parametrize("table", TABLES)
def test_what_is_said_is_read_as_its_writer_means_it(table: str) -> None:
    meant = meanings(table)
    assert understood(table, meant) == meant


@pytest.mark.parametrize("table", TABLES)
def test_what_is_said_in_plain_english_is_read_as_the_same(table: str) -> None:
    plain = {each for meant in meanings(table).values() for each in meant.removeprefix("when? ").split(" / ")}
    said = {each: each for each in plain if each != "unread" and not each.startswith("no ")}
    assert understood(table, said) == said


def calendar(said: str, open_for: str = "until the next one opens", clock: Clock = CLOCK) -> Calendar:
    return written_calendar.read(said, open_for, clock)


def test_both_problems_are_told_at_once() -> None:
    with pytest.raises(RefusedError) as refused:
        calendar("now and then", "a while")
    assert refused.value.problems == (CalendarUnreadable("now and then"), OpenForUnreadable("a while"))


@pytest.mark.parametrize(
    "typed",
    [
        "9-10 a first tuesday jour midnight a tuesday 9am-10pm a twice 10 4 . am . a ab weekend 2026 9-10 а",
        "9-10, at, 9am-10pm, next, 9am-10pm, 9am-10pm, a, half, a, 2, jour, am, next, pm, midnight, -, eve",
    ],
)
def test_words_of_many_meanings_keep_nobody_waiting(typed: str) -> None:
    def read(text: str) -> None:
        with suppress(RefusedError):
            calendar(text, text)

    assert is_done_within(yardstick.LONGEST_STEP, read, typed)
