"""How a round is run, for its moderators alone: none of it stands on the card."""

from bot.domain.rounds.round_plan import Plan
from bot.ui.wording import terms


def lines(plan: Plan) -> list[str]:
    if not plan.reminders:
        return []
    return [f"**Reminders in the channel**: {terms.reminders_text(plan.reminders)}, without a ping"]
