"""A challenge's rounds as a file for a member's own calendar, and what is said beside it."""

import discord

from bot.domain.challenges.challenge import Challenge
from bot.domain.text import escaping
from bot.ui.views import attached
from bot.ui.views.layout import Box, notice
from bot.ui.wording import challenges

FILE = "rounds.ics"
LONGEST_NAME = 60


def coming(
    challenge: Challenge, written: bytes, *, has_no_place: bool
) -> tuple[discord.ui.LayoutView, list[discord.File]]:
    view = discord.ui.LayoutView(timeout=None)
    said = (
        f"The coming rounds of {named(challenge)}. Open the file with your calendar; a newer file brings it up to date."
    )
    waits = f"\n{challenges.WAITS}" if has_no_place else ""
    view.add_item(Box(discord.ui.TextDisplay(f"{said}{waits}")))
    return attached.below(view, [(FILE, written)])


def none_to_come(challenge: Challenge) -> discord.ui.LayoutView:
    return notice(f"{named(challenge)} has no round to come.")


def named(challenge: Challenge) -> str:
    return f"**{escaping.line(challenge.name, LONGEST_NAME)}**"
