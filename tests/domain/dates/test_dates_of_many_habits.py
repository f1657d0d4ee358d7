"""Dates as people of many habits write them, each with what it means: a table for each habit in `habits`.

It is Saturday, 28 November 2026, 10:00 in London. A date without a time is all of that day, since a round closes with
its end. What may be several moments is asked back, with all of them.
"""

import re
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.dates import vocabulary, written_date
from bot.domain.problem import DateUnclear, Problem

LONDON = ZoneInfo("Europe/London")
SATURDAY = datetime(2026, 11, 28, 10, tzinfo=UTC)
LATER = [datetime(2026, 10, 25, 1, 30, tzinfo=UTC), datetime(2028, 2, 29, tzinfo=UTC)]

HABITS = sorted(Path(__file__).with_name("habits").glob("*.txt"))


def meanings(habit: Path) -> dict[str, str]:
    """What is typed, with what it means."""
    lines = habit.read_text(encoding="utf-8").splitlines()
    return {typed: meant.strip() for typed, _, meant in (line.partition("  ") for line in lines)}


def shown(found: object) -> str:
    if isinstance(found, DateUnclear):
        return " / ".join(map(shown, found.readings))
    return written_date.in_full(found.astimezone(LONDON)) if isinstance(found, datetime) else "unread"


def understood(typed: str) -> str:
    return shown(written_date.closing(typed, now=SATURDAY, since=SATURDAY, zone=LONDON))


@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.stem)
def test_a_date_is_read_as_its_writer_means_it(habit: Path) -> None:
    meant = meanings(habit)
    assert {typed: understood(typed) for typed in meant} == meant


LANGUAGES = {
    "English": (
        "monday tuesday wednesday thursday friday saturday sunday",
        "mon tue wed thu fri sat sun",
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sept oct nov dec",
    ),
    "French": (
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "lun. mar. mer. jeu. ven. sam. dim.",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    ),
    "German": (
        "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
        "Mo. Di. Mi. Do. Fr. Sa. So.",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "Jan. Feb. Mär. Apr. Mai Jun. Jul. Aug. Sept. Okt. Nov. Dez.",
    ),
    "Spanish": (
        "lunes martes miércoles jueves viernes sábado domingo",
        "lun mar mié jue vie sáb dom",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "ene feb mar abr may jun jul ago sept oct nov dic",
    ),
    "Italian": (
        "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        "lun mar mer gio ven sab dom",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "gen feb mar apr mag giu lug ago set ott nov dic",
    ),
    "Portuguese": (
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
        "seg. ter. qua. qui. sex. sáb. dom.",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
    ),
    "Russian": (
        "понедельник вторник среда четверг пятница суббота воскресенье",
        "пн вт ср чт пт сб вс",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_weekdays_and_months_are_known_in_each_language(language: str) -> None:
    full_days, short_days, full_months, short_months = (names.split(" ") for names in LANGUAGES[language])
    monday_to_sunday = [f"2026-{day} 20:00" for day in ("11-30", "12-01", "12-02", "12-03", "12-04", "11-28", "11-29")]
    first_days = [f"2027-{month:02}-01" for month in range(1, 13)]
    for days in (full_days, short_days):
        assert [understood(f"{day} 20:00") for day in days] == monday_to_sunday
    for months in (full_months, short_months):
        assert [understood(f"1 {month} 2027") for month in months] == first_days


OTHER_DAYS = """
    2026-12-04 21:00  friday 20h                 2026-12-11 20:00
    2026-12-04 10:00  friday night               2026-12-04
    2026-12-04 10:00  friday                     2026-12-11
    2026-12-04 10:00  this friday                2026-12-04
    2026-12-04 10:00  a week from friday         2026-12-18
    2026-12-03 10:00  Freitag morgen             2026-12-04 12:00
    2026-11-29 10:00  this weekend               2026-11-29
    2026-11-29 10:00  next weekend               2026-12-06 / 2026-12-13
    2026-11-29 10:00  friday next week           2026-12-04
    2026-11-30 10:00  friday next week           2026-12-11
    2026-11-30 10:00  end of the month           2026-11-30
    2026-11-30 10:00  last day of next month     2026-12-31
    2026-12-28 10:00  last friday of the month   2027-01-29
    2026-12-31 10:00  new year's eve             2026-12-31
    2026-12-31 10:00  end of the year            2026-12-31
    2026-12-31 10:00  1st of next month          2027-01-01
    2026-12-31 23:30  tomorrow 8pm               2027-01-01 20:00
    2026-12-31 10:00  1 january                  2027-01-01
    2026-12-26 10:00  christmas eve              2027-12-24
    2026-12-26 10:00  day before christmas       2027-12-24
    2027-01-31 10:00  in a month                 2027-02-28 10:00
    2027-01-31 10:00  end of next month          2027-02-28
    2027-01-31 10:00  the 31st                   2027-01-31
    2027-02-01 10:00  the 31st                   2027-03-31
    2027-02-01 10:00  the 30th at noon           2027-03-30 12:00
    2027-02-01 10:00  29 february                2028-02-29
    2027-02-01 10:00  last day of february       2027-02-28
    2028-02-01 10:00  end of the month           2028-02-29
    2028-02-29 10:00  in a year                  2029-02-28 10:00
    2028-02-29 10:00  29 february                2028-02-29
    2028-02-28 10:00  tomorrow                   2028-02-29
    2026-10-24 12:00  tomorrow 8pm               2026-10-25 20:00
    2026-10-24 12:00  in 2 days                  2026-10-26 12:00
    2026-10-24 12:00  48 hours                   2026-10-26 11:00
    2026-10-24 12:00  end of the week            2026-10-25
    2026-10-24 12:00  sunday 1:30am              2026-10-25 01:30
    2027-03-27 12:00  sunday 1:30am              2027-03-28 02:30
    2027-03-27 12:00  tomorrow night             2027-03-28
    2027-03-27 12:00  1.5 days                   2027-03-29 00:00
    2027-03-27 12:00  easter                     2027-03-28
"""


@pytest.mark.parametrize(
    ("now", "typed", "meant"), [tuple(re.split("  +", line.strip())) for line in OTHER_DAYS.strip().splitlines()]
)
def test_a_date_is_read_at_the_ends_of_things(now: str, typed: str, meant: str) -> None:
    then = datetime.fromisoformat(now).replace(tzinfo=LONDON).astimezone(UTC)
    assert shown(written_date.closing(typed, now=then, since=then, zone=LONDON)) == meant


NUMBERS = "1 2 8 12 15 24 31 99 2026 2027 9999 20:00 8pm 1/12 29.2. 2026-12-31"
SAID = st.sampled_from([*vocabulary.PLAIN, *NUMBERS.split(" "), "utc", "et"])


@given(st.lists(SAID, max_size=6).map(" ".join), st.sampled_from([SATURDAY, *LATER]))
@example("the day after 9999-12-31", SATURDAY)
@settings(max_examples=200, deadline=None)
def test_whatever_is_said_lies_ahead_or_is_refused(typed: str, now: datetime) -> None:
    found = written_date.closing(typed, now=now, since=now, zone=LONDON, day_first=None)
    for moment in found.readings if isinstance(found, DateUnclear) else [found]:
        assert isinstance(moment, Problem) or now < moment


@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.stem)
def test_capitals_and_blanks_change_nothing(habit: Path) -> None:
    meant = {
        other: meaning
        for typed, meaning in meanings(habit).items()
        for other in (typed.upper(), typed.lower(), f"  {typed.replace(' ', '  ')} ")
    }
    assert {typed: understood(typed) for typed in meant} == meant
