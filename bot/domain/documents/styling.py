"""What can be said of a page without a parser."""

import re

STYLED = re.compile(r"<(?:style\b|[a-z](?:[^<>]*?\s)?(?:style\s*+=|hidden\b))", re.IGNORECASE)


def is_in(text: str) -> bool:
    """True if styles may hide some of a text. To read it may take long, whatever its length."""
    return STYLED.search(text) is not None
