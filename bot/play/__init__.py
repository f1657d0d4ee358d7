"""The bot in a browser page, without Discord.

From outside come a browser's requests, and what a simulated Discord tells.
"""

import asyncio
import logging
import tempfile
from pathlib import Path

from bot.client import DrabbleBot
from bot.config import Config
from bot.play.running import PlayError, play, signals_kept
from bot.ui.answering import errors, rights

__all__ = ["PlayError", "run"]


def run(database: Path | None, port: int) -> None:
    """Play until Ctrl-C, on this database, or on a new one that is deleted afterwards."""
    logging.getLogger("discord.client").setLevel(logging.WARNING)  # its info line names a token, and here is none
    with signals_kept(), tempfile.TemporaryDirectory(prefix="drabble-bot-") as folder:
        config = Config(database=database or Path(folder) / "play.sqlite3")
        asyncio.run(play(lambda: DrabbleBot(config, answer=errors.answer, admit=rights.admit), port))
