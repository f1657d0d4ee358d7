import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.text import conventions, markup
from tests.growth import is_in_proportion


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("un**believ**able", "unbelievable"),
        ("*soft* **loud** ***both***", "soft loud both"),
        ("**bold *and slanted***", "bold and slanted"),
        ("*a **b* c**", "a b c"),
        ("**un*believ*able**ness", "unbelievableness"),
        ("**a*b*c**d", "abcd"),
        ("**d*mn** it", "d*mn it"),
        ("so *un**real* it is", "so un**real it is"),
        ("**a*b** *c*", "a*b c"),
        ("a*b**c*d**e", "ab**cd**e"),
        ('[tea](https://example.org "a title") sang', "tea sang"),
        ("[tea](<https://example.org>  'a title' ) sang", "tea sang"),
        ("_soft_ __under__ un__der__lined", "soft under underlined"),
        ("~~gone~~ ||hidden|| `code`", "gone hidden code"),
        ("```\nblock\n```", "\nblock\n"),
        ("snake_case stays", "snake_case stays"),
        ("___", ""),
        ("_ _", " "),
        ("2*3*4", "234"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("d*mn", "d*mn"),
        ("* * *", "* * *"),
        (r"\*not slanted\* \_ \\", r"*not slanted* _ " + "\\"),
        ("# Big\n## Less\n-# small\n> quoted\n>>> long\n> # both", "Big\nLess\nsmall\nquoted\nlong\nboth"),
        ("#rain > wind", "#rain > wind"),
        ("- one\n- two", "- one\n- two"),
        ("[the kettle](https://example.org/a_(b)) sang", "the kettle sang"),
        ("[a **bold** kettle](<https://example.org>)", "a bold kettle"),
        ("[he left](slowly) [so]", "[he left](slowly) [so]"),
        ("](https://example.org)", "](https://example.org)"),
        ("<:tea:1><a:rain:22>", ""),
        ("<@1><@!1><@&1><#1></submit now:1><t:1:R><t:-5><id:guide>", ""),
        ("1 < 2 <3 <not: one>", "1 < 2 <3 <not: one>"),
    ],
)
def test_marks_are_taken_away_by_joining(written: str, read: str) -> None:
    assert markup.plain(written) == read


@pytest.mark.parametrize("text", ["___", "<:tea:1>", "<@1>", "**", "[](https://example.org)"])
def test_marks_alone_are_no_word(text: str) -> None:
    assert conventions.by_ao3(markup.plain(text)) == 0


@pytest.mark.parametrize(
    "piece",
    [
        *("*", "_", "~", "`", "|", "[", "<", "\\", "> ", "# ", "\n", " ", "*a ", "a* ", "**a *b", "</a", "<:a"),
        *("a**", "*a**b", "a***b", "a** *", "**a*b***c", "](https://a '", '](https://a  "b ', "](https://a" + " " * 99),
        *("](https://", "[x](https://a", "[x](https://a(b"),
    ],
)
def test_no_text_takes_long(piece: str) -> None:
    assert is_in_proportion(markup.plain, piece * (200_000 // len(piece)), within=5)


@settings(max_examples=200)
@given(st.lists(st.text("abc é東.,!?'’\n-", max_size=8)), st.sampled_from(["*", "**", "~~", "||", "***", "__"]))
def test_marks_around_a_word_never_change_the_count(parts: list[str], mark: str) -> None:
    bare = " ".join(f"a{part}b" for part in parts)
    marked = " ".join(f"{mark}a{part}b{mark}" for part in parts)
    assert markup.plain(marked) == markup.plain(bare)
