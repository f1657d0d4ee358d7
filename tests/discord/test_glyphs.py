"""Titles that would turn or bury what stands beside them."""

import pytest

from tests.discord.chair import Chair
from tests.discord.conftest import World, shown
from tests.discord.desk import Desk
from tests.domain.text.test_glyph import is_balanced

TURNED = "Snow \u202etsorF\u202c\u202c \u2067"
BURIED = "Sn" + "o\u0301\u0323" * 2 + "\u0301" * 60 + "w"


@pytest.mark.parametrize("title", [TURNED, BURIED], ids=["turned", "buried"])
async def test_cards_lists_and_choices_keep_titles_within_themselves(world: World, title: str) -> None:
    chair, desk = Chair(world, world.moderator), Desk(world, world.writer)
    round_ = await world.open_round(title=title)
    await desk.submit(f"Title: {title}\nFandom: {title}\n\nIt snowed.")
    seen = [desk.text]
    await desk.click("Hand in")
    seen += [desk.text, *await chair.offered("show", "round", "")]
    seen += [one["name"] for one in await world.writer.autocomplete(world.channel, "entry withdraw", "entry", "")]
    await chair.slash("list")
    seen.append(chair.text)
    await chair.slash("close", round=str(round_.id))
    await chair.click(chair.buttons[0])
    seen += [shown(message) for message in world.channel.history()]
    assert len(seen) > 6
    for text in seen:
        assert all(map(is_balanced, text.split("\n")))
        assert "\u0301" * 4 not in text


@pytest.mark.parametrize("name", [TURNED, BURIED[:60]], ids=["turned", "buried"])
async def test_so_do_those_of_the_bank(world: World, name: str) -> None:
    chair = Chair(world, world.moderator)
    for prompt in (f"Frost {name}", f"Frosts {name}"):
        await chair.fill(await chair.command("prompts add"), prompt=prompt, set=name)
    await chair.command("prompts list")
    seen = [chair.text]
    for command, option in (
        ("prompts add", "set"),
        ("prompts list", "set"),
        ("prompts edit", "prompt"),
        ("round open", "prompt"),
    ):
        offered = await world.moderator.autocomplete(world.channel, command, option, "")
        seen += [one["name"] for one in offered]
    await chair.command("prompts remove", prompt="frosts")
    seen.append(chair.text)
    for text in seen:
        assert all(map(is_balanced, text.split("\n")))
        assert "\u0301" * 4 not in text
