"""What a reader makes of texts: a list of texts from stdin, and to stdout what was read of each.

A program of its own, so that an older reader can be asked by the same: `PYTHONPATH` says which is meant.
"""

import json
import sys
from typing import TypedDict

from bot.domain.reading import doubt, manuscript


class Read(TypedDict):
    fields: list[list[str]]
    story: str
    declared_words: int | None
    confidence: float
    is_sure: bool
    count_agrees: bool
    """Whether the story has as many words as its post states."""
    offered: list[str]
    """The stories of all readings, the best first; then those of a text that are offered one by one."""


def read(text: str) -> Read:
    found, readings = manuscript.parse(text), manuscript.readings(text)
    return {
        "fields": [[field.value, value] for field, value in found.header.fields if value],
        "story": found.story,
        "declared_words": found.header.declared_words,
        "confidence": readings[0].confidence,
        "is_sure": not doubt.doubts(readings),
        "count_agrees": any(reason.value.startswith("count_agrees") for reason in readings[0].reasons),
        "offered": [manuscript.of(each).story for each in (*readings, *manuscript.stories(text))],
    }


if __name__ == "__main__":
    json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
