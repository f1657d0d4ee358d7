"""A piece of the text around a story: some lines, their kind, and the fields they give."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.header.field import Field, FieldName, Other


class Kind(StrEnum):
    FIELDS = "fields"
    """Lines such as `Title: Rain`."""
    FACTS = "facts"
    """Several values on one line without names: `Rain - PG - Harbour`."""
    MAIL = "mail"
    """What programs write around a text: a mail's headers and what it quotes, where it was posted, and when."""
    TITLE = "title"
    """A title or an author without a label."""
    PLAIN = "plain"
    """Lines that show nothing by themselves: a note without a label."""
    MARK = "mark"
    """A line that tells nothing of the story: marks alone, or that it starts."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The lines from `start` up to `end`, by their places."""

    start: int
    end: int
    kind: Kind
    fields: tuple[tuple[FieldName, str], ...] = ()


FIELDS = {field.value: field for field in Field}


def given(match: re.Match[str]) -> Iterator[tuple[FieldName, str]]:
    """What the groups of a pattern give, each called like its field; a `value` is of the field that `name` names."""
    for group, value in match.groupdict().items():
        if value and group != "name":
            yield FIELDS.get(group) or Other((match["name"] if group == "value" else group).capitalize()), value
