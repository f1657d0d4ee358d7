"""A round's channel and its threads, at Discord: each is open where something has to be written."""

import logging
from typing import Any

import discord

from bot.client import DrabbleBot
from bot.delivery import channels
from bot.delivery.channels import Channel, Grounds
from bot.delivery.discord_errors import PausedError
from bot.delivery.forum_tags import ForumTags
from bot.domain.rounds.posted_message import Spot
from bot.domain.rounds.trouble import Trouble
from bot.services import publishing
from bot.ui.views.round_threads import Thread

log = logging.getLogger(__name__)

THREAD_EXISTS = 160004
"""The message has a thread already."""
TAKEN_BACK = "Taken back"
A_WEEK = 10_080
"""Minutes of silence after which Discord archives a thread: the most that it takes."""


class Threads:
    def __init__(self, bot: DrabbleBot, channel: Grounds, tags: ForumTags) -> None:
        self.bot = bot
        self.channel = channel
        self.tags = tags
        self._found: dict[int, Channel] = {} if isinstance(channel, discord.ForumChannel) else {channel.id: channel}
        self.opened = set[int]()
        """The threads that were archived, and are open now for a change."""

    async def open(self, channel_id: int) -> Channel:
        """Open a channel or a thread to be written in. Raises the errors of a look-up."""
        if channel_id not in self._found:
            found = await channels.get(self.bot, channel_id)
            if channels.sleeps(found):
                await publishing.note_opening(self.bot.database, channel_id)
                self.opened.add(channel_id)
            self._found[channel_id] = await channels.wake(found)
        return self._found[channel_id]

    async def begin(self, spot: Spot, thread: Thread) -> None:
        """Make the thread of this message, once: Discord allows a message no second one."""
        message = (await self.open(spot.channel_id)).get_partial_message(spot.message_id)
        try:
            made = await message.create_thread(name=thread.name, auto_archive_duration=A_WEEK)
        except discord.HTTPException as refused:
            if refused.code != THREAD_EXISTS:
                raise
            log.info("message %d has a thread: the answer was lost, or somebody was quicker", spot.message_id)
            await self.change(spot.message_id, thread)
        else:
            self._found[made.id] = made

    async def post(
        self,
        forum: discord.ForumChannel,
        thread: Thread,
        view: discord.ui.LayoutView,
        files: list[discord.File],
        pings: discord.AllowedMentions,
    ) -> discord.Message:
        """Make a post, and return the message that it begins with."""
        tags = await self.tags.give(forum, thread.labels)
        made = await forum.create_thread(
            name=thread.name,
            auto_archive_duration=A_WEEK,
            view=view,
            files=files,
            applied_tags=tags,
            allowed_mentions=pings,
        )
        self._found[made.thread.id] = made.thread
        return made.message

    async def change(self, thread_id: int, thread: Thread) -> None:
        """Make a thread of ours show what it should. One that moderators locked, or that a member made, stays."""
        place = await self.open(thread_id)
        if isinstance(place, discord.Thread) and is_ours(self.bot, place.owner_id) and not place.locked:
            tagged: dict[str, Any] = {}
            if isinstance(self.channel, discord.ForumChannel):
                tagged["applied_tags"] = await self.tags.give(self.channel, thread.labels)
            await place.edit(name=thread.name, archived=not thread.is_open, **tagged)

    async def end(self, thread_id: int) -> None:
        """Close a thread of ours that has lost its story, whose title was its name. What others wrote there is theirs,
        so it stays. One that moderators locked stays so; Discord wants *Manage Threads* for it.
        """
        place = await self.open(thread_id)
        if not isinstance(place, discord.Thread) or not is_ours(self.bot, place.owner_id):
            return
        if not place.locked:
            await place.edit(name=TAKEN_BACK, archived=True)
        elif place.name != TAKEN_BACK or not place.archived:
            await self._end_locked(place)

    async def _end_locked(self, place: discord.Thread) -> None:
        try:
            await place.edit(name=TAKEN_BACK, archived=False)  # what is archived takes no other name
            await place.edit(archived=True)
        except discord.Forbidden:
            raise PausedError(Trouble.THREAD_LOCKED) from None

    async def keep(self, thread_id: int, thread: Thread) -> None:
        """Open a thread that Discord archived too early, and archive one again that was opened for a change."""
        if thread.is_open and self.bot.get_channel(thread_id) is None:
            await self.open(thread_id)
        if not thread.is_open and thread_id in self.opened:
            await self.change(thread_id, thread)


def is_ours(bot: DrabbleBot, owner_id: int) -> bool:
    return bot.user is not None and bot.user.id == owner_id
