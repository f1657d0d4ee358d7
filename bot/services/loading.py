"""Reading a file that somebody handed over, in bounded time.

Plain text is read on the spot. A document is read by a process of its own, which can be stopped whatever it is doing;
it sees neither the bot's settings nor its token.
"""

import asyncio
import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from bot.domain import file, problem
from bot.domain.problem import FileTooSlow, FileUnreadable, RefusedError

log = logging.getLogger(__name__)

SECONDS = 10
"""That a document gets, its process' start included; ordinary ones take less than one."""

HOUSE = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "bot.services.extracting")
OURS = ("DISCORD_", "DRABBLE_")
"""How our settings begin in the environment."""


async def read(name: str, data: bytes) -> str:
    """The file's text. Raises RefusedError."""
    if file.is_plain(name):
        return text_of(name, data)
    return await asyncio.to_thread(text_of, name, data)


def text_of(name: str, data: bytes, seconds: float = SECONDS) -> str:
    """The file's text, for whoever may wait. Raises RefusedError."""
    if file.is_plain(name):
        return file.decode(name, data)
    file.recognise(name, data)
    try:
        done = subprocess.run(  # noqa: S603 - our own program; the file's name is an argument and nothing else
            [*COMMAND, name],
            input=data,
            capture_output=True,
            cwd=HOUSE,
            env={key: value for key, value in os.environ.items() if not key.startswith(OURS)},
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise RefusedError(FileTooSlow(name)) from None
    if done.returncode:
        *_, reason = done.stderr.decode(errors="replace").splitlines() or [""]  # a traceback may be thousands of lines
        log.warning("a %s could not be read: %s", file.kind(name), reason)
        raise RefusedError(FileUnreadable(name))
    return understood(json.loads(done.stdout))


def understood(answer: dict[str, Any]) -> str:
    if "problems" in answer:
        raise RefusedError(*(getattr(problem, kind)(**facts) for kind, facts in answer["problems"]))
    text: str = answer["text"]
    return text
