"""Posts of old archives, lists and pages, as they were kept."""

import pytest

from bot.domain.reading import manuscript

WRAPPED = """\
     The ferry was late again, and Mona counted the gulls on the wall
until there were none left to count. Nobody else had come down to the
water. The lamp in the window of the inn went out, and somebody swore.

     "You came," said Tobias, who carried nothing but another lamp and
a loaf of bread under his coat.

     She took both from him and laughed. The tide went out without them,
and the gulls came back for the crumbs.\
"""
"""The story as an editor broke it, as in mails and in old archives."""

OLD_ARCHIVES: list[tuple[str, dict[str, str | None]]] = [
    (
        (
            "                         LOW TIDE\n\n                      by Ruth Salt\n\n"
            "Disclaimer: The harbour and all the people in it belong to the people\n"
            "who made them, of whom I am not one."
            " Please do not sue me. I have\nonly this lamp.\n\n%\n\nThe End\n\nComments to ruth@example.com\n"
        ),
        {"title": "LOW TIDE", "author": "Ruth Salt"},
    ),
    (
        (
            "Low Tide\nA Harbour Books fanfic by Ruth\n\n"
            "All characters are the property of Salt & Rope, Inc. This is my\n"
            "first fic, so be kind.\n\n======================\n\n%\n\n======================\n\n"
            "Author's notes: I wrote this on a boat.\n\nMore of it will follow.\n"
        ),
        {"title": "Low Tide", "author": "Ruth", "notes": None},
    ),
    (
        (
            "From: Ruth Salt <ruth@example.com>\nTo: harbour@example.com\nSubject: [HARBOUR][FIC] Low Tide\n"
            "Date: Mon, 4 May 1998 10:11:12 +0100\n\nHi all! This is a short fic that came to me on the boat.\n\n"
            "Low Tide\n--------\n\n%\n\n--\nRuth Salt\nhttp://www.example.com/~ruth\n"
        ),
        {"title": "Low Tide", "author": "Ruth Salt"},
    ),
    (
        (
            "[Author's note: this takes place after the second\nbook, before the long winter.]\n\n"
            "Low Tide, part 1\n\n%\n\n"
            "To be continued...\n"
        ),
        {"notes": "this takes place after the second book, before the long winter."},
    ),
    (
        (
            "LOW TIDE\nBy Ruth Salt (ruth@example.com)\n\n"
            "C&C welcome, flames will light my lamp. Please do not archive without\n"
            "asking me.\n\nChapter One: The Wall\n\n%\n\n*** END ***\n"
        ),
        {"title": "LOW TIDE", "author": "Ruth Salt", "other:chapter": "The Wall"},
    ),
    (
        (
            "Here is something I made while waiting for a bus. Enjoy!\n-Ruth\n"
            "----------------------------------------------------------------------\n\n%\n"
        ),
        {},
    ),
    (
        (
            "Title: Low Tide\nAuthor: Ruth\nEmail: ruth@example.com\n"
            "Disclaimer: Not mine, never was, and I am far too poor to be worth\n"
            "a lawyer's time.\nSummary: Mona waits for the boat, and somebody\nelse comes.\n\n\n%\n\n-fin-\n"
        ),
        {"title": "Low Tide", "author": "Ruth", "summary": "Mona waits for the boat, and somebody else comes."},
    ),
    (
        (
            "Disclaimer:\n\nI do not own the harbour. I only visit it.\n\n"
            "Author's Notes:\n\nThis fic is for Ben, who asked.\n\n"
            "~*~*~*~\n\n%\n\n~*~*~*~\n\nA/N: There. Please review!\n"
        ),
        {"disclaimer": "I do not own the harbour. I only visit it.", "notes": None},
    ),
]


@pytest.mark.parametrize(("text", "expected"), OLD_ARCHIVES)
def test_a_post_of_an_old_archive(text: str, expected: dict[str, str | None]) -> None:
    read = manuscript.parse(text.replace("%", WRAPPED))
    values = {name.value: value for name, value in read.header.fields}
    assert {name: values.get(name) for name, value in expected.items() if value} == {
        name: value for name, value in expected.items() if value
    }
    assert expected.keys() <= values.keys()
    assert read.story == WRAPPED.strip()


@pytest.mark.parametrize("field", ["Title: Low Tide", "Summary: Mona waits.", "Rating: PG\nAuthor: Ruth"])
@pytest.mark.parametrize("more", ["", " I make no claim to them and\nno money from them; I only borrow the lamp."])
def test_no_story_starts_among_the_fields_below_a_mails_headers(field: str, more: str) -> None:
    head = 'From: Ruth Salt <ruth@example.com>\nTo: harbour@example.com\nSubject: "Low Tide" by R. Salt'
    disclaimer = (
        "Disclaimer: The harbour, the inn, old Mr. Salt and all of the gulls in it\n"
        f"are the inventions of people with lawyers.{more}"
    )
    assert manuscript.parse(f"{head}\n\n{field}\n\n{disclaimer}\n\n{WRAPPED}").story == WRAPPED.strip()
