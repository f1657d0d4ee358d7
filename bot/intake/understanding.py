"""The reading of texts without keeping others waiting: another process reads a text that takes long.

`bot.domain.reading.manuscript` keeps the result with the text, for all who look at it later.
"""

import asyncio
import logging

from bot.domain.entries import admission
from bot.domain.entries.draft import Draft
from bot.domain.problem import RefusedError, TooSlow
from bot.domain.reading import manuscript, omission
from bot.domain.reading.reading import Bounds
from bot.intake import delegating, handing_over
from bot.intake.delegating import StumbledError

log = logging.getLogger(__name__)


async def of(draft: Draft) -> Draft:
    """The draft, once it is understood. Raises RefusedError."""
    await read(draft.text, draft.author_id)
    if draft.bounds is not None:
        await read(draft.text, draft.author_id, draft.bounds)
    if draft.header is not None and not draft.is_too_long:
        # Its writer's own header leaves out something else.
        await asyncio.to_thread(lambda: draft.understood().left_out)
    return draft


async def read(text: str, member: int, bounds: Bounds | None = None) -> None:
    """Read a member's text, with its story found or within bounds, and keep the reading. Raises RefusedError."""
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
        log.warning("a text of %d characters could not be read: %s", len(text), str(stopped) or "it took too long")
        raise RefusedError(TooSlow("")) from None
    manuscript.keep(text, bounds, handing_over.found_in(answer))


def look_closer(text: str, bounds: Bounds | None) -> None:
    """Count and compare for a draft's card, where nobody waits for it; caches keep the results."""
    likeliest, *others = manuscript.found(text, bounds).readings
    for reading in (likeliest, *others[:1]):
        manuscript.counts_of(manuscript.of(reading).story)
    admission.section_counts(manuscript.of(likeliest).story)
    omission.omissions(likeliest)
