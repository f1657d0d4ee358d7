"""Keeping the ledger: what readers did to reactions, written down in batches."""

from bot.storage import reactions
from bot.storage.database import writes

record = writes(reactions.apply)
"""Write a batch of changes, in the order in which they happened, as one transaction."""
