"""Every rule about what stands around a story, with what it knows and what it leaves alone."""

from collections.abc import Callable, Sequence

import pytest

from bot.domain.header.field import Field, FieldName, Other
from bot.domain.reading import (
    afterword,
    aside,
    byline,
    caption,
    header_above,
    line,
    mail_head,
    site_line,
)
from bot.domain.reading.line import Line, Piece
from bot.domain.text import numeral

Fields = list[tuple[FieldName, str]]
Rule = Callable[[Sequence[Line], int], Piece | None]

KNOWN: list[tuple[Rule, str, Fields]] = [
    (
        mail_head.headers,
        "Subject: [LIST] Rain\nFrom: Ana <a@example.com>\n\nx",
        [(Field.TITLE, "Rain"), (Field.AUTHOR, "Ana")],
    ),
    (mail_head.headers, "From: a@example.com\nSubject: Re: [LIST] Rain\n\nx", [(Field.TITLE, "Re: [LIST] Rain")]),
    (mail_head.subject, "Fic: Rain (Harbour)\nx", [(Field.TITLE, "Rain"), (Field.FANDOM, "Harbour")]),
    (header_above.field, "Rating: G\nx", []),
    (header_above.cautions, "CW death\nx", [(Field.WARNINGS, "death")]),
    (header_above.cautions, "[NSFW]\nx", [(Field.RATING, "NSFW")]),
    (site_line.formed, "~*~\nx", []),
    (site_line.formed, "ana_b wrote in rain_drabbles\nx", []),
    (site_line.formed, "On 5 May 1998, Ana wrote:\nx", []),
    (site_line.formed, "(2 comments | Leave a comment)\nx", []),
    (site_line.formed, "@ 2007-05-04 21:14:00\nx", [(Other("Date"), "@ 2007-05-04 21:14:00")]),
    (site_line.formed, "Apr. 20th, 2009 05:43 pm\nx", [(Other("Date"), "Apr. 20th, 2009 05:43 pm")]),
    (site_line.formed, "Finished 3 May 2007\nx", [(Other("Finished"), "3 May 2007")]),
    (site_line.formed, "**Entry #14**\nx", [(Other("Entry"), "14")]),
    (site_line.formed, "posted by ana_b in rain_drabbles\nx", [(Field.AUTHOR, "ana_b")]),
    (site_line.formed, "ana_b (Ana) wrote in rain_drabbles\nx", [(Field.AUTHOR, "ana_b")]),
    (site_line.formed, "ana_b @ 2005-11-02 03:07:00\nx", [(Field.AUTHOR, "ana_b")]),
    (site_line.formed, "ana_b <ana@example.com> wrote:\nx", []),
    (site_line.headed, "Anonymous said:\nrain?\n\nx", [(Field.PROMPT, "rain?")]),
    (byline.author, "by Ana Salt, 3/97\n\nx", [(Field.AUTHOR, "Ana Salt")]),
    (byline.author, "by Ana Salt (May 1997)\n\nx", [(Field.AUTHOR, "Ana Salt")]),
    (byline.author, "by ana_b (she/her)\n\nx", [(Field.AUTHOR, "ana_b")]),
    (site_line.formed, "[personal profile] ana_b\nx", [(Field.AUTHOR, "ana_b")]),
    (site_line.formed, "Ana (she/her) — Today at 9:14 PM\nx", [(Field.AUTHOR, "Ana")]),
    (site_line.formed, "salt_and_rope\nx", [(Field.AUTHOR, "salt_and_rope")]),
    (site_line.formed, "<< Prev | Index | Next >>\nx", []),
    (site_line.formed, "Next message: [rain] Re: Lamps\nx", []),
    (site_line.formed, "ana_b, Ben, and 6 guests left kudos on this work!\nx", []),
    (site_line.formed, "Books » Harbour\nx", [(Field.FANDOM, "Harbour")]),
    (site_line.formed, "TV Shows > Harbour > Rain\nx", [(Field.FANDOM, "Harbour"), (Field.TITLE, "Rain")]),
    (
        site_line.listed,
        "Harbour, Rated: K+, English, Humor/Western, Ana, Words: 100, Reviews: 6, Published: Jun 3, 2009\nx",
        [
            *((Field.FANDOM, "Harbour"), (Field.RATING, "K+"), (Other("Language"), "English")),
            *((Field.GENRE, "Humor/Western"), (Field.CHARACTERS, "Ana"), (Field.WORD_COUNT, "100")),
            *((Other("Number of reviews"), "6"), (Other("Published"), "Jun 3, 2009")),
        ],
    ),
    (site_line.formed, "Teen And Up Audiences\nx", [(Field.RATING, "Teen And Up Audiences")]),
    (site_line.formed, "Gen, F/F\nx", [(Field.GENRE, "Gen, F/F")]),
    (
        site_line.listed,
        "Rated: Fiction M - English - [Ana, Ben] - Chapters: 1 - Complete\nx",
        [
            *((Field.RATING, "M"), (Other("Language"), "English"), (Field.PAIRING, "[Ana, Ben]")),
            *((Other("Chapters"), "1"), (Other("Status"), "Complete")),
        ],
    ),
    (
        site_line.listed,
        "Rated: Fiction  T - English - Angst - Words: 100 - id: 7\nx",
        [
            *((Field.RATING, "T"), (Other("Language"), "English"), (Field.GENRE, "Angst")),
            *((Field.WORD_COUNT, "100"), (Other("Id"), "7")),
        ],
    ),
    (site_line.formed, "(Anonymous)\nx", []),
    (site_line.formed, "2009-08-17 02:14 am (UTC)\nx", [(Other("Date"), "2009-08-17 02:14 am (UTC)")]),
    (site_line.formed, "[mood | sleepy]\nx", [(Other("Mood"), "sleepy")]),
    (site_line.formed, "Bingo fill for ana_b: rain\nx", [(Field.WRITTEN_FOR, "ana_b"), (Field.PROMPT, "rain")]),
    (site_line.formed, "any, any/any, rain at noon\nx", [(Field.PROMPT, "any, any/any, rain at noon")]),
    (
        site_line.formed,
        "for the lovely nonny who asked for rain\nx",
        [(Field.WRITTEN_FOR, "the lovely nonny"), (Field.PROMPT, "rain")],
    ),
    (site_line.headed, "anonymous asked:\nrain?\n\nx", [(Field.PROMPT, "rain?")]),
    (site_line.headed, "Entry tags:\nrating: g, day: 2\nx", [(Other("Entry tags"), "rating: g, day: 2")]),
    (
        site_line.formed,
        "Team Salt: Rain (mild)\nx",
        [(Other("Team"), "Salt"), (Field.TITLE, "Rain"), (Field.RATING, "mild")],
    ),
    (site_line.formed, "Write to ana@example.com\nx", [(Field.NOTES, "Write to ana@example.com")]),
    (site_line.formed, "*** Start Reading ***\n\nx", []),
    (site_line.formed, "On with the fic!\n\nx", []),
    (site_line.formed, "Feedback to ana@example.com\nx", [(Field.FEEDBACK, "Feedback to ana@example.com")]),
    (caption.chapter, "Chapter Two - Wet\n\nx", [(Other("Chapter"), "Wet")]),
    (caption.chapter, "Prologue\n\nx", [(Other("Chapter"), "Prologue")]),
    (
        byline.shared,
        "Rain, Again (1,100 words) by ana_b\nx",
        [(Field.TITLE, "Rain, Again"), (Field.WORD_COUNT, "1,100 words"), (Field.AUTHOR, "ana_b")],
    ),
    (
        byline.shared,
        "[**Rain**](https://example.org/works/1) (1 word) by [ana](https://example.org/ana)\nx",
        [(Field.TITLE, "Rain"), (Field.WORD_COUNT, "1 word"), (Field.AUTHOR, "ana")],
    ),
    (byline.author, "by ana_b\n\nx", [(Field.AUTHOR, "ana_b")]),
    (
        byline.author,
        "A very short Harbour story, by Ana Salt.\n\nx",
        [(Field.AUTHOR, "Ana Salt")],
    ),
    (byline.author, "<ana@example.com>\n\nx", []),
    (byline.author, "Ana Salt ana at example.com\n\nx", [(Field.AUTHOR, "Ana Salt")]),
    (site_line.formed, "Ana Salt proudly presents:\n\nx", [(Field.AUTHOR, "Ana Salt")]),
    (site_line.formed, "by\n\nAna Salt\n\nx", []),
    (site_line.formed, "for the “old lamps” prompt 🧥\nx", [(Field.PROMPT, "old lamps")]),
    (site_line.formed, "for @ana_b\nx", [(Field.WRITTEN_FOR, "@ana_b")]),
    (
        site_line.formed,
        "(For Ana, who wanted a lamp and a gull)\nx",
        [(Field.WRITTEN_FOR, "Ana"), (Field.PROMPT, "a lamp and a gull")],
    ),
]
"""What a line may be above a story, for each of `header_above.RULES`."""

