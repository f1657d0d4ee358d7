"""The ledger follows what readers do."""

from typing import Any

import discord

from bot.services import finding
from bot.storage import reactions
from bot.storage.session import Session
from tests.discord.conftest import World
from tests.discord.test_publishing import POST

HEART = "♥️"


async def ledger(world: World) -> list[tuple[int, str, str]]:
    """Reader, emoji and kind of each row, oldest first."""
    rows = await world.bot.database.read(
        Session.all, "SELECT reader_id, emoji, kind FROM reactions ORDER BY reacted_at, reader_id"
    )
    return [(row["reader_id"], row["emoji"], row["kind"]) for row in rows]


async def hearts(world: World, round_: Any) -> int:
    return (await finding.hearts(world.bot.database, round_.id)).total


async def entered(world: World, text: str = POST) -> tuple[Any, discord.Message]:
    round_ = await world.open_round()
    await world.enter(round_, text)
    message = world.channel.last_message
    assert message is not None
    return round_, message


async def test_a_heart_is_a_row_with_its_reader_and_time(world: World) -> None:
    round_, message = await entered(world)
    await world.reader.react(message, HEART)
    assert (world.reader.id, "♥", "reader") in await ledger(world)
    assert await hearts(world, round_) == 1
    (row,) = await world.bot.database.read(Session.all, "SELECT reacted_at FROM reactions WHERE kind = 'reader'")
    assert abs(row["reacted_at"] - world.env.now().timestamp() * 1000) < 5_000


async def test_with_and_without_the_variation_selector_is_one_emoji(world: World) -> None:
    _, message = await entered(world)
    await world.reader.react(message, "♥")
    await world.reader.react(message, HEART)
    assert [row for row in await ledger(world) if row[0] == world.reader.id] == [(world.reader.id, "♥", "reader")]


async def test_the_bots_own_and_the_authors_are_kept_apart_and_not_counted(world: World) -> None:
    round_, message = await entered(world)
    await world.writer.react(message, HEART)
    assert sorted(kind for _, _, kind in await ledger(world)) == ["author", "bot"]
    assert await hearts(world, round_) == 0


async def test_hearts_are_different_readers_not_reactions(world: World) -> None:
    round_, message = await entered(world)
    await world.reader.react(message, HEART)
    await world.reader.react(message, "🎉")
    await world.other_writer.react(message, HEART)
    assert await hearts(world, round_) == 2


async def test_a_reaction_taken_back_is_gone(world: World) -> None:
    round_, message = await entered(world)
    await world.reader.react(message, HEART)
    await world.reader.unreact(message, HEART)
    assert await hearts(world, round_) == 0


async def test_cleared_reactions_are_gone(world: World) -> None:
    round_, message = await entered(world)
    await world.reader.react(message, HEART)
    world.env.backend.clear_reactions(world.channel.id, message.id)
    await world.env.settle()
    assert await ledger(world) == []
    assert await hearts(world, round_) == 0


async def test_a_deleted_message_takes_its_reactions_along(world: World) -> None:
    _, message = await entered(world)
    await world.reader.react(message, HEART)
    await world.moderator.delete(message)
    assert await ledger(world) == []


async def test_both_messages_of_an_entry_count_for_it(world: World) -> None:
    paragraphs = "\n\n".join("The rain went on through the night, and nobody slept." for _ in range(120))
    round_, last = await entered(world, f"Title: Long\n\n{paragraphs}")
    first = world.channel.history()[1]
    assert first.id != last.id
    await world.reader.react(first, HEART)
    await world.reader.react(last, HEART)
    await world.other_writer.react(first, HEART)
    assert await hearts(world, round_) == 2


async def test_reactions_on_anything_else_are_not_kept(world: World) -> None:
    await entered(world)
    before = await ledger(world)
    message = await world.writer.send(world.channel, "hello")
    await world.reader.react(message, HEART)
    await world.reader.react(world.channel.history()[0], HEART)
    assert await ledger(world) == before


async def test_many_at_once_are_written_in_few_transactions(world: World) -> None:
    _, message = await entered(world)
    changes = 0

    def counted(statement: str) -> None:
        nonlocal changes
        changes += statement == "COMMIT"

    writer: Any = world.bot.database._writer
    await writer.set_trace_callback(counted)
    members = [world.guild.add_member(world.env.create_user(f"reader{number}")) for number in range(40)]
    for member in members:
        world.env.backend.add_reaction(world.channel.id, message.id, HEART, member.id)
    await world.env.settle()
    assert len([row for row in await ledger(world) if row[2] == "reader"]) == 40
    assert 0 < changes <= 10


async def test_what_was_heard_is_written_before_a_clean_stop(world: World) -> None:
    _, message = await entered(world)
    with world.env._bot_scope():
        world.env.backend.add_reaction(world.channel.id, message.id, HEART, world.reader.id)
    await world.restart()
    found = await world.bot.database.read(reactions.hearts, 1)
    assert found.total == 1
