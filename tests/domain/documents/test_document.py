"""Documents as writers' programs save them, and those that are made to do harm."""

import struct
import tracemalloc
from pathlib import Path

import pytest

from bot.domain.documents import document, file, zip_archive
from bot.domain.problem import (
    FileEncrypted,
    FileMislabelled,
    FileTooLarge,
    FileUnpacksTooLarge,
    FileUnreadable,
    Problem,
    RefusedError,
)
from tests import documents
from tests.documents import docx, odt, open_text, packed, paragraph, picture, related, run, with_part

WORD, OPEN = "a Word document (.docx)", "an OpenDocument text (.odt)"


def refusal(name: str, data: bytes) -> Problem:
    with pytest.raises(RefusedError) as refused:
        document.read(name, data)
    (problem,) = refused.value.problems
    return problem


# -- what is read ---------------------------------------------------------------------------------


def test_word_keeps_emphasis_and_empty_paragraphs() -> None:
    data = docx(
        paragraph(run("Title: Frost")),
        paragraph(run("Rating: G")),
        paragraph(),
        paragraph(
            run("The "), run("kettle ", italic=True), run("sang", italic=True, bold=True), run(" & all.")
        ).replace("&", "&amp;"),
        paragraph(run("Nobody came.")),
    )
    assert document.read("frost.docx", data) == (
        "Title: Frost\nRating: G\n\nThe *kettle **sang*** & all.\nNobody came."
    )


def test_paragraphs_without_empty_ones_get_them() -> None:
    assert document.read("frost.docx", docx(paragraph(run("One.")), paragraph(run("Two.")))) == "One.\n\nTwo."
    assert document.read("frost.odt", odt("One.", "Two.")) == "One.\n\nTwo."


def test_word_with_tracked_changes_is_read_as_it_stands() -> None:
    added = f'<w:ins w:id="1" w:author="us">{run(" twice")}</w:ins>'
    gone = '<w:del w:id="2" w:author="us"><w:r><w:delText> never</w:delText></w:r></w:del>'
    assert document.read("frost.docx", docx(paragraph(run("It sang"), added, gone, run(".")))) == "It sang twice."


def test_nothing_but_text_is_unpacked() -> None:
    data = docx(paragraph(run("Frost.")), others={"word/vbaProject.bin": "macro", "word/media/a.png": "picture"})
    assert set(zip_archive.opened("frost.docx", data)) == {"[Content_Types].xml", "word/document.xml"}


BELOW = "\n\n[left out of the story]\n"


def word_notes(kind: str, *notes: tuple[str, str]) -> dict[str, str]:
    """The part with all notes of a kind: their numbers and their words."""
    told = "".join(f'<w:{kind} w:id="{number}">{paragraph(run(words))}</w:{kind}>' for number, words in notes)
    return {f"word/{kind}s.xml": f'<w:{kind}s xmlns:w="{documents.WORD}">{told}</w:{kind}s>'}


def test_notes_of_word_stand_below_the_text_if_it_refers_to_them() -> None:
    first, last = '<w:r><w:footnoteReference w:id="2"/></w:r>', '<w:r><w:endnoteReference w:id="1"/></w:r>'
    deleted = '<w:del w:id="9"><w:r><w:footnoteReference w:id="3"/></w:r></w:del>'
    others = word_notes("footnote", ("0", "No."), ("2", "First."), ("3", "No.")) | word_notes("endnote", ("1", "Last."))
    data = docx(paragraph(run("It snowed"), last, deleted, first, run(" all night.")), others=others)
    assert document.read("frost.docx", data) == f"It snowed all night.{BELOW}First.\nLast."


@pytest.mark.parametrize("style", ["Emphasis", "Subtle Emphasis", "Intense Emphasis"])
def test_word_keeps_emphasis_by_style(style: str) -> None:
    styles = (
        f'<w:styles xmlns:w="{documents.WORD}"><w:style w:type="character" w:styleId="s1"><w:name w:val="{style}"/>'
        "</w:style></w:styles>"
    )
    styled = '<w:r><w:rPr><w:rStyle w:val="s1"/></w:rPr><w:t>really</w:t></w:r>'
    data = docx(paragraph(run("It "), styled, run(" snowed.")), others={"word/styles.xml": styles})
    assert document.read("frost.docx", data) == "It *really* snowed."


@pytest.mark.parametrize("end", ["<w:br/>", '<w:br w:type="page"/>', '<w:br w:type="column"/>', "<w:cr/>"])
def test_word_ends_lines_and_pages(end: str) -> None:
    assert document.read("frost.docx", docx(paragraph(run("One."), f"<w:r>{end}</w:r>", run("Two.")))) == "One.\nTwo."


