"""Whose entries wait for a moderator's yes, as a server or a challenge wants it."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Review(StrEnum):
    AT_ONCE = "at once"
    NEWCOMERS = "newcomers"
    EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True)
class Screening:
    review: Review = Review.AT_ONCE
    """Whose entries wait; those with words on the list do in any case."""
    new_account: timedelta = timedelta(weeks=1)
    """A newcomer's account is younger than this; zero: it may be of any age."""
    new_member: timedelta = timedelta(weeks=1)
    """Or a newcomer has been a member for less than this; zero: for any time."""
    first_entry: bool = True
    """Or it is their first entry on the server."""
    words: tuple[str, ...] = ()
    """Words and phrases that let an entry wait, whoever wrote it."""


NOBODY_WAITS = Screening()
"""As it is on a server that settled nothing."""
