"""The frames of what members see: a box, and a text with buttons below it."""

import discord

from bot.ui.views import press
from bot.ui.views.press import Routed

Box = discord.ui.Container[discord.ui.LayoutView]


def notice(text: str, *ways: Routed) -> discord.ui.LayoutView:
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.TextDisplay(text))
    if ways:
        view.add_item(press.buttons(*ways))
    return view
