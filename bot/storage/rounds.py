from datetime import datetime

from bot.domain.rounds.due_date import Due
from bot.domain.rounds.posted_message import Purpose, Spot, Subject
from bot.domain.rounds.round import Round
from bot.domain.rounds.trouble import Trouble
from bot.storage import entries, generations, plans, round_dates
from bot.storage.session import Record, Session
from bot.storage.times import from_ms_or_none, to_ms

SELECT = f"""
SELECT r.id, r.guild_id, r.channel_id, r.cancelled_at, r.paused, r.revision, r.reconciled_at, r.missed_at,
    r.counted_at, r.ends_told, r.challenge_id, r.number, r.occurrence, r.for_adults,
    {plans.COLUMNS}, {round_dates.COLUMNS}
FROM rounds r JOIN plans p ON p.id = r.plan_id {round_dates.JOINED}
"""

OPEN = f"""
INSERT INTO rounds (id, guild_id, channel_id, opened_with, plan_id, challenge_id, number, occurrence)
SELECT {generations.next_number("rounds")}, guild_id, channel_id, id, id, challenge_id, CAST(:number AS INTEGER),
    CAST(:occurrence AS TEXT)
FROM plans WHERE id = :plan_id
ON CONFLICT (opened_with) DO NOTHING
"""
OPENED_WITH = f"{SELECT} WHERE r.opened_with = :plan_id"
GET = f"{SELECT} WHERE r.id = :id"
OF_OCCURRENCE = "SELECT 1 FROM rounds WHERE challenge_id = :challenge_id AND occurrence = :occurrence"
LAST_NUMBER = "SELECT MAX(number) AS number FROM rounds WHERE challenge_id = :challenge_id"
OF_GUILD = f"{SELECT} WHERE r.guild_id = :guild_id ORDER BY closes.at DESC, r.id DESC"
OF_CHALLENGE = f"{SELECT} WHERE r.challenge_id = :challenge_id AND closes.at > :now ORDER BY r.id"
OF_CHANNEL = f"{SELECT} WHERE r.channel_id = :channel_id ORDER BY r.id"
ALL_OPEN = f"""
{SELECT} WHERE r.guild_id = :guild_id AND r.cancelled_at IS NULL AND opens.at <= :now AND closes.at > :now
ORDER BY closes.at, r.id
"""
TAKING = f"""
{SELECT} WHERE r.guild_id = :guild_id AND r.cancelled_at IS NULL AND opens.at <= :now AND (
    closes.at + p.late_for + p.grace > :now
    OR EXISTS (
        SELECT 1 FROM late_passes l WHERE l.round_id = r.id AND l.member_id = :member_id AND l.until > :now))
ORDER BY closes.at, r.id
"""
FIGURES = f"""
SELECT ({entries.HOW_MANY}) AS entries,
    (SELECT channel_id FROM messages WHERE subject = :card) AS channel_id,
    (SELECT message_id FROM messages WHERE subject = :card AND removed_at IS NULL) AS card_id
"""
OF_OTHERS = "SELECT 1 FROM rounds WHERE guild_id <> :guild_id LIMIT 1"
PLAN_ID = "SELECT plan_id FROM rounds WHERE id = :id"
FOLLOW = """
UPDATE rounds SET plan_id = :plan_id, revision = revision + 1, not_before = 0 WHERE id = :id AND plan_id = :instead_of
"""
TELL_END = "UPDATE rounds SET ends_told = ends_told + 1 WHERE id = :id"
TELL_NO_END = "UPDATE rounds SET ends_told = 0 WHERE id = :id"
CANCEL = """
UPDATE rounds SET cancelled_at = :now, revision = revision + 1, not_before = 0 WHERE id = :id AND cancelled_at IS NULL
"""
TOUCH = "UPDATE rounds SET revision = revision + 1, not_before = 0 WHERE id = :id"
TOUCH_ALL = "UPDATE rounds SET revision = revision + 1, not_before = 0"
TOUCH_UNFINISHED = """
UPDATE rounds SET revision = revision + 1, not_before = 0
WHERE cancelled_at IS NULL
    AND EXISTS (SELECT 1 FROM round_dates d WHERE d.round_id = rounds.id AND d.done_at IS NULL)
"""
TOUCH_OPEN = f"""
UPDATE rounds SET revision = revision + 1, not_before = 0
WHERE guild_id = :guild_id AND cancelled_at IS NULL
    AND id IN (SELECT round_id FROM round_dates WHERE what = '{Due.OPENS}' AND done_at IS NOT NULL)
    AND id IN (SELECT round_id FROM round_dates WHERE what = '{Due.CLOSES}' AND done_at IS NULL)
"""
AUDIENCES = f"""
SELECT r.id, r.guild_id, r.channel_id, r.for_adults FROM rounds r
WHERE r.cancelled_at IS NULL
    AND r.id IN (SELECT d.round_id FROM round_dates d WHERE d.what = '{Due.CLOSES}' AND d.done_at IS NULL)
    AND r.id IN (SELECT m.round_id FROM messages m)
"""
NOTE_AUDIENCE = "UPDATE rounds SET for_adults = :for_adults WHERE id = :id"

