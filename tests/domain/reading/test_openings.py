"""Stories that open like a header, all of our own writing: they lose nothing to it."""

import pytest

from bot.domain.header.field import Field
from bot.domain.reading import doubt, manuscript

STORIES = [
    "Mona: You came.\n\nTobias: I brought the lamp.\n\nMona: So I see.\n\nTobias: It is late.",
    "MONA: You came.\nTOBIAS: I brought a lamp.\nMONA: So I see.",
    "He read the letter twice.\n\nDear Tobias,\n\nThe boat is late.\nNote: bring the lamp.\n\nMona\n\nHe wept.",
    "She knew one thing: the boat was late.\n\nNobody came for the lamp that night.",
    "Rating: five stars, she thought. The soup deserved it, and so did the gulls.\n\nTobias laughed.",
    'Prompt: "Write about a door," said the card.\n\nMona turned it over. The other side was blank.',
    "WARNING: MIND THE GULLS, said the notice on the harbour wall.\n\nTobias read it twice.",
    "The lamp failed on a Tuesday, and by Wednesday everybody had an opinion.\n\nMona had two.",
    "Warning signs hung on the wall: none of them were new.\n\nMona read them all.",
    "Life.\n\nThere was a lot of it in the harbour that spring, and Mona took all of it home.",
    "Tobias waited.\n\nNobody came.\n\nHe lit the lamp anyway, and the gulls went quiet.",
    "“You came,” she said.\n\n“I did.”\n\nThe lamp went out.",
    "The tide was low\nand the lamp was lit\n\nand nobody came\nto sit with it.",
    "> The sea is a lamp.\n\nMona went home.\n\nNobody saw her go.",
    "By the time the boat came in, the lamp was out.\n\nMona went home.",
    "Mona: You came.\nTobias: I did.\nNote: she had not asked.\n\nThe lamp went out.",
    "Mona: You came!\nTitle: keeper of lamps.\n\nThe gulls went quiet.",
]


@pytest.mark.parametrize("text", STORIES)
def test_a_story_that_looks_like_a_header_is_a_story(text: str) -> None:
    read = manuscript.parse(text)
    assert read.story == text
    assert read.header.fields == ()


def test_a_story_right_below_a_short_last_value_keeps_its_first_paragraph() -> None:
    story = "\n\n".join(f"{number}. The gulls went quiet when the lamp was lit, and the sea" for number in range(1, 7))
    assert manuscript.parse(f"Title: Low Tide\nRating: G\nNotes: Thanks to Ruth.\n{story}").story == story


def test_a_story_that_opens_with_a_name_its_header_had_is_whole() -> None:
    story = "Title: that was always the hard part. Mona had the lamp and the sea, and no name for either of them."
    read = manuscript.parse(f"Title: Low Tide\nFandom: Harbour\n\n{story}\n\nNobody came.")
    assert read.story == f"{story}\n\nNobody came."


@pytest.mark.parametrize("text", STORIES)
def test_such_a_story_below_a_header(text: str) -> None:
    read = manuscript.parse(f"Title: Low Tide\nFandom: Harbour\nRating: PG\n\n{text}")
    assert read.story == text
    assert [value for _, value in read.header.fields] == ["Low Tide", "Harbour", "PG"]


OWN = ["Song: Blue Hour\nArtist: Ana", "Square: B3\nTrope: one bed", "Mood: rainy\nSong: Frost", "Song: Frost"]


@pytest.mark.parametrize("own", OWN)
@pytest.mark.parametrize(
    ("known", "fields"),
    [
        ("Title: Low Tide\nRating: Explicit", [Field.TITLE, Field.RATING]),
        ("Warnings: death", [Field.WARNINGS]),
        ("Title: Low Tide", [Field.TITLE]),
        ("Fandom: Lamps\nNotes: For Ruth", [Field.FANDOM, Field.NOTES]),
    ],
)
def test_a_header_may_begin_with_names_of_its_writers_own(own: str, known: str, fields: list[Field]) -> None:
    story = "The lamp was lit, and the gulls went quiet.\n\nNobody came to sit with it."
    read = manuscript.parse(f"{own}\n{known}\n\n{story}")
    assert read.story == story
    assert [name for name, _ in read.header.fields if isinstance(name, Field)] == fields
    assert [f"{name}: {value}" for name, value in read.header.fields if not isinstance(name, Field)] == own.split("\n")


