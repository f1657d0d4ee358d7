"""What comes after the close: a grace that nobody is told of, late stories with a badge, late passes."""

from datetime import timedelta

import pytest

from bot.domain.problem import RefusedError
from bot.services import planning
from tests.discord.chair import Chair
from tests.discord.conftest import World, shown
from tests.discord.desk import Desk
from tests.discord.test_publishing import POST, texts
from tests.discord.test_remind_me import told
from tests.discord.test_review import EVERYBODY

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world, world.writer)


async def test_a_story_within_the_grace_is_in_time_and_no_member_is_told_of_it(
    world: World, chair: Chair, desk: Desk
) -> None:
    await chair.propose(closes="in 1 hour", words="anything", grace="10")
    assert "**Grace**: 10 minutes, of which I tell nobody" in chair.text
    await chair.click("Open the round")
    await chair.slash("show")
    assert "Grace" in chair.text
    reader = Chair(world, world.reader)
    await reader.slash("show")
    assert "race" not in reader.text
    assert "race" not in texts(world)[0]
    await chair.slash("close")
    assert "Its grace still holds: what comes within 10 minutes is in time." in chair.text
    await world.env.advance_time(3600 + 300)
    assert texts(world)[0].splitlines()[-1].startswith("Closed")
    await desk.submit(f"Fandom: Lamps\n{POST}")
    assert "late" not in desk.text
    await desk.click("Hand in")
    assert "As long as you have time, `/entry edit` changes it and `/entry withdraw` takes it back." in desk.text
    card, round_up, entry = texts(world)
    assert "**Entries**: 1" in card
    assert "The Kettle" in round_up
    assert not any("*late*" in text for text in (card, round_up, entry))
    await world.env.advance_time(301)
    await desk.submit(f"Fandom: Lamps\n{POST}")
    assert "No round is open here right now" in desk.text


async def test_a_round_in_its_grace_stands_in_the_way_of_no_open_one(world: World, desk: Desk) -> None:
    await world.open_round(title="Over", hours=1, grace=HOUR)
    await world.open_round(title="Next", hours=20)
    await world.env.advance_time(3601)
    await desk.submit(POST)
    assert "**Round**: Next" in desk.text
    assert "Choose another round" not in str(desk.page.response.components)


async def test_late_stories_are_taken_with_a_badge_until_the_second_date(
    world: World, chair: Chair, desk: Desk
) -> None:
    await chair.slash("open", closes="in 1 hour", late="soon")
    assert "I can't read “soon” as a length of time" in chair.text
    await chair.propose(closes="in 1 hour", words="anything", late="2 days")
    said = "**Late stories**: taken for 2 days after the close, marked *late*"
    assert said in chair.text
    await chair.click("Open the round")
    assert said in texts(world)[0]
    closes = (await chair.round()).plan.closes_at
    await world.env.advance_time(3600)
    card, round_up = texts(world)
    assert f"**Late stories** are taken until <t:{int((closes + 2 * DAY).timestamp())}:F>." in card
    assert "No entries this time." in round_up
    desk.keep(await world.writer.click(world.channel.history()[0], label="Submit"))
    await desk.submit(f"Fandom: Lamps\n{POST}")
    assert f"This round closed <t:{int(closes.timestamp())}:F>, so your story will be marked *late*." in desk.text
    await desk.click("Hand in")
    until = f"<t:{int((closes + 2 * DAY).timestamp())}:F>"
    assert f"As long as late stories are taken, until {until}, `/entry edit` changes it" in desk.text
    await world.restart()
    card, round_up, entry = texts(world)
    assert f"by [ines](https://discord.com/users/{world.writer.id}) · *late*" in entry
    assert "· *late*" in round_up
    await world.env.advance_time(2 * 86_400)
    card = texts(world)[0]
    assert "are taken until" not in card
    await desk.submit(f"Fandom: Lamps\n{POST}")
    assert "No round is open here right now" in desk.text


async def test_a_late_story_that_waits_for_a_moderator_is_not_called_in_time(world: World, desk: Desk) -> None:
    await world.settle(screening=EVERYBODY)
    await world.open_round(hours=1, late_for=DAY)
    await world.env.advance_time(3601)
    await desk.submit(POST)
    await desk.click("Hand in")
    assert "marked *late*. The moderators read it before it appears" in desk.text
    assert "in time" not in desk.text
    desk.keep(await world.writer.slash(world.channel, "entries"))
    assert "words · handed in" in desk.text, "nobody can give it a heart yet"


