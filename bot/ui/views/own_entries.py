"""What a writer handed in: all of it page by page, one entry with its ways, and what that said before."""

import io
from typing import Any

import discord

from bot.domain.moderation.case import Outcome
from bot.domain.reading import manuscript
from bot.domain.rounds.entry import Entry, EntryState, EntryVersion
from bot.domain.text import escaping
from bot.services.looking_back import A_PAGE, OwnEntries, OwnEntry
from bot.ui.views import press, reading_report
from bot.ui.views.layout import Box, notice
from bot.ui.views.press import Press
from bot.ui.wording import terms

LONGEST_NAME = 80
DID_NOT_APPEAR = "The moderators did not let it appear in {round}."
REVIEWED: dict[Outcome | None, str] = {
    Outcome.CHANGES: "The moderators asked for a change before it appears in {round}.",
    Outcome.REFUSED: DID_NOT_APPEAR,
    Outcome.SPAM: DID_NOT_APPEAR,
}
"""Where an entry stands that did not appear, after moderators read it."""
VERSIONS_SHOWN = 8
"""Earlier versions that a message has room for."""
VERSION = "earlier-version.txt"


def page(found: OwnEntries) -> discord.ui.LayoutView:
    """A page of a writer's entries, the newest first, each with a button for all there is to know and do."""
    if not found.shown:
        return notice("You have handed in nothing here yet. `/submit` hands in a story.")
    number, end = found.first // A_PAGE, found.first + len(found.shown)
    box = Box()
    box.add_item(discord.ui.TextDisplay("### Your entries"))
    for own in found.shown:
        button = Press("entry.open", own.entry.id, label="Open")
        box.add_item(discord.ui.Section[Any](f"**{name(own.entry)}**\n{facts(own)}", accessory=button))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(box)
    ways = [
        *([Press("entry.page", number - 1, label="Newer")] if number else []),
        *([Press("entry.page", number + 1, label="Older")] if end < found.every else []),
    ]
    if ways:
        box.add_item(discord.ui.TextDisplay(f"-# {found.first + 1:,} to {end:,} of {found.every:,}"))
        view.add_item(press.buttons(*ways))
    return view


def details(own: OwnEntry, *, can_change: bool, can_go: bool) -> discord.ui.LayoutView:
    """One entry: where it stands, and what its writer can do with it."""
    entry = own.entry
    ways = [
        *([Press("entry.edit", entry.id, label="Edit", style=discord.ButtonStyle.primary)] if can_change else []),
        *([Press("draft.open", own.draft_id, label="Open the draft")] if own.draft_id is not None else []),
        *([Press("entry.versions", entry.id, label="What it said before")] if own.versions else []),
        *([Press("entry.ask", entry.id, label="Take it back")] if can_go else []),
    ]
    story = f"-# {escaping.literal(reading_report.excerpt(entry.story))}"
    return notice(f"### {name(entry)}\n{facts(own)}\n{story}", *ways)


def history(entry: Entry, versions: list[EntryVersion]) -> discord.ui.LayoutView:
    """What an entry said before, the newest first."""
    if not versions:
        return notice(f"**{name(entry)}** is as you handed it in: it was never changed.")
    box = Box()
    box.add_item(discord.ui.TextDisplay(f"### {name(entry)}: what it said before"))
    for version in reversed(versions[-VERSIONS_SHOWN:]):
        before = version.entry
        said = f"**{name(before)}** · {terms.words_text(before.words)} · from {terms.stamp(version.stood_from)}"
        button = Press("entry.version", entry.id, detail=version.number, label="Read")
        text = f"{said}\n-# {escaping.literal(reading_report.excerpt(before.story))}"
        box.add_item(discord.ui.Section[Any](text, accessory=button))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(box)
    return view


def version(entry: Entry, found: EntryVersion) -> tuple[discord.ui.LayoutView, discord.File]:
    """An earlier version as a file, from which it can be pasted again."""
    view = notice(
        f"**{name(found.entry)}**, as it stood from {terms.stamp(found.stood_from)} on. To have it so again, paste it"
        " into `/entry edit`.",
    )
    view.add_item(discord.ui.File(f"attachment://{VERSION}"))
    view.add_item(press.buttons(Press("entry.versions", entry.id, label="Back")))
    return view, discord.File(io.BytesIO(manuscript.render(found.entry.manuscript).encode()), VERSION)


def name(entry: Entry) -> str:
    return escaping.line(entry.title, LONGEST_NAME)


def facts(own: OwnEntry) -> str:
    entry = own.entry
    hearts = f"{own.hearts:,} {terms.plural(own.hearts, 'heart')}"
    edited = [] if entry.edited_at is None else [f"edited {terms.countdown(entry.edited_at)}"]
    waits = ["a change waits until the moderators have read it"] if entry.change_waits else []
    late = ["late"] if entry.is_late else []
    counted = [terms.words_text(entry.words), *([hearts] if entry.state is EntryState.STANDS else [])]
    handed_in = f"handed in {terms.countdown(entry.handed_in_at)}"
    return f"{standing(own)}\n-# {' · '.join([*counted, handed_in, *edited, *waits, *late])}"


def standing(own: OwnEntry) -> str:
    """Where the entry stands."""
    title = own.round.plan.title
    match own.entry.state:
        case EntryState.WITHDRAWN:
            return f"You took it back from {terms.title_text(title)}."
        case EntryState.REMOVED:
            return removed(own)
        case EntryState.STANDS if own.entry.is_held:
            return f"in {terms.title_text(title)}; it waits until the moderators have read it"
        case EntryState.STANDS if own.spot is not None:
            return f"in {escaping.link(title, LONGEST_NAME, terms.address(own.round.guild_id, own.spot))}"
        case EntryState.STANDS if own.round.paused:
            return f"in {terms.title_text(title)}; its post waits until moderators have put something right there"
        case EntryState.STANDS:
            return f"in {terms.title_text(title)}; its post is on the way"


def removed(own: OwnEntry) -> str:
    if own.again is not None:
        return f"Its text is another entry by now, in {terms.title_text(own.again.plan.title)}."
    title = terms.title_text(own.round.plan.title)
    return REVIEWED.get(own.review, "It was removed from {round}.").format(round=title)
