"""The readings of a text as its own process tells them, and as the bot hears them.

This file imports no more than reading needs: the process loads it anew for each text.
"""

from typing import Any

from bot.domain.header.field import Field, Other
from bot.domain.header.header import Fields, Header
from bot.domain.reading import manuscript
from bot.domain.reading.manuscript import Found
from bot.domain.reading.reading import Bounds, Reading, Reason, whole_lines

Facts = dict[str, Any]


def answer_for(text: str, bounds: str) -> Facts:
    """The answer of the process for a text."""
    start, end = map(int, bounds.split()) if bounds else (0, 0)
    found = manuscript.found(text, Bounds(start, end) if bounds else None)
    return {
        "meant": found.meant,
        "readings": [facts_of(each) for each in found.readings],
        "stories": [facts_of(each) for each in found.stories],
    }


def facts_of(reading: Reading) -> Facts:
    return {
        "bounds": (reading.bounds.start, reading.bounds.end),
        "above": pairs_of(reading.header.above),
        "below": pairs_of(reading.header.below),
        "confidence": reading.confidence,
        "reasons": reading.reasons,
    }


def pairs_of(fields: Fields) -> list[tuple[bool, str, str]]:
    return [(isinstance(name, Field), str(name), value) for name, value in fields]


def found_in(facts: Facts) -> Found:
    lines = whole_lines(facts["meant"])
    readings, stories = (tuple(reading_of(each, lines) for each in facts[name]) for name in ("readings", "stories"))
    return Found(facts["meant"], readings, stories)


def reading_of(facts: Facts, lines: tuple[str, ...]) -> Reading:
    header = Header(fields_of(facts["above"]), fields_of(facts["below"]))
    return Reading(
        bounds=Bounds(*facts["bounds"]),
        find_header=lambda: header,
        lines=lines,
        confidence=facts["confidence"],
        reasons=tuple(map(Reason, facts["reasons"])),
    )


def fields_of(pairs: list[tuple[bool, str, str]]) -> Fields:
    return tuple((Field(name) if known else Other(name), value) for known, name, value in pairs)
