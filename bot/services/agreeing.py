"""The last agreement with Discord on each subject, so that the bot says nothing twice."""

from bot.storage import agreements
from bot.storage.database import reads, writes

agreed = reads(agreements.get)


agree = writes(agreements.put)


subjects = reads(agreements.beginning)
"""The agreed subjects that begin with these words."""


forget = writes(agreements.forget)
