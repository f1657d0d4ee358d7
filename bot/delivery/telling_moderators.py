"""Telling moderators, or else the owner, what they have not asked for. A failed delivery stops nothing."""

import logging
import secrets
from collections.abc import Sequence
from datetime import datetime

import discord

from bot.client import NOT_REACHED, DrabbleBot
from bot.delivery import channels
from bot.delivery.discord_errors import retries
from bot.services import settling

log = logging.getLogger(__name__)


async def tell(bot: DrabbleBot, guild_id: int, text: str, *, since: datetime | None) -> bool:
    """Tell moderators in their channel, or the guild's owner in private if there is none or it takes no message.

    False when nobody could be told. They may know it since `since`: what stands there in the same words is not said
    again.
    """
    customs = await settling.customs(bot.database, guild_id)
    if customs.notices_channel_id is not None and await tell_in_channel(bot, customs.notices_channel_id, text, since):
        return True
    return await tell_owner(bot, guild_id, text, since)


async def tell_in_channel(bot: DrabbleBot, channel_id: int, text: str, since: datetime | None) -> bool:
    try:
        await say(bot, bot.get_partial_messageable(channel_id), text, since)
    except NOT_REACHED as unheard:
        log.info("channel %d could not be told: %s", channel_id, unheard)
        return False
    return True


async def tell_owner(bot: DrabbleBot, guild_id: int, text: str, since: datetime | None) -> bool:
    guild = bot.get_guild(guild_id)
    if guild is None or guild.owner_id is None:
        log.info("nobody of guild %d could be told: the bot is not there any more", guild_id)
        return False
    try:
        await say(bot, await bot.fetch_user(guild.owner_id), text, since)
    except NOT_REACHED as unheard:
        log.info("the owner of guild %d could not be told: %s", guild_id, unheard)
        return False
    return True


async def say(
    bot: DrabbleBot,
    where: discord.abc.Messageable,
    text: str,
    since: datetime | None,
    *,
    way: discord.ui.View | None = None,
    files: Sequence[discord.File] = (),
) -> None:
    """`way` are buttons below it."""
    if since is not None and await is_said(bot, where, text, since):
        return
    began = bot.now()
    try:
        await send(where, text, way, files)
    except NOT_REACHED as unheard:
        if not (retries(unheard) and await is_said(bot, where, text, began)):  # only the answer may be lost
            raise


async def send(
    where: discord.abc.Messageable, text: str, way: discord.ui.View | None, files: Sequence[discord.File]
) -> None:
    nonce = secrets.token_hex(12)
    if way is None:
        await where.send(text, nonce=nonce, files=files)
    else:
        await where.send(text, nonce=nonce, view=way, files=files)


async def is_said(bot: DrabbleBot, where: discord.abc.Messageable, text: str, since: datetime) -> bool:
    return any([message.content == text async for message in channels.own_messages(bot, where, since)])
