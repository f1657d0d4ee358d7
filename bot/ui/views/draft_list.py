"""A writer's drafts, page by page, and what one of them said before."""

from collections.abc import Mapping
from typing import Any

import discord

from bot.domain.entries.draft import Draft
from bot.domain.header.field import Field
from bot.domain.reading.manuscript import Manuscript
from bot.domain.text import escaping
from bot.services.drafting import DRAFTS_A_PAGE, VERSIONS_A_PAGE, DraftPage, VersionPage
from bot.services.submitting import Judgement
from bot.ui.views import press, round_details
from bot.ui.views.layout import LONGEST_NAME, Box, notice, turn_pages
from bot.ui.views.press import Press
from bot.ui.wording import preview_problems, terms

LONGEST_LOOK = 200
"""Characters shown of what a draft said before."""


def page(shown: DraftPage, judged: Mapping[int, Judgement]) -> discord.ui.LayoutView:
    """A page of a writer's drafts, the newest first, each with its ways. One that cannot be read is not judged."""
    back = [Press("draft.discarded", 0, label=f"Discarded ({shown.discarded:,})")] if shown.discarded else []
    if not shown.drafts:
        return notice("I hold no draft of yours here. `/submit` starts one.", *back)
    container = Box()
    container.add_item(discord.ui.TextDisplay("### Your drafts"))
    for draft in shown.drafts:
        container.add_item(discord.ui.TextDisplay(draft_text(draft, judged.get(draft.id))))
        container.add_item(buttons(draft, changed=draft.id in shown.changed))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(container)
    here = range(shown.first, shown.first + len(shown.drafts))
    turn_pages(view, container, "draft.page", here, every=shown.every, a_page=DRAFTS_A_PAGE)
    if back:
        view.add_item(press.buttons(*back))
    return view


def discarded(found: DraftPage) -> discord.ui.LayoutView:
    """A page of what a writer discarded, each with its way back."""
    drafts = Press("draft.page", 0, label="Your drafts")
    if not found.drafts:
        return notice("Nothing that you discarded is here any more.", drafts)
    box = Box()
    box.add_item(discord.ui.TextDisplay("### Your discarded drafts"))
    for draft in found.drafts:
        button = Press("draft.restore", draft.id, label="Bring it back")
        box.add_item(discord.ui.Section[Any](draft_text(draft, None), accessory=button))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(box)
    here = range(found.first, found.first + len(found.drafts))
    turn_pages(view, box, "draft.discarded", here, every=found.every, a_page=DRAFTS_A_PAGE)
    view.add_item(press.buttons(drafts))
    return view


def buttons(draft: Draft, *, changed: bool) -> discord.ui.ActionRow[Any]:
    return press.buttons(
        Press("draft.open", draft.id, label="Open", style=discord.ButtonStyle.primary),
        *([Press("draft.versions", draft.id, label="Earlier versions")] if changed else []),
        Press("draft.discard", draft.id, label="Discard"),
    )


def draft_text(draft: Draft, judgement: Judgement | None) -> str:
    saved = f"saved {terms.countdown(draft.saved_at)}"
    if judgement is None:
        return f"**{escaping.line(draft.text[:200], LONGEST_NAME)}**\n-# {len(draft.text):,} characters, {saved}"
    found = judgement.manuscript
    change = "" if judgement.entry is None else "a change of your entry, "
    words = terms.words_text(found.counts[judgement.convention])
    return f"**{name(draft, found)}**\n-# {change}{words}{for_round(judgement)}, {saved}\n{missing(judgement)}"


def for_round(judgement: Judgement) -> str:
    round_ = judgement.round
    return (
        "" if round_ is None else f" for {terms.title_text(round_details.title(round_, judgement.at, knows_all=False))}"
    )


def missing(judgement: Judgement) -> str:
    """What keeps the draft back: the first of it, and how much more."""
    said = preview_problems.all_of(judgement.verdict.problems)
    if not said:
        return "Ready to hand in." if judgement.entry is None else "Ready to save."
    more = len(said) - 1
    return f"{said[0]} And {terms.number_text(more)} more {terms.plural(more, 'thing')}." if more else said[0]


def versions(found: VersionPage) -> discord.ui.LayoutView:
    """What a draft said before. Whatever is brought back, what it says now is kept, too."""
    draft = found.draft
    if not found.shown:
        return notice("This draft never said anything else.", Press("draft.open", draft.id, label="Open"))
    box = Box()
    box.add_item(discord.ui.TextDisplay("### What this draft said before"))
    for version in found.shown:
        before = version.draft
        said = f"-# saved {terms.countdown(before.saved_at)}\n{escaping.line(before.text, LONGEST_LOOK)}"
        button = Press("draft.bring_back", draft.id, detail=version.number, label="Bring it back")
        box.add_item(discord.ui.Section[Any](said, accessory=button))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(box)
    here = range(found.first, found.first + len(found.shown))
    turn_pages(view, box, "draft.versions", here, every=found.every, a_page=VERSIONS_A_PAGE, of=draft.id)
    view.add_item(press.buttons(Press("draft.open", draft.id, label="Leave it as it is")))
    return view


def name(draft: Draft, manuscript: Manuscript) -> str:
    """A draft's title, or else its first words."""
    return escaping.line(manuscript.header.get(Field.TITLE) or manuscript.story or draft.text, LONGEST_NAME)
