"""What is heavy at its first use was used before a member asks for it."""

import gc
import subprocess
import sys

import pytest
from discord.ext import commands

from bot.client import DrabbleBot
from bot.config import Config
from bot.intake import delegating, preparing
from bot.ui.answering import errors, rights
from tests import patience

FIRST_USES = """
import importlib, sys
from datetime import UTC, datetime
from zoneinfo import ZoneInfo
from bot.client import COGS
from bot.domain.reading import manuscript
from bot.domain.dates import time_zone, written_date
from bot.domain.rounds import emoji
from bot.domain.text import prompt_word
from bot.intake import preparing
for cog in COGS:
    importlib.import_module(cog)
if {prepared}:
    preparing.prepare()
before = set(sys.modules)
written_date.opening("next friday at 8pm", now=datetime.now(UTC), zone=ZoneInfo("UTC"))
written_date.opening("the 5th of may 2027 10:00 CET", now=datetime.now(UTC), zone=ZoneInfo("Europe/Paris"))
time_zone.suggestions("par")
time_zone.meant("UTC+5:30")
emoji.read(":star: ♥", {{}})
manuscript.parse("Title: Rain\\n\\nIt <i>rained</i>.")
prompt_word.appears("frost", "A frosty night.")
print(*sorted(set(sys.modules) - before))
"""


@pytest.mark.parametrize("prepared", [True, False])
def test_nothing_is_imported_by_a_members_command(prepared: bool) -> None:
    program = [sys.executable, "-c", FIRST_USES.format(prepared=prepared)]
    told = subprocess.run(
        program, cwd=delegating.HOUSE, capture_output=True, text=True, check=True, timeout=patience.SECONDS
    )
    imported = told.stdout.split()
    assert (imported == []) is prepared
    assert ("snowballstemmer" in imported) is not prepared


def test_what_a_start_made_is_not_looked_through_for_garbage() -> None:
    preparing.prepare()
    assert len(gc.get_objects()) < gc.get_freeze_count() / 10


async def test_it_is_prepared_before_discord_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []

    async def connect(*_: object, **__: object) -> None:
        steps.append("connected")

    monkeypatch.setattr(preparing, "prepare", lambda: steps.append("prepared"))
    monkeypatch.setattr(commands.Bot, "connect", connect)
    await DrabbleBot(Config(), answer=errors.answer, admit=rights.admit).connect()
    assert steps == ["prepared", "connected"]
