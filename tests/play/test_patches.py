"""What the play makes of simcord's notes of errors."""

# pyright: reportPrivateUsage=false

from typing import Any

import discord
import simcord
from discord import app_commands

from bot.domain.problem import NotUnderstood, RefusedError
from bot.play import patches


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
