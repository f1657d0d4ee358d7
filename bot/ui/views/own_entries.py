"""What a writer handed in: all of it page by page, one entry with its ways, and what that says and said."""

import io
from typing import Any

import discord

from bot.domain.entries.entry import Entry, EntryState, EntryVersion
from bot.domain.moderation.case import LONGEST_REASON
from bot.domain.moderation.deed import Did
from bot.domain.reading import manuscript
from bot.domain.text import escaping
from bot.services import paging
from bot.services.looking_back import A_PAGE, OwnEntries, OwnEntry
from bot.ui.views import press, reading_report
from bot.ui.views.layout import LONGEST_NAME, Box, notice, turn_pages
from bot.ui.views.press import Press
from bot.ui.wording import terms

DID_NOT_APPEAR = "{Who} did not let it appear in {round}."
DEALT = {
    Did.CHANGES_ASKED: "{Who} asked for a change before it appears in {round}.",
    Did.ENTRY_REFUSED: DID_NOT_APPEAR,
    Did.SPAM_REFUSED: DID_NOT_APPEAR,
    Did.ENTRY_REMOVED: "{Who} removed it from {round}.",
}
"""Where an entry stands that stands no more, after what moderators did."""
CHANGE_DEALT = {
    Did.CHANGES_ASKED: "{Who} would like something else in your change of it.",
    Did.ENTRY_REFUSED: "{Who} did not take your change of it.",
    Did.SPAM_REFUSED: "{Who} did not take your change of it.",
}
"""The same of an entry that stands as before."""
SHORT_REASON = 200
"""Characters of a reason in a list."""
VERSIONS_A_PAGE = 8
AS_FILE = "entry.txt"


def page(found: OwnEntries) -> discord.ui.LayoutView:
    """A page of a writer's entries, the newest first, each with a button for all there is to know and do."""
    if not found.shown:
        return notice("You have handed in nothing here yet. `/submit` hands in a story.")
    box = Box()
    box.add_item(discord.ui.TextDisplay("### Your entries"))
    for own in found.shown:
        button = Press("entry.open", own.entry.id, label="Open")
        box.add_item(discord.ui.Section[Any](f"**{linked(own)}**\n{facts(own, SHORT_REASON)}", accessory=button))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(box)
    here = range(found.first, found.first + len(found.shown))
    turn_pages(view, box, "entry.page", here, every=found.every, a_page=A_PAGE)
    return view


def details(own: OwnEntry, *, can_change: bool, can_go: bool, note: str = "") -> discord.ui.LayoutView:
    """One entry: where it stands, and what its writer can do with it."""
    entry = own.entry
    ways = [
        *([Press("entry.edit", entry.id, label="Edit", style=discord.ButtonStyle.primary)] if can_change else []),
        *([Press("draft.open", own.draft_id, label="Open the draft")] if own.draft_id is not None else []),
        Press("entry.whole", entry.id, label="Read"),
        *([Press("entry.versions", entry.id, label="What it said before")] if own.versions else []),
        *([Press("entry.ask", entry.id, label="Take it back")] if can_go else []),
    ]
    story = f"-# {escaping.literal(reading_report.excerpt(entry.story))}"
    top = f"{note}\n" if note else ""
    return notice(f"{top}### {linked(own)}\n{facts(own, LONGEST_REASON)}\n{story}", *ways)


def history(entry: Entry, versions: list[EntryVersion], number: int) -> discord.ui.LayoutView:
    """A page of what an entry said before, the newest first. A number past the last page gives the last page."""
    if not versions:
        return notice(f"**{name(entry)}** is as you handed it in: it was never changed.")
    first = paging.first_on_page(number, every=len(versions), a_page=VERSIONS_A_PAGE)
    shown = versions[::-1][first : first + VERSIONS_A_PAGE]
    box = Box()
    box.add_item(discord.ui.TextDisplay(f"### {name(entry)}: what it said before"))
    for version in shown:
        before = version.entry
        said = f"**{name(before)}** · {terms.words_text(before.words)} · from {terms.stamp(version.stood_from)}"
        button = Press("entry.version", entry.id, detail=version.number, label="Read")
        text = f"{said}\n-# {escaping.literal(reading_report.excerpt(before.story))}"
        box.add_item(discord.ui.Section[Any](text, accessory=button))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(box)
    here = range(first, first + len(shown))
    turn_pages(view, box, "entry.versions", here, every=len(versions), a_page=VERSIONS_A_PAGE, of=entry.id)
    return view


