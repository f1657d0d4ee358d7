"""Headers as members chat them: with shouts, remarks and requests beside what the story is."""

import pytest

from bot.domain.reading import header_above

Expected = dict[str, str | None]

SHOUTED: list[tuple[str, Expected]] = [
    ("✧ low tide ✧\nfandom!! harbour!!\ntw!! none\n", {"title": "low tide", "fandom": "harbour!!", "warnings": "none"}),
    ("who!! ana + ben\nwords!! like 103 i think??\n", {"characters": "ana + ben", "word_count": "like 103 i think??"}),
    ("Title: Low Tide\nWho!! said the gull\n", {"characters": None}),
]
COUNTED: list[tuple[str, Expected]] = [
    ("**Low Tide**\nHarbour, PG, 100 exactly\n", {"fandom": "Harbour", "word_count": "100 exactly"}),
    ("**Low Tide** - Harbour - 100 or so\n", {"title": "Low Tide", "fandom": "Harbour", "word_count": "100 or so"}),
    ("**Low Tide** (six words)\n", {"title": "Low Tide", "word_count": "six words"}),
    ("**Low Tide** | Harbour | twelve words\n", {"fandom": "Harbour", "word_count": "twelve words"}),
    ("Title: Low Tide\nIn six words, or less, she said it.\n", {"word_count": None}),
]
SAID: list[tuple[str, Expected]] = [
    ("**Low Tide**\n(G, 100 words, all of them talking)\n", {"fandom": None, "notes": "all of them talking"}),
    ("-# Harbour · 100 words · gulls are my whole life\n", {"genre": None, "notes": "gulls are my whole life"}),
    ("the year of the cold lamp / harbour / 100 words\n", {"title": "the year of the cold lamp", "fandom": "harbour"}),
    (
        "**LOW TIDE**\n(for the audio channel! read it out loud, do the gulls)\n",
        {"fandom": None, "genre": None, "notes": "for the audio channel! read it out loud, do the gulls"},
    ),
    ("here u go. **Low Tide** (113)\n", {"title": "Low Tide", "word_count": "113", "notes": "here u go."}),
    ("okay so: **Low Tide** | Harbour | 100\n", {"title": "Low Tide", "fandom": "Harbour", "notes": "okay so:"}),
    ("Low Tide | Harbour | Ana x Ben | foes to slightly less so\n", {"genre": "foes to slightly less so"}),
    ("100 words. **Low Tide** (Harbour, PG)\n", {"notes": None}),
]
ASKED: list[tuple[str, Expected]] = [
    ("> **ruth**: give me something with a locked lamp\n\n**Low Tide** (113)\n", {"title": "Low Tide", "notes": None}),
    ("> **ruth**: give me something with a lamp\n", {"prompt": "give me something with a lamp"}),
    ("@ruth: pls can you write me a gull\n", {"prompt": "pls can you write me a gull"}),
    ("Ruth: do we have to\n\nTitle: Low Tide\n", {"prompt": None}),
]
CALLED: list[tuple[str, Expected]] = [
    ('This is "Low Tide", a Harbour fic for the prompt gulls, 100 words.\n', {"title": "Low Tide", "prompt": "gulls"}),
    ("Here's my entry, “Low Tide”, rated G.\n", {"title": "Low Tide", "rating": "G"}),
    ("Name: The Coat of My Aunt\nWords: 112\n", {"title": "The Coat of My Aunt"}),
    ("Name: Ruth\nTitle: Low Tide\n", {"title": "Low Tide"}),
    ("Name: The Coat of My Aunt\nTitle: Low Tide\n", {"title": "Low Tide"}),
    ("**Low Tide** | Sense and Salt | Ana & Ben | G\n", {"fandom": "Sense and Salt", "characters": "Ana & Ben"}),
    ("**Low Tide** | Ana and Ben | G\n", {"fandom": None, "characters": "Ana and Ben"}),
    ("**uptime** | sf | 100\n", {"title": "uptime", "genre": "sf"}),
    ("here's the gull one <:gull:1180042217>\n", {"title": None}),
    ("for @ruth_s and @mona, who know why\n", {"title": None}),
    ("mossandmilk\nFollow\n\n**Low Tide**\n", {"author": "mossandmilk", "title": "Low Tide"}),
]


@pytest.mark.parametrize(("above", "expected"), [*SHOUTED, *COUNTED, *SAID, *ASKED, *CALLED])
def test_what_members_chat_of_a_story(above: str, expected: Expected) -> None:
    found = {name.value: value for name, value in header_above.fields(above)}
    assert {name: found.get(name) for name in expected} == expected
