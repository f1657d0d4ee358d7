from bot.domain import problem
from bot.domain.moderation.case import Outcome
from bot.ui.wording import decisions, terms
from bot.ui.wording.quoting import quoted

ASK_THEM = "Please ask them about it. Your drafts stay safe in `/drafts`."


def worded(found: problem.ModerationProblem) -> str:
    match found:
        case problem.CaseDecided(by, outcome):
            return decided(by, outcome)
        case problem.Blocked(reason, by):
            whose = "" if by is None else f", as {terms.member(by)} decided"
            why = f" (“{quoted(reason)}”)" if reason else ""
            return f"The moderators take no entries from you at the moment{whose}{why}. {ASK_THEM}"
        case problem.WriterBlocked():
            return (
                "Its writer is blocked here, so nothing changed. *Approve* lets this one appear; to have all of theirs"
                " appear, `/member unblock` comes first."
            )
        case problem.NotBlocked():
            return "This member is not blocked: they can hand in."
        case problem.NothingRemoved():
            return "This entry was not removed: it stands, or its writer took it back. Choose one that I offer."
        case problem.EntryHandedInAgain():
            return "It was handed in again, or moved: its newer entry is the one that counts."
        case problem.EntryDone(by, did):
            return f"{terms.member(by) if by else 'You'} {decisions.done(did)} already."
        case problem.EntryEdited():
            return "Its writer has changed it meanwhile. `/entry header` once more shows its header as it is now."
        case problem.EntryReworded():
            return "Its writer has changed it meanwhile. Please read it once more: `/queue` shows it as it is now."
        case problem.PostGone():
            return "Somebody deleted its post by hand, so it stands no more. `/entry restore` brings it back."
        case problem.NotMovable():
            return "Choose another round for it: one that is open or has closed."
        case problem.HeaderEmpty():
            return "No field is left of the header. Write a line for each, such as `Title: The Kettle`."
        case problem.NothingToReport():
            return "This is no story of a round. Ask the moderators, or use Discord's own *Report Message*."
        case problem.ReportedBefore():
            return "You have told the moderators of it already."
        case problem.CaseGone():
            return "There is nothing to decide here any more. `/queue` shows what waits."
        case _:
            raise NotImplementedError(f"no wording for {found!r}")


def decided(by: int, outcome: str) -> str:
    match by, outcome:
        case _, Outcome.TAKEN_BACK:
            return "Its writer took it back, so there is nothing to decide."
        case 0, Outcome.APPROVED:
            return "Its post is there already, so there is nothing to decide."
        case 0, Outcome.CALLED_OFF:
            return "Its round was called off, so there is nothing to decide. Its writer has the text as a draft."
        case 0, _:
            return "Its post is gone, so there is nothing to decide."
        case _:
            return f"{terms.member(by)} has decided already, and {decisions.said(outcome)}. It stays at that."
