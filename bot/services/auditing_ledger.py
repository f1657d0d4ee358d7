"""The ledger laid open, line by line, for somebody who wants to look."""

from dataclasses import dataclass

from bot.domain.entries.entry import Entry
from bot.domain.rounds.reaction import Hearts, Reaction
from bot.domain.rounds.round import Round
from bot.storage import entries, reactions, rounds
from bot.storage.database import reads
from bot.storage.session import Session


@dataclass(frozen=True, slots=True)
class Book:
    """A round's lines in the ledger, and the hearts counted from them."""

    round: Round
    entries: list[Entry]
    lines: list[Reaction]
    hearts: Hearts


@reads
def books(session: Session, guild_id: int) -> list[Book]:
    """The books of all the guild's rounds, the last to close first."""
    return [
        Book(
            round=round_,
            entries=entries.of_round(session, round_.id),
            lines=reactions.of_round(session, round_.id),
            hearts=reactions.hearts(session, round_.id),
        )
        for round_ in rounds.of_guild(session, guild_id)
    ]
