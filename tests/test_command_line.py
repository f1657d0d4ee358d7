"""The program as it is started: `check` in this process, the rest in one of its own."""

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from importlib import metadata
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from click.testing import CliRunner, Result

from bot.__main__ import Stop, main, serve, stopping_with_one_line
from bot.config import SETTINGS, Config
from tests.documents import docx, odt, paragraph, run

ROOT = Path(__file__).parents[1]
SEED = ROOT.parent / "shared" / "posts" / "seed.txt"
TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.our-own-made-up-secret-0123456789"  # noqa: S105 - nobody's

POST = """\
Title: The Lamp
Fandom: none
Rating: G
Word count: 6

She left the lamp on. Home."""


@pytest.fixture
def posts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("lamp.txt").write_text(POST, encoding="utf-8")
    return tmp_path


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def program(*arguments: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("DRABBLE_", "DISCORD_"))}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=cwd,
        env=bare | env,
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


# -- check ----------------------------------------------------------------------------------------


@pytest.mark.usefixtures("posts")
def test_check_says_what_it_understood() -> None:
    result = check("lamp.txt")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "lamp.txt",
        "  Title: The Lamp",
        "  Fandom: none",
        "  Rating: G",
        "  Word count: 6",
        "  Story: “She left the lamp on. Home.”",
        "  Words: 6 (6 as word processors count); the header says 6",
        "  Every way of counting gives 6",
        "  The header's 6 is what the Archive of Our Own counts",
        (
            "  How sure: over 99%, since labelled fields stand above it, a gap sets it off and it has as many words as"
            " the header says"
        ),
        "  Nothing stands in the way.",
    ]


@pytest.mark.usefixtures("posts")
def test_check_of_a_doubtful_post_says_why_and_what_else_it_could_be() -> None:
    lines = ("The Lamp", "for Ana", "by Ines", "Nobody lit it.", "It rained.", "She came.", "He left.", "So it was.")
    Path("lamp.txt").write_text("\n\n".join(lines), encoding="utf-8")
    (sure,) = [line for line in check("lamp.txt").stdout.splitlines() if line.startswith("  How sure: ")]
    assert re.match(r"  How sure: [3-6]\d%, since what stands above it looks like a header", sure)
    assert "I am not sure where the story starts and ends: what stands above it has no labels" in sure
    assert sure.endswith("It could also be “Nobody lit it. It rained. She came. He left.” (9 words).")


@pytest.mark.usefixtures("posts")
def test_check_as_json_is_one_object_a_line() -> None:
    Path("second.md").write_text("Bare — and short.", encoding="utf-16")
    result = check("--json", "lamp.txt", "second.md")
    first, second = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 0
    assert first == {
        "file": "lamp.txt",
        "fields": {"title": "The Lamp", "fandom": "none", "rating": "G", "word_count": "6"},
        "story": "She left the lamp on. Home.",
        "declared_words": 6,
        "words": {"ao3": 6, "whitespace": 6, "hyphens-split": 6},
    }
    assert second == {
        "file": "second.md",
        "fields": {},
        "story": "Bare — and short.",
        "declared_words": None,
        "words": {"ao3": 3, "whitespace": 4, "hyphens-split": 3},
    }


@pytest.mark.usefixtures("posts")
@pytest.mark.parametrize(("rule", "status"), [("6", 0), ("1-6", 0), ("drabble", 1), ("x4 +-2", 0), ("x4 +-1", 1)])
@pytest.mark.parametrize("shape", [(), ("--json",)])
def test_check_judges_by_a_rule(rule: str, status: int, shape: tuple[str, ...]) -> None:
    result = check("--rule", rule, *shape, "lamp.txt")
    assert result.exit_code == status
    assert ("The story has 6 words" in result.output) == bool(status)


