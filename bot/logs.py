"""The log: lines for people or JSON, to standard error, in UTC.

No line has a token in it, the bot's or an interaction's, nor what a member wrote.
"""

import logging
import re
import sys
import traceback
from typing import TextIO

import structlog
from structlog.stdlib import ProcessorFormatter
from structlog.typing import ExcInfo, Processor

from bot.config import Config

REMOVED = "[token removed]"
ADDRESSED = re.compile(r"(?<=/)((?:webhooks|interactions)/[0-9]+/)[^/?\s'\"]+")
"""An address that an interaction is answered at. Whoever has its token can answer too."""

QUOTED = re.compile(r"""(?<!\w)(?:'(?:[^'\\\n]|\\.)*+'?|"(?:[^"\\\n]|\\.)*+"?)""")
"""What an error quotes of what it stumbled over."""
NAME = re.compile(r"[\w./:-]{1,60}", re.ASCII)
"""Quoted, this is mostly one of ours, or a file's; more may be a member's words."""
HELD_BACK = "'...'"
FRAME = ("  File ", "    ")
"""How the lines of a traceback begin that show our code."""

OURS = ("bot", "cogs")
QUIETEST = logging.INFO
"""Of libraries. Below it they write down whatever they are handed: stories, prompts, interactions with their tokens."""


def set_up(config: Config) -> None:
    """Send everything that is logged, by us and by libraries, one way."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter(config, colours=sys.stderr.isatty()))
    level = logging.getLevelNamesMapping()[config.log_level.upper()]
    logging.basicConfig(handlers=[handler], level=max(level, QUIETEST), force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(level)


def formatter(config: Config, *, colours: bool = False) -> logging.Formatter:
    render: list[Processor] = [structlog.dev.ConsoleRenderer(colors=colours, exception_formatter=tell)]
    if config.log_format == "json":
        exceptions = structlog.processors.ExceptionRenderer(told)
        render = [exceptions, structlog.processors.JSONRenderer(ensure_ascii=False)]
    return DiscreetFormatter(
        secret=config.token,
        foreign_pre_chain=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.ExtraAdder(["incident"]),  # what a member was told to ask about
            structlog.processors.TimeStamper(fmt="iso", utc=True),
        ],
        processors=[ProcessorFormatter.remove_processors_meta, *render],
    )


def told(exc_info: ExcInfo) -> str:
    """The traceback, in whose last lines no more than a name is quoted."""
    lines = "".join(traceback.format_exception(*exc_info)).rstrip("\n").split("\n")
    return "\n".join(line if line.startswith(FRAME) else QUOTED.sub(name_alone, line) for line in lines)


def name_alone(quoted: re.Match[str]) -> str:
    return quoted[0] if NAME.fullmatch(quoted[0][1:-1]) else HELD_BACK


def tell(stream: TextIO, exc_info: ExcInfo) -> None:
    stream.write(f"\n{told(exc_info)}")


class DiscreetFormatter(ProcessorFormatter):
    """Takes the secret out of the finished line, where nothing can add it again: no argument, no traceback."""

    def __init__(self, *, secret: str | None, foreign_pre_chain: list[Processor], processors: list[Processor]) -> None:
        super().__init__(foreign_pre_chain=foreign_pre_chain, processors=processors)
        self.secret = secret

    def format(self, record: logging.LogRecord) -> str:
        line = ADDRESSED.sub(rf"\1{REMOVED}", super().format(record))
        return line.replace(self.secret, REMOVED) if self.secret else line
