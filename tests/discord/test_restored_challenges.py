"""The database goes on from a copy, and challenges opened rounds since."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.delivery import stock
from bot.domain.challenges.challenge import Challenge, Skip
from bot.domain.prompts.prompt import PromptWording
from bot.domain.rounds.home import Home
from bot.domain.rounds.round import Phase, Round
from bot.services import challenging, keeping_bank
from bot.storage import rounds as round_storage
from bot.ui.views import round_card
from tests import shelf
from tests.discord.conftest import World, shown
from tests.discord.test_masterlists import DAY, begin, lists, rounds
from tests.discord.test_pings import pings
from tests.discord.test_restores import (
    back_up,
    let_see,
    post,
    restore,
    texts_of,
    titles,
)

pytestmark = pytest.mark.usefixtures("unticking")


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path) -> Iterator[None]:
    with shelf.with_sets(tmp_path / "prompts", doors=tuple(f"Door {number}" for number in range(9))):
        yield


def cards(world: World) -> list[Any]:
    return [message for message in world.channel.history() if "**Header**" in shown(message)]


async def test_a_round_that_a_challenge_opened_after_the_copy_goes_on_under_its_card(
    world: World, notices: Any
) -> None:
    await begin(world)
    copy = back_up(world)
    await world.env.advance_time(DAY)
    [lost] = await rounds(world)
    await world.enter(lost, post("One"))
    [card] = cards(world)
    before = shown(card)
    await restore(world, copy)
    [again] = cards(world)
    assert again.id == card.id
    assert shown(again) == before.replace("**Entries**: 1", "**Entries**: 0")
    [round_] = await rounds(world)
    assert (round_.number, round_.occurrence, round_.plan.prompt) == (1, lost.occurrence, lost.plan.prompt)
    await world.enter(round_, post("Two"))
    assert titles(world) == ["One", "Two"]
    assert len(lists(world)) == 1
    assert "1 story unknown to me" in texts_of(notices)[-1]
    await world.env.advance_time(DAY)
    assert [each.phase(world.env.now()) for each in await rounds(world)] == [Phase.CLOSED, Phase.OPEN]
    assert len(cards(world)) == 2


async def test_a_round_that_opened_and_closed_after_the_copy_is_over_and_keeps_its_round_up(
    world: World, notices: Any
) -> None:
    await begin(world)
    copy = back_up(world)
    await world.env.advance_time(DAY)
    [lost] = await rounds(world)
    await world.enter(lost, post("One"))
    await world.env.advance_time(DAY)
    await world.env.advance_time(DAY)
    prompts = [each.plan.prompt for each in await rounds(world)]
    stood = {message.id for message in cards(world)}
    [listing] = [message for message in round_ups(world) if "One" in shown(message)]
    before = shown(listing)
    await world.env.advance_time(3600)
    await restore(world, copy)
    await world.env.advance_time(3600)
    assert {message.id for message in cards(world)} == stood
    assert [each.plan.prompt for each in await rounds(world)] == prompts
    assert [each.phase(world.env.now()) for each in await rounds(world)] == [Phase.CLOSED, Phase.CLOSED, Phase.OPEN]
    assert [shown(message) for message in round_ups(world) if message.id == listing.id] == [before]
    assert len(round_ups(world)) == 2
    assert not [text for text in texts_of(notices) if "before I could open" in text]
    await world.env.advance_time(DAY)
    assert len({each.plan.prompt for each in await rounds(world)}) == 4


def round_ups(world: World) -> list[Any]:
    return [message for message in world.channel.history() if "the round-up" in shown(message)]


async def test_a_card_keeps_its_prompt_whatever_the_copy_would_draw(world: World) -> None:
    challenge = await begin(world)
    copy = back_up(world)
    seen = await challenging.set_next_prompt_aside(world.bot.database, world.guild.id, challenge.id, world.env.now())
    await challenging.swap_prompt(world.bot.database, world.asked(), challenge.id)
    await world.env.advance_time(DAY)
    [lost] = await rounds(world)
    assert seen is not None
    assert lost.plan.prompt != seen.text
    await restore(world, copy)
    [round_] = await rounds(world)
    assert round_.plan.prompt == lost.plan.prompt
    assert round_.plan.prompt in shown(cards(world)[0])
    following = await challenging.set_next_prompt_aside(
        world.bot.database, world.guild.id, challenge.id, world.env.now()
    )
    assert following is not None
    assert following.text != round_.plan.prompt, "it is used"


async def test_a_prompt_that_the_copy_does_not_know_stays_on_its_card(world: World) -> None:
    challenge = await begin(world)
    copy = back_up(world)
    wording = PromptWording("Ours", "Who paints the *lighthouse*?\n\n- by night")
    await keeping_bank.add(world.bot.database, world.asked(), wording, image=None)
    await challenging.swap_prompt(world.bot.database, world.asked(), challenge.id)
    await world.env.advance_time(DAY)
    assert "lighthouse" in shown(cards(world)[0])
    await restore(world, copy)
    [round_] = await rounds(world)
    assert round_.plan.prompt == wording.text
    assert round_.plan.drawn is None
    assert wording.text in shown(cards(world)[0])


@pytest.mark.parametrize("home", [Home.THREAD, Home.POSTS])
async def test_a_round_goes_on_where_it_lives(world: World, home: Home) -> None:
    challenge, writers = await begin(world), world.guild.create_role("Writers", mentionable=True)
    forum = world.guild.create_forum_channel("stories")

    def moved(before: Challenge) -> Challenge:
        where = forum.id if home is Home.POSTS else before.channel_id
        terms = replace(before.terms, home=home, under_cut=True, event=True, reminders=(timedelta(hours=9),))
        return replace(before, channel_id=where, terms=replace(terms, ping_role_id=writers.id))

    await challenging.change(world.bot.database, world.asked(), challenge.id, moved)
    await world.wake()
    copy = back_up(world)
    await world.env.advance_time(DAY)
    places = [world.channel, *world.channel.threads, *forum.threads]
    [reminder] = [message for place in places for message in place.history() if "A reminder" in shown(message)]
    stood, pinged = standing(world, forum) - {reminder.id}, pings(world)
    await restore(world, copy)
    await world.env.advance_time(600)
    assert standing(world, forum) == stood, "what is past is reminded of no more"
    [round_] = await rounds(world)
    await world.enter(round_, post("Two"))
    [story] = standing(world, forum) - stood
    where = next(thread for thread in [*world.channel.threads, *forum.threads] if story in ids_of(thread))
    assert (where.id == story) is (home is Home.POSTS)
    assert len(world.env.backend.guilds[world.guild.id].scheduled_events) == 1
    assert pings(world) == pinged


def ids_of(place: Any) -> set[int]:
    return {message.id for message in place.history()}


def standing(world: World, forum: Any) -> set[int]:
    return set[int]().union(*map(ids_of, [world.channel, *world.channel.threads, *forum.threads]))


async def test_a_word_that_a_round_is_left_out_is_said_once(world: World, notices: Any) -> None:
    challenge = await begin(world)
    assert challenge.calendar is not None
    [occurrence] = challenge.calendar.coming(world.env.now(), 1)
    skip = Skip(occurrence.key, "Happy holidays!")
    await challenging.leave_out(world.bot.database, world.asked(), challenge.id, skip)
    copy = back_up(world)
    await world.env.advance_time(DAY / 2 + 60)
    assert [message.content for message in world.channel.history() if "holidays" in message.content]
    await restore(world, copy)
    assert len([message for message in world.channel.history() if "holidays" in message.content]) == 1
    await world.env.advance_time(DAY)
    assert len(cards(world)) == 1


async def test_a_round_waits_until_its_channel_was_looked_at(world: World, notices: Any) -> None:
    await begin(world)
    copy = back_up(world)
    await world.env.advance_time(DAY)
    [card] = cards(world)
    await let_see(world, world.channel, sees=False)
    await restore(world, copy)
    await world.env.advance_time(600)
    assert await rounds(world) == []
    [notice] = texts_of(notices)
    assert "I can't look there now, so its rounds wait until I can" in notice
    await let_see(world, world.channel, sees=True)
    assert "found again" in texts_of(notices)[1]
    [again] = cards(world)
    assert again.id == card.id
    assert len(await rounds(world)) == 1


async def test_one_copy_restored_again_and_again_has_one_card(world: World, notices: Any) -> None:
    await begin(world)
    copy = back_up(world)
    await world.env.advance_time(DAY)
    for _ in range(3):
        [round_] = await rounds(world)
        await world.enter(round_, post("One"))
        await restore(world, copy)
        await world.env.advance_time(60)
    assert len(cards(world)) == len(await rounds(world)) == 1
    assert len(titles(world)) == 3


@pytest.mark.parametrize("kind", ["text", "forum"])
async def test_a_challenge_that_moved_after_the_copy_opens_its_date_once(world: World, notices: Any, kind: str) -> None:
    challenge = await begin(world)
    create = world.guild.create_text_channel if kind == "text" else world.guild.create_forum_channel
    elsewhere = create("elsewhere")
    copy = back_up(world)
    await move(world, challenge, elsewhere)
    await world.env.advance_time(DAY)
    [lost] = await rounds(world)
    assert lost.channel_id == elsewhere.id
    await restore(world, copy)
    [round_] = await rounds(world)
    assert (round_.channel_id, round_.occurrence) == (elsewhere.id, lost.occurrence)
    assert cards(world) == []
    assert f"<#{elsewhere.id}>: 1 message found again" in texts_of(notices)[-1]
    await world.env.advance_time(DAY)
    assert [each.channel_id for each in await rounds(world)] == [elsewhere.id, world.channel.id]


async def move(world: World, challenge: Challenge, channel: Any) -> None:
    await challenging.change(
        world.bot.database, world.asked(), challenge.id, lambda before: replace(before, channel_id=channel.id)
    )


async def test_a_challenge_waits_for_no_channel_that_is_hidden_from_the_bot(world: World, notices: Any) -> None:
    await begin(world)
    hidden = world.guild.create_text_channel("hidden")
    await world.open_round(channel=hidden)
    await let_see(world, hidden, sees=False)
    copy = back_up(world)
    await world.env.advance_time(DAY / 4)
    await restore(world, copy)
    assert any(f"<#{hidden.id}>: I can't look there now" in text for text in texts_of(notices))
    await world.env.advance_time(DAY / 2)
    assert [each.occurrence is not None for each in await rounds(world) if each.channel_id == world.channel.id] == [
        True
    ]
    assert len(cards(world)) == 1


async def test_a_channel_in_which_somebody_writes_during_the_look_holds_no_challenge_up(
    world: World, notices: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, written = stock.messages_in, list[Any]()

    async def meanwhile(*asked: Any) -> dict[int, discord.Message]:
        if not written:
            written.append(world.env.backend.create_message(notices.id, world.writer.id, "Good night."))
        return await read(*asked)

    await begin(world)
    await world.open_round(channel=world.guild.create_text_channel("other"))
    copy = back_up(world)
    await world.env.advance_time(DAY / 4)
    monkeypatch.setattr(stock, "messages_in", meanwhile)
    await restore(world, copy)
    assert written
    await world.env.advance_time(DAY / 2)
    assert len(cards(world)) == 1


async def test_a_channel_where_nobody_wrote_since_the_copy_is_not_read(world: World, notices: Any) -> None:
    await begin(world)
    quiet, lively = world.guild.create_text_channel("quiet"), world.guild.create_text_channel("lively")
    await world.writer.send(quiet, "Good night.")
    await world.env.advance_time(DAY)
    copy = back_up(world)
    await world.writer.send(lively, "Good morning.")
    world.env.http_requests.clear()
    await restore(world, copy)
    read = {path for path in map(str, world.env.http_requests) if "messages" in path}
    assert any(str(lively.id) in path for path in read)
    assert not any(str(quiet.id) in path for path in read)


async def test_a_card_of_an_older_version_gets_its_mark_when_it_is_shown_anew(
    world: World, notices: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begin(world)
    copy = back_up(world)
    with monkeypatch.context() as older:
        older.setattr(round_card, "occurrence_mark", unmarked)
        await world.env.advance_time(DAY)
    [lost] = await rounds(world)
    await world.bot.database.write(round_storage.touch, lost.id)
    await world.wake()
    await restore(world, copy)
    [round_] = await rounds(world)
    assert round_.occurrence == lost.occurrence
    assert len(cards(world)) == 1


def unmarked(_: Round) -> None:
    """What a card of an older version says of its date."""
