"""What moderators do with entries that stand, and with members who may not hand in."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.moderation.deed import Did
from bot.domain.rounds.round import Round
from bot.domain.rounds.screening import Review, Screening
from tests.discord.chair import Chair, another_moderator
from tests.discord.conftest import World, shown, text_of
from tests.discord.desk import Desk, entries, post
from tests.discord.test_audience import restrict
from tests.discord.test_log import deeds
from tests.discord.test_suggestions import heard

HOUR = 3_600


@pytest.fixture
async def round_(world: World) -> Round:
    return await world.open_round()


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


@pytest.fixture
def second(world: World) -> Chair:
    """Another moderator, who is a moment slower."""
    return another_moderator(world)


def stories(world: World, channel: Any = None) -> list[str]:
    return [text for text in map(shown, (channel or world.channel).history()) if "The kettle sang" in text]


async def test_what_is_removed_goes_and_stays_with_its_writer(
    world: World, round_: Round, chair: Chair, second: Chair
) -> None:
    entry = await world.enter(round_, post())
    assert len(stories(world)) == 1
    await chair.command("entry remove", entry=str(entry.id), reason="It is *not* about frost.")
    assert "goes from **First frost**" in chair.text
    assert stories(world) == []
    [told] = heard(world)
    assert told.startswith("The moderators removed **The Kettle** from **First frost** on **The Inkwell**.")
    assert "\n> It is \\*not\\* about frost.\nIts text is a draft of yours again" in told
    [draft] = await world.drafts_of(world.writer.id)
    assert "The kettle sang" in draft.text
    desk = Desk(world, world.writer)
    desk.keep(await desk.who.slash(world.channel, "entry show"))
    assert "The moderators removed it from First frost." in desk.text
    assert r"> It is \*not\* about frost." in desk.text
    await chair.command("entry remove", entry=str(entry.id))
    assert "You removed it already." in chair.text
    await second.command("entry move", entry=str(entry.id), round="First frost")
    assert f"<@{world.moderator.id}> removed it already." in second.text


async def test_what_was_removed_comes_back(world: World, round_: Round, chair: Chair, second: Chair) -> None:
    entry = await world.enter(round_, post())
    for _ in range(2):
        await chair.command("entry remove", entry=str(entry.id))
        assert len(await world.drafts_of(world.writer.id)) == 1
        await chair.command("entry restore", entry=str(entry.id))
        assert len(stories(world)) == 1
        assert await world.drafts_of(world.writer.id) == []
    await second.command("entry restore", entry=str(entry.id))
    assert f"<@{world.moderator.id}> brought it back already." in second.text
    assert await deeds(world) == [Did.ENTRY_REMOVED, Did.ENTRY_RESTORED] * 2


async def test_what_its_writer_handed_in_again_comes_back_once(world: World, round_: Round, chair: Chair) -> None:
    entry = await world.enter(round_, post())
    await chair.command("entry remove", entry=str(entry.id))
    desk = Desk(world, world.writer)
    await desk.drafts()
    await desk.click("Open")
    await desk.click("Hand in")
    await chair.command("entry restore", entry=str(entry.id))
    assert "its newer entry is the one that counts" in chair.text
    await (await edited(world, "The Ferry")).click("Save the change")
    await chair.command("entry restore", entry=str(entry.id))
    assert "its newer entry is the one that counts" in chair.text
    assert len(stories(world)) == 1


async def test_of_a_story_that_came_twice_and_went_twice_the_newer_comes_back(
    world: World, round_: Round, chair: Chair
) -> None:
    first = await world.enter(round_, post())
    await chair.command("entry remove", entry=str(first.id))
    desk = Desk(world, world.writer)
    await desk.drafts()
    await desk.click("Open")
    await desk.click("Hand in")
    [newer] = await entries(world, round_.id)
    await chair.command("entry remove", entry=str(newer.id))
    offered = await world.moderator.autocomplete(world.channel, "entry restore", "entry", "")
    assert [each["value"] for each in offered] == [str(newer.id)]
    await chair.command("entry restore", entry=str(first.id))
    assert "its newer entry is the one that counts" in chair.text
    await chair.command("entry restore", entry=str(newer.id))
    assert len(stories(world)) == 1


@pytest.mark.parametrize("by_writer", [True, False])
async def test_what_came_back_and_was_changed_goes_with_all_that_it_says(
    world: World, round_: Round, chair: Chair, *, by_writer: bool
) -> None:
    entry = await world.enter(round_, post())
    await chair.command("entry remove", entry=str(entry.id))
    desk = Desk(world, world.writer)
    await desk.drafts()
    await desk.click("Open")
    await desk.fill(await desk.click("Edit text"), post().replace("The Kettle", "The Bridge"))
    await chair.command("entry restore", entry=str(entry.id))
    await (await edited(world, "The Ferry")).click("Save the change")
    if by_writer:
        desk.keep(await world.writer.slash(world.channel, "entry withdraw"))
        await desk.click("Take it back")
    else:
        await chair.command("entry remove", entry=str(entry.id))
    titles = [draft.text.splitlines()[0] for draft in await world.drafts_of(world.writer.id)]
    assert titles == ["Title: The Ferry", "Title: The Bridge"]


async def test_what_a_writer_took_back_no_moderator_brings_back(world: World, round_: Round, chair: Chair) -> None:
    entry = await world.enter(round_, post())
    desk = Desk(world, world.writer)
    desk.keep(await world.writer.slash(world.channel, "entry withdraw"))
    await desk.click("Take it back")
    await chair.command("entry restore", entry=str(entry.id))
    assert "its writer took it back" in chair.text
    assert stories(world) == []


async def test_an_entry_moves_to_another_round(world: World, round_: Round, chair: Chair) -> None:
    elsewhere = world.guild.create_text_channel("elsewhere")
    other = await world.open_round(channel=elsewhere, title="Second frost")
    entry = await world.enter(round_, post())
    await chair.command("entry move", entry=str(entry.id), round="Second frost")
    assert "goes to **Second frost**" in chair.text
    assert stories(world) == []
    assert len(stories(world, elsewhere)) == 1
    [moved] = await entries(world, other.id)
    assert moved.handed_in_at == entry.handed_in_at
    [told] = heard(world)
    assert "The moderators moved **The Kettle** to **Second frost**" in told
    await chair.command("entry restore", entry=str(entry.id))
    assert "its newer entry is the one that counts" in chair.text
    await chair.command("entry move", entry=str(moved.id), round="Second frost")
    assert "Choose another round" in chair.text
    desk = Desk(world, world.writer)
    desk.keep(await world.writer.slash(world.channel, "entry withdraw"))
    await desk.click("Take it back")
    assert stories(world, elsewhere) == []


async def test_an_entry_that_moved_there_and_back_stands_once(
    world: World, round_: Round, elsewhere: Any, chair: Chair
) -> None:
    entry = await world.enter(round_, post())
    await chair.command("entry remove", entry=str(entry.id))
    await chair.command("entry restore", entry=str(entry.id))
    await (await edited(world, "The Ferry")).click("Save the change")
    for number, title in enumerate(("Second frost", "First frost")):
        await chair.command("entry move", entry=str(entry.id + number), round=title)
    for number in range(2):
        await chair.command("entry restore", entry=str(entry.id + number))
        assert "its newer entry is the one that counts" in chair.text
    [story] = stories(world)
    assert "### The Ferry" in story
    assert stories(world, elsewhere) == []
    await chair.command("entry remove", entry=str(entry.id + 2))
    [draft] = await world.drafts_of(world.writer.id)
    assert draft.text.startswith("Title: The Ferry")


@pytest.fixture
async def elsewhere(world: World) -> Any:
    """The channel of another round, to which entries can move."""
    channel = world.guild.create_text_channel("elsewhere")
    await world.open_round(channel=channel, title="Second frost")
    return channel


async def edited(world: World, title: str) -> Desk:
    desk = Desk(world, world.writer)
    desk.keep(await desk.who.slash(world.channel, "entry edit"))
    await desk.fill(await desk.click("Edit text"), post().replace("The Kettle", title))
    return desk


async def test_an_entry_moves_with_all_that_it_said_before(
    world: World, round_: Round, elsewhere: Any, chair: Chair
) -> None:
    entry = await world.enter(round_, post())
    await (await edited(world, "The Ferry")).click("Save the change")
    begun = await edited(world, "The Tram")
    await chair.command("entry move", entry=str(entry.id), round="Second frost")
    [card] = stories(world, elsewhere)
    assert "### The Ferry" in card
    assert "*edited*" in card
    begun.keep(await begun.who.slash(world.channel, "entries"))
    assert "Its text is another entry by now, in Second frost." in begun.text
    [moved] = [choice["value"] for choice in await begun.who.autocomplete(world.channel, "entry edit", "entry", "")]
    begun.keep(await begun.who.slash(world.channel, "entry history", entry=moved))
    assert "**The Kettle** · 100 words" in begun.text
    await begun.drafts()
    await begun.click("Open")
    await begun.click("Save the change")
    [card] = stories(world, elsewhere)
    assert "### The Tram" in card
    assert stories(world) == []


async def test_what_waits_moves_and_waits(
    world: World, notices: Any, round_: Round, elsewhere: Any, chair: Chair
) -> None:
    await world.settle(screening=Screening(Review.EVERYBODY))
    entry = await world.enter(round_, post())
    await chair.command("entry move", entry=str(entry.id), round="Second frost")
    assert stories(world, elsewhere) == []
    [card] = notices.history()
    assert "waits for **Second frost**" in shown(card)
    await world.moderator.click(card, label="Approve")
    assert len(stories(world, elsewhere)) == 1
    assert stories(world) == []


async def test_a_report_follows_a_moved_entry(
    world: World, notices: Any, round_: Round, elsewhere: Any, chair: Chair
) -> None:
    entry = await world.enter(round_, post())
    answer = await world.reader.context_menu(world.channel, "Report", world.channel.last_message)
    await world.reader.submit_modal(answer, {"reason": "It is not theirs."})
    await chair.command("entry move", entry=str(entry.id), round="Second frost")
    [card] = notices.history()
    assert "A story in **Second frost** is reported" in shown(card)
    await chair.fill(await world.moderator.click(card, label="Remove it"))
    assert stories(world, elsewhere) == []


async def test_rounds_to_move_to_are_others_that_the_moderator_has(world: World, round_: Round, elsewhere: Any) -> None:
    entry = await world.enter(round_, post())

    async def offered(who: Any) -> list[str]:
        found = await who.autocomplete(world.channel, "entry move", "round", "", entry=str(entry.id))
        return [choice["name"].partition(" ·")[0] for choice in found]

    assert await offered(world.moderator) == ["Second frost"]
    assert await offered(world.reader) == []
    await world.write_round(title="To come", opens_at=world.env.now() + timedelta(hours=1))
    await Chair(world, world.moderator).slash("cancel", round="Second frost")
    assert await offered(world.moderator) == ["Second frost"]


async def test_a_story_for_adults_moves_to_no_channel_for_everybody(world: World, chair: Chair) -> None:
    await restrict(world, world.channel, to_adults=True)
    round_ = await world.open_round()
    await world.open_round(channel=world.guild.create_text_channel("elsewhere"), title="Second frost")
    desk = Desk(world, world.writer)
    await desk.submit(post().replace("PG", "Explicit"), round="First frost")
    await desk.click("Hand in")
    [entry] = await entries(world, round_.id)
    await chair.command("entry move", entry=str(entry.id), round="Second frost")
    assert "goes to" not in chair.text
    assert len(await entries(world, round_.id)) == 1


async def test_no_moderator_lets_a_story_for_adults_stand_where_everybody_reads(world: World, chair: Chair) -> None:
    await restrict(world, world.channel, to_adults=True)
    round_ = await world.open_round()
    ash, oak = [
        await world.write_entry(round_, post().replace("PG", "Explicit").replace("The Kettle", title), to_adults=True)
        for title in ("Ash", "Oak")
    ]
    await world.wake()
    await chair.command("entry remove", entry=str(oak.id))
    await restrict(world, world.channel, to_adults=False)
    fit = world.guild.create_text_channel("after-dark")
    await restrict(world, fit, to_adults=True)
    await chair.command("entry restore", entry=str(oak.id))
    assert f"Its place is a channel for adults, such as <#{fit.id}>" in chair.text
    await world.open_round(channel=fit)
    await chair.command("entry restore", entry=str(oak.id))
    assert f"A round in <#{fit.id}> takes it" in chair.text
    mild = await world.write_entry(round_, post())
    opened = await chair.command("entry header", entry=str(mild.id))
    await chair.fill(opened, header="Title: The Kettle [NSFW]")
    assert "rated explicit, and this round's channel is open to all ages" in chair.text
    assert "NSFW" in (await chair.page.response.attachments[0].read()).decode()
    opened = await chair.command("entry header", entry=str(ash.id))
    await chair.fill(opened, header="Title: Ashes\nRating: Explicit")
    assert "is as you wrote it" in chair.text, "it was rated so before"


async def test_who_is_blocked_is_trusted_no_more(world: World, notices: Any, round_: Round, chair: Chair) -> None:
    await world.settle(screening=Screening(Review.EVERYBODY))
    await world.enter(round_, post())
    await world.moderator.click(notices.last_message, label="Always approve this writer")
    await chair.command("member block", member=world.writer)
    await chair.command("member unblock", member=world.writer)
    await world.enter(round_, post())
    assert len(stories(world)) == 1


async def test_moderators_are_offered_the_entries_of_their_rounds(world: World, round_: Round, chair: Chair) -> None:
    entry = await world.enter(round_, post())
    [offered] = await world.moderator.autocomplete(world.channel, "entry remove", "entry", "kett")
    assert (offered["name"], offered["value"]) == ("The Kettle, 100 words, in First frost", str(entry.id))
    assert await world.moderator.autocomplete(world.channel, "entry restore", "entry", "") == []
    assert await world.reader.autocomplete(world.channel, "entry remove", "entry", "") == []
    await chair.command("entry remove", entry=str(entry.id))
    [offered] = await world.moderator.autocomplete(world.channel, "entry restore", "entry", "")
    assert offered["value"] == str(entry.id)


async def test_what_is_removed_while_it_waits_is_decided(world: World, notices: Any, chair: Chair) -> None:
    await world.settle(screening=Screening(Review.EVERYBODY))
    entry = await world.enter(await world.open_round(), post())
    await chair.command("entry remove", entry=str(entry.id))
    assert "refused it" in shown(notices.last_message)


async def test_a_blocked_member_hands_in_nothing_and_loses_nothing(world: World, round_: Round, chair: Chair) -> None:
    await chair.command("member block", member=world.writer, reason="Three times spam.")
    desk = Desk(world, world.writer)
    await desk.submit(post())
    assert "The moderators take no entries from you at the moment (“Three times spam.”). Please" in desk.text
    assert desk.buttons["Hand in"] is False
    entry = await world.enter(round_, post(), author=world.other_writer)
    await chair.command("member block", member=world.other_writer)
    other = Desk(world, world.other_writer)
    other.keep(await other.who.slash(world.channel, "entry edit", entry=str(entry.id)))
    await other.fill(await other.click("Edit text"), post().replace("The Kettle", "Buy this"))
    assert "take no entries from you" in other.text
    assert other.buttons["Save the change"] is False
    other.keep(await other.who.slash(world.channel, "entry withdraw", entry=str(entry.id)))
    assert "You can hand that in" not in other.text
    await other.click("Take it back")
    assert stories(world) == []
    card = world.channel.history()[0]
    answer = await world.writer.click(card, label="Submit")
    assert "take no entries from you" in text_of(answer.response.message)
    await chair.command("member unblock", member=world.writer)
    await desk.drafts()
    await desk.click("Open")
    await desk.click("Hand in")
    assert len(stories(world)) == 1
    await chair.command("member unblock", member=world.writer)
    assert "This member is not blocked" in chair.text
    assert await deeds(world) == [Did.MEMBER_BLOCKED, Did.MEMBER_BLOCKED, Did.MEMBER_UNBLOCKED]


async def test_a_blocked_member_hears_so_before_they_choose_a_round(world: World, round_: Round, chair: Chair) -> None:
    await world.open_round(title="Second frost")
    await chair.command("member block", member=world.writer)
    desk = Desk(world, world.writer)
    await desk.submit(post())
    assert "take no entries from you" in desk.text
