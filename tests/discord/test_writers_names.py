"""Posts say who wrote what, as the server called them when they handed in, also when they have left."""

import pytest

from tests.discord.chair import Chair
from tests.discord.conftest import World, shown
from tests.discord.desk import Desk, post


def called(world: World, name: str) -> None:
    world.env.backend.guilds[world.guild.id].members[world.writer.id].nick = name


async def handed_in(world: World, name: str) -> str:
    """What the channel shows of an entry by somebody whom the server calls so."""
    await world.open_round(hours=1, title="Embers")
    called(world, name)
    desk = Desk(world, world.writer)
    await desk.submit(post())
    await desk.click("Hand in")
    assert "is handed in" in desk.text
    return shown(world.channel.history()[-1])


async def test_a_writer_is_named_when_they_have_left(world: World) -> None:
    named = f"by [Wren](https://discord.com/users/{world.writer.id})"
    assert named in await handed_in(world, "Wren")
    called(world, "Sparrow")
    world.guild.remove_member(world.writer)
    await world.restart()
    await world.env.advance_time(3_600)
    card, entry, round_up = map(shown, world.channel.history())
    assert "Closed" in card
    assert named in entry
    assert named in round_up
    reader = Chair(world, world.reader)
    await reader.slash("show")
    assert named in reader.text


@pytest.mark.parametrize("name", ["\u2800", "\u115f\u3164"])
async def test_a_name_that_nobody_can_see_is_a_mention(world: World, name: str) -> None:
    assert f"by <@{world.writer.id}>" in await handed_in(world, name)


async def test_a_name_leads_nowhere_else(world: World) -> None:
    said = await handed_in(world, "](https://a.example) [x")
    assert said.count("https://") == 1
    assert f"](https://discord.com/users/{world.writer.id})" in said
    assert "](https://a" not in said


async def test_a_name_goes_with_what_its_writer_takes_back(world: World) -> None:
    await handed_in(world, "Wren of the Marshes")
    desk = Desk(world, world.writer)
    desk.keep(await world.writer.slash(world.channel, "mydata delete"))
    await desk.click("Leave my stories without my name")
    await desk.click("Yes, but leave my stories")
    assert "by a former member" in shown(world.channel.history()[-1])
    await world.env.settle()
    assert not any(b"Wren of the Marshes" in file.read_bytes() for file in world.path.parent.iterdir())
