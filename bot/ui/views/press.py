"""Buttons and selects that live as long as their message. The custom id and the database hold their state."""

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Any, TypeVar

import discord

from bot import payload
from bot.client import Interaction, custom_id_of, guild_of, number, read_custom_id
from bot.domain.problem import NotUnderstood, RefusedError

TEXT = (discord.ChannelType.text, discord.ChannelType.news)
"""Channels that Discord's members call text and announcement channels."""
Listed = TypeVar("Listed", bound=Enum)


def custom_id(route: str, subject: int, more: int | None = None) -> str:
    """The id of a click or a modal: its route and the number of its row. `more` is a click's detail, or it makes a
    modal's id fresh, since phones refill modals with old ids.
    """
    return f"{route}:{subject}" if more is None else f"{route}:{subject}:{more}"


class Routed(discord.ui.Item[discord.ui.LayoutView]):
    """An item that discord.py does not remember: its clicks go by their ids to `DrabbleBot.routes`."""

    def is_dispatchable(self) -> bool:
        return False


class Press(Routed, discord.ui.Button[discord.ui.LayoutView]):
    """A button. The route reads its detail with the function `detail`."""

    def __init__(
        self,
        route: str,
        subject: int,
        *,
        label: str,
        detail: int | None = None,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
        disabled: bool = False,
    ) -> None:
        super().__init__(label=label, style=style, disabled=disabled, custom_id=custom_id(route, subject, detail))


class Choice(Routed, discord.ui.Select[discord.ui.LayoutView]):
    """A select. The route reads its choice with the functions below, and its detail as a button's."""

    def __init__(
        self,
        route: str,
        subject: int,
        *,
        options: Sequence[discord.SelectOption],
        placeholder: str,
        detail: int | None = None,
        least: int = 1,
        most: int = 1,
    ) -> None:
        super().__init__(
            options=list(options),
            placeholder=placeholder,
            min_values=least,
            max_values=most,
            custom_id=custom_id(route, subject, detail),
        )


class ChannelChoice(Routed, discord.ui.ChannelSelect[discord.ui.LayoutView]):
    """A select of one text channel or, where `forums` may be chosen too, of one forum; or of none."""

    def __init__(
        self, route: str, subject: int, *, placeholder: str, channel_id: int | None = None, forums: bool = False
    ) -> None:
        kind = discord.SelectDefaultValueType.channel
        super().__init__(
            channel_types=[*TEXT, *([discord.ChannelType.forum] if forums else [])],
            placeholder=placeholder,
            default_values=[] if channel_id is None else [discord.SelectDefaultValue(id=channel_id, type=kind)],
            min_values=0,
            custom_id=custom_id(route, subject),
        )


class RoleChoice(Routed, discord.ui.RoleSelect[discord.ui.LayoutView]):
    """A select of one role, or of none."""

    def __init__(self, route: str, subject: int, *, placeholder: str, role_id: int | None = None) -> None:
        kind = discord.SelectDefaultValueType.role
        super().__init__(
            placeholder=placeholder,
            default_values=[] if role_id is None else [discord.SelectDefaultValue(id=role_id, type=kind)],
            min_values=0,
            custom_id=custom_id(route, subject),
        )


def detail_if_any(interaction: discord.Interaction[Any]) -> int | None:
    """The number that a button or a select carries beside its subject, if it does."""
    _, _, found = read_custom_id(custom_id_of(interaction))
    return found


def detail(interaction: discord.Interaction[Any]) -> int:
    """The number that a button or a select always carries beside its subject."""
    found = detail_if_any(interaction)
    if found is None:
        raise RefusedError(NotUnderstood())
    return found


def chosen(interaction: discord.Interaction[Any]) -> list[str]:
    """The values picked in a select."""
    values = payload.as_object(interaction.data).get("values", [])
    if not payload.is_list(values):
        raise RefusedError(NotUnderstood())
    return [str(value) for value in values]


def only(interaction: discord.Interaction[Any]) -> str | None:
    """The value picked in a select of at most one; None where it is empty."""
    found = chosen(interaction)
    if len(found) > 1:
        raise RefusedError(NotUnderstood())
    return found[0] if found else None


def chosen_number(interaction: discord.Interaction[Any]) -> int:
    return number(only(interaction) or "")


def chosen_member_of(kind: type[Listed], interaction: discord.Interaction[Any]) -> Listed:
    """The picked member of one of our enumerations."""
    try:
        return kind(only(interaction))
    except ValueError:
        raise RefusedError(NotUnderstood()) from None


def chosen_channel(interaction: Interaction, *, forums: bool = False) -> int | None:
    """The picked text channel of the server, if any; or the picked forum, where one may be picked."""
    guild = guild_of(interaction)
    found = [forum for forum in guild.forums if forums and not forum.is_media()]
    return of_server(only(interaction), [*guild.text_channels, *found])


def chosen_role(interaction: Interaction) -> int | None:
    return of_server(only(interaction), guild_of(interaction).roles)


def of_server(picked: str | None, there: Iterable[discord.abc.Snowflake]) -> int | None:
    if picked is None:
        return None
    found = number(picked)
    if all(found != one.id for one in there):
        raise RefusedError(NotUnderstood())
    return found


def buttons(*items: Routed) -> discord.ui.ActionRow[Any]:
    return discord.ui.ActionRow[Any](*items)
