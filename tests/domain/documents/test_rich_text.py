r"""Every inline control word of rich text: no visible character is lost, and no hidden one comes out.

The words are those of the Rich Text Format Specification 1.9.1: special characters, character properties, and the
destinations of all its parts.
"""

from contextlib import suppress

import pytest

from bot.domain.documents import document, rich_word
from bot.domain.problem import FileUnreadable, RefusedError
from tests.growth import is_in_proportion

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times{\*\falt No};}{\f1\fnil\fcharset2 Wingdings;}{\f2\fcharset204 Cyr;}"
    r"{\f3\fcharset128 Mincho;}{\f4\fcharset2 Symbol;}}"
)


def read(body: str, begin: str = r"\ansi\ansicpg1252\deff0") -> str:
    return document.read("frost.rtf", (r"{\rtf1" + begin + FONTS + r"\pard " + body + "}").encode("latin-1"))


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


INSIDE = r"{\me{\mr x}}"
PROPERTIES = r"{\*\mctrlPr\f1}"


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (rf"{{\md{{\mdPr{{\mbegChr [}}{{\mendChr \}}}}{PROPERTIES}}}{INSIDE}}}", "[x}"),
        (rf"{{\md{{\mdPr{{\mbegChr }}{{\mendChr \u8214?}}}}{INSIDE}}}", "x‖"),
        (rf"{{\md{{\mdPr{{\msepChr ;}}}}{INSIDE}{INSIDE}{INSIDE}}}", "(x;x;x)"),
        (rf"{{\md{INSIDE}{INSIDE}}}", "(x|x)"),
        (rf"{{\md{{\me{{\msSup{INSIDE}{{\msup{{\mr 2}}}}}}}}}}", "(x2)"),
        (rf"{{\mnary{{\mnaryPr{{\mchr \u8721?}}{{\mlimLoc no}}}}{{\msub{{\mr i}}}}{{\msup}}{INSIDE}}}", "∑ix"),
        (rf"{{\mnary{{\msub}}{{\msup}}{INSIDE}}}", "∫x"),
        (rf"{{\mrad{{\mradPr{{\mdegHide on}}}}{{\mdeg}}{INSIDE}}}", "√x"),
        (rf"{{\macc{{\maccPr{{\mchr \u771?}}}}{INSIDE}}}", "x\u0303"),
        (rf"{{\mbar{{\mbarPr{{\mpos top}}}}{INSIDE}}}", "x\u0305"),
        (rf"{{\mgroupChr{INSIDE}}}", "x⏟"),
        (r"{\mf{\mnum{\mr x}}{\mden{\mr 2}}}", "x/2"),
        (r"{\mf{\mfPr{\mtype noBar}}{\mnum{\mr n}}{\mden{\mr k}}}", "n k"),
        (rf"{{\mm{{\mmPr}}{{\mmr{INSIDE}{INSIDE}}}{{\mmr{INSIDE}{INSIDE}}}}}", "x x x x"),
        (rf"{{\mfunc{{\mfName{{\mr sin}}}}{INSIDE}}}", "sin x"),
        (rf"{{\mphant{{\mphantPr{{\mshow 0}}}}{INSIDE}}}", ""),
        (rf"{{\mphant{{\mphantPr{{\mshow on}}}}{INSIDE}}}", "x"),
        (rf"{{\mphant{INSIDE}}}", "x"),
        (rf"{{\v{{\md{INSIDE}}}}}", ""),
        *((rf"{{\m{kind}{INSIDE}{INSIDE}}}", "xx") for kind in ("sSub", "sSubSup", "sPre", "limLow", "limUpp", "box")),
    ],
)
def test_a_formula(formula: str, text: str) -> None:
    assert read(rf"One{{\mmath{{\*\moMath{{\mr <}}{formula}{{\mr >}}}}}}two") == f"One<{text}>two"


# -- fields ---------------------------------------------------------------------------------------


