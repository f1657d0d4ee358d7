"""Paragraphs of rich text, and a document as a whole: cut, put together of others, or made to do harm."""

from contextlib import suppress

import pytest

from bot.domain.documents import document
from bot.domain.problem import FileUnreadable, RefusedError
from tests.domain.documents.rich_texts import read
from tests.growth import is_in_proportion

BOXES = (
    r"{\shp{\*\shpinst\shpleft0{\sp{\sn no}{\sv 1}}{\shptxt\pard\plain two\par three\par}}{\shprslt{\*\do no}}}",
    r"{\shp{\*\shpinst{\shptxt two\par three}}}",
    r"{\*\do\dobxcolumn\dptxbx{\dptxbxtext\pard two\par three\par}\dpx0}",
    r"{\i{\shpgrp{\*\shpinst{\shp{\*\shpinst{\shptxt two\par three\par}}}}}}",
)


@pytest.mark.parametrize("box", BOXES)
def test_a_box_follows_its_paragraph_and_comes_once(box: str) -> None:
    assert read(rf"One{box} goes on.\par End.") == "One goes on.\ntwo\nthree\nEnd."


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


@pytest.mark.parametrize("word", [r"\subdocument1 ", r"{\b\subdocument2}"])
def test_a_document_put_together_of_others_is_refused(word: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read(rf"One\par{word}")
    assert refused.value.problems == (FileUnreadable("frost.rtf"),)


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

    assert is_in_proportion(taken, piece * (75_000 // len(piece)), within=8)
