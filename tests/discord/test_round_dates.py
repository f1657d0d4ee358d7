"""The dates of rounds: as they are typed, kept, and shown back, in a guild's own time zone."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.dates.clock import DateOrder
from tests.discord.chair import Chair
from tests.discord.conftest import World


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


async def test_dates_are_read_in_the_guilds_time_zone(chair: Chair, world: World) -> None:
    await world.settle(zone_name="Europe/London")
    await chair.propose(closes="friday 8pm")
    assert "Friday 2 January 2026, 20:00 (Europe/London)" in chair.text
    assert "assumed" not in chair.text
    await world.restart()
    await chair.propose(closes="saturday 8pm")
    assert "Saturday 3 January 2026, 20:00 (Europe/London)" in chair.text


@pytest.mark.parametrize(
    ("zone", "order", "shown"),
    [
        ("Europe/London", DateOrder.LOCAL, "Tuesday 3 February 2026, 20:00"),
        ("America/New_York", DateOrder.LOCAL, "Monday 2 March 2026, 20:00"),
        ("Europe/London", DateOrder.MONTH_FIRST, "Monday 2 March 2026, 20:00"),
        ("America/New_York", DateOrder.DAY_FIRST, "Tuesday 3 February 2026, 20:00"),
    ],
)
async def test_day_and_month_come_in_the_order_that_was_settled(
    chair: Chair, world: World, zone: str, order: DateOrder, shown: str
) -> None:
    await world.settle(zone_name=zone, date_order=order)
    await chair.propose(closes="3/2 20:00")
    assert shown in chair.text


async def test_a_date_that_may_be_two_is_asked_back_where_no_zone_says_which(chair: Chair, world: World) -> None:
    await chair.slash("open", closes="12/2")
    assert "may be Thursday 12 February 2026, 23:59 or Wednesday 2 December 2026, 23:59" in chair.text
    assert "Write `2026-02-12` or `2026-12-02`" in chair.text
    assert await chair.offered("open", "closes", "12/2 8pm") == {
        "Thursday 12 February 2026, 20:00 (UTC assumed)": "2026-02-12 20:00",
        "Wednesday 2 December 2026, 20:00 (UTC assumed)": "2026-12-02 20:00",
    }
    await chair.propose(closes="2026-02-12")
    assert "Thursday 12 February 2026, 23:59" in chair.text
    await world.settle(zone_name="UTC", date_order=DateOrder.MONTH_FIRST)
    await chair.propose(closes="12/2")
    assert "Wednesday 2 December 2026, 23:59" in chair.text


@pytest.mark.parametrize(
    ("opens", "closes", "shown", "moment"),
    [
        (
            "2026-03-27 20:00",
            "in 3 days",
            "Monday 30 March 2026, 20:00 (Europe/London)",
            datetime(2026, 3, 30, 19, tzinfo=UTC),
        ),
        (
            "2026-10-24 20:00",
            "in 2 days",
            "Monday 26 October 2026, 20:00 (Europe/London)",
            datetime(2026, 10, 26, 20, tzinfo=UTC),
        ),
    ],
    ids=["spring", "autumn"],
)
async def test_both_changes_of_the_clocks(chair: Chair, opens: str, closes: str, shown: str, moment: datetime) -> None:
    await chair.world.settle(zone_name="Europe/London")
    await chair.propose(opens=opens, closes=closes)
    assert shown in chair.text
    await chair.click("Schedule it")
    round_ = await chair.round()
    assert round_.plan.closes_at == moment
    await chair.slash("show")
    assert f"<t:{int(moment.timestamp())}:F>" in chair.text


async def test_an_extension_counts_from_the_present_end(chair: Chair, world: World) -> None:
    before = await chair.open(closes="in 7 days")
    await world.env.advance_time(24 * 3600)
    await chair.slash("extend", closes="2 days")
    assert "Saturday 10 January 2026, 00:00" in chair.text
    assert (await chair.round()).plan == before.plan
    await chair.click("Save the change")
    assert (await chair.round()).plan.closes_at == before.plan.closes_at + timedelta(days=2)


async def test_an_extension_has_to_end_later(chair: Chair) -> None:
    await chair.open(closes="in 7 days")
    await chair.slash("extend", closes="2026-01-05 20:00")
    assert "would not be later" in chair.text
    assert chair.buttons == []


async def test_an_extension_confirmed_after_the_end_says_that_it_opened_the_round_again(
    chair: Chair, world: World
) -> None:
    before = await chair.open(closes="in 1 hour")
    await chair.slash("extend", closes="2 days")
    assert "opens the round again" not in chair.text
    await world.env.advance_time(3601)
    await chair.click("Save the change")
    assert "is open again" in chair.text
    assert (await chair.round()).plan.closes_at == before.plan.closes_at + timedelta(days=2)


async def test_a_typed_date_is_offered_as_it_is_understood(chair: Chair, world: World) -> None:
    await world.settle(zone_name="Europe/London")
    offered = await chair.offered("open", "closes", "friday 8pm")
    assert offered == {"Friday 2 January 2026, 20:00 (Europe/London)": "friday 8pm"}


async def test_a_length_is_offered_from_the_opening(chair: Chair) -> None:
    offered = await chair.offered("open", "closes", "in 2 days", opens="2026-02-01 09:00")
    assert offered == {"Tuesday 3 February 2026, 09:00 (UTC assumed)": "in 2 days"}


async def test_a_length_is_offered_at_a_full_hour_beside_the_exact_one(chair: Chair, world: World) -> None:
    await world.env.advance_time(37 * 60 + 21)
    assert await chair.offered("open", "closes", "7 days") == {
        "Thursday 8 January 2026, 00:37 (UTC assumed)": "7 days",
        "Thursday 8 January 2026, 01:00 (UTC assumed)": "2026-01-08 01:00",
    }
    offered = await chair.offered("open", "closes", "")
    assert offered["Thursday 8 January 2026, 01:00 · in 7 days (UTC assumed)"] == "2026-01-08 01:00"
    assert set((await chair.offered("open", "closes", "friday 20:15")).values()) == {"friday 20:15"}


async def test_what_may_be_several_dates_is_offered_as_each(chair: Chair) -> None:
    assert await chair.offered("open", "closes", "next friday 8pm") == {
        "Friday 2 January 2026, 20:00 (UTC assumed)": "2026-01-02 20:00",
        "Friday 9 January 2026, 20:00 (UTC assumed)": "2026-01-09 20:00",
    }
    assert list(await chair.offered("open", "closes", "sunday at 8")) == [
        "Sunday 4 January 2026, 20:00 (UTC assumed)",
        "Sunday 4 January 2026, 08:00 (UTC assumed)",
    ]
    await chair.slash("open", closes="sunday at 8")
    assert "Write `2026-01-04 20:00` or `2026-01-04 08:00`" in chair.text


async def test_a_refusal_has_examples_that_lie_ahead(chair: Chair) -> None:
    await chair.slash("open", closes="when it snows")
    assert "These work: `sunday 8pm`, `in 7 days`, `end of the month`, `11 January 20:00`." in chair.text


async def test_suggestions_stand_where_nothing_was_typed(chair: Chair) -> None:
    offered = await chair.offered("open", "closes", "")
    assert offered["Thursday 8 January 2026, 00:00 · in 7 days (UTC assumed)"] == "in 7 days"
    assert {"friday 8pm", "sunday 23:59"} <= set(offered.values())
    assert set((await chair.offered("open", "closes", "fri")).values()) == {"fri"}
    assert set((await chair.offered("open", "closes", "frid")).values()) == {"friday 8pm"}
    assert await chair.offered("open", "closes", "when it snows") == {}


async def test_an_extension_is_offered_from_the_end(chair: Chair) -> None:
    round_ = await chair.open(closes="in 7 days")
    for named in ({}, {"round": str(round_.id)}):
        offered = await chair.offered("extend", "closes", "2 days", **named)
        assert offered == {"Saturday 10 January 2026, 00:00 (UTC assumed)": "2 days"}


async def test_a_length_has_no_date_while_nobody_knows_whose_end_it_moves(chair: Chair) -> None:
    rounds = [await chair.open(closes="in 7 days", prompt=prompt) for prompt in ("Ice", "Embers")]
    lengths = {"1 day": "1 day", "2 days": "2 days", "1 week": "1 week"}
    assert await chair.offered("extend", "closes", "") == lengths
    assert await chair.offered("extend", "closes", "2 d") == {"2 days": "2 days"}
    assert await chair.offered("extend", "closes", "9 days") == {}
    named = await chair.offered("extend", "closes", "1 day", round=str(rounds[0].id))
    assert named == {"Friday 9 January 2026, 00:00 (UTC assumed)": "1 day"}


async def test_an_opening_is_offered(chair: Chair) -> None:
    assert await chair.offered("open", "opens", "tomorrow 9am") == {
        "Friday 2 January 2026, 09:00 (UTC assumed)": "tomorrow 9am"
    }
