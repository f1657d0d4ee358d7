"""Making one round's messages what they should be. Each step is written down before the next."""

import asyncio
import contextlib
import hashlib
import io
import json
import logging
from collections.abc import Generator
from dataclasses import replace
from datetime import datetime

import discord

from bot.client import DrabbleBot
from bot.delivery import audiences, channels, round_events, scene, stock
from bot.delivery.channels import Grounds
from bot.delivery.discord_errors import (
    BAD_REQUEST,
    UNKNOWN_CHANNEL,
    UNKNOWN_EMOJI,
    UNKNOWN_MESSAGE,
    PausedError,
    retries,
    trouble_of,
)
from bot.delivery.forum_tags import ForumTags
from bot.delivery.threads import Threads
from bot.domain.entries import authorship
from bot.domain.entries.entry import Entry
from bot.domain.rounds import audience, home
from bot.domain.rounds.posted_message import GONE, Message, Spot
from bot.domain.rounds.trouble import Trouble
from bot.services import finding, publishing, withdrawing
from bot.services.publishing import Page, Scene
from bot.ui.answering import permission
from bot.ui.views import channel_messages, entry_card, message_mark, round_threads
from bot.ui.views.channel_messages import Card
from bot.ui.views.round_threads import Thread

log = logging.getLogger(__name__)

NOBODY = discord.AllowedMentions.none()
"""Edits do not use the client's own default."""


