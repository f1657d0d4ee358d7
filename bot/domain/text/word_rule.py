"""The number of words a round takes, as people write it: `drabble`, `100-500`, `<= 1000`, `x100`, `100 +-5`."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.domain.text import limits

MOST = 100_000
"""A number beyond this is a slip of the finger, not a drabble."""

SHERLOCK = "221B"
"""The form whose last word starts with b."""
SERIES = "drabble series"
"""The form of several sections, each of which is a drabble."""


@dataclass(frozen=True, slots=True)
class WordRule:
    """From `low` to `high` words and a whole multiple of `step`, give or take `leniency` words.

    `form` is the name the rule was given by. A form and its rule are separate things: a rule of exactly 100
    words is not called a drabble unless somebody called it one.
    """

    low: int = 0
    high: int | None = None
    step: int = 1
    leniency: int = 0
    form: str | None = None

    def admits(self, words: int) -> bool:
        return self.off_by(words) <= self.leniency

    def admits_section(self, words: int) -> bool:
        """True if a section of a series may have so many words."""
        return abs(words - self.step) <= self.leniency

    def off_by(self, words: int) -> int:
        """The words by which a count misses the nearest one asked for; no words are no multiple."""
        if self.step > 1:
            over = words % self.step
            return self.step - over if words < self.step else min(over, self.step - over)
        above = 0 if self.high is None else words - self.high
        return max(self.low - words, above, 0)

    def __str__(self) -> str:
        """The rule in the one spelling that is stored; `read` gives the same rule back."""
        spelling = self.form or self._numbers()
        return f"{spelling} +-{self.leniency}" if self.leniency else spelling

    def _numbers(self) -> str:
        if self.step > 1:
            return f"x{self.step}"
        if self.high is None:
            return f">= {self.low}" if self.low else "any"
        if self.low == self.high:
            return str(self.low)
        return f"{self.low}-{self.high}" if self.low else f"<= {self.high}"


ANYTHING = WordRule()


def exactly(words: int, form: str | None = None) -> WordRule:
    return WordRule(low=words, high=words, form=form)


def at_most(words: int, form: str | None = None) -> WordRule:
    return WordRule(high=words, form=form)


def under(words: int) -> WordRule:
    return at_most(words - 1)


def at_least(words: int) -> WordRule:
    return WordRule(low=words)


def over(words: int) -> WordRule:
    return at_least(words + 1)


def between(low: int, high: int) -> WordRule:
    """The rule with its ends in either order: a range written backwards means the same."""
    return WordRule(low=min(low, high), high=max(low, high))


def upwards(low: int, high: int) -> WordRule:
    """The rule with the low end first: `100 -5` may mean five fewer, and `min 500 max 100` means nothing."""
    return WordRule(low=low, high=high)


def downwards(high: int, low: int) -> WordRule:
    return upwards(low, high)


def multiple_of(words: int, form: str | None = None) -> WordRule:
    return WordRule(step=words, form=form)


FORMS = (
    exactly(100, "drabble"),
    exactly(50, "half-drabble"),
    exactly(55, "55 fiction"),
    exactly(150, "drabble-and-a-half"),
    exactly(200, "double drabble"),
    exactly(221, SHERLOCK),
    exactly(300, "triple drabble"),
    exactly(500, "pentadrabble"),
    multiple_of(100, SERIES),
    at_most(999, "ficlet"),
)

_OTHER_NAMES = {
    "half a drabble": "half-drabble",
    "fifty-five fiction": "55 fiction",
    "sesquidrabble": "drabble-and-a-half",
    "one and a half drabble": "drabble-and-a-half",
    "series of drabbles": "drabble series",
}

_EXAMPLES = (between(100, 500), at_most(1000), at_least(50), multiple_of(100), ANYTHING)
_BEGUN = (
    *("exactly 100", "between 100 and 500", "from 100 to 500", "at least 50", "min 50", ">= 50", "at most 1000"),
    *("up to 1000", "max 1000", "<= 1000", "multiple of 100", "x100"),
)
"""Rules as people begin to type them."""


_ARTICLE = re.compile(r"^an? ")
_BETWEEN_WORDS = re.compile(r"[\s_-]")


def _key(name: str) -> str:
    """A form's name without the parts that people write differently: case, hyphens, blanks, an article, a plural."""
    bare = _ARTICLE.sub("", name.casefold())
    return _BETWEEN_WORDS.sub("", bare).removesuffix("s")


_BY_KEY = {_key(rule.form): rule for rule in FORMS if rule.form} | {
    _key(other): rule for other, name in _OTHER_NAMES.items() for rule in FORMS if rule.form == name
}

