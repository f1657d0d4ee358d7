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
        connection = accept(listener)
    path = Path(door)
    if connection is None:
        path.unlink()
        path.parent.rmdir()
    else:
        obey(*take_order(connection))


def load() -> None:
    for name in ("bot.play", *(module.name for module in pkgutil.iter_modules(cogs.__path__, "cogs."))):
        importlib.import_module(name)
    preparing.prepare()
    for work, about in (("document", "rain.txt"), ("text", ""), ("prompts", "")):
        extracting.prepare(work, about)
    gc.freeze()  # forks share what no collection touches


def accept(listener: socket.socket) -> socket.socket | None:
    """Fork for each connection, and return it in the fork. At the end, here, nothing is returned."""
    while True:
        ready, _, _ = select.select([sys.stdin, listener], [], [])
        if sys.stdin in ready:
            return None
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # so that no fork has to be waited for here
        connection, _ = listener.accept()
        if not os.fork():
            return connection
        connection.close()


def take_order(connection: socket.socket) -> Order:
    """Fork again, and return in that fork what it is to do. This one tells how that one ended, and ends, too."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    said, streams, _, _ = socket.recv_fds(connection, 1 << 16, 3)
    while not said.endswith(b"\n"):
        said += connection.recv(1 << 16)
    fork = os.fork()
    if not fork:
        connection.close()
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
            os.close(stream)
        return json.loads(said)
    connection.sendall(b"%d\n" % fork)
    threading.Thread(target=end_with, args=(connection, fork), daemon=True).start()
    _, status = os.waitpid(fork, 0)
    with contextlib.suppress(BrokenPipeError):  # who asked was killed
        connection.sendall(b"%d\n" % os.waitstatus_to_exitcode(status))
    os._exit(0)


def end_with(connection: socket.socket, fork: int) -> None:
    """Kill the fork when who asked for it is gone."""
    connection.recv(1)
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
