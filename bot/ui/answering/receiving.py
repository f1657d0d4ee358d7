"""Members' files and pictures, fetched, and their drafts, understood."""

import contextlib
from collections.abc import Iterable
from typing import Any

import discord

from bot.client import NOT_REACHED, Interaction, custom_id_of, guild_of
from bot.domain.documents import file
from bot.domain.entries.draft import Draft
from bot.domain.problem import FileEmpty, FileNotFetched, RefusedError
from bot.domain.prompts import image_file
from bot.domain.prompts.image_file import Image
from bot.intake import loading, understanding
from bot.intake.loading import Loaded
from bot.services import drafting
from bot.ui.answering import private


def attempt(interaction: Interaction, text: str, message_id: int | None = None) -> drafting.Attempt:
    """The text that a member handed over, as drafts keep it. `message_id` is the message in which it stands, and which
    is one story however often it comes.
    """
    return drafting.Attempt(
        interaction_id=interaction.id,
        guild_id=guild_of(interaction).id,
        author_id=interaction.user.id,
        at=interaction.created_at,
        text=text,
        form=custom_id_of(interaction) if interaction.type is discord.InteractionType.modal_submit else None,
        message_id=message_id,
    )


async def download(interaction: discord.Interaction[Any], upload: discord.Attachment) -> Loaded:
    """The file, read. A file that is refused by its name or size is never fetched."""
    file.check(upload.filename, upload.size)
    await private.think(interaction)
    loaded = await loading.read(upload.filename, await whole(upload), interaction.user.id)
    if not loaded.text.strip():
        raise RefusedError(FileEmpty(upload.filename))
    return loaded


async def understand(interaction: discord.Interaction[Any], draft: Draft) -> None:
    """Understand a draft. Ask Discord for more time first if that may take a while."""
    if not draft.is_at_hand and not interaction.response.is_done():
        await private.think(interaction)
    await understanding.of(draft)


async def understand_if_possible(interaction: discord.Interaction[Any], drafts: Iterable[Draft]) -> None:
    """Understand drafts for a list. The list shows the first words of a draft that cannot be read in time."""
    for draft in drafts:
        with contextlib.suppress(RefusedError):
            await understand(interaction, draft)


async def picture(upload: discord.Attachment) -> Image:
    image_file.check(upload.filename, upload.content_type, upload.size)
    data = await fetch(upload)
    return Image(image_file.plain_name(upload.filename, data), data)


async def whole(upload: discord.Attachment) -> bytes:
    """The file as its member sent it. What has another size is a network's login page, say, that came in its place."""
    data = await fetch(upload)
    if len(data) != upload.size:
        raise RefusedError(FileNotFetched(upload.filename))
    return data


async def fetch(upload: discord.Attachment) -> bytes:
    try:
        return await upload.read()
    except NOT_REACHED:
        raise RefusedError(FileNotFetched(upload.filename)) from None
