import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.documents import file
from bot.domain.problem import FileKindUnknown, FileMislabelled, FileTooLarge, FileUnreadable, RefusedError
from tests import yardstick
from tests.growth import is_done_within

TEXT = "Title: Café\n\n“Tea?” she said – twice.\n"


def refusal(name: str, data: bytes) -> tuple[object, ...]:
    with pytest.raises(RefusedError) as refused:
        file.decode(name, data)
    return refused.value.problems


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1252"]
)
def test_encodings(encoding: str) -> None:
    assert file.decode("rain.txt", TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    "text", ["“Don’t,” she said — twice.", "It’s a très long café…", "we’ll", "The snow’s façade."]
)
@pytest.mark.parametrize("encoding", ["windows-1252", "mac-roman"])
def test_a_text_of_an_old_mac_is_told_by_its_apostrophes(text: str, encoding: str) -> None:
    assert file.decode("rain.txt", text.encode(encoding)) == text


@pytest.mark.parametrize("text", ["AÕT", "LÕunapäev", "tõsi", "McÕtto", "laÕstuda"])
def test_words_with_that_sign_are_words_of_windows(text: str) -> None:
    assert file.decode("rain.txt", text.encode("windows-1252")) == text


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        ("windows-1251", "cp1251", "Шёл дождь."),
        ("KOI8-R", "koi8-r", "Шёл дождь."),
        ("Shift_JIS", "cp932", "雨が降った①。"),
        ("iso-8859-1", "cp1252", "“Café”"),
        ("windows-1251", "utf-8", "“Café”"),
        ("utf-8", "cp1252", "“Café”"),
        ("utf-16", "cp1252", "“Café”"),
        ("zip", "cp1252", "“Café”"),
        ("unicode_escape", "cp1252", "“Café”"),
        ("punycode", "cp1252", "“Café”"),
        ("no such", "cp1252", "“Café”"),
    ],
)
@pytest.mark.parametrize("meta", ['<meta charset="{}">', "<META http-equiv=x content='text/html; charset={}'>"])
def test_a_page_may_declare_its_encoding(meta: str, declared: str, encoding: str, text: str) -> None:
    page = f"<html>{meta.format(declared)}{text}"
    assert file.decode("rain.html", page.encode(encoding)) == page


def test_only_a_page_declares_its_encoding_and_only_at_its_top() -> None:
    said = '<meta charset="windows-1251">'
    assert file.decode("rain.txt", f"{said}Café".encode("cp1252")) == f"{said}Café"
    below = " " * 1024 + said + "Café"
    assert file.decode("rain.html", below.encode("cp1252")) == below


def test_utf16_with_its_bytes_the_other_way_round() -> None:
    assert file.decode("rain.txt", b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        "Шёл дождь",
        "Заголовок: Дождь\n\nШёл дождь, и никто не спал. «Чай?» — спросила она.\n",
        "Title: Дощ 🌧\nRating: G\n\nІшов дощ, і ніхто не спав.\n",
        "Τίτλος: Βροχή\n\nΈβρεχε.\n",
        "标题：雨\n\n昨夜下了一场雨，没有人睡觉。“茶？”她问道。\n",
        "題名：雨\n\n雨が降っていた。時々、コーヒーが飲みたかった。\n",
        "제목: 비\n\n비가 내렸다. 아무도 잠들지 않았다.\n",
    ],
)
def test_utf16_in_other_letters_needs_no_mark(text: str, encoding: str) -> None:
    assert file.decode("rain.txt", text.encode(encoding)) == text


def test_a_file_of_all_letters_keeps_nobody_waiting() -> None:
    every = "".join(map(chr, range(0x4E00, 0x9FFF)))

    def told(text: str) -> None:
        file.certain_encoding("rain.txt", text.encode("utf-16-le"))

    assert is_done_within(yardstick.LONGEST_STEP, told, every * 12 + "\u0100 ")


@given(
    st.text(st.characters(codec="windows-1252", exclude_categories=["Cc"]) | st.sampled_from("\n "), min_size=9),
    st.lists(st.integers(0, 60), min_size=1, max_size=3),
    st.sampled_from(["utf-8", "windows-1252"]),
)
def test_a_text_with_zeros_in_it_is_not_taken_for_utf16(text: str, places: list[int], encoding: str) -> None:
    data = text.encode(encoding)
    for place in places:
        data = data[:place] + b"\0" + data[place:]
    assert refusal("rain.txt", data) == (FileUnreadable("rain.txt"),)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends(end: str) -> None:
    assert file.decode("rain.md", TEXT.replace("\n", end).encode()) == TEXT


