import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.header import form, header
from bot.domain.header.field import Field
from bot.domain.header.header import Header
from tests.domain.header.test_header import headers, of

SEVERAL = Header(
    (
        (Field.TITLE, "Rain"),
        (Field.RATING, "PG-13 for language"),
        (Field.PAIRING, "ana/ben. cleo/ben."),
        (Field.NOTES, "first"),
        (Field.WARNINGS, "mcd; wet feet"),
        (Field.CHARACTERS, "ana. ben."),
        (Field.NOTES, "second"),
    )
)

boxes = st.sampled_from((*form.FIRST_PAGE, *form.USUAL_ON_SECOND_PAGE, Field.WORD_COUNT))
answers = st.dictionaries(boxes, st.text("Ana/Ben&,;|: \nMCD-", max_size=30))


@settings(max_examples=100)
@given(headers)
def test_a_form_sent_back_as_it_was_changes_nothing(read: Header) -> None:
    assert form.filled(read, {box: form.shown(read, box) for box in Field}) == read


@settings(max_examples=100)
@given(headers, answers)
def test_a_form_sent_twice_is_sent_once(read: Header, given_answers: form.Answers) -> None:
    once = form.filled(read, given_answers)
    assert form.filled(once, given_answers) == once
    assert header.from_lines(header.to_lines(once)) == once


@settings(max_examples=100)
@given(headers, answers)
def test_what_was_not_asked_for_stays(read: Header, given_answers: form.Answers) -> None:
    asked = {*given_answers, *(form.PEOPLE if Field.PAIRING in given_answers else ())}
    filled = form.filled(read, given_answers)
    assert [pair for pair in filled.fields if pair[0] not in asked] == [
        pair for pair in read.fields if pair[0] not in asked
    ]


def test_answers_stand_where_the_old_ones_stood() -> None:
    answered = {Field.TITLE: " Frost ", Field.RATING: "Mature", Field.NOTES: "third\nand last", Field.SUMMARY: "Cold."}
    assert form.filled(SEVERAL, answered).fields == (
        (Field.TITLE, "Frost"),
        (Field.RATING, "Mature"),
        (Field.PAIRING, "ana/ben. cleo/ben."),
        (Field.NOTES, "third and last"),
        (Field.WARNINGS, "mcd; wet feet"),
        (Field.CHARACTERS, "ana. ben."),
        (Field.SUMMARY, "Cold."),
    )


def test_an_emptied_box_takes_the_field_away() -> None:
    emptied = form.filled(SEVERAL, dict.fromkeys((Field.TITLE, Field.PAIRING, Field.RATING), " "))
    assert {field for field, _ in emptied.fields} == {Field.NOTES, Field.WARNINGS}


def test_one_box_shows_all_of_a_field() -> None:
    assert form.shown(SEVERAL, Field.NOTES) == "first; second"
    assert form.shown(SEVERAL, Field.PAIRING) == "ana/ben. cleo/ben.\nana. ben."
    assert form.shown(SEVERAL, Field.RATING) == "Teen"
    assert form.shown(Header(), Field.RATING) == ""
    assert form.shown(of(Field.RATING, "for everyone I know"), Field.RATING) == "General"
    assert form.shown(of(Field.RATING, "unrated"), Field.RATING) == "Not rated"


def test_a_rating_that_no_scale_knows_stays_until_one_is_chosen() -> None:
    spicy = of(Field.RATING, "spicy")
    assert form.shown(spicy, Field.RATING) == ""
    assert form.filled(spicy, {Field.RATING: ""}) == spicy
    assert form.filled(spicy, {Field.RATING: "Not rated"}) == of(Field.RATING, "Not rated")


@pytest.mark.parametrize(
    ("typed", "pairing", "characters"),
    [
        ("Ana/Ben", "Ana/Ben", None),
        ("Ana & Ben", "Ana & Ben", None),
        ("Ana x Ben", "Ana x Ben", None),
        ("gen", "gen", None),
        ("Ana, Ben", None, "Ana, Ben"),
        ("Ana/Ben, Cleo; Dan", "Ana/Ben", "Cleo, Dan"),
        ("Ana/Ben\nAna/Cleo, Dan\n\n", "Ana/Ben, Ana/Cleo", "Dan"),
    ],
)
def test_couples_are_told_from_people(typed: str, pairing: str | None, characters: str | None) -> None:
    filled = form.filled(Header(), {Field.PAIRING: typed})
    assert (filled.get(Field.PAIRING), filled.get(Field.CHARACTERS)) == (pairing, characters)


