from bot.domain import problem
from bot.ui.wording.quoting import quoted


def worded(found: problem.EntryChoiceProblem) -> str:
    match found:
        case problem.EntryNotNamed(asked):
            return (
                f"I find no entry of yours called “{quoted(asked)}” for this. Choose one of those that are offered as"
                " you type; `/entries` shows them all."
            )
        case problem.EntryToName():
            return "You have several entries. Choose one as **entry**, and add the file once more."
        case problem.NoEntryStanding():
            return (
                "You have no entry in a round that is open. After the close, moderators can allow a change"
                " (`/round allow`) or take an entry out (`/entry remove`). What was taken back already is in `/drafts`."
            )
        case _:
            raise NotImplementedError(f"no wording for {found!r}")
