"""Word rules as people write them: `drabble`, `100-500`, `up to 1k`, `100 or 200`, `about 100`, `3 x 100`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from unicodedata import combining, normalize

from bot.domain.text import limits, numeral, word_rule, word_rule_phrases
from bot.domain.text.word_rule import (
    ANYTHING,
    FORMS,
    SHERLOCK,
    AnyOf,
    Count,
    WordRule,
    at_least,
    at_most,
    between,
    exactly,
    multiple_of,
    over,
    sections,
    under,
    upwards,
)

LONGEST = 300
"""Characters of a rule; nobody needs more."""
MOST_COUNTS = 10
ABOUT = 10
"""The per cent by which `about 100` may be missed."""


# -- what is said, in signs ------------------------------------------------------------------------


def folded(text: str) -> str:
    """The text without accents, in small letters."""
    plain = normalize("NFKD", text.casefold())
    return normalize("NFC", "".join(letter for letter in plain if not combining(letter)))


_SIGN = {folded(phrase): sign for sign, phrases in word_rule_phrases.SAID.items() for phrase in phrases.split("|")}
_PHRASE = re.compile(
    rf"(?<![^\W\d_])({'|'.join(map(re.escape, sorted(_SIGN, key=len, reverse=True)))})"
    r"\.?(?: (?:of|de|di|les|le|la|los|las))?(?![^\W\d_])"
)
_EMOJI = re.compile("[☀-➿\U0001f000-\U0001faff\ufe0f\u200d]++")
_HUNDRED = re.compile(r"(?<![\d.,])(\d{1,2}) hundred\b")
_DOZEN = re.compile(r"\b(?:(\d{1,2}) |an? )?dozen\b")
_EMPTY = re.compile(r" ?\( \)")
_K = re.compile(r"(?<=\d) (?=k\b)")
_PERCENT = re.compile(rf"(?<=\d) ?(?:{word_rule_phrases.PERCENT})\b")
_DASH = re.compile(r"\.\.++|--++|[‐‑‒–—−]")
_PLUS_MINUS = re.compile(r"\+ ?/? ?-")
_MINUS = re.compile(r"(?<=\d) -(?=\d)")
"""In `100 -5`, which may mean five fewer."""
_MARKS = str.maketrans({"≈": "~", "×": "x", "*": "x", "’": "'", ":": " ", '"': " "})
_AT_MOST, _AT_LEAST, _IS = re.compile(r"=<|≤"), re.compile(r"=>|≥"), re.compile(r"(?<![<>])=++")
_TOKEN = re.compile(r"\d++(?:\.\d++)++|\d,\d{1,2}(?!\d)|\d++|<=|>=|\+-|[^\W\d_]++|[^\w\s]")
_STORIES = re.compile(r"\bw(?: (?:w|story|stories|fics?|fanfics?|pieces?|texts?|entry|entries))++\b")


@lru_cache(maxsize=256)
def signs(text: str) -> str:
    """What was said in signs, numbers and names, with a blank between each two: `Höchstens 1.000 Wörter` is
    `<= 1000 w`.
    """
    plain = " ".join(normalize("NFKC", _EMOJI.sub(" ", text)).casefold().split())
    plain = folded(numeral.in_digits(_PERCENT.sub("%", _HUNDRED.sub(r"\g<1>00", _K.sub("", plain)))))
    plain = _DOZEN.sub(lambda found: str(12 * int(found[1] or 1)), plain)
    plain = _PLUS_MINUS.sub(" ± ", _MINUS.sub(" ∓ ", _DASH.sub("-", plain)))
    plain = _IS.sub(" ", _AT_LEAST.sub(">=", _AT_MOST.sub("<=", plain.translate(_MARKS))))
    plain = _PHRASE.sub(lambda found: f" {_SIGN[found[1]]} ", " ".join(plain.split())).replace("±", "+-")
    return _STORIES.sub("w", _EMPTY.sub("", " ".join(_TOKEN.findall(plain))).strip(" .,;!?"))


def bare(said: str) -> str:
    """The same without `w`, which says nothing beside a number."""
    return " ".join(sign for sign in said.split() if sign != "w")


# -- counts by name -------------------------------------------------------------------------------

_OTHER_NAMES = {
    "single": "drabble",
    "single drabble": "drabble",
    "double": "double drabble",
    "triple": "triple drabble",
    "half a drabble": "half-drabble",
    "dribble": "half-drabble",
    "demi-drabble": "half-drabble",
    "drabble and a half": "drabble-and-a-half",
    "sesquidrabble": "drabble-and-a-half",
    "one and a half drabble": "drabble-and-a-half",
    "drouble": "double drabble",
    "doppeldrabble": "double drabble",
    "doble drabble": "double drabble",
    "drabble doble": "double drabble",
    "doppio drabble": "double drabble",
    "tripeldrabble": "triple drabble",
    "drabble triple": "triple drabble",
    "trible": "triple drabble",
    "quadrabble": "quadruple drabble",
    "quintuple drabble": "pentadrabble",
    "series": "drabble series",
    "series of drabbles": "drabble series",
    "drabble sequence": "drabble series",
    "flash": "flash fiction",
    "flashfic": "flash fiction",
}
_ARTICLE = re.compile(r"^(?:the|an?|un[ae]?|uma?|eine?) ")
_BETWEEN_WORDS = re.compile(r"[\s_-]")


def key(said: str) -> str:
    """A form's name without the parts that people write differently: hyphens, blanks, an article, a plural."""
    return _BETWEEN_WORDS.sub("", _ARTICLE.sub("", said)).removesuffix("s")


