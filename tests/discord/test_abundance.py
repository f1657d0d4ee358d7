"""A server with very much of everything: a look at some of it takes no time for all of it. `slow_steps` watches."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.challenges import calendar_file, written_calendar
from bot.domain.prompts import prompt as prompt_rules
from bot.domain.prompts.source import Source
from bot.domain.rounds import round_wish
from bot.domain.rounds.asked import Asked
from bot.domain.rounds.settings import Customs
from bot.services import challenging, keeping_bank, planning
from bot.storage import prompts
from bot.storage.database import writes
from bot.storage.session import Session
from tests.discord.chair import Chair
from tests.discord.conftest import World
from tests.discord.test_hostile import LONGEST_OPTION

ROUNDS, CHALLENGES = 400, 500
TURN = "\N{LEFT-TO-RIGHT EMBEDDING}" * 20
NAME = f"{TURN}*It* rained_{TURN}"
"""It takes long to make harmless."""
SEARCHES = ("", "rained", "x", "x" * LONGEST_OPTION, "\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}" * LONGEST_OPTION)


@writes
def open_rounds(session: Session, asked: Asked, many: int) -> None:
    usual = round_wish.usual(asked.at, Customs())
    plan = replace(usual, title=NAME, prompt=f"{NAME} " * 10, closes_at=asked.at + timedelta(days=7))
    for number in range(many):
        own = replace(asked, request=f"round {number}")
        planning.open_new(session, planning.keep(session, own, plan, round_id=None, based_on=None), asked.at)


@writes
def begin_challenges(session: Session, asked: Asked, many: int) -> None:
    terms = round_wish.usual(asked.at, Customs())
    calendar = written_calendar.read("last saturday of the month", "6 days", Customs().clock(asked.at))
    for number in range(many):
        own = replace(asked, request=f"challenge {number}")
        new = challenging.challenges.add(
            session,
            own.request,
            guild_id=own.guild_id,
            channel_id=own.channel_id,
            plan_id=challenging.keep(session, own, terms),
            name=NAME,
            proposed=calendar,
            source=Source(),
        )
        challenging.challenges.agree(session, new, asked.at)


@writes
def fill_bank(session: Session, world: World, sets: int) -> None:
    """As many prompts as a server keeps, in so many sets, with letters that take long to compare."""
    names = [f"{NAME} {number}" for number in range(sets)]
    text = "Кто заметил, что выпал снег? " * 40
    rows = [(f"prompt {at}", names[at % sets], f"{text}{at}") for at in range(prompt_rules.MOST)]
    prompts.add_many(session, world.guild.id, rows, world.env.now())


async def test_choices_among_hundreds_of_rounds(world: World) -> None:
    await open_rounds(world.bot.database, world.asked(), ROUNDS)
    for typed in SEARCHES:
        for command in ("round show", "round edit", "submit"):
            offered = await world.moderator.autocomplete(world.channel, command, "round", typed)
            assert len(offered) == (25 if typed in NAME else 0)


async def test_choices_among_hundreds_of_challenges(world: World) -> None:
    await begin_challenges(world.bot.database, world.asked(), CHALLENGES)
    for typed in SEARCHES:
        offered = await world.moderator.autocomplete(world.channel, "challenge show", "challenge", typed)
        assert len(offered) == (25 if typed in NAME else 0)
    chair = Chair(world, world.moderator)
    await chair.command("challenge list")
    assert chair.text.endswith("…")
    await chair.command("challenge show")
    assert "495 more. Say which one in the option `challenge`." in chair.text


async def test_rounds_that_are_years_apart(world: World) -> None:
    """There are thousands of midnights between one and the next."""
    chair = Chair(world, world.moderator)
    await chair.fill(
        await chair.command("challenge new", opens="every 100 months", open_for="until midnight"), name=NAME
    )
    await chair.click("Start it")
    await chair.who.autocomplete(world.channel, "challenge skip", "date", "")
    await chair.command("challenge calendar")
    (file,) = chair.page.response.attachments
    assert (await file.read()).count(b"BEGIN:VEVENT") == calendar_file.AHEAD


@pytest.mark.parametrize("sets", [1, prompt_rules.MOST])
async def test_a_full_bank(world: World, sets: int) -> None:
    await fill_bank(world.bot.database, world, sets)
    chair = Chair(world, world.moderator)
    for typed in SEARCHES:
        for command, option in (("prompts edit", "prompt"), ("prompts add", "set"), ("round open", "prompt")):
            await chair.who.autocomplete(world.channel, command, option, typed)
    await chair.command("prompts list", words="заметил")
    assert f"1 to 8 of {prompt_rules.MOST:,}" in chair.text
    exported = await chair.command("prompts export")
    assert exported.response is not None
    messages = [exported.response, *exported.followups]
    files = [await each.read() for message in messages for each in message.attachments]
    assert sum(file.decode().count("выпал") for file in files) == 40 * prompt_rules.MOST
    assert len(await keeping_bank.every(world.bot.database, world.guild.id)) == prompt_rules.MOST
