from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.reading import manuscript, section
from bot.domain.text.conventions import Convention

BREAKS = [
    *(
        "***",
        "* * *",
        "*",
        "---",
        "- - -",
        "--",
        "—",
        "~",
        "~~~",
        "#",
        "###",
        "===",
        "___",
        "+++",
        "o0o",
        "oOo",
        "oOoOo",
        "o   o   o",
    ),
    *("xXx", "xox", "-oOo-", "~*~", "♥", "🌹 🌹", "⁂", "            ***", "\t~\t", r"\*\*\*", r"\#"),
]
STORY = [
    *(
        "...",
        "…",
        "“…”",
        "?!",
        "!",
        "x",
        "Oh",
        "Ooo",
        "No.",
        "1",
        "II.",
        "Boo",
        "||",
        ">",
        "```",
        "***No.***",
        "- Tea.",
        "",
        "  ",
    ),
]


@pytest.mark.parametrize("line", BREAKS)
def test_a_line_of_marks_parts_a_story(line: str) -> None:
    assert section.sections(f"Tea.\n{line}\nRain.") == ("Tea.", "Rain.")


@pytest.mark.parametrize("line", STORY)
def test_what_somebody_says_parts_nothing(line: str) -> None:
    assert len(section.sections(f"Tea.\n{line}\nRain.")) == 1


@pytest.mark.parametrize(
    ("story", "sections"),
    [
        ("", ()),
        ("***", ()),
        ("Tea.", ("Tea.",)),
        ("***\n\nTea.\n\n***\n***\n\nRain.\n  and wind\n---", ("Tea.", "Rain.\n  and wind")),
    ],
)
def test_breaks_side_by_side_or_at_an_edge_part_nothing(story: str, sections: tuple[str, ...]) -> None:
    assert section.sections(story) == sections


@settings(max_examples=100)
@given(st.lists(st.sampled_from(["Tea.", "“Rain?”", "", "***", "oOo", " ~ "]), max_size=12))
def test_nothing_but_breaks_is_lost(lines: list[str]) -> None:
    kept = [line for line in lines if line.strip() and not section.is_break(line)]
    assert "\n".join(section.sections("\n".join(lines))).split() == " ".join(kept).split()


TIDE = " ".join(["tide"] * 100)
NUMBERS = [
    *("{}) ", "{}. ", "({}) ", "[{}] ", "#{} ", "{}: ", "{}/3 ", "Part {}: ", "**{}.** ", "{} - ", "{} – ", "**{}** "),
    *("__{}__ ", "*{}* ", "**{}** - ", "**{} -** ", "{} | ", "{} • ", "{}\\) ", "**#{}** ", "Part {} - ", "({}) - "),
    "_{}._ ",
]
COUNTED = [
    *([form.format(number) for number in (1, 2, 3)] for form in NUMBERS),
    ["I. ", "II. ", "III. "],
    ["i) ", "ii) ", "iii) "],
]


@pytest.mark.parametrize("numbers", COUNTED)
@pytest.mark.parametrize("gap", ["\n\n", "\n\n***\n\n"])
def test_a_number_before_its_words_names_a_section(numbers: list[str], gap: str) -> None:
    story = gap.join(number + TIDE for number in numbers)
    assert section.sections(story) == (TIDE, TIDE, TIDE)
    assert section.naming(story) == [number.strip() for number in numbers]
    assert section.counted(story).split().count("tide") == 300
    assert manuscript.parse(f"Title: Low Tide\n\n{story}").counts[Convention.AO3] == 300


@pytest.mark.parametrize(
    "story",
    [
        f"1. Milk.\n\n2. Bread, and {TIDE}",
        f"1. {TIDE}\n\n3. {TIDE}",
        f"1. {TIDE}\n\n***\n\n{TIDE}",
        f"1. {TIDE}\n2. {TIDE}",
        f"I. {TIDE}\n\nI. {TIDE}",
        f"1 {TIDE}\n\n***\n\n2 {TIDE}",
        f"1 - {TIDE}\n\n***\n\n3 - {TIDE}",
        f"**1 {TIDE}**\n\n***\n\n**2 {TIDE}**",
    ],
)
def test_other_numbers_are_words(story: str) -> None:
    assert section.counted(story) == story


@pytest.mark.parametrize(
    "titles",
    [
        ("the tide", "rain again"),
        ("The Tide, Out", "The Tide, In"),
        ("1941", "1942"),
        ("3 am", "4 am"),
        ("first: tide", "second: rain"),
        ("The tide:", "The rain:"),
        ("Who?", "Where?"),
        ("**the tide**", "rain"),
        ("", "rain"),
    ],
)
def test_a_short_line_above_each_of_some_drabbles_is_a_title(titles: Sequence[str]) -> None:
    for gap in ("\n", "\n\n"):
        story = "\n\n***\n\n".join(f"{title}{gap}{TIDE}".strip() for title in titles)
        assert section.sections(story) == (TIDE, TIDE)
        assert section.naming(story) == [title for title in titles if title]


@pytest.mark.parametrize(
    "story",
    [
        f"No.\n\n{TIDE}\n\n***\n\nNo.\n\n{TIDE} tide",
        f"No.\n\n{TIDE}\n\n***\n\n{TIDE}",
        f"No.\n{TIDE[5:]}\n\n***\n\nNo.\n{TIDE[5:]}",
        f"{TIDE[5:]}\n\ntide\n\n***\n\nNo.\n\n{TIDE[5:]}",
    ],
)
def test_a_short_line_above_anything_else_is_words(story: str) -> None:
    assert section.naming(story) == []


def test_a_number_below_blank_lines_at_the_top_parts_nothing() -> None:
    assert section.counted("\n1 - Gulls.") == "\n1 - Gulls."