BORDER = "<w:p><w:pPr><w:pBdr><w:{}/></w:pBdr></w:pPr></w:p>".format
RULE = '<w:p><w:r><w:pict><v:rect xmlns:v="urn:v" xmlns:o="urn:o" o:hr="{}"/></w:pict></w:r></w:p>'.format


@pytest.mark.parametrize("line", [BORDER('bottom w:val="single"'), BORDER('top w:val="double"'), RULE("t")])
def test_a_line_that_word_draws_is_a_scene_break(line: str) -> None:
    data = docx(paragraph(run("One.")), line, paragraph(run("Two.")))
    assert document.read("frost.docx", data) == "One.\n\n---\n\nTwo."


@pytest.mark.parametrize(
    "other",
    [
        BORDER('bottom w:val="nil"'),
        BORDER('left w:val="single"'),
        RULE("f"),
        BORDER('bottom w:val="single"').replace("</w:p>", f"{run('Two.')}</w:p>"),
    ],
)
def test_other_borders_and_shapes_are_none(other: str) -> None:
    assert "---" not in document.read("frost.docx", docx(paragraph(run("One.")), other))


def test_word_in_a_browser_numbers_its_parts() -> None:
    parts = documents.word_parts(paragraph(run("Frost.")))
    numbered = {
        part.replace("document.", "document2."): content.replace("document.xml", "document2.xml")
        for part, content in parts.items()
    }
    assert document.read("frost.docx", packed(numbered)) == "Frost."


def test_a_part_that_is_not_read_may_be_broken() -> None:
    assert document.read("frost.docx", docx(paragraph(run("Frost.")), others={"customXml/item1.xml": "<"})) == "Frost."
    assert document.read("frost.odt", with_part(odt("Frost."), "Configurations2/menu.xml", b"<")) == "Frost."


def test_open_document_keeps_emphasis_and_empty_paragraphs() -> None:
    data = odt("Title: Frost", "Rating: G", "", "The kettle  sang.", italic="kettle")
    assert document.read("frost.odt", data) == "Title: Frost\nRating: G\n\nThe *kettle*  sang."


def test_notes_of_open_document_stand_below_the_text() -> None:
    note = "<text:p>A <text:span>note.</text:span></text:p><text:p>Two</text:p>"
    body = (
        f"<text:note><text:note-citation>1</text:note-citation><text:note-body>\n {note}</text:note-body></text:note>"
    )
    data = open_text(f"<text:p>The kettle sang{body}<text:line-break/>on.</text:p>")
    assert document.read("frost.odt", data) == f"The kettle sang\non.{BELOW}A note.\nTwo"


def test_notes_of_rich_text_stand_below_the_text() -> None:
    note = rb"{\super\chftn{\*\footnote\pard{\super\chftn} A {\i note}.\par Two}}"
    data = rb"{\rtf1\ansi The kettle" + note.replace(rb"\*", b"") + rb" sang.\par It{\v" + note + rb"} sang on.}"
    assert document.read("frost.rtf", data) == f"The kettle sang.\nIt sang on.{BELOW}A *note*.\nTwo"


def test_a_line_that_open_document_draws_is_a_scene_break() -> None:
    line = '<text:p text:style-name="{}"/>'
    derived = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Horizontal_20_Line"/>'
    body = f"<text:p>One.</text:p>{line.format('Horizontal_20_Line')}<text:p>Two.</text:p>{line.format('P1')}"
    assert document.read("frost.odt", open_text(body, derived)) == "One.\n\n---\n\nTwo.\n\n---"


def test_open_document_repeats_spaces_and_leaves_out_comments() -> None:
    body = '<text:p>It<text:s text:c="3"/>snowed<office:annotation><text:p>Nice.</text:p></office:annotation>.</text:p>'
    assert document.read("frost.odt", open_text(body)) == "It   snowed."


def test_rich_text_keeps_emphasis() -> None:
    data = (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\stylesheet{\s0\i Slanted;}}{\info{\title No}}\f0"
        rb"Title: {\b Frost}\par\par The {\i kettle \b sang} all\i  day\i0 .\par Caf\'e9 \u8212? \{x\} "
        rb"\u-10179?\u-8704?}"
    )
    assert document.read("frost.rtf", data) == ("Title: **Frost**\n\nThe *kettle **sang*** all *day*.\nCafé — {x} 😀")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (rb"It {\deleted never }{\v hidden \i too }snowed{\i\v0  all day}.", "It snowed *all day*."),
        (rb"It \v never \v0 snowed. \v And \plain melted.", "It snowed. melted."),
        (rb"It \i really \b did\plain  snow.", "It *really **did*** snow."),
        (b"\x93Caf\xe9\x94 \x97 said\x85", "“Café” — said…"),
        (
            rb"\trowd Title:\cell Frost\cell\row Rating:\cell G\cell\row\pard It snowed.",
            "Title:\tFrost\nRating:\tG\nIt snowed.",
        ),
    ],
)
def test_rich_text_is_read_as_it_stands(source: bytes, text: str) -> None:
    assert document.read("frost.rtf", rb"{\rtf1\ansi\ansicpg1252 %b}" % source) == text


