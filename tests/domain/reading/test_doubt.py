from dataclasses import replace

import pytest

from bot.domain.header.header import Header
from bot.domain.reading import doubt, manuscript, reader
from bot.domain.reading.judgement import Cut
from bot.domain.reading.reading import Bounds, Reading, Reason

SENTENCES = [
    "Nobody lit the lamp, and the boats came home by ear.",
    "It rained on the harbour wall until the gulls gave up.",
    "She came all the same, with her shoes in her hand and nothing to say.",
    "“He has left,” said the keeper, who had seen it in the tea.",
    "So it was. She sat down to wait for the tide.",
]
STORY = "\n\n".join(SENTENCES)


def reading(start: int, end: int, confidence: float, *reasons: Reason) -> Reading:
    return Reading(Bounds(start, end), Header, (), confidence, reasons)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        f"Title: Lamps\nFandom: Winter\n\n{STORY}",
        f"The Lamp\n\n{STORY}",
        f"Title: Lamps\nWords: 61\n{STORY}",
        f"Title: Lamps\n\n{STORY}\n\nThe End\n\nNotes: for Ana",
        *(f"Title: Lamps\nRating: G\n\n{STORY}\n\n{mark}" for mark in ("END (1/1)", "-30-", "End Prologue")),
        f"Title: Lamps\nRating: G\nDisclaimer: I own no lamp.\n\nChapter Six: Oil\n\n{STORY}",
        "[story]\nTitle: no title\n[end of story]",
        "Title: Lamps",
        "",
    ],
)
def test_an_ordinary_text_is_sure_enough(text: str) -> None:
    assert doubt.doubts(manuscript.readings(text)) == ()


def test_many_lines_that_could_be_story_are_in_doubt() -> None:
    text = f"The Lamp\n\nfor Ana\n\nIt was late, and I was tired\n\n{STORY}"
    assert Reason.UNLABELLED_HEADER in doubt.doubts(manuscript.readings(text))


@pytest.mark.parametrize(
    ("other", "reasons", "doubts"),
    [
        ((3, 9), (Reason.LABELLED_HEADER, Reason.GAP_ABOVE), (Reason.STARTS_ELSEWHERE,)),
        ((4, 7), (Reason.LABELLED_HEADER, Reason.GAP_ABOVE), (Reason.ENDS_ELSEWHERE,)),
        ((3, 7), (Reason.LABELLED_HEADER,), (Reason.STARTS_ELSEWHERE, Reason.ENDS_ELSEWHERE, Reason.NO_GAP)),
        ((3, 9), (Reason.UNLABELLED_HEADER, Reason.GAP_ABOVE), (Reason.STARTS_ELSEWHERE, Reason.UNLABELLED_HEADER)),
        ((4, 7), (Reason.NO_HEADER, Reason.COUNT_DIFFERS), (Reason.ENDS_ELSEWHERE, Reason.COUNT_DIFFERS)),
        ((5, 9), (Reason.NO_HEADER,), (Reason.FIRST_LINES,)),
    ],
)
def test_the_reasons_say_what_is_in_doubt(
    other: tuple[int, int], reasons: tuple[Reason, ...], doubts: tuple[Reason, ...]
) -> None:
    assert doubt.doubts([reading(4, 9, 0.5, *reasons), reading(*other, 0.2)]) == doubts
    assert doubt.doubts([reading(4, 9, 0.8, *reasons), reading(*other, 0.2)]) == ()


TOLD = "Dad built it for the apples and it outlived the tree.\n“Have you got anything flat?” the young man said."


@pytest.mark.parametrize(
    "title", ["The Ladder", "**The Ladder**", "*The Ladder*", "THE LADDER", "1. The Ladder", "The Ladder\nby ruth"]
)
def test_a_title_right_above_a_story_is_asked_about(title: str) -> None:
    readings = manuscript.readings(f"{title}\n{TOLD}")
    assert doubt.doubts(readings) == (Reason.FIRST_LINES,)
    assert TOLD in {manuscript.of(each).story for each in readings}


@pytest.mark.parametrize("name", ["Summary", "Prompt", "A/N", "Blurb"])
@pytest.mark.parametrize("above", ["", "Title: The Ladder\n\n", "Title: The Ladder\nRating: G\n\n", "The Ladder\n\n"])
def test_a_field_in_which_somebody_speaks_is_asked_about(above: str, name: str) -> None:
    text = f"{above}{name}: “Anything flat?” he asked.\n\n{TOLD}"
    readings = manuscript.readings(text)
    assert doubt.doubts(readings) != () or readings[0].story == TOLD
    assert TOLD in {manuscript.of(each).story for each in readings}


@pytest.mark.parametrize("line", ["The ladder went up.", "“The Ladder,” he said.", "we had no ladder", "Dear Ladder,"])
def test_any_other_first_line_is_the_storys(line: str) -> None:
    readings = manuscript.readings(f"{line}\n{TOLD}")
    assert readings[0].story == f"{line}\n{TOLD}"
    assert doubt.doubts(readings) == ()


STONES = """Winter lamp and stones until morning, and any sea home.

Home from winter while the lamp keeps a door open.

Stones, rain, a kettle and no bread until the morning comes.

Open doors in winter, cold stoves, a lamp out since May.

Any sea, any stones, any morning of rain will do.

Salt on the door and bread on the stones."""


