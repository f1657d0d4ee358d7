"""Changing a round, ending it, and saying which one is meant."""

import discord
import pytest
from discord import app_commands

from bot.domain.rounds.round import Phase
from bot.domain.text import word_rule
from tests.discord.chair import PNG, PROMPT, Chair, form
from tests.discord.conftest import World, shown
from tests.discord.desk import deliver_again


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


# -- changing -------------------------------------------------------------------------------------


async def test_an_edit_keeps_what_is_left_out(chair: Chair, world: World) -> None:
    before = await chair.open(words="221b", entries_each=2)
    await world.env.advance_time(3600)
    opened = await chair.slash("edit", words="300")
    assert form(opened)["prompt"] == PROMPT
    await chair.fill(opened, prompt="A colder prompt")
    assert "exactly 300 words" in chair.text
    assert chair.buttons[0] == "Save the change"
    assert (await chair.round()).plan == before.plan
    await chair.click("Save the change")

    after = await chair.round()
    assert after.plan.prompt == "A colder prompt"
    assert after.plan.rule == word_rule.exactly(300)
    assert (after.plan.entries_per_member, after.plan.closes_at) == (2, before.plan.closes_at)
    assert after.revision > before.revision
    assert "is changed" in chair.text


async def test_an_edit_keeps_the_picture(chair: Chair) -> None:
    opened = await chair.slash("open", closes="in 7 days")
    await chair.fill(opened, prompt=PROMPT, picture=("frost.png", PNG))
    await chair.click("Open the round")
    before = await chair.round()
    await chair.fill(await chair.slash("edit"), prompt="Other words")
    assert len(chair.page.response.attachments) == 1
    await chair.click("Save the change")
    assert (await chair.round()).plan.image_id == before.plan.image_id


async def test_a_picture_can_be_taken_away(chair: Chair, world: World) -> None:
    opened = await chair.slash("open", closes="in 7 days")
    assert "away" not in form(opened)
    await chair.fill(opened, prompt=PROMPT, picture=("frost.png", PNG))
    await chair.click("Open the round")
    [card] = world.channel.history()
    assert len(card.attachments) == 1
    await chair.fill(await chair.slash("edit"), away=["picture"])
    assert chair.page.response.attachments == []
    await chair.click("Save the change")
    assert (await chair.round()).plan.image_id is None
    [card] = world.channel.history()
    assert card.attachments == []
    assert "Who noticed?" in shown(card)


async def test_a_new_picture_takes_the_place_of_one_that_is_taken_away(chair: Chair) -> None:
    await chair.fill(await chair.slash("open", closes="in 7 days"), prompt=PROMPT, picture=("frost.png", PNG))
    opened = await chair.click("Change the text")
    await chair.fill(opened, away=["picture"], picture=("ice.png", PNG + b"ice"))
    await chair.click("Open the round")
    assert (await chair.round()).plan.image_id == 2


async def test_a_title_made_from_the_prompt_goes_where_the_prompt_goes(chair: Chair) -> None:
    await chair.open(prompt="The butler did it, tell why.", opens="tomorrow 9am")
    assert (await chair.round()).plan.title == "The butler did it, tell why"
    await chair.fill(await chair.slash("edit", hide_prompt=True))
    await chair.click("Save the change")
    assert (await chair.round()).plan.title == "A prompt under the cut"
    await chair.fill(await chair.slash("edit", hide_prompt=False), prompt="Tea at four.")
    await chair.click("Save the change")
    assert (await chair.round()).plan.title == "Tea at four"
    await chair.fill(await chair.slash("edit"), title="A mystery")
    await chair.click("Save the change")
    await chair.fill(await chair.slash("edit"), prompt="Tea at five.")
    await chair.click("Save the change")
    assert (await chair.round()).plan.title == "A mystery"


async def test_the_opening_of_an_open_round_stays(chair: Chair) -> None:
    await chair.open()
    answer = await chair.slash("edit", opens="tomorrow 9am")
    assert answer.modal is None
    assert "only its end can still be moved" in chair.text


async def test_a_scheduled_round_can_be_moved(chair: Chair) -> None:
    before = await chair.open(opens="tomorrow 9am", closes="in 7 days")
    await chair.fill(await chair.slash("edit", opens="in 3 days", closes="5 days"))
    await chair.click("Save the change")
    plan = (await chair.round()).plan
    assert (plan.opens_at - before.plan.opens_at).total_seconds() == (3 * 24 - 33) * 3600
    assert (plan.closes_at - plan.opens_at).days == 5


