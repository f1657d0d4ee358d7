import io
import json
import logging
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import click
import pytest
from dotenv import dotenv_values

from bot import logs
from bot.config import SETTINGS, Config, ConfigError

ROOT = Path(__file__).parents[1]
TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.our-own-made-up-secret-0123456789"  # noqa: S105 - nobody's


def test_every_setting_may_be_left_out() -> None:
    assert Config.from_env({}) == Config()
    assert Config.from_env({setting.name: "" for setting in SETTINGS}) == Config()
    assert Config.from_env({setting.name: setting.default for setting in SETTINGS}) == Config()


def test_every_setting_is_read() -> None:
    env = {
        "DISCORD_TOKEN": f" {TOKEN}\n",
        "DRABBLE_DATABASE": "elsewhere/kept.sqlite3",
        "DRABBLE_LOG_LEVEL": "Debug",
        "DRABBLE_LOG_FORMAT": "JSON",
        "DRABBLE_FORGET_AFTER": "7",
        "DRABBLE_DEV_GUILD": "123456789012345678",
        "PATH": "/bin",
    }
    assert set(env) - {"PATH"} == {setting.name for setting in SETTINGS}
    config = Config.from_env(env)
    kept = Path("elsewhere/kept.sqlite3")
    assert config == Config(TOKEN, kept, "debug", "json", 123456789012345678, timedelta(days=7))
    assert config.needed_token() == TOKEN


@pytest.mark.parametrize("days", [1, 30, 365, 9999])
def test_a_server_is_remembered_for_as_many_days_as_one_likes(days: int) -> None:
    assert Config.from_env({"DRABBLE_FORGET_AFTER": f" {days} "}).forget_after == timedelta(days=days)


@pytest.mark.parametrize(
    ("env", "said"),
    [
        ({"DRABBLE_LOG_LEVEL": "loud"}, ("DRABBLE_LOG_LEVEL", "'loud'", "warning")),
        ({"DRABBLE_LOG_FORMAT": "xml"}, ("DRABBLE_LOG_FORMAT", "'xml'", "json")),
        *(
            ({"DRABBLE_FORGET_AFTER": junk}, ("DRABBLE_FORGET_AFTER", repr(junk), "days from 1 to 9999"))
            for junk in ("0", "00", "-1", "1.5", "1e3", "30d", "a month", "10000", "\u0663\u0660", "nan", "3 0")
        ),
        ({"DRABBLE_DEV_GUILD": "my server"}, ("DRABBLE_DEV_GUILD", "'my server'", "Copy")),
        ({"DRABBLE_DEV_GUILD": "-1"}, ("DRABBLE_DEV_GUILD", "'-1'", "Copy")),
        ({"DRABBLE_DATBASE": "x"}, ("DRABBLE_DATBASE", "Did you mean DRABBLE_DATABASE?")),
        ({"DRABBLE_ZZZZ": "x"}, ("DRABBLE_ZZZZ", "DRABBLE_LOG_LEVEL")),
    ],
)
def test_a_wrong_setting_is_one_line_that_names_it(env: dict[str, str], said: tuple[str, ...]) -> None:
    with pytest.raises(ConfigError) as refused:
        Config.from_env(env)
    line = str(refused.value)
    assert "\n" not in line
    assert [part for part in said if part not in line] == []


@pytest.mark.parametrize("token", [None, "", "secret", "Bot " + TOKEN, TOKEN.replace(".", " ")])
def test_a_missing_or_malformed_token_is_refused_without_quoting_it(token: str | None) -> None:
    with pytest.raises(ConfigError, match=r"^DISCORD_TOKEN .*\.env\.$") as refused:
        Config.from_env({"DISCORD_TOKEN": token or ""}).needed_token()
    assert not token or token not in str(refused.value)


@pytest.mark.parametrize("name", ["DRABBLE_DEV_GUILD", "DRABBLE_LOG_LEVEL", "DRABBLE_LOG_FORMAT"])
def test_a_token_in_the_wrong_line_is_not_quoted(name: str) -> None:
    token = ".".join(("a" * 24, "b" * 6, "c" * 32))
    with pytest.raises(ConfigError) as refused:
        Config.from_env({name: token})
    assert token not in str(refused.value)