@pytest.mark.parametrize("page", [b"", rb"\ansicpg1251", rb"\ansicpg99999"])
def test_rich_text_with_letters_of_its_code_page(page: bytes) -> None:
    encoding = "cp1251" if page == rb"\ansicpg1251" else "cp1252"
    text = "дождь" if encoding == "cp1251" else "“été”"
    assert document.read("frost.rtf", rb"{\rtf1\ansi%b %b}" % (page, text.encode(encoding))) == text


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (
            "frost.docx",
            docx(paragraph(run("un\u00adre"), "<w:r><w:softHyphen/></w:r>", run("al\ufeff snow\u200bfall."))),
        ),
        ("frost.odt", odt("un\u00adreal\ufeff snow\u200bfall.")),
        ("frost.rtf", rb"{\rtf1\ansi\ansicpg1252 un\-re\u173?al snow\u8203?fall.}"),
        ("frost.html", "\ufeff<p>un&shy;real snow&#8203;fall.".encode()),
    ],
)
def test_what_nobody_sees_parts_no_word(name: str, data: bytes) -> None:
    assert document.read(name, data) == "unreal snowfall."


def test_html_is_a_page() -> None:
    data = "<html><head><title>No</title></head><body><p>The <i>kettle</i></p><p>sang\nall day.</p>".encode("utf-16")
    assert document.read("frost.html", data) == "The *kettle*\n\nsang all day."


@pytest.mark.parametrize("page", ["{}", "<html>\n<head>\n<title>No</title>\n</head>\n<body>\n{}</body>\n</html>\n"])
def test_html_without_any_layout_has_the_lines_of_its_file(page: str) -> None:
    entry = page.format("<b>Title:</b> Frost\n<b>Rating:</b> G\n\nIt <i>snowed</i>.\nAll day.\n")
    assert document.read("frost.html", entry.encode()) == "**Title:** Frost\n**Rating:** G\n\nIt *snowed*.\nAll day."
    plain = page.format("Title: Frost\n\nIt snowed.\n")
    assert document.read("frost.htm", plain.encode()) == "Title: Frost\n\nIt snowed."


@pytest.mark.parametrize(
    "laid_out", ["<p>One\ntwo", "<div>One\ntwo</div>", "<table><td>One\ntwo</table>", "One\ntwo<br>"]
)
def test_html_with_a_layout_has_the_lines_of_its_layout(laid_out: str) -> None:
    assert document.read("frost.html", laid_out.encode()) == "One two"


# -- what is not ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "looks"),
    [
        ("frost.docx", b"%PDF-1.7", "a PDF"),
        ("frost.docx", rb"{\rtf1 Frost}", "a rich text document"),
        ("frost.docx", documents.OLD_WORD, "an old Word document"),
        ("frost.docx", odt("Frost."), OPEN),
        ("frost.docx", packed({"frost.txt": "Frost."}), "an archive"),
        ("frost.odt", docx(paragraph()), WORD),
        ("frost.rtf", docx(paragraph()), "an archive or a document"),
        ("frost.html", b"\x89PNG\r\n", "a picture"),
    ],
)
def test_what_is_something_else_than_its_name_says(name: str, data: bytes, looks: str) -> None:
    assert refusal(name, data) == FileMislabelled(name, looks)


def test_word_with_a_password() -> None:
    data = documents.OLD_WORD + file.ENCRYPTED
    assert refusal("frost.docx", data) == FileEncrypted("frost.docx")


def test_open_document_with_a_password() -> None:
    manifest = b"<m xmlns:manifest='urn:x'><manifest:encryption-data/></m>"
    data = with_part(odt("Frost."), "META-INF/manifest.xml", manifest)
    assert refusal("frost.odt", data) == FileEncrypted("frost.odt")
    scrambled = with_part(data, "content.xml", bytes(range(256)))
    assert refusal("frost.odt", scrambled) == FileEncrypted("frost.odt")


def test_an_archive_with_a_password() -> None:
    data = bytearray(packed({"word/document.xml": "<a/>"}))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 8] |= zip_archive.ENCRYPTED
    assert refusal("frost.docx", bytes(data)) == FileEncrypted("frost.docx")


