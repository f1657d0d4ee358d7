"""Taking stock of channels after a restore: rows newer than the copy are lost, but their messages stand there."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from bot.domain.entries import authorship
from bot.domain.entries.entry import Entry
from bot.domain.moderation.case import Outcome, Question
from bot.domain.rounds.posted_message import Message, Purpose, Spot, Subject
from bot.domain.rounds.restoration import Stocktaking
from bot.domain.rounds.round import Phase, Round
from bot.services import opening_by_calendar, withdrawing
from bot.services.opening_by_calendar import LostRound
from bot.storage import cases, challenge_notices, challenges, entries, messages, rounds, stocktakings
from bot.storage.database import reads, recalls, writes
from bot.storage.session import Session


@dataclass(frozen=True, slots=True)
class FoundMessage:
    """A message of ours that stands in a channel, or in a thread below it."""

    spot: Spot
    subject: Subject

    @property
    def message_id(self) -> int:
        return self.spot.message_id

    lost: LostRound | None = None
    """The round that the message shows, if a challenge's date opened it."""

    @property
    def is_story(self) -> bool:
        return self.subject.purpose is Purpose.ENTRY and self.subject.page == 0


asked = recalls(stocktakings.get_due)
"""The stock that the bot has to take in this channel before it posts there."""


all_asked = recalls(stocktakings.due)


asked_in = reads(stocktakings.asked_in)
"""The channels of a guild for which a look was asked, done or not."""


ask_also = writes(stocktakings.ask_also)
"""Ask for a look at more channels of a guild."""


@reads
def rounds_in(session: Session, channel_id: int) -> list[int]:
    return [round_.id for round_ in rounds.of_channel(session, channel_id)]


standing = reads(messages.standing)
"""The messages that a channel and its threads have as far as the rows know."""


@writes
def show_anew(session: Session, rows: Iterable[Message], there: Collection[int]) -> None:
    """Let these messages show what the rows say. Messages that are gone are sent again."""
    for row in rows:
        if row.message_id is not None and row.message_id in there:
            messages.note_found(session, row.id, Spot(row.channel_id, row.message_id))
        else:
            messages.forget(session, row.id)
        rounds.touch(session, row.round_id)


@writes
def take(
    session: Session, channel_id: int, found: Collection[FoundMessage], unchanged: Collection[int], now: datetime
) -> None:
    """Take over messages that belong to rows, and note those of lost rows. Give back entries that may have been posted
    here since the copy and are gone; `unchanged` rounds posted none. A second call does nothing.
    """
    asked = stocktakings.get_due(session, channel_id)
    if asked is None:
        return
    let_stand(session, found, now)
    anew = open_anew(session, channel_id, found, now)
    found = [belonging_to(anew, each) for each in found]
    taken_over, strangers = take_over(session, channel_id, found, now)
    leave_round_ups(session, anew.values(), now)
    missing = unsent_or_gone(session, channel_id, {each.message_id for each in found}, unchanged)
    for entry in missing:
        withdrawing.give_back(session, entry, now)
    stocktakings.note_taken(
        session,
        channel_id,
        taken_over=taken_over,
        given_back=sorted({authorship.account_of(entry) for entry in missing if authorship.is_known(entry)}),
        stories=[each.spot for each in strangers if each.is_story],
        cards=[each.spot for each in strangers if each.subject.purpose is Purpose.CARD],
        now=now,
    )
    open_what_waited(session, asked, now)


@writes
def note_out_of_reach(session: Session, asked: Stocktaking, now: datetime) -> None:
    """Note that the bot cannot look there for now."""
    stocktakings.note_out_of_reach(session, asked.channel_id)
    open_what_waited(session, asked, now)


def open_what_waited(session: Session, asked: Stocktaking, now: datetime) -> None:
    """Open what is due of challenges that waited for this channel last. What there is to tell of them may be told."""
    for challenge_id in challenges.ready(session, asked.guild_id):
        opening_by_calendar.look_at(session, challenge_id, now)
        challenge_notices.doubt_untold(session, challenge_id, asked.since)


