"""Suggestions after a restore: their cards are looked for before they are sent, and show what the rows say."""

from typing import Any

import pytest

from bot.services import suggesting
from tests.discord.conftest import World, shown
from tests.discord.test_restores import back_up, restore
from tests.discord.test_suggestions import bank, heard, labels, suggest


@pytest.fixture
async def unposted(world: World, notices: Any) -> int:
    """A suggestion of which the moderators' channel knows nothing yet."""
    now, member = world.env.now(), world.writer.id
    found = await suggesting.suggest(
        world.bot.database, world.guild.id, member, request="one", text="Who hears it?", now=now
    )
    return found.id


async def test_a_card_that_was_posted_after_the_copy_is_not_posted_again(
    world: World, notices: Any, unposted: int
) -> None:
    copy = back_up(world)
    await world.wake()
    [card] = notices.history()
    await restore(world, copy)
    await world.env.advance_time(60)
    assert [each.id for each in notices.history() if "suggests" in shown(each)] == [card.id]
    await world.moderator.click(card, label="Approve")
    assert await bank(world) == [("From members", "Who hears it?")]
    assert "In the bank" in shown(notices.history()[0])


@pytest.mark.parametrize("posted_before", [True, False])
async def test_a_card_that_was_decided_after_the_copy_waits_again(
    world: World, notices: Any, unposted: int, *, posted_before: bool
) -> None:
    if posted_before:
        await world.wake()
    copy = back_up(world)
    await world.wake()
    await world.moderator.click(notices.last_message, label="Approve")
    await restore(world, copy)
    [card] = [each for each in notices.history() if "suggests" in shown(each)]
    assert labels(card) == ["Approve", "Change", "No thanks"]
    await world.moderator.click(card, label="Approve")
    assert await bank(world) == [("From members", "Who hears it?")]
    assert labels(notices.history()[0]) == []
    assert len(heard(world)) == 2, "the first is a lost row's"


async def test_what_a_member_was_told_after_the_copy_is_not_told_again(
    world: World, notices: Any, unposted: int
) -> None:
    await suggesting.decline(
        world.bot.database, world.guild.id, unposted, world.moderator.id, reason="", now=world.env.now()
    )
    copy = back_up(world)
    await world.wake()
    assert len(heard(world)) == 1
    await restore(world, copy)
    await world.env.advance_time(60)
    assert len(heard(world)) == 1


async def test_buttons_of_what_was_lost_say_so(world: World, notices: Any) -> None:
    copy = back_up(world)
    await suggest(world)
    card = notices.last_message
    await restore(world, copy)
    await suggest(world, "Another one", world.other_writer)
    for label in labels(card):
        answer = await world.moderator.click(card, label=label)
        assert "put my memory back" in answer.response.content
    assert len(await suggesting.waiting(world.bot.database, world.guild.id)) == 1
    assert await bank(world) == []
