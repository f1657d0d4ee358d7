"""The frames of what members see: a box, a text with buttons below it, and the pages of a list."""

from typing import Any

import discord

from bot.ui.views import press
from bot.ui.views.press import Press, Routed

Box = discord.ui.Container[discord.ui.LayoutView]


def notice(text: str, *ways: Routed) -> discord.ui.LayoutView:
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.TextDisplay(text))
    if ways:
        view.add_item(press.buttons(*ways))
    return view


def turn_pages(
    view: discord.ui.LayoutView,
    box: Box,
    route: str,
    shown: range,
    *,
    every: int,
    a_page: int,
    labels: tuple[str, str] = ("Newer", "Older"),
) -> None:
    """Say which of a list's items the box shows, and lead to the pages beside it. Nothing where it shows all."""
    number, (back, on) = shown.start // a_page, labels
    ways = [
        *([Press(route, number - 1, label=back)] if number else []),
        *([Press(route, number + 1, label=on)] if shown.stop < every else []),
    ]
    if ways:
        box.add_item(discord.ui.TextDisplay[Any](f"-# {shown.start + 1:,} to {shown.stop:,} of {every:,}"))
        view.add_item(press.buttons(*ways))
