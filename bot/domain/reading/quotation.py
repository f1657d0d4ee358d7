"""A story that its writer set as a quotation, with its header or below it: there, a line's `>` tells nothing."""

import re
from collections.abc import Sequence

from bot.domain.reading import mail_head

MARK = re.compile(r">(?:>>)?(?:[ \t]|$)")


def unmarked(text: str) -> str:
    """The text with as many lines, and without the marks of a quotation that ends it and is most of it."""
    lines = text.rstrip().split("\n")
    start = quoted_from(lines)
    if len("".join(lines[start:])) <= len("".join(lines[:start])) or is_answered(lines[:start]):
        return text
    bare = (*lines[:start], *(MARK.sub("", each) for each in lines[start:]))
    return "\n".join(bare) + text[len(text.rstrip()) :]


def quoted_from(lines: Sequence[str]) -> int:
    """The first of the quoted lines with which a text ends."""
    return next((place + 1 for place in reversed(range(len(lines))) if MARK.match(lines[place]) is None), 0)


def is_answered(above: Sequence[str]) -> bool:
    """True if a mail says above a quotation whose words these are."""
    last = next((each.strip() for each in reversed(above) if each.strip()), "")
    return len(last) <= mail_head.LONGEST and mail_head.WROTE.fullmatch(last) is not None
