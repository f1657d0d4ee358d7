"""One line of a header: its name, what parts it from the value, and lines that have neither."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.header import field_line
from bot.domain.header.field import Field

TOLD = st.text(st.sampled_from("aé ß,’' _7I"), min_size=30, max_size=60).map(lambda text: f"Words {text.strip()}")


@given(TOLD, st.sampled_from(["", ".", ": 100", " - 100", " (100)"]))
def test_a_line_that_begins_with_more_than_a_name_is_read_like_any_other(told: str, end: str) -> None:
    line = f"{told}{end}"
    assert field_line.written(line) == (field_line.formed(line.rstrip()) or field_line.by_sign(line))


def test_a_count_in_many_words_has_no_name() -> None:
    found = field_line.read("one hundred words, not counting the author’s notes")
    assert found is not None
    assert found.fields == (Field.WORD_COUNT,)


@pytest.mark.parametrize("mark", [*"‣▸►▶⟶⇒❯•·✦┃│¦~☞★♡>", ">>", "->", "=>"])
@pytest.mark.parametrize("name", ["Title", "**Title**", "[Title]", "__**Title**__", "title"])
def test_any_mark_with_blanks_around_it_parts_a_name_from_its_value(name: str, mark: str) -> None:
    found = field_line.read(f"{name} {mark} The Ninth Stair")
    assert found is not None
    assert (found.fields, found.value) == ((Field.TITLE,), "The Ninth Stair")


@pytest.mark.parametrize(
    "value", ["For Challenge 118: Moon. Thanks to Ana.", "Written in the Rating: none of us kept it"]
)
def test_a_name_behind_a_word_that_needs_it_parts_no_value(value: str) -> None:
    found = field_line.read(f"Author notes: {value}")
    assert found is not None
    assert [each.value for each in field_line.split(found)] == [value]
