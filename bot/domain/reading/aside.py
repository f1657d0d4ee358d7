"""Remarks to the readers without a label: on the story, on its characters' owners, thanks, pleas."""

import re

from bot.domain.reading import phrases

OWNERSHIP = re.compile(rf"\b(?=\w){phrases.any_of('owners')}\b|\(c\)|©", re.IGNORECASE | re.DOTALL)
"""Words of a disclaimer."""

ABOUT_STORY = re.compile(
    rf"\b(?=\w)(?:{phrases.any_of('about the story')}\b|enjoy!|https?://)", re.IGNORECASE | re.DOTALL
)
"""Words about the story, not of it."""

THIS_STORY = re.compile(
    r"\b(?:this|my)\s(?:\w+\s){0,2}(?:story|chapter|part|series|prompt|piece|challenge)\b", re.IGNORECASE
)
"""Words about the story that a narrator may use as well."""

PERSON = re.compile(r"\b(?:i|i['’]\w+|my|me|mine|we|our|you|your|please|this|je|ich|yo|io|eu|я)\b", re.IGNORECASE)
THANKS = re.compile(r"\W{0,6}+(?:(?:many|special|much|big|huge)\s){0,5}+thanks\sto\b", re.IGNORECASE)

SHORT = re.compile(rf"[\W_]{{0,6}}+{phrases.any_of('short remark')}\b", re.IGNORECASE)
"""The start of a short remark that closes a header: `Feedback is love.`"""

ASIDE = re.compile(r"\([^()]{1,100}\)")

DEDICATION = re.compile(
    r"[\W_]{0,6}+(?:(?:this\s(?:\w++\s)?is\s)?dedicated\s(?:to|in)|in\s(?:loving\s)?memory\sof|happy\sbirthday)\b",
    re.IGNORECASE,
)


INTRODUCES = re.compile(
    r"^\W*(?:this|here)\s(?:is|was|takes|happens|one|came|goes)\b|\benjoy\b|\breading\b", re.IGNORECASE
)

SPEECH = re.compile(r"[\"“«][^\"”»\n]{2,300}+(?:(?<=[,.!?…-])|(?<=[,.!?…-]['’]))[\"”»]")

SAYING = re.compile(rf"[,.!?…][\"”»’']{{0,2}}\s(?:\w+\s){{0,2}}{phrases.any_of('said')}\b", re.IGNORECASE)
"""`five stars, she thought`; `“… a door,” said the card`."""

LONGEST = 3_000
"""Characters of the longest remark."""

START = re.compile(rf"[\W_]{{0,12}}+{phrases.any_of('start')}[\W_]{{0,12}}", re.IGNORECASE)
"""A line that only says that the story starts."""

END = re.compile(rf"[\W_]{{0,12}}+{phrases.any_of('end')}(?:\s\(?\d{{1,2}}/\d{{1,2}}\)?)?[\W_]{{0,12}}", re.IGNORECASE)
"""A line that only says that the story ends; `-30-` is a newspaper's."""


def is_told(text: str) -> bool:
    """True if the text says who said or thought it, as narrators do."""
    return SAYING.search(text) is not None


def is_remark(text: str) -> bool:
    """True if a paragraph speaks to its readers about the story."""
    if len(text) > LONGEST or SPEECH.search(text):
        return False
    return is_plain_remark(text) or (THIS_STORY.search(text) is not None and PERSON.search(text) is not None)


def introduces(text: str) -> bool:
    """True if a paragraph may introduce a story: `This is just something I ...`, `Enjoy!`."""
    return INTRODUCES.search(text) is not None and PERSON.search(text) is not None


def is_plain_remark(text: str) -> bool:
    """True if a paragraph is a remark that no narrator would make."""
    if len(text) > LONGEST or SPEECH.search(text):
        return False
    return (OWNERSHIP.search(text) or THANKS.match(text)) is not None or (
        ABOUT_STORY.search(text) is not None and PERSON.search(text) is not None
    )


def closes_header(line: str) -> bool:
    """True if a line right below the fields is a remark that belongs to them."""
    return len(line) <= 200 and (SHORT.match(line) is not None or is_plain_remark(line))


def starts_story(line: str) -> bool:
    return len(line) <= 60 and START.fullmatch(line) is not None


def ends_story(line: str) -> bool:
    return len(line) <= 60 and END.fullmatch(line) is not None
