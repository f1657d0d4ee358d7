"""Keeping the masterlists of challenges: what each should show, and a note of each step towards it."""

from bot.domain.challenges.masterlist import ListPage
from bot.storage import masterlists
from bot.storage.database import reads, writes
from bot.storage.session import Session

due = reads(masterlists.due)
"""The challenges whose masterlists may have to show something else."""


masterlist = reads(masterlists.get)


@writes
def want(session: Session, challenge_id: int, pages: int) -> tuple[ListPage, ...]:
    """A row for each page. All stand where the first one does, wherever the rounds are by now."""
    before = masterlists.get(session, challenge_id)
    channel_id = before.pages[0].channel_id if before.pages else before.challenge.channel_id
    for page in range(pages):
        masterlists.want(session, challenge_id, page, channel_id)
    return masterlists.get(session, challenge_id).pages[:pages]


note_tried = writes(masterlists.note_tried)


note_shown = writes(masterlists.note_shown)
"""Note what a page shows. None says that nobody knows, since an edit may arrive without an answer."""


note_pinned = writes(masterlists.note_pinned)


note_removed = writes(masterlists.remove)
"""Note that somebody deleted a page. It is not sent again."""


note_listed = writes(masterlists.note_listed)
"""Note that everything of this revision is on show."""
