"""What Discord itself would say to the requests that the simulated one received."""

from collections.abc import Iterable

from simcord.types import HttpLogEntry

from tests import openapi, unwritten


def check(requests: Iterable[HttpLogEntry]) -> None:
    found = [
        f"{request.method} {request.path}\n  {objection}"
        for request in requests
        for objection in (*openapi.objections(request), *unwritten.objections(request))
    ]
    assert not found, "Discord would object:\n" + "\n".join(dict.fromkeys(found))
