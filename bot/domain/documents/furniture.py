"""What a site puts around its pages. It goes along below a page's own text, so that writers see what is left out."""

LINE = "[left out of the page]"
"""Our own line above it."""

MOST_LETTERS = 1_500
"""Letters of it that go along; of a longer one, the first."""


def below(text: str, furniture: str) -> str:
    """The text with the furniture under it."""
    return f"{text}\n\n{LINE}\n{cut(furniture)}" if furniture else text


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
