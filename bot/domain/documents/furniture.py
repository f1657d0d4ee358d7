"""What stands around a text without belonging to it: what a site puts around its pages, and footnotes. It goes along
below the text, so that writers see what is left out.
"""

LINE = "[left out of the story]"
"""Our own line above it."""

MOST_LETTERS = 1_500
"""Letters of a site's own that go along; of a longer one, the first."""


def below(text: str, left_out: str) -> str:
    """The text with what is left out under it."""
    return f"{text}\n\n{LINE}\n{left_out}" if left_out else text


def cut(furniture: str) -> str:
    if len(furniture) <= MOST_LETTERS:
        return furniture
    shown = furniture[:MOST_LETTERS].rpartition(" ")[0]
    return f"{shown} … and {len(furniture[len(shown) :].split()):,} words more"


def without(text: str) -> str:
    """The text alone."""
    own, line, _ = f"\n{text}".partition(f"\n{LINE}\n")
    return own.removeprefix("\n").rstrip("\n") if line else text


def unmarked(text: str) -> str:
    """The text without our line, as when its writer took back what was left out."""
    return text.replace(f"\n{LINE}\n", "\n")
