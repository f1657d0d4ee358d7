"""A piece of the text around a story: some lines, their kind, and the fields they give."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.header.field import FieldName


class Kind(StrEnum):
    FIELDS = "fields"
    """Lines such as `Title: Rain`."""
    FACTS = "facts"
    """Several values on one line without names: `Rain - PG - Harbour`."""
    MAIL = "mail"
    """The headers of a mail, or where something was posted, and when."""
    QUOTE = "quote"
    """Lines of somebody else that a reply quotes."""
    TITLE = "title"
    """A title without a label."""
    BYLINE = "byline"
    """`by Ana`."""
    DISCLAIMER = "disclaimer"
    """A sentence about whose the characters are, without a label."""
    REMARK = "remark"
    """A remark of the writer to the readers, without a label."""
    LEAD = "lead"
    """Plain prose; only a header below it says that it is no story."""
    PLAIN = "plain"
    """A line that shows nothing by itself."""
    MARK = "mark"
    """A line that only says that the story starts."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The lines from `start` up to `end`, by their places."""

    start: int
    end: int
    kind: Kind
    fields: tuple[tuple[FieldName, str], ...] = ()
