"""Asks the loaded process for a fork, and stands for it: passes signals on to it, and ends as it does."""

import json
import os
import signal
import socket
import sys
from pathlib import Path

STOP = (signal.SIGINT, signal.SIGTERM)


def main(door: str, *arguments: str) -> int:
    signal.pthread_sigmask(signal.SIG_BLOCK, STOP)  # until there is somebody to pass them on to
    with socket.socket(socket.AF_UNIX) as asked:
        asked.connect(door)
        order = json.dumps([arguments, str(Path.cwd()), dict(os.environ)])
        socket.send_fds(asked, [f"{order}\n".encode()], [0, 1, 2])
        with asked.makefile() as answers:
            fork = int(answers.readline())
            for number in STOP:
                signal.signal(number, lambda number, _: os.kill(fork, number))
            signal.pthread_sigmask(signal.SIG_UNBLOCK, STOP)
            return int(answers.readline())


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