LIST = (
    r"{\field{\*\fldinst{\b FORMDROPDOWN }{{\*\formfield{\fftype2%s\fftypetxt0{\*\ffname no}{\*\ffhelptext no}"
    r"{\*\ffl no}{\*\ffl t\'77o}{\*\ffl no}}}}}{\fldrslt }}"
)
TICK = r"{\field{\*\fldinst{FORMCHECKBOX{\*\formfield{\fftype1%s{\*\ffname no}}}}}{\fldrslt }}"
INPUT = r"{\field{\*\fldinst{FORMTEXT{\*\formfield{\fftype0{\*\ffname x}{\*\ffdeftext no}{\*\ffformat x}}}}}%s}"


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (r'{\field{\*\fldinst{HYPERLINK "http://example.org/"}}{\fldrslt two}}', "two"),
        (r'{\field{\*\fldinst{HYPERLINK "http://example.org/"}}{\fldrslt{\ul two}}}', "two"),
        (r"{\field\fldedit{\*\fldinst { AUTHOR }{\i no}}{\fldrslt {two}}}", "two"),
        (r"{\field{\fldinst  AUTHOR }{\fldrslt two}}", "two"),
        (r"{\field{\*\fldinst IF {\field{\*\fldinst PAGE}{\fldrslt no}} no}{\fldrslt two}}", "two"),
        (r"{\field{\*\fldinst TOC}{\fldrslt {\field{\*\fldinst HYPERLINK x}{\fldrslt two}}}}", "two"),
        (r"{\field{\*\fldinst EQ \\* jc2 \\o\\ad(\\s\\up 9(no),two)}{\fldrslt }}", "two"),
        (r'{\field{\*\fldinst SYMBOL 74 \\f "Wingdings" \\s 12}{\fldrslt\f1}}', "☺"),
        (r'{\field{\*\fldinst SYMBOL 74 \\f "Wingdings" \\s 12}{\fldrslt{\f1 J}}}', "☺"),
        (r"{\field{\*\fldinst MACROBUTTON NoMacro two}{\fldrslt }}", "two"),
        (r"{\field{\*\fldinst XE no}{\fldrslt}}", ""),
        (r"{\field{\*\fldinst IF {\field{\*\fldinst SYMBOL 74}{\fldrslt}} no}{\fldrslt two}}", "two"),
        (LIST % r"\ffres1\ffdefres2", "two"),
        (LIST % r"\ffres25\ffdefres1", "two"),
        (LIST % r"\ffdefres1", "two"),
        (LIST % "", "no"),
        (LIST % r"\ffres9", ""),
        (LIST % r"\ffres-1", ""),
        (r"{\v" + LIST % r"\ffres1" + "}", ""),
        (r"{\deleted" + LIST % r"\ffres1" + "}", ""),
        (r"{\field{\*\fldinst{\v FORMDROPDOWN{\*\formfield{\fftype2{\*\ffl no}}}}}{\fldrslt}}", ""),
        (TICK % r"\ffres1", "☒"),
        (TICK % r"\ffres0\ffdefres1", "☐"),
        (TICK % r"\ffres25\ffdefres1", "☒"),
        (TICK % "", "☐"),
        (INPUT % r"{\fldrslt two}", "two"),
        (INPUT % "", "no"),
    ],
)
def test_a_field_shows_its_result(field: str, text: str) -> None:
    assert read(f"One{field}three") == f"One{text}three"


# -- letters --------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", rich_word.UNDERLINES)
def test_underline(word: str) -> None:
    assert read(rf"One {{\{word} two}} \{word} three\ulnone  four \ul five\ul0  six") == (
        "One __two three__ four __five__ six"
    )


@pytest.mark.parametrize(("on", "off"), [("strike", "strike0"), ("striked1", "striked0"), ("strike", "plain")])
def test_strike(on: str, off: str) -> None:
    assert read(rf"One \{on} two\{off}  three") == "One ~~two~~ three"


@pytest.mark.parametrize(
    ("begin", "text"),
    [
        (r"\ansi\ansicpg1250", "Ş"),
        (r"\mac", "™"),
        (r"\mac\ansicpg10000", "™"),
        (r"\mac\ansicpg10007", "™"),
        (r"\ansi\ansicpg10029", "™"),
        (r"\pc", "¬"),
        (r"\ansi\ansicpg99999", "ª"),
        ("", "ª"),
        (r"\pca", "¬"),
        (r"\deff2", "Є"),
        (r"\deff2\plain", "Є"),
    ],
)
def test_encodings(begin: str, text: str) -> None:
    assert read(r"One\'aa", begin) == f"One{text}"


