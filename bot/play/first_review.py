"""A story that waits for a moderator, for trying what moderators do: everything is done as members do it."""

from typing import Any

import simcord

from bot.domain.rounds.screening import Review
from bot.play import first_challenge, first_round
from bot.play.simulation import Simulation
from bot.ui.views import challenge_form, prompt_form, writing

NAME = "First Steps"
PROMPT = "Somebody comes to this street for the first time. What do they see?"
STORY = (
    "Title: The Corner Shop\nFandom: Original Work\nRating: PG\n\nThe bell above the door had lost its tongue, so the"
    " shopkeeper said “ding” herself. Nobody laughed the first time. Everybody came back for the second."
)


async def hold_one(simulation: Simulation) -> None:
    """A challenge in whose rounds every entry waits, and an entry of a newcomer in one."""
    world = simulation.world
    channel, moderator = world.steps, world.moderator
    settings = answer(await moderator.slash(channel, "setup"))
    await moderator.select(settings, [world.staff], custom_id="setup.notices:0")
    number = await begun(simulation)
    form = await moderator.slash(channel, "round open", closes="in 2 days", challenge=number, channel=channel)
    question = answer(await moderator.submit_modal(form, {prompt_form.PROMPT: PROMPT}))
    await moderator.click(question, custom_id=first_round.yes(question))
    form = await world.newcomer.slash(channel, "submit", round=f"{NAME} #1")
    preview = answer(await world.newcomer.submit_modal(form, {writing.TEXT: STORY}))
    await world.newcomer.click(preview, label="Hand in")


async def begun(simulation: Simulation) -> str:
    """The number of the challenge."""
    channel, moderator = simulation.world.steps, simulation.world.moderator
    form = await moderator.slash(channel, "challenge new", channel=channel)
    written: dict[str, Any] = {
        challenge_form.NAME: NAME,
        challenge_form.OPENS: "",
        challenge_form.WORDS: "up to 1000",
        challenge_form.PROMPTS: [challenge_form.ANY_SET],
    }
    question = answer(await moderator.submit_modal(form, written))
    yes = first_challenge.yes(question)
    number = yes.rpartition(":")[2]
    page = answer(await moderator.click(question, custom_id=yes))
    page = answer(await moderator.click(page, custom_id=f"challenge.settings:{number}"))
    page = answer(await moderator.click(page, custom_id=f"challenge.stories:{number}"))
    await moderator.select(page, [Review.EVERYBODY], custom_id=f"challenge.review:{number}")
    return number


def answer(result: simcord.InteractionResult) -> simcord.ResponseMessage:
    if result.response is None:
        raise RuntimeError("the bot did not answer")
    return result.response
