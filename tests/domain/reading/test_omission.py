from collections import Counter
from datetime import UTC, datetime

import pytest
from hypothesis import example, given, settings

from bot.domain.documents import furniture
from bot.domain.entries.draft import Draft
from bot.domain.header import header as headers
from bot.domain.header.field import Field
from bot.domain.reading import manuscript, omission
from bot.domain.reading.omission import Omission
from bot.domain.reading.reading import Bounds
from bot.domain.text.conventions import Convention
from tests.domain.reading.test_phenomena import STORY
from tests.domain.reading.test_reading import texts

PROSE = "\n\n".join(["The boats came home one by one, and nobody on the wall had thought to count them."] * 4)


def draft_of(text: str, given: str | None = None) -> Draft:
    return Draft(1, 1, 1, None, text, given, None, datetime(2026, 3, 1, tzinfo=UTC))


def left_out(text: str, bounds: Bounds | None = None) -> list[str]:
    found = manuscript.readings(text, bounds)[0]
    return [each.text for each in omission.omissions(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Title: Low Tide\nRating: PG; Words: 90\n\n§", []),
        ("Low Tide\nA Harbour short story\nby Ruth\n\n§", []),
        ("Low Tide\nA Harbour fanfic by Ruth\n\n§", ["A Harbour fanfic by Ruth"]),
        ("Low Tide\n\nby Ruth\n\nLow Tide\n\n§\n\nA/N: Thanks, Ben.", []),
        ("Stand by Me (90 words) by ruth\n\n§", []),
        ("**Stand by Me** (90 words) by ruth\nChapters: 1/1\n\n§", []),
        ("[Tide](https://example.org/1) (90 words) by [ruth](https://example.org/ruth)\n\n§", []),
        ("Title: Low Tide\n\n§\n\n[here](https://example.org/1)", ["[here](https://example.org/1)"]),
        ("Low Tide (90 words) by ruth\nFandom: Harbour\n\n***\n\n§\n\n~~~", []),
        ("Title: Low Tide\n\nLength: 90 words\n\n§", []),
        ("Title: Low Tide\n\n§\n\nLength: 90 words", []),
        ("Title: Low Tide\n\nTotal: 90 words\n\n§", []),
        ("Title: Low Tide\n\nExactly 90 words\n\n§", []),
        ("Title: Low Tide\n\nAge: 12+\n\n§", []),
        ("Low Tide\n\nAges 16+\n\n§", []),
        ("Low Tide\n\nMPAA: PG\n\n§", []),
        ("Low Tide\n\n§\n\nMPAA: NC-17", []),
        ("Title: Low Tide\n\nSnow: 18+\n\n§", ["Snow: 18+"]),
        ("Title: Low Tide\n\n§\n\nThe End", ["The End"]),
        ("Title: Low Tide\n\n§\n\n(90 words)\n\nAlso on AO3", ["Also on AO3"]),
        ("Title: Low Tide\n\n§\n\nhttps://example.org/1", ["https://example.org/1"]),
        ("(2 comments | Leave a comment)\n\nTitle: Low Tide\n\n§", ["(2 comments | Leave a comment)"]),
        ("Title: Low Tide\n\n§\n\nI hope you liked this fic!", ["I hope you liked this fic!"]),
        ("Title: Low Tide\n\n§\n\n#drabble", ["#drabble"]),
        ("Title: Low Tide\n\n§\n\n#drabble #story", ["#drabble #story"]),
        ("Low Tide\nA drabble\n\n§", ["A drabble"]),
        ("Title: Low Tide\n\n§\n\n🔞", []),
        ("Low Tide\nPG, for Ana\n\n§", []),
        ("Low Tide - written for Ana - PG - 90 words\n\n§", []),
        ("Low Tide [PG] [for Ana]\n\n§", []),
        ("Low Tide, prompted by Ana, PG, 90 words\n\n§", []),
        ("Title: Low Tide\nPG, for Ana\n\n§", []),
        ("Title: Low Tide\nFor Ana, who tuned it\n\n§", []),
        ("Title: Low Tide\nNote: I own nothing of this.\n\n§", []),
        ("Title: Low Tide\nChallenge: yes\n\n§", []),
        ("Title: Low Tide\nNSFW: yes\nRating: rated E\n\n§", []),
        ("| Title | Low Tide |\n|---|---|\n| Fandom | Harbour |\n| Rating | G |\n| Words | 90 |\n\n§", []),
        ("Title: Low Tide\nSpoilers for May: yes\n\n§", ["Spoilers for May: yes"]),
    ],
)
def test_what_is_neither_story_nor_header(text: str, expected: list[str]) -> None:
    assert manuscript.parse(text.replace("§", STORY)).story == STORY
    assert left_out(text.replace("§", STORY)) == expected


