"""Discord's limits. Characters are counted in units of UTF-16, by the strictest reading."""

MESSAGE = 2_000
"""Characters of a plain message."""
LAYOUT = 4_000
"""Characters of a message that is made of components: all its texts together."""
TEXT_BOX = 4_000
"""Characters that a form's box takes."""
CUSTOM_ID = 100
"""Characters of what a button, a select or a form is known by."""
CHOICES = 25
"""Options of a select, and choices that are offered as one types."""
CHOICE = 100
"""Characters of one of them: of its name, its value and its description."""
PAGE = 100
"""Messages of a channel, or readers of a reaction, for one request."""
