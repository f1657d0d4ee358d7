"""The role that a round pings when it opens, as a moderator types or picks it."""

import re

import discord

from bot.client import Interaction, guild_of
from bot.domain.problem import PingNotYours, PingsEverybody, Problem, RefusedError, RoleUnknown
from bot.domain.rounds.round_wish import NOBODY
from bot.domain.text import limits
from bot.ui.answering import permission
from bot.ui.answering.round_choices import Choices, choice
from bot.ui.views import press
from bot.ui.wording import terms

MENTION = re.compile(r"<@&([0-9]{1,19})>")
EVERYBODY = ("everyone", "here")
NONE = ("nobody", "none", "no", "-")


async def roles(interaction: Interaction, typed: str) -> Choices:
    """Nobody, and the roles that the member may mention, the highest first."""
    wanted = named(typed)
    found = [role for role in reversed(guild_of(interaction).roles) if may_mention(interaction.permissions, role)]
    offered = [choice(NONE[0], NONE[0]), *(choice(f"@{role.name}", terms.role(role.id)) for role in found)]
    return [each for each in offered if wanted in each.name.casefold()][: limits.CHOICES]


async def meant(interaction: Interaction, typed: str, channel_id: int) -> int | Problem:
    """The number of the role, or `NOBODY`. Members cannot have the bot mention a role that they may not mention
    themselves.
    """
    guild, wanted = guild_of(interaction), named(typed)
    if wanted in NONE:
        return NOBODY
    mention = MENTION.fullmatch(typed.strip())
    number = None if mention is None else int(mention[1])
    found = next((role for role in guild.roles if role.id == number or role.name.casefold() == wanted), None)
    if wanted in EVERYBODY or found == guild.default_role:
        return PingsEverybody()
    if found is None:
        return RoleUnknown(typed)
    granted = await permission.permissions_in(interaction, channel_id)
    return found.id if may_mention(granted, found) else PingNotYours(found.id)


async def picked(interaction: Interaction, channel_id: int) -> int | None:
    """The role that was picked in a select; None for nobody."""
    role_id = press.chosen_role(interaction)
    found = None if role_id is None else await meant(interaction, terms.role(role_id), channel_id)
    if isinstance(found, Problem):
        raise RefusedError(found)
    return found


async def allowed(interaction: Interaction, role_id: int | None, channel_id: int) -> int | None:
    """The role of an earlier round, where this member may have it pinged again."""
    role = None if role_id is None else guild_of(interaction).get_role(role_id)
    granted = await permission.permissions_in(interaction, channel_id)
    return None if role is None or not may_mention(granted, role) else role.id


def named(typed: str) -> str:
    return typed.strip().removeprefix("@").casefold()


def may_mention(granted: discord.Permissions, role: discord.Role) -> bool:
    return not role.is_default() and (role.mentionable or granted.mention_everyone or granted.manage_guild)