LEFT_ALONE: list[tuple[Rule, str]] = [
    (mail_head.headers, "From: the sea\nIt came.\n\nx"),
    (mail_head.quoted, "> Title: Rain\n\nx"),
    (mail_head.quoted, "> The sea is a lamp.\n\nx"),
    (mail_head.subject, "She wrote fic about the rain\nx"),
    (header_above.field, "Ana: hello\nx"),
    (header_above.cautions, "rated by nobody\n\nx"),
    (header_above.cautions, "Explicit\nby Ana\n\nx"),
    (site_line.formed, "~ 1 ~\nx"),
    (site_line.formed, "May was late and she wrote in the sand.\n\nx"),
    (site_line.formed, "May was late.\n\nx"),
    (site_line.formed, "Entry to the harbour\nx"),
    (site_line.formed, "From afar\nx"),
    (site_line.formed, "lamps\nthe gull said\nx"),
    (site_line.formed, "Next door\nx"),
    (site_line.headed, "She asked him:\n\nx"),
    (site_line.formed, "Team Salt won.\nx"),
    (site_line.formed, "She began.\n\nx"),
    (site_line.formed, "She sent it from the harbour office to ana@example.com.\n\nx"),
    (caption.chapter, "Part of her wanted to stay.\n\nx"),
    (byline.shared, "She wrote (100 words), and by noon she slept\nx"),
    (byline.author, "The heating failed on a Tuesday, and by Wednesday everybody had opinions.\n\nx"),
    (byline.author, "By the old wall she stopped\n\nx"),
    (byline.author, "He stood by Ana.\n\nx"),
    (byline.author, "She sent it to ana@example.com.\n\nx"),
    (site_line.formed, "She presents the lamp.\n\nx"),
    (byline.author, "by\n\nthe old wall\n\nx"),
    (byline.author, "Ana Salt laughed at last\n\nx"),
    (site_line.formed, "Books » and no shelf for them » or a wall » at all\nx"),
    (site_line.formed, "General Audiences were seated first\nx"),
    (site_line.listed, "Rated: M for gore\nx"),
    (site_line.listed, "Harbour, M, Ana, 12 words, Ben\nx"),
    (site_line.listed, "She came home, a, Wednesday, with two words: 'No' and 'No'\nx"),
    (site_line.formed, "For Ana\nx"),
    (site_line.formed, "She had her fill\nx"),
    (site_line.formed, "For the dog who slept\nx"),
    (site_line.formed, "For a year the lamp stood dark\nx"),
    (site_line.headed, "Entry tags: rain\nx"),
    (site_line.headed, "Ana asked\nfor a kettle\n\nx"),
    (site_line.formed, "Ana wrote"),
    (site_line.headed, "Ana said:\na kettle\n\nx"),
]