async def test_who_was_given_more_time_is_told_so_when_they_take_a_story_back(world: World) -> None:
    round_ = await world.open_round(hours=1)
    await world.enter(round_, POST)
    await Chair(world, world.moderator).command("round allow", member=world.writer)
    writer = Chair(world, world.writer)
    await writer.command("entry withdraw")
    assert f"You can hand that in until <t:{int((round_.plan.closes_at + DAY).timestamp())}:F>" in writer.text


async def test_a_late_story_can_be_taken_back_and_come_again_and_one_in_time_stays(world: World) -> None:
    round_ = await world.open_round(hours=1, late_for=DAY)
    await world.enter(round_, POST, author=world.other_writer)
    await world.env.advance_time(3601)
    await world.enter(round_, POST)
    late, in_time = Chair(world, world.writer), Chair(world, world.other_writer)
    await late.command("entry withdraw")
    assert f"You can hand that in until <t:{int((round_.plan.closes_at + DAY).timestamp())}:F>" in late.text
    await late.click("Take it back")
    assert "is taken back" in late.text
    assert len(texts(world)) == 3, "the card, the round-up, and the story that was in time"
    await world.enter(round_, POST)
    assert sum("· *late*" in text for text in texts(world)) == 2, "on the story, and in the round-up"
    await in_time.command("entry withdraw")
    assert "You have no entry in a round that is open" in in_time.text
    await world.env.advance_time(DAY.total_seconds())
    await late.command("entry withdraw")
    assert "You have no entry in a round that is open" in late.text


async def test_an_extension_makes_a_late_story_one_in_time(world: World, chair: Chair) -> None:
    round_ = await world.open_round(hours=1, late_for=DAY)
    await world.enter(round_, POST)
    await world.env.advance_time(7200)
    await world.enter(round_, POST, author=world.other_writer)
    assert ["*late*" in text for text in texts(world)[1:]] == [False, True, True]
    await chair.slash("extend", closes="1 day", round=str(round_.id))
    await chair.click("Save the change")
    card, *entries = texts(world)
    assert "**Closes**" in card
    assert not any("· *late*" in text for text in entries)


async def test_closing_once_more_takes_no_more_late_stories(world: World, chair: Chair) -> None:
    round_ = await world.open_round(hours=20, late_for=DAY)
    await chair.slash("close")
    assert "Late stories are taken for 24 hours more." in chair.text
    await chair.click("Close it now")
    await world.env.advance_time(60)
    await chair.slash("close", round=str(round_.id))
    assert "takes late stories until" in chair.text
    await chair.click("Take no more")
    assert "are taken until" not in texts(world)[0]
    with pytest.raises(RefusedError):
        await world.enter(round_, POST)


async def test_a_late_pass_is_for_one_member_who_is_told_and_it_excuses(world: World, chair: Chair, desk: Desk) -> None:
    round_ = await world.open_round(hours=1)
    await world.env.advance_time(2 * 3600)
    for typed in ("ages", "0 hours"):
        await chair.slash("allow", member=world.writer, **{"for": typed})
        assert f"I can't read “{typed}” as a length of time" in chair.text
    until = f"<t:{int((world.env.now() + 2 * DAY).timestamp())}:F>"
    await chair.slash("allow", member=world.writer, **{"for": "2 days"})
    assert f"<@{world.writer.id}> can hand in for **First frost** until {until}" in chair.text
    await world.restart()
    (said,) = told(world)
    assert f"You have more time for **First frost** in <#{world.channel.id}>" in said
    assert until in said
    await chair.slash("show")
    assert f"**Late pass**: <@{world.writer.id}> until {until}" in chair.text
    for member, knows in ((world.writer, True), (world.other_writer, False)):
        looker = Chair(world, member)
        await looker.slash("show")
        assert ("Late pass" in looker.text) is knows
    await desk.submit(POST)
    assert f", open for you until {until}" in desk.text
    assert "late" not in desk.text
    await desk.click("Hand in")
    assert not any("*late*" in text for text in texts(world))
    with pytest.raises(RefusedError):
        await world.enter(round_, POST, author=world.other_writer)
    await world.env.advance_time(2 * 86_400)
    with pytest.raises(RefusedError):
        await world.enter(round_, POST)


