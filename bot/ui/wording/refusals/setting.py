from bot.domain import problem
from bot.ui.wording.quoting import quoted


def worded(found: problem.SettingProblem) -> str:
    match found:
        case problem.ModeratorsEverybody():
            return "`@everyone` is everybody here. Choose a role that only your moderators have, or none."
        case problem.EmojiUnreadable(text):
            return (
                f"I can't read “{quoted(text)}” as emoji; words and signs like ★ are none. Paste them one after the"
                " other, like `♥ 🌟`; a name works too, like `:heart:`, or that of an emoji of this server."
            )
        case problem.EmojiNotOurs(emoji):
            return (
                f"I can't count on {' '.join(emoji)}: another server's, gone, or kept for some roles. Choose emoji of"
                " this server, or ones that everybody has."
            )
        case problem.EmojiTooMany(number, most):
            return f"That makes {number} emoji; I leave up to {most}, so that readers find room for their own."
        case problem.DraftsKeptTooBriefly(least_days):
            return f"Drafts stay for {least_days} days at least, so that nobody who is away loses one."
        case _:
            raise NotImplementedError(f"no wording for {found!r}")
