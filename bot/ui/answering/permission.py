"""Who may run rounds, and what the bot itself needs, by the names that Discord shows."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any, TypeGuard

import discord

from bot.client import DrabbleBot, Interaction, Place, guild_of
from bot.domain.entries.entry import Entry
from bot.domain.header.rating import Rating
from bot.domain.problem import (
    ChallengeChannelGone,
    ChannelUnfit,
    NeedsAgeRestriction,
    NotModerator,
    NotReadHere,
    NotServerManager,
    PingImpossible,
    PingRoleGone,
    Problem,
    RefusedError,
    RoundUnknown,
    StoryGone,
)
from bot.domain.rounds import audience
from bot.domain.rounds.home import Home
from bot.domain.rounds.round import Phase, Round
from bot.domain.rounds.round_plan import Plan
from bot.domain.rounds.settings import Customs
from bot.services import filtering, finding, settling
from bot.services.finding import Posted
from bot.services.submitting import Places
from bot.ui.views import round_threads
from bot.ui.wording import needed_permissions, terms

Asks = Callable[[Interaction, int], Awaitable[bool]]

TO_SHOW_PICTURES = ("attach_files",)

INVITED = discord.Permissions(**dict.fromkeys(terms.PERMISSIONS, True))
"""Permissions that the bot asks for when it is invited."""


async def moderates(interaction: Interaction, channel_id: int | None = None) -> bool:
    """True if the member may manage the server or the channel's messages, or sees the channel and has the moderators'
    role. The channel is the interaction's own, unless another is given.
    """
    granted = await permissions_in(interaction, channel_id or interaction.channel_id)
    if granted.manage_guild or granted.manage_messages:
        return True
    return granted.view_channel and has_role(interaction, await customs_of(interaction))


async def moderates_server(interaction: Interaction) -> bool:
    """True if the member may keep what belongs to the whole server. They have the moderators' role, may manage the
    server or its messages, or moderate a channel that the server chose: for rounds, or for moderators. Any other
    channel may be a member's own.
    """
    member, customs = interaction.user, await customs_of(interaction)
    if not isinstance(member, discord.Member):
        return False
    if interaction.permissions.manage_guild or member.guild_permissions.manage_messages:
        return True
    chosen = [id_ for id_ in (customs.channel_id, customs.notices_channel_id) if id_ is not None]
    return has_role(interaction, customs) or any([await moderates(interaction, id_) for id_ in chosen])


async def customs_of(interaction: Interaction) -> Customs:
    return await settling.customs(interaction.client.database, interaction.guild_id or 0)


def has_role(interaction: Interaction, customs: Customs) -> bool:
    """Whether the member has the role that the server chose for moderators."""
    member, role_id = interaction.user, customs.moderator_role_id
    return role_id is not None and isinstance(member, discord.Member) and member.get_role(role_id) is not None


async def must_moderate_server(interaction: Interaction) -> None:
    if not await moderates_server(interaction):
        raise RefusedError(NotModerator())


async def must_moderate(interaction: Interaction, channel_id: int | None = None) -> None:
    if not await moderates(interaction, channel_id):
        raise RefusedError(NotModerator())


def must_manage_server(interaction: Interaction) -> None:
    if not interaction.permissions.manage_guild:
        raise RefusedError(NotServerManager())


async def rounds_in_sight(interaction: Interaction) -> list[Round]:
    """The rounds of the server that the member may know of; the last to close comes first."""
    return await in_sight(interaction, await finding.all_rounds(interaction.client.database, interaction.guild_id or 0))


async def round_in_sight(interaction: Interaction, round_id: int) -> Round:
    """The server's round with this number, where the member may know of it."""
    found = await finding.one_round(interaction.client.database, interaction.guild_id or 0, round_id)
    if not await sees(interaction, found.channel_id):
        raise RefusedError(RoundUnknown(str(round_id)))
    return found


async def knows_round(interaction: Interaction, round_id: int) -> bool:
    try:
        await round_in_sight(interaction, round_id)
    except RefusedError:
        return False
    return True


async def post_in_sight(interaction: Interaction, entry_id: int) -> Posted:
    """The server's posted entry with this number, if the member sees its channel."""
    found = await finding.posted(interaction.client.database, interaction.guild_id or 0, entry_id)
    if not await sees(interaction, found.channel_id):
        raise RefusedError(StoryGone())
    return found


