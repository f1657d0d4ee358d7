"""What moderators did: rows that are never changed, but for a member who takes back what is theirs."""

from collections.abc import Collection

from bot.domain.entries.entry import title_of
from bot.domain.header import header
from bot.domain.moderation.deed import Deed, Did, LastDeed, Logged, Sought
from bot.storage.session import Record, Session
from bot.storage.times import from_ms, to_ms

NOTE = """
INSERT INTO deeds (request, guild_id, moderator_id, what, channel_id, round_id, challenge_id, entry_id, member_id,
    reason, done_at)
VALUES (:request, :guild_id, :moderator_id, :what, :channel_id, :round_id, :challenge_id, :entry_id, :member_id,
    :reason, :now)
ON CONFLICT (request) DO NOTHING
"""
OF_GUILD = """
SELECT d.moderator_id, d.what, d.channel_id, d.round_id, d.member_id, d.reason, d.done_at,
    COALESCE(p.title, c.name) AS subject, e.header
FROM deeds d LEFT JOIN rounds r ON r.id = d.round_id LEFT JOIN plans p ON p.id = r.plan_id
    LEFT JOIN challenges c ON c.id = d.challenge_id LEFT JOIN entries e ON e.id = d.entry_id
WHERE d.guild_id = :guild_id AND d.moderator_id = COALESCE(:moderator_id, d.moderator_id)
    AND (:member_id IS NULL OR d.member_id = :member_id) AND d.what LIKE :kind
ORDER BY d.id DESC LIMIT :most
"""
ABOUT = """
SELECT d.moderator_id, d.what, d.done_at, d.reason, n.moderator_id AS named_id
FROM deeds d LEFT JOIN private_notices n ON n.request = d.request
WHERE d.entry_id = :entry_id ORDER BY d.id DESC
"""
MOST = 20_000
"""Deeds that are looked up; as a file they have about 2 MB."""


def note(session: Session, deed: Deed) -> None:
    """Write a deed down, once."""
    session.run(
        NOTE,
        {
            "request": deed.request,
            "guild_id": deed.guild_id,
            "moderator_id": deed.moderator_id,
            "what": deed.what,
            "channel_id": deed.channel_id,
            "round_id": deed.round_id,
            "challenge_id": deed.challenge_id,
            "entry_id": deed.entry_id,
            "member_id": deed.member_id,
            "reason": deed.reason,
            "now": to_ms(deed.at),
        },
    )


def of_guild(session: Session, guild_id: int, sought: Sought) -> list[Logged]:
    """The newest deeds that are sought, the newest first."""
    values = {
        "guild_id": guild_id,
        "moderator_id": sought.moderator_id,
        "member_id": sought.member_id,
        "kind": f"{sought.kind or ''}%",
        "most": MOST,
    }
    return [from_row(row) for row in session.all(OF_GUILD, values)]


def last_about(session: Session, entry_id: int, any_of: Collection[Did]) -> LastDeed | None:
    """The last of such deeds with the entry."""
    for row in session.all(ABOUT, {"entry_id": entry_id}):
        if row["what"] in any_of:
            at = from_ms(row["done_at"])
            return LastDeed(row["moderator_id"], Did(row["what"]), at, row["reason"], row["named_id"])
    return None


def from_row(row: Record) -> Logged:
    return Logged(
        moderator_id=row["moderator_id"],
        what=Did(row["what"]),
        at=from_ms(row["done_at"]),
        channel_id=row["channel_id"],
        round_id=row["round_id"],
        subject=row["subject"],
        entry=title_of(header.from_lines(row["header"])) if row["header"] else None,
        member_id=row["member_id"],
        reason=row["reason"],
    )
