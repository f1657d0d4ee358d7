"""The masterlist of a challenge: one message, or as many as it takes, with all its rounds and links."""

import discord

from bot.domain.challenges.challenge import Challenge
from bot.domain.challenges.masterlist import ListedRound, Masterlist
from bot.domain.rounds.forum_tag import Labels
from bot.domain.rounds.round import Phase
from bot.domain.text import escaping, limits, message_length
from bot.ui.views import colour
from bot.ui.views.layout import LONGEST_NAME, Box
from bot.ui.views.message_mark import MARK, PAGE_MARK
from bot.ui.wording import terms

ROOM_FOR_HEADING = 200
"""Characters for the challenge's name, escaped at its worst, and the words around it."""
ROOM_FOR_LINE = 170
"""Characters that a round takes besides its title: a link, its number, and whatever becomes of it."""

# The ids of two components say whose page it is. A round's message has its two the other way round.


def pages(masterlist: Masterlist) -> list[discord.ui.LayoutView]:
    """The messages; none while no round has opened. A round stays on its page, whatever becomes of it."""
    return [
        page(masterlist.challenge, number, rounds) for number, rounds in enumerate(parted(masterlist.rounds)) if rounds
    ]


def post_name(challenge: Challenge) -> str:
    """The name of the post that a list is in a forum."""
    return f"{escaping.plain(challenge.name, limits.THREAD_NAME - 20)}: all rounds"


def labels(challenge: Challenge) -> Labels:
    """The tags of that post."""
    return Labels((challenge.name,), ())


def parted(rounds: tuple[ListedRound, ...]) -> list[list[ListedRound]]:
    found: list[list[ListedRound]] = [[]]
    room = whole = limits.LAYOUT - ROOM_FOR_HEADING
    for each in rounds:
        needs = ROOM_FOR_LINE + message_length.units(escaping.name(each.title, LONGEST_NAME) + about(each))
        if needs > room:
            found.append([])
            room = whole
        found[-1].append(each)
        room -= needs
    return found


def page(challenge: Challenge, number: int, rounds: list[ListedRound]) -> discord.ui.LayoutView:
    heading = f"## {escaping.line(challenge.name, LONGEST_NAME)}: {'more' if number else 'all'} rounds"
    text = "\n".join([heading, *(line(challenge.guild_id, each) for each in rounds)])
    view = discord.ui.LayoutView(timeout=None)
    top = Box(accent_colour=colour.ACCENT, id=PAGE_MARK + number)
    top.add_item(discord.ui.TextDisplay(text, id=MARK + challenge.id))
    view.add_item(top)
    return view


def line(guild_id: int, listed: ListedRound) -> str:
    if listed.card is None:
        name = escaping.name(listed.title, LONGEST_NAME)
    else:
        name = escaping.link(listed.title, LONGEST_NAME, terms.address(guild_id, listed.card))
    return f"- {name}{about(listed)} · {state(listed)}"


def about(listed: ListedRound) -> str:
    return f" · {escaping.name(listed.about, LONGEST_NAME)}" if listed.about else ""


def state(listed: ListedRound) -> str:
    match listed.phase:
        case Phase.CANCELLED:
            return "called off"
        case Phase.CLOSED:
            number = f"{listed.entries:,} {terms.plural(listed.entries, 'entry', 'entries')}"
            return f"closed {terms.stamp(listed.closes_at)} · {number}"
        case _:
            return f"open until {terms.stamp(listed.closes_at)}"


def is_page(message: discord.Message, challenge_id: int, number: int) -> bool:
    """Whether the message is this page of this challenge's list."""
    match message.components:
        case [discord.Container(id=int(page_mark), children=[discord.TextDisplay(id=int(mark)), *_]), *_]:
            return page_mark == PAGE_MARK + number and mark == MARK + challenge_id
        case _:
            return False
