"""Whose entries wait for a moderator: newcomers', those with a listed word, everybody's of a challenge."""

from datetime import timedelta
from typing import Any

from bot.domain.rounds.screening import Review, Screening
from bot.services import settling
from tests.discord.chair import Chair, form, manager
from tests.discord.conftest import World, shown
from tests.discord.desk import Desk, post
from tests.discord.test_masterlists import begin
from tests.discord.test_moderating import edited
from tests.discord.test_review import EVERYBODY, hand_in, titles


async def test_newcomers_wait_and_their_second_entry_does_not(world: World, notices: Any) -> None:
    await world.settle(screening=Screening(Review.NEWCOMERS, timedelta(), timedelta()))
    await world.open_round()
    await hand_in(world)
    assert "it is its writer's first entry here" in shown(notices.last_message)
    await world.moderator.click(notices.last_message, label="Approve")
    await hand_in(world)
    assert len(titles(world.channel.history())) == 2


async def test_new_accounts_and_new_members_wait(world: World, notices: Any) -> None:
    week = timedelta(weeks=1)
    await world.open_round()
    for account, member, why in ((week, timedelta(), "account is new"), (timedelta(), week, "is new here")):
        await world.settle(screening=Screening(Review.NEWCOMERS, account, member, first_entry=False))
        await hand_in(world)
        assert why in shown(notices.last_message)
    await world.env.advance_time(8 * 24 * 3_600)
    await world.settle(screening=Screening(Review.NEWCOMERS, week, week, first_entry=False))
    await world.open_round()
    await hand_in(world)
    assert len(titles(world.channel.history())) == 1


async def test_a_word_on_the_list_lets_an_entry_wait(world: World, notices: Any) -> None:
    await world.settle(screening=Screening(words=("KETTLE  sang", "lamp")))
    await world.open_round()
    await hand_in(world)
    assert "it has “KETTLE sang” in it" in shown(notices.last_message)
    await hand_in(world, text=post().replace("kettle sang", "kettles sang"))
    assert len(titles(world.channel.history())) == 1


async def test_a_preview_promises_no_post_where_a_word_or_a_newcomer_may_wait(world: World, notices: Any) -> None:
    """And does not tell who or which word: writers would go around it."""
    await world.open_round()
    desk, posts = Desk(world, world.writer), f"*Hand in* posts it in <#{world.channel.id}>"
    for screening in (Screening(words=("kettle sang",)), Screening(words=("lamp",)), Screening(Review.NEWCOMERS)):
        await world.settle(screening=screening)
        await desk.submit(post())
        assert f"{posts}, unless the moderators read it first." in desk.text
    await world.settle(screening=Screening(words=("lamp",)))
    await hand_in(world)
    edit = await edited(world, "The Lamp")
    assert "of what your entry says now, unless the moderators read it first; its hearts stay." in edit.text
    await world.settle(screening=Screening(Review.NEWCOMERS))
    edit = await edited(world, "The Ferry")
    assert "of what your entry says now; its hearts stay." in edit.text, "its writer is no newcomer any more"
    await hand_in(world)
    await world.moderator.click(notices.last_message, label="Always approve this writer")
    await desk.submit(post())
    assert f"{posts}." in desk.text


async def test_a_challenge_has_its_own_way(world: World, notices: Any) -> None:
    await world.settle(screening=EVERYBODY)
    chair, challenge = Chair(world, world.moderator), await begin(world)
    await chair.open(challenge=str(challenge.id))
    for who, review, on_show in (
        (world.writer, "at once", 1),
        (world.other_writer, "server", 1),
        (world.reader, "at once", 2),
    ):
        await chair.command("challenge show", challenge=str(challenge.id))
        await chair.click("More settings")
        await chair.click("About its stories")
        await chair.choose(f"challenge.review:{challenge.id}", review)
        await hand_in(world, who)
        assert len(titles(world.channel.history())) == on_show


async def test_the_form_settles_it(world: World) -> None:
    chair = manager(world)
    await chair.command("setup")
    assert "**Entries** appear at once." in chair.text
    opened = await chair.click("Entries that wait")
    await chair.fill(opened, review=["at once"], words="Lamp")
    assert (
        "**Entries** appear at once, but those with the word on your list wait for a moderator. `/queue`" in chair.text
    )
    opened = await chair.click("Entries that wait")
    await chair.fill(opened, review=["everybody"])
    assert "**Entries** wait for a moderator. `/queue`" in chair.text
    opened = await chair.click("Entries that wait")
    await chair.fill(
        opened, review=["newcomers"], account="2 weeks", member="", more=["names"], words="Lamp\n\n  oil  lamp\nLamp"
    )
    assert (
        "**Entries** of newcomers wait for a moderator, and so do those with one of the 2 words on your list"
        in chair.text
    )
    found = await settling.customs(world.bot.database, world.guild.id)
    assert found.screening == Screening(
        Review.NEWCOMERS, timedelta(weeks=2), timedelta(), first_entry=False, words=("Lamp", "oil lamp")
    )
    assert found.names_moderators


async def test_a_length_that_is_none_stands_in_the_form_and_the_rest_is_settled(world: World) -> None:
    chair = manager(world)
    await chair.command("setup")
    await chair.fill(await chair.click("Entries that wait"), review=["everybody"], account="a while", member="3 days")
    assert "“a while”" in chair.text
    assert "**Entries** wait for a moderator." in chair.text
    await chair.fill(await chair.click("Time zone, emoji, words"), zone="Nowhere at all")
    opened = await chair.click("Entries that wait")
    assert form(opened)["account"] == "a while"
    await chair.fill(opened, account="2 weeks")
    assert "a while" not in chair.text
    assert form(await chair.click("Entries that wait"))["account"] == "14 days"
    assert form(await chair.click("Time zone, emoji, words"))["zone"] == "Nowhere at all"
    found = await settling.customs(world.bot.database, world.guild.id)
    assert found.screening.new_member == timedelta(days=3)
