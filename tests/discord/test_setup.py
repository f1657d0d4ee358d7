"""What a server settles for all its rounds, and what comes of it."""

from typing import Any

import pytest
from simcord import SetupError

from bot.domain.dates.clock import DateOrder
from bot.domain.header.field import Field
from bot.domain.rounds.settings import Customs
from bot.domain.text import word_rule
from bot.domain.text.conventions import Convention
from bot.services import settling
from tests.discord.chair import Chair, form, lose_channel, manager
from tests.discord.conftest import World, shown
from tests.discord.desk import Desk, post, story

HEART = "♥️"


@pytest.fixture
def chair(world: World) -> Chair:
    return manager(world)


async def customs(world: World) -> Customs:
    return await settling.customs(world.bot.database, world.guild.id)


async def write(chair: Chair, **fields: str) -> None:
    """The one form, as it was filled but for these."""
    await chair.fill(await chair.click("Time zone, emoji, words"), **fields)


# -- asking ---------------------------------------------------------------------------------------


async def test_it_shows_what_holds_where_nothing_was_settled(chair: Chair, world: World) -> None:
    await chair.command("setup")
    assert chair.page.response.ephemeral
    assert "take place where they are opened" in chair.text
    assert "I tell the owner of the server" in chair.text
    assert "**Time zone**: UTC assumed" in chair.text
    assert f"I leave {HEART}" in chair.text
    assert "exactly 100 words (drabble)" in chair.text
    assert await customs(world) == Customs()


async def test_each_choice_is_saved_at_once_and_shown(chair: Chair, world: World) -> None:
    staff, role = world.guild.create_text_channel("staff"), world.guild.roles["Moderators"]
    await chair.command("setup")
    await chair.choose("setup.channel:0", world.channel)
    assert (await customs(world)).channel_id == world.channel.id
    assert f"take place in <#{world.channel.id}>" in chair.text
    assert "For any other I lack *Mention @everyone, @here, and All Roles*." in chair.text
    await chair.choose("setup.moderators:0", role)
    assert f"<@&{role.id}>" in chair.text
    await chair.choose("setup.notices:0", staff)
    assert f"I tell <#{staff.id}>" in chair.text
    await chair.choose("setup.date_order:0", "month")
    await chair.choose("setup.convention:0", "whitespace")
    await chair.choose("setup.fields:0", "pairing", "title")
    await write(chair, zone="new york", emoji="🌟 ♥️", words="100 to 500")
    assert "America/New_York" in chair.text
    assert await customs(world) == Customs(
        channel_id=world.channel.id,
        moderator_role_id=role.id,
        notices_channel_id=staff.id,
        zone_name="America/New_York",
        date_order=DateOrder.MONTH_FIRST,
        feedback=("🌟", HEART),
        convention=Convention.WHITESPACE,
        rule=word_rule.between(100, 500),
        required=(Field.TITLE, Field.PAIRING),
    )


async def test_it_goes_on_after_a_restart_and_can_be_run_again(chair: Chair, world: World) -> None:
    await chair.command("setup")
    await world.restart()
    await chair.choose("setup.channel:0", world.channel)
    opened = await chair.click("Time zone, emoji, words")
    await world.restart()
    await chair.fill(opened, words="221B")
    await chair.command("setup")
    assert f"<#{world.channel.id}>" in chair.text
    assert "the last one starting with b (221B)" in chair.text
    assert form(await chair.click("Time zone, emoji, words"))["words"] == "221B"


async def test_what_is_emptied_is_as_usual_again(chair: Chair, world: World) -> None:
    await world.settle(
        channel_id=world.channel.id,
        moderator_role_id=world.guild.roles["Moderators"].id,
        zone_name="Europe/London",
        feedback=("🌟",),
        rule=word_rule.ANYTHING,
    )
    await chair.command("setup")
    await chair.choose("setup.channel:0")
    await chair.choose("setup.moderators:0")
    await write(chair, zone="", emoji=" ", words="")
    assert await customs(world) == Customs()


async def test_no_field_at_all_may_be_needed(chair: Chair, world: World) -> None:
    await chair.command("setup")
    await chair.choose("setup.fields:0")
    assert (await customs(world)).required == ()


