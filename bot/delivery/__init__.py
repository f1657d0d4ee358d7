"""The bot's own requests to Discord: posting, editing, looking up, reconciling.

Discord's answers and events come from outside. Rows come through services.
"""
