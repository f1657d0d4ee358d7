"""The database goes on from a copy: what came after it is in the channels, and nowhere else."""

import gc
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import discord
import pytest
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.delivery import channels, stocktaker
from bot.domain.rounds.round import Round
from bot.services import finding, planning
from bot.storage.sqlite_file import copies
from tests.discord.conftest import World, make_bot, shown
from tests.discord.kills import killing
from tests.discord.lost_answers import lose_an_answer
from tests.discord.test_kills import LONG, KillSwitch
from tests.discord.test_publishing import close, texts
from tests.discord.test_reopening import custom_ids

DAY = 24 * 3600


def post(title: str) -> str:
    return f"Title: {title}\nRating: G\n\nIt sang, and nobody came."


def back_up(world: World, name: str = "copy.sqlite3") -> Path:
    copy = world.path.with_name(name)
    copies.back_up(world.path, copy)
    return copy


async def restore(world: World, copy: Path) -> None:
    await begin_restore(world, copy)
    await world.env.settle()


async def begin_restore(world: World, copy: Path, *, by_hand: bool = False) -> None:
    with world.env.time_context():
        await world.env.bot.close()
    if by_hand:
        gc.collect()  # the simulator keeps what a process that has ended would not: the file, open and locked
        shutil.copy(copy, world.path)
    else:
        copies.restore(copy, world.path, world.env.now())
    await world.env.restart_bot(make_bot(world.path))


def titles(world: World, channel: Any = None) -> list[str]:
    """Of the stories that stand in a channel, in order."""
    return [text.split("\n")[0].removeprefix("### ") for text in texts(world, channel) if text.startswith("### ")]


def round_ups(world: World) -> list[str]:
    return [text for text in texts(world) if "the round-up" in text]


async def figures(world: World, round_: Round) -> tuple[int, int]:
    database = world.bot.database
    return (await finding.standing(database, round_)).entries, (await finding.hearts(database, round_.id)).total


@pytest.mark.parametrize("by_hand", [False, True])
async def test_stories_handed_in_after_a_restore_stand_beside_the_lost_ones(
    world: World, notices: Any, *, by_hand: bool
) -> None:
    round_ = await world.open_round()
    for title in ("One", "Two"):
        await world.enter(round_, post(title))
    copy = back_up(world)
    for title in ("Three", "Four", "Five"):
        await world.enter(round_, post(title))
    lost = world.channel.history()[-3:]
    await begin_restore(world, copy, by_hand=by_hand)
    await world.env.settle()
    for title in ("Six", "Seven", "Eight"):
        await world.enter(round_, post(title), author=world.other_writer)
    assert titles(world) == ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight"]
    assert await figures(world, round_) == (5, 0)

    for message in lost:
        await world.reader.react(message, "♥️")
    assert await figures(world, round_) == (5, 0), "nobody knows whose these hearts are"
    await world.reader.react(world.channel.last_message, "♥️")
    assert await figures(world, round_) == (5, 1)

    (notice,) = texts_of(notices)
    assert "3 stories unknown to me" in notice
    assert all(message.jump_url in notice for message in lost)
    await world.restart()
    assert len(texts_of(notices)) == 1


def texts_of(channel: Any) -> list[str]:
    return [message.content for message in channel.history()]


async def test_a_story_that_was_posted_after_the_copy_is_not_posted_again(world: World, notices: Any) -> None:
    round_ = await world.open_round()
    await world.write_entry(round_, post("One"))
    await world.write_entry(round_, LONG)
    copy = back_up(world)
    await world.wake()
    stood = [message.id for message in world.channel.history()]
    assert len(stood) == 4
    await world.reader.react(world.channel.history()[1], "♥️")
    await restore(world, copy)
    await world.env.advance_time(60)
    assert [message.id for message in world.channel.history()] == stood
    assert await figures(world, round_) == (2, 1)
    assert "**Entries**: 2" in texts(world)[0]
    (notice,) = texts_of(notices)
    assert "3 messages found again" in notice
    await world.moderator.delete(world.channel.history()[1])
    assert await figures(world, round_) == (1, 0), "it is the entry's own message"


async def test_a_story_of_which_some_pages_came_after_the_copy_gets_the_others_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_ = await world.open_round()
    await world.write_entry(round_, LONG)
    copy = back_up(world)
    with monkeypatch.context() as patches:
        KillSwitch(16).install(world.bot, patches)
        await world.wake()
    posted = len(titles(world)) + len([text for text in texts(world) if "(continued)" in text])
    assert posted == 1
    await restore(world, copy)
    assert [("(continued)" in text) for text in texts(world)] == [False, False, True]


