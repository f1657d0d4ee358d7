"""How a round is run, for its moderators alone: none of it stands on the card."""

from datetime import timedelta

from bot.domain.rounds import due_date
from bot.domain.rounds.home import Talk
from bot.domain.rounds.round_plan import Plan
from bot.ui.wording import terms

TALKS = {Talk.ROUND: "a thread beside the round", Talk.STORIES: "a thread beside each story"}


TOO_SHORT = "none, since it is open for less time than that"


def lines(plan: Plan, length: timedelta | None) -> list[str]:
    """`length` is how long it is open, None where nobody knows."""
    found: list[str] = []
    if plan.ping_role_id is not None:
        found.append(f"**Pings** {terms.role(plan.ping_role_id)} once, when it opens")
    if plan.reminders:
        leads = plan.reminders if length is None else due_date.in_time(plan.reminders, length)
        said = f"{terms.reminders_text(leads)}, without a ping" if leads else TOO_SHORT
        found.append(f"**Reminders in the channel**: {said}")
    if plan.grace:
        found.append(f"**Grace**: {terms.length_text(plan.grace)}, of which I tell nobody")
    if plan.talk in TALKS:
        found.append(f"**To talk in**: {TALKS[plan.talk]}")
    if plan.event:
        found.append("**Among the server's events**: with its times and a link")
    return found
