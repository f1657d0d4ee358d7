"""The frames of what members see: a box, a text with buttons below it, and the pages of a list."""

from typing import Any

import discord

from bot.domain.text import limits
from bot.ui.views import press
from bot.ui.views.press import Press, Routed

Box = discord.ui.Container[discord.ui.LayoutView]

ROOM = limits.LAYOUT - 100
"""Characters for what a card lists or quotes. The rest is for its heading and its last line."""
LONGEST_NAME = 80
"""Characters of a title in a line of a list."""


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
    of: int | None = None,
    labels: tuple[str, str] = ("Newer", "Older"),
) -> None:
    """Say which of a list's items the box shows, and lead to the pages beside it. Nothing where it shows all. `of` is
    the row that has the list, if one does: the page is a detail then.
    """
    number, (back, on) = shown.start // a_page, labels

    def way(to: int, label: str) -> Press:
        return Press(route, to, label=label) if of is None else Press(route, of, detail=to, label=label)

    ways = [
        *([way(number - 1, back)] if number else []),
        *([way(number + 1, on)] if shown.stop < every else []),
    ]
    if ways:
        box.add_item(discord.ui.TextDisplay[Any](f"-# {shown.start + 1:,} to {shown.stop:,} of {every:,}"))
        view.add_item(press.buttons(*ways))
