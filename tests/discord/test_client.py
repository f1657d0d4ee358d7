"""The bot as Discord meets it: its commands, and what it does with strangers' clicks."""

import asyncio
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import simcord

from bot import client
from bot.client import DrabbleBot
from bot.config import Config
from bot.services import finding
from bot.ui.answering import errors, rights
from tests import patience
from tests.discord.chair import Chair
from tests.discord.conftest import World, make_bot, running
from tests.discord.test_publishing import POST


def told(env: simcord.Env, since: int = 0) -> list[str]:
    """The requests in which the bot told Discord its commands."""
    return [entry.path for entry in env.http_requests[since:] if entry.method == "PUT" and "commands" in entry.path]


async def test_nobody_listens_for_what_the_bot_lets_pass(world: World) -> None:
    listening = {event.removeprefix("on_") for event in (*world.bot.extra_events, *dir(world.bot))}
    assert {"ready", "message"} <= listening
    assert not client.UNHEARD & (listening | world.bot.ears.keys())


async def test_commands_are_told_once(tmp_path: Path) -> None:
    path = tmp_path / "drabbles.sqlite3"
    async with running(path, stranger=True) as env:
        assert len(told(env)) == 1
        before = len(env.http_requests)
        with env.time_context():
            await env.bot.close()
        await env.restart_bot(make_bot(path))
        assert told(env, before) == []


async def test_our_worlds_know_the_commands_as_a_first_start_tells_them(world: World) -> None:
    known = world.env.backend.commands.copy()
    assert told(world.env) == []
    world.env.backend.commands.clear()
    await world.restart()
    assert len(told(world.env)) == 1
    assert without_ids(world.env.backend.commands[None]) == without_ids(known[None])


def without_ids(commands: Mapping[Any, dict[str, Any]]) -> list[dict[str, Any]]:
    return [each | {"id": ""} for each in commands.values()]


async def test_commands_are_told_again_when_ours_changed(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    before = len(world.env.http_requests)
    sync = DrabbleBot.sync_commands

    async def changed(bot: DrabbleBot) -> None:
        bot.tree.remove_command("drafts")
        await sync(bot)

    monkeypatch.setattr(DrabbleBot, "sync_commands", changed)
    await world.restart()
    assert len(told(world.env, before)) == 1


async def test_commands_are_told_again_when_discord_lost_them(world: World) -> None:
    before = len(world.env.http_requests)
    world.env.backend.commands.clear()
    await world.restart()
    assert len(told(world.env, before)) == 1


async def develop(world: World) -> None:
    """A start with a guild for development."""
    config = Config.from_env({"DRABBLE_DATABASE": str(world.path), "DRABBLE_DEV_GUILD": str(world.guild.id)})
    with world.env.time_context():
        await world.bot.close()
    await world.env.restart_bot(DrabbleBot(config, answer=errors.answer, admit=rights.admit))


async def test_commands_are_for_all_again_when_development_is_over(world: World) -> None:
    await develop(world)
    await world.restart()
    assert await world.bot.tree.fetch_commands(guild=world.guild) == []
    assert await world.bot.tree.fetch_commands() != []
    before = len(world.env.http_requests)
    await world.restart()
    assert told(world.env, before) == []


async def test_a_development_guild_gets_the_commands_at_once_and_alone(world: World) -> None:
    before = len(world.env.http_requests)
    await develop(world)
    first, second = told(world.env, before)
    assert f"/guilds/{world.guild.id}/commands" in first
    assert "/guilds/" not in second
    assert [command.name for command in await world.bot.tree.fetch_commands()] == []
    assert await world.bot.tree.fetch_commands(guild=world.guild) != []


async def test_the_bot_asks_for_no_privileged_intent(world: World) -> None:
    intents = world.bot.intents
    assert not any((intents.message_content, intents.members, intents.presences))


async def test_nothing_pings(world: World) -> None:
    assert world.bot.allowed_mentions is not None
    assert world.bot.allowed_mentions.to_dict() == {"parse": []}


async def test_discord_py_keeps_nothing_that_was_shown_to_a_member(world: World) -> None:
    chair = Chair(world, world.moderator)
    before = asyncio.all_tasks()
    await chair.propose()
    await chair.click(chair.buttons[0])
    await chair.slash("show")
    to_forget = [task for task in asyncio.all_tasks() - before if "timeout" in str(task.get_coro())]
    assert to_forget == []


async def test_what_the_bot_heard_last_is_written_before_it_stops(world: World) -> None:
    round_ = await world.open_round()
    for _ in range(3):
        await world.enter(round_, POST)
    is_free = threading.Event()
    busy = asyncio.create_task(world.bot.database.write(lambda _: is_free.wait(patience.SECONDS)))
    world.env.backend.bulk_delete_messages(world.channel.id, [each.id for each in world.channel.history()[1:]])
    with world.env.time_context():
        stopping = asyncio.create_task(world.bot.close())
        while world.bot.cogs:  # noqa: ASYNC110 - discord.py tells nobody when they are gone
            await asyncio.sleep(0)
        is_free.set()
        await asyncio.gather(busy, stopping)
    await world.restart()
    assert (await finding.standing(world.bot.database, round_)).entries == 0
