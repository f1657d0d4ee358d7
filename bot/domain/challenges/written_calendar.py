"""A calendar as people write it: when rounds open, and how long they are open.

- A day without a time opens with its beginning, at 00:00, and closes with its end. A part of a day likewise.
- What names no day begins with its first: "weekly" is each Monday, "monthly" the 1st, "yearly" 1 January.
- "midnight" is the one at the end of the day.
- Weeks and the like are counted from the first opening at or after the moment of writing. Where a date is named, they
  are counted from that: "every other friday, starting 4 december". What names no day takes it from that date.
- A weekday alone is never the day of the opening: a round that opens on Sunday is open "until sunday" for a week.
- A time zone in the words is the calendar's.
- What may mean several things is asked back.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.domain.challenges import recurrence_phrase, recurrence_rules, recurrence_sentence
from bot.domain.challenges.calendar import Calendar
from bot.domain.challenges.open_for import Lasting, OpenFor, Until, UntilNext
from bot.domain.challenges.recurrence import Recurrence, Unit
from bot.domain.challenges.recurrence_sentence import Phrase
from bot.domain.dates import length, plain, time_zone, written_date
from bot.domain.dates.clock import Clock
from bot.domain.dates.time_of_day import PART, WHOLE_DAY
from bot.domain.dates.vocabulary import MONTH, MONTHS, WEEKDAY
from bot.domain.problem import (
    Beyond,
    CalendarLacks,
    CalendarUnclear,
    CalendarUnreadable,
    DatePast,
    DateUnclear,
    DateUnreadable,
    DayNever,
    OpenForUnreadable,
    Problem,
    RefusedError,
)

DAY = timedelta(days=1)
_STARTING = re.compile(
    r"\b(?:(?:starting|beginning|commencing)(?: from)?|as (?:of|from)|from|ab|[aà] partir d[aeu]l?|dès|desde"
    r"|(?:a partire )?da(?:ll?)?|начиная со?|со?)\b",
    re.IGNORECASE,
)
_OFTEN = r"\b(?:twice|[0-9] times)(?: [a-z]{1,5})? "
_TWO_DAYS = "every Monday and Thursday at 18:00"
_TWO_DATES = "the 1st and 15th of each month at 18:00"
_TWO_MONTHS = "every 6 months on the 1st at 18:00"
_TWO_TIMES = "every day at 09:00 and 21:00"
_EVERY_OTHER = "every other Monday at 18:00"
_ONE_OF_FOUR = ("the 1st {weekday} of each month at 18:00", "the last {weekday} of each month at 18:00")
_QUARTERS = "every 1 January, 1 April, 1 July and 1 October at 18:00"
_UNCLEAR = (
    (re.compile(r"\bbiweekly\b"), (_EVERY_OTHER, _TWO_DAYS)),
    (re.compile(r"\b4 times(?: [a-z]{1,5})? year\b"), (_QUARTERS,)),
    (re.compile(r"\bbimonthly\b"), ("every 2 months on the 1st at 18:00", _TWO_DATES)),
    (re.compile(rf"{_OFTEN}week\b"), (_TWO_DAYS,)),
    (re.compile(rf"{_OFTEN}month\b"), (_TWO_DATES,)),
    (re.compile(rf"{_OFTEN}year\b|\bbiannual"), (_TWO_MONTHS,)),
    (re.compile(rf"\b(?:1|a) (?P<weekday>{WEEKDAY})(?: [a-z]{{1,5}})? month\b"), _ONE_OF_FOUR),
    (re.compile(r"\b(?:odd|even)\b"), (_EVERY_OTHER,)),
    (re.compile(rf"{_OFTEN}day\b|\b(?:hour|hourly|minute)\b"), (_TWO_TIMES,)),
)
"""Words that say how often but not when, each with words that would say both."""
_LACKING = (
    (
        re.compile(
            r"\b(?:except|excluding|without|unless|but|not|sauf|außer|ausser|excepto|salvo|exceto|tranne|кроме)\b"
        ),
        Beyond.EXCEPTIONS,
    ),
    (re.compile(r"\b(?:until|till?|for [0-9]+|[0-9]+ times|bis|jusqu|hasta|até|fino|до)\b|between [0-9]"), Beyond.END),
    (re.compile(r"\b(?:or|oder|ou|oppure|или)\b"), Beyond.CHOICES),
    (
        re.compile(
            rf"\b(?:{'|'.join(sorted(recurrence_rules.MOVABLE))}|moon|solstice|equinox|advent|pentecost|ramadan|eid|diwali"
            r"|hanukkah)\b"
        ),
        Beyond.MOVABLE_FEASTS,
    ),
    (re.compile(rf"\b(?:{WEEKDAY})(?: and)? [0-9]{{1,2}}(?:th|\.)"), Beyond.WEEKDAYS_ON_DATES),
    (re.compile(rf"\b(?:{MONTH}|spring|summer|autumn|fall|winter|season)\b"), Beyond.SEASONS),
)
"""What a calendar lacks, and the words that ask for it."""
_WINDOW = re.compile(
    r"(?:[0-9](?:st|nd|rd|th)?|[ap]m|noon|midnight|uhr|h) ?(?:[-–—~]|(?:to|through|thru|à|au|al|às)\b) ?\w"
    r"(?![0-9]* (?:day|week|month))"
)
"""From one time to another, or from one day of the month."""
_DAY_AND_TIME = re.compile(rf"(?:{WEEKDAY}) (?:at )?[0-9]")
_IN_MONTH = re.compile(rf"(?:in )?(?:(?:next|this) )?(?P<month>{MONTH})(?: (?P<year>20[0-9]{{2}}))?(?P<time>.*)")
_OPEN = re.compile(
    r"(?:(?:open|opens|stays?|lasts|next(?= [a-z]+day\b)|this(?= [a-z]+day\b)|up|to|per"
    r"|before(?=.{0,80}(?:[0-9]|night|noon))) )+"
)
_CLOSING = re.compile(r"\b(?:until|till?|bis|jusqu|hasta|at[ée]|fino|до)\b", re.IGNORECASE)
"""What stands before a time, and before no length: "bis 18h" is no 18 hours."""
_HOUR = re.compile(r"(?:1?[0-9]|2[0-3]) h(?: (?P<minutes>[0-5][0-9]))?")
_NEXT_DAY = re.compile(rf"(?:tomorrow\b|next (?:day\b|(?=(?:{PART})\b))) ?")
_NEXT_DAY_BEHIND = re.compile(r" (?:tomorrow|next day|day after)$")
_FROM_DAY = re.compile(rf"(?:{WEEKDAY}) [~>] (?=(?:{WEEKDAY})\b)")
"""In "sunday to saturday" the first is the day of the opening."""
_WEEKEND = re.compile(r"(?:this )?weekend\b")
_UNTIL_NEXT = re.compile(
    r"(?:(?:this )?que )?(?:(?:abra|empiece) )?(?:at |a )?(?:next|new|another|neue)"
    r"(?: (?:1|times|round|prompt|challenge|runde|thema|manche|ronda|rodada|turno|раунда))?"
    r"(?: (?:opens?|opening|starts?|begins?|comes|goes|is|up|out|live|posted|offnet|beginnt|startet|ouvre|abre|apre"
    r"|empieza|comienza))*"
)


@dataclass(frozen=True, slots=True)
class Opens:
    """When rounds open, from a moment on that may have passed."""

    recurrence: Recurrence
    zone: ZoneInfo
    start: datetime


def read(said: str, said_open_for: str, clock: Clock) -> Calendar:
    """The calendar that somebody sets up now. Raises RefusedError with all that is unclear."""
    opens = opening(said, clock)
    open_for = lasting(said_open_for, clock if isinstance(opens, Problem) else replace(clock, zone=opens.zone))
    if isinstance(opens, Problem) or isinstance(open_for, Problem):
        raise RefusedError(*(found for found in (opens, open_for) if isinstance(found, Problem)))
    return Calendar(
        said=said,
        said_open_for=said_open_for,
        recurrence=opens.recurrence,
        open_for=open_for,
        zone=opens.zone,
        since=max(opens.start, clock.now),
        anchor=opens.recurrence.first(opens.zone, opens.start).day,
    )


def changed(calendar: Calendar, clock: Clock, *, said: str | None = None, said_open_for: str | None = None) -> Calendar:
    """The calendar with other words; what was left out changes nothing. Raises RefusedError like `read`."""
    said_open_for = said_open_for or calendar.said_open_for
    if said and said != calendar.said:
        return read(said, said_open_for, clock)
    open_for = lasting(said_open_for, replace(clock, zone=calendar.zone))
    if isinstance(open_for, Problem):
        raise RefusedError(open_for)
    return replace(calendar, said_open_for=said_open_for, open_for=open_for)


def _wordings(text: str) -> Iterator[str]:
    for mended in (False, True) if len(text) <= written_date.LONGEST else ():
        yield from plain.wordings(text, mended=mended)


# -- when rounds open -----------------------------------------------------------------------------


def opening(text: str, clock: Clock) -> Opens | Problem:
    found = [
        Opens(recurrence, phrase.zone or clock.zone, clock.now) for phrase, recurrence in _understood(text, clock)
    ] or _from_date(text, clock)
    if isinstance(found, Problem):
        return found
    several = list(dict.fromkeys(found))
    if len(several) > 1:
        return CalendarUnclear(text, tuple(_told_apart(several, clock)))
    return several[0] if several else _refusal(text, clock)


def _understood(text: str, clock: Clock) -> list[tuple[Phrase, Recurrence]]:
    for words in _wordings(text):
        phrases = recurrence_sentence.phrases(words, clock.zone, clock.day_first)
        if found := [(phrase, recurrence) for phrase in phrases if (recurrence := phrase.recurrence())]:
            return found
    return []


def _from_date(text: str, clock: Clock) -> list[Opens] | Problem:
    """A recurrence that begins on a date. The date also says what the words before it leave out."""
    before, *behind = _STARTING.split(text, maxsplit=1)
    if behind and not before.strip(" ("):  # from 6 december, every other sunday
        start_said, _, before = behind[0].partition(",")
        behind = [start_said]
    found: list[Opens] = []
    for phrase, _ in _understood(before, clock) if behind else ():
        zone = phrase.zone or clock.zone
        start = _start(behind[0], replace(clock, zone=zone))
        if isinstance(start, DateUnclear):
            return start
        if isinstance(start, DatePast):
            start = start.moment
        if isinstance(start, datetime) and _names_no_time(start.astimezone(zone), clock.now.astimezone(zone)):
            start = datetime.combine(start.astimezone(zone), time(), zone)
        if isinstance(start, datetime) and (recurrence := phrase.beginning(start.astimezone(zone)).recurrence()):
            found.append(Opens(recurrence, zone, start))
    return found


def _start(text: str, clock: Clock) -> datetime | Problem:
    """The date. A month without a day begins with its first, also if it has begun."""
    read = partial(written_date.opening, now=clock.now, zone=clock.zone, day_first=clock.day_first)
    now, found = clock.now.astimezone(clock.zone), read(text)
    for words in _wordings(text) if isinstance(found, DateUnreadable) else ():
        if named := _IN_MONTH.fullmatch(words):
            month = MONTHS.index(named["month"]) + 1
            year = named["year"] or now.year + (month < now.month)
            return read(f"{year}-{month:02}-01 {named['time']}")
    return found


def _names_no_time(start: datetime, now: datetime) -> bool:
    """True of two weeks from now, or the next month."""
    return start - now > DAY and f"{start:%T}" == f"{now:%T}"


def _told_apart(several: list[Opens], clock: Clock) -> Iterator[str]:
    for opens in several:
        zone = "" if opens.zone == clock.zone else f" {time_zone.title(opens.zone.key)}"
        yield f"{recurrence_phrase.opening(opens.recurrence)}{zone}"


def _refusal(text: str, clock: Clock) -> Problem:
    found = (
        refused for refuse in (_without_every, _never, _unclear, _once, _lacking) if (refused := refuse(text, clock))
    )
    return next(found, CalendarUnreadable(text))


def _without_every(text: str, clock: Clock) -> Problem | None:
    """A day or a time alone: halloween, 6pm."""
    for again in (f"every {text}", f"every day {text}") if any(map(str.isalnum, text)) else ():
        if ways := tuple(recurrence_phrase.opening(recurrence) for _, recurrence in _understood(again, clock)):
            return CalendarUnclear(text, ways)
    return None


def _never(text: str, _: Clock) -> Problem | None:
    days = (day for words in _wordings(text) for day in recurrence_rules.dates(words))
    never = next((day for day in days if not recurrence_rules.exists(day)), None)
    return never and DayNever(recurrence_phrase.date_text(never), recurrence_phrase.last_day_text(never))


def _unclear(text: str, _: Clock) -> Problem | None:
    for words in _wordings(text):
        for pattern, ways in _UNCLEAR:
            if found := pattern.search(words):
                named = {part: said.title() for part, said in found.groupdict().items()}
                return CalendarUnclear(text, tuple(way.format(**named) for way in ways))
    return None


def _once(text: str, clock: Clock) -> Problem | None:
    date = written_date.opening(text, now=clock.now, zone=clock.zone, day_first=clock.day_first)
    return None if isinstance(date, DateUnreadable) else CalendarLacks(text, Beyond.SINGLE_DATES)


def _lacking(text: str, _: Clock) -> Problem | None:
    for words in (text[: written_date.LONGEST].casefold(), *_wordings(text)):  # plain words leave "until" out
        for pattern, beyond in (*_LACKING, (_WINDOW, Beyond.END)):
            if pattern.search(words):
                return CalendarLacks(text, beyond)
        if len(_DAY_AND_TIME.findall(words)) > 1:
            return CalendarLacks(text, Beyond.TIMES_BY_DAY)
    return None


# -- how long they are open -----------------------------------------------------------------------


def lasting(text: str, clock: Clock) -> OpenFor | Problem:
    for words in _wordings(text):
        found = list(dict.fromkeys(_lastings(words, clock, at_hour=bool(_CLOSING.search(text)))))
        if len(found) > 1:
            return CalendarUnclear(text, tuple(map(recurrence_phrase.lasting, found)))
        if found:
            return found[0]
    return OpenForUnreadable(text)


def _lastings(words: str, clock: Clock, *, at_hour: bool) -> Iterator[OpenFor]:
    """`at_hour` says that a bare hour is one of the clock."""
    if _UNTIL_NEXT.fullmatch(words):
        yield UntilNext()
        return
    if opened := _OPEN.match(words):
        words = words[opened.end() :]
    if (hour := _HOUR.fullmatch(words)) and not at_hour:
        words = f"{words} minute" if hour["minutes"] else words
    is_length = length.SAID.fullmatch(words) or length.SAID.fullmatch(f"in {words}")
    if is_length and not (hour and at_hour) and (found := length.of(words)):
        if found != length.FAR and (found.months or found.days or found.hours):
            yield Lasting(found)
        return
    words = _FROM_DAY.sub("", words, count=1)
    later = _NEXT_DAY.match(words) or _NEXT_DAY_BEHIND.search(words)
    rest = _WEEKEND.sub("sunday", words[: later.start()] + words[later.end() :] if later else words)
    for phrase in recurrence_sentence.phrases(rest, clock.zone, clock.day_first) if words else ():
        recurrence = phrase.recurrence(Unit.DAY, ending=True)
        if recurrence and recurrence.every == len(recurrence.times) == 1 and phrase.zone in {None, clock.zone}:
            alone = recurrence.unit is Unit.WEEK and phrase.times == (WHOLE_DAY,)
            yield Until(recurrence, on_a_later_day=bool(later) or alone)