# A blank marks thousands only after a single digit: `50 100` may be two numbers.
_N = r"([1-9][0-9]{0,2}(?:[,.][0-9]{3}){1,20}+|[1-9] [0-9]{3}|[0-9]{1,80}+)"
_DASH = r"(?:-|‐|‑|‒|–|—|−|\.\.+|…)"

_LENIENCY = re.compile(rf"(?<![\s,;(])[\s,;(]*+(?:\+ ?/? ?[-–−]|±|give or take|plus or minus) ?{_N}\)?$")
_UNIT = re.compile(r"(?<=[0-9+ ]) ?(?:words?|wds?|w)\b\.?")
_AT_MOST = r"(?:<=|=<|≤|at most|up to|(?:a )?max(?:imum)?\.?(?: of)?|no more than|not more than)"
_AT_LEAST = r"(?:>=|=>|≥|at least|(?:a )?min(?:imum)?\.?(?: of)?|from|no (?:fewer|less) than)"
_ANYTHING = re.compile(r"any|anything|any (?:length|number)(?: of)?|no (?:limit|rule)s?|unlimited|free")

# Each shape with the rule that its numbers make; it must match the whole text.
_SHAPES: tuple[tuple[re.Pattern[str], Callable[..., WordRule]], ...] = (
    (re.compile(rf"(?:exactly |precisely |={{1,2}} ?)?{_N}(?: exactly)?"), exactly),
    (re.compile(rf"{_N} {_DASH}{_N}"), upwards),
    (re.compile(rf"(?:between |from )?{_N} ?(?:{_DASH}|to|and|&|until) ?{_N}"), between),
    (re.compile(rf"{_AT_LEAST} ?{_N},? (?:and |but )?{_AT_MOST} ?{_N}"), upwards),
    (re.compile(rf"{_AT_MOST} ?{_N},? (?:and |but )?{_AT_LEAST} ?{_N}"), downwards),
    (re.compile(rf"{_AT_MOST} ?{_N}"), at_most),
    (re.compile(rf"{_N} ?(?:or (?:less|fewer)|at most|max(?:imum)?\.?)"), at_most),
    (re.compile(rf"(?:<|under|below|less than|fewer than) ?{_N}"), under),
    (re.compile(rf"{_AT_LEAST} ?{_N}"), at_least),
    (re.compile(rf"{_N} ?(?:\+|or more|and up|at least|min(?:imum)?\.?)"), at_least),
    (re.compile(rf"(?:>|over|above|more than) ?{_N}"), over),
    (re.compile(rf"(?:(?:any |a )?multiples? of|in|[x×*]) ?{_N}s?"), multiple_of),
    (re.compile(rf"{_N} ?[x×s]"), multiple_of),
)


def read(text: str) -> WordRule | None:
    """The rule somebody wrote, or None if we cannot understand it or no story could fit it."""
    bare = _UNIT.sub("", " ".join(text.casefold().split()))
    leniency = 0
    if found := _LENIENCY.search(bare):
        bare, leniency = bare[: found.start()], _number(found[1])
    bare = bare.strip(" ,;.:")
    rule = _named(bare) or _numbered(bare)
    if rule is None or leniency > MOST:
        return None
    return rule if rule == ANYTHING else replace(rule, leniency=leniency)


def suggestions(typed: str) -> list[WordRule]:
    """The rules that a half-typed text may become: the rule it is already, then forms with such a name, then others
    that begin like it.
    """
    if not typed.strip():
        return [*FORMS, *_EXAMPLES]
    found = [rule for rule in (read(typed),) if rule]
    if found and found[0] == exactly(found[0].low):
        number = found[0].low
        found += [at_most(number), at_least(number), multiple_of(number)]
    key = _key(typed.strip())
    found += [rule for name, rule in _BY_KEY.items() if key in name]
    found += [rule for begun in _BEGUN if begun.startswith(typed.strip().casefold()) and (rule := read(begun))]
    return list(dict.fromkeys(found))[: limits.CHOICES]


def _number(digits: str) -> int:
    # Python refuses to read thousands of digits; so many are beyond any number taken here anyway.
    return int("".join(filter(str.isdecimal, digits))) if len(digits) <= 12 else MOST + 1


def _named(bare: str) -> WordRule | None:
    return ANYTHING if _ANYTHING.fullmatch(bare) else _BY_KEY.get(_key(bare))


def _numbered(bare: str) -> WordRule | None:
    for shape, rule_of in _SHAPES:
        if found := shape.fullmatch(bare):
            numbers = [_number(digits) for digits in found.groups()]
            return _sensible(rule_of(*numbers)) if max(numbers) <= MOST else None
    return None


def _sensible(rule: WordRule) -> WordRule | None:
    """The rule, or None if nothing but an empty story fits it, or not even that; a multiple of zero is no rule."""
    if (rule.high is not None and rule.high < max(rule.low, 1)) or rule.step == 0:
        return None
    return rule
