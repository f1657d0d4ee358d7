"""Buttons and selects that live as long as their message: their state is in the custom id and in the database."""

import re
from collections.abc import Sequence
from typing import Any, Self

import discord


def custom_id(route: str, subject: int, once: int | None = None) -> str:
    """What a click or a modal carries: where it goes and which row it is about. `once` makes a modal's id fresh,
    since phones refill old ones.
    """
    return f"{route}:{subject}" if once is None else f"{route}:{subject}:{once}"


class Press(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]],
    template=r"(?P<route>[a-z_.]+):(?P<subject>\d+)",
):
    """A button that takes its click to `DrabbleBot.routes`."""

    def __init__(
        self,
        route: str,
        subject: int,
        *,
        label: str,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
        disabled: bool = False,
    ) -> None:
        super().__init__(
            discord.ui.Button(label=label, style=style, disabled=disabled, custom_id=custom_id(route, subject))
        )

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(match["route"], int(match["subject"]), label="…")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.client.route(interaction, self.custom_id)


class Choice(
    discord.ui.DynamicItem[discord.ui.Select[discord.ui.LayoutView]],
    template=r"choose:(?P<route>[a-z_.]+):(?P<subject>\d+)",
):
    """A select that takes its choice to `DrabbleBot.routes`; the route reads it with `chosen`."""

    def __init__(self, route: str, subject: int, *, options: Sequence[discord.SelectOption], placeholder: str) -> None:
        super().__init__(
            discord.ui.Select(
                options=list(options),
                placeholder=placeholder,
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


def chosen(interaction: discord.Interaction[Any]) -> list[str]:
    """The values picked in a select."""
    data: Any = interaction.data or {}
    return [str(value) for value in data.get("values", [])]


def buttons(*items: Press | Choice) -> discord.ui.ActionRow[Any]:
    return discord.ui.ActionRow[Any](*items)
