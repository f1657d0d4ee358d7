"""What members do not want to be shown."""

from bot.domain.entries import authorship
from bot.domain.entries.entry import Entry
from bot.domain.problem import Filtered, RefusedError
from bot.storage import filters
from bot.storage.database import reads, writes
from bot.storage.session import Session

of_member = reads(filters.of_member)
"""All that a member does not want to be shown."""

keep = writes(filters.keep)
"""Let these be all that a member does not want to be shown."""


@reads
def must_show(session: Session, entry: Entry, reader_id: int) -> None:
    """Refuse another's story that the reader does not want to see."""
    hiding = filters.hiding(session, reader_id, entry.id, entry.round_id)
    if hiding and not authorship.is_by(entry, reader_id):
        raise RefusedError(Filtered(hiding))
