"""Reading a file that somebody handed over, in bounded time.

Plain text is read on the spot. A document is read by a process of its own, which can be stopped whatever it does. It is
handed neither the bot's settings nor its token, nor anything else of the bot's environment that it can do without.
It does run as the same user: a document that took it over could read what this user may.
"""

import asyncio
import json
import logging
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE
from pathlib import Path
from typing import Any

from bot.domain import file, problem
from bot.domain.problem import FileTooSlow, FileUnreadable, RefusedError

log = logging.getLogger(__name__)

SECONDS = 10
"""That a document gets once its turn has come; ordinary ones take less than one."""

AT_ONCE = 2
"""Documents that are read side by side: each keeps a processor busy, and the bot needs one too."""
turns = asyncio.Semaphore(AT_ONCE)

HOUSE = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "bot.services.extracting")
NEEDED = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "PYTHONHOME", "PYTHONPATH")
"""What a Python may need of its environment to start."""


async def read(name: str, data: bytes, seconds: float = SECONDS) -> str:
    """The file's text. Raises RefusedError."""
    if file.is_plain(name):
        return file.decode(name, data)
    file.recognise(name, data)
    async with turns:
        return await read_apart(name, data, seconds)


def text_of(name: str, data: bytes) -> str:
    """The file's text, for whoever may wait. Raises RefusedError."""
    return asyncio.run(read(name, data))


async def read_apart(name: str, data: bytes, seconds: float) -> str:
    """A document's text, of a process that has gone whatever happens."""
    process = await asyncio.create_subprocess_exec(
        *COMMAND,
        name,
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,  # where libraries may quote the document
        cwd=HOUSE,
        env={key: os.environ[key] for key in NEEDED if key in os.environ} | {"PYTHONUTF8": "1"},
    )
    try:
        answer, _ = await asyncio.wait_for(process.communicate(data), seconds)
    except TimeoutError:
        raise RefusedError(FileTooSlow(name)) from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
    if process.returncode:
        return understood(name, {"failure": f"the process ended with {process.returncode}"})
    return understood(name, json.loads(answer))


def understood(name: str, answer: dict[str, Any]) -> str:
    if "failure" in answer:
        log.warning("a %s could not be read: %s", file.kind(name), answer["failure"])
        raise RefusedError(FileUnreadable(name))
    if "problems" in answer:
        raise RefusedError(*(getattr(problem, kind)(**facts) for kind, facts in answer["problems"]))
    text: str = answer["text"]
    return text
