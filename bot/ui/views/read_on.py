"""An entry as one reader sees it in private, page by page."""

from typing import Any

import discord

from bot.services.finding import Posted
from bot.ui.views import entry_card, press
from bot.ui.views.colour import ACCENT
from bot.ui.views.layout import Box
from bot.ui.views.press import Press
from bot.ui.wording import terms


def page(posted: Posted, number: int) -> discord.ui.LayoutView:
    """A page with the ways to those beside it; the last has the way to the message that takes the hearts."""
    entry, last = posted.entry, len(entry_card.pages(posted.entry)) - 1
    top = Box(accent_colour=ACCENT)
    top.add_item(discord.ui.TextDisplay(entry_card.top_text(entry, number)))
    lines = [entry_card.below_text(entry, number), hearts_line(posted) if number == last else ""]
    ways = [
        *([Press("entry.read", entry.id, detail=number - 1, label="Back")] if number else []),
        *([Press("entry.read", entry.id, detail=number + 1, label="Next")] if number < last else []),
    ]
    below = discord.ui.TextDisplay[Any]("\n".join(filter(None, lines)))
    return entry_card.laid_out(entry, number, top, below, *([press.buttons(*ways)] if ways else []))


def hearts_line(posted: Posted) -> str:
    return f"Hearts go under [the post]({terms.address(posted.guild_id, posted.spot)})."