async def test_what_cannot_be_read_is_said_and_the_rest_is_saved(chair: Chair, world: World) -> None:
    await chair.command("setup")
    await write(chair, zone="Narnia", emoji="heart", words="50")
    assert "I know no time zone “Narnia”" in chair.text
    assert "I can't read “heart” as emoji" in chair.text
    assert await customs(world) == Customs(rule=word_rule.exactly(50))
    await write(chair, zone="lisbon", emoji="🌟🌙☀️🔥🎉👏", words="a few")
    assert "6 emoji; I leave up to 5" in chair.text
    assert "I don't understand “a few”" in chair.text
    assert await customs(world) == Customs(rule=word_rule.exactly(50), zone_name="Europe/Lisbon")


async def test_what_cannot_be_read_is_said_where_the_form_was_opened(chair: Chair) -> None:
    await chair.command("setup")
    await write(chair, zone="Narnia", emoji=HEART, words="50")
    everything = chair.text
    assert everything.index("I know no time zone “Narnia”") > everything.index("**Drafts**")


async def test_the_form_opens_with_what_was_typed_until_all_of_it_is_settled(chair: Chair, world: World) -> None:
    typed = {"zone": "Narnia", "emoji": "heart", "words": "50", "drafts": "30 days"}
    label = "Time zone, emoji, words"
    await chair.command("setup")
    await write(chair, **typed)
    opened = await chair.click(label)
    assert form(opened) == typed
    await chair.choose("setup.date_order:0", "month")
    assert form(await chair.click(label)) == typed
    await chair.fill(opened, zone="Lisbon", emoji=HEART)
    assert form(await chair.click(label)) == typed | {"zone": "Europe/Lisbon", "emoji": HEART}
    await write(chair, **typed)
    await chair.command("setup")
    assert form(await chair.click(label))["zone"] == "Europe/Lisbon"


async def test_what_cannot_be_read_is_shown_as_it_was_typed(chair: Chair, world: World) -> None:
    await chair.command("setup")
    await write(chair, zone="||Nar_nia_||" + "x" * 200, emoji="*hearts*", words="50")
    assert r"time zone “\|\|Nar\_nia\_\|\|xxx" in chair.text
    assert "x" * 60 not in chair.text
    assert r"“\*hearts\*”" in chair.text


async def test_a_time_zone_can_be_given_with_the_command(chair: Chair, world: World) -> None:
    offered = await chair.who.autocomplete(world.channel, "setup", "timezone", "new y")
    assert offered[0]["value"] == "America/New_York"
    assert offered[0]["name"] == "America/New_York (19:00 now)"
    ahead, *_ = await chair.who.autocomplete(world.channel, "setup", "timezone", "+2")
    assert ahead == {"name": "UTC+2 (02:00 now)", "value": "Etc/GMT-2"}
    await chair.command("setup", timezone="london")
    assert "**Time zone**: Europe/London" in chair.text
    await chair.command("setup", timezone="Narnia")
    assert "I know no time zone “Narnia”. Name a large city with your time" in chair.text
    assert (await customs(world)).zone_name == "Europe/London"
    await chair.command("setup", timezone="UTC+2")
    assert "**Time zone**: UTC+2" in chair.text
    assert form(await chair.click("Time zone, emoji, words"))["zone"] == "UTC+2"


async def test_a_time_zone_that_may_be_another_is_asked_back(chair: Chair, world: World) -> None:
    await chair.command("setup", timezone="CST")
    assert "“CST” is more than one time zone: `America/Chicago`, `Asia/Shanghai`. Name the one" in chair.text
    await chair.command("setup")
    await write(chair, zone="BST")
    assert "`Europe/London`, `Asia/Dhaka`" in chair.text
    assert (await customs(world)).zone_name is None


async def test_an_older_name_becomes_todays_with_its_summer_and_its_dates(chair: Chair, world: World) -> None:
    await chair.command("setup", timezone="US/Eastern")
    assert (await customs(world)).zone_name == "America/New_York"
    await world.settle(zone_name="EST")  # as it was kept once
    await chair.command("setup")
    assert "**Time zone**: America/New_York" in chair.text
    await chair.propose(closes="3/2 20:00")
    assert "Monday 2 March 2026, 20:00 (America/New_York)" in chair.text


async def test_a_channel_that_was_deleted_is_as_not_chosen(chair: Chair, world: World) -> None:
    await lose_channel(world, "channel_id", "notices_channel_id")
    await chair.command("setup")
    assert "take place where they are opened" in chair.text
    assert "I tell the owner of the server" in chair.text


