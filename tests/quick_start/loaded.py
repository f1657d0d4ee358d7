"""The process that has loaded everything, and forks for whoever asks: see `asking`."""

import contextlib
import gc
import importlib
import json
import os
import pkgutil
import runpy
import select
import signal
import socket
import sys
import threading
from pathlib import Path

import cogs
from bot.intake import extracting, preparing

Order = tuple[list[str], str, dict[str, str]]


def main(door: str) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(door)
        listener.listen()
        print("The door is open.", flush=True)  # noqa: T201 - whoever started this process waits for it
        load()
        asking = asked(listener)
    path = Path(door)
    if asking is None:
        path.unlink()
        path.parent.rmdir()
    else:
        obey(*taken(asking))


def load() -> None:
    for name in ("bot.play", *(module.name for module in pkgutil.iter_modules(cogs.__path__, "cogs."))):
        importlib.import_module(name)
    preparing.prepare()
    for work, about in (("document", "rain.txt"), ("text", ""), ("prompts", "")):
        extracting.prepare(work, about)
    gc.freeze()  # forks share what no collection touches


def asked(listener: socket.socket) -> socket.socket | None:
    """In a fork, the connection of who asked; at the end, nothing."""
    while True:
        ready, _, _ = select.select([sys.stdin, listener], [], [])
        if sys.stdin in ready:
            return None
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # so that no fork has to be waited for here
        asking, _ = listener.accept()
        if not os.fork():
            return asking
        asking.close()


def taken(asking: socket.socket) -> Order:
    """In a second fork, what it is to do; the first tells who asked how the second ended, and ends."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    said, streams, _, _ = socket.recv_fds(asking, 1 << 16, 3)
    while not said.endswith(b"\n"):
        said += asking.recv(1 << 16)
    fork = os.fork()
    if not fork:
        asking.close()
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
            os.close(stream)
        return json.loads(said)
    asking.sendall(b"%d\n" % fork)
    threading.Thread(target=end_with, args=(asking, fork), daemon=True).start()
    _, status = os.waitpid(fork, 0)
    with contextlib.suppress(BrokenPipeError):  # who asked was killed
        asking.sendall(b"%d\n" % os.waitstatus_to_exitcode(status))
    os._exit(0)


def end_with(asking: socket.socket, fork: int) -> None:
    """Kill the fork when who asked for it is gone."""
    asking.recv(1)
    with contextlib.suppress(ProcessLookupError):  # it ended by itself
        os.kill(fork, signal.SIGKILL)


def obey(arguments: list[str], folder: str, environment: dict[str, str]) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    kind, what, *sys.argv[1:] = arguments
    if kind == "-m":
        runpy.run_module(what, run_name="__main__", alter_sys=True)
    else:
        exec(what, {"__name__": "__main__"})  # noqa: S102 - a test's own code


if __name__ == "__main__":
    main(sys.argv[1])
