"""The round-up: links to all entries of a closed round."""

from collections.abc import Mapping

import discord

from bot.domain.rounds import authorship
from bot.domain.rounds.entry import Entry
from bot.domain.rounds.message import Message, Purpose, Subject
from bot.domain.text import escaping, limits, measuring
from bot.services.publishing import Page, Scene
from bot.ui.views import round_card
from bot.ui.views.colour import ACCENT
from bot.ui.views.mark import marked
from bot.ui.wording import terms

ROOM_FOR_TITLE = 300
"""Characters of a round-up for the round's title, escaped at its worst, and the words around it."""
LONGEST_NAME = 80
"""Characters of an entry's title in the round-up."""
ROOM_FOR_LINK = 110
"""Characters for a message's address, and for the marks and the number around an entry's name."""


def page(scene: Scene, subject: Subject, rows: Mapping[Page, Message]) -> discord.ui.LayoutView:
    view = discord.ui.LayoutView(timeout=None)
    places = pages(scene)[subject.page]
    lines = [f"{place}. {link(scene, entry, rows)} {by_line(entry)}" for place, entry in places]
    title = [f"## {round_card.full_title(scene.round.plan)}: the round-up"] if subject.page == 0 else []
    first, *rest = [*title, "\n".join(lines) or "No entries this time."]
    container = marked(subject, first, ACCENT)
    for text in rest:
        container.add_item(discord.ui.TextDisplay(text))
    view.add_item(container)
    return view


def pages(scene: Scene) -> list[list[tuple[int, Entry]]]:
    """The entries with their places, page by page. Each page has room for the longest possible links."""
    found: list[list[tuple[int, Entry]]] = [[]]
    room = limits.LAYOUT - ROOM_FOR_TITLE
    for place, entry in enumerate(scene.entries, 1):
        line = (
            ROOM_FOR_LINK + measuring.units(escaping.name(entry.title, LONGEST_NAME)) + measuring.units(by_line(entry))
        )
        if line > room:
            found.append([])
            room = limits.LAYOUT - ROOM_FOR_TITLE
        found[-1].append((place, entry))
        room -= line
    return found


def by_line(entry: Entry) -> str:
    return f"by <@{authorship.told(entry)}>, {terms.words_text(entry.words)}"


def link(scene: Scene, entry: Entry, rows: Mapping[Page, Message]) -> str:
    row = rows.get(Page(Purpose.ENTRY, entry, 0))
    if row is None or row.message_id is None:
        return escaping.name(entry.title, LONGEST_NAME)
    address = terms.address(scene.round.guild_id, row.channel_id, row.message_id)
    return escaping.link(entry.title, LONGEST_NAME, address)
