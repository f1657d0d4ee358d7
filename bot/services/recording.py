"""Keeping the ledger: what readers did to reactions, written down in batches."""

from collections.abc import Sequence

from bot.domain.rounds.reaction import Change
from bot.storage import reactions
from bot.storage.database import Database


async def record(db: Database, changes: Sequence[Change]) -> None:
    """Write a batch of changes, in the order in which they happened, as one transaction."""
    async with db.writing() as session:
        await reactions.apply(session, changes)
