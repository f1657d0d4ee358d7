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
    """What programs write around a text: a mail's headers and what it quotes, where it was posted, and when."""
    TITLE = "title"
    """A title without a label."""
    BYLINE = "byline"
    """`by Ana`."""
    REMARK = "remark"
    """A disclaimer, or a remark of the writer to the readers, without a label."""
    PLAIN = "plain"
    """A line that shows nothing by itself."""
    MARK = "mark"
    """A line that tells nothing of the story: marks alone, or that it starts."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The lines from `start` up to `end`, by their places."""

    start: int
    end: int
    kind: Kind
    fields: tuple[tuple[FieldName, str], ...] = ()
