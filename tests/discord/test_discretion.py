"""What the log says at its most talkative, while members write."""

import io
import logging
import sys
from collections.abc import Generator

import pytest

from bot import logs
from bot.config import Config
from bot.domain.rounds.home import Talk
from bot.intake import delegating
from tests.discord.chair import Chair, forbid
from tests.discord.conftest import World
from tests.discord.desk import Desk
from tests.documents import docx, paragraph, run

WRITTEN = "a heron"
"""It is in everything that anybody writes here."""
POST = f"Title: Of {WRITTEN}\nFandom: {WRITTEN}\nRating: G\n\nIn the reeds {WRITTEN} stood all night."


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Generator[io.StringIO]:
    """Standard error, with the log as `debug` sets it up."""
    stream = io.StringIO()
    root = logging.getLogger()
    loggers = [root, *map(logging.getLogger, logs.OURS)]
    before = [(each, each.level) for each in loggers]
    handlers = root.handlers[:]
    monkeypatch.setattr(sys, "stderr", stream)
    logs.set_up(Config(log_level="debug"))
    yield stream
    root.handlers[:] = handlers
    for each, level in before:
        each.setLevel(level)


async def test_debug_holds_nothing_that_a_member_writes(log: io.StringIO, world: World) -> None:
    logging.getLogger("bot.somewhere").debug("awake")
    logging.getLogger("discord.gateway").info("connected")
    await everything_written(world)
    await a_bank_filled(world)
    await a_challenge_set_up(world)
    await what_discord_refuses(world)
    said = log.getvalue()
    assert "awake" in said
    assert "connected" in said
    assert "could not be read" in said
    assert WRITTEN not in said
    tokens = [
        payload["token"]
        for kind, _, payload in world.env.backend.transcript
        if kind == "GATEWAY" and "token" in payload
    ]
    assert len(tokens) > 10
    assert [token for token in tokens if token in said] == []


async def everything_written(world: World) -> None:
    chair = Chair(world, world.moderator)
    await chair.propose(prompt=f"Write of {WRITTEN}.", words="anything", entries_each=5)
    await chair.click("Open the round")
    desk = Desk(world, world.writer)
    await desk.submit(POST)
    await desk.click("Hand in")
    await desk.submit(file=("heron.txt", POST.encode()))
    await desk.submit(file=("heron.docx", docx(paragraph(run(POST)))))
    with pytest.MonkeyPatch.context() as stumbling:
        stumbling.setattr(delegating, "COMMAND", (sys.executable, "-c", f"raise ValueError({POST!r})"))
        await desk.submit(file=("heron.docx", docx(paragraph(run(POST)))))
    await desk.enter(await world.writer.send(world.channel, POST))
    await desk.fill(await world.writer.click(desk.page.response, label="Edit text"), POST.upper() + POST)
    await desk.drafts()
    counted = await world.reader.slash(world.channel, "count")
    await world.reader.submit_modal(counted, {"text": POST})
    await world.reader.context_menu(world.channel, "Count words", await world.reader.send(world.channel, POST))


async def a_bank_filled(world: World) -> None:
    await world.settle(notices_channel_id=world.guild.create_text_channel("moderators").id)
    chair, table = Chair(world, world.moderator), f'prompt,set\n"{WRITTEN}, again",{WRITTEN}\n'
    prompt = {"prompt": f"Write of {WRITTEN}.", "set": f"Of {WRITTEN}"}
    await chair.fill(await chair.command("prompts add"), **prompt)
    await chair.fill(await chair.command("prompts edit", prompt=WRITTEN), **prompt)
    await chair.command("prompts list", words=WRITTEN)
    await chair.command("prompts import", file=(f"{WRITTEN}.csv", table.encode()))
    await chair.click("Take 1")
    await chair.slash("open", closes="in 7 days", prompt=f"of {WRITTEN}")
    for label in ("Approve", "No thanks"):
        suggesting = await world.writer.slash(world.channel, "prompt suggest")
        await world.writer.submit_modal(suggesting, {"prompt": f"{label} {WRITTEN}"})
        await chair.command("prompts suggestions")
        deciding = await chair.click(label)
    await chair.fill(deciding, reason=f"We had {WRITTEN}.")


async def a_challenge_set_up(world: World) -> None:
    chair = Chair(world, world.moderator)
    opened = await chair.command("challenge new")
    await chair.fill(opened, name=f"Of {WRITTEN}", opens=f"when {WRITTEN} calls", open_for=WRITTEN)
    await chair.fill(await chair.click("Fill it in again"), opens="daily 6pm", open_for="20 hours")
    await chair.click("Start it")
    await chair.command("challenge skip", date="tomorrow", word=f"No round, said {WRITTEN}.")
    await chair.command("challenge calendar")


async def what_discord_refuses(world: World) -> None:
    """Threads, events and tags are nice to have, so what is refused is only logged."""
    await forbid(world, world.channel, create_public_threads=True, create_events=True, pin_messages=True)
    talkative = await world.open_round(title=f"Of {WRITTEN}", talk=Talk.STORIES, event=True)
    await world.enter(talkative, POST)
    chair = Chair(world, world.moderator)
    await chair.slash("close", round=str(talkative.id), reason=f"It was {WRITTEN}.")
    await chair.slash("allow", round=str(talkative.id), member=world.writer, **{"for": WRITTEN})
    await world.env.advance_time(2 * 24 * 3600)


@pytest.mark.parametrize(
    "library", ["aiosqlite", "discord.gateway", "discord.http", "discord.webhook.async_", "asyncio"]
)
@pytest.mark.usefixtures("log")
def test_libraries_do_not_debug(library: str) -> None:
    assert not logging.getLogger(library).isEnabledFor(logging.DEBUG)
    assert logging.getLogger(library).isEnabledFor(logging.INFO)
    assert logging.getLogger("cogs.submissions").isEnabledFor(logging.DEBUG)
