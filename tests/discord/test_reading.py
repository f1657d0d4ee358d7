"""Reading a round's stories one by one, in private."""

from typing import Any

import discord
import pytest

from bot.domain.rounds.round import Round
from bot.services import withdrawing
from bot.ui.views.press import custom_id
from tests.discord.conftest import World, boxes
from tests.discord.desk import Desk
from tests.discord.test_audience import restrict
from tests.discord.test_forged import send
from tests.discord.test_reading_on import GONE, LONG, PARAGRAPHS
from tests.discord.test_sight import hide

HEART = "♥️"


@pytest.fixture
async def round_(world: World) -> Round:
    """A round with three stories, of which the first two have hearts."""
    found = await world.open_round()
    for title in ("Ash", "Birch", "Cedar"):
        await world.enter(found, f"Title: {title}\nFandom: Woods\n\n{title} stood alone.")
    ash, birch, _ = world.channel.history()[1:]
    for post, readers in ((ash, (world.other_writer, world.moderator)), (birch, (world.moderator,))):
        for reader in readers:
            await reader.react(post, HEART)
    return found


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world, world.reader)


async def press_read(world: World, desk: Desk) -> None:
    """*Read* on the round's card."""
    desk.keep(await desk.who.click(world.channel.history()[0], label="Read"))


async def read(world: World, desk: Desk, **options: str) -> None:
    desk.keep(await desk.who.slash(world.channel, "read", **options))


def title(desk: Desk) -> str:
    return desk.text.splitlines()[0].removeprefix("### ").removeprefix("-# ")


async def test_the_new_and_the_least_loved_come_first(world: World, desk: Desk, round_: Round) -> None:
    await press_read(world, desk)
    assert title(desk) == "Cedar"
    assert "Cedar stood alone." in desk.text
    assert "-# New to you: 3 of 3 stories here." in desk.text
    await desk.click("Next story")
    assert title(desk) == "Birch"
    assert "New to you: 2 of 3" in desk.text
    await desk.click("Previous story")
    assert title(desk) == "Cedar"
    await desk.click("Next story")
    assert title(desk) == "Ash"
    await desk.click("Next story")
    assert "-# You know all 3 stories here." in desk.text
    assert title(desk) == "Birch", "the one that was read longest ago"


async def test_two_stories_that_a_reader_knows_are_both_of_them(world: World, desk: Desk) -> None:
    opened = await world.open_round()
    for name in ("Ash", "Birch"):
        await world.enter(opened, f"Title: {name}\nFandom: Woods\n\n{name} stood alone.")
    await press_read(world, desk)
    await desk.click("Next story")
    await desk.click("Next story")
    assert "-# You know both stories here." in desk.text


async def test_what_was_read_is_remembered_on_every_device_and_after_a_restart(
    world: World, desk: Desk, round_: Round
) -> None:
    await press_read(world, desk)
    await world.restart()
    elsewhere = Desk(world, world.reader)
    await read(world, elsewhere)
    assert title(elsewhere) == "Birch"
    other = Desk(world, world.other_writer)
    await read(world, other)
    assert title(other) == "Cedar"
    assert "New to you: 2 of 3" in other.text, "a story with a heart of theirs is known"


async def test_hearts_go_under_the_post_itself(world: World, desk: Desk, round_: Round) -> None:
    await press_read(world, desk)
    post = world.channel.last_message
    assert f"[the post](https://discord.com/channels/{world.guild.id}/{world.channel.id}/{post.id})" in desk.text


async def test_a_writer_is_not_shown_their_own(world: World, round_: Round) -> None:
    await world.enter(round_, "Title: Dogwood\n\nIt flowered.", author=world.other_writer)
    own = Desk(world, world.writer)
    await read(world, own)
    assert title(own) == "Dogwood"
    assert "New to you: 1 of 1 story here." in own.text
    await read(world, own)
    assert title(own) == "Dogwood"
    assert "You know the one story here." in own.text


