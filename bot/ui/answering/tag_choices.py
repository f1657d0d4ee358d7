"""Choices of tags while they are typed, from what the server's stories had before."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from bot.client import Interaction
from bot.domain.tags import tag_index
from bot.domain.tags.tag import TagKind
from bot.domain.tags.tag_index import UsedTag
from bot.domain.text import escaping, limits
from bot.services import naming_tags
from bot.ui.answering import permission
from bot.ui.answering.round_choices import Choices, choice

Complete = Callable[[Interaction, str], Coroutine[Any, Any, Choices]]


def of(kind: TagKind) -> Complete:
    """Choices for a header's field, from stories that the member may read. Of several with commas between, the last is
    completed.
    """

    async def complete(interaction: Interaction, typed: str) -> Choices:
        before, comma, last = typed.rpartition(",")
        rounds = await permission.rounds_in_sight(interaction)
        found = await offered(interaction, kind, last, frozenset(round_.channel_id for round_ in rounds))
        values = (f"{before}{comma}{' ' if comma else ''}{each.name}" for each in found)
        return [choice(value, value) for value in values if len(value) <= limits.CHOICE]

    return complete


OF_HEADER: dict[str, Complete] = {
    "fandom": of(TagKind.FANDOM),
    "pairing": of(TagKind.PAIRING),
    "characters": of(TagKind.CHARACTER),
}
"""By the options that begin a header."""


async def to_name(interaction: Interaction, typed: str) -> Choices:
    """Tags of the chosen kind, for moderators."""
    if not await permission.moderates_server(interaction):
        return []
    kind = getattr(interaction.namespace, "kind", None)
    if kind not in [str(each) for each in tag_index.KINDS]:
        return []
    found = await offered(interaction, TagKind(kind), typed)
    return [choice(counted(each), each.name if len(each.name) <= limits.CHOICE else each.reference) for each in found]


def counted(tag: UsedTag) -> str:
    """A tag with its number of stories, where there is room for that."""
    stories = f" ({tag.stories:,})"
    return f"{escaping.plain(tag.name, limits.CHOICE - len(stories))}{stories}"


async def offered(
    interaction: Interaction, kind: TagKind, typed: str, channels: frozenset[int] | None = None
) -> list[UsedTag]:
    every = await naming_tags.listed(interaction.client.database, interaction.guild_id or 0, channels)
    own = [each for each in every if each.kind is kind]
    return await asyncio.to_thread(tag_index.offered, own, typed, limits.CHOICES)