WHOLE = docx(paragraph(run("Frost. " * 500)))
OPEN_WHOLE = odt("Frost. " * 500)


@pytest.mark.parametrize("length", [4, 40, 200, len(WHOLE) - 30])
def test_half_a_document(length: int) -> None:
    assert refusal("frost.docx", WHOLE[:length]) == FileUnreadable("frost.docx")
    assert refusal("frost.odt", OPEN_WHOLE[:length]) == FileUnreadable("frost.odt")


@pytest.mark.parametrize("position", [60, 330, 360])
def test_a_damaged_document(position: int) -> None:
    data = bytearray(WHOLE)
    data[position : position + 12] = b"\xff" * 12
    assert refusal("frost.docx", bytes(data)) == FileUnreadable("frost.docx")


def test_a_document_that_holds_no_xml() -> None:
    assert refusal("frost.docx", docx("<w:p>")) == FileUnreadable("frost.docx")
    assert refusal("frost.rtf", b"Frost.") == FileUnreadable("frost.rtf")


def test_a_document_that_shows_another() -> None:
    assert refusal("frost.docx", docx(paragraph(run("Frost.")), "<w:altChunk/>")) == FileUnreadable("frost.docx")


# -- what is made to do harm ----------------------------------------------------------------------


ENTITIES = [
    '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>',
    '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
    '<!DOCTYPE d [<!ENTITY % a SYSTEM "http://example.org/a.dtd"> %a;]>',
]


@pytest.mark.parametrize("entities", ENTITIES)
def test_entities_are_refused(entities: str) -> None:
    assert refusal("frost.docx", docx(paragraph(run("Frost.")), before=entities)) == FileUnreadable("frost.docx")
    content = zip_archive.opened("frost.odt", odt("Frost."))["content.xml"]
    bomb = with_part(odt("Frost."), "content.xml", entities.encode() + content)
    assert refusal("frost.odt", bomb) == FileUnreadable("frost.odt")


@pytest.mark.parametrize("name", ["frost.docx", "frost.odt"])
def test_an_archive_that_says_how_much_it_holds(name: str) -> None:
    bomb = packed({"word/document.xml": bytes(zip_archive.MOST_UNPACKED + 1)})
    assert len(bomb) < file.LARGEST
    assert refusal(name, bomb) == FileUnpacksTooLarge(name, zip_archive.MOST_UNPACKED)


def test_an_archive_of_very_many_parts() -> None:
    bomb = packed({f"{number}.xml": "" for number in range(zip_archive.MOST_PARTS + 1)})
    assert refusal("frost.docx", bomb) == FileUnpacksTooLarge("frost.docx", zip_archive.MOST_UNPACKED)


def test_an_archive_that_lies_about_what_it_holds() -> None:
    data = bytearray(packed({"word/document.xml": b"<a>" + bytes(zip_archive.MOST_UNPACKED) + b"</a>"}))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.index(signature) + offset, 10)
    tracemalloc.start()
    assert refusal("frost.docx", bytes(data)) == FileUnreadable("frost.docx")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < zip_archive.MOST_UNPACKED


def test_an_archive_whose_parts_are_too_large_together() -> None:
    half = bytes(zip_archive.MOST_UNPACKED // 2 + 1)
    bomb = packed({"word/document.xml": half, "word/styles.xml": half})
    assert refusal("frost.docx", bomb) == FileUnpacksTooLarge("frost.docx", zip_archive.MOST_UNPACKED)


def test_a_document_of_too_much_text() -> None:
    found = refusal("frost.docx", docx(paragraph(run("Frost. " * 80_000))))
    assert found == FileTooLarge("frost.docx", 559_999, file.LARGEST)


def test_an_archive_inside_an_archive_is_not_opened() -> None:
    bomb = packed({"inner.docx": bytes(zip_archive.MOST_UNPACKED)})
    data = docx(paragraph(run("Frost.")), others={"word/inner.bin": "x" * 1000})
    assert document.read("frost.docx", data) == "Frost."
    assert refusal("frost.docx", packed({"inner.zip": bomb})) == FileMislabelled("frost.docx", "an archive")


def test_word_looks_at_no_picture() -> None:
    others = related("media/a.png", "Internal") | {"word/media/a.png": "a picture"}
    data = docx(paragraph(run("Frost.")), picture("embed"), others=others)
    assert document.read("frost.docx", data) == "Frost."


def test_word_reads_no_file_beside_it(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("a secret")
    data = docx(paragraph(run("Frost.")), picture("link"), others=related((tmp_path / "secret").as_uri(), "External"))
    assert document.read("frost.docx", data) == "Frost."
