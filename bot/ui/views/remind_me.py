"""The private reminder: what the button on the card answers, and what the member is told when the time has come."""

from datetime import datetime, timedelta

import discord

from bot.domain.problem import NotUnderstood, RefusedError
from bot.domain.rounds import private_reminder, prompt_title
from bot.domain.rounds.private_reminder import PrivateReminder
from bot.domain.rounds.round import Round
from bot.domain.rounds.round_plan import Plan
from bot.domain.text import escaping
from bot.services.finding import Standing
from bot.ui.views import round_details
from bot.ui.views.layout import notice
from bot.ui.views.press import Choice, Press, buttons
from bot.ui.wording import terms

UNHEARD = (
    "-# The last time, you took no private message from me. To get one, turn on *Direct Messages* in this server's"
    " *Privacy Settings*."
)


def answer(round_: Round, found: PrivateReminder, now: datetime) -> discord.ui.LayoutView:
    """The present state of a member's reminder, and the ways to change it."""
    title, unheard = terms.title_text(round_.plan.title), f"\n{UNHEARD}" if found.unheard else ""
    if found.at is None:
        again = Press("remind.ask", round_.id, label="Remind me after all")
        return notice(f"I won't remind you of **{title}**.{unheard}", again)
    length = terms.length_text(found.lead)
    view = notice(
        f"I'll write to you in private on {terms.stamp(found.at)}: {length} before **{title}** closes.{unheard}"
    )
    options = [
        discord.SelectOption(
            label=f"{terms.length_text(lead)} before the close",
            value=value_of(lead),
            default=lead == found.lead,
        )
        for lead in private_reminder.leads(round_.plan, now)
    ]
    if len(options) > 1:
        view.add_item(buttons(Choice("remind.choose", round_.id, options=options, placeholder="When?")))
    view.add_item(buttons(Press("remind.drop", round_.id, label="Don't remind me")))
    return view


def value_of(lead: timedelta) -> str:
    return f"{lead.total_seconds():.0f}"


def chosen(plan: Plan, value: str | None) -> timedelta:
    """The length that this choice stands for."""
    for lead in private_reminder.all_leads(plan):
        if value_of(lead) == value:
            return lead
    raise RefusedError(NotUnderstood())


def message(standing: Standing) -> str:
    plan, address = standing.round.plan, round_details.link(standing)
    name = f"**{terms.title_text(plan.title)}**"
    if address is not None:
        name = escaping.link(plan.title, prompt_title.LONGEST_TITLE, address)
    return f"You asked me to remind you: {name} closes {terms.stamp(plan.closes_at)}."


def lines(found: PrivateReminder | None) -> list[str]:
    """The member's reminder, as `/round show` has it."""
    if found is None:
        return []
    at = [] if found.at is None else [f"**Your reminder**: {terms.stamp(found.at)}, in private"]
    return [*at, *([UNHEARD] if found.unheard else [])]
