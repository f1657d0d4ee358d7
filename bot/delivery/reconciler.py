"""Making the ledger equal to what Discord shows, after whatever may have been missed."""

import logging
import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby

import discord

from bot.client import DrabbleBot
from bot.delivery import readers, stage, worker
from bot.delivery.ledger import Ledger, LostError
from bot.delivery.stage import Channel
from bot.delivery.trouble import UNKNOWN_MESSAGE, retries, trouble_of
from bot.delivery.worker import Worker
from bot.domain.reaction import Event, Listed
from bot.domain.round import Phase, Round
from bot.services import publishing, reconciling, withdrawing
from bot.services.reconciling import Account

log = logging.getLogger(__name__)

PAGE = 100
"""Messages that Discord gives for one request of a channel's history."""


class Reconciler:
    """Looks at what changed hands while nobody listened: from a new session on, and when a round closes."""

    def __init__(self, bot: DrabbleBot, ledger: Ledger) -> None:
        self.bot = bot
        self.ledger = ledger
        self.worker = Worker("reconciler", self._reconcile_due)
        self._session_began: datetime | None = None

    def new_session(self) -> None:
        """Discord starts telling us anew; what happened before was not all heard."""
        self.bot.heard_since = self._session_began = as_kept(discord.utils.utcnow())
        self.worker.wake()

    def lost_some(self) -> None:
        """What was heard could not all be written: what is not compared from here on may be wrong. A disk that is full
        may be so for a while, so nothing is compared at once.
        """
        self._session_began = as_kept(discord.utils.utcnow())
        if self.bot.heard_since is not None:
            self.bot.heard_since = self._session_began

    def lost_touch(self) -> None:
        self.bot.heard_since = None

    def caught_up(self) -> None:
        """The session goes on, and Discord has told what it had to tell meanwhile."""
        self.bot.heard_since = self._session_began

    async def _reconcile_due(self) -> timedelta:
        now = discord.utils.utcnow()
        if self._session_began is None:
            return worker.TICK
        due = await reconciling.due(self.bot.database, self._session_began, now)
        retry = False
        for channel_id, accounts in groupby(sorted(due, key=channel_of), key=channel_of):
            retry |= await self._reconcile_channel(channel_id, list(accounts))
        return worker.until(await publishing.next_due(self.bot.database, now), retry=retry)

    async def _reconcile_channel(self, channel_id: int, accounts: list[Account]) -> bool:
        """All rounds of a channel in one sweep through its history. True when it is to be tried again soon."""
        ids_by_entry = [ids for account in accounts for ids in account.messages_by_entry.values()]
        wanted = sorted(id_ for ids in ids_by_entry for id_ in ids)
        try:
            channel = await stage.channel(self.bot, channel_id)
            # From before the first look on: what is heard from here on is newer than what is seen.
            with self.ledger.watch(wanted) as meanwhile:
                began = discord.utils.utcnow()
                there = await messages_of(channel, wanted)
                for account in accounts:
                    await self._reconcile(channel, account, there, meanwhile)
                    await reconciling.done(self.bot.database, account.round.id, began)
        except Exception as error:  # noqa: BLE001 - the outermost ring of a channel: every error ends here
            return failed(channel_id, error)
        return False

    async def _follow(self, channel: Channel, missing: int) -> None:
        """An entry is not given up for a page of history alone: Discord has to say that the message is gone."""
        try:
            await channel.fetch_message(missing)
        except discord.NotFound as gone:
            if gone.code != UNKNOWN_MESSAGE:
                raise
            if await withdrawing.follow_deletion(self.bot.database, missing, discord.utils.utcnow()):
                self.bot.wake()

    async def _reconcile(
        self, channel: Channel, account: Account, there: Mapping[int, discord.Message], meanwhile: Sequence[Event]
    ) -> None:
        for message_ids in account.messages_by_entry.values():
            for missing in set(message_ids) - there.keys():
                await self._follow(channel, missing)
            shown = [there[id_] for id_ in message_ids if id_ in there]
            if is_open_or_just_closed(account.round, discord.utils.utcnow()) or differs(account, shown):
                found = [added for message in shown async for added in readers.of(message)]
                later = tuple(event for event in meanwhile if event.message_id in message_ids)
                await self.ledger.repair(Listed(message_ids, tuple(found), later))


async def messages_of(channel: Channel, wanted: Iterable[int]) -> dict[int, discord.Message]:
    """Those of the wanted messages that are there, in as few pages of the channel's history as hold them."""
    found: dict[int, discord.Message] = {}
    rest = sorted(wanted)
    while rest:
        after = discord.Object(rest[0] - 1)
        page = [message async for message in channel.history(after=after, limit=PAGE, oldest_first=True)]
        found |= {message.id: message for message in page}
        seen_to = page[-1].id if len(page) == PAGE else rest[-1]
        rest = [id_ for id_ in rest if id_ > seen_to]
    return found


def is_open_or_just_closed(round_: Round, now: datetime) -> bool:
    """Then equal counts are not enough: one reader may have gone and another come."""
    return (
        round_.phase(now) is Phase.OPEN or round_.reconciled_at is None or round_.reconciled_at < round_.plan.closes_at
    )


def differs(account: Account, shown: Iterable[discord.Message]) -> bool:
    return any(
        {readers.key_of(reaction): reaction.count for reaction in message.reactions}
        != dict(account.counts.get(message.id, {}))
        for message in shown
    )


def as_kept(now: datetime) -> datetime:
    """A time as rows keep it, in whole milliseconds."""
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


def channel_of(account: Account) -> int:
    return account.round.channel_id


def failed(channel_id: int, error: Exception) -> bool:
    """Say what went wrong. True when the same may go right soon."""
    if isinstance(error, LostError):
        return True
    if trouble_of(error) is not None or retries(error):
        log.warning("the reactions in channel %d could not be compared: %s", channel_id, error)
        return retries(error)
    extra = {"incident": secrets.token_hex(4)}
    log.error("incident: the reactions in channel %d could not be compared", channel_id, exc_info=error, extra=extra)
    return False
