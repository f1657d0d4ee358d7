"""Which prompt is next, and that nobody else gets it."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.dates.clock import Clock
from bot.domain.problem import BankDry, PromptTaken, RefusedError, SetUnknown
from bot.domain.prompts.prompt import Prompt, PromptWording
from bot.domain.prompts.source import Draw, Order, Source
from bot.domain.rounds import request_key, round_wish
from bot.domain.rounds.asked import Asked
from bot.domain.rounds.round_wish import Wish
from bot.domain.rounds.settings import Customs
from bot.services import drawing_prompts, keeping_bank, planning
from bot.storage import prompt_takes
from bot.storage.database import Database
from tests import shelf

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
GUILD = 10
USUAL = round_wish.changed(
    round_wish.usual(NOW, Customs()), Wish(closes="in 7 days"), Clock(NOW, ZoneInfo("UTC"), assumed=True)
)
OURS = Source(falls_back=False)
IN_ORDER = Source(order=Order.ADDED, falls_back=False)


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path) -> Iterator[None]:
    with shelf.with_sets(tmp_path / "prompts", doors=shelf.SHIPPED):
        yield


async def fill(db: Database, *texts: str, set_name: str = "Weather", guild: int = GUILD) -> list[Prompt]:
    return [
        await keeping_bank.add(
            db, Asked(f"{guild} {set_name} {text}", guild, 0, None, NOW), PromptWording(set_name, text), image=None
        )
        for text in texts
    ]


def draw(source: Source = OURS, chance: str = "a", guild: int = GUILD) -> Draw:
    return Draw(guild, source, chance, NOW)


def asked(number: int) -> Asked:
    return Asked(request_key.interaction(number), GUILD, 20, 30, NOW)


async def text_for(db: Database, taker: str, drawn: Draw) -> str | None:
    found = await db.write(drawing_prompts.set_next_aside, taker, drawn)
    return None if found is None else found.text


async def test_the_next_in_order_is_set_aside_for_each_taker(db: Database) -> None:
    await fill(db, "Rain", "Snow", "Hail")
    assert [await text_for(db, taker, draw(IN_ORDER)) for taker in "abab"] == ["Rain", "Snow", "Rain", "Snow"]
    assert [await text_for(db, taker, draw(IN_ORDER)) for taker in "cd"] == ["Hail", None]
    assert await shelf.how_many_left(db, GUILD, IN_ORDER) == 0


async def test_none_is_drawn_twice_while_any_is_left(db: Database) -> None:
    await fill(db, *(f"Prompt {number}" for number in range(12)))
    drawn = [await text_for(db, f"taker {number}", draw(chance=str(number))) for number in range(13)]
    assert drawn.pop() is None
    assert len(set(drawn)) == 12
    assert drawn != [f"Prompt {number}" for number in range(12)], "they came by chance"


async def test_two_takers_at_once_never_get_the_same(db: Database) -> None:
    await fill(db, *(f"Prompt {number}" for number in range(20)))
    found = await asyncio.gather(*(text_for(db, f"taker {number}", draw()) for number in range(20)))
    assert len(set(found)) == 20


async def test_a_set_is_drawn_from_alone(db: Database) -> None:
    await fill(db, "Rain", "Snow")
    await fill(db, "Tea", set_name="Drinks")
    await fill(db, "Elsewhere", guild=11)
    assert await text_for(db, "a", draw(replace(OURS, set_name="Drinks"))) == "Tea"
    assert await text_for(db, "b", draw(replace(OURS, set_name="Drinks"))) is None
    assert await shelf.how_many_left(db, GUILD, OURS) == 2


async def test_shipped_prompts_stand_in_when_the_bank_is_dry(db: Database) -> None:
    await fill(db, "Rain")
    falls_back = replace(IN_ORDER, falls_back=True)
    assert await shelf.how_many_left(db, GUILD, falls_back) == 4
    found = [await text_for(db, taker, draw(falls_back)) for taker in "abcde"]
    assert found == ["Rain", *shelf.SHIPPED, None]
    assert await text_for(db, "of another server", draw(falls_back, guild=11)) == shelf.SHIPPED[0]
    assert [each.text for each in await keeping_bank.every(db, GUILD)] == ["Rain"], "what ships is not the server's own"


async def test_a_shipped_set_can_be_asked_for(db: Database) -> None:
    await fill(db, "Rain")
    doors = Source("Doors", Order.ADDED, falls_back=False)
    assert await shelf.how_many_left(db, GUILD, doors) == 3
    assert [await text_for(db, taker, draw(doors)) for taker in "abcd"] == [*shelf.SHIPPED, None]


async def test_it_can_be_swapped_until_it_goes_back(db: Database) -> None:
    await fill(db, "Rain", "Snow")
    assert await text_for(db, "a", draw(IN_ORDER)) == "Rain"
    swapped = await db.write(drawing_prompts.swap_for, "a", draw(IN_ORDER))
    assert swapped is not None
    assert swapped.text == "Snow"
    assert await text_for(db, "b", draw(IN_ORDER)) == "Rain", "the one that went back"
    alone = await db.write(drawing_prompts.swap_for, "a", draw(IN_ORDER))
    assert alone is not None
    assert alone.text == "Snow", "there is no other"

    assert await db.write(prompt_takes.let_go, "b") is True
    assert await db.write(prompt_takes.let_go, "b") is False
    assert await text_for(db, "c", draw(IN_ORDER)) == "Rain"


async def test_what_was_removed_is_next_for_nobody(db: Database) -> None:
    rain, _ = await fill(db, "Rain", "Snow")
    assert await text_for(db, "a", draw(IN_ORDER)) == "Rain"
    await keeping_bank.remove(db, Asked("remove", GUILD, 0, None, NOW), rain.id)
    assert await text_for(db, "a", draw(IN_ORDER)) == "Snow"


# -- a proposal -----------------------------------------------------------------------------------


async def test_a_drawn_prompt_is_used_with_the_yes_and_not_before(db: Database) -> None:
    rain, snow = await fill(db, "Rain", "Snow")
    proposal = await planning.propose_drawn(db, asked(1), USUAL, "weather")
    assert await planning.propose_drawn(db, asked(1), USUAL, "weather") == proposal
    assert proposal.plan.prompt in ("Rain", "Snow")
    assert await shelf.how_many_left(db, GUILD, OURS) == 2
    other = await planning.redraw(db, asked(2), proposal.id)
    assert {proposal.plan.prompt, other.plan.prompt} == {"Rain", "Snow"}
    assert (await planning.redraw(db, asked(3), other.id)).plan.prompt == proposal.plan.prompt
    round_ = await planning.confirm(db, other.id, NOW)
    used = await keeping_bank.get(db, GUILD, rain.id if other.plan.prompt == "Rain" else snow.id)
    assert used.use is not None
    assert (used.use.round_id, used.use.title, used.use.at) == (round_.id, round_.plan.title, NOW)
    assert await planning.confirm(db, other.id, NOW) == round_, "a second click"
    assert await shelf.how_many_left(db, GUILD, OURS) == 1


async def test_of_two_rounds_with_one_prompt_the_first_has_it(db: Database) -> None:
    await fill(db, "Rain")
    first, second = [await planning.propose_drawn(db, asked(each), USUAL, "Weather") for each in (1, 2)]
    await planning.confirm(db, first.id, NOW)
    with pytest.raises(RefusedError) as refused:
        await planning.confirm(db, second.id, NOW)
    assert refused.value.problems == (PromptTaken(),)
    with pytest.raises(RefusedError) as refused:
        await planning.redraw(db, asked(3), second.id)
    assert refused.value.problems == (BankDry("Weather"),)


async def test_a_proposal_takes_nothing_that_is_set_aside(db: Database) -> None:
    await fill(db, "Rain", "Snow")
    aside = await db.write(drawing_prompts.set_next_aside, "a", draw())
    proposal = await planning.propose_drawn(db, asked(1), USUAL, None)
    assert aside is not None
    assert {aside.text, proposal.plan.prompt} == {"Rain", "Snow"}


async def test_a_set_that_is_not_there_or_empty_is_said(db: Database) -> None:
    for name, problem in (("Nowhere", SetUnknown("Nowhere")), ("Weather", BankDry("Weather"))):
        with pytest.raises(RefusedError) as refused:
            await planning.propose_drawn(db, asked(1), USUAL, name)
        assert refused.value.problems == (problem,)
        [rain] = await fill(db, "Rain")
        await db.write(drawing_prompts.set_next_aside, "a", draw())
        assert rain.set_name == "Weather"
    assert (await planning.propose_drawn(db, asked(2), USUAL, "doors")).plan.prompt in shelf.SHIPPED


async def test_a_round_called_off_before_it_opened_gives_its_prompt_back(db: Database) -> None:
    [rain] = await fill(db, "Rain")
    for number, opens in ((1, NOW + timedelta(days=1)), (2, NOW)):
        plan = replace(USUAL, opens_at=opens)
        proposal = await planning.propose_drawn(db, asked(number), plan, "Weather")
        round_ = await planning.confirm(db, proposal.id, NOW)
        await planning.cancel(db, asked(99), round_.id)
        found = await keeping_bank.get(db, GUILD, rain.id)
        assert (found.use is None) is (opens > NOW)