@pytest.mark.usefixtures("posts")
def test_check_explains_the_count() -> None:
    Path("lamp.txt").write_text("Title: Rain – again\nWords: 10\n\nTea – rain—and – well-worn hats ♥", encoding="utf-8")
    lines = [line.strip() for line in check("lamp.txt").stdout.splitlines()]
    ways = (
        "5 as the Archive of Our Own counts, 7 as word processors count, 6 with hyphenated words counted as their parts"
    )
    assert f"Ways of counting: {ways}" in lines
    assert "2 dashes standing alone, which only word processors count (“–”)" in lines
    assert "1 sign standing alone, which only word processors count (“♥”)" in lines
    assert "2 words with only a dash between them, which word processors count as 1 (“rain—and”)" in lines
    assert "1 hyphenated word, whose parts make 1 word more (“well-worn”)" in lines
    assert "The header's 10 is what word processors count, the title counted in" in lines


@pytest.mark.usefixtures("posts")
def test_check_explains_what_looks_like_one_word_and_is_several() -> None:
    Path("lamp.txt").write_text("Tea and/or 東京 at 7:45, half-and-half, well-worn", encoding="utf-8")
    lines = [line.strip() for line in check("lamp.txt").stdout.splitlines()]
    assert "4 words with only a sign between them, which word processors count as 2 (“and/or”, “7:45,”)" in lines
    assert "2 words without spaces between them, which word processors count as 1 (“東京”)" in lines
    assert "2 hyphenated words, whose parts make 3 words more (“half-and-half,”, “well-worn”)" in lines


@pytest.mark.usefixtures("posts")
def test_check_names_the_section_that_is_off() -> None:
    Path("lamp.txt").write_text(f"{'tea ' * 100}\n***\n{'tea ' * 98}\noOo\n{'tea ' * 102}", encoding="utf-8")
    found = check("--rule", "drabble series", "lamp.txt")
    assert found.exit_code == 1
    assert "Section 2 has 98 words, section 3 has 102 words; each of the 3 sections takes exactly 100" in found.stdout
    assert check("--rule", "drabble series +-2", "lamp.txt").exit_code == 0


@pytest.mark.usefixtures("posts")
def test_check_of_a_count_that_differs_warns_and_goes_on() -> None:
    Path("lamp.txt").write_text(POST.replace("6", "7"), encoding="utf-8")
    result = check("lamp.txt")
    assert result.exit_code == 0
    assert "Worth a look: The header says 7 words, I count 6." in result.stdout


@pytest.mark.usefixtures("posts")
@pytest.mark.parametrize("text", ["", "Title: The Lamp\nRating: G\n"])
def test_check_of_a_post_without_a_story(text: str) -> None:
    Path("lamp.txt").write_text(text, encoding="utf-8")
    assert check("lamp.txt").exit_code == 1
    assert check("--json", "lamp.txt").exit_code == 1
    assert json.loads(check("--json", "lamp.txt").stdout)["words"] == {"ao3": 0, "whitespace": 0, "hyphens-split": 0}


@pytest.mark.usefixtures("posts")
def test_check_of_what_cannot_be_read_reads_the_rest() -> None:
    Path("picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\0")
    Path("letter.doc").write_text("A story.")
    Path("folder.txt").mkdir()
    for name in ("picture.txt", "letter.doc", "folder.txt", "missing.txt"):
        result = check("--json", "--rule", "1", name, "lamp.txt")
        assert result.exit_code == 2
        assert result.stderr.startswith(f"{name}: ")
        assert "Traceback" not in result.output
        assert json.loads(result.stdout)["file"] == "lamp.txt"


@pytest.mark.usefixtures("posts")
@pytest.mark.parametrize("name", [".", "folder"])
def test_check_of_a_folder_says_that_it_is_one(name: str) -> None:
    Path("folder").mkdir()
    result = check(name, "lamp.txt")
    assert (result.exit_code, result.stderr) == (2, f"{name}: This is a folder; name the files in it\n")


