"""Keeping the masterlists of challenges: what each should show, and a note of each step towards it."""

from bot.domain.challenges.masterlist import ListPage
from bot.storage import challenges, masterlists
from bot.storage.database import reads, recalls, writes
from bot.storage.session import Session

due = recalls(masterlists.due)
"""The challenges whose masterlists may have to show something else, each with its guild."""


masterlist = reads(masterlists.get)
"""All of a list; None where its server was forgotten meanwhile."""


@writes
def want(session: Session, challenge_id: int, number: int) -> ListPage | None:
    """The row of a page. It stands where the first one does, wherever the rounds are by now. None where the server was
    forgotten meanwhile.
    """
    challenge, before = challenges.get(session, challenge_id), masterlists.pages(session, challenge_id)
    if challenge is None:
        return None
    channel_id = before[0].channel_id if before else challenge.channel_id
    return masterlists.want(session, challenge_id, number, channel_id)


note_tried = writes(masterlists.note_tried)


note_stands = writes(masterlists.note_stands)
"""Note where a page stands."""


note_shown = writes(masterlists.note_shown)
"""Note what a page shows. None says that nobody knows, since an edit may arrive without an answer."""


note_pinned = writes(masterlists.note_pinned)


note_removed = writes(masterlists.remove)
"""Note that somebody deleted a page. It is not sent again, unless a moderator wants it."""


forget_unsent = writes(masterlists.forget_unsent)
"""Let pages that stand nowhere be sent where the challenge's rounds are by then: their channel is gone."""


of_message = reads(masterlists.of_message)
"""The challenge and the page that a message shows."""


note_listed = writes(masterlists.note_listed)
"""Note that everything of this revision is on show."""
