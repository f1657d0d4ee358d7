"""Halves of characters, which texts from other programs may have."""


def whole(text: str) -> str:
    """The text with its halves of characters put together; a single half, which no text can keep, becomes a mark."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
