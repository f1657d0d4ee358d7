"""Drafts that nobody has touched for long: they go once their writers have them as files."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from bot.domain.entries.draft import Draft
from bot.domain.rounds.settings import Customs
from bot.services import drafting
from bot.storage import drafts
from bot.storage.database import reads, writes
from bot.storage.session import Session


@dataclass(frozen=True, slots=True)
class Batch:
    """Drafts of one writer on one server that go together."""

    drafts: tuple[Draft, ...]
    since: datetime | None = None
    """Since when their writer may have them."""

    @property
    def guild_id(self) -> int:
        return self.drafts[0].guild_id

    @property
    def author_id(self) -> int:
        return self.drafts[0].author_id


@reads
def due(session: Session, now: datetime) -> list[Batch]:
    """The next of each writer's drafts to go, as many as Discord takes files with a message."""
    found = drafts.untouched(session, now, Customs().drafts_kept)
    grouped = (list(each) for _, each in groupby(found, key=lambda draft: (draft.guild_id, draft.author_id)))
    return [batch_of(session, each) for each in grouped]


def batch_of(session: Session, found: list[Draft]) -> Batch:
    """The first draft, and those with which it may have been handed over. If it was not, others that were not."""
    since = drafts.going_since(session, found[0].id)
    same = [draft for draft in found if drafts.going_since(session, draft.id) == since]
    return Batch(tuple(same[: drafting.MOST_AT_A_TIME]), since)


@writes
def note_telling(session: Session, batch: Batch, now: datetime) -> None:
    """Note that their writer is about to get them."""
    for draft in batch.drafts if batch.since is None else ():
        drafts.note_going(session, draft.id, now)


@writes
def note_done(session: Session, batch: Batch, now: datetime, *, heard: bool) -> None:
    """Let go of the drafts that their writer has now. If the writer could not be reached, they stay as long again. A
    draft that changed meanwhile stays.
    """
    for draft in batch.drafts:
        if drafts.get_held(session, draft.id) == draft:
            (drafts.discard if heard else drafts.spare)(session, draft.id, now)
