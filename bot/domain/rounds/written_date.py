"""Dates as people write them, in a guild's own time zone.

We read lengths of time, day words and weekdays ourselves. `dateparser` reads the rest, a date or a time of day, and
never has to guess:

- Everything lies ahead: "friday 8pm" is the next Friday at 20:00, "1 January" the next one.
- A weekday alone is never today: on a Sunday, "sunday" is a week away.
- A day without a time of day is the whole day. A round opens then at 00:00 and closes at 23:59:59; if clocks change at
  midnight, it opens and closes with the day's first and last second.
- "midnight" is the one at the end of the day.
- Days, weeks and months go by the clock on the wall, hours and minutes by the clock in the hand.
- A time that the clocks skip moves on by as much. A time that comes twice is the first one that lies ahead.
- If day and month do not fit the guild's order, as in 12/31, they are the other way round. If nobody knows its order, a
  date that may be two is not guessed, unless only one of them lies ahead.
"""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.problem import ClosesBeforeOpens, DatePast, DateUnclear, DateUnreadable, Problem

LONGEST_TYPED = 120
LONGEST_TEXT = 60
"""Characters of a typed text, and of the same text in plain spelling."""
YEARS_AHEAD = 10
"""A date further away is a slip of the finger, not a plan."""


_DAY_STARTS = timedelta()
_DAY_ENDS = timedelta(hours=23, minutes=59, seconds=59)
_MIDNIGHT = timedelta(days=1)

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY_NAME = (
    r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)

_SPELT = (
    (r"[,@\s]+", " "),
    (r"(?<=[0-9])t(?=[0-9]{2}:)", " "),  # 2026-12-01T20:00
    (r"(?<=:[0-9]{2})\.[0-9]{3}", ""),
    (r"\b([ap])\.m\.?(?=\s|$)", r"\1m"),
    (r"\.$", ""),
    (rf"\b([0-9]{{1,2}})(?:\. ?|-)({_MONTH})-?", r"\1 \2 "),  # 1. dec, 1-dec-2026
    (r"\b([0-9]{1,2}([./-])[0-9]{1,2}\2)([2-9][0-9])(?![0-9])", r"\g<1>20\3"),  # 1/12/26
    (r"\b([0-9]{1,3})\.5 ?h(?:(?:ou)?rs?)?\b", r"\1 hours 30 minutes"),
    (r"(?<![0-9.])([01]?[0-9]|2[0-3])\.(00|1[3-9]|[2-5][0-9])(?![0-9.])", r"\1:\2"),  # 20.00 is no date
    (r"(?<=[ap]m) ?([+-])([0-9])(?=\s|$)", r" \g<1>0\2:00"),
    (r"\b(?:utc|gmt) ?([+-])([0-9])(?=\s|$)", r"\g<1>0\2:00"),
    (r"\b(?:utc|gmt) ?(?=[+-][0-9]{2})", ""),
    (r"(?<=[ :][+-][0-9]{2})(?=\s|$)", ":00"),
    (r"\bhalf an hour\b", "30 minutes"),
    (r"\b(?:a )?fortnight\b", "2 weeks"),
    (r"\btonight (?:at )?([5-9]|1[01])(?=\s|$)", r"today \1pm"),
    (r"\b(?:morning|afternoon|evening|night) (?=(?:at )?[0-9:]+ ?[ap]m\b)", ""),
    (r"\bend of (?:the )?(?:day|today)\b", "today midnight"),
    (rf"\bend of ({_WEEKDAY_NAME}|tomorrow)\b", r"\1 midnight"),
    (r"\b(?:12 )?(?:noon|midday)\b", "12:00"),
    (r"\b(?:12 midnight|24:00)\b", "midnight"),
    (r"\bat (1[3-9]|2[0-3])(?=\s|$)", r"\1:00"),  # "at 8" might be either
    (r"\bnext (week|month|year)\b", r"1 \1"),
    (r"\b(?:at|by|coming|of|on|the|this|till|until)\b", " "),
    (r" +", " "),
)
_SPELLINGS = tuple((re.compile(spelt), plain) for spelt, plain in _SPELT)

_DAY_WORDS = {"day after tomorrow": 2, "tomorrow": 1, "today": 0, "tonight": 0, "yesterday": -1}
_DAY_WORD = re.compile(rf"\b({'|'.join(_DAY_WORDS)})\b")
_MIDNIGHT_WORD = re.compile(r"\bmidnight\b")
_WEEKDAY = re.compile(rf"\b(?:next )?({_WEEKDAY_NAME})\b\.?")

_AMOUNTS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_UNITS_SPELT = {
    "minutes": r"minutes?|mins?|m",
    "hours": r"hours?|hrs?|h",
    "days": r"days?|d",
    "weeks": r"weeks?|wks?|w",
    "months": r"months?",
    "years": r"years?",
}
_AMOUNT = rf"[0-9]{{1,4}}|(?:an?|{'|'.join(_AMOUNTS)})(?= )"
_UNITS = {unit: re.compile(spelt) for unit, spelt in _UNITS_SPELT.items()}
_UNIT = "|".join(_UNITS_SPELT.values())
_PART = rf"(?:{_AMOUNT}) ?(?:{_UNIT})(?![a-z])"
_PARTS = re.compile(rf"({_AMOUNT}) ?({_UNIT})(?![a-z])")
_LENGTH = re.compile(rf"(?:in |for |within |\+ ?)?({_PART}(?: ?(?:and )?{_PART})*)(?: from now)?")

