"""Every rule about what stands around a story, with what it knows and what it leaves alone."""

from collections.abc import Callable, Sequence

import pytest

from bot.domain.header.field import Field, FieldName, Other
from bot.domain.reading import afterword, aside, fact, line, mail_head, opening, unlabelled, unlabelled_facts
from bot.domain.reading.header_part import Piece
from bot.domain.reading.line import Line
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
    (unlabelled_facts.caution, "CW death\n\nx", [(Field.WARNINGS, "CW death")]),
    (unlabelled_facts.caution, "[NSFW]\n\nx", [(Field.RATING, "NSFW")]),
    (mail_head.posted, "ana_b wrote in rain_drabbles\n\nx", []),
    (mail_head.posted, "On 5 May 1998, Ana wrote:\n\nx", []),
    (mail_head.posted, "@ 2007-05-04 21:14:00\n\nx", []),
    (mail_head.posted, "Apr. 20th, 2009 05:43 pm\n\nx", []),
    (mail_head.posted, "3 May 2007\n\nx", []),
    (unlabelled.start_mark, "*** Start Reading ***\n\nx", []),
    (unlabelled.start_mark, "On with the fic!\n\nx", []),
    (unlabelled.title_in_rule, "=-=-= Rain =-=-=\n\nx", [(Field.TITLE, "Rain")]),
    (
        unlabelled_facts.shared,
        "Rain, Again (1,100 words) by ana_b\nx",
        [(Field.TITLE, "Rain, Again"), (Field.WORD_COUNT, "1,100 words"), (Field.AUTHOR, "ana_b")],
    ),
    (
        unlabelled_facts.shared,
        "[**Rain**](https://example.org/works/1) (1 word) by [ana](https://example.org/ana)\nx",
        [(Field.TITLE, "Rain"), (Field.WORD_COUNT, "1 word"), (Field.AUTHOR, "ana")],
    ),
    (
        unlabelled_facts.facts_line,
        "Rain - PG - Harbour - Ana/Ben\n\nx",
        [(Field.TITLE, "Rain"), (Field.RATING, "PG"), (Field.FANDOM, "Harbour"), (Field.PAIRING, "Ana/Ben")],
    ),
    (
        unlabelled_facts.facts_line,
        "“Rain” [Ana & Ben, 100 words]\n\nx",
        [(Field.TITLE, "Rain"), (Field.CHARACTERS, "Ana & Ben"), (Field.WORD_COUNT, "100 words")],
    ),
    (
        unlabelled_facts.comma_facts,
        "Harbour, Ana & Ben, first frost\nWords: 5\n\nx",
        [(Field.FANDOM, "Harbour"), (Field.CHARACTERS, "Ana & Ben"), (Field.PROMPT, "first frost")],
    ),
    (unlabelled.byline, "by ana_b\n\nx", [(Field.AUTHOR, "ana_b")]),
    (unlabelled.byline, "A very short Harbour story, by Ana Salt.\n\nx", [(Field.AUTHOR, "Ana Salt")]),
    (unlabelled.byline, "Ana Salt proudly presents:\n\nx", [(Field.AUTHOR, "Ana Salt")]),
    (unlabelled.address, "<ana@example.com>\n\nx", []),
    (unlabelled.underlined_title, "Rain\n----\n\nx", [(Field.TITLE, "Rain")]),
    (
        unlabelled.underlined_title,
        "The Harbour Books (short story)\nRain\n====\n\nx",
        [(Field.TITLE, "Rain"), (Field.FANDOM, "The Harbour Books")],
    ),
    (unlabelled.title_above_byline, "the rain\nby Ana\n\nx", [(Field.TITLE, "the rain")]),
    (unlabelled.title_above_byline, "the rain\n\nAuthor: Ana\n\nx", [(Field.TITLE, "the rain")]),
    (unlabelled.title_above_byline, "the rain\nChapter 2: Wet\n\nx", [(Field.TITLE, "the rain")]),
    (unlabelled.title_and_author, "Rain, by Ana\n\nx", [(Field.TITLE, "Rain"), (Field.AUTHOR, "Ana")]),
    (unlabelled.chapter, "Chapter Two - Wet\n\nx", [(Other("Chapter"), "Wet")]),
    (unlabelled.chapter, "Prologue\n\nx", [(Other("Chapter"), "Prologue")]),
    (unlabelled.disclaimer, "The sea is not mine.\n\nx", [(Field.DISCLAIMER, "The sea is not mine.")]),
    (
        unlabelled.disclaimer,
        "I don't own the\nharbour. I was there once.\n\nx",
        [(Field.DISCLAIMER, "I don't own the harbour."), (Field.NOTES, "I was there once.")],
    ),
    (unlabelled.bracketed, "(no cut, it is short)\n\nx", [(Field.NOTES, "no cut, it is short")]),
    (
        unlabelled.title_above_name,
        "The Rain\nAna Salt\n\nRating: G\n\nx",
        [(Field.TITLE, "The Rain"), (Field.AUTHOR, "Ana Salt")],
    ),
    (
        unlabelled_facts.facts_below_title,
        "Rain\nHarbour; Ana/Ben; PG; 100 words\n\nx",
        [
            (Field.TITLE, "Rain"),
            (Field.FANDOM, "Harbour"),
            (Field.PAIRING, "Ana/Ben"),
            (Field.RATING, "PG"),
            (Field.WORD_COUNT, "100 words"),
        ],
    ),
    (fact.block, "E, 100 words\n\nx", [(Field.RATING, "E"), (Field.WORD_COUNT, "100 words")]),
    (
        fact.below_title,
        "Rain\nPG-13, 100 words\n\nx",
        [(Field.TITLE, "Rain"), (Field.RATING, "PG-13"), (Field.WORD_COUNT, "100 words")],
    ),
    (
        unlabelled.title_block,
        "The Rain\nA Harbour short story\nRated PG\nby Ana\n\nx",
        [(Field.TITLE, "The Rain"), (Field.FANDOM, "Harbour"), (Field.RATING, "PG"), (Field.AUTHOR, "Ana")],
    ),
    (unlabelled.dedication, "Dedicated to my cat.\n\nx", [(Other("Dedication"), "Dedicated to my cat.")]),
    (unlabelled.note, "I wrote this fic on a bus.\n\nx", [(Field.NOTES, "I wrote this fic on a bus.")]),
    (unlabelled.bare_title, "The Rain in May\n\nx", [(Field.TITLE, "The Rain in May")]),
    (unlabelled.bare_title, "Rain, Mostly\n\nx", [(Field.TITLE, "Rain, Mostly")]),
    (unlabelled.bare_title, "**the rain**\n\nx", [(Field.TITLE, "the rain")]),
    (unlabelled.bare_title, "Where is the rain?\n\n\nx", [(Field.TITLE, "Where is the rain?")]),
    (unlabelled.bare_title, "the rain\nRating: G\nFandom: Harbour\n\nx", [(Field.TITLE, "the rain")]),
    (
        opening.preface,
        "This is a thing I made on a bus.\n-Ana\n" + "-" * 40 + "\n\nx\n\ny\n\nz",
        [(Field.NOTES, "This is a thing I made on a bus. -Ana")],
    ),
]  # fmt: skip

