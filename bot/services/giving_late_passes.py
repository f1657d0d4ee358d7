"""Late passes: one member gets more time for a round, and is told."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.moderation import deed
from bot.domain.moderation.deed import Did
from bot.domain.problem import RefusedError, RoundCancelled, TooEarlyToExcuse
from bot.domain.rounds.late_pass import LatePass
from bot.domain.rounds.round import Phase, Round
from bot.storage import deeds, entries, late_passes, rounds
from bot.storage.database import reads, recalls, writes
from bot.storage.session import Session


@writes
def give(
    session: Session,
    round_: Round,
    member_id: int,
    length: timedelta,
    *,
    given_by: int,
    now: datetime,
    once_more: bool = False,
) -> LatePass:
    """Give a member this much time: after the close of a round that is open, from now on for one that has closed. With
    `once_more` they can hand in one entry more, however many they have. The same pass twice is one, which is told once.
    """
    match round_.phase(now):
        case Phase.SCHEDULED:
            raise RefusedError(TooEarlyToExcuse(round_.plan.opens_at))
        case Phase.CANCELLED:
            raise RefusedError(RoundCancelled())
        case _:
            pass
    until = max(round_.plan.closes_at, now) + length
    before = late_passes.get(session, round_.id, member_id)
    if before is not None and not length:
        until = before.until
    have = entries.how_many_of_author(session, round_.id, member_id)
    more = max(round_.plan.entries_per_member, have) + 1 if once_more else None
    found = LatePass(round_.id, member_id, until, given_by, more)
    if before is not None and replace(before, given_by=given_by) == found:
        return before
    late_passes.give(session, found)
    entries.touch_of_author(session, round_.id, member_id)
    rounds.touch(session, round_.id)
    request = f"more time {round_.id} {member_id} {now.timestamp()}"
    did = Did.ENTRY_ALLOWED if once_more else Did.TIME_GIVEN
    done = deed.about_round(round_, did, request=request, by=given_by, at=now, member_id=member_id)
    deeds.note(session, done)
    return found


untold = recalls(late_passes.untold)
"""The passes whose members do not know of them yet."""


round_of = reads(rounds.get)


@writes
def note_telling(session: Session, found: LatePass, now: datetime) -> tuple[Round, datetime | None] | None:
    """Note that the member is about to be told. Returns the round, and since when they may know it, if at all; None
    where the pass is no more.
    """
    round_ = rounds.get(session, found.round_id)
    if round_ is None or late_passes.until(session, found.round_id, found.member_id) is None:
        return None
    return round_, late_passes.note_telling(session, found, now)


note_told = writes(late_passes.note_told)
"""Note that the member was told, or cannot be."""
