"""The round-up: links to all entries of a closed round."""

from collections.abc import Mapping

import discord

from bot.domain.entries import authorship
from bot.domain.entries.entry import Entry
from bot.domain.rounds.posted_message import Message, Purpose, Subject
from bot.domain.text import escaping, limits, message_length
from bot.services.publishing import Page, Scene
from bot.ui.views import round_card
from bot.ui.views.colour import ACCENT
from bot.ui.views.layout import LONGEST_NAME
from bot.ui.views.message_mark import marked
from bot.ui.wording import terms

ROOM_FOR_TITLE = 300
"""Characters for the round's title, escaped at its worst, and the words around it."""
ROOM_FOR_THANKS = 280
"""Characters below the last entry."""
ROOM_FOR_HEARTS = 16
"""Characters that a page keeps free for each entry's hearts, so that no entry moves once they are counted."""
LONGEST_FACT = 40
"""Characters of an entry's fandom, its pairing and its rating, each."""
ROOM_FOR_LINK = 110
"""Characters for a message's address, and for the marks and the number around an entry's name."""
THANKS = "Thank you for writing, for reading, and for every heart."
CLOSED_THREADS = "-# A closed thread takes no hearts until somebody writes in it, which opens it again."


def page(scene: Scene, subject: Subject, rows: Mapping[Page, Message]) -> discord.ui.LayoutView:
    view = discord.ui.LayoutView(timeout=None)
    places = pages(scene)
    is_last = subject.page == len(places) - 1
    lines = [f"{place}. {link(scene, entry, rows)} {facts(scene, entry)}" for place, entry in places[subject.page]]
    title = [f"## {round_card.full_title(scene.round.plan)}: the round-up"] if subject.page == 0 else []
    first, *rest = [*title, "\n".join(lines) or "No entries this time.", *(thanks(scene) if is_last else [])]
    container = marked(subject, first, ACCENT)
    for text in rest:
        container.add_item(discord.ui.TextDisplay(text))
    view.add_item(container)
    return view


def pages(scene: Scene) -> list[list[tuple[int, Entry]]]:
    """The entries with their places, page by page. A page has room for the longest possible links, and for thanks."""
    found: list[list[tuple[int, Entry]]] = [[]]
    whole = limits.LAYOUT - ROOM_FOR_TITLE - ROOM_FOR_THANKS
    room = whole
    for place, entry in enumerate(scene.entries, 1):
        name, told = escaping.name(entry.title, LONGEST_NAME), facts(scene, entry)
        line = ROOM_FOR_LINK + ROOM_FOR_HEARTS + message_length.units(name) + message_length.units(told)
        if line > room:
            found.append([])
            room = whole
        found[-1].append((place, entry))
        room -= line
    return found


def facts(scene: Scene, entry: Entry) -> str:
    usual = terms.in_one_line(entry.header, entry.words, LONGEST_FACT)
    return f"by {terms.writer(authorship.shown_writer(entry))} · {usual}{terms.badge(entry)}{hearts_text(scene, entry)}"


def hearts_text(scene: Scene, entry: Entry) -> str:
    """The hearts once they are counted; nothing says less than a zero would."""
    hearts = scene.hearts.of(entry.id)
    return "" if scene.round.hearts_at is None or not hearts else f" · ♥\N{NO-BREAK SPACE}{hearts:,}"


def thanks(scene: Scene) -> list[str]:
    """A thank-you, and the moment for which the hearts are right."""
    if not scene.entries:
        return []
    counted = scene.round.hearts_at
    said = "I am counting the hearts."
    if counted is not None:
        said = f"Hearts as of {terms.stamp(counted)}; later ones count too, `/round show` has them."
    return ["\n".join([THANKS, f"-# {said}", *([CLOSED_THREADS] if stories_are_in_threads(scene) else [])])]


def stories_are_in_threads(scene: Scene) -> bool:
    """True if its stories stand in threads or posts, which are closed with the round-up."""
    return any(row.entry_id is not None and row.channel_id != scene.round.channel_id for row in scene.messages)


def link(scene: Scene, entry: Entry, rows: Mapping[Page, Message]) -> str:
    row = rows.get(Page(Purpose.ENTRY, entry, 0))
    if row is None or row.spot is None:
        return escaping.name(entry.title, LONGEST_NAME)
    address = terms.address(scene.round.guild_id, row.spot)
    return escaping.link(entry.title, LONGEST_NAME, address)
