"""All uses of simcord's private parts, in one place. They are the reason why its version is pinned."""

# pyright: reportPrivateUsage=false
# ruff: noqa: SLF001

import asyncio
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import simcord
from aiohttp import web
from simcord import actors
from simcord.backend import serializers
from simcord.enums import AppCommandType, InteractionType
from simcord.preview import (
    Preview,
    _action_plans,
    _component_projection,
    _markdown,
    _messages,
    _queries,
    _snapshot,
)

from bot.domain.problem import RefusedError
from bot.play.world import Person

STYLE = Path(__file__).with_name("channel.css")
SCRIPT = Path(__file__).with_name("channel.js")
CONTEXT = _messages._markdown_context
EXPANDED = _markdown._discord_multiline_quotes
LAST_QUOTED = re.compile(r"^> .*\n(?!>)", re.MULTILINE)
TAGS = f'<link rel="stylesheet" href="/{STYLE.name}"><script src="/{SCRIPT.name}" defer></script>'


def poll_briskly() -> None:
    """Let simcord look every millisecond, not every 50, whether the bot is done: a skipped day has many timers."""
    simcord.Env._settle_internal.__kwdefaults__ = {
        **(simcord.Env._settle_internal.__kwdefaults__ or {}),
        "idle": 0.001,
    }


def forgive_refusals(env: simcord.Env) -> None:
    """Let a refusal be an answer like any other: simcord calls each error of a command a failure."""
    record = env._record_error

    def recorded(error: BaseException) -> None:
        if not isinstance(getattr(error, "original", error), RefusedError):
            record(error)

    env._record_error = recorded


def end_quotes_with_their_lines() -> None:
    """Let the line below a quotation stand outside of it, as in Discord; simcord's quotations go on to a blank line."""

    def ended(text: str) -> str:
        return LAST_QUOTED.sub(r"\g<0>\n", EXPANDED(text))

    _markdown._discord_multiline_quotes = ended


def lead_to_channels(guild: simcord.GuildHandle) -> None:
    """Make a channel's name a link into it, as in Discord; simcord's is words alone."""
    inline = _markdown._inline

    def linked(children: Iterable[Any]) -> list[dict[str, Any]]:
        return [part for token in inline(children) for part in lead(token)]

    def lead(token: dict[str, Any]) -> list[dict[str, Any]]:
        if token.get("kind") != "channel":
            return [token]
        href = f"/channels/{guild.id}/{token['id']}"
        words = {"type": "text", "content": token["label"]}
        return [{"type": "link_open", "href": href}, words, {"type": "link_close"}]

    _markdown._inline = linked


def name_channels_in_private(guild: simcord.GuildHandle) -> None:
    """Let direct messages name the channels of the server, as in Discord; simcord shows their numbers there."""

    def named(preview: Any, page: Any, message: Any, channel: Any, *, content: str = "") -> dict[str, Any]:
        return CONTEXT(preview, page, message, replace(channel, guild_id=guild.id), content=content)

    for module in (_messages, _queries, _snapshot):
        setattr(module, "_markdown_context", named)  # noqa: B010 - two of them import it, and do not export it


def tell_controls_apart() -> None:
    """Let a message that became another one show its own choices. Simcord knows a select by its place in it, and would
    go on with those of the select that stood there before.
    """
    place, key = _component_projection._control_key, _action_plans._component_key

    def projected(scope: str, component: Mapping[str, Any], path: str) -> str | None:
        return with_custom_id(place(scope, component, path), component)

    def planned(component: Mapping[str, Any], path: str, message_id: int) -> str | None:
        return with_custom_id(key(component, path, message_id), component)

    setattr(_component_projection, "_control_key", projected)  # noqa: B010 - it is typed as a function of its module
    setattr(_action_plans, "_component_key", planned)  # noqa: B010


def with_custom_id(key: str | None, component: Mapping[str, Any]) -> str | None:
    return None if key is None else f"{key}:{component.get('custom_id')}"


def take_turns(preview: Preview, turn: asyncio.Lock) -> None:
    """Let a click wait for its turn, since simcord refuses clicks while time moves on.

    Simcord also refuses a click on a page that was renewed since, even if the button is still there. So each click
    goes to the newest page. A page that asks to be renewed shows no form, which would cover the button for that: its
    reader has closed it, and simcord would hold it open.
    """
    act = preview._action

    async def act_in_turn(context_id: str | None, body: Mapping[str, Any]) -> dict[str, Any]:
        async with turn:
            page = preview._get_page(context_id)
            viewer, before = page.viewer, preview._initial_target(page.viewer, page.channel_id)
            if body.get("kind") == "refresh":
                page.modal = page.modal_handle = None
            result = await act(context_id, {**body, "published_revision": page.revision})
            if page.viewer is viewer and preview._initial_target(viewer, page.channel_id) != before:
                show_newest(preview, page)  # nobody would see this answer
            return result

    preview._action = act_in_turn


def is_open(preview: Preview) -> bool:
    """True until somebody ends the preview with its own button."""
    return preview._active


