import pytest

from tests.domain.documents.rich_texts import read

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


def in_braces(first: str, second: str, told: str = "", depth: int = 2) -> str:
    """The same, as programs write it that close a group behind the cells."""
    cells, props, rest = nested(first, second, told, depth).rpartition(r"{\*\nesttableprops")
    return f"{{{cells}}}{props}{rest}"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (nested("a", "b") + nested("c", "d"), "One\na\tb\nc\td\ntwo"),
        (r"in:\par " + nested("a", "b"), "One\nin:\na\tb\ntwo"),
        (nested("a", "b", r"\clvmgf") + nested("no", "d", r"\clvmrg"), "One\na\tb\nd\ntwo"),
        (nested("a", "b", r"\clvmrg") + nested("c", "d", r"\clvmrg"), "One\na\tb\nc\td\ntwo"),
        (nested("a", "b", r"\clmgf"), "One\na\tb\ntwo"),
        (nested("a", nested("b", "c", depth=3)), "One\na\tb\tc\n\ntwo"),
        (in_braces("a", "b", r"\clvmgf") + in_braces("no", "d", r"\clvmrg"), "One\na\tb\nd\ntwo"),
        (in_braces("a", in_braces("b", "c", depth=3) + r"\pard\intbl\itap2 d"), "One\na\tb\tc\nd\ntwo"),
    ],
)
def test_a_table_in_a_cell(cell: str, text: str) -> None:
    assert read(rf"One\par\trowd\cellx999\pard\intbl {cell}\pard\intbl two\cell\row") == text


def test_a_table_in_a_cell_that_lies_under_another() -> None:
    hidden = rf"\trowd\clvmrg\cellx99\cellx999\pard\intbl no\par{nested('no', 'no')}\pard\intbl no\cell 4\cell\row"
    assert read(ABOVE + hidden + r"\pard five").split() == ["two", "three", "4", "five"]


def test_tables_without_end_in_each_other_take_no_longer() -> None:
    assert read(r"\itap2147483647 one\itap-3\par two") == "one\ntwo"
