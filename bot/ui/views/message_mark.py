"""The marks that a message of ours carries in the ids of its components: what it is for.

They come back in a channel's history and cost no text, and no reader sees them.
"""

from collections.abc import Iterator, Sequence

import discord

from bot.domain.challenges import calendar
from bot.domain.rounds.posted_message import Purpose, Subject
from bot.domain.rounds.round import Round
from bot.services.opening_by_calendar import LostRound
from bot.ui.views.layout import Box

# Discord gives components ids from 1 up. Ours begin far above, so that both are told apart.
PAGE_MARK = 1_000
"""Ids from here on say which page of what a message is."""
PAGES = 10_000
"""More pages than any purpose needs."""
PURPOSES = tuple(Purpose)
MARK = 1_000_000
"""Ids from here on say whose message it is."""
CASE_MARK = 900
"""The id of the first text on a card that asks moderators to decide."""
CHALLENGE_MARK = 1_000_000_000
"""On a card, ids from here on say which challenge opened its round by itself. The text with that id is the prompt."""
OCCURRENCE_MARK = 2_000_000_000
"""On such a card, ids from here on say for which date of the challenge."""


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


def challenge_mark(round_: Round) -> int | None:
    """The mark of the prompt on a round's card; none where nobody's calendar opened the round."""
    return None if round_.occurrence is None else CHALLENGE_MARK + (round_.challenge_id or 0)


def occurrence_mark(round_: Round) -> int | None:
    return None if round_.occurrence is None else OCCURRENCE_MARK + calendar.minute_of(round_.occurrence)


def lost_round_of(message: discord.Message) -> LostRound | None:
    """What a card tells of a round that a challenge opened by itself; None for any other message."""
    texts = {text.id: text.content for text in texts_of(message.components) if text.id is not None}
    challenge = next((id_ for id_ in texts if CHALLENGE_MARK <= id_ < OCCURRENCE_MARK), None)
    occurrence = next((id_ for id_ in texts if id_ >= OCCURRENCE_MARK), None)
    if challenge is None or occurrence is None:
        return None
    return LostRound(challenge - CHALLENGE_MARK, calendar.key_at(occurrence - OCCURRENCE_MARK), texts[challenge])


def texts_of(components: Sequence[discord.Component]) -> Iterator[discord.TextDisplay]:
    for one in components:
        match one:
            case discord.TextDisplay():
                yield one
            case discord.Container():
                yield from texts_of(one.children)
            case _:
                pass
