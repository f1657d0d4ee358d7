"""All that is kept of a member, for them to take home: of every table that `belongings` names as theirs."""

from collections.abc import Mapping

from bot.storage.session import Record, Session

EXPORTED: Mapping[str, str] = {
    "entries": """
        SELECT r.guild_id, p.title AS round, e.handed_in_at, e.edited_at, e.withdrawn_at, e.removed_at,
            e.declared_words, e.words, e.writer_name, e.header, e.story
        FROM entries e JOIN rounds r ON r.id = e.round_id JOIN plans p ON p.id = r.plan_id
        WHERE e.author_id = :member_id ORDER BY e.handed_in_at, e.id
    """,
    "entries_before_a_change": """
        SELECT r.guild_id, p.title AS round, v.number, v.stood_from, v.declared_words, v.words, v.header, v.story
        FROM entry_versions v JOIN entries e ON e.id = v.entry_id JOIN rounds r ON r.id = e.round_id
            JOIN plans p ON p.id = r.plan_id
        WHERE e.author_id = :member_id ORDER BY v.entry_id, v.number
    """,
    "drafts": """
        SELECT d.guild_id, d.saved_at, d.discarded_at, d.header, d.text
        FROM drafts d WHERE d.author_id = :member_id ORDER BY d.saved_at, d.id
    """,
    "drafts_before_a_change": """
        SELECT d.guild_id, v.draft_id, v.number, v.saved_at, v.header, v.text
        FROM draft_versions v JOIN drafts d ON d.id = v.draft_id
        WHERE d.author_id = :member_id ORDER BY v.draft_id, v.number
    """,
    "hearts": """
        SELECT r.guild_id, m.channel_id, x.message_id, x.emoji, x.reacted_at
        FROM reactions x LEFT JOIN messages m ON m.message_id = x.message_id LEFT JOIN rounds r ON r.id = m.round_id
        WHERE x.reader_id = :member_id ORDER BY x.reacted_at, x.message_id
    """,
    "not_to_be_shown": """
        SELECT f.kind, f.name FROM filters f WHERE f.member_id = :member_id ORDER BY f.place
    """,
    "stories_you_read": """
        SELECT r.guild_id, p.title AS round, d.read_at
        FROM readings d JOIN entries e ON e.id = d.entry_id JOIN rounds r ON r.id = e.round_id
            JOIN plans p ON p.id = r.plan_id
        WHERE d.reader_id = :member_id ORDER BY d.read_at, d.entry_id
    """,
    "suggestions": """
        SELECT s.guild_id, s.suggested_at, s.decided_at, s.text, s.reason
        FROM suggestions s WHERE s.member_id = :member_id ORDER BY s.suggested_at, s.id
    """,
    "suggested_prompts": """
        SELECT b.guild_id, b.added_at, b.removed_at, b.set_name, b.text
        FROM prompts b WHERE b.suggested_by = :member_id ORDER BY b.added_at, b.id
    """,
    "reminders": """
        SELECT r.guild_id, p.title AS round, w.at, w.pressed_at
        FROM private_reminders w JOIN rounds r ON r.id = w.round_id JOIN plans p ON p.id = r.plan_id
        WHERE w.member_id = :member_id ORDER BY w.round_id
    """,
    "more_time": """
        SELECT r.guild_id, p.title AS round, l.until
        FROM late_passes l JOIN rounds r ON r.id = l.round_id JOIN plans p ON p.id = r.plan_id
        WHERE l.member_id = :member_id ORDER BY l.round_id
    """,
    "given_back_after_a_restore": """
        SELECT t.guild_id, t.channel_id, t.taken_at
        FROM stocktakings t WHERE ' ' || t.given_back || ' ' LIKE '% ' || :member_id || ' %' ORDER BY t.channel_id
    """,
    "as_a_moderator_rounds": """
        SELECT p.guild_id, p.proposed_at, p.confirmed_at, p.title, p.prompt, p.reason
        FROM plans p WHERE p.moderator_id = :member_id ORDER BY p.proposed_at, p.id
    """,
    "as_a_moderator_decisions": """
        SELECT s.guild_id, s.decided_at, s.reason
        FROM suggestions s WHERE s.decided_by = :member_id ORDER BY s.decided_at, s.id
    """,
    "as_a_moderator_more_time": """
        SELECT r.guild_id, p.title AS round, l.until
        FROM late_passes l JOIN rounds r ON r.id = l.round_id JOIN plans p ON p.id = r.plan_id
        WHERE l.given_by = :member_id ORDER BY l.round_id
    """,
    "what_moderators_did_about_you": """
        SELECT a.guild_id, a.done_at, a.what, p.title AS round, a.reason
        FROM deeds a LEFT JOIN rounds r ON r.id = a.round_id LEFT JOIN plans p ON p.id = r.plan_id
        WHERE a.member_id = :member_id ORDER BY a.id
    """,
    "as_a_moderator_deeds": """
        SELECT a.guild_id, a.done_at, a.what, p.title AS round, a.reason
        FROM deeds a LEFT JOIN rounds r ON r.id = a.round_id LEFT JOIN plans p ON p.id = r.plan_id
        WHERE a.moderator_id = :member_id ORDER BY a.id
    """,
    "what_moderators_told_you": """
        SELECT n.guild_id, n.noted_at, n.what, p.title AS round, n.moderator_id, n.reason
        FROM private_notices n JOIN rounds r ON r.id = n.round_id JOIN plans p ON p.id = r.plan_id
        WHERE n.member_id = :member_id ORDER BY n.noted_at
    """,
    "trusted_by_moderators": "SELECT t.guild_id, t.trusted_at FROM trusted_members t WHERE t.member_id = :member_id",
    "blocked_by_moderators": """
        SELECT b.guild_id, b.blocked_at, b.reason FROM blocked_members b WHERE b.member_id = :member_id
    """,
    "as_a_moderator_blocked": """
        SELECT b.guild_id, b.blocked_at, b.reason FROM blocked_members b WHERE b.blocked_by = :member_id
    """,
    "reports": """
        SELECT k.guild_id, k.opened_at, k.outcome, k.about FROM cases k WHERE k.member_id = :member_id ORDER BY k.id
    """,
    "as_a_moderator_cases": """
        SELECT k.guild_id, k.kind, k.decided_at, k.outcome, k.reason
        FROM cases k WHERE k.decided_by = :member_id ORDER BY k.id
    """,
    "as_a_moderator_notices": """
        SELECT n.guild_id, n.noted_at, n.what, n.reason
        FROM private_notices n WHERE n.moderator_id = :member_id ORDER BY n.noted_at
    """,
    "as_a_moderator_trusted": """
        SELECT t.guild_id, t.trusted_at FROM trusted_members t WHERE t.trusted_by = :member_id ORDER BY t.trusted_at
    """,
    "as_a_moderator_files": """
        SELECT i.guild_id, i.file_name, i.unread, q.set_name, q.text, q.twin
        FROM imports i LEFT JOIN imported_prompts q ON q.import_id = i.id
        WHERE i.moderator_id = :member_id ORDER BY i.id, q.place
    """,
    "as_a_moderator_searches": """
        SELECT f.guild_id, f.set_name, f.words FROM prompt_searches f
        WHERE f.member_id = :member_id ORDER BY f.guild_id
    """,
}


def of_member(session: Session, member_id: int) -> dict[str, list[Record]]:
    """All that is kept of a member, on every server."""
    return session.all_of_each(EXPORTED, {"member_id": member_id})
