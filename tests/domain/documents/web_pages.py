"""What is read of a web page."""

from bot.domain.documents import furniture, web_page_reader


def parts(page: str) -> tuple[str, str]:
    """A page's own text, and what is left out of it."""
    own, _, left_out = web_page_reader.read(page).partition(f"\n\n{furniture.LINE}\n")
    return own, left_out