def whole(entry: Entry) -> tuple[discord.ui.LayoutView, discord.File]:
    """All that an entry says, wherever it stands by now: the draft that it became may be changed or discarded."""
    return as_file(f"Here is all of **{name(entry)}**.", entry, Press("entry.open", entry.id, label="Back"))


def version(entry: Entry, found: EntryVersion) -> tuple[discord.ui.LayoutView, discord.File]:
    said = (
        f"**{name(found.entry)}**, as it stood from {terms.stamp(found.stood_from)} on. To have it so again, paste it"
        " into `/entry edit`."
    )
    return as_file(said, found.entry, Press("entry.versions", entry.id, label="Back"))


def as_file(said: str, entry: Entry, back: Press) -> tuple[discord.ui.LayoutView, discord.File]:
    """An entry as a file, from which it can be pasted again."""
    view = notice(said)
    view.add_item(discord.ui.File(f"attachment://{AS_FILE}"))
    view.add_item(press.buttons(back))
    return view, discord.File(io.BytesIO(manuscript.render(entry.manuscript).encode()), AS_FILE)


def name(entry: Entry) -> str:
    return escaping.line(entry.known_as, LONGEST_NAME)


def linked(own: OwnEntry) -> str:
    """Its title, which leads to its post."""
    if own.spot is None:
        return name(own.entry)
    return escaping.link(own.entry.known_as, LONGEST_NAME, terms.address(own.round.guild_id, own.spot))


def facts(own: OwnEntry, room: int) -> str:
    """`room` is how many characters of moderators' words there is room for."""
    entry = own.entry
    hearts = f"{own.hearts:,} {terms.plural(own.hearts, 'heart')}"
    edited = [] if entry.edited_at is None else [f"edited {terms.countdown(entry.edited_at)}"]
    waits = ["a change waits until the moderators have read it"] if entry.change_waits else []
    late = ["late"] if entry.is_late else []
    counted = [
        terms.words_text(entry.words),
        *([hearts] if entry.state is EntryState.STANDS and not entry.is_held else []),
    ]
    handed_in = f"handed in {terms.countdown(entry.handed_in_at)}"
    figures = f"-# {' · '.join([*counted, handed_in, *edited, *waits, *late])}"
    return "\n".join([standing(own), *said_by_moderators(own, room), figures])


def said_by_moderators(own: OwnEntry, room: int) -> list[str]:
    """Their words about an entry that is gone, or about a change that did not count."""
    dealt, state = own.dealt, own.entry.state
    if dealt is None:
        return []
    why = [escaping.quotation(dealt.reason, room)] if dealt.reason else []
    if state is EntryState.STANDS and own.change_id is not None and dealt.what in CHANGE_DEALT:
        return [CHANGE_DEALT[dealt.what].format(Who=who(own)), *why]
    return why if state is EntryState.REMOVED and own.again is None and dealt.what in DEALT else []


def standing(own: OwnEntry) -> str:
    """Where the entry stands."""
    title = terms.title_text(own.round.plan.title)
    match own.entry.state:
        case EntryState.WITHDRAWN:
            return f"You took it back from {title}."
        case EntryState.REMOVED:
            return removed(own, title)
        case EntryState.STANDS if own.entry.is_held:
            return f"in {title}; it waits until the moderators have read it"
        case EntryState.STANDS if own.spot is not None:
            return f"in {title}"
        case EntryState.STANDS if own.round.paused:
            return f"in {title}; its post waits until moderators have put something right there"
        case EntryState.STANDS:
            return f"in {title}; its post is on the way"


def removed(own: OwnEntry, title: str) -> str:
    if own.again is not None:
        return f"Its text is another entry by now, in {terms.title_text(own.again.plan.title)}."
    if own.dealt is not None and own.dealt.what in DEALT:
        return DEALT[own.dealt.what].format(Who=who(own), round=title)
    if own.entry.is_held:
        return f"{title} was called off before the moderators read it."
    return f"Its post in {title} was deleted."


def who(own: OwnEntry) -> str:
    return terms.first_up(terms.moderators(own.dealt_by))
