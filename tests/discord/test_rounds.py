"""Opening a round: from the first command to the yes."""

import aiohttp
import discord
import pytest
from discord import app_commands

from bot.domain.header.field import Field
from bot.domain.header.rating import Rating
from bot.domain.prompts import image_file
from bot.domain.rounds.round import Phase
from bot.domain.text import word_rule
from bot.services import finding
from tests.discord.chair import PNG, PROMPT, Chair, forbid, form
from tests.discord.conftest import World, shown
from tests.discord.desk import Desk, deliver_again


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


# -- opening --------------------------------------------------------------------------------------


async def test_a_round_opens_where_nothing_was_ever_configured(chair: Chair, world: World) -> None:
    await chair.propose()
    assert "## A new prompt\nThe first frost came early.\n\nWho noticed?" in chair.text
    assert "**Opens**: at once" in chair.text
    assert "Thursday 8 January 2026, 00:00 (UTC assumed), for you <t:1767830400:F>" in chair.text
    assert "exactly 100 words (drabble)" in chair.text
    assert "title, fandom and rating" in chair.text
    assert "1 entry" in chair.text
    assert "`/setup timezone: Europe/London`" in chair.text
    assert await chair.rounds() == []

    await chair.click("Open the round")

    round_ = await chair.round()
    assert round_.plan.prompt == PROMPT
    assert round_.phase(world.env.now()) is Phase.OPEN
    assert f"is open in <#{world.channel.id}>" in chair.text
    assert chair.buttons == []


async def test_every_answer_is_private(chair: Chair) -> None:
    await chair.propose()
    assert chair.page.response.ephemeral


async def test_every_option_reaches_the_round(chair: Chair, world: World) -> None:
    other = world.guild.create_text_channel("quiet-corner")
    await world.settle(zone_name="Europe/Berlin")
    opened = await chair.slash(
        "open",
        closes="in 3 days",
        words="100-500",
        opens="tomorrow 9am",
        channel=other,
        entries_each=3,
        rating_up_to=Rating.TEEN.value,
        hide_prompt=True,
        count_must_match=True,
    )
    await chair.fill(opened, title="Frost", prompt="Ice on the inside of the window", fields=["pairing", "rating"])
    assert "Friday 2 January 2026, 09:00 (Europe/Berlin)" in chair.text
    assert "Monday 5 January 2026, 09:00 (Europe/Berlin)" in chair.text
    assert "between 100 and 500 words" in chair.text
    assert "up to teen" in chair.text
    assert "3 entries" in chair.text
    assert "has to be right" in chair.text
    assert "Under the cut" in chair.text
    await chair.click("Schedule it")

    round_ = await chair.round()
    plan = round_.plan
    assert (round_.channel_id, plan.title) == (other.id, "Frost")
    assert plan.rule == word_rule.between(100, 500)
    assert plan.required == (Field.PAIRING, Field.RATING)
    assert (plan.entries_per_member, plan.highest) == (3, Rating.TEEN)
    assert (plan.under_cut, plan.count_must_match) == (True, True)
    assert round_.phase(world.env.now()) is Phase.SCHEDULED
    assert "Scheduled" in chair.text


async def test_a_round_is_changed_by_the_same_options_that_open_one(world: World) -> None:
    def options(command: str) -> dict[str, tuple[object, ...]]:
        found = world.bot.tree.get_command("round")
        assert isinstance(found, app_commands.Group)
        asked = found.get_command(command)
        assert isinstance(asked, app_commands.Command)
        return {one.display_name: (one.description, one.choices, one.max_value) for one in asked.parameters}

    opened, edited = options("open"), options("edit")
    alike = opened.keys() - {"closes", "opens", "channel", "prompt", "where", "challenge"}
    assert {"words", "entries_each", "rating_up_to", "hide_prompt", "count_title", "count_must_match"} < alike
    assert edited.keys() == alike | {"closes", "opens", "round", "reason"}
    assert [name for name in alike if opened[name] != edited[name]] == []


