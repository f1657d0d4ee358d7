"""What was last agreed with Discord, so that it is not said twice."""

from bot.storage import agreements
from bot.storage.database import reads, writes

agreed = reads(agreements.get)


agree = writes(agreements.put)


subjects = reads(agreements.beginning)
"""What was agreed that begins with these words."""


forget = writes(agreements.forget)
