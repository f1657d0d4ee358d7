"""The masterlist of a challenge: it stands pinned in the channel, once, and tells what became of each round."""

import functools
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import discord
import pytest
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.domain.challenges import written_calendar
from bot.domain.challenges.challenge import Challenge
from bot.domain.challenges.masterlist import ListedRound, Masterlist
from bot.domain.prompts.source import Source
from bot.domain.rounds import round_wish
from bot.domain.rounds.posted_message import Spot
from bot.domain.rounds.round import Phase, Round
from bot.domain.rounds.settings import Customs
from bot.domain.text import limits, message_length, word_rule
from bot.services import challenging, finding, planning
from bot.ui.views import masterlist
from cogs.masterlists import Masterlists
from tests import shelf
from tests.discord.chair import Chair
from tests.discord.conftest import World, shown
from tests.discord.kills import killing
from tests.discord.test_publishing import POST
from tests.discord.test_restores import back_up, begin_restore

NOW = datetime(2026, 1, 7, 12, tzinfo=UTC)
DAY = 24 * 3600
PINS = discord.Permissions(manage_messages=True, pin_messages=True)


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path) -> Iterator[None]:
    with shelf.with_sets(tmp_path / "prompts", doors=tuple(f"Door {number}" for number in range(9))):
        yield


def bot_id(world: World) -> int:
    assert world.bot.user is not None
    return world.bot.user.id


async def begin(world: World, channel: Any = None) -> Challenge:
    """A challenge with a round each day at noon, which is open for 20 hours, where the bot may pin."""
    allowed = Overwrite(bot_id(world), OverwriteType.MEMBER, allow=PINS.value, deny=0)
    world.env.backend.set_overwrite(world.channel.id, allowed)
    now, database = world.env.now(), world.bot.database
    terms = replace(round_wish.usual(now, Customs()), rule=word_rule.ANYTHING, required=())
    calendar = written_calendar.read("daily at noon", "20 hours", Customs().clock(now))
    made = await challenging.propose(
        database, world.asked(channel=channel), "Noon Drabbles", terms=terms, calendar=calendar, source=Source()
    )
    begun = await challenging.agree(database, world.asked(now), made.id)
    await world.wake()
    return begun


def lists(world: World, name: str = "Noon Drabbles") -> list[str]:
    return [text for text in map(shown, world.channel.history()) if f"{name}: all rounds" in text]


def pinned(world: World) -> list[int]:
    return [message.id for message in world.env.backend.messages[world.channel.id].values() if message.pinned]


async def rounds(world: World) -> list[Round]:
    found = await finding.all_rounds(world.bot.database, world.guild.id)
    return sorted(found, key=lambda each: each.number or 0)


async def test_the_list_stands_pinned_and_tells_what_became_of_each_round(world: World) -> None:
    begun = await begin(world)
    assert lists(world) == [], "no round has opened"
    await world.env.advance_time(DAY)
    [listed] = lists(world)
    card = next(message for message in world.channel.history() if "Noon Drabbles #1" in shown(message))
    assert f"- [Noon Drabbles #1]({card.jump_url}) · Door " in listed
    assert " · open until <t:" in listed
    [first] = await rounds(world)
    await world.enter(first, POST)
    await world.env.advance_time(DAY)
    [listed] = lists(world)
    assert [line.split(" · ")[2].split(" <")[0] for line in listed.splitlines()[1:]] == ["closed", "open until"]
    assert listed.splitlines()[1].endswith(" · 1 entry")
    await planning.cancel(world.bot.database, world.asked(), (await rounds(world))[-1].id)
    rename = functools.partial(replace, name="Dusk Drabbles")
    await challenging.change(world.bot.database, world.asked(), begun.id, rename)
    await world.wake()
    assert lists(world) == []
    [listed] = lists(world, "Dusk Drabbles")
    assert listed.endswith(" · called off")
    assert len(pinned(world)) == 1


async def test_a_list_that_somebody_deleted_stays_gone(world: World) -> None:
    await begin(world)
    await world.env.advance_time(DAY)
    world.env.backend.delete_message(world.channel.id, pinned(world)[0])
    await world.env.advance_time(DAY)
    assert lists(world) == []
    assert len(await rounds(world)) == 2


async def test_where_the_bot_may_not_pin_it_asks_for_no_pin(world: World) -> None:
    await begin(world)
    forbidden = Overwrite(bot_id(world), OverwriteType.MEMBER, deny=discord.Permissions(pin_messages=True).value)
    world.env.backend.set_overwrite(world.channel.id, forbidden)
    await world.env.advance_time(3 * DAY)
    assert len(lists(world)) == 1
    assert not [each for each in world.env.backend.transcript if "/pins/" in str(each)]


async def test_a_list_that_was_refused_comes_with_a_change_in_its_server_or_in_an_hour(world: World) -> None:
    await begin(world)
    await world.bot.remove_cog("Masterlists")
    await world.env.advance_time(DAY)
    world.env.inject_error("POST", f"/channels/{world.channel.id}/messages", status=403, code=50013, times=2)
    await world.bot.add_cog(Masterlists(world.bot))
    await world.wake()
    await world.wake()
    assert lists(world) == [], "not with every change somewhere"
    world.guild.create_role("Painters")
    role = world.guild.roles["Painters"]
    world.env.backend.edit_role(world.guild.id, role.id, {"name": "Poets"})
    await world.env.settle()
    assert lists(world) == [], "refused once more"
    await world.env.advance_time(3_601)
    assert len(lists(world)) == 1