def test_what_a_gap_sets_off_above_the_fields_is_a_title() -> None:
    read = manuscript.parse("Re: Low Tide\n\n\n\nFandom: Lamps\n\nRating: G\n\nNotes: For Ruth\n\n\nThe lamp was lit.")
    assert read.header.get(Field.TITLE) == "Re: Low Tide"


SOUNDS = """<clank>

  That was the points. Ruth didn't look up from her book. There
are thirty sets of points before the sea.

  <clank>

  "Next stop, the sea," Ana called into the dark of the
tram.

  There was a man with a gull. He'd been lovely about the
delay.

  <whimper>

  That was Ana."""


@pytest.mark.parametrize(
    "story",
    [
        "She said nothing.\n\n<sigh>\n\nHe went out, and the gulls went by.\n\n<whimper>",
        "<whimper>\n\nShe said nothing.\n\n<sigh>",
        SOUNDS,
        "<door slams>\n\nHe went out, and the gulls went by.",
        "<schnüff!>\n\nHe went out, and the gulls went by.",
    ],
)
@pytest.mark.parametrize("above", ["", "Title: Low Tide\n\n"])
def test_a_sound_in_angle_brackets_is_story(story: str, above: str) -> None:
    assert manuscript.parse(above + story).story == story


VERSE = """The first man took the silver pin
  And never gave his name;
The second took a cup of tin
  And rowed us just the same.

The first man had a lamp to light,
  The second had a cold.
The first one sang for half the night
  And never once got old."""


def test_indented_lines_of_verse_are_story() -> None:
    assert manuscript.parse(VERSE).story == VERSE


@pytest.mark.parametrize("sound", ["<Gasp>", "<WHIMPER>", "<Всхлип>"])
def test_a_sound_with_a_capital_below_a_header_is_story(sound: str) -> None:
    story = f"{sound}\n\nHe went out, and the gulls went by."
    assert manuscript.parse(f"Title: Low Tide\nRating: G\n\n{story}").story == story


def test_a_title_in_angle_brackets_is_no_sound() -> None:
    assert manuscript.parse(f"<Low Tide>\nby Ruth\n\n{VERSE}").story == VERSE


SPOKEN = """things we said in the orchard
by juniper
pg, perpetua/hired man
disclaimer: they aren't mine. the apples are.
feedback: yes please! juniper@example.com
for bea, who asked.

"this one's ripe."

"that one's a bird."

"so it is."

it sat in her palm with its red breast going like a clock, and he held the
ladder, though it did not need to be held.

"do you want to let it go?"

"no," said perpetua, "but i'm told that's how you do it," and she opened her
hand, and it stayed there."""


def test_speech_right_above_a_story_is_asked_about() -> None:
    assert doubt.doubts(manuscript.readings(SPOKEN))


def test_notes_that_begin_alike_are_no_script_where_fields_have_dashes() -> None:
    story = "\n\n".join(["The lamp went out at nine, and nobody there lit it again."] * 4)
    read = manuscript.parse(f"Title - Low Tide\nRating - PG\n\nDay One - rain\nDay One - snow\n\n{story}")
    assert read.story == story


LISTS = [
    "In the drawer:\n\n- one button\n- a key to nothing\n- string\n\nShe put them all back.",
    "In the drawer:\n* one button\n* a key to nothing\n* string\n\nShe put them all back.",
    "Was in der Lade lag:\n\n– ein Knopf\n– ein Bild\n– zwei Lampen\n\nSie legte alles zurück.",
    "- one button\n- a key to nothing\n- string\n\nThat was the drawer, and she shut it.",
    "In the box there were:\n\n• three letters\n• a lock of hair\n• sand\n\nRuth kept the sand.",
]


@pytest.mark.parametrize("story", LISTS)
@pytest.mark.parametrize("above", ["", "Title: Low Tide\nRating: G\n\n"])
def test_a_list_of_things_that_opens_a_story_is_its_own(story: str, above: str) -> None:
    assert manuscript.parse(above + story).story == story


@pytest.mark.parametrize(
    "facts", ["- PG\n- gen\n- 100 words", "notes:\n- no beta\n- for ruth\n- sorry", "content:\n- a\n- b\n- c"]
)
def test_a_list_of_facts_above_a_story_is_none_of_its_own(facts: str) -> None:
    assert manuscript.parse(f"{facts}\n\n{STORIES[0]}").story == STORIES[0]
