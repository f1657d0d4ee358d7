"""How a round is run, for its moderators alone: none of it stands on the card."""

from bot.domain.rounds.round_plan import Plan
from bot.ui.wording import terms


def lines(plan: Plan) -> list[str]:
    found: list[str] = []
    if plan.ping_role_id is not None:
        found.append(f"**Pings** {terms.role(plan.ping_role_id)} once, when it opens")
    if plan.reminders:
        found.append(f"**Reminders in the channel**: {terms.reminders_text(plan.reminders)}, without a ping")
    if plan.grace:
        found.append(f"**Grace**: {terms.length_text(plan.grace)}, of which I tell nobody")
    return found
