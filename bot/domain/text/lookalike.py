"""Letters of one script that are drawn like those of another, in words and lines that mix scripts. A line of one script
alone is what it is: Russian stays Russian.

The pairs are those of Unicode's confusables (UTS #39) for Latin, Cyrillic and Greek; small letters that are drawn like
small capitals go with their capitals.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping

CYRILLIC = dict(
    zip(
        "АВЕЅІЈКМНОРСТХУҮԌԚԜѴӀаьвеҽѕіјкмноԁһрстхуүӏԛԝѡѵг",
        "ABESIJKMHOPCTXYYGQWVlabbeesijkmhodhpctxyylqwwvr",
        strict=True,
    )
)
GREEK = dict(zip("ΑΒΕϜΖΗΙΚΜΝΟΡΤΥΧϹͿαβγεηικμνοσρτυχϲϳ", "ABEFZHIKMNOPTYXCJabyenikmvooptuxcj", strict=True))
"""The Latin letter that each is drawn like."""

SCRIPTS = {"latin": r"A-Za-z", "greek": r"\u0370-\u03ff", "cyrillic": r"\u0400-\u052f"}
ANY_OF = {name: re.compile(f"[{letters}]") for name, letters in SCRIPTS.items()}
OF_OTHERS = re.compile(f"[{SCRIPTS['greek']}{SCRIPTS['cyrillic']}]")
WORD, LINE = re.compile(r"[^\W\d_]+"), re.compile(r".+")


def readings(text: str) -> Iterator[str]:
    """The text; and where words or lines of it mix scripts, each way to read these in one script."""
    yield text
    if OF_OTHERS.search(text):
        for script, table in WAYS.items():
            read = text
            for part in (WORD, LINE):
                read = part.sub(lambda found: in_script(found[0], script, table), read)  # noqa: B023 - called at once
            if read != text:
                yield read


def in_script(part: str, script: str, table: Mapping[int, str]) -> str:
    """A part of a text that mixes scripts in this one, if all of it can be read so; any other as it is."""
    if not OF_OTHERS.search(part):
        return part
    letters = unicodedata.normalize("NFD", part)
    if len(scripts_of(letters)) < 2:
        return part
    read = letters.translate(table)
    return unicodedata.normalize("NFC", read) if scripts_of(read) == {script} else part


def scripts_of(letters: str) -> set[str]:
    return {name for name, any_of in ANY_OF.items() if any_of.search(letters)}


def into(script: Mapping[str, str], other: Mapping[str, str]) -> Mapping[int, str]:
    """From Latin and the other script to this one. Of several letters that are drawn alike, the first holds."""
    by_latin = {latin: letter for letter, latin in [*script.items()][::-1]}
    return str.maketrans(by_latin | {letter: by_latin[latin] for letter, latin in other.items() if latin in by_latin})


WAYS: Mapping[str, Mapping[int, str]] = {
    "latin": str.maketrans(CYRILLIC | GREEK),
    "cyrillic": into(CYRILLIC, GREEK),
    "greek": into(GREEK, CYRILLIC),
}
"""The letters of other scripts, as those of each."""
