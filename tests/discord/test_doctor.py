"""The check: what is missing, where, what for, and how to give it; and how the bot itself is doing."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.prompts.source import Source
from bot.domain.rounds import round_wish
from bot.domain.rounds.home import Home
from bot.domain.rounds.settings import Customs
from bot.services import challenging, finding
from bot.services.examining import Health
from bot.storage.session import Session
from bot.ui.views import diagnosis
from tests.discord.chair import Chair, dismiss, forbid
from tests.discord.conftest import World, shown
from tests.discord.desk import post
from tests.discord.test_kills import lose_an_answer


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


async def test_all_is_well_where_nothing_was_ever_configured(chair: Chair, world: World) -> None:
    await chair.command("doctor")
    assert chair.page.response.ephemeral
    assert "All is well" in chair.text
    assert f"all that I need in <#{world.channel.id}>" in chair.text
    assert re.search(r"sound \(0\.[1-4] MB\)", chair.text), "with nothing in it yet; each table adds a little"
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


# -- permissions ----------------------------------------------------------------------------------


async def test_what_is_missing_is_named_with_its_place_and_what_for(chair: Chair, world: World) -> None:
    usual, other = world.guild.create_text_channel("usual"), world.guild.create_text_channel("other")
    await world.settle(channel_id=usual.id)
    await world.open_round(channel=other)
    await forbid(world, usual, add_reactions=True)
    await forbid(world, other, attach_files=True, read_message_history=True)
    await forbid(world, world.channel, send_messages=True)  # no round there, so it does not matter
    await chair.command("doctor", channel=usual)
    assert "There is something to do" in chair.text
    assert f"**In <#{usual.id}>** I lack:\n- *Add Reactions*: without it, entries stand without" in chair.text
    assert f"**In <#{other.id}>** I lack:\n- *Read Message History*: without it, I can't look up" in chair.text
    assert "- *Attach Files*: without it, a round with a picture waits until I have it." in chair.text
    assert f"<#{world.channel.id}>" not in chair.text
    assert "*Edit Channel*, *Permissions*" in chair.text
    await forbid(world, usual)
    await forbid(world, other)
    await chair.click("Look again")
    assert "All is well" in chair.text


async def test_what_makes_a_round_wait_is_said_to(chair: Chair, world: World) -> None:
    round_ = await world.open_round()
    await forbid(world, world.channel, read_message_history=True)
    await world.enter(round_, post())
    await chair.command("doctor")
    assert "**First frost**" in chair.text  # it waits
    assert "I can't look up what I posted, so rounds and entries wait" in chair.text


async def test_what_comes_back_with_another_permission_is_not_named(chair: Chair, world: World) -> None:
    await forbid(world, world.channel, send_messages=True)
    await chair.command("doctor")
    assert "*Send Messages*" in chair.text
    assert "Attach Files" not in chair.text
    usual = world.guild.create_text_channel("usual")
    await world.settle(channel_id=usual.id)
    await forbid(world, usual, view_channel=True)
    await chair.click("Look again")
    assert f"**In <#{usual.id}>** I lack:\n- *View Channel*: without it, I can't see the channel" in chair.text
    assert "*Send Messages*" not in chair.text


async def test_a_channel_that_is_gone_is_named(chair: Chair, world: World) -> None:
    other = world.guild.create_text_channel("other")
    await world.settle(channel_id=other.id, notices_channel_id=other.id)
    world.env.backend.delete_channel(other.id)
    await world.env.settle()
    await chair.command("doctor")
    assert "is a channel for rounds, and it is gone" in chair.text
    assert "is the moderators' channel, and it is gone" in chair.text


async def test_a_channel_of_old_rounds_whose_hearts_cannot_be_compared_is_named(chair: Chair, world: World) -> None:
    other, silent = world.guild.create_text_channel("other"), world.guild.create_text_channel("silent")
    await world.enter(await world.open_round(channel=other, hours=1), post())
    await world.open_round(channel=silent, hours=1)
    await world.env.advance_time(3600 + 1)
    for channel in (other, silent):
        await forbid(world, channel, read_message_history=True)
    await chair.command("doctor")
    assert "All is well" in chair.text
    await world.restart()
    await chair.command("doctor")
    assert (
        f"**In <#{other.id}>** I lack:\n- *Read Message History*: without it, I can't compare the hearts" in chair.text
    )
    assert f"<#{silent.id}>" not in chair.text
    await forbid(world, other)
    await chair.click("Look again")
    assert "All is well" in chair.text


async def test_a_chosen_channel_that_is_gone_is_told_and_is_as_not_chosen(chair: Chair, world: World) -> None:
    other = world.guild.create_text_channel("other")
    await world.settle(channel_id=other.id, notices_channel_id=other.id)
    world.env.backend.delete_channel(other.id)
    await world.env.settle()
    await chair.command("doctor")
    assert "All is well" in chair.text
    assert f"all that I need in <#{world.channel.id}>" in chair.text
    assert chair.text.count("Choose another in `/setup`; until then") == 2
    await chair.click("Post a test")
    assert "This is a test" in shown(world.channel.last_message)
    assert "its channel is gone. Choose another in `/setup`" in chair.text
    await world.settle(channel_id=world.channel.id, notices_channel_id=None)
    await chair.click("Back to the check")
    assert "gone" not in chair.text


async def test_a_moderators_role_that_is_gone_is_told(chair: Chair, world: World) -> None:
    role = world.guild.create_role("Hosts")
    await world.settle(moderator_role_id=role.id)
    await chair.command("doctor")
    assert "gone" not in chair.text
    world.env.backend.delete_role(world.guild.id, role.id)
    await chair.click("Look again")
    assert "All is well" in chair.text
    assert (
        "**The moderators' role** is gone. Choose another in `/setup`; until then only those moderate who may manage"
        " the server or its messages."
    ) in chair.text


async def test_a_channel_that_is_gone_matters_to_the_round_in_it(chair: Chair, world: World) -> None:
    other = world.guild.create_text_channel("other")
    await world.settle(channel_id=other.id)
    await world.open_round(channel=other)
    world.env.backend.delete_channel(other.id)
    await world.env.settle()
    await chair.command("doctor")
    assert "There is something to do" in chair.text
    assert "gone, or a locked thread" in chair.text


async def test_in_the_moderators_channel_less_is_needed(chair: Chair, world: World) -> None:
    staff = world.guild.create_text_channel("staff")
    await world.settle(notices_channel_id=staff.id)
    await forbid(world, staff, attach_files=True, send_messages=True)
    await chair.command("doctor")
    assert f"**In <#{staff.id}>** I lack:\n- *Send Messages*: without it, I tell the owner" in chair.text
    assert "Attach Files" not in chair.text


async def test_what_a_challenge_needs_is_looked_at_before_its_rounds_open(chair: Chair, world: World) -> None:
    place = world.guild.create_text_channel("sundays")
    quiet = world.guild.create_role("Quiet", mentionable=False)
    terms = replace(round_wish.usual(world.env.now(), Customs()), home=Home.THREAD, ping_role_id=quiet.id)
    asked = world.asked(channel=place)
    made = await challenging.propose(world.bot.database, asked, "Frost", terms=terms, calendar=None, source=Source())
    await chair.command("doctor")
    assert "All is well" in chair.text, "nobody said yes to it"
    await challenging.agree(world.bot.database, world.asked(), made.id)
    await forbid(world, place, create_public_threads=True, pin_messages=True)
    await chair.click("Look again")
    assert "- *Create Public Threads*: without it, rounds and stories can't have threads." in chair.text
    assert "- *Pin Messages*: without it, the list of a challenge's rounds stands there without a pin." in chair.text
    assert "Allow anyone to @mention this role" in chair.text
    await challenging.end(world.bot.database, world.asked(), made.id)
    await chair.click("Look again")
    assert "All is well" in chair.text


async def test_only_a_thread_takes_the_permission_for_threads(chair: Chair, world: World) -> None:
    thread = await world.open_thread()
    await forbid(world, world.channel, send_messages_in_threads=True)
    await chair.command("doctor")
    assert "All is well" in chair.text
    await world.open_round(channel=thread)
    await chair.command("doctor")
    assert f"**In <#{thread.id}>** I lack:\n- *Send Messages in Threads*" in chair.text
    assert "A thread takes them from its channel." in chair.text
    assert "- *Send Messages*:" not in chair.text


async def test_a_thread_that_discord_archived_is_no_trouble_and_a_locked_one_is(chair: Chair, world: World) -> None:
    backend = world.env.backend
    thread = await world.open_thread()
    await world.open_round(channel=thread)
    backend.edit_channel(thread.id, {}, thread_metadata={"archived": True})
    await chair.command("doctor")
    assert "All is well" in chair.text
    assert f"all that I need in <#{thread.id}>" in chair.text
    await forbid(world, world.channel, send_messages_in_threads=True)
    await chair.command("doctor")
    assert f"**In <#{thread.id}>** I lack:\n- *Send Messages in Threads*" in chair.text
    assert "A thread takes them from its channel." in chair.text
    backend.edit_channel(thread.id, {}, thread_metadata={"archived": True, "locked": True})
    await chair.command("doctor")
    assert f"**<#{thread.id}>** is a channel for rounds, and it is gone, or a locked thread." in chair.text


async def test_many_channels_fit(chair: Chair, world: World) -> None:
    for number in range(8):
        channel = world.guild.create_text_channel(f"corner-{number}")
        await world.open_round(channel=channel, title="W" * 100)
        await forbid(world, channel, send_messages=True, attach_files=True, add_reactions=True)
        await world.env.settle()
    await world.bot.database.write(Session.run, "UPDATE rounds SET paused = 'no permission', revision = revision + 1")
    await forbid(world, world.channel, send_messages=True)
    await chair.command("doctor")
    assert "And 2 more channels" in chair.text
    assert len(chair.text) <= 4_000


async def test_all_that_can_be_missing_fits(chair: Chair, world: World) -> None:
    gone = world.guild.create_text_channel("gone")
    everything = {"send_messages": True, "attach_files": True, "add_reactions": True, "read_message_history": True}
    for number in range(8):
        channel = world.guild.create_text_channel(f"corner-{number}")
        await world.open_round(channel=channel, title="*" * 100)
        await forbid(world, channel, **everything)
    strange = tuple(f"<:{'q' * 32}:12345678901234567{number}>" for number in range(5))
    await world.settle(channel_id=gone.id, notices_channel_id=gone.id, feedback=strange)
    world.env.backend.delete_channel(gone.id)
    await world.bot.database.write(Session.run, "UPDATE rounds SET paused = 'no permission', revision = revision + 1")
    await chair.command("doctor")
    assert "And 2 more channels" in chair.text
    assert "more wait for a moderator." in chair.text
    assert 3_500 < len(chair.text) <= 4_000
    assert "Try again now" in chair.buttons


async def test_an_emoji_that_is_gone_is_named(chair: Chair, world: World) -> None:
    quill = world.guild.create_emoji("quill")
    await world.settle(feedback=(f"<:quill:{quill.id}>", "♥️"))
    await chair.command("doctor")
    assert "All is well" in chair.text
    world.env.backend.delete_emoji(world.guild.id, quill.id)
    await chair.click("Look again")
    assert "There is something to do" in chair.text
    assert f"**Emoji**: I can't count on <:quill:{quill.id}>" in chair.text
    assert "♥️" not in chair.text


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


async def test_a_test_whose_answer_was_lost_may_stand_there(
    chair: Chair, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await chair.command("doctor")
    lost = lose_an_answer(world, monkeypatch)
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
