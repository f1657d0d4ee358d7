"""The file with a challenge's rounds: events that other programs read, and that a newer file changes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject  # pyright: ignore[reportMissingTypeStubs] - it has none
from icalendar import Calendar

from bot.domain.challenges import calendar_file, written_calendar
from bot.domain.challenges.challenge import Challenge, Skip
from bot.domain.dates.clock import Clock
from bot.domain.prompts.source import Source
from bot.domain.rounds import round_wish
from bot.domain.rounds.round import Round
from bot.domain.rounds.settings import Customs

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
"""A Friday, before Berlin's clocks change."""
URL = "https://discord.com/channels/1/2"


@pytest.fixture
def challenge() -> Challenge:
    calendar = written_calendar.read("every sunday 6pm", "6 days", Clock(NOW, ZoneInfo("Europe/Berlin"), assumed=False))
    terms = round_wish.usual(NOW, Customs())
    name = "Sunday Drabbles; late, “long” and with a name that no line of a calendar holds"
    return Challenge(
        id=7,
        guild_id=1,
        channel_id=2,
        name=name,
        terms=terms,
        calendar=calendar,
        proposed=None,
        source=Source(),
        skips=(),
        begun_at=NOW,
        paused_at=None,
        ended_at=None,
        next_at=NOW,
    )


def round_of(challenge: Challenge, place: int, **facts: Any) -> Round:
    assert challenge.calendar is not None
    occurrence = challenge.calendar.coming(NOW, place + 1)[place]
    plan = replace(challenge.terms, title="The door", opens_at=occurrence.opens_at, closes_at=occurrence.closes_at)
    made = Round(
        id=5,
        guild_id=1,
        channel_id=2,
        plan=plan,
        cancelled_at=None,
        paused=None,
        revision=3,
        dates=(),
        reconciled_at=None,
        missed_at=None,
        counted_at=None,
        occurrence=occurrence.key,
        challenge_id=challenge.id,
        number=1,
    )
    return replace(made, **facts)


def events(challenge: Challenge, *rounds: Round, now: datetime = NOW) -> dict[str, Any]:
    """The events of the file by UID, after another library has found nothing wrong with it."""
    file = calendar_file.written(challenge, [*calendar_file.slots(challenge, rounds, now)], URL, now)
    other: Any = vobject
    assert other.readOne(file.decode()).validate(raiseException=True)
    assert all(len(line) <= 75 for line in file.split(b"\r\n")), "RFC 5545, 3.1"
    calendar: Any = Calendar.from_ical(file)
    found = calendar.walk("VEVENT")
    return {str(event["uid"]): event for event in found}


def test_a_file_has_the_rounds_of_a_year_in_utc(challenge: Challenge) -> None:
    found = list(events(challenge).values())
    assert len(found) == calendar_file.AHEAD
    assert [event["dtstart"].dt for event in found[:2]] == [
        datetime(2026, 3, 22, 17, tzinfo=UTC),
        datetime(2026, 3, 29, 16, tzinfo=UTC),
    ]
    assert found[0]["summary"] == challenge.name
    assert found[0]["dtend"].dt - found[0]["dtstart"].dt == timedelta(days=6)


@pytest.mark.parametrize(
    ("name", "summary"),
    [
        ("a;b,c\\d:e", "a;b,c\\d:e"),
        ("BEGIN:VEVENT", "BEGIN:VEVENT"),
        ("two\nlines", "two lines"),
        ("up\x0band\u2028down", "up and down"),
        ("\N{FAMILY}\N{ZERO WIDTH JOINER}" * 30, "\N{FAMILY}\N{ZERO WIDTH JOINER}" * 30),
    ],
)
def test_any_name_makes_a_file_that_others_read(challenge: Challenge, name: str, summary: str) -> None:
    assert {str(event["summary"]) for event in events(replace(challenge, name=name)).values()} == {summary}


def test_a_round_is_the_event_that_its_date_was(challenge: Challenge) -> None:
    before = events(challenge)
    opened = NOW + timedelta(days=3)
    after = events(challenge, round_of(challenge, 0), now=opened)
    [uid, *_] = before
    assert uid in after
    assert after[uid]["summary"] == "The door"
    assert after[uid]["sequence"] > before[uid]["sequence"]
    assert len(after) == calendar_file.AHEAD + 1


def test_what_is_left_out_or_called_off_says_so(challenge: Challenge) -> None:
    assert challenge.calendar is not None
    key = challenge.calendar.coming(NOW, 1)[0].key
    [left_out, following, *_] = events(replace(challenge, skips=(Skip(key, None),))).values()
    assert (left_out["status"], following["status"]) == ("CANCELLED", "CONFIRMED")
    [called_off, *_] = events(challenge, round_of(challenge, 0, cancelled_at=NOW)).values()
    assert (called_off["status"], str(called_off["summary"])) == ("CANCELLED", challenge.name), (
        "nobody knows its prompt"
    )


def test_a_challenge_without_dates_has_its_open_rounds_alone(challenge: Challenge) -> None:
    by_hand = replace(challenge, calendar=None, next_at=None)
    [event] = events(by_hand, replace(round_of(challenge, 0), occurrence=None)).values()
    assert event["uid"] == "round-5@drabble-challenge-bot"
    assert len(events(replace(challenge, next_at=None))) == 0, "it is paused"