# -- paragraphs -----------------------------------------------------------------------------------

BOXES = (
    r"{\shp{\*\shpinst\shpleft0{\sp{\sn no}{\sv 1}}{\shptxt\pard\plain two\par three\par}}{\shprslt{\*\do no}}}",
    r"{\shp{\*\shpinst{\shptxt two\par three}}}",
    r"{\*\do\dobxcolumn\dptxbx{\dptxbxtext\pard two\par three\par}\dpx0}",
    r"{\i{\shpgrp{\*\shpinst{\shp{\*\shpinst{\shptxt two\par three\par}}}}}}",
)


@pytest.mark.parametrize("box", BOXES)
def test_a_box_follows_its_paragraph_and_comes_once(box: str) -> None:
    assert read(rf"One{box} goes on.\par End.") == "One goes on.\ntwo\nthree\nEnd."


ART = r"{\shp{\*\shpinst\shpleft0{\sp{\sn shapeType}{\sv 136}}{\sp{\sn gtextUNICODE}{\sv t\'77\u111?}}%s}{\shprslt no}}"
INLINE_ART = (
    r"{\*\shppict{\pict{\*\picprop{\sp{\sn gtextUNICODE}{\sv two}}%s}\pngblip 89504e47}}{\nonshppict{\pict 00}}"
)
HIDDEN_SHAPE = r"{\sp{\sn fHidden}{\sv 1}}"


@pytest.mark.parametrize(
    ("drawn", "text"),
    [
        (ART % "", "One\ntwo\nthree"),
        (INLINE_ART % "", "One\ntwo\nthree"),
        (rf"{{\shpgrp{{\*\shpinst{ART % ''}}}}}", "One\ntwo\nthree"),
        (ART % HIDDEN_SHAPE, "One\nthree"),
        (INLINE_ART % HIDDEN_SHAPE, "One\nthree"),
        (rf"{{\shpgrp{{\*\shpinst{HIDDEN_SHAPE}{ART % ''}}}}}", "One\nthree"),
        (rf"{{\v{ART % ''}}}", "One\nthree"),
        (rf"{{\header{ART % ''}}}", "One\nthree"),
        (r"{\shp{\*\shpinst{\sp{\sn fHidden}{\sv 0}}{\shptxt two\par}}}", "One\ntwo\nthree"),
        (rf"{{\shp{{\*\shpinst{HIDDEN_SHAPE}{{\shptxt no\par}}}}}}", "One\nthree"),
        (r"{\v{\shp{\*\shpinst{\shptxt\pard\plain no\par}}}}", "One\nthree"),
        (r"{\shp{\*\shpinst{\sp{\sn wzDescription}{\sv no}}}}", "One\nthree"),
        (r"{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv two\u13?lines}}}}", "One\ntwo\nlines\nthree"),
        (r"{\pict{\*\picprop{\sp{\sn fHorizRule}{\sv 1}}}\wmetafile8 0100}", "One\n---\nthree"),
    ],
)
def test_letters_that_are_drawn(drawn: str, text: str) -> None:
    assert read(rf"One{drawn}\par three") == text


@pytest.mark.parametrize(
    ("borders", "text"),
    [
        (r"\brdrb\brdrs\brdrw10 ", "One\n---\ntwo"),
        (r"\brdrt\brdrdb ", "One\n---\ntwo"),
        (r"\brdrb\brdrs\brdrt\brdrnone ", "One\n---\ntwo"),
        (r"\box\brdrs ", "One\n---\ntwo"),
        (r"\brdrb\brdrnone ", "One\n\ntwo"),
        (r"\brdrl\brdrs\brdrr\brdrs ", "One\n\ntwo"),
        (r"\brdrb\brdrs\pard ", "One\n\ntwo"),
        (r"\clbrdrb\brdrs ", "One\n\ntwo"),
        (r"\brdrb\brdrs some ", "One\nsome\ntwo"),
    ],
)
def test_an_empty_paragraph_with_a_line_is_a_scene_break(borders: str, text: str) -> None:
    assert read(rf"One\par\pard{borders}\par\pard two") == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\pard\dropcapli3\dropcapt1 T\par\pard he rain fell.", "The rain fell."),
        (r"One{\deleted\par}two", "Onetwo"),
        (r"One{\v\par}two", "Onetwo"),
        (r"One\par{\v no\par}two", "One\ntwo"),
        (r"One\par\pard two", "One\ntwo"),
    ],
)
def test_ends_that_nobody_sees(source: str, text: str) -> None:
    assert read(source) == text