WITHOUT_PLACE = f"""
SELECT 1 AS found FROM rounds r JOIN challenges c ON c.id = r.challenge_id AND c.channel_id = r.channel_id
WHERE r.challenge_id = :challenge_id AND r.cancelled_at IS NULL
    AND r.paused IN ('{Trouble.NO_CHANNEL}', '{Trouble.NO_PERMISSION}')
    AND NOT EXISTS (
        SELECT 1 FROM messages m
        WHERE m.round_id = r.id AND m.purpose = '{Purpose.CARD}' AND m.message_id IS NOT NULL)
"""

# A round asks for attention when its rows changed since it was last published, or one of its dates has come, or it is
# paused and its time to wait is over. Each is found by an index of its own, so that rounds that are over cost nothing.
DUE = f"""
{SELECT} WHERE r.not_before <= :now AND r.id IN (
    SELECT id FROM rounds WHERE revision <> published_revision
    UNION SELECT id FROM rounds WHERE paused IS NOT NULL
    UNION SELECT d.round_id FROM round_dates d JOIN rounds o ON o.id = d.round_id
    WHERE d.done_at IS NULL AND d.at <= :now AND o.cancelled_at IS NULL)
ORDER BY r.id
"""
NEXT_DUE = """
SELECT MIN(due) AS due FROM (
    SELECT MIN(d.at) AS due FROM round_dates d JOIN rounds r ON r.id = d.round_id
    WHERE d.done_at IS NULL AND d.at > :now AND r.cancelled_at IS NULL
    UNION ALL SELECT not_before FROM rounds WHERE not_before > 0 AND not_before > :now) AS dates
"""
# A ledger may have missed something if its round was open before the session with Discord began, or if `missed_at` says
# so. A closed round is compared once more, for good. A comparison dated later than now went by a wrong clock.
# The indexes find few such rounds: one that was compared in this session before it closed has closed in it, too.
UNRECONCILED = f"""
{SELECT} WHERE r.id IN (
    SELECT id FROM rounds WHERE COALESCE(reconciled_at, 0) < :since
    UNION SELECT round_id FROM round_dates WHERE what = '{Due.CLOSES}' AND at > :since AND at <= :now
    UNION SELECT id FROM rounds WHERE COALESCE(reconciled_at, 0) > :now
    UNION SELECT id FROM rounds WHERE COALESCE(reconciled_at, 0) < missed_at)
AND EXISTS (SELECT 1 FROM entries e WHERE e.round_id = r.id) AND (
    opens.at < :since AND COALESCE(r.reconciled_at, 0) < :since
    OR closes.at <= :now AND COALESCE(r.reconciled_at, 0) < closes.at
    OR r.reconciled_at > :now
    OR COALESCE(r.reconciled_at, 0) < r.missed_at)
ORDER BY r.id
"""
RECONCILED = "UPDATE rounds SET reconciled_at = :at WHERE id = :id"
COUNT_FOR_ROUND_UP = f"""
UPDATE rounds SET counted_at = :now
WHERE id = :id AND EXISTS (
    SELECT 1 FROM round_dates d
    WHERE d.round_id = rounds.id AND d.what = '{Due.CLOSES}' AND d.at <= :at AND COALESCE(rounds.counted_at, 0) < d.at)
RETURNING id
"""
MISSED = "UPDATE rounds SET missed_at = :at WHERE id = :id"
PUBLISHED = """
UPDATE rounds SET published_revision = :revision, paused = NULL, paused_tried_at = NULL, paused_told_at = NULL,
    not_before = 0
WHERE id = :id
"""
PAUSE = "UPDATE rounds SET paused = :trouble, not_before = :not_before WHERE id = :id"
WAIT_NO_LONGER = "UPDATE rounds SET not_before = 0 WHERE not_before > 0 AND (guild_id = :guild_id OR :guild_id IS NULL)"
WAITING = "SELECT DISTINCT guild_id FROM rounds WHERE not_before > 0"
TELLING = "UPDATE rounds SET paused_tried_at = COALESCE(paused_tried_at, :now) WHERE id = :id"
DOUBT_UNTOLD = """
UPDATE rounds SET paused_tried_at = COALESCE(paused_tried_at, :since)
WHERE revision <> published_revision AND paused_told_at IS NULL
"""
TOLD = "UPDATE rounds SET paused_told_at = :now WHERE id = :id"
IS_TOLD = "SELECT paused_told_at IS NOT NULL AS told FROM rounds WHERE id = :id"
TOLD_SINCE = "SELECT paused_tried_at FROM rounds WHERE id = :id"


