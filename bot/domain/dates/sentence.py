"""A date in plain words, taken apart: a day, a time of the day, a time zone, in any order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from bot.domain.dates import day, length, time_of_day, time_zone
from bot.domain.dates.day import Day
from bot.domain.dates.time_of_day import WHOLE_DAY, Part, TimeOfDay

MOST_WORDS_OF_A_ZONE = 5

_BETWEEN = re.compile(r"(?: |\.(?= |$)|-(?![0-9])|at (?=\S)|in (?=[^\W\d])|and (?=at ))*+")
_BEHIND_MOST, _AHEAD_MOST = timedelta(hours=-12), timedelta(hours=14)
_AHEAD = re.compile(r"([+-])([0-9]{2}):?([0-9]{2})(?![0-9])")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The parts of a date that were read so far."""

    day: Day | None = None
    weekday: int | None = None
    """A weekday beside a date."""
    clock: TimeOfDay | None = None
    part: Part | None = None
    zone: tzinfo | None = None

    @property
    def time(self) -> TimeOfDay | None:
        """The time of day; None if there is none, or its parts do not fit together."""
        if self.earlier and (self.clock or self.part):
            return None
        if self.part is None:
            return self.clock or (WHOLE_DAY if self.day else None)
        if self.clock is None:
            return self.part.whole if self.day else None
        return self.part.at(self.clock)

    @property
    def earlier(self) -> int:
        """Number of days by which it begins before its date."""
        return self.day.days_before if self.day else 0

    def on(self, found: Day) -> "Sentence | None":
        """The sentence with a day, too. A date may have a weekday beside it."""
        if self.day is None:
            return replace(self, day=found)
        if self.weekday is None and self.day.weekday is not None and found.weekday is None:
            return replace(self, day=found, weekday=self.day.weekday)
        if self.weekday is None and found.weekday is not None and self.day.weekday is None:
            return replace(self, weekday=found.weekday)
        return None


def sentences(words: str, home: ZoneInfo, day_first: bool | None) -> Iterator[Sentence]:
    """All ways to understand these words."""
    return _Grammar(words, home, day_first).rest(0, Sentence())


@dataclass(frozen=True, slots=True)
class _Grammar:
    words: str
    home: ZoneInfo
    day_first: bool | None

    def rest(self, place: int, said: Sentence) -> Iterator[Sentence]:
        if between := _BETWEEN.match(self.words, place):
            place = between.end()
        if place == len(self.words):
            yield said
            return
        ways = [*self._days(place, said), *self._clocks(place, said), *self._part(place, said)]
        for end, more in ways or self._zones(place, said):
            yield from self.rest(end, more)

    def _days(self, place: int, said: Sentence) -> Iterator[tuple[int, Sentence]]:
        for pattern, rule in day.RULES:
            if found := pattern.match(self.words, place):
                for each in rule(found, self.day_first):
                    if more := said.on(each):
                        yield found.end(), more
        if said.day is None:
            yield from self._shifted_days(place, said)

    def _shifted_days(self, place: int, said: Sentence) -> Iterator[tuple[int, Sentence]]:
        if not (found := length.SHIFT.match(self.words, place)) or not (shift := length.of(found["length"])):
            return
        step = relativedelta(months=shift.months, days=shift.days)
        for end, more in self._days(found.end(), said):
            if more.day and not shift.hours:
                yield end, replace(more, day=day.moved(more.day, -step if found["side"] == "before" else step))

    def _clocks(self, place: int, said: Sentence) -> Iterator[tuple[int, Sentence]]:
        if said.clock is None:
            for pattern, rule in time_of_day.RULES:
                if found := pattern.match(self.words, place):
                    for clock in rule(found):
                        yield found.end(), replace(said, clock=clock)

    def _part(self, place: int, said: Sentence) -> Iterator[tuple[int, Sentence]]:
        found = time_of_day.PART_SAID.match(self.words, place)
        if found and said.part is None:
            yield found.end(), replace(said, part=time_of_day.PARTS[found[1]])

    def _zones(self, place: int, said: Sentence) -> Iterator[tuple[int, Sentence]]:
        if said.zone is not None:
            return
        if found := _AHEAD.match(self.words, place):
            ahead = timedelta(hours=int(found[1] + found[2]), minutes=int(found[1] + found[3]))
            if _BEHIND_MOST <= ahead <= _AHEAD_MOST:  # else 18:00-20:00 would be one time
                yield found.end(), replace(said, zone=timezone(ahead))
            return
        words = self.words[place:].split(" ")
        for number in range(min(MOST_WORDS_OF_A_ZONE, len(words)), 0, -1):
            called = " ".join(words[:number])
            if zones := time_zone.meant(called, self.home):
                yield from ((place + len(called), replace(said, zone=zone)) for zone in zones)
                return
