"""What people and programs write around stories, in many languages: the rows of `data/reading/phrases.tsv`.

A row has the kind of a phrase, and the phrase as patterns have it: a blank stands for any white space, `'` for any
apostrophe.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import bot


def table(name: str) -> Iterator[list[str]]:
    """The rows of a table in `data/reading`."""
    path = Path(bot.__file__).parent.parent / "data" / "reading" / name
    return (row.split("\t") for row in path.read_text("utf-8").splitlines())


def read() -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for kind, phrase in table("phrases.tsv"):
        found[kind].append(phrase.replace(" ", r"\s").replace("'", "['’]"))
    return dict(found)


PHRASES = read()
FORMS = {
    kind: tuple(re.compile(form, re.IGNORECASE) for form in found)
    for kind, found in PHRASES.items()
    if kind.startswith("form of")
}
"""The phrases that are each a pattern of a whole line or fact; its groups are called like the fields that they give."""


def any_of(*kinds: str) -> str:
    """A pattern of all phrases of these kinds."""
    return f"(?:{'|'.join(chain.from_iterable(PHRASES[kind] for kind in kinds))})"


def words(kind: str) -> frozenset[str]:
    """The phrases of this kind that are single words."""
    return frozenset(PHRASES[kind])
