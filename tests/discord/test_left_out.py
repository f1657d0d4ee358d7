"""What of a text is neither story nor header: it is quoted, and more than a note asks before the story is posted."""

import re

import pytest

from bot.domain.reading.omission import Omission
from bot.storage.session import Session
from bot.ui.views import entry_card, reading_report
from tests.discord.conftest import World
from tests.discord.desk import Desk, entries, story

BODY = "\n\n".join([f"{story(25)}."] * 4)
NOTE = "Also on AO3"
AFTERWORD = "\n\n".join(f"{name} asked about the kettle twice, and I never had an answer for them." for name in "ABC")


async def test_a_note_that_is_left_out_is_quoted_and_handed_in_without_a_question(world: World) -> None:
    round_ = await world.open_round()
    desk = Desk(world, world.writer)
    await desk.submit(f"Title: Kettle\n\n{BODY}\n\n{NOTE}")
    assert f"Left out: “{NOTE}” (3 words)" in desk.text
    assert "Ready to hand in" in desk.text
    await desk.click("Hand in")
    assert [entry.story for entry in await entries(world, round_.id)] == [f"{BODY}"]


@pytest.mark.parametrize(("parts", "said"), [(4, "2 words in 1 more place"), (5, "4 words in 2 more places")])
def test_what_is_not_quoted_is_counted(parts: int, said: str) -> None:
    lines = reading_report.left_out_lines([Omission("two words", 2)] * parts)
    assert lines[-1] == f"Left out as well: {said}"


async def test_a_header_without_a_story_is_told_so_and_no_number(world: World) -> None:
    await world.open_round()
    desk = Desk(world, world.writer)
    await desk.submit("Title: Kettle\nFandom: Winter Stories\nRating: G\nWords: 100")
    assert "I found no story here. It goes below the header, after an empty line." in desk.text
    assert not any(said in desk.text for said in ("I count", "Every way of counting"))


async def test_more_than_a_note_asks_first(world: World) -> None:
    round_ = await world.open_round()
    desk = Desk(world, world.writer)
    await desk.submit(f"Title: Kettle\n\n{BODY}\n\nThe End\n\n{AFTERWORD}")
    assert "Left out: “The End A asked about the kettle twice," in desk.text
    assert "*Hand in* asks it, since" in desk.text
    assert "Ready to hand in" not in desk.text
    await desk.click("Hand in")
    assert "44 words of your text would not be in the story" in desk.text
    assert "answer for them.”" in desk.text
    assert await entries(world, round_.id) == []
    await desk.click("Back to the preview")
    await desk.click("Hand in")
    await desk.click("Hand in without them")
    assert "is handed in" in desk.text
    assert [entry.story for entry in await entries(world, round_.id)] == [f"{BODY}"]


@pytest.mark.parametrize(("links", "asks"), [(3, False), (30, True)])
async def test_what_a_page_has_around_its_story_is_quoted_too(world: World, links: int, *, asks: bool) -> None:
    round_ = await world.open_round()
    desk = Desk(world, world.writer)
    own = "".join(f"<p>{part}</p>" for part in ("Title: Kettle", *BODY.split("\n\n")))
    page = f"<html><body><nav>{'<a>Home</a> ' * links}</nav><main>{own}</main></body></html>"
    await desk.submit(file=("kettle.html", page.encode()))
    assert f"Left out: “{' '.join(['Home'] * 3)}" in desk.text
    assert f"({links} words)" in desk.text
    await desk.click("Hand in")
    if asks:
        await desk.click("Hand in without them")
    assert [entry.story for entry in await entries(world, round_.id)] == [BODY]


async def test_a_yes_holds_for_what_was_shown_alone(world: World) -> None:
    round_ = await world.open_round()
    desk = Desk(world, world.writer)
    await desk.submit(f"Title: Kettle\n\n{BODY}\n\nThe End\n\n{AFTERWORD}")
    await desk.click("Hand in")
    # As the writer may do elsewhere meanwhile.
    await world.bot.database.write(Session.run, "UPDATE drafts SET story_start = 2, story_end = 3")
    await desk.click("Hand in without them")
    assert "so I did nothing yet" in desk.text
    assert "119 words would not be in the story" in desk.text
    assert await entries(world, round_.id) == []
    await desk.click("Hand in")
    await desk.click("Hand in without them")
    assert [entry.words for entry in await entries(world, round_.id)] == [25]


async def test_a_note_as_long_as_a_story_asks_whether_it_is_one(world: World) -> None:
    round_ = await world.open_round()
    desk = Desk(world, world.writer)
    await desk.submit(f"Title: Kettle\n\n{BODY}\n\nA/N: Thanks!\n\n{story(60)}.")
    assert "Ready to hand in" not in desk.text
    await desk.click("Hand in")
    assert "A note below the story: “Thanks!" in desk.text
    assert "(61 words)" in desk.text
    assert "not posted at all" not in desk.text
    await desk.click("Hand in like this")
    (entry,) = await entries(world, round_.id)
    assert entry.words == 100


LONG = " ".join(f"He asked about kettle {number}, and I had no answer." for number in range(20))


async def test_a_long_note_stands_whole_on_the_card(world: World) -> None:
    round_ = await world.open_round()
    desk = Desk(world, world.writer)
    await desk.submit(f"Title: Kettle\nNotes: {LONG}\n\n{BODY}")
    assert "Too long for the post" not in desk.text
    await desk.click("Hand in")
    (entry,) = await entries(world, round_.id)
    assert LONG in entry_card.header_text(entry)


@pytest.mark.parametrize(
    "place", ["Notes: {note}\n\n{body}", "Dedication: {note}\n\n{body}", "\n{body}\n\nA/N: {note}"]
)
async def test_what_is_too_long_for_the_card_is_told(world: World, place: str) -> None:
    await world.open_round()
    desk = Desk(world, world.writer)
    await desk.submit(f"Title: Kettle\n{place.format(note=f'{LONG} {LONG} {LONG}', body=BODY)}")
    assert "where readers see only the beginning: **" in desk.text
    await desk.submit(f"Title: Kettle\n{place.format(note='For Ana.', body=BODY)}")
    assert "where readers see only the beginning" not in desk.text


TITLE = "How the Kettle Sang, and "
HEBREW = "\u05e9\u05dc\u05d5\u05dd"


@pytest.mark.parametrize(
    ("header", "cut"),
    [
        (f"Title: {TITLE * 9}", "**Title**"),
        (f"Title: Kettle\nFandom: {LONG} {LONG}", "**Fandom**"),
        (f"Title: {TITLE * 9}\nPairing: {'Ana/Ben, ' * 180}", "**Title** and **Pairing**"),
        (f"Title: {TITLE * 5}\nFandom: {LONG[:400]}", None),
        (f"Title: {HEBREW} *you* \u202e\nFandom: {HEBREW}\nX: {HEBREW}", None),
        ("Fandom: none", None),
    ],
)
async def test_what_is_too_long_for_the_cards_top_is_told(world: World, header: str, cut: str | None) -> None:
    await world.open_round()
    desk = Desk(world, world.writer)
    await desk.submit(f"{header}\n\n{BODY}")
    found = re.search(r"where readers see only the beginning: (.*?)\. ", desk.text)
    assert (found and found[1]) == cut
