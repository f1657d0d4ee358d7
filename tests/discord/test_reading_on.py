"""A long story: its first page in the channel, and the others just for who reads on."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

import discord
import pytest

from bot.domain.entries.entry import Entry
from bot.domain.entries.reading_turn import Readable, Turn
from bot.domain.header import header as headers
from bot.domain.reading import manuscript
from bot.domain.rounds.posted_message import Spot
from bot.domain.rounds.round import Round
from bot.domain.text import harmless, limits, message_length
from bot.domain.text.conventions import Convention
from bot.services import finding, withdrawing
from bot.services.finding import Posted
from bot.ui.views import entry_card, read_on
from bot.ui.views.press import custom_id
from tests.discord.conftest import World, boxes, shown
from tests.discord.desk import Desk
from tests.discord.test_forged import PLAIN, send
from tests.discord.test_kills import KillSwitch
from tests.discord.test_old_buttons import LOST
from tests.discord.test_posting import STORY, change
from tests.discord.test_restores import back_up, restore
from tests.discord.test_sight import hide
from tests.storage.sqlite_file.test_migrations import REAL

PARAGRAPHS = [f"Paragraph {number} of the long night, and the rain went on." for number in range(240)]
HEADER = "Title: Night\nFandom: Harbour\nBeta: Odile"
LONG = f"{HEADER}\n\n" + "\n\n".join(PARAGRAPHS) + "\n\nA/N: for Ana"
LARGEST = 2**63 - 1
READ = Readable(LARGEST, LARGEST, LARGEST, None, loved=False, for_adults=False)
GONE = "This story is not there any more"


async def post_long(world: World, text: str = LONG, **plan: Any) -> Round:
    round_ = await world.open_round(**plan)
    await world.enter(round_, text)
    return round_


async def reading(world: World) -> Desk:
    """A reader who pressed the button under the story."""
    desk = Desk(world, world.reader)
    desk.keep(await desk.who.click(world.channel.last_message, label="Read on"))
    return desk


async def to_the_end(desk: Desk) -> list[str]:
    """The private pages, one after the other."""
    pages = [desk.text]
    while "Next" in desk.buttons:
        await desk.click("Next")
        pages.append(desk.text)
    return pages


def posted(entry: Entry) -> Posted:
    """It stands at the longest address there is."""
    return Posted(entry, LARGEST, Spot(LARGEST, LARGEST))


async def test_the_first_page_of_a_long_story_stands_alone(world: World) -> None:
    await post_long(world)
    _, post = world.channel.history()
    text = shown(post)
    assert text.startswith("### Night\n")
    assert PARAGRAPHS[0] in text
    assert text.endswith("\n-# 1 of 4")
    assert "for Ana" not in text, "what stands below the story comes after it"
    assert [reaction.emoji for reaction in post.reactions] == ["♥️"]
    await world.wake()
    assert [message.id for message in world.channel.history()][1:] == [post.id]


async def test_a_reader_goes_on_page_by_page_and_misses_nothing(world: World) -> None:
    await post_long(world)
    post = world.channel.last_message
    desk = await reading(world)
    pages = [shown(post), *await to_the_end(desk)]
    assert len(pages) == 4
    found = [line for page in pages for line in page.splitlines() if line.startswith("Paragraph")]
    assert found == PARAGRAPHS
    assert [f"-# {number} of 4" in page for number, page in enumerate(pages, 1)] == [True] * 4
    assert ["for Ana" in page for page in pages] == ["Odile" in page for page in pages] == [False] * 3 + [True]
    link = f"https://discord.com/channels/{world.guild.id}/{world.channel.id}/{post.id}"
    assert [f"Hearts go under [the post]({link})." in page for page in pages] == [False] * 3 + [True]
    assert len(world.channel.history()) == 2


async def test_a_reader_goes_back_as_far_as_the_first_page(world: World) -> None:
    await post_long(world)
    desk = await reading(world)
    await desk.click("Next")
    await desk.click("Back")
    assert "-# 2 of 4" in desk.text
    await desk.click("Back")
    assert desk.text.strip() == shown(world.channel.last_message)
    assert list(desk.buttons) == ["Next", "Next story", "Plain"]


async def test_the_buttons_work_after_a_restart(world: World) -> None:
    await post_long(world)
    desk = await reading(world)
    await world.restart()
    await desk.click("Next")
    assert "-# 3 of 4" in desk.text
    assert "-# 2 of 4" in (await reading(world)).text


async def test_a_covered_story_stays_covered_on_each_page(world: World) -> None:
    await post_long(world, LONG.replace("Fandom", "Warnings"))
    desk = await reading(world)
    assert boxes(world.channel.last_message) == [False, True, False]
    while "Next" in desk.buttons:
        assert boxes(desk.page.response.message) == [False, True, False]
        await desk.click("Next")
    assert "for Ana" in desk.text
    assert boxes(desk.page.response.message) == [False, True, False]


@pytest.mark.parametrize("story", ["The rain 🌧 went on. " * 2_000, "*_`~a" * 10_000, "a🌧" * 25_000])
async def test_the_longest_header_and_story_stay_within_what_discord_shows(world: World, story: str) -> None:
    fields = "".join(f"{name}: {'🌧 *' * 400}\n" for name in ("Title", "Fandom", "Summary", "Beta"))
    await post_long(world, f"{fields}[story]\n{story[:50_000]}\n[end of story]")
    desk = await reading(world)
    pages = [shown(world.channel.last_message) + "Read on", *await to_the_end(desk)]
    assert len(pages) > 10
    assert max(len(f"{page}{''.join(desk.buttons)}".encode("utf-16-le")) // 2 for page in pages) <= 4_000


def written(view: discord.ui.LayoutView) -> list[str]:
    """All that counts as text in a message, its buttons too."""
    return [
        said
        for item in view.walk_children()
        for said in (getattr(item, "content", None), getattr(item, "label", None))
        if said is not None
    ]


def test_whatever_the_last_page_holds_there_is_room_for_the_way_to_the_post() -> None:
    header = headers.from_lines("Title: Night\nBeta: Odile\nNotes: " + "for Ana " * 12)
    for words in range(1_560, 2_400, 12):
        story = "rain " * words
        entry = Entry(1, 1, 1, 1, header, story, manuscript.counts_of(story), Convention.AO3, datetime.now(UTC), 1)
        pages, its_turn = entry_card.private_pages(entry), Turn(READ, LARGEST, LARGEST, LARGEST)
        assert "".join(pages) == story
        views = [read_on.page(posted(entry), number, its_turn=its_turn, before=LARGEST) for number in range(len(pages))]
        shown_on = [written(view) for view in views]
        assert max(message_length.units("".join(page)) for page in shown_on) <= limits.LAYOUT
        assert all(part.strip("\u200b") for page in shown_on for part in page), "an empty box is nothing to read"


# -- who may read ---------------------------------------------------------------------------------


async def told(world: World, channel: Any = None, *, who: Any = None, entry: int = 1, page: int = 1) -> str:
    return await send(world, who or world.reader, channel or world.channel, custom_id("entry.read", entry, page))


async def test_who_sees_the_rounds_channel_may_read_wherever_they_are(world: World) -> None:
    channel = world.guild.create_text_channel("rounds")
    await post_long(world, channel=channel)
    await world.reader.send(world.channel, "So that there is a message to click on.")
    assert "Paragraph" in await told(world)
    await hide(world, channel, world.reader)
    said = await told(world)
    assert GONE in said
    assert "Paragraph" not in said


async def test_another_server_and_a_direct_message_show_nothing(world: World) -> None:
    await post_long(world)
    elsewhere = world.env.create_guild(name="The Quill")
    channel = elsewhere.create_text_channel("talk")
    owners = elsewhere.create_role("Owners", permissions=discord.Permissions(manage_guild=True))
    stranger = world.env.create_user("odile")
    assert GONE in await told(world, channel, who=elsewhere.add_member(stranger, roles=[owners]))
    assert "Paragraph" not in await told(world, stranger.dm_channel, who=stranger)


async def test_an_explicit_story_is_read_only_where_it_may_stand(world: World) -> None:
    rounds = world.bot.get_channel(world.guild.create_text_channel("rounds").id)
    assert isinstance(rounds, discord.TextChannel)
    rounds.nsfw = True  # the simulator has no such channels of its own
    round_ = await world.open_round(channel=rounds)
    await world.write_entry(round_, f"Rating: NC-17\n{LONG}", to_adults=True)
    await world.wake()
    await world.reader.send(world.channel, "So that there is a message to click on.")
    here = world.bot.get_channel(world.channel.id)
    assert isinstance(here, discord.TextChannel)
    said = await told(world)
    assert "open to all ages" in said
    assert "Paragraph" not in said
    here.nsfw = True
    assert "Paragraph" in await told(world)


@pytest.mark.parametrize("number", [4, 10**6, 2**63 - 1])
async def test_a_page_that_there_is_not_gets_a_plain_answer(world: World, number: int) -> None:
    await post_long(world)
    assert PLAIN in await told(world, page=number)
    assert PLAIN in await send(world, world.reader, world.channel, custom_id("entry.read", 1))


async def test_a_story_that_waits_to_be_posted_is_not_shown(world: World) -> None:
    round_ = await world.open_round()
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50013, times=None)
    await world.enter(round_, LONG)
    assert GONE in await told(world)


async def test_a_story_that_was_taken_back_is_gone_for_those_who_read_it(world: World) -> None:
    await post_long(world)
    desk = await reading(world)
    await withdrawing.withdraw(world.bot.database, 1, world.writer.id, world.env.now())
    await desk.click("Next")
    assert GONE in desk.text, "its post still stands for a moment"
    await world.wake()
    assert GONE in await told(world)


async def test_a_story_whose_post_was_removed_is_gone_for_those_who_read_it(world: World) -> None:
    await post_long(world)
    desk = await reading(world)
    await world.moderator.delete(world.channel.last_message)
    await desk.click("Next")
    assert GONE in desk.text


async def test_a_story_that_a_restore_lost_says_so(world: World) -> None:
    round_ = await world.open_round()
    copy = back_up(world)
    await world.enter(round_, LONG)
    desk = await reading(world)
    await restore(world, copy)
    await desk.click("Next")
    assert LOST in desk.text


# -- what else knows of its messages --------------------------------------------------------------


async def test_the_preview_says_that_it_is_long(world: World) -> None:
    await world.open_round()
    desk = Desk(world, world.writer)
    says = "**It is long**: its first page stands in the channel, and *Read on* shows the rest."
    for paragraphs, is_long, count in ((120, False, 2), (145, True, 3), (200, True, 4)):
        text = "\n\n".join([HEADER, *PARAGRAPHS[:paragraphs]])
        await desk.submit(file=("night.txt", text.encode()))
        assert (says in desk.text) is is_long
        await desk.click("Hand in")
        assert shown(world.channel.last_message).endswith(f"\n-# 1 of {count}" if is_long else "\n-# 2 of 2")


async def test_words_are_counted_of_the_whole_story(world: World) -> None:
    await post_long(world)
    desk = Desk(world, world.reader)
    desk.keep(await desk.who.context_menu(world.channel, "Count words", world.channel.last_message))
    assert "### 2,640 words" in desk.text


async def test_the_round_up_leads_to_the_first_page(world: World) -> None:
    await post_long(world, hours=2)
    post = world.channel.last_message
    await world.env.advance_time(2 * 3600 + 1)
    assert f"/{post.id})" in shown(world.channel.last_message)


async def test_a_page_that_is_not_at_hand_keeps_nobody_waiting(world: World) -> None:
    """The watchdog looks on."""
    await post_long(world, f"{HEADER}\n[story]\n{'*_`~a' * 11_900}\n[end of story]")
    for number in (1, 9, 17):
        harmless.split.cache_clear()
        assert f"-# {number + 1} of" in await told(world, page=number)


# -- stories that were posted on all their messages -----------------------------------------------


@pytest.fixture
def on_all_messages(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Stories are posted as they once were, until this is undone."""
    monkeypatch.setattr(entry_card, "MOST_MESSAGES", 100)
    return monkeypatch


