"""Characters, of which texts that other programs hand over may have halves."""


def whole(text: str) -> str:
    """The text with its halves of characters put together; one that stands alone, which nothing can keep, is marked."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
