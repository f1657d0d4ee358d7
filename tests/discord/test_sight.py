"""Who knows of what takes place where: what is asked is always the place itself, and not where somebody types."""

from datetime import timedelta
from typing import Any

import discord
import pytest
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.domain.rounds.round import Phase, Round
from bot.services import planning
from tests.discord.chair import Chair, manager
from tests.discord.conftest import World
from tests.discord.desk import Desk, entries, post

TO_COME = "Ravens over Oslo"
ONLY_MODERATORS = "Only moderators can do this"


async def overwrite(world: World, channel: Any, member: Any, *, allow: int = 0, deny: int = 0) -> None:
    world.env.backend.set_overwrite(channel.id, Overwrite(member.id, OverwriteType.MEMBER, allow=allow, deny=deny))
    await world.env.settle()


async def hide(world: World, channel: Any, member: Any) -> None:
    await overwrite(world, channel, member, deny=discord.Permissions(view_channel=True).value)


@pytest.fixture
async def host(world: World) -> Chair:
    """Somebody who moderates a channel of their own, and no other."""
    own = world.guild.create_text_channel("ines-writes")
    await overwrite(world, own, world.writer, allow=discord.Permissions(manage_messages=True).value)
    chair = Chair(world, world.writer)
    await chair.command("help", channel=own)
    return chair


def own_channel(world: World) -> Any:
    return world.guild.channels["ines-writes"]


async def test_who_moderates_another_channel_is_told_of_no_prompt_to_come(world: World, host: Chair) -> None:
    round_ = await Chair(world, world.moderator).open(opens="tomorrow 9am", prompt=TO_COME, prompt_word="raven")
    own = own_channel(world)
    told: list[str] = []
    for command, options in (
        ("show", {}),
        ("show", {"round": str(round_.id)}),
        ("list", {}),
        ("show", {"round": "Oslo"}),
    ):
        await host.slash(command, channel=own, **options)
        told.append(host.text)
    for command in ("show", "edit", "close", "cancel", "extend"):
        found = await host.who.autocomplete(own, f"round {command}", "round", "")
        told += [choice["name"] for choice in found]
        assert not await host.who.autocomplete(own, f"round {command}", "round", "Oslo")
    for command in ("edit", "close", "cancel"):
        await host.slash(command, channel=own, round="ravens over")
        told.append(host.text)
        assert "I know no round" in host.text, "a title could be guessed at by the answer"
    assert not [text for text in told if "raven" in text.replace("ravens over", "").casefold()]


@pytest.mark.parametrize("title", [TO_COME.upper(), f"Prompt 12: {TO_COME}", "Birds of Oslo"])
async def test_nor_of_its_title(world: World, host: Chair, title: str) -> None:
    await world.open_round(title=title, prompt=TO_COME, opens_at=world.env.now() + timedelta(hours=5))
    own = own_channel(world)
    for command in ("show", "list"):
        await host.slash(command, channel=own)
        assert "A round to come" in host.text
        assert "oslo" not in host.text.casefold()
    offered = await host.who.autocomplete(own, "round show", "round", "")
    assert "oslo" not in str(offered).casefold()


async def test_nor_by_the_log(world: World) -> None:
    """Who moderates the channel of moderators is told of what was done in the channels that they see."""
    notices = world.guild.create_text_channel("moderators")
    await world.settle(notices_channel_id=notices.id)
    await overwrite(world, notices, world.writer, allow=discord.Permissions(manage_messages=True).value)
    chair = Chair(world, world.moderator)
    await chair.open(prompt="Embers")
    await chair.open(opens="tomorrow 9am", prompt=TO_COME)
    for who, knows in ((world.writer, False), (world.moderator, True)):
        asking = Chair(world, who)
        await asking.command("log", channel=notices)
        assert "Embers" in asking.text
        assert ("Oslo" in asking.text) is knows


async def test_a_draft_for_a_round_to_come_tells_its_writer_of_no_prompt(world: World) -> None:
    round_ = await Chair(world, world.moderator).open(opens="tomorrow 9am", prompt=TO_COME, prompt_word="raven")
    desk = Desk(world, world.writer)
    await desk.submit(post(), round=str(round_.id))
    assert "This round opens" in desk.text
    assert "A round to come" in desk.text
    assert "raven" not in desk.text.casefold()
    await planning.cancel(world.bot.database, world.asked(), round_.id)
    await desk.drafts()
    await desk.click("Open")
    assert "called off" in desk.text
    assert "raven" not in desk.text.casefold()


