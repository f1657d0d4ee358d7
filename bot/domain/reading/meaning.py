"""What a field's value means, where it says what its name does not: a note on owners is a disclaimer."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from bot.domain.header import field_line, rating
from bot.domain.header.field import Field, FieldName, Other
from bot.domain.reading import aside, caution, fact, phrases, stated_count
from bot.domain.reading.line import Line, given
from bot.domain.reading.title import looks_titled

YES = re.compile(r"\W{0,6}(?:yes|yep|yeah|y|true|✅|✓|x)\W{0,6}", re.IGNORECASE)
YES_OR_NO = re.compile(r"\W{0,6}(?:y(?:es|ep|eah)?|n(?:o|ope|/?a|one)?|open|closed)\W{0,6}", re.IGNORECASE)
SAID = phrases.FORMS["form of a said field"]
"""`My prompt was “frost”`, `This is “Rain”`."""
REQUESTED = re.compile(r"\brequest", re.IGNORECASE)
ON_REQUEST, REVIEWS = Other("On request"), Other("Number of reviews")
"""Names of our own for what `Requested: yes` and `Reviews: 1,105` say: theirs would be read as another field."""
MEANS: tuple[tuple[FieldName, re.Pattern[str], FieldName], ...] = (
    (Field.FEEDBACK, re.compile(r"\d[\d.,]{0,12}"), REVIEWS),
    (Other("Name"), re.compile(r"(?:\S{1,40}\s){2,20}\S{1,40}"), Field.TITLE),  # people's have fewer words
    (Other("From"), re.compile(r".{1,200}"), Field.AUTHOR),
    (Other("Type"), fact.GENRES, Field.GENRE),
)
"""A name, the form of a value with which it means another, and that one."""
OF_THANKS, BETA = frozenset({"thanks", "danke", "merci", "gracias", "grazie"}), re.compile(r"\bb[eê]ta", re.IGNORECASE)
OWNS = re.compile(rf"\b{phrases.any_of('owns')}", re.IGNORECASE)
"""Words of a disclaimer that stories and notes have as well."""

FEWEST_BEHIND_TITLE = 2
"""Facts that are known behind a title of a known name: `Rain (Harbour, PG)`, but `Rain (PG)` may be called so."""

BEFORE_COUNT = frozenset({Field.WARNINGS, Field.SPOILERS})
"""Fields behind which writers go on with the count; behind a prompt it may be what was asked for."""

PARTS = re.compile(r"\s?[,;/&|]\s?")

SHORTEST_FANDOM = 4
"""Letters of a fandom that is called a category; fewer are an archive's code, such as `V` for a vignette."""

TALLIED = re.compile(r"\s\[reviews\s-\s\d{1,6}\]\Z", re.IGNORECASE)
"""What an archive puts beside a rating: `PG [Reviews - 12]`."""


def meant(found: Iterable[fact.Fact], group: Sequence[Line] = ()) -> Iterator[fact.Fact]:
    """The fields as their values mean them: a note that says whose the characters are is a disclaimer."""
    for named, value in chain.from_iterable(counted_behind(*each) for each in found):
        match name := next((name for said, form, name in MEANS if said == named and form.fullmatch(value)), named):
            case Field.TITLE:
                yield from titled(value)
            case Field.RATING:
                yield name, TALLIED.sub("", caution.SAYS_RATED.sub("", value))
            case Field.WRITTEN_FOR | Field.PROMPT if is_yes_or_no(name, value, group):
                yield ON_REQUEST, value
            case Field.WARNINGS | Field.NOTES if owns(sentences(value)[0]):
                yield Field.DISCLAIMER, value
            case Field.DISCLAIMER | Field.SUMMARY:
                yield from parted(name, value, group)
            case Other(said) if rating.is_name(said) and YES.fullmatch(value):  # `NSFW: yes`
                yield Field.RATING, said
            case Other(said) if said.casefold() in OF_THANKS and BETA.search(value):  # `Thanks: to Ben for the beta`
                yield Field.BETA, value
            case _:
                yield name, value


