"""A kill at any step of posting, and answers that get lost: each message stands there once."""

import asyncio
import itertools
from collections.abc import Callable
from typing import Any

import pytest

from bot.client import DrabbleBot
from bot.domain.rounds.posted_message import Subject
from bot.services import finding, withdrawing
from bot.storage.database import Database
from bot.ui.views import message_mark
from tests.discord.chair import forbid
from tests.discord.conftest import World
from tests.discord.kills import killing
from tests.discord.lost_answers import lose_an_answer
from tests.discord.test_publishing import POST, texts


def marks(world: World) -> list[Subject | None]:
    """What each message in the channel is for."""
    return [message_mark.subject_of(message) for message in world.channel.history()]


class KillSwitch:
    """Ends the bot's work at the n-th step that leaves a trace: before or after each request and each transaction."""

    def __init__(self, at: int) -> None:
        self.at = at
        self.steps = itertools.count()
        self.struck = False

    def step(self) -> None:
        if next(self.steps) == self.at:
            self.struck = True
        if self.struck:
            raise asyncio.CancelledError

    def install(self, bot: DrabbleBot, monkeypatch: pytest.MonkeyPatch) -> None:
        request: Callable[..., Any] = bot.http.request
        write: Callable[..., Any] = Database.write

        async def cut_request(*args: Any, **kwargs: Any) -> Any:
            self.step()
            answer = await request(*args, **kwargs)
            self.step()
            return answer

        async def cut_write(*args: Any, **kwargs: Any) -> Any:
            self.step()
            answer = await write(*args, **kwargs)
            self.step()
            return answer

        monkeypatch.setattr(bot.http, "request", cut_request)
        monkeypatch.setattr(Database, "write", cut_write)


LONG = "Title: Long\n\n" + "\n\n".join("The rain went on through the night, and nobody slept." for _ in range(120))


async def test_a_kill_at_any_step_of_posting_ends_with_each_message_once(world: World) -> None:
    await world.write_entry(await world.open_round(), LONG)
    async with killing(world) as kills:
        await world.wake()
    async for killed in kills.each(more_than=8):
        await world.restart()
        card, *pages = marks(world)
        assert card is not None, killed
        assert len(pages) == len(set(pages)) == 2, killed
        assert "**Entries**: 1" in texts(world)[0]
        assert len(world.channel.history()[-1].reactions) == 1


async def test_each_try_of_a_message_carries_the_same_nonce_and_no_other_does(world: World) -> None:
    round_ = await world.open_round()
    before = len(world.env.http_requests)
    world.env.inject_error("POST", "/channels/*/messages", status=503, times=1)
    await world.enter(round_, POST)
    await world.env.advance_time(60)
    await world.enter(round_, POST)
    sent: list[Any] = [
        entry.json
        for entry in world.env.http_requests[before:]
        if entry.method == "POST" and entry.path.endswith("/messages")
    ]
    first, again, other = [body["nonce"] for body in sent]
    assert first == again != other
    assert all(body["enforce_nonce"] for body in sent)


async def test_a_lost_answer_is_looked_up_and_not_sent_again(world: World) -> None:
    round_ = await world.open_round()
    lost = lose_an_answer(world)
    await world.enter(round_, POST)
    await world.env.advance_time(60)
    assert lost
    assert len(texts(world)) == 2
    assert "The Kettle" in texts(world)[1]


async def test_what_an_edit_with_a_lost_answer_showed_does_not_stay(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The card told an entry, and nobody noted it; with the entry taken back, it is to show what it showed before."""
    round_ = await world.open_round()
    entry = await world.write_entry(round_, POST)
    request: Callable[..., Any] = world.bot.http.request
    lost: list[str] = []

    async def losing(route: Any, **kwargs: Any) -> Any:
        answer = await request(route, **kwargs)
        if route.method == "PATCH" and not lost:
            lost.append(texts(world)[0])
            await withdrawing.withdraw(world.bot.database, entry.id, world.writer.id, world.env.now())
            raise ConnectionResetError("the answer was lost")
        return answer

    monkeypatch.setattr(world.bot.http, "request", losing)
    await world.wake()
    await world.env.advance_time(60)
    assert "**Entries**: 1" in lost[0]
    assert "**Entries**: 0" in texts(world)[0]


async def test_moderators_who_were_told_with_a_lost_answer_are_not_told_elsewhere(world: World, notices: Any) -> None:
    round_ = await world.open_round()
    await forbid(world, world.channel, send_messages=True)
    lost = lose_an_answer(world)
    told = len(world.env.http_requests)
    await world.enter(round_, POST)
    await world.restart()
    assert lost
    assert len(notices.history()) == 1
    assert not [each for each in world.env.http_requests[told:] if each.path.endswith("/users/@me/channels")]


async def test_a_heart_left_before_its_message_was_known_counts(world: World) -> None:
    round_ = await world.open_round()
    lost = lose_an_answer(world)
    await world.enter(round_, POST)
    await world.env.advance_time(5)
    await world.reader.react(world.channel.last_message, "♥️")
    standing = await finding.standing(world.bot.database, round_)
    assert (standing.entries, (await finding.hearts(world.bot.database, round_.id)).total) == (1, 0)
    await world.env.advance_time(60)
    assert lost
    assert (await finding.hearts(world.bot.database, round_.id)).total == 1


def keep_waiting(world: World, monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[[int], Any], *, on: str) -> None:
    """The next message with these words stands there, and its answer comes when something was done to it."""
    request: Callable[..., Any] = world.bot.http.request
    done: list[int] = []

    async def waiting(route: Any, **kwargs: Any) -> Any:
        answer = await request(route, **kwargs)
        if route.method == "POST" and route.path.endswith("/messages") and on in str(kwargs) and not done:
            done.append(int(answer["id"]))
            meanwhile(done[0])
            for _ in range(200):  # until all that was heard has been written, or could not be
                await asyncio.sleep(0)
        return answer

    monkeypatch.setattr(world.bot.http, "request", waiting)


async def test_a_heart_left_before_a_late_answer_counts(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    round_ = await world.open_round()

    def heart(message_id: int) -> None:
        world.env.backend.add_reaction(world.channel.id, message_id, "♥️", world.reader.id)

    keep_waiting(world, monkeypatch, heart, on="The Kettle")
    await world.enter(round_, POST)
    await world.env.settle()
    assert (await finding.hearts(world.bot.database, round_.id)).total == 1


@pytest.mark.parametrize("in_bulk", [False, True])
@pytest.mark.parametrize("page", ["(continued)", "### Long"])
async def test_a_page_deleted_before_a_late_answer_takes_the_rest_along(
    world: World, monkeypatch: pytest.MonkeyPatch, page: str, *, in_bulk: bool
) -> None:
    round_ = await world.open_round()

    def delete(message_id: int) -> None:
        if in_bulk:
            world.env.backend.bulk_delete_messages(world.channel.id, [message_id])
        else:
            world.env.backend.delete_message(world.channel.id, message_id)

    keep_waiting(world, monkeypatch, delete, on=page)
    await world.enter(round_, LONG)
    await world.env.settle()
    assert (await finding.standing(world.bot.database, round_)).entries == 0
    assert len(texts(world)) == 1
    (draft,) = await world.drafts_of(world.writer.id)
    assert draft.text == LONG


async def test_an_answer_that_comes_late_alone_costs_no_comparison(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_ = await world.open_round()
    keep_waiting(world, monkeypatch, lambda _: None, on="The Kettle")
    await world.enter(round_, POST)
    assert (await finding.one_round(world.bot.database, world.guild.id, round_.id)).missed_at is None
