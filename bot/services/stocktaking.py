"""Going on with a copy of the database: rows that came after it are lost, and what they stand for is in channels."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from bot.domain.problem import Lost, Problem, RefusedError
from bot.domain.rounds.message import Message, Purpose, Subject
from bot.domain.rounds.restoration import Stocktaking
from bot.storage import generations, messages, rounds, stocktakings
from bot.storage.database import Session, reads, writes


@dataclass(frozen=True, slots=True)
class FoundMessage:
    """A message of ours that stands in a channel."""

    message_id: int
    subject: Subject

    @property
    def is_story(self) -> bool:
        return self.subject.purpose is Purpose.ENTRY and self.subject.page == 0


@writes
def begin(session: Session, now: datetime) -> None:
    """Where the database is a copy on which no bot has run yet: let its rows have numbers that no lost row had, and its
    channels be looked at. What is shown of rounds that were not over may be what a lost row said, so it is shown anew.
    """
    if not generations.is_copy(session):
        return
    known_until = generations.begin(session, now)
    if known_until is not None:
        stocktakings.ask(session, known_until)
    rounds.touch_unfinished(session)
    messages.doubt_shown(session)


asked = reads(stocktakings.get_due)
"""The stock that is to be taken in this channel before anything is posted there."""


all_asked = reads(stocktakings.due)


@reads
def rounds_in(session: Session, channel_id: int) -> list[int]:
    return [round_.id for round_ in rounds.of_channel(session, channel_id)]


shown_of_rounds = reads(messages.shown_of_rounds)
"""Messages of rounds that were over, by the copy; what lost rows said may have changed them all the same."""


@writes
def show_anew(session: Session, rows: Iterable[Message], there: Collection[int]) -> None:
    """Let these messages show what is known, and be sent again where they are not there any more."""
    for row in rows:
        if row.message_id is not None and row.message_id in there:
            messages.found(session, row.id, row.message_id)
        else:
            messages.forget(session, row.id)
        rounds.touch(session, row.round_id)


@writes
def take(session: Session, channel_id: int, found: Iterable[FoundMessage], now: datetime) -> None:
    """Take over the messages that are the database's own, and note which belong to lost rows; once."""
    if stocktakings.get_due(session, channel_id) is None:
        return
    strangers: list[FoundMessage] = []
    taken_over = 0
    for each in found:
        row = row_of(session, channel_id, each.subject)
        if row is None:
            strangers.append(each)
        elif takes_place_of(each, row):
            taken_over += 1
            messages.found(session, row.id, each.message_id)
            rounds.missed(session, row.round_id, now)
            rounds.touch(session, row.round_id)
    stocktakings.taken(
        session,
        channel_id,
        taken_over=taken_over,
        stories=[each.message_id for each in strangers if each.is_story],
        cards=[each.message_id for each in strangers if each.subject.purpose is Purpose.CARD],
        now=now,
    )


def row_of(session: Session, channel_id: int, subject: Subject) -> Message | None:
    """The row of what stands in a channel, which is made where only its round is known; None: it was lost."""
    if subject.purpose is not Purpose.ENTRY:
        round_ = rounds.get(session, subject.whose)
        if round_ is not None:
            messages.want(
                session,
                round_id=round_.id,
                channel_id=round_.channel_id,
                purpose=subject.purpose,
                entry_id=None,
                page=subject.page,
            )
    row = messages.by_subject(session, subject)
    return None if row is None or row.channel_id != channel_id else row


def takes_place_of(found: FoundMessage, row: Message) -> bool:
    """A round that was opened again has another round-up in the place of its first one; nothing else comes again."""
    if row.message_id is None or row.purpose is Purpose.ROUND_UP:
        return not row.removed and row.message_id != found.message_id
    return False


@reads
def untold(session: Session) -> dict[int, list[Stocktaking]]:
    """What moderators have not been told, by guild."""
    found = stocktakings.untold(session)
    return {guild_id: list(each) for guild_id, each in groupby(found, key=lambda each: each.guild_id)}


copy = reads(generations.newest)
"""The one that the database went on from."""


def missing(session: Session, number: int, otherwise: Problem) -> RefusedError:
    """What to say of a row that is not there and whose number stands on something of ours, which may be older than what
    the database knows.
    """
    copy = generations.first_without(session, number) if number > 0 else None
    return RefusedError(otherwise if copy is None else Lost(copy.known_until))


@writes
def told(session: Session, taken: Iterable[Stocktaking], now: datetime) -> None:
    for each in taken:
        stocktakings.told(session, each.channel_id, now)
