"""What moderators are asked to decide, with the card that they see of each."""

from datetime import datetime

from bot.domain.entries.entry import Entry
from bot.domain.moderation.case import Case, CaseCard, Outcome, Question
from bot.domain.rounds import request_key
from bot.storage import generations
from bot.storage.session import Record, Session
from bot.storage.times import from_ms, from_ms_or_none, to_ms

SELECT = """
SELECT k.id, k.guild_id, k.kind, k.round_id, k.entry_id, k.member_id, k.about, k.opened_at, k.outcome,
    k.decided_by, k.reason, k.revision, k.channel_id, k.tried_at, k.message_id
FROM cases k
"""
OPEN = f"""
INSERT INTO cases (id, request, guild_id, kind, round_id, entry_id, member_id, about, opened_at)
VALUES ({generations.next_number("cases")}, :request, :guild_id, :kind, :round_id, :entry_id, :member_id, :about, :now)
ON CONFLICT (request) DO NOTHING
"""
GET = f"{SELECT} WHERE k.id = :id"
WAITING = f"{SELECT} WHERE k.guild_id = :guild_id AND k.outcome IS NULL ORDER BY k.id"
OPEN_ONE = f"""
INSERT INTO cases (id, request, guild_id, kind, round_id, entry_id, opened_at)
SELECT {generations.next_number("cases")}, :request, :guild_id, :kind, :round_id, :entry_id, :now
WHERE NOT EXISTS (SELECT 1 FROM cases k WHERE k.round_id = :round_id AND k.kind = :kind AND k.outcome IS NULL)
"""
WAITING_IN_ROUND = f"""
{SELECT} WHERE k.guild_id = (SELECT r.guild_id FROM rounds r WHERE r.id = :round_id) AND k.round_id = :round_id
    AND k.kind = :kind AND k.outcome IS NULL
ORDER BY k.id
"""
TOUCH = "UPDATE cases SET revision = revision + 1 WHERE id = :id"
BY_REQUEST = "SELECT id FROM cases WHERE request = :request"
REPORTED = f"""
SELECT about FROM cases WHERE entry_id = :entry_id AND member_id = :member_id AND kind = '{Question.REPORT}' LIMIT 1
"""
ABOUT_ENTRY = f"entry_id = :entry_id AND outcome IS NULL AND kind <> '{Question.DELETION}'"
"""A deletion is about all that was lost with it."""
TOUCH_OF_ENTRY = f"UPDATE cases SET revision = revision + 1 WHERE {ABOUT_ENTRY}"
WAITING_FOR_ENTRY = f"{SELECT} WHERE {ABOUT_ENTRY} ORDER BY k.id"
LAST_OF_ENTRY = f"{SELECT} WHERE k.entry_id = :entry_id AND k.kind = :kind ORDER BY k.id DESC LIMIT 1"
REVIEWED_BEFORE = f"""
{SELECT} JOIN entries was ON was.id = k.entry_id
    JOIN entries e ON e.id = :entry_id AND e.round_id = was.round_id AND e.author_id = was.author_id
    LEFT JOIN drafts d ON d.request = '{request_key.ENTRY}' || was.id
WHERE k.kind = '{Question.REVIEW}' AND k.id < :id
    AND (was.id = e.id OR d.id = e.draft_id OR EXISTS (
        SELECT 1 FROM entry_versions v WHERE v.entry_id = e.id AND v.draft_id = d.id))
ORDER BY k.id DESC LIMIT 1
"""
DECIDE = """
UPDATE cases SET outcome = :outcome, decided_at = :now, decided_by = :decided_by, reason = :reason,
    revision = revision + 1
WHERE id = :id AND outcome IS NULL
"""
FOLLOW = f"""
UPDATE cases SET entry_id = :now_id, round_id = :round_id, revision = revision + 1
WHERE {ABOUT_ENTRY}
"""
TAKE_BACK = f"""
UPDATE cases SET outcome = '{Outcome.TAKEN_BACK}', decided_at = :now, revision = revision + 1
WHERE {ABOUT_ENTRY}
"""
END_CHANGE = """
UPDATE cases SET outcome = :outcome, decided_at = :now, revision = revision + 1
WHERE entry_id = :entry_id AND outcome IS NULL AND EXISTS (SELECT 1 FROM waiting_changes w WHERE w.case_id = cases.id)
"""
UNSHOWN = f"""
{SELECT} LEFT JOIN guilds ON guilds.id = k.guild_id
WHERE k.shown_revision < k.revision
    AND (k.message_id IS NOT NULL OR (k.outcome IS NULL AND guilds.notices_channel_id IS NOT NULL))
ORDER BY k.id
"""
TRY = "UPDATE cases SET channel_id = :channel_id, tried_at = :now WHERE id = :id"
STANDS = "UPDATE cases SET message_id = :message_id, shown_revision = :shown WHERE id = :id"
SHOWN = "UPDATE cases SET shown_revision = :shown WHERE id = :id"
FORGET_CARDS = """
UPDATE cases SET channel_id = NULL, tried_at = NULL, message_id = NULL, shown_revision = 0 WHERE outcome IS NULL
"""
FORGET_CARD = f"{FORGET_CARDS} AND id = :id"
TOUCH_WAITING = "UPDATE cases SET revision = revision + 1 WHERE guild_id = :guild_id AND outcome IS NULL"
DOUBT_SHOWN = "UPDATE cases SET shown_revision = 0 WHERE outcome IS NULL"
DOUBT_UNPOSTED = """
UPDATE cases SET tried_at = opened_at,
    channel_id = (SELECT notices_channel_id FROM guilds WHERE guilds.id = cases.guild_id)
WHERE outcome IS NULL AND message_id IS NULL AND tried_at IS NULL
"""
CALLED_OFF = f"""
SELECT DISTINCT k.round_id FROM cases k JOIN rounds r ON r.id = k.round_id
WHERE k.kind = '{Question.REVIEW}' AND k.outcome IS NULL AND r.cancelled_at IS NOT NULL
"""


