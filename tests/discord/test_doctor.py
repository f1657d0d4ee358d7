"""The check: how the bot itself is doing, which rounds wait, a test post, and how right hearts are."""

import re
from datetime import timedelta

import pytest

from bot.services import finding
from bot.services.checking_database import Health
from bot.ui.views import diagnosis
from tests.discord.chair import Chair, dismiss, forbid
from tests.discord.conftest import World, shown
from tests.discord.desk import post
from tests.discord.lost_answers import lose_an_answer


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


async def test_all_is_well_where_nothing_was_ever_configured(chair: Chair, world: World) -> None:
    await chair.command("doctor")
    assert chair.page.response.ephemeral
    assert "All is well" in chair.text
    assert f"all that I need in <#{world.channel.id}>" in chair.text
    assert re.search(r"sound \(0\.[1-9] MB\)", chair.text), "with nothing in it yet; each table adds a little"
    assert "in step with Discord's" in chair.text
    assert "**Rounds that wait for a moderator**: none." in chair.text


async def test_it_is_for_moderators(world: World) -> None:
    reader = Chair(world, world.reader)
    await reader.command("doctor")
    assert "Only moderators" in reader.text


async def test_nor_do_its_buttons_serve_who_is_no_moderator_any_more(chair: Chair, world: World) -> None:
    await chair.command("doctor")
    page = chair.page
    await dismiss(world)
    for label in ("Look again", "Post a test"):
        chair.page = page
        await chair.click(label)
        assert "Only moderators" in chair.text
    assert world.channel.history() == []


# -- the bot itself -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ahead", "said"),
    [
        (timedelta(seconds=-0.4), "in step"),
        (timedelta(seconds=1.9), "in step"),
        (timedelta(seconds=90), "90 seconds ahead of Discord's. I go by Discord's"),
        (timedelta(seconds=-90), "90 seconds behind Discord's. I go by Discord's"),
    ],
)
def test_the_clock_is_held_against_discords(ahead: timedelta, said: str) -> None:
    assert said in diagnosis.clock_text(ahead)


def test_a_damaged_database_is_told() -> None:
    text = diagnosis.database_text(Health(3 * 1024 * 1024, ("row 3 missing from index rounds_by_guild",)))
    assert "damaged (3.0 MB): row 3 missing" in text


async def test_the_last_reconciliation_is_told(chair: Chair, world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, post())
    await chair.command("doctor")
    assert "nothing to compare so far; I have been listening since" in chair.text
    await world.env.advance_time(60)
    await world.restart()
    await chair.command("doctor")
    assert f"last compared with Discord <t:{int(world.env.now().timestamp())}:R>" in chair.text


# -- rounds that wait -----------------------------------------------------------------------------


async def test_a_round_that_waits_is_shown_with_the_reason(chair: Chair, world: World) -> None:
    round_ = await world.open_round()
    await forbid(world, world.channel, send_messages=True)
    await world.enter(round_, post())
    other = world.guild.create_text_channel("other")
    await chair.command("doctor", channel=other)
    assert "**First frost**" in chair.text
    assert "I may not post there" in chair.text
    await chair.click("Try again now")
    assert "I am trying **First frost** again" in chair.text
    await chair.click("Look again")
    assert "waits" in chair.text
    await forbid(world, world.channel)
    await chair.click("Look again")
    assert "**Rounds that wait for a moderator**: none." in chair.text


async def test_trying_again_posts_what_waited(chair: Chair, world: World) -> None:
    round_ = await world.open_round()
    world.env.inject_error("POST", f"/channels/{world.channel.id}/messages", status=403, code=50013, times=1)
    await world.enter(round_, post())
    assert (await finding.one_round(world.bot.database, world.guild.id, round_.id)).paused
    await chair.command("doctor")
    await chair.click("Try again now")
    assert "The Kettle" in shown(world.channel.last_message)
    await chair.click("Look again")
    assert "All is well" in chair.text


# -- a test post ----------------------------------------------------------------------------------