def test_a_line_of_people_that_was_left_alone_stays_what_it_was() -> None:
    read = Header(((Field.PAIRING, "Ana and Ben"), (Field.CHARACTERS, "Cleo (she/her), Dan")))
    filled = form.filled(read, {Field.PAIRING: f"{form.shown(read, Field.PAIRING)}\nEve"})
    assert (filled.get(Field.PAIRING), filled.get(Field.CHARACTERS)) == ("Ana and Ben", "Cleo (she/her), Dan, Eve")


@pytest.mark.parametrize(
    ("written", "ticked"),
    [
        ("none", ["No archive warnings apply"]),
        ("No Archive Warnings Apply", ["No archive warnings apply"]),
        ("MCD, violins", ["Major character death"]),
        ("Rape/Non-Con; underage", ["Rape/Non-con", "Underage sex"]),
        ("Author chose not to warn | Graphic Depictions Of Violence", [*form.WARNINGS][:1] + [*form.WARNINGS][-1:]),
        ("Graphic depictions of violence; death of a major character", [*form.WARNINGS][:2]),
        ("non-consensual, underaged. CNTW", ["Rape/Non-con", "Underage sex", [*form.WARNINGS][-1]]),
        ("none of the archive warnings apply", ["No archive warnings apply"]),
        ("some swearing but main character death", ["Major character death"]),
        ("no character death, minor character death, underage drinking", []),
        ("violins", []),
        (" ", []),
    ],
)
def test_warnings_are_known_by_their_usual_names(written: str, ticked: list[str]) -> None:
    assert form.ticked(of(Field.WARNINGS, written)) == ticked


@pytest.mark.parametrize(
    ("written", "answer", "warnings"),
    [
        ("", "Underage sex, Major character death", "Major character death, Underage sex"),
        ("none", "Underage sex", "Underage sex"),
        ("mcd, violins", "", "violins"),
        ("mcd, violins", "Major character death", "mcd, violins"),
        ("", "No archive warnings apply, Underage sex", "Underage sex"),
        ("death of a major character, violins", "Underage sex", "Underage sex, violins"),
        ("no character death", "Underage sex", "Underage sex, no character death"),
        (
            "deathfic and puns",
            "Major character death, Underage sex",
            "Major character death, Underage sex, deathfic and puns",
        ),
        ("deathfic and puns, violins", "", "violins"),
        ("none", "", None),
        ("", "No archive warnings apply", "No archive warnings apply"),
    ],
)
def test_ticks_and_other_warnings_stand_together(written: str, answer: str, warnings: str | None) -> None:
    filled = form.filled(of(Field.WARNINGS, written), {Field.WARNINGS: answer})
    assert filled.get(Field.WARNINGS) == warnings


@pytest.mark.parametrize("label", form.WARNINGS)
def test_a_tick_is_read_back_as_that_tick(label: str) -> None:
    assert form.ticked(form.filled(Header(), {Field.WARNINGS: label})) == [label]


def test_a_story_without_warnings_is_not_under_the_cut() -> None:
    assert not form.filled(Header(), {Field.WARNINGS: form.NONE_APPLY}).under_cut
    assert form.filled(Header(), {Field.WARNINGS: "Major character death"}).under_cut


def test_the_second_page_begins_with_what_the_round_misses() -> None:
    required = (Field.TITLE, Field.SUMMARY, Field.GENRE, Field.CHARACTERS, Field.BETA)
    assert form.second_page(of(Field.SUMMARY, "Cold."), required) == (
        Field.GENRE,
        Field.BETA,
        Field.SUMMARY,
        Field.NOTES,
        Field.SPOILERS,
    )
    assert form.second_page(Header(), ()) == form.USUAL_ON_SECOND_PAGE
