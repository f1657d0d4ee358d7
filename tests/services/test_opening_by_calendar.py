"""Challenges that run by themselves: a year, weeks away, a dry bank, and any times at which the bot was up."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.challenges import written_calendar
from bot.domain.challenges.calendar import Calendar
from bot.domain.challenges.challenge import Challenge, Skip
from bot.domain.challenges.notice import What
from bot.domain.dates.clock import Clock
from bot.domain.prompts.prompt import PromptWording
from bot.domain.prompts.source import Order, Source
from bot.domain.rounds import round_wish
from bot.domain.rounds.asked import Asked
from bot.domain.rounds.round import Round
from bot.domain.rounds.settings import Customs
from bot.services import challenging, finding, keeping_bank, opening_by_calendar, planning, publishing
from bot.storage.database import Database
from tests import shelf
from tests.services.conftest import new

GUILD = 10
BEGUN = datetime(2026, 1, 7, 12, tzinfo=UTC)
"""A Wednesday."""
BERLIN = ZoneInfo("Europe/Berlin")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ANY = Source()
OURS = Source(order=Order.ADDED, falls_back=False)
NUMBERS = count(1)


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path) -> Iterator[None]:
    with shelf.with_sets(tmp_path / "prompts", doors=tuple(f"Door {number}" for number in range(300))):
        yield


def calendar(said: str = "every sunday 6pm", open_for: str = "6 days", *, at: datetime = BEGUN) -> Calendar:
    return written_calendar.read(said, open_for, Clock(at, BERLIN, assumed=False))


def asked(at: datetime = BEGUN) -> Asked:
    return Asked(f"test {next(NUMBERS)}", GUILD, 20, 30, at)


async def begun(db: Database, when: Calendar | None, source: Source = ANY, *, at: datetime = BEGUN) -> Challenge:
    terms = round_wish.usual(at, Customs())
    made = await challenging.propose(db, asked(at), "Sunday Drabbles", terms=terms, calendar=when, source=source)
    assert not made.runs
    return await challenging.agree(db, asked(at), made.id)


async def up(db: Database, now: datetime) -> None:
    """The bot is up at a moment, and looks at whatever wants it."""
    for challenge_id, _ in (await publishing.agenda(db, now))[0].challenges:
        await opening_by_calendar.look(db, challenge_id, now)


async def up_until(db: Database, since: datetime, until: datetime) -> datetime:
    """The bot is up all the time, and wakes when it said it would. Returns the last moment at which it did."""
    now = since
    while now <= until:
        await up(db, now)
        _, following = await publishing.agenda(db, now)
        if following is None or following > until:
            return now
        now = following
    return now


async def rounds_of(db: Database, challenge: Challenge) -> list[Round]:
    found = await finding.all_rounds(db, GUILD)
    return sorted((each for each in found if each.challenge_id == challenge.id), key=lambda each: each.number or 0)


async def told(db: Database) -> list[tuple[What, int]]:
    """What is told by now: each message, and of how many dates it speaks."""
    found = await opening_by_calendar.untold(db)
    for notice in found:
        await opening_by_calendar.note_telling(db, notice, BEGUN)
        await opening_by_calendar.note_told(db, notice, BEGUN)
    return [(notice.what, len(notice.occurrences)) for notice in found]


async def add(db: Database, *texts: str) -> None:
    for text in texts:
        await keeping_bank.add(
            db, Asked(f"{next(NUMBERS)}", GUILD, 0, None, BEGUN), PromptWording("", text), image=None
        )


# -- a year ---------------------------------------------------------------------------------------


async def test_a_year_of_sundays_with_both_changes_of_the_clocks(db: Database) -> None:
    challenge = await begun(db, calendar(open_for="until saturday 9pm"))
    await up_until(db, BEGUN, BEGUN + 365 * DAY)
    made = await rounds_of(db, challenge)
    assert [each.number for each in made] == list(range(1, 53))
    assert [each.plan.title for each in made[:2]] == ["Sunday Drabbles #1", "Sunday Drabbles #2"]
    assert len({each.plan.prompt for each in made}) == 52
    for week, each in enumerate(made):
        opens, closes = each.plan.opens_at.astimezone(BERLIN), each.plan.closes_at.astimezone(BERLIN)
        assert (opens.date(), opens.hour) == (date(2026, 1, 11) + timedelta(weeks=week), 18)
        assert (closes.date(), closes.hour) == (opens.date() + 6 * DAY, 21)
    assert {each.plan.opens_at.hour for each in made} == {16, 17}, "the wall clock counts"
    assert await told(db) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("31st of each month 8pm", ["01-31", "02-29", "03-31", "04-30", "05-31", "06-30"]),
        ("every year on 29 february", ["02-29"]),
        ("every 20 days starting 1 february", ["02-01", "02-21", "03-12", "04-01", "04-21", "05-11", "05-31", "06-20"]),
    ],
)
async def test_days_that_are_not_in_every_month(db: Database, said: str, expected: list[str]) -> None:
    begin = datetime(2028, 1, 20, tzinfo=UTC)
    challenge = await begun(db, calendar(said, "3 days", at=begin), at=begin)
    await up_until(db, begin, datetime(2028, 7, 1, tzinfo=UTC))
    made = [each.plan.opens_at.astimezone(BERLIN) for each in await rounds_of(db, challenge)]
    assert [f"{each:%m-%d}" for each in made] == expected


# -- away -----------------------------------------------------------------------------------------


async def test_after_two_weeks_offline_what_is_still_to_be_written_for_opens(db: Database) -> None:
    challenge = await begun(db, calendar())
    await up_until(db, BEGUN, datetime(2026, 1, 12, tzinfo=UTC))
    back = datetime(2026, 2, 3, 9, tzinfo=UTC)
    for now in (back, back, back + HOUR):
        await up(db, now)
    made = await rounds_of(db, challenge)
    assert [(each.number, each.plan.opens_at.day) for each in made] == [(1, 11), (2, 1)]
    assert made[1].plan.closes_at == datetime(2026, 2, 7, 17, tzinfo=UTC), "as it was promised"
    assert await told(db) == [(What.MISSED, 2)]
    assert await told(db) == []
    assert [each.day for each in await challenging.missed(db, challenge.id)] == [18, 25]


async def test_nothing_that_is_over_ever_opens(db: Database) -> None:
    challenge = await begun(db, calendar("daily 9am", "1 hour"))
    await up(db, BEGUN + 700 * DAY)
    assert await rounds_of(db, challenge) == []
    assert await told(db) == [(What.MISSED, 700)]


async def test_what_may_have_been_told_keeps_its_words(db: Database) -> None:
    """A bot that was killed while it told looks for those words, and tells what came later by itself."""
    await begun(db, calendar("daily 9am", "1 hour"))
    await up(db, BEGUN + 2 * DAY)
    [first] = await opening_by_calendar.untold(db)
    await opening_by_calendar.note_telling(db, first, BEGUN + 2 * DAY)
    await up(db, BEGUN + 5 * DAY)
    again, later = await opening_by_calendar.untold(db)
    assert (again.occurrences, again.told_since) == (first.occurrences, BEGUN + 2 * DAY)
    assert (len(later.occurrences), later.told_since) == (3, None)


# -- prompts --------------------------------------------------------------------------------------


async def test_the_prompt_that_moderators_saw_is_the_one_that_opens(db: Database) -> None:
    await add(db, "Rain", "Snow", "Hail")
    challenge = await begun(db, calendar(), OURS)
    seen = [await challenging.set_next_prompt_aside(db, GUILD, challenge.id, BEGUN) for _ in range(2)]
    assert [each and each.text for each in seen] == ["Rain", "Rain"]
    swapped = await challenging.swap_prompt(db, asked(), challenge.id)
    assert swapped is not None
    assert swapped.text == "Snow"
    await up_until(db, BEGUN, BEGUN + 14 * DAY)
    first, second = await rounds_of(db, challenge)
    assert (first.plan.prompt, second.plan.prompt) == ("Snow", "Rain")
    used = {each.text: each.use and each.use.round_id for each in await keeping_bank.every(db, GUILD)}
    assert used == {"Rain": second.id, "Snow": first.id, "Hail": None}


async def test_a_bank_that_runs_dry_is_told_of_three_days_ahead_and_once(db: Database) -> None:
    await add(db, "Rain")
    challenge = await begun(db, calendar(), OURS)
    second = datetime(2026, 1, 18, 17, tzinfo=UTC)
    await up_until(db, BEGUN, second - 3 * DAY - HOUR)
    assert await told(db) == []
    await up_until(db, second - 3 * DAY - HOUR, second - HOUR)
    assert await told(db) == [(What.DRY, 1)]
    for now in (second, second + HOUR, second + DAY):
        await up(db, now)
    assert await told(db) == [(What.WAITS, 1)]
    await add(db, "Snow")
    await up(db, second + 2 * DAY)
    late = (await rounds_of(db, challenge))[1]
    assert (late.number, late.plan.prompt, late.plan.closes_at) == (2, "Snow", second + 6 * DAY)
    assert late.plan.opens_at == second


async def test_a_round_that_waited_in_vain_is_told_of_once(db: Database) -> None:
    challenge = await begun(db, calendar("daily 9am", "until the next one opens"), OURS)
    await up(db, BEGUN)
    assert await told(db) == [(What.DRY, 1)]
    await up(db, BEGUN + DAY)
    assert await told(db) == [(What.WAITS, 1)]
    await up(db, BEGUN + 2 * DAY)
    assert await told(db) == [(What.WAITS, 1)], "the next one; the first is over, and they know that it waited"
    await add(db, "Rain")
    await up(db, BEGUN + 2 * DAY + HOUR)
    [only] = await rounds_of(db, challenge)
    assert only.plan.opens_at.day == (BEGUN + 2 * DAY).day


async def test_several_rounds_ahead_need_as_many_prompts(db: Database) -> None:
    await add(db, "Rain", "Snow")
    await begun(db, calendar("daily 9am", "1 day"), OURS)
    await up(db, BEGUN)
    [notice] = await opening_by_calendar.untold(db)
    assert (notice.what, notice.opened) == (What.DRY, (datetime(2026, 1, 10, 8, tzinfo=UTC),)), "the third has none"


# -- moderators -----------------------------------------------------------------------------------


async def test_what_is_left_out_does_not_open_and_takes_no_number(db: Database) -> None:
    challenge = await begun(db, calendar())
    assert challenge.calendar is not None
    _, second, third, *_ = challenge.calendar.coming(BEGUN)
    await challenging.leave_out(db, asked(), challenge.id, Skip(second.key, "Happy holidays!"))
    await challenging.leave_out(db, asked(), challenge.id, Skip(third.key, None))
    await challenging.hold_after_all(db, asked(), challenge.id, third.key)
    await up_until(db, BEGUN, third.opens_at)
    made = await rounds_of(db, challenge)
    assert [(each.number, each.plan.opens_at.day) for each in made] == [(1, 11), (2, 25)]
    assert await told(db) == [(What.LEFT_OUT, 1)]


async def test_a_pause_opens_nothing_and_closes_nothing(db: Database) -> None:
    challenge = await begun(db, calendar())
    await up_until(db, BEGUN, datetime(2026, 1, 12, tzinfo=UTC))
    await challenging.pause(db, asked(datetime(2026, 1, 12, tzinfo=UTC)), challenge.id)
    await up_until(db, datetime(2026, 1, 12, tzinfo=UTC), datetime(2026, 1, 20, tzinfo=UTC))
    [only] = await rounds_of(db, challenge)
    assert only.plan.closes_at == datetime(2026, 1, 17, 17, tzinfo=UTC)
    await challenging.resume(db, asked(datetime(2026, 1, 20, tzinfo=UTC)), challenge.id)
    await up_until(db, datetime(2026, 1, 20, tzinfo=UTC), datetime(2026, 1, 26, tzinfo=UTC))
    assert [each.plan.opens_at.day for each in await rounds_of(db, challenge)] == [11, 25], "the 18th was paused"
    await challenging.end(db, asked(datetime(2026, 1, 26, tzinfo=UTC)), challenge.id)
    await up(db, datetime(2026, 3, 1, tzinfo=UTC))
    assert len(await rounds_of(db, challenge)) == 2
    assert await told(db) == []


async def test_another_calendar_touches_no_open_round(db: Database) -> None:
    challenge = await begun(db, calendar())
    monday = datetime(2026, 1, 12, 12, tzinfo=UTC)
    await up_until(db, BEGUN, monday)
    before = await rounds_of(db, challenge)
    fridays = written_calendar.changed(calendar(), Clock(monday, BERLIN, assumed=False), said="fridays 8pm")

    def renamed(old: Challenge) -> Challenge:
        return replace(old, proposed=fridays, name="Friday Drabbles")

    await challenging.change(db, asked(monday), challenge.id, renamed)
    await challenging.agree(db, asked(monday), challenge.id)
    await up_until(db, monday, monday + 7 * DAY)
    first, second = await rounds_of(db, challenge)
    assert [first] == before
    assert (second.plan.title, second.plan.opens_at) == ("Friday Drabbles #2", datetime(2026, 1, 16, 19, tzinfo=UTC))


async def test_a_round_opened_by_hand_takes_the_next_number(db: Database) -> None:
    challenge = await begun(db, None)
    assert not challenge.runs
    plan = replace(challenge.terms, opens_at=BEGUN, closes_at=BEGUN + DAY, prompt="Frost", title="")
    titles: list[str] = []
    for own in ("", "Winter special"):
        kept = await planning.propose(db, asked(), replace(plan, title=own), challenge_id=challenge.id)
        round_ = await planning.confirm(db, kept.id, BEGUN)
        assert await planning.confirm(db, kept.id, BEGUN) == round_
        titles.append(round_.plan.title)
    assert titles == ["Sunday Drabbles #1", "Sunday Drabbles #2: Winter special"]


# -- whatever the times at which the bot was up ---------------------------------------------------

SAID = st.sampled_from(
    ["daily 2:30", "every sunday 6pm", "mon, wed and fri at noon", "1st and 31st", "every 10 days", "daily 9am and 9pm"]
)
OPEN_FOR = st.sampled_from(["1 hour", "3 days", "until the next one opens", "until saturday 9pm", "2 weeks"])
ZONES = st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"])
MOMENTS = st.lists(st.integers(0, 24 * 90), min_size=1, max_size=12).map(sorted)


@given(st.tuples(SAID, OPEN_FOR, ZONES), st.integers(0, 365), MOMENTS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_no_round_is_lost_none_comes_twice_and_none_out_of_order(
    tmp_path: Path, words: tuple[str, str, str], day: int, hours: list[int]
) -> None:
    said, open_for, zone = words
    begin = BEGUN + day * DAY
    when = written_calendar.read(said, open_for, Clock(begin, ZoneInfo(zone), assumed=False))
    moments = [begin + hour * HOUR for hour in hours]
    async with new(tmp_path / f"{next(NUMBERS)}") as db:
        challenge = await begun(db, when, at=begin)
        for now in moments:
            await opening_by_calendar.look(db, challenge.id, now)
            await opening_by_calendar.look(db, challenge.id, now)
        held = {each.occurrence: each for each in await rounds_of(db, challenge)}
        missed = set(await challenging.missed(db, challenge.id))
    numbers = [each.number for each in sorted(held.values(), key=lambda each: each.plan.opens_at)]
    assert numbers == list(range(1, len(held) + 1))
    over: set[datetime] = set()
    for occurrence in when.due(moments[-1], begin):
        first_seen = next(now for now in moments if now >= occurrence.opens_at)
        if occurrence.is_over(first_seen):
            over.add(occurrence.opens_at)
            assert occurrence.key not in held
        else:
            plan = held[occurrence.key].plan
            assert (plan.opens_at, plan.closes_at) == (occurrence.opens_at, occurrence.closes_at)
    assert missed == over


async def test_a_swap_needs_another_prompt(db: Database) -> None:
    await add(db, "Rain")
    challenge = await begun(db, calendar(), OURS)
    await challenging.set_next_prompt_aside(db, GUILD, challenge.id, BEGUN)
    kept = await challenging.swap_prompt(db, asked(), challenge.id)
    assert kept is not None
    assert kept.text == "Rain"
    await challenging.end(db, asked(BEGUN), challenge.id)
    assert await shelf.how_many_left(db, GUILD, OURS) == 1, "it went back"
