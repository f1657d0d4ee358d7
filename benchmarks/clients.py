"""The bot and a client that does nothing, both as they are after logging in, with nobody at the other end."""

import contextlib
from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import discord

from benchmarks import nobody
from bot.client import DrabbleBot
from bot.config import Config
from bot.domain.rounds import posted_message, request_key
from bot.domain.rounds.asked import Asked
from bot.domain.rounds.round_plan import Plan
from bot.domain.text import word_rule
from bot.domain.text.conventions import Convention
from bot.services import drafting, planning, publishing, submitting
from bot.services.drafting import Attempt
from bot.services.submitting import Places
from bot.storage import messages
from bot.storage.database import Database
from bot.ui.answering import errors, rights

TITLE = "First frost"
GUILD, CHANNEL, MODERATOR, WRITER, BOT = 100, 200, 300, 400, 500
FIRST_MESSAGE = 1_000_000
STORY = "Title: The lamp\nFandom: none\nRating: G\n\nShe left the lamp on. Home."


@contextlib.asynccontextmanager
async def bare() -> AsyncGenerator[discord.Client]:
    """A client with the bot's own intents and caches, so that only the bot's work makes the difference."""
    async with discord.Client(**as_the_bot()) as client:
        know_the_guild(client)
        yield client


def as_the_bot() -> dict[str, Any]:
    return {
        "intents": discord.Intents(guilds=True, guild_messages=True, guild_reactions=True),
        "member_cache_flags": discord.MemberCacheFlags.none(),
        "chunk_guilds_at_startup": False,
        "max_messages": None,
    }


@contextlib.asynccontextmanager
async def bot(path: Path) -> AsyncGenerator[DrabbleBot]:
    """The real bot with all its cogs on a database of its own."""
    client = DrabbleBot(Config(database=path), answer=errors.answer, admit=rights.admit)
    async with client:
        know_the_guild(client)
        client.http.request = nobody.answer  # type: ignore[method-assign]
        await client.setup_hook()
        yield client


def know_the_guild(client: discord.Client) -> None:
    state: Any = client._connection  # noqa: SLF001 - what READY and GUILD_CREATE would tell it
    state.application_id = BOT
    state.user = discord.ClientUser(state=state, data=user(BOT))
    state.parsers["GUILD_CREATE"](guild())


def guild() -> Any:
    return {
        "id": str(GUILD),
        "name": "The Inkwell",
        "owner_id": str(MODERATOR),
        "member_count": 3,
        "roles": [{"id": str(GUILD), "name": "@everyone", "permissions": "8", "position": 0, "color": 0}],
        "channels": [{"id": str(CHANNEL), "name": "drabbles", "type": 0, "position": 0}],
        "members": [member(BOT)],
    }


def user(id_: int) -> Any:
    return {"id": str(id_), "username": f"member{id_}", "discriminator": "0", "avatar": None, "global_name": None}


def member(id_: int) -> Any:
    return {
        "user": user(id_) | {"public_flags": 0, "avatar_decoration_data": None, "bot": False, "collectibles": None},
        "roles": [],
        "premium_since": None,
        "pending": False,
        "nick": None,
        "mute": False,
        "joined_at": "2024-02-29T12:00:00.000000+00:00",
        "flags": 0,
        "deaf": False,
        "communication_disabled_until": None,
        "banner": None,
        "avatar": None,
    }


async def with_entries(database: Database, how_many: int) -> list[int]:
    """An open round with this many entries, all posted; the ids of their messages."""
    now = datetime.now(UTC)
    plan = Plan(
        title=TITLE,
        prompt="Who noticed?",
        under_cut=False,
        image_id=None,
        opens_at=now,
        closes_at=now + timedelta(days=1),
        rule=word_rule.ANYTHING,
        convention=Convention.AO3,
        required=(),
        highest=None,
        entries_per_member=how_many,
        count_must_match=False,
    )
    proposal = await planning.propose(database, Asked(request_key.interaction(1), GUILD, CHANNEL, MODERATOR, now), plan)
    round_ = await planning.confirm(database, proposal.id, now)
    for number in range(how_many):
        attempt = Attempt(number + 2, GUILD, WRITER, now, STORY, round_.id)
        draft = await drafting.save(database, attempt)
        entry, _ = await submitting.submit(
            database, draft.id, WRITER, now, Places(frozenset({CHANNEL}), frozenset()), writer_name="Ines"
        )
        facts = {"round_id": round_.id, "channel_id": CHANNEL, "entry_id": entry.id, "page": 0}
        await database.write(messages.want, purpose=posted_message.Purpose.ENTRY, **facts)
        rows = await database.read(messages.of_round, round_.id)
        await publishing.note_sent(database, rows[-1], posted_message.Spot(CHANNEL, FIRST_MESSAGE + number), "")
    return list(range(FIRST_MESSAGE, FIRST_MESSAGE + how_many))
