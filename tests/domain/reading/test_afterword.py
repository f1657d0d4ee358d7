"""What stands at a post's foot and is none of its story, and what archives put around one."""

from itertools import product

import pytest

from bot.domain.header import form
from bot.domain.header.field import Field
from bot.domain.header.header import Header
from bot.domain.header.rating import Rating
from bot.domain.reading import doubt, manuscript
from tests.domain.reading.test_phenomena import STORY

COUNTS = [
    *("(90 words)", "90 words", "Words: 90", "wc 90", "90w", "[90 words]", "word count: 90", "WC - 90", "*90 words*"),
    *("Exactly 90 words.", "90 wds", "Total: 90 words", "90/90 words", "-- 90 words", "90 words (without the title)"),
    *("90 mots", "words 90", "(exactly 90 words, by my count)", "Word Count = 90", "(90 words)\n\nAlso on AO3"),
    *("Drabble (90 words)", "drabble, 90 words", "A drabble of exactly 90 words."),
    *("wc90", "Wordcount 90 (AO3)", "90 word drabble", "90 woorden", "(90 ord)", "90 słów", "90字", "90 sanaa"),
]
ADDRESSES = [
    *("Also on AO3", "https://example.org/1", "<https://example.org/1>", "[here](https://example.org/1)"),
    *("www.example.org/tide", "example.org/tide", "AO3: https://example.org/1", "Cross-posted to tumblr"),
    *("ruth.example.org", "Ruth.Example.com/", "[90]", "( 90 )", "90/90", "(90/90)", "[90/100]"),
    *("Read it on my journal", "also posted at Dreamwidth", "Archived on the Archive of Our Own", "ruth@example.com"),
]


@pytest.mark.parametrize(("foot", "gap"), [*product([*COUNTS, *ADDRESSES], ["\n", "\n\n"])])
def test_a_count_or_an_address_at_the_foot_is_no_story(foot: str, gap: str) -> None:
    read = manuscript.parse(f"Title: Low Tide\n\n{STORY}{gap}{foot}")
    assert read.story == STORY
    assert read.header.declared_words == (90 if foot in COUNTS else None)


@pytest.mark.parametrize("below", ["Also on AO3", "https://example.org/1", "crossposted to tumblr"])
@pytest.mark.parametrize("count", ["(90 words)", "[90 words]", "90w", "Words: 90", "(wc: 90)"])
def test_what_stands_right_below_a_count_is_no_part_of_it(count: str, below: str) -> None:
    read = manuscript.parse(f"Title: Low Tide\n\n{STORY}\n\n{count}\n{below}")
    assert below not in (read.header.get(Field.WORD_COUNT) or "")


@pytest.mark.parametrize("last", ["He smiled.", "Rain, then.", "“No.”", "She slept!"])
@pytest.mark.parametrize("foot", ["https://example.org/1", "AO3: https://example.org/1", "example.org/tide"])
def test_an_address_right_below_a_short_last_line_takes_none_of_it_along(last: str, foot: str) -> None:
    assert manuscript.parse(f"Title: Low Tide\n\n{STORY}\n\n{last}\n{foot}").story == f"{STORY}\n\n{last}"


@pytest.mark.parametrize(
    "end",
    [
        "Ninety words, and not one of them was hers.",
        "She had 90 words of his language and used none of them",
        "Words: she had none left.",
        "Also, the lamp was on.",
        "“Also on AO3,” he said.",
        "“Find me on Tumblr.”",
        "Tumblr was down again.",
        "Now on the shelf",
        "It is on fire.",
        "Word said nothing.",
        "Auch er.",
        "(1999)",
        "24/7",
        "<click>",
        "<a door shuts>",
        "</rant>",
        "<Ruth has left the room>",
        "He wrote it down: www.example.org, in chalk, on the wall, where the tide would have it by noon.",
        "The address was https://example.org and nobody had answered there since the winter of the gulls.",
    ],
)
def test_a_last_line_that_only_resembles_one_is_story(end: str) -> None:
    assert manuscript.parse(f"Title: Low Tide\n\n{STORY}\n\n{end}").story == f"{STORY}\n\n{end}"


NOTES = [
    *(
        "Note: this is for Ruth.",
        "note: my first!",
        "*Note: my first!*",
        "Notes at end: for Ruth",
        "Notes at the end: hi",
    ),
    *("Comment: thank you, Ben.", "Comments: please!", "End notes: for Ruth", "End notes:\n\nFor Ruth, who asked."),
]