_BY_KEY = {key(signs(rule.form)): rule for rule in FORMS if rule.form} | {
    key(signs(other)): rule for other, name in _OTHER_NAMES.items() for rule in FORMS if rule.form == name
}
_ANYTHING = frozenset(bare(signs(said)) for said in word_rule_phrases.ANYTHING.split("|"))


def is_number(count: Count) -> bool:
    """True for a form that asks for a number of words, and no more."""
    return count.low == count.high and count.form != SHERLOCK


def named(said: str) -> Count | None:
    name = bare(said)
    return ANYTHING if name in _ANYTHING else _BY_KEY.get(key(name))


_IN_BRACKETS = re.compile(r"([^()]{1,40}+)\(([^()]{1,40}+)\)")
_FORM_FIRST = re.compile(r"([^\d()<>~]{1,40}+)(\d[^()]{0,40}+)")
_COUNT_FIRST = re.compile(r"(\d{1,12}+) (?:- )?w ([^()]{1,40}+)")
_FILLING = " ,-/"


def named_and_counted(said: str) -> Count | None:
    """`drabble (100 words)`, `100-word drabble`: a form and its number, if they agree."""
    for shape in (_IN_BRACKETS, _FORM_FIRST, _COUNT_FIRST):
        if found := shape.fullmatch(said):
            one, other = (part.strip(_FILLING).removesuffix(" of") for part in found.groups())
            form = named(one) or named(other)
            number = shaped(bare(other)) or shaped(bare(one))
            return form if form and number and agree(form, number) else None
    return None


def agree(form: Count, number: Count) -> bool:
    return number in (replace(form, form=None), exactly(form.step))


_SERIES = re.compile(r"(?:(?:a )?(?:series|set) of )?(\d{1,12}+) (?:x )?([^\d]{1,40}+)")
_TURNED = re.compile(r"([^\d]{1,40}+)(\d{1,12}+)")


_EACH_OF = re.compile(r"(\d{1,12}+ [^\d]{1,40}?) (?:of|a|at|with|,|\() (\d{1,12}+)(?: \))?")
_FIVE_AND_ONE = re.compile(r"(\d{1,2}+) \+ (\d{1,2}+)(?= [^\W\d])")
_ONE_OR_TWO = re.compile(r"((?:\d{1,2} (?:or|,|/) )+(?:or )?)\d{1,2} (?:x )?([^\d]{1,40}+)")
_BETWEEN_NUMBERS = re.compile(r"(?<=\d)(?= (?:or|,|/) )")
_ONE = re.compile(r"^one(?= or \d)")
_DIGIT = re.compile(r"\d")
_A_FORM_OR_TWO = re.compile(r"(?P<one>one |1 |an? |un[ae]? |uma? |eine? )?(?P<name>[^\d]{1,40}?) or (?P<times>[2-9])")


def several(said: str) -> Count | None:
    """`3 drabbles`, `series of 3 drabbles`, `drabble x 3`, `5 drabbles of 100 words`, `5+1 drabbles`."""
    if found := _EACH_OF.fullmatch(said):
        series = several(found[1])
        return series if series and series.step == int(found[2]) else None
    said = _FIVE_AND_ONE.sub(lambda found: str(int(found[1]) + int(found[2])), said)
    if found := _SERIES.fullmatch(said):
        times, name = found.groups()
    elif found := _TURNED.fullmatch(said):
        name, times = found.groups()
    else:
        return None
    form = named(name.strip().removesuffix(" x"))
    if form is None or not is_number(form):
        return None
    return word_rule.sensible(sections(int(times), form.low))


