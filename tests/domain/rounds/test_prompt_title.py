import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.rounds import prompt_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Rain", "Rain"),
        ("Rain on tin.", "Rain on tin"),
        ("Who noticed?", "Who noticed?"),
        ("The frost came early.\n\nWho noticed?", "The frost came early …"),
        ("Who noticed?\n\nNobody.", "Who noticed?"),
        ("## **Rain**\n", "Rain"),
        ("…", "…"),
        ("...", "..."),
        (
            "Write about the longest winter anybody in the village could remember, and who ended it",
            "Write about the longest winter anybody in the village could …",
        ),
        ("w" * 90, "w" * 60 + " …"),
    ],
)
def test_the_first_words_make_the_title(text: str, title: str) -> None:
    assert prompt_title.title_of(text, under_cut=False) == title


@settings(max_examples=200)
@given(st.text(min_size=1, max_size=200).filter(str.strip))
def test_every_prompt_makes_a_title_that_fits_a_line(text: str) -> None:
    title = prompt_title.title_of(text, under_cut=False)
    assert title.strip()
    assert len(title) <= prompt_title.LONGEST_TITLE
    assert len(title.splitlines()) == 1


def test_what_is_under_the_cut_stays_there() -> None:
    assert "Rain" not in prompt_title.title_of("Rain", under_cut=True)
