"""A small simulated Discord with the real bot in it."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import simcord

from bot.client import DrabbleBot
from bot.config import Config
from bot.ui import errors

# The simulator polls for work this often (seconds, real); its own 50 ms make every test wait.
simcord.Env._settle_internal.__kwdefaults__["idle"] = 0.001


def make_bot(path: Path) -> DrabbleBot:
    return DrabbleBot(Config.from_env({"DRABBLE_DATABASE": str(path)}), answer=errors.answer)


@contextlib.asynccontextmanager
async def running(path: Path) -> AsyncIterator[simcord.Env]:
    bot = make_bot(path)
    env = simcord.Env(bot)
    try:
        await env.start()
    except BaseException:
        await bot.close()
        raise
    try:
        yield env
    finally:
        if env._runtime is not None:
            await env.settle()
        with env.time_context():
            await env.bot.close()
        await env.shutdown()
    env.raise_errors()


@dataclass
class World:
    """A guild where nothing was ever configured: a channel, a moderator, two writers, a reader."""

    env: simcord.Env
    path: Path
    guild: Any
    channel: Any
    moderator: Any
    writer: Any
    other_writer: Any
    reader: Any

    @property
    def bot(self) -> DrabbleBot:
        bot = self.env.bot
        assert isinstance(bot, DrabbleBot)
        return bot

    async def restart(self) -> None:
        with self.env.time_context():
            await self.env.bot.close()
        await self.env.restart_bot(make_bot(self.path))


@pytest.fixture
async def world(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[World]:
    path = tmp_path / "drabbles.sqlite3"
    async with running(path) as env:
        request.node.funcargs["_env"] = env  # the simulator's plugin prints its transcript when a test fails
        import discord

        guild = env.create_guild(name="The Inkwell")
        channel = guild.create_text_channel("drabbles")
        moderators = guild.create_role("Moderators", permissions=discord.Permissions(manage_messages=True))
        moderator = guild.add_member(env.create_user("marlow"), roles=[moderators])
        members = [guild.add_member(env.create_user(name)) for name in ("ines", "tomas", "yuki")]
        yield World(env, path, guild, channel, moderator, *members)
