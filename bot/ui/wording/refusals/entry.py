from bot.domain import problem
from bot.domain.text import escaping
from bot.ui.wording import terms
from bot.ui.wording.refusals import entry_choice

NAME = 60
"""Characters shown of what an entry is known by, which may be its whole story."""


def worded(found: problem.EntryProblem) -> str:
    match found:
        case problem.EntriesUsedUp(most):
            return (
                f"You have handed in {most} {terms.plural(most, 'entry', 'entries')} already, which is as many as"
                " this round takes from one member. `/entry withdraw` takes one back while the round is open."
            )
        case problem.StoryTwice(name):
            return (
                f"You have handed **{escaping.line(name, NAME)}** in to this round already, and it is this very story."
                " Handed in again, it stands there twice."
            )
        case problem.NotYours():
            return "This one belongs to somebody else; only they can hand it in or change it."
        case problem.PostedByProxy():
            return (
                "A proxy such as PluralKit posted this, so Discord does not tell me whose it is. If it is yours:"
                " forward it to this channel as yourself, then choose *Apps*, *Enter as drabble* in the menu of that"
                " message. Or paste the text: `/submit` takes it."
            )
        case problem.PostWithoutStory():
            return (
                "There is no story in this post of mine. Choose a message with one, or paste the text: `/submit` takes"
                " it for a round, `/count` counts it."
            )
        case problem.DraftGone():
            return "This draft was handed in or discarded already. `/drafts` shows what I hold for you."
        case problem.NotAsShown():
            return "This draft has changed since it was shown to you, so I did nothing yet. This is how I hold it now."
        case problem.NothingChanged():
            return "This is what your entry says already, so there is nothing to save. Change something first."
        case problem.EntryUnknown():
            return "This entry is not there any more. If you took it back, its text is in `/drafts`."
        case problem.StoryGone():
            return "This story is not there any more: its writer took it back, or its post was removed."
        case problem.EntryChoiceProblem():
            return entry_choice.worded(found)
        case _:
            raise NotImplementedError(f"no wording for {found!r}")
