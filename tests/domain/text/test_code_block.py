import pytest

from bot.domain.reading import manuscript
from bot.domain.text import code_block
from bot.domain.text.conventions import Convention


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("It rained.", "It rained."),
        ("```txt\nIt rained.\n```", "It rained.\n"),
        ("Title: Rain\n\n```md\nIt rained.\n```", "Title: Rain\n\nIt rained.\n"),
        ("```\nIt rained.\n```", "It rained.\n"),
        ("```It rained.```", "It rained."),
        ("```c++\nIt rained.```Notes: none", "It rained.\nNotes: none"),
        ("Here: ```txt\nIt rained.\n``` and more", "Here: \nIt rained.\n and more"),
        ("```\na\n```\n```txt\nb\n```", "a\n\nb\n"),
        ("```txt\nIt rained.", "It rained."),
        ("```Rain\nIt fell.\n```", "Rain\nIt fell.\n"),
        ("```rain\n```", "rain\n"),
        ("```\nIt rained.", "```\nIt rained."),
        ("Rain ``` fell", "Rain ``` fell"),
        ("```It rained\nagain.```", "It rained\nagain."),
        ("`one` ``two``", "`one` ``two``"),
    ],
)
def test_what_is_in_a_block_stays_and_its_fences_go(text: str, opened: str) -> None:
    assert code_block.opened(text) == opened


@pytest.mark.parametrize(
    "text",
    [
        "Title: Rain\n\n```txt\nIt rained.\n```",
        "```txt\nTitle: Rain\n\nIt rained.\n```",
        "```md\nTitle: Rain\n```\n```txt\nIt rained.```",
        "Title: Rain\r\n\r\n```markdown\r\nIt rained.\r\n```\r\n",
    ],
)
def test_header_and_story_are_read_through_code_blocks(text: str) -> None:
    read = manuscript.parse(text)
    assert [value for _, value in read.header.fields] == ["Rain"]
    assert read.story == "It rained."
    assert read.counts[Convention.AO3] == 2
