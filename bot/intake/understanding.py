"""The reading of texts without keeping others waiting: another process reads a text that takes long.

`bot.domain.reading.manuscript` keeps the result with the text, for all who look at it later.
"""

import asyncio
import logging
from typing import Any

from bot.domain.header.field import Field, Other
from bot.domain.header.header import Fields, Header
from bot.domain.problem import RefusedError, TooSlow
from bot.domain.reading import manuscript, omission
from bot.domain.reading.manuscript import Found
from bot.domain.reading.reading import Bounds, Reading, Reason, whole_lines
from bot.domain.rounds import admission
from bot.domain.rounds.draft import Draft
from bot.intake import delegating
from bot.intake.delegating import StumbledError

log = logging.getLogger(__name__)


async def of(draft: Draft) -> Draft:
    """The draft, once it is understood. Raises RefusedError."""
    await text(draft.text, draft.author_id)
    if draft.bounds is not None:
        await text(draft.text, draft.author_id, draft.bounds)
    if draft.header is not None and not draft.is_too_long:
        await asyncio.to_thread(
            lambda: draft.understood().left_out
        )  # its writer's own header leaves out something else
    return draft


async def text(text: str, member: int, bounds: Bounds | None = None) -> None:
    """Have a member's text read, with the story found or within bounds, and kept. Raises RefusedError."""
    if manuscript.is_too_long(text):
        return
    if not manuscript.is_at_hand(text, bounds):
        async with delegating.own_turn(member):
            if not manuscript.is_at_hand(text, bounds):  # the turn before may have read the same one
                await delegate(text, bounds)
    await asyncio.to_thread(look_closer, text, bounds)


async def delegate(text: str, bounds: Bounds | None) -> None:
    about = "" if bounds is None else f"{bounds.start} {bounds.end}"
    try:
        answer = await delegating.answer("text", about, text.encode(errors="surrogatepass"))
    except (TimeoutError, StumbledError) as stopped:
        log.warning("a text of %d characters could not be read: %s", len(text), stopped or "it took too long")
        raise RefusedError(TooSlow("")) from None
    manuscript.keep(text, bounds, heard(answer))


def look_closer(text: str, bounds: Bounds | None) -> None:
    """Count and compare for a draft's card, where nobody waits for it; caches keep the results."""
    likeliest, *others = manuscript.found(text, bounds).readings
    for reading in (likeliest, *others[:1]):
        manuscript.counts_of(manuscript.of(reading).story)
    admission.section_counts(manuscript.of(likeliest).story)
    omission.omissions(likeliest)


# -- between the processes -------------------------------------------------------------------------

Facts = dict[str, Any]


def told(text: str, bounds: str) -> Facts:
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


def heard(facts: Facts) -> Found:
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
