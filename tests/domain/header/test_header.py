import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.header import field_names, header, written_name
from bot.domain.header.field import Field
from bot.domain.header.header import Header
from bot.domain.header.rating import Rating
from bot.domain.header.warning import Warnings

values = st.text(st.characters(exclude_categories=["Cs"]), max_size=40).map(header.folded)
headers = st.lists(st.tuples(st.sampled_from(Field), values), max_size=8).map(lambda pairs: Header(tuple(pairs)))


def of(name: Field, value: str) -> Header:
    return Header(((name, value),))


@settings(max_examples=200)
@given(headers)
@example(Header(((Field.PAIRING, "|"), (Field.CHARACTERS, "Ana | Ana/Ben"), (Field.WORD_COUNT, ":"))))
def test_lines_read_back_are_the_same_header(read: Header) -> None:
    assert header.from_lines(header.to_lines(read)) == read


def test_a_value_of_several_lines_is_kept_as_one() -> None:
    assert header.to_lines(of(Field.NOTES, "tea\n\n  and rain ")) == "Notes: tea and rain"


def test_the_text_box_takes_the_names_writers_use() -> None:
    read = header.from_lines("Fic Title: Rain\n**A/N:** thanks\nto all\n\nSpoilers/Warnings: wet feet\nWords - 12")
    assert read.fields == (
        (Field.TITLE, "Rain"),
        (Field.NOTES, "thanks to all"),
        (Field.SPOILERS, "wet feet"),
        (Field.WARNINGS, "wet feet"),
        (Field.WORD_COUNT, "12"),
    )


def test_lines_that_name_no_field_are_known() -> None:
    text = "title: Rain\nKettle: old\n\n words of tea \nRating/Warnings: G/none"
    assert header.strange_lines(text) == ["Kettle: old", "words of tea"]


def test_words_above_the_first_field_are_not_lost() -> None:
    assert header.from_lines("for Ana\ntitle: Rain").fields == ((Field.NOTES, "for Ana"), (Field.TITLE, "Rain"))


def test_a_blank_value_counts_as_none() -> None:
    read = Header(((Field.TITLE, " "), (Field.TITLE, "Rain"), (Field.BETA, "")))
    assert read.get(Field.TITLE) == "Rain"
    assert read.get(Field.BETA) is None
    assert read.get(Field.AUTHOR) is None


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("502.", 502),
        ("1,105", 1105),
        ("1.105", 1105),
        ("1 105 words", 1105),
        ("1,91", 191),
        ("118 words", 118),
        ("~100 words", 100),
        ("exactly 100, says the editor; 101 says the site", 100),
        ("5 x 100", 500),
        ("a drabble", None),
        ("", None),
        ("1," * 20_000, 1),
        ("9" * 20_000, 999_999_999),
    ],
)
def test_declared_words(value: str, words: int | None) -> None:
    assert of(Field.WORD_COUNT, value).declared_words == words


def test_no_count_declared() -> None:
    assert Header().declared_words is None


def test_rating() -> None:
    assert of(Field.RATING, "pg-13.").rating is Rating.TEEN
    assert Header().rating is Rating.NOT_RATED


@pytest.mark.parametrize("value", ["", "none", "None.", "n/a", "N/A", "no", "-", "—", "*nothing*", "No warnings apply"])
def test_nothing_declared_is_no_reason_for_the_cut(value: str) -> None:
    assert not Header(((Field.WARNINGS, value), (Field.SPOILERS, value))).under_cut


@pytest.mark.parametrize(
    "value",
    [
        *("aucun.", "Keine", "ninguna", "Nessuno", "nenhum", "нет", "Keine Warnungen", "aucun avertissement", "brak"),
        *("brak ostrzeżeń", "geen", "Inga", "ingen advarsler", "ei mitään", "žádné", "nincs", "yok", "tidak ada"),
        *("немає", "なし", "特になし", "无", "無", "没有", "없음"),
    ],
)
def test_nothing_is_declared_in_any_language_that_fields_are_named_in(value: str) -> None:
    header = Header(((Field.WARNINGS, value), (Field.SPOILERS, value)))
    assert (header.under_cut, header.warnings) == (False, Warnings())


