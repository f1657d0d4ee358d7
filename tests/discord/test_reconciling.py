"""The ledger is made equal to what Discord shows, with no more requests than that takes."""

import sqlite3
from collections.abc import Callable
from typing import Any

import discord
import pytest
from discord.http import HTTPClient

from bot.domain.rounds.reaction import Added, Listed, emoji_key
from bot.domain.rounds.round import Round
from bot.services import finding, planning, recording_reactions
from bot.storage import reactions
from bot.storage.session import Session
from tests.discord.conftest import World, make_bot
from tests.discord.test_publishing import POST

HEART = "♥️"
LONG = "Title: Long\n\n" + "\n\n".join("The rain went on through the night, and nobody slept." for _ in range(120))


async def hearts(world: World, round_: Round) -> int:
    return (await finding.hearts(world.bot.database, round_.id)).total


async def ledger(world: World) -> set[tuple[int, int, str]]:
    rows = await world.bot.database.read(Session.all, "SELECT message_id, reader_id, emoji FROM reactions")
    return {(row["message_id"], row["reader_id"], row["emoji"]) for row in rows}


def shown(world: World) -> set[tuple[int, int, str]]:
    """What Discord itself holds, under the entries."""
    entries = [message.id for message in world.channel.history() if world.bot.user == message.author][1:]
    stored = [world.env.backend.get_message(world.channel.id, message_id) for message_id in entries]
    return {
        (message.id, reader, reaction.emoji.replace("\ufe0f", "").split(":")[-1])
        for message in stored
        for reaction in message.reactions
        for reader in reaction.user_ids
    }


def add(world: World, message: discord.Message, member: Any, emoji: str = HEART) -> None:
    world.env.backend.add_reaction(world.channel.id, message.id, emoji, member.id)


def remove(world: World, message: discord.Message, member: Any, emoji: str = HEART) -> None:
    world.env.backend.remove_reaction(world.channel.id, message.id, emoji, member.id)


async def hearted_entry(world: World) -> tuple[Round, Any]:
    """An open round with an entry, and the entry's message, with a reader's heart."""
    round_ = await world.open_round()
    await world.enter(round_, POST)
    message = world.channel.last_message
    await world.reader.react(message, HEART)
    return round_, message


async def stop(world: World) -> None:
    await world.env.advance_time(1)
    with world.env.time_context():
        await world.bot.close()


async def requests_of_restart(world: World) -> list[str]:
    """The requests for messages and readers that a start makes."""
    before = len(world.env.http_requests)
    await world.restart()
    return [
        "readers" if "/reactions/" in entry.path else "history"
        for entry in world.env.http_requests[before:]
        if entry.method == "GET" and "/messages" in entry.path
    ]


async def close(world: World, round_: Round) -> None:
    asked = world.asked()
    await planning.close(world.bot.database, asked, round_.id)
    await world.wake()


async def test_what_happened_while_the_bot_was_down_is_caught_up(world: World) -> None:
    round_, message = await hearted_entry(world)
    await stop(world)
    remove(world, message, world.reader)
    add(world, message, world.other_writer)
    add(world, message, world.other_writer, "🎉")
    await world.restart()
    assert await ledger(world) == shown(world)
    assert await hearts(world, round_) == 1


async def test_equal_counts_of_an_open_round_may_be_other_readers(world: World) -> None:
    _, message = await hearted_entry(world)
    await stop(world)
    remove(world, message, world.reader)
    add(world, message, world.other_writer)
    await world.restart()
    assert await ledger(world) == shown(world)


async def test_an_open_round_costs_a_page_of_history_and_one_listing_an_emoji(world: World) -> None:
    round_ = await world.open_round()
    for _ in range(3):
        await world.enter(round_, POST)
    await world.env.advance_time(1)
    assert await requests_of_restart(world) == ["history", "readers", "readers", "readers"]


async def test_readers_are_listed_a_hundred_at_a_time(world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, POST)
    message = world.channel.last_message
    await world.env.advance_time(1)
    await stop(world)
    for number in range(150):
        add(world, message, world.guild.add_member(world.env.create_user(f"reader{number}")))
    assert await requests_of_restart(world) == ["history", "readers", "readers"]
    assert await hearts(world, round_) == 150


