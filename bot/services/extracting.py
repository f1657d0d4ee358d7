"""The process that reads one document: its bytes come in, and one JSON object goes out. See `bot.services.loading`."""

import contextlib
import json
import sys
import traceback
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bot.domain import document
from bot.domain.problem import RefusedError

MOST_MEMORY = 1024 * 1024 * 1024
"""Bytes of address space."""


def bound_memory() -> None:
    """Where the system can; time is bounded from outside everywhere."""
    with contextlib.suppress(ImportError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def answer(name: str, data: bytes) -> dict[str, Any]:
    try:
        return {"text": document.read(name, data)}
    except RefusedError as refused:
        return {"problems": [(type(found).__name__, asdict(found)) for found in refused.problems]}
    except Exception as error:  # noqa: BLE001 - a library stumbled, and the document may be no more than strange
        return {"failure": failure(error)}


def failure(error: Exception) -> str:
    """What went wrong and where. Not the error's own words, which may be the document's."""
    *_, last = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}"


if __name__ == "__main__":
    bound_memory()
    json.dump(answer(sys.argv[1], sys.stdin.buffer.read()), sys.stdout)
