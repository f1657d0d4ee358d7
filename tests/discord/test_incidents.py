"""What went wrong unexpectedly is one line of the log, to be found by the number that the member was told."""

import io
import json
import logging
import re
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import aiohttp
import discord
import pytest
import simcord

from bot import logs
from bot.client import DrabbleBot, Interaction
from bot.config import Config
from bot.services import drafting
from bot.storage.database import Database
from bot.ui.answering import rights
from bot.ui.answering.errors import UNKNOWN_MESSAGE
from bot.ui.views import writing
from bot.ui.views.press import Press, buttons
from tests import patience
from tests.discord.conftest import World, shown

TELL = """
import logging
from bot import logs
from bot.config import Config
logs.set_up(Config(log_format="json", log_level="debug"))
for name in ("discord.gateway", "aiosqlite", "bot.client", "asyncio"):
    logging.getLogger(name).info("hello from %s", name)
"""


@contextmanager
def written(log_format: str) -> Generator[io.StringIO]:
    stream = io.StringIO()
    stderr = logging.StreamHandler(stream)
    stderr.setFormatter(logs.formatter(Config(log_format=log_format)))
    root = logging.getLogger()
    root.addHandler(stderr)
    try:
        yield stream
    finally:
        root.removeHandler(stderr)


async def broken(world: World, error: Exception | None = None) -> simcord.InteractionResult:
    """A click that fails."""

    async def fails(interaction: Interaction, _: int) -> None:
        raise error or RuntimeError("the kettle boiled over")

    world.bot.routes |= rights.routes({"mydata.leave": fails})
    view = discord.ui.LayoutView()
    view.add_item(buttons(Press("mydata.leave", 0, label="Open")))
    message = await world.bot.get_partial_messageable(world.channel.id).send(view=view)
    return await world.writer.click(message, label="Open")


async def incident_told(world: World) -> str:
    return incident_in(await broken(world))


def incident_in(told: simcord.InteractionResult) -> str:
    """The number in the apology for it."""
    assert told.response is not None
    found = re.search(r"number: `(\w+)`", told.response.content)
    assert found is not None
    return found[1]


@pytest.mark.complains("incident in interaction")
async def test_the_number_is_a_field_of_one_line_of_json(world: World) -> None:
    with written("json") as stream:
        incident = await incident_told(world)
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    (line,) = [line for line in lines if line["level"] == "error"]
    assert line["incident"] == incident
    assert "the kettle boiled over" in line["exception"]
    assert stream.getvalue().count("RuntimeError: the kettle boiled over") == 1


@pytest.mark.complains("incident in interaction")
async def test_the_number_is_a_field_of_one_line_of_text(world: World) -> None:
    with written("text") as stream:
        incident = await incident_told(world)
    (line,) = [line for line in stream.getvalue().splitlines() if f"incident={incident}" in line]
    assert "bot.ui.answering.errors" in line
    assert stream.getvalue().count("RuntimeError: the kettle boiled over") == 1


def stumbled_over(text: str) -> Exception:
    with pytest.raises(ValueError, match=r"^invalid literal") as found:
        int(text)
    return found.value.with_traceback(None)


@pytest.mark.complains("incident in interaction")
@pytest.mark.parametrize("log_format", ["json", "text"])
@pytest.mark.parametrize(
    "error",
    [
        *map(
            stumbled_over, ("a heron", 'a heron\'s "call"', "a\\ 'heron' isn't \"there\"", "a heron\nstood", "鷺heron")
        ),
        KeyError("a heron"),
        KeyError("heron" * 100),
    ],
)
async def test_what_an_error_quotes_is_held_back(world: World, log_format: str, error: Exception) -> None:
    with written(log_format) as stream:
        await broken(world, error)
    assert type(error).__name__ in stream.getvalue()
    assert "in fails" in stream.getvalue()
    assert "heron" not in stream.getvalue()


@pytest.mark.complains("incident in interaction")
@pytest.mark.parametrize(
    "error",
    [AttributeError("'Draft' object has no attribute 'words'"), OSError(28, "It is full", "data/kettle.sqlite3")],
)
async def test_names_that_an_error_quotes_are_told(world: World, error: Exception) -> None:
    with written("text") as stream:
        await broken(world, error)
    assert f"Error: {error}" in stream.getvalue()


