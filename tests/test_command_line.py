"""The program as it is started."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence
from importlib import metadata
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from click.testing import CliRunner

from bot.__main__ import Stop, main, serve, stopping_with_one_line
from bot.config import SETTINGS, Config
from tests import patience, quick_start

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.our-own-made-up-secret-0123456789"  # noqa: S105 - nobody's


def program(
    *arguments: str, cwd: Path, python: Sequence[str] = (sys.executable,), **env: str
) -> subprocess.CompletedProcess[str]:
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("DRABBLE_", "DISCORD_"))}
    return subprocess.run(
        [*python, "-m", "bot", *arguments],
        cwd=cwd,
        env=bare | env,
        capture_output=True,
        text=True,
        check=False,
        timeout=patience.SECONDS,
    )


def test_version_and_help() -> None:
    assert CliRunner().invoke(main, ["--version"]).output == f"drabble-bot, version {metadata.version('drabble-bot')}\n"
    text = CliRunner().invoke(main, ["--help"]).output
    assert [part for part in ("run", "play", "check") if f"\n  {part} " not in text] == []
    assert [setting.name for setting in SETTINGS if f"\n    {setting.name}\n" not in text] == []


@pytest.mark.parametrize(
    ("env", "said"),
    [
        ({}, "DISCORD_TOKEN is missing"),
        ({"DISCORD_TOKEN": "not-so-secret"}, "DISCORD_TOKEN does not look like"),
        ({"DISCORD_TOKEN": TOKEN, "DRABBLE_LOG_LEVL": "info"}, "Did you mean DRABBLE_LOG_LEVEL?"),
        ({"DISCORD_TOKEN": TOKEN, "DRABBLE_DEV_GUILD": "mine"}, "DRABBLE_DEV_GUILD"),
    ],
)
def test_run_with_a_wrong_setting_says_so_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, env: dict[str, str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for setting in SETTINGS:
        monkeypatch.delenv(setting.name, raising=False)
    result = CliRunner(env=env).invoke(main, ["run"])
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""
    assert not env.get("DISCORD_TOKEN") or env["DISCORD_TOKEN"] not in result.output


def test_settings_come_from_dotenv_and_the_environment_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)
    Path(".env").write_text("DRABBLE_LOG_LEVEL=louder\nDRABBLE_LOG_FORMAT=xml\n", encoding="utf-8")
    assert "'louder'" in CliRunner().invoke(main, ["run"]).stderr
    assert "'xml'" in CliRunner(env={"DRABBLE_LOG_LEVEL": "info"}).invoke(main, ["run"]).stderr
    assert "louder" not in os.environ.values()
    Path(".env").write_bytes(b"DRABBLE_LOG_LEVEL=\xff\n")
    assert ".env cannot be read" in CliRunner().invoke(main, ["run"]).stderr


def test_the_first_setting_is_read_of_a_dotenv_with_a_byte_order_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows' Notepad may write it."""
    monkeypatch.chdir(tmp_path)
    Path(".env").write_text("DRABBLE_LOG_LEVEL=louder\n", encoding="utf-8-sig")
    assert "'louder'" in CliRunner().invoke(main, ["run"]).stderr


@pytest.mark.parametrize("before", ["", "\n\n", "# Ours.\n\nDRABBLE_LOG_LEVEL=info\n"])
def test_a_line_of_dotenv_that_is_no_setting_is_named(tmp_path: Path, before: str) -> None:
    line = before.count("\n") + 1
    tmp_path.joinpath(".env").write_text(f"{before}DISCORD_TOKEN: {TOKEN}\n=\n", encoding="utf-8")
    result = program("run", cwd=tmp_path, python=quick_start.python())
    assert result.returncode == 2
    assert result.stderr.startswith(f"Error: Line {line} of .env ")
    assert result.stderr.count("\n") == 1
    assert TOKEN not in result.stderr


@pytest.mark.parametrize("line", ["{}", "{}=1", "export {}=1", "DRABBLE_{}=1", "DRABBLE_DATABASE={}", "'{}'=1"])
def test_a_token_in_the_wrong_place_of_dotenv_is_not_quoted(tmp_path: Path, line: str) -> None:
    tmp_path.joinpath(".env").write_text(line.format(TOKEN), encoding="utf-8")
    result = program("run", cwd=tmp_path, python=quick_start.python())
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert not [part for part in TOKEN.split(".") if part in result.stderr]