async def test_a_round_that_closed_after_the_copy_has_one_round_up(world: World) -> None:
    round_ = await world.open_round(hours=1)
    await world.enter(round_, post("One"))
    copy = back_up(world)
    await world.enter(round_, post("Two"))
    await world.env.advance_time(2 * 3600)
    assert len(round_ups(world)) == 1
    await restore(world, copy)
    await world.env.advance_time(3600)
    (round_up,) = round_ups(world)
    assert "One" in round_up
    assert "Two" not in round_up, "it says what is known"
    assert titles(world) == ["One", "Two"]


async def test_a_round_that_was_closed_by_hand_after_the_copy_goes_on(world: World) -> None:
    round_ = await world.open_round(hours=48)
    await world.enter(round_, post("One"))
    copy = back_up(world)
    await close(world, round_)
    assert len(round_ups(world)) == 1
    await restore(world, copy)
    assert round_ups(world) == []
    assert "**Closes**" in texts(world)[0]
    await world.env.advance_time(3 * DAY)
    assert len(round_ups(world)) == 1


async def test_a_round_up_that_took_the_place_of_one_in_the_copy_is_gone_on_with(world: World) -> None:
    """The round was opened again after the copy, and closed again."""
    round_ = await world.open_round(hours=1)
    await world.enter(round_, post("One"))
    await world.env.advance_time(2 * 3600)
    copy = back_up(world)
    await extend(world, round_)
    assert round_ups(world) == []
    await world.enter(round_, post("Two"))
    await world.env.advance_time(2 * 3600)
    assert "Two" in round_ups(world)[0]
    await restore(world, copy)
    (round_up,) = round_ups(world)
    assert "Two" not in round_up


async def test_a_round_that_was_opened_again_after_the_copy_is_closed(world: World, notices: Any) -> None:
    """As the copy knows it: the card takes no stories that would be refused, and the round-up that went is there."""
    round_ = await world.open_round(hours=1)
    await world.enter(round_, post("One"))
    other = await world.open_round(hours=1)
    await world.env.advance_time(2 * 3600)
    (its_round_up,) = (message for message in world.channel.history() if "No entries this time" in shown(message))
    await world.moderator.delete(its_round_up)
    copy = back_up(world)
    await world.env.advance_time(3600)
    await extend(world, round_)
    await world.enter(round_, post("Two"))
    (up,) = (message for message in world.channel.history() if custom_ids(message))
    assert "**Entries**: 2" in shown(up)
    await restore(world, copy)
    assert not any("round.submit:1" in custom_ids(message) for message in world.channel.history())
    assert "**Entries**: 1" in texts(world)[0]
    (round_up,) = round_ups(world)
    assert "One" in round_up
    assert "Two" not in round_up
    assert await figures(world, other) == (0, 0), "its round-up was removed by hand before the copy, and stays away"
    await extend(world, round_)
    assert "**Closes**" in texts(world)[0]
    assert round_ups(world) == []


async def test_a_round_up_that_was_removed_by_hand_after_the_copy_stays_away(world: World) -> None:
    await world.open_round(hours=1)
    await world.env.advance_time(2 * 3600)
    copy = back_up(world)
    await world.moderator.delete(world.channel.last_message)
    await restore(world, copy)
    assert round_ups(world) == []


async def test_a_round_that_was_opened_again_and_closed_after_the_copy_says_when_it_ended(world: World) -> None:
    round_ = await world.open_round(hours=1)
    await world.env.advance_time(2 * 3600)
    ended = texts(world)[0]
    copy = back_up(world)
    await world.env.advance_time(3600)
    await extend(world, round_)
    await world.env.advance_time(2 * 3600)
    assert texts(world)[0] != ended
    await restore(world, copy)
    assert texts(world)[0] == ended
    assert len(round_ups(world)) == 1


async def extend(world: World, round_: Round) -> None:
    now = world.env.now()
    asked = world.asked()
    plan = replace(round_.plan, closes_at=now + timedelta(hours=1))
    proposal = await planning.propose(world.bot.database, asked, plan, round_id=round_.id)
    await planning.confirm(world.bot.database, proposal.id, now)
    await world.wake()


async def test_a_card_that_was_posted_after_the_copy_is_not_posted_again(world: World) -> None:
    opens = world.env.now().replace(microsecond=0)
    await world.open_round(opens_at=opens.replace(hour=opens.hour + 1), hours=48)
    copy = back_up(world)
    await world.env.advance_time(2 * 3600)
    (card,) = world.channel.history()
    await restore(world, copy)
    assert [message.id for message in world.channel.history()] == [card.id]


