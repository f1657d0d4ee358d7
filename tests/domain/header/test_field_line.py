"""One line of a header: its name, what parts it from the value, and lines that have neither."""

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