@pytest.mark.parametrize("line", ["“…”", "…", "?!", "💀", "♪♪♪", ":)", "「」"])
@pytest.mark.parametrize("text", ["Title: Low Tide\n\n{}", "{}"])
def test_a_silence_at_the_end_is_of_the_story(text: str, line: str) -> None:
    story = f"{STORY}\n\n{line}"
    for foot in ("", "\n\nA/N: Thanks, Ben."):
        assert manuscript.parse(text.format(story) + foot).story == story
    assert manuscript.parse(f"{line}\n\n{STORY}").story == f"{line}\n\n{STORY}"


def test_kisses_are_no_rule() -> None:
    letter = f"Dear Ruth,\n\n{STORY}\n\nLove, Ana\n\nxoxo"
    read = manuscript.readings(f"Title: Low Tide\n\n{letter}")[0]
    assert "xoxo" in f"{manuscript.of(read).story} {omission.omissions(read)}"


def test_a_silence_that_is_left_out_is_quoted() -> None:
    assert left_out(f"Title: Low Tide\n\n…\n\n{STORY}", Bounds(4, 9)) == ["…"]
    assert left_out(f"…\n\n{STORY}", Bounds(2, 9)) == ["…"]


@settings(max_examples=300)
@given(texts)
@example("TitleA/N:")
def test_every_word_is_of_the_story_or_of_the_header_or_left_out(text: str) -> None:
    for found in manuscript.readings(text):
        lines = f"{found.above}\n{found.below}".split("\n")
        beside = Counter(word for line in lines if omission.says_something(line) for word in words(line))
        header = Counter(word for name, value in found.header.fields for word in words(f"{name.label} {value}"))
        quoted = Counter(word for each in omission.omissions(found) for word in words(each.text))
        titles = {word for _, value in found.header.fields for word in words(value)}
        names = {
            word for line in lines for word in omission.labels(line, omission.Told(found.header))
        }  # slips of the pen and all
        unsaid = set(beside - header - quoted) - omission.PLAIN - titles - names
        assert unsaid == set()


def words(text: str) -> list[str]:
    return omission.WORD.findall(text.casefold())


def test_a_line_that_says_what_another_said_is_left_out_all_the_same() -> None:
    text = f"Title: Low Tide\nSummary: Nobody came.\n\n{STORY}\n\nNobody came."
    lines = text.count("\n")
    assert left_out(text, Bounds(3, lines - 1)) == ["Nobody came."]


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        ("Title: Tid\nSummary: It rained,\nand more.\n\n§", "Title: Tide", []),
        ("Title: Tide\nNotes: old\n\nIt is my first fic!\n\n§", "Notes: mine", ["It is my first fic!"]),
        ("Low Tide\nby Ruth\n\n§", "Title: High Tide\nAuthor: Ruth", ["Low Tide"]),
        ("Title: Tide\n\n§\n\nA/N: Thanks!\n\nIt rained on.", "Title: Tide\nNotes: mine", ["It rained on."]),
        ("Title: Tide\n\n§\n\nThanks for reading!", "Title: Tide", ["Thanks for reading!"]),
        ("Title: Tid\n---\nFandom: Harbor\n\n§", "Title: Tide", []),
        ("| Title | Tid |\n|---|---|\n| Fandom | Harbor |\n\n§", "Title: Tide\nFandom: Harbour", []),
    ],
)
def test_what_a_given_header_replaces_is_told_if_it_has_a_name(text: str, given: str, expected: list[str]) -> None:
    found = manuscript.readings(text.replace("§", STORY))[0]
    assert manuscript.of(found).story == STORY
    assert [each.text for each in omission.omissions(found, headers.from_lines(given))] == expected