ROW = r"\trowd{}\cellx99{}\cellx999\pard\intbl {}\cell {}\cell{{\trowd{}\cellx99{}\cellx999\row}}"


def row(first: str, second: str, one: str = "", other: str = "") -> str:
    return ROW.format(one, other, first, second, one, other)


ABOVE = row("two", "three", r"\clvmgf")
IN_BOX = rf"{{\shp{{\*\shpinst{{\shptxt {row('no', 'no', chr(92) + 'clvmgf')}\pard no\par}}}}}}"
BOX = r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard no\par}}}"


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (row("two", "three", r"\clvmgf") + row("no", "four", r"\clvmrg"), "One two three four five"),
        (row("two", "three", r"\clmgf", r"\clmrg"), "One two three five"),
        (ABOVE + row("no\\par no", "four", r"\clvmrg"), "One two three four five"),
        (ABOVE + row(r"{\b no}", r"four\par", r"\clvmrg"), "One two three four five"),
        (ABOVE + row(BOX, "four", r"\clvmrg"), "One two three four five"),
        (ABOVE + row("no", "four", r"\clvmrg") + row("no", "4", r"\clvmrg"), "One two three four 4 five"),
        (ABOVE + row("4", "four") + row("four", "4", r"\clvmrg"), "One two three 4 four four 4 five"),
        (ABOVE + row(rf"no{IN_BOX}", "four", r"\clvmrg"), "One two three four five"),
        (ABOVE + r"\pard\par " + row("4", "four", r"\clvmrg"), "One two three 4 four five"),
        (ABOVE + r"\trowd\clvmrg\cellx98\pard\intbl 4\cell\row", "One two three 4 five"),
        (ABOVE + r"\trowd\trleft9\clvmrg\cellx99\pard\intbl 4\cell\row", "One two three 4 five"),
        (row("two", "three", r"\clvmrg"), "One two three five"),
        (row("two", "three", r"\clvmrg") + row("four", "4", r"\clvmrg"), "One two three four 4 five"),
        (r"\trowd\clvmrg\cellx99\pard two\par", "One two five"),
        (ABOVE + r"\trowd\clvmrg\cellx99\pard 4\par", "One two three 4 five"),
        (rf"{{\header{row('no', 'no', chr(92) + 'clvmgf')}}}" + row("two", "three", r"\clvmrg"), "One two three five"),
        (ABOVE + r"\pard\intbl 4\cell\row", "One two three 4 five"),
    ],
)
def test_a_cell_under_one_that_spans_both(table: str, words: str) -> None:
    assert read(rf"One\par {table}\pard five").split() == words.split()


def nested(first: str, second: str, told: str = "", depth: int = 2) -> str:
    """A row of a table in a cell; what is told of the row follows its text."""
    cells = "".join(rf"\pard\intbl\itap{depth} {text}\nestcell" for text in (first, second))
    return cells + rf"{{\*\nesttableprops\trowd{told}\cellx99\cellx999\nestrow}}{{\nonesttables\par}}"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (nested("a", "b") + nested("c", "d"), "One\na\tb\nc\td\ntwo"),
        (r"in:\par " + nested("a", "b"), "One\nin:\na\tb\ntwo"),
        (nested("a", "b", r"\clvmgf") + nested("no", "d", r"\clvmrg"), "One\na\tb\nd\ntwo"),
        (nested("a", "b", r"\clvmrg") + nested("c", "d", r"\clvmrg"), "One\na\tb\nc\td\ntwo"),
        (nested("a", "b", r"\clmgf"), "One\na\tb\ntwo"),
        (nested("a", nested("b", "c", depth=3)), "One\na\tb\tc\n\ntwo"),
    ],
)
def test_a_table_in_a_cell(cell: str, text: str) -> None:
    assert read(rf"One\par\trowd\cellx999\pard\intbl {cell}\pard\intbl two\cell\row") == text


