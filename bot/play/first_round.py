"""A round for trying the bot, opened in the way a moderator opens one."""

import simcord
from simcord.components import walk_components

from bot.play.simulation import Simulation
from bot.ui.views import prompt_form

WELCOME = (
    "Welcome! A round is open below. Press **Submit** and paste a story of up to 1,000 words, with a header on top"
    " if you like. Readers answer with hearts."
)
TITLE = "Lamplight"
PROMPT = "Somebody waits under a street lamp. Who are they waiting for, and will they come?"


async def open_one(simulation: Simulation) -> None:
    """Use `/round open`, its form and its yes. The rule takes long drabbles too, and the round lasts two days."""
    channel, moderator = simulation.world.channel, simulation.world.moderator
    await moderator.send(channel, WELCOME)
    form = await moderator.slash(
        channel, "round open", closes="in 2 days", words="up to 1000", entries_each=5, reminders="on"
    )
    written = {prompt_form.TITLE: TITLE, prompt_form.PROMPT: PROMPT}
    question = (await moderator.submit_modal(form, written)).response
    if question is None:
        raise RuntimeError("the bot did not ask whether to open the round")
    await moderator.click(question, custom_id=yes(question))


def yes(question: simcord.ResponseMessage) -> str:
    """The custom id of the button that opens the round."""
    ids = (str(found.get("custom_id", "")) for found in walk_components(question.components))
    return next(found for found in ids if found.startswith("round.confirm:"))
