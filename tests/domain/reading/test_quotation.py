"""A story that its writer set as a quotation, with its header or below it."""

import pytest

from bot.domain.reading import manuscript
from bot.domain.reading.mail_head import unmarked
from tests.domain.reading.test_phenomena import STORY

QUOTED = "\n".join(f"> {each}".rstrip() for each in STORY.split("\n"))
TALK = "> “You again.”\n>\n> “Me again. Two lamps, please.”\n>\n> “There is one of you.”\n>\n> “There is, now.”"


@pytest.mark.parametrize("header", ["**Low Tide** (54 words)", "Low Tide, 19 words, and all of it is talk", "my try:"])
@pytest.mark.parametrize("quoted", [QUOTED, TALK])
def test_a_quoted_story_below_its_header_is_the_story(header: str, quoted: str) -> None:
    assert manuscript.parse(f"{header}\n\n{quoted}").story == quoted


@pytest.mark.parametrize(
    "text",
    [
        f"> the prompt: a lamp\n\n{STORY}",
        f"On 5 May 1998, Ana wrote:\n{QUOTED}",
        f"{STORY}\n\n> a lamp\n> and a gull",
    ],
)
def test_any_other_quotation_stays_one(text: str) -> None:
    assert unmarked(text) == text


@pytest.mark.parametrize("header", ["Title: Low Tide\nRating: PG\nWords: 54\n\n", "**Low Tide**\nby Ana\n\n", ""])
def test_a_post_that_is_a_quotation_as_a_whole_is_read_as_any_other(header: str) -> None:
    plain = f"{header}{STORY}\n\nThanks for reading!"
    quoted = "\n".join(f"> {each}".rstrip() for each in plain.split("\n"))
    assert manuscript.parse(quoted).story == QUOTED
    assert manuscript.parse(quoted).header == manuscript.parse(plain).header


def test_a_text_has_as_many_lines_without_the_marks() -> None:
    assert unmarked(f"my try:\n\n{QUOTED}\n\n") == f"my try:\n\n{STORY}\n\n"
