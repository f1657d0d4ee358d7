"""A challenge's rounds as a file for a member's own calendar, and what is said beside it."""

import asyncio
import io
from collections.abc import Sequence
from datetime import datetime

import discord

from bot.domain.challenges import calendar_file
from bot.domain.challenges.challenge import Challenge
from bot.domain.rounds.round import Round
from bot.domain.text import escaping
from bot.ui.views.layout import Box, notice

FILE = "rounds.ics"
LONGEST_NAME = 60


async def answer(
    challenge: Challenge, rounds: Sequence[Round], now: datetime
) -> tuple[discord.ui.LayoutView, list[discord.File]]:
    name = f"**{escaping.line(challenge.name, LONGEST_NAME)}**"
    found = [*calendar_file.slots(challenge, rounds, now)]
    if not found:
        return notice(f"{name} has no round to come."), []
    url = f"https://discord.com/channels/{challenge.guild_id}/{challenge.channel_id}"
    written = await asyncio.to_thread(calendar_file.written, challenge, found, url, now)
    view = discord.ui.LayoutView(timeout=None)
    said = f"The coming rounds of {name}. Open the file with your calendar; a newer file brings it up to date."
    view.add_item(Box(discord.ui.TextDisplay(said)))
    view.add_item(discord.ui.File(f"attachment://{FILE}"))
    return view, [discord.File(io.BytesIO(written), FILE)]