def test_an_empty_file_is_an_empty_text() -> None:
    assert file.decode("rain.txt", b"") == ""


@pytest.mark.parametrize(
    "data",
    [
        b"It rained.\0 It rained again.",
        b"\x01\x02\x03\x04\x05\x06\x07",
        "rain".encode("utf-32") + b"\0",
        "rain".encode("utf-16") + b"\0",
        b"caf\xe9 \x81\x8d",
        bytes(range(256)),
        b"drabbles\0\n",
        "Шёл дождь".encode("utf-16-le") + b"\0",
        "Шёл дождь".encode("utf-32-le"),
        "Шёл дождь".encode("utf-16-le") + "\udc00".encode("utf-16-le", "surrogatepass"),
        "Шёл дождь, ਪੰਜਾਬ".encode("utf-16-le"),
        "Шёл \ue000 дождь".encode("utf-16-le"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    assert refusal("rain.txt", data) == (FileUnreadable("rain.txt"),)


@pytest.mark.parametrize(
    ("data", "looks"),
    [
        (b"%PDF-1.7 Title: Rain", "a PDF"),
        (b"PK\x03\x04word/document.xml", "an archive or a document"),
        (b"{\\rtf1 Title: Rain}", "a rich text document"),
        (b"\xd0\xcf\x11\xe0 Rain", "an old Word document"),
    ],
)
def test_what_is_something_else_is_named(data: bytes, looks: str) -> None:
    assert refusal("rain.txt", data) == (FileMislabelled("rain.txt", looks),)


@pytest.mark.parametrize(
    "name", ["rain.txt", "RAIN.TXT", "my rain.md", "rain.docx", "Rain.Odt", "rain.rtf", "rain.html", "rain.htm"]
)
def test_files_we_take(name: str) -> None:
    file.check(name, file.LARGEST)


@pytest.mark.parametrize("name", ["rain.doc", "rain.pdf", "rain", "txt", "rain.txt.exe"])
def test_other_kinds_are_refused(name: str) -> None:
    with pytest.raises(RefusedError) as refused:
        file.check(name, 1)
    assert refused.value.problems == (FileKindUnknown(name),)


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(RefusedError) as refused:
        file.check("rain.pdf", file.LARGEST + 1)
    assert refused.value.problems == (
        FileKindUnknown("rain.pdf"),
        FileTooLarge("rain.pdf", file.LARGEST + 1, file.LARGEST),
    )


def test_documents_may_be_larger_for_the_pictures_in_them() -> None:
    file.check("rain.docx", file.LARGEST_DOCUMENT)
    with pytest.raises(RefusedError) as refused:
        file.check("rain.html", file.LARGEST + 1)
    assert refused.value.problems == (FileTooLarge("rain.html", file.LARGEST + 1, file.LARGEST),)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\x1b[1;31mrain\x1b[0m fell", "rain fell"),
        ("\x1b[38;2;255;0;0mrain\x1b[K fell", "rain fell"),
        ("\x1b]8;;https://example.org\x1b\\rain\x1b]8;;\x1b\\ fell", "rain fell"),
        ("\x1b]0;no\x07rain fell", "rain fell"),
        ("\x1b(Brain\x1b7 fell\x1b", "rain fell"),
        ("\x1bRain fell", "Rain fell"),
        ("rain\x0cfell", "rain\nfell"),
        ("rain\x0bfell", "rain\nfell"),
        ("rain\r\nfell\rhere", "rain\nfell\nhere"),
        ("rain fell\x1a", "rain fell"),
        ("rain\x7f fell\x9c", "rain fell"),
        ("rain\x08 fell", "rain fell"),
        *(
            (f"rain{sign}fell", f"rain{sign}fell")
            for sign in "\t\x85\xa0\xad\u200b\u200d\u2028\u2029\u2060\u3000\ue000\ufffd"
        ),
    ],
)
def test_what_shows_nothing_is_no_text(typed: str, shown: str) -> None:
    before = "It was a quiet night. " * 20
    assert file.decode("rain.txt", (before + typed).encode()) == before + shown


@pytest.mark.parametrize(
    ("name", "left"), [("a.md", "It rained. It snowed."), ("a.txt", "It <!-- or\nhail? -->rained. It snowed.")]
)
def test_a_comment_is_no_text_where_marks_are_laid_out(name: str, left: str) -> None:
    assert file.decode(name, b"It <!-- or\nhail? -->rained. It snowed.") == left


def test_what_only_begins_like_a_comment_is_text() -> None:
    assert file.decode("a.md", b"It rained <!-- and rained. <3") == "It rained <!-- and rained. <3"
