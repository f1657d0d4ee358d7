"""What simcord does not offer in public, all of it in one place: the version is pinned for this reason."""

# pyright: reportPrivateUsage=false
# ruff: noqa: SLF001

import asyncio
from collections.abc import Mapping
from typing import Any

import simcord
from simcord.preview import Preview


def poll_briskly() -> None:
    """Let simcord look each millisecond whether the bot is done, not each fifty: a skipped day has many timers."""
    simcord.Env._settle_internal.__kwdefaults__ = {
        **(simcord.Env._settle_internal.__kwdefaults__ or {}),
        "idle": 0.001,
    }


def take_turns(preview: Preview, turn: asyncio.Lock) -> None:
    """Let a click wait for its turn, since simcord refuses one that comes while time moves on.

    It also refuses one that was made on a page renewed since, even when the button is still there: the newest page
    is what a click is meant for.
    """
    act = preview._action

    async def act_in_turn(context_id: str | None, body: Mapping[str, Any]) -> dict[str, Any]:
        async with turn:
            newest = preview._get_page(context_id).revision
            return await act(context_id, {**body, "published_revision": newest})

    preview._action = act_in_turn


def is_open(preview: Preview) -> bool:
    """Whether nobody has ended the preview with its own button."""
    return preview._active


def allow_frame(preview: Preview) -> None:
    """Let other pages of this machine show the preview in a frame; it stays blank without its secret."""
    headers = dict(preview._server._SECURITY_HEADERS)
    del headers["X-Frame-Options"]
    policy = headers["Content-Security-Policy"]
    headers["Content-Security-Policy"] = policy.replace(
        "frame-ancestors 'none'", "frame-ancestors http://127.0.0.1:* http://localhost:*"
    )
    setattr(preview._server, "_SECURITY_HEADERS", headers)  # noqa: B010 - of this one, not of the class
