"""The number of words a round takes: a count, or a choice of counts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

MOST = 100_000
"""A number beyond this is a slip of the finger, not a drabble."""

SHERLOCK = "221B"
"""The form whose last word starts with b."""
SERIES = "drabble series"
"""The form of several sections, each of which is a drabble."""


@dataclass(frozen=True, slots=True)
class Count:
    """From `low` to `high` words and a whole multiple of `step`, give or take `leniency` words. With `times`, so many
    sections of `step` words each.

    `form` is the name the rule was given by. A form and its rule are separate things: a rule of exactly 100
    words is not called a drabble unless somebody called it one.
    """

    low: int = 0
    high: int | None = None
    step: int = 1
    times: int | None = None
    leniency: int = 0
    form: str | None = None

    @property
    def counts(self) -> tuple["Count"]:
        return (self,)

    @property
    def in_sections(self) -> bool:
        return self.form == SERIES or self.times is not None

    def admits(self, words: int) -> bool:
        return self.off_by(words) <= self.leniency

    def admits_section(self, words: int) -> bool:
        """True if a section of a series may have so many words."""
        return abs(words - self.step) <= self.leniency

    def off_by(self, words: int) -> int:
        """How many words too many or too few, by the nearest number that is asked for. No words are no multiple."""
        if self.times is not None:
            return abs(words - self.times * self.step)
        if self.step > 1:
            over = words % self.step
            return self.step - over if words < self.step else min(over, self.step - over)
        above = 0 if self.high is None else words - self.high
        return max(self.low - words, above, 0)

    def __str__(self) -> str:
        """The rule in the one spelling that is stored; `written_word_rule.read` gives the same rule back."""
        return f"{self.bare} +-{self.leniency}" if self.leniency else self.bare

    @property
    def bare(self) -> str:
        """The same without the leniency."""
        if self.form is not None:
            return self.form
        if self.times is not None:
            return f"{self.times} x {self.step}"
        if self.step > 1:
            return f"multiple of {self.step}"
        if self.high is None:
            return f"at least {self.low}" if self.low else "anything"
        if self.low == self.high:
            return str(self.low)
        return f"{self.low}-{self.high}" if self.low else f"up to {self.high}"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Any of several counts, all with the same leniency."""

    counts: tuple[Count, ...]

    def admits(self, words: int) -> bool:
        return any(count.admits(words) for count in self.counts)

    def __str__(self) -> str:
        leniency = self.counts[0].leniency
        spelling = " or ".join(count.bare for count in self.counts)
        return f"{spelling} +-{leniency}" if leniency else spelling


WordRule = Count | AnyOf

ANYTHING = Count()


def nearest(rule: WordRule, words: int) -> Count:
    """The count of a rule that so many words miss by the least."""
    return min(rule.counts, key=lambda count: count.off_by(words))


def misses(rule: WordRule, words: int) -> list[int]:
    """How many words too many there are for the nearest count, below 0 for too few. Two counts may be equally near."""
    least = nearest(rule, words).off_by(words)
    return [off for off in (least, -least) if any(count.off_by(words - off) == 0 for count in rule.counts)]


def any_of(counts: Iterable[Count]) -> WordRule:
    """The choice of these counts, without repetitions. Of two equal counts, the one with a name stays."""
    found: dict[Count, Count] = {}
    for count in counts:
        numbers = replace(count, form=None) if count.form not in (SERIES, SHERLOCK) else count
        if found.setdefault(numbers, count).form is None:
            found[numbers] = count
    if ANYTHING in found:
        return ANYTHING
    different = tuple(found.values())
    return different[0] if len(different) == 1 else AnyOf(different)


# -- counts ---------------------------------------------------------------------------------------


def exactly(words: int, form: str | None = None) -> Count:
    return Count(low=words, high=words, form=form)


def at_most(words: int, form: str | None = None) -> Count:
    return Count(high=words, form=form)


def under(words: int) -> Count:
    return at_most(words - 1)


def at_least(words: int) -> Count:
    return Count(low=words)


def over(words: int) -> Count:
    return at_least(words + 1)


def between(low: int, high: int) -> Count:
    """The rule with its ends in either order: a range written backwards means the same."""
    return Count(low=min(low, high), high=max(low, high))


def upwards(low: int, high: int) -> Count:
    """The rule with its ends as they stand: `100 -5` may mean five fewer, and `min 500 max 100` means nothing."""
    return Count(low=low, high=high)


def multiple_of(words: int, form: str | None = None) -> Count:
    return Count(step=words, form=form)


def sections(times: int, words: int) -> Count:
    return exactly(words) if times == 1 else Count(step=words, times=times)


def sensible(count: Count) -> Count | None:
    """The count; None if no story fits it but perhaps an empty one. A multiple of zero is no rule."""
    numbers = (count.low, count.high or 0, count.step * (count.times or 1), count.leniency)
    if max(numbers) > MOST or count.step == 0 or count.times == 0:
        return None
    return None if count.high is not None and count.high < max(count.low, 1) else count


FORMS = (
    exactly(100, "drabble"),
    exactly(50, "half-drabble"),
    exactly(55, "55 fiction"),
    exactly(150, "drabble-and-a-half"),
    exactly(200, "double drabble"),
    exactly(221, SHERLOCK),
    exactly(300, "triple drabble"),
    exactly(400, "quadruple drabble"),
    exactly(500, "pentadrabble"),
    multiple_of(100, SERIES),
    at_most(999, "ficlet"),
    at_most(1000, "flash fiction"),
)
