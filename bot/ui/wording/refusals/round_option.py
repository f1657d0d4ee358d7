from bot.domain import problem
from bot.ui.wording.quoting import quoted


def worded(found: problem.RoundOptionProblem) -> str:
    match found:
        case problem.PromptMissing():
            return "The prompt is empty. Say in a line or more what the stories should be about."
        case problem.WordRuleUnknown(text):
            return (
                f"I don't understand “{quoted(text)}” as a number of words. These work: `drabble`, `100`, `100-500`,"
                " `up to 500`, `100 or 200`, `about 100`, `100 give or take 5`, `anything`."
            )
        case problem.PromptWordUnreadable(text):
            return (
                f"I find no word in “{quoted(text)}”. A word or short phrase works, such as `frost`; `-` asks for none."
            )
        case problem.RemindersUnreadable(text):
            return (
                f"I can't make reminders of “{quoted(text)}”. These work: `on` (24 hours and 1 hour before the close),"
                " `2 days, 3 hours` (three at most), `off`."
            )
        case _:
            raise NotImplementedError(f"no wording for {found!r}")
