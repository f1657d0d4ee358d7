"""What the bot does at Discord on its own account: posting, editing, looking up, reconciling.

From outside come Discord's answers and events; rows are reached through services.
"""
