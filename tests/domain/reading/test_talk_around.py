"""What members say to each other around a story, and what Discord, a mail or a site puts there."""

import pytest

from bot.domain.header.field import Field
from bot.domain.reading import manuscript
from bot.domain.text import conventions

STORY = (
    "The ferry was late again, and Mona counted the gulls on the wall until there were none left to count.\n\n"
    "“You came,” said Tobias, who carried nothing but a lamp.\n\n"
    "She took it from him and laughed. The tide went out without them."
)


@pytest.mark.parametrize(
    "above",
    [
        "hi everyone, here's my first drabble, pls be kind lol 😅 prompt was ferry",
        "okay so i wrote this instead of sleeping lol, hope its ok for the challenge!!",
        "finally done with this week's prompt, sorry for typos!!",
    ],
)
def test_chat_at_the_top_is_no_story(above: str) -> None:
    assert manuscript.parse(f"{above}\n\n{STORY}").story == STORY


@pytest.mark.parametrize(
    "quoted", ["“lol, sorry, the prompt was ferry!!” said Ben.", "She wrote nothing, and was sorry."]
)
def test_what_a_person_of_the_story_says_is_the_storys(quoted: str) -> None:
    assert manuscript.parse(f"{quoted}\n\n{STORY}").story == f"{quoted}\n\n{STORY}"


@pytest.mark.parametrize(
    "below", ["lol no idea where that came from, hope it fits the prompt!!", "lmk if u find typos!! 💛"]
)
def test_chat_at_the_end_is_no_story(below: str) -> None:
    readings = manuscript.readings(f"{STORY}\n\n{below}")
    assert manuscript.of(readings[0]).story == STORY


@pytest.mark.parametrize(
    "stamp",
    [
        "Ana Lamp — Today at 9:14 PM",
        "Ana Lamp — Yesterday at 21:14",
        "Ana Lamp — 12/03/2025 9:14 PM",
        "Ana Lamp — 12.03.2025, 21:14",
        "Ana Lamp • gestern um 21:14",
        "Ana Lamp (she/her) — heute um 9:14",
    ],
)
def test_who_wrote_when_is_copied_from_discord(stamp: str) -> None:
    read = manuscript.parse(f"{stamp}\n{STORY}")
    assert read.story == STORY
    assert read.header.get(Field.AUTHOR) == "Ana Lamp"


@pytest.mark.parametrize(
    "sign",
    ["Ana", "Ana Lamp", "Cheers,\nAna", "Gruß\nAna", "-- \nAna\n“I count gulls.”", "ana\n\n[Reply to this] [Thread]"],
)
@pytest.mark.parametrize(
    "head", ["From: Ana Lamp <ana@example.org>\nSubject: Low Tide", "Title: Low Tide\nAuthor: Ana Lamp"]
)
def test_a_writers_own_name_below_is_no_story(sign: str, head: str) -> None:
    assert manuscript.parse(f"{head}\n\n{STORY}\n\n{sign}").story == STORY


@pytest.mark.parametrize("end", ["Ana", "“Ana?”", "Ana went home."])
def test_anybody_elses_name_is_the_storys(end: str) -> None:
    assert manuscript.parse(f"Title: Low Tide\nAuthor: Ben\n\n{STORY}\n\n{end}").story == f"{STORY}\n\n{end}"


@pytest.mark.parametrize(
    "buttons",
    [
        "[Reply to this] [Thread] [Link]",
        "(Reply to this) (Thread)",
        "[top] [home] [e-mail Ana]",
        "Best viewed in 800x600",
    ],
)
def test_what_may_be_pressed_below_is_no_story(buttons: str) -> None:
    assert manuscript.parse(f"Title: Low Tide\nRating: PG\n\n{STORY}\n\n{buttons}").story == STORY


def test_an_archives_buttons_are_no_part_of_the_note_above_them() -> None:
    buttons = "← Previous Work\nKudos\nBookmark\nComments (2)"
    read = manuscript.parse(f"Title: Low Tide\nRating: PG\n\n{STORY}\n\nNotes:\nThank you for reading!\n\n{buttons}")
    assert read.header.all(Field.NOTES) == ["Thank you for reading!"]


def test_a_count_among_facts_below_is_the_storys() -> None:
    words = conventions.by_ao3(STORY)
    for facts in (f"*Low Tide* — {words} words, Harbour, Mona Lamp", f"Low Tide, {words} words, for the ferry"):
        assert manuscript.parse(f"{STORY}\n\n{facts}").story == STORY
