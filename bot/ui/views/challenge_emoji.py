"""The form for what a challenge's stories have: the emoji under them, and a word that is in each."""

from collections.abc import Sequence
from typing import Any

import discord

from bot.domain.problem import Problem, PromptWordUnreadable
from bot.domain.rounds.round_plan import Plan
from bot.domain.text import prompt_word
from bot.ui.views import setup_form
from bot.ui.views.challenge_form import box
from bot.ui.views.modal import Modal, submitted

# The form's fields
EMOJI = "emoji"
WORD = "word"

LONGEST_EMOJI = 300


class EmojiForm(Modal):
    def __init__(self, interaction: discord.Interaction[Any], challenge_id: int, typed: dict[str, str]) -> None:
        super().__init__(interaction, "challenge.emoji_written", challenge_id, title="Emoji, word to use")
        emoji = f"Up to {setup_form.MOST_EMOJI}, also your own, like :quill: Empty: the server's, as /setup has them."
        word = "A word or short phrase that every story must have, in any of its forms. Empty: none."
        self.add_item(box(EMOJI, "Emoji under each entry", emoji, typed[EMOJI], LONGEST_EMOJI, required=False))
        self.add_item(box(WORD, "A word that every story has", word, typed[WORD], prompt_word.LONGEST, required=False))


def as_typed(plan: Plan) -> dict[str, str]:
    return {EMOJI: " ".join(plan.feedback), WORD: plan.prompt_word or ""}


def written(interaction: discord.Interaction[Any]) -> dict[str, str]:
    return {name: submitted(interaction).texts[name].strip() for name in (EMOJI, WORD)}


def read(typed: dict[str, str], own_emoji: Sequence[str]) -> dict[str, Any]:
    """What the form says of a plan, or the reasons why not. An emptied box takes back what was there."""
    word: str | Problem | None = None
    if typed[WORD]:
        word = prompt_word.read(typed[WORD]) or PromptWordUnreadable(typed[WORD])
    return {"feedback": setup_form.feedback(typed[EMOJI], own_emoji) if typed[EMOJI] else (), "prompt_word": word}
