"""Making the ledger equal to what Discord shows, where the bot may have missed something."""

import logging
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import groupby
from operator import eq

import discord

from bot.client import DrabbleBot
from bot.delivery import channels, reaction_readers, wakeable_task
from bot.delivery.channels import Channel
from bot.delivery.discord_errors import UNKNOWN_MESSAGE, retries, trouble_of
from bot.delivery.ledger import Ledger, LostError
from bot.delivery.wakeable_task import Worker
from bot.domain.rounds.posted_message import Spot
from bot.domain.rounds.reaction import Event, Listed
from bot.domain.rounds.round import Round
from bot.services import reconciling_ledger, stocktaking, withdrawing
from bot.services.reconciling_ledger import Account

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Seen:
    """A look at a channel and its threads: the messages, the ledger's counts, and the events since the look began."""

    places: Mapping[int, Channel]
    """Where each message stands, or stood."""
    messages: Mapping[int, discord.Message]
    counts: Mapping[int, Mapping[str, int]]
    """By message and emoji."""
    meanwhile: Sequence[Event]
    """Grows while the reconciler compares."""

    def later(self, message_ids: Sequence[int]) -> list[Event]:
        return [event for event in self.meanwhile if event.message_id in message_ids]

    def differs(self, message_ids: Sequence[int]) -> bool:
        """True if the counts differ, or if an event since then may be in only one of them."""
        shown = {id_: self.messages[id_].reactions for id_ in message_ids if id_ in self.messages}
        counts = {
            id_: {reaction_readers.key_of(one): one.count for one in reactions} for id_, reactions in shown.items()
        }
        return bool(self.later(message_ids)) or counts != {id_: dict(self.counts.get(id_, {})) for id_ in shown}


