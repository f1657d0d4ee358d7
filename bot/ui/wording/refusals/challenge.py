from bot.domain import problem
from bot.ui.wording import terms
from bot.ui.wording.quoting import quoted, quoted_list


def worded(found: problem.ChallengeProblem) -> str:
    match found:
        case problem.ChallengeUnknown(asked):
            return f"I find no challenge called “{quoted(asked)}”. `/challenge list` shows those there are."
        case problem.ChallengesNone():
            return "No challenge goes on here. A moderator sets one up with `/challenge new`."
        case problem.ChallengeUnclear(names):
            return f"There are several: {quoted_list(names)}. Say which one in the option `challenge`."
        case problem.ChallengeOver(name, ended_at):
            return f"“{quoted(name)}” ended {terms.stamp(ended_at)}. `/challenge new` begins another."
        case problem.ChallengeUnnamed():
            return "A challenge needs a name, such as Sunday Drabbles."
        case problem.ChallengeChannelGone():
            return (
                "The channel of its rounds is gone, so they wait. Choose another under **More settings**, which"
                " `/challenge show` has."
            )
        case problem.ChallengeWithoutCalendar(name):
            return (
                f"“{quoted(name)}” has no calendar: its rounds open by hand, with `/round open`."
                " `/challenge edit` gives it one."
            )
        case problem.OccurrenceUnknown(asked):
            return f"No round would open on “{quoted(asked)}”. Choose one of the dates that are offered as you type."
        case _:
            raise NotImplementedError(f"no wording for {found!r}")
