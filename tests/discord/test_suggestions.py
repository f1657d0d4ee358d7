"""Prompts that members suggest: the card for moderators, what they decide, and what the member hears."""

from typing import Any

import pytest

from bot.domain.prompts import suggestion as rules
from bot.domain.rounds.screening import Review, Screening
from bot.domain.text import limits
from bot.services import erasing, keeping_bank, suggesting
from tests.discord.chair import Chair, another_moderator, forbid
from tests.discord.conftest import World, shown, text_of
from tests.discord.lost_answers import lose_an_answer
from tests.discord.test_forged import send
from tests.discord.test_publishing import POST

RAIN = "Rain on **tin**.\n\nWho hears it? @everyone"


async def suggest(world: World, text: str = RAIN, who: Any = None) -> str:
    member = who or world.writer
    answer = await member.submit_modal(await member.slash(world.channel, "prompt suggest"), {"prompt": text})
    assert answer.response.ephemeral
    return text_of(answer.response.message)


def heard(world: World, who: Any = None) -> list[str]:
    """What the bot told a member in private."""
    return [message.content for message in (who or world.writer).user.dm_channel.history()]


async def bank(world: World) -> list[tuple[str, str]]:
    return [(each.set_name, each.text) for each in await keeping_bank.every(world.bot.database, world.guild.id)]


def labels(message: Any) -> list[str]:
    boxes = [row for box in message.components for row in getattr(box, "children", ())]
    return [each.label for row in boxes for each in getattr(row, "children", ()) if hasattr(each, "label")]


async def press(chair: Chair, what: str, number: int) -> Any:
    """A button of one suggestion in a list of several."""
    return chair.keep(await chair.who.click(chair.page.response, custom_id=f"suggestion.{what}:{number}"))


async def test_a_suggestion_has_a_card_and_goes_into_the_bank(world: World, notices: Any) -> None:
    assert "Thank you! The moderators here will look at it" in await suggest(world)
    card = notices.last_message
    assert f"<@{world.writer.id}> suggests" in shown(card)
    assert r"> Rain on \*\*tin\*\*." in shown(card)
    assert "@everyone" not in shown(card)
    assert labels(card) == ["Approve", "Change", "No thanks"]
    assert heard(world) == []

    answer = await world.moderator.click(card, label="Approve")
    assert answer.response.ephemeral
    assert "It is in the bank" in shown(answer.response.message)
    assert await bank(world) == [("From members", RAIN)]
    [card] = notices.history()
    assert f"**In the bank**, thanks to <@{world.moderator.id}>." in shown(card)
    assert labels(card) == []
    [told] = heard(world)
    assert told.startswith("Your prompt is in the bank of **The Inkwell** now")
    assert "@everyone" not in told


async def test_it_can_be_taken_in_other_words(world: World, notices: Any) -> None:
    await suggest(world)
    form = await world.moderator.click(notices.last_message, label="Change")
    await world.moderator.submit_modal(form, {"prompt": "Rain on tin", "set": "Weather"})
    assert await bank(world) == [("Weather", "Rain on tin")]
    assert "in other words" in shown(notices.last_message)
    assert len(heard(world)) == 1


@pytest.mark.parametrize("reason", ["", "We had *that* one.\nSorry"])
async def test_no_thanks_is_told_with_a_reason_if_there_is_one(world: World, notices: Any, reason: str) -> None:
    await suggest(world)
    form = await world.moderator.click(notices.last_message, label="No thanks")
    await world.moderator.submit_modal(form, {"reason": reason})
    assert await bank(world) == []
    assert f"<@{world.moderator.id}> said no thanks" in shown(notices.last_message)
    [told] = heard(world)
    assert "did not take it this time" in told
    assert (r"We had \*that\* one. Sorry" in told) is bool(reason)


async def test_two_who_click_at_once_decide_once(world: World, notices: Any) -> None:
    await suggest(world)
    card = notices.last_message
    form = await world.moderator.click(card, label="No thanks")
    other = another_moderator(world).who
    await other.click(card, label="Approve")
    late = await world.moderator.submit_modal(form, {"reason": "We had that one."})
    assert "Another moderator was a moment faster." in late.response.message.content
    assert late.response.attachments, "what was typed comes back"
    assert len(await bank(world)) == 1
    assert len(heard(world)) == 1


async def test_what_is_clicked_again_decides_nothing(world: World, notices: Any) -> None:
    await suggest(world)
    [waiting] = await suggesting.waiting(world.bot.database, world.guild.id)
    card = notices.last_message
    await world.moderator.click(card, label="Approve")
    await world.writer.send(world.channel, "So that there is a message to click on.")
    for label in ("approve", "reword", "refuse"):
        again = await send(world, world.moderator, world.channel, f"suggestion.{label}:{waiting.id}")
        assert "Another moderator was a moment faster." in again
    assert len(await bank(world)) == 1


async def test_closed_direct_messages_stop_nothing(world: World, notices: Any) -> None:
    world.env.inject_error("POST", "/users/@me/channels", status=403, code=50007, times=None)
    await suggest(world)
    await suggest(world, "Snow", world.other_writer)
    for card in notices.history():
        await world.moderator.click(card, label="Approve")
    assert len(await bank(world)) == 2
    assert all("In the bank" in shown(card) for card in notices.history())
    before = len(world.env.http_requests)
    await world.wake()
    assert len(world.env.http_requests) == before, "nobody is told again and again"


