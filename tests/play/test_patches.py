"""What the play makes of simcord's notes of errors."""

# pyright: reportPrivateUsage=false

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import discord
import simcord
from discord import app_commands
from simcord.preview import _markdown, _messages

from bot.domain.problem import NotUnderstood, RefusedError
from bot.play import patches
from bot.play.simulation import Simulation
from tests.discord.conftest import make_bot


async def lamp(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("It burns.")


async def test_an_incident_is_a_failure_and_a_refusal_is_none() -> None:
    env = simcord.Env(discord.Client(intents=discord.Intents.none()))
    patches.forgive_refusals(env)
    command: app_commands.Command[Any, ..., None] = app_commands.Command(
        name="lamp", description="Light it.", callback=lamp
    )
    incident = RuntimeError("the lamp broke")
    for cause in (RefusedError(NotUnderstood()), incident):
        env._record_error(app_commands.CommandInvokeError(command, cause))
    env._record_error(RefusedError(NotUnderstood()))
    assert [getattr(error, "original", None) for error in env.errors] == [incident]


def test_the_line_below_a_quotation_stands_outside_of_it() -> None:
    patches.end_quotes_with_their_lines()
    found = _markdown.markdown_tokens("They say:\n> It is late.\n> Go home.\nSo they went.")
    assert [each["tag"] for each in found] == ["p", "blockquote", "p"]


def test_direct_messages_name_the_channels_that_their_reader_knows(tmp_path: Path) -> None:
    simulation = Simulation(lambda: make_bot(tmp_path / "play.sqlite3"))
    places, shown = simulation.world.places, simulation.world.channel
    hidden, talk = places["staff"].channel, places["nell"]
    page: Any = SimpleNamespace(viewer=talk.people[0])
    preview: Any = SimpleNamespace(env=simulation.env)
    channel = simulation.env.backend.get_channel(talk.channel.id)
    said = f"<#{shown.id}> or <#{hidden.id}>"
    found = _messages._markdown_context(preview, page, None, channel, content=said)
    assert found["channels"] == {str(shown.id): "drabbles"}