async def test_what_a_lost_change_showed_is_shown_as_it_is_known(world: World) -> None:
    round_ = await world.open_round(hours=48)
    copy = back_up(world)
    await world.enter(round_, post("One"))
    assert "**Entries**: 1" in texts(world)[0]
    await restore(world, copy)
    assert "**Entries**: 0" in texts(world)[0]


async def test_a_lost_answer_after_a_restore_finds_its_own_message(world: World) -> None:
    round_ = await world.open_round()
    copy = back_up(world)
    await world.enter(round_, post("Lost"))
    await world.env.advance_time(30)
    await restore(world, copy)
    lost = lose_an_answer(world)
    await world.enter(round_, post("Found"), author=world.other_writer)
    await world.env.advance_time(60)
    assert lost
    assert titles(world) == ["Lost", "Found"]


async def test_one_copy_restored_again_knows_neither_life(world: World, notices: Any) -> None:
    round_ = await world.open_round()
    copy = back_up(world)
    for title in ("One", "Two"):
        await world.enter(round_, post(title))
        await world.env.advance_time(60)
        await restore(world, copy)
    await world.enter(round_, post("Three"))
    assert titles(world) == ["One", "Two", "Three"]
    assert ["1 story unknown" in text or "2 stories unknown" in text for text in texts_of(notices)] == [True, True]


async def test_a_stock_that_is_taken_just_before_a_round_is_published_doubles_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    wake = channels.wake

    async def meanwhile(found: channels.Channel) -> channels.Channel:
        await stocktaker.look(world.bot)
        return await wake(found)

    await world.write_entry(await world.open_round(), post("One"))
    copy = back_up(world)
    await world.wake()
    monkeypatch.setattr(channels, "wake", meanwhile)
    await restore(world, copy)
    assert titles(world) == ["One"]


async def test_a_kill_at_any_step_of_the_look_ends_with_each_message_once(world: World, notices: Any) -> None:
    round_ = await world.open_round(hours=72)
    await world.write_entry(round_, post("One"))
    copy = back_up(world)
    await world.wake()
    await world.enter(round_, post("Two"))
    with world.env.time_context():
        await world.bot.close()
    copies.restore(copy, world.path, world.env.now())
    async with killing(world) as kills:
        await world.restart()
        await world.env.settle()
    async for killed in kills.each(more_than=8):
        await world.env.advance_time(600)  # no nonce is known any more
        await world.restart()
        await world.env.settle()
        assert titles(world) == ["One", "Two"], killed
        assert len(texts(world)) == 3, killed
        assert len(texts_of(notices)) == 1, killed


async def test_a_channel_that_cannot_be_looked_at_keeps_only_its_own_rounds_waiting(world: World, notices: Any) -> None:
    hidden = world.guild.create_text_channel("hidden")
    there, other = await world.open_round(), await world.open_round(channel=hidden)
    await world.write_entry(other, post("Hidden"))
    copy = back_up(world)
    await world.wake()
    await let_see(world, hidden, sees=False)
    await restore(world, copy)
    await world.enter(there, post("There"))
    assert titles(world) == ["There"]
    assert any("I can't look there now" in text for text in texts_of(notices))
    await let_see(world, hidden, sees=True)
    assert titles(world, hidden) == ["Hidden"]
    assert "1 message found again" in texts_of(notices)[-1]


async def let_see(world: World, channel: Any, *, sees: bool) -> None:
    denied = discord.Permissions(view_channel=not sees)
    everyone = Overwrite(world.guild.default_role.id, OverwriteType.ROLE, allow=0, deny=denied.value)
    world.env.backend.edit_channel(channel.id, {}, overwrites=[everyone])
    await world.env.settle()


async def test_moderators_are_told_when_nothing_was_missed_too(world: World, notices: Any) -> None:
    await world.open_round()
    await restore(world, back_up(world))
    assert len(texts(world)) == 1
    (notice,) = texts_of(notices)
    assert "nothing that I do not know" in notice


async def test_a_channel_that_is_gone_holds_nobody_up(world: World, notices: Any) -> None:
    gone = world.guild.create_text_channel("gone")
    await world.open_round(channel=gone, hours=1)
    round_ = await world.open_round(hours=48)
    await world.env.advance_time(2 * 3600)
    copy = back_up(world)
    world.env.backend.delete_channel(gone.id)
    await world.env.settle()
    await restore(world, copy)
    await world.enter(round_, post("One"))
    assert titles(world) == ["One"]
    (notice,) = texts_of(notices)
    assert "nothing that I do not know" in notice
    assert f"<#{gone.id}>" not in notice
    assert shown(world.channel.last_message)
