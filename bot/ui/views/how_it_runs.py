"""How a round is run, for its moderators alone: none of it stands on the card."""

from bot.domain.rounds.home import Talk
from bot.domain.rounds.round_plan import Plan
from bot.ui.wording import terms

TALKS = {Talk.ROUND: "a thread beside the round", Talk.STORIES: "a thread beside each story"}


def lines(plan: Plan) -> list[str]:
    found: list[str] = []
    if plan.ping_role_id is not None:
        found.append(f"**Pings** {terms.role(plan.ping_role_id)} once, when it opens")
    if plan.reminders:
        found.append(f"**Reminders in the channel**: {terms.reminders_text(plan.reminders)}, without a ping")
    if plan.grace:
        found.append(f"**Grace**: {terms.length_text(plan.grace)}, of which I tell nobody")
    if plan.talk in TALKS:
        found.append(f"**To talk in**: {TALKS[plan.talk]}")
    if plan.event:
        found.append("**Among the server's events**: with its times and a link")
    return found
