"""Looking at rounds, and what is offered while a command is typed."""

import discord
import pytest
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.domain.header.rating import Rating
from bot.domain.text import message_length
from tests.discord.chair import PROMPT, Chair, forbid
from tests.discord.conftest import World, shown
from tests.discord.desk import Desk, post

VIEW = discord.Permissions(view_channel=True).value


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


# -- looking --------------------------------------------------------------------------------------


async def test_everybody_can_look_at_a_round(chair: Chair, world: World) -> None:
    round_ = await chair.open(words="double drabble", rating_up_to=Rating.MATURE.value)
    reader = Chair(world, world.reader)
    await reader.slash("show")
    assert reader.page.response.ephemeral
    for part in (PROMPT, "exactly 200 words (double drabble)", "up to mature", "**Entries**: 0, with 0 hearts"):
        assert part in reader.text
    assert f"<t:{int(round_.plan.closes_at.timestamp())}:F>" in reader.text
    card = world.channel.last_message
    assert f"**Open** in <#{world.channel.id}>: [its card]({card.jump_url})" in reader.text
    assert len({each.accent_colour for each in reader.page.response.message.components}) == 1


async def test_a_round_without_a_title_is_headed_as_in_its_channel(chair: Chair, world: World) -> None:
    await chair.open()
    await chair.slash("show")
    assert chair.text.startswith(f"## A new prompt\n{PROMPT}")
    assert shown(world.channel.last_message).startswith(f"## A new prompt\n{PROMPT}")
    await chair.slash("list")
    assert "The first frost came early" in chair.text


async def test_what_is_to_come_is_for_moderators_only(chair: Chair, world: World) -> None:
    await chair.open(opens="tomorrow 9am")
    reader = Chair(world, world.reader)
    await reader.slash("show")
    assert "A round to come" in reader.text
    assert "frost" not in reader.text
    await reader.slash("list")
    assert "frost" not in reader.text
    assert all("frost" not in name for name in await reader.offered("show", "round", ""))
    await chair.slash("show")
    assert PROMPT in chair.text


@pytest.mark.parametrize("guess", ["frost", "the first frost came early …"])
async def test_nobody_guesses_at_what_is_to_come(chair: Chair, world: World, guess: str) -> None:
    await chair.open(opens="tomorrow 9am")
    await chair.slash("show", round=guess)
    assert PROMPT in chair.text
    reader = Chair(world, world.reader)
    await reader.slash("show", round=guess)
    assert "I know no round" in reader.text
    await reader.command("submit", round=guess)
    assert "I know no round" in reader.text


async def test_what_goes_on_where_a_member_cannot_look_is_not_told_to_them(chair: Chair, world: World) -> None:
    backstage = world.guild.create_text_channel("backstage")
    everyone = Overwrite(world.guild.default_role.id, OverwriteType.ROLE, allow=0, deny=VIEW)
    world.env.backend.set_overwrite(backstage.id, everyone)
    me = Overwrite(world.env.backend.bot_user.id, OverwriteType.MEMBER, allow=VIEW, deny=0)
    world.env.backend.set_overwrite(backstage.id, me)
    hidden = await world.open_round(channel=backstage, title="Backstage", prompt="Who sweeps the stage?")
    reader = Chair(world, world.reader)
    await reader.slash("list")
    assert "no round here yet" in reader.text
    await reader.slash("show")
    assert "no such round" in reader.text
    for command in ("round show", "submit"):
        for asked in ("Backstage", str(hidden.id)):
            await reader.command(command, round=asked)
            assert "I know no round" in reader.text
    assert await reader.offered("show", "round", "") == {}
    await reader.command("help")
    assert "No round is open right now." in reader.text
    await world.open_round(title="First frost")
    desk = Desk(world, world.writer)
    await desk.submit(post())
    assert "First frost" in desk.text
    assert "Backstage" not in desk.text
    role = world.guild.create_role("Owners", permissions=discord.Permissions(manage_guild=True))
    owner = Chair(world, world.guild.add_member(world.env.create_user("greta"), roles=[role]))
    await owner.slash("show", round="Backstage")
    assert "Who sweeps the stage?" in owner.text


async def test_the_list_goes_from_open_to_closed(chair: Chair, world: World) -> None:
    await chair.slash("list")
    assert "no round here yet" in chair.text
    await chair.open(prompt="Ashes", closes="in 1 hour")
    await world.env.advance_time(3601)
    await chair.open(prompt="Embers", opens="tomorrow 9am")
    await chair.open(prompt="Ice", closes="in 2 days")
    await chair.open(prompt="Snow", closes="in 3 days")
    await chair.slash("list")
    parts = ["**Open**", "Ice", "Snow", "**To come**", "Embers", "**Closed**", "Ashes"]
    assert sorted(parts, key=chair.text.index) == parts


