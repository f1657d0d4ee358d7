"""What is done with every request to Discord: it waits for its turn, and its answer tells the time."""

import contextlib
import re
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

import aiohttp

from bot.discord_clock import Chronometer
from bot.pace import Pace

SECOND = timedelta(seconds=1)
"""The precision of the date in an answer."""
UNCOUNTED = re.compile(r"/(interactions|webhooks)/")
"""Where answers to members go, which Discord counts for themselves."""


def made(chronometer: Chronometer, pace: Pace) -> aiohttp.TraceConfig:
    """Keeps the pace of requests, and reads the time off every answer that Discord gives to one."""

    async def asked(_session: Any, context: SimpleNamespace, request: aiohttp.TraceRequestStartParams) -> None:
        if not UNCOUNTED.search(request.url.path):
            await pace.keep()
        context.asked = chronometer.ours()

    async def answered(_session: Any, context: SimpleNamespace, request: aiohttp.TraceRequestEndParams) -> None:
        told = request.response.headers.get("Date")
        if told is not None:
            with contextlib.suppress(ValueError):  # a proxy wrote something that is no date
                chronometer.answered(parsed(told), context.asked, to_the=SECOND)

    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(asked)
    trace.on_request_end.append(answered)
    return trace


@lru_cache(maxsize=1)
def parsed(date: str) -> datetime:
    """The moment that an answer tells. All answers of a second tell the same."""
    return parsedate_to_datetime(date)
