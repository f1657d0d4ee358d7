"""Messages copied from a chat: who wrote each, and when, is none of the story; what others said is left out."""

import pytest

from bot.domain.documents import copied_messages, furniture
from bot.domain.header.field import Field
from bot.domain.reading import manuscript
from bot.domain.reading.doubt import doubts

FIRST = (
    "The ferry was late again, and Mona counted the gulls on the wall until there were none left to count.\n\n"
    "“You came,” said Tobias, who carried nothing but a lamp."
)
SECOND = "She took it from him and laughed.\n\nThe tide went out without them, and the lamp went with it, still lit."
STORY = f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    "copied",
    [
        f"ruth — Today at 9:14 PM\n{FIRST}\nruth — Today at 9:15 PM\n{SECOND}",
        f"ruth — 9:14 PM\n{FIRST}\n[9:15 PM]\n{SECOND}",
        f"ruth — 21:14\n{FIRST}\n[21:15]{SECOND}",
        f"ruth — heute um 21:14 Uhr\n{STORY} (bearbeitet)",
        f"[9:14 PM] ruth: {FIRST}\n[9:15 PM] ruth: {SECOND}",
        f"[9:14 PM]ruth: {FIRST}\n[9:15 PM]{SECOND}",
        f"[12/05/2024, 21:13:05] ruth: {FIRST}\n[12/05/2024, 21:13:09] ruth: {SECOND}",
        f"12/05/2024, 21:13 - ruth: {FIRST}\n12/05/2024, 21:14 - ruth: {SECOND}",
        f"ruth, [12.05.24 21:13]\n{FIRST}\n\nruth, [12.05.24 21:14]\n{SECOND}",
        f"ruth — Today at 9:14 PM\n{STORY} (edited)",
        f"ruth :) — Today at 9:14 PM\n{STORY}",
        f"ruth — 9:14\u202fPM\n{FIRST}\n[9:15\u202fPM]\n{SECOND}",
        f"ruth — 2024-05-12 21:14\n{FIRST}\nruth — 2024/05/12 21:15\n{SECOND}",
        f"ruth — Dziś o 21:14\n{STORY}",
        f"ruth — I går kl. 21.14\n{STORY}",
        f"ruth — 오늘 오후 9:14\n{STORY}",
        f"ruth — ayer a las 9:14 p. m.\n{STORY}",
        f"12/05/2024, 9:13 pm - ruth: {FIRST}\n12/05/2024, 9:14 pm - ruth: {SECOND}",
        f"ruth\n — \n9:14 PM\n{FIRST}\n[9:15 PM]\n{SECOND}",
        f"ruth\n — Today at 9:14 PM\n{STORY}",
        f"Keeper\nAPP\n — Yesterday at 18:00\nThis week: lamps.\nruth\n — Today at 9:14 PM\n{STORY}",
    ],
)
def test_a_story_in_one_message_or_two(copied: str) -> None:
    readings = manuscript.readings(copied)
    read = manuscript.of(readings[0])
    assert (read.story, read.header.fields) == (STORY, ((Field.AUTHOR, "ruth"),))
    assert doubts(readings) == ()


def test_what_others_say_is_left_out_and_still_seen() -> None:
    copied = (
        f"Ben — 9:01 PM\nwho has the lamp one?\nruth — 9:14 PM\nhi all, mine for this week\n[9:15 PM]\n{STORY}\n"
        "Ben — 9:20 PM\nthe gulls!!\nruth — 9:22 PM\nthank you :)"
    )
    read = manuscript.parse(copied)
    assert read.story == STORY
    assert read.header.fields == ((Field.AUTHOR, "ruth"), (Field.NOTES, "hi all, mine for this week"))
    assert manuscript.meant(copied).partition(furniture.LINE)[2].strip().split("\n") == [
        *("Ben — 9:01 PM", "who has the lamp one?", "ruth — 9:14 PM", "[9:15 PM]", "Ben — 9:20 PM", "the gulls!!"),
        *("ruth — 9:22 PM", "thank you :)"),
    ]


def test_a_story_that_somebody_interrupts() -> None:
    copied = f"ruth — 9:14 PM\n{FIRST}\nBen — 9:15 PM\nooh, gulls\nruth — 9:16 PM\n{SECOND}"
    assert manuscript.parse(copied).story == STORY
    assert "ooh, gulls" in manuscript.meant(copied).partition(furniture.LINE)[2]


def test_a_greeting_above_a_header_is_none_of_the_story() -> None:
    copied = f"ruth — Today at 9:14 PM\nHello all! I wrote this on the ferry.\n\nTitle: Low Tide\nRating: G\n\n{STORY}"
    read = manuscript.parse(copied)
    assert read.story == STORY
    assert (read.header.get(Field.TITLE), read.header.get(Field.AUTHOR)) == ("Low Tide", None)


CHAT = (
    "mona — 9:14 PM\nare you there\ntobias — 9:15 PM\nno, and the lamp is out\nmona — 9:16 PM\nthen who is knocking\n"
)
LOG = "[21:14] The lamp went out.\n[21:15] Nobody has lit it again."
OF_THEN = (
    f"Harbour Wall - 12.05.44, 21:14\n\n{STORY}",
    f"Harbour Station — 12/05/1944 21:14\n{FIRST}\n\nHarbour Station — 13/05/1944 06:02\n{SECOND}",
    f"Keeper's log, [1944-05-12 21:14]\n{FIRST}\n\nKeeper's log, [1944-05-13 21:14]\n{SECOND}",
)
"""Dates on which nobody chatted."""


@pytest.mark.parametrize(
    "story",
    [
        *(CHAT, LOG, STORY, "Harbour Station — 21:14\n\nThe lamp went out.", "Bridge — 09:14\n\nThe lamp went out."),
        *OF_THEN,
        f"Setting: Harbour - today 21:14\n\n{STORY}",
        "> ruth — Today at 9:14 PM\n> The lamp went out.",
    ],
)
def test_a_story_that_is_told_in_such_lines_stays_as_it_is(story: str) -> None:
    assert copied_messages.of_writer(story) == story
