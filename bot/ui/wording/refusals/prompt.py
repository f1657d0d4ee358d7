from bot.domain import problem
from bot.ui.wording.quoting import quoted


def worded(found: problem.PromptProblem) -> str:
    match found:
        case problem.PromptTooLong(characters, most):
            return f"The prompt has {characters:,} characters; there is room for {most:,}."
        case problem.PromptUnknown(asked):
            return f"I find no prompt with “{quoted(asked)}”. Choose one of those that are offered as you type."
        case problem.PromptGone():
            return "This prompt is out of the bank already. `/prompts list` shows what is in it."
        case problem.PromptsAlike(asked):
            return (
                f"There are several prompts with “{quoted(asked)}”. Choose one of those that are offered as you type."
            )
        case problem.PromptTaken():
            return "Another round took this prompt a moment ago. *Draw another* finds you one."
        case problem.SuggestionsWaiting(most):
            return (
                f"{most} suggestions of yours are waiting for a moderator. There is room for more as soon as they have"
                " looked at some."
            )
        case problem.SuggestionDecided():
            return "Another moderator was a moment faster. `/prompts suggestions` shows what still waits."
        case problem.SuggestionGone():
            return "I know no such suggestion here; its member may have taken it back."
        case _:
            raise NotImplementedError(f"no wording for {found!r}")
