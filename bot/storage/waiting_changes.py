"""What changes of entries would have them say, for as long as moderators are asked."""

from bot.domain.entries.entry import Entry
from bot.domain.header import header
from bot.domain.header.header import Header
from bot.domain.reading.manuscript import Manuscript
from bot.storage.session import Session

ADD = "INSERT INTO waiting_changes (case_id, draft_id, header, story) VALUES (:case_id, :draft_id, :header, :story)"
REHEAD = "UPDATE waiting_changes SET header = :header WHERE case_id = :case_id"
OF_CASE = "SELECT w.draft_id, w.header, w.story FROM waiting_changes w WHERE w.case_id = :case_id"
WAITS = """
SELECT 1 FROM waiting_changes w JOIN cases k ON k.id = w.case_id WHERE w.draft_id = :draft_id AND k.outcome IS NULL
"""
HOW_OFTEN = "SELECT COUNT(*) AS n FROM waiting_changes w WHERE w.draft_id = :draft_id"


def add(session: Session, case_id: int, changed: Entry) -> None:
    """Keep what the entry says once moderators say yes."""
    values = {"header": header.to_lines(changed.header), "story": changed.story}
    session.run(ADD, {"case_id": case_id, "draft_id": changed.draft_id} | values)


def rehead(session: Session, case_id: int, corrected: Header) -> None:
    session.run(REHEAD, {"case_id": case_id, "header": header.to_lines(corrected)})


def of_case(session: Session, case_id: int, entry: Entry) -> Entry | None:
    """The entry as the change would have it that the case asks about; None where it asks about no change."""
    row = session.one(OF_CASE, {"case_id": case_id})
    if row is None:
        return None
    return entry.saying(row["draft_id"], Manuscript(header.from_lines(row["header"]), row["story"]))


def how_often(session: Session, draft_id: int) -> int:
    """How often moderators were asked about the draft. It may come once more after a no."""
    return session.required(HOW_OFTEN, {"draft_id": draft_id})["n"]


def waits(session: Session, draft_id: int) -> bool:
    """Whether moderators are asked about the change that the draft is."""
    return session.one(WAITS, {"draft_id": draft_id}) is not None
