"""What moderators decided, in a few words."""

from bot.domain.moderation.case import Outcome

SAID = {
    Outcome.APPROVED: "approved it",
    Outcome.CHANGES: "asked for changes",
    Outcome.REFUSED: "refused it",
    Outcome.SPAM: "refused it as spam",
    Outcome.REMOVED: "removed it",
    Outcome.LEFT: "left it as it is",
    Outcome.POSTED_AGAIN: "let them be posted again",
    Outcome.LEFT_OUT: "left them out",
}


def said(outcome: str) -> str:
    return SAID.get(Outcome(outcome), "decided it") if outcome in tuple(Outcome) else "decided it"
