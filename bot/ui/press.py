"""Buttons and selects that live as long as their message: their state is in the custom id and in the database."""

import re
from collections.abc import Sequence
from typing import Any, ClassVar, Generic, TypeVar

import discord

from bot.client import CUSTOM_ID

Shown = TypeVar("Shown", bound=discord.ui.Item[discord.ui.LayoutView])


def custom_id(route: str, subject: int, more: int | None = None) -> str:
    """What a click or a modal carries: where it goes and which row it is about. `more` is a click's detail; or it makes
    a modal's id fresh, since phones refill old ones.
    """
    return f"{route}:{subject}" if more is None else f"{route}:{subject}:{more}"


class Routed(discord.ui.DynamicItem[Shown], Generic[Shown], template=CUSTOM_ID):
    """What takes its click to `DrabbleBot.routes`. Each step on the way answers its errors, of which discord.py tells
    the log at most.
    """

    prefix: ClassVar[str]

    def __init_subclass__(cls, *, prefix: str = "") -> None:
        super().__init_subclass__(template=prefix + CUSTOM_ID.pattern)
        cls.prefix = prefix

    @classmethod
    async def from_custom_id(cls, interaction: discord.Interaction[Any], item: Any, match: re.Match[str], /) -> Any:
        async with interaction.client.answering(interaction):
            again = cls.__new__(cls)
            super(Routed, again).__init__(item)
            return again
        return item  # which does nothing when it is clicked

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        async with interaction.client.answering(interaction):
            return await super().interaction_check(interaction)
        return False

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async with interaction.client.answering(interaction):
            await interaction.client.route(interaction, self.custom_id.removeprefix(self.prefix))


class Press(Routed[discord.ui.Button[discord.ui.LayoutView]]):
    """A button; the route reads what else it says with `detail`."""

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
        super().__init__(
            discord.ui.Button(label=label, style=style, disabled=disabled, custom_id=custom_id(route, subject, detail))
        )


class Choice(Routed[discord.ui.Select[discord.ui.LayoutView]], prefix="choose:"):
    """A select; the route reads its choice with `chosen`."""

    def __init__(
        self,
        route: str,
        subject: int,
        *,
        options: Sequence[discord.SelectOption],
        placeholder: str,
        least: int = 1,
        most: int = 1,
    ) -> None:
        super().__init__(
            discord.ui.Select(
                options=list(options),
                placeholder=placeholder,
                min_values=least,
                max_values=most,
                custom_id=self.prefix + custom_id(route, subject),
            )
        )


class ChannelChoice(Routed[discord.ui.ChannelSelect[discord.ui.LayoutView]], prefix="channel:"):
    """A select of one text channel, or of none."""

    def __init__(self, route: str, subject: int, *, placeholder: str, channel_id: int | None = None) -> None:
        kind = discord.SelectDefaultValueType.channel
        super().__init__(
            discord.ui.ChannelSelect(
                channel_types=[discord.ChannelType.text],
                placeholder=placeholder,
                default_values=[] if channel_id is None else [discord.SelectDefaultValue(id=channel_id, type=kind)],
                min_values=0,
                custom_id=self.prefix + custom_id(route, subject),
            )
        )


class RoleChoice(Routed[discord.ui.RoleSelect[discord.ui.LayoutView]], prefix="role:"):
    """A select of one role, or of none."""

    def __init__(self, route: str, subject: int, *, placeholder: str, role_id: int | None = None) -> None:
        kind = discord.SelectDefaultValueType.role
        super().__init__(
            discord.ui.RoleSelect(
                placeholder=placeholder,
                default_values=[] if role_id is None else [discord.SelectDefaultValue(id=role_id, type=kind)],
                min_values=0,
                custom_id=self.prefix + custom_id(route, subject),
            )
        )


def detail(interaction: discord.Interaction[Any]) -> int:
    """The number that a button carries beside its subject."""
    data: Any = interaction.data or {}
    return int(str(data["custom_id"]).rsplit(":", 1)[1])


def chosen(interaction: discord.Interaction[Any]) -> list[str]:
    """The values picked in a select."""
    data: Any = interaction.data or {}
    return [str(value) for value in data.get("values", [])]


def buttons(*items: Routed[Any]) -> discord.ui.ActionRow[Any]:
    return discord.ui.ActionRow[Any](*items)
