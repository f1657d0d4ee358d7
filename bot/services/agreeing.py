"""The last agreement with Discord on each subject, so that the bot says nothing twice."""

from bot.storage import agreements
from bot.storage.database import reads, writes

agreed = reads(agreements.beginning)
"""What was agreed on each subject that begins with these words."""


agree = writes(agreements.put)


forget = writes(agreements.forget)
