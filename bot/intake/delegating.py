"""Work in a process of its own, which can be stopped whatever it does: see `bot.intake.extracting`. The process gets
neither the bot's settings nor its token, and of the bot's environment only what it needs. Before it looks at its input,
it gives up opening anything, if the system can enforce that: the database, other files, connections, other processes.
It still runs as the same user. A document that took it over could stop the bot. It could look into the bot's memory
where the system lets processes do that.
"""

import asyncio
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from typing import Any
from weakref import WeakValueDictionary

SECONDS = 10
"""Seconds for one piece of work once its turn has come; an ordinary one takes less than one."""

AT_ONCE = 2
"""Processes side by side: each keeps a processor busy, and the bot needs one too."""
turns = asyncio.Semaphore(AT_ONCE)
listeners = ThreadPoolExecutor(AT_ONCE)
"""Threads that wait for these processes, so that what else wants a thread has one."""
own_turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

HOUSE = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "bot.intake.extracting")
NEEDED = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "PYTHONHOME", "PYTHONPATH")
"""The environment that a Python may need to start."""

Answer = dict[str, Any]


class StumbledError(Exception):
    """The process came to no answer. The message says what ended it, and nothing of its input."""


def own_turn(member: int) -> asyncio.Lock:
    """A member's own turn. Whoever hands over many texts waits for them one by one, and keeps nobody else waiting."""
    return own_turns.setdefault(member, asyncio.Lock())


async def answer(work: str, about: str, data: bytes, seconds: float | None = None) -> Answer:
    """The answer of a process, which is gone in any case. Raises TimeoutError and StumbledError."""
    async with turns:
        process = start(work, about)
        heard = listeners.submit(process.communicate, data)
        try:
            said, _ = await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(heard)), seconds or SECONDS)
        finally:
            process.kill()
            heard.result()  # at once, as the process is gone
    if process.returncode:
        raise StumbledError(f"the process ended with {process.returncode}")
    found: Answer = json.loads(said)
    if "failure" in found:
        raise StumbledError(found["failure"])
    return found


def start(work: str, about: str) -> Popen[bytes]:
    """A process of its own. It is none of asyncio's: one that is cancelled while it starts is waited for for ever."""
    return Popen(  # noqa: S603
        (*COMMAND, str(os.getpid()), work, json.dumps(about)),  # an argument takes no NUL as it is
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,  # libraries may quote their input there
        cwd=HOUSE,
        env={key: os.environ[key] for key in NEEDED if key in os.environ} | {"PYTHONUTF8": "1"},
    )