async def test_a_round_of_one_story_has_no_other_to_lead_to(world: World, desk: Desk) -> None:
    await world.enter(await world.open_round(), "Title: Rowan\n\nIt stood alone.")
    await read(world, desk)
    assert list(desk.buttons) == ["Plain"]
    await desk.click("Plain")
    await desk.click("Next story")
    assert title(desk) == "Rowan"
    assert list(desk.buttons) == ["Plain"], "the story does not come before itself"


async def test_a_round_without_stories_says_so_and_its_card_has_no_button(world: World, desk: Desk) -> None:
    await world.open_round()
    *_, row = world.channel.last_message.components[-1].children
    assert [button.label for button in row.children] == ["Submit", "Remind me"]
    await read(world, desk)
    assert "for this round yet. `/submit` hands one in." in desk.text
    await world.env.advance_time(25 * 3600)
    await read(world, desk)
    assert desk.text.endswith("for this round.")


async def test_a_round_that_is_over_is_read_too(world: World, desk: Desk, round_: Round) -> None:
    await world.env.advance_time(25 * 3600)
    await press_read(world, desk)
    assert title(desk) == "Cedar"
    await read(world, desk, round="First frost")
    assert title(desk) == "Birch"


async def test_a_long_story_is_turned_page_by_page_and_read_at_its_end(world: World, desk: Desk) -> None:
    await world.enter(await world.open_round(), LONG)
    await press_read(world, desk)
    pages = [desk.text]
    await press_read(world, desk)
    assert "New to you: 1 of 1" in desk.text, "nobody has come to its end"
    while "Next" in desk.buttons:
        await desk.click("Next")
        pages.append(desk.text)
    assert [line for page in pages for line in page.splitlines() if line.startswith("Paragraph")] == PARAGRAPHS
    await press_read(world, desk)
    assert "You know the one story here." in desk.text


@pytest.mark.parametrize("length", [3_820, 3_870, 3_900, 7_700, 7_800])
async def test_a_story_that_just_fits_its_messages_leaves_room_for_the_buttons(
    world: World, desk: Desk, length: int
) -> None:
    story = ("word " * 2_000)[:length]
    await world.enter(await world.open_round(), f"Title: Full\n[story]\n{story}\n[end of story]")
    await press_read(world, desk)
    pages = [desk.text]
    while "Next" in desk.buttons:
        await desk.click("Next")
        pages.append(desk.text)
    assert sum(page.count("word ") for page in pages) >= story.count("word") - len(pages)


# -- plain ----------------------------------------------------------------------------------------

MARKED = """Title: Ash

It is so.

# No heading

**It** was _cold_, ~~and~~ `dark`.

1. Then it snowed \\* a lot @everyone.

She sent <:warm_tea:1204> and <a:wave:7>."""


async def test_plain_is_large_and_without_marks(world: World, desk: Desk) -> None:
    await world.enter(await world.open_round(), MARKED)
    await press_read(world, desk)
    await desk.click("Plain")
    lines = desk.text.splitlines()
    assert lines[:2] == ["### Ash", f"by <@{world.writer.id}>"]
    assert "## No heading" in lines
    assert "## It was cold, and dark." in lines
    assert "## 1. Then it snowed \\* a lot @\u200beveryone." in lines
    assert r"## She sent :warm\_tea: and :wave:." in lines, "a server's own emoji are heard by their names"
    await desk.click("As posted")
    assert "**It** was _cold_" in desk.text


async def test_plain_has_pages_and_the_last_one_counts_as_read(world: World, desk: Desk) -> None:
    await world.enter(await world.open_round(), LONG)
    await press_read(world, desk)
    await desk.click("Plain")
    pages = [desk.text]
    while "Next" in desk.buttons:
        await desk.click("Next")
        pages.append(desk.text)
    said = [line.removeprefix("## ") for page in pages for line in page.splitlines() if line.startswith("## ")]
    assert " ".join(said) == " ".join(PARAGRAPHS)
    await desk.click("Back")
    assert f"-# {len(pages) - 1} of {len(pages)}" in desk.text
    await press_read(world, desk)
    assert "You know the one story here." in desk.text


