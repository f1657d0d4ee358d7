"""Buttons, selects and forms of rows that a restore lost: they touch nothing, and say why."""

from typing import Any

import pytest

from bot.ui.views.press import custom_id
from tests.discord.chair import Chair
from tests.discord.conftest import World
from tests.discord.desk import Desk, entries, post
from tests.discord.test_forged import send
from tests.discord.test_restores import back_up, restore
from tests.discord.test_sight import hide

LOST = "put my memory back to how it was"


@pytest.fixture
async def writer(world: World) -> Desk:
    return Desk(world, world.writer)


@pytest.fixture
async def moderator(world: World) -> Chair:
    return Chair(world, world.moderator)


async def test_a_lost_drafts_buttons_say_that_it_is_lost(world: World, writer: Desk) -> None:
    round_ = await world.open_round()
    copy = back_up(world)
    await writer.submit(post())
    await restore(world, copy)
    other = Desk(world, world.other_writer)
    await other.submit(post().replace("Kettle", "Ferry"))
    preview = writer.page
    for label in ("Hand in", "Edit text", "Discard"):
        writer.page = preview
        await writer.click(label)
        assert LOST in writer.text, label
    assert await entries(world, round_.id) == []
    assert len(await world.drafts_of(world.other_writer.id)) == 1


async def test_a_form_about_a_lost_draft_keeps_what_was_typed(world: World, writer: Desk) -> None:
    await world.open_round()
    copy = back_up(world)
    await writer.submit(post())
    opened = await writer.click("Edit text")
    await restore(world, copy)
    await writer.fill(opened, "The river froze in one night.")
    assert "I saved this as a new one" in writer.text
    (draft,) = await world.drafts_of(world.writer.id)
    assert draft.text == "The river froze in one night."


async def test_an_empty_form_about_a_lost_draft_says_that_it_is_lost(world: World, writer: Desk) -> None:
    await world.open_round()
    copy = back_up(world)
    await writer.submit(post())
    opened = await writer.click("Edit text")
    await restore(world, copy)
    await writer.fill(opened, " ")
    assert LOST in writer.text


async def test_the_card_of_a_lost_round_takes_no_story_for_another(world: World, writer: Desk) -> None:
    copy = back_up(world)
    await world.open_round(title="Ferry")
    card = world.channel.last_message
    opened = await writer.who.click(card, label="Submit")
    await restore(world, copy)
    round_ = await world.open_round(title="Kettle")
    await writer.fill(opened, post())
    (draft,) = await world.drafts_of(world.writer.id)
    assert draft.round_id in (None, round_.id)
    said = await send(world, world.writer, world.channel, custom_id("draft.choose_round", draft.id), values=["1"])
    assert "put my memory back to an earlier copy" in said, "which knew of nothing at all"


async def test_the_button_of_a_lost_round_says_that_it_is_lost(world: World, writer: Desk) -> None:
    await world.open_round(title="Kettle")
    copy = back_up(world)
    await world.open_round(title="Ferry")
    card = world.channel.last_message
    await restore(world, copy)
    writer.keep(await writer.who.click(card, label="Submit"))
    assert LOST in writer.text


async def test_the_question_about_a_lost_entry_says_that_it_is_lost(world: World, writer: Desk) -> None:
    round_ = await world.open_round()
    copy = back_up(world)
    await writer.submit(post())
    await writer.click("Hand in")
    writer.keep(await writer.who.slash(world.channel, "entry withdraw"))
    await restore(world, copy)
    await world.enter(round_, post(), author=world.other_writer)
    await writer.click("Take it back")
    assert LOST in writer.text
    assert len(await entries(world, round_.id)) == 1


async def test_the_question_about_a_lost_round_to_open_says_that_it_is_lost(world: World, moderator: Chair) -> None:
    await world.open_round()
    copy = back_up(world)
    await moderator.propose()
    question = moderator.page
    opened = await moderator.click("Change the text")
    await restore(world, copy)
    await moderator.propose(prompt="Another prompt.")
    moderator.page = question
    await moderator.click(moderator.buttons[0])
    assert LOST in moderator.text
    moderator.keep(await moderator.who.submit_modal(opened, {"prompt": "The words of an evening."}))
    assert LOST in moderator.text
    assert len(await moderator.rounds()) == 1


