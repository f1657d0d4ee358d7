"""Clicks and forms about a draft in a direct message: there is a button to it in what writers hear of moderators."""

import discord

from bot.client import Interaction
from bot.domain.problem import OnlyOnServer, RefusedError
from bot.services import drafting


async def bring(interaction: Interaction, draft_id: int) -> None:
    """Take what a writer does in a direct message to the server of their own draft, as if they had done it there."""
    if interaction.guild is not None:
        return
    client, author_id = interaction.client, interaction.user.id
    guild = client.get_guild(await drafting.home(client.database, draft_id, author_id))
    if guild is None:
        raise RefusedError(OnlyOnServer())
    try:
        interaction.user = await guild.fetch_member(author_id)
    except discord.NotFound:  # they have left
        raise RefusedError(OnlyOnServer()) from None
    interaction.guild_id = guild.id
