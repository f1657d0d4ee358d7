"""Questions before a round ends early, and the answers after a round was opened, changed or ended."""

from datetime import datetime

import discord

from bot.domain.rounds.round import Phase, Round
from bot.domain.rounds.round_plan import Plan, Proposal
from bot.services.finding import Contents
from bot.ui.views.layout import notice
from bot.ui.views.press import Press
from bot.ui.wording import terms


def confirmed(round_: Round, proposal: Proposal, now: datetime, *, telling: bool = False) -> discord.ui.LayoutView:
    title = f"**{terms.title_text(round_.plan.title)}**"
    told = " I am telling members there." if telling and round_.ends_told else ""
    window = f"It closes {terms.stamp(round_.plan.closes_at)}.{told}"
    if proposal.reopens(now):
        return notice(f"{title} is open again in <#{round_.channel_id}>. {window} The next round-up comes then.")
    if proposal.round_id is not None:
        return notice(f"Saved: {title} in <#{round_.channel_id}> is changed. {window}")
    if round_.phase(now) is Phase.SCHEDULED:
        opens = terms.stamp(round_.plan.opens_at)
        return notice(f"Scheduled: {title} opens {opens} in <#{round_.channel_id}>. {window}")
    return notice(f"{title} is open in <#{round_.channel_id}>. {window}")


def put_aside(proposal: Proposal) -> discord.ui.LayoutView:
    again = Press("round.reword", proposal.id, label="Take it up again")
    return notice("Put aside; nothing was posted and nothing changed.", again)


def before_closing(round_: Round, entries: int, now: datetime, reason_id: int | None = None) -> discord.ui.LayoutView:
    if round_.asks_late(now):
        title = f"**{terms.title_text(round_.plan.title)}** in <#{round_.channel_id}>"
        return notice(
            f"{title} has closed, and takes late stories until {terms.stamp(round_.plan.late_until)}. End that now?",
            Press(
                "round.close",
                round_.id,
                label="Take no more",
                detail=reason_id,
                style=discord.ButtonStyle.danger,
            ),
        )
    return notice(
        f"Close **{terms.title_text(round_.plan.title)}** in <#{round_.channel_id}> now? {so_far(entries)}"
        f" {taken_after_close(round_.plan)} `/round extend` opens it again.",
        Press("round.close", round_.id, label="Close it now", detail=reason_id, style=discord.ButtonStyle.danger),
    )


def taken_after_close(plan: Plan) -> str:
    if plan.late_for:
        return f"Late stories are taken for {terms.length_text(plan.late_for)} more."
    if plan.grace:
        return f"Its grace still holds: what comes within {terms.length_text(plan.grace)} is in time."
    return "Nobody can hand in or take back an entry after that."


def before_cancelling(round_: Round, entries: int, reason_id: int | None = None) -> discord.ui.LayoutView:
    return notice(
        f"Call off **{terms.title_text(round_.plan.title)}** in <#{round_.channel_id}>? {so_far(entries)}"
        " What was posted stays where it is, what waits for you goes back to its writers, and there will be no"
        " round-up. This cannot be undone.",
        Press("round.cancel", round_.id, label="Call it off", detail=reason_id, style=discord.ButtonStyle.danger),
    )


def so_far(entries: int) -> str:
    return f"It has {entries} {terms.plural(entries, 'entry', 'entries')} so far."


def closed(contents: Contents) -> discord.ui.LayoutView:
    round_, round_up = contents.round, "Its round-up is on the way."
    if contents.round_up is not None:
        address = terms.address(round_.guild_id, contents.round_up)
        round_up = f"[Its round-up]({address}) is there, and `/round extend` opens it again."
    return notice(f"**{terms.title_text(round_.plan.title)}** closed {terms.stamp(round_.plan.closes_at)}. {round_up}")


def cancelled(round_: Round) -> discord.ui.LayoutView:
    return notice(f"**{terms.title_text(round_.plan.title)}** was called off. What was posted stays.")
