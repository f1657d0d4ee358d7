"""Answers instead of Discord when a client logs in, with next to nothing."""

from typing import Any

from discord.http import Route


async def answer(route: Route, **_: Any) -> Any:
    return [] if route.path.endswith("/commands") else {}