_ZONE = r"(?: ?(?:z|utc|gmt|bst|cet|cest|est|edt|cst|cdt|mst|mdt|pst|pdt)\b| ?[+-][0-9]{2}:?[0-9]{2})?"
_CLOCK = rf"(?:[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?(?: ?[ap]m)?|[0-9]{{1,2}}(?:\.[0-9]{{2}})? ?[ap]m){_ZONE}"
_CLOCKS = re.compile(_CLOCK)
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?"
_DATE = (
    r"(?:[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}"
    r"|[0-9]{1,2}[-/][0-9]{1,2}(?:[-/][0-9]{4})?|[0-9]{1,2}\.[0-9]{1,2}\.?(?:[0-9]{4})?"
    rf"|{_DAY} ?{_MONTH}(?: ?[0-9]{{4}})?|{_MONTH} ?{_DAY}(?: [0-9]{{4}})?)"
)
_NO_YEAR = re.compile(r"(?<![0-9./:-])([0-9]{1,2})([-/.])([0-9]{1,2})\b\.?(?![0-9/-]| ?[ap]m)")
"""24/12, 24.12.: `dateparser` might read the second number as a year, or both as a time of day."""
_DATES = re.compile(rf"(?:{_CLOCK} )?{_DATE}(?: {_CLOCK})?")
_NTH = re.compile(rf"^([0-9]{{1,2}})(?:st|nd|rd|th)(?=$| {_CLOCK}$)")
"""The next 15th, in whichever month."""
_STAMP = re.compile(r"<t:([0-9]{1,11})(?::[a-z])?>")
"""A time as Discord writes it, in seconds since 1970 (UTC)."""


def opening(text: str, *, now: datetime, zone: ZoneInfo, day_first: bool | None = True) -> datetime | Problem:
    """The moment at which something opens; a day without a time of day begins at 00:00."""
    if day_first is None:
        return _agreed(text, zone, [opening(text, now=now, zone=zone, day_first=order) for order in (True, False)])
    reader = _Reader(now, now, zone, day_first, _DAY_STARTS)
    found = reader.read(text)
    if found is None:
        return DateUnreadable(text)
    if found >= now:
        return found
    end_of_day = replace(reader, untimed=_DAY_ENDS).read(text)
    if end_of_day and end_of_day > now:  # "today", which began already
        return now
    return DatePast(text, found)


def closing(
    text: str, *, now: datetime, since: datetime, zone: ZoneInfo, day_first: bool | None = True
) -> datetime | Problem:
    """The moment at which something closes; lengths, weekdays and times of day count from `since`."""
    if day_first is None:
        found = [closing(text, now=now, since=since, zone=zone, day_first=order) for order in (True, False)]
        return _agreed(text, zone, found)
    found = _Reader(now, since, zone, day_first, _DAY_ENDS).read(text)
    if found is None:
        return DateUnreadable(text)
    if found <= now:
        return DatePast(text, found)
    if found <= since:
        return ClosesBeforeOpens(since, found)
    return found


def in_full(moment: datetime) -> str:
    """A date that is read as this moment, whatever comes first; its last second is the whole day."""
    return f"{moment:%Y-%m-%d}" if moment.second else f"{moment:%Y-%m-%d %H:%M}"


