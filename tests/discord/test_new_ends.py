"""What moderators see of a changed round, and what members are told of its new end."""

from datetime import timedelta

import pytest

from bot.services import planning
from tests.discord.chair import Chair
from tests.discord.conftest import World, shown
from tests.discord.desk import deliver_again
from tests.discord.test_publishing import texts
from tests.discord.test_reopening import custom_ids

pytestmark = pytest.mark.usefixtures("unticking")

HOUR = timedelta(hours=1)


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


async def test_members_are_told_of_a_new_end_once_and_only_where_it_is_wanted(world: World, chair: Chair) -> None:
    round_ = await world.open_round(hours=24)
    old = int(round_.plan.closes_at.timestamp())
    await chair.slash("extend", closes="2 days")
    assert f"**Closes**: Sunday 4 January 2026, 00:00 (UTC assumed), for you <t:{old + 2 * 86_400}:F>" in chair.text
    assert f"**Instead of**: Friday 2 January 2026, 00:00 (UTC assumed), for you <t:{old}:F>" in chair.text
    await chair.click("Save the change")
    assert len(texts(world)) == 1
    await chair.slash("extend", closes="1 day")
    await chair.click("Save and tell members")
    assert "I am telling members there." in chair.text
    await deliver_again(world)
    await world.restart()
    card, told = world.channel.history()
    assert f"[First frost]({card.jump_url}) closes <t:{old + 3 * 86_400}:F> (<t:{old + 3 * 86_400}:R>)" in shown(told)
    await chair.slash("extend", closes="1 day")
    await chair.click("Save and tell members")
    _, last = world.channel.history()
    assert last.id != told.id, "the new word stands where members look"
    await world.env.advance_time(5 * 86_400)
    assert ["the round-up" in text for text in texts(world)] == [False, True], "the word has had its time"


async def test_a_round_that_is_open_again_says_so_to_members_only_where_it_is_wanted(
    world: World, chair: Chair
) -> None:
    await world.open_round(hours=1)
    await chair.slash("extend", closes="1 hour")
    await chair.click("Save and tell members")
    await world.env.advance_time(3 * 3600)
    await chair.slash("extend", closes="1 day")
    await chair.click("Save the change")
    assert len(texts(world)) == 1, "the earlier word was about the earlier end"
    await chair.slash("extend", closes="1 day")
    await chair.click("Save and tell members")
    assert ["a new end" in text for text in texts(world)] == [False, True]


async def test_a_change_that_was_saved_in_silence_is_not_told_by_a_later_click(world: World, chair: Chair) -> None:
    await world.open_round(hours=1)
    await chair.slash("extend", closes="1 hour")
    telling = next(id_ for id_ in custom_ids(chair.page.response.message) if "telling" in id_)
    await planning.confirm(world.bot.database, int(telling.partition(":")[2]), world.env.now())
    await chair.click("Save and tell members")
    assert "Saved" in chair.text
    assert "telling members" not in chair.text
    assert len(texts(world)) == 1


async def test_a_round_to_come_has_nobody_to_tell(world: World, chair: Chair) -> None:
    now = world.env.now()
    await world.open_round(opens_at=now + HOUR, hours=24)
    await chair.slash("extend", closes="2 days")
    assert chair.buttons == ["Save the change", "Change the text", "Put aside"]


async def test_a_new_rule_says_which_entries_it_leaves_behind(world: World, chair: Chair) -> None:
    round_ = await world.open_round(entries_per_member=2)
    await world.enter(round_, "Title: Frost\n\nIt was very cold.")
    await world.enter(round_, "Title: Thaw\n\nIt was not.")
    await world.enter(round_, "Title: Rain\n\nIt was wet.", author=world.other_writer)
    await chair.fill(await chair.slash("edit", words="3"))
    one, two = f"<@{world.writer.id}>", f"<@{world.other_writer.id}>"
    assert f"**Left behind**: “Frost” by {one} does not keep the new rules. It stays where it stands." in chair.text
    assert chair.text.index("Left behind") < chair.text.index("UTC assumed, since"), "what weighs more comes first"
    await chair.fill(await chair.slash("edit", words="4", entries_each=1))
    said = (
        f"**Left behind**: “Thaw” by {one} and “Rain” by {two} do not keep the new rules. They stay where they stand."
    )
    assert said in chair.text
    await chair.fill(await chair.slash("edit", words="anything"))
    assert "Left behind" not in chair.text
