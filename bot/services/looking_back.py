"""What a writer handed in, wherever it stands by now, and what it said before they changed it."""

from dataclasses import dataclass

from bot.domain.entries import authorship
from bot.domain.entries.entry import Entry, EntryState, EntryVersion
from bot.domain.moderation.deed import WHERE_IT_STANDS, LastDeed
from bot.domain.problem import EntryUnknown, RefusedError
from bot.domain.rounds.posted_message import Purpose, Spot, Subject
from bot.domain.rounds.round import Round
from bot.services import finding, paging
from bot.storage import deeds, drafts, entries, entry_versions, guilds, messages, reactions
from bot.storage.database import reads
from bot.storage.session import Session

A_PAGE = 5
"""Entries that are shown at a time."""
MOST_NAMED = 200
"""The newest of a writer's entries, which can be named."""


@dataclass(frozen=True, slots=True)
class OwnEntry:
    entry: Entry
    round: Round
    dealt: LastDeed | None
    """What moderators last did that says where it stands."""
    dealt_by: int | None
    """Who did that, where the server wants them named, now and when it was done."""
    change_id: int | None
    """The draft that is to change it, begun and not saved."""
    spot: Spot | None
    """Where its first page stands."""
    hearts: int
    versions: int
    """How often it was changed."""
    again: Round | None
    """The round where its text is another entry by now."""
    draft_id: int | None
    """The draft that its text is again, where it does not stand any more and was not handed in once more."""


@dataclass(frozen=True, slots=True)
class OwnEntries:
    """A page of a writer's entries, the newest first."""

    shown: tuple[OwnEntry, ...]
    first: int
    """The first entry's place among all of the writer's."""
    every: int


@reads
def page(session: Session, guild_id: int, author_id: int, number: int) -> OwnEntries:
    """A page of a writer's entries. A number past the last page gives the last page."""
    every = entries.how_many_ever_of_author(session, guild_id, author_id)
    first = paging.first_on_page(number, every=every, a_page=A_PAGE)
    found = entries.ever_of_author(session, guild_id, author_id, first=first, most=A_PAGE)
    return OwnEntries(tuple(seen_by_writer(session, each) for each in found), first, every)


@reads
def named(session: Session, guild_id: int, author_id: int) -> list[tuple[Entry, Round]]:
    """A writer's newest entries, wherever they stand, each with its round."""
    found = entries.ever_of_author(session, guild_id, author_id, first=0, most=MOST_NAMED)
    return [(each, finding.round_of(session, each)) for each in found]


@reads
def one(session: Session, entry_id: int, author_id: int) -> OwnEntry:
    """A writer's own entry, wherever it stands."""
    return seen_by_writer(session, own(session, entry_id, author_id))


@reads
def history(session: Session, entry_id: int, author_id: int) -> tuple[Entry, list[EntryVersion]]:
    """An entry, and what it said before, the oldest first."""
    entry = own(session, entry_id, author_id)
    return entry, entry_versions.of_entry(session, entry)


def own(session: Session, entry_id: int, author_id: int) -> Entry:
    entry = entries.get(session, entry_id)
    if entry is None or not authorship.is_by(entry, author_id):
        raise RefusedError(EntryUnknown())
    return entry


def seen_by_writer(session: Session, entry: Entry) -> OwnEntry:
    row = messages.by_subject(session, Subject(Purpose.ENTRY, entry.id, 0))
    change = drafts.changing(session, entry.id)
    again = None if entry.state is EntryState.STANDS else drafts.of_entry(session, entry.id)
    later = None if again is None else entries.of_draft(session, again.id)
    dealt, round_ = deeds.last_about(session, entry.id, WHERE_IT_STANDS), finding.round_of(session, entry)
    named = dealt is not None and guilds.customs(session, round_.guild_id).names_moderators
    return OwnEntry(
        entry=entry,
        round=round_,
        dealt=dealt,
        dealt_by=dealt.named_id if dealt is not None and named else None,
        change_id=None if change is None else change.id,
        spot=None if row is None or row.removed or entry.state is not EntryState.STANDS else row.spot,
        hearts=reactions.hearts_of(session, entry.id),
        versions=entry_versions.how_many(session, entry.id),
        again=None if later is None else finding.round_of(session, later),
        draft_id=None if again is None or drafts.get_held(session, again.id) is None else again.id,
    )
