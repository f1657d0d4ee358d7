"""Threads, posts and events of the simulator, where it answers otherwise than Discord does."""

# pyright: reportPrivateUsage=false
# ruff: noqa: SLF001

import functools
from collections.abc import Callable
from datetime import datetime
from typing import Any

import discord
from simcord.backend import serializers
from simcord.backend.errors import BackendError
from simcord.backend.state import Backend
from simcord.http import router

Answer = Callable[[Any], Any]


def correct() -> None:
    """Idempotent: the routes are the simulator's own, and there is one simulator in a process."""
    for (method, path), corrected in CORRECTIONS.items():
        routes = router._ROUTES[method]
        for place, (template, answer) in enumerate(routes):
            if "/".join(template) == path and answer.__module__ != __name__:
                routes[place] = (template, corrected(answer))
    if Backend.create_forum_post.__module__ != __name__:
        Backend.create_forum_post = with_one_number_of(Backend.create_forum_post)


def with_one_number_of(create: Callable[..., Any]) -> Callable[..., Any]:
    """A post has the number of its first message."""

    def with_one_number(backend: Any, forum_id: int, name: str, starter: Any, **facts: Any) -> Any:
        backend.create_thread = functools.partial(backend.create_thread, message_id=starter.id)
        try:
            return create(backend, forum_id, name, starter, **facts)
        finally:
            del backend.create_thread

    return with_one_number


def changed_thread_of(answer: Answer) -> Answer:
    """A thread that is archived is opened again by whoever may write in it; one that is locked, by who manages threads.
    While it is open, whoever made it gives it another name, and closes it.
    """

    def changed_thread(context: Any) -> Any:
        backend, channel_id, body = context.backend, context.int_arg("channel_id"), context.body()
        found = backend.channels.get(channel_id)
        if found is None or found.thread_metadata is None:
            return answer(context)
        if body != {"archived": False}:
            if found.owner_id != backend.bot_user.id:
                return answer(context)
            if found.thread_metadata.archived and body.get("archived", True):
                raise BackendError(400, 50083, "Thread is archived")
        needed = "manage_threads" if found.thread_metadata.locked else "send_messages_in_threads"
        context.require_channel_permissions(channel_id, needed)
        changes: dict[str, Any] = {"name": body["name"]} if "name" in body else {}
        if "applied_tags" in body:
            changes["applied_tags"] = [int(tag) for tag in body["applied_tags"]]
        metadata = {"archived": body["archived"]} if "archived" in body else {}
        channel = backend.edit_channel(channel_id, changes, thread_metadata=metadata)
        return dict(serializers.channel_payload(backend, channel))

    return changed_thread


def one_thread_of(answer: Answer) -> Answer:
    """A message has one thread at most, even once that was deleted, and says that it has one."""

    def one_thread(context: Any) -> Any:
        known: set[int] = context.backend.__dict__.setdefault("threads_begun", set())
        message_id = context.int_arg("message_id")
        if message_id in known:
            raise BackendError(400, 160004, "A thread has already been created for this message")
        made = answer(context)
        known.add(message_id)
        message = context.backend.messages[context.int_arg("channel_id")][message_id]
        message.flags |= discord.MessageFlags.has_thread.flag
        return made

    return one_thread


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


CORRECTIONS: dict[tuple[str, str], Callable[[Answer], Answer]] = {
    ("PATCH", "channels/{channel_id}"): changed_thread_of,
    ("POST", "channels/{channel_id}/messages/{message_id}/threads"): one_thread_of,
    ("POST", "guilds/{guild_id}/scheduled-events"): announced_of,
    ("PATCH", "guilds/{guild_id}/scheduled-events/{event_id}"): announced_of,
}