LEFT_ALONE: list[tuple[Rule, str]] = [
    (unlabelled.title_block, "The rain fell\nIt was a short story.\n\nx"),
    (unlabelled.byline, "The heating failed on a Tuesday, and by Wednesday everybody had opinions.\n\nx"),
    (mail_head.headers, "From: the sea\nIt came.\n\nx"),
    (unlabelled_facts.caution, "CW death\nx"),
    (unlabelled_facts.caution, "rated by nobody\n\nx"),
    (mail_head.posted, "May was late and she wrote in the sand.\n\nx"),
    (mail_head.quoted, "> Title: Rain\n\nx"),
    (mail_head.quoted, "> The sea is a lamp.\n\nx"),
    (unlabelled.start_mark, "She began.\n\nx"),
    (unlabelled.title_in_rule, "She said --- nothing ---\n\nx"),
    (unlabelled_facts.shared, "She wrote (100 words), and by noon she slept\nx"),
    (unlabelled_facts.facts_line, "The rain - the cold - the wind\n\nx"),
    (unlabelled_facts.facts_line, "She left (for good)\n\nx"),
    (unlabelled_facts.comma_facts, "Harbour, Ana & Ben, first frost\n\nx"),
    (unlabelled.byline, "By the old wall she stopped\n\nx"),
    (unlabelled.byline, "He stood by Ana.\n\nx"),
    (unlabelled.address, "She sent it to ana@example.com.\n\nx"),
    (unlabelled.underlined_title, "It rained all day.\n---\n\nx"),
    (unlabelled.title_above_byline, "It rained,\nby Ana\n\nx"),
    (unlabelled.title_and_author, "she was found by Ana\n\nx"),
    (unlabelled.chapter, "Part of her wanted to stay.\n\nx"),
    (unlabelled.disclaimer, "“I don't own it,” she said.\n\nx"),
    (unlabelled.bracketed, "[Ana's house, at night.]\n\nx"),
    (unlabelled.bracketed, "(no) was all she said\n\nx"),
    (unlabelled.title_above_name, "The Rain\nAna Salt\n\nx"),
    (fact.below_title, "Rain\nfive, six, and then the lamp\n\nx"),
    (fact.block, "All, everyone\n\nx"),
    (fact.below_title, "Rain\nPG-13, 100 words"),
    (unlabelled_facts.facts_below_title, "Rain\nfell, and fell, and fell\n\nx"),
    (unlabelled.dedication, "She was dedicated to tea.\n\nx"),
    (unlabelled.note, "I wrote him a letter.\n\nx"),
    (unlabelled.bare_title, "It rained.\n\nx"),
    (unlabelled.bare_title, "Dear Ana,\n\nx"),
    (unlabelled.bare_title, "Also, it rained\n\nx"),
    (unlabelled.bare_title, "Ana: “Ah, Ben,”\n\nx"),
    (unlabelled.bare_title, "Where was she?\n\nx"),
    (unlabelled.bare_title, "“Ana?”\n\nx"),
    (opening.preface, "I waited for you.\n" + "-" * 40 + "\n\nx\n\ny\n\nz"),
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
    assert (piece.start, piece.end) == (2, 7)


@pytest.mark.parametrize(("rule", "text"), LEFT_ALONE)
def test_a_rule_leaves_alone(rule: Rule, text: str) -> None:
    assert rule(line.read(text), 0) is None


def test_every_rule_has_its_examples() -> None:
    rules = {*opening.AT_THE_TOP, *opening.ANYWHERE}
    assert rules - {mail_head.quoted} <= {rule for rule, _, _ in KNOWN}
    assert rules <= {rule for rule, _ in LEFT_ALONE}


STORY = "It rained.\n\nShe went in.\n\nShe went out again, and it rained more than before.\n\n"

BEGINS = [
    (afterword.end_mark, "The End"),
    (afterword.end_mark, "~ owari ~"),
    (afterword.end_mark, "To be continued..."),
    (afterword.labelled_foot, "Author's Note: thanks!"),
    (afterword.labelled_foot, "Title: Rain\nRating: G"),
    (afterword.remarks, "Please review this fic!\n\nComments to ana@example.com, please."),
    (afterword.farewells, "Thanks for reading!\n\nFor Ruth, who asked."),
    (afterword.signature, "Ana Salt\nhttp://www.example.com"),
    (afterword.signature, "-Ana"),
]
GOES_ON = [
    (afterword.end_mark, "The end of the road was near."),
    (afterword.end_mark, "Fine."),
    (afterword.labelled_foot, "Note: come home."),
    (afterword.labelled_foot, "Ana: hello"),
    (afterword.remarks, "I left a comment on the wall."),
    (afterword.farewells, "Thanks, he said, for reading it to me."),
    (afterword.signature, "“Write to ana@example.com,” she said."),
    (afterword.signature, "She left."),
]


@pytest.mark.parametrize(("rule", "text"), BEGINS)
def test_a_foot_begins(rule: Callable[[Sequence[Line], int], bool], text: str) -> None:
    assert rule(line.read(STORY + text), 6)


@pytest.mark.parametrize(("rule", "text"), GOES_ON)
def test_a_story_goes_on(rule: Callable[[Sequence[Line], int], bool], text: str) -> None:
    assert not rule(line.read(STORY + text), 6)


def test_every_rule_of_the_foot_has_its_examples() -> None:
    assert {rule for rule, _ in BEGINS} == set(afterword.RULES)
    assert {rule for rule, _ in GOES_ON} == set(afterword.RULES)


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