@pytest.mark.parametrize(
    "arguments", ["{}", "run {}", "run --token {}", "run --token={}", "DISCORD_TOKEN={} run", "check {}"]
)
def test_a_token_on_the_command_line_is_not_quoted(arguments: str) -> None:
    result = CliRunner().invoke(main, arguments.format(TOKEN).split())
    assert result.exit_code == 2
    assert "Put it into .env" in result.stderr
    assert not [part for part in TOKEN.split(".") if part in result.output]


def test_a_folder_named_dotenv_is_no_file_of_settings(tmp_path: Path) -> None:
    tmp_path.joinpath(".env").mkdir()
    assert "DISCORD_TOKEN is missing" in program("run", cwd=tmp_path).stderr


def test_play_without_its_extra_says_what_to_install(tmp_path: Path) -> None:
    without = "import sys; sys.modules['simcord'] = None; from bot.__main__ import main; main(['play'])"
    result = subprocess.run(
        [sys.executable, "-c", without],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=patience.SECONDS,
    )
    assert result.returncode == 2
    assert result.stderr == "Error: simcord is not installed. Please run: pip install '.[play]'\n"


# -- run, against a Discord that answers the first question ----------------------------------------


class Doorkeeper:
    """A server on this computer that the bot takes for Discord, as far as logging in goes."""

    def __init__(self) -> None:
        self.status = 200
        self.signal: int | None = None
        self.tokens: list[str] = []

    async def answer(self, request: web.Request) -> web.Response:
        self.tokens.append(request.headers["Authorization"])
        if self.signal is not None:
            os.kill(os.getpid(), self.signal)
            await asyncio.Event().wait()  # until the bot hangs up
        user = {"id": "1", "username": "drabbles", "discriminator": "0", "avatar": None}
        application = {"name": "drabbles", "description": "", "icon": None, "owner": user, "verify_key": ""}
        body = user | application | {"bot_public": True, "bot_require_code_grant": False}
        # discord.py asks for this very content type, without a charset
        return web.Response(status=self.status, body=json.dumps(body).encode(), content_type="application/json")


@pytest.fixture
async def doorkeeper(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Doorkeeper]:
    keeper = Doorkeeper()
    application = web.Application()
    application.router.add_get("/{path:.*}", keeper.answer)
    async with TestServer(application) as server:
        monkeypatch.setattr("discord.http.Route.BASE", str(server.make_url("")).rstrip("/"))
        yield keeper


async def test_run_with_a_token_that_discord_does_not_know(doorkeeper: Doorkeeper) -> None:
    doorkeeper.status = 401
    with pytest.raises(Stop, match="Discord does not know this DISCORD_TOKEN") as stopped:
        await serve(Config(token=TOKEN), TOKEN)
    assert doorkeeper.tokens == [f"Bot {TOKEN}"]
    assert stopped.value.exit_code == 2
    assert TOKEN not in str(stopped.value)


async def test_run_where_discord_forbids_something(doorkeeper: Doorkeeper) -> None:
    doorkeeper.status = 403
    with pytest.raises(Stop, match="DRABBLE_DEV_GUILD") as stopped:
        await serve(Config(token=TOKEN), TOKEN)
    assert "\n" not in str(stopped.value)


async def test_run_with_a_file_that_is_no_database_of_ours(doorkeeper: Doorkeeper, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Not a database at all. " * 50, encoding="utf-8")
    with pytest.raises(Stop, match=r"letter\.txt") as stopped, stopping_with_one_line():
        await serve(Config(token=TOKEN, database=letter), TOKEN)
    assert doorkeeper.tokens
    assert "\n" not in str(stopped.value)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_run_stops_cleanly_when_it_is_asked_to(doorkeeper: Doorkeeper, tmp_path: Path, number: int) -> None:
    doorkeeper.signal = number
    await serve(Config(token=TOKEN, database=tmp_path / "drabbles.sqlite3"), TOKEN)
    assert len(doorkeeper.tokens) == 1


async def test_run_without_a_network(monkeypatch: pytest.MonkeyPatch, unused_tcp_port: int) -> None:
    monkeypatch.setattr("discord.http.Route.BASE", f"http://127.0.0.1:{unused_tcp_port}")
    with pytest.raises(Stop, match="Discord cannot be reached"):
        await serve(Config(token=TOKEN), TOKEN)
