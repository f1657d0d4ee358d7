"""The mark that a message of ours carries in the ids of its components: what it is for. No reader sees it."""

import discord

from bot.domain.rounds.posted_message import Purpose, Subject
from bot.ui.views.layout import Box

# Discord gives components ids from 1 up. Ours begin far above, so that both are told apart.
PAGE_MARK = 1_000
"""Ids from here on say which page of what a message is."""
PAGES = 10_000
"""More pages than any purpose needs."""
PURPOSES = tuple(Purpose)
MARK = 1_000_000
"""Ids from here on say whose message it is."""


def marked(subject: Subject, text: str, colour: int) -> Box:
    """The top of a message, with its mark."""
    top = Box(accent_colour=colour, id=MARK + subject.whose)
    place = PAGES * PURPOSES.index(subject.purpose) + subject.page
    top.add_item(discord.ui.TextDisplay(text, id=PAGE_MARK + place))
    return top


def subject_of(message: discord.Message) -> Subject | None:
    """The subject of one of our messages; None if it belongs to no round."""
    match message.components:
        case [discord.Container(id=int(whose), children=[discord.TextDisplay(id=int(place)), *_]), *_] if (
            whose > MARK and place >= PAGE_MARK
        ):
            purpose, page = divmod(place - PAGE_MARK, PAGES)
            return Subject(PURPOSES[purpose], whose - MARK, page)
        case _:
            return None
