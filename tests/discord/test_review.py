"""Entries that wait for a moderator: who waits, the cards, what is decided, and what the writer hears."""

from collections.abc import Sequence
from typing import Any

import pytest

from bot.domain.moderation.deed import Did
from bot.domain.rounds.round import Round
from bot.domain.rounds.screening import Review, Screening
from bot.domain.text import escaping
from bot.services import deciding_cases
from tests.discord.chair import Chair, another_moderator
from tests.discord.conftest import World, shown, text_of
from tests.discord.desk import Desk, entries, post
from tests.discord.kills import killing
from tests.discord.lost_answers import lose_an_answer
from tests.discord.test_audience import restrict
from tests.discord.test_forged import send
from tests.discord.test_log import deeds
from tests.discord.test_moderating import edited
from tests.discord.test_suggestions import heard

EVERYBODY = Screening(Review.EVERYBODY)
KIND_WORDS = "Please say where it *ends*.\nThank you!"


@pytest.fixture
async def round_(world: World, notices: Any) -> Round:
    """A round of a server where every entry waits."""
    await world.settle(screening=EVERYBODY)
    return await world.open_round()


async def hand_in(world: World, who: Any = None, text: str | None = None) -> Desk:
    desk = Desk(world, who or world.writer)
    await desk.submit(text or post())
    await desk.click("Hand in")
    return desk


def titles(messages: Sequence[Any]) -> list[str]:
    return [shown(message) for message in messages if "The Kettle" in shown(message)]


# -- one way through ------------------------------------------------------------------------------


async def test_an_entry_waits_until_a_moderator_approves_it(world: World, notices: Any, round_: Round) -> None:
    desk = await hand_in(world)
    assert "is handed in" in desk.text
    assert "The moderators read it before it appears" in desk.text
    assert titles(world.channel.history()) == []
    card = notices.last_message
    assert "**The Kettle** by" in shown(card)
    assert "every entry waits here" in shown(card)
    assert "sang all evening" not in shown(card), "the channel may not be for adults"

    answer = await world.moderator.click(card, label="Approve")
    assert "It appears in a moment" in shown(answer.response.message)
    assert len(titles(world.channel.history())) == 1
    [card] = notices.history()
    assert f"<@{world.moderator.id}> approved it." in shown(card)
    [told] = heard(world)
    assert told.startswith("**The Kettle** is in **First frost** on **The Inkwell** now: the moderators approved it.")
    assert await deeds(world) == [Did.ENTRY_APPROVED]


async def test_a_preview_promises_no_post_where_moderators_read_first(
    world: World, notices: Any, round_: Round
) -> None:
    desk = Desk(world, world.writer)
    await desk.submit(post())
    assert (
        f"*Hand in* brings it to the moderators. Once they approve it, it appears in <#{world.channel.id}>."
        in desk.text
    )
    await desk.click("Hand in")
    edit = await edited(world, "The Ferry")
    assert "in the place of what your entry says now" in edit.text, "what waits is changed at once"
    await edit.click("Save the change")
    await world.moderator.click(notices.last_message, label="Approve")
    edit = await edited(world, "The Tram")
    assert "*Save the change* brings it to the moderators. Once they approve it, it takes the place of" in edit.text
    await edit.click("Save the change")
    await world.moderator.click(notices.last_message, label="Always approve this writer")
    edit = await edited(world, "The Train")
    assert "*Save the change* puts this in the place of" in edit.text


async def test_what_waits_is_taken_back_from_nobodys_eyes(world: World, round_: Round) -> None:
    desk = await hand_in(world)
    desk.keep(await world.writer.slash(world.channel, "entry withdraw"))
    assert "Take **The Kettle** back from **First frost**? The moderators have not approved it yet." in desk.text
    assert "hearts" not in desk.text
    await desk.click("Take it back")
    assert "is taken back" in desk.text


async def test_what_waits_is_nowhere_to_be_seen_and_counts_for_its_writer(world: World, round_: Round) -> None:
    only = await world.open_round(title="One each", entries_per_member=1)
    attempt = Desk(world, world.writer)
    await attempt.submit(post(), round="One each")
    await attempt.click("Hand in")
    assert await entries(world, only.id) == []
    await attempt.submit(post(), round="One each")
    assert attempt.buttons["Hand in"] is False
    chair = Chair(world, world.reader)
    await chair.slash("show", round="One each")
    assert "The Kettle" not in chair.text
    assert "**Entries**: 0" in chair.text


