"""A kill at any step of what moderators do with an entry of several pages: done once, shown once, told once."""

from pathlib import Path

import pytest

from bot.services import moderating
from bot.storage.session import Session
from tests.discord.chair import Chair
from tests.discord.conftest import World
from tests.discord.test_kills import LONG, at_each_step
from tests.discord.test_publishing import texts
from tests.discord.test_remind_me import told

PAGES = ["### Long", "-# Long (continued)"]


def pages(world: World) -> list[str]:
    return [text.split("\n")[0] for text in texts(world) if "Long" in text.split("\n")[0]]


async def deeds(world: World) -> int:
    return len(await world.bot.database.read(Session.all, "SELECT id FROM deeds"))


@pytest.mark.parametrize("act", ["restore", "move", "header"])
async def test_a_kill_at_any_step_of_moderating_ends_with_one_of_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    async for world, switch in at_each_step(tmp_path, more_than=30):
        first, second = await world.open_round(), await world.open_round()
        entry = await world.enter(first, LONG)
        if act == "restore":
            await moderating.remove(world.bot.database, world.asked(), entry.id, None)
            await world.wake()
        before = await deeds(world), len(told(world, world.writer))
        chair, options = Chair(world, world.moderator), {"entry": str(entry.id)}
        options |= {"round": str(second.id)} if act == "move" else {}
        opened = await chair.command("entry header", **options) if act == "header" else None
        with monkeypatch.context() as patches:
            switch.install(world.bot, patches)
            if opened is not None:
                await chair.fill(opened, header="Title: Longer")
            else:
                await chair.command(f"entry {act}", **options)
            await world.env.settle()
        await world.restart()
        done = 0 if switch.at == 0 else 1  # the first step is before it was written down
        named = f"killed at step {switch.at}"
        assert (await deeds(world), len(told(world, world.writer))) == (before[0] + done, before[1] + done), named
        titles = [each.replace("Long", "Longer") for each in PAGES] if act == "header" and done else PAGES
        assert pages(world) == ([] if act == "restore" and not done else titles), named
