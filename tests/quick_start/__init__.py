"""A quick start for processes of the bot. One process loads everything once, which takes most of a start, and forks
each that a test asks for.
"""

import atexit
import functools
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent

READS = """
import os, runpy, sys
sys.argv[1] = str(os.getppid())  # a reading ends with its parent, and who asked for a fork is not its parent
runpy.run_module("bot.intake.extracting", run_name="__main__")
sys.stdout.flush()
os._exit(0)  # to take leave of all that is loaded takes longer than most readings
"""


@functools.cache
def python() -> tuple[str, ...]:
    """The beginning of a command, in place of `python`; `-m` and a module follow, or `-c` and code."""
    if not hasattr(os, "fork"):  # Windows
        return (sys.executable,)
    door = Path(tempfile.mkdtemp(prefix="drabble-bot-")) / "door"
    loaded = subprocess.Popen(
        [sys.executable, "-m", f"{__name__}.loaded", str(door)],
        cwd=HERE.parents[1],
        stdin=subprocess.PIPE,  # it ends when this is closed, as it is however this process ends
        stdout=subprocess.PIPE,
        start_new_session=True,  # so that a Ctrl-C in the terminal does not reach it
    )
    atexit.register(loaded.communicate)
    assert loaded.stdout is not None
    assert loaded.stdout.readline() == b"The door is open.\n"
    return sys.executable, "-I", "-S", str(HERE / "asking.py"), str(door)


def reading() -> tuple[str, ...]:
    """The same as `bot.intake.delegating.COMMAND`."""
    return *python(), "-c", READS
