from bot.domain import problem
from bot.ui.wording.quoting import quoted, quoted_list


def worded(found: problem.RoundChoiceProblem) -> str:
    match found:
        case problem.RoundUnknown(asked):
            return f"I know no round “{quoted(asked)}” here. `/round list` shows them all."
        case problem.RoundsAlike(asked):
            return (
                f"More than one round has “{quoted(asked)}” in its title. Type more of it, or choose what is offered."
            )
        case problem.NoRounds():
            return "There is no such round here right now. `/round list` shows them all, `/round open` opens one."
        case problem.RoundNotNamed(titles):
            several = f"There are several: {quoted_list(titles)}" if titles else "There is more than one round here"
            return f"{several}. Say which one in the option `round`."
        case problem.NoRoundOpen():
            return "No round is open here right now. Your story is safe in `/drafts` for the next one."
        case problem.RoundNotChosen():
            return "More than one round is open. Choose one below."
        case problem.RoundOutOfSight():
            return (
                "The round that this was for is in a channel that you can't see now. Your story is safe in `/drafts`;"
                " any other open round can have it."
            )
        case problem.EntryOutOfSight():
            return (
                "Your entry stands in a channel that you can't see now, so it stays as it is. Your change is safe in"
                " `/drafts`: save it when you see the channel again."
            )
        case _:
            raise NotImplementedError(f"no wording for {found!r}")
