"""Numbers, dates and the field's own words, as members read them. The command line says the same."""

from datetime import datetime

from bot.domain.field import Field
from bot.domain.rating import Rating


def stamp(moment: datetime) -> str:
    """A moment that Discord shows each reader in their own time zone."""
    return f"<t:{int(moment.timestamp())}:F>"


def countdown(moment: datetime) -> str:
    """How far away a moment is, which Discord keeps up to date."""
    return f"<t:{int(moment.timestamp())}:R>"


def field_text(field: Field) -> str:
    return field.replace("_", " ").capitalize()


def rating_text(rating: Rating) -> str:
    return rating.name.replace("_", " ").lower()