async def test_a_change_says_since_when_the_round_is_open(chair: Chair, world: World) -> None:
    round_ = await chair.open()
    await world.env.advance_time(3600)
    for command, what in (("edit", {"words": "300"}), ("extend", {"closes": "2 days"})):
        asked = await chair.slash(command, **what)
        if asked.modal is not None:
            await chair.fill(asked)
        assert "**Opened**: " in chair.text
        assert f"for you <t:{int(round_.plan.opens_at.timestamp())}:F>" in chair.text
        assert f"**Channel**: <#{round_.channel_id}>" in chair.text


async def test_a_change_of_a_round_to_come_says_when_it_opens(chair: Chair) -> None:
    await chair.open(opens="tomorrow 9am")
    await chair.slash("extend", closes="2 days")
    assert "**Opens**: " in chair.text
    await chair.fill(await chair.slash("edit", opens="now"))
    assert "**Opens**: at once\n" in chair.text


async def test_closing_ends_the_round_now(chair: Chair, world: World) -> None:
    await chair.open()
    await chair.slash("close")
    assert "It has 0 entries so far" in chair.text
    assert (await chair.round()).phase(world.env.now()) is Phase.OPEN
    asked = chair.page
    await chair.click("Close it now")
    assert (await chair.round()).phase(world.env.now()) is Phase.CLOSED
    assert "closed" in shown(asked.response.message)
    await deliver_again(world)
    assert (await chair.round()).phase(world.env.now()) is Phase.CLOSED


async def test_a_round_to_come_is_not_closed_but_called_off(chair: Chair, world: World) -> None:
    round_ = await chair.open(opens="tomorrow 9am")
    await chair.slash("close", round=str(round_.id))
    assert "`/round cancel`" in chair.text
    await chair.slash("cancel")
    await chair.click("Call it off")
    assert (await chair.round()).phase(world.env.now()) is Phase.CANCELLED
    assert "called off" in chair.text


async def test_a_round_that_is_closed_leads_to_its_round_up(chair: Chair, world: World) -> None:
    round_ = await chair.open(closes="in 1 hour")
    await chair.slash("close")
    asked = chair.page
    await world.env.advance_time(3601)
    round_up = f"discord.com/channels/{world.guild.id}/{world.channel.id}/{world.channel.history()[-1].id}"
    await chair.click("Close it now")
    told = [shown(asked.response.message)]
    await chair.slash("close", round=str(round_.id))
    for each in [*told, chair.text]:
        assert round_up in each
        assert "on the way" not in each
        assert "`/round extend`" in each


@pytest.mark.parametrize("command", ["edit", "cancel"])
async def test_what_is_over_stays_over(chair: Chair, world: World, command: str) -> None:
    round_ = await chair.open(closes="in 1 hour")
    await world.env.advance_time(3601)
    answer = await chair.slash(command, round=round_.plan.title)
    assert answer.modal is None
    assert "This round closed" in chair.text


async def test_a_round_that_closed_before_the_yes_is_not_called_off(chair: Chair, world: World) -> None:
    await chair.open(closes="in 1 hour")
    await chair.slash("cancel")
    await world.env.advance_time(3601)
    await chair.click("Call it off")
    assert (await chair.round()).phase(world.env.now()) is Phase.CLOSED


async def test_the_channel_follows_at_once(chair: Chair, world: World) -> None:
    await chair.open(prompt="Ice")
    [card] = world.channel.history()
    assert "Ice" in shown(card)
    await chair.fill(await chair.slash("edit"), prompt="Embers")
    await chair.click("Save the change")
    [card] = world.channel.history()
    assert "Embers" in shown(card)
    await chair.slash("close")
    await chair.click("Close it now")
    assert len(world.channel.history()) == 2
    await chair.open(prompt="Ashes")
    await chair.slash("cancel")
    await chair.click("Call it off")
    assert "called off" in shown(world.channel.history()[-1])


# -- which round ----------------------------------------------------------------------------------


