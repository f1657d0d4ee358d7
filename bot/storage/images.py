"""Pictures of prompts, kept as bytes: Discord's own addresses expire."""

from bot.domain.prompts.image_file import Image
from bot.storage import generations
from bot.storage.session import Session

ADD = f"INSERT INTO images (id, name, bytes) VALUES ({generations.next_number('images')}, :name, :bytes) RETURNING id"
GET = "SELECT name, bytes FROM images WHERE id = :id"
NAME = "SELECT name FROM images WHERE id = :id"


def add(session: Session, image: Image) -> int:
    return session.required(ADD, {"name": image.name, "bytes": image.data})["id"]


def get(session: Session, image_id: int) -> Image:
    row = session.required(GET, {"id": image_id})
    return Image(row["name"], row["bytes"])


def name(session: Session, image_id: int) -> str:
    return session.required(NAME, {"id": image_id})["name"]
