"""A file that somebody handed over is read in bounded time. Another process reads it, unless it is plain text in an
encoding that is certain.
"""

import asyncio
import logging
from dataclasses import dataclass
from typing import Any

from bot.domain import problem
from bot.domain.documents import file
from bot.domain.problem import FileUnreadable, RefusedError, TooSlow
from bot.intake import delegating
from bot.intake.delegating import StumbledError

log = logging.getLogger(__name__)

NOBODY = 0
"""The number of no member."""


@dataclass(frozen=True, slots=True)
class Loaded:
    text: str
    doubtful_encoding: str | None = None
    """The encoding that the text was taken for, if it may be in another."""


async def read(name: str, data: bytes, member: int, seconds: float | None = None) -> Loaded:
    """The text of a member's file. Raises RefusedError."""
    if file.is_plain(name) and file.certain_encoding(name, data) is not None:
        return Loaded(file.decode(name, data))
    file.recognise(name, data)
    try:
        async with delegating.own_turn(member):
            return understood(await delegating.answer("document", name, data, seconds))
    except TimeoutError:
        raise RefusedError(TooSlow(name)) from None
    except StumbledError as stumbled:
        log.warning("a %s could not be read: %s", file.kind(name), stumbled)
        raise RefusedError(FileUnreadable(name)) from None


def loaded(name: str, data: bytes) -> Loaded:
    """The file's text, for callers who may wait. Raises RefusedError."""
    return asyncio.run(read(name, data, NOBODY))


def understood(answer: dict[str, Any]) -> Loaded:
    if "problems" in answer:
        raise RefusedError(*(getattr(problem, kind)(**facts) for kind, facts in answer["problems"]))
    return Loaded(answer["text"], answer.get("doubtful_encoding"))
