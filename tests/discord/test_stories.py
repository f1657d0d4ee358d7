"""Two drabbles in one post: both are told, and one of them can be taken, or all."""

import sys
from typing import Any

import discord
import pytest

from bot.domain.reading import manuscript
from bot.domain.text import word_rule
from bot.intake import delegating
from bot.ui.views.press import custom_id
from tests.discord.conftest import World
from tests.discord.desk import Desk, entries, story
from tests.discord.test_forged import send

RAIN = "\n\n".join([f"{story(25)}."] * 4)
SNOW = "\n\n".join([f"Snow {story(24)}."] * 4)
TWO = f"Title: Rain\nFandom: Lamps\nRating: G\n\n{RAIN}\n\nTitle: Snow\nRating: PG\n\n{SNOW}"

DRABBLE = word_rule.exactly(100, "drabble")


def texts(container: Any) -> list[str]:
    return [each.content for each in container.children if hasattr(each, "content")]


async def test_two_stories_are_told_and_are_sections_of_one(world: World) -> None:
    round_ = await world.open_round()
    desk = Desk(world, world.writer)
    await desk.submit(TWO)
    assert "I see two stories." in desk.text
    assert "**Words**: 200" in desk.text
    assert "Posted but not counted, since it names sections: “Title: Snow Rating: PG” (4 words)" in desk.text
    await desk.click("Hand in")
    (entry,) = await entries(world, round_.id)
    assert entry.words == 200
    assert "Title: Snow" in entry.story


async def test_the_second_can_be_taken_alone_and_the_first_is_not_left_out_unsaid(world: World) -> None:
    round_ = await world.open_round(rule=DRABBLE)
    desk = Desk(world, world.writer)
    await desk.submit(TWO)
    assert "The story has 200 words" in desk.text
    await desk.choose(2)
    assert "**Snow**" in desk.text
    assert "Lamps" in desk.text
    assert "Left out: “" in desk.text
    await desk.click("Hand in")
    assert "of your text would not be in the story.** You took one of several stories" in desk.text
    assert "*Move start or end*" not in desk.text, "nobody is told to move what they chose"
    await desk.click("Hand in without them")
    (entry,) = await entries(world, round_.id)
    assert (entry.title, entry.story) == ("Snow", SNOW)


async def test_the_next_story_is_at_hand_once_one_is_handed_in(world: World) -> None:
    round_ = await world.open_round(rule=DRABBLE)
    desk = Desk(world, world.writer)
    await desk.submit(f"{TWO}\n\nTitle: Hail\nRating: G\n\n{RAIN}")
    await desk.choose(1)
    for title in ("Rain", "Snow", "Hail"):
        assert f"**{title}**" in desk.text
        assert "Ready to hand in" in desk.text or "One question first" in desk.text
        await desk.click("Hand in")
        if "Hand in without them" in desk.buttons:
            assert ("you can go on with the next" in desk.text) is (title != "Hail")
            await desk.click("Hand in without them")
        assert ("Go on with the next story" in desk.buttons) is (title != "Hail")
        if title != "Hail":
            [entry, *_] = reversed(await entries(world, round_.id))
            await desk.click("Go on with the next story")
            await send(world, world.writer, world.channel, custom_id("draft.next_story", entry.draft_id))
            assert len(await world.drafts_of(world.writer.id)) == 1, "an impatient second click makes no other"
    assert [entry.title for entry in await entries(world, round_.id)] == ["Rain", "Snow", "Hail"]
    assert await world.drafts_of(world.writer.id) == []


