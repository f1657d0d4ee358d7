"""What `/doctor` says of permissions, and of what is gone."""

from dataclasses import replace

import pytest

from bot.domain.prompts.source import Source
from bot.domain.rounds import round_wish
from bot.domain.rounds.home import Home
from bot.domain.rounds.settings import Customs
from bot.services import challenging
from bot.storage.session import Session
from tests.discord.chair import Chair, forbid, lose_channel
from tests.discord.conftest import World, shown
from tests.discord.desk import post


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


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
    await lose_channel(world, "channel_id", "notices_channel_id")
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
    await lose_channel(world, "channel_id", "notices_channel_id")
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