def _agreed(text: str, zone: ZoneInfo, found: list[datetime | Problem]) -> datetime | Problem:
    """What several readings have in common; one that can hold goes before those that cannot."""
    moments = sorted({moment.astimezone(zone) for moment in found if isinstance(moment, datetime)})
    if len(moments) > 1:
        return DateUnclear(text, tuple(moments))
    return moments[0].astimezone(UTC) if moments else found[0]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one text. Lengths, weekdays and times of day count from `since`, all else from `now`."""

    now: datetime
    since: datetime
    zone: ZoneInfo
    day_first: bool
    untimed: timedelta
    """The time in its day of a date without a time of day."""

    def read(self, text: str) -> datetime | None:
        try:
            found = self._read(text)
        except OverflowError:  # beyond the end of all calendars
            return None
        return found if found and found.year <= self.now.year + YEARS_AHEAD else None

    def _read(self, text: str) -> datetime | None:
        if stamp := _STAMP.fullmatch(text.strip().casefold()):
            return datetime.fromtimestamp(int(stamp[1]), UTC)
        if len(text) > LONGEST_TYPED:
            return None
        words = _plain(text)
        if words == "now":
            return self.now
        if not words or len(words) > LONGEST_TEXT:
            return None
        return self._said(words)

    def _said(self, words: str) -> datetime | None:
        if length := _LENGTH.match(words):
            end = self._after(length[1])
            clock = words[length.end() :].strip()
            return self._said(f"{self._wall(end):%Y-%m-%d} {clock}") if end and clock else end
        day = " ".join(_MIDNIGHT_WORD.sub(" ", words).split())
        return self.day(words) if day == words else replace(self, untimed=_MIDNIGHT).day(day)

    def day(self, words: str) -> datetime | None:
        if not words or _CLOCKS.fullmatch(words):
            return self._next(words)
        if found := _WEEKDAY.search(words):
            rest = " ".join((words[: found.start()] + words[found.end() :]).split())
            return self._weekday(_WEEKDAYS.index(found[1][:3]), rest)
        return self._dated(_DAY_WORD.sub(self._day_word, words))

    def _day_word(self, found: re.Match[str]) -> str:
        return f"{self._wall(self.now).date() + timedelta(days=_DAY_WORDS[found[1]])}"

    def _weekday(self, weekday: int, rest: str) -> datetime | None:
        if rest and not _CLOCKS.fullmatch(rest):
            return self._dated(rest, weekday)
        return self._next(rest, weekday)

    def _next(self, clock: str, weekday: int | None = None) -> datetime | None:
        """The first such time of day, on such a weekday, after `since`."""
        today = self._wall(self.since).date()
        whole_day = not clock and self.untimed != _MIDNIGHT
        for days in range(1 if whole_day else -1, 9):  # in a zone that is named, yesterday may go on
            day = today + timedelta(days=days)
            if weekday is None or day.weekday() == weekday:
                for fold in (0, 1):
                    found = self._dated(f"{day} {clock}".strip(), fold=fold)
                    if found is None or found > self.since:
                        return found
        return None

    def _dated(self, words: str, weekday: int | None = None, fold: int = 0) -> datetime | None:
        """A date with or without a time of day; None if it falls on another weekday than the named one. Of a time that
        comes twice, `fold` tells which is meant.
        """
        words = _NTH.sub(self._nth, words)
        if not _DATES.fullmatch(words):
            return None
        words = _NO_YEAR.sub(self._named, words)
        timed = _CLOCKS.search(words) is not None
        wall = self._wall(self.now)
        base = wall if timed else datetime.combine(wall, time()) - timedelta(seconds=1)
        found = _parse(words, base, day_first=self.day_first)
        if found is None or (weekday is not None and found.weekday() != weekday):
            return None
        if timed:
            return self._instant(found, fold)
        # A day lasts until its last second is over for good, and begins at the first possible moment.
        return self._instant(found + self.untimed, fold=int(self.untimed == _DAY_ENDS))

    def _nth(self, found: re.Match[str]) -> str:
        today = self._wall(self.now).date()
        days = (today + timedelta(days=days) for days in range(62))
        return next((str(day) for day in days if day.day == int(found[1])), "no date")

    def _named(self, found: re.Match[str]) -> str:
        """A date without a year, with its month by name; a number that can be no month is the day."""
        first, second = int(found[1]), int(found[3])
        day, month = (first, second) if self.day_first or found[2] == "." else (second, first)
        if month > 12 and found[2] != ".":
            day, month = month, day
        return f"{day} {_MONTHS[month - 1]}" if 1 <= month <= 12 and 1 <= day <= 31 else "no date"

    def _after(self, length: str) -> datetime | None:
        """The moment after `since` by a length of time."""
        parts = [(_amount(amount), _unit(unit)) for amount, unit in _PARTS.findall(length)]
        days = [f"{amount} {unit}" for amount, unit in parts if unit not in {"hours", "minutes"}]
        hours = sum(amount for amount, unit in parts if unit == "hours")
        minutes = sum(amount for amount, unit in parts if unit == "minutes")
        start = self.since
        if days:
            found = _parse(f"in {' '.join(days)}", self._wall(start), day_first=self.day_first)
            if found is None:
                return None
            start = self._instant(found)
        return start + timedelta(hours=hours, minutes=minutes)

    def _wall(self, instant: datetime) -> datetime:
        """The time on the clocks of the zone."""
        return instant.astimezone(self.zone).replace(tzinfo=None)

    def _instant(self, wall: datetime, fold: int = 0) -> datetime:
        """The moment when the zone's clocks show this time; `fold` also settles times that come twice or never."""
        return (wall if wall.tzinfo else wall.replace(tzinfo=self.zone, fold=fold)).astimezone(UTC)


def _plain(text: str) -> str:
    words = text.casefold()
    for pattern, spelling in _SPELLINGS:
        words = pattern.sub(spelling, words)
    return words.strip()


def _amount(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return 1 if text in {"a", "an"} else _AMOUNTS.index(text)


def _unit(text: str) -> str:
    return next(unit for unit, pattern in _UNITS.items() if pattern.fullmatch(text))


def _parse(words: str, base: datetime, *, day_first: bool) -> datetime | None:
    import dateparser  # noqa: PLC0415 - heavy, and most of what the bot does needs no date read

    settings = {
        "RELATIVE_BASE": base,
        "PREFER_DATES_FROM": "future",
        "DATE_ORDER": "DMY" if day_first else "MDY",
    }
    return dateparser.parse(words, languages=["en"], settings=settings)
