"""What each moderator last looked for in the bank."""

from bot.domain.prompts.search import Search
from bot.storage.session import Session

PUT = """
INSERT INTO prompt_searches (guild_id, member_id, set_name, words, used)
VALUES (:guild_id, :member_id, :set_name, :words, :used)
ON CONFLICT (guild_id, member_id) DO UPDATE SET set_name = excluded.set_name, words = excluded.words,
    used = excluded.used
"""
GET = "SELECT set_name, words, used FROM prompt_searches WHERE guild_id = :guild_id AND member_id = :member_id"


def put(session: Session, guild_id: int, member_id: int, search: Search) -> None:
    used = None if search.used is None else int(search.used)
    row = {
        "guild_id": guild_id,
        "member_id": member_id,
        "set_name": search.set_name,
        "words": search.words,
        "used": used,
    }
    session.run(PUT, row)


def get(session: Session, guild_id: int, member_id: int) -> Search:
    row = session.one(GET, {"guild_id": guild_id, "member_id": member_id})
    if row is None:
        return Search()
    return Search(row["set_name"], row["words"], None if row["used"] is None else bool(row["used"]))