async def test_a_title_made_from_the_prompt_does_not_tell_what_is_under_the_cut(chair: Chair) -> None:
    round_ = await chair.open(hide_prompt=True)
    assert "frost" not in round_.plan.title


async def test_a_preview_hides_what_the_card_will_hide(chair: Chair) -> None:
    opened = await chair.slash("open", closes="in 3 days", hide_prompt=True)
    await chair.fill(opened, title="Frost", prompt="Ice on the inside of the window")
    title, prompt, _ = chair.page.response.components
    assert (title["type"], title.get("spoiler", False), prompt["spoiler"]) == (17, False, True)
    assert "Frost" in str(title)
    assert "Ice on" in str(prompt)


async def test_all_that_is_wrong_is_said_at_once(chair: Chair, world: World) -> None:
    await forbid(world, world.channel, send_messages=True)
    answer = await chair.slash("open", closes="when it snows", words="a few", opens="last winter")
    assert answer.modal is None
    for part in ("when it snows", "a few", "last winter", "Send Messages"):
        assert part in chair.text
    assert await chair.rounds() == []


async def test_a_channel_where_the_bot_may_not_post_is_refused_by_its_name(chair: Chair, world: World) -> None:
    closed = world.guild.create_text_channel("archive")
    await forbid(world, closed, send_messages=True, read_message_history=True)
    answer = await chair.slash("open", closes="in 7 days", channel=closed)
    assert answer.modal is None
    assert f"<#{closed.id}>" in chair.text
    assert "Send Messages, Read Message History" in chair.text


async def test_two_clicks_are_one_round(chair: Chair) -> None:
    await chair.propose()
    await chair.click("Open the round")
    await deliver_again(chair.world)
    assert len(await chair.rounds()) == 1


async def test_the_same_form_delivered_twice_is_one_proposal(chair: Chair) -> None:
    await chair.propose()
    await deliver_again(chair.world)
    await chair.click("Open the round")
    assert len(await chair.rounds()) == 1


async def test_the_form_and_the_yes_work_after_a_restart(chair: Chair, world: World) -> None:
    opened = await chair.slash("open", closes="in 7 days", words="pentadrabble")
    await world.restart()
    await chair.fill(opened, prompt=PROMPT)
    await world.restart()
    await chair.click("Open the round")
    assert (await chair.round()).plan.rule == word_rule.exactly(500, "pentadrabble")
    await world.restart()
    await deliver_again(world)
    assert len(await chair.rounds()) == 1


async def test_the_text_can_be_changed_before_the_yes(chair: Chair) -> None:
    await chair.propose()
    opened = await chair.click("Change the text")
    assert form(opened)["prompt"] == PROMPT
    await chair.fill(opened, title="Frost", prompt="Something else altogether")
    assert "Something else altogether" in chair.text
    await chair.click("Open the round")
    assert (await chair.round()).plan.title == "Frost"


async def test_what_was_put_aside_can_be_taken_up_again(chair: Chair) -> None:
    await chair.propose()
    await chair.click("Put aside")
    assert "nothing was posted" in chair.text
    assert await chair.rounds() == []
    opened = await chair.click("Take it up again")
    await chair.fill(opened)
    await chair.click("Open the round")
    assert (await chair.round()).plan.prompt == PROMPT


async def test_a_form_sent_after_the_yes_changes_the_round_it_led_to(chair: Chair) -> None:
    await chair.propose()
    opened = await chair.click("Change the text")
    await chair.click("Open the round")
    await chair.fill(opened, prompt="On second thoughts")
    assert chair.buttons[0] == "Save the change"
    await chair.click("Save the change")
    assert (await chair.round()).plan.prompt == "On second thoughts"


async def test_a_prompt_of_blanks_is_none(chair: Chair) -> None:
    opened = await chair.slash("open", closes="in 7 days")
    await chair.fill(opened, prompt=" \n ")
    assert "The prompt is empty" in chair.text