async def test_a_closed_round_with_equal_counts_costs_a_page_of_history(world: World) -> None:
    round_ = await world.open_round()
    for _ in range(3):
        await world.enter(round_, POST)
    await close(world, round_)
    await world.env.advance_time(1)
    assert await requests_of_restart(world) == ["history"]


async def test_a_closed_rounds_counts_say_where_to_look(world: World) -> None:
    round_ = await world.open_round()
    for _ in range(3):
        await world.enter(round_, POST)
    await close(world, round_)
    await world.env.advance_time(1)
    await stop(world)
    add(world, world.channel.history()[2], world.reader)
    assert await requests_of_restart(world) == ["history", "readers"]
    assert await ledger(world) == shown(world)
    assert await hearts(world, round_) == 1


async def test_rounds_of_one_channel_share_the_pages(world: World) -> None:
    for _ in range(3):
        round_ = await world.open_round()
        await world.enter(round_, POST)
        await close(world, round_)
    await world.env.advance_time(1)
    assert await requests_of_restart(world) == ["history"]


async def test_a_busy_channel_is_not_read_from_end_to_end(world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, POST)
    for number in range(250):
        world.env.backend.create_message(world.channel.id, world.reader.id, content=f"chatter {number}")
    await world.enter(round_, POST)
    await close(world, round_)
    await world.env.advance_time(1)
    assert await requests_of_restart(world) == ["history", "history"]


async def test_a_new_round_of_this_session_needs_no_look(world: World) -> None:
    round_ = await world.open_round()
    before = len(world.env.http_requests)
    await world.enter(round_, POST)
    await world.env.advance_time(3 * 3600)
    assert [entry for entry in world.env.http_requests[before:] if entry.method == "GET"] == []


async def test_closing_looks_once_more(world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, POST)
    message = world.channel.last_message
    socket: Any = world.bot.ws
    socket.open = False  # nothing is heard any more
    add(world, message, world.reader)
    socket.open = True
    await close(world, round_)
    assert await hearts(world, round_) == 1
    assert (await finding.one_round(world.bot.database, world.guild.id, round_.id)).reconciled_at is not None


async def test_entries_on_several_messages_and_custom_emoji(world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, LONG)
    emoji = world.guild.create_emoji("quill")
    await stop(world)
    first, last = world.channel.history()[1], world.channel.last_message
    add(world, first, world.reader, f"quill:{emoji.id}")
    add(world, last, world.reader, "🎉")
    await world.restart()
    assert await hearts(world, round_) == 1
    assert {emoji for _, reader, emoji in await ledger(world) if reader == world.reader.id} == {str(emoji.id), "🎉"}


async def test_an_entry_whose_message_is_gone_is_removed(world: World) -> None:
    round_, message = await hearted_entry(world)
    await stop(world)
    world.env.backend.delete_message(world.channel.id, message.id)
    await world.restart()
    assert await hearts(world, round_) == 0
    assert (await finding.standing(world.bot.database, round_)).entries == 0


def nothing(*_: Any) -> None:
    pass


def meddle(
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    *,
    before: Callable[[], None] = nothing,
    after: Callable[[Any], None] = nothing,
) -> list[bool]:
    """Something happens around the first such request, after it to its answer; whether it did so yet."""
    request: Any = getattr(HTTPClient, name)
    met: list[bool] = []

    async def meddling(*args: Any, **kwargs: Any) -> Any:
        if met:
            return await request(*args, **kwargs)
        met.append(True)
        before()
        answer = await request(*args, **kwargs)
        after(answer)
        return answer

    monkeypatch.setattr(HTTPClient, name, meddling)
    return met


@pytest.mark.parametrize("request_", ["logs_from", "get_reaction_users"])
async def test_what_is_heard_while_readers_are_looked_up_has_the_later_word(
    world: World, monkeypatch: pytest.MonkeyPatch, request_: str
) -> None:
    _, message = await hearted_entry(world)
    await stop(world)

    def between_answer_and_reading(_: Any) -> None:
        remove(world, message, world.reader)
        add(world, message, world.other_writer, "🎉")

    met = meddle(monkeypatch, request_, after=between_answer_and_reading)
    await world.restart()
    assert met
    assert await ledger(world) == shown(world)


