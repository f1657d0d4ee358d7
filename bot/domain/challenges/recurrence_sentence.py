"""A recurrence in plain words, taken apart: days, times and a time zone, in any order. The first rule to fit holds."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from bot.domain.challenges.recurrence import DayOf, Recurrence, Unit
from bot.domain.challenges.recurrence_rules import RULES, Said
from bot.domain.dates import time_of_day, time_zone
from bot.domain.dates.sentence import MOST_WORDS_OF_A_ZONE
from bot.domain.dates.time_of_day import WHOLE_DAY, Part, TimeOfDay

MOST_TIMES = 4
"""Times of one day."""
DAYS_OF_A_WEEK = 7

_BETWEEN = re.compile(
    r"(?: |\.(?= |$)|-(?![0-9])|at (?=\S)|in (?=[^\W\d]|[0-9]{1,2} [a-z]{3})|from |per (?=[^\W\d])|and (?=\S)"
    r"|(?:a )?(?:(?:new (?=[rpdc])|(?:opens?|opening|rounds?|prompts?|drabbles?|challenges?)(?: |$)))+)*+"
)
_AND = re.compile(r" (?:and )?(?:at )?")
_FIRST_DAYS = {Unit.WEEK: DayOf(0), Unit.MONTH: DayOf(number=1), Unit.YEAR: DayOf(number=1, month=1)}
Cycle = tuple[int, Unit, tuple[DayOf, ...]]
"""How many units there are from one to the next, and the days of each."""
_DAYS_LIKE: dict[Unit | None, Callable[[datetime], DayOf]] = {
    Unit.WEEK: lambda day: DayOf(day.weekday()),
    Unit.MONTH: lambda day: DayOf(number=day.day),
    Unit.YEAR: lambda day: DayOf(number=day.day, month=day.month),
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """The parts of a recurrence that were read so far."""

    said: Said = field(default_factory=Said)
    clocks: tuple[TimeOfDay, ...] = ()
    part: Part | None = None
    zone: ZoneInfo | None = None

    @property
    def times(self) -> tuple[TimeOfDay, ...]:
        """The times of the day; none if a part of the day does not fit them."""
        if self.part is None:
            return self.clocks or (WHOLE_DAY,)
        if not self.clocks:
            return (self.part.whole,)
        found = tuple(self.part.at(clock) for clock in self.clocks)
        return () if None in found else tuple(clock for clock in found if clock)

    def recurrence(self, unit: Unit | None = None, *, ending: bool = False) -> Recurrence | None:
        """How often, on which days, and when they begin or end; None if that does not fit together. `unit` is for words
        that name none. Without it, a date of the year has to be said to come again.
        """
        said, again = self.said, self.said.yearly or self.said.unit or unit
        if said.months:
            if any(day.unit is not Unit.MONTH for day in said.days):
                return None
            days = product(said.months, said.days or (DayOf(number=1),))
            said = replace(said, days=tuple(replace(day, month=month) for month, day in days))
        cycle = _on_its_days(said) if said.days else _from_the_first_day(said.every, said.unit or unit)
        if cycle is None or not self.times or (cycle[1] is Unit.YEAR and not again):
            return None
        if said.often and said.often != len(self.times if said.unit is Unit.DAY else said.days):
            return None
        times = {time.ends if ending else time.begins for time in self.times}
        return Recurrence(*cycle, tuple(sorted(times)))

    @property
    def timed(self) -> bool:
        """True if a time was read: days behind it have another one."""
        return bool(self.clocks or self.part)

    def beginning(self, start: datetime) -> "Phrase":
        """The same with the day and the time of its first one, as far as it names none."""
        said = self.said
        if said.unit in _DAYS_LIKE and not said.days and not said.months:
            said = replace(said, days=(_DAYS_LIKE[said.unit](start),))
        since = timedelta(hours=start.hour, minutes=start.minute + (start.second > 0))
        clocks = self.clocks or (() if self.part else (TimeOfDay(since, since, lasts=False),))
        return replace(self, said=said, clocks=clocks)


def _on_its_days(said: Said) -> Cycle | None:
    unit = said.days[0].unit
    if any(day.unit is not unit for day in said.days):
        return None
    if said.unit is Unit.DAY and unit is Unit.WEEK:  # daily from Monday to Friday, every 14 days on Monday
        weeks, rest = divmod(said.every, DAYS_OF_A_WEEK)
        several = said.every == 1 and len(said.days) > 1
        return (weeks or 1, unit, said.days) if several or not rest else None
    return (said.every or 1, unit, said.days) if said.unit in {None, unit} else None


def _from_the_first_day(every: int, unit: Unit | None) -> Cycle | None:
    if unit is None:
        return None
    first = _FIRST_DAYS.get(unit)
    return every or 1, unit, (first,) if first else ()


def phrases(words: str, home: ZoneInfo, day_first: bool | None) -> Iterator[Phrase]:
    """All ways to understand these words."""
    return _PhraseGrammar(words, home, day_first).rest(0, Phrase())


@dataclass(frozen=True, slots=True)
class _PhraseGrammar:
    words: str
    home: ZoneInfo
    day_first: bool | None

    def rest(self, place: int, phrase: Phrase) -> Iterator[Phrase]:
        if between := _BETWEEN.match(self.words, place):
            place = between.end()
        if place == len(self.words):
            yield phrase
            return
        for way in (self._recurring, self._clocks, self._part, self._zones):
            found = [*way(place, phrase)]
            for end, more in found:
                yield from self.rest(end, more)
            if found:
                return

    def _recurring(self, place: int, phrase: Phrase) -> Iterator[tuple[int, Phrase]]:
        for pattern, rule in RULES:
            if found := pattern.match(self.words, place):
                read = [*rule(found, self.day_first)]
                if phrase.said.days and (phrase.timed or len(read) > 1):
                    read = [said for said in read if not said.days]
                ways = [more for said in read if (more := phrase.said.and_(said))]
                yield from ((found.end(), replace(phrase, said=more)) for more in ways)
                if ways:
                    return

    def _clocks(self, place: int, phrase: Phrase) -> Iterator[tuple[int, Phrase]]:
        if phrase.clocks:
            return
        each: list[tuple[TimeOfDay, ...]] = []
        end = place
        while len(each) < MOST_TIMES and (found := self._clock(place)):
            end, clocks = found
            each.append(clocks)
            joint = _AND.match(self.words, end)
            if joint is None:
                break
            place = joint.end()
        if each:
            yield from ((end, replace(phrase, clocks=clocks)) for clocks in product(*each))

    def _clock(self, place: int) -> tuple[int, tuple[TimeOfDay, ...]] | None:
        for pattern, rule in time_of_day.RULES:
            if (found := pattern.match(self.words, place)) and (clocks := tuple(rule(found))):
                return found.end(), clocks
        return None

    def _part(self, place: int, phrase: Phrase) -> Iterator[tuple[int, Phrase]]:
        found = time_of_day.PART_SAID.match(self.words, place)
        if found and phrase.part is None:
            yield found.end(), replace(phrase, part=time_of_day.PARTS[found[1]])

    def _zones(self, place: int, phrase: Phrase) -> Iterator[tuple[int, Phrase]]:
        if any(pattern.match(self.words, place) for pattern, _ in RULES):
            return  # Christmas is an island, too
        words = self.words[place:].split(" ")
        for number in range(min(MOST_WORDS_OF_A_ZONE, len(words)), 0, -1):
            called = " ".join(words[:number])
            if phrase.zone is None and (zones := time_zone.meant(called, self.home)):
                yield from ((place + len(called), replace(phrase, zone=zone)) for zone in zones)
                return