def test_a_story_above_the_header_of_another_is_never_left_out_unasked() -> None:
    drabble = "\n\n".join(["The keeper counted gulls until the old lamp went out."] * 10)
    text = f"**Low Tide**\nby ines\n\n{STONES}\n\nPlatform (100 words) by ines\nFandom: Snow\n\n{drabble}"
    assert STONES in manuscript.parse(text).story or Reason.STARTS_ELSEWHERE in doubt.doubts(manuscript.readings(text))


FIRST = "It stopped in the long grass by the wall, in June, with all of\nits oil spilt and no wick."


def test_a_paragraph_that_an_editor_broke_reads_like_the_storys_too() -> None:
    found = reader.read(f"Title: Lamps\n\n{FIRST}\n\n{STORY}")
    assert found.cuts[0].start == 2
    assert reader.is_prose_beside(found, replace(found.cuts[0], start=5))


@pytest.mark.parametrize("count", ["134 words by wc(1).", "A hundred words? 134 words, and not one less."])
def test_a_last_line_that_states_a_count_is_asked_about_or_none_of_the_story(count: str) -> None:
    readings = manuscript.readings(f"Subject: Lamps\nFrom: ana@example.com\n\n{STORY}\n\n{count}\n\n-- \nAna Salt")
    assert count not in readings[0].story or doubt.doubts(readings) != ()


@pytest.mark.parametrize("end", ["The End", "END\n\n***", "“…”"])
def test_nobody_is_asked_whether_the_end_is_a_storys_own(end: str) -> None:
    found = reader.read(f"{STORY}\n\n{end}\n\nA/N: tea")
    last = STORY.count("\n") + 1
    cuts = [Cut(0, stop, odds, ()) for stop, odds in ((last, 0.5), (last + 2, 0.3), (last + end.count("\n") + 4, 0.2))]
    assert [cut.odds for cut in reader.told_apart(found.lines, cuts)] == [0.8, 0.2]


LIKE_LABELS = (
    "Next: the door.\n\nMona went through it, and the gulls came after.",
    "Mona: no\nTobias: yes\nNote: he had the lamp\n\nIt went out.",
)
DISCLAIMED = "Disclaimer: the harbour is not mine.\n\nNeither are the gulls in it.\n\nSummary: Mona waits."
LATE = "The train was late, and the people on the platform had stopped asking each other why."
PROMPTED = f"{LATE}\n\nPrompt: Lamplight\n\n{' '.join(SENTENCES)}"
FEET = "Thanks for reading!\n\nFor Ana, who asked.\n\nBeta: Ben\nDisclaimer: not mine."


@pytest.mark.parametrize(
    ("text", "story"),
    [
        (f"Title: Low Tide\nRating: G\nSummary:\n\nThe sea went, and came.\n\n{STORY}", STORY),
        (f"{DISCLAIMED}\n\n{STORY}", STORY),
        (f"Title: Low Tide\n\n{STORY}\n\n{FEET}", STORY),
        *[(each, each) for each in ("***\n\nIt rained.\n\nTitle: no", *LIKE_LABELS)],
        *[(f"Title: Low Tide\n\n{each}", each) for each in LIKE_LABELS],
        (f"Title: Rail\nFandom: none\nRating: G\n\n{PROMPTED}", PROMPTED),
    ],
)
def test_what_may_be_read_in_two_ways_is_asked_about_and_offered(text: str, story: str) -> None:
    readings = manuscript.readings(text)
    assert doubt.doubts(readings) != ()
    assert story in [manuscript.of(each).story for each in readings[:2]]


WORDS_TO_READERS = [
    *("For Ben.", "For my sister, always.", "Für Ben.", "Для Бена.", "To Ruth, with love", "For everyone who waits."),
    *("Sorry it's late!", "So sorry about the angst.", "Late again, sorry!", "Désolée pour le retard !", "Danke!"),
    *("Thanks for reading, comments welcome", "Thanks to Ben for the beta.", "thx for reading", "Oops, angst again."),
    *("My first drabble!", "Be gentle, it's my first.", "English is not my first language.", "Hope this counts!"),
    *("Written on my phone.", "Reposted from last year.", "Edited for spelling.", "Not sure about this one."),
    *("More to come!", "Part 2 tomorrow.", "See you next Sunday!", "Happy birthday, Ben!", "What did you think?"),
    *("I own nothing.", "Characters aren't mine.", "More on my profile.", "Kommentare sind willkommen!"),
]


@pytest.mark.parametrize("foot", WORDS_TO_READERS)
def test_a_last_word_to_readers_is_known_or_asked_about(foot: str) -> None:
    for text in (f"{STORY}\n\n{foot}", f"Title: Lamps\n\n{STORY}\n\n{foot}"):
        readings = manuscript.readings(text)
        assert manuscript.parse(text).story == STORY or doubt.doubts(readings) != ()
        assert STORY in [manuscript.of(each).story for each in readings[:2]]


@pytest.mark.parametrize(
    "end", ["For once, the lamp was out.", "To the sea.", "More rain came.", "First light came.", "Hope is a lamp."]
)
def test_a_last_sentence_of_the_story_is_not_asked_about(end: str) -> None:
    assert doubt.doubts(manuscript.readings(f"Title: Lamps\n\n{STORY}\n\n{end}")) == ()
