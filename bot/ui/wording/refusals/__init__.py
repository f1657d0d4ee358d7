"""The words for problems that stand in a member's way: what, why, and what to do. The files are called as those in
`bot.domain.problem`.
"""

from bot.domain import problem
from bot.domain.problem import Problem
from bot.ui.wording.refusals import (
    audience,
    bank,
    calendar,
    challenge,
    entry,
    file,
    header,
    moderation,
    ping,
    prompt,
    request,
    round_choice,
    round_option,
    round_phase,
    setting,
    story,
    written_date,
)


def worded(found: Problem) -> str:
    """The one wording of each problem."""
    match found:
        case problem.StoryProblem():
            return story.worded(found)
        case problem.HeaderProblem():
            return header.worded(found)
        case problem.AudienceProblem():
            return audience.worded(found)
        case problem.ModerationProblem():
            return moderation.worded(found)
        case problem.FileProblem():
            return file.worded(found)
        case problem.EntryProblem():
            return entry.worded(found)
        case problem.RoundChoiceProblem():
            return round_choice.worded(found)
        case problem.RoundPhaseProblem():
            return round_phase.worded(found)
        case problem.RoundOptionProblem():
            return round_option.worded(found)
        case problem.PingProblem():
            return ping.worded(found)
        case problem.WrittenDateProblem():
            return written_date.worded(found)
        case problem.ChallengeProblem():
            return challenge.worded(found)
        case problem.CalendarProblem():
            return calendar.worded(found)
        case problem.PromptProblem():
            return prompt.worded(found)
        case problem.BankProblem():
            return bank.worded(found)
        case problem.SettingProblem():
            return setting.worded(found)
        case problem.RequestProblem():
            return request.worded(found)
        case _:
            raise NotImplementedError(f"no wording for {found!r}")
