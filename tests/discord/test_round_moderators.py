"""Who may run rounds, and which rounds are theirs."""

import discord
import pytest
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.domain.rounds.round import Phase
from tests.discord.chair import PROMPT, Chair, dismiss
from tests.discord.conftest import World

ONLY_MODERATORS = "Only moderators can do this"


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("open", {"closes": "in 7 days"}),
        ("edit", {}),
        ("extend", {"closes": "2 days"}),
        ("close", {}),
        ("cancel", {}),
    ],
)
async def test_other_members_are_refused(world: World, command: str, options: dict[str, str]) -> None:
    await Chair(world, world.moderator).open()
    writer = Chair(world, world.writer)
    answer = await writer.slash(command, **options)
    assert answer.modal is None
    assert ONLY_MODERATORS in writer.text
    assert writer.buttons == []


async def test_they_do_not_learn_what_there_is(world: World) -> None:
    writer = Chair(world, world.writer)
    await writer.slash("cancel", round="Frost")
    assert ONLY_MODERATORS in writer.text


@pytest.mark.parametrize("label", ["Open the round", "Change the text", "Put aside"])
async def test_who_is_no_moderator_any_more_cannot_click(chair: Chair, world: World, label: str) -> None:
    await chair.propose()
    await dismiss(world)
    answer = await chair.click(label)
    assert answer.modal is None
    assert ONLY_MODERATORS in chair.text
    assert await chair.rounds() == []


@pytest.mark.parametrize(("command", "label"), [("close", "Close it now"), ("cancel", "Call it off")])
async def test_nor_end_a_round(chair: Chair, world: World, command: str, label: str) -> None:
    await chair.open()
    await chair.slash(command)
    await dismiss(world)
    await chair.click(label)
    assert ONLY_MODERATORS in chair.text
    assert (await chair.round()).phase(world.env.now()) is Phase.OPEN


async def test_nor_send_the_form(chair: Chair, world: World) -> None:
    opened = await chair.slash("open", closes="in 7 days")
    await dismiss(world)
    await chair.fill(opened, prompt=PROMPT)
    assert ONLY_MODERATORS in chair.text


async def test_manage_server_is_enough(world: World) -> None:
    hosts = world.guild.create_role("Hosts", permissions=discord.Permissions(manage_guild=True))
    host = Chair(world, world.guild.add_member(world.env.create_user("odile"), roles=[hosts]))
    await host.open()
    assert len(await host.rounds()) == 1


async def test_who_moderates_one_channel_moderates_no_other(chair: Chair, world: World) -> None:
    own = world.guild.create_text_channel("ines-writes")
    allowed = discord.Permissions(manage_messages=True).value
    world.env.backend.set_overwrite(own.id, Overwrite(world.writer.id, OverwriteType.MEMBER, allow=allowed, deny=0))
    await world.env.settle()
    ines = Chair(world, world.writer)
    await ines.open(channel=own)
    round_ = await chair.open(prompt="Embers")
    for command in ("cancel", "close", "edit"):
        await ines.slash(command, channel=own, round=str(round_.id))
        assert ONLY_MODERATORS in ines.text
    answer = await ines.slash("open", closes="in 7 days", channel=own)
    assert answer.modal is not None
    answer = await ines.who.slash(own, "round open", closes="in 7 days", channel=world.channel)
    assert answer.modal is None
