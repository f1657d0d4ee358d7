"""Nothing that somebody writes reaches beyond itself."""

import unicodedata
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.entries.entry import Entry
from bot.domain.header.header import Field, Header
from bot.domain.text import conventions, escaping, glyph, harmless
from bot.domain.text.conventions import Convention

OPENERS = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
HOSTILE = st.text(alphabet=f"ab א١é\u0301\u0323\u20dd\ufeff\u200d\u200e\u202c\u2069{OPENERS}\U000e0041", max_size=40)


def is_balanced(text: str) -> bool:
    """By the standard's own rules, at least as strict: whatever opens is closed, in order, by its own kind of end."""
    open_: list[str] = []
    for one in text:
        if one in glyph.OPENS:
            open_.append(glyph.OPENS[one])
        elif one == "\u2069":
            while open_ and open_[-1] == "\u202c":
                open_.pop()
            if not open_ or open_.pop() != one:
                return False
        elif one == "\u202c" and (not open_ or open_.pop() != one):
            return False
    return not open_


@pytest.mark.parametrize("mark", OPENERS)
def test_a_direction_is_ended_where_the_words_end(mark: str) -> None:
    assert escaping.line(f"Frost {mark}tsorF", 100) == f"\u2068Frost {mark}tsorF{glyph.OPENS[mark]}\u2069"


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("Frost\u202c and\u2069 snow", "Frost and snow"),
        ("a\u202eb\u2069c\u202c", "\u2068a\u202ebc\u202c\u2069"),
        ("a\u2067b\u202ec\u2069d", "\u2068a\u2067b\u202ec\u2069d\u2069"),
        ("שלג", "\u2068שלג\u2069"),
        ("ثلج ١٠٠", "\u2068ثلج ١٠٠\u2069"),
        ("Snow\u200f", "\u2068Snow\u200f\u2069"),
        ("Snow at 7", "Snow at 7"),
        ("Sn\ufeffo\u180ew\U000e0041\x07", "Snow"),
        ("http:\ufeff//", "http://"),
    ],
)
def test_what_stands_beside_is_not_turned(typed: str, seen: str) -> None:
    assert escaping.line(typed, 100) == seen


def test_an_address_is_not_put_together_by_taking_away_what_nobody_sees() -> None:
    assert "://" not in escaping.name("https:\ufeff//example.org", 100)
    assert escaping.line("@every\ufeffone", 100) == "@\u200beveryone"


@given(HOSTILE, st.integers(1, 30))
@example("aaaaaa\u202a\u202aa\u202c", 12)
def test_words_are_balanced_and_short_enough(typed: str, most: int) -> None:
    for written in (escaping.plain(typed, most), escaping.plain(typed, 100)):
        assert is_balanced(written)
        assert not any(unicodedata.bidirectional(one) in glyph.TURNING for one in written) or written[0] == "\u2068"
    assert len(escaping.plain(typed, most)) <= max(most, 3)


@pytest.mark.parametrize(
    "kept",
    [
        "Cafe\u0301", "Vie\u0323\u0302t Na\u0302\u0300m", "ᾧ", unicodedata.normalize("NFD", "ᾧ ᾷ"),
        "r\u0325\u0304\u0301",
        "ก็น้ำ ที่นี่", "हिन्दी क्ष्म्य", "မြို့ ညှိုးငယ်", "བསྒྲུབས་ ཧཱུྃ", "Tiếng Việt",
    ],
)  # fmt: skip
def test_scripts_keep_what_they_need(kept: str) -> None:
    assert escaping.plain(kept, 100) == kept


@pytest.mark.parametrize("kept", ["בְּרֵאשִׁ֖ית", "יְרוּשָׁלַ֔͏ִם", "بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ"])
def test_scripts_that_run_the_other_way_keep_what_they_need(kept: str) -> None:
    assert escaping.plain(kept, 100) == glyph.ISOLATED.format(kept)


@pytest.mark.parametrize(
    "kept",
    [
        "👩\u200d👩\u200d👧",
        "❤\ufe0f",
        "7\ufe0f\u20e3",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "葛\U000e0100",
    ],
)
def test_emoji_stay_whole(kept: str) -> None:
    assert escaping.plain(kept, 100) == kept


@pytest.mark.parametrize("mark", ["\u0301", "\u0323", "\u0336", "\u20dd", "\u0e47", "\u0489", "\u034f", "\u1ab0"])
@pytest.mark.parametrize("between", ["", "\u200d", "\u200b"])
def test_marks_do_not_pile_up(mark: str, between: str) -> None:
    harmless = escaping.plain(f"a{(mark + between) * 60}b", 300)
    assert harmless[0] == "a"
    assert harmless[-1] == "b"
    assert harmless.count(mark) <= glyph.MOST_MARKS
    assert escaping.plain(mark * 20 + "Frost", 300) == "Frost"


def test_few_marks_of_many_kinds_are_piled_on_one_another() -> None:
    above = [chr(one) for one in range(0x300, 0x370) if unicodedata.combining(chr(one)) == 230]
    assert escaping.plain(f"a{''.join(above)}", 300) == "a" + "".join(above[: glyph.MOST_PILED])


@pytest.mark.parametrize(
    "title", ["\u3164", "\u2800 \u2800", "\u115f\u1160", "\u200b\u200d", "\u2067\u2069", "\u0301\u0301", "\ufeff"]
)
def test_what_nobody_sees_is_no_title(title: str) -> None:
    header = Header(((Field.TITLE, title),))
    now = datetime(2026, 3, 1, tzinfo=UTC)
    entry = Entry(1, 2, 3, 4, header, "It snowed.", conventions.count("It snowed."), Convention.AO3, now, revision=0)
    assert entry.title == "Untitled"
    assert escaping.plain(title, 100) in {"…", ""}


def test_a_story_ends_its_directions_with_its_lines_and_loses_nothing() -> None:
    (page,) = harmless.split("It \u202esnowed\nall \u2067night\u202c", 500, 500, covered=False)
    assert page == "It \u202esnowed\u202c\nall \u2067night\u202c\u2069"


def test_a_story_keeps_every_mark_on_its_letters() -> None:
    story = "S\u0301\u0301\u0301\u0301\u0301\u0301now. \ufeff"
    assert harmless.split(story, 500, 500, covered=False)[0] == story