@pytest.mark.parametrize("foot", NOTES)
def test_a_note_at_the_foot_is_no_story(foot: str) -> None:
    read = manuscript.parse(f"Title: Low Tide\n\n{STORY}\n\n{foot}")
    assert read.story == STORY
    assert [name for name, _ in read.header.below] == [Field.NOTES]


def test_what_readers_choose_a_story_by_stands_above_it_alone() -> None:
    read = manuscript.parse(
        f"{STORY}\n\nTitle: Low Tide\nFandom: Harbour\nPairing: Ana/Ben\nRating: PG\nNotes: For Ruth."
    )
    assert [name for name, _ in read.header.above] == [Field.TITLE, Field.FANDOM, Field.PAIRING, Field.RATING]
    assert read.header.below == ((Field.NOTES, "For Ruth."),)


@pytest.mark.parametrize("foot", ["CW: death", "Warnings: blood, gore", "Warning: death", "Rating: M", "TW: death"])
def test_what_readers_go_by_is_told_at_the_foot_too(foot: str) -> None:
    read = manuscript.parse(f"Title: Low Tide\n\n{STORY}\n\n{foot}")
    assert read.story == STORY
    assert read.header.under_cut or read.header.rating is Rating.MATURE


def test_a_note_that_a_story_goes_on_below_is_the_storys() -> None:
    story = f"{STORY}\n\nNote: the milk is off.\n\nShe laughed, and poured it out anyway."
    assert manuscript.parse(f"Title: Low Tide\n\n{story}").story == story


AROUND = [
    (
        "Low Tide, Again (90 words) by ruth_s\nChapters: 1/1\nFandom: Harbour\nRating: General Audiences\n\n",
        {"title": "Low Tide, Again", "word_count": "90 words", "author": "ruth_s", "fandom": "Harbour"},
    ),
    ("Low Tide (90 words) by ruth\nChapters: 1/1\n\n", {"title": "Low Tide", "other:chapters": "1/1"}),
    ("Low Tide (90 words) by ruth\nChapters: 1/1\nLanguage: English\n\n", {"other:language": "English"}),
    ("Low Tide (90 words) by ruth\nFandom: none\nSummary:\n\nThe sea went.\n\n", {"summary": "The sea went."}),
    ("Low Tide (1 word) by ruth\n\n", {"title": "Low Tide", "author": "ruth"}),
    (
        "Title: Low Tide\nChapters: 1/1\nLanguage: English\nSeries: Tides\nPublisher: me\nStory URL: a.org/1\n\n",
        {"other:language": "English", "other:series": "Tides", "other:story url": "a.org/1"},
    ),
    ("Title: Low Tide\n\nPublisher: ao3\n\nKudos: 5\nHits: 90\n\n", {"title": "Low Tide", "other:publisher": "ao3"}),
    ("Title: Low Tide\nRating: G\nWritten: in May\nFormat: drabble\n\n", {"rating": "G", "other:format": "drabble"}),
    ("Low Tide, Mostly\n\n", {"title": "Low Tide, Mostly"}),
    ("Tuesday, as always\n\n", {"title": "Tuesday, as always"}),
]


@pytest.mark.parametrize(("above", "expected"), AROUND)
def test_what_archives_put_above_a_story_is_a_header(above: str, expected: dict[str, str]) -> None:
    read = manuscript.parse(above + STORY)
    values = {name.value: value for name, value in read.header.fields}
    assert expected.items() <= values.items()
    assert read.story == STORY


@pytest.mark.parametrize(
    "facts",
    [
        "Lamps » Doors - Rated: M - English - Angst - Words: 90 - Published: 1-1-20 - id: 1",
        "Lamps - Rated: Fiction M - English - Angst - Chapters: 1 - Words: 90",
    ],
)
def test_a_rating_among_an_archives_facts_is_one(facts: str) -> None:
    assert manuscript.parse(f"Elevator Days\nby ines\n{facts}\n\n{STORY}").header.rating is Rating.MATURE


CAUTIONS = [
    *[(line, "warnings") for line in ("CW death", "TW - blood", "cw/ death, blood", "[CW death]", "⚠️ death")],
    *[(line, "warnings") for line in ("Content warning for gore", "Warning! Major character death", "Warnings - gore")],
    *[(line, "rating") for line in ("NSFW", "[NSFW]", "18+", "🔞", "rated M", "Rating M", "Rated E for gore")],
]


