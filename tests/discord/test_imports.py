"""A file of prompts: shown first, then taken, without what the moderator leaves out."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.prompts import prompt_file
from bot.domain.prompts.prompt import PromptWording
from bot.domain.text import limits
from bot.services import keeping_bank
from tests import shelf
from tests.discord.chair import Chair, dismiss
from tests.discord.conftest import World

KNOWN = "It was raining when the letter came."
FILE = f"""\
{KNOWN.upper()}
It was raining when the letters came.
Snow fell on the station.
Snow fell on the stations.
Salt
"""


@pytest.fixture
async def chair(world: World, tmp_path: Path) -> AsyncIterator[Chair]:
    with shelf.with_sets(tmp_path / "prompts", doors=shelf.SHIPPED):
        wording = PromptWording("Weather", KNOWN)
        await keeping_bank.add(world.bot.database, world.asked(), wording, image=None)
        yield Chair(world, world.moderator)


async def bring(chair: Chair, text: str | bytes = FILE, name: str = "rain.txt", **options: str) -> None:
    data = text if isinstance(text, bytes) else text.encode()
    await chair.command("prompts import", file=(name, data), **options)


async def texts(chair: Chair) -> list[str]:
    return [each.text for each in await keeping_bank.every(chair.world.bot.database, chair.world.guild.id)]


async def test_a_file_is_shown_before_it_is_taken(chair: Chair) -> None:
    await bring(chair, set="Winter")
    assert chair.page.response.ephemeral
    assert "### `rain.txt`: 5 prompts" in chair.text
    assert "They go into “Winter” (5)." in chair.text
    assert "and 2 more" in chair.text
    assert "**1 stands in the bank or the file already and 2 are like another.**" in chair.text
    assert f"**1** {KNOWN.upper()}\n-# The same: {KNOWN}" in chair.text
    assert f"**2** It was raining when the letters came.\n-# Like: {KNOWN}" in chair.text
    assert "**3** Snow fell on the stations.\n-# Like: Snow fell on the station." in chair.text
    assert await texts(chair) == [KNOWN]
    assert chair.buttons == ["Take all 5", "Leave out doubles (1)", "Leave out all alike (3)", "Put aside"]
    await chair.click("Take all 5")
    assert "5 prompts are in the bank now." in chair.text
    assert len(await texts(chair)) == 6
    await chair.click("To the list")
    assert "6 in the bank" in chair.text


async def test_doubles_are_left_out_or_all_that_is_alike(chair: Chair) -> None:
    await bring(chair)
    await chair.click("Leave out doubles (1)")
    assert f"~~{KNOWN.upper()}~~" in chair.text
    assert chair.buttons == ["Take 4", "Leave out all alike (2)", "Put aside"]
    await chair.click("Leave out all alike (2)")
    assert chair.buttons == ["Take 2", "Put aside"]
    await chair.click("Take 2")
    assert await texts(chair) == ["Snow fell on the station.", "Salt", KNOWN]


async def test_the_moderator_chooses_among_them(chair: Chair) -> None:
    await bring(chair)
    select = f"prompts.leave_out:{await only_import(chair)}:0"
    await chair.choose(select, "0", "3")
    assert "~~Snow fell on the stations.~~" in chair.text
    await chair.choose(select, "1")
    assert "~~Snow fell on the stations.~~" not in chair.text
    await chair.world.restart()
    await chair.click("Take 4")
    assert "It was raining when the letters came." not in await texts(chair)
    assert KNOWN.upper() in await texts(chair)


async def only_import(chair: Chair) -> int:
    rows = await chair.world.bot.database.read(lambda session: session.all("SELECT id FROM imports"))
    [row] = rows
    return row["id"]


async def test_many_that_are_alike_come_page_by_page(chair: Chair) -> None:
    await bring(chair, "\n".join([KNOWN] * 15))
    assert "**6** " in chair.text
    assert "**7** " not in chair.text
    await chair.click("More that are alike")
    await chair.choose(f"prompts.leave_out:{await only_import(chair)}:1", "6", "7")
    assert f"**7** ~~{KNOWN}~~" in chair.text
    await chair.click("More that are alike")
    assert "**15** " in chair.text
    await chair.click("Back")
    await chair.click("Take 13")
    assert len(await texts(chair)) == 14


async def test_what_could_not_be_read_is_named(chair: Chair) -> None:
    await bring(chair, f"prompt,set\nRain,Winter\n{'long ' * 400},\n,Winter\n,Winter\nSalt,", "rain.csv")
    assert "They go into “Winter” (1) and “Our own” (1)." in chair.text
    assert "- line 3: longer than 1,500 characters" in chair.text
    assert "- lines 4 and 5: no prompt in it" in chair.text
    assert "each: " not in chair.text
    await chair.click("Put aside")
    assert "nothing of it is in the bank" in chair.text
    assert await texts(chair) == [KNOWN]


async def test_a_text_that_was_read_otherwise_is_sent_again(chair: Chair) -> None:
    text = "Rain\non tin\n\nSalt\n\nTea"
    await bring(chair, text)
    assert "### `rain.txt`: 3 prompts" in chair.text
    assert "If each line is one, send it again with `each: a line`." in chair.text
    await bring(chair, text, each="a line")
    assert "### `rain.txt`: 4 prompts" in chair.text
    assert "`each: what stands between blank lines`" in chair.text


async def test_an_encoding_that_was_guessed_is_said(chair: Chair) -> None:
    await bring(chair, "Дождь идёт\nСнег лежит".encode("cp1251"))
    assert "I read the file as Cyrillic (Windows-1251), but I am not sure." in chair.text
    assert "Дождь идёт" in chair.text


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("rain.xlsx", b"PK", "I can't read `rain.xlsx`: prompts come as .txt, .md or .csv."),
        ("rain.txt", b"", "I found no prompt in `rain.txt`"),
        ("rain.csv", b"prompt,set\n", "I found no prompt in `rain.csv`"),
        ("rain.txt", b"%PDF-1.7", "is a PDF, whatever its name says"),
        ("rain.csv", b"prompt,set\nA gate,DOORS", "The set “DOORS” came with me and stays as it is."),
        ("rain.csv", b"\x00\x01\x02\x03" * 20, "I can't make out what is in `rain.csv`"),
    ],
)
async def test_a_file_that_cannot_be_taken_is_refused(chair: Chair, name: str, data: bytes, said: str) -> None:
    await bring(chair, data, name)
    assert said in chair.text
    assert await texts(chair) == [KNOWN]


async def test_long_and_hostile_prompts_fit(chair: Chair) -> None:
    lines = [f"{number % 9} " + "||`*_~[x](https://a.example)@everyone<@1> " * 30 for number in range(30)]
    await bring(
        chair, "prompt,set\n" + "\n".join(f'"{each}","{"*" * 58}{at}"' for at, each in enumerate(lines)), "rain.csv"
    )
    assert len(chair.text) <= limits.LAYOUT
    assert "@everyone" not in chair.text
    await chair.click("Take all 30")
    assert len(await texts(chair)) == 31


async def test_a_full_file_against_a_full_bank_keeps_nobody_waiting(chair: Chair) -> None:
    """The watchdog looks on."""
    await bring(chair, "\n".join(f"{number} rivers, and none of them mine" for number in range(prompt_file.MOST + 5)))
    assert f"### `rain.txt`: {prompt_file.MOST:,} prompts" in chair.text
    assert "after the first 2,000, which is all that I take at a time" in chair.text
    await chair.click(f"Take all {prompt_file.MOST:,}")
    await chair.command("prompts list")
    assert "2,001 in the bank" in chair.text


async def test_a_moderator_who_is_none_any_more_takes_nothing(chair: Chair) -> None:
    await bring(chair)
    await dismiss(chair.world)
    await chair.click("Take all 5")
    assert "Only moderators can do this" in chair.text
    assert await texts(chair) == [KNOWN]