STATS = ("Words: 90", "Chapters: 1/1", "Comments: 12", "Kudos: 204", "Bookmarks: 19", "Hits: 1,488")


@pytest.mark.parametrize("stats", [" ".join(STATS), "\n".join(STATS), "\n".join(STATS).replace(": ", ":\n  ")])
@pytest.mark.parametrize("given", [None, "Title: Neap Tide\nWord count: 90\nChapters: 1/1"])
def test_what_a_site_counted_of_its_readers_is_neither_posted_nor_missed(stats: str, given: str | None) -> None:
    draft = draft_of(f"Title: Low Tide\nStats:\n{stats}\n\n{STORY}", given)
    found = draft.understood()
    assert {name.value for name, value in found.manuscript.header.fields if value} == {
        *("title", "word_count", "other:chapters")
    }
    assert found.left_out == ()


@pytest.mark.parametrize("line", ["Notes: 2019", "Kudos: to Ana", "Hits: none so far"])
def test_a_number_that_a_writer_notes_is_their_own(line: str) -> None:
    read = manuscript.parse(f"Title: Low Tide\n{line}\n\n{STORY}")
    assert line.partition(": ")[2] in {value for _, value in read.header.fields}


def test_what_a_writer_moves_out_of_the_story_is_left_out() -> None:
    text = "Title: Low Tide\n\nIt rained.\n\nIt stopped.\n\nIt rained again."
    assert left_out(text, Bounds(2, 3)) == ["It stopped.\nIt rained again."]


def test_lines_side_by_side_are_one_omission_with_its_words() -> None:
    found = manuscript.readings("It rained.\n\nIt *stopped*.\n\n***\nAt last.", Bounds(0, 1))[0]
    assert omission.omissions(found) == (Omission("It *stopped*.\nAt last.", 4),)


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("***", ()),
        ("Title: Rain\nRating: G", (Omission("Title: Rain\nRating: G", 4),)),
        ("2. Rain", (Omission("2. Rain", 2),)),
    ],
)
def test_what_names_sections_is_told_as_not_counted(between: str, expected: tuple[Omission, ...]) -> None:
    read = manuscript.parse("\n\n".join(["Title: Water\nFandom: none", "rain " * 50, between, "snow " * 50]))
    assert read.counts[Convention.AO3] == 100
    assert omission.not_counted(read.story) == expected


@pytest.mark.parametrize(("words_left", "asks"), [(20, False), (21, True)])
def test_a_note_is_left_out_without_a_question(words_left: int, asks: bool) -> None:
    assert omission.more_than_a_note([Omission("x", words_left - 5), Omission("y", 5)]) is asks


@pytest.mark.parametrize(
    "line",
    [
        "Disclaimer: the management is not liable.",
        "Warning: mind the gulls.",
        "Feedback: a howl, and then nothing.",
        "Prompt: the card said nothing else.",
        "Summary: it had rained.",
        "Spoilers: none, said the sign, and below it somebody had written who dies.",
        "Rating: five gulls of five",
        "Beta: that was his name.",
    ],
)
def test_a_line_that_looks_labelled_takes_nothing_out_of_a_story(line: str) -> None:
    story = f"{STORY}\n\n{PROSE}\n\n{line}\n\n{PROSE}"
    read = manuscript.parse(f"Title: Low Tide\nAuthor: Ruth\n\n{story}")
    assert read.story == story


