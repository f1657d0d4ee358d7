"""The preview: one place at a time, seen as in Discord, always at the same address."""

import asyncio
import contextlib
import itertools
import secrets
from collections.abc import AsyncGenerator
from urllib.parse import urlsplit

import simcord
from simcord.preview import Preview

from bot.play import patches
from bot.play.world import Person, Place


class Window:
    """The open preview. Everything in the simulation takes its `turn`, and a click here waits for one."""

    def __init__(self, env: simcord.Env, turn: asyncio.Lock, place: Place) -> None:
        self.place = place
        self.secret = secrets.token_urlsafe(32)
        self._env = env
        self._turn = turn
        self._moving = asyncio.Lock()
        self._visits = itertools.count(1)
        self._visit = 0
        self._port = 0
        self._preview: Preview | None = None

    @property
    def url(self) -> str:
        """The preview's address. Each move changes it, so that a browser loads the page anew."""
        return f"http://127.0.0.1:{self._port}/?visit={self._visit}#{self.secret}"

    @contextlib.asynccontextmanager
    async def opened(self, port: int) -> AsyncGenerator[None]:
        self._port = port
        try:
            await self._open(self.place)
            yield
        finally:
            await self._shown().close()

    async def move(self, place: Place) -> None:
        """Show another place, seen by the same person if they can be there."""
        async with self._moving:
            viewer = patches.viewer(self._shown())
            # Closing waits for clicks, and they wait for their turns, so it must not hold the turn.
            await self._shown().close()
            async with self._turn:
                people = sorted(place.people, key=lambda person: person.id != viewer.id)
                await self._open(Place(place.name, place.channel, tuple(people)))
                self.place = place

    async def ended(self) -> None:
        """Wait until somebody ends the preview with its own button."""
        preview = None
        while preview is not self._preview:
            preview = self._shown()
            await preview.wait_closed()
            async with self._moving:
                pass

    async def refresh(self) -> None:
        """Show what happened."""
        if patches.is_open(self._shown()):
            await self._shown().refresh()

    def bring_newest_into_view(self, viewer: Person | None = None) -> None:
        if patches.is_open(self._shown()):
            patches.bring_newest_into_view(self._shown(), viewer)

    def open_form(self, result: simcord.InteractionResult) -> None:
        if patches.is_open(self._shown()):
            patches.open_form(self._shown(), result)

    def bring_into_view(self, message_id: int) -> None:
        if patches.is_open(self._shown()):
            patches.bring_into_view(self._shown(), message_id)

    async def _open(self, place: Place) -> None:
        preview = self._env.preview(place.channel, viewers=place.people, layout="channel", port=self._port)
        preview.capability = self.secret
        patches.allow_frame(preview)
        patches.add_own_files(preview)
        patches.take_turns(preview, self._turn)
        patches.keep_viewer(preview)
        self._preview = preview
        await preview.__aenter__()
        self._port = urlsplit(preview.url).port or 0
        self._visit = next(self._visits)

    def _shown(self) -> Preview:
        if self._preview is None:
            raise RuntimeError("the window is opened before it is used")
        return self._preview
