"""Changing an entry: its draft, what counts, and what follows in the channel, whatever stops the bot in between."""

from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest

from bot.domain.entries.entry import Entry
from bot.domain.text import word_rule
from bot.services import drafting, editing, finding, looking_back, submitting, withdrawing
from bot.services.submitting import Places
from bot.storage.database import Database
from bot.ui.views.press import custom_id
from tests.discord.conftest import World
from tests.discord.desk import Desk, box, deliver_again, entries, post, story
from tests.discord.kills import killing
from tests.discord.test_kills import LONG, marks
from tests.discord.test_publishing import texts
from tests.discord.test_sight import hide

HEART = "♥️"
HOUR = timedelta(hours=1)
SHORT = "Title: Long\n\nThe rain stopped."
LONGEST = "Title: Long\n\n" + "\n\n".join("The rain went on through the night, and nobody slept." for _ in range(300))
MESSAGES = {SHORT: 1, LONG: 2, LONGEST: 1}


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world, world.writer)


async def edit(desk: Desk, text: str | None = None, **options: Any) -> None:
    """The command, and the new text."""
    desk.keep(await desk.who.slash(desk.world.channel, "entry edit", **options))
    if text is not None:
        await desk.fill(await desk.click("Edit text"), text)


async def only_entry(world: World, round_id: int) -> Entry:
    [entry] = await entries(world, round_id)
    return entry


