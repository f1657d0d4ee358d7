"""Taking over a file of prompts: shown first, then taken, without what the moderator leaves out."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.moderation.deed import Did
from bot.domain.problem import ImportGone, PromptFileEmpty, RefusedError
from bot.domain.prompts.incoming import Import
from bot.domain.rounds.asked import Asked
from bot.services import keeping_bank, noting_deeds, restoring
from bot.storage import imports, prompts
from bot.storage.database import reads, writes
from bot.storage.session import Session


@reads
def texts(session: Session, guild_id: int) -> list[str]:
    """The prompts that a file's are compared with."""
    return [each.text for each in prompts.of_guild(session, guild_id)]


@writes
def keep(session: Session, guild_id: int, moderator_id: int, request: str, found: Import) -> Import:
    """Keep a file's prompts until the moderator decides; those of an earlier file go."""
    if not found.prompts:
        raise RefusedError(PromptFileEmpty(found.file_name))
    for name in {each.set_name for each in found.prompts}:
        keeping_bank.own_set(session, guild_id, name)
    import_id = imports.add(session, found, request=request, guild_id=guild_id, moderator_id=moderator_id)
    return kept(session, guild_id, moderator_id, import_id)


@writes
def leave_out(
    session: Session, guild_id: int, moderator_id: int, import_id: int, *, places: Sequence[int], among: Sequence[int]
) -> Import:
    """Leave these of the file's prompts out, and take in the others among those that were asked about."""
    kept(session, guild_id, moderator_id, import_id)
    imports.leave_out(session, import_id, among, left_out=False)
    imports.leave_out(session, import_id, places, left_out=True)
    return kept(session, guild_id, moderator_id, import_id)


@writes
def take(session: Session, guild_id: int, moderator_id: int, import_id: int, now: datetime) -> int:
    """Put the file's prompts into the bank. Returns how many they are."""
    found = kept(session, guild_id, moderator_id, import_id)
    keeping_bank.must_have_room(session, guild_id, len(found.to_take))
    names = {each.set_name: keeping_bank.own_set(session, guild_id, each.set_name) for each in found.to_take}
    added = [(f"import {import_id} {each.place}", names[each.set_name], each.text) for each in found.to_take]
    prompts.add_many(session, guild_id, added, now)
    imports.remove(session, import_id)
    asked = Asked(f"import {import_id}", guild_id, 0, moderator_id, now)
    noting_deeds.note(session, asked, Did.PROMPTS_IMPORTED, f"{found.file_name}: {len(added):,}")
    return len(added)


@writes
def drop(session: Session, guild_id: int, moderator_id: int, import_id: int) -> None:
    kept(session, guild_id, moderator_id, import_id)
    imports.remove(session, import_id)


def kept(session: Session, guild_id: int, moderator_id: int, import_id: int) -> Import:
    found = imports.get(session, import_id, guild_id, moderator_id)
    if found is None:
        raise restoring.missing(session, import_id, ImportGone())
    return found


get = reads(kept)
