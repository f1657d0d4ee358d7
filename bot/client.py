"""The bot itself: what it asks of Discord, its database, its cogs, and the one way in for clicks and modals."""

import asyncio
import contextlib
import importlib
import logging
import re
import secrets
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

import bot
from bot import command_options, command_sync, http_trace, who_may
from bot.config import Config
from bot.discord_clock import Chronometer
from bot.domain.entries.draft import Draft
from bot.domain.problem import NotUnderstood, OnlyOnServer, RefusedError, TextKept
from bot.domain.text import limits
from bot.earshot import Earshot
from bot.intake import preparing
from bot.pace import Pace
from bot.services import restoring
from bot.storage.database import Database

log = logging.getLogger(__name__)

COGS = sorted(f"cogs.{file.stem}" for file in Path(bot.__file__).parents[1].glob("cogs/[a-z]*.py"))
"""Every file beside this package that Discord calls."""

CUT_OFF = (aiohttp.ClientError, ConnectionError, TimeoutError)
"""Errors of a request whose connection broke. Discord may have taken the request."""
NOT_REACHED = (discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError)
"""Errors of a request that Discord refuses, or that does not reach it."""

ANSWERS = ("CommandTree-invoker", "discord-ui-", "discord.py: on_interaction")
"""Names that discord.py gives to tasks that answer members."""
EVENTS = "discord.py: on_"
"""How discord.py names the tasks of listeners, each with its event."""
SECONDS_TO_FINISH = 2
"""The time that answers under way have when the bot is asked to stop, and then what it heard last."""

UNHEARD = frozenset({"socket_event_type", "app_command_completion"})
"""What discord.py says of every event and every command, to nobody here."""

CLICKS_AND_MODALS = (discord.InteractionType.component, discord.InteractionType.modal_submit)

Interaction = discord.Interaction["DrabbleBot"]
Place = (
    discord.TextChannel
    | discord.VoiceChannel
    | discord.StageChannel
    | discord.ForumChannel
    | discord.CategoryChannel
    | discord.Thread
)
Answer = Callable[[discord.Interaction[Any], Exception], Awaitable[None]]
Act = Callable[[Interaction, int], Awaitable[None]]
Admit = Callable[[Interaction, str], Awaitable[None]]
AnyCommand = app_commands.Command[Any, ..., Any] | app_commands.ContextMenu | app_commands.Group
Ear = Callable[[Any], None]

# "draft.hand_in:12", "draft.text:12:9876": the route, the row it is about, and a click's detail, or a number that makes
# a modal's id fresh
CUSTOM_ID = re.compile(
    rf"(?P<route>[a-z_.]{{1,{limits.CUSTOM_ID}}}):(?P<subject>[0-9]{{1,19}})(?::(?P<detail>[0-9]{{1,19}}))?"
)
NUMBER = re.compile(r"[0-9]{1,19}")
HIGHEST = 2**63 - 1


# The bot does not speak in voice channels, so the libraries for that are missing on purpose.
discord.VoiceClient.warn_nacl = False
discord.VoiceClient.warn_dave = False


@dataclass(frozen=True, slots=True)
class Route:
    """The way of clicks and modals with one name. `find` looks up the row of their number for this member, here, and
    refuses a row that is not theirs to touch. `act` does the rest.
    """

    find: Act
    act: Act