async def test_an_entry_is_changed_like_a_draft_and_its_card_says_so(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    before = await world.enter(round_, post())
    _, card = world.channel.history()
    await world.reader.react(card, HEART)
    await edit(desk)
    assert "Nobody sees a change before you press *Save the change*" in desk.text
    assert desk.buttons["Save the change"] is False
    opened = await desk.click("Edit text")
    assert box(opened, "text")["value"] == post()
    await desk.fill(opened, post().replace("The Kettle", "The Ferry"))
    assert "Ready to save" in desk.text
    assert "The Kettle" in texts(world)[1]
    await desk.click("Save the change")
    assert "**The Ferry** is changed" in desk.text
    _, card = texts(world)
    assert "### The Ferry" in card
    assert "*edited*" in card
    after = await only_entry(world, round_.id)
    assert (after.id, after.handed_in_at) == (before.id, before.handed_in_at)
    assert (await finding.hearts(world.bot.database, round_.id)).of(after.id) == 1
    assert await world.drafts_of(world.writer.id) == []


async def test_a_form_changes_an_entry_too(world: World, desk: Desk) -> None:
    await world.enter(await world.open_round(), post())
    await edit(desk)
    opened = await desk.click("Fill in a form")
    await desk.who.submit_modal(opened, {"title": "The Ferry", "fandom": "Winter Stories"})
    await desk.drafts()
    await desk.click("Open")
    await desk.click("Save the change")
    assert "### The Ferry" in texts(world)[1]


async def test_a_file_takes_the_place_of_the_text(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    await world.enter(round_, post())
    await edit(desk, file=("new.txt", b"Title: The Ferry\n\nIt left at noon."))
    await desk.click("Save the change")
    assert (await only_entry(world, round_.id)).story == "It left at noon."


async def test_a_file_for_one_of_several_asks_for_which(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    await world.enter(round_, post())
    second = await world.enter(round_, SHORT)
    await edit(desk, file=("new.txt", b"It left at noon."))
    assert "Choose one as **entry**" in desk.text
    offered = await desk.who.autocomplete(world.channel, "entry edit", "entry", "lon")
    assert [choice["value"] for choice in offered] == [str(second.id)]
    await edit(desk, file=("new.txt", b"It left at noon."), entry=offered[0]["value"])
    assert "It left at noon." in desk.text


async def test_a_change_is_judged_before_it_counts(world: World, desk: Desk) -> None:
    round_ = await world.open_round(rule=word_rule.exactly(100), entries_per_member=1)
    await world.enter(round_, post())
    await edit(desk, post(99))
    assert "Not ready yet" in desk.text
    assert desk.buttons["Save the change"] is False
    assert "as many as this round takes" not in desk.text
    assert (await only_entry(world, round_.id)).edited_at is None


async def test_a_change_that_was_begun_goes_on(world: World, desk: Desk) -> None:
    await world.enter(await world.open_round(), post())
    await edit(desk, SHORT)
    other = Desk(world, world.writer)
    await edit(other)
    assert "The rain stopped." in other.text
    assert len(await world.drafts_of(world.writer.id)) == 1
    await other.click("Discard")
    assert "what you handed in is as it was" in other.text
    await edit(other)
    assert "The kettle sang" in other.text


async def test_an_impatient_double_click_saves_once(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    entry = await world.enter(round_, post())
    await edit(desk, SHORT)
    await desk.click("Save the change")
    await deliver_again(world)
    assert "**Long** is changed" in desk.text
    _, versions = await looking_back.history(world.bot.database, entry.id, world.writer.id)
    assert [version.number for version in versions] == [1]


async def test_every_version_is_kept_and_can_be_read(world: World, desk: Desk) -> None:
    entry = await world.enter(await world.open_round(), post())
    for text in (SHORT, "Title: Longer\n\nThe rain stopped at last."):
        await edit(desk, text)
        await desk.click("Save the change")
        await world.env.advance_time(60)
    desk.keep(await desk.who.slash(world.channel, "entry history"))
    assert desk.text.index("**Long**") < desk.text.index("**The Kettle**")
    desk.keep(await desk.who.click(desk.page.response, custom_id=custom_id("entry.version", entry.id, 2)))
    (file,) = desk.page.response.attachments
    assert (await file.read()).decode() == SHORT
    await desk.click("Back")
    assert "what it said before" in desk.text
    desk.keep(await desk.who.slash(world.channel, "entry show"))
    assert "edited" in desk.text
    await desk.click("What it said before")
    assert "**The Kettle**" in desk.text


async def test_the_oldest_of_many_versions_can_be_read(world: World, desk: Desk) -> None:
    await world.enter(await world.open_round(), post())
    for number in range(9):
        await edit(desk, f"Title: Longer {number}\n\nThe rain stopped at last.")
        await desk.click("Save the change")
    desk.keep(await desk.who.slash(world.channel, "entry history"))
    assert "1 to 8 of 9" in desk.text
    assert "The Kettle" not in desk.text
    await desk.click("Older")
    await desk.click("Read")
    assert "**The Kettle**, as it stood from" in desk.text
    await desk.click("Back")
    await desk.click("Older")
    await desk.click("Newer")
    assert "1 to 8 of 9" in desk.text


async def test_what_was_never_changed_says_so(world: World, desk: Desk) -> None:
    await world.enter(await world.open_round(), post())
    desk.keep(await desk.who.slash(world.channel, "entry history"))
    assert "it was never changed" in desk.text


async def test_after_the_close_nothing_is_begun_or_saved(world: World, desk: Desk) -> None:
    round_ = await world.open_round(hours=1)
    entry = await world.enter(round_, post())
    await edit(desk, SHORT)
    await world.env.advance_time(3600)
    await desk.click("Save the change")
    assert "This round closed" in desk.text
    assert "Moderators can allow a change" in desk.text
    assert (await only_entry(world, round_.id)).title == "The Kettle"
    other = Desk(world, world.writer)
    await edit(other, entry=str(entry.id))
    assert "Moderators can allow a change" in other.text


async def test_after_the_close_a_change_takes_a_moderators_yes(world: World, desk: Desk) -> None:
    round_ = await world.open_round(hours=1)
    before = await world.enter(round_, post())
    await world.enter(round_, "Title: Another\n\nThe lamp went out.", author=world.other_writer)
    await edit(desk, SHORT)
    await world.env.advance_time(3600)
    await world.moderator.slash(world.channel, "round allow", member=world.writer, round=str(round_.id))
    await desk.drafts()
    await desk.click("Open")
    await desk.click("Save the change")
    assert "is changed" in desk.text
    first, _ = await entries(world, round_.id)
    assert (first.id, first.title, first.is_late) == (before.id, "Long", False)
    assert "Long" in texts(world)[-1]
    assert "The Kettle" not in texts(world)[-1]
    others = Desk(world, world.other_writer)
    await edit(others)
    assert (
        "After the close, moderators can allow a change (`/round allow`) or take an entry out (`/entry remove`)."
        in others.text
    )


async def test_in_its_grace_a_round_takes_a_change(world: World, desk: Desk) -> None:
    round_ = await world.open_round(hours=1, grace=HOUR, late_for=5 * HOUR)
    await world.enter(round_, post())
    await edit(desk, SHORT)
    await world.env.advance_time(3600 + 60)
    await desk.click("Save the change")
    assert "is changed" in desk.text
    assert not (await only_entry(world, round_.id)).is_late
    await edit(desk, post())
    assert "is changed" not in desk.text
    await world.env.advance_time(3600)
    await desk.click("Save the change")
    assert "This round closed" in desk.text, "what came in time is not changed late"
    late = await world.enter(round_, "Title: Late\n\nThe lamp went out.")
    await edit(desk, "Title: Late\n\nThe lamp went on.", entry=str(late.id))
    await desk.click("Save the change")
    assert "is changed" in desk.text


async def test_who_takes_a_changed_entry_back_has_the_change(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    await world.enter(round_, post())
    await edit(desk, SHORT)
    await desk.click("Save the change")
    desk.keep(await desk.who.slash(world.channel, "entry withdraw"))
    await desk.click("Take it back")
    await desk.click("Open")
    assert "The rain stopped." in desk.text
    await desk.click("Hand in")
    assert [each.title for each in await entries(world, round_.id)] == ["Long"]


async def test_a_change_of_an_entry_taken_back_meanwhile_asks_before_it_is_handed_in(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    entry = await world.enter(round_, post())
    await edit(desk, SHORT)
    await withdrawing.withdraw(world.bot.database, entry.id, world.writer.id, world.env.now())
    await desk.click("Save the change")
    assert "so I did nothing yet" in desk.text
    assert await entries(world, round_.id) == []
    await desk.click("Hand in")
    assert [each.title for each in await entries(world, round_.id)] == ["Long"]


async def test_nobody_changes_what_another_wrote(world: World, desk: Desk) -> None:
    entry = await world.enter(await world.open_round(), post())
    for who in (world.other_writer, world.moderator):
        other = Desk(world, who)
        for command in ("edit", "show", "history"):
            other.keep(await who.slash(world.channel, f"entry {command}", entry=str(entry.id)))
            assert "belongs to somebody else" in other.text


async def test_who_sees_the_round_no_more_changes_nothing_in_it(world: World, desk: Desk) -> None:
    secret = world.guild.create_text_channel("backstage")
    round_ = await world.open_round(channel=secret)
    await world.enter(round_, post())
    await edit(desk, SHORT)
    await hide(world, secret, world.writer)
    await desk.click("Save the change")
    assert "so it stays as it is" in desk.text
    assert "any other open round" not in desk.text
    assert (await only_entry(world, round_.id)).title == "The Kettle"


@pytest.mark.parametrize(("before", "after"), [*permutations((SHORT, LONG, LONGEST), 2)])
async def test_the_post_follows_with_more_or_fewer_messages(world: World, before: str, after: str) -> None:
    round_ = await world.open_round()
    entry = await world.enter(round_, before)
    await world.reader.react(world.channel.last_message, HEART)
    await change(world, entry, after)
    assert len(texts(world)) == 1 + MESSAGES[after]
    assert all("The rain" in text for text in texts(world)[1:])
    assert (await finding.hearts(world.bot.database, round_.id)).of(entry.id) == 1
    await world.restart()
    await world.env.advance_time(60)
    assert (await finding.hearts(world.bot.database, round_.id)).of(entry.id) == 1, "after a comparison, too"


async def rewrite(database: Database, world: World, entry: Entry, text: str) -> None:
    """The same in the rows alone: nobody is told."""
    number = next(world.interactions)
    request, now = f"change {number}", world.env.now()
    draft = await editing.begin(database, entry.id, world.writer.id, request, now)
    attempt = drafting.Attempt(10**18 + number, world.guild.id, world.writer.id, now, text)
    await drafting.retext(database, draft.id, attempt)
    places = Places(in_sight={world.channel.id}, for_adults=set())
    await submitting.submit(database, draft.id, world.writer.id, now, places, writer_name="Ines")


async def change(world: World, entry: Entry, text: str) -> None:
    await rewrite(world.bot.database, world, entry, text)
    await world.wake()


@pytest.mark.parametrize(
    ("before", "after", "back"),
    [(SHORT, LONG, False), (LONG, SHORT, False), (LONG, SHORT, True)],
    ids=["longer", "shorter", "shorter and back"],
)
async def test_a_kill_at_any_step_of_a_change_ends_with_each_message_once(
    world: World, before: str, after: str, *, back: bool
) -> None:
    round_ = await world.open_round()
    entry = await world.enter(round_, before)
    await world.reader.react(world.channel.last_message, HEART)
    await rewrite(world.bot.database, world, entry, after)
    async with killing(world) as kills:
        await world.wake()
    async for killed in kills.each(more_than=6):
        if back:
            database = await Database.open(world.path)
            await rewrite(database, world, entry, before)
            await database.close()
        await world.restart()
        pages, said = marks(world)[1:], before if back else after
        assert len(pages) == len(set(pages)) == MESSAGES[said], killed
        assert "".join(texts(world)[1:]).count("The rain") == said.count("The rain"), killed
        assert (await finding.hearts(world.bot.database, round_.id)).of(entry.id) == 1, killed


async def test_a_story_that_grows_again_has_all_its_pages(world: World) -> None:
    round_ = await world.open_round()
    entry = await world.enter(round_, LONG)
    await change(world, entry, SHORT)
    await change(world, entry, LONG)
    assert len(texts(world)) == 3
    assert "".join(texts(world)[1:]).count("The rain") == LONG.count("The rain")
    _, versions = await looking_back.history(world.bot.database, entry.id, world.writer.id)
    assert [version.entry.story.count("The rain") for version in versions] == [120, 1]


async def test_a_round_up_follows_a_late_change(world: World, desk: Desk) -> None:
    round_ = await world.open_round(hours=1, late_for=5 * HOUR)
    await world.env.advance_time(3600)
    await world.enter(round_, post())
    await edit(desk, SHORT)
    await desk.click("Save the change")
    assert "Long" in texts(world)[-1]
    assert "Kettle" not in texts(world)[-1]


async def test_the_list_tells_where_each_entry_stands(world: World, desk: Desk) -> None:
    desk.keep(await desk.who.slash(world.channel, "entries"))
    assert "You have handed in nothing here yet" in desk.text
    round_ = await world.open_round(entries_per_member=9)
    for number in range(6):
        await world.enter(round_, f"Title: Story {number}\n\n{story(10)}")
    first = (await entries(world, round_.id))[0]
    await world.reader.react(world.channel.history()[1], HEART)
    await withdrawing.withdraw(world.bot.database, first.id, world.writer.id, world.env.now())
    second = world.channel.history()[2]
    world.env.backend.delete_message(world.channel.id, second.id)
    await world.env.settle()
    await world.enter(round_, post(), author=world.other_writer)
    desk.keep(await desk.who.slash(world.channel, "entries"))
    assert "Story 5" in desk.text
    assert "Story 0" not in desk.text
    assert "1 to 5 of 6" in desk.text
    assert "Its post in First frost was deleted" in desk.text
    assert f"**[Story 5](https://discord.com/channels/{world.guild.id}/" in desk.text
    assert "10 words · 0 hearts" in desk.text
    await desk.click("Older")
    assert "You took it back from First frost" in desk.text
    await desk.click("Open")
    await desk.click("Open the draft")
    assert "Story 0" in desk.text


async def test_the_way_from_an_entry_to_its_change_and_back(world: World, desk: Desk) -> None:
    round_ = await world.open_round(hours=1)
    await world.enter(round_, post())
    desk.keep(await desk.who.slash(world.channel, "entry show"))
    await desk.click("Take it back")
    await desk.click("Leave it there")
    desk.keep(await desk.who.slash(world.channel, "entry show"))
    await desk.click("Edit")
    assert "Save the change" in desk.buttons
    await world.env.advance_time(3600)
    desk.keep(await desk.who.slash(world.channel, "entry show"))
    assert list(desk.buttons) == ["Read"]
