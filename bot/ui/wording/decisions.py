"""What moderators decided, in a few words."""

from bot.domain.moderation.case import Outcome
from bot.domain.moderation.deed import Did

SAID = {
    Outcome.APPROVED: "approved it",
    Outcome.CHANGES: "asked for changes",
    Outcome.REFUSED: "refused it",
    Outcome.SPAM: "refused it as spam",
    Outcome.REMOVED: "removed it",
    Outcome.LEFT: "left it as it is",
    Outcome.POSTED_AGAIN: "had me post again what was deleted",
    Outcome.LEFT_OUT: "left out what was deleted",
    Outcome.CALLED_OFF: "called its round off",
}


DONE = {
    Did.ENTRY_REMOVED: "removed it",
    Did.ENTRY_MOVED: "moved it to another round",
    Did.ENTRY_RESTORED: "brought it back",
    Did.HEADER_CORRECTED: "corrected its header",
    Did.CHANGES_ASKED: "asked its writer for changes",
    Did.ENTRY_REFUSED: "refused it",
    Did.SPAM_REFUSED: "refused it as spam",
}
"""What was done with an entry before somebody came second."""


def done(did: str) -> str:
    return DONE.get(Did(did), "did something with it") if did in tuple(Did) else "did something with it"


def said(outcome: str) -> str:
    return SAID.get(Outcome(outcome), "decided it") if outcome in tuple(Outcome) else "decided it"