async def test_the_story_is_read_in_private(world: World, notices: Any, round_: Round) -> None:
    await hand_in(world, text=post(600))
    chair = Chair(world, world.moderator)
    chair.keep(await world.moderator.click(notices.last_message, label="Read"))
    assert chair.page.response.ephemeral
    assert "The kettle sang all evening" in chair.text


async def test_a_story_for_adults_is_read_where_it_may_be(world: World, notices: Any, round_: Round) -> None:
    await restrict(world, world.channel, to_adults=True)
    await hand_in(world, text=post().replace("PG", "Explicit"))
    assert "Explicit" in shown(notices.last_message)
    answer = await world.moderator.click(notices.last_message, label="Read")
    assert "The kettle sang" not in text_of(answer.response.message)
    chair = Chair(world, world.moderator)
    await chair.command("queue")
    await chair.click("Read")
    assert "The kettle sang" in chair.text


@pytest.mark.parametrize("yes", ["Approve", "Always approve this writer"])
async def test_a_story_waits_on_where_its_channel_opened_to_all_ages(
    world: World, notices: Any, round_: Round, yes: str
) -> None:
    await restrict(world, world.channel, to_adults=True)
    await hand_in(world, text=post().replace("PG", "Explicit"))
    await restrict(world, world.channel, to_adults=False)
    card = next(each for each in notices.history() if "**The Kettle** by" in shown(each))
    answer = await world.moderator.click(card, label=yes)
    assert "this round's channel is open to all ages" in text_of(answer.response.message)
    await restrict(world, world.channel, to_adults=True)
    answer = await world.moderator.click(card, label=yes)
    assert "It appears in a moment" in text_of(answer.response.message)
    assert len(titles(world.channel.history())) == 1


async def test_changes_are_asked_for_and_the_draft_is_there(world: World, notices: Any, round_: Round) -> None:
    await hand_in(world)
    form = await world.moderator.click(notices.last_message, label="Ask for changes")
    assert form.modal is not None
    assert [row["label"] for row in form.modal["components"]] == ["What should change?"]
    await world.moderator.submit_modal(form, {"reason": KIND_WORDS})
    [told] = heard(world)
    until = int((world.env.now() + deciding_cases.TIME_FOR_CHANGES).timestamp())
    assert f"You have time for it until <t:{until}:F>, and it counts as in time." in told
    assert "The moderators would like a change to **The Kettle**" in told
    assert r"> Please say where it \*ends\*." in told
    assert "An entry waited for" in shown(notices.last_message)
    assert "asked for changes:" in shown(notices.last_message)
    desk = Desk(world, world.writer)
    desk.keep(await desk.who.slash(world.channel, "entries"))
    assert "The moderators asked for a change before it appears in First frost" in desk.text
    assert r"> Please say where it \*ends\*." in desk.text
    await desk.drafts()
    assert "The Kettle" in desk.text
    await desk.click("Open")
    await desk.click("Hand in")
    assert "every entry waits here" in shown(notices.last_message), "it waits again"
    assert titles(world.channel.history()) == []


async def test_a_long_reason_is_read_where_the_entry_stands(world: World, notices: Any, round_: Round) -> None:
    reason = "It is *lovely*, and it would be lovelier if it said where it ends. " * 14
    await hand_in(world)
    form = await world.moderator.click(notices.last_message, label="Ask for changes")
    await world.moderator.submit_modal(form, {"reason": reason})
    quoted = f"> {escaping.line(reason, 1_000)}"
    assert quoted in heard(world)[0]
    assert quoted in shown(notices.last_message)
    desk = Desk(world, world.writer)
    desk.keep(await desk.who.slash(world.channel, "entries"))
    assert quoted[:150] in desk.text


async def test_a_writer_who_is_asked_for_changes_has_time_for_them(world: World, notices: Any, round_: Round) -> None:
    await hand_in(world)
    await world.env.advance_time(round_.plan.closes_at.timestamp() - world.env.now().timestamp() + 60)
    form = await world.moderator.click(notices.last_message, label="Ask for changes")
    await world.moderator.submit_modal(form, {"reason": "Where does it end?"})
    desk = Desk(world, world.writer)
    await desk.drafts()
    await desk.click("Open")
    await desk.click("Hand in")
    await world.moderator.click(notices.last_message, label="Approve")
    assert len(await entries(world, round_.id)) == 1


