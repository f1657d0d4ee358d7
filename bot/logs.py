"""The log: lines for people or JSON, to standard error, in UTC.

No line holds the bot's token, an interaction's token or a member's words.
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
"""The address for answers to an interaction. Whoever has its token can answer too."""

QUOTED = re.compile(r"""(?<!\w)(?:'(?:[^'\\\n]|\\.)*+'?|"(?:[^"\\\n]|\\.)*+"?)""")
"""An error's quotation of the value it stumbled over."""
NAME = re.compile(r"[\w./:-]{1,60}", re.ASCII)
"""A quotation that is mostly a name of ours, or a file's. Anything else may be a member's words."""
HELD_BACK = "'...'"
FRAME = ("  File ", "    ")
"""The beginnings of the traceback's lines that show code."""

OURS = ("bot", "cogs")
QUIETEST = logging.INFO
"""The lowest level for libraries. Below it they log all that they are handed: stories, interactions with their tokens.
"""


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
        exceptions = structlog.processors.ExceptionRenderer(traceback_of)
        render = [exceptions, structlog.processors.JSONRenderer(ensure_ascii=False)]
    return DiscreetFormatter(
        secret=config.token,
        foreign_pre_chain=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.ExtraAdder(["incident"]),  # the code that a member was told
            structlog.processors.TimeStamper(fmt="iso", utc=True),
        ],
        processors=[ProcessorFormatter.remove_processors_meta, *render],
    )


def traceback_of(exc_info: ExcInfo) -> str:
    """The traceback. Outside of its code, it quotes names alone."""
    lines = "".join(traceback.format_exception(*exc_info)).rstrip("\n").split("\n")
    return "\n".join(line if line.startswith(FRAME) else QUOTED.sub(name_alone, line) for line in lines)


def name_alone(quoted: re.Match[str]) -> str:
    return quoted[0] if NAME.fullmatch(quoted[0][1:-1]) else HELD_BACK


def tell(stream: TextIO, exc_info: ExcInfo) -> None:
    stream.write(f"\n{traceback_of(exc_info)}")


class DiscreetFormatter(ProcessorFormatter):
    """Takes the secret out of the finished line, which already holds every argument and traceback."""

    def __init__(self, *, secret: str | None, foreign_pre_chain: list[Processor], processors: list[Processor]) -> None:
        super().__init__(foreign_pre_chain=foreign_pre_chain, processors=processors)
        self.secret = secret

    def format(self, record: logging.LogRecord) -> str:
        line = ADDRESSED.sub(rf"\1{REMOVED}", super().format(record))
        return line.replace(self.secret, REMOVED) if self.secret else line
