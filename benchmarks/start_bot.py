"""The bot as `drabble-bot run` starts it, from nothing to logged in; then how much memory it has."""

import asyncio
import importlib
import sys
from pathlib import Path

from benchmarks import memory, nobody
from bot import logs
from bot.client import DrabbleBot
from bot.config import Config
from bot.ui.answering import errors, rights

importlib.import_module("bot.__main__")  # where it starts


async def main() -> None:
    config = Config(database=Path(sys.argv[1]))
    logs.set_up(config)
    async with DrabbleBot(config, answer=errors.answer, admit=rights.admit) as client:
        client._connection.application_id = 500  # noqa: SLF001 - what logging in would tell it
        client.http.request = nobody.answer  # type: ignore[method-assign]
        await client.setup_hook()
        memory.say()


asyncio.run(main())
