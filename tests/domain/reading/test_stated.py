"""A count that a header states tells which words are the story's, and takes none from the header."""

import pytest

from bot.domain.header.field import Other
from bot.domain.reading import manuscript

STORY = "\n\n".join(["The keeper counted gulls until the old lamp went out."] * 10)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "last",
    ["Series: -", "Series:", "Chapters: 1/1", "Beta: —", "Tags: fluff", "Fandom: Harbour", "Summary: Rain fell."],
)
def test_no_field_of_a_header_is_counted_as_story(last: str, gap: str) -> None:
    header = gap.join(("Title: Low Tide", "Words: {}", "Author: ruth", last))
    read = {stated: manuscript.parse(f"{header.format(stated)}\n\n{STORY}").story for stated in range(99, 107)}
    assert read == dict.fromkeys(read, STORY)


@pytest.mark.parametrize("line", ["Round: 12", "Song: Blue Hour", "Collection: winter tales"])
@pytest.mark.parametrize("rule", ["***", "---"])
def test_a_name_that_nobody_knows_above_a_rule_is_a_field(line: str, rule: str) -> None:
    read = manuscript.parse(f"Title: Low Tide\nFandom: Harbour\n\n{line}\n\n{rule}\n\n{STORY}")
    name, _, value = line.partition(": ")
    assert (read.story, read.header.get(Other(name))) == (STORY, value)


def test_a_note_below_a_gap_may_be_the_storys() -> None:
    story = f"Note: the lamp is out. So am I.\n\n{STORY}"
    assert manuscript.parse(f"Title: Low Tide\nWords: 108\n\n{story}").story == story