class Reconciler:
    """Compares what the bot may have missed: after a new session begins, and when a round closes."""

    def __init__(self, bot: DrabbleBot, ledger: Ledger) -> None:
        self.bot = bot
        self.ledger = ledger
        self.worker = Worker("reconciler", self._reconcile_due, bot.now)
        bot.sleepers.append(self.worker.wake)
        self._session_began: datetime | None = None

    def new_session(self) -> None:
        """Note that Discord began a new session. The bot has not heard everything before it."""
        self.bot.heard_since = self._session_began = as_kept(self.bot.now())
        self.worker.wake()

    def lost_some(self) -> None:
        """Note that the ledger lost changes: a round is right only if it is compared from now on. A full disk may stay
        full for a while, so nothing is compared at once.
        """
        self._session_began = as_kept(self.bot.now())
        if self.bot.heard_since is not None:
            self.bot.heard_since = self._session_began

    def lost_touch(self) -> None:
        self.bot.heard_since = None

    def caught_up(self) -> None:
        """Note that the session goes on, and that Discord has told what happened meanwhile."""
        self.bot.heard_since = self._session_began

    async def lost_sight(self, guild: discord.Guild) -> None:
        """Note which channels the bot does not hear: those it may not see, and all of a guild that is away or has
        removed it. They are compared as soon as the bot can read them again.
        """
        here = self.bot.get_guild(guild.id)
        is_out_of_sight = partial(out_of_sight, None if here is None or here.unavailable else here)
        await reconciling_ledger.note_unheard(self.bot.database, guild.id, is_out_of_sight, self.bot.now())

    async def lost_thread(self, thread: discord.Thread) -> None:
        """Note that the bot is no member of a thread any more. If that is private, the bot does not hear it."""
        await reconciling_ledger.note_unheard(
            self.bot.database, thread.guild.id, partial(eq, thread.id), self.bot.now()
        )

    async def _reconcile_due(self) -> timedelta:
        now = self.bot.now()
        if self._session_began is None:
            return wakeable_task.TICK
        due, next_at = await reconciling_ledger.due(self.bot.database, now, self._session_began)
        retry = False
        for channel_id, accounts in groupby(sorted(due, key=channel_of), key=channel_of):
            if await stocktaking.asked(self.bot.database, channel_id) is None:  # else nobody knows yet what is missing
                retry |= await self._reconcile_channel(channel_id, list(accounts))
        return wakeable_task.until(next_at, self.bot.now(), retry=retry)

    async def _reconcile_channel(self, channel_id: int, accounts: list[Account]) -> bool:
        """Compare all rounds of a channel in one sweep through its history. True if another try is due soon."""
        try:
            await self._compare(accounts)
        except Exception as error:  # noqa: BLE001 - the outermost ring of a channel: every error ends here
            return failed(channel_id, error)
        return False

    async def _compare(self, accounts: list[Account]) -> None:
        spots = sorted((spot for account in accounts for spot in account.spots), key=channel_of_spot)
        wanted = [spot.message_id for spot in spots]
        # The watch begins before the first look, so that no event falls between the two.
        with self.ledger.watch(wanted) as meanwhile:
            began = self.bot.now()
            await self.ledger.wait_until_written()
            counts = await reconciling_ledger.counts(self.bot.database, [account.round.id for account in accounts])
            found: dict[int, discord.Message] = {}
            places: dict[int, Channel] = {}
            for channel_id, here in groupby(spots, key=channel_of_spot):
                ids, channel = [spot.message_id for spot in here], await channels.there(self.bot, channel_id)
                if isinstance(channel, Channel):  # else nothing in it is left to compare
                    found |= await channels.messages_of(channel, ids)
                    places |= dict.fromkeys(ids, channel)
            for account in accounts:
                await self._reconcile(account, Seen(places, found, counts, meanwhile))
                await self._note_done(account, began)

    async def _note_done(self, account: Account, at: datetime) -> None:
        if await reconciling_ledger.note_compared(self.bot.database, account, at, self.bot.now()):
            self.bot.wake()  # the publisher: the round-up tells the hearts now

    async def _follow(self, channel: Channel, missing: int) -> None:
        """Give an entry up only if Discord says that its message is gone. A page of history without it may be wrong."""
        try:
            await channel.fetch_message(missing)
        except discord.NotFound as error:
            if not is_gone(error):
                raise
            if await withdrawing.follow_deletion(self.bot.database, missing, self.bot.now()):
                self.bot.wake()

    async def _reconcile(self, account: Account, seen: Seen) -> None:
        for spots in account.spots_by_entry.values():
            message_ids = [spot.message_id for spot in spots if spot.message_id in seen.places]
            for missing in set(message_ids) - seen.messages.keys():
                await self._follow(seen.places[missing], missing)
            shown = [seen.messages[id_] for id_ in message_ids if id_ in seen.messages]
            if message_ids and (is_open_or_just_closed(account.round) or seen.differs(message_ids)):
                found = [added for message in shown async for added in reaction_readers.of(self.bot, message)]
                await self.ledger.repair(Listed(tuple(message_ids), tuple(found), tuple(seen.later(message_ids))))


def out_of_sight(guild: discord.Guild | None, channel_id: int) -> bool:
    """Whether the bot hears nothing of a channel that may still be there."""
    if guild is None:
        return True
    channel = guild.get_channel_or_thread(channel_id)
    return channel is not None and not channel.permissions_for(guild.me).view_channel


def is_open_or_just_closed(round_: Round) -> bool:
    """Whether the round was not compared since it closed. Equal counts may hide that one reader has gone and another
    come.
    """
    return round_.reconciled_at is None or round_.reconciled_at < round_.plan.closes_at


def as_kept(now: datetime) -> datetime:
    """A time as rows keep it, in whole milliseconds."""
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


def channel_of(account: Account) -> int:
    return account.round.channel_id


def channel_of_spot(spot: Spot) -> int:
    return spot.channel_id


def failed(channel_id: int, error: Exception) -> bool:
    """Log what went wrong. True if another try may succeed soon."""
    if isinstance(error, LostError) or is_gone(error):
        return True
    if trouble_of(error) is not None or retries(error):
        log.warning("the reactions in channel %d could not be compared: %s", channel_id, error)
        return retries(error)
    extra = {"incident": secrets.token_hex(4)}
    log.error("incident: the reactions in channel %d could not be compared", channel_id, exc_info=error, extra=extra)
    return False


def is_gone(error: Exception) -> bool:
    """Whether a message vanished during the look. The next look does without it."""
    return isinstance(error, discord.NotFound) and error.code == UNKNOWN_MESSAGE
