"""What people and programs write around stories, in many languages: the rows of `data/reading/phrases.tsv`.

A row has the kind of a phrase, and the phrase as patterns have it: a blank stands for any white space, `'` for any
apostrophe, `{month}` for any phrase of that kind, whose rows stand above.
"""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import bot


def table(name: str) -> Iterator[list[str]]:
    """The rows of a table in `data/reading`."""
    path = Path(bot.__file__).parent.parent / "data" / "reading" / name
    return (row.split("\t") for row in path.read_text("utf-8").splitlines())


PHRASES: dict[str, list[str]] = {}


def any_of(*kinds: str) -> str:
    """A pattern of all phrases of these kinds."""
    return f"(?:{'|'.join(chain.from_iterable(PHRASES[kind] for kind in kinds))})"


KIND = re.compile(r"\{([a-z ]+)\}")
for kind, phrase in table("phrases.tsv"):
    whole = KIND.sub(lambda found: any_of(found[1]), phrase)
    PHRASES.setdefault(kind, []).append(whole.replace(" ", r"\s").replace("'", r"[\x27’]"))

FORMS = {
    kind: tuple(re.compile(form, re.IGNORECASE) for form in found)
    for kind, found in PHRASES.items()
    if kind.startswith("form of")
}
"""The phrases that are each a pattern of a whole line or fact; its groups are called like the fields that they give."""


def words(kind: str) -> frozenset[str]:
    """The phrases of this kind that are single words."""
    return frozenset(PHRASES[kind])
