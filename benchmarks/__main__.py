"""`python -m benchmarks`: everything, one after the other."""

import asyncio
import importlib
import os
import platform
import re
import sqlite3
from importlib import metadata
from pathlib import Path

import click

from benchmarks import answers, due, footprint, load, outside, reactions, texts


@click.command()
@click.option("--uvloop", "other_loop", is_flag=True, help="Use uvloop, where it is installed.")
def main(*, other_loop: bool) -> None:
    loop = importlib.import_module("uvloop").new_event_loop if other_loop else None  # no dependency of ours
    click.echo(machine())
    with asyncio.Runner(loop_factory=loop) as runner:
        for _ in range(3):
            say(runner.run(reactions.measured(20_000)))
        for _ in range(2):
            say(runner.run(answers.measured(100)))
            say(runner.run(outside.measured(10)))
        say(runner.run(due.measured(100_000)))
        say(runner.run(load.measured(1_000)))
    say(footprint.measured(9))
    say(texts.measured(2))


def say(lines: list[str]) -> None:
    click.echo("\n".join(lines))


def machine() -> str:
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    versions = [f"{name} {version(name)}" for name in ("discord.py", "aiosqlite", "orjson", "uvloop")]
    return (
        f"{os.cpu_count()} cores, {model[1] if model else platform.machine()}; Python {platform.python_version()},"
        f" SQLite {sqlite3.sqlite_version}, {', '.join(versions)}"
    )


def version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not installed"


if __name__ == "__main__":
    main()
