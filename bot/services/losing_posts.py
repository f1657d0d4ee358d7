"""Entries whose posts were deleted by hand: their writers hear of it, and moderators are asked, once for a round."""

from datetime import datetime

from bot.domain.entries import authorship
from bot.domain.entries.entry import Entry
from bot.domain.moderation import holding
from bot.domain.moderation.case import Question
from bot.domain.moderation.private_notice import News, PrivateNotice
from bot.storage import cases, entries, generations, private_notices, rounds
from bot.storage.session import Session
from bot.storage.times import to_ms


def note(session: Session, entry: Entry, now: datetime, message_id: int | None) -> None:
    """Tell the entry's writer, and ask moderators whether it is to be posted again. Other posts of the round that go
    before they decide belong to the same question. `message_id` is the post's.
    """
    round_ = rounds.get(session, entry.round_id)
    if round_ is None or not authorship.is_known(entry):
        return
    cases.open_one(
        session,
        request=f"deletion {entry.id} {to_ms(now)}",
        guild_id=round_.guild_id,
        kind=Question.DELETION,
        round_id=round_.id,
        entry_id=entry.id,
        now=now,
    )
    [case] = cases.waiting_in_round(session, round_.id, Question.DELETION)
    entries.note_lost(session, entry.id, case.id)
    cases.touch(session, case.id)
    writer = authorship.account_of(entry)
    told = private_notices.is_told(session, f"deletion {case.id} {writer}")
    notice = PrivateNotice(
        request=f"deletion {case.id} {writer} {to_ms(now)} {entry.id}" if told else f"deletion {case.id} {writer}",
        guild_id=round_.guild_id,
        member_id=writer,
        what=News.DELETED,
        round_id=round_.id,
        entry_id=entry.id,
        moderator_id=None,
        reason=None,
        noted_at=now,
    )
    copied = generations.known_until(session)  # a bot of after the copy may have told of this post, which goes once
    is_older = copied is not None and message_id is not None and holding.given_at(message_id) <= copied
    private_notices.note(session, notice, told_since=copied if is_older else None)
