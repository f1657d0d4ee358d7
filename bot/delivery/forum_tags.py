"""The tags of forums: what is there is used again, what is missing is made while there is room."""

import asyncio
import logging
from collections.abc import Sequence

import discord

from bot.client import NOT_REACHED, DrabbleBot
from bot.domain.rounds.forum_tag import Labels

log = logging.getLogger(__name__)


class ForumTags:
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self._making = asyncio.Lock()
        """Discord takes all tags of a forum at once, so two that are made at a time would be one."""

    async def give(self, forum: discord.ForumChannel, labels: Labels) -> list[discord.ForumTag]:
        """Give a post its tags. They are nice to have: what cannot be made is left out."""
        return usable(forum, await self._make_missing(forum, labels), labels)

    async def _make_missing(self, forum: discord.ForumChannel, labels: Labels) -> list[discord.ForumTag]:
        """Make the tags that are missing. Returns the forum's."""
        may_make = forum.permissions_for(forum.guild.me).manage_channels
        if not may_make or not labels.missing([tag.name for tag in forum.available_tags]):
            return list(forum.available_tags)
        async with self._making:
            try:
                return await self._make(forum, labels)
            except NOT_REACHED as refused:
                log.info("forum %d took no tags: %s", forum.id, refused)
                return list(forum.available_tags)

    async def _make(self, forum: discord.ForumChannel, labels: Labels) -> list[discord.ForumTag]:
        now = await self.bot.fetch_channel(forum.id)  # another round may have made some since
        if not isinstance(now, discord.ForumChannel):
            return []
        known = list(now.available_tags)
        missing = labels.missing([tag.name for tag in known])
        if not missing:
            return known
        made = [discord.ForumTag(name=name) for name in missing]
        changed = await forum.edit(available_tags=[*known, *made])
        return list(changed.available_tags)


def usable(forum: discord.ForumChannel, known: Sequence[discord.ForumTag], labels: Labels) -> list[discord.ForumTag]:
    """Those of the forum's tags that a post gets."""
    by_name = {tag.name.casefold(): tag for tag in reversed(known) if may_use(forum, tag)}
    found = [by_name[name.casefold()] for name in labels.names if name.casefold() in by_name]
    if not found and forum.flags.require_tag:
        return list(by_name.values())[-1:]  # the first of the forum's own
    return found


def may_use(forum: discord.ForumChannel, tag: discord.ForumTag) -> bool:
    return not tag.moderated or forum.permissions_for(forum.guild.me).manage_threads
