"""What Discord was told of the bot's commands, and when it has to be told anew."""

import contextlib
import hashlib
import json
import logging
from collections.abc import Iterable, Mapping
from typing import Any

import discord
from discord import app_commands

from bot.services import agreeing
from bot.storage.database import Database

log = logging.getLogger(__name__)

Tree = app_commands.CommandTree[Any]


async def tell(tree: Tree, database: Database, dev_guild: int | None) -> dict[str, int]:
    """Tell Discord the commands if ours or its own changed: for all guilds, or the one for development alone. Returns
    the ids of slash commands by name.
    """
    agreed = await agreeing.agreed(database, f"commands of {tree.client.application_id} in ")
    if dev_guild is None:
        ids = await _tell(tree, database, None, agreed)
        await _take_back(tree, database, agreed)
        return ids
    guild = discord.Object(dev_guild)
    tree.copy_global_to(guild=guild)
    ids = await _tell(tree, database, guild, agreed)
    tree.clear_commands(guild=None)
    if await _at_discord(tree, None):
        await tree.sync()
    return ids


async def _take_back(tree: Tree, database: Database, agreed: Iterable[str]) -> None:
    """Take commands back from guilds for development, which would have them twice beside those of all guilds."""
    of_a_guild = f"commands of {tree.client.application_id} in guild "
    for subject in [each for each in agreed if each.startswith(of_a_guild)]:
        with contextlib.suppress(discord.Forbidden):  # the bot is not there any more
            await tree.sync(guild=discord.Object(int(subject.removeprefix(of_a_guild))))
        await agreeing.forget(database, subject)


async def _tell(
    tree: Tree, database: Database, guild: discord.Object | None, agreed: Mapping[str, str]
) -> dict[str, int]:
    place = "all guilds" if guild is None else f"guild {guild.id}"
    subject = f"commands of {tree.client.application_id} in {place}"
    ours = [command.to_dict(tree) for command in tree.get_commands(guild=guild)]
    there = await _at_discord(tree, guild)
    if agreed.get(subject) != _fingerprint(ours, there):
        await tree.sync(guild=guild)
        there = await _at_discord(tree, guild)
        await agreeing.agree(database, subject, _fingerprint(ours, there))
        log.info("told Discord about %d commands", len(there))
    slash = discord.AppCommandType.chat_input.value
    return {command["name"]: int(command["id"]) for command in there if command["type"] == slash}


async def _at_discord(tree: Tree, guild: discord.Object | None) -> list[Any]:
    """As Discord sends them. We need only their ids, and `fetch_commands` makes objects of all their options."""
    http, bot_id = tree.client.http, tree.client.application_id or 0
    return await (http.get_global_commands(bot_id) if guild is None else http.get_guild_commands(bot_id, guild.id))


def _fingerprint(ours: list[dict[str, Any]], there: list[Any]) -> str:
    both = json.dumps([ours, sorted(int(command["id"]) for command in there)], sort_keys=True)
    return hashlib.sha256(both.encode()).hexdigest()