async def test_who_has_time_enough_for_changes_hears_of_none(world: World, notices: Any) -> None:
    await world.settle(screening=EVERYBODY)
    await world.open_round(hours=72)
    await hand_in(world)
    form = await world.moderator.click(notices.last_message, label="Ask for changes")
    await world.moderator.submit_modal(form, {"reason": "Where does it end?"})
    [told] = heard(world)
    assert "time" not in told


async def test_a_late_pass_of_before_is_still_told(world: World, notices: Any, round_: Round) -> None:
    await hand_in(world)
    chair = Chair(world, world.moderator)
    world.env.inject_error("POST", "/users/@me/channels", status=500, times=2)
    await chair.slash("allow", member=world.writer, once_more=True)
    form = await world.moderator.click(notices.last_message, label="Ask for changes")
    await world.moderator.submit_modal(form, {"reason": "Where does it end?"})
    await world.env.advance_time(60)
    assert sorted("once more" in text for text in heard(world)) == [False, True]


@pytest.mark.parametrize(("label", "said"), [("Refuse", "did not take"), ("Spam", "took **The Kettle** for spam")])
async def test_what_is_refused_stays_with_its_writer(
    world: World, notices: Any, round_: Round, label: str, said: str
) -> None:
    desk = await hand_in(world)
    answer = await world.moderator.click(notices.last_message, label=label)
    if answer.modal is not None:
        [row] = answer.modal["components"]
        assert row["description"] == "If you like. I pass it on to the writer, word for word."
        await world.moderator.submit_modal(answer, {"reason": ""})
    [told] = heard(world)
    assert said in told
    [draft] = await world.drafts_of(world.writer.id)
    assert "The kettle sang" in draft.text
    desk.keep(await desk.who.slash(world.channel, "entries"))
    assert "The moderators did not let it appear in First frost" in desk.text
    chair = Chair(world, world.moderator)
    await chair.command("queue")
    assert "`/prompts suggestions` has the prompts that members suggest" in chair.text
    assert await deciding_cases.waiting(world.bot.database, world.guild.id) == []


async def test_who_is_always_approved_waits_no_more(world: World, notices: Any, round_: Round) -> None:
    await hand_in(world)
    await world.moderator.click(notices.last_message, label="Always approve this writer")
    await hand_in(world)
    await hand_in(world, world.other_writer)
    assert len(titles(world.channel.history())) == 2
    assert len(notices.history()) == 2


async def test_a_moderator_is_named_where_the_server_wants_that(world: World, notices: Any, round_: Round) -> None:
    await world.settle(names_moderators=True)
    await hand_in(world)
    await world.moderator.click(notices.last_message, label="Approve")
    [told] = heard(world)
    assert f"<@{world.moderator.id}> approved it" in told


async def test_who_is_blocked_is_not_always_approved(world: World, notices: Any, round_: Round) -> None:
    await hand_in(world)
    chair = Chair(world, world.moderator)
    await chair.command("member block", member=world.writer)
    answer = await world.moderator.click(notices.last_message, label="Always approve this writer")
    assert "Its writer is blocked here, so nothing changed." in text_of(answer.response.message)
    await chair.command("member unblock", member=world.writer)
    await hand_in(world)
    assert len(notices.history()) == 2, "theirs wait as those of others"
    assert titles(world.channel.history()) == []
    await chair.command("member block", member=world.writer)
    answer = await world.moderator.click(notices.last_message, label="Approve")
    assert "It appears in a moment" in text_of(answer.response.message)


# -- at once, too late, again -----------------------------------------------------------------------


async def test_two_at_once_decide_once_and_the_second_hears_who_did(world: World, notices: Any, round_: Round) -> None:
    await hand_in(world)
    card = notices.last_message
    form = await world.moderator.click(card, label="Refuse")
    other = another_moderator(world).who
    await other.click(card, label="Approve")
    late = await world.moderator.submit_modal(form, {"reason": "Not this one."})
    assert f"<@{other.id}> has decided already, and approved it." in text_of(late.response.message)
    assert late.response.message.attachments, "what was typed comes back"
    assert len(titles(world.channel.history())) == 1
    assert len(heard(world)) == 1
    await world.writer.send(world.channel, "So that there is a message to click on.")
    [case] = [row["id"] for row in await rows(world)]
    for act in ("approve", "trust", "changes", "refuse", "spam"):
        assert "has decided already" in await send(world, world.moderator, world.channel, f"case.{act}:{case}")


