"""Which rounds' ledgers may have missed something, and what is known of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.round import Round
from bot.storage import messages, reactions, rounds
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Account:
    """A round's ledger as it stands: the messages of each entry, and the reactions counted on each message."""

    round: Round
    messages_by_entry: Mapping[int, tuple[int, ...]]
    counts: Mapping[int, Mapping[str, int]]


async def due(db: Database, since: datetime, now: datetime) -> list[Account]:
    """The rounds to look at: not compared since the session with Discord began, or not since they closed."""
    async with db.reading() as session:
        found = await rounds.unreconciled(session, since, now)
        return [
            Account(
                round=round_,
                messages_by_entry=by_entry(await messages.of_round(session, round_.id)),
                counts=await reactions.counts(session, round_.id),
            )
            for round_ in found
        ]


async def done(db: Database, round_id: int, at: datetime) -> None:
    async with db.writing() as session:
        await rounds.reconciled(session, round_id, at)


def by_entry(rows: list[messages.Message]) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for row in rows:
        if row.entry_id is not None and row.message_id is not None and not row.removed:
            found[row.entry_id] = (*found.get(row.entry_id, ()), row.message_id)
    return found