def is_yes_or_no(name: FieldName, value: str, group: Sequence[Line]) -> bool:
    """True if a field only says whether somebody asked for the story; `Prompt: open` says what was asked for."""
    is_asked = name is Field.WRITTEN_FOR or any(REQUESTED.search(each.text) for each in group)
    return is_asked and YES_OR_NO.fullmatch(value) is not None


def titled(value: str) -> Sequence[fact.Fact]:
    """A title, and the facts behind it in brackets; a `Story:` above the text names none."""
    if not value:
        return ()
    facts = list(fact.told(value, titled=False)) if len(value) <= fact.LONGEST else []
    return facts if len(facts) > FEWEST_BEHIND_TITLE and facts[0][0] is Field.TITLE else [(Field.TITLE, value)]


def counted_behind(name: FieldName, value: str) -> Iterator[fact.Fact]:
    """A warning, and the count that is stated as its last sentence: `blood. 100 words`."""
    said = sentences(value) if name in BEFORE_COUNT else []
    counted = field_line.count(said[-1]) if len(said) > 1 else None
    yield name, value if counted is None else " ".join(said[:-1])
    if counted is not None:
        yield Field.WORD_COUNT, counted.value


def by_category(found: Sequence[fact.Fact]) -> Sequence[fact.Fact]:
    """The fields, with a category as the fandom that it is if a genre stands beside it and no fandom does."""
    genres = [value for name, value in found if name is Field.GENRE]
    category = genres[0] if len(genres) > 1 else ""
    is_code = any(len(part) < SHORTEST_FANDOM or fact.GENRE.fullmatch(part) for part in PARTS.split(category))
    if is_code or Field.FANDOM in dict(found) or not looks_titled(category):
        return found
    return [(Field.FANDOM, category) if each == (Field.GENRE, category) else each for each in found]


def stated(found: Sequence[fact.Fact]) -> Iterator[fact.Fact]:
    """The count, prompt, title and rating that notes state, if no field does: `My first, it's 100 words, rated G`."""
    names = {name for name, _ in found}
    notes = [value for name, value in found if name is Field.NOTES]
    others = [value for name, value in found if isinstance(name, Other)]
    counts = () if Field.WORD_COUNT in names else map(stated_count.in_prose, (*notes, *others))
    forms = (match for form in SAID for match in map(form.search, notes) if match is not None)
    told = (
        *((Field.WORD_COUNT, count) for count in counts if count is not None),
        *chain.from_iterable(map(given, forms)),
        *((Field.RATING, each) for each in chain.from_iterable(map(rating.said, notes))),
    )
    for name, value in told:
        if name not in names:
            names.add(name)
            yield name, value


def sentences(text: str) -> list[str]:
    return fact.BETWEEN_SENTENCES.split(" ".join(text.split()))


def owns(text: str) -> bool:
    """True if a text that may be a disclaimer says whose the characters are."""
    return aside.OWNERSHIP.search(text.lower()) is not None or OWNS.search(text) is not None


def parted(name: Field, value: str, group: Sequence[Line]) -> Iterator[fact.Fact]:
    """A disclaimer, and as a note the last lines of its value, if they say nothing of owners; or a summary, and as a
    disclaimer those that do.
    """
    is_disclaimer = name is Field.DISCLAIMER
    for end in range(1, len(group)):
        rest = " ".join(each.text.strip() for each in group[end:])
        is_other = group[end - 1].text.rstrip().endswith((".", "!")) and value.endswith(rest)
        tells = owns(rest) if is_disclaimer else aside.OWNERSHIP.search(rest.lower()) is not None
        if is_other and tells is not is_disclaimer:
            yield name, value.removesuffix(rest).rstrip()
            yield (Field.NOTES if is_disclaimer else Field.DISCLAIMER), rest
            return
    yield name, value
