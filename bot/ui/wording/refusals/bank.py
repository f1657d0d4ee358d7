from bot.domain import problem
from bot.ui.wording import terms
from bot.ui.wording.quoting import code, quoted


def worded(found: problem.BankProblem) -> str:
    match found:
        case problem.SetNameTooLong(name, most):
            return f"“{quoted(name)}” is a long name for a set; there is room for {most} characters."
        case problem.SetShips(name):
            return f"The set “{quoted(name)}” came with me and stays as it is. Choose another name for yours."
        case problem.SetUnknown(name):
            return f"I know no set called “{quoted(name)}”. Choose one of those that are offered as you type."
        case problem.PromptFileUnknown(name):
            return f"I can't read {code(name)}: prompts come as {terms.prompt_kinds_text()}."
        case problem.PromptFileEmpty(name):
            return f"I found no prompt in {code(name)}. It takes one a line, or a blank line between them."
        case problem.ImportGone():
            return "This file was taken or put aside already. `/prompts list` shows what is in the bank."
        case problem.BankFull(more, most):
            return (
                f"A bank holds {most:,} prompts, and there is no room for {more:,} more. `/prompts remove` makes some."
            )
        case problem.BankDry(""):
            return "No unused prompt is left. `/prompts add` and `/prompts import` bring new ones."
        case problem.BankDry(name):
            return f"No unused prompt is left in “{quoted(name)}”. Choose another set, or fill it with `/prompts add`."
        case _:
            raise NotImplementedError(f"no wording for {found!r}")
