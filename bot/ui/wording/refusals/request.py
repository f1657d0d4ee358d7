from bot.domain import problem
from bot.ui.wording import terms
from bot.ui.wording.quoting import quoted


def worded(found: problem.RequestProblem) -> str:
    match found:
        case problem.NotModerator():
            return (
                "Only moderators can do this: members who may manage the server or its messages, or who have the role"
                " that `/setup` names."
            )
        case problem.NotServerManager():
            return "This is for members who manage the server: the permission is called *Manage Server*."
        case problem.ChannelUnfit(channel_id, missing):
            return (
                f"In <#{channel_id}> I need: {', '.join(missing)}. Please give my role these permissions in the"
                " channel's settings, and try again."
            )
        case problem.NothingHandedOver():
            return "I found neither text nor a file. Paste a story, or add it as a file."
        case problem.MessageWithoutWords(what):
            return (
                f"There is no story in {quoted(what)} for me to read. Choose a message with text or a file, or paste"
                " the text: `/submit` takes it for a round, `/count` counts it."
            )
        case problem.ProposalGone():
            return "This was confirmed or put aside already. `/round list` shows what there is."
        case problem.NotUnderstood():
            return "I can't make out what this was about: it may be an old one. `/help` shows what you can do now."
        case problem.AnswerIncomplete():
            return "Discord may not have shown you all of this just now. If a part is missing, ask again in a minute."
        case problem.TextKept():
            return "What you wrote is safe in `/drafts`."
        case problem.OnlyOnServer():
            return "This is about a server's rounds. Use it in a channel of the server."
        case problem.Lost(known_until):
            copy = "an earlier copy" if known_until is None else f"how it was {terms.stamp(known_until)}"
            return (
                f"Whoever runs me has put my memory back to {copy}. What this was about came later, so I don't know it"
                " any more. `/drafts` shows what I hold for you, `/round list` which rounds there are."
            )
        case _:
            raise NotImplementedError(f"no wording for {found!r}")