async def test_a_test_is_posted_in_the_usual_channel_and_taken_away(chair: Chair, world: World) -> None:
    usual = world.guild.create_text_channel("usual")
    await world.settle(channel_id=usual.id, feedback=("🌟", "♥️"))
    await chair.command("doctor")
    await chair.click("Post a test")
    message = usual.last_message
    assert "This is a test" in shown(message)
    assert [str(reaction.emoji) for reaction in message.reactions] == ["🌟", "♥️"]
    assert message.jump_url in chair.text
    await chair.click("Back to the check")
    assert "All is well" in chair.text
    refused = await world.reader.click(message, label="Take it away")
    assert "Only moderators" in refused.response.content
    await world.restart()
    await world.moderator.click(message, label="Take it away")
    assert usual.history() == []


async def test_a_test_tells_which_emoji_do_not_work(chair: Chair, world: World) -> None:
    await world.settle(feedback=("<:gone:123456789012345678>", "♥️"))
    world.env.inject_error("PUT", "/channels/*/reactions/gone*", status=400, code=10014, times=1)
    await chair.command("doctor")
    await chair.click("Post a test")
    assert "I could not leave <:gone:123456789012345678> under it" in chair.text
    assert "I need *Add Reactions*." in chair.text


async def test_a_test_that_cannot_be_posted_says_why(chair: Chair, world: World) -> None:
    usual = world.guild.create_text_channel("usual")
    await world.settle(channel_id=usual.id)
    await forbid(world, usual, send_messages=True)
    await chair.command("doctor")
    await chair.click("Post a test")
    assert f"I could not post in <#{usual.id}>: I may not post there" in chair.text
    world.env.backend.delete_channel(usual.id)
    await world.env.settle()
    await chair.click("Back to the check")
    await chair.click("Post a test")
    assert "its channel is gone" in chair.text


@pytest.mark.parametrize("status", [429, 503])
async def test_a_test_that_discord_is_too_busy_for_can_be_tried_again(chair: Chair, world: World, status: int) -> None:
    world.env.inject_error("POST", f"/channels/{world.channel.id}/messages", status=status, times=1)
    await chair.command("doctor")
    await chair.click("Post a test")
    assert "Discord was busy" in chair.text
    await chair.click("Back to the check")
    await chair.click("Post a test")
    assert "Posted: " in chair.text


async def test_a_test_whose_answer_was_lost_may_stand_there(chair: Chair, world: World) -> None:
    await chair.command("doctor")
    lost = lose_an_answer(world)
    await chair.click("Post a test")
    assert lost
    assert "gave no answer" in chair.text
    await world.moderator.click(world.channel.last_message, label="Take it away")
    assert world.channel.history() == []


async def test_a_server_that_is_down_for_a_moment_can_be_asked_again(chair: Chair, world: World) -> None:
    await chair.command("doctor")
    guild = world.bot.get_guild(world.guild.id)
    assert guild is not None
    guild.unavailable = True
    await chair.click("Post a test")
    assert "Please try again in a minute" in chair.text


# -- hearts, as of when ---------------------------------------------------------------------------


async def test_hearts_are_right_as_of_now_while_all_is_heard(chair: Chair, world: World) -> None:
    round_ = await world.open_round()
    await chair.slash("show")
    assert "right as of" not in chair.text
    await world.enter(round_, post())
    await world.env.advance_time(3_625)
    await chair.slash("show")
    assert f"right as of <t:{minute(world)}:F>." in chair.text
    await world.restart()
    compared = int(world.env.now().timestamp())
    await world.env.advance_time(3_625)
    await chair.slash("show")
    assert f"right as of <t:{minute(world)}:F>." in chair.text
    await tell(world, "disconnect")
    await chair.slash("show")
    assert f"right as of <t:{compared}:F>. I was away since" in chair.text
    await tell(world, "resumed")
    await chair.slash("show")
    assert f"right as of <t:{minute(world)}:F>." in chair.text


async def test_hearts_that_could_not_be_compared_yet_are_said_to_be(chair: Chair, world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, post())
    world.env.inject_error("GET", f"/channels/{world.channel.id}/messages", status=503, times=None)
    await world.env.advance_time(60)
    await world.restart()
    await chair.slash("show")
    assert "I was away, and am still comparing" in chair.text


def minute(world: World) -> int:
    """The beginning of this minute, which is as exact as Discord shows a moment."""
    return int(world.env.now().timestamp()) // 60 * 60


async def tell(world: World, event: str) -> None:
    """What the library tells of its connection."""
    with world.env._bot_scope():
        world.bot.dispatch(event)
    await world.env.settle()
