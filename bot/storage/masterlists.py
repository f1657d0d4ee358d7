"""Masterlists of challenges: what they list, and a row for each message."""

from datetime import datetime

from bot.domain.challenges.masterlist import ListedRound, ListPage, Masterlist
from bot.domain.rounds import prompt_title
from bot.domain.rounds.due_date import Due
from bot.domain.rounds.posted_message import Purpose, Spot
from bot.domain.rounds.round import Phase
from bot.storage import challenges, entries
from bot.storage.session import Record, Session
from bot.storage.times import from_ms, from_ms_or_none, to_ms

DUE = "SELECT id, guild_id FROM challenges WHERE list_revision <> listed_revision AND masterlist = 1 ORDER BY id"
REVISION = "SELECT list_revision FROM challenges WHERE id = :id"
TOUCH = "UPDATE challenges SET list_revision = list_revision + 1 WHERE id = :id"
TOUCH_ALL = "UPDATE challenges SET list_revision = list_revision + 1"
LISTED = "UPDATE challenges SET listed_revision = :revision WHERE id = :id"
ROUNDS = f"""
SELECT r.number, r.cancelled_at, p.title, p.prompt, p.under_cut, closes.at AS closes_at, closes.done_at AS closed_at,
    m.channel_id,
    CASE WHEN m.removed_at IS NULL THEN m.message_id END AS card_id,
    (SELECT COUNT(*) FROM entries e WHERE e.round_id = r.id AND {entries.SHOWN}) AS entries
FROM rounds r JOIN plans p ON p.id = r.plan_id
JOIN round_dates closes ON closes.round_id = r.id AND closes.what = '{Due.CLOSES}'
JOIN messages m ON m.round_id = r.id AND m.purpose = '{Purpose.CARD}'
WHERE r.challenge_id = :id AND m.message_id IS NOT NULL
ORDER BY r.number
"""
PAGE = "SELECT * FROM masterlist_pages WHERE challenge_id = :id AND page = :page"
OF_MESSAGE = "SELECT challenge_id, page FROM masterlist_pages WHERE message_id = :message_id AND removed_at IS NULL"
PAGES = "SELECT * FROM masterlist_pages WHERE challenge_id = :id ORDER BY page"
WANT = """
INSERT INTO masterlist_pages (challenge_id, page, channel_id) VALUES (:id, :page, :channel_id)
ON CONFLICT (challenge_id, page) DO NOTHING
"""
TRIED = "UPDATE masterlist_pages SET tried_at = :now WHERE challenge_id = :id AND page = :page"
STANDS = """
UPDATE masterlist_pages SET channel_id = :channel_id, message_id = :message_id, shown = :shown
WHERE challenge_id = :id AND page = :page
"""
SHOWN = "UPDATE masterlist_pages SET shown = :shown WHERE challenge_id = :id AND page = :page"
PINNED = "UPDATE masterlist_pages SET pinned = 1 WHERE challenge_id = :id AND page = :page"
REMOVED = "UPDATE masterlist_pages SET removed_at = :now WHERE challenge_id = :id AND page = :page"
FORGET_REMOVED = "DELETE FROM masterlist_pages WHERE challenge_id = :id AND removed_at IS NOT NULL"
DOUBT_SHOWN = "UPDATE masterlist_pages SET shown = NULL"
FORGET_UNSENT = "DELETE FROM masterlist_pages WHERE challenge_id = :id AND message_id IS NULL AND removed_at IS NULL"
FORGET_ALL = "DELETE FROM masterlist_pages"


def due(session: Session) -> list[tuple[int, int]]:
    """The challenges whose masterlists may have to show something else, each with its guild."""
    return [(row["id"], row["guild_id"]) for row in session.all(DUE)]


def get(session: Session, challenge_id: int) -> Masterlist | None:
    key, challenge = {"id": challenge_id}, challenges.get(session, challenge_id)
    if challenge is None:
        return None
    return Masterlist(
        challenge=challenge,
        rounds=tuple(round_of(row) for row in session.all(ROUNDS, key)),
        pages=pages(session, challenge_id),
        revision=session.required(REVISION, key)["list_revision"],
    )