async def test_a_discord_that_fails_is_asked_again(world: World, notices: Any) -> None:
    await suggest(world)
    world.env.inject_error("POST", "/users/@me/channels", status=503, times=1)
    await world.moderator.click(notices.last_message, label="Approve")
    assert heard(world) == []
    await world.env.advance_time(60)
    assert len(heard(world)) == 1


async def test_without_a_channel_for_moderators_a_list_shows_them(world: World) -> None:
    chair = Chair(world, world.moderator)
    await chair.command("prompts suggestions")
    assert "No suggestion is waiting." in chair.text
    for number in range(7):
        await suggest(world, f"Prompt {number}")
    await chair.command("prompts suggestions")
    assert "Prompt 4" in chair.text
    assert "and 2 more after these" in chair.text
    await press(chair, "approve", 1)
    assert chair.text.startswith("It is in the bank, and I tell the member.")
    assert "Prompt 0" not in chair.text
    form = await press(chair, "refuse", 2)
    await chair.fill(form, reason="")
    assert chair.text.startswith("It is not taken, and I tell the member kindly.")
    assert "Prompt 1" not in chair.text
    assert await bank(world) == [("From members", "Prompt 0")]
    assert len(heard(world)) == 2


async def test_a_channel_that_is_chosen_later_gets_the_cards(world: World) -> None:
    await suggest(world)
    staff = world.guild.create_text_channel("staff")
    await world.settle(notices_channel_id=staff.id)
    assert "suggests" in shown(staff.last_message)


async def test_a_channel_that_takes_no_card_is_tried_again_when_something_changed(world: World, notices: Any) -> None:
    await forbid(world, notices, send_messages=True)
    await suggest(world)
    await suggest(world, "Snow")
    assert list(notices.history()) == []
    before = len(world.env.http_requests)
    await world.wake()
    assert len(world.env.http_requests) == before, "not with every change somewhere"
    await forbid(world, notices)
    assert len(notices.history()) == 2


async def test_a_card_whose_answer_was_lost_is_found_again(world: World, notices: Any) -> None:
    lost = lose_an_answer(world)
    await suggest(world)
    await world.env.advance_time(60)
    assert lost
    assert len(notices.history()) == 1
    await world.moderator.click(notices.last_message, label="Approve")
    assert "In the bank" in shown(notices.last_message)


async def test_a_card_that_was_not_sent_is_not_taken_for_a_case_of_the_same_number(world: World, notices: Any) -> None:
    await world.settle(screening=Screening(Review.EVERYBODY))
    await world.enter(await world.open_round(), POST, author=world.reader)
    world.env.inject_error("POST", "/channels/*/messages", status=503, times=1)
    await suggest(world)
    await world.env.advance_time(60)
    case, card = notices.history()
    assert "An entry waits" in shown(case)
    assert "A prompt for the bank" in shown(card)
    await erasing.erase(world.bot.database, world.writer.id, world.env.now(), nameless=False)
    await world.wake()
    assert [shown(message) for message in notices.history()] == [shown(case)]


async def test_what_was_decided_while_the_bot_died_is_shown_and_told_once(world: World, notices: Any) -> None:
    await suggest(world)
    [waiting] = await suggesting.waiting(world.bot.database, world.guild.id)
    now, moderator = world.env.now(), world.moderator.id
    await suggesting.decline(world.bot.database, world.guild.id, waiting.id, moderator, reason="", now=now)
    assert heard(world) == []
    await world.restart()
    assert "said no thanks" in shown(notices.last_message)
    assert len(heard(world)) == 1
    await world.restart()
    assert len(heard(world)) == 1


async def test_a_card_that_somebody_deleted_stays_away(world: World, notices: Any) -> None:
    await suggest(world)
    world.env.backend.delete_message(notices.id, notices.last_message.id)
    await world.env.settle()
    chair = Chair(world, world.moderator)
    await chair.command("prompts suggestions")
    await chair.click("Approve")
    assert list(notices.history()) == []
    assert len(heard(world)) == 1


async def test_a_member_has_so_many_waiting(world: World) -> None:
    for number in range(rules.MOST_WAITING):
        await suggest(world, f"Prompt {number}")
    assert "20 suggestions of yours are waiting" in await suggest(world, "One more")
    assert "Thank you!" in await suggest(world, "Mine", world.other_writer)


@pytest.mark.parametrize("unit", ["*\n", "||`[x](https://a.example)@everyone ", "`", "\u202e\u0301"])
async def test_any_suggestion_fits_its_card(world: World, notices: Any, unit: str) -> None:
    await suggest(world, "Rain " + unit * (1_490 // len(unit)))
    assert len(shown(notices.last_message)) <= limits.LAYOUT
    await world.moderator.click(notices.last_message, label="Approve")
    [told] = heard(world)
    assert len(told) <= limits.MESSAGE
    assert len(await bank(world)) == 1