@pytest.mark.complains("^bot.ui.answering.errors: incident in interaction")
@pytest.mark.parametrize(("owner", "step"), [(drafting, "kept"), (DrabbleBot, "route")], ids=["looked up", "taken"])
async def test_whatever_fails_while_a_button_is_pressed_is_told(
    world: World, monkeypatch: pytest.MonkeyPatch, owner: Any, step: str
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("the kettle boiled over")

    view = discord.ui.LayoutView()
    view.add_item(buttons(Press("draft.open", 0, label="Open")))
    message = await world.bot.get_partial_messageable(world.channel.id).send(view=view)
    monkeypatch.setattr(owner, step, fails)
    assert incident_in(await world.writer.click(message, label="Open"))


@pytest.mark.complains("incident in interaction")
async def test_an_apology_that_does_not_get_there_ends_with_a_line_in_the_log(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def cut_off(*_: object, **__: object) -> None:
        raise ConnectionResetError("the network is gone")

    monkeypatch.setattr(discord.InteractionResponse, "send_message", cut_off)
    assert (await broken(world)).response is None
    incident, unanswered = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert incident.exc_info is not None
    assert unanswered.exc_info is None
    assert "could not be answered: the network is gone" in unanswered.getMessage()


@pytest.mark.parametrize("error", [ConnectionResetError, TimeoutError, aiohttp.ServerDisconnectedError])
async def test_an_answer_whose_connection_broke_is_no_incident(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: type[Exception]
) -> None:
    send = discord.InteractionResponse.send_message

    async def cut_off(response: Any, *said: Any, **more: Any) -> None:
        await send(response, *said, **more)
        raise error("the network is gone")

    monkeypatch.setattr(discord.InteractionResponse, "send_message", cut_off)
    opened = await world.writer.slash(world.channel, "submit")
    told = await world.writer.submit_modal(opened, {writing.TEXT: "It rained."})
    assert "Saved in `/drafts`" in shown(told.response.message)
    assert told.followups == []
    (line,) = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert (line.levelno, line.exc_info) == (logging.WARNING, None)
    assert "the connection broke while interaction" in line.getMessage()
    assert "the network is gone" in line.getMessage()


@pytest.mark.parametrize("error", [ConnectionResetError, TimeoutError, aiohttp.ServerDisconnectedError])
async def test_an_offer_whose_connection_broke_is_no_incident(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: type[Exception]
) -> None:
    offer = discord.InteractionResponse.autocomplete

    async def cut_off(*said: Any) -> None:
        await offer(*said)
        raise error("the network is gone")

    monkeypatch.setattr(discord.InteractionResponse, "autocomplete", cut_off)
    await world.writer.autocomplete(world.channel, "submit", "round", "")
    (line,) = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert (line.levelno, line.exc_info) == (logging.WARNING, None)
    assert "did not get there" in line.getMessage()
    assert "the network is gone" in line.getMessage()


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_a_failure_of_discords_is_no_incident(
    world: World, caplog: pytest.LogCaptureFixture, status: int
) -> None:
    opened = await world.writer.slash(world.channel, "submit")
    world.env.inject_error("POST", "/interactions/*", status=status, times=1)
    told = await world.writer.submit_modal(opened, {writing.TEXT: "It rained."})
    assert "Discord did not do what I asked" in told.response.content
    assert "number" not in told.response.content
    (draft,) = await world.drafts_of(world.writer.id)
    assert draft.text == "It rained."
    (line,) = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert (line.levelno, line.exc_info) == (logging.WARNING, None)


def test_libraries_write_the_same_log() -> None:
    told = subprocess.run(
        [sys.executable, "-c", TELL], capture_output=True, text=True, check=True, timeout=patience.SECONDS
    )
    lines = [json.loads(line) for line in told.stderr.splitlines()]
    assert [line["event"] for line in lines if line["event"].startswith("hello")] == [
        f"hello from {name}" for name in ("discord.gateway", "aiosqlite", "bot.client", "asyncio")
    ]
    assert all({"timestamp", "level", "logger", "event"} <= line.keys() for line in lines)


@pytest.mark.complains("incident in interaction")
async def test_what_was_typed_goes_back_to_its_writer_when_it_cannot_be_saved(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = await world.writer.slash(world.channel, "submit")

    def full(*_: object) -> None:
        raise OSError("no space left on the device")

    with monkeypatch.context() as patches:
        patches.setattr(Database, "write", full)
        told = await world.writer.submit_modal(form, {writing.TEXT: "The kettle sang all \ud83d night."})
    assert "so that it is not lost" in told.response.content
    (given_back,) = told.response.attachments
    assert given_back.size == len("The kettle sang all � night.".encode())


@pytest.mark.parametrize(("status", "code"), [(404, 10008), (404, 10015), (401, 50027), (404, 10062), (400, 40060)])
async def test_an_answer_whose_message_was_dismissed_meanwhile_is_no_incident(
    world: World, status: int, code: int
) -> None:
    opened = await world.writer.slash(world.channel, "submit")
    path = "/webhooks/*/*/messages/@original"
    world.env.inject_error("PATCH", path, status=status, code=code, times=None)
    story = ("rain.txt", b"It snowed.")
    told = await world.writer.submit_modal(opened, {"text": "Rain fell.", "file": story})
    assert [draft.text for draft in await world.drafts_of(world.writer.id)] == ["Rain fell.\n\nIt snowed."]
    if code == UNKNOWN_MESSAGE:
        assert told.response is not None
        assert told.response.content.startswith("The message that was to show this is gone.")