@pytest.mark.parametrize(("line", "name"), CAUTIONS)
@pytest.mark.parametrize("above", ["", "Title: Low Tide\n", "Title: Low Tide\n\n"])
def test_what_readers_go_by_needs_no_colon(above: str, line: str, name: str) -> None:
    read = manuscript.parse(f"{above}{line}\n\n{STORY}")
    assert read.story == STORY
    assert read.header.under_cut or read.header.rating > Rating.TEEN
    assert name in {each.value for each, _ in read.header.fields}


RATED = [
    *(
        "rated M",
        "Rated: explicit",
        "18+",
        "18+ only",
        "NSFW",
        "🔞",
        "🔞 NSFW 🔞",
        "Explicit!",
        "**Explicit**",
        "Mature",
    ),
    *("Adults only", "(M)", "[NC-17]", "Smut", "minors DNI", "MDNI", "Explizit", "R-18", "Explicit sexual content"),
]


@pytest.mark.parametrize("line", RATED)
@pytest.mark.parametrize(
    "place", ["{line}\n\n{story}", "{line}\n{story}", "Low Tide\n\n{story}\n\n{line}", "{story}\n{line}"]
)
def test_a_rating_alone_on_its_line_is_one_at_either_end(line: str, place: str) -> None:
    read = manuscript.parse(place.format(line=line, story=STORY))
    assert (read.story, read.header.rating > Rating.TEEN) == (STORY, True)


@pytest.mark.parametrize(
    "line", ["Contains: gore", "Contains: major character death", "Contains gore", "CW death", "⚠️ blood."]
)
@pytest.mark.parametrize("place", ["{line}\n\n{story}", "Low Tide\n\n{story}\n\n{line}"])
def test_a_warning_alone_on_its_line_is_one_at_either_end(line: str, place: str) -> None:
    read = manuscript.parse(place.format(line=line, story=STORY))
    assert (read.story, read.header.under_cut) == (STORY, True)


@pytest.mark.parametrize("text", ["Explicit.\n\n{story}", "Mature.\n\n{story}", "{story}\n\nExplicit."])
def test_a_rating_like_a_sentence_is_asked_about(text: str) -> None:
    assert doubt.doubts(manuscript.readings(text.format(story=STORY)))


@pytest.mark.parametrize("line", ["Contains: nuts, she read, and put the jar back.", "Contains:"])
def test_what_a_jar_contains_is_no_warning(line: str) -> None:
    assert manuscript.parse(f"{line}\n\n{STORY}").story == f"{line}\n\n{STORY}"


def test_a_warning_with_its_own_name_may_be_long() -> None:
    read = manuscript.parse(f"Warnings: {'blood, ' * 15}and the sea.\n\n{STORY}")
    assert (read.story, read.header.under_cut) == (STORY, True)


STORIES_OWN = [
    "Explicit orders, then",
    "Mature oaks stood there",
    "Nothing explicit",
    "The adults came home",
    "Rated, said Ruth",
]


@pytest.mark.parametrize("line", STORIES_OWN)
@pytest.mark.parametrize("place", ["{line}\n{story}", "{story}\n\n{line}", "{story}\n{line}"])
def test_a_line_with_more_to_say_stays_in_the_story(line: str, place: str) -> None:
    text = place.format(line=line, story=STORY)
    assert manuscript.parse(text).story == text


def test_a_name_below_makes_it_a_title() -> None:
    read = manuscript.parse(f"Explicit\nby Ruth\n\n{STORY}")
    assert (read.header.get(Field.TITLE), read.header.rating) == ("Explicit", Rating.NOT_RATED)


@pytest.mark.parametrize("line", ["Twelve", "tws were late", "Rated, she said, by whom?", "18 gulls"])
def test_a_line_that_only_begins_so_warns_of_nothing(line: str) -> None:
    names = {each for each, _ in manuscript.parse(f"Title: Low Tide\n\n{line}\n\n{STORY}").header.fields}
    assert {Field.TITLE} <= names <= {Field.TITLE, Field.NOTES}


@pytest.mark.parametrize("below", ["Rating: PG", "90 words", "Fandom: Harbour", "Words: 90"])
def test_a_title_with_one_field_below_is_a_title(below: str) -> None:
    read = manuscript.parse(f"Low tide\n{below}\n\n{STORY}")
    assert (read.story, read.header.get(Field.TITLE), len(read.header.fields)) == (STORY, "Low tide", 2)


@pytest.mark.parametrize("line", ["Language: that was the trouble.", "Series: a word she hated!"])
def test_a_story_may_open_with_such_a_name(line: str) -> None:
    assert manuscript.parse(f"Title: Low Tide\nRating: G\n\n{line}\n\n{STORY}").story == f"{line}\n\n{STORY}"


