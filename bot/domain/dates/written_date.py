"""Dates as people write them, in a guild's own time zone.

- Everything lies ahead: "friday 8pm" is the next Friday at 20:00, "1 January" the next one.
- A weekday alone is never today: on a Sunday, "sunday" is a week away.
- A day without a time of day is the whole day. A round opens then at 00:00 and closes at 23:59:59; if clocks change at
  midnight, it opens and closes with the day's first and last second. A part of a day likewise.
- "midnight" is the one at the end of the day.
- A time that the clocks skip moves on by as much. A time that comes twice is the first one that lies ahead.
- If day and month do not fit the guild's order, as in 12/31, they are the other way round.
- What may be several moments is not guessed, unless only one of them lies ahead.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from zoneinfo import ZoneInfo

from bot.domain.dates import length, plain, sentence
from bot.domain.dates.day import YEARS_AHEAD
from bot.domain.dates.sentence import Sentence
from bot.domain.dates.time_of_day import MIDNIGHT, WHOLE_DAY, TimeOfDay
from bot.domain.problem import ClosesBeforeOpens, DatePast, DateTooFar, DateUnclear, DateUnreadable, Problem

LONGEST = 100
"""Characters of a typed text."""
_STAMP = re.compile(r"<t:([0-9]+)(?::[a-z])?>")
"""A time as Discord writes it, in seconds since 1970 (UTC)."""
_LAST = datetime.max.replace(microsecond=0, tzinfo=UTC)
"""The last moment that can be told."""

_TOLD_AGAIN = re.compile(r"(?<=[^\W\d_])\s*[/|=(]\s*(?=[0-9])")
"""Between two time zones' times: 8pm ET / 5pm PT."""
MOST_TOLD = 4


def opening(text: str, *, now: datetime, zone: ZoneInfo, day_first: bool | None = True) -> datetime | Problem:
    """The moment at which something opens; a day that has begun opens now."""
    found = _Reader(now, now, zone, day_first).read(text)
    if isinstance(found, Problem):
        return found
    ahead = [max(span.begins, now) for span in found if span.ends >= now]
    return _only(text, ahead, zone) if ahead else DatePast(text, found[0].begins)


def closing(
    text: str, *, now: datetime, since: datetime, zone: ZoneInfo, day_first: bool | None = True
) -> datetime | Problem:
    """The moment at which something closes; lengths, weekdays and times of day count from `since`."""
    found = _Reader(now, since, zone, day_first).read(text)
    if isinstance(found, Problem):
        return found
    ahead = [span.ends for span in found if span.ends > max(now, since)]
    if ahead:
        return _only(text, ahead, zone)
    end = found[0].ends
    return DatePast(text, end) if end <= now else ClosesBeforeOpens(since, end)


def in_full(moment: datetime) -> str:
    """The moment as a date that no order of day and month can change. A day's last second stands for the whole day."""
    return f"{moment:%Y-%m-%d}" if f"{moment:%H:%M:%S}" == "23:59:59" else f"{moment:%Y-%m-%d %H:%M}"


def full_hour(text: str, moment: datetime, zone: ZoneInfo) -> datetime | None:
    """The next full hour after a length of time ends; None if it ends at one, or the text is a date."""
    is_length = any(length.SAID.fullmatch(words) for words in plain.wordings(text))
    local = moment.astimezone(zone)
    if not is_length or not local.minute:
        return None
    return (moment + timedelta(hours=1, minutes=-local.minute)).astimezone(zone).replace(second=0, microsecond=0)


def _only(text: str, moments: list[datetime], zone: ZoneInfo) -> datetime | Problem:
    several = sorted(dict.fromkeys(moment.astimezone(zone) for moment in moments), key=datetime.date)
    return DateUnclear(text, tuple(several)) if len(several) > 1 else moments[0]