def from_row(row: Record) -> Round:
    return Round(
        id=row["id"],
        guild_id=row["guild_id"],
        channel_id=row["channel_id"],
        plan=plans.from_row(row),
        cancelled_at=from_ms_or_none(row["cancelled_at"]),
        paused=Trouble(row["paused"]) if row["paused"] else None,
        revision=row["revision"],
        dates=round_dates.from_row(row),
        reconciled_at=from_ms_or_none(row["reconciled_at"]),
        missed_at=from_ms_or_none(row["missed_at"]),
        counted_at=from_ms_or_none(row["counted_at"]),
        ends_told=row["ends_told"],
        challenge_id=row["challenge_id"],
        number=row["number"],
        occurrence=row["occurrence"],
        for_adults=bool(row["for_adults"]),
    )


def open_with(session: Session, plan_id: int, *, number: int | None = None, occurrence: str | None = None) -> Round:
    """The round that this plan opened, now or with an earlier click; with its number and its date in its challenge."""
    session.run(OPEN, {"plan_id": plan_id, "number": number, "occurrence": occurrence})
    return from_row(session.required(OPENED_WITH, {"plan_id": plan_id}))


def get(session: Session, round_id: int) -> Round | None:
    row = session.one(GET, {"id": round_id})
    return None if row is None else from_row(row)


def next_number(session: Session, challenge_id: int) -> int:
    """The number of a challenge's next round."""
    return (session.required(LAST_NUMBER, {"challenge_id": challenge_id})["number"] or 0) + 1


def has_no_place(session: Session, challenge_id: int) -> bool:
    """Whether a round of the challenge never stood in the challenge's place: that channel is gone, or the bot may not
    post there.
    """
    return session.one(WITHOUT_PLACE, {"challenge_id": challenge_id}) is not None


def has_occurrence(session: Session, challenge_id: int, occurrence: str) -> bool:
    """Whether a round belongs to this date of a challenge."""
    return session.one(OF_OCCURRENCE, {"challenge_id": challenge_id, "occurrence": occurrence}) is not None


def of_guild(session: Session, guild_id: int) -> tuple[Round, ...]:
    return tuple(from_row(row) for row in session.all(OF_GUILD, {"guild_id": guild_id}))


def figures(session: Session, round_id: int) -> tuple[int, Spot | None]:
    """Its number of entries, and where the message stands that shows the round, if there is one."""
    row = session.required(FIGURES, {"round_id": round_id, "card": str(Subject(Purpose.CARD, round_id, 0))})
    return row["entries"], None if row["card_id"] is None else Spot(row["channel_id"], row["card_id"])


def of_challenge(session: Session, challenge_id: int, now: datetime) -> tuple[Round, ...]:
    """Those that close later than now."""
    found = session.all(OF_CHALLENGE, {"challenge_id": challenge_id, "now": to_ms(now)})
    return tuple(from_row(row) for row in found)


def of_channel(session: Session, channel_id: int) -> list[Round]:
    return [from_row(row) for row in session.all(OF_CHANNEL, {"channel_id": channel_id})]


def are_of_others(session: Session, guild_id: int) -> bool:
    """Whether there are rounds of any guild but this."""
    return session.one(OF_OTHERS, {"guild_id": guild_id}) is not None


def all_open(session: Session, guild_id: int, now: datetime) -> list[Round]:
    """The rounds that are open at this moment, the first to close first."""
    rows = session.all(ALL_OPEN, {"guild_id": guild_id, "now": to_ms(now)})
    return [from_row(row) for row in rows]


def taking(session: Session, guild_id: int, member_id: int, now: datetime) -> list[Round]:
    """The rounds that take an entry of this member now, in time or late."""
    rows = session.all(TAKING, {"guild_id": guild_id, "member_id": member_id, "now": to_ms(now)})
    return [from_row(row) for row in rows]


def plan_id(session: Session, round_id: int) -> int:
    return session.required(PLAN_ID, {"id": round_id})["plan_id"]


