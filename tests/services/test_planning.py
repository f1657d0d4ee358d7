"""What the buttons alone would not let anybody try."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.dates.clock import Clock
from bot.domain.problem import ProposalGone, RefusedError, RoundUnknown
from bot.domain.rounds import request_key, round_wish
from bot.domain.rounds.asked import Asked
from bot.domain.rounds.round_wish import Wish
from bot.domain.rounds.settings import Customs
from bot.services import planning
from bot.services.planning import Wording
from bot.storage.database import Database

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
ASKED = Asked(request=request_key.interaction(1), guild_id=10, channel_id=20, moderator_id=30, at=NOW)
USUAL = replace(round_wish.usual(NOW, Customs()), prompt="Who noticed the frost?")
PLAN = round_wish.changed(USUAL, Wish(closes="in 7 days"), Clock(NOW, ZoneInfo("UTC"), assumed=True))


async def test_what_was_confirmed_cannot_be_put_aside(db: Database) -> None:
    proposal = await planning.propose(db, ASKED, PLAN)
    round_ = await planning.confirm(db, proposal.id, NOW)
    with pytest.raises(RefusedError) as refused:
        await planning.drop(db, proposal.id, NOW)
    assert refused.value.problems == (ProposalGone(),)
    assert await planning.confirm(db, proposal.id, NOW) == round_


async def test_what_was_put_aside_cannot_be_confirmed(db: Database) -> None:
    proposal = await planning.propose(db, ASKED, PLAN)
    await planning.drop(db, proposal.id, NOW)
    with pytest.raises(RefusedError) as refused:
        await planning.confirm(db, proposal.id, NOW)
    assert refused.value.problems == (ProposalGone(),)


async def test_rounds_and_proposals_belong_to_their_guild(db: Database) -> None:
    proposal = await planning.propose(db, ASKED, PLAN)
    round_ = await planning.confirm(db, proposal.id, NOW)
    stranger = replace(ASKED, request=request_key.interaction(2), guild_id=11)
    for refused_by, doing in (
        (ProposalGone, planning.proposal(db, proposal.id, 11)),
        (ProposalGone, planning.reword(db, stranger, proposal.id, Wording("", "Mine", ()), None)),
        (RoundUnknown, planning.close(db, stranger, round_.id)),
        (RoundUnknown, planning.cancel(db, stranger, round_.id)),
    ):
        with pytest.raises(RefusedError) as refused:
            await doing
        assert isinstance(refused.value.problems[0], refused_by)


async def test_it_is_noted_who_asked_for_each_plan(db: Database) -> None:
    opened = await planning.confirm(db, (await planning.propose(db, ASKED, PLAN)).id, NOW)
    other = replace(ASKED, request=request_key.interaction(2), moderator_id=31)
    closed = await planning.close(db, other, opened.id)
    assert closed.plan.asks_the_same_as(opened.plan)
    rows = await db.read(lambda session: session.all("SELECT moderator_id FROM plans ORDER BY id"))
    assert [row["moderator_id"] for row in rows] == [ASKED.moderator_id, other.moderator_id]


async def test_the_same_interaction_is_the_same_proposal(db: Database) -> None:
    first = await planning.propose(db, ASKED, PLAN)
    assert await planning.propose(db, ASKED, PLAN) == first
    second = await planning.reword(
        db, replace(ASKED, request=request_key.interaction(2)), first.id, Wording("", "Rain", ()), None
    )
    assert (second.plan.title, second.channel_id) == ("Rain", ASKED.channel_id)
    assert (await planning.proposal(db, first.id, ASKED.guild_id)).plan == first.plan