@dataclass(frozen=True, slots=True)
class _Span:
    """The time for which a written date holds, from its beginning to its end."""

    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class _Reader:
    now: datetime
    since: datetime
    zone: ZoneInfo
    day_first: bool | None

    def read(self, text: str) -> list[_Span] | Problem:
        """All spans that the text may mean, the likeliest first; at least one."""
        every = dict.fromkeys(self._every_span(text) if len(text) <= LONGEST else ())
        if not every:
            return DateUnreadable(text, self.now.astimezone(self.zone).date())
        near = [span for span in every if span.ends.year <= self.now.year + YEARS_AHEAD]
        return near or DateTooFar(text, YEARS_AHEAD)

    def _every_span(self, text: str) -> list[_Span]:
        said = text.strip().casefold()
        if stamp := _STAMP.fullmatch(said):
            return [_point(datetime.fromtimestamp(min(int(stamp[1]), int(_LAST.timestamp())), UTC))]
        if said == "now":
            return [_point(self.now)]
        return self.first_understood(text) or [*self._told_for_zones(text)]

    def first_understood(self, text: str) -> list[_Span]:
        for mended in (False, True):
            for words in plain.wordings(text, mended=mended):
                if found := [*self._lengths(words), *self._dates(words)]:
                    return found
        return []

    def _told_for_zones(self, text: str) -> Iterator[_Span]:
        """One moment told for several time zones. All have to agree with the one that names the day."""
        ways = _TOLD_AGAIN.split(text, maxsplit=MOST_TOLD - 1)
        for way in ways if len(ways) > 1 else ():
            for span in self.first_understood(way):
                since = replace(self, since=span.begins - timedelta(seconds=1))
                if all(span in since.first_understood(other) for other in ways if other is not way):
                    yield span

    def _lengths(self, words: str) -> Iterator[_Span]:
        said = length.SAID.match(words)
        if not said or not (found := length.of(said[0])):
            return
        end = found.after(self.since, self.zone)
        rest = words[said.end() :].strip()
        if rest:
            yield from self._dates(f"{end.astimezone(self.zone):%Y-%m-%d} {rest}")
        else:
            yield _point(end)

    def _dates(self, words: str) -> Iterator[_Span]:
        for said in sentence.sentences(words, self.zone, self.day_first):
            if said.time and (span := self._span(said, said.time)):
                yield span

    def _span(self, said: Sentence, time_of_day: TimeOfDay) -> _Span | None:
        """The first span that lies ahead, or else the first."""
        named, zone = said.day, said.zone or self.zone
        floor = self.now if named and named.said_now else self.since
        start = floor.astimezone(zone).date()
        if named and named.weekday is not None and time_of_day is WHOLE_DAY:
            start += timedelta(1)
        dates = named.dates(start) if named else iter((start, start + timedelta(1)))
        spans = [(found, span) for found in islice(dates, 3) for span in _on(found, said.earlier, time_of_day, zone)]
        ahead = next((each for each in spans if each[1].ends > floor), spans[0] if spans else None)
        if ahead is None or said.weekday not in {None, ahead[0].weekday()}:
            return None
        return ahead[1]


def _on(on: date, earlier: int, time_of_day: TimeOfDay, zone: tzinfo) -> Iterator[_Span]:
    """The span on a date; two of them for a time that the clocks show twice."""
    midnight = datetime.combine(on, time())
    begins, ends = midnight + time_of_day.begins, midnight + time_of_day.ends
    if time_of_day.lasts:
        yield _Span(_instant(begins - timedelta(earlier), zone), _instant(ends, zone, fold=1))
    else:
        yield _point(_instant(begins, zone))
        if time_of_day.ends < MIDNIGHT:
            yield _point(_instant(begins, zone, fold=1))


def _point(moment: datetime) -> _Span:
    return _Span(moment, moment)


def _instant(wall: datetime, zone: tzinfo, fold: int = 0) -> datetime:
    """The moment when the zone's clocks show this time; `fold` also settles times that come twice or never."""
    return wall.replace(tzinfo=zone, fold=fold).astimezone(UTC)
