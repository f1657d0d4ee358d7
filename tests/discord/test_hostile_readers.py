"""The doors of readers and of reviews under hostile texts; the watchdog sees that no step takes long."""

from typing import Any

import pytest

from bot.domain.moderation.case import LONGEST_REASON
from bot.domain.rounds.screening import Review, Screening
from tests.discord.chair import Chair, form, manager
from tests.discord.conftest import World
from tests.discord.desk import Desk, post
from tests.discord.test_hostile import BOX, LONGEST_OPTION, OPTION, SENTENCE, boxes, run

SOME = ["@", "1.\n", "||a||", "\u200b \n", "\u202e", "a, ", SENTENCE]
CASES = ("Ask for changes", "Refuse", "Spam", "Approve")


async def fill(who: Any, opened: Any, text: str, most: int) -> None:
    """Write the same into all boxes of a form, as much as each takes."""
    if opened.modal is not None:
        fields = [row["component"] for row in opened.modal["components"]]
        lengths = {field["custom_id"]: min(field.get("max_length") or most, most) for field in fields}
        await who.submit_modal(opened, form(opened) | {name: text[: lengths[name]] for name in boxes(opened)})


@pytest.mark.parametrize("unit", SOME)
async def test_what_readers_filter_and_report(world: World, unit: str) -> None:
    await world.enter(await world.open_round(), post())
    await fill(world.reader, await world.reader.slash(world.channel, "filters"), run(unit, BOX), BOX)
    opened = await world.reader.context_menu(world.channel, "Report", world.channel.last_message)
    await fill(world.reader, opened, run(unit, BOX), BOX)
    chair = Chair(world, world.reader)
    await chair.command("read")


@pytest.mark.parametrize("unit", SOME)
async def test_tags_that_are_chosen_and_named(world: World, unit: str) -> None:
    await world.enter(await world.open_round(), post().replace("Winter Stories", run(unit, 1_000).replace("\n", " ")))
    long, typed = run(unit, LONGEST_OPTION), run(unit, OPTION).strip() or "x"
    for option in ("fandom", "characters", "pairing"):
        await world.writer.autocomplete(world.channel, "submit", option, long)
    for option in ("tag", "into"):
        await world.moderator.autocomplete(world.channel, "tags merge", option, long, kind="fandom")
    chair = Chair(world, world.moderator)
    await chair.command("tags list")
    await chair.command("tags merge", kind="fandom", tag=typed, into=typed)
    await chair.command("tags rename", kind="fandom", tag=typed, to=typed)


@pytest.mark.parametrize("unit", SOME)
async def test_words_that_make_entries_wait_and_what_moderators_say(world: World, notices: Any, unit: str) -> None:
    owner = manager(world)
    await owner.command("setup")
    await fill(owner.who, await owner.click("Entries that wait"), run(unit, BOX), BOX)
    await world.settle(screening=Screening(Review.EVERYBODY, words=(run(unit, 60).strip() or "x",)))
    round_, why = await world.open_round(), run(unit, LONGEST_REASON)
    for label in CASES:
        desk = Desk(world, world.writer)
        await desk.submit(f"{post()} {run(unit, 1_000)}")
        await desk.click("Hand in")
        opened = await world.moderator.click(notices.last_message, label=label)
        await fill(world.moderator, opened, why, LONGEST_REASON)
    chair, reason = Chair(world, world.moderator), why.strip() or "x"
    entry = await world.write_entry(round_, post())
    await chair.command("entry remove", entry=str(entry.id), reason=reason)
    await chair.command("member block", member=world.writer, reason=reason)
    await chair.command("log", member=world.writer)
    desk = Desk(world, world.writer)
    await desk.submit(post())
