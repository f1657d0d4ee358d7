"""Nothing in a story does more in the channel than its writer meant."""

import sqlite3
from contextlib import closing
from typing import Any

import discord
import pytest
from simcord.http.client import FakeHTTPClient

from bot.services import withdrawing
from tests.discord.chair import Chair
from tests.discord.conftest import World, shown
from tests.discord.desk import Desk, story


async def posted(world: World, text: str) -> list[str]:
    """The messages of an entry, without the round's card."""
    await world.enter(await world.open_round(), text)
    return [shown(message) for message in world.channel.history()][1:]


async def test_a_story_under_the_cut_is_not_uncovered(world: World) -> None:
    (message,) = await posted(world, "Title: Frost\nWarnings: cold\n\nIt was ||very|| cold.")
    assert "It was \\|\\|very\\|\\| cold." in message


async def test_a_story_in_the_open_may_cover_a_word(world: World) -> None:
    (message,) = await posted(world, "Title: Frost\n\nIt was ||very|| *cold*.")
    assert "It was ||very|| *cold*." in message


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("```\nAnd nothing after it", "\\`\\`\\`\nAnd nothing after it"),
        ("Hey @everyone and <@123456789012345678>", "Hey @\u200beveryone and \\<@123456789012345678>"),
        ("She read [free tea](https://example.org)", "She read [free tea\\](https://example.org)"),
        ("She left.\n\n* * *\n\nHe came.", "She left.\n\n\\* \\* \\*\n\nHe came."),
        ("She left.\n\n# Loudly", "She left.\n\n\\# Loudly"),
    ],
)
async def test_a_story_is_shown_as_it_was_typed(world: World, typed: str, seen: str) -> None:
    (message,) = await posted(world, f"Title: Frost\n\n{typed}")
    assert message.endswith(seen)


async def test_a_title_calls_nobody(world: World) -> None:
    (message,) = await posted(world, "Title: For @everyone, <@123456789012345678>\nRating: G\n\nIt was cold.")
    assert "@everyone" not in message
    assert "<@123456789012345678>" not in message


async def test_a_rounds_title_is_shown_as_it_was_typed(world: World) -> None:
    chair = Chair(world, world.moderator)
    opened = await chair.slash("open", closes="in 1 hour")
    await chair.fill(opened, title="*Frost* [x](https://a.b) ||_no_||", prompt="Ice")
    heading = r"## \*Frost\* \[x\](https://a.b) \|\|\_no\_\|\|"
    assert heading in chair.text
    await chair.click("Open the round")
    await chair.slash("show")
    assert heading in chair.text
    await world.env.advance_time(3601)
    card, round_up = [shown(message) for message in world.channel.history()]
    assert heading in card
    assert f"{heading}: the round-up" in round_up


async def test_a_title_of_brackets_and_addresses_still_links_to_its_entry(world: World) -> None:
    round_ = await world.open_round(hours=2)
    for title in ("[Tea] https://example.org *and* frost", "*More* [tea] (warm)"):
        await world.enter(round_, f"Title: {title}\nRating: G\n\nIt was cold.")
    await world.env.advance_time(2 * 3600 + 1)
    *_, round_up = [shown(message) for message in world.channel.history()]
    _, first, second, *_ = round_up.splitlines()
    assert first.startswith("1. [(Tea) https:\u200b//example.org \\*and\\* frost](https://discord.com/")
    assert second.startswith("2. [\\*More\\* (tea) (warm)](https://discord.com/")


async def test_emphasis_goes_on_over_the_seam_of_two_messages(world: World) -> None:
    first, second = await posted(world, f"Title: Frost\n\n*{'It was cold. ' * 400}Now*")
    assert first.rpartition("\n")[0].rstrip().endswith("cold.*")
    assert "*It was cold. " in second
    assert "Now*" in second


async def test_a_long_header_still_says_what_readers_go_by(world: World) -> None:
    long = "\n".join(f"{name}: {'a long value ' * 28}" for name in ("Summary", "Notes", "Disclaimer", "Characters"))
    (message,) = await posted(
        world,
        f"Title: Frost\n{long}\nRating: M\nWarnings: major character death\nSpoilers: s3\nWords: 3\n\nIt was cold.",
    )
    for line in ("-# M · 3 words", "**Warnings**: major character death", "**Spoilers**: s3"):
        assert line in message


async def test_a_header_of_many_lines_says_these_first(world: World) -> None:
    many = "\n".join(f"Notes: {'a long value ' * 8}" for _ in range(40))
    (message,) = await posted(world, f"Title: Frost\n{many}\nRating: M\nWarnings: cold\n\nIt was cold.")
    assert message.index("-# M · 3 words") < message.index("**Warnings**: cold") < message.index("**Notes**")
    assert "It was cold." in message


