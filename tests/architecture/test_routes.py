"""What a click or a modal carries leads somewhere, and every way leads from somewhere."""

import ast
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import discord
import pytest
from discord import app_commands

from bot import who_may
from bot.client import read_custom_id
from bot.ui.answering import rights
from bot.ui.views import press
from bot.who_may import UnlistedError
from tests.discord.conftest import running

HOUSE = Path(__file__).parents[2]
ROUTE = re.compile(r"[a-z_]+\.[a-z_]+")
ROUTED = {"Press", "Choice", "ChannelChoice", "RoleChoice", "Modal", "turn_pages"}

LARGEST = 2**63 - 1
"""No row and nothing of Discord's has a higher number."""


@pytest.fixture
async def registered(tmp_path: Path) -> AsyncIterator[set[str]]:
    async with running(tmp_path / "drabbles.sqlite3") as env:
        bot: Any = env.bot  # the simulator knows only that it is a bot
        yield {*bot.routes, *bot.forms}


def sources() -> list[Path]:
    return [file for room in ("bot/ui", "bot/delivery", "cogs") for file in sorted((HOUSE / room).rglob("*.py"))]


def routed(tree: ast.AST, routed_classes: set[str]) -> Iterator[str]:
    """The routes that are handed to buttons, selects and modals, also by the constructor of a modal's class."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in routed_classes | {"__init__"}:
                yield from (text for part in node.args for text in literals(part) if ROUTE.fullmatch(text))
            case _:
                pass


def literals(part: ast.AST) -> Iterator[str]:
    for node in ast.walk(part):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def offered() -> dict[str, str]:
    """Every route that the ui offers, and a file that does."""
    return {
        route: str(file.relative_to(HOUSE))
        for file in sources()
        for route in routed(ast.parse(file.read_text(encoding="utf-8")), ROUTED)
    }


async def test_every_route_that_is_offered_is_registered(registered: set[str]) -> None:
    nowhere = {route: file for route, file in offered().items() if route not in registered}
    assert offered()
    assert not nowhere


async def test_every_registered_route_is_offered(registered: set[str]) -> None:
    assert registered <= set(offered())


async def test_every_row_of_who_may_do_what_is_of_something(tmp_path: Path) -> None:
    async with running(tmp_path / "drabbles.sqlite3") as env:
        bot: Any = env.bot
        kinds = (discord.AppCommandType.chat_input, discord.AppCommandType.message)
        offered = [each for kind in kinds for each in bot.tree.walk_commands(type=kind)]
        commands = {each.qualified_name for each in offered if not isinstance(each, app_commands.Group)}
        assert commands | {*bot.routes} | {*bot.forms} == {*who_may.TABLE}


async def test_what_has_no_row_is_not_registered(tmp_path: Path) -> None:
    @app_commands.command()
    async def kettle(interaction: discord.Interaction[Any]) -> None:
        """Boil."""

    group: Any = app_commands.Group(name="tea", description="For tea")
    group.add_command(kettle)
    async with running(tmp_path / "drabbles.sqlite3") as env:
        bot: Any = env.bot
        with pytest.raises(UnlistedError, match=r"kettle.*bot/who_may\.py"):
            bot.tree.add_command(group)
    with pytest.raises(UnlistedError, match=r"kettle\.boil.*bot/who_may\.py"):
        rights.routes({"kettle.boil": rights.is_nothing})


async def test_every_custom_id_is_read_back_and_stays_within_what_discord_takes(registered: set[str]) -> None:
    for route in registered:
        longest = press.custom_id(route, LARGEST, LARGEST)
        assert len(longest) <= 100
        assert read_custom_id(longest) == (route, LARGEST, LARGEST)
        assert read_custom_id(press.custom_id(route, LARGEST)) == (route, LARGEST, None)