async def story_in_sight(interaction: Interaction, entry_id: int) -> Posted:
    """A post in sight whose story the member may be shown. Its rating may be read where they ask, and they did not ask
    to be spared it.
    """
    found = await post_in_sight(interaction, entry_id)
    await must_be_readable(interaction, found.entry, found.channel_id)
    await filtering.must_show(interaction.client.database, found.entry, interaction.user.id)
    return found


async def must_be_readable(interaction: Interaction, entry: Entry, channel_id: int) -> None:
    """Refuse a story that is not for the channel in which the member asks. `channel_id` is where it is read."""
    for_adults = await is_for_adults(interaction.client, interaction.channel_id or 0)
    if not audience.may_be_posted(entry.header.rating, age_restricted=for_adults):
        raise RefusedError(NotReadHere(entry.header.rating, await read_in(interaction, channel_id)))


async def read_in(interaction: Interaction, channel_id: int) -> tuple[int, ...]:
    """Where the member can read this channel's stories for adults: in it, or in any channel for adults if it is open to
    all ages by now.
    """
    if await is_for_adults(interaction.client, channel_id):
        return (channel_id,)
    known = await places(interaction, ())
    return tuple(sorted(known.for_adults & known.in_sight))


async def must_suit(interaction: Interaction, rating: Rating, channel_id: int) -> None:
    """Refuse to let a story of this rating stand in a channel that may not show it, with the channels that would do."""
    if audience.may_be_posted(rating, age_restricted=await is_for_adults(interaction.client, channel_id)):
        return
    found = await rounds_in_sight(interaction)
    known = await places(interaction, found)
    taking = [round_ for round_ in found if round_.phase(interaction.created_at) is Phase.OPEN]
    raise RefusedError(
        NeedsAgeRestriction(
            rating,
            rounds=audience.channels_of(taking, rating, known.for_adults),
            channels=tuple(sorted(known.for_adults & known.in_sight)),
        )
    )


async def in_sight(interaction: Interaction, found: Iterable[Round]) -> list[Round]:
    """The rounds whose channel the member may see. A member who manages the server knows of all rounds."""
    return await where(interaction, found, sees)


async def moderated(interaction: Interaction, found: Iterable[Round]) -> frozenset[int]:
    """The numbers of the rounds whose own channel the member moderates: they may know all of those."""
    return frozenset(round_.id for round_ in await where(interaction, found, moderates))


async def titles_told(interaction: Interaction) -> frozenset[int]:
    """The numbers of the rounds whose titles the member may know."""
    found = await rounds_in_sight(interaction)
    known = {round_.id for round_ in found if round_.is_known(interaction.created_at)}
    return await moderated(interaction, found) | known


async def where(interaction: Interaction, found: Iterable[Round], holds: Asks) -> list[Round]:
    """The rounds whose channel passes the question."""
    rounds = list(found)
    channels = {round_.channel_id for round_ in rounds}
    held = {channel_id for channel_id in channels if await holds(interaction, channel_id)}
    return [round_ for round_ in rounds if round_.channel_id in held]


def nearby(interaction: Interaction) -> list[int]:
    """Where the member is: the channel, or the thread and then its channel."""
    channel = interaction.channel
    around = [channel.parent_id] if isinstance(channel, discord.Thread) else []
    return [interaction.channel_id or 0, *around]


async def sees(interaction: Interaction, channel_id: int) -> bool:
    granted = await permissions_in(interaction, channel_id)
    return granted.view_channel or granted.manage_guild


async def permissions_in(interaction: Interaction, channel_id: int | None) -> discord.Permissions:
    """The member's permissions in a channel. Discord states those for the interaction's own channel. All others are
    worked out, a thread's from its channel's. In a channel that is gone or hidden from the member, they have none
    except to manage the server.
    """
    if channel_id == interaction.channel_id:
        return interaction.permissions
    everywhere = interaction.permissions & discord.Permissions(manage_guild=True)
    member, place = interaction.user, await interaction.client.place(channel_id or 0)
    if not isinstance(member, discord.Member) or place is None or place.guild != member.guild:
        return everywhere
    granted = place.permissions_for(member) | everywhere
    secret = isinstance(place, discord.Thread) and place.is_private()  # Discord does not tell us who else is in it
    return granted if granted.view_channel and (granted.manage_threads or not secret) else everywhere


async def is_for_adults(bot: DrabbleBot, channel_id: int) -> bool:
    place = await bot.place(channel_id)
    return place is not None and is_age_restricted(place)


def is_age_restricted(place: Place) -> bool:
    """True for a channel or a whole server that is for adults. A thread is for whom its channel is."""
    return place.is_nsfw() or place.guild.nsfw_level is discord.NSFWLevel.age_restricted