@pytest.mark.parametrize(("rule", "text", "fields"), KNOWN)
def test_a_rule_knows(rule: Rule, text: str, fields: Fields) -> None:
    piece = rule(line.read(text), 0)
    assert piece is not None
    assert list(piece.fields) == fields
    assert piece.start == 0 < piece.end


def test_what_a_mail_answers_is_known_below_its_header() -> None:
    text = "Subject: Rain\n\n> more?\n>\n> soon\n\nHere.\n\nx"
    piece = mail_head.quoted(line.read(text), 2)
    assert piece is not None
    assert (piece.start, piece.end) == (2, 5)


@pytest.mark.parametrize(("rule", "text"), LEFT_ALONE)
def test_a_rule_leaves_alone(rule: Rule, text: str) -> None:
    assert rule(line.read(text), 0) is None


def test_every_rule_has_its_examples() -> None:
    rules = set(header_above.RULES)
    assert rules - {mail_head.quoted} == {rule for rule, _, _ in KNOWN}
    assert rules == {rule for rule, _ in LEFT_ALONE}


STORY = "It rained.\n\nShe went in.\n\nShe went out again, and it rained more than before.\n\n"

BEGINS = [
    *("The End", "~ owari ~", "To be continued...", "Author's Note: thanks!", "Title: Rain\nRating: G"),
    "Please review this fic!\n\nComments to ana@example.com, please.",
    "Thanks for reading!\n\nFor Ruth, who asked.",
    *("ana@example.com", "Write to me: http://www.example.com"),
]
GOES_ON = [
    *("The end of the road was near.", "Fine.", "Note: come home.", "Ana: hello", "I left a comment on the wall."),
    *(
        "Thanks, he said, for reading it to me.",
        "“Write to ana@example.com before the boat is in,” she said.",
        "She left.",
    ),
]


@pytest.mark.parametrize("text", BEGINS)
def test_a_foot_begins(text: str) -> None:
    assert afterword.begins_foot(line.read(STORY + text), 6)


@pytest.mark.parametrize("text", GOES_ON)
def test_a_story_goes_on(text: str) -> None:
    assert not afterword.begins_foot(line.read(STORY + text), 6)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("one hundred words", 100),
        ("a hundred", 100),
        ("two hundred and fifty", 250),
        ("one thousand two hundred", 1200),
        ("deux cent vingt", 220),
        ("einhundertfünfzig", 150),
        ("doscientas palabras", 200),
        ("trecento", 300),
        ("cento e vinte", 120),
        ("двести пятьдесят", 250),
        ("one-shot", None),
        ("some", None),
        ("100, not one hundred and one", 100),
    ],
)
def test_numbers_in_words(value: str, number: int | None) -> None:
    assert numeral.first(value) == number


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("2k", 2000),
        ("~1.5K words", 1500),
        ("4,5k", 4500),
        ("10k", 10_000),
        ("100 K+", 100),
        ("3 x 100", 300),
        ("2 kisses", 2),
        ("1.25k", 1250),
    ],
)
def test_numbers_in_thousands(value: str, number: int) -> None:
    assert numeral.first(value) == number


def test_a_remark_speaks_about_the_story() -> None:
    assert aside.is_remark("This story is for my cat.")
    assert aside.is_plain_remark("Reviews are welcome, and I love them.")
    assert not aside.is_plain_remark("This story is for my cat.")
    assert not aside.is_remark("The cat slept. I did not.")
