"""Who may run rounds, and what the bot itself needs, by the names that Discord shows."""

from typing import Any

import discord

from bot.domain.problem import ChannelUnfit, NotModerator, Problem, RefusedError

TO_POST = ("view_channel", "send_messages", "read_message_history")
TO_POST_IN_THREAD = ("view_channel", "send_messages_in_threads", "read_message_history")
TO_SHOW_PICTURES = ("attach_files",)

NAMES = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "send_messages_in_threads": "Send Messages in Threads",
    "read_message_history": "Read Message History",
    "attach_files": "Attach Files",
}


def moderates(interaction: discord.Interaction[Any]) -> bool:
    """Discord says with each interaction what its member may do in that channel."""
    return interaction.permissions.manage_guild or interaction.permissions.manage_messages


def must_moderate(interaction: discord.Interaction[Any]) -> None:
    if not moderates(interaction):
        raise RefusedError(NotModerator())


def in_the_way_of_posting(interaction: discord.Interaction[Any], channel: discord.TextChannel | None) -> list[Problem]:
    """What the bot lacks to run a round in a channel, or in the one that the interaction came from."""
    if channel is not None:
        return lacking(channel.id, channel.permissions_for(channel.guild.me), TO_POST)
    needed = TO_POST_IN_THREAD if isinstance(interaction.channel, discord.Thread) else TO_POST
    return lacking(interaction.channel_id or 0, interaction.app_permissions, needed)


def in_the_way_of_pictures(guild: discord.Guild | None, channel_id: int) -> list[Problem]:
    channel = guild.get_channel_or_thread(channel_id) if guild is not None else None
    if guild is None or channel is None:
        return []
    return lacking(channel_id, channel.permissions_for(guild.me), TO_SHOW_PICTURES)


def lacking(channel_id: int, granted: discord.Permissions, needed: tuple[str, ...]) -> list[Problem]:
    missing = tuple(NAMES[name] for name in needed if not getattr(granted, name))
    return [ChannelUnfit(channel_id, missing)] if missing else []
