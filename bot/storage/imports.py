"""Files of prompts that wait for a moderator's yes. A moderator has one at a time on a server."""

from collections.abc import Sequence

from bot.domain.prompts.incoming import Import, Incoming
from bot.domain.prompts.likeness import Twin
from bot.domain.prompts.prompt_file import Each, Unread
from bot.storage import generations
from bot.storage.session import Record, Session

ADD = f"""
INSERT INTO imports (id, request, guild_id, moderator_id, file_name, each_prompt, encoding, unread)
VALUES ({generations.next_number("imports")}, :request, :guild_id, :moderator_id, :file_name, :each_prompt, :encoding,
    :unread)
ON CONFLICT (request) DO NOTHING
"""
ID_OF = "SELECT id FROM imports WHERE request = :request"
GET = """
SELECT id, file_name, each_prompt, encoding, unread FROM imports
WHERE id = :id AND guild_id = :guild_id AND moderator_id = :moderator_id
"""
EARLIER = "SELECT id FROM imports WHERE guild_id = :guild_id AND moderator_id = :moderator_id AND id <> :id"
REMOVE = "DELETE FROM imports WHERE id = :id"
ADD_PROMPT = """
INSERT INTO imported_prompts (import_id, place, set_name, text, twin, is_double, left_out)
VALUES (:import_id, :place, :set_name, :text, :twin, :is_double, 0)
ON CONFLICT (import_id, place) DO NOTHING
"""
PROMPTS = """
SELECT place, set_name, text, twin, is_double, left_out FROM imported_prompts WHERE import_id = :id ORDER BY place
"""
LEAVE_OUT = "UPDATE imported_prompts SET left_out = :left_out WHERE import_id = :id AND place = :place"
REMOVE_PROMPTS = "DELETE FROM imported_prompts WHERE import_id = :id"


def add(session: Session, found: Import, *, request: str, guild_id: int, moderator_id: int) -> int:
    """Keep a file's prompts instead of those of the moderator's last one; `found` needs no id yet."""
    row = {
        "request": request,
        "guild_id": guild_id,
        "moderator_id": moderator_id,
        "file_name": found.file_name,
        "each_prompt": found.each,
        "encoding": found.encoding,
        "unread": " ".join(f"{line}:{why.name}" for line, why in found.unread),
    }
    session.run(ADD, row)
    import_id = session.required(ID_OF, {"request": request})["id"]
    session.run_many(ADD_PROMPT, [to_columns(import_id, each) for each in found.prompts])
    whose = {"guild_id": guild_id, "moderator_id": moderator_id, "id": import_id}
    for earlier in session.all(EARLIER, whose):
        remove(session, earlier["id"])
    return import_id


def get(session: Session, import_id: int, guild_id: int, moderator_id: int) -> Import | None:
    row = session.one(GET, {"id": import_id, "guild_id": guild_id, "moderator_id": moderator_id})
    if row is None:
        return None
    unread = (part.split(":") for part in row["unread"].split())
    return Import(
        id=row["id"],
        file_name=row["file_name"],
        each=None if row["each_prompt"] is None else Each(row["each_prompt"]),
        encoding=row["encoding"],
        unread=tuple((int(line), Unread[why]) for line, why in unread),
        prompts=tuple(from_row(each) for each in session.all(PROMPTS, {"id": import_id})),
    )


def leave_out(session: Session, import_id: int, places: Sequence[int], *, left_out: bool) -> None:
    session.run_many(LEAVE_OUT, [{"id": import_id, "place": each, "left_out": int(left_out)} for each in places])


def remove(session: Session, import_id: int) -> None:
    session.run(REMOVE_PROMPTS, {"id": import_id})
    session.run(REMOVE, {"id": import_id})


def to_columns(import_id: int, prompt: Incoming) -> dict[str, int | str | None]:
    return {
        "import_id": import_id,
        "place": prompt.place,
        "set_name": prompt.set_name,
        "text": prompt.text,
        "twin": None if prompt.twin is None else prompt.twin.text,
        "is_double": int(prompt.twin is not None and prompt.twin.is_double),
    }


def from_row(row: Record) -> Incoming:
    twin = None if row["twin"] is None else Twin(row["twin"], is_double=bool(row["is_double"]))
    return Incoming(row["place"], row["set_name"], row["text"], twin, left_out=bool(row["left_out"]))
