"""The process that reads one document, one long text or one file of prompts: the input comes in, and one JSON object
goes out.

See `bot.intake.delegating`.
"""

import codecs
import contextlib
import encodings
import importlib
import json
import os
import pkgutil
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

MOST_MEMORY = 1024 * 1024 * 1024
"""Bytes of address space."""
MOST_SECONDS = 10
"""Seconds of the processor's time."""
SIGNAL_AT_PARENTS_DEATH = 1
"""PR_SET_PDEATHSIG, https://man7.org/linux/man-pages/man2/pr_set_pdeathsig.2const.html."""


def bound() -> None:
    """Limit memory, time and files, if the system can; the bot limits the time from outside everywhere."""
    limit(AS=MOST_MEMORY, CPU=MOST_SECONDS, FSIZE=0, CORE=0)


def shut() -> None:
    """Open nothing from here on: no file, no connection, no other process."""
    limit(NOFILE=0, NPROC=0)


def limit(**most: int) -> None:
    """Lower these limits; one that the host has set lower stays."""
    with contextlib.suppress(ImportError):
        import resource  # noqa: PLC0415 - not on Windows

        for what, value in most.items():
            kind = getattr(resource, f"RLIMIT_{what}")
            _, allowed = resource.getrlimit(kind)
            least = value if allowed == resource.RLIM_INFINITY else min(value, allowed)
            resource.setrlimit(kind, (least, least))


def end_with(parent: int) -> None:
    """End with the process that wants the answer. A killed process can stop nobody, so the system has to."""
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - nowhere else

        ctypes.CDLL(None).prctl(SIGNAL_AT_PARENTS_DEATH, signal.SIGKILL)
        if os.getppid() != parent:  # the parent died before this call
            sys.exit(1)


def prepare(work: str, about: str) -> None:
    """Load everything that the work needs, for nothing can be loaded later."""
    if work == "document":
        importlib.import_module("bot.domain.documents.document")  # within the bounds, like everything of ours
        for module in pkgutil.iter_modules(encodings.__path__):
            with contextlib.suppress(LookupError):  # some are no encodings, or another system's
                codecs.lookup(module.name)
        from bot.domain.documents import file, old_encoding  # noqa: PLC0415 - likewise

        if file.is_guessed(about):
            old_encoding.guess(b"\xe4\xf6\xfc")
    elif work == "prompts":
        prompts("rain.csv", b"Rain\0Rains")
    else:
        text("", b"<p>Rain fell.</p>")


def answer(work: str, about: str, data: bytes) -> dict[str, Any]:
    try:
        return WORKS[work](about, data)
    except Exception as error:  # noqa: BLE001 - a library stumbled, and the document may be no more than strange
        return {"failure": failure(error)}


def or_problems(work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    from bot.domain.problem import RefusedError  # noqa: PLC0415 - a text is never refused

    try:
        return work()
    except RefusedError as refused:
        return {"problems": [(type(found).__name__, asdict(found)) for found in refused.problems]}


def document(name: str, data: bytes) -> dict[str, Any]:
    # Large libraries, which a text does not need.
    from bot.domain.documents import document as documents  # noqa: PLC0415
    from bot.domain.documents import file  # noqa: PLC0415

    return or_problems(
        lambda: {"text": documents.read(name, data), "doubtful_encoding": file.doubtful_encoding(name, data)}
    )


def text(bounds: str, data: bytes) -> dict[str, Any]:
    from bot.intake import handing_over  # noqa: PLC0415 - likewise

    return handing_over.answer_for(data.decode(errors="surrogatepass"), bounds)


def prompts(about: str, data: bytes) -> dict[str, Any]:
    from bot.intake import comparing  # noqa: PLC0415 - likewise

    return or_problems(lambda: comparing.answer_for(data.decode(errors="surrogatepass"), about))


WORKS: dict[str, Callable[[str, bytes], dict[str, Any]]] = {"document": document, "text": text, "prompts": prompts}


def failure(error: Exception) -> str:
    """The kind of error and its place, without its message, which may quote the document."""
    *_, last = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}"


if __name__ == "__main__":
    bound()
    parent, work, told = sys.argv[1:]
    about = json.loads(told)
    end_with(int(parent))
    data = sys.stdin.buffer.read()
    prepare(work, about)
    shut()
    json.dump(answer(work, about, data), sys.stdout)
