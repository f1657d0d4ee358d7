"""Making the ledger equal to what Discord shows, after whatever may have been missed."""

import logging
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import groupby

import discord

from bot.client import DrabbleBot
from bot.delivery import channels, readers, worker
from bot.delivery.channels import Channel
from bot.delivery.ledger import Ledger, LostError
from bot.delivery.trouble import UNKNOWN_MESSAGE, retries, trouble_of
from bot.delivery.worker import Worker
from bot.domain.rounds.reaction import Event, Listed
from bot.domain.rounds.round import Round
from bot.services import publishing, reconciling, withdrawing
from bot.services.reconciling import Account

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen in a channel: the messages that are there, beside the ledger's counts and what was heard since."""

    messages: Mapping[int, discord.Message]
    counts: Mapping[int, Mapping[str, int]]
    """By message and emoji."""
    meanwhile: Sequence[Event]
    """It goes on growing."""

    def later(self, message_ids: Sequence[int]) -> list[Event]:
        return [event for event in self.meanwhile if event.message_id in message_ids]

    def differs(self, message_ids: Sequence[int]) -> bool:
        """Whether the counts are not equal, or may be so for a change that only one of them knows."""
        shown = {id_: self.messages[id_].reactions for id_ in message_ids if id_ in self.messages}
        counts = {id_: {readers.key_of(one): one.count for one in reactions} for id_, reactions in shown.items()}
        return bool(self.later(message_ids)) or counts != {id_: dict(self.counts.get(id_, {})) for id_ in shown}


class Reconciler:
    """Looks at what changed hands while nobody listened: from a new session on, and when a round closes."""

    def __init__(self, bot: DrabbleBot, ledger: Ledger) -> None:
        self.bot = bot
        self.ledger = ledger
        self.worker = Worker("reconciler", self._reconcile_due, bot.now)
        self._session_began: datetime | None = None

    def new_session(self) -> None:
        """Discord starts telling us anew; what happened before was not all heard."""
        self.bot.heard_since = self._session_began = as_kept(self.bot.now())
        self.worker.wake()

    def lost_some(self) -> None:
        """What was heard could not all be written: what is not compared from here on may be wrong. A disk that is full
        may be so for a while, so nothing is compared at once.
        """
        self._session_began = as_kept(self.bot.now())
        if self.bot.heard_since is not None:
            self.bot.heard_since = self._session_began

    def lost_touch(self) -> None:
        self.bot.heard_since = None

    def caught_up(self) -> None:
        """The session goes on, and Discord has told what it had to tell meanwhile."""
        self.bot.heard_since = self._session_began

    async def lost_sight(self, guild: discord.Guild) -> None:
        """Nothing is told of channels that the bot may not see, nor of a guild that is away or has sent it off. What
        changed hands there meanwhile is looked for as soon as they can be read again.
        """
        here = self.bot.get_guild(guild.id)
        is_out_of_sight = partial(out_of_sight, None if here is None or here.unavailable else here)
        await reconciling.missed(self.bot.database, guild.id, is_out_of_sight, self.bot.now())

    async def _reconcile_due(self) -> timedelta:
        now = self.bot.now()
        if self._session_began is None:
            return worker.TICK
        due = await reconciling.due(self.bot.database, self._session_began, now)
        retry = False
        for channel_id, accounts in groupby(sorted(due, key=channel_of), key=channel_of):
            retry |= await self._reconcile_channel(channel_id, list(accounts))
        return worker.until(await publishing.next_due(self.bot.database, now), self.bot.now(), retry=retry)

    async def _reconcile_channel(self, channel_id: int, accounts: list[Account]) -> bool:
        """All rounds of a channel in one sweep through its history. True when it is to be tried again soon."""
        try:
            channel = await channels.there(self.bot, channel_id)
            if channel is None:  # and nothing in it is left to compare
                for account in accounts:
                    await reconciling.done(self.bot.database, account, self.bot.now())
            else:
                await self._compare(channel, accounts)
        except Exception as error:  # noqa: BLE001 - the outermost ring of a channel: every error ends here
            return failed(channel_id, error)
        return False

    async def _compare(self, channel: Channel, accounts: list[Account]) -> None:
        ids_by_entry = [ids for account in accounts for ids in account.messages_by_entry.values()]
        wanted = sorted(id_ for ids in ids_by_entry for id_ in ids)
        # From before the first look on: what is heard from here on is newer than what is seen.
        with self.ledger.watch(wanted) as meanwhile:
            began = self.bot.now()
            await self.ledger.written()
            counts = await reconciling.counts(self.bot.database, [account.round.id for account in accounts])
            found = await channels.messages_of(channel, wanted)
            for account in accounts:
                await self._reconcile(channel, account, Seen(found, counts, meanwhile))
                await reconciling.done(self.bot.database, account, began)

    async def _follow(self, channel: Channel, missing: int) -> None:
        """An entry is not given up for a page of history alone: Discord has to say that the message is gone."""
        try:
            await channel.fetch_message(missing)
        except discord.NotFound as error:
            if not is_gone(error):
                raise
            if await withdrawing.follow_deletion(self.bot.database, missing, self.bot.now()):
                self.bot.wake()

    async def _reconcile(self, channel: Channel, account: Account, seen: Seen) -> None:
        for message_ids in account.messages_by_entry.values():
            for missing in set(message_ids) - seen.messages.keys():
                await self._follow(channel, missing)
            shown = [seen.messages[id_] for id_ in message_ids if id_ in seen.messages]
            if is_open_or_just_closed(account.round) or seen.differs(message_ids):
                found = [added for message in shown async for added in readers.of(self.bot, message)]
                await self.ledger.repair(Listed(message_ids, tuple(found), tuple(seen.later(message_ids))))


def out_of_sight(guild: discord.Guild | None, channel_id: int) -> bool:
    """Whether nothing is heard of a channel that may well be there."""
    if guild is None:
        return True
    channel = guild.get_channel_or_thread(channel_id)
    return channel is not None and not channel.permissions_for(guild.me).view_channel


def is_open_or_just_closed(round_: Round) -> bool:
    """Not compared since it closed. Then equal counts are not enough: one reader may have gone and another come."""
    return round_.reconciled_at is None or round_.reconciled_at < round_.plan.closes_at


def as_kept(now: datetime) -> datetime:
    """A time as rows keep it, in whole milliseconds."""
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


def channel_of(account: Account) -> int:
    return account.round.channel_id


def failed(channel_id: int, error: Exception) -> bool:
    """Say what went wrong. True when the same may go right soon."""
    if isinstance(error, LostError) or is_gone(error):
        return True
    if trouble_of(error) is not None or retries(error):
        log.warning("the reactions in channel %d could not be compared: %s", channel_id, error)
        return retries(error)
    extra = {"incident": secrets.token_hex(4)}
    log.error("incident: the reactions in channel %d could not be compared", channel_id, exc_info=error, extra=extra)
    return False


def is_gone(error: Exception) -> bool:
    """Whether a message went that was there a moment ago; at the next look it is not."""
    return isinstance(error, discord.NotFound) and error.code == UNKNOWN_MESSAGE