async def test_a_newcomer_while_readers_are_listed_pushes_nobody_out(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_ = await world.open_round()
    await world.enter(round_, POST)
    message = world.channel.last_message
    await stop(world)
    assert world.other_writer.id < world.reader.id
    add(world, message, world.reader)
    met = meddle(monkeypatch, "get_reaction_users", before=lambda: add(world, message, world.other_writer))
    await world.restart()
    assert met
    assert await ledger(world) == shown(world)
    assert await hearts(world, round_) == 2


@pytest.mark.parametrize("moment", ["before", "after"])
async def test_equal_counts_of_a_closed_round_say_nothing_when_something_was_heard_meanwhile(
    world: World, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    round_, message = await hearted_entry(world)
    await close(world, round_)
    await stop(world)
    remove(world, message, world.reader)

    def come(*_: Any) -> None:
        add(world, message, world.other_writer)

    met = meddle(monkeypatch, "logs_from", **{moment: come})
    await world.restart()
    assert met
    assert await ledger(world) == shown(world)


async def test_a_listing_is_written_behind_what_was_heard_before_it(world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, POST)
    message = world.channel.last_message
    heard: Any = world.bot.get_cog("Reactions")
    now = world.env.now()
    heart = Added(message.id, world.reader.id, emoji_key(HEART, None), by_bot=False, at=now)
    with world.env._bot_scope():
        heard.ledger.hear(heart)
        await heard.ledger.repair(Listed((message.id,), (), ()))
    assert await hearts(world, round_) == 0


async def test_super_reactions_are_told_apart_and_make_one_reader(world: World) -> None:
    round_, message = await hearted_entry(world)

    async def burst(event: str) -> None:
        payload = {
            "user_id": str(world.reader.id),
            "channel_id": str(world.channel.id),
            "message_id": str(message.id),
            "guild_id": str(world.guild.id),
            "emoji": {"id": None, "name": HEART},
            "burst": True,
            "type": 1,
        }
        world.env.backend.emit(event, payload)
        await world.env.settle()

    await burst("MESSAGE_REACTION_ADD")
    assert await hearts(world, round_) == 1
    await world.reader.unreact(message, HEART)
    assert await hearts(world, round_) == 1
    await burst("MESSAGE_REACTION_REMOVE")
    assert await hearts(world, round_) == 0


async def test_repairing_twice_changes_nothing(world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, POST)
    await world.reader.react(world.channel.last_message, HEART)

    async def rows() -> list[tuple[Any, ...]]:
        found = await world.bot.database.read(
            Session.all, "SELECT * FROM reactions ORDER BY message_id, reader_id, emoji"
        )
        return [tuple(row) for row in found]

    before = await rows()
    for _ in range(2):
        await world.env.advance_time(60)
        await world.restart()
    assert await rows() == before
    assert (await world.bot.database.read(reactions.hearts, round_.id)).total == 1


def fail_once(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """The next batch of reactions finds the disk full; whether it did so yet."""
    record, failed = recording_reactions.record, list[bool]()

    async def failing(*args: Any) -> None:
        if not failed:
            failed.append(True)
            raise sqlite3.OperationalError("database or disk is full")
        await record(*args)

    monkeypatch.setattr(recording_reactions, "record", failing)
    return failed


@pytest.mark.complains("incident")
async def test_a_repair_that_could_not_be_written_is_made_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    round_ = await world.open_round()
    await world.enter(round_, POST)
    await stop(world)
    add(world, world.channel.last_message, world.reader)
    failed = fail_once(monkeypatch)
    await world.env.restart_bot(make_bot(world.path))
    assert failed
    assert await hearts(world, round_) == 0
    await world.env.advance_time(60)
    assert await hearts(world, round_) == 1


@pytest.mark.complains("incident")
async def test_reactions_that_were_heard_and_lost_are_found_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_ = await world.open_round()
    await world.enter(round_, POST)
    await world.env.advance_time(60)
    failed = fail_once(monkeypatch)
    await world.reader.react(world.channel.last_message, HEART)
    assert failed
    shaken = await finding.one_round(world.bot.database, world.guild.id, round_.id)
    assert not shaken.is_followed(world.bot.heard_since)
    await world.env.advance_time(3600)
    assert await hearts(world, round_) == 1