async def test_it_ends_with_the_check(chair: Chair) -> None:
    await chair.command("setup")
    await chair.click("Done: see if all is well")
    assert "All is well" in chair.text


async def test_it_is_for_those_who_manage_the_server(chair: Chair, world: World) -> None:
    with pytest.raises(SetupError):
        await Chair(world, world.moderator).command("setup")
    await chair.command("setup")
    role = world.guild.roles["Owners"]
    world.env.backend.remove_member_role(world.guild.id, chair.who.id, role.id)
    await world.env.settle()
    page = chair.page
    for doing in (
        lambda: chair.choose("setup.channel:0", world.channel),
        lambda: chair.click("Time zone, emoji, words"),
    ):
        chair.page = page
        await doing()
        assert "*Manage Server*" in chair.text
    assert await customs(world) == Customs()


# -- what comes of it -----------------------------------------------------------------------------


async def test_rounds_are_opened_as_was_settled(chair: Chair, world: World) -> None:
    other = world.guild.create_text_channel("other")
    await world.settle(channel_id=other.id, rule=word_rule.exactly(50), required=(), convention=Convention.WHITESPACE)
    round_ = await chair.open()
    plan = round_.plan
    assert round_.channel_id == other.id
    assert (plan.rule, plan.required, plan.convention) == (word_rule.exactly(50), (), Convention.WHITESPACE)
    assert "exactly 50 words, as word processors count" in shown(other.last_message)
    assert (await chair.open(channel=world.channel)).channel_id == other.id  # where it was asked for does not matter


async def test_an_option_goes_before_what_was_settled(chair: Chair, world: World) -> None:
    other = world.guild.create_text_channel("other")
    await world.settle(channel_id=other.id, rule=word_rule.exactly(50))
    opened = await chair.who.slash(world.channel, "round open", closes="in 7 days", words="100", channel=world.channel)
    await chair.fill(opened, prompt="Ice")
    await chair.click("Open the round")
    round_ = await chair.round()
    assert (round_.channel_id, round_.plan.rule) == (world.channel.id, word_rule.exactly(100))


async def test_a_usual_channel_that_was_deleted_is_none(chair: Chair, world: World) -> None:
    await lose_channel(world, "channel_id")
    assert (await chair.open()).channel_id == world.channel.id


async def test_who_has_the_moderators_role_moderates(world: World) -> None:
    role = world.guild.create_role("Hosts")
    host = Chair(world, world.guild.add_member(world.env.create_user("odile"), roles=[role]))
    await host.slash("open", closes="in 7 days")
    assert "Only moderators" in host.text
    await world.settle(moderator_role_id=role.id)
    await host.open()
    assert len(await host.rounds()) == 1
    writer = Chair(world, world.writer)
    await writer.slash("cancel")
    assert "Only moderators" in writer.text


async def test_everybody_is_no_role_for_moderators(chair: Chair, world: World) -> None:
    await chair.command("setup")
    await chair.choose("setup.moderators:0", world.guild.default_role)
    assert "`@everyone` is everybody here" in chair.text
    assert (await customs(world)).moderator_role_id is None


async def test_a_round_keeps_the_convention_that_it_was_opened_with(chair: Chair, world: World) -> None:
    """A dash between blanks is a word to a word processor alone."""
    text = f"Title: Kettle\n\n{story(99)} -"
    await world.settle(convention=Convention.WHITESPACE, required=(), rule=word_rule.exactly(100))
    round_ = await chair.open()
    await world.settle(convention=Convention.AO3)
    desk = Desk(world, world.writer)
    await desk.submit(text)
    assert "**Words**: 100\n" in desk.text
    assert "Ways of counting: 99 as the Archive of Our Own counts" in desk.text
    await desk.click("Hand in")
    assert "with 100 words" in desk.text
    assert "100 words" in shown(world.channel.last_message)
    await chair.slash("edit", round=str(round_.id))
    await chair.slash("close", round=str(round_.id))
    await chair.click("Close it now")
    assert "100 words" in shown(world.channel.last_message)


