"""Every inline control word of rich text: no visible character is lost, and no hidden one comes out.

The words are those of the Rich Text Format Specification 1.9.1: special characters, character properties, and the
destinations of all its parts.
"""

import pytest

from bot.domain.documents import rich_word
from tests.domain.documents.rich_texts import read

SEEN = {
    r"\emdash ": "—",
    r"\endash ": "–",
    r"\lquote ": "‘",
    r"\rquote ": "’",
    r"\ldblquote ": "“",
    r"\rdblquote ": "”",
    r"\bullet ": "•",
    r"\\": "\\",
    r"\{": "{",
    r"\}": "}",
    r"\_": "\N{NON-BREAKING HYPHEN}",
    r"\'e9": "é",
    r"\'E9": "é",
    r"\u8212?": "—",
    r"\u8212 ?": "—",
    r"\uc0\u8212 ": "—",
    r"\uc2\u8212\'81\'40": "—",
    r"\uc1\u-3913 ?": "\uf0b7",
    r"\u-10179?\u-8704?": "😀",
    r"\u128512?": "😀",
    r"{\f1 J}": "☺",
    r"{\f1\'4a}": "☺",
    r"{\f1\u-4022?}": "☺",
    r"{\f4 a}": "α",
    r"{\f2\'e4}": "д",
    r"{\f3\'93\'8c}": "東",
    r"{\f3\'83A}": "ア",
    "\xe9": "é",
    r"\zwj ": "\u200d",
    r"\zwnj ": "\u200c",
    r"{\upr{no}{\*\ud{x}}}": "x",
    r"{\object{\*\objdata 0102}{\result x}}": "x",
    r"{\*\bkmkstart no}x": "x",
    r"{\revised x}": "x",
    r"{\mvt x}": "x",
    r"{\webhidden x}": "x",
    r"{\cs12\super x}": "x",
    r"{\v0 x}": "x",
    r"{\lang1033\noproof x}": "x",
    r"{\mmath{\*\moMath{\*\moMathPr{\mjc left}}{\mr x}}}": "x",
    r"{\mmath{\*\moMath{\mf{\mnum{\mr 1}}{\mden{\mr 2}}}}}": "1/2",
}
UNSEEN = (
    *(
        r"\-",
        r"\zwbo ",
        r"\zwnbo ",
        r"\:",
        r"\|",
        r"\chftn ",
        r"\chdate ",
        r"\chpgn ",
        r"\unknownword ",
        r"\unknownword-12 ",
    ),
    *(
        r"{\v no}",
        r"{\deleted no}",
        r"{\mvf no}",
        r"{\v no\v0}",
        r"{\v{\b no}}",
        r"{\v \f1 J\emdash }",
    ),
    *(r"{\pict\pngblip 89504e47}", r"{\pict\bin4 }}{{}", r"{\*\shppict{\pict 00}}{\nonshppict{\pict 00}}"),
    *(r"{\*\anything {no} no}", r"{\*\htmltag64 <p>}", r"{\*\xmlopen\xmlns1{\factoidname no}}", r"{\mmathPict no}"),
    *(r"{\xe{no}}", r"{\tc no}", r"{\footnote\pard\chftn\par}", r"{\*\atnid no}{\*\annotation no}", r"{\*\fldinst no}"),
    *(
        r"{\listtext\tab 1.\tab}",
        r"{\pntext\f1\'b7\tab}",
        r"{\*\pn\pnlvlbody{\pntxta .}{\pntxtb (}}",
        r"{\info{\title no}}",
    ),
    *(r"{\header no\par}", r"{\stylesheet{\s0 No;}}", r"{\colortbl;\red0;}", r"{\*\generator no;}", r"{\upr{no}}"),
    *("{{\\NeXTGraphic no.png \\width40\\height30}\xac}", r"{{\NeXTGraphic no.png \width40}\'ac}"),
    *("\r\n", "\0", r"\'00", r"\'01", r"\u0?", r"\u7?", r"\u1114112?"),
)
BLANK = (
    *(r"\tab ", r"\line ", r"\par ", r"\cell ", r"\row ", r"\sect ", r"\page ", r"\column ", r"\~", r"\emspace "),
    *(r"\enspace ", r"\qmspace ", "\\\n", "\\\r\n", "\\\t", r"\lbr1 ", r"\softline ", r"\nestcell ", r"\nestrow "),
)


@pytest.mark.parametrize("source", SEEN)
def test_what_is_shown(source: str) -> None:
    assert read(f"One{{}}{source}{{}}two") == f"One{SEEN[source]}two"


@pytest.mark.parametrize("source", UNSEEN)
def test_what_is_not_shown(source: str) -> None:
    assert read(f"One{source}two") == "Onetwo"


@pytest.mark.parametrize("word", sorted(rich_word.LEFT_OUT - {rich_word.NOTE}))
def test_a_destination_that_is_no_text(word: str) -> None:
    assert read(rf"One{{\{word} no {{no}}\par no}}two") == "Onetwo"
    assert read(rf"One{{\*\{word} no {{no}}}}two") == "Onetwo"


@pytest.mark.parametrize("source", BLANK)
def test_what_parts_words(source: str) -> None:
    assert read(f"One{source}two").split() == ["One", "two"]


@pytest.mark.parametrize("word", rich_word.UNDERLINES)
def test_underline(word: str) -> None:
    assert read(rf"One {{\{word} two}} \{word} three\ulnone  four \ul five\ul0  six") == (
        "One __two three__ four __five__ six"
    )


@pytest.mark.parametrize(("on", "off"), [("strike", "strike0"), ("striked1", "striked0"), ("strike", "plain")])
def test_strike(on: str, off: str) -> None:
    assert read(rf"One \{on} two\{off}  three") == "One ~~two~~ three"
