"""A kill at any step of what moderators do with an entry of several pages: done once, shown once, told once."""

import pytest

from bot.services import moderating
from bot.storage.session import Session
from tests.discord.chair import Chair
from tests.discord.conftest import World
from tests.discord.kills import killing
from tests.discord.test_kills import LONG
from tests.discord.test_publishing import texts
from tests.discord.test_remind_me import told

PAGES = ["### Long", "-# Long (continued)"]


def pages(world: World) -> list[str]:
    return [text.split("\n")[0] for text in texts(world) if "Long" in text.split("\n")[0]]


async def deeds(world: World) -> int:
    return len(await world.bot.database.read(Session.all, "SELECT id FROM deeds"))


@pytest.mark.parametrize("act", ["restore", "move", "header"])
async def test_a_kill_at_any_step_of_moderating_ends_with_one_of_all(world: World, act: str) -> None:
    first, second = await world.open_round(), await world.open_round()
    entry = await world.enter(first, LONG)
    if act == "restore":
        await moderating.remove(world.bot.database, world.asked(), entry.id, None)
        await world.wake()
    before = await deeds(world), len(told(world, world.writer))
    chair, options = Chair(world, world.moderator), {"entry": str(entry.id)}
    options |= {"round": str(second.id)} if act == "move" else {}
    opened = await chair.command("entry header", **options) if act == "header" else None
    async with killing(world) as kills:
        if opened is not None:
            await chair.fill(opened, header="Title: Longer")
        else:
            await chair.command(f"entry {act}", **options)
        await world.env.settle()
    done = 0  # the first kill comes before it was written down
    async for killed in kills.each(more_than=12):
        await world.restart()
        assert (await deeds(world), len(told(world, world.writer))) == (before[0] + done, before[1] + done), killed
        titles = [each.replace("Long", "Longer") for each in PAGES] if act == "header" and done else PAGES
        assert pages(world) == ([] if act == "restore" and not done else titles), killed
        done = 1
