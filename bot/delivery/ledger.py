"""Events of reactions on their way to the ledger."""

import asyncio
import logging
import secrets
from collections.abc import Generator, Iterable
from contextlib import contextmanager

from bot.client import DrabbleBot
from bot.domain.rounds.reaction import Change, Event, Listed
from bot.services import recording_reactions

log = logging.getLogger(__name__)

BATCH = 1_000
"""Changes written in one go. That takes some milliseconds, which a command that writes may have to wait."""
MANY = 20
PAUSE = 0.2
"""Seconds to gather more changes when many come: a transaction costs the same for one change and for hundreds."""


class LostError(Exception):
    """Changes of reactions could not be written; the log says why."""


class Ledger:
    """Writes in batches. Changes that arrive during one batch make the next, so batches grow with the load. In a calm
    hour nothing waits.
    """

    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self._heard: list[Change] = []
        self._writing: asyncio.Task[None] | None = None
        self._watched: dict[int, list[Event]] = {}
        self._lost = 0

    def hear(self, event: Event) -> None:
        if event.message_id in self._watched:
            self._watched[event.message_id].append(event)
        self._queue(event)

    @contextmanager
    def watch(self, message_ids: Iterable[int]) -> Generator[list[Event]]:
        """The events of these messages from now on. Nobody else may watch one of them meanwhile."""
        meanwhile: list[Event] = []
        watched = dict.fromkeys(message_ids, meanwhile)
        self._watched |= watched
        try:
            yield meanwhile
        finally:
            for message_id in watched:
                del self._watched[message_id]

    async def repair(self, listed: Listed) -> None:
        """Write a listing after everything heard before it. Raises LostError."""
        before = self._lost
        self._queue(listed)
        await self.wait_until_written()
        if self._lost > before:
            raise LostError

    async def wait_until_written(self) -> None:
        """Wait until everything that was heard is written."""
        if self._writing is not None:
            await asyncio.shield(self._writing)

    async def stop(self) -> None:
        if self._writing is not None:
            await asyncio.gather(self._writing, return_exceptions=True)

    def _queue(self, change: Change) -> None:
        self._heard.append(change)
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write(), name="ledger")

    async def _write(self) -> None:
        while self._heard:
            batch, self._heard = self._heard[:BATCH], self._heard[BATCH:]
            try:
                await recording_reactions.record(self.bot.database, batch)
            except Exception:
                self._lost += len(batch)
                self.bot.dispatch("reactions_lost")
                incident = {"incident": secrets.token_hex(4)}
                log.exception("incident: %d changes of reactions could not be written", len(batch), extra=incident)
            if len(batch) >= MANY and len(self._heard) < BATCH:
                await asyncio.sleep(PAUSE)
