"""What a box holds of a header, and what stays beside it."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.header import correction, header
from bot.domain.header.field import Field
from bot.domain.header.header import Header
from bot.domain.text import limits, message_length

fields = st.lists(st.tuples(st.sampled_from(Field), st.integers(1, 3_000).map(lambda length: "a" * length))).map(tuple)


@given(st.builds(Header, fields, fields))
def test_a_box_holds_what_fits_and_nothing_is_lost(whole: Header) -> None:
    shown, rest = correction.parted(whole)
    assert message_length.units(header.to_lines(shown)) <= limits.TEXT_BOX
    after = correction.corrected(whole, header.to_lines(shown))
    assert (Counter(after.above), Counter(after.below)) == (Counter(whole.above), Counter(whole.below))
    if not rest.fields:
        assert shown == whole


def test_what_is_longest_stays_beside_the_box() -> None:
    title, notes, summary = (Field.TITLE, "Ash"), (Field.NOTES, "n" * 4_500), (Field.SUMMARY, "s" * 1_000)
    shown, rest = correction.parted(Header((title, notes), (summary,)))
    assert (shown, rest) == (Header((title,), (summary,)), Header((notes,)))
