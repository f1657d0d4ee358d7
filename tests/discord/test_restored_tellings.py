"""What members and moderators were told after the copy is not told again, and the server's events are in step."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.services import giving_late_passes, planning
from tests.discord.chair import Chair
from tests.discord.conftest import World, shown
from tests.discord.test_deleted_posts import delete
from tests.discord.test_events import events, times
from tests.discord.test_remind_me import press, told
from tests.discord.test_restores import DAY, back_up, let_see, post, restore, texts_of


async def test_a_member_who_was_reminded_after_the_copy_is_not_reminded_again(world: World, notices: Any) -> None:
    await world.open_round(hours=72)
    await press(world, Chair(world, world.writer))
    copy = back_up(world)
    await world.env.advance_time(2 * DAY + 60)
    await restore(world, copy)
    await world.env.advance_time(3600)
    assert len(told(world)) == 1


async def test_a_member_who_heard_of_a_late_pass_after_the_copy_does_not_hear_it_again(
    world: World, notices: Any
) -> None:
    round_, length = await world.open_round(hours=72), timedelta(days=2)
    moderator, now = world.moderator.id, world.env.now()
    await giving_late_passes.give(world.bot.database, round_, world.writer.id, length, given_by=moderator, now=now)
    copy = back_up(world)
    await world.wake()
    await world.env.advance_time(600)
    await restore(world, copy)
    await world.env.advance_time(600)
    assert len(told(world)) == 1


async def test_a_writer_who_heard_of_a_deleted_post_after_the_copy_does_not_hear_it_again(
    world: World, notices: Any
) -> None:
    await world.enter(await world.open_round(), post("One"))
    await world.env.advance_time(60)
    copy = back_up(world)
    await delete(world, world.channel.last_message)
    assert len(told(world)) == 1
    await restore(world, copy)
    await world.env.advance_time(3600)
    assert len(told(world)) == 1
    assert len(await world.drafts_of(world.writer.id)) == 1
    [*_, card] = [message for message in notices.history() if "deleted by hand" in shown(message)]
    await world.moderator.click(card, label="Post again")
    await delete(world, world.channel.last_message)
    assert len(told(world)) == 2, "this is another post"


async def test_moderators_who_heard_of_a_pause_after_the_copy_do_not_hear_it_again(world: World, notices: Any) -> None:
    round_ = await world.open_round()
    copy = back_up(world)
    await let_see(world, world.channel, sees=False)
    await world.enter(round_, post("One"))
    assert len(pauses(notices)) == 1
    await restore(world, copy)
    await world.env.advance_time(3600)
    assert len(pauses(notices)) == 1
    await let_see(world, world.channel, sees=True)
    await let_see(world, world.channel, sees=False)
    await world.enter(round_, post("Two"))
    assert len(pauses(notices)) == 2, "this is another pause"


def pauses(notices: Any) -> list[str]:
    return [text for text in texts_of(notices) if "waits for a moderator" in text]


@pytest.mark.parametrize("made_before", [True, False])
async def test_an_event_shows_what_the_copy_knows_and_stands_once(
    world: World, notices: Any, *, made_before: bool
) -> None:
    before = await world.open_round()
    plan = replace(before.plan, event=True, title="Frost")
    proposal = await planning.propose(world.bot.database, world.asked(), plan)
    round_ = await planning.confirm(world.bot.database, proposal.id, world.env.now())
    if made_before:
        await world.wake()
    copy = back_up(world)
    await world.wake()
    closes_at = round_.plan.closes_at + timedelta(days=1)
    changed = replace(round_.plan, title="Ashes", closes_at=closes_at)
    proposal = await planning.propose(world.bot.database, world.asked(), changed, round_id=round_.id)
    await planning.confirm(world.bot.database, proposal.id, world.env.now())
    await world.wake()
    await restore(world, copy)
    assert [(each.name, times(each)[1]) for each in events(world)] == [("Frost", round_.plan.closes_at)]
