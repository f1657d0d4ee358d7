"""The reading of a file that somebody handed over, in bounded time: plain text here, a document in another process."""

import asyncio
import logging
from typing import Any

from bot.domain import problem
from bot.domain.documents import file
from bot.domain.problem import FileUnreadable, RefusedError, TooSlow
from bot.intake import delegating
from bot.intake.delegating import StumbledError

log = logging.getLogger(__name__)

NOBODY = 0
"""The number of no member."""


async def read(name: str, data: bytes, member: int, seconds: float | None = None) -> str:
    """The text of a member's file. Raises RefusedError."""
    if file.is_plain(name):
        return file.decode(name, data)
    file.recognise(name, data)
    try:
        async with delegating.own_turn(member):
            return understood(await delegating.answer("document", name, data, seconds))
    except TimeoutError:
        raise RefusedError(TooSlow(name)) from None
    except StumbledError as stumbled:
        log.warning("a %s could not be read: %s", file.kind(name), stumbled)
        raise RefusedError(FileUnreadable(name)) from None


def text_of(name: str, data: bytes) -> str:
    """The file's text, for callers who may wait. Raises RefusedError."""
    return asyncio.run(read(name, data, NOBODY))


def understood(answer: dict[str, Any]) -> str:
    if "problems" in answer:
        raise RefusedError(*(getattr(problem, kind)(**facts) for kind, facts in answer["problems"]))
    text: str = answer["text"]
    return text
