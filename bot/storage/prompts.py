"""The prompts of servers' banks. Those that ship with the bot have rows only where they were drawn."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.prompts.prompt import Prompt, Use
from bot.storage import generations
from bot.storage.session import Record, Session
from bot.storage.times import from_ms, to_ms

SELECT = """
SELECT p.id, p.guild_id, p.set_name, p.text, p.image_id, p.ships, p.suggested_by, t.taken_at, t.round_id, plans.title
FROM prompts p
LEFT JOIN prompt_takes t ON t.prompt_id = p.id
LEFT JOIN rounds ON rounds.id = t.round_id
LEFT JOIN plans ON plans.id = rounds.plan_id
"""
ADD = f"""
INSERT INTO prompts (id, guild_id, request, set_name, text, image_id, ships, suggested_by, added_at)
VALUES ({generations.next_number("prompts")}, :guild_id, :request, :set_name, :text, :image_id, :ships, :suggested_by,
    :now)
ON CONFLICT (request) DO NOTHING
"""
ID_OF = "SELECT id FROM prompts WHERE request = :request"
GET = f"{SELECT} WHERE p.id = :id AND p.removed_at IS NULL"
OF_GUILD = (
    f"{SELECT} WHERE p.guild_id = :guild_id AND p.removed_at IS NULL AND p.ships = :ships ORDER BY p.set_name, p.id"
)
COUNT = "SELECT COUNT(*) AS n FROM prompts WHERE guild_id = :guild_id AND removed_at IS NULL AND ships = 0"
SETS = """
SELECT p.set_name, COUNT(*) AS every, COUNT(t.prompt_id) AS used
FROM prompts p LEFT JOIN prompt_takes t ON t.prompt_id = p.id
WHERE p.guild_id = :guild_id AND p.removed_at IS NULL AND p.ships = 0
GROUP BY p.set_name ORDER BY p.set_name
"""
FREE = """
FROM prompts p
WHERE p.guild_id = :guild_id AND p.removed_at IS NULL AND p.ships = 0
    AND (p.set_name = :set_name OR :set_name IS NULL) AND p.id <> :but
    AND NOT EXISTS (SELECT 1 FROM prompt_takes t WHERE t.prompt_id = p.id)
"""
FREE_COUNT = f"SELECT COUNT(*) AS n {FREE}"
FREE_AT = f"SELECT p.id {FREE} ORDER BY p.id LIMIT 1 OFFSET :place"
EDIT = """
UPDATE prompts SET set_name = :set_name, text = :text, image_id = :image_id WHERE id = :id AND removed_at IS NULL
"""
REMOVE = "UPDATE prompts SET removed_at = :now WHERE id = :id AND removed_at IS NULL"


def add(
    session: Session,
    guild_id: int,
    request: str,
    *,
    set_name: str,
    text: str,
    now: datetime,
    image_id: int | None = None,
    ships: bool = False,
    suggested_by: int | None = None,
) -> int:
    """The prompt's id; the same request twice is the same prompt."""
    row = {
        "guild_id": guild_id,
        "request": request,
        "set_name": set_name,
        "text": text,
        "image_id": image_id,
        "ships": int(ships),
        "suggested_by": suggested_by,
        "now": to_ms(now),
    }
    session.run(ADD, row)
    return session.required(ID_OF, {"request": request})["id"]


def add_many(session: Session, guild_id: int, added: Iterable[tuple[str, str, str]], now: datetime) -> None:
    """Add prompts, each with its request, its set and its text."""
    same = {"guild_id": guild_id, "image_id": None, "ships": 0, "suggested_by": None, "now": to_ms(now)}
    rows = ({"request": request, "set_name": set_name, "text": text} for request, set_name, text in added)
    session.run_many(ADD, (same | row for row in rows))


def get(session: Session, prompt_id: int) -> Prompt | None:
    row = session.one(GET, {"id": prompt_id})
    return None if row is None else from_row(row)


def of_guild(session: Session, guild_id: int, *, ships: bool = False) -> tuple[Prompt, ...]:
    """The server's own prompts by set, in their order; or those that ship and were drawn here."""
    return tuple(from_row(row) for row in session.all(OF_GUILD, {"guild_id": guild_id, "ships": int(ships)}))


def count(session: Session, guild_id: int) -> int:
    return session.required(COUNT, {"guild_id": guild_id})["n"]


def sets(session: Session, guild_id: int) -> dict[str, tuple[int, int]]:
    """The server's own sets: how many prompts each has, and how many of them were taken."""
    return {row["set_name"]: (row["every"], row["used"]) for row in session.all(SETS, {"guild_id": guild_id})}


def how_many_free(session: Session, guild_id: int, set_name: str | None, but: int = 0) -> int:
    """How many of the server's own prompts nobody took, but for one."""
    return session.required(FREE_COUNT, {"guild_id": guild_id, "set_name": set_name, "but": but})["n"]


def free(session: Session, guild_id: int, set_name: str | None, place: int, but: int = 0) -> int:
    """The id of the prompt at this place among those."""
    values = {"guild_id": guild_id, "set_name": set_name, "but": but, "place": place}
    return session.required(FREE_AT, values)["id"]


def edit(session: Session, prompt_id: int, *, set_name: str, text: str, image_id: int | None) -> bool:
    """False where the prompt is gone."""
    row = {"id": prompt_id, "set_name": set_name, "text": text, "image_id": image_id}
    return session.run(EDIT, row) == 1


def remove(session: Session, prompt_id: int, now: datetime) -> None:
    session.run(REMOVE, {"id": prompt_id, "now": to_ms(now)})


def from_row(row: Record) -> Prompt:
    taken_at = row["taken_at"]
    return Prompt(
        id=row["id"],
        guild_id=row["guild_id"],
        set_name=row["set_name"],
        text=row["text"],
        image_id=row["image_id"],
        ships=bool(row["ships"]),
        suggested_by=row["suggested_by"],
        use=None if taken_at is None else Use(from_ms(taken_at), row["round_id"], row["title"]),
    )
