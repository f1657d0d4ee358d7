import pytest

from bot.domain.documents import document
from tests.domain.documents.rich_texts import read


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
