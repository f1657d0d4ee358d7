"""A late pass, as its moderator, its member and /round show see it."""

from collections.abc import Sequence

import discord

from bot.domain.rounds.late_pass import LatePass
from bot.domain.rounds.round import Round
from bot.ui.views.layout import notice
from bot.ui.wording import terms

MOST_NAMED = 10


def given(round_: Round, found: LatePass) -> discord.ui.LayoutView:
    title = terms.title_text(round_.plan.title)
    return notice(
        f"<@{found.member_id}> can hand in for **{title}** until {terms.stamp(found.until)}, and it counts as in time."
        " I tell them in private, if they take such messages. `/round show` shows you who has a late pass."
    )


def told(round_: Round, found: LatePass, guild_name: str) -> str:
    title = terms.title_text(round_.plan.title)
    return (
        f"You have more time for **{title}** in <#{round_.channel_id}> on {terms.title_text(guild_name)}: until"
        f" {terms.stamp(found.until)}. What you hand in by then with `/submit` counts as in time."
    )


def lines(passes: Sequence[LatePass]) -> list[str]:
    if not passes:
        return []
    named = [f"<@{each.member_id}> until {terms.stamp(each.until)}" for each in passes[:MOST_NAMED]]
    more = len(passes) - MOST_NAMED
    return [f"**Late pass**: {terms.listed([*named, *([f'{more:,} more'] if more > 0 else [])])}"]