async def test_a_pass_for_an_open_round_counts_from_its_close_and_takes_a_badge_away(
    world: World, chair: Chair
) -> None:
    round_ = await world.open_round(hours=1, late_for=HOUR)
    await chair.slash("allow", member=world.writer)
    until = round_.plan.closes_at + DAY
    assert f"<t:{int(until.timestamp())}:F>" in chair.text, "a day, where nothing was said"
    await world.env.advance_time(3601)
    for author in (world.writer, world.other_writer):
        await world.enter(round_, POST, author=author)
    assert ["*late*" in text for text in texts(world)[2:]] == [False, True]
    await chair.slash("allow", member=world.other_writer, **{"for": "1 hour"})
    assert not any("· *late*" in text for text in texts(world))


@pytest.mark.parametrize("once_more", [False, True])
async def test_the_same_pass_twice_is_told_once(world: World, chair: Chair, *, once_more: bool) -> None:
    """A moderator who saw no answer sends the command again."""
    await world.open_round()
    for _ in range(2):
        await chair.slash("allow", member=world.writer, once_more=once_more)
        assert "can hand in" in chair.text
        await world.env.advance_time(5)
    assert len(told(world, world.writer)) == 1
    await chair.command("log")
    assert chair.text.count(f"(<@{world.writer.id}>)") == 1


async def test_one_member_hands_in_once_more(world: World, chair: Chair, desk: Desk) -> None:
    round_ = await world.open_round(hours=1, entries_per_member=1)
    for entries in (2, 3):
        await desk.submit(POST)
        await desk.click("Hand in")
        await desk.submit(POST)
        assert "which is as many as" in desk.text
        await chair.slash("allow", member=world.writer, once_more=True)
        assert (
            f"<@{world.writer.id}> can hand in once more ({entries} entries in all) for **First frost**." in chair.text
        )
        assert f"You can hand in once more ({entries} entries in all) for **First frost**" in told(world)[-1]
        await desk.drafts()
        await desk.click("Open")
        assert desk.buttons["Hand in"]
        await desk.click("Discard")
    await world.enter(round_, POST, author=world.other_writer)
    with pytest.raises(RefusedError):
        await world.enter(round_, POST, author=world.other_writer)
    await world.env.advance_time(3600)
    with pytest.raises(RefusedError):
        await world.enter(round_, POST)
    await chair.slash("allow", member=world.writer)
    assert "until" in chair.text
    await world.enter(round_, POST)
    with pytest.raises(RefusedError):
        await world.enter(round_, POST)
    await chair.command("log")
    assert f"allowed one more entry in **First frost** (<@{world.writer.id}>)" in chair.text


async def test_once_more_after_the_close_gives_a_day(world: World, chair: Chair, desk: Desk) -> None:
    round_ = await world.open_round(hours=1, entries_per_member=1)
    await world.enter(round_, POST)
    await world.env.advance_time(3601)
    await chair.slash("allow", member=world.writer, once_more=True)
    assert "once more (2 entries in all) for **First frost** until" in chair.text
    assert "You can hand in once more (2 entries in all)." in told(world)[0]
    await world.enter(round_, POST)
    assert not any("*late*" in text for text in texts(world))


async def test_members_give_no_passes_and_a_round_called_off_takes_none(world: World, chair: Chair) -> None:
    round_ = await world.open_round()
    member = Chair(world, world.writer)
    await member.slash("allow", member=world.writer)
    assert "Only moderators can do this" in member.text
    await planning.cancel(world.bot.database, world.asked(), round_.id)
    await chair.slash("allow", member=world.writer, round=str(round_.id))
    assert "called off" in chair.text
    assert shown(world.channel.history()[0])


async def test_closed_direct_messages_stop_no_pass(world: World, chair: Chair) -> None:
    await world.open_round(hours=1)
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50007, times=1)
    await chair.slash("allow", member=world.writer)
    await world.env.advance_time(2 * 3600)
    await world.enter(await chair.round(), POST)
    assert "The Kettle" in texts(world)[-1]
