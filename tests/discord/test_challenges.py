"""`/challenge`, from the first command to the rounds that open by themselves."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.challenges.challenge import Challenge
from bot.domain.prompts.prompt import PromptWording
from bot.domain.rounds.round import Phase
from bot.services import challenging, keeping_bank
from bot.ui.views.press import custom_id
from tests import shelf
from tests.discord.chair import Chair, form
from tests.discord.conftest import World, text_of
from tests.discord.test_forged import send

SHIPPED = tuple(f"Door {number}" for number in range(80))

pytestmark = pytest.mark.usefixtures("unticking")


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path) -> Iterator[None]:
    with shelf.with_sets(tmp_path / "prompts", doors=SHIPPED):
        yield


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


async def ask(chair: Chair, **fields: Any) -> None:
    """`/challenge new` and its form, up to the question whether that is right."""
    opened = await chair.command("challenge new")
    filled = {"name": "Sunday Drabbles", "opens": "every sunday 6pm", "open_for": "until saturday 9pm"}
    await chair.fill(opened, **(filled | fields))


async def start(chair: Chair, **fields: Any) -> Challenge:
    await ask(chair, **fields)
    await chair.click(chair.buttons[0])
    return (await challenges(chair))[-1]


async def challenges(chair: Chair) -> list[Challenge]:
    return list(await challenging.of_guild(chair.world.bot.database, chair.world.guild.id))


async def next_at(world: World) -> None:
    """The clock moves on to just after the next opening."""
    [challenge] = await challenging.of_guild(world.bot.database, world.guild.id)
    assert challenge.calendar is not None
    [upcoming] = challenge.calendar.coming(world.env.now(), 1)
    await world.env.advance_time((upcoming.opens_at - world.env.now()).total_seconds() + 1)


def posted(world: World) -> list[str]:
    """All but the masterlist."""
    return [text for text in map(text_of, world.channel.history()) if ": all rounds" not in text]


# -- setting one up -------------------------------------------------------------------------------


async def test_one_command_and_one_form_set_it_up_and_it_runs(world: World, chair: Chair) -> None:
    await world.settle(zone_name="Europe/Berlin")
    await ask(chair)
    assert chair.buttons == ["Start it", "Change", "More settings", "Put aside"]
    assert "every Sunday at 18:00, open until Saturday at 21:00 (Europe/Berlin)" in chair.text
    windows = [line for line in chair.text.splitlines() if line.startswith("- Sun ")]
    assert len(windows) == 5
    assert windows[0] == "- Sun 4 Jan, 18:00 to Sat 10 Jan, 21:00", "short enough for a phone"
    assert all("18:00 to Sat " in window and window.endswith("21:00") for window in windows)
    assert await challenges(chair) == [], "nothing runs before the yes"

    await chair.click("Start it")
    assert "It runs by itself." in chair.text
    seen = next(line for line in chair.text.splitlines() if line.startswith("**Next prompt**: "))
    assert posted(world) == []

    await next_at(world)
    [round_] = await chair.rounds()
    assert (round_.plan.title, round_.phase(world.env.now())) == ("Sunday Drabbles #1", Phase.OPEN)
    [card] = posted(world)
    assert "Sunday Drabbles #1" in card
    assert seen.removeprefix("**Next prompt**: ") in card, "the prompt that the moderator saw"

    await world.env.advance_time(timedelta(days=8).total_seconds())
    assert [each.plan.title for each in await chair.rounds()] == ["Sunday Drabbles #2", "Sunday Drabbles #1"]
    assert sum("Sunday Drabbles #2" in text for text in posted(world)) == 1


async def test_what_the_form_leaves_unclear_is_asked_back_and_nothing_typed_twice(world: World, chair: Chair) -> None:
    await ask(chair, name=" ", opens="biweekly", open_for="a while", words="some")
    assert "needs a name" in chair.text
    assert chair.text.count("\n") >= 3, "all at once"
    again = await chair.click("Fill it in again")
    assert {key: form(again)[key] for key in ("opens", "open_for", "words")} == {
        "opens": "biweekly",
        "open_for": "a while",
        "words": "some",
    }
    await chair.fill(again, name="Frost", opens="every other friday", open_for="6 days", words="100-200")
    await chair.click("Start it")
    [made] = await challenges(chair)
    assert (made.name, str(made.terms.rule)) == ("Frost", "100-200")
    assert "UTC assumed" in chair.text


async def test_options_fill_the_form_and_set_the_rules(world: World, chair: Chair) -> None:
    elsewhere = world.guild.create_text_channel("elsewhere")
    options = {"name": "Frost", "opens": "daily 9am", "channel": world.channel, "entries_each": 3, "hide_prompt": True}
    opened = chair.keep(await chair.who.slash(elsewhere, "challenge new", **options))
    assert (form(opened)["name"], form(opened)["opens"]) == ("Frost", "daily 9am")
    await chair.fill(opened)
    await chair.click("Start it")
    [made] = await challenges(chair)
    assert (made.terms.entries_per_member, made.terms.under_cut) == (3, True)
    assert elsewhere.id != made.channel_id == world.channel.id


async def test_without_a_calendar_its_rounds_open_by_hand(world: World, chair: Chair) -> None:
    made = await start(chair, name="Now and then", opens="")
    assert (made.calendar, made.runs) == (None, False)
    assert "open its rounds by hand" in chair.text
    assert "Pause" not in chair.buttons
    await chair.command("challenge pause")
    await chair.click("Go on")
    assert "open its rounds by hand" in chair.text


async def test_put_aside_it_never_begins(world: World, chair: Chair) -> None:
    await ask(chair)
    await chair.click("Put aside")
    assert "ended" in await send(world, chair.who, world.channel, custom_id("challenge.agree", 1))
    assert await challenges(chair) == []


# -- running --------------------------------------------------------------------------------------


async def test_swap_leave_out_pause_go_on_and_end(world: World, chair: Chair) -> None:
    made = await start(chair)
    first = await challenging.set_next_prompt_aside(world.bot.database, world.guild.id, made.id, world.env.now())
    await chair.click("Swap the prompt")
    second = await challenging.set_next_prompt_aside(world.bot.database, world.guild.id, made.id, world.env.now())
    assert first is not None
    assert second is not None
    assert first.text != second.text
    assert second.text in chair.text

    assert made.calendar is not None
    [upcoming, *_] = made.calendar.coming(world.env.now())
    await chair.command("challenge skip", date=upcoming.key, word="Happy holidays to you all!")
    assert "~~" in chair.text
    assert chair.text.index("That round is left out") > chair.text.index("**Next prompt**"), "beside the buttons"
    await next_at(world)
    assert await chair.rounds() == []
    [word] = posted(world)
    assert "Happy holidays to you all!" in word

    await chair.command("challenge pause")
    assert "Paused since" in chair.text
    assert "**The next five, once it goes on**" in chair.text
    await next_at(world)
    assert await chair.rounds() == []
    await chair.click("Go on")
    await next_at(world)
    [round_] = await chair.rounds()
    assert round_.plan.prompt == second.text

    await chair.command("challenge end")
    await chair.click("End it")
    assert "Ended" in chair.text
    await world.env.advance_time(timedelta(days=30).total_seconds())
    assert len(await chair.rounds()) == 1
    assert round_.id in {each.id for each in await chair.rounds()}


async def test_a_date_is_left_out_by_a_click_and_held_after_all(world: World, chair: Chair) -> None:
    made = await start(chair)
    assert made.calendar is not None
    [upcoming, *_] = made.calendar.coming(world.env.now())
    for _ in range(2):
        await chair.choose(custom_id("challenge.skip", made.id), upcoming.key)
    assert "after all" in chair.text
    await next_at(world)
    assert len(await chair.rounds()) == 1


async def test_other_dates_wait_for_a_yes_and_touch_no_open_round(world: World, chair: Chair) -> None:
    await start(chair)
    await next_at(world)
    [before] = await chair.rounds()
    await chair.command("challenge edit", opens="every friday 8pm")
    assert chair.buttons[0] == "Go by these dates"
    assert len([line for line in chair.text.splitlines() if line.startswith("- Fri ")]) == 5
    [waiting] = await challenges(chair)
    assert waiting.calendar is not None
    assert waiting.calendar.said == "every sunday 6pm"
    await chair.click("Go by these dates")
    [changed] = await challenges(chair)
    assert changed.calendar is not None
    assert changed.calendar.said == "every friday 8pm"
    assert [each.plan for each in await chair.rounds()] == [before.plan]


async def test_moderators_are_told_what_was_missed_in_one_message(world: World, chair: Chair, notices: Any) -> None:
    await start(chair, opens="daily 9am", open_for="2 hours")
    with world.env.time_context():
        await world.env.bot.close()
    await world.env.advance_time(timedelta(days=14).total_seconds())
    await world.restart()
    await world.wake()
    [told] = [text_of(message) for message in notices.history()]
    assert "14 rounds were over before I could open them" in told
    await world.restart()
    await world.wake()
    assert len(notices.history()) == 1


async def test_a_dry_bank_is_told_of_and_a_new_prompt_opens_the_round(world: World, chair: Chair, notices: Any) -> None:
    made = await start(chair)
    await chair.click("More settings")
    await chair.choose(custom_id("challenge.round_switches", made.id))
    await next_at(world)
    assert await chair.rounds() == []
    dry, waits = [text_of(message) for message in notices.history()]
    assert "no prompt left for a round to come" in dry
    assert "a round waits for a prompt" in waits
    await chair.fill(await chair.command("prompts add"), prompt="Who noticed?")
    [round_] = await chair.rounds()
    assert (round_.plan.prompt, round_.plan.title) == ("Who noticed?", "Sunday Drabbles #1")
    assert len(notices.history()) == 2


async def test_in_its_channel_and_its_threads_a_challenge_is_meant_without_a_name(world: World, chair: Chair) -> None:
    await start(chair, name="Frost")
    await start(chair, name="Embers")
    elsewhere = world.guild.create_text_channel("elsewhere")
    await chair.fill(await chair.command("challenge new", channel=elsewhere), name="Ravens", opens="daily 9am")
    await chair.click("Start it")
    world.env.backend.create_thread(elsewhere.id, "a quiet corner", chair.who.id)
    await world.env.settle()
    for place in (elsewhere, *elsewhere.threads):
        await chair.command("challenge show", channel=place)
        assert "Ravens" in chair.text
    await chair.command("challenge show")
    assert ("Frost" in chair.text, "Embers" in chair.text, "Ravens" in chair.text) == (True, True, False)


async def test_of_two_with_one_name_that_of_the_channel_is_meant_and_one_that_is_over_last(
    world: World, chair: Chair
) -> None:
    first = await start(chair, name="Frost")
    elsewhere = world.guild.create_text_channel("elsewhere")
    await chair.fill(await chair.command("challenge new", channel=elsewhere), name="frost", opens="daily 9am")
    await chair.click("Start it")
    await chair.command("challenge pause", challenge="FROST", channel=elsewhere)
    assert [each.paused_at is None for each in await challenges(chair)] == [True, False]
    third = world.guild.create_text_channel("third")
    await chair.command("challenge pause", challenge="frost", channel=third)
    assert (await challenges(chair))[0].paused_at is None, "it is asked back"
    await challenging.end(world.bot.database, world.asked(), first.id)
    await chair.command("challenge resume", challenge="frost", channel=world.channel)
    assert [each.paused_at for each in await challenges(chair) if each.ended_at is None] == [None]


# -- who may --------------------------------------------------------------------------------------


async def test_members_see_its_dates_and_no_prompt(world: World, chair: Chair) -> None:
    made = await start(chair)
    reader = Chair(world, world.reader)
    await reader.command("challenge show")
    assert "every Sunday" in reader.text
    assert "Next prompt" not in reader.text
    assert reader.buttons == []
    await reader.command("challenge list")
    assert "Sunday Drabbles" in reader.text
    for command in ("pause", "resume", "end", "edit"):
        await reader.command(f"challenge {command}")
        assert "Only moderators" in reader.text
    for route in ("challenge.swap", "challenge.pause", "challenge.end", "challenge.agree"):
        assert "Only moderators" in await send(world, world.reader, world.channel, custom_id(route, made.id))
    assert [each.runs for each in await challenges(chair)] == [True]


async def test_autocomplete_says_how_words_are_understood(world: World, chair: Chair) -> None:
    made = await start(chair)
    offered = await chair.who.autocomplete(world.channel, "challenge new", "opens", "every other fri")
    assert [choice["name"].partition(",")[0] for choice in offered] == ["every other Friday at 00:00"]
    offered = await chair.who.autocomplete(world.channel, "challenge new", "open_for", "")
    assert len(offered) >= 4
    offered = await chair.who.autocomplete(world.channel, "challenge skip", "date", "")
    assert made.calendar is not None
    assert offered[0]["value"] == next(made.calendar.occurrences(world.env.now())).key
    offered = await chair.who.autocomplete(world.channel, "challenge show", "challenge", "sun")
    assert [choice["value"] for choice in offered] == [str(made.id)]


async def test_a_date_is_left_out_by_choosing_it_before_its_challenge_is_named(world: World, chair: Chair) -> None:
    made = await start(chair)
    other = await start(chair, name="Noon Drabbles", opens="daily at noon")
    offered = await chair.who.autocomplete(world.channel, "challenge skip", "date", "")
    assert {choice["name"].partition(" · ")[2] for choice in offered} == {"Sunday Drabbles", "Noon Drabbles"}
    [sunday, *_] = await chair.who.autocomplete(world.channel, "challenge skip", "date", "sunday drabbles")
    await chair.command("challenge skip", date=sunday["value"])
    found = {each.id: len(each.skips) for each in await challenges(chair)}
    assert found == {made.id: 1, other.id: 0}
    await chair.command("challenge skip", date="friday")
    assert "There are several" in chair.text
    await chair.command("challenge skip", date=sunday["value"], challenge="Noon Drabbles")
    assert chair.text.startswith("### Noon Drabbles"), "what was named holds, on the same day"


async def test_its_own_prompts_come_first(world: World, chair: Chair) -> None:
    await keeping_bank.add(world.bot.database, world.asked(), PromptWording("", "Frost"), image=None)
    await start(chair)
    await next_at(world)
    [round_] = await chair.rounds()
    assert round_.plan.prompt == "Frost"


async def test_members_get_the_coming_rounds_as_a_file(world: World, chair: Chair) -> None:
    await start(chair)
    member = Chair(world, world.reader)
    answer = await member.command("challenge calendar")
    assert answer.response is not None
    assert answer.response.ephemeral
    assert "The coming rounds of **Sunday Drabbles**." in member.text
    [file] = answer.response.message.attachments
    assert (file.filename, file.size > 5_000) == ("rounds.ics", True)
    await challenging.pause(world.bot.database, world.asked(), (await challenges(chair))[0].id)
    await member.command("challenge calendar")
    assert "**Sunday Drabbles** has no round to come." in member.text
