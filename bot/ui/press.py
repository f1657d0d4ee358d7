"""Buttons and selects that live as long as their message: their state is in the custom id and in the database."""

import re
from collections.abc import Sequence
from typing import Any, Self

import discord


def custom_id(route: str, subject: int, more: int | None = None) -> str:
    """What a click or a modal carries: where it goes and which row it is about. `more` is a click's detail; or it makes
    a modal's id fresh, since phones refill old ones.
    """
    return f"{route}:{subject}" if more is None else f"{route}:{subject}:{more}"


class Press(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]],
    template=r"(?P<route>[a-z_.]+):(?P<subject>\d+)(:(?P<detail>\d+))?",
):
    """A button that takes its click to `DrabbleBot.routes`; the route reads what else it says with `detail`."""

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

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        detail = None if match["detail"] is None else int(match["detail"])
        return cls(match["route"], int(match["subject"]), detail=detail, label="…")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.client.route(interaction, self.custom_id)


class Choice(
    discord.ui.DynamicItem[discord.ui.Select[discord.ui.LayoutView]],
    template=r"choose:(?P<route>[a-z_.]+):(?P<subject>\d+)",
):
    """A select that takes its choice to `DrabbleBot.routes`; the route reads it with `chosen`."""

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
                custom_id=f"choose:{custom_id(route, subject)}",
            )
        )

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(match["route"], int(match["subject"]), options=(), placeholder="…")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.client.route(interaction, self.custom_id.removeprefix("choose:"))


class ChannelChoice(
    discord.ui.DynamicItem[discord.ui.ChannelSelect[discord.ui.LayoutView]],
    template=r"channel:(?P<route>[a-z_.]+):(?P<subject>\d+)",
):
    """A select of one text channel, or of none."""

    def __init__(self, route: str, subject: int, *, placeholder: str, channel_id: int | None = None) -> None:
        kind = discord.SelectDefaultValueType.channel
        super().__init__(
            discord.ui.ChannelSelect(
                channel_types=[discord.ChannelType.text],
                placeholder=placeholder,
                default_values=[] if channel_id is None else [discord.SelectDefaultValue(id=channel_id, type=kind)],
                min_values=0,
                custom_id=f"channel:{custom_id(route, subject)}",
            )
        )

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(match["route"], int(match["subject"]), placeholder="…")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.client.route(interaction, self.custom_id.removeprefix("channel:"))


class RoleChoice(
    discord.ui.DynamicItem[discord.ui.RoleSelect[discord.ui.LayoutView]],
    template=r"role:(?P<route>[a-z_.]+):(?P<subject>\d+)",
):
    """A select of one role, or of none."""

    def __init__(self, route: str, subject: int, *, placeholder: str, role_id: int | None = None) -> None:
        kind = discord.SelectDefaultValueType.role
        super().__init__(
            discord.ui.RoleSelect(
                placeholder=placeholder,
                default_values=[] if role_id is None else [discord.SelectDefaultValue(id=role_id, type=kind)],
                min_values=0,
                custom_id=f"role:{custom_id(route, subject)}",
            )
        )

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(match["route"], int(match["subject"]), placeholder="…")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.client.route(interaction, self.custom_id.removeprefix("role:"))


def detail(interaction: discord.Interaction[Any]) -> int:
    """The number that a button carries beside its subject."""
    data: Any = interaction.data or {}
    return int(str(data["custom_id"]).rsplit(":", 1)[1])


def chosen(interaction: discord.Interaction[Any]) -> list[str]:
    """The values picked in a select."""
    data: Any = interaction.data or {}
    return [str(value) for value in data.get("values", [])]


def buttons(*items: Press | Choice | ChannelChoice | RoleChoice) -> discord.ui.ActionRow[Any]:
    return discord.ui.ActionRow[Any](*items)