def each_named(said: str, *, in_words: bool) -> str:
    """`1 or 2 drabbles`, `a drabble or two`: numbers of drabbles, each with the name; `drabble or 2` are two counts."""
    said = _ONE.sub("1", said)
    turned = _A_FORM_OR_TWO.fullmatch(said)
    if turned and (turned["one"] or in_words) and (form := named(turned["name"])) and is_number(form):
        said = f"1 or {turned['times']} {turned['name']}"
    found = _ONE_OR_TWO.fullmatch(said)
    form = named(found[2]) if found else None
    if not found or not form or not is_number(form):
        return said
    return _BETWEEN_NUMBERS.sub(f" {found[2]}", said)


# -- counts by number -----------------------------------------------------------------------------


def repeated(one: int, other: int) -> Count:
    """Sections: `3 x 100` and `100 x 3` are the same."""
    return sections(min(one, other), max(one, other))


_NAMES = sorted((signs(name) for name in (*_OTHER_NAMES, *(form.form or "" for form in FORMS))), key=len, reverse=True)
_NUMBERS = [re.escape(name) for name in _NAMES if is_number(_BY_KEY[key(name)])]
_NUMBER_BY_NAME = re.compile(rf"(?<!\S)(?:an? )?({'|'.join(_NUMBERS)})s?(?!\S)")
_N = r"(\d{1,12}+)"
_BOUND = r"(?:(?:<=|>=|<|>) \d{1,12}+|\d{1,12}+ (?:<=|>=|\+))"

# Each shape with the count that its numbers make; it must match the whole text.
_SHAPES: tuple[tuple[re.Pattern[str], Callable[..., Count]], ...] = (
    (re.compile(_N), exactly),
    (re.compile(rf"{_N} ∓ {_N}|(?:between )?{_N} <= {_N}"), upwards),
    (re.compile(rf"(?:between |>= )?{_N} (?:-|~|to|till|until|through|thru|a) {_N}"), between),
    (re.compile(rf"between {_N} and {_N}"), between),
    (re.compile(rf"<= {_N}|{_N} <="), at_most),
    (re.compile(rf"< {_N}"), under),
    (re.compile(rf">= {_N}|{_N} (?:>=|\+)"), at_least),
    (re.compile(rf"> {_N}"), over),
    (re.compile(rf"(?:in )?x {_N}(?: s)?|(?:in )?{_N} [xs]"), multiple_of),
    (re.compile(rf"{_N} x {_N}"), repeated),
)
_TWO_BOUNDS = re.compile(rf"({_BOUND})(?: [,/;])?(?: and)? ({_BOUND})")


def numbered(said: str) -> str:
    """The forms that are a number as that number: `drabble - double drabble` is `100 - 200`."""
    return _NUMBER_BY_NAME.sub(lambda found: str(_BY_KEY[key(found[1])].low), said)


def shaped(said: str) -> Count | None:
    for shape, count_of in _SHAPES:
        if found := shape.fullmatch(said):
            return word_rule.sensible(count_of(*(int(digits) for digits in found.groups() if digits)))
    return None


def bounded(said: str) -> Count | None:
    """A least and a most, in either order: `min 100, max 500`."""
    found = _TWO_BOUNDS.fullmatch(said)
    bounds = [shaped(bound) for bound in found.groups()] if found else []
    low = next((bound.low for bound in bounds if bound and bound.high is None), None)
    high = next((bound.high for bound in bounds if bound and bound.high is not None), None)
    return word_rule.sensible(upwards(low, high)) if low is not None and high is not None else None


def one(said: str) -> Count | None:
    """A single count, without a leniency."""
    said = _ARTICLE.sub("", said)
    numbers = bare(said)
    found = named(said) or shaped(numbers) or bounded(numbers) or named_and_counted(said) or several(numbers)
    return found or shaped(numbered(numbers)) or bounded(numbered(numbers))


# -- leniency -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Slack:
    """The words, or the per cent, by which a count may be missed."""

    size: int
    per_cent: bool

    def of(self, words: int) -> int:
        return (words * self.size + 50) // 100 if self.per_cent else self.size

    def widens(self, count: Count) -> Count | None:
        """The count as a range that has its slack in it; a multiple, a series or a 221B makes none."""
        if count.step > 1 or count.form == SHERLOCK:
            return None
        high = None if count.high is None else count.high + self.of(count.high)
        return Count(low=max(count.low - self.of(count.low), 0), high=high)

    def loosens(self, count: Count) -> Count:
        return count if count == ANYTHING else replace(count, leniency=self.of(count.high or count.step))


