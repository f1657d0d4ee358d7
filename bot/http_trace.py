"""What is done with every request to Discord: it waits for its turn, and its answer tells the time."""

import re
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

import aiohttp

from bot.discord_clock import Chronometer, Instant
from bot.pace import Pace

SECOND = timedelta(seconds=1)
"""The precision of the date in an answer."""
UNCOUNTED = re.compile(r"/(interactions|webhooks)/")
"""In the path of answers to members, which Discord counts apart."""

OUR_REQUESTS = "/api/"
"""In the path of all that the bot asks of Discord. A member's file comes from elsewhere, and may well be a page."""
TOO_MANY = 429
ITS_OWN_FAULT = 500
"""From this status on, Discord's own servers may send a page. The status says what is wrong."""


class NotDiscordError(aiohttp.ClientConnectionError):
    """A network's login page came where an answer of Discord's belongs, whatever its status says."""


def made(chronometer: Chronometer, pace: Pace) -> aiohttp.TraceConfig:
    """Keeps the pace of requests, and reads the time off every answer of Discord's. Answers to members wait for no
    turn, and the event that they answer has told the time.

    An answer that is not Discord's is as good as none. Otherwise a page would be taken for what was posted, or for a
    missing permission.
    """

    async def asked(_session: Any, context: SimpleNamespace, request: aiohttp.TraceRequestStartParams) -> None:
        context.asked = None
        if not UNCOUNTED.search(request.url.path):
            await pace.keep()
            context.asked = chronometer.instant()

    async def answered(_session: Any, context: SimpleNamespace, request: aiohttp.TraceRequestEndParams) -> None:
        if is_a_page(request.response):
            request.response.close()
            raise NotDiscordError(f"a web page came where Discord's answer to {request.method} belongs")
        since: Instant | None = context.asked
        if since is not None and (told := moment(request.response.headers.get("Date"))) is not None:
            chronometer.answered(told, since, to_the=SECOND)

    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(asked)
    trace.on_request_end.append(answered)
    return trace


def is_a_page(answer: aiohttp.ClientResponse) -> bool:
    if answer.content_type != "text/html" or answer.status == TOO_MANY or answer.status >= ITS_OWN_FAULT:
        return False
    return OUR_REQUESTS in (*answer.history, answer)[0].request_info.real_url.path


@lru_cache(maxsize=1)
def moment(date: str | None) -> datetime | None:
    """The moment that an answer tells; None where a proxy wrote something that is no date. All answers of a second tell
    the same.
    """
    try:
        return None if date is None else parsedate_to_datetime(date)
    except ValueError:
        return None
