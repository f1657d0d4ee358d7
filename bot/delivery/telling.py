"""Telling people what they have not asked for. A failed delivery stops nothing."""

import logging
import secrets

from bot.client import NOT_REACHED, DrabbleBot
from bot.services import settling

log = logging.getLogger(__name__)


async def moderators(bot: DrabbleBot, guild_id: int, text: str, *, nonce: str | None = None) -> bool:
    """Tell moderators in their channel; or the guild's owner in private, where there is none or it takes no message.

    False when nobody could be told. The same nonce within minutes sends one message.
    """
    nonce = nonce or secrets.token_hex(12)
    customs = await settling.customs(bot.database, guild_id)
    if customs.notices_channel_id is not None and await in_channel(bot, customs.notices_channel_id, text, nonce):
        return True
    return await owner(bot, guild_id, text, nonce)


async def in_channel(bot: DrabbleBot, channel_id: int, text: str, nonce: str) -> bool:
    try:
        await bot.get_partial_messageable(channel_id).send(text, nonce=nonce)
    except NOT_REACHED as unheard:
        log.info("channel %d could not be told: %s", channel_id, unheard)
        return False
    return True


async def owner(bot: DrabbleBot, guild_id: int, text: str, nonce: str) -> bool:
    guild = bot.get_guild(guild_id)
    if guild is None or guild.owner_id is None:
        log.info("nobody of guild %d could be told: the bot is not there any more", guild_id)
        return False
    try:
        await (await bot.fetch_user(guild.owner_id)).send(text, nonce=nonce)
    except NOT_REACHED as unheard:
        log.info("the owner of guild %d could not be told: %s", guild_id, unheard)
        return False
    return True
