"""The settings of a challenge: all that its rounds have in common is changed by buttons, selects and forms."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.domain.challenges.challenge import Challenge
from bot.domain.rounds.home import Home, Talk
from bot.ui.views.press import custom_id
from tests import shelf
from tests.discord.chair import Chair, form, manager
from tests.discord.conftest import World
from tests.discord.test_challenges import SHIPPED, challenges, next_at, start
from tests.discord.test_forged import PLAIN, send

HOUR, DAY = 3600, 24 * 3600
POST = "Title: The Kettle\n\nIt sang, and nobody came."


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path) -> Iterator[None]:
    with shelf.with_sets(tmp_path / "prompts", doors=SHIPPED):
        yield


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


async def the_challenge(chair: Chair) -> Challenge:
    [only] = await challenges(chair)
    return only


async def choose(chair: Chair, made: Challenge, *choices: tuple[Any, ...]) -> None:
    for route, *values in choices:
        picked = [str(each) if isinstance(each, int) else each for each in values]
        await chair.choose(custom_id(f"challenge.{route}", made.id), *picked)


@pytest.mark.parametrize(
    ("open_for", "longest", "offered"),
    [("15 hours", "12 hours", 6), ("20 minutes", "15 minutes", 1), ("5 minutes", "7 days", 10)],
)
async def test_no_reminder_is_offered_that_comes_before_its_rounds_open(
    chair: Chair, open_for: str, longest: str, offered: int
) -> None:
    made = await start(chair, open_for=open_for)
    await chair.click("More settings")
    [options] = [
        item["options"]
        for row in chair.page.response.components[0]["components"]
        for item in row.get("components", [])
        if item.get("custom_id") == custom_id("challenge.reminders", made.id)
    ]
    assert (options[0]["label"], len(options)) == (f"{longest} before the close", offered)
    await choose(chair, made, ("reminders", int(options[-1]["value"])))
    assert len((await the_challenge(chair)).terms.reminders) == 1


async def test_all_that_its_rounds_have_in_common_is_settled_by_selects(world: World, chair: Chair) -> None:
    made = await start(chair)
    other = world.guild.create_text_channel("other")
    readers = world.guild.create_role("Readers", mentionable=True)
    await chair.click("More settings")
    await choose(
        chair,
        made,
        ("channel", other),
        ("home", "thread"),
        ("talk", "stories"),
        ("set", "set Doors"),
        ("order", "in order"),
        ("ping", readers),
        ("reminders", DAY, 3 * HOUR),
        ("round_switches", "hide", "event"),
    )
    await chair.click("About its stories")
    await choose(
        chair,
        made,
        ("fields", "title"),
        ("rating", 2),
        ("entries", 4),
        ("late", 2 * DAY),
        ("grace", 600),
        ("story_switches", "count"),
    )
    await chair.click("Done")
    assert "taken for 2 days after the close" in chair.text
    assert (await the_challenge(chair)).source.falls_back is False
    await next_at(world)
    [round_] = await chair.rounds()
    plan = round_.plan
    assert (round_.channel_id, plan.prompt, plan.ping_role_id) == (other.id, SHIPPED[0], readers.id)
    assert (plan.home, plan.talk, plan.event, plan.under_cut) == (Home.THREAD, Talk.STORIES, True, True)
    assert plan.reminders == (timedelta(days=1), timedelta(hours=3))
    assert (plan.late_for, plan.grace) == (timedelta(days=2), timedelta(minutes=10))
    assert (plan.required, plan.highest and plan.highest.value, plan.entries_per_member) == (("title",), 2, 4)
    assert (plan.title_counts, plan.count_must_match) == (False, True)


async def test_what_was_chosen_is_taken_back(world: World, chair: Chair) -> None:
    made = await start(chair)
    await chair.command("challenge edit", reminders="on", late="2 days", grace="7 minutes", ping="nobody")
    await chair.click("More settings")
    await choose(chair, made, ("reminders",), ("ping",), ("round_switches",))
    await chair.click("About its stories")
    assert "7 minutes" in labels(chair), "what was typed is among the choices"
    await choose(chair, made, ("late", 0), ("grace", 0), ("fields",), ("rating", "any"))
    plan = (await the_challenge(chair)).terms
    assert (plan.reminders, plan.ping_role_id, plan.late_for, plan.grace) == ((), None, timedelta(), timedelta())
    assert (plan.required, plan.highest) == ((), None)


def labels(chair: Chair) -> list[str]:
    def found(components: Any) -> Iterator[str]:
        for each in components:
            yield from (option["label"] for option in each.get("options", []))
            yield from found(each.get("components", []))

    return list(found(chair.page.response.components))


async def test_a_challenge_has_emoji_of_its_own_and_a_word_for_every_story(world: World, chair: Chair) -> None:
    made = await start(chair, words="anything")
    await chair.click("More settings")
    await chair.click("About its stories")
    assert "the server's" in chair.text
    await choose(chair, made, ("fields",))
    await chair.fill(await chair.click("Emoji, word to use"), emoji="🦉🕯️", word="kettle")
    assert "🦉" in chair.text
    await next_at(world)
    [round_] = await chair.rounds()
    assert round_.plan.prompt_word == "kettle"
    await world.enter(round_, POST.replace("It sang", "The kettle sang"))
    assert sorted(reactions(world)) == ["🕯️", "🦉"]
    await chair.command("challenge edit")
    await chair.click("About its stories")
    await chair.fill(await chair.click("Emoji, word to use"), emoji="", word="")
    plan = (await the_challenge(chair)).terms
    assert (plan.feedback, plan.prompt_word) == ((), None)


def reactions(world: World) -> list[str]:
    return [reaction.emoji for message in world.channel.history() for reaction in message.reactions]


async def test_emoji_that_cannot_be_read_are_asked_back_and_the_rest_is_kept(world: World, chair: Chair) -> None:
    await start(chair)
    await chair.click("More settings")
    await chair.click("About its stories")
    await chair.fill(await chair.click("Emoji, word to use"), emoji="hearts", word="kettle")
    assert chair.text.index("“hearts”") > chair.text.index("A word that every story has"), "where the form was opened"
    again = await chair.click("Emoji, word to use")
    assert form(again)["emoji"] == "hearts", "nobody types it twice"
    plan = (await the_challenge(chair)).terms
    assert (plan.feedback, plan.prompt_word) == ((), "kettle")


async def test_a_role_that_cannot_be_pinged_is_told_of_with_what_to_do(world: World, chair: Chair) -> None:
    made = await start(chair)
    quiet = world.guild.create_role("Quiet", mentionable=False)
    manager = world.guild.create_role("Owners", permissions=discord.Permissions(manage_guild=True))
    await chair.click("More settings")
    await choose(chair, made, ("ping", quiet))
    assert (await the_challenge(chair)).terms.ping_role_id is None, "they could not mention it themselves"
    owner = Chair(world, world.guild.add_member(world.env.create_user("greta"), roles=[manager]))
    await owner.command("challenge edit")
    await choose(owner, made, ("ping", quiet))
    assert (await the_challenge(chair)).terms.ping_role_id == quiet.id
    assert "Allow anyone to @mention this role" in owner.text
    await owner.click("Done")
    assert "Allow anyone to @mention this role" in owner.text


async def test_lengths_that_nobody_was_offered_change_nothing(world: World, chair: Chair) -> None:
    made = await start(chair)
    before = await the_challenge(chair)
    for route, values in (
        ("late", ["5"]),
        ("grace", ["-60"]),
        ("grace", []),
        ("reminders", ["1"]),
        ("reminders", [str(length) for length in (7 * DAY, 3 * DAY, 2 * DAY, DAY)]),
    ):
        said = custom_id(f"challenge.{route}", made.id)
        assert PLAIN in await send(world, chair.who, world.channel, said, values=values)
    assert await the_challenge(chair) == before


async def test_a_name_that_nobody_can_read_is_none(world: World, chair: Chair) -> None:
    opened = await chair.command("challenge new")
    await chair.fill(opened, name="\N{ZERO WIDTH SPACE}", opens="daily 9am")
    assert "needs a name" in chair.text
    await chair.fill(await chair.click("Fill it in again"), name="Frost")
    await chair.click("Start it")
    unseen = {"name": "\N{ZERO WIDTH SPACE}\N{WORD JOINER}"}
    chair.keep(await chair.who.slash(world.channel, "challenge edit", **unseen))
    assert "needs a name" in chair.text
    assert (await the_challenge(chair)).name == "Frost"


async def test_a_channel_and_a_role_that_are_gone_are_told_with_what_to_do(world: World, chair: Chair) -> None:
    made = await start(chair)
    readers = world.guild.create_role("Readers", mentionable=True)
    owner, other = manager(world), world.guild.create_text_channel("other")
    await owner.command("challenge edit")
    await choose(owner, made, ("ping", readers))
    world.env.backend.delete_role(world.guild.id, readers.id)
    await world.env.settle()
    await owner.click("Done")
    assert "The role to ping is gone" in owner.text
    world.env.backend.delete_channel(world.channel.id)
    await world.env.settle()
    await owner.command("challenge show", channel=other)
    assert "The channel of its rounds is gone" in owner.text
    await owner.click("More settings")
    await choose(owner, made, ("channel", other))
    assert "The channel of its rounds is gone" not in owner.text
    await next_at(world)
    assert (await chair.rounds())[0].channel_id == other.id
