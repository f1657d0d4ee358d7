"""A client in a process of its own, connected to the Discord on loopback.

`python -m benchmarks.connected bot PORT FILE` is the bot; with `bare` in its place it is one that answers every command
at once and does nothing else.
"""

import asyncio
import sys
from pathlib import Path
from typing import Any

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from benchmarks import clients
from bot.client import DrabbleBot
from bot.config import Config
from bot.ui.answering import errors, rights


class Bare(discord.Client):
    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.send_message("One round is open.", ephemeral=True)


def client(kind: str, file: str) -> discord.Client:
    if kind == "bot":
        return DrabbleBot(Config(database=Path(file)), answer=errors.answer, admit=rights.admit)
    return Bare(**clients.as_the_bot())


async def main(kind: str, port: str, file: str = "") -> None:
    Route.BASE = f"http://127.0.0.1:{port}/api/v10"
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"ws://127.0.0.1:{port}/gateway/")
    async with client(kind, file) as connected:
        await connected.start("nobody asks for a token here")


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
