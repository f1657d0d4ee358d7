from bot.domain import problem
from bot.ui.wording import terms
from bot.ui.wording.quoting import code


def worded(found: problem.FileProblem) -> str:
    match found:
        case problem.FileTooLarge(name, size, most):
            return f"{code(name)} has {-(-size // 1024):,} KB; I read files up to {most // 1024:,} KB. Would a part do?"
        case problem.FileKindUnknown(name):
            return (
                f"I can't read {code(name)}: I read {terms.kinds_text()}. Save the story as one of them, or paste it."
            )
        case problem.FileNotFetched(name):
            return f"Discord did not hand {code(name)} over just now. Add it once more in a moment."
        case problem.FileUnreadable(name):
            return (
                f"I can't make out what is in {code(name)}: it looks damaged. Save it once more, or as plain text"
                " (UTF-8), or paste the story."
            )
        case problem.FileMislabelled(name, looks):
            return f"{code(name)} is {looks}, whatever its name says. Save the story anew, or paste it."
        case problem.FileEncrypted(name):
            return f"{code(name)} has a password, so I can't open it. Save it without one, or paste the story."
        case problem.FileUnpacksTooLarge(name, most):
            return (
                f"{code(name)} unpacks to more than the {most // 1024 // 1024} MB that I open. Save it without"
                " pictures, or paste the story."
            )
        case problem.TooSlow(""):
            return "This text took me too long to read; a draft of it stays in `/drafts`. Would a part of it do?"
        case problem.TooSlow(name) if name:
            return f"{code(name)} took me too long to read. Save the story as plain text, or paste it."
        case problem.FileEmpty(name):
            return f"{code(name)} is empty. Paste the story, or add the file once more."
        case problem.ImageUnusable(name, most):
            return (
                f"I can't use {code(name)} as the picture. A PNG, JPEG, GIF or WebP of up to {most // 1024 // 1024} MB"
                " works."
            )
        case _:
            raise NotImplementedError(f"no wording for {found!r}")
