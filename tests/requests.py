"""What Discord itself would say to the requests that the simulated one received."""

from collections.abc import Iterable
from typing import Any

from simcord.types import HttpLogEntry

from tests import openapi, unwritten

right: list[Any] = []
"""Lists of commands that Discord would not object to; each start of a bot tells all of them again."""


def check(requests: Iterable[HttpLogEntry]) -> None:
    new = [request for request in requests if not (is_of_commands(request) and request.json in right)]
    found = [
        f"{request.method} {request.path}\n  {objection}"
        for request in new
        for objection in (*openapi.objections(request), *unwritten.objections(request))
    ]
    assert not found, "Discord would object:\n" + "\n".join(dict.fromkeys(found))
    right.extend(request.json for request in new if is_of_commands(request))


def is_of_commands(request: HttpLogEntry) -> bool:
    return request.method == "PUT" and request.path.endswith("/commands")
