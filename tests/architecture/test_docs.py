"""What the documents say is there is there, and what is there they say."""

import ast
import re
import runpy
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import discord
import pytest
from click.testing import CliRunner
from discord import app_commands

from bot.__main__ import main
from bot.client import DrabbleBot
from bot.config import SETTINGS
from bot.ui.answering import permission
from bot.ui.wording import needed_permissions
from tests.discord.conftest import running

HOUSE = Path(__file__).parents[2]
README = (HOUSE / "README.md").read_text(encoding="utf-8")
MAP = (HOUSE / "bot" / "README.md").read_text(encoding="utf-8")
RECIPES = (HOUSE / "CONTRIBUTING.md").read_text(encoding="utf-8")
DOCUMENTS = {
    HOUSE / "README.md": README,
    HOUSE / "bot" / "README.md": MAP,
    HOUSE / "CONTRIBUTING.md": RECIPES,
    HOUSE / "PRIVACY.md": (HOUSE / "PRIVACY.md").read_text(encoding="utf-8"),
    HOUSE / "CHANGELOG.md": (HOUSE / "CHANGELOG.md").read_text(encoding="utf-8"),
}

ROW = re.compile(r"^\| *(`[^`|]+`|\*[^*|]+\*) *\| *(.*?) *\|$", re.MULTILINE)
LINK = re.compile(r'(?:\]\(|src="|href=")([^)"]+)')
OPTION = re.compile(r"\*\*([a-z]+(?:_[a-z]+)+)\*\*")
INLINE = re.compile(r"`(/[a-z]+(?: [a-z]+)?)(?: [^`]*)?`")

LARGEST_PICTURE = 200_000


@pytest.fixture
async def commands(tmp_path: Path) -> AsyncIterator[dict[str, set[str]]]:
    """Every command that a started bot offers, by the name that a member sees, with the names of its options."""
    async with running(tmp_path / "drabbles.sqlite3") as env:
        assert isinstance(env.bot, DrabbleBot)
        kinds = (discord.AppCommandType.chat_input, discord.AppCommandType.message, discord.AppCommandType.user)
        offered = [command for kind in kinds for command in env.bot.tree.walk_commands(type=kind)]
        yield {name_of(each): options_of(each) for each in offered if not isinstance(each, app_commands.Group)}


def name_of(command: app_commands.Command[Any, ..., Any] | app_commands.ContextMenu) -> str:
    return command.name if isinstance(command, app_commands.ContextMenu) else f"/{command.qualified_name}"


def options_of(command: app_commands.Command[Any, ..., Any] | app_commands.ContextMenu) -> set[str]:
    return set() if isinstance(command, app_commands.ContextMenu) else {one.display_name for one in command.parameters}


def test_the_readme_has_the_table_of_who_may_do_what() -> None:
    table: Any = runpy.run_path(str(HOUSE / "docs" / "who_may.py"))
    assert table["written"](README) == README, "make rights writes it anew"


