"""The right audience: which stories stand where, and what happens when a channel's age setting changes."""

from typing import Any

import discord
import pytest

from bot.domain.header.rating import Rating
from bot.domain.rounds.round import Round
from bot.services import finding
from tests.discord.chair import Chair
from tests.discord.conftest import World, boxes, shown, text_of
from tests.discord.desk import Desk, story
from tests.discord.test_sight import hide, overwrite

FOR_ADULTS = f"Title: Ash\nRating: NC-17\n\n{story(20)}"
HIDDEN = discord.Permissions(view_channel=True).value


def as_the_bot_knows(world: World, channel: Any) -> discord.TextChannel:
    found = world.bot.get_channel(channel.id)
    assert isinstance(found, discord.TextChannel)
    return found


async def restrict(world: World, channel: Any, *, to_adults: bool) -> None:
    """The simulator knows no age settings: this says it where the bot looks, and that it was said."""
    known = as_the_bot_knows(world, channel)
    known.nsfw = to_adults
    with world.env._bot_scope():
        world.bot.dispatch("guild_channel_update", known, known)
    await world.env.settle()


async def restrict_server(world: World, level: discord.NSFWLevel) -> None:
    guild = world.bot.get_guild(world.guild.id)
    assert guild is not None
    guild.nsfw_level = level
    with world.env._bot_scope():
        world.bot.dispatch("guild_update", guild, guild)
    await world.env.settle()


async def round_of(world: World, round_: Round) -> Round:
    return await finding.one_round(world.bot.database, world.guild.id, round_.id)


@pytest.fixture
async def among_adults(world: World) -> Round:
    """A round that is open in a channel for adults."""
    await restrict(world, world.channel, to_adults=True)
    return await world.open_round()


def told(notices: Any) -> list[str]:
    return [text_of(message) for message in notices.history()]


# -- before a story is posted ---------------------------------------------------------------------


async def test_a_refused_rating_names_the_rounds_that_would_take_it(world: World) -> None:
    fit, secret, mild = (world.guild.create_text_channel(name) for name in ("after-dark", "backstage", "dusk"))
    await world.open_round()
    for channel in (fit, secret, mild):
        await restrict(world, channel, to_adults=True)
        await world.open_round(channel=channel, highest=Rating.MATURE if channel is mild else None)
    await hide(world, secret, world.writer)
    desk = Desk(world, world.writer)
    await desk.submit(FOR_ADULTS, round="1")
    assert f"A round in <#{fit.id}> takes it: choose that round instead." in desk.text
    assert str(secret.id) not in desk.text
    assert str(mild.id) not in desk.text
    assert desk.buttons["Hand in"] is False


async def test_where_no_round_would_take_it_the_channels_for_adults_are_named(world: World) -> None:
    fit, secret = (world.guild.create_text_channel(name) for name in ("after-dark", "backstage"))
    for channel in (fit, secret):
        await restrict(world, channel, to_adults=True)
    await hide(world, secret, world.writer)
    await world.open_round()
    desk = Desk(world, world.writer)
    await desk.submit(FOR_ADULTS)
    assert f"Its place is a channel for adults, such as <#{fit.id}>: a moderator can open a round there." in desk.text
    assert str(secret.id) not in desk.text


async def test_where_the_server_has_no_place_for_it_a_moderator_can_make_one(world: World) -> None:
    await world.open_round()
    desk = Desk(world, world.writer)
    await desk.submit(FOR_ADULTS)
    assert "A moderator can make the channel age-restricted in its settings." in desk.text


async def test_a_server_for_adults_takes_it_in_any_channel(world: World) -> None:
    await restrict_server(world, discord.NSFWLevel.age_restricted)
    await world.open_round()
    desk = Desk(world, world.writer)
    await desk.submit(FOR_ADULTS)
    await desk.click("Hand in")
    assert "### Ash" in shown(world.channel.last_message)


# -- while a round is open ------------------------------------------------------------------------


async def test_a_round_pauses_when_its_channel_opens_to_all_ages(
    world: World, notices: Any, among_adults: Round
) -> None:
    await restrict(world, world.channel, to_adults=False)
    assert (await round_of(world, among_adults)).paused == "open to all ages"
    await world.enter(among_adults, "Title: Mild\n\nIt was cold.")
    await restrict(world, world.channel, to_adults=False)
    assert len(world.channel.history()) == 1, "nothing is posted meanwhile"
    (notice,) = told(notices)
    assert "its channel was age-restricted, and is open to all ages now" in notice
    await restrict(world, world.channel, to_adults=True)
    assert "### Mild" in shown(world.channel.last_message)
    assert (await round_of(world, among_adults)).paused is None
    await restrict(world, world.channel, to_adults=False)
    assert len(told(notices)) == 2, "it is another time"