def take_over(
    session: Session, channel_id: int, found: Iterable[FoundMessage], now: datetime
) -> tuple[int, list[FoundMessage]]:
    """Give messages to the rows that they belong to. Returns how many, and those of which no row is left."""
    number, strangers = 0, list[FoundMessage]()
    for each in found:
        row = find_row(session, channel_id, each.subject)
        if row is None:
            strangers.append(each)
        elif takes_place_of(each, row):
            number += 1
            messages.note_found(session, row.id, each.spot)
            rounds.note_missed(session, row.round_id, now)
            rounds.touch(session, row.round_id)
    return number, strangers


def let_stand(session: Session, found: Iterable[FoundMessage], now: datetime) -> None:
    """Let entries stand that wait by the copy and whose posts are here: a moderator said yes to them since."""
    for each in found:
        entry = entries.get_standing(session, each.subject.whose) if each.is_story else None
        if entry is not None and entry.is_held:
            entries.release(session, entry.id)
            case = cases.last_of_entry(session, entry.id, Question.REVIEW)
            if case is not None and case.outcome is None:
                cases.decide(session, case.id, Outcome.APPROVED, by=None, now=now)


def open_anew(session: Session, channel_id: int, found: Collection[FoundMessage], now: datetime) -> dict[int, Round]:
    """Open the lost rounds of challenges anew whose cards stand here, and return them by their lost numbers."""
    anew: dict[int, Round] = {}
    for each in sorted(found, key=lambda each: each.message_id):
        if each.lost is not None and rounds.get(session, each.subject.whose) is None:
            round_ = opening_by_calendar.go_on(session, channel_id, each.lost, now)
            anew |= {} if round_ is None else {each.subject.whose: round_}
    return anew


def belonging_to(anew: Mapping[int, Round], found: FoundMessage) -> FoundMessage:
    """The message as one of the round that was opened anew, if it belonged to the lost one. Messages of entries did
    not.
    """
    subject, round_ = found.subject, anew.get(found.subject.whose)
    if round_ is None or subject.purpose is Purpose.ENTRY or (subject.purpose is Purpose.ROUND_UP and subject.page):
        return found
    return replace(found, subject=replace(subject, whose=round_.id))


def leave_round_ups(session: Session, anew: Iterable[Round], now: datetime) -> None:
    """Leave the round-ups of rounds that are over as they stand: they list stories of which no row is left."""
    for round_ in anew:
        row = messages.by_subject(session, Subject(Purpose.ROUND_UP, round_.id, 0))
        if row is not None and round_.phase(now) is Phase.CLOSED:
            messages.remove(session, row.id, now)


def unsent_or_gone(
    session: Session, channel_id: int, there: Collection[int], unchanged: Collection[int]
) -> list[Entry]:
    """The entries with a message still to be sent, of which no message is there."""
    return [
        entry
        for entry in entries.unsent(session, channel_id)
        if entry.round_id not in unchanged
        and not any(row.message_id in there for row in messages.of_entry(session, entry.id))
    ]


def find_row(session: Session, channel_id: int, subject: Subject) -> Message | None:
    """Find the row of a message in the channel; None where it is lost. A message of a round or an entry that the copy
    knows gets its row here, even one that it should not have any more.
    """
    is_page = subject.purpose is Purpose.ENTRY
    entry = entries.get_standing(session, subject.whose) if is_page else None
    round_ = rounds.get(session, subject.whose if entry is None else entry.round_id)
    if round_ is not None and is_page == (entry is not None):
        messages.want(
            session,
            round_id=round_.id,
            channel_id=round_.channel_id,
            purpose=subject.purpose,
            entry_id=None if entry is None else entry.id,
            page=subject.page,
        )
    row = messages.by_subject(session, subject)
    round_ = None if row is None else rounds.get(session, row.round_id)
    return row if round_ is not None and round_.channel_id == channel_id else None


def takes_place_of(found: FoundMessage, row: Message) -> bool:
    """Whether the row takes this message over: it has none yet, or its round opened again and got another round-up."""
    if row.message_id is None or row.purpose is Purpose.ROUND_UP:
        return not row.removed and row.message_id != found.message_id
    return False


@recalls
def untold(session: Session) -> dict[int, list[Stocktaking]]:
    """The results that moderators do not know yet, by guild."""
    found = stocktakings.untold(session)
    return {guild_id: list(each) for guild_id, each in groupby(found, key=lambda each: each.guild_id)}


@writes
def note_told(session: Session, results: Iterable[Stocktaking], now: datetime) -> None:
    """Note that moderators know how these stand."""
    for each in results:
        stocktakings.note_told(session, each.channel_id, now)