async def test_what_a_restore_took_out_of_the_bank_says_that_it_is_lost(world: World, moderator: Chair) -> None:
    await world.open_round()
    copy = back_up(world)
    await moderator.fill(await moderator.command("prompts add"), prompt="Snow fell.", set="Winter")
    prompt = moderator.page
    changing = await moderator.click("Change")
    await moderator.command("prompts import", file=("more.txt", b"Ice.\nHail."))
    file = moderator.page
    await restore(world, copy)
    await moderator.fill(await moderator.command("prompts add"), prompt="Rain fell.", set="Winter")
    for page, labels in ((prompt, ("Change", "Remove", "Add another")), (file, ("Take all 2", "Put aside"))):
        for label in labels:
            moderator.page = page
            await moderator.click(label)
            assert LOST in moderator.text, label
    await moderator.fill(changing, prompt="Sleet fell.")
    assert LOST in moderator.text
    assert "Here is what you wrote" in moderator.text
    await moderator.command("prompts list")
    assert "1 in the bank" in moderator.text


async def test_only_what_was_lost_is_called_so(world: World, writer: Desk) -> None:
    await world.open_round()
    hidden = world.guild.create_text_channel("backstage")
    secret = await world.open_round(channel=hidden)
    await hide(world, hidden, world.writer)
    await restore(world, back_up(world))

    async def answered(route: str, number: int) -> Any:
        return await send(world, world.writer, world.channel, custom_id(route, number))

    assert "I know no round" in await answered("round.submit", secret.id)
    assert "handed in or discarded" in await answered("draft.open", 2**40)
    assert "I can't make out" in await answered("draft.nowhere", 5)


async def test_what_a_second_restore_lost_is_told_by_its_own_copy(world: World, writer: Desk) -> None:
    await world.open_round()
    await restore(world, back_up(world))
    await world.env.advance_time(3600)
    await world.open_round(title="Ferry")
    copy = back_up(world, "second.sqlite3")
    await writer.submit(post(), round="Ferry")
    await restore(world, copy)
    await writer.click("Discard")
    assert LOST in writer.text


async def test_a_preview_of_what_a_restore_took_back_hands_in_nothing_else(world: World, writer: Desk) -> None:
    round_ = await world.open_round()
    await writer.submit(post())
    copy = back_up(world)
    await writer.fill(await writer.click("Edit text"), "Title: Rivers\n\nThe river froze in one night.")
    await restore(world, copy)
    await writer.click("Hand in")
    assert "so I did nothing yet" in writer.text
    assert "The Kettle" in writer.text, "the draft as the copy knows it"
    assert await entries(world, round_.id) == []
    await writer.click("Hand in")
    (entry,) = await entries(world, round_.id)
    assert entry.title == "The Kettle"


async def test_a_preview_hands_in_what_it_shows(world: World, writer: Desk) -> None:
    """Another one of the same draft is open, and the draft was changed there."""
    round_ = await world.open_round()
    await writer.submit(post())
    other = Desk(world, world.writer)
    await other.drafts()
    await other.click("Open")
    await other.fill(await other.click("Edit text"), "Title: Rivers\n\nThe river froze in one night.")
    await writer.click("Hand in")
    assert "so I did nothing yet" in writer.text
    assert "Rivers" in writer.text
    assert await entries(world, round_.id) == []
    await writer.click("Hand in")
    assert [entry.title for entry in await entries(world, round_.id)] == ["Rivers"]


async def test_a_question_about_what_is_left_out_agrees_to_nothing_else(world: World, writer: Desk) -> None:
    round_ = await world.open_round()
    await writer.submit(post())
    copy = back_up(world)
    two = f"Title: One\n\n{'It sang. ' * 40}\n\nThe End\n\n{'Nobody asked about it. ' * 20}"
    await writer.fill(await writer.click("Edit text"), two)
    await writer.click("Hand in")
    assert "Hand in without them" in writer.buttons
    await restore(world, copy)
    await writer.click("Hand in without them")
    assert "so I did nothing yet" in writer.text
    assert await entries(world, round_.id) == []