def follow(session: Session, round_id: int, plan_id: int, *, instead_of: int | None) -> bool:
    """Let the round follow another plan. False where it follows a third one already."""
    values = {"id": round_id, "plan_id": plan_id, "instead_of": instead_of}
    return session.run(FOLLOW, values) == 1


def tell_end(session: Session, round_id: int) -> None:
    """Let members be told of the round's new end."""
    session.run(TELL_END, {"id": round_id})


def tell_no_end(session: Session, round_id: int) -> None:
    """Let a round that was over begin anew, without what members were told of its earlier ends."""
    session.run(TELL_NO_END, {"id": round_id})


def cancel(session: Session, round_id: int, now: datetime) -> None:
    session.run(CANCEL, {"id": round_id, "now": to_ms(now)})


def touch(session: Session, round_id: int) -> None:
    """Note that something readers see of this round has changed."""
    session.run(TOUCH, {"id": round_id})


def touch_all(session: Session) -> None:
    session.run(TOUCH_ALL)


def touch_unfinished(session: Session) -> None:
    """Touch all rounds that have a date to come."""
    session.run(TOUCH_UNFINISHED)


def touch_open(session: Session, guild_id: int) -> None:
    """Touch all rounds of a guild that are on show as open."""
    session.run(TOUCH_OPEN, {"guild_id": guild_id})


def audiences(session: Session) -> list[tuple[int, int, int, bool]]:
    """The rounds on show that are not over: each with its server and channel, and whether that was for adults."""
    rows = session.all(AUDIENCES)
    return [(row["id"], row["guild_id"], row["channel_id"], bool(row["for_adults"])) for row in rows]


def note_audience(session: Session, round_id: int, *, for_adults: bool) -> None:
    session.run(NOTE_AUDIENCE, {"id": round_id, "for_adults": int(for_adults)})


def due(session: Session, now: datetime) -> list[Round]:
    return [from_row(row) for row in session.all(DUE, {"now": to_ms(now)})]


def next_due(session: Session, now: datetime) -> datetime | None:
    return from_ms_or_none(session.required(NEXT_DUE, {"now": to_ms(now)})["due"])


def note_published(session: Session, round_: Round) -> None:
    session.run(PUBLISHED, {"id": round_.id, "revision": round_.revision})


def pause(session: Session, round_id: int, trouble: Trouble, not_before: datetime) -> None:
    session.run(PAUSE, {"id": round_id, "trouble": trouble, "not_before": to_ms(not_before)})


def waiting(session: Session) -> frozenset[int]:
    """The guilds with rounds that wait before they are tried again."""
    return frozenset(row["guild_id"] for row in session.all(WAITING))


def wait_no_longer(session: Session, guild_id: int | None) -> None:
    """Let a guild's paused rounds, or all of them, be tried again."""
    session.run(WAIT_NO_LONGER, {"guild_id": guild_id})


def note_telling(session: Session, round_id: int, now: datetime) -> datetime | None:
    """Note that moderators are about to be told of this pause. Returns since when they may know of it, if at all."""
    tried = session.required(TOLD_SINCE, {"id": round_id})["paused_tried_at"]
    session.run(TELLING, {"id": round_id, "now": to_ms(now)})
    return from_ms_or_none(tried)


def doubt_untold(session: Session, since: datetime) -> None:
    """Note that moderators may know since then of what pauses a round, until it is published."""
    session.run(DOUBT_UNTOLD, {"since": to_ms(since)})


def note_told(session: Session, round_id: int, now: datetime) -> None:
    session.run(TOLD, {"id": round_id, "now": to_ms(now)})


def is_told(session: Session, round_id: int) -> bool:
    """Whether the moderators know of this pause."""
    return bool(session.required(IS_TOLD, {"id": round_id})["told"])


def unreconciled(session: Session, since: datetime, now: datetime) -> list[Round]:
    """The rounds with entries whose ledger was not compared since this moment, or not since they closed."""
    rows = session.all(UNRECONCILED, {"since": to_ms(since), "now": to_ms(now)})
    return [from_row(row) for row in rows]


def note_reconciled(session: Session, round_id: int, at: datetime) -> None:
    session.run(RECONCILED, {"id": round_id, "at": to_ms(at)})


def count_for_round_up(session: Session, round_id: int, at: datetime, now: datetime) -> bool:
    """Note that its hearts are known by now, as they were at a moment. True the first time after the close."""
    values = {"id": round_id, "at": to_ms(at), "now": to_ms(now)}
    return session.one(COUNT_FOR_ROUND_UP, values) is not None


def note_missed(session: Session, round_id: int, at: datetime) -> None:
    session.run(MISSED, {"id": round_id, "at": to_ms(at)})