async def test_where_several_could_be_meant_one_has_to_be_named(chair: Chair) -> None:
    await chair.open(prompt="Ice")
    embers = await chair.open(prompt="Embers")
    await chair.slash("cancel")
    assert "There are several: “Embers” and “Ice”. Say which one in the option `round`." in chair.text
    await chair.slash("cancel", round="embers")
    await chair.click("Call it off")
    assert [round_.id for round_ in await chair.rounds() if round_.cancelled_at] == [embers.id]


async def test_a_number_is_a_round_s_own_before_it_is_a_title(chair: Chair) -> None:
    await chair.open(prompt="2")
    await chair.open(prompt="Embers")
    await chair.slash("show", round="2")
    assert "Embers" in chair.text


async def test_a_part_of_a_title_is_enough_where_no_other_has_it(chair: Chair) -> None:
    await chair.open(prompt="Beta two.")
    await chair.open(prompt="Alpha two.")
    await chair.slash("show", round="beta")
    assert "Beta two." in chair.text
    await chair.slash("show", round="two")
    assert "More than one round has “two” in its title" in chair.text
    opened = await chair.who.slash(chair.world.channel, "submit", round="BETA")
    assert opened.modal["title"] == "Hand in a drabble"
    await chair.open(prompt="Two.")
    await chair.slash("show", round="two")
    assert "## A new prompt\nTwo.\n" in chair.text


async def test_a_round_in_this_channel_is_meant_first(chair: Chair, world: World) -> None:
    other = world.guild.create_text_channel("quiet-corner")
    await chair.open(prompt="Ice")
    await chair.open(prompt="Embers", channel=other)
    await chair.slash("show", channel=other)
    assert "Embers" in chair.text


def described(world: World, command: str, option: str) -> str:
    """What a command of `/round` says of an option."""
    group = world.bot.tree.get_command("round")
    assert isinstance(group, app_commands.Group)
    found = group.get_command(command)
    assert isinstance(found, app_commands.Command)
    return next(str(each.description) for each in found.parameters if each.name == option)


async def test_only_a_new_round_opens_at_once_when_its_opening_is_left_out(world: World) -> None:
    assert "At once when left out" in described(world, "open", "opens")
    assert "left out" not in described(world, "edit", "opens")


async def test_without_any_round_there_is_nothing_to_change(chair: Chair) -> None:
    await chair.slash("close")
    assert "There is no such round here right now" in chair.text


async def test_another_guild_is_out_of_reach(chair: Chair, world: World) -> None:
    round_ = await chair.open()
    guild = world.env.create_guild(name="Elsewhere")
    channel = guild.create_text_channel("writing")
    role = guild.create_role("Moderators", permissions=discord.Permissions(manage_messages=True))
    stranger = Chair(world, guild.add_member(world.env.create_user("brisk"), roles=[role]))
    for command in ("edit", "cancel", "show"):
        for asked in (str(round_.id), round_.plan.title):
            answer = await stranger.slash(command, channel=channel, round=asked)
            assert answer.modal is None
            assert "I know no round" in stranger.text
    offered = await stranger.who.autocomplete(channel, "round show", "round", "")
    assert offered == []
    await stranger.slash("list", channel=channel)
    assert round_.plan.title not in stranger.text


async def test_another_guilds_buttons_are_out_of_reach(chair: Chair, world: World) -> None:
    """Forged clicks: what a button carries does not say whose it is."""
    round_ = await chair.open()
    await chair.propose(prompt="Secret")
    guild = world.env.create_guild(name="Elsewhere")
    channel = guild.create_text_channel("writing")
    role = guild.create_role("Moderators", permissions=discord.Permissions(manage_messages=True))
    stranger = Chair(world, guild.add_member(world.env.create_user("brisk"), roles=[role]))
    await stranger.slash("open", channel=channel, closes="in 7 days")
    await stranger.fill(await stranger.slash("open", channel=channel, closes="in 7 days"), prompt="Mine")
    stored = world.env.backend.get_message(channel.id, stranger.page.response.id)
    for route in ("round.confirm:2", "round.confirm:4", "round.drop:4", "round.close:1", "round.cancel:1"):
        button = stored.components[1]["components"][1]["components"][0]
        button["custom_id"] = route
        await stranger.who.click(stranger.page.response, custom_id=route)
    assert [found.id for found in await chair.rounds()] == [round_.id]
    assert (await chair.round()).phase(world.env.now()) is Phase.OPEN
