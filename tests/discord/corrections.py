"""Where the simulator answers otherwise than Discord does: pages of history after a message, and of readers; threads
that were archived.
"""

import functools
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from weakref import WeakKeyDictionary

from simcord.backend import serializers
from simcord.backend.errors import BackendError
from simcord.backend.state import Backend
from simcord.http import router

MINUTES_KNOWN = 5
"""How long a nonce is known."""

Answer = Callable[[Any], Any]


def correct() -> None:
    """Idempotent: the routes are the simulator's own, and there is one simulator in a process."""
    for (method, path), corrected in CORRECTIONS.items():
        routes = router._ROUTES[method]
        for place, (template, answer) in enumerate(routes):
            if "/".join(template) == path and answer.__module__ != __name__:
                routes[place] = (template, corrected(answer))
    if serializers.guild_create_payload.__module__ != __name__:
        Backend.create_forum_post = with_one_number_of(Backend.create_forum_post)
        serializers.channel_payload = flagged_of(serializers.channel_payload)
        serializers.guild_create_payload = without_archived_of(serializers.guild_create_payload)


def flagged_of(payload: Callable[..., Any]) -> Callable[..., Any]:
    """A channel's flags come along, where a test gave it some."""

    def flagged(backend: Any, channel: Any) -> Any:
        return payload(backend, channel) | {"flags": getattr(channel, "flags", 0)}

    return flagged


def with_one_number_of(create: Callable[..., Any]) -> Callable[..., Any]:
    """A post has the number of its first message."""

    def with_one_number(backend: Any, forum_id: int, name: str, starter: Any, **facts: Any) -> Any:
        backend.create_thread = functools.partial(backend.create_thread, message_id=starter.id)
        try:
            return create(backend, forum_id, name, starter, **facts)
        finally:
            del backend.create_thread

    return with_one_number


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
        thread = context.backend.channels[context.int_arg("channel_id")].thread_metadata
        if thread is not None and thread.archived:
            raise BackendError(400, 50083, "Thread is archived")
        return answer(context)

    return edited_while_open


def changed_thread_of(answer: Answer) -> Answer:
    """A thread that is archived, and not locked, is opened again by whoever may write in it. While it is open, whoever
    made it gives it another name, and closes it.
    """

    def changed_thread(context: Any) -> Any:
        backend, channel_id, body = context.backend, context.int_arg("channel_id"), context.body()
        found = backend.channels.get(channel_id)
        if found is None or found.thread_metadata is None or found.thread_metadata.locked:
            return answer(context)
        if body != {"archived": False}:
            if found.owner_id != backend.bot_user.id:
                return answer(context)
            if found.thread_metadata.archived and body.get("archived", True):
                raise BackendError(400, 50083, "Thread is archived")
        context.require_channel_permissions(channel_id, "send_messages_in_threads")
        changes: dict[str, Any] = {"name": body["name"]} if "name" in body else {}
        if "applied_tags" in body:
            changes["applied_tags"] = [int(tag) for tag in body["applied_tags"]]
        metadata = {"archived": body["archived"]} if "archived" in body else {}
        channel = backend.edit_channel(channel_id, changes, thread_metadata=metadata)
        return dict(serializers.channel_payload(backend, channel))

    return changed_thread


def one_thread_of(answer: Answer) -> Answer:
    """A message has one thread at most, even once that was deleted."""
    begun: WeakKeyDictionary[Any, set[int]] = WeakKeyDictionary()

    def one_thread(context: Any) -> Any:
        known, message_id = begun.setdefault(context.backend, set()), context.int_arg("message_id")
        if message_id in known:
            raise BackendError(400, 160004, "A thread has already been created for this message")
        made = answer(context)
        known.add(message_id)
        return made

    return one_thread


def tagged_post_of(answer: Answer) -> Answer:
    """A forum may take no post without a tag."""

    def tagged_post(context: Any) -> Any:
        forum = context.backend.channels.get(context.int_arg("channel_id"))
        if getattr(forum, "flags", 0) and not context.body().get("applied_tags"):
            raise BackendError(400, 40067, "A tag is required to create a forum post in this channel")
        return answer(context)

    return tagged_post


def announced_of(answer: Answer) -> Answer:
    """Whoever may create events changes and ends their own. None begins in the past, and what is over stays so."""

    def announced(context: Any) -> Any:
        allow = context.require_guild_permissions

        def creates(guild_id: int, _: str) -> None:
            allow(guild_id, "create_events")

        context.require_guild_permissions = creates
        body, now = context.body(), context.backend.clock.now()
        start = body.get("scheduled_start_time")
        if start is not None and datetime.fromisoformat(start) <= now:
            raise BackendError(400, 50035, "Invalid Form Body: the start is past")
        if context.method == "PATCH":
            guild = context.backend.get_guild(context.int_arg("guild_id"))
            status = guild.scheduled_events[context.int_arg("event_id")].status
            if status in (3, 4) or (start is not None and status != 1):
                raise BackendError(400, 180000, "Cannot update a finished event")
        return answer(context)

    return announced


def once_of(answer: Answer) -> Answer:
    """Within minutes a send with a nonce that is known is answered with the message that it made."""
    made: WeakKeyDictionary[Any, dict[tuple[int, str], tuple[datetime, Any]]] = WeakKeyDictionary()  # of each Discord

    def once(context: Any) -> Any:
        body, now = context.body(), context.backend.clock.now()
        if not body.get("enforce_nonce"):
            return answer(context)
        known = made.setdefault(context.backend, {})
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
    ("PATCH", "channels/{channel_id}"): changed_thread_of,
    ("POST", "channels/{channel_id}/messages/{message_id}/threads"): one_thread_of,
    ("POST", "channels/{channel_id}/threads"): tagged_post_of,
    ("POST", "guilds/{guild_id}/scheduled-events"): announced_of,
    ("PATCH", "guilds/{guild_id}/scheduled-events/{event_id}"): announced_of,
}
