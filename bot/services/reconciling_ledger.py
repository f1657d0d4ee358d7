"""Rounds whose ledger may have missed something, and what the ledger holds of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.rounds.posted_message import Message, Spot
from bot.domain.rounds.round import Round
from bot.storage import messages, reactions, rounds
from bot.storage.database import Database, Due, reads, recalls_due, writes
from bot.storage.session import Session


@dataclass(frozen=True, slots=True)
class Account:
    """A round to compare with Discord, and where the messages of each of its entries stand."""

    round: Round
    spots_by_entry: Mapping[int, tuple[Spot, ...]]

    @property
    def spots(self) -> list[Spot]:
        return [spot for spots in self.spots_by_entry.values() for spot in spots]


@recalls_due
def due(session: Session, now: datetime, since: datetime) -> Due[list[Account]]:
    """The rounds not compared since the session with Discord began, or not since they closed; and the next date at
    which one may be.
    """
    found = [
        Account(
            round=round_,
            spots_by_entry=by_entry(messages.of_round(session, round_.id)),
        )
        for round_ in rounds.unreconciled(session, since, now)
    ]
    return found, rounds.next_due(session, now)


@reads
def behind(session: Session, guild_id: int, since: datetime | None, now: datetime) -> list[Round]:
    """A guild's rounds that are still to be compared. None while the bot does not hear Discord, and so cannot know."""
    if since is None:
        return []
    return [round_ for round_ in rounds.unreconciled(session, since, now) if round_.guild_id == guild_id]


@reads
def counts(session: Session, round_ids: Iterable[int]) -> dict[int, dict[str, int]]:
    """How many reactions the ledger holds, by message and emoji."""
    found = [reactions.counts(session, round_id) for round_id in round_ids]
    return {message_id: by_emoji for each in found for message_id, by_emoji in each.items()}


@writes
def note_compared(session: Session, account: Account, at: datetime, now: datetime) -> bool:
    """Note that the ledger was what Discord showed at this moment, and is written by now. True if this was the first
    time after a close: the round-up can tell the hearts now.
    """
    round_id = account.round.id
    rounds.note_reconciled(session, round_id, at)
    is_first = rounds.count_for_round_up(session, round_id, at, now)
    if is_first:
        rounds.touch(session, round_id)
    return is_first


async def note_unheard(db: Database, guild_id: int, in_channel: Callable[[int], bool], at: datetime) -> None:
    """Note that the bot does not hear what goes on in these channels of a guild."""
    unheard = [round_ for round_ in await db.recall(rounds.of_guild, guild_id) if in_channel(round_.channel_id)]
    if unheard:
        await db.write(note_missed_in, unheard, at)


def note_missed_in(session: Session, unheard: list[Round], at: datetime) -> None:
    for round_ in unheard:
        rounds.note_missed(session, round_.id, at)


def by_entry(rows: list[Message]) -> dict[int, tuple[Spot, ...]]:
    found: dict[int, tuple[Spot, ...]] = {}
    for row in rows:
        if row.entry_id is not None and row.spot is not None and not row.removed:
            found[row.entry_id] = (*found.get(row.entry_id, ()), row.spot)
    return found