async def test_plain_begins_where_a_reader_is_and_goes_back_there(world: World, desk: Desk) -> None:
    await world.enter(await world.open_round(), LONG)
    await press_read(world, desk)
    await desk.click("Next")
    await desk.click("Next")
    posted = desk.text
    first = next(line for line in posted.splitlines() if line.startswith("Paragraph"))
    await desk.click("Plain")
    while first not in desk.text:
        assert "Paragraph 0 " not in desk.text
        await desk.click("Next")
    await desk.click("As posted")
    assert desk.text == posted


async def test_the_last_plain_page_has_the_way_to_the_hearts(world: World, desk: Desk) -> None:
    await world.enter(await world.open_round(), LONG)
    await press_read(world, desk)
    await desk.click("Plain")
    assert "Hearts go under" not in desk.text
    while "Next" in desk.buttons:
        await desk.click("Next")
    assert f"Hearts go under [the post]({world.channel.last_message.jump_url})." in desk.text


@pytest.mark.parametrize(
    "story", ["*a\n" * 9_000, "discord.gg/a " * 3_000, "The rain 🌧 went on. " * 2_000, "\u202e*" * 9_000 + "x"]
)
async def test_whatever_a_story_holds_plain_fits(world: World, desk: Desk, story: str) -> None:
    await world.enter(
        await world.open_round(), f"Title: {'*' * 300}\nWarnings: {'*' * 1_300}\n[story]\nIt is so. {story}"
    )
    await press_read(world, desk)
    await desk.click("Plain")
    for _ in range(3):
        assert "## " in desk.text
        await desk.click("Next" if "Next" in desk.buttons else "As posted")


@pytest.mark.parametrize("story", ["Title: Ash\nWarnings: gore\n\nIt fell.", "Title: Ash\n\nAnd then ||it fell||."])
async def test_what_was_covered_stays_covered(world: World, desk: Desk, story: str) -> None:
    await world.enter(await world.open_round(), story)
    await press_read(world, desk)
    await desk.click("Plain")
    assert boxes(desk.page.response.message) == [False, True, False]
    assert "it fell" in desk.text.casefold()


# -- who may read ---------------------------------------------------------------------------------


async def test_a_hidden_round_is_read_by_nobody_else(world: World, desk: Desk) -> None:
    channel = world.guild.create_text_channel("backstage")
    round_ = await world.open_round(channel=channel)
    await world.enter(round_, "Title: Ravens\n\nThey came.")
    await world.reader.send(world.channel, "So that there is a message to click on.")
    await hide(world, channel, world.reader)
    for route, detail in (("round.read", None), ("round.read", 1), ("entry.read", 0), ("entry.plain", 0)):
        assert "They came" not in await send(world, world.reader, world.channel, custom_id(route, 1, detail))
    await read(world, desk)
    assert "They came" not in desk.text
    assert await desk.who.autocomplete(world.channel, "read", "round", "") == []


async def test_stories_for_adults_are_read_among_adults(world: World, desk: Desk) -> None:
    channel = world.guild.create_text_channel("after-dark")
    await restrict(world, channel, to_adults=True)
    round_ = await world.open_round(channel=channel)
    await world.write_entry(round_, "Title: Ash\nRating: NC-17\n\nIt burned.", to_adults=True)
    await world.wake()
    await read(world, desk)
    said = "This round has 1 story for adults, and this channel is open to all ages."
    assert f"{said} Use `/read` in <#{channel.id}>." in desk.text
    await restrict(world, channel, to_adults=False)
    desk.keep(await desk.who.slash(channel, "read"))
    assert f"{said} A moderator can make the channel age-restricted in its settings." in desk.text
    fit, secret = (world.guild.create_text_channel(name) for name in ("dusk", "backstage"))
    for other in (fit, secret):
        await restrict(world, other, to_adults=True)
    await hide(world, secret, world.reader)
    desk.keep(await desk.who.slash(channel, "read"))
    assert f"{said} Use `/read` in <#{fit.id}>." in desk.text
    assert f"You can read it in <#{fit.id}>." in await send(world, desk.who, channel, custom_id("entry.read", 1, 0))
    await restrict(world, channel, to_adults=True)
    await world.write_entry(round_, "Title: Birch\n\nIt stood.")
    await world.wake()
    await read(world, desk)
    assert title(desk) == "Birch"
    assert "1 more can be read in a channel for adults." in desk.text
    desk.keep(await desk.who.slash(channel, "read"))
    assert title(desk) == "Ash"


