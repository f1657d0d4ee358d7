"""What moderators decided, in a few words."""

from bot.domain.moderation.case import Outcome

SAID = {
    Outcome.APPROVED: "approved it",
    Outcome.CHANGES: "asked for changes",
    Outcome.REFUSED: "refused it",
    Outcome.SPAM: "refused it as spam",
}


def said(outcome: str) -> str:
    return SAID.get(Outcome(outcome), "decided it") if outcome in tuple(Outcome) else "decided it"
