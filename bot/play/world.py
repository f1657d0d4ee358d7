"""The guild of the play: a moderator, three writers, their meeting places, and the bot with its permissions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import discord
import simcord
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.ui.answering import permission

BOT_NAME = "Drabbles"
PINS = discord.Permissions(manage_messages=True)
"""What pins a message in the simulated Discord, which does not know Pin Messages."""

Person = simcord.MemberActor | simcord.UserHandle
"""A member. In direct messages, simcord knows members as users."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where messages stand, and who can be there."""

    name: str
    channel: simcord.ChannelHandle
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class World:
    guild: simcord.GuildHandle
    lasting: Mapping[str, Place]
    """The places that are always there, by the page's key for them. The play begins in the first."""
    channels: tuple[simcord.ChannelHandle, ...]
    """Where threads and posts begin, which are places as well."""
    members: tuple[Person, ...]
    moderator: simcord.MemberActor
    daily: simcord.ChannelHandle
    """The channel of a challenge that runs by itself."""
    steps: simcord.ChannelHandle
    """The channel of a challenge whose entries wait for a moderator."""
    staff: simcord.ChannelHandle
    """The moderators' channel."""
    newcomer: simcord.MemberActor

    @property
    def places(self) -> dict[str, Place]:
        begun = {
            str(thread.id): Place(f"# {channel.name} › {thread.name}", thread, self.members)
            for channel in self.channels
            for thread in channel.threads
        }
        return {**self.lasting, **begun}

    @property
    def first_place(self) -> Place:
        return next(iter(self.lasting.values()))

    @property
    def channel(self) -> simcord.ChannelHandle:
        return self.first_place.channel

    def name_of(self, user_id: int) -> str:
        """The name that everybody uses for a member. Anybody else is the bot."""
        people = [person for place in self.lasting.values() for person in place.people]
        return next((name(person) for person in people if person.id == user_id), BOT_NAME)


def name(person: Person) -> str:
    user = person.user if isinstance(person, simcord.MemberActor) else person
    return user.global_name or user.name


def build(env: simcord.Env) -> World:
    """Make people and places, before the bot comes in.

    Ids are made of the time, and the clock of a new simulation always starts at the same moment. So ids are the same
    in every play, and a kept database knows the guild, the channels and the members again.
    """
    env.backend.bot_user.name = BOT_NAME
    guild = env.create_guild("Lantern Street")
    env.backend.edit_role(guild.id, guild.roles[BOT_NAME].id, {"permissions": (permission.INVITED | PINS).value})
    moderating = guild.create_role("Moderators", permissions=discord.Permissions(manage_guild=True))
    channel = guild.create_text_channel("drabbles", topic="Very short stories. Hand one in, leave a heart.")
    moderator = guild.add_member(env.create_user("marlow", global_name="Mod Marlow"), roles=[moderating])
    writers = [guild.add_member(env.create_user(each.lower(), global_name=each)) for each in ("Ines", "Tomas", "Yuki")]
    members = (*writers, moderator)  # a writer comes first, since writers have more to try
    garden = guild.create_text_channel("walled-garden", topic="A second channel, for rounds of its own.")
    env.backend.create_thread(channel.id, "Tea and talk", moderator.id, broadcast=False)
    places = {
        "drabbles": Place("# drabbles", channel, members),
        "garden": Place("# walled-garden", garden, members),
    }
    for member in members:
        talk = f"{name(member)}’s direct messages"
        places[member.name] = Place(talk, member.user.dm_channel, (member.user,))
    # Last, so that ids of what stood here before stay the same.
    readers = guild.create_role("Readers", mentionable=True)
    for writer in writers:
        env.backend.add_member_role(guild.id, writer.id, readers.id)
    forum = tagged_forum(env, guild)
    daily = guild.create_text_channel("daily-drabbles", topic="A round a day, which opens and closes by itself.")
    places["daily"] = Place("# daily-drabbles", daily, members)
    steps, staff, newcomer = moderated(env, guild, moderator)
    places["steps"] = Place("# first-steps", steps, (newcomer, moderator))
    places["staff"] = Place("# moderators", staff, (moderator,))
    places["nell"] = Place(f"{name(newcomer)}’s direct messages", newcomer.user.dm_channel, (newcomer.user,))
    env.backend.advance_clock((datetime.now(UTC) - env.now()).total_seconds())
    return World(
        guild, places, (channel, garden, daily, steps, forum), members, moderator, daily, steps, staff, newcomer
    )


def tagged_forum(env: simcord.Env, guild: simcord.GuildHandle) -> simcord.ChannelHandle:
    """A forum in which the bot may make tags."""
    forum = guild.create_forum_channel("story-shelf")
    tagging = discord.Permissions(manage_channels=True).value
    bot_role = guild.roles[BOT_NAME]
    env.backend.set_overwrite(forum.id, Overwrite(bot_role.id, OverwriteType.ROLE, allow=tagging))
    return forum


def moderated(
    env: simcord.Env, guild: simcord.GuildHandle, moderator: simcord.MemberActor
) -> tuple[simcord.ChannelHandle, simcord.ChannelHandle, simcord.MemberActor]:
    """A channel for a newcomer, so that others have one round in sight; the moderators' channel; and the newcomer."""
    steps = guild.create_text_channel("first-steps", topic="Stories that a moderator reads before they appear.")
    staff = guild.create_text_channel("moderators", topic="What the bot asks moderators.")
    newcomer = guild.add_member(env.create_user("nell", global_name="Nell"))
    keep_to(env, guild, steps, newcomer, moderator)
    keep_to(env, guild, staff, moderator)
    return steps, staff, newcomer


def keep_to(
    env: simcord.Env, guild: simcord.GuildHandle, channel: simcord.ChannelHandle, *members: simcord.MemberActor
) -> None:
    """Let these members and the bot alone see the channel."""
    sees = discord.Permissions(view_channel=True).value
    env.backend.set_overwrite(channel.id, Overwrite(guild.id, OverwriteType.ROLE, deny=sees))
    env.backend.set_overwrite(channel.id, Overwrite(guild.roles[BOT_NAME].id, OverwriteType.ROLE, allow=sees))
    for member in members:
        env.backend.set_overwrite(channel.id, Overwrite(member.id, OverwriteType.MEMBER, allow=sees))
