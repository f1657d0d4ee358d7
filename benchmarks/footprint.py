"""Start-up time and memory, each in a process of its own."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def started(name: str) -> tuple[float, float]:
    """Seconds from the start of a process until its client is logged in, and the MiB that it holds then."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        with subprocess.Popen(  # noqa: S603 - our own modules
            [sys.executable, "-m", f"benchmarks.{name}", str(Path(folder) / "drabbles.sqlite3")],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONDONTWRITEBYTECODE": ""},
        ) as process:
            kib = int(next(iter(process.stdout or ())))
            seconds = time.perf_counter() - began
    return seconds, kib / 1024


def measured(times: int) -> list[str]:
    for name in ("start_bare", "start_bot"):
        started(name)  # the first start compiles for all others
    found = [(started("start_bare"), started("start_bot")) for _ in range(times)]
    lines: list[str] = []
    for name, which, unit in (("start-up", 0, "s"), ("memory", 1, "MiB")):
        bare = statistics.median(pair[0][which] for pair in found)
        bot = statistics.median(pair[1][which] for pair in found)
        lines.append(f"{name}: bare client {bare:.2f} {unit}, bot {bot:.2f} {unit}: {bot / bare:.2f} times")
    return lines
