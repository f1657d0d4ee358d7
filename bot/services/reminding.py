"""Reminding members in private before a round closes, if they asked for it: once, and as long as it helps."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.problem import NotUnderstood, RefusedError, TooLateToRemind
from bot.domain.rounds import private_reminder
from bot.domain.rounds.private_reminder import PrivateReminder
from bot.domain.rounds.round import Round
from bot.services import finding
from bot.services.finding import Standing
from bot.storage import entries, private_reminders, rounds
from bot.storage.database import Due, recalls, recalls_due, writes
from bot.storage.session import Session


@dataclass(frozen=True, slots=True)
class Telling:
    """A reminder that a member is to be told now."""

    standing: Standing
    since: datetime | None
    """Since when they may know it, if at all."""


@writes
def press(session: Session, round_: Round, member_id: int, now: datetime) -> PrivateReminder:
    """The button on the card: ask for a reminder, or for none any more. A double click is one."""
    found = private_reminders.get(session, round_.id, member_id)
    if found is not None and found.is_same_press(now):
        return found
    if found is not None and found.at is not None:
        private_reminders.drop(session, round_.id, member_id, now)
        return kept(session, round_.id, member_id)
    return note_wish(session, round_, member_id, None, now)


@writes
def ask(
    session: Session, round_: Round, member_id: int, now: datetime, *, lead: timedelta | None = None
) -> PrivateReminder:
    """Ask for a reminder so long before the close; None: whatever is usual."""
    return note_wish(session, round_, member_id, lead, now)


@writes
def drop(session: Session, round_: Round, member_id: int, now: datetime) -> PrivateReminder:
    """Ask for no reminder any more. The button for this stands under a reminder alone."""
    private_reminders.drop(session, round_.id, member_id, now)
    return kept(session, round_.id, member_id)


def note_wish(
    session: Session, round_: Round, member_id: int, lead: timedelta | None, now: datetime
) -> PrivateReminder:
    refusal = round_.refusal(now)
    if refusal is not None:
        raise RefusedError(refusal)
    chosen = lead or private_reminder.usual(round_.plan, now)
    if chosen is None or round_.plan.closes_at - chosen <= now:
        raise RefusedError(TooLateToRemind(round_.plan.closes_at))
    at = round_.plan.closes_at - chosen
    private_reminders.ask(session, round_.id, member_id, lead=chosen, at=at, now=now)
    return kept(session, round_.id, member_id)


def kept(session: Session, round_id: int, member_id: int) -> PrivateReminder:
    found = private_reminders.get(session, round_id, member_id)
    if found is None:
        raise RefusedError(NotUnderstood())
    return found


of_member = recalls(private_reminders.get)


@recalls_due
def due(session: Session, now: datetime) -> Due[list[PrivateReminder]]:
    """The reminders whose moment has come, the oldest promise first, and the moment of the next."""
    return private_reminders.due(session, now), private_reminders.next_due(session, now)


@writes
def note_telling(session: Session, found: PrivateReminder, now: datetime) -> Telling | None:
    """Note that the member is about to be told. None where the reminder is not due any more, or would not help them:
    the round is not open, or they have handed in as many entries as it takes.
    """
    round_, still = rounds.get(session, found.round_id), private_reminders.get(session, found.round_id, found.member_id)
    if round_ is None or still is None or still.at is None or still.at > now:
        return None
    written = entries.how_many_of_author(session, round_.id, found.member_id)
    if not private_reminder.is_wanted(round_, written, now):
        private_reminders.note_done(session, found, unheard=found.unheard)
        return None
    since = private_reminders.note_telling(session, found, now)
    return Telling(finding.standing_of(session, round_), since)


note_done = writes(private_reminders.note_done)
"""Note that the member was told, or takes no private message."""
