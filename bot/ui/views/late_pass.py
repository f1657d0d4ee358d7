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
    until = f" until {terms.stamp(found.until)}, and it counts as in time" if gives_time(round_, found) else ""
    return notice(
        f"<@{found.member_id}> can hand in{once_more(found)} for **{title}**{until}."
        " I tell them in private, if they take such messages. `/round show` shows you who has a late pass."
    )


def message(round_: Round, found: LatePass, guild_name: str, *, named: bool) -> str:
    """`named` says whether the member hears which moderator it was."""
    who = terms.member(found.given_by) if named and found.given_by > 0 else None
    title = terms.title_text(round_.plan.title)
    where = f"**{title}** in <#{round_.channel_id}> on {terms.title_text(guild_name)}"
    if not gives_time(round_, found):
        may = "You can" if who is None else f"{who} lets you"
        return f"{may} hand in{once_more(found)} for {where}, with `/submit`."
    gift = "You have" if who is None else f"{who} gave you"
    more = f" You can hand in{once_more(found)}." if found.entries is not None else ""
    return (
        f"{gift} more time for {where}: until {terms.stamp(found.until)}. What you hand in by then with `/submit`"
        f" counts as in time.{more}"
    )


def gives_time(round_: Round, found: LatePass) -> bool:
    return found.until > round_.plan.closes_at


def once_more(found: LatePass) -> str:
    return "" if found.entries is None else f" once more ({found.entries:,} entries in all)"


def lines(passes: Sequence[LatePass]) -> list[str]:
    if not passes:
        return []
    shown = passes[:MOST_NAMED]
    named = [f"{terms.member(each.member_id)}{once_more(each)} until {terms.stamp(each.until)}" for each in shown]
    more = len(passes) - MOST_NAMED
    return [f"**Late pass**: {terms.listed([*named, *([f'{more:,} more'] if more > 0 else [])])}"]
