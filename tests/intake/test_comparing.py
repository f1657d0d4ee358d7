"""Files of prompts are read and compared by a process of their own."""

import sys

import pytest

from bot.domain.problem import FileUnreadable, RefusedError, TooSlow
from bot.domain.prompts import prompt_file
from bot.domain.prompts.incoming import Import
from bot.domain.prompts.likeness import Twin
from bot.domain.prompts.prompt_file import Each, Unread
from bot.intake import comparing, delegating, loading
from bot.intake.loading import Loaded

ANA = 1


async def read(name: str, text: str, *known: str, each: Each | None = None, set_name: str = "") -> Import:
    return await comparing.prompts(name, Loaded(text), list(known), each=each, set_name=set_name, member=ANA)


async def test_each_prompt_is_beside_the_one_that_it_is_like() -> None:
    known = "It was raining when the letter came."
    text = f"prompt,set\n{known.upper()},Weather\nSnow fell on the station.,\nSnow fell on the stations.,\n,Lost"
    found = await read("rain.csv", text, "Hail", known, set_name="Winter")
    assert [(each.place, each.set_name, each.twin) for each in found.prompts] == [
        (0, "Weather", Twin(known, is_double=True)),
        (1, "Winter", None),
        (2, "Winter", Twin("Snow fell on the station.", is_double=False)),
    ]
    assert found.unread == ((5, Unread.NO_PROMPT),)
    assert (found.each, found.encoding, found.file_name) == (None, None, "rain.csv")
    assert [each.place for each in found.alike] == [0, 2]


@pytest.mark.usefixtures("quick")
async def test_a_text_is_read_as_its_moderator_says() -> None:
    assert len((await read("rain.txt", "a\nb\n\nc")).prompts) == 2
    found = await read("rain.txt", "a\nb\n\nc", each=Each.LINE)
    assert [(each.text, each.set_name) for each in found.prompts] == [
        ("a", "Our own"),
        ("b", "Our own"),
        ("c", "Our own"),
    ]
    assert found.each is Each.LINE


@pytest.mark.usefixtures("quick")
async def test_a_list_as_a_spreadsheet_saves_it_is_loaded() -> None:
    for encoding in ("utf-8-sig", "utf-16", "cp1251"):
        data = "prompt,set\nДождь идёт весь день,Погода".encode(encoding)
        found = await read("rain.csv", (await loading.read("rain.csv", data, ANA)).text)
        assert [each.text for each in found.prompts] == ["Дождь идёт весь день"]


@pytest.mark.usefixtures("quick")
async def test_as_many_as_a_file_may_have_are_compared_with_a_full_bank() -> None:
    known = [f"Number {number * 7919} waits at the {number % 83}th station" for number in range(5_000)]
    found = await read("rain.txt", "\n".join(f"{number} letters, unread" for number in range(prompt_file.MOST)), *known)
    assert len(found.prompts) == prompt_file.MOST


async def test_a_process_that_fails_is_a_refusal(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for code, problem in (
        ("raise SystemExit(1)", FileUnreadable("rain.txt")),
        ("while True: pass", TooSlow("rain.txt")),
    ):
        monkeypatch.setattr(delegating, "COMMAND", (sys.executable, "-c", code))
        monkeypatch.setattr(delegating, "SECONDS", 1 if isinstance(problem, TooSlow) else 100)
        with pytest.raises(RefusedError) as refused:
            await read("rain.txt", "Rain")
        assert refused.value.problems == (problem,)
    assert "prompts could not be read: the process ended with 1" in caplog.text
    caplog.clear()
