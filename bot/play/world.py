"""The guild that is played in: a moderator, three writers, a channel, and the bot with what it needs."""

from dataclasses import dataclass
from datetime import UTC, datetime

import discord
import simcord

BOT_NAME = "Drabbles"

BOT_PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    embed_links=True,
    attach_files=True,
    read_message_history=True,
    add_reactions=True,
    manage_messages=True,
)


@dataclass(frozen=True, slots=True)
class World:
    channel: simcord.ChannelHandle
    writers: tuple[simcord.MemberActor, ...]
    moderator: simcord.MemberActor

    @property
    def members(self) -> tuple[simcord.MemberActor, ...]:
        """Everybody who can be played, a writer first: there is more to try as one."""
        return (*self.writers, self.moderator)


def build(env: simcord.Env) -> World:
    """People and places, before the bot comes in.

    The clock of a new simulation always starts at the same moment and ids are made of the time, so they are
    the same in every play: a database kept from the last one knows guild, channel and members again.
    """
    env.backend.bot_user.name = BOT_NAME
    guild = env.create_guild("Lantern Street")
    env.backend.edit_role(guild.id, guild.roles[BOT_NAME].id, {"permissions": BOT_PERMISSIONS.value})
    moderating = guild.create_role("Moderators", permissions=discord.Permissions(manage_guild=True))
    channel = guild.create_text_channel("drabbles", topic="Very short stories. Hand one in, leave a heart.")
    moderator = guild.add_member(env.create_user("marlow", global_name="Mod Marlow"), roles=[moderating])
    names = ("Ines", "Tomas", "Yuki")
    writers = tuple(guild.add_member(env.create_user(name.lower(), global_name=name)) for name in names)
    env.backend.advance_clock((datetime.now(UTC) - env.now()).total_seconds())
    return World(channel, writers, moderator)