HEADS = [
    "From: Ruth <r@example.org>\n{}\nSubject: Low Tide",
    "Return-Path: <r@a.org>\nReceived: from {}\n\tby {}\nFrom: Ruth\nSubject: Low Tide\nMessage-ID: <1@a.org>",
    "**From:** Ruth\n**Sent:** {}\n**To:** all of us\n**Subject:** Low Tide",
    "Von: Ruth\nGesendet: {}\nAn: alle\nBetreff: Low Tide",
    "Da: Ruth\nInviato: {}\nA: tutti\nOggetto: Low Tide",
    "От: Рут\nДата: {}\nКому: всем\nТема: Low Tide",
    "-----Original Message-----\nFrom: Ruth\nSent: {}\nSubject: Low Tide",
    "Begin forwarded message:\n\nFrom: Ruth\nDate: {}\nSubject: Low Tide",
    "---------- Forwarded message ---------\nFrom: Ruth\nDate: {}\nSubject: Low Tide\nTo: <a@example.org>",
    "Newsgroups: {}\nPath: a!b\nFrom: r@example.org\nSubject: Low Tide\nNNTP-Posting-Host: 192.0.2.1\nXref: a b:1",
]


@pytest.mark.parametrize("head", HEADS)
def test_a_mails_head_is_told_and_not_asked_about(head: str) -> None:
    head = head.replace("{}", "Date: Monday " + "and so on " * 8)
    found = manuscript.readings(f"{head}\n\n{STORY}")[0]
    left = omission.omissions(found)
    assert (found.story, found.header.get(Field.TITLE)) == (STORY, "Low Tide")
    assert sum(each.words for each in left) > omission.MOST_WORDS_OF_NOTE
    assert not omission.more_than_a_note(left)


AROUND = "Home\nAuthor: nobody\nThe End\n\nRead more: another tale of the harbour"
PAGE = f"Title: Low Tide\n\n{STORY}\n\n{furniture.LINE}\n{AROUND}"


@pytest.mark.parametrize("text", [PAGE, PAGE.replace(STORY, f"{manuscript.STORY}\n{STORY}\n{manuscript.END}")])
def test_what_a_page_has_around_its_story_is_quoted_and_says_nothing(text: str) -> None:
    found = manuscript.readings(text)[0]
    assert found.story.strip() == STORY
    assert [name for name, _ in found.header.fields] == [Field.TITLE]
    assert "".join(left_out(text)).split() == AROUND.split()
    assert manuscript.parse(text).story == STORY
    assert manuscript.stories(text) == ()


def test_a_writer_may_take_back_what_was_left_out_of_a_page() -> None:
    lines = PAGE.split("\n")
    within = Bounds(2, lines.index("Home") + 1)
    assert manuscript.parse(PAGE, within).story == f"{STORY}\n\nHome"
    assert left_out(PAGE, Bounds(2, lines.index(furniture.LINE)))[0].startswith("Home")


@pytest.mark.parametrize("below", ["  " + PROSE.replace("\n\n", " "), f"\n{PROSE}\n\nTitle: Low Tide\nRating: G"])
def test_prose_below_a_mails_head_is_not_of_it(below: str) -> None:
    text = f"From: Ruth\nSubject: Low Tide\n{below}\n\n{STORY}"
    lines = text.count("\n")
    left = omission.omissions(manuscript.readings(text, Bounds(lines - STORY.count("\n"), lines + 1))[0])
    assert omission.more_than_a_note(left)


def test_what_a_page_offers_to_press_is_told_and_not_asked_about() -> None:
    text = f"(2 comments | Leave a comment)\n167 notes\n\nTitle: Low Tide\n\n{STORY}"
    left_out = omission.omissions(manuscript.readings(text)[0])
    assert [(each.text, each.is_asked) for each in left_out] == [("(2 comments | Leave a comment)\n167 notes", False)]
