"""A challenge for trying the bot, set up in the way a moderator sets one up."""

import simcord
from simcord.components import walk_components

from bot.play.simulation import Simulation
from bot.ui.views import challenge_form

NAME = "Daily Drabbles"
OPENS = "daily noon"
OPEN_FOR = "23 hours"


async def start_one(simulation: Simulation) -> None:
    """Use `/challenge new`, its form and its yes. Each of its days has a round, a reminder, a close and a round-up."""
    channel, moderator = simulation.world.daily, simulation.world.moderator
    form = await moderator.slash(channel, "challenge new", reminders="1 hour")
    written = {
        challenge_form.NAME: NAME,
        challenge_form.OPENS: OPENS,
        challenge_form.OPEN_FOR: OPEN_FOR,
        challenge_form.WORDS: "up to 1000",
        challenge_form.PROMPTS: [challenge_form.ANY_SET],
    }
    question = (await moderator.submit_modal(form, written)).response
    if question is None:
        raise RuntimeError("the bot did not ask whether to start the challenge")
    await moderator.click(question, custom_id=yes(question))


def yes(question: simcord.ResponseMessage) -> str:
    """The custom id of the button that starts the challenge."""
    ids = (str(found.get("custom_id", "")) for found in walk_components(question.components))
    return next(found for found in ids if found.startswith("challenge.agree:"))
