"""Every setting, read from the environment and checked."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

PREFIX = "DRABBLE_"
LOG_LEVELS = ("debug", "info", "warning", "error", "critical")
LOG_FORMATS = ("text", "json")

TOKEN_SHAPE = re.compile(r"(?<![\w-])[\w-]{10,}+\.[\w-]{4,}+\.[\w-]{20,}", re.ASCII)
SNOWFLAKE = re.compile(r"[0-9]{15,20}")
DAYS = re.compile(r"[1-9][0-9]{0,3}")
LONGEST_QUOTED = 25
"""Characters; a token is much longer."""


@dataclass(frozen=True, slots=True)
class Setting:
    name: str
    default: str
    explanation: str


SETTINGS = (
    Setting(
        "DISCORD_TOKEN",
        "",
        "The bot's token, from the Bot page of your application on Discord's site. Keep it secret.",
    ),
    Setting("DRABBLE_DATABASE", "data/drabbles.sqlite3", "The file that keeps rounds, entries and hearts."),
    Setting("DRABBLE_LOG_LEVEL", "info", f"How much the log says: {', '.join(LOG_LEVELS)}."),
    Setting("DRABBLE_LOG_FORMAT", "text", "How the log is written: text, for people, or json, a line each."),
    Setting(
        "DRABBLE_FORGET_AFTER",
        "30",
        "How many days the bot keeps what belongs to a server that removed it; then it deletes all of that.",
    ),
    Setting(
        "DRABBLE_DEV_GUILD", "", "The id of a server of your own, which then is the only one to have the commands."
    ),
)


class ConfigError(Exception):
    """A setting is missing or wrong; the message is one line that says which, why, and what to do."""


@dataclass(frozen=True, slots=True)
class Config:
    token: str | None = field(default=None, repr=False)
    database: Path = Path("data/drabbles.sqlite3")
    log_level: str = "info"
    log_format: str = "text"
    dev_guild: int | None = None
    forget_after: timedelta = timedelta(days=30)
    """The time for which a server that removed the bot is remembered."""

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> "Config":
        """The settings as they stand in an environment; an empty one is the same as none."""
        refuse_unknown(env)
        given = {setting.name: env.get(setting.name, "").strip() or setting.default for setting in SETTINGS}
        return cls(
            token=given["DISCORD_TOKEN"] or None,
            database=database(given),
            log_level=one_of(LOG_LEVELS, "DRABBLE_LOG_LEVEL", given),
            log_format=one_of(LOG_FORMATS, "DRABBLE_LOG_FORMAT", given),
            forget_after=timedelta(days=days("DRABBLE_FORGET_AFTER", given)),
            dev_guild=guild_id("DRABBLE_DEV_GUILD", given),
        )

    def needed_token(self) -> str:
        """The token, which the real bot cannot do without. No message here ever quotes it."""
        where = "Copy it from the Bot page of your application on Discord's site into .env."
        if self.token is None:
            raise ConfigError(f"DISCORD_TOKEN is missing. {where}")
        if not TOKEN_SHAPE.fullmatch(self.token):
            raise ConfigError(f"DISCORD_TOKEN does not look like a bot's token, three parts with dots between. {where}")
        return self.token


def refuse_unknown(env: Mapping[str, str]) -> None:
    known = [setting.name for setting in SETTINGS]
    for name in sorted(env):
        if name.startswith(PREFIX) and name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            advice = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}."
            raise ConfigError(f"{named(name)} is not a setting of this bot. {advice}")


def named(name: str) -> str:
    """A setting's name as it was given, unless it may hold a token."""
    return name if name.isidentifier() and len(name) <= LONGEST_QUOTED else f"Something long that begins {PREFIX}"


def database(given: Mapping[str, str]) -> Path:
    """The database's path. It must not be a token, since messages and lists of files show it to others."""
    value = given["DRABBLE_DATABASE"]
    if TOKEN_SHAPE.fullmatch(value):
        raise ConfigError("DRABBLE_DATABASE looks like a bot's token. That goes behind DISCORD_TOKEN= alone.")
    return Path(value)


def one_of(choices: tuple[str, ...], name: str, given: Mapping[str, str]) -> str:
    value = given[name].lower()
    if value not in choices:
        raise ConfigError(f"{name} is {quoted(given[name])}. It can be: {', '.join(choices)}.")
    return value


def quoted(value: str) -> str:
    """A value as it was given, unless it is long enough to be a token that went into the wrong line."""
    return repr(value) if len(value) <= LONGEST_QUOTED else "something long, which I do not repeat here"


def days(name: str, given: Mapping[str, str]) -> int:
    value = given[name]
    if not DAYS.fullmatch(value):
        raise ConfigError(f"{name} is {quoted(value)}. It can be a number of days from 1 to 9999.")
    return int(value)


def guild_id(name: str, given: Mapping[str, str]) -> int | None:
    value = given[name]
    if not value:
        return None
    if not SNOWFLAKE.fullmatch(value):
        raise ConfigError(
            f"{name} is {quoted(value)}, not a server's id. Copy the id from the server's menu, or leave it out."
        )
    return int(value)
