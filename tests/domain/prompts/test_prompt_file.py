"""Prompts as people keep them in files, and as they come back from ours."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.documents import file
from bot.domain.problem import FileTooLarge, PromptFileUnknown, RefusedError
from bot.domain.prompts import prompt, prompt_file
from bot.domain.prompts.prompt import Prompt, Use
from bot.domain.prompts.prompt_file import Each, PromptFile, Unread

MARCH = datetime(2026, 3, 2, 12, tzinfo=UTC)


def texts(contents: PromptFile) -> list[str]:
    return [each.text for each in contents.prompts]


def kept(text: str, set_name: str = "Weather", use: Use | None = None) -> Prompt:
    return Prompt(1, 10, set_name, text, None, ships=False, suggested_by=None, use=use)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rain\nSnow\nHail", ["Rain", "Snow", "Hail"]),
        ("Rain\n\nSnow\n\nHail\n", ["Rain", "Snow", "Hail"]),
        ("\n\n  Rain  \n\n\n\n\tSnow\n", ["Rain", "Snow"]),
        (
            "It rained.\nNobody minded.\n\nIt snowed.\nSomebody did.",
            ["It rained.\nNobody minded.", "It snowed.\nSomebody did."],
        ),
        ("It rained.\nNobody minded.\n\nSnow", ["It rained.\nNobody minded.", "Snow"]),
        ("a\nb\nc\nd\n\ne\nf\ng\nh", list("abcdefgh")),
        ("One prompt\nof two lines", ["One prompt", "of two lines"]),
        ("1. Rain\n2. Snow\n10. Hail", ["Rain", "Snow", "Hail"]),
        ("- Rain\n- Snow", ["Rain", "Snow"]),
        ("* Rain\n\n* Snow", ["Rain", "Snow"]),
        ("• Rain\n• Snow", ["Rain", "Snow"]),
        ("1) Rain\nSnow in June", ["1) Rain", "Snow in June"]),
        ("- a dash alone", ["- a dash alone"]),
        ("1984 again\n1985 at last", ["1984 again", "1985 at last"]),
        ("Rain \u2028Snow", ["Rain", "Snow"]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_a_text_has_its_prompts_in_lines_or_blocks(text: str, found: list[str]) -> None:
    assert texts(prompt_file.read("rain.txt", text)) == found


def test_a_moderator_says_how_a_text_is_to_be_read() -> None:
    text = "a\nb\nc\nd\n\ne\nf\ng\nh"
    assert texts(prompt_file.read("rain.txt", text, Each.BLOCK)) == ["a\nb\nc\nd", "e\nf\ng\nh"]
    assert texts(prompt_file.read("rain.txt", "a\nb\n\nc", Each.LINE)) == ["a", "b", "c"]
    assert prompt_file.read("rain.txt", "a\nb\n\nc").each is Each.BLOCK
    assert prompt_file.read("rain.txt", "a\nb\nc\nd\n\ne\nf\ng\nh").each is Each.LINE
    for clear in ("a", "a\nb", "a\n\nb\n"):
        assert prompt_file.read("rain.txt", clear).each is None


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("prompt,set\nRain,Weather\nSnow,", [("Rain", "Weather"), ("Snow", "")]),
        ("Set;Prompt\nWeather;Rain, at last\n", [("Rain, at last", "Weather")]),
        ("id\tTEXT\tcategory\n1\tRain\tWeather", [("Rain", "Weather")]),
        ('prompt,set\n"It rained.\nA lot.",Weather\nSnow,', [("It rained.\nA lot.", "Weather"), ("Snow", "")]),
        ('"prompt"\n"She said ""no"", twice."\n', [('She said "no", twice.', "")]),
        ("Rain, at last\nSnow", [("Rain, at last", ""), ("Snow", "")]),
        ("\n\nprompt\n\nRain\n", [("Rain", "")]),
        ("prompt,set\n,,\n\nRain", [("Rain", "")]),
        ("prompt,set\n'=1+1,Sums\n'tis the season,Feasts", [("=1+1", "Sums"), ("'tis the season", "Feasts")]),
        ("id,prompt,set\n1,Rain, at last,Weather\n2,Snow,,,\n", [("Rain, at last", "Weather"), ("Snow", "")]),
        ("prompt\nRain, at last, and snow", [("Rain, at last, and snow", "")]),
        ("prompt", []),
        ("", []),
    ],
)  # fmt: skip
def test_a_table_has_a_column_of_prompts_and_perhaps_one_of_sets(table: str, found: list[tuple[str, str]]) -> None:
    contents = prompt_file.read("Rain.CSV", table)
    assert [(each.text, each.set_name) for each in contents.prompts] == found
    assert contents.each is None


def test_what_gives_no_prompt_is_named_by_its_line() -> None:
    long = "rain " * 400
    contents = prompt_file.read("rain.csv", f'prompt,set\nSnow,\n"{long}",\n,Weather\nHail,{"w" * 61}\nRain,')
    assert texts(contents) == ["Snow", "Rain"]
    assert contents.unread == ((3, Unread.TOO_LONG), (4, Unread.NO_PROMPT), (5, Unread.SET_TOO_LONG))
    assert [each.line for each in contents.prompts] == [2, 6]
    many = "\n".join(f"Prompt {number}" for number in range(prompt_file.MOST + 2))
    contents = prompt_file.read("rain.txt", many)
    assert len(contents.prompts) == prompt_file.MOST
    assert contents.unread == ((2_001, Unread.TOO_MANY), (2_002, Unread.TOO_MANY))


def test_a_quote_that_nobody_closed_loses_nothing_before_it() -> None:
    rest = "Snow\n" * 30_000
    contents = prompt_file.read("rain.csv", f'prompt\nRain\n"Hail\n{rest}')
    assert texts(contents) == ["Rain"]
    assert contents.unread == ((3, Unread.TOO_LONG),)


def test_other_files_are_refused_before_they_are_fetched() -> None:
    for name, size, kinds in (
        ("rain.xlsx", 10, [PromptFileUnknown]),
        ("rain", 10, [PromptFileUnknown]),
        ("rain.csv", file.LARGEST + 1, [FileTooLarge]),
        ("rain.docx", file.LARGEST + 1, [PromptFileUnknown, FileTooLarge]),
    ):
        with pytest.raises(RefusedError) as refused:
            prompt_file.check(name, size)
        assert [type(found) for found in refused.value.problems] == kinds
    for name in ("rain.txt", "rain.md", "RAIN.CSV"):
        prompt_file.check(name, file.LARGEST)


def test_a_file_tells_when_and_where_a_prompt_was_used() -> None:
    used, aside = kept("Rain", use=Use(MARCH, 7, "Wet days")), kept("Snow", use=Use(MARCH, None, None))
    [written] = prompt_file.written([used, aside])
    lines = written.decode("utf-8-sig").splitlines()
    assert lines == [
        '"prompt","set","used","round"',
        '"Rain","Weather","2026-03-02","Wet days"',
        '"Snow","Weather","",""',
    ]


AWKWARD = [
    "=1+1",
    "'=1+1",
    "''-x",
    "'tis",
    "+",
    "@home",
    "- dash",
    '"',
    '"",',
    "a;b\tc,d",
    "a\n\nb",
    "1. one",
    "\ufeffa",
    "ﬁ é ß",
    "雨",
]


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_prompts_come_back(text: str) -> None:
    came_back(text, "prompt")


@given(st.text(), st.text(max_size=60))
def test_what_is_written_is_read_back(text: str, set_name: str) -> None:
    came_back(text, set_name)


@pytest.mark.parametrize(("length", "files"), [(9, 3), (1_500, 44)])
def test_a_full_bank_comes_back_file_by_file(length: int, files: int) -> None:
    texts = [f"{number:05}" + "雪" * (length - 5) for number in range(prompt.MOST)]
    written = prompt_file.written(map(kept, texts))
    assert len(written) == files
    read = [prompt_file.read("prompts.csv", file.decode("prompts.csv", each)) for each in written]
    assert [each.text for found in read for each in found.prompts] == texts
    assert not any(found.unread for found in read)


def came_back(text: str, set_name: str) -> None:
    """Through a file's bytes, as they come back from somebody's computer."""
    try:
        name, tidy = prompt.in_bank(set_name, text)
    except RefusedError:
        return
    if any("\ud800" <= letter <= "\udfff" for letter in name + tidy):  # which forms mend before
        return
    [written] = prompt_file.written([kept(tidy, name), kept("Snow", name)])
    contents = prompt_file.read("prompts.csv", file.decode("prompts.csv", written))
    assert [(each.text, each.set_name) for each in contents.prompts] == [(tidy, name), ("Snow", name)]
    assert not contents.unread
