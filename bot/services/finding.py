"""Looking up rounds and entries for members."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.entries import authorship
from bot.domain.entries.entry import Credit, Entry
from bot.domain.problem import (
    EntryUnknown,
    NoRounds,
    NotYours,
    PostWithoutStory,
    RefusedError,
    RoundUnknown,
    StoryGone,
)
from bot.domain.rounds.late_pass import LatePass
from bot.domain.rounds.posted_message import Purpose, Spot, Subject
from bot.domain.rounds.round import Phase, Round
from bot.services import restoring
from bot.storage import entries, images, late_passes, messages, reactions, rounds
from bot.storage.database import reads, recalls
from bot.storage.session import Session


@dataclass(frozen=True, slots=True)
class Standing:
    """A round with its figures."""

    round: Round
    entries: int
    card: Spot | None
    """Where the message stands that shows the round; None before it is posted and after it was removed."""


@dataclass(frozen=True, slots=True)
class Posted:
    """An entry that stands in its channel, and the message where it begins."""

    entry: Entry
    guild_id: int
    spot: Spot

    @property
    def channel_id(self) -> int:
        return self.spot.channel_id


all_rounds = recalls(rounds.of_guild)
"""The guild's rounds, the last to close first."""


open_rounds = reads(rounds.all_open)


@reads
def one_round(session: Session, guild_id: int, round_id: int) -> Round:
    found = rounds.get(session, round_id)
    if found is None:
        raise restoring.missing(session, round_id, RoundUnknown(str(round_id)))
    if found.guild_id != guild_id:
        raise RefusedError(RoundUnknown(str(round_id)))
    return found


def standing_of(session: Session, round_: Round) -> Standing:
    return Standing(round_, *rounds.figures(session, round_.id))


standing = recalls(standing_of)

MOST_CREDITS = 30
"""More entries than a message has room to name."""


@dataclass(frozen=True, slots=True, eq=False)
class Contents(Standing):
    """A round with its entries, as a list names them, the place where its round-up begins, and its late passes. It
    equals itself alone, so that a view made of it can be kept without comparing entries.
    """

    credits: tuple[Credit, ...]
    round_up: Spot | None
    late_passes: tuple[LatePass, ...]


@recalls
def contents(session: Session, round_: Round) -> Contents:
    row = messages.by_subject(session, Subject(Purpose.ROUND_UP, round_.id, 0))
    round_up = None if row is None or row.removed else row.spot
    credited = entries.credits_of(session, round_.id, MOST_CREDITS)
    passes = late_passes.of_round(session, round_.id)
    return Contents(round_, *rounds.figures(session, round_.id), credited, round_up, passes)


hearts = recalls(reactions.hearts)
"""A round's hearts. They are counted anew after each batch of them, so only who shows them asks."""


@recalls
def standings(session: Session, found: tuple[Round, ...]) -> tuple[Standing, ...]:
    return tuple(standing_of(session, round_) for round_ in found)


@reads
def own_entries(session: Session, guild_id: int, author_id: int, now: datetime) -> list[tuple[Entry, Round]]:
    """The entries that their writer can still take back, the newest first."""
    return [
        (entry, round_)
        for entry, round_ in in_taking_rounds(session, guild_id, author_id, now)
        if round_.withdrawal_refusal(entry.handed_in_at, now, late_passes.until(session, round_.id, author_id)) is None
    ]


def in_taking_rounds(session: Session, guild_id: int, author_id: int, now: datetime) -> list[tuple[Entry, Round]]:
    """The writer's entries in rounds that still take something of theirs, the newest first."""
    taking = {round_.id: round_ for round_ in rounds.taking(session, guild_id, author_id, now)}
    return [
        (entry, taking[entry.round_id])
        for entry in entries.of_author(session, guild_id, author_id)
        if entry.round_id in taking
    ]


def own_entry(session: Session, entry_id: int, author_id: int) -> tuple[Entry, Round]:
    """The writer's own entry, which stands, and its round."""
    entry = entries.get_standing(session, entry_id)
    if entry is None:
        raise RefusedError(EntryUnknown())
    if not authorship.is_by(entry, author_id):
        raise RefusedError(NotYours())
    return entry, round_of(session, entry)


def round_of(session: Session, entry: Entry) -> Round:
    found = rounds.get(session, entry.round_id)
    if found is None:
        raise RefusedError(EntryUnknown())
    return found


@reads
def how_many_own_entries(session: Session, guild_id: int, author_id: int, now: datetime) -> int:
    """Number of entries that their writer can still take back."""
    by_round = entries.how_many_of_author_by_round(session, guild_id, author_id)
    return sum(by_round.get(round_.id, 0) for round_ in rounds.all_open(session, guild_id, now))


@reads
def entry_on(session: Session, message_id: int) -> Entry | None:
    """The entry that this message shows, whole or in part; None where the message is not ours.

    Raises RefusedError where the message is ours and shows no story.
    """
    row = messages.by_message(session, message_id)
    entry = None if row is None or row.entry_id is None else entries.get_standing(session, row.entry_id)
    if row is not None and entry is None:
        raise RefusedError(PostWithoutStory())
    return entry


@reads
def posted(session: Session, guild_id: int, entry_id: int) -> Posted:
    """The server's entry with this number. Raises RefusedError where it does not stand in its channel."""
    if entries.get(session, entry_id) is None:
        raise restoring.missing(session, entry_id, StoryGone())
    entry = entries.get_standing(session, entry_id)
    row = messages.by_subject(session, Subject(Purpose.ENTRY, entry_id, 0))
    if entry is None or row is None or row.spot is None:
        raise RefusedError(StoryGone())
    round_ = rounds.get(session, entry.round_id)
    if round_ is None or round_.guild_id != guild_id:
        raise RefusedError(StoryGone())
    return Posted(entry, guild_id, row.spot)


image = reads(images.get)


def last_opened(found: list[Round], nearby: Sequence[int]) -> Round:
    """The round that opened last, in the nearest channel with any, or of all."""
    return max(in_nearest_channel(found, nearby), key=lambda round_: round_.plan.opens_at)


def in_nearest_channel(found: list[Round], nearby: Sequence[int]) -> list[Round]:
    """Those of the nearest channel that has any, or all. Raises RefusedError where there are none."""
    for channel_id in nearby:
        if there := [round_ for round_ in found if round_.channel_id == channel_id]:
            return there
    if not found:
        raise RefusedError(NoRounds())
    return found


def open_at(found: list[Round], now: datetime) -> list[Round]:
    """The rounds that take entries, the first to close first. `found` has the last to close first."""
    return [round_ for round_ in reversed(found) if round_.phase(now) is Phase.OPEN]


def changeable(found: list[Round], now: datetime) -> list[Round]:
    """The rounds that a moderator can still change."""
    return [round_ for round_ in found if round_.phase(now) in (Phase.SCHEDULED, Phase.OPEN)]


def extendable(found: list[Round], now: datetime) -> list[Round]:
    """The rounds that a moderator who names none may want to extend; closed ones only where there is no other."""
    return changeable(found, now) or [round_ for round_ in found if round_.phase(now) is Phase.CLOSED]
