from bot.domain import problem
from bot.domain.moderation.case import Outcome
from bot.ui.wording import decisions, terms


def worded(found: problem.ModerationProblem) -> str:
    match found:
        case problem.CaseDecided(_, Outcome.TAKEN_BACK):
            return "Its writer took this entry back, so there is nothing to decide."
        case problem.CaseDecided(by, outcome):
            return f"{terms.member(by)} was a moment faster and {decisions.said(outcome)}. It stays at that."
        case problem.CaseGone():
            return "There is nothing to decide here any more. `/queue` shows what waits."
        case _:
            raise NotImplementedError(f"no wording for {found!r}")