async def test_words_are_counted_as_the_server_does(world: World) -> None:
    await world.settle(convention=Convention.WHITESPACE)
    opened = await world.reader.slash(world.channel, "count")
    answer = await world.reader.submit_modal(opened, {"text": "One - two."})
    assert "### 3 words" in shown(answer.response.message)
    desk = Desk(world, world.writer)
    await desk.submit("One - two.")
    assert "**Words**: 3 (2 as the Archive of Our Own counts)" in desk.text
    await desk.drafts()
    assert "3 words" in desk.text


# -- feedback -------------------------------------------------------------------------------------


def emoji_under(message: Any) -> list[str]:
    return [str(reaction.emoji) for reaction in message.reactions]


async def test_a_guilds_own_emoji_are_read_by_their_names(chair: Chair, world: World) -> None:
    quill = world.guild.create_emoji("quill")
    await chair.command("setup")
    await write(chair, emoji=":quill:♥️")
    assert (await customs(world)).feedback == (f"<:quill:{quill.id}>", HEART)
    await write(chair, emoji=":inkpot:")
    assert "I can't read “:inkpot:” as emoji" in chair.text
    await write(chair, emoji="★")
    assert "I can't read “★” as emoji" in chair.text
    assert "signs like ★ are none" in chair.text
    assert (await customs(world)).feedback == (f"<:quill:{quill.id}>", HEART)


async def test_an_emoji_that_the_bot_cannot_use_is_refused(chair: Chair, world: World) -> None:
    elsewhere = world.env.create_guild(name="Elsewhere").create_emoji("feather")
    few, me = world.guild.create_role("Few"), world.env.backend.bot_user
    hidden = world.env.backend.create_emoji(world.guild.id, "secret", me.id, role_ids=[few.id])
    quill = world.guild.create_emoji("quill")
    await chair.command("setup")
    for own in (f"<:feather:{elsewhere.id}>", f"<:secret:{hidden.id}>", "<a:gone:123456789012345678>"):
        await write(chair, zone="lisbon", emoji=f"<:quill:{quill.id}> {own}")
        assert f"I can't count on {own}: another server's, gone" in chair.text
    assert await customs(world) == Customs(zone_name="Europe/Lisbon")
    await write(chair, emoji=f"<:quill:{quill.id}>")
    assert (await customs(world)).feedback == (f"<:quill:{quill.id}>",)


async def test_all_feedback_emoji_stand_under_an_entry_once_and_in_order(world: World) -> None:
    quill = world.guild.create_emoji("quill")
    own = f"<:quill:{quill.id}>"
    await world.settle(feedback=("🌟", own, HEART))
    round_ = await world.open_round()
    await world.enter(round_, post())
    message = world.channel.last_message
    assert emoji_under(message) == ["🌟", own, HEART]
    before = len([entry for entry in world.env.http_requests if "/reactions/" in entry.path])
    await world.restart()
    await world.enter(round_, post())
    assert len([entry for entry in world.env.http_requests if "/reactions/" in entry.path]) - before == 3


async def test_other_emoji_come_to_the_entries_of_an_open_round(world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, post())
    await world.settle(feedback=("🌟", HEART))
    assert emoji_under(world.channel.last_message) == [HEART, "🌟"]


@pytest.mark.parametrize(("status", "code"), [(400, 10014), (404, 10014), (400, 30010)])
async def test_an_emoji_that_discord_does_not_take_stops_nothing(world: World, status: int, code: int) -> None:
    await world.settle(feedback=("<:gone:123456789012345678>", HEART))
    gone = "/channels/*/reactions/gone*"
    world.env.inject_error("PUT", gone, status=status, code=code, times=1)
    round_ = await world.open_round()
    await world.enter(round_, post())
    assert emoji_under(world.channel.last_message) == [HEART]
    asked = len(world.env.http_requests)
    await world.settle(feedback=("<:gone:123456789012345678>", HEART, "🌟"))
    (entry,) = [entry for entry in world.env.http_requests[asked:] if "/reactions/" in entry.path]
    assert "gone" not in entry.path


async def test_an_emoji_that_was_not_allowed_is_left_when_it_is(world: World) -> None:
    world.env.inject_error("PUT", "/channels/*/reactions/*", status=403, code=50013, times=1)
    await world.settle(feedback=("🌟", HEART))
    round_ = await world.open_round()
    await world.enter(round_, post())
    assert emoji_under(world.channel.last_message) == [HEART]
    await world.enter(round_, post())
    for entry in world.channel.history()[-2:]:
        assert sorted(emoji_under(entry)) == sorted([HEART, "🌟"])
