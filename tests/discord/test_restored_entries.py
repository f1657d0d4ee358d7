"""Entries that went or changed after the copy was made."""

from typing import Any

import pytest

from bot.domain.entries.entry import Entry
from bot.domain.rounds.screening import Review, Screening
from bot.services import withdrawing
from bot.storage.session import Session
from tests.discord.conftest import World, shown
from tests.discord.desk import Desk
from tests.discord.test_entry_edits import change
from tests.discord.test_forged import send
from tests.discord.test_kills import LONG, KillSwitch
from tests.discord.test_publishing import texts
from tests.discord.test_reopening import custom_ids
from tests.discord.test_restores import (
    back_up,
    extend,
    figures,
    let_see,
    post,
    restore,
    round_ups,
    texts_of,
    titles,
)


async def test_a_story_that_was_taken_back_after_the_copy_is_not_posted_again(world: World, notices: Any) -> None:
    """The copy was made before it was posted, so nothing is left of it but the time of the card's last edit."""
    round_ = await world.open_round()
    await world.enter(round_, post("One"), author=world.other_writer)
    entry = await world.write_entry(round_, post("Two"))
    copy = back_up(world)
    await world.env.advance_time(1)
    await world.wake()
    await take_back(world, entry)
    assert titles(world) == ["One"]
    await restore(world, copy)
    assert titles(world) == ["One"]
    assert await figures(world, round_) == (1, 0)
    (draft,) = await world.drafts_of(world.writer.id)
    assert "Two" in draft.text
    (notice,) = texts_of(notices)
    assert f"not found: what <@{world.writer.id}> handed in" in notice
    desk = Desk(world, world.writer)
    await desk.drafts()
    await desk.click("Open")
    await desk.click("Hand in")
    assert titles(world) == ["One", "Two"]


async def take_back(world: World, entry: Entry) -> None:
    await withdrawing.withdraw(world.bot.database, entry.id, entry.writer_id, world.env.now())
    await world.wake()


async def test_a_story_that_waited_when_the_copy_was_made_and_waits_still_is_posted(world: World, notices: Any) -> None:
    """Nothing was shown of its round since, so nobody can have taken it back unseen."""
    round_ = await world.open_round()
    await let_see(world, world.channel, sees=False)
    await world.enter(round_, post("One"))
    copy = back_up(world)
    await world.env.advance_time(600)
    await restore(world, copy)
    assert titles(world) == []
    await let_see(world, world.channel, sees=True)
    assert titles(world) == ["One"]
    assert "not found" not in texts_of(notices)[-1]


async def test_an_entry_that_was_taken_back_while_its_round_was_open_again_stands_no_more(world: World) -> None:
    round_ = await world.open_round(hours=1)
    entry = await world.enter(round_, post("One"))
    await world.enter(round_, post("Two"))
    await world.env.advance_time(2 * 3600)
    await world.restart()
    copy = back_up(world)
    await world.env.advance_time(3600)
    await extend(world, round_)
    await take_back(world, entry)
    await restore(world, copy)
    await world.env.settle()
    assert titles(world) == ["Two"]
    assert await figures(world, round_) == (1, 0)
    (round_up,) = round_ups(world)
    assert "One" not in round_up


async def test_a_page_that_shows_what_the_copy_does_not_know_is_edited_back(world: World) -> None:
    round_ = await world.open_round()
    entry = await world.enter(round_, post("One"))
    copy = back_up(world)
    await world.env.advance_time(60)
    changed = "UPDATE entries SET header = replace(header, 'One', 'Another'), revision = revision + 1 WHERE id = :id"
    await world.bot.database.write(Session.run, changed, {"id": entry.id})
    await world.bot.database.write(Session.run, "UPDATE rounds SET revision = revision + 1")
    await world.wake()
    assert titles(world) == ["Another"]
    await restore(world, copy)
    assert titles(world) == ["One"]


async def test_a_round_up_that_went_a_moment_ago_comes_again(world: World) -> None:
    """Discord still knows the nonce of the one that went."""
    round_ = await world.open_round(hours=1)
    await world.env.advance_time(3600)
    copy = back_up(world)
    await world.env.advance_time(2)
    await extend(world, round_)
    assert round_ups(world) == []
    await restore(world, copy)
    assert len(round_ups(world)) == 1


async def test_no_page_is_posted_of_a_story_whose_other_pages_were_taken_back(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy was made when some of its pages stood there."""
    round_ = await world.open_round()
    entry = await world.write_entry(round_, LONG)
    with monkeypatch.context() as patches:
        KillSwitch(14).install(world.bot, patches)
        await world.wake()
    assert len(world.channel.history()) == 2
    copy = back_up(world)
    await world.env.advance_time(1)
    await world.restart()
    assert len(world.channel.history()) == 3
    await take_back(world, entry)
    before = len(world.env.http_requests)
    world.env.inject_error("GET", "/channels/*/messages/*", status=503, times=1)  # the reconciler comes later
    await restore(world, copy)
    await world.env.advance_time(600)
    sent = [str(each.json) for each in world.env.http_requests[before:] if each.path.endswith("/messages")]
    assert not [each for each in sent if "The rain went on" in each]
    assert len(world.channel.history()) == 1
    assert len(await world.drafts_of(world.writer.id)) == 1


@pytest.mark.parametrize("text", [post("One"), LONG])
async def test_an_entry_that_moderators_let_in_after_the_copy_stands_once(
    world: World, notices: Any, text: str
) -> None:
    """By the copy it waits; its post says that somebody approved it since."""
    await world.settle(screening=Screening(Review.EVERYBODY))
    round_ = await world.open_round()
    await world.enter(round_, text)
    copy = back_up(world)
    await world.env.advance_time(60)
    asked = notices.last_message
    await world.moderator.click(asked, label="Approve")
    stood = [message.id for message in world.channel.history()]
    await world.reader.react(world.channel.history()[1], "♥️")
    await restore(world, copy)
    await world.env.advance_time(60)
    assert [message.id for message in world.channel.history()] == stood
    await world.restart()  # simulated time stood still, so that nothing was missed since the last comparison
    assert await figures(world, round_) == (1, 1)
    card, *_ = notices.history()
    assert "Its post was there already" in shown(card)
    late = custom_ids(asked)[-1]
    assert "Its post is there already" in await send(world, world.moderator, notices, late)


@pytest.mark.parametrize(("before", "after"), [(post("One"), LONG), (LONG, post("One"))])
async def test_an_entry_that_had_more_or_fewer_pages_since_the_copy_has_its_own(
    world: World, notices: Any, before: str, after: str
) -> None:
    entry = await world.enter(await world.open_round(), before)
    stood = texts(world)
    await world.env.advance_time(60)
    copy = back_up(world)
    await world.env.advance_time(60)
    await change(world, entry, after)
    assert len(texts(world)) != len(stood)
    await restore(world, copy)
    await world.env.advance_time(60)
    assert texts(world) == stood
    assert await world.drafts_of(world.writer.id) == []