async def test_what_stands_on_many_messages_stays_until_it_changes(
    world: World, on_all_messages: pytest.MonkeyPatch
) -> None:
    round_ = await post_long(world)
    stood = world.channel.history()
    assert len(stood) == 5
    await world.reader.react(stood[-1], "♥️")
    on_all_messages.undo()
    before = len(world.env.http_requests)
    await world.restart()
    await world.enter(round_, "Title: Short\n\nIt was cold.")
    assert [message.id for message in world.channel.history()][:5] == [message.id for message in stood]
    assert not [each for each in world.env.http_requests[before:] if each.path.endswith(str(stood[1].id))]
    assert (await finding.hearts(world.bot.database, round_.id)).total == 1
    messages = await change(world, STORY, "\n\n".join(PARAGRAPHS))
    assert [message.id for message in messages[:1]] == [stood[1].id]
    assert "1 of 4" in shown(messages[0])
    assert len(messages) == 2
    assert [reaction.emoji for reaction in messages[0].reactions] == ["♥️"]


async def test_what_was_half_posted_on_many_messages_gets_its_button(
    world: World, on_all_messages: pytest.MonkeyPatch
) -> None:
    """The bot was updated between two of its messages."""
    round_ = await world.open_round()
    await world.write_entry(round_, LONG)
    with on_all_messages.context() as patches:
        KillSwitch(14).install(world.bot, patches)
        await world.wake()
    assert shown(world.channel.last_message).endswith("\n-# 1 of 4")
    on_all_messages.undo()
    stood = [message.id for message in world.channel.history()]
    assert len(stood) == 2
    with closing(sqlite3.connect(world.path)) as file, file:
        file.executescript(next(REAL.glob("*_stories_half_posted.sql")).read_text(encoding="utf-8"))
    await world.restart()
    assert [message.id for message in world.channel.history()] == stood
    assert "-# 2 of 4" in (await reading(world)).text
