"""More time for a round in its last moment, and after its end: what is shown follows the rows, in both directions."""

import asyncio
import itertools
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.domain.problem import RefusedError, RoundCancelled, RoundChanged, RoundOver
from bot.domain.rounds.round import Phase, Round
from bot.domain.rounds.round_plan import Proposal
from bot.services import drafting, finding, planning, withdrawing
from bot.services.drafting import Attempt
from bot.storage.database import Database
from tests.discord.chair import Chair
from tests.discord.conftest import World, shown
from tests.discord.desk import Desk, deliver_again, post
from tests.discord.test_publishing import CUT_POST, POST, close, texts

HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


async def seen(world: World, round_: Round) -> Round:
    return await finding.one_round(world.bot.database, world.guild.id, round_.id)


async def propose(world: World, round_: Round, by: timedelta = HOUR, **changes: Any) -> Proposal:
    """More time, asked for now and waiting for its yes."""
    plan = replace(round_.plan, closes_at=round_.plan.closes_at + by, **changes)
    return await planning.propose(world.bot.database, world.asked(), plan, round_id=round_.id)


async def confirm(world: World, proposal: Proposal, at: datetime) -> None:
    await planning.confirm(world.bot.database, proposal.id, at)
    await world.wake()


def on_show(world: World, round_: Round, channel: Any = None) -> tuple[bool, int]:
    """Whether the card of a channel's only round can be submitted to, and how many round-ups stand."""
    messages = (channel or world.channel).history()
    cards = [message for message in messages if f"round.submit:{round_.id}" in custom_ids(message)]
    return bool(cards), sum("the round-up" in shown(message) for message in messages)


def custom_ids(component: Any) -> list[str]:
    """Of everything inside of a message or a component."""
    children = getattr(component, "components", None) or getattr(component, "children", ())
    own = getattr(component, "custom_id", None)
    return [*([own] if own else []), *(id_ for child in children for id_ in custom_ids(child))]


class Meanwhile:
    """Does something at the n-th step that leaves a trace: before or after each request and each transaction. Then the
    bot goes on, or is killed.
    """

    def __init__(self, at: int, act: Callable[[], Any], *, kills: bool) -> None:
        self.at = at
        self.act = act
        self.kills = kills
        self.steps = itertools.count()
        self.acting = False
        self.struck = False

    async def step(self) -> None:
        if self.acting:
            return
        if next(self.steps) == self.at:
            self.acting = True
            await self.act()
            self.acting, self.struck = False, True
        if self.struck and self.kills:
            raise asyncio.CancelledError

    def install(self, world: World, patches: pytest.MonkeyPatch) -> None:
        request: Callable[..., Any] = world.bot.http.request
        write: Callable[..., Any] = Database.write

        async def seen_request(*args: Any, **kwargs: Any) -> Any:
            await self.step()
            answer = await request(*args, **kwargs)
            await self.step()
            return answer

        async def seen_write(*args: Any, **kwargs: Any) -> Any:
            await self.step()
            answer = await write(*args, **kwargs)
            await self.step()
            return answer

        patches.setattr(world.bot.http, "request", seen_request)
        patches.setattr(Database, "write", seen_write)


# -- in the last moment ---------------------------------------------------------------------------


@pytest.mark.parametrize("kills", [False, True])
async def test_an_extension_saved_at_any_step_of_the_close_holds(
    world: World, monkeypatch: pytest.MonkeyPatch, *, kills: bool
) -> None:
    steps = 0
    for at in itertools.count():
        channel = world.guild.create_text_channel(f"number-{at}")
        round_ = await world.open_round(hours=1, channel=channel)
        proposal = await propose(world, round_)
        clicked = round_.plan.closes_at - SECOND

        async def save(proposal: Proposal = proposal, clicked: datetime = clicked) -> None:
            await planning.confirm(world.bot.database, proposal.id, clicked)
            world.bot.wake()

        meanwhile = Meanwhile(at, save, kills=kills)
        with monkeypatch.context() as patches:
            meanwhile.install(world, patches)
            await world.env.advance_time(3601)
        if not meanwhile.struck:
            break
        if kills:
            await world.restart()
        steps = at
        assert on_show(world, round_, channel) == (True, 0), f"saved at step {at}"
        await planning.cancel(world.bot.database, world.asked(), round_.id)
    assert steps > 8


