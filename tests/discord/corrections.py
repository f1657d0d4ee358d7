"""Where the simulator answers otherwise than Discord does: pages of history after a message, and of readers."""

from collections.abc import Callable
from typing import Any

from simcord.http import router

HISTORY = "channels/{channel_id}/messages"
READERS = "channels/{channel_id}/messages/{message_id}/reactions/{emoji}"

Answer = Callable[[Any], Any]


def correct() -> None:
    """Idempotent: the routes are the simulator's own, and there is one simulator in a process."""
    routes = router._ROUTES["GET"]
    for place, (template, answer) in enumerate(routes):
        if answer.__name__ in ("oldest_first", "by_page"):
            continue
        if "/".join(template) == HISTORY:
            routes[place] = (template, oldest_first_of(answer))
        elif "/".join(template) == READERS:
            routes[place] = (template, by_page_of(answer))


def oldest_first_of(answer: Answer) -> Answer:
    """What follows a message begins with the next one, not with the newest of all."""

    def oldest_first(context: Any) -> Any:
        if "after" not in context.params:
            return answer(context)
        limit = int(context.params.get("limit", 50))
        context.params["limit"] = 1_000_000
        return answer(context)[-limit:]

    return oldest_first


def by_page_of(answer: Answer) -> Answer:
    """Readers come a page at a time, in the order of their ids."""

    def by_page(context: Any) -> Any:
        after, limit = int(context.params.get("after") or 0), int(context.params.get("limit", 25))
        readers = sorted(answer(context), key=lambda reader: int(reader["id"]))
        return [reader for reader in readers if int(reader["id"]) > after][:limit]

    return by_page
