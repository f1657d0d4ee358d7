"""Looks at a round: what is kept of one goes as soon as the next would say something else."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import discord
import pytest

from bot.domain.rounds.round import Round
from bot.services import finding
from bot.storage.database import Database
from bot.ui.views import round_details
from bot.ui.views.round_details import Heard
from tests.discord.chair import PROMPT, Chair, forbid
from tests.discord.conftest import World
from tests.discord.desk import post

MS, DAY = timedelta(milliseconds=1), timedelta(days=1)


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


async def test_a_view_is_kept_while_it_says_the_same(world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, post())
    contents = await finding.contents(world.bot.database, round_)
    noon = world.env.now().replace(second=0)

    def look(hearts: int, now: datetime) -> discord.ui.LayoutView:
        return round_details.in_full(contents, Heard(hearts, round_.plan.opens_at), now, knows_all=False, picture=None)

    assert look(1, noon) is look(1, noon.replace(second=59)), "a stamp has no seconds"
    assert look(2, noon) is not look(1, noon)
    assert look(1, round_.plan.closes_at) is not look(1, noon)


async def test_a_second_look_asks_nothing_of_the_database(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    await world.open_round()
    reader, read, asked = Chair(world, world.reader), Database.read, list[Any]()

    async def noted(database: Database, work: Any, *args: Any, **kwargs: Any) -> Any:
        asked.append(work)
        return await read(database, work, *args, **kwargs)

    await reader.slash("show")
    monkeypatch.setattr(Database, "read", noted)
    await reader.slash("show")
    assert asked == []


def moments(round_: Round) -> Iterator[datetime]:
    """Moments around all at which a look at this round may change, with looks before them in the same minute."""
    dates = [date.at for date in round_.dates] + [round_.cancelled_at or round_.plan.closes_at]
    for at in sorted(dates):
        yield from (at.replace(second=0), at - MS, at, at + MS, at.replace(second=59))


@pytest.mark.parametrize("called_off", [False, True])
@pytest.mark.parametrize("knows_all", [False, True])
async def test_a_kept_look_is_what_a_new_one_would_be(world: World, *, knows_all: bool, called_off: bool) -> None:
    opens = world.env.now().replace(second=30) + DAY
    window: dict[str, Any] = {"opens_at": opens, "closes_at": opens + DAY + timedelta(seconds=10), "late_for": DAY}
    round_ = await world.write_round(**window, prompt_word="frost", reminders=(timedelta(hours=1),))
    contents = replace(await finding.contents(world.bot.database, round_), entries=1)
    if called_off:
        contents = replace(contents, round=replace(round_, cancelled_at=opens + timedelta(hours=2, seconds=7)))
    heard, said = Heard(3, opens - DAY), set[str]()
    for now in moments(contents.round):
        kept = round_details.in_full(contents, heard, now, knows_all=knows_all, picture=None)
        new = round_details.look.__wrapped__(contents, heard, now, knows_all, None)
        assert kept.to_components() == new.to_components(), now
        said.add(str(kept.to_components()))
    assert len(said) > len(contents.round.dates)


async def test_a_look_tells_of_whatever_was_done_meanwhile(chair: Chair, world: World) -> None:
    reader = Chair(world, world.reader)

    async def says(*parts: str) -> None:
        await reader.slash("show")
        assert [part for part in parts if part not in reader.text] == []

    round_ = await world.open_round()
    await says(PROMPT, "**Entries**: 0, with 0 hearts")
    await world.enter(round_, post())
    await says("**Entries**: 1, with 0 hearts", f"by <@{world.writer.id}>")
    await world.reader.react(world.channel.last_message, "♥️")
    await world.env.advance_time(1)
    await says("**Entries**: 1, with 1 heart")
    await chair.fill(await chair.slash("edit", closes="in 3 days"), prompt="Ice")
    await chair.click(chair.buttons[0])
    edited = await chair.round()
    await says("Ice", f"**Closes**: <t:{int(edited.plan.closes_at.timestamp())}:F>")
    await chair.slash("allow", member=world.reader, **{"for": "1 day"})
    await says("**Late pass**: <@")
    reader.keep(await world.reader.click(world.channel.history()[0], label="Remind me"))
    await says("**Your reminder**: <t:")


async def test_a_look_follows_who_may_know_what(chair: Chair, world: World) -> None:
    await chair.open(opens="tomorrow 9am")
    role = world.guild.create_role("Hosts")
    host = Chair(world, world.guild.add_member(world.env.create_user("odile"), roles=[role]))
    await host.slash("show")
    assert PROMPT not in host.text
    await world.settle(moderator_role_id=role.id)
    await host.slash("show")
    assert PROMPT in host.text
    world.env.backend.remove_member_role(world.guild.id, host.who.id, role.id)
    await host.slash("show")
    assert PROMPT not in host.text
    elsewhere = world.guild.create_text_channel("elsewhere")
    await host.slash("show", channel=elsewhere)
    assert "A round to come" in host.text
    await forbid(world, world.channel, view_channel=True)
    await host.slash("show", channel=elsewhere)
    assert "no such round" in host.text