def round_of(row: Record) -> ListedRound:
    about = prompt_title.title_of(row["prompt"], under_cut=bool(row["under_cut"]))
    over = Phase.OPEN if row["closed_at"] is None else Phase.CLOSED
    return ListedRound(
        number=row["number"],
        title=row["title"],
        about="" if about in row["title"] else about,
        closes_at=from_ms(row["closes_at"]),
        phase=over if row["cancelled_at"] is None else Phase.CANCELLED,
        entries=row["entries"],
        card=None if row["card_id"] is None else Spot(row["channel_id"], row["card_id"]),
    )


def page_of(row: Record) -> ListPage:
    return ListPage(
        number=row["page"],
        channel_id=row["channel_id"],
        tried_at=from_ms_or_none(row["tried_at"]),
        message_id=row["message_id"],
        shown=row["shown"],
        pinned=bool(row["pinned"]),
        removed=row["removed_at"] is not None,
    )


def touch(session: Session, challenge_id: int) -> None:
    """Note that the list may have to show something else."""
    session.run(TOUCH, {"id": challenge_id})


def pages(session: Session, challenge_id: int) -> tuple[ListPage, ...]:
    return tuple(page_of(row) for row in session.all(PAGES, {"id": challenge_id}))


def want(session: Session, challenge_id: int, page: int, channel_id: int) -> ListPage:
    """Make sure there is a row for this page, once."""
    session.run(WANT, {"id": challenge_id, "page": page, "channel_id": channel_id})
    return page_of(session.required(PAGE, {"id": challenge_id, "page": page}))


def note_tried(session: Session, challenge_id: int, page: int, now: datetime) -> None:
    session.run(TRIED, {"id": challenge_id, "page": page, "now": to_ms(now)})


def note_stands(session: Session, challenge_id: int, page: int, spot: Spot, shown: str | None) -> None:
    """Note where the page stands and what it shows. Nobody knows that of a page that was only found."""
    row = {"id": challenge_id, "page": page, "channel_id": spot.channel_id, "message_id": spot.message_id}
    session.run(STANDS, row | {"shown": shown})


def note_shown(session: Session, challenge_id: int, page: int, shown: str | None) -> None:
    session.run(SHOWN, {"id": challenge_id, "page": page, "shown": shown})


def note_pinned(session: Session, challenge_id: int, page: int) -> None:
    session.run(PINNED, {"id": challenge_id, "page": page})


def remove(session: Session, challenge_id: int, page: int, now: datetime) -> None:
    session.run(REMOVED, {"id": challenge_id, "page": page, "now": to_ms(now)})


def of_message(session: Session, message_id: int) -> tuple[int, int] | None:
    """The challenge and the page that a message shows; None where it shows none."""
    row = session.one(OF_MESSAGE, {"message_id": message_id})
    return None if row is None else (row["challenge_id"], row["page"])


def forget_removed(session: Session, challenge_id: int) -> None:
    """Let what somebody deleted be sent once more."""
    session.run(FORGET_REMOVED, {"id": challenge_id})
    touch(session, challenge_id)


def forget_unsent(session: Session, challenge_id: int) -> None:
    """Forget the pages that were not sent, or that nobody knows where to find."""
    session.run(FORGET_UNSENT, {"id": challenge_id})


def note_listed(session: Session, challenge_id: int, revision: int) -> None:
    session.run(LISTED, {"id": challenge_id, "revision": revision})


def doubt_shown(session: Session) -> None:
    """Forget what the lists show."""
    session.run(DOUBT_SHOWN)
    session.run(TOUCH_ALL)


def forget_all(session: Session) -> None:
    """Let every list be sent once more."""
    session.run(FORGET_ALL)
    session.run(TOUCH_ALL)