@pytest.mark.parametrize("name", [f"DRABBLE_{TOKEN}", f"DRABBLE_{TOKEN.replace('.', '_')}", "DRABBLE_LOG\nLEVEL"])
def test_a_token_for_a_name_is_not_quoted(name: str) -> None:
    with pytest.raises(ConfigError, match="is not a setting of this bot") as refused:
        Config.from_env({name: "1"})
    assert name not in str(refused.value)
    assert not [part for part in TOKEN.split(".") if part in str(refused.value)]
    assert "\n" not in str(refused.value)


def test_a_token_names_no_file() -> None:
    with pytest.raises(ConfigError, match="DRABBLE_DATABASE") as refused:
        Config.from_env({"DRABBLE_DATABASE": TOKEN})
    assert TOKEN not in str(refused.value)


def test_a_config_does_not_show_its_token() -> None:
    assert TOKEN not in repr(Config(token=TOKEN))


def test_the_example_file_lists_every_setting_as_the_code_has_it() -> None:
    opening = "# Copy this file to .env and fill in what you need. The environment wins over it.\n"
    listed = "".join(f"\n# {setting.explanation}\n{setting.name}={setting.default}\n" for setting in SETTINGS)
    assert (ROOT / ".env.example").read_text(encoding="utf-8") == opening + listed


def test_the_example_file_works_as_it_is() -> None:
    env = {name: value or "" for name, value in dotenv_values(ROOT / ".env.example").items()}
    assert Config.from_env(env) == Config()


# -- the log --------------------------------------------------------------------------------------


@pytest.fixture
def logger() -> Iterator[logging.Logger]:
    """A logger that tells nobody else."""
    found = logging.getLogger("tests.log")
    found.propagate = False
    yield found
    found.handlers.clear()
    found.propagate = True


def written(logger: logging.Logger, config: Config) -> io.StringIO:
    stream = io.StringIO()
    stderr = logging.StreamHandler(stream)
    stderr.setFormatter(logs.formatter(config))
    logger.handlers = [stderr]
    return stream


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_the_token_is_in_no_line_of_the_log(logger: logging.Logger, log_format: str) -> None:
    stream = written(logger, Config(token=TOKEN, log_format=log_format))
    logger.warning("hello, %s, and once more %s", TOKEN, {"token": TOKEN})
    error = ValueError(f"nobody knows {TOKEN}")
    error.__cause__ = RuntimeError(TOKEN)
    logger.error("it failed", exc_info=error)
    text = stream.getvalue()
    assert "it failed" in text
    assert "nobody knows" in text
    assert TOKEN not in text
    assert TOKEN.rpartition(".")[2] not in text
    assert text.count(logs.REMOVED) == 4


@pytest.mark.parametrize(
    "address",
    [
        "https://discord.com/api/v10/webhooks/123456789012345678/{}/messages/@original?wait=true",
        "https://discord.com/api/v10/interactions/123456789012345678/{}/callback",
        "url='https://discord.com/api/v10/webhooks/123456789012345678/{}'",
    ],
)
def test_an_interactions_token_is_in_no_line_of_the_log(logger: logging.Logger, address: str) -> None:
    stream = written(logger, Config())
    logger.warning("no answer from %s", address.format("aW50ZXJhY3Rpb246MTIz-made_up="))
    assert "made_up" not in stream.getvalue()
    assert address.format(logs.REMOVED) in stream.getvalue()


def test_a_line_of_json_is_one_object_with_time_level_and_logger(logger: logging.Logger) -> None:
    stream = written(logger, Config(log_format="json"))
    logger.warning("round %d is\nopen ♥", 3)
    line = json.loads(stream.getvalue())
    assert stream.getvalue().count("\n") == 1
    assert line.pop("timestamp").endswith("Z")
    assert line == {"event": "round 3 is\nopen ♥", "level": "warning", "logger": "tests.log"}


def test_a_line_of_text_says_when_and_what_without_colours(logger: logging.Logger) -> None:
    stream = written(logger, Config())
    logger.warning("round %d is open", 3)
    assert "round 3 is open" in stream.getvalue()
    assert "warning" in stream.getvalue()
    assert "Z [" in stream.getvalue()
    assert click.unstyle(stream.getvalue()) == stream.getvalue()
