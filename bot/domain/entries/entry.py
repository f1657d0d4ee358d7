"""An entry: a manuscript admitted to a round."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Self

from bot.domain.entries.draft import Draft
from bot.domain.header.header import Field, Header
from bot.domain.reading.manuscript import Manuscript
from bot.domain.rounds.posted_message import Spot
from bot.domain.rounds.round import Round
from bot.domain.text import glyph
from bot.domain.text.conventions import Convention, Counts


class EntryState(StrEnum):
    """Where an entry stands."""

    STANDS = "stands"
    WITHDRAWN = "withdrawn"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Entry:
    id: int
    round_id: int
    writer_id: int
    """See `authorship`, which knows who may be told."""
    draft_id: int
    header: Header
    story: str
    counts: Counts = field(hash=False)
    convention: Convention
    """The convention of its round."""
    handed_in_at: datetime
    revision: int
    """A number that goes up with every change that readers can see."""
    with_title: bool = False
    """True if its round counts the title's words as well."""
    is_late: bool = False
    is_held: bool = False
    """True while it waits for a moderator, on show nowhere."""
    change_waits: bool = False
    """True while a change of it waits for a moderator, and it stands as before."""
    writer_name: str | None = None
    """The name under which the server knew the writer when they handed in; None where none is kept."""
    edited_at: datetime | None = None
    """When it was last changed; None while it is as it was handed in."""
    state: EntryState = EntryState.STANDS

    @property
    def manuscript(self) -> Manuscript:
        return Manuscript(self.header, self.story)

    @property
    def title(self) -> str:
        return title_of(self.header)

    @property
    def known_as(self) -> str:
        return known_as(self.header, self.story)

    @property
    def words(self) -> int:
        counts = self.counts + self.header.title_words if self.with_title else self.counts
        return counts[self.convention]

    @property
    def mark(self) -> int:
        """A number that is another after each change by its writer."""
        return 0 if self.edited_at is None else int(self.edited_at.timestamp() * 1_000)

    def saying(self, draft_id: int, said: Manuscript) -> Self:
        """The entry as a change would have it that came as this draft."""
        return replace(self, draft_id=draft_id, header=said.header, story=said.story, counts=said.counts)


@dataclass(frozen=True, slots=True)
class EntryVersion:
    """What an entry said before a change."""

    number: int
    """From 1 on."""
    entry: Entry
    """The entry as it was."""
    stood_from: datetime


@dataclass(frozen=True, slots=True)
class Credit:
    """An entry as a list names it, without its story."""

    title: str
    writer_id: int
    """See `authorship`, which knows who may be told."""
    writer_name: str | None
    spot: Spot | None
    """Where its first page stands; None where it does not."""


def known_as(header: Header, story: str) -> str:
    """What an entry's writer knows it by: its title, or else its first words, since many have no title."""
    given = header.get(Field.TITLE) or ""
    return given if glyph.is_seen(given) else story


def title_of(header: Header) -> str:
    given = header.get(Field.TITLE) or ""
    return given if glyph.is_seen(given) else "Untitled"


def to_be(draft: Draft, manuscript: Manuscript, round_: Round, at: datetime) -> Entry:
    """The entry that a draft would become in a round, before it has a number."""
    return Entry(
        id=0,
        round_id=round_.id,
        writer_id=draft.author_id,
        draft_id=draft.id,
        header=manuscript.header,
        story=manuscript.story,
        counts=manuscript.counts,
        convention=round_.plan.convention,
        handed_in_at=at,
        revision=0,
        with_title=round_.plan.title_counts,
    )
