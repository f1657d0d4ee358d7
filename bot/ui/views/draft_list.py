"""A writer's drafts, page by page."""

from typing import Any

import discord

from bot.domain.header.field import Field
from bot.domain.reading.manuscript import Manuscript
from bot.domain.rounds.draft import Draft
from bot.domain.text import escaping
from bot.domain.text.conventions import Convention
from bot.services.drafting import DRAFTS_A_PAGE, DraftPage
from bot.ui.views import press
from bot.ui.views.layout import Box, notice
from bot.ui.views.press import Press
from bot.ui.wording import terms

LONGEST_NAME = 80
"""Characters of a draft's title, or of its first words."""


def page(shown: DraftPage, convention: Convention) -> discord.ui.LayoutView:
    """A page of a writer's drafts, the newest first, each with a button for its preview."""
    if not shown.drafts:
        return notice("I hold no draft of yours here. `/submit` starts one.")
    number, end = shown.first // DRAFTS_A_PAGE, shown.first + len(shown.drafts)
    container = Box()
    container.add_item(discord.ui.TextDisplay("### Your drafts"))
    for draft in shown.drafts:
        button = Press("draft.open", draft.id, label="Open")
        container.add_item(discord.ui.Section[Any](draft_text(draft, convention), accessory=button))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(container)
    ways = [
        *([Press("draft.page", number - 1, label="Newer")] if number else []),
        *([Press("draft.page", number + 1, label="Older")] if end < shown.every else []),
    ]
    if ways:
        container.add_item(discord.ui.TextDisplay(f"-# {shown.first + 1:,} to {end:,} of {shown.every:,}"))
        view.add_item(press.buttons(*ways))
    return view


def draft_text(draft: Draft, convention: Convention) -> str:
    saved = f"saved {terms.countdown(draft.saved_at)}"
    if draft.is_too_long or not draft.is_at_hand:
        return f"**{escaping.line(draft.text[:200], LONGEST_NAME)}**\n-# {len(draft.text):,} characters, {saved}"
    read = draft.read()
    return f"**{name(draft, read)}**\n-# {terms.words_text(read.counts[convention])}, {saved}"


def name(draft: Draft, manuscript: Manuscript) -> str:
    """A draft's title, or else its first words."""
    return escaping.line(manuscript.header.get(Field.TITLE) or manuscript.story or draft.text, LONGEST_NAME)
