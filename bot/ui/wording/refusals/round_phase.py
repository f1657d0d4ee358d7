from bot.domain import problem
from bot.ui.wording import terms

MODERATORS_CAN = "Moderators can allow a change (`/round allow`) or take an entry out (`/entry remove`)."


def worded(found: problem.RoundPhaseProblem) -> str:
    match found:
        case problem.RoundNotOpenYet(opens_at):
            return f"This round opens {terms.stamp(opens_at)}. Your story is safe in `/drafts` until then."
        case problem.RoundClosed(closed_at):
            return f"This round closed {terms.stamp(closed_at)}. `/round list` shows what is open."
        case problem.EntriesSettled(closed_at):
            return f"This round closed {terms.stamp(closed_at)}. {MODERATORS_CAN}"
        case problem.RoundOver(closed_at):
            return f"This round closed {terms.stamp(closed_at)}. `/round extend` opens it again."
        case problem.RoundCancelled():
            return "This round was called off. `/round list` shows what is open."
        case problem.RoundChanged():
            return (
                "The round was changed since you asked, and this would undo it. `/round show` has it as it is; ask once"
                " more and your change goes on top."
            )
        case problem.OpeningFixed(opened_at):
            return f"This round opened {terms.stamp(opened_at)}; only its end can still be moved."
        case problem.ClosesBeforeOpens(opens_at, closes_at):
            return (
                f"The round would close {terms.stamp(closes_at)}, before it opens {terms.stamp(opens_at)}."
                " Choose a later end."
            )
        case problem.NotLater(closes_at, asked):
            return (
                f"The round closes {terms.stamp(closes_at)}; {terms.stamp(asked)} would not be later."
                " `/round edit` can move its end to an earlier date."
            )
        case problem.NothingToClose(opens_at):
            return f"This round does not open until {terms.stamp(opens_at)}. `/round cancel` calls it off."
        case problem.HandedInLate(closed_at):
            return f"This round closed {terms.stamp(closed_at)}, so your story will be marked *late*."
        case problem.TooEarlyToExcuse(opens_at):
            return f"This round opens {terms.stamp(opens_at)}. From then on you can give late passes for it."
        case problem.TooLateToRemind(closes_at):
            return f"That would be too late: this round closes {terms.countdown(closes_at)}. Is your story ready?"
        case _:
            raise NotImplementedError(f"no wording for {found!r}")