def open_(
    session: Session,
    *,
    request: str,
    guild_id: int,
    kind: Question,
    round_id: int,
    entry_id: int,
    about: str,
    now: datetime,
    member_id: int | None = None,
) -> int:
    """Ask moderators; the same request twice is one case. Its number."""
    values = {"request": request, "guild_id": guild_id, "kind": kind, "round_id": round_id, "entry_id": entry_id}
    session.run(OPEN, values | {"member_id": member_id, "about": about, "now": to_ms(now)})
    return session.required(BY_REQUEST, {"request": request})["id"]


def open_one(
    session: Session, *, request: str, guild_id: int, kind: Question, round_id: int, entry_id: int, now: datetime
) -> None:
    """Ask moderators, unless they are asked the same about another entry of the round."""
    values = {"request": request, "guild_id": guild_id, "kind": kind, "round_id": round_id, "entry_id": entry_id}
    session.run(OPEN_ONE, values | {"now": to_ms(now)})


def waiting_in_round(session: Session, round_id: int, kind: Question) -> list[Case]:
    """The cases of this kind that wait in the round, the oldest first. Deleted posts are one case at most."""
    return [from_row(row) for row in session.all(WAITING_IN_ROUND, {"round_id": round_id, "kind": kind})]


def rounds_called_off(session: Session) -> list[int]:
    """The rounds that were called off and in which something waits for moderators yet."""
    return [row["round_id"] for row in session.all(CALLED_OFF)]


def waiting_for_entry(session: Session, entry_id: int) -> list[Case]:
    """What moderators are asked about this entry alone."""
    return [from_row(row) for row in session.all(WAITING_FOR_ENTRY, {"entry_id": entry_id})]


def reported(session: Session, entry_id: int, member_id: int) -> str | None:
    """What the member said who reported the entry, also where it stood before; None if they did not."""
    row = session.one(REPORTED, {"entry_id": entry_id, "member_id": member_id})
    return None if row is None else row["about"]


def touch(session: Session, case_id: int) -> None:
    """Note that its card has to show something else."""
    session.run(TOUCH, {"id": case_id})


def touch_of_entry(session: Session, entry_id: int) -> None:
    """The same for all cards of an entry that wait, which name it."""
    session.run(TOUCH_OF_ENTRY, {"entry_id": entry_id})


def get(session: Session, case_id: int) -> Case | None:
    row = session.one(GET, {"id": case_id})
    return None if row is None else from_row(row)