@pytest.mark.usefixtures("posts")
def test_check_reads_every_kind_of_file() -> None:
    Path("lamp.html").write_text(f"<pre>{POST}</pre>", encoding="utf-8")
    Path("lamp.docx").write_bytes(docx(*(paragraph(run(line)) for line in POST.splitlines())))
    Path("lamp.odt").write_bytes(odt(*POST.splitlines()))
    Path("lamp.rtf").write_bytes(b"{\\rtf1 " + POST.replace("\n", "\\par\n").encode() + b"}")
    names = ["lamp.txt", "lamp.html", "lamp.docx", "lamp.odt", "lamp.rtf"]
    result = check("--json", "--rule", "6", *names)
    assert result.exit_code == 0
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one.pop("file") for one in found] == names
    assert all(one == found[0] for one in found)


@pytest.mark.usefixtures("posts")
def test_check_with_a_rule_that_is_none() -> None:
    result = check("--rule", "banana", "lamp.txt")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "banana" in result.stderr
    assert check().exit_code == 2


@pytest.mark.skipif(not SEED.exists(), reason="the labelled posts are not here")
def test_check_of_the_post_it_all_started_from() -> None:
    result = check("--json", "--rule", "100-500 +-2", str(SEED))
    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert list(found) == ["file", "fields", "story", "declared_words", "words"]
    assert found["declared_words"] == 502
    assert found["words"] == {"ao3": 502, "whitespace": 508, "hyphens-split": 502}
    labels = json.loads(SEED.with_suffix(".json").read_text(encoding="utf-8"))["expect"]
    assert found["fields"] == labels["fields"]


# -- the program ----------------------------------------------------------------------------------


def test_check_where_the_terminal_knows_few_characters(posts: Path) -> None:
    Path("lamp.txt").write_text(POST.replace("none", "♥ “none”"), encoding="utf-8")
    done = program("check", "lamp.txt", cwd=posts, PYTHONIOENCODING="latin-1", PYTHONPATH=str(ROOT))
    assert (done.returncode, done.stderr) == (0, "")
    assert "? ?none?" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="there, every name is text")
def test_check_of_a_file_whose_name_is_no_text(posts: Path) -> None:
    name = os.fsdecode(b"lampe-\xe9teinte.txt")
    Path("lamp.txt").rename(name)
    done = check("--json", name)
    assert (done.exit_code, done.stderr) == (0, "")
    assert json.loads(done.stdout)["file"] == "lampe-\ufffdteinte.txt"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files here")
def test_check_waits_for_no_pipe(posts: Path) -> None:
    os.mkfifo("pipe.txt")
    done = check("pipe.txt")
    assert done.exit_code == 2
    assert "no ordinary file" in done.stderr


def test_check_needs_no_token_no_settings_and_no_database(posts: Path) -> None:
    result = program("check", "--json", "lamp.txt", cwd=posts, DRABBLE_LOG_LEVEL="nonsense", LC_ALL="C")
    assert (result.returncode, result.stderr) == (0, "")
    assert json.loads(result.stdout)["words"]["ao3"] == 6
    assert [path.name for path in posts.iterdir()] == ["lamp.txt"]


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
    result = program("run", cwd=tmp_path)
    assert result.returncode == 2
    assert result.stderr.startswith(f"Error: Line {line} of .env ")
    assert result.stderr.count("\n") == 1
    assert TOKEN not in result.stderr


def test_a_folder_named_dotenv_is_no_file_of_settings(tmp_path: Path) -> None:
    tmp_path.joinpath(".env").mkdir()
    assert "DISCORD_TOKEN is missing" in program("run", cwd=tmp_path).stderr


def test_play_without_its_extra_says_what_to_install(tmp_path: Path) -> None:
    without = "import sys; sys.modules['simcord'] = None; from bot.__main__ import main; main(['play'])"
    result = subprocess.run(
        [sys.executable, "-c", without], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=30
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