_SLACK = re.compile(r"(?: [,;(])?(?: \+- (\d{1,12}+)( %)?| (\d{1,12}+)( %)? leeway)(?: \))?$")
_ABOUT = re.compile(r"(?:~|\+-) (.{1,300}+)")
_OR_SO = " ~", " +-"


def slackened(said: str) -> tuple[str, Slack | None]:
    """The words without their leniency, and the leniency."""
    without_w = bare(said) if "leeway" in said or "+-" in said or "~" in said else said
    if found := _SLACK.search(without_w):
        return without_w[: found.start()], Slack(int(found[1] or found[3]), bool(found[2] or found[4]))
    about = _ABOUT.fullmatch(without_w)
    if about or without_w.endswith(_OR_SO):
        return about[1] if about else without_w[:-2].rstrip(_FILLING), Slack(ABOUT, per_cent=True)
    return said, None


# -- choices --------------------------------------------------------------------------------------

_OR = re.compile(r" (?:,|/|;|\||or)(?: or)?(?: and)? (?!\+-)")
_AND_OR = re.compile(r" (?:,|/|;|\||or|and)(?: or)?(?: and)? (?!\+-)")


def read(text: str) -> WordRule | None:
    """The rule somebody wrote, or None if we cannot understand it or no story could fit it."""
    if len(text) > LONGEST:
        return None
    said, slack = slackened(each_named(signs(text), in_words=_DIGIT.search(text) is None))
    alone = one(said)
    if alone is not None:
        return alone if slack is None else lenient(alone, slack)
    divided = (choice(shape.split(said), slack) for shape in (_OR, _AND_OR))
    return next(filter(None, divided), None)


def lenient(count: Count, slack: Slack) -> Count | None:
    """A plain number with per cent is a range, `90 to 110`; a name stays with its form."""
    plain = slack.per_cent and count.form is None and count.step == 1
    return word_rule.sensible(slack.widens(count) or count if plain else slack.loosens(count))


def choice(parts: list[str], slack: Slack | None) -> WordRule | None:
    """The choice of the parts' counts. Parts with a leniency of their own become ranges."""
    if not 1 < len(parts) <= MOST_COUNTS:
        return None
    said = [slackened(part) for part in parts]
    apart = any(own for _, own in said) or (slack is not None and slack.per_cent)
    counts: list[Count] = []
    for part, own in said:
        count, given = one(part), own or slack
        if count is not None and given is not None:
            count = given.widens(count) if apart else given.loosens(count)
        count = count and word_rule.sensible(count)
        if count is None:
            return None
        counts.append(count)
    return word_rule.any_of(counts)


# -- while it is typed ----------------------------------------------------------------------------

_EXAMPLES = ("100-500", "up to 1000", "at least 50", "100 or 200", "about 100", "multiple of 100", "anything")
_BEGUN = (
    *("exactly 100", "about 100", "around 100", "between 100 and 500", "from 100 to 500", "100 or 200"),
    *("at least 50", "min 50", ">= 50", "at most 1000", "up to 1000", "max 1000", "<= 1000", "under 1000"),
    *("multiple of 100", "x100", "none", "no limit"),
)
"""Rules as people begin to type them."""


def suggestions(typed: str) -> list[WordRule]:
    """The rules that a half-typed text may become: the rule it is already, then forms with such a name, then others
    that begin like it.
    """
    if not typed.strip():
        return [*FORMS, *filter(None, map(read, _EXAMPLES))]
    if len(typed) > LONGEST:
        return []
    begun, name = " ".join(typed.casefold().split()), key(signs(typed))
    found = [
        *beside(read(typed)),
        *(rule for known, rule in _BY_KEY.items() if name and name in known),
        *(read(example) for example in _BEGUN if example.startswith(begun)),
    ]
    fitting = (rule for rule in found if rule is not None and len(str(rule)) <= limits.CHOICE)
    return list(dict.fromkeys(fitting))[: limits.CHOICES]


def beside(rule: WordRule | None) -> Iterator[WordRule]:
    """The rule, and others that may have been meant by the same numbers."""
    if rule is None:
        return
    yield rule
    match rule:
        case Count() if rule == exactly(rule.low):
            yield from (at_most(rule.low), at_least(rule.low), multiple_of(rule.low))
        case AnyOf((first, second)) if (first, second) == (exactly(first.low), exactly(second.low)):
            yield between(first.low, second.low)
        case _:
            pass