async def test_a_long_list_says_how_many_more_there_are(chair: Chair, world: World) -> None:
    for number in range(30):
        await world.open_round(title=f"Round number {number}, whose title goes on for quite a while")
    await chair.slash("list")
    listed = chair.text.count("Round number")
    assert 10 < listed <= 25
    assert f"And {30 - listed} more" in chair.text
    assert len(chair.text) <= 4000


async def test_a_list_of_characters_that_count_twice_fits(chair: Chair, world: World) -> None:
    for _ in range(25):
        await world.open_round(title="❄️🌨" * 20)
    await chair.slash("list")
    assert 3_000 < message_length.units(chair.text) <= 4_000


async def test_why_a_round_waits_is_told_to_moderators(chair: Chair, world: World) -> None:
    await chair.open(opens="in 1 hour")
    await forbid(world, world.channel, attach_files=True, send_messages=True)
    await world.env.advance_time(3700)
    reader = Chair(world, world.reader)
    await reader.slash("show")
    assert "Waits for a moderator" not in reader.text
    await chair.slash("show")
    assert "**Waits for a moderator**: I may not post there." in chair.text


# -- while typing ---------------------------------------------------------------------------------


async def test_words_are_offered_with_what_they_mean(chair: Chair) -> None:
    offered = await chair.offered("open", "words", "drab")
    assert offered["drabble: exactly 100 words"] == "drabble"
    assert await chair.offered("open", "words", "100 +-5") == {"100 words, give or take 5": "100 +-5"}


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("x", "multiple of 100"),
        ("<", "up to 1000"),
        ("exactly", "100"),
        ("at l", "at least 50"),
        ("between", "100-500"),
        ("at m", "up to 1000"),
    ],
)
async def test_words_are_offered_while_they_are_begun(chair: Chair, typed: str, rule: str) -> None:
    assert rule in (await chair.offered("open", "words", typed, closes="in 7 days")).values()


async def test_rounds_are_offered_by_title(chair: Chair) -> None:
    ice, embers = await chair.open(prompt="Ice"), await chair.open(prompt="Embers", opens="tomorrow 9am")
    offered = await chair.offered("edit", "round", "")
    assert set(offered.values()) == {str(ice.id), str(embers.id)}
    assert await chair.offered("edit", "round", "emb") == {
        "Embers · closes Friday 9 January 2026, 09:00 (UTC assumed)": str(embers.id)
    }
    assert list((await chair.offered("close", "round", "")).values()) == [str(ice.id)]


async def test_the_longest_title_fits_a_choice(chair: Chair, world: World) -> None:
    await world.settle(zone_name="America/Argentina/Buenos_Aires")
    opened = await chair.slash("open", closes="in 7 days")
    await chair.fill(opened, title="W" * 100, prompt="Ice")
    await chair.click("Open the round")
    [name] = await chair.offered("show", "round", "ww")
    assert len(name) <= 100
    assert "closes Wednesday 7 January 2026" in name


async def test_a_round_names_who_has_entered_and_leads_to_stories_and_round_up(world: World, chair: Chair) -> None:
    round_ = await world.open_round(hours=1)
    reader = Chair(world, world.reader)
    await world.enter(round_, "Title: Frost [one]\n\nIt was cold.")
    await world.enter(round_, "It was wet.", author=world.other_writer)
    _, frost, rain = world.channel.history()
    named = [
        f"- [Frost (one)]({frost.jump_url}) by <@{world.writer.id}>",
        f"- [Untitled]({rain.jump_url}) by <@{world.other_writer.id}>",
    ]
    for who in (chair, reader):
        await who.slash("show")
        assert who.text.splitlines()[-2:] == named
    await world.env.advance_time(3601)
    await reader.slash("show")
    assert reader.text.splitlines()[-3:] == [f"[The round-up]({world.channel.last_message.jump_url})", *named]


async def test_a_round_with_many_entries_names_as_many_as_there_is_room_for(world: World, chair: Chair) -> None:
    round_ = await world.open_round(prompt="Frost. " * 200, entries_per_member=40)
    for number in range(40):
        await world.write_entry(round_, f"Title: {number} {'[a] ' * 40}\n\nIt was cold.")
    await chair.slash("show")
    *_, last, more = chair.text.splitlines()
    assert last.endswith(f"by <@{world.writer.id}>")
    assert more == f"-# and {40 - chair.text.count('by <@')} more"
