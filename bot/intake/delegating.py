"""Work that is done by a process of its own, which can be stopped whatever it does: see `bot.intake.extracting`.

It is handed neither the bot's settings nor its token, nor anything else of the bot's environment that it can do
without. Before it looks at what it was given, it gives up opening anything, where the system can hold it to that: the
database, other files, connections, other processes. It does run as the same user: a document that took it over could
still stop the bot, and look into its memory where the system lets one process do that to another.
"""

import asyncio
import json
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE
from pathlib import Path
from typing import Any

SECONDS = 10
"""That one piece of work gets once its turn has come; an ordinary one takes less than one."""

AT_ONCE = 2
"""What is done side by side: each keeps a processor busy, and the bot needs one too."""
turns = asyncio.Semaphore(AT_ONCE)

HOUSE = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "bot.intake.extracting")
NEEDED = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "PYTHONHOME", "PYTHONPATH")
"""What a Python may need of its environment to start."""

Answer = dict[str, Any]


class StumbledError(Exception):
    """The process came to no answer; this says what ended it, and nothing of what it was given."""


async def answer(work: str, about: str, data: bytes, seconds: float | None = None) -> Answer:
    """What the process says, which has gone whatever happens. Raises TimeoutError and StumbledError."""
    async with turns:
        process = await asyncio.create_subprocess_exec(
            *(*COMMAND, str(os.getpid()), work, about),
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,  # where libraries may quote what they read
            cwd=HOUSE,
            env={key: os.environ[key] for key in NEEDED if key in os.environ} | {"PYTHONUTF8": "1"},
        )
        try:
            said, _ = await asyncio.wait_for(process.communicate(data), seconds or SECONDS)
        finally:
            if process.returncode is None:
                process.kill()
                await process.communicate()
    if process.returncode:
        raise StumbledError(f"the process ended with {process.returncode}")
    found: Answer = json.loads(said)
    if "failure" in found:
        raise StumbledError(found["failure"])
    return found
