"""Long lists, a page at a time."""


def first_on_page(number: int, *, every: int, a_page: int) -> int:
    """The place of a page's first among all, `every` of them. A number past the last page gives the last page."""
    return min(number, max(every - 1, 0) // a_page) * a_page
