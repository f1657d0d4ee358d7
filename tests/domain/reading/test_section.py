import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.reading import section

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


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from(["Tea.", "“Rain?”", "", "***", "oOo", " ~ "]), max_size=12))
def test_nothing_but_breaks_is_lost(lines: list[str]) -> None:
    kept = [line for line in lines if line.strip() and not section.is_break(line)]
    assert "\n".join(section.sections("\n".join(lines))).split() == " ".join(kept).split()