class Stage:
    """A round's channel, its threads and what stands there; `publish` may be cut off anywhere and called again."""

    def __init__(self, bot: DrabbleBot, scene: Scene, channel: Grounds, tags: ForumTags, *, exposed: bool) -> None:
        self.bot = bot
        self.scene = scene
        self.channel = channel
        self.exposed = exposed
        """True if minors can see by now what was for adults: nothing more is shown then."""
        self.ground = round_threads.ground_of(channel)
        self.home = home.on(self.ground, scene.round.plan.home)
        self.threads = Threads(bot, channel, tags)
        self.begun: dict[Page, Thread] = {}
        """The threads as they should be, by the page that each begins with."""
        self.rows: dict[Page, Message] = {}
        self.last: dict[Entry, int] = {}
        """The last page of each entry."""
        self.failures: list[Exception] = []

    async def publish(self, pages: list[Page]) -> None:
        """Send, edit and delete until exactly these pages are on show, one after the other.

        A page that fails keeps back only the later pages of its entry. Its error is raised at the end.
        """
        self.rows = self.scene.rows(pages)
        self.last = {page.entry: page.number for page in pages if page.entry is not None}
        kept_back = set[Entry]()
        self.begun = round_threads.wanted(self.scene, pages, self.ground)
        await self._clear()
        for page in pages:
            await asyncio.sleep(0)  # most of a thousand pages wait for nothing, so others get their turn here
            await self._let_go(page)
            if self.rows[page].removed or page.entry in kept_back:
                continue
            try:
                await self._show(page)
                if page in self.begun:
                    await self._begin(page, self.begun[page])
            except (PausedError, discord.HTTPException) as error:
                if not concerns_one_page(error):
                    raise
                self.failures.append(error)
                kept_back |= {page.entry} if page.entry is not None else set()
        if self.failures:
            raise self.failures[0]
        for page, thread in self.begun.items():
            await self._keep(self.rows[page], thread)

    async def _clear(self) -> None:
        """Take away what should not stand here. This comes first: it may be done where nothing may be written. A thread
        that is locked keeps back no other.
        """
        kept = {row.id for row in self.rows.values()}
        for row in self.scene.messages:
            try:
                if row.id not in kept:
                    await self._take_away(row)
            except (PausedError, discord.HTTPException) as error:
                self.failures.append(error)
                if trouble_of(error) is not Trouble.THREAD_LOCKED:
                    return

    async def _let_go(self, page: Page) -> None:
        """Finish with a message that was being taken away, since its story was shorter, if it is wanted again."""
        row = self.rows[page]
        if row.removed and page.entry is not None and await publishing.stands(self.bot.database, page.entry.id):
            self.rows[page] = await self._take_away(row)

    async def _begin(self, page: Page, thread: Thread) -> None:
        """Make the thread that begins with this page."""
        row = self.rows[page]
        if row.thread is not None or row.spot is None or (thread.is_beside and not thread.is_open):
            return
        with nice_to_have(thread, row.spot):
            if not row.is_post:  # else it was made with its message
                await self.threads.begin(row.spot, thread)
            await publishing.note_thread(self.bot.database, row, thread.fingerprint)
            self.rows[page] = replace(row, thread=thread.fingerprint)

    async def _keep(self, row: Message, thread: Thread) -> None:
        """Make the thread that begins with this message what it should be."""
        if row.thread in (None, GONE) or row.spot is None:
            return
        try:
            with nice_to_have(thread, row.spot):
                await self._keep_thread(row, row.spot.message_id, thread)
        except discord.NotFound as gone:
            if thread.is_beside:
                await publishing.note_thread(self.bot.database, row, GONE)
            elif row.entry_id is not None:
                await self._follow_removal(gone, row.spot)
            else:
                raise

    async def _keep_thread(self, row: Message, thread_id: int, thread: Thread) -> None:
        is_known = row.thread == thread.fingerprint
        await (self.threads.keep if is_known else self.threads.change)(thread_id, thread)
        if not is_known or thread_id in self.threads.opened:
            await publishing.note_thread(self.bot.database, row, thread.fingerprint)

    async def _place(self, page: Page) -> Grounds:
        """Where a page is sent to, open to be written in."""
        starter = round_threads.starter_of(page, self.home, self.ground)
        if starter is None:
            return self.channel
        spot = self.rows[starter].spot
        if spot is None:  # Discord did not take the message that the thread begins with
            raise PausedError(Trouble.NOT_TAKEN)
        return await self.threads.open(spot.message_id)

    async def _show(self, page: Page) -> None:
        self._check_audience(page)
        row = await self._find_again(self.rows[page])
        if page.entry is None or row.shown != self._fingerprint(page.entry):
            row = await self._make_show(row, page)
        self.rows[page] = row
        if page.entry is not None and row.spot is not None and page.number == self.last[page.entry]:
            await self._seed(row, row.spot)  # on the last page, which readers reach last

    async def _make_show(self, row: Message, page: Page) -> Message:
        if page.entry is not None:
            await asyncio.to_thread(entry_card.pages, page.entry)  # the pages stay at hand for the card
        card = channel_messages.card(self.scene, page, self.rows)
        fingerprint = fingerprint_of(card) if page.entry is None else self._fingerprint(page.entry)
        if row.spot is None:
            return await self._send(row, page, card, fingerprint)
        if row.shown != fingerprint:
            return await self._edit(row, row.spot, card, fingerprint)
        return row

    def _fingerprint(self, entry: Entry) -> str:
        return publishing.shown_by(entry, self.last[entry] + 1)

    def _check_audience(self, page: Page) -> None:
        """A story that stands here and loses its writer's name does so in any case."""
        entry, for_adults = page.entry, permission.is_age_restricted(self.channel)
        if entry is not None and not authorship.is_known(entry) and self.rows[page].spot is not None:
            return
        if self.exposed:
            raise PausedError(Trouble.OPEN_TO_ALL_AGES)
        if entry is not None and not audience.may_be_posted(entry.header.rating, age_restricted=for_adults):
            raise PausedError(Trouble.NOT_AGE_RESTRICTED)

    async def _find_again(self, row: Message) -> Message:
        """Look for a message whose send was tried but not recorded, before it is sent again."""
        if row.message_id is not None or row.tried_at is None:
            return row
        place = self.channel if row.channel_id == self.channel.id else await self.threads.open(row.channel_id)
        async for message in channels.own_messages(self.bot, place, row.tried_at):
            if message_mark.subject_of(message) == row.subject:
                spot = Spot(message.channel.id, message.id)
                await publishing.note_found(self.bot.database, row, spot, self.bot.now())
                self.bot.wake()  # the reconciler
                return replace(row, channel_id=spot.channel_id, message_id=spot.message_id)
        return row

    async def _send(self, row: Message, page: Page, card: Card, fingerprint: str) -> Message:
        place = await self._place(page)
        await publishing.note_tried(self.bot.database, row, place.id, self._latest(place))
        files = await self._files(card)
        asked = self.bot.chronometer.instant()
        with self.bot.earshot.listening() as heard:
            message = await self._send_to(page, place, row, card, files)
            self.bot.chronometer.answered(message.created_at, asked)
            spot = Spot(message.channel.id, message.id)
            shows = self.begun[page].fingerprint if spot.is_post else None
            await publishing.note_sent(self.bot.database, row, spot, fingerprint, shows)
        if message.id in heard and row.entry_id is not None:
            await publishing.note_missed(self.bot.database, row, self.bot.now())
            self.bot.wake()  # the reconciler
        return replace(row, channel_id=spot.channel_id, message_id=spot.message_id, shown=fingerprint, thread=shows)

    async def _send_to(
        self, page: Page, place: Grounds, row: Message, card: Card, files: list[discord.File]
    ) -> discord.Message:
        pings = pinged_by(card)
        if isinstance(place, discord.ForumChannel):
            return await self.threads.post(place, self.begun[page], card.view, files, pings)
        return await place.send(view=card.view, files=files, nonce=nonce(self.scene, row), allowed_mentions=pings)

    def _latest(self, place: Grounds) -> datetime:
        """The time of the channel's last message, by Discord's own clock. The next message cannot be older."""
        last = place.last_message_id
        return self.bot.now() if last is None else discord.utils.snowflake_time(last)

    async def _edit(self, row: Message, spot: Spot, card: Card, fingerprint: str) -> Message:
        await publishing.note_editing(self.bot.database, row)
        try:
            message = await self._standing(spot)
            if picture_of(row.shown) == picture_of(fingerprint):
                await message.edit(view=card.view, allowed_mentions=NOBODY)
            else:
                files = await self._files(card)
                await message.edit(view=card.view, attachments=files, allowed_mentions=NOBODY)
        except discord.NotFound as gone:
            await self._follow_removal(gone, spot)
            return replace(row, removed=True)
        await publishing.note_shown(self.bot.database, row, fingerprint)
        return replace(row, shown=fingerprint)

    async def _take_away(self, row: Message) -> Message:
        row = await self._find_again(row)
        if row.spot is not None:
            await publishing.note_taking_away(self.bot.database, row, self.bot.now())
            try:
                await self._delete(row, row.spot)
            except discord.NotFound as gone:
                if not is_gone(gone, row.spot):
                    raise
        if row.tried_at is not None or row.message_id is not None:
            return await publishing.note_taken_away(self.bot.database, row)
        return row

    async def _delete(self, row: Message, spot: Spot) -> None:
        """Delete a message, and close the thread that began with it, of which the answer may have been lost."""
        begins_thread = row.thread is not None or self.bot.get_channel(spot.message_id) is not None
        message = await self._standing(spot)
        with contextlib.suppress(discord.NotFound) if begins_thread else contextlib.nullcontext():
            await message.delete()
        if begins_thread and row.thread != GONE:
            with contextlib.suppress(discord.NotFound):
                await self.threads.end(spot.message_id)

    async def _standing(self, spot: Spot) -> discord.PartialMessage:
        """A message of ours, where it can be changed."""
        return (await self.threads.open(spot.channel_id)).get_partial_message(spot.message_id)

    async def _seed(self, row: Message, spot: Spot) -> None:
        """Leave the feedback emoji for readers to click. They are nice to have, so a failure stops nothing."""
        done = row.seeded
        for emoji in self.scene.feedback:
            if emoji in done:
                continue
            try:
                await leave(await self._standing(spot), emoji)
            except discord.HTTPException as refused:
                if is_gone(refused, spot):
                    await self._follow_removal(refused, spot)
                    return
                log.info("no %s under message %d: %s", emoji, spot.message_id, refused)
                self.failures += [refused] if retries(refused) else []
            else:
                done = (*done, emoji)
                await publishing.note_seeded(self.bot.database, row, done)

    async def _follow_removal(self, gone: discord.HTTPException, spot: Spot) -> None:
        if not is_gone(gone, spot):
            raise gone
        await withdrawing.follow_deletion(self.bot.database, spot.message_id, self.bot.now())
        self.bot.wake()

    async def _files(self, card: Card) -> list[discord.File]:
        if card.image_id is None:
            return []
        image = await finding.image(self.bot.database, card.image_id)
        return [discord.File(io.BytesIO(image.data), card.file_name)]