def waiting(session: Session, guild_id: int) -> list[Case]:
    """The cases that no moderator has decided, the oldest first."""
    return [from_row(row) for row in session.all(WAITING, {"guild_id": guild_id})]


def last_of_entry(session: Session, entry_id: int, kind: Question) -> Case | None:
    row = session.one(LAST_OF_ENTRY, {"entry_id": entry_id, "kind": kind})
    return None if row is None else from_row(row)


def asked_before(session: Session, case: Case) -> Case | None:
    """The case before this one, of the same entry or of what it was, if moderators asked for changes by that."""
    row = session.one(REVIEWED_BEFORE, {"id": case.id, "entry_id": case.entry_id})
    found = None if row is None else from_row(row)
    return found if found is not None and found.outcome is Outcome.CHANGES else None


def decide(
    session: Session, case_id: int, outcome: Outcome, *, by: int | None, reason: str | None = None, now: datetime
) -> None:
    """`by` is None where nobody knows any more who it was."""
    values = {"id": case_id, "outcome": outcome, "decided_by": by, "reason": reason, "now": to_ms(now)}
    session.run(DECIDE, values)


def follow(session: Session, entry_id: int, now: Entry) -> None:
    """Let what moderators are asked about one entry be asked about another, which stands in its place."""
    session.run(FOLLOW, {"entry_id": entry_id, "now_id": now.id, "round_id": now.round_id})


def take_back(session: Session, entry_id: int, now: datetime) -> None:
    """Note that nobody has to decide any more: the writer took the entry back."""
    session.run(TAKE_BACK, {"entry_id": entry_id, "now": to_ms(now)})


def end_change(session: Session, entry_id: int, outcome: Outcome, now: datetime) -> None:
    """Note that nobody has to decide any more about the change of the entry that waits, if one does."""
    session.run(END_CHANGE, {"entry_id": entry_id, "outcome": outcome, "now": to_ms(now)})


def unshown(session: Session) -> list[CaseCard]:
    """The cards that are missing in moderators' channels, or may not show how their cases stand."""
    return [card_from_row(row) for row in session.all(UNSHOWN)]


def note_tried(session: Session, case_id: int, channel_id: int, now: datetime) -> None:
    session.run(TRY, {"id": case_id, "channel_id": channel_id, "now": to_ms(now)})


def note_stands(session: Session, case: Case, message_id: int) -> None:
    """Note that the card stands there and shows this case as it was given."""
    session.run(STANDS, {"id": case.id, "message_id": message_id, "shown": case.revision})


def note_found(session: Session, case_id: int, message_id: int) -> None:
    """Note where the card stands; nobody knows what it shows."""
    session.run(STANDS, {"id": case_id, "message_id": message_id, "shown": 0})


def note_shown(session: Session, case: Case) -> None:
    """Note that the card shows this, or is gone. It is shown anew if somebody decided meanwhile."""
    session.run(SHOWN, {"id": case.id, "shown": case.revision})


def forget_cards(session: Session) -> None:
    """Let the cards of waiting cases be sent once more."""
    session.run(FORGET_CARDS)


def forget_card(session: Session, case_id: int) -> None:
    """Let the card of a case that waits be sent once more."""
    session.run(FORGET_CARD, {"id": case_id})


def touch_waiting(session: Session, guild_id: int) -> None:
    """Let the cards of all that waits be looked at: they may have to stand elsewhere."""
    session.run(TOUCH_WAITING, {"guild_id": guild_id})


def doubt(session: Session) -> None:
    """Let each card that may stand be looked for before it is sent, and show how its case stands."""
    session.run(DOUBT_SHOWN)
    session.run(DOUBT_UNPOSTED)


def card_from_row(row: Record) -> CaseCard:
    return CaseCard(from_row(row), row["channel_id"], from_ms_or_none(row["tried_at"]), row["message_id"])


def from_row(row: Record) -> Case:
    return Case(
        id=row["id"],
        guild_id=row["guild_id"],
        kind=Question(row["kind"]),
        round_id=row["round_id"],
        entry_id=row["entry_id"],
        member_id=row["member_id"],
        about=row["about"] or "",
        opened_at=from_ms(row["opened_at"]),
        outcome=None if row["outcome"] is None else Outcome(row["outcome"]),
        decided_by=row["decided_by"],
        reason=row["reason"],
        revision=row["revision"],
    )