async def rows(world: World) -> list[Any]:
    return await world.bot.database.read(lambda session: session.all("SELECT id FROM cases"))


async def test_what_its_writer_took_back_is_nobodys_to_decide(world: World, notices: Any, round_: Round) -> None:
    await hand_in(world)
    desk = Desk(world, world.writer)
    desk.keep(await world.writer.slash(world.channel, "entry withdraw"))
    await desk.click("Take it back")
    assert "Its writer took it back." in shown(notices.last_message)
    [case] = [row["id"] for row in await rows(world)]
    await world.writer.send(world.channel, "So that there is a message to click on.")
    answer = await send(world, world.moderator, world.channel, f"case.approve:{case}")
    assert "Its writer took it back, so there" in answer


async def test_who_takes_all_back_leaves_no_word_on_a_card(world: World, notices: Any, round_: Round) -> None:
    await hand_in(world)
    desk = Desk(world, world.writer)
    desk.keep(await world.writer.slash(world.channel, "mydata delete"))
    await desk.click("Delete all of it")
    await desk.click("Yes, delete all of it")
    assert "Its writer took it back." in shown(notices.last_message)
    assert "Kettle" not in shown(notices.last_message)


async def test_without_a_channel_for_moderators_a_list_shows_what_waits(world: World) -> None:
    await world.settle(screening=EVERYBODY)
    await world.open_round()
    for _ in range(5):
        await hand_in(world)
    chair = Chair(world, world.moderator)
    await chair.command("queue")
    assert chair.text.count("An entry waits") == 3
    await chair.click("2 more")
    assert chair.text.count("An entry waits") == 2
    await chair.click("Back")
    [first, *_] = [row["id"] for row in await rows(world)]
    chair.keep(await chair.who.click(chair.page.response, custom_id=f"case.approve:{first}:0"))
    assert chair.text.startswith("It appears in a moment")
    assert len(titles(world.channel.history())) == 1
    outsider = Chair(world, world.reader)
    await outsider.command("queue")
    assert "Only moderators can do this" in outsider.text


async def test_a_card_whose_answer_was_lost_is_found_again(world: World, notices: Any, round_: Round) -> None:
    lost = lose_an_answer(world)
    await hand_in(world)
    await world.env.advance_time(60)
    assert lost
    assert len(notices.history()) == 1


async def test_a_decision_in_the_moment_of_a_kill_is_shown_and_told_once(
    world: World, notices: Any, round_: Round
) -> None:
    await hand_in(world)
    [case] = [row["id"] for row in await rows(world)]
    decision = deciding_cases.Decision(case, world.guild.id, world.moderator.id, world.env.now())
    await deciding_cases.approve(world.bot.database, decision)
    await world.restart()
    await world.restart()
    assert f"<@{world.moderator.id}> approved it." in shown(notices.last_message)
    assert len(titles(world.channel.history())) == 1
    assert len(heard(world)) == 1


async def test_closed_direct_messages_stop_nothing(world: World, notices: Any, round_: Round) -> None:
    world.env.inject_error("POST", "/users/@me/channels", status=403, code=50007, times=None)
    await hand_in(world)
    await world.moderator.click(notices.last_message, label="Approve")
    assert len(titles(world.channel.history())) == 1
    before = len(world.env.http_requests)
    await world.wake()
    assert len(world.env.http_requests) == before


async def test_a_kill_at_any_step_ends_with_one_card_one_post_and_one_word(world: World, notices: Any) -> None:
    await world.settle(screening=EVERYBODY)
    await world.write_entry(await world.open_round(), post())
    [case] = [row["id"] for row in await rows(world)]
    decision = deciding_cases.Decision(case, world.guild.id, world.moderator.id, world.env.now())
    async with killing(world) as kills:
        await world.wake()
        await deciding_cases.approve(world.bot.database, decision)
        await world.wake()
    async for killed in kills.each(more_than=15):
        await world.restart()
        if await deciding_cases.waiting(world.bot.database, world.guild.id):
            await deciding_cases.approve(world.bot.database, decision)
            await world.wake()
        [card] = notices.history()
        assert "approved it" in shown(card), killed
        assert len(titles(world.channel.history())) == len(heard(world)) == 1, killed
