"""What waits for moderators comes to the channel that is chosen for them now, once, and stands nowhere else."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.rounds.screening import Review, Screening
from bot.services import deciding_cases, settling, suggesting
from bot.ui.views.press import custom_id
from tests.discord.chair import forbid
from tests.discord.conftest import World, shown, text_of
from tests.discord.desk import post
from tests.discord.kills import killing
from tests.discord.lost_answers import lose_an_answer
from tests.discord.test_forged import send
from tests.discord.test_review import hand_in
from tests.discord.test_suggestions import suggest

EVERYBODY = Screening(Review.EVERYBODY)


@pytest.fixture
async def newer(world: World, notices: Any) -> Any:
    """A channel that moderators may choose later; in the one of before, an entry and a prompt wait, and one was
    decided.
    """
    await world.settle(screening=EVERYBODY)
    await world.open_round()
    await hand_in(world, world.other_writer)
    await world.moderator.click(notices.last_message, label="Approve")
    await hand_in(world)
    await suggest(world)
    assert len(notices.history()) == 3
    return world.guild.create_text_channel("newer")


def headings(channel: Any) -> list[str]:
    """In the order of the alphabet: each desk posts its cards by itself."""
    return sorted(shown(message).split("\n")[0] for message in channel.history())


def card_of(channel: Any, heading: str) -> Any:
    [found] = [message for message in channel.history() if heading in shown(message)]
    return found


ENTRY, PROMPT = "### An entry waits for **First frost**", "### A prompt for the bank"
WAIT = [PROMPT, ENTRY]
DECIDED = ["### An entry waited for **First frost**"]
ALL = sorted(WAIT + DECIDED)


async def test_what_waits_moves_and_what_was_decided_stays(world: World, notices: Any, newer: Any) -> None:
    await world.settle(notices_channel_id=newer.id)
    assert headings(newer) == WAIT
    assert headings(notices) == DECIDED
    await world.restart()
    await world.settle(notices_channel_id=notices.id)
    assert headings(newer) == []
    assert headings(notices) == ALL
    await world.moderator.click(card_of(notices, ENTRY), label="Approve")
    assert await deciding_cases.waiting(world.bot.database, world.guild.id) == []


async def test_the_channel_of_before_may_be_gone(world: World, notices: Any, newer: Any) -> None:
    world.env.backend.delete_channel(notices.id)
    await world.env.settle()
    await world.settle(notices_channel_id=newer.id)
    assert headings(newer) == WAIT


async def test_a_card_that_is_hidden_stays_and_decides_no_second_time(world: World, notices: Any, newer: Any) -> None:
    hidden = card_of(notices, ENTRY)
    await forbid(world, notices, view_channel=True)
    await world.settle(notices_channel_id=newer.id)
    assert headings(newer) == WAIT
    form = await world.moderator.click(card_of(newer, ENTRY), label="Refuse")
    await world.moderator.submit_modal(form, {"reason": ""})
    await forbid(world, notices)
    late = await world.moderator.click(hidden, label="Approve")
    assert "has decided already, and refused it." in text_of(late.response.message)
    assert headings(newer) == [PROMPT, *DECIDED]


@pytest.mark.parametrize("first", ["old", "new"])
async def test_an_old_copy_goes_once_it_is_decided(world: World, notices: Any, newer: Any, first: str) -> None:
    """The bot saw its channel no more when the card moved."""
    old = {heading: card_of(notices, heading) for heading in WAIT}
    await forbid(world, notices, view_channel=True)
    await world.settle(notices_channel_id=newer.id)
    await forbid(world, notices)
    for heading, refuse in ((ENTRY, "Refuse"), (PROMPT, "No thanks")):
        form = await world.moderator.click(old[heading], label=refuse)
        assert heading in headings(notices), "nothing is decided yet"
        if first == "new":
            await world.moderator.click(card_of(newer, heading), label="Approve")
        await world.moderator.submit_modal(form, {"reason": ""})
        assert heading not in headings(notices)
    assert headings(notices) == DECIDED
    assert headings(newer) == [PROMPT, *DECIDED]


async def test_no_other_message_goes_by_a_forged_button(world: World, notices: Any, newer: Any) -> None:
    await world.settle(notices_channel_id=newer.id)
    [brief] = await deciding_cases.waiting(world.bot.database, world.guild.id)
    [suggestion] = await suggesting.waiting(world.bot.database, world.guild.id)
    card = world.channel.history()[0]
    for act in (custom_id("case.approve", brief.case.id), custom_id("suggestion.approve", suggestion.id)):
        await send(world, world.moderator, world.channel, act)
    assert headings(newer) == [PROMPT, *DECIDED]
    assert world.channel.history()[0].id == card.id


async def test_cards_stay_until_the_new_channel_takes_them(world: World, notices: Any, newer: Any) -> None:
    await forbid(world, newer, send_messages=True)
    await world.settle(notices_channel_id=newer.id)
    assert headings(newer) == []
    assert headings(notices) == ALL
    await forbid(world, newer)
    await world.env.settle()
    assert headings(newer) == WAIT
    assert headings(notices) == DECIDED


async def test_a_card_whose_answer_was_lost_with_its_channel(world: World, notices: Any) -> None:
    await world.settle(screening=EVERYBODY)
    round_ = await world.open_round()
    newer = world.guild.create_text_channel("newer")
    lost = lose_an_answer(world)
    await world.enter(round_, post())
    assert lost
    world.env.backend.delete_channel(notices.id)
    await world.env.settle()
    await world.settle(notices_channel_id=newer.id)
    await world.env.advance_time(60)
    assert headings(newer) == [ENTRY]


async def test_a_channel_is_chosen_while_a_card_is_sent(world: World, notices: Any) -> None:
    await world.settle(screening=EVERYBODY)
    round_, newer = await world.open_round(), world.guild.create_text_channel("newer")
    request: Any = world.bot.http.request

    async def choosing(route: Any, **more: Any) -> Any:
        answer = await request(route, **more)
        if route.method == "POST" and route.path.endswith("/messages") and route.channel_id == notices.id:
            asked = replace(world.asked(), moderator_id=None)
            await settling.settle(world.bot.database, asked, lambda it: replace(it, notices_channel_id=newer.id))
        return answer

    world.bot.http.request = choosing
    await suggest(world)
    await world.wake()
    assert headings(newer) == [PROMPT]
    await world.settle(notices_channel_id=notices.id)
    await world.enter(round_, post())
    await world.wake()
    assert headings(newer) == WAIT
    assert headings(notices) == []


async def test_a_kill_at_any_step_leaves_one_card(world: World) -> None:
    old, new = [world.guild.create_text_channel(name) for name in ("old", "new")]
    await world.settle(notices_channel_id=old.id, screening=EVERYBODY)
    await world.enter(await world.open_round(), post())
    async with killing(world) as kills:
        await world.settle(notices_channel_id=new.id)
    async for killed in kills.each(more_than=4):
        await world.restart()
        await world.settle(notices_channel_id=new.id)
        await world.restart()
        assert headings(new) == [ENTRY], killed
        assert headings(old) == [], killed
