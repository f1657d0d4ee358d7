"""Discord's limits. Characters are counted in units of UTF-16, by the strictest reading."""

MESSAGE = 2_000
"""Characters of a plain message."""
LAYOUT = 4_000
"""Characters of all texts together in a message of components."""
TEXT_BOX = 4_000
"""Characters that a box of a form takes."""
CUSTOM_ID = 100
"""Characters of the id of a button, a select or a form."""
CHOICES = 25
"""Options of a select, and choices of an autocomplete."""
CHOICE = 100
"""Characters of a choice: of its name, of its value and of its description."""
THREAD_NAME = 100
"""Characters of a thread's name."""
TAG = 20
"""Characters of a forum's tag."""
TAGS_OF_FORUM = 20
TAGS_OF_POST = 5
EVENT_NAME = 100
"""Characters of a scheduled event's name."""
FILES = 10
"""Files of a message."""
FILE = 10_000_000
"""Bytes of a file, on servers without boosts and in private."""
PAGE = 100
"""Messages of a channel, or readers of a reaction, for one request."""
