"""The ledger is right in the end where channels, messages, permissions, clocks and answers are not what they were."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import discord
import pytest
from discord.http import HTTPClient
from simcord.backend.serializers import guild_create_payload

from bot.domain.rounds.round import Round
from bot.services import finding, withdrawing
from bot.storage.session import Session
from tests.discord.conftest import World
from tests.discord.test_publishing import POST, forbid
from tests.discord.test_reconciling import HEART, add, close, hearted_entry, hearts, ledger, meddle, remove, shown, stop


async def two_entries(world: World) -> tuple[Round, discord.Message, discord.Message]:
    """An open round, and the messages of its entries."""
    round_ = await world.open_round()
    for _ in range(2):
        await world.enter(round_, POST)
    _, first, second = world.channel.history()
    return round_, first, second


async def test_a_permission_that_is_given_back_is_made_use_of_at_once(world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, POST)
    await close(world, round_)
    message = world.channel.history()[1]
    await stop(world)
    add(world, message, world.reader)
    forbid(world, discord.Permissions(read_message_history=True))
    await world.restart()
    assert await hearts(world, round_) == 0
    forbid(world, discord.Permissions.none())
    await world.env.settle()
    assert await hearts(world, round_) == 1


def be_out_of_sight(world: World) -> None:
    forbid(world, discord.Permissions(view_channel=True))


def be_in_sight_again(world: World) -> None:
    forbid(world, discord.Permissions.none())


def be_away(world: World) -> None:
    """Discord itself is in trouble with this server."""
    world.env.backend.emit("GUILD_DELETE", {"id": str(world.guild.id), "unavailable": True})


def be_sent_off(world: World) -> None:
    world.env.backend.emit("GUILD_DELETE", {"id": str(world.guild.id)})


def be_there_again(world: World) -> None:
    guild = world.env.backend.get_guild(world.guild.id)
    world.env.backend.emit("GUILD_CREATE", guild_create_payload(world.env.backend, guild))


@pytest.mark.parametrize(
    ("leave", "come_back"),
    [(be_out_of_sight, be_in_sight_again), (be_away, be_there_again), (be_sent_off, be_there_again)],
)
async def test_what_happened_where_the_bot_could_not_look_is_caught_up(
    world: World, leave: Callable[[World], None], come_back: Callable[[World], None]
) -> None:
    round_, message = await hearted_entry(world)
    await world.env.advance_time(60)
    leave(world)
    await world.env.settle()
    socket: Any = world.bot.ws
    socket.open = False  # of a channel out of sight Discord tells nothing
    remove(world, message, world.reader)
    add(world, message, world.other_writer)
    socket.open = True
    await world.env.advance_time(60)
    known = await finding.one_round(world.bot.database, world.guild.id, round_.id)
    assert not known.is_followed(world.bot.heard_since)
    come_back(world)
    await world.env.settle()
    assert await ledger(world) == shown(world)
    known = await finding.one_round(world.bot.database, world.guild.id, round_.id)
    assert known.is_followed(world.bot.heard_since)


async def test_a_channel_that_is_gone_is_asked_for_once(world: World) -> None:
    other = world.guild.create_text_channel("other")
    round_ = await world.open_round(channel=other)
    await world.enter(round_, POST)
    await close(world, round_)
    await stop(world)
    world.env.backend.delete_channel(other.id)
    before = len(world.env.http_requests)
    await world.restart()
    for _ in range(3):
        await world.wake()
    asked = [entry.path for entry in world.env.http_requests[before:] if entry.path == f"/channels/{other.id}"]
    assert len(asked) == 1


async def test_a_message_that_went_unheard_and_unwanted_leaves_no_rows(world: World) -> None:
    round_ = await world.open_round()
    entry = await world.enter(round_, POST)
    message = world.channel.last_message
    await world.reader.react(message, HEART)
    socket: Any = world.bot.ws
    socket.open = False  # nothing is heard any more
    world.env.backend.delete_message(world.channel.id, message.id)
    await withdrawing.withdraw(world.bot.database, entry.id, world.writer.id, world.env.now())
    await world.wake()
    assert await ledger(world) == set()


async def test_a_message_that_goes_while_its_readers_are_listed_keeps_no_other_from_being_compared(
    world: World,
) -> None:
    round_, first, second = await two_entries(world)
    await stop(world)
    add(world, second, world.reader)
    world.env.inject_error("GET", f"/channels/*/messages/{first.id}/reactions/*", status=404, code=10008, times=1)
    await world.restart()
    world.env.backend.delete_message(world.channel.id, first.id)
    await world.env.advance_time(60)
    assert await hearts(world, round_) == 1


async def test_an_emoji_that_discord_does_not_know_any_more_keeps_its_readers_and_nothing_from_being_compared(
    world: World,
) -> None:
    round_, first, second = await two_entries(world)
    await world.reader.react(first, "🎉")
    await stop(world)
    add(world, first, world.moderator)
    add(world, second, world.other_writer)
    world.env.inject_error("GET", f"/channels/*/messages/{first.id}/reactions/%F0%9F%8E%89", status=404, code=10014)
    await world.restart()
    assert await ledger(world) == shown(world)
    assert await hearts(world, round_) == 3


async def test_messages_deleted_in_bulk_leave_no_rows(world: World) -> None:
    round_ = await world.open_round()
    for _ in range(2):
        await world.enter(round_, POST)
        await world.reader.react(world.channel.last_message, HEART)
    world.env.backend.bulk_delete_messages(world.channel.id, [message.id for message in world.channel.history()[1:]])
    await world.env.settle()
    assert await ledger(world) == set()
    assert (await finding.standing(world.bot.database, round_)).entries == 0


async def test_what_was_compared_by_a_clock_that_was_ahead_is_compared_again(world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, POST)
    message = world.channel.last_message
    await stop(world)
    add(world, message, world.reader)
    await world.restart()
    assert await hearts(world, round_) == 1
    await world.bot.database.write(Session.run, "UPDATE rounds SET reconciled_at = reconciled_at + 86400000", {})
    await stop(world)
    remove(world, message, world.reader)
    await world.restart()
    assert await hearts(world, round_) == 0


async def test_a_page_of_history_without_it_makes_nobody_believe_that_an_entry_is_gone(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_ = await world.open_round()
    await world.enter(round_, POST)
    await stop(world)
    met = meddle(monkeypatch, "logs_from", after=list[Any].clear)
    await world.restart()
    assert met
    assert (await finding.standing(world.bot.database, round_)).entries == 1


async def test_what_is_lost_while_it_is_compared_is_compared_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_ = await world.open_round()
    await world.enter(round_, POST)
    await stop(world)
    now, late = discord.utils.utcnow, timedelta()

    def later() -> datetime:
        return now() + late

    def lose(_: Any) -> None:
        nonlocal late
        late = timedelta(seconds=2)
        heard: Any = world.bot.get_cog("Reactions")
        heard.reconciler.lost_some()

    monkeypatch.setattr(discord.utils, "utcnow", later)
    met = meddle(monkeypatch, "get_reaction_users", after=lose)
    await world.restart()
    assert met
    shaken = await finding.one_round(world.bot.database, world.guild.id, round_.id)
    assert shaken.reconciled_at is not None
    assert not shaken.is_followed(world.bot.heard_since)


async def test_super_reactions_are_listed_beside_the_others(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    round_ = await world.open_round()
    await world.enter(round_, POST)
    await stop(world)
    super_reader = {"id": str(world.reader.id), "username": "yuki", "discriminator": "0", "avatar": None}
    burst = discord.ReactionType.burst.value

    def with_a_super_reaction(page: list[Any]) -> None:
        (heart,) = [reaction for message in page for reaction in message["reactions"]]
        heart |= {"count": 2, "count_details": {"normal": 1, "burst": 1}}

    request: Any = HTTPClient.get_reaction_users

    async def told_apart(*args: Any, type: int, **kwargs: Any) -> Any:  # noqa: A002 - as Discord calls it
        return [super_reader] if type == burst else await request(*args, type=type, **kwargs)

    met = meddle(monkeypatch, "logs_from", after=with_a_super_reaction)
    monkeypatch.setattr(HTTPClient, "get_reaction_users", told_apart)
    await world.restart()
    assert met
    assert await hearts(world, round_) == 1
    (row,) = await world.bot.database.read(Session.all, "SELECT plain, burst FROM reactions WHERE kind = 'reader'")
    assert (row["plain"], row["burst"]) == (0, 1)


async def test_what_happened_in_a_private_thread_that_the_bot_was_taken_out_of_is_caught_up(world: World) -> None:
    backend, me = world.env.backend, world.env.backend.bot_user.id
    backend.create_thread(
        world.channel.id, "backstage", world.moderator.id, type=discord.ChannelType.private_thread.value
    )
    thread = world.channel.threads[0]
    for member_id in (me, world.reader.id):
        backend.add_thread_member(thread.id, member_id)
    await world.env.settle()
    round_ = await world.open_round(channel=thread)
    await world.enter(round_, POST)
    await world.env.advance_time(60)
    backend.remove_thread_member(thread.id, me)
    await world.env.settle()
    socket: Any = world.bot.ws
    socket.open = False  # of a private thread Discord tells its members alone
    backend.add_reaction(thread.id, max(backend.messages[thread.id]), HEART, world.reader.id)
    socket.open = True
    await world.env.advance_time(60)
    assert await hearts(world, round_) == 0
    backend.add_thread_member(thread.id, me)
    await world.env.settle()
    assert await hearts(world, round_) == 1
