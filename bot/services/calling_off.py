"""What waits for moderators while its round is called off: such a round takes nothing, so it is its writer's again."""

from datetime import datetime

from bot.domain.entries import authorship
from bot.domain.entries.entry import Entry
from bot.domain.moderation.case import Outcome, Question
from bot.domain.moderation.private_notice import News, PrivateNotice
from bot.domain.rounds.round import Round
from bot.services import withdrawing
from bot.storage import cases, entries, private_notices, rounds, waiting_changes
from bot.storage.database import recalls, writes
from bot.storage.session import Session


def give_back(session: Session, round_: Round, by: int | None, now: datetime) -> None:
    """Make drafts of the entries that wait, and of changes of such as stand; each writer hears of theirs."""
    for case in cases.waiting_in_round(session, round_.id, Question.REVIEW):
        entry = entries.get_standing(session, case.entry_id)
        cases.decide(session, case.id, Outcome.CALLED_OFF, by=by, now=now)
        if entry is None:
            continue
        is_change = waiting_changes.of_case(session, case.id, entry) is not None
        if not is_change:
            withdrawing.give_back(session, entry, now)
        private_notices.note(session, notice(round_, entry, f"case {case.id}", now, is_change=is_change))


left = recalls(cases.rounds_called_off)
"""The rounds that were called off while the bot did not give back what waits."""


@writes
def give_back_left(session: Session, round_id: int, now: datetime) -> None:
    round_ = rounds.get(session, round_id)
    if round_ is not None:
        give_back(session, round_, None, now)


def notice(round_: Round, entry: Entry, request: str, now: datetime, *, is_change: bool) -> PrivateNotice:
    return PrivateNotice(
        request=request,
        guild_id=round_.guild_id,
        member_id=authorship.account_of(entry),
        what=News.CHANGE_CALLED_OFF if is_change else News.CALLED_OFF,
        round_id=round_.id,
        entry_id=entry.id,
        moderator_id=None,
        reason=None,
        noted_at=now,
    )