async def test_an_extension_saved_after_the_end_was_shown_opens_the_round_again(world: World) -> None:
    round_ = await world.open_round(hours=1)
    await world.enter(round_, POST)
    proposal = await propose(world, round_)
    await world.env.advance_time(3602)
    assert on_show(world, round_) == (False, 1)
    await confirm(world, proposal, round_.plan.closes_at - SECOND)
    assert on_show(world, round_) == (True, 0)
    await world.enter(round_, CUT_POST, author=world.other_writer)
    assert "**Entries**: 2" in texts(world)[0]
    await world.env.advance_time(3600)
    assert on_show(world, round_) == (False, 1)


async def test_other_words_saved_after_the_end_was_shown_open_nothing(world: World) -> None:
    """Clicked before the end, so they are in time; and the end stays where it was."""
    round_ = await world.open_round(hours=1)
    proposal = await propose(world, round_, timedelta(), prompt="A colder prompt")
    await world.env.advance_time(3602)
    await confirm(world, proposal, round_.plan.closes_at - SECOND)
    assert on_show(world, round_) == (False, 1)
    assert "A colder prompt" in texts(world)[0]


async def test_an_opening_that_was_shown_stays_whenever_its_move_was_clicked(world: World) -> None:
    opens = world.env.now() + HOUR
    round_ = await world.open_round(opens_at=opens, hours=5)
    proposal = await propose(world, round_, opens_at=opens + HOUR)
    await world.env.advance_time(3602)
    with pytest.raises(RefusedError):
        await confirm(world, proposal, opens - SECOND)
    assert on_show(world, round_) == (True, 0)


async def test_a_round_called_off_in_the_last_moment_has_no_round_up(world: World) -> None:
    round_ = await world.open_round(hours=1)
    await world.env.advance_time(3602)
    await planning.cancel(world.bot.database, world.asked(round_.plan.closes_at - SECOND), round_.id)
    await world.wake()
    assert on_show(world, round_) == (False, 0)
    assert "called off" in texts(world)[0]


# -- after the end --------------------------------------------------------------------------------


async def test_more_time_for_a_closed_round_opens_it_again(chair: Chair, world: World) -> None:
    round_ = await chair.open(closes="in 1 hour")
    await world.enter(round_, post())
    await world.env.advance_time(2 * 3600)
    await chair.slash("extend", closes="2 days")
    assert "This opens the round again" in chair.text
    assert "round-up is taken away until the next close" in chair.text
    assert not on_show(world, round_)[0]
    before = world.env.now()
    await chair.click("Save the change")
    assert "is open again" in chair.text
    after = await chair.round()
    assert timedelta(days=2) - SECOND <= after.plan.closes_at - before <= timedelta(days=2)
    assert on_show(world, round_) == (True, 0)
    await deliver_again(world)
    assert (await chair.round()).plan == after.plan
    assert on_show(world, round_) == (True, 0)

    desk = Desk(world, world.other_writer)
    await desk.submit(post())
    await desk.click("Hand in")
    assert "**Entries**: 2" in texts(world)[0]
    await chair.slash("show")
    assert "**Open** in" in chair.text
    assert "**Entries**: 2" in chair.text
    await chair.slash("list")
    assert "**Open**" in chair.text
    assert "**Closed**" not in chair.text

    await world.env.advance_time(2 * 24 * 3600)
    assert on_show(world, round_) == (False, 1)
    assert texts(world)[-1].count("https://discord.com/channels/") == 2


async def test_a_round_closed_by_hand_can_go_on_again_and_again(chair: Chair, world: World) -> None:
    round_ = await chair.open(closes="in 7 days", prompt="Ice")
    for _ in range(3):
        await world.env.advance_time(2)  # nobody closes a round twice within a second
        await chair.slash("close")
        assert "`/round extend` opens it again" in chair.text
        await chair.click("Close it now")
        assert "the round-up" in texts(world)[-1]
        await chair.slash("extend", closes="1 day")
        await chair.click("Save the change")
        assert [len(texts(world)), on_show(world, round_)[0]] == [1, True]
        assert (await chair.round()).phase(world.env.now()) is Phase.OPEN


async def test_each_round_up_is_sent_with_a_nonce_of_its_own(chair: Chair, world: World) -> None:
    """Within minutes Discord would answer with the one that was taken away."""
    await chair.open(closes="in 7 days")
    sent: list[Any] = []
    for _ in range(2):
        await world.env.advance_time(2)
        before = len(world.env.http_requests)
        await chair.slash("close")
        await chair.click("Close it now")
        sent += [
            (entry.json or {})["nonce"]
            for entry in world.env.http_requests[before:]
            if entry.method == "POST" and entry.path.endswith("/messages")
        ]
        await chair.slash("extend", closes="1 day")
        await chair.click("Save the change")
    assert len(sent) == len(set(sent)) == 2