@pytest.mark.parametrize("value", ["rain", "none; well, rain", "no umbrella", "the last page"])
def test_what_is_declared_goes_under_the_cut(value: str) -> None:
    assert of(Field.WARNINGS, value).under_cut
    assert of(Field.SPOILERS, value).under_cut
    assert not of(Field.NOTES, value).under_cut


def test_a_later_warning_counts_too() -> None:
    assert Header(((Field.WARNINGS, "none"), (Field.WARNINGS, "rain"))).under_cut


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("Pairing/s", (Field.PAIRING,)),
        ("Character(s)", (Field.CHARACTERS,)),
        ("AUTHOR’S  NOTES", (Field.NOTES,)),
        ("word-count", (Field.WORD_COUNT,)),
        ("word_count", (Field.WORD_COUNT,)),
        ("Notes (long)", (Field.NOTES,)),
        ("rainy_days prompt", (Field.PROMPT,)),
        ("Rating & Warnings", (Field.RATING, Field.WARNINGS)),
        ("spoilers and warnings", (Field.SPOILERS, Field.WARNINGS)),
        ("Rating/Ana", ()),
        ("Ana", ()),
        ("", ()),
    ],
)
def test_names_of_fields(name: str, fields: tuple[Field, ...]) -> None:
    assert written_name.named(name) == fields


def test_no_name_stands_for_two_fields() -> None:
    for table in field_names.LANGUAGES:
        names = [written_name.plain(name) for listed in table.values() for name in written_name.listed(listed)]
        assert len(names) == len(set(names))
    assert all(written_name.named(name.value) == (name,) for name in Field)


def test_of_two_ratings_the_stricter_one_holds() -> None:
    read = header.from_lines("Rating: G\nRating: NC-17")
    assert read.rating is Rating.EXPLICIT


def test_what_stands_below_the_story_keeps_its_place_in_lines() -> None:
    read = Header(((Field.TITLE, "Rain"),), ((Field.NOTES, "He was dead."), (Field.BETA, "Ana")))
    lines = header.to_lines(read)
    assert lines == "Title: Rain\n[below the story]\nNotes: He was dead.\nBeta: Ana"
    assert header.from_lines(lines) == read
    assert header.strange_lines(lines) == []
    assert [value for _, value in read.fields] == ["Rain", "He was dead.", "Ana"]
    assert header.from_lines("[Below the story]\nNotes: x") == Header((), ((Field.NOTES, "x"),))


@pytest.mark.parametrize("value", ["100", "100.", "1,105 words", "(100 w)", "one hundred words", "~100 mots"])
def test_a_plain_count_is_told_by_ours(value: str) -> None:
    assert of(Field.WORD_COUNT, value).beside((Field.WORD_COUNT,)) == ()


@pytest.mark.parametrize(
    "value",
    ["100, and thank you", "100 without the title", "100/102", "too many", "100 words by Word", "100 " + "- " * 99],
)
def test_a_count_with_words_of_its_own_is_not(value: str) -> None:
    read = of(Field.WORD_COUNT, value)
    assert read.beside((Field.WORD_COUNT,)) == read.above


def test_a_second_count_is_not_told_by_ours() -> None:
    read = Header(((Field.WORD_COUNT, "100"), (Field.WORD_COUNT, "100 words"), (Field.WORD_COUNT, "102")))
    assert read.beside((Field.WORD_COUNT,)) == ((Field.WORD_COUNT, "102"),)


@pytest.mark.parametrize(
    ("title", "rated"),
    [
        ("Low Tide (explicit)", Rating.EXPLICIT),
        ("Low Tide [Explizit]", Rating.EXPLICIT),
        ("Low Tide (rated explicit)", Rating.EXPLICIT),
        ("An Explicit Promise", Rating.NOT_RATED),
        ("Letters to E. (E)", Rating.NOT_RATED),
        ("Low Tide (not explicit)", Rating.NOT_RATED),
    ],
)
def test_an_explicit_rating_in_a_titles_brackets_holds(title: str, rated: Rating) -> None:
    assert Header(((Field.TITLE, title),)).rating is rated
