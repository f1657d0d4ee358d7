"""`python -m benchmarks`: everything, one after the other; `python -m benchmarks load` one alone."""

import asyncio
import importlib
import os
import platform
import re
import sqlite3
from collections.abc import Awaitable, Callable
from functools import partial
from importlib import metadata
from pathlib import Path

import click

from benchmarks import answers, due, footprint, load, outside, reactions, texts

Benchmark = Callable[[], Awaitable[list[str]]]

BENCHMARKS: dict[str, tuple[Benchmark, ...]] = {
    "reactions": 3 * (partial(reactions.measured, 20_000),),
    "answers": 2 * (partial(answers.measured, 100), partial(outside.measured, 10)),
    "due": (partial(due.measured, 100_000),),
    "load": (partial(load.measured, 1_000),),
    "footprint": (lambda: asyncio.to_thread(footprint.measured, 9),),
    "texts": (lambda: asyncio.to_thread(texts.measured, 2),),
}
"""The runs of each, one after the other."""


@click.command()
@click.option("--uvloop", "other_loop", is_flag=True, help="Use uvloop, where it is installed.")
@click.argument("named", nargs=-1, type=click.Choice(list(BENCHMARKS)))
def main(named: tuple[str, ...], *, other_loop: bool) -> None:
    loop = importlib.import_module("uvloop").new_event_loop if other_loop else None  # no dependency of ours
    click.echo(machine())
    with asyncio.Runner(loop_factory=loop) as runner:
        for name in named or BENCHMARKS:
            for run in BENCHMARKS[name]:
                say(runner.run(in_turn(run)))


async def in_turn(run: Benchmark) -> list[str]:
    return await run()


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