async def test_a_card_says_what_readers_choose_by_then_the_story_then_the_rest(world: World) -> None:
    (message,) = await posted(
        world,
        "Disclaimer: not mine\nTitle: Frost\nFandom: Original work\nPairing: Ann/Beth\nBeta: nobody\nRating: G\n"
        "Words: 3\nSummary: It is cold.\nWarnings: cold\n\nIt was cold.\n\nA/N: It still is.",
    )
    lines = [line for line in message.splitlines() if not line.startswith("by ")]
    assert lines == [
        "### Frost",
        "-# Original work · Ann/Beth · G · 3 words",
        "**Warnings**: cold",
        "**Summary**: It is cold.",
        "It was cold.",
        "**Notes**: It still is.",
        "-# **Disclaimer**: not mine",
        "-# **Beta**: nobody",
    ]


async def test_nothing_of_a_header_goes_unsaid_in_preview_or_card(world: World) -> None:
    given = [
        "Frost",
        "Ice",
        "Lamps",
        "Rivers",
        "Ann/Beth",
        "Cleo",
        "PG",
        "gore",
        "s3",
        "cold",
        "noted",
        "not mine",
        "Ruth",
        "for Ana",
        "three, as I see it",
    ]
    names = ["Title", "Title", "Fandom", "Fandom", "Pairing", "Characters", "Rating", "Warnings", "Spoilers", "Summary"]
    names += ["Notes", "Disclaimer", "Beta", "My own", "Word count"]
    text = "\n".join(f"{name}: {value}" for name, value in zip(names, given, strict=True))
    await world.open_round()
    desk = Desk(world, world.writer)
    await desk.submit(f"{text}\n\nIt was cold.\n\nA/N: So it was.\nFeedback: please")
    assert [value for value in [*given, "So it was.", "please"] if value not in desk.text] == []
    await desk.click("Hand in")
    card = shown(world.channel.last_message)
    assert [value for value in [*given, "So it was.", "please"] if value not in card] == []


async def test_only_the_story_and_what_stands_below_it_are_under_the_cut(world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, "Title: Frost\nBeta: nobody\nWarnings: cold\n\nIt was cold.\n\nA/N: It still is.")
    boxes = [box for box in world.channel.last_message.components if isinstance(box, discord.Container)]
    assert [box.spoiler for box in boxes] == [False, True, False]
    assert len({box.accent_colour for box in boxes}) == 1
    assert [len(box.children) for box in boxes] == [1, 2, 1]


HEADER = "UPDATE entries SET header = ?, revision = revision + 1"
STORY = "UPDATE entries SET story = ?, revision = revision + 1"


async def change(world: World, what: str, value: str) -> list[discord.Message]:
    """The messages of the only entry, once it has another header or story."""
    with closing(sqlite3.connect(world.path)) as file, file:
        file.execute(what, (value,))
        file.execute("UPDATE rounds SET revision = revision + 1")
    await world.wake()
    return world.channel.history()[1:]


async def test_what_an_entry_shows_can_change_page_by_page(world: World) -> None:
    two_pages = f"{story(500)}\n\n" * 2
    await world.enter(await world.open_round(), f"Title: Frost\n\n{two_pages}")
    before = world.channel.history()[1:]
    after = await change(world, HEADER, "Title: Thaw")
    assert [page.id for page in after] == [page.id for page in before]
    assert [("Thaw" in shown(page), "Frost" in shown(page)) for page in after] == [(True, False)] * 2
    (only,) = await change(world, STORY, "It thawed.")
    assert only.id == before[0].id
    assert "It thawed." in shown(only)
    assert [reaction.emoji for reaction in only.reactions] == ["♥️"], "the heart stands on the last page"
    again = await change(world, STORY, two_pages)
    assert [page.id == only.id for page in again] == [True, False]


async def test_a_page_that_the_bot_takes_away_is_no_moderators_doing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Discord may tell of it before it answers the request."""
    request: Any = FakeHTTPClient.request

    async def slow(client: Any, route: Any, **options: Any) -> Any:
        answer = await request(client, route, **options)
        if route.method == "DELETE":
            await withdrawing.follow_deletion(world.bot.database, int(route.url.rsplit("/")[-1]), world.env.now())
        return answer

    monkeypatch.setattr(FakeHTTPClient, "request", slow)
    await world.enter(await world.open_round(), f"Title: Frost\n\n{story(1000)}")
    await change(world, STORY, "It thawed.")
    assert len(await change(world, STORY, "It thaws.")) == 1
