"""What a bot and its Discord know of each other once the bot has told its commands. To tell them anew is a tenth of a
start, and there are thousands of starts, each of the same commands.
"""

import tempfile
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import simcord
from simcord.backend.ops.commands import COMMAND_FIELDS

from bot.client import DrabbleBot
from bot.services import agreeing
from bot.storage.database import Database
from tests import new_database


@dataclass(frozen=True, slots=True)
class Acquaintance:
    database: bytes
    """A file with nothing in it but what was agreed with Discord."""
    commands: Sequence[dict[str, Any]]
    """What Discord was told. It numbers them as it did then, since simulated Discords number alike."""

    def introduce(self, env: simcord.Env, path: Path) -> None:
        """As if the bot of this simulation, whose database is to lie here, had been at this Discord before."""
        path.write_bytes(self.database)
        env.backend.register_commands(None, list(self.commands))


class Start(Protocol):
    def __call__(self, path: Path, *, stranger: bool) -> AbstractAsyncContextManager[simcord.Env]: ...


made: list[Acquaintance] = []


async def acquainted(start: Start) -> Acquaintance:
    """Made by the first start in this process, with a bot and a Discord of its own."""
    if not made:
        with tempfile.TemporaryDirectory() as folder:
            async with start(Path(folder) / "stranger.sqlite3", stranger=True) as env:
                assert isinstance(env.bot, DrabbleBot)
                agreed = await agreeing.agreed(env.bot.database, "")
                commands = [{name: each[name] for name in COMMAND_FIELDS if name in each} for each in told(env)]
            made.append(Acquaintance(await agreed_upon(Path(folder) / "known.sqlite3", agreed), commands))
    return made[0]


def told(env: simcord.Env) -> Sequence[dict[str, Any]]:
    return list(env.backend.commands[None].values())


async def agreed_upon(path: Path, agreed: dict[str, str]) -> bytes:
    database = await Database.open(new_database.lay(path))
    for subject, fingerprint in agreed.items():
        await agreeing.agree(database, subject, fingerprint)
    await database.close()
    return path.read_bytes()
