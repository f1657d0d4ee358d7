"""The form for a prompt of the bank."""

import discord

from bot.domain.prompts import prompt as prompt_rules
from bot.domain.prompts.prompt import Prompt, PromptWording
from bot.domain.prompts.suggestion import USUAL_SET as OF_MEMBERS
from bot.domain.prompts.suggestion import Suggestion
from bot.domain.rounds import prompt_title
from bot.ui.views import prompt_form
from bot.ui.views.modal import Modal, submitted

# The form's fields
PROMPT = "prompt"
SET = "set"


class BankForm(Modal):
    """For a new prompt where `prompt` is None, else filled from it."""

    def __init__(self, interaction: discord.Interaction, prompt: Prompt | None, set_name: str = "") -> None:
        subject = 0 if prompt is None else prompt.id
        super().__init__(
            interaction, "prompts.edit" if subject else "prompts.add", subject, title="A prompt for the bank"
        )
        self.add_item(prompt_box("" if prompt is None else prompt.text))
        self.add_item(set_box(set_name if prompt is None else prompt.set_name, prompt_rules.USUAL_SET))
        has_picture = prompt is not None and prompt.image_id is not None
        self.add_item(prompt_form.picture_upload(replaces=has_picture))
        if has_picture:
            self.add_item(prompt_form.picture_away())


class SuggestionForm(Modal):
    """For a suggestion that a moderator takes in other words."""

    def __init__(self, interaction: discord.Interaction, suggestion: Suggestion) -> None:
        super().__init__(interaction, "suggestion.change", suggestion.id, title="Take it in other words")
        self.add_item(prompt_box(suggestion.text))
        self.add_item(set_box(OF_MEMBERS, OF_MEMBERS))


def prompt_box(text: str) -> discord.ui.Label[discord.ui.LayoutView]:
    return discord.ui.Label(
        text="Prompt",
        description="As many paragraphs as you like.",
        component=discord.ui.TextInput[discord.ui.LayoutView](
            custom_id=PROMPT, default=text, style=discord.TextStyle.paragraph, max_length=prompt_title.LONGEST
        ),
    )


def set_box(name: str, otherwise: str) -> discord.ui.Label[discord.ui.LayoutView]:
    return discord.ui.Label(
        text="Set",
        description=f"Prompts that belong together, such as Winter. Empty: {otherwise}.",
        component=discord.ui.TextInput[discord.ui.LayoutView](
            custom_id=SET, default=name, max_length=prompt_rules.LONGEST_SET, required=False
        ),
    )


def read(interaction: discord.Interaction, otherwise: str = "") -> tuple[PromptWording, discord.Attachment | None]:
    """The wording and the picture that came back in a form; `otherwise` is the set where none is named."""
    form = submitted(interaction)
    picture, *_ = (*form.files.get(prompt_form.PICTURE, ()), None)
    keeps_picture = not form.choices.get(prompt_form.AWAY)
    set_name = form.texts[SET].strip() or otherwise
    return PromptWording(set_name, form.texts[PROMPT], keeps_picture), picture
