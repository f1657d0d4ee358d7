"""The fields of a header, known and free."""

from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    TITLE = "title"
    AUTHOR = "author"
    FANDOM = "fandom"
    PAIRING = "pairing"
    CHARACTERS = "characters"
    RATING = "rating"
    WARNINGS = "warnings"
    SPOILERS = "spoilers"
    DISCLAIMER = "disclaimer"
    WORD_COUNT = "word_count"
    PROMPT = "prompt"
    WRITTEN_FOR = "written_for"
    SUMMARY = "summary"
    NOTES = "notes"
    GENRE = "genre"
    BETA = "beta"
    ARCHIVE = "archive"
    FEEDBACK = "feedback"
    SETTING = "setting"
    CLAIM = "claim"

    @property
    def label(self) -> str:
        """The field's name for people; a header line with it is read as the same field again."""
        return self.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True)
class Other:
    """A field with a name that we do not know, such as `Series`; we show the writer's own name."""

    name: str

    @property
    def value(self) -> str:
        return f"other:{self.name.casefold()}"

    @property
    def label(self) -> str:
        return self.name

    def __str__(self) -> str:
        return self.name


FieldName = Field | Other

CAUTIONS = (Field.WARNINGS, Field.SPOILERS)
"""The fields that readers go by before they open a story."""