async def test_the_last_round_of_the_channel_is_meant_though_another_is_open_elsewhere(
    world: World, desk: Desk, round_: Round
) -> None:
    for title_ in ("Alder", "Elm"):
        await world.enter(await world.open_round(hours=36), f"Title: {title_}\n\nIt swayed.")
        await world.env.advance_time(1)
    garden = world.guild.create_text_channel("garden")
    await world.open_round(channel=garden, hours=200)
    await world.env.advance_time(48 * 3_600)
    await read(world, desk)
    assert title(desk) == "Elm"
    desk.keep(await desk.who.slash(world.channel, "round show"))
    assert "Elm" in desk.text
    desk.keep(await desk.who.slash(garden, "read"))
    assert f"Nobody else has a story in <#{garden.id}>" in desk.text


async def test_where_several_rounds_are_open_the_one_of_the_channel_is_meant_or_all_are_named(
    world: World, desk: Desk, round_: Round
) -> None:
    garden, square = (world.guild.create_text_channel(name) for name in ("garden", "square"))
    hidden = world.guild.create_text_channel("backstage")
    await hide(world, hidden, world.reader)
    await world.open_round(channel=hidden, title="Hidden")
    await world.enter(await world.open_round(channel=garden, title="Low tide"), "Title: Alder\n\nIt swayed.")
    desk.keep(await desk.who.slash(garden, "read"))
    assert title(desk) == "Alder"
    desk.keep(await desk.who.slash(square, "read"))
    assert "There are several: “Low tide” and “First frost”. Say which one in the option `round`." in desk.text


async def test_what_went_meanwhile_is_gone(world: World, desk: Desk, round_: Round) -> None:
    await press_read(world, desk)
    assert title(desk) == "Cedar"
    await withdrawing.withdraw(world.bot.database, 3, world.writer.id, world.env.now())
    old = Desk(world, desk.who, desk.page)
    await desk.click("Plain")
    assert GONE in desk.text
    await old.click("Next story")
    assert title(old) == "Birch"
    assert "New to you: 2 of 2" in old.text
    await world.moderator.delete(world.channel.history()[1])
    await old.click("Next story")
    assert title(old) == "Birch"
    assert "You know the one story here." in old.text


async def test_a_story_that_waits_to_be_posted_is_not_read(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50013, times=None)
    await world.enter(round_, "Title: Ash\n\nIt fell.")
    await read(world, desk)
    assert "Nobody else has a story in" in desk.text


@pytest.mark.parametrize("number", [1, 10**6, 2**63 - 1])
async def test_a_page_that_there_is_not_gets_a_plain_answer(world: World, round_: Round, number: int) -> None:
    for route in ("entry.plain", "entry.read"):
        said = await send(world, world.reader, world.channel, custom_id(route, 1, number))
        assert "I can't make out what this was about" in said


async def test_another_server_reads_nothing(world: World, round_: Round) -> None:
    elsewhere = world.env.create_guild(name="The Quill")
    channel = elsewhere.create_text_channel("talk")
    owners = elsewhere.create_role("Owners", permissions=discord.Permissions(manage_guild=True))
    stranger: Any = elsewhere.add_member(world.env.create_user("odile"), roles=[owners])
    for route, detail in (("round.read", None), ("entry.read", 0), ("entry.plain", 0)):
        assert "stood alone" not in await send(world, stranger, channel, custom_id(route, 1, detail))
