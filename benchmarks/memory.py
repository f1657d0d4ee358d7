"""The process's memory, as Linux counts it."""

import re
from pathlib import Path


def say() -> None:
    (kib,) = re.findall(r"VmRSS:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="utf-8"))
    print(kib, flush=True)  # noqa: T201 - the answer to whoever started this