async def test_a_round_pauses_when_its_server_opens_to_all_ages(world: World, notices: Any) -> None:
    await restrict_server(world, discord.NSFWLevel.age_restricted)
    round_ = await world.open_round()
    await restrict_server(world, discord.NSFWLevel.default)
    assert (await round_of(world, round_)).paused == "open to all ages"
    await restrict_server(world, discord.NSFWLevel.age_restricted)
    assert (await round_of(world, round_)).paused is None
    assert len(told(notices)) == 1


async def test_what_changed_while_the_bot_was_away_is_seen_at_its_start(
    world: World, notices: Any, among_adults: Round
) -> None:
    await world.restart()  # which forgets what the simulator does not know
    assert (await round_of(world, among_adults)).paused == "open to all ages"
    await world.restart()
    assert len(told(notices)) == 1


async def test_a_round_goes_on_when_it_takes_nothing_for_adults_any_more(
    world: World, notices: Any, among_adults: Round
) -> None:
    await restrict(world, world.channel, to_adults=False)
    chair = Chair(world, world.moderator)
    await chair.fill(await chair.slash("edit", rating_up_to=Rating.MATURE.value))
    await chair.click(chair.buttons[0])
    assert (await round_of(world, among_adults)).paused is None
    await restrict(world, world.channel, to_adults=True)
    await restrict(world, world.channel, to_adults=False)
    assert (await round_of(world, among_adults)).paused is None
    assert len(told(notices)) == 1


async def test_a_hidden_channel_says_nothing_of_its_age_setting(
    world: World, notices: Any, among_adults: Round
) -> None:
    me = world.env.backend.bot_user
    await overwrite(world, world.channel, me, deny=HIDDEN)
    as_the_bot_knows(world, world.channel).nsfw = False
    await world.wake()
    assert (await round_of(world, among_adults)).paused in (None, "no permission")
    assert not any("open to all ages" in text for text in told(notices))
    await overwrite(world, world.channel, me)
    await restrict(world, world.channel, to_adults=True)
    assert (await round_of(world, among_adults)).paused is None


async def test_a_stricter_setting_and_a_round_that_is_over_pause_nothing(world: World, notices: Any) -> None:
    round_ = await world.open_round(hours=1)
    await restrict(world, world.channel, to_adults=True)
    assert (await round_of(world, round_)).paused is None
    await world.env.advance_time(3_601)
    await restrict(world, world.channel, to_adults=False)
    await world.wake()
    assert (await round_of(world, round_)).paused is None
    assert told(notices) == []


async def test_a_round_that_pauses_still_closes_in_time(world: World, notices: Any) -> None:
    await restrict(world, world.channel, to_adults=True)
    await world.open_round(hours=1)
    await restrict(world, world.channel, to_adults=False)
    await world.env.advance_time(3_601)
    assert "Closed" in shown(world.channel.history()[0])


# -- before the cut -------------------------------------------------------------------------------


async def test_what_a_writer_covered_in_a_header_stays_covered(world: World) -> None:
    await world.enter(
        await world.open_round(),
        f"Title: Ash\nWarnings: a death ||of the *heir*||\nSummary: They meet ||{'and part ' * 400}||\n\n{story(30)}",
    )
    said = shown(world.channel.last_message)
    assert r"**Warnings**: a death ||of the \*heir\*||" in said
    assert "**Summary**: They meet ||and part" in said
    assert said.count("||") == 4


@pytest.mark.parametrize(
    ("header", "below"),
    [
        ("Warnings: Creator Chose Not To Use Archive Warnings\nSpoilers: the last season", ""),
        ("", "Warnings: Creator Chose Not To Use Archive Warnings\nSpoilers: the last season"),
    ],
)
async def test_warnings_stand_before_the_cut_wherever_their_writer_put_them(
    world: World, header: str, below: str
) -> None:
    await world.open_round()
    desk = Desk(world, world.writer)
    await desk.submit(f"Title: Ash\n{header}\n\n{story(30)}")
    if below:
        edited = await desk.who.click(desk.page.response, label="Edit header")
        desk.keep(await desk.who.submit_modal(edited, {"header": f"Title: Ash\n[below the story]\n{below}"}))
    await desk.click("Hand in")
    post = world.channel.last_message
    before, covered = post.components[:2]
    assert boxes(post)[:2] == [False, True]
    said = "\n".join(part.content for part in before.children)
    assert "**Warnings**: Creator Chose Not To Use Archive Warnings" in said
    assert "**Spoilers**: the last season" in said
    assert all("Warnings" not in part.content for part in covered.children)