async def test_a_list_whose_channel_went_before_it_stood_comes_where_the_rounds_are_by_then(world: World) -> None:
    begun = await begin(world)
    await world.bot.remove_cog("Masterlists")
    await world.env.advance_time(DAY)
    world.env.backend.delete_channel(world.channel.id)
    await world.bot.add_cog(Masterlists(world.bot))
    await world.wake()
    before = len(world.env.http_requests)
    for _ in range(5):
        await world.env.advance_time(3600)
    assert [entry.path for entry in world.env.http_requests[before:] if str(world.channel.id) in entry.path] == []
    other = world.guild.create_text_channel("other")
    await challenging.change(
        world.bot.database, world.asked(), begun.id, functools.partial(replace, channel_id=other.id)
    )
    await world.wake()
    assert [text for text in map(shown, other.history()) if "Noon Drabbles: all rounds" in text]


async def test_a_list_that_somebody_deleted_is_posted_again_by_a_click(world: World) -> None:
    begun = await begin(world)
    await world.env.advance_time(DAY)
    world.env.backend.delete_message(world.channel.id, pinned(world)[0])
    await world.env.settle()
    chair = Chair(world, world.moderator)
    await chair.command("challenge show")
    assert "The list of all its rounds** was deleted" in chair.text
    await chair.click("Post the list again")
    assert len(lists(world)) == len(pinned(world)) == 1
    assert "Post the list again" not in (await show(chair)).buttons
    await challenging.end(world.bot.database, world.asked(), begun.id)
    world.env.backend.delete_message(world.channel.id, pinned(world)[0])
    await world.env.settle()
    await (await show(chair)).click("Post the list again")
    assert len(lists(world)) == 1, "also that of a challenge that has ended"


async def show(chair: Chair) -> Chair:
    await chair.command("challenge show", challenge="Noon Drabbles")
    return chair


async def test_in_a_forum_the_list_is_a_post_of_its_own(world: World) -> None:
    forum = world.guild.create_forum_channel("story-shelf")
    begun = await begin(world, forum)
    await world.env.advance_time(DAY)
    await world.env.advance_time(DAY)
    [post] = [thread for thread in forum.threads if thread.name == "Noon Drabbles: all rounds"]
    [listed] = [shown(message) for message in post.history() if message.components]
    assert [line.split(" · ")[2].split(" <")[0] for line in listed.splitlines()[1:]] == ["closed", "open until"]
    await challenging.change(world.bot.database, world.asked(), begun.id, functools.partial(replace, name="Dusk"))
    await world.wake()
    assert post.name == "Dusk: all rounds"
    world.env.backend.delete_channel(post.id)
    await world.env.settle()
    await world.env.advance_time(DAY)
    assert "Dusk: all rounds" not in {thread.name for thread in forum.threads}, "it stays gone"
    chair = Chair(world, world.moderator)
    await chair.command("challenge show", challenge="Dusk")
    await chair.click("Post the list again")
    assert "Dusk: all rounds" in {thread.name for thread in forum.threads}


async def test_a_channel_that_takes_no_pins_has_its_list(world: World) -> None:
    await begin(world)
    world.env.backend.delete_overwrite(world.channel.id, bot_id(world))
    await world.env.advance_time(DAY)
    assert len(lists(world)) == 1
    assert pinned(world) == []


@pytest.mark.parametrize("in_forum", [False, True])
async def test_a_kill_at_any_step_of_listing_ends_with_one_list(world: World, in_forum: bool) -> None:
    forum = world.guild.create_forum_channel("story-shelf")
    await begin(world, forum if in_forum else world.channel)
    await world.bot.remove_cog("Masterlists")
    await world.env.advance_time(DAY)
    async with killing(world) as kills:
        await world.bot.add_cog(Masterlists(world.bot))
        await world.wake()
    async for killed in kills.each(more_than=5):
        await world.restart()
        if in_forum:
            assert [post.name for post in forum.threads].count("Noon Drabbles: all rounds") == 1, killed
        else:
            assert len(lists(world)) == len(pinned(world)) == 1, killed


async def test_a_list_that_was_sent_since_the_copy_is_taken_over(world: World) -> None:
    await begin(world)
    copy = back_up(world)
    await world.env.advance_time(DAY)
    await begin_restore(world, copy)
    await world.env.settle()
    assert len(lists(world)) == 1


async def test_a_long_list_takes_several_messages_and_a_round_stays_on_its_page() -> None:
    challenge = Challenge(
        7, 1, 2, "Sundays", round_wish.usual(NOW, Customs()), None, None, Source(), (), NOW, None, None, None
    )
    listed = [
        ListedRound(number, f"Sundays #{number}: *{'_' * 90}*", "A door", NOW, Phase.OPEN, 0, Spot(9, 10**18 + number))
        for number in range(1, 61)
    ]

    def pages(rounds: list[ListedRound]) -> list[str]:
        views = masterlist.pages(Masterlist(challenge, tuple(rounds), (), 1))
        return [
            "".join(item.content for item in view.walk_children() if isinstance(item, discord.ui.TextDisplay))
            for view in views
        ]

    closed = [replace(each, phase=Phase.CLOSED, entries=12_345) for each in listed]
    open_, over = pages(listed), pages(closed)
    assert len(open_) > 2
    assert all(message_length.units(page) <= limits.LAYOUT for page in [*open_, *over])
    assert [page.count("https://") for page in open_] == [page.count("https://") for page in over]
    assert [page.splitlines()[0] for page in open_[:2]] == ["## Sundays: all rounds", "## Sundays: more rounds"]
