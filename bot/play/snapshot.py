"""The state of the play and the ledger, as JSON for our page."""

from collections.abc import Iterable, Iterator
from typing import Any

from simcord.backend.models import Message
from simcord.components import walk_components

from bot.domain.entries import authorship
from bot.domain.entries.entry import Entry
from bot.domain.rounds.reaction import FEEDBACK
from bot.domain.text import markup
from bot.play import patches, world
from bot.play.simulation import Simulation
from bot.play.world import World
from bot.services.auditing_ledger import Book

EMOJI = (FEEDBACK, "🎉", "😂", "😢", "🔥")
"""Reactions that our page offers."""

LABEL = 48
"""Characters of a message, enough to tell it from others."""


def state(simulation: Simulation) -> dict[str, Any]:
    here = simulation.window.place
    return {
        "now": simulation.env.now().isoformat(),
        "preview": simulation.window.url,
        "online": simulation.online,
        "place": next(key for key, place in simulation.world.places.items() if place.channel.id == here.channel.id),
        "places": [{"key": key, "name": place.name} for key, place in simulation.world.places.items()],
        "people": [
            {"key": str(person.id), "name": world.name(person), "menu": patches.menu_commands(person, here.channel)}
            for person in here.people
        ],
        "messages": [described(simulation.world, message) for message in simulation.messages(here)],
        "emoji": EMOJI,
    }


def described(world_: World, message: Message) -> dict[str, Any]:
    return {
        "key": str(message.id),
        "name": f"{world_.name_of(message.author_id)}: {opening(message)}",
        "reactions": {each.emoji: [str(user_id) for user_id in each.user_ids] for each in message.reactions},
    }


def opening(message: Message) -> str:
    """The first words of a message, without markup."""
    found = (line.strip() for text in texts(message) for line in markup.plain(text).splitlines())
    line = next((line for line in found if line), "a file" if message.attachments else "…")
    return line if len(line) <= LABEL else f"{line[:LABEL].rstrip()} …"


def texts(message: Message) -> Iterator[str]:
    yield message.content
    for component in walk_components(message.components):
        yield str(component.get("content") or "")


# -- the ledger -----------------------------------------------------------------------------------


def ledger(simulation: Simulation, books: Iterable[Book]) -> list[dict[str, Any]]:
    """The rounds with their entries, and each entry with the reactions in the ledger."""
    now = simulation.env.now()
    return [
        {
            "title": book.round.plan.title,
            "phase": book.round.phase(now).value,
            "hearts": book.hearts.total,
            "entries": [entered(simulation.world, book, entry) for entry in book.entries],
        }
        for book in books
    ]


def entered(world_: World, book: Book, entry: Entry) -> dict[str, Any]:
    return {
        "title": entry.title,
        "writer": world_.name_of(authorship.shown_writer(entry).id),
        "hearts": book.hearts.of(entry.id),
        "lines": [
            {"reader": world_.name_of(line.reader_id), "emoji": line.emoji, "kind": line.kind.value}
            for line in book.lines
            if line.entry_id == entry.id
        ],
    }