async def test_what_is_handed_in_is_said_even_if_its_text_cannot_be_read_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Others' texts came in between, so that its reading was forgotten."""
    round_ = await world.open_round()
    desk, wake = Desk(world, world.writer), world.bot.wake
    await desk.submit(file=("two.txt", f"{TWO}\n\n{RAIN * 10}".encode()))
    await desk.choose(1)
    await desk.click("Hand in")

    def wake_and_forget() -> None:
        manuscript.kept.clear()
        monkeypatch.setattr(delegating, "COMMAND", (sys.executable, "-c", "raise SystemExit(1)"))
        wake()

    monkeypatch.setattr(world.bot, "wake", wake_and_forget)
    await desk.click("Hand in without them")
    assert "**Rain** is handed in" in desk.text
    assert [entry.title for entry in await entries(world, round_.id)] == ["Rain"]


async def test_discord_is_asked_for_time_before_a_long_text_is_read_again(world: World) -> None:
    await world.open_round()
    desk = Desk(world, world.writer)
    await desk.submit(file=("two.txt", f"{TWO}\n\n{RAIN * 10}".encode()))
    await desk.choose(1)
    for label in ("Hand in", "Hand in without them", "Go on with the next story"):
        manuscript.kept.clear()  # as after a restart
        before = len(world.env.http_requests)
        await desk.click(label)
        answers: list[Any] = [each.json for each in world.env.http_requests[before:] if each.path.endswith("/callback")]
        assert [answer["type"] for answer in answers] == [discord.InteractionResponseType.deferred_message_update.value]
    assert "**Snow**" in desk.text


async def test_where_a_round_takes_one_entry_no_next_story_is_offered(world: World) -> None:
    await world.open_round(rule=DRABBLE, entries_per_member=1)
    desk = Desk(world, world.writer)
    await desk.submit(TWO)
    await desk.choose(1)
    await desk.click("Hand in")
    assert "the others stay out" in desk.text
    await desk.click("Hand in without them")
    assert "is handed in" in desk.text
    assert list(desk.buttons) == []


async def test_the_first_can_be_taken_and_given_back_for_all(world: World) -> None:
    await world.open_round(rule=DRABBLE)
    desk = Desk(world, world.writer)
    await desk.submit(TWO)
    await desk.choose(1)
    assert "**Rain**" in desk.text
    assert "**Words**: 100" in desk.text
    await desk.choose(0)
    assert "**Words**: 200" in desk.text


async def test_what_stands_below_a_story_is_posted_below_it_and_under_its_cut(world: World) -> None:
    await world.open_round()
    desk = Desk(world, world.writer)
    note = "he was dead all along, and the kettle knew"
    await desk.submit(f"Title: Kettle\nWarnings: death\nNotes: for Ana\n\n{RAIN}\n\nA/N: {note}")
    assert desk.text.index("for Ana") < desk.text.index("**Story**") < desk.text.index(note)
    await desk.click("Hand in")
    above, below = world.channel.history()[-1].components
    assert [("for Ana" in text, note in text) for text in texts(above)] == [(True, False)]
    assert below.spoiler
    assert [note in text for text in texts(below)] == [False, True]


async def test_a_long_note_below_a_long_story_is_posted_whole(world: World) -> None:
    await world.open_round()
    desk = Desk(world, world.writer)
    note = " ".join(f"thanks{number}" for number in range(200))
    tale = "\n\n".join([f"{story(60)}."] * 12)
    await desk.submit(file=("kettle.txt", f"Title: Kettle\n\n{tale}\n\nA/N: {note}".encode()))
    await desk.click("Hand in")
    await desk.click("Hand in like this")
    pages = [" ".join(text for part in each.components for text in texts(part)) for each in world.channel.history()]
    assert ["thanks0 " in page and "thanks199" in page for page in pages if "Kettle" in page][-2:] == [False, True]


async def test_two_drabbles_with_a_rule_between_are_told(world: World) -> None:
    await world.open_round(rule=DRABBLE)
    desk = Desk(world, world.writer)
    await desk.submit(f"Title: Rain\n\n{RAIN}\n\n***\n\n{SNOW}")
    assert "I see two stories." in desk.text
    await desk.choose(2)
    assert "**Words**: 100" in desk.text
