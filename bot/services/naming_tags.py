"""How a server's tags are called. Nothing of this touches an entry."""

from bot.domain.moderation.deed import Did
from bot.domain.problem import RefusedError, TagNameless, TagUnknown
from bot.domain.rounds.asked import Asked
from bot.domain.tags import tag_index
from bot.domain.tags.tag import TagKind
from bot.domain.tags.tag_index import Naming, UsedTag
from bot.domain.text import glyph
from bot.services import noting_deeds
from bot.storage import rounds, tag_names
from bot.storage.database import reads, recalls, writes
from bot.storage.session import Session


@recalls
def listed(session: Session, guild_id: int, channels: frozenset[int] | None = None) -> tuple[UsedTag, ...]:
    """The server's tags, those with the most stories first; with `channels`, of the stories there alone."""
    used = tag_names.used(session, guild_id, channels)
    return tag_index.listed(used.items(), tag_names.of_guild(session, guild_id))


namings = reads(tag_names.of_guild)
"""What moderators called otherwise."""


@writes
def call(session: Session, asked: Asked, kind: TagKind, old: str, name: str) -> Naming:
    """Call the tag `old` otherwise; where there is a tag of the new name, both are one from then on."""
    if not glyph.is_seen(name):
        raise RefusedError(TagNameless())
    used = tag_names.used(session, asked.guild_id)
    found = tag_index.listed(used.items(), tag_names.of_guild(session, asked.guild_id))
    before = tag_index.meant(found, kind, old)
    if before is None:
        raise RefusedError(TagUnknown(old))
    target = tag_index.named(kind, name)
    if target.name == before.name:
        raise RefusedError(TagUnknown())
    naming = Naming(kind, before.key, target.key, target.name, before.name)
    tag_names.call(session, asked.guild_id, naming)
    note(session, asked, Did.TAG_NAMED, naming)
    return naming


@writes
def undo(session: Session, asked: Asked, number: int) -> Naming:
    """Take a name back, so that all is called as before it. Raises RefusedError where that was done already."""
    found = {each.number: each for each in tag_names.of_guild(session, asked.guild_id)}
    if number not in found:
        raise RefusedError(TagUnknown())
    naming = found[number]
    tag_names.take_back(session, asked.guild_id, naming.kind, naming.key)
    note(session, asked, Did.TAG_AS_BEFORE, naming)
    return naming


def note(session: Session, asked: Asked, did: Did, naming: Naming) -> None:
    rounds.touch_open(session, asked.guild_id)  # posts of forums have tags by these names
    noting_deeds.note(session, asked, did, f"{naming.written}: {naming.name}")