async def places(interaction: Interaction, asked: Sequence[Round]) -> Places:
    """The channels of these rounds, and all that are for adults and could have a round."""
    channels = {round_.channel_id for round_ in asked}
    for_adults = {channel_id for channel_id in channels if await is_for_adults(interaction.client, channel_id)}
    others = [place.id for place in guild_of(interaction).channels if has_room(place) and is_age_restricted(place)]
    return Places(
        in_sight={id_ for id_ in {*channels, *others} if await sees(interaction, id_)},
        for_adults=for_adults | {*others},
    )


async def own_emoji(guild: discord.Guild) -> list[str]:
    """A server's own emoji that the bot may use, as Discord spells them."""
    return [str(emoji) for emoji in await guild.fetch_emojis() if emoji.is_usable()]


def usual_channel(
    interaction: Interaction, channel_id: int | None
) -> discord.TextChannel | discord.ForumChannel | None:
    """The channel of a guild's rounds or a challenge's; None where none was chosen, or it was deleted."""
    if interaction.guild is None or channel_id is None:
        return None
    channel = interaction.guild.get_channel(channel_id)
    return channel if has_room(channel) else None


def has_room(channel: object) -> TypeGuard[discord.TextChannel | discord.ForumChannel]:
    """True for a channel in which rounds may take place. Posts of a media channel have to begin with a picture."""
    if isinstance(channel, discord.ForumChannel):
        return not channel.is_media()
    return isinstance(channel, discord.TextChannel)


def in_the_way_of_posting(
    interaction: discord.Interaction[Any], channel: discord.TextChannel | discord.ForumChannel | None, wished: Home
) -> list[Problem]:
    """The permissions that the bot lacks to run a round in this channel, or else in the interaction's own."""
    if channel is not None:
        needed = needed_permissions.of_round(round_threads.ground_of(channel), wished)
        return lacking(channel.id, channel.permissions_for(channel.guild.me), needed)
    in_thread = isinstance(interaction.channel, discord.Thread)
    needed = needed_permissions.of_round(round_threads.ground_of(interaction.channel), wished, in_thread=in_thread)
    return lacking(interaction.channel_id or 0, interaction.app_permissions, needed)


def in_the_way_of_pictures(guild: discord.Guild | None, channel_id: int) -> list[Problem]:
    channel = guild.get_channel_or_thread(channel_id) if guild is not None else None
    if guild is None or channel is None:
        return []
    return lacking(channel_id, channel.permissions_for(guild.me), TO_SHOW_PICTURES)


def in_the_way_of_ping(guild: discord.Guild | None, channel_id: int, role_id: int | None) -> list[Problem]:
    """The reason why the bot could not ping the role in this channel."""
    channel = guild.get_channel_or_thread(channel_id) if guild is not None else None
    if guild is None or channel is None or role_id is None:
        return []
    role = guild.get_role(role_id)
    if role is None:
        return [PingRoleGone()]
    may = role.mentionable or channel.permissions_for(guild.me).mention_everyone
    return [] if may else [PingImpossible(role_id, channel_id)]


def in_the_way_of_plan(guild: discord.Guild, channel_id: int, plan: Plan) -> list[Problem]:
    """All that the bot lacks in this channel for rounds of a challenge."""
    channel = guild.get_channel_or_thread(channel_id)
    if channel is None:
        return [ChallengeChannelGone()]
    needed = needed_permissions.of_plan(
        round_threads.ground_of(channel), plan, in_thread=isinstance(channel, discord.Thread)
    )
    return [
        *lacking(channel_id, channel.permissions_for(guild.me), needed),
        *in_the_way_of_ping(guild, channel_id, plan.ping_role_id),
    ]


def in_the_way_of_extras(guild: discord.Guild | None, channel_id: int, plan: Plan) -> list[Problem]:
    """The permissions that the bot lacks for what stands beside a round: its threads to talk in, its event."""
    channel = guild.get_channel_or_thread(channel_id) if guild is not None else None
    if guild is None or channel is None:
        return []
    ground = round_threads.ground_of(channel)
    extras = {*needed_permissions.of_plan(ground, plan)} - {*needed_permissions.of_round(ground, plan.home)}
    return lacking(channel_id, channel.permissions_for(guild.me), tuple(sorted(extras)))


def lacking(channel_id: int, granted: discord.Permissions, needed: tuple[str, ...]) -> list[Problem]:
    missing = tuple(terms.PERMISSIONS[name] for name in needed if not getattr(granted, name))
    return [ChannelUnfit(channel_id, missing)] if missing else []