def viewer(preview: Preview) -> Person:
    """The viewer of the page that was opened last."""
    return next((page.viewer for page in reversed(preview._pages.values())), preview.viewers[0])


def keep_viewer(preview: Preview) -> None:
    """Let a page that is loaded anew, and so was closed, be seen by the same person. Simcord goes back to the first."""
    close = preview._close_page

    def closed(context_id: str) -> None:
        left = preview._get_page(context_id).viewer
        close(context_id)
        preview.viewers = tuple(sorted(preview.viewers, key=lambda person: person.id != left.id))

    preview._close_page = closed


def allow_frame(preview: Preview) -> None:
    """Let other pages of this machine show the preview in a frame. Without its secret it stays blank."""
    headers = dict(preview._server._SECURITY_HEADERS)
    del headers["X-Frame-Options"]
    policy = headers["Content-Security-Policy"]
    headers["Content-Security-Policy"] = policy.replace(
        "frame-ancestors 'none'", "frame-ancestors http://127.0.0.1:* http://localhost:*"
    )
    setattr(preview._server, "_SECURITY_HEADERS", headers)  # noqa: B010 - for this preview, not for its class


def add_own_files(preview: Preview) -> None:
    """Serve our style and script with the page of the preview, which lets in only what comes from its own server."""
    server: Any = preview._server
    index = server._index
    server._STATIC_FILES = {**server._STATIC_FILES, **{f"/{file.name}": str(file) for file in (STYLE, SCRIPT)}}
    server._STATIC_CONTENT_TYPES = {**server._STATIC_CONTENT_TYPES, str(STYLE): "text/css"}

    async def dressed(request: web.Request) -> web.Response:
        page: web.Response = await index(request)
        page.text = (page.text or "").replace("</head>", f"{TAGS}</head>")
        return page

    server._index = dressed


def bring_into_view(preview: Preview, message_id: int) -> None:
    """Let every page of the preview, and each that is opened later, show the part of the channel around a message."""
    for page in preview._pages.values():
        page.target_id = page.window_end_id = message_id
        preview._publish(page, reason="navigation")


def bring_newest_into_view(preview: Preview, viewer: Person | None = None) -> None:
    """Scroll every page of the preview to the bot's newest message, and let this viewer see it from now on."""
    for page in preview._pages.values():
        if viewer is not None and page.viewer.id != viewer.id:
            page.viewer = viewer
            page.modal = page.modal_handle = None
            page.generation += 1
        show_newest(preview, page)


def show_newest(preview: Preview, page: Any) -> None:
    page.target_id = page.window_end_id = preview._initial_target(page.viewer, page.channel_id)
    preview._publish(page, reason="navigation")


def open_form(preview: Preview, result: simcord.InteractionResult) -> None:
    """Show the form that a command opened, in every page of the preview. Simcord opens only what began with a click."""
    for page in preview._pages.values():
        page.modal, page.modal_handle = result, f"m_{secrets.token_urlsafe(12)}"
        preview._publish(page, reason="navigation")


# -- the connection -------------------------------------------------------------------------------


def is_listening(env: simcord.Env) -> bool:
    return socket(env).open


def stop_listening(env: simcord.Env) -> None:
    """Let no event reach the bot from here on."""
    socket(env).open = False


async def listen_again(env: simcord.Env) -> None:
    """Begin a new session. As in Discord, the bot gets none of the events that it missed."""
    socket(env).open = True
    with env._bot_scope():  # so that settling waits for what follows from it
        env.bot.dispatch("ready")
    await env.settle()


def socket(env: simcord.Env) -> Any:
    return env.bot.ws


# -- the menu of a message ------------------------------------------------------------------------


def menu_commands(person: Person, channel: simcord.ChannelHandle) -> list[str]:
    """The commands in the menu of a message in this channel, for this person."""
    found = person._env.backend.visible_commands(user_id=person.id, channel_id=channel.id, type=AppCommandType.MESSAGE)
    return [command["name"] for command in found]


async def choose_in_menu(
    person: Person, channel: simcord.ChannelHandle, command: str, message: simcord.ResponseMessage
) -> simcord.InteractionResult:
    """Choose a command in the menu of a message, also in direct messages, where simcord has no such menus."""
    if isinstance(person, simcord.MemberActor):
        return await person.context_menu(channel, command, message)
    env = person._env
    stored = env.backend.get_message(channel.id, message.id)
    root = actors._resolve_visible_command(person, channel.id, command, AppCommandType.MESSAGE)
    data = {
        "id": root["id"],
        "name": root["name"],
        "type": AppCommandType.MESSAGE,
        "target_id": str(stored.id),
        "resolved": {"messages": {str(stored.id): dict(serializers.message_payload(env.backend, stored))}},
    }
    env._begin_operation("context_menu")
    try:
        return await actors._dispatch_actor_interaction(person, InteractionType.APPLICATION_COMMAND, channel, data)
    finally:
        env._end_operation()
