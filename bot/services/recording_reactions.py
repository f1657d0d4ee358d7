"""Writing what readers did to reactions into the ledger, in batches."""

from bot.storage import reactions
from bot.storage.database import writes

record = writes(reactions.apply)
"""Write a batch of changes, in the order in which they happened, as one transaction."""
