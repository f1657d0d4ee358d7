from datetime import UTC, datetime

import pytest

from bot.domain.entries.entry import Entry
from bot.domain.header import header
from bot.domain.moderation import listed_word
from bot.domain.reading import manuscript
from bot.domain.text.conventions import Convention

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def found(words: tuple[str, ...], story: str, head: str = "Title: Tuesday") -> str | None:
    entry = Entry(
        id=1,
        round_id=1,
        writer_id=1,
        draft_id=1,
        header=header.from_lines(head),
        story=story,
        counts=manuscript.counts_of(story),
        convention=Convention.AO3,
        handed_in_at=NOW,
        revision=1,
    )
    return listed_word.found(words, entry)


@pytest.mark.parametrize(
    "story",
    [
        "a kettle sang",
        "A KETTLE.",
        "the kettle's song",
        "“kettle”",
        "kettle-drum",
        "__kettle__",
        "ket**tle** sang",
        "||k||ettle",
        "\\*kettle\\*",
        "[kett](https://example.org)le",
        "ｋｅｔｔｌｅ",
        "𝓴𝓮𝓽𝓽𝓵𝓮",
        "ⓚⓔⓣⓣⓛⓔ",
        "ket\u200btle",
        "ket\u00adtle",
        "ket\u2060t\u200dle",
        "k\ufe0fet\u034ftle",
        "\u202ekettle\u202c",
        "kéttlê",
        "ke\u0301ttle",
        "KE\u0301TTLE",
        "kettle_song",
        "kettl\u0435",  # a Cyrillic letter
        "K\u0415\u0422\u0422LE",
        "k\u03adttle",  # a Greek one, with an accent
        "\u212aettle",
    ],
)
def test_a_word_is_found_however_it_is_written(story: str) -> None:
    assert found(("kettle",), story) == "kettle"
    assert found(("lamp", "Ket\u200btle "), story) == "Ket\u200btle "


@pytest.mark.parametrize("story", ["kettles", "teakettle", "kettle9", "ket tle", "kettleé", "ket**tles**"])
def test_a_word_within_another_is_not_it(story: str) -> None:
    assert found(("kettle",), story) is None


@pytest.mark.parametrize(
    ("word", "story", "is_found"),
    [
        ("café", "the cafe\u0301", True),
        ("café", "the cafe", False),
        ("straße", "STRASSE", True),
        ("ﬁre", "the fire", True),
        ("殺", "彼は殺人を", True),
        ("お茶", "熱いお茶を飲む", True),
        ("ﾈｺ", "ネコがいる", True),
        ("แมว", "ฉันรักแมวมาก", True),
        ("घर", "घर में", True),
        ("क", "का", False),
        ("ёж", "ЁЖ", True),
        ("кошка", "к\u006fшка", True),
        ("КОТ", "\u004bОТ", True),
        ("κήπος", "κήπ\u006fς", True),
        ("σοφία", "σ\u006fφία", True),
        ("кот", "\u03baо\u0442", True),
        ("cop", "сор", False),  # a line of one script
        ("cop", "a сор came", True),
        ("cop", "a сор came\nи ушёл", True),
        ("cop", "a сор пришёл", False),  # it has letters that no Latin one is drawn like
        ("рот", "и pot, и нос", True),
        ("κοτα", "η κοta πάει", True),
        ("κότα", "η kota πάει", False),  # ditto
        ("чайник", "чайник", True),
        ("kettl\u0435", "kettl\u0435", True),
        ("oil lamp", "\u043eil l\u0430mp", True),
        ("oil  lamp", "an oil\nlamp", True),
        ("oil lamp", "an oil\u00a0*lamp*", True),
        ("c++", "I write C++, badly", True),
        ("evil.example", "[here](https://evil.example/x)", True),
        ("won't", "she won’t", True),
        ("won’t", "she won't", True),
        ("will-o-the-wisp", "a will‑o‐the–wisp", True),
        ("🔪", "a 🔪!", True),
        ("\u200b", "anything", False),
        ("***", "a *star*", False),
    ],
)
def test_words_of_all_scripts(word: str, story: str, is_found: bool) -> None:
    assert found((word,), story) == (word if is_found else None)


def test_a_header_is_read_too() -> None:
    assert found(("winter",), "A kettle sang", "Fandom: *Wínter* Stories") == "winter"
    assert found(("stories a",), "A kettle sang", "Fandom: Winter Stories") == "stories a"


def test_the_first_of_the_list_is_named() -> None:
    assert found(("lamp", "sang", "kettle"), "a kettle sang") == "sang"