async def test_two_rounds_in_one_channel(chair: Chair) -> None:
    first, second = await chair.open(prompt="Ice"), await chair.open(prompt="Embers")
    assert first.channel_id == second.channel_id
    assert {round_.plan.title for round_ in await chair.rounds()} == {"Ice", "Embers"}


async def test_dates_that_passed_before_the_yes_are_refused(chair: Chair, world: World) -> None:
    await chair.propose(closes="in 10 minutes")
    asked = chair.page
    await world.env.advance_time(11 * 60)
    await chair.click("Open the round")
    assert "has passed" in chair.text
    assert "`/round open` asks for the dates again" in chair.text
    assert "Who noticed?" in shown(asked.response.message)
    assert not Desk(world, chair.who, chair.page).buttons["Open the round"]
    await chair.fill(await chair.click("Change the text"), prompt="Who was late?")
    assert "`/round open` asks for the dates again" in chair.text
    assert "Who was late?" in chair.text
    assert not Desk(world, chair.who, chair.page).buttons["Open the round"]
    assert await chair.rounds() == []


# -- the picture ----------------------------------------------------------------------------------


def pictures(message: discord.Message) -> list[str | None]:
    """What the pictures of a message are called for those who can't see them."""
    boxes = [each for each in message.components if isinstance(each, discord.Container)]
    galleries = [each for box in boxes for each in box.children if isinstance(each, discord.MediaGalleryComponent)]
    return [item.description for gallery in galleries for item in gallery.items]


async def test_a_picture_is_kept_as_bytes_and_shown(chair: Chair, world: World) -> None:
    opened = await chair.slash("open", closes="in 7 days")
    await chair.fill(opened, prompt="What do you see?", picture=("My Frost!.png", PNG))
    [file] = chair.page.response.attachments
    assert file.filename == "prompt.png"
    assert pictures(chair.page.response.message) == ["The picture to the prompt “What do you see?”"]
    await chair.click("Open the round")
    assert chair.page.response.attachments == []
    assert pictures(world.channel.last_message) == ["The picture to the prompt “What do you see?”"]
    reader = Chair(world, world.reader)
    await reader.slash("show")
    assert len(reader.page.response.attachments) == 1
    image_id = (await chair.round()).plan.image_id
    assert image_id is not None
    assert (await finding.image(world.bot.database, image_id)).data == PNG


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("frost.txt", b"no picture"),
        ("frost.png", b"no picture either"),
        ("frost.png", PNG + b"\0" * image_file.LARGEST),
    ],
)
async def test_a_picture_that_cannot_be_used_loses_no_words(chair: Chair, name: str, data: bytes) -> None:
    opened = await chair.slash("open", closes="in 7 days")
    await chair.fill(opened, prompt=PROMPT, picture=(name, data))
    assert "Who noticed?" in chair.text
    assert chair.text.index(f"I can't use `{name}`") > chair.text.index("**Closes**"), "beside the buttons"
    assert form(await chair.click("Change the text"))["prompt"] == PROMPT


@pytest.mark.parametrize("error", [ConnectionResetError, TimeoutError, aiohttp.ServerDisconnectedError])
async def test_a_picture_that_is_not_handed_over_loses_no_words(
    chair: Chair, world: World, error: type[Exception]
) -> None:
    async def fails(url: str) -> bytes:
        raise error(url)

    world.bot.http.get_from_cdn = fails
    opened = await chair.slash("open", closes="in 7 days")
    await chair.fill(opened, prompt=PROMPT, picture=("frost.png", PNG))
    assert "Discord did not hand `frost.png` over just now" in chair.text
    assert "Who noticed?" in chair.text


async def test_a_picture_needs_the_permission_to_attach_files(chair: Chair, world: World) -> None:
    await forbid(world, world.channel, attach_files=True)
    opened = await chair.slash("open", closes="in 7 days")
    await chair.fill(opened, prompt=PROMPT, picture=("frost.png", PNG))
    assert "Attach Files" in chair.text