async def publish(bot: DrabbleBot, tags: ForumTags, round_id: int) -> None:
    """Make one round's channel show what it should, and the server's events. Raises PausedError and discord.py's
    errors.
    """
    seen = await scene.prepare(bot, round_id)
    if seen is None:
        return
    try:
        shown = await in_channel(bot, tags, seen)
    finally:
        if seen[0].in_events:
            await round_events.show(bot, round_id)  # an event needs no channel
    await publishing.note_published(bot.database, shown)
    if shown.round.paused is not None:
        bot.wake()  # rounds of its challenge may have waited for the same place


async def in_channel(bot: DrabbleBot, tags: ForumTags, seen: tuple[Scene, list[Page]]) -> Scene:
    """Make the channel show the scene. Returns what it shows."""
    if not seen[0].messages:
        return seen[0]
    place = await channels.wake(await channels.grounds(bot, seen[0].round.channel_id))
    exposed = await audiences.note(bot, seen[0].round, place)
    if seen[0].stock_is_due:
        await stock.take(bot, place)
        after = await scene.prepare(bot, seen[0].round.id)  # the stocktaking may have given messages to rows
        if after is None:
            return seen[0]
        seen = after
    await Stage(bot, seen[0], place, tags, exposed=exposed).publish(seen[1])
    return seen[0]


