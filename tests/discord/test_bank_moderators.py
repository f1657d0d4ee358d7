"""The bank is the whole server's: who moderates no more than a channel of their own has no say in it."""

from typing import Any

import discord
import pytest
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.domain.prompts.prompt import PromptWording
from bot.services import keeping_bank, suggesting
from bot.ui.views.press import custom_id
from tests.discord.chair import Chair, manager
from tests.discord.conftest import World
from tests.discord.test_forged import send
from tests.discord.test_sight import hide

REFUSED = "Only moderators can do this"


async def let_moderate(world: World, who: Any, channel: Any, *, sees: bool = True) -> None:
    """Let a member manage the messages of one channel."""
    granted = discord.Permissions(manage_messages=True, view_channel=sees)
    overwrite = Overwrite(who.id, OverwriteType.MEMBER, allow=granted.value, deny=0)
    world.env.backend.set_overwrite(channel.id, overwrite)
    await world.env.settle()


@pytest.fixture
async def own(world: World) -> Any:
    """A channel that a reader moderates; the bank has a prompt, and one waits that a member suggested."""
    channel = world.guild.create_text_channel("readers-corner")
    await let_moderate(world, world.reader, channel)
    database, guild_id, now = world.bot.database, world.guild.id, world.env.now()
    await keeping_bank.add(database, world.asked(), PromptWording("Frost", "Who noticed?"), image=None)
    await suggesting.suggest(database, guild_id, world.writer.id, request="two", text="Who forgot?", now=now)
    await world.reader.send(world.channel, "So that there is a message to click on.")
    return channel


async def looked_at(world: World, who: Any, channel: Any) -> str:
    chair = Chair(world, who)
    await chair.command("prompts list", channel=channel)
    return chair.text


async def test_who_moderates_a_channel_of_their_own_has_no_say_in_the_bank(world: World, own: Any) -> None:
    before = await keeping_bank.every(world.bot.database, world.guild.id)
    reader = Chair(world, world.reader)
    options: dict[str, dict[str, Any]] = {
        "edit": {"prompt": "noticed"},
        "remove": {"prompt": "noticed"},
        "import": {"file": ("more.txt", b"Snow fell.")},
    }
    for command in ("add", "edit", "remove", "list", "export", "import", "suggestions"):
        await reader.command(f"prompts {command}", channel=own, **options.get(command, {}))
        assert REFUSED in reader.text, command
    for routes, form in ((world.bot.routes, {}), (world.bot.forms, {"prompt": "Snow fell.", "set": "Frost"})):
        for route in (each for each in routes if each.startswith(("prompts.", "suggestion."))):
            for number in (0, 1):
                said = custom_id(route, number, 0)
                assert REFUSED in await send(world, world.reader, own, said, values=["all"], **form), route
    for command, option in (("add", "set"), ("edit", "prompt"), ("remove", "prompt")):
        assert await world.reader.autocomplete(own, f"prompts {command}", option, "") == [], command
    assert await keeping_bank.every(world.bot.database, world.guild.id) == before
    assert len(await suggesting.waiting(world.bot.database, world.guild.id)) == 1


@pytest.mark.parametrize("choice", ["channel_id", "notices_channel_id"])
async def test_who_moderates_a_channel_that_the_server_chose_has_a_say(world: World, own: Any, choice: str) -> None:
    await world.settle(**{choice: own.id})
    assert "Who noticed?" in await looked_at(world, world.reader, world.channel)
    assert REFUSED in await looked_at(world, world.writer, own)


async def test_who_has_the_moderators_role_has_a_say_wherever_they_are(world: World, own: Any) -> None:
    hosts = world.guild.create_role("Hosts")
    host = world.guild.add_member(world.env.create_user("host"), roles=[hosts])
    assert REFUSED in await looked_at(world, host, own)
    await world.settle(moderator_role_id=hosts.id)
    assert "Who noticed?" in await looked_at(world, host, own)


async def test_the_bank_tells_no_title_that_whoever_looks_may_not_know(world: World, own: Any) -> None:
    backstage = world.guild.create_text_channel("backstage")
    chair = manager(world)
    await chair.slash("open", channel=backstage, closes="in 7 days", opens="in 2 days", prompt="draw one")
    await chair.fill(await chair.click("Change the text"), title="Ravens over Oslo")
    await chair.click(chair.buttons[0])
    await hide(world, backstage, world.moderator)
    assert "used in “Ravens over Oslo”" in await looked_at(world, chair.who, own)
    moderator = Chair(world, world.moderator)
    for command, options in (("list", {}), ("export", {})):
        await moderator.command(f"prompts {command}", **options)
        assert "Ravens" not in moderator.text
    (table,) = moderator.page.response.message.attachments
    assert b"Ravens" not in await table.read()
    await moderator.command("prompts list")
    assert "used in a round, " in moderator.text
    await moderator.click("Open")
    assert "used in a round, " in moderator.text
