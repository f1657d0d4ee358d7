"""A count that a header states tells which words are the story's, and takes none from the header."""

import pytest

from bot.domain.header.field import Field, Other
from bot.domain.header.rating import Rating
from bot.domain.reading import manuscript

STORY = "\n\n".join(["The keeper counted gulls until the old lamp went out."] * 10)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "last",
    ["Series: -", "Series:", "Chapters: 1/1", "Beta: —", "Tags: fluff", "Fandom: Harbour", "Summary: Rain fell."],
)
def test_no_field_of_a_header_is_counted_as_story(last: str, gap: str) -> None:
    header = gap.join(("Title: Low Tide", "Words: {}", "Author: ruth", last))
    read = {stated: manuscript.parse(f"{header.format(stated)}\n\n{STORY}").story for stated in range(99, 107)}
    assert read == dict.fromkeys(read, STORY)


@pytest.mark.parametrize("line", ["Round: 12", "Song: Blue Hour", "Collection: winter tales"])
@pytest.mark.parametrize("rule", ["***", "---"])
def test_a_name_that_nobody_knows_above_a_rule_is_a_field(line: str, rule: str) -> None:
    read = manuscript.parse(f"Title: Low Tide\nFandom: Harbour\n\n{line}\n\n{rule}\n\n{STORY}")
    name, _, value = line.partition(": ")
    assert (read.story, read.header.get(Other(name))) == (STORY, value)


def test_a_note_below_a_gap_may_be_the_storys() -> None:
    story = f"Note: the lamp is out. So am I.\n\n{STORY}"
    assert manuscript.parse(f"Title: Low Tide\nWords: 108\n\n{story}").story == story


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("das sind genau 100 Wörter ohne Titel (hoffe ich)", "100 Wörter"),
        ("exactement 100 mots, bonne lecture", "100 mots"),
        ("son 100 palabras exactas", "100 palabras"),
        ("sono esattamente 100 parole", "100 parole"),
        ("tem exatamente 100 palavras", "100 palavras"),
        ("ровно 100 слов", "100 слов"),
        ("its genuinely 100 words", "100 words"),
    ],
)
def test_a_note_states_a_count_in_any_language(said: str, count: str) -> None:
    read = manuscript.parse(f"Hi all, this is my first, {said}\n\n**Low Tide**\n\n{STORY}")
    assert (read.story, read.header.get(Field.WORD_COUNT)) == (STORY, count)


@pytest.mark.parametrize(
    ("said", "rated"),
    [
        ("100 words, rated E, no warnings except gulls", "E"),
        ("it's rated M for language", "M"),
        ("my little thing for the round, explicit, sorry!", "explicit"),
        ("rating is explicit this time", "explicit"),
        ("this one is rated PG-13 i think", "PG-13"),
    ],
)
def test_a_note_states_a_rating(said: str, rated: str) -> None:
    read = manuscript.parse(f"Hi all, this is my first, {said}\n\n**Low Tide**\n\n{STORY}")
    assert (read.story, read.header.get(Field.RATING)) == (STORY, rated)


@pytest.mark.parametrize("said", ["I rated it ten of ten", "a much overrated E", "explicitly for Ana", "not rated yet"])
def test_a_note_may_state_none(said: str) -> None:
    read = manuscript.parse(f"Hi all, this is my first, {said}\n\n**Low Tide**\n\n{STORY}")
    assert read.header.get(Field.RATING) is None
    assert read.header.rating is Rating.NOT_RATED


@pytest.mark.parametrize("said", ["this one is rated E, mind the gulls", "rating is nc-17 I fear"])
def test_a_note_below_a_story_states_one_too(said: str) -> None:
    read = manuscript.parse(f"Title: Low Tide\n\n{STORY}\n\nA/N: {said}")
    assert (read.story, read.header.rating) == (STORY, Rating.EXPLICIT)


SECTIONS = tuple("\n\n".join(STORY.split("\n\n")[:tenths]) for tenths in (6, 5, 4))


@pytest.mark.parametrize(
    "counts",
    [
        *("60, 50 and 40 words", "60, 50, and 40 words", "60+50+40 words", "60 & 50 & 40 words"),
        *("60, 50 und 40 Wörter", "60, 50 et 40 mots", "60, 50 y 40 palabras", "60, 50 и 40 слов"),
    ],
)
@pytest.mark.parametrize("line", ["Harbour; Ana, Ben; PG; {}", "Harbour / PG / {}", "({})", "Words: {}", "{}"])
def test_counts_of_several_stories_are_all_of_them(counts: str, line: str) -> None:
    named = [f"**{name}**\n{section}" for name, section in zip(("one", "two", "three"), SECTIONS, strict=True)]
    read = manuscript.parse("\n\n".join((f"**Low Tide** by Ruth\n{line.format(counts)}", *named)))
    assert (read.header.get(Field.WORD_COUNT), read.header.declared_words) == (counts, 150)
    assert read.story.startswith((named[0], SECTIONS[0]))
    assert read.story.endswith(SECTIONS[2])


@pytest.mark.parametrize(
    ("said", "number"), [("between 50 and 100", 50), ("100, 102 with the title", 100), ("1,105", 1105)]
)
def test_a_count_that_is_no_list_is_not_added_up(said: str, number: int) -> None:
    assert manuscript.parse(f"Title: Low Tide\nWords: {said}\n\n{STORY}").header.declared_words == number


@pytest.mark.parametrize(
    "count", ["100 exactly", "100 or so", "100 by my editor's count", "100, give or take", "100 on the nose", "100"]
)
@pytest.mark.parametrize("line", ["Harbour, PG, {}", "Harbour / PG / {}", "Harbour, PG, {}."])
def test_a_count_among_facts_may_have_its_remark(count: str, line: str) -> None:
    read = manuscript.parse(f"**Low Tide** by Ruth\n{line.format(count)}\n\n{STORY}")
    assert (read.story, read.header.declared_words) == (STORY, 100)
    assert (read.header.get(Field.FANDOM), read.header.get(Field.RATING)) == ("Harbour", "PG")
