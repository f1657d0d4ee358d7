"""Where the simulator answers otherwise than Discord does: pages of history after a message, and of readers; threads
that were archived.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from simcord.backend import serializers
from simcord.backend.errors import BackendError
from simcord.http import router

from bot.play import threads

MINUTES_KNOWN = 5
"""How long a nonce is known."""

Answer = Callable[[Any], Any]


def correct() -> None:
    """Idempotent: the routes are the simulator's own, and there is one simulator in a process."""
    threads.correct()
    for (method, path), corrected in CORRECTIONS.items():
        routes = router._ROUTES[method]
        for place, (template, answer) in enumerate(routes):
            if "/".join(template) == path and answer.__module__ != __name__:
                routes[place] = (template, corrected(answer))
    if serializers.guild_create_payload.__module__ != __name__:
        serializers.channel_payload = flagged_of(serializers.channel_payload)
        serializers.guild_create_payload = without_archived_of(serializers.guild_create_payload)


def flagged_of(payload: Callable[..., Any]) -> Callable[..., Any]:
    """A channel's flags come along, where a test gave it some."""

    def flagged(backend: Any, channel: Any) -> Any:
        return payload(backend, channel) | {"flags": getattr(channel, "flags", 0)}

    return flagged


def without_archived_of(payload: Callable[..., Any]) -> Callable[..., Any]:
    """A session begins with the threads that are open."""

    def without_archived(*facts: Any) -> Any:
        told = payload(*facts)
        return told | {"threads": [one for one in told["threads"] if not one["thread_metadata"]["archived"]]}

    return without_archived


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


def edited_while_open_of(answer: Answer) -> Answer:
    """A message in a thread that is archived cannot be edited."""

    def edited_while_open(context: Any) -> Any:
        channel = context.backend.channels.get(context.int_arg("channel_id"))
        thread = None if channel is None else channel.thread_metadata
        if thread is not None and thread.archived:
            raise BackendError(400, 50083, "Thread is archived")
        return answer(context)

    return edited_while_open


def tagged_post_of(answer: Answer) -> Answer:
    """A forum may take no post without a tag."""

    def tagged_post(context: Any) -> Any:
        forum = context.backend.channels.get(context.int_arg("channel_id"))
        if getattr(forum, "flags", 0) and not context.body().get("applied_tags"):
            raise BackendError(400, 40067, "A tag is required to create a forum post in this channel")
        return answer(context)

    return tagged_post


def once_of(answer: Answer) -> Answer:
    """Within minutes a send with a nonce that is known is answered with the message that it made."""

    def once(context: Any) -> Any:
        body, now = context.body(), context.backend.clock.now()
        if not body.get("enforce_nonce"):
            return answer(context)
        known: dict[tuple[int, str], tuple[datetime, Any]] = context.backend.__dict__.setdefault("nonces", {})
        key = (context.int_arg("channel_id"), str(body["nonce"]))
        at, message = known.get(key, (None, None))
        if at is None or now - at > timedelta(minutes=MINUTES_KNOWN):
            message = answer(context)
            known[key] = (now, message)
        return message

    return once


CORRECTIONS: dict[tuple[str, str], Callable[[Answer], Answer]] = {
    ("POST", "channels/{channel_id}/messages"): once_of,
    ("GET", "channels/{channel_id}/messages"): oldest_first_of,
    ("GET", "channels/{channel_id}/messages/{message_id}/reactions/{emoji}"): by_page_of,
    ("PATCH", "channels/{channel_id}/messages/{message_id}"): edited_while_open_of,
    ("POST", "channels/{channel_id}/threads"): tagged_post_of,
}