def concerns_one_page(error: PausedError | discord.HTTPException) -> bool:
    """True for a page that may not stand here, and for a message that Discord does not take. The rest concerns all
    pages.
    """
    return trouble_of(error) in (Trouble.NOT_AGE_RESTRICTED, Trouble.OPEN_TO_ALL_AGES, Trouble.NOT_TAKEN)


@contextlib.contextmanager
def nice_to_have(thread: Thread, spot: Spot) -> Generator[None]:
    """A thread beside a round stops nothing. One that is gone is the caller's to note."""
    try:
        yield
    except discord.HTTPException as refused:
        if not thread.is_beside or retries(refused) or isinstance(refused, discord.NotFound):
            raise
        log.info("no thread beside message %d: %s", spot.message_id, refused)


def is_gone(error: discord.HTTPException, spot: Spot) -> bool:
    """Whether somebody deleted this message. One that begins a post goes with it."""
    return error.code == UNKNOWN_MESSAGE or (spot.is_post and error.code == UNKNOWN_CHANNEL)


async def leave(message: discord.PartialMessage, emoji: str) -> None:
    """Put an emoji under a message. One that Discord does not know, deleted or another server's, is not tried again."""
    try:
        await message.add_reaction(discord.PartialEmoji.from_str(emoji))
    except discord.HTTPException as refused:
        if refused.code != UNKNOWN_EMOJI and refused.status != BAD_REQUEST:
            raise
        log.info("no %s under message %d: %s", emoji, message.id, refused)


def pinged_by(card: Card) -> discord.AllowedMentions:
    """That role alone, whatever else the message names."""
    if card.ping_role_id is None:
        return NOBODY
    return discord.AllowedMentions(everyone=False, users=False, roles=[discord.Object(card.ping_role_id)])


def nonce(scene: Scene, row: Message) -> str:
    """The same for each try of one message, but different for the same row number in a new database. It changes for an
    entry's message when the entry changes.
    """
    revision = next((entry.revision for entry in scene.entries if entry.id == row.entry_id), 0)
    return f"{row.id}-{int(scene.round.plan.opens_at.timestamp()) + revision}"


def fingerprint_of(card: Card) -> str:
    """A message's picture, and a digest of its components."""
    components = json.dumps(card.view.to_components(), sort_keys=True)
    return f"{card.image_id or 0} {hashlib.sha256(components.encode()).hexdigest()}"


def picture_of(fingerprint: str | None) -> str:
    return (fingerprint or "").partition(" ")[0]
