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


@pytest.mark.parametrize(
    ("title", "prompt"),
    [
        ("Ravens over Oslo", "Ravens over Oslo"),
        ("ravens over oslo!", "**Ravens** over Oslo."),
        ("Prompt 12: Ravens", "Ravens"),
        ("The longest winter", "Write about the longest winter anybody in the village could remember"),
        ("🐦‍⬛", "🐦‍⬛"),
    ],
)
def test_a_title_of_the_prompts_words_tells_it(title: str, prompt: str) -> None:
    assert prompt_title.tells(title, prompt)


@pytest.mark.parametrize("prompt", ["Ravens over Oslo", "Who noticed the drabbles?", "", "🐦‍⬛"])
def test_a_title_of_its_own_tells_no_prompt(prompt: str) -> None:
    assert not prompt_title.tells("Sunday drabbles 12", prompt)


@settings(max_examples=100)
@given(st.text(min_size=1, max_size=200).filter(str.strip))
def test_a_title_that_is_made_tells_its_prompt(prompt: str) -> None:
    assert prompt_title.tells(prompt_title.title_of(prompt, under_cut=False), prompt)


def test_what_is_under_the_cut_stays_there() -> None:
    assert "Rain" not in prompt_title.title_of("Rain", under_cut=True)
