"""What members look at is read without what they do not see."""

from datetime import UTC, datetime

from benchmarks import clients
from bot.domain.rounds.reaction import Added
from bot.services import finding, recording_reactions
from bot.storage.database import Database


async def test_figures_stay_at_hand_while_hearts_come_in_and_hearts_do_not(db: Database) -> None:
    message_id, *_ = await clients.with_entries(db, 2)
    [round_] = await finding.all_rounds(db, clients.GUILD)
    before = await finding.standing(db, round_)
    assert (before.entries, (await finding.hearts(db, round_.id)).total) == (2, 0)

    heart = Added(message_id, reader_id=7, emoji="♥", by_bot=False, at=datetime.now(UTC), burst=False)
    await recording_reactions.record(db, [heart])

    assert await finding.standing(db, round_) is before
    assert (await finding.hearts(db, round_.id)).total == 1