async def test_who_moderates_the_rounds_own_channel_is_told_from_everywhere(world: World, host: Chair) -> None:
    own = own_channel(world)
    await Chair(world, world.moderator).open(opens="tomorrow 9am", prompt=TO_COME, channel=own)
    for command in ("show", "list"):
        await host.slash(command, channel=world.channel)
        assert TO_COME in host.text
    assert len(await host.offered("edit", "round", "Oslo")) == 1
    await host.slash("cancel", channel=world.channel, round="Oslo")
    assert "Call it off" in host.buttons


async def archived(world: World, round_channel: Any) -> None:
    world.env.backend.edit_channel(round_channel.id, {}, thread_metadata={"archived": True})
    await world.env.settle()


@pytest.mark.parametrize("command", ["edit", "extend", "close", "cancel"])
async def test_a_round_in_an_archived_thread_is_its_channels_moderators_alone(world: World, command: str) -> None:
    thread = await world.open_thread()
    round_ = await world.open_round(channel=thread)
    await archived(world, thread)
    elsewhere = world.guild.create_text_channel("elsewhere")
    chair = Chair(world, world.moderator)
    options = {"closes": "2 days"} if command == "extend" else {}
    await overwrite(world, world.channel, world.moderator, deny=discord.Permissions(manage_messages=True).value)
    answer = await chair.slash(command, channel=elsewhere, round=str(round_.id), **options)
    assert answer.modal is None
    assert ONLY_MODERATORS in chair.text
    await hide(world, world.channel, world.moderator)
    answer = await chair.slash(command, channel=elsewhere, round=str(round_.id), **options)
    assert answer.modal is None
    assert "I know no round" in chair.text
    [still] = await chair.rounds()
    assert still.phase(world.env.now()) is Phase.OPEN


async def test_nothing_is_read_from_a_channel_that_the_bot_cannot_view(world: World) -> None:
    round_ = await world.open_round(title=TO_COME)
    elsewhere = world.guild.create_text_channel("elsewhere")
    everyone = Overwrite(
        world.guild.default_role.id, OverwriteType.ROLE, allow=0, deny=discord.Permissions(view_channel=True).value
    )
    world.env.backend.set_overwrite(world.channel.id, everyone)
    await overwrite(world, world.channel, world.reader, allow=discord.Permissions(view_channel=True).value)
    for asking, told in ((Chair(world, world.reader), False), (manager(world), True)):
        await asking.slash("show", channel=elsewhere, round=str(round_.id))
        assert (TO_COME in asking.text) is told


async def begun_at_the_card(world: World, round_: Round) -> Desk:
    desk = Desk(world, world.writer)
    (card,) = [message for message in world.channel.history() if message.components]
    await desk.fill(await world.writer.click(card, label="Submit"), post())
    assert round_.plan.title in desk.text
    return desk


async def test_a_draft_is_not_handed_in_to_a_channel_that_was_taken_from_its_writer(world: World) -> None:
    round_ = await world.open_round()
    desk = await begun_at_the_card(world, round_)
    elsewhere = world.guild.create_text_channel("elsewhere")
    desk.keep(await world.writer.slash(elsewhere, "drafts"))
    await desk.click("Open")
    await hide(world, world.channel, world.writer)
    await desk.click("Hand in")
    assert "a channel that you can't see now" in desk.text
    assert await entries(world, round_.id) == []
    desk.keep(await world.writer.slash(elsewhere, "drafts"))
    await desk.click("Open")
    assert "a channel that you can't see now" in desk.text
    assert round_.plan.title not in desk.text
    assert not desk.buttons.get("Hand in")
    await overwrite(world, world.channel, world.writer)
    desk.keep(await world.writer.slash(elsewhere, "drafts"))
    await desk.click("Open")
    await desk.click("Hand in")
    assert "is handed in" in desk.text


async def test_a_draft_whose_channel_was_taken_goes_to_another_round(world: World) -> None:
    round_ = await world.open_round()
    desk = await begun_at_the_card(world, round_)
    elsewhere = world.guild.create_text_channel("elsewhere")
    other = await world.open_round(channel=elsewhere, title="Embers")
    await hide(world, world.channel, world.writer)
    desk.keep(await world.writer.slash(elsewhere, "drafts"))
    await desk.click("Open")
    await desk.choose(other.id)
    await desk.click("Hand in")
    assert "is handed in to **Embers**" in desk.text
    assert len(await entries(world, other.id)) == 1