def section(document: str, heading: str) -> str:
    """What stands under a heading, up to the next of its own rank or a higher one."""
    marks = heading.partition(" ")[0]
    rest = document.partition(f"\n{heading}\n")[2]
    assert rest, f"no heading {heading!r}"
    return re.split(rf"^#{{1,{len(marks)}}} ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def rows(text: str) -> dict[str, str]:
    """The tables of a section: what the first cell names, without its marks, and what is said about it."""
    return {found[1].strip("`*"): found[2] for found in ROW.finditer(text)}


async def test_the_readme_names_every_command(commands: dict[str, set[str]]) -> None:
    told = rows(section(README, "## Commands"))
    assert commands
    assert set(told) == commands.keys()
    assert all(told.values())


async def test_the_readme_names_no_option_that_is_not_there(commands: dict[str, set[str]]) -> None:
    named = set(OPTION.findall(README))
    assert {"rating_up_to", "count_must_match"} <= named <= commands["/round open"]


async def test_no_document_names_a_command_that_is_not_there(commands: dict[str, set[str]]) -> None:
    groups = {command.partition(" ")[0] for command in commands}
    named = {found[1] for document in DOCUMENTS.values() for found in INLINE.finditer(document)}
    assert named
    assert not {name for name in named if name not in commands.keys() | groups}


def test_the_readme_names_every_setting() -> None:
    told = rows(section(README, "## Settings"))
    assert set(told) == {setting.name for setting in SETTINGS}
    for setting in SETTINGS:
        assert told[setting.name].partition("|")[0].strip(" `") == setting.default


def test_the_command_line_knows_what_the_readme_types() -> None:
    typed = set(re.findall(r"drabble-bot(?:\.exe)? ([a-z]+)\b", README))
    assert {"play", "run", "check"} <= typed
    assert typed <= set(main.commands)
    shown = CliRunner().invoke(main, ["--help"]).output
    assert not [name for name in typed if not re.search(rf"^  {name} ", shown, re.MULTILINE)]


def test_the_readme_names_every_subcommand() -> None:
    assert not [name for name in main.commands if f"drabble-bot {name}" not in README]


def test_the_makefile_knows_the_targets_that_are_named() -> None:
    rules = set(re.findall(r"^([a-z]+):", (HOUSE / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {
        name
        for document in DOCUMENTS.values()
        for name in re.findall(r"(?:^|`)make ([a-z]+)\b", document, re.MULTILINE)
    }
    assert {"play", "test", "run", "check"} <= named
    assert named <= rules


def test_the_address_of_the_invitation_asks_for_what_the_bot_needs() -> None:
    found = re.search(r"permissions=(\d+)", README)
    assert found is not None
    posting = {*needed_permissions.TO_POST, *needed_permissions.TO_POST_IN_THREAD, *needed_permissions.TO_MAKE_THREADS}
    needed = {
        *posting,
        *permission.TO_SHOW_PICTURES,
        *needed_permissions.TO_ANNOUNCE,
        *needed_permissions.TO_PIN,
        "add_reactions",
    }
    assert (
        discord.Permissions(int(found[1])) == permission.INVITED == discord.Permissions(**dict.fromkeys(needed, True))
    )


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: str(file.relative_to(HOUSE)))
def test_every_link_leads_somewhere(document: Path) -> None:
    links = LINK.findall(DOCUMENTS[document])
    assert links
    for link in links:
        place, _, anchor = link.partition("#")
        if "://" in place:
            continue
        target = document.parent / place if place else document
        assert target.exists(), link
        if anchor:
            assert anchor in set(anchors(target.read_text(encoding="utf-8"))), link


def anchors(document: str) -> Iterator[str]:
    for heading in re.findall(r"^#+ (.+)$", document, re.MULTILINE):
        yield re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def test_the_pictures_are_light() -> None:
    pictures = sorted((HOUSE / "docs").glob("*.webp"))
    assert pictures
    assert not [picture.name for picture in pictures if picture.stat().st_size > LARGEST_PICTURE]
    assert not [picture.name for picture in pictures if picture.name not in README]


def test_the_map_shows_every_room() -> None:
    there = {
        str(file.parent.relative_to(HOUSE)) for room in ("bot", "cogs") for file in (HOUSE / room).rglob("__init__.py")
    }
    assert set(rows(section(MAP, "## Where things are"))) >= there - {"bot/domain", "bot/ui"}


def test_the_map_names_what_is_there() -> None:
    """Files, and what is in one: `entries.add` in `entries.py`, `DrabbleBot.now` in the file of that class."""
    files = sorted(file for room in ("bot", "cogs", "tests") for file in (HOUSE / room).rglob("*.py"))
    texts = {file: file.read_text(encoding="utf-8") for file in files}
    for place, name in re.findall(r"`([\w/]+)\.(\w+)`", MAP):
        if name == "py":
            assert [file for file in files if str(file).endswith(f"/{place}.py")], place
        else:
            owners = [
                text for file, text in texts.items() if file.stem == place or re.search(rf"class {place}\b", text)
            ]
            assert any(re.search(rf"\b{name}\b", text) for text in owners), (place, name)


def test_every_room_says_what_is_in_it() -> None:
    for room in sorted({*(HOUSE / "bot").rglob("__init__.py"), HOUSE / "cogs" / "__init__.py"}):
        assert ast.get_docstring(ast.parse(room.read_text(encoding="utf-8"))), room


def test_the_recipes_name_files_that_are_there() -> None:
    recipes = section(RECIPES, "## Where a change belongs")
    named = re.findall(r"`((?:bot|cogs|data|tests)/[\w/.]*)`", recipes)
    assert not [path for path in named if not (HOUSE / path).exists()]
    assert all("tests/" in recipe for recipe in re.split(r"^\*\*", recipes, flags=re.MULTILINE)[1:])