def test_what_is_written_below_a_story_stands_there_but_for_what_readers_go_by() -> None:
    below = "A/N: He was dead all along!\n\nBeta: Ben\n\nRating: PG\nTitle: Low Tide"
    read = manuscript.parse(f"Notes: Be kind.\nFandom: Harbour\n\n{STORY}\n\n{below}").header
    assert [value for _, value in read.above] == ["Be kind.", "Harbour", "PG", "Low Tide"]
    assert [value for _, value in read.below] == ["He was dead all along!", "Ben"]


def test_a_form_changes_a_note_where_it_stands() -> None:
    read = Header(((Field.TITLE, "Rain"),), ((Field.NOTES, "He was dead."),))
    assert form.filled(read, {Field.NOTES: "He is well."}).below == ((Field.NOTES, "He is well."),)
    assert form.filled(read, {Field.SUMMARY: "Rain."}).above == ((Field.TITLE, "Rain"), (Field.SUMMARY, "Rain."))


@pytest.mark.parametrize("line", ["Disclaimer: the management is not liable.", "Beta: the second."])
def test_a_line_that_looks_labelled_makes_no_note_of_a_short_paragraph_above_it(line: str) -> None:
    above = "The train was late, and the people on the platform had stopped asking each other why."
    below = (
        "Upstairs a clock forgot the hour, so the cat told it, twice. Nobody had ever asked a cat for the time, and yet"
        " all of them were at the table before the soup was cold, and all of them stayed until it was gone."
    )
    story = f"{above}\n\n{line}\n\n{below}"
    assert manuscript.parse(f"Title: Rail\nFandom: none\nRating: G\n\n{story}").story == story


@pytest.mark.parametrize(
    "remark",
    [
        "Disclaimer: not mine",
        "Feedback: yes please",
        "Thank you for reading, comments welcome.",
        "unbetaed, all mistakes mine",
        "First time writing this fandom, be gentle!",
    ],
)
def test_a_remark_right_below_the_last_paragraph_takes_none_of_it_along(remark: str) -> None:
    end = "On the water a light answered, small and yellow, though no ship was due."
    assert end in manuscript.parse(f"Title: Low Tide\n\n{STORY}\n\n{end}\n{remark}").story


@pytest.mark.parametrize(
    "name",
    [
        *("Notes de fin", "Mot de l’autrice", "Schlussbemerkung", "Endnotiz", "Notas finales", "Nota final"),
        *("Note finali", "Примечание в конце", "Послесловие", "Closing note", "Postscript"),
    ],
)
def test_notes_have_names_for_the_end_in_each_language(name: str) -> None:
    read = manuscript.parse(f"Title: Low Tide\n\n{STORY}\n\n{name}: Ana came back.")
    assert (read.story, read.header.below) == (STORY, ((Field.NOTES, "Ana came back."),))


TALLIES = ["Hits: 12", "Kudos: 3", "Bookmarks: 2", "Language: English", "(2 comments | Leave a comment)"]
NAMED = ["Beta: none, we die like men", "Prompt: lamp", "Disclaimer: not mine", "Thanks to Ana for the beta."]


@pytest.mark.parametrize(("foot", "gap"), [*product([*TALLIES, *NAMED, "no beta, we die like men"], ["\n", "\n\n"])])
def test_what_no_story_says_is_none_of_it_even_right_below(foot: str, gap: str) -> None:
    assert manuscript.parse(f"Title: Low Tide\n\n{STORY}{gap}{foot}").story == STORY


@pytest.mark.parametrize("name", ["Length", "Länge", "Longueur", "Longitud", "Lunghezza", "Comprimento", "Tamanho"])
def test_a_length_in_words_is_a_count(name: str) -> None:
    read = manuscript.parse(f"Title: Low Tide\n\n{STORY}\n\n{name}: 100")
    assert (read.story, read.header.declared_words) == (STORY, 100)
    assert manuscript.parse(f"Title: Low Tide\n{name}: ficlet\n\n{STORY}").header.declared_words is None


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "line",
    ["Dare: oil, bread", "Location: harbour", "for Ben, with love", "Written for the Tuesday challenge", "— Ana", "61"],
)
def test_a_last_line_that_may_be_a_note_is_asked_about(line: str, gap: str) -> None:
    readings = manuscript.readings(f"Title: Low Tide\n\n{STORY}{gap}{line}")
    assert manuscript.of(readings[0]).story == STORY or doubt.doubts(readings) != ()