async def test_a_round_up_that_was_removed_by_hand_comes_again_at_the_next_close(world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, POST)
    await close(world, round_)
    await world.moderator.delete(world.channel.last_message)
    assert on_show(world, round_) == (False, 0)
    await confirm(world, await propose(world, await seen(world, round_), 2 * HOUR), world.env.now() + SECOND)
    assert on_show(world, round_) == (True, 0)
    await world.env.advance_time(3 * 3600)
    assert on_show(world, round_) == (False, 1)


async def test_what_a_writer_may_do_in_an_open_round_they_may_do_again(world: World) -> None:
    round_ = await world.open_round(hours=1)
    entry = await world.enter(round_, POST)
    attempt = Attempt(next(world.interactions), world.guild.id, world.writer.id, world.env.now(), CUT_POST, round_.id)
    await drafting.save(world.bot.database, attempt)
    await world.env.advance_time(3602)
    desk = Desk(world, world.writer)
    await desk.drafts()
    await desk.click("Open")
    assert "This round closed" in desk.text
    await confirm(world, await propose(world, round_, 5 * HOUR), world.env.now())
    await desk.drafts()
    await desk.click("Open")
    await desk.click("Hand in")
    assert (await finding.standing(world.bot.database, round_)).entries == 2
    await withdrawing.withdraw(world.bot.database, entry.id, world.writer.id, world.env.now())
    await world.wake()
    assert (await finding.standing(world.bot.database, round_)).entries == 1


async def test_hearts_left_while_a_round_was_closed_count_and_their_figure_is_right(chair: Chair, world: World) -> None:
    round_ = await chair.open(closes="in 1 hour")
    await world.enter(round_, post())
    await world.env.advance_time(2 * 3600)
    entry = world.channel.history()[1]
    await world.reader.react(entry, "♥️")
    await chair.slash("extend", closes="1 day")
    await chair.click("Save the change")
    await world.env.advance_time(60)
    await world.other_writer.react(entry, "♥️")
    await chair.slash("show")
    assert "with 2 hearts" in chair.text
    assert f"Hearts are right as of <t:{int(world.env.now().timestamp())}" in chair.text
    await world.env.advance_time(24 * 3600)
    after = await seen(world, round_)
    assert after.on_show is Phase.CLOSED
    assert after.reconciled_at is not None
    assert after.reconciled_at >= after.plan.closes_at
    assert (await finding.hearts(world.bot.database, round_.id)).total == 2


async def test_a_round_that_was_called_off_cannot_be_opened_again(chair: Chair, world: World) -> None:
    round_ = await chair.open(closes="in 7 days")
    await chair.slash("cancel")
    await chair.click("Call it off")
    await chair.slash("extend", closes="2 days", round=str(round_.id))
    assert "was called off" in chair.text
    with pytest.raises(RefusedError) as refused:
        await confirm(world, await propose(world, round_), world.env.now())
    assert refused.value.problems == (RoundCancelled(),)


async def test_a_close_after_the_question_makes_the_yes_a_question_again(world: World) -> None:
    round_ = await world.open_round()
    proposal = await propose(world, round_)
    await close(world, round_)
    with pytest.raises(RefusedError) as refused:
        await confirm(world, proposal, world.env.now())
    assert refused.value.problems == (RoundChanged(),)
    assert on_show(world, round_) == (False, 1)


async def test_only_a_later_end_opens_a_round_again(world: World) -> None:
    round_ = await world.open_round(hours=1)
    await world.env.advance_time(2 * 3600)
    for by in (timedelta(), HOUR, -HOUR / 2):
        with pytest.raises(RefusedError) as refused:
            await confirm(world, await propose(world, round_, by, title="Ice"), world.env.now())
        assert refused.value.problems == (RoundOver(round_.plan.closes_at),)
    assert on_show(world, round_) == (False, 1)


async def test_which_round_gets_more_time_where_none_is_named(chair: Chair, world: World) -> None:
    closed = await chair.open(closes="in 1 hour", prompt="Ice")
    open_ = await chair.open(closes="in 7 days", prompt="Embers")
    await world.env.advance_time(2 * 3600)
    offered = await chair.offered("extend", "round", "")
    assert set(offered.values()) == {str(closed.id), str(open_.id)}
    await chair.slash("extend", closes="1 day")
    assert "Embers" in chair.text
    assert "opens the round again" not in chair.text
    await chair.slash("extend", closes="1 day", round="ice")
    assert "opens the round again" in chair.text
    [offered_end] = await chair.offered("extend", "closes", "1 day", round=str(closed.id))
    assert "2 January 2026, 02:00" in offered_end
