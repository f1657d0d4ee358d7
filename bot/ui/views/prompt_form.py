"""The form for a round's title, prompt and picture."""

from collections.abc import Sequence

import discord

from bot.domain.header.field import Field
from bot.domain.problem import NotUnderstood, PromptMissing, RefusedError
from bot.domain.rounds import prompt_title
from bot.domain.rounds.round_plan import Proposal
from bot.domain.text import glyph
from bot.services.planning import Wording
from bot.ui.views.modal import Modal, submitted

# The form's fields
TITLE = "title"
PROMPT = "prompt"
PICTURE = "picture"
AWAY = "away"
FIELDS = "fields"


class PromptForm(Modal):
    """The form, filled from the proposal, so that nobody types anything twice."""

    def __init__(self, interaction: discord.Interaction, proposal: Proposal) -> None:
        super().__init__(interaction, "round.prompt", proposal.id, title="What is the round about?")
        plan = proposal.plan
        title = "" if prompt_title.is_made(plan.title, plan.prompt) else plan.title
        self.add_item(
            discord.ui.Label(
                text="Title",
                description="Without one, lists show the prompt's first words.",
                component=discord.ui.TextInput[discord.ui.LayoutView](
                    custom_id=TITLE, default=title, max_length=prompt_title.LONGEST_TITLE, required=False
                ),
            )
        )
        self.add_item(
            discord.ui.Label(
                text="Prompt",
                description="As many paragraphs as you like.",
                component=discord.ui.TextInput[discord.ui.LayoutView](
                    custom_id=PROMPT,
                    default=plan.prompt,
                    style=discord.TextStyle.paragraph,
                    max_length=prompt_title.LONGEST,
                ),
            )
        )
        self.add_item(picture_upload(replaces=plan.image_id is not None))
        if plan.image_id is not None:
            self.add_item(picture_away())
        self.add_item(field_choice(plan.required))


def picture_upload(*, replaces: bool) -> discord.ui.Label[discord.ui.LayoutView]:
    return discord.ui.Label(
        text="Picture",
        description="The one you gave stays unless you add another." if replaces else "If there is one.",
        component=discord.ui.FileUpload[discord.ui.LayoutView](
            custom_id=PICTURE, required=False, min_values=0, max_values=1
        ),
    )


def picture_away() -> discord.ui.Label[discord.ui.LayoutView]:
    return discord.ui.Label(
        text="The picture you gave",
        component=discord.ui.CheckboxGroup[discord.ui.LayoutView](
            custom_id=AWAY,
            required=False,
            min_values=0,
            options=[discord.CheckboxGroupOption(label="Take it away", value=PICTURE)],
        ),
    )


def field_choice(required: Sequence[Field]) -> discord.ui.Label[discord.ui.LayoutView]:
    options = [discord.SelectOption(label=field.label, value=field.value, default=field in required) for field in Field]
    return discord.ui.Label(
        text="What the header has to name",
        component=discord.ui.Select[discord.ui.LayoutView](
            custom_id=FIELDS, options=options, required=False, min_values=0, max_values=len(options)
        ),
    )


def read(interaction: discord.Interaction) -> tuple[Wording, discord.Attachment | None]:
    """The wording and the picture that came back in the form."""
    form = submitted(interaction)
    text = form.texts[PROMPT].strip()
    if not glyph.is_seen(text):
        raise RefusedError(PromptMissing())
    if len(text) > prompt_title.LONGEST:  # which the box does not take
        raise RefusedError(NotUnderstood())
    required = tuple(field for field in Field if field.value in form.choices[FIELDS])
    picture, *_ = (*form.files[PICTURE], None)
    keeps_picture = not form.choices.get(AWAY)
    return Wording(" ".join(form.texts[TITLE].split()), text, required, keeps_picture), picture
