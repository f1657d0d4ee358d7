"""Whether every test hears what the log complains of."""

import asyncio
import logging
from pathlib import Path

import discord
import pytest

from bot.client import DrabbleBot, Interaction
from bot.ui.answering import rights
from bot.ui.views.press import Press, buttons
from tests.conftest import verdict
from tests.discord.conftest import running


def test_a_complaint_fails_unless_it_is_expected() -> None:
    line = "bot.ui.answering.errors: incident 1 in interaction 2"
    assert verdict([line], []) == f"the log complains:\n{line}"
    assert verdict([line], ["some other trouble"]) == f"the log complains:\n{line}"
    assert verdict([line], ["incident"]) is None


def test_an_expected_complaint_that_does_not_come_fails() -> None:
    assert verdict([], ["incident"]) == "the log does not say: incident"


@pytest.mark.complains("discord.ui.view: a view nobody knows")
@pytest.mark.complains("bot.delivery.publisher: no way through")
def test_discord_py_and_the_bot_are_heard(complaints: list[str]) -> None:
    logging.getLogger("discord.ui.view").warning("a view nobody knows")
    logging.getLogger("bot.delivery.publisher").error("no way through")
    logging.getLogger("discord.gateway").warning("a word on the weather")
    assert len(complaints) == 2


@pytest.mark.complains("asyncio: Task exception was never retrieved")
async def test_a_task_that_failed_unseen_is_heard() -> None:
    async def fail() -> None:
        raise RuntimeError("unseen")

    task = asyncio.ensure_future(fail())
    await asyncio.wait([task])
    del task


@pytest.mark.complains("bot.ui.answering.errors: incident .*kettle")
async def test_an_incident_behind_a_button_is_heard(tmp_path: Path) -> None:
    async def broken(interaction: Interaction, _: int) -> None:
        raise RuntimeError("the kettle boiled over")

    async with running(tmp_path / "drabbles.sqlite3") as env:
        bot = env.bot
        assert isinstance(bot, DrabbleBot)
        bot.routes |= rights.routes({"mydata.leave": broken})
        guild = env.create_guild(name="The Inkwell")
        channel, writer = guild.create_text_channel("drabbles"), guild.add_member(env.create_user("ines"))
        view = discord.ui.LayoutView()
        view.add_item(buttons(Press("mydata.leave", 0, label="Open")))
        message = await bot.get_partial_messageable(channel.id).send(view=view)
        await writer.click(message, label="Open")