class DrabbleBot(commands.Bot):
    """`answer` tells a member what went wrong, wherever it did. `admit` refuses who may not use a command."""

    heard_since: datetime | None = None
    """The time since when the bot has heard all that Discord tells; None while it hears nothing."""

    def __init__(self, config: Config, *, answer: Answer, admit: Admit) -> None:
        self.chronometer = Chronometer()
        self.earshot = Earshot()
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=Tree,
            intents=discord.Intents(guilds=True, guild_messages=True, guild_reactions=True),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            http_trace=http_trace.made(self.chronometer, Pace()),
        )
        self.config = config
        self.answer = answer
        self.admit = admit
        self.routes: dict[str, Route] = {}
        """The ways of clicks."""
        self.forms: dict[str, Route] = {}
        """The ways of modals."""
        self.ears: dict[str, Ear] = {}
        self.sleepers: list[Callable[[], None]] = []
        """Wakes each of those who compare rows with what is on show."""
        self.keep_text: Callable[[Interaction], Awaitable[bool]] = nothing_to_keep
        """Keeps a story that came with a refused click, modal or command. False where there was none."""
        self.show_draft: Callable[[Interaction, Draft], Awaitable[None]] = nothing_to_show
        """Shows a draft's preview to its writer."""
        self._asked_for: dict[int, Place | discord.abc.PrivateChannel | None] = {}
        self._command_ids: dict[str, int] = {}
        self._database: Database | None = None

    @property
    def database(self) -> Database:
        if self._database is None:
            raise RuntimeError("the database is opened in setup_hook and closed with the bot")
        return self._database

    async def setup_hook(self) -> None:
        self._database = await Database.open(self.config.database)
        await restoring.begin(self._database, self.chronometer.now())
        for cog in COGS:
            await importlib.import_module(cog).setup(self)
        await self.sync_commands()

    async def connect(self, *, reconnect: bool = True) -> None:
        await asyncio.to_thread(preparing.prepare)
        await super().connect(reconnect=reconnect)

    async def close(self) -> None:
        await wait_for(ANSWERS)
        await super().close()  # the cogs write down what they still hold
        if self._database is not None:
            await wait_for((EVENTS,))
            await self._database.close()

    def dispatch(self, event_name: str, /, *args: Any, **kwargs: Any) -> None:
        """Hear events that come by the thousand on the spot. A task for each, as listeners get, would cost more."""
        if event_name in UNHEARD:
            return
        self._overhear(event_name, args)
        if event_name == "interaction" and args[0].type not in CLICKS_AND_MODALS:
            return  # the tree of commands has it already, and a task would find nothing to do
        hear = self.ears.get(event_name)
        if hear is None:
            super().dispatch(event_name, *args, **kwargs)
            return
        try:
            hear(*args)
        except Exception:  # it must not reach the gateway's reader, which would hang up
            log.exception("incident: %s was not heard", event_name, extra={"incident": secrets.token_hex(4)})

    def _overhear(self, event_name: str, args: tuple[Any, ...]) -> None:
        """Note an event's time and messages before anybody handles it."""
        match event_name:
            case "interaction":
                self.chronometer.told(args[0].created_at)
            case "raw_reaction_add" | "raw_message_delete":
                self.earshot.hear([args[0].message_id])
            case "raw_bulk_message_delete":
                self.earshot.hear(args[0].message_ids)
            case _:
                pass

    def now(self) -> datetime:
        """The bot's one clock."""
        return self.chronometer.now()

    async def check_clock(self) -> None:
        """Ask Discord for an answer, which tells the time, if our clock jumped. Raises the request's errors."""
        if self.chronometer.was_set:
            await self.application_info()

    async def knows_time(self) -> bool:
        """False where our clock jumped, and Discord did not say what time it is."""
        try:
            await self.check_clock()
        except NOT_REACHED as unheard:
            log.warning("the clock jumped, and Discord did not say what time it is: %s", unheard)
            return False
        return True

    async def place(self, channel_id: int) -> Place | None:
        """A server's channel or thread. None where it is gone, or hidden from the bot: nothing else that Discord tells
        of a hidden one is true.

        discord.py forgets archived threads, so the bot asks Discord for each, once. That is enough: the thread's
        channel decides who may see it, and a thread that is gone stays gone.
        """
        found = self.get_channel(channel_id) or await self._ask_for(channel_id)
        if found is None or isinstance(found, discord.abc.PrivateChannel):
            return None
        if isinstance(found, discord.Thread) and found.parent is None:
            return None
        return found if found.permissions_for(found.guild.me).view_channel else None

    async def _ask_for(self, channel_id: int) -> Place | discord.abc.PrivateChannel | None:
        if not self._remembers(channel_id):
            try:
                self._asked_for[channel_id] = await self.fetch_channel(channel_id)
            except discord.NotFound:
                self._asked_for[channel_id] = None
            except discord.Forbidden:
                return None
        return self._asked_for[channel_id]

    def _remembers(self, channel_id: int) -> bool:
        """Whether what was asked for still holds. After a new session discord.py has every server anew, and the old
        one hears no more of who may see what.
        """
        if channel_id not in self._asked_for:
            return False
        found = self._asked_for[channel_id]
        if found is None or isinstance(found, discord.abc.PrivateChannel):
            return True
        return self.get_guild(found.guild.id) is found.guild

    def wake(self) -> None:
        """Say that rows changed: whoever shows them compares again."""
        for wake in self.sleepers:
            wake()

    async def on_message(self, message: discord.Message, /) -> None:
        """There are no prefix commands."""

    async def on_interaction(self, interaction: Interaction) -> None:
        # All clicks and modals come this way, since discord.py forgets those opened before a restart.
        async with self.answering(interaction):
            await self.route(interaction)

    @contextlib.asynccontextmanager
    async def answering(self, interaction: Interaction) -> AsyncGenerator[None]:
        """The outermost ring around clicks and modals: every error becomes an answer."""
        try:
            yield
        except Exception as error:  # noqa: BLE001 - no error gets past
            await self.answer(interaction, error)

    async def route(self, interaction: Interaction) -> None:
        """Look up the row of a click or a modal, then take it to the cog that registered for its name."""
        try:
            name, subject, _ = read_custom_id(custom_id_of(interaction))
            is_form = interaction.type is discord.InteractionType.modal_submit
            route = (self.forms if is_form else self.routes).get(name, NOWHERE)
            await route.find(interaction, subject)
        except RefusedError as refused:
            raise await self.keep_text_first(interaction, refused) from None
        await route.act(interaction, subject)

    async def keep_text_first(self, interaction: Interaction, refused: RefusedError) -> RefusedError:
        """Make a draft of the text that came along. Returns the refusal, which then says so."""
        return RefusedError(*refused.problems, TextKept()) if await self.keep_text(interaction) else refused

    async def sync_commands(self) -> None:
        """Tell Discord the commands if need be, and learn how it numbers them."""
        self._command_ids = await command_sync.tell(self.tree, self.database, self.config.dev_guild)

    def mention(self, command: str) -> str:
        """A slash command as members can click it, such as `round open`."""
        command_id = self._command_ids.get(command.partition(" ")[0])
        return f"`/{command}`" if command_id is None else f"</{command}:{command_id}>"