def test_a_table_in_a_cell_that_lies_under_another() -> None:
    hidden = rf"\trowd\clvmrg\cellx99\cellx999\pard\intbl no\par{nested('no', 'no')}\pard\intbl no\cell 4\cell\row"
    assert read(ABOVE + hidden + r"\pard five").split() == ["two", "three", "4", "five"]


def test_tables_without_end_in_each_other_take_no_longer() -> None:
    assert read(r"\itap2147483647 one\itap-3\par two") == "one\ntwo"


@pytest.mark.parametrize("word", [r"\subdocument1 ", r"{\b\subdocument2}"])
def test_a_document_put_together_of_others_is_refused(word: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read(rf"One\par{word}")
    assert refused.value.problems == (FileUnreadable("frost.rtf"),)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("naïve “tea” — 雨", "naïve “tea” — 雨"),
        (r"{\b été}\par \'e9\u233?\u233é.", "**été**\néé" + "é."),
        (r"{\v é}\uc2\u8212éé!", "—!"),
    ],
)
def test_letters_behind_a_mark_of_unicode(source: str, text: str) -> None:
    data = (r"{\rtf1\ansi " + source + "}").encode()
    assert document.read("frost.rtf", b"\xef\xbb\xbf" + data) == text
    western = r"{\rtf1\ansi été}".encode("cp1252")
    assert document.read("frost.rtf", b"\xef\xbb\xbf" + western) == "été"


def test_a_document_without_fonts() -> None:
    assert document.read("frost.rtf", rb"{\rtf1 One}") == "One"
    assert document.read("frost.rtf", rb"{\rtf1 One \u55357? two\ }") == "One \N{REPLACEMENT CHARACTER} two"


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\r\n\r\n", b" \t", b"\xef\xbb\xbf\n"])
def test_a_mark_or_blank_lines_may_come_first(before: bytes) -> None:
    assert document.read("frost.rtf", before + rb"{\rtf1 One}") == "One"


@pytest.mark.parametrize("behind", ["", "}", "\0", "\r\n\0", "\x1a", "}\n}\n"])
def test_what_programs_leave_behind_the_end(behind: str) -> None:
    assert document.read("frost.rtf", rb"{\rtf1 One\par two}" + behind.encode()) == "One\ntwo"


@pytest.mark.parametrize(
    "source",
    [
        r"{\rtf1 One",
        r"{\rtf1 One {\i two",
        r"{\rtf1 One {\i two}",
        r"{\rtf1 One \'e",
        "{\\rtf1 One \\",
        r"{\rtf1 One {\pict\bin99 two}}",
        r"{\rtf1 One {\fonttbl{\f0 Times;}",
        r"{\rtf1 One} two}",
        r"{\rtf1 One}{\rtf1 two}",
    ],
)
def test_a_document_that_is_cut_is_not_read_as_far_as_it_goes(source: str) -> None:
    with pytest.raises(RefusedError) as refused:
        document.read("frost.rtf", source.encode())
    assert refused.value.problems == (FileUnreadable("frost.rtf"),)


def test_every_cut_is_told() -> None:
    whole = rb"{\rtf1\ansi{\fonttbl{\f0 Times;}}\f0 One \'e9 {\b two}\par three\par}"
    for end in range(len(rb"{\rtf1"), len(whole)):
        with pytest.raises(RefusedError):
            document.read("frost.rtf", whole[:end])


# -- what is made to do harm ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "piece",
    [
        "{",
        "}",
        "{}",
        "{\\*",
        r"{\v x}",
        r"{\field{\*\fldinst ",
        r"{\*\ffl x}",
        r"{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv x}}",
        r"{\shp{\*\shpinst{\shptxt x\par ",
        r"\par",
        r"\'",
        r"\u1?",
        r"\uc9\u1",
        r"\b x\b0",
        "\\bin9 ",
        "\\bin-9 ",
        "\\",
        r"{\fonttbl\f1 ",
        r"\v\par x",
        "\\abcdefghijklmnop",
    ],
)
def test_no_document_takes_long(piece: str) -> None:
    def taken(body: str) -> None:
        with suppress(RefusedError):
            document.read("frost.rtf", (r"{\rtf1 One " + body + "}" * (1 + body.count("{"))).encode())

    assert is_in_proportion(taken, piece * (300_000 // len(piece)), within=8)
