"""Looking up what moderators did."""

from bot.storage import deeds
from bot.storage.database import reads

log = reads(deeds.of_guild)
"""The newest deeds that are sought, the newest first."""