async def wait_for(names: tuple[str, ...]) -> None:
    """Wait for the other tasks whose names begin so, but not for long."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    if under_way := [task for task in others if task.get_name().startswith(names)]:
        await asyncio.wait(under_way, timeout=SECONDS_TO_FINISH)


async def nothing_to_keep(_: Interaction) -> bool:
    return False


async def nothing_to_show(_: Interaction, _draft: Draft) -> None:
    raise RefusedError(NotUnderstood())


async def not_understood(_: Interaction, _subject: int) -> None:
    raise RefusedError(NotUnderstood())


NOWHERE = Route(not_understood, not_understood)


def custom_id_of(interaction: discord.Interaction[Any]) -> str:
    data: Any = interaction.data or {}
    return str(data.get("custom_id", ""))


def read_custom_id(custom_id: str) -> tuple[str, int, int | None]:
    """The route of a click or a modal, its row's number, and a click's detail."""
    found = CUSTOM_ID.fullmatch(custom_id)
    if found is None:
        raise RefusedError(NotUnderstood())
    return found["route"], number(found["subject"]), None if found["detail"] is None else number(found["detail"])


def number(text: str) -> int:
    """A number from outside that can be a row's, or an id of Discord's."""
    found = int(text) if NUMBER.fullmatch(text) else HIGHEST + 1
    if found > HIGHEST:
        raise RefusedError(NotUnderstood())
    return found


def guild_of(interaction: Interaction) -> discord.Guild:
    """The guild of a command, click or modal. Raises RefusedError outside of one."""
    if interaction.guild is None:
        raise RefusedError(OnlyOnServer())
    return interaction.guild


class Tree(app_commands.CommandTree[DrabbleBot]):
    def add_command(self, command: AnyCommand, /, **options: Any) -> None:
        """Raises UnlistedError for one that nobody may use by the table."""
        within = command.walk_commands() if isinstance(command, app_commands.Group) else (command,)
        for each in within:
            if not isinstance(each, app_commands.Group):
                who_may.row_of(each.qualified_name)
        super().add_command(command, **options)

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        try:
            command = command_options.checked(interaction)
            await self.client.admit(interaction, command.qualified_name)
        except Exception as error:  # noqa: BLE001 - no error gets past
            await self.refuse(interaction, error)
            return False
        return True

    async def refuse(self, interaction: Interaction, error: Exception) -> None:
        async with self.client.answering(interaction):
            if not isinstance(error, RefusedError):
                raise error
            if interaction.type is not discord.InteractionType.autocomplete:
                raise await self.client.keep_text_first(interaction, error)
            await interaction.response.autocomplete([])

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        cause = error.__cause__ if isinstance(error, app_commands.CommandInvokeError) else error
        await self.client.answer(interaction, cause if isinstance(cause, Exception) else error)
