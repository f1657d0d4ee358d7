"""A round in the making: the form for its prompt, the preview before a moderator's yes, and the answers after it."""

from collections.abc import Sequence
from datetime import datetime

import discord

from bot.domain.dates.clock import Clock
from bot.domain.header.field import Field
from bot.domain.problem import Problem, PromptMissing, RefusedError
from bot.domain.rounds import byline, prompt_title
from bot.domain.rounds.entry import Entry
from bot.domain.rounds.round import Phase, Round
from bot.domain.rounds.round_plan import Plan, Proposal, window_problems
from bot.services.planning import Wording
from bot.ui.views import colour, round_card
from bot.ui.views.modal import Modal, submitted
from bot.ui.views.press import Press, buttons
from bot.ui.wording import refusals, terms

Container = discord.ui.Container[discord.ui.LayoutView]

REOPENS = (
    "**This opens the round again.** It has closed; its card takes stories again, and its round-up is taken away until"
    " the next close."
)

NAMED = 5
"""Entries left behind that are named; the others are counted."""

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
    if not text:
        raise RefusedError(PromptMissing())
    required = tuple(field for field in Field if field.value in form.choices[FIELDS])
    picture, *_ = (*form.files[PICTURE], None)
    keeps_picture = not form.choices.get(AWAY)
    return Wording(" ".join(form.texts[TITLE].split()), text, required, keeps_picture), picture


# -- before the yes -------------------------------------------------------------------------------


def confirmation(
    proposal: Proposal,
    clock: Clock,
    *,
    changed: Round | None,
    picture: discord.File | None,
    problems: Sequence[Problem],
    left_behind: Sequence[Entry] = (),
) -> discord.ui.LayoutView:
    """The round as it will be, with its dates in full, and the buttons to confirm it, reword it or put it aside.

    `changed` is the round as it is now; None for a new one. `left_behind` are entries of it that the change passes by.
    """
    view = discord.ui.LayoutView(timeout=None)
    too_late = window_problems(proposal.plan, clock.now)
    tells = proposal.moves_end and changed is not None and changed.is_known(clock.now) and not too_late
    said = [refusals.worded(found) for found in (*problems, *too_late)]
    if too_late:
        said.append(f"`/round {'open' if proposal.round_id is None else 'edit'}` asks for the dates again.")
    if said:
        view.add_item(discord.ui.TextDisplay("\n".join(said)))
    view.add_item(as_readers_see_it(proposal.plan, picture))
    below = Container(accent_colour=colour.ACCENT)
    below.add_item(discord.ui.TextDisplay("\n".join(facts(proposal, clock, changed, left_behind))))
    below.add_item(
        buttons(
            Press(
                "round.confirm",
                proposal.id,
                label=yes(proposal, clock.now),
                style=discord.ButtonStyle.success,
                disabled=bool(too_late),
            ),
            *([Press("round.confirm_telling", proposal.id, label="Save and tell members")] if tells else []),
            Press("round.reword", proposal.id, label="Change the text"),
            Press("round.drop", proposal.id, label="Put aside"),
        )
    )
    view.add_item(below)
    return view


def as_readers_see_it(plan: Plan, picture: discord.File | None) -> Container:
    box = Container(accent_colour=colour.ACCENT, spoiler=plan.under_cut)
    box.add_item(discord.ui.TextDisplay(f"## {round_card.heading(plan)}"))
    box.add_item(discord.ui.TextDisplay(plan.prompt))
    if picture is not None:
        box.add_item(round_card.gallery(plan, picture))
    return box


def facts(proposal: Proposal, clock: Clock, changed: Round | None, left_behind: Sequence[Entry]) -> list[str]:
    plan = proposal.plan
    lines = [
        f"**Channel**: <#{proposal.channel_id}>",
        opening(plan, clock, changed),
        f"**Closes**: {dated(plan.closes_at, clock)}",
        *old_end(proposal, clock),
        *round_card.asked_of_entries(plan),
    ]
    if proposal.reopens(clock.now):
        lines.insert(0, REOPENS)
    if plan.under_cut:
        lines.append("**Under the cut**: the prompt is hidden until a reader opens it")
    return [*lines, *stay(left_behind), *assumed(clock)]


def stay(left_behind: Sequence[Entry]) -> list[str]:
    """A line on entries that do not keep the new rules."""
    if not left_behind:
        return []
    named = [f"“{terms.title_text(entry.title)}” by <@{byline.told(entry)}>" for entry in left_behind[:NAMED]]
    more = len(left_behind) - NAMED
    said = terms.listed([*named, *([f"{more:,} more"] if more > 0 else [])])
    if len(left_behind) == 1:
        return [f"**Left behind**: {said} does not keep the new rules. It stays where it stands."]
    return [f"**Left behind**: {said} do not keep the new rules. They stay where they stand."]


def assumed(clock: Clock) -> list[str]:
    if not clock.assumed:
        return []
    said = (
        "UTC assumed, since I don't know your time zone. `/setup timezone: Europe/London` sets it, once and for all"
        " rounds; it is for members who manage the server."
    )
    return [f"-# {said}"]


def old_end(proposal: Proposal, clock: Clock) -> list[str]:
    if proposal.ended is None or not proposal.moves_end:
        return []
    return [f"**Instead of**: {dated(proposal.ended, clock)}"]


def opening(plan: Plan, clock: Clock, changed: Round | None) -> str:
    if changed is not None and changed.is_known(clock.now):
        return f"**Opened**: {dated(changed.plan.opens_at, clock)}"
    return f"**Opens**: {'at once' if plan.opens_at <= clock.now else dated(plan.opens_at, clock)}"


def dated(moment: datetime, clock: Clock) -> str:
    """A date by the guild's clocks and by the reader's own."""
    return f"{terms.date_text(moment, clock.zone_name)}, for you {terms.stamp(moment)}"


def yes(proposal: Proposal, now: datetime) -> str:
    if proposal.round_id is not None:
        return "Save the change"
    return "Open the round" if proposal.plan.opens_at <= now else "Schedule it"


# -- after it -------------------------------------------------------------------------------------


def confirmed(round_: Round, proposal: Proposal, now: datetime, *, telling: bool = False) -> discord.ui.LayoutView:
    title = f"**{terms.title_text(round_.plan.title)}**"
    told = " I am telling members there." if telling and round_.ends_told else ""
    window = f"It closes {terms.stamp(round_.plan.closes_at)}.{told}"
    if proposal.reopens(now):
        return said(f"{title} is open again in <#{round_.channel_id}>. {window} The next round-up comes then.")
    if proposal.round_id is not None:
        return said(f"Saved: {title} in <#{round_.channel_id}> is changed. {window}")
    if round_.phase(now) is Phase.SCHEDULED:
        opens = terms.stamp(round_.plan.opens_at)
        return said(f"Scheduled: {title} opens {opens} in <#{round_.channel_id}>. {window}")
    return said(f"{title} is open in <#{round_.channel_id}>. {window}")


def put_aside(proposal: Proposal) -> discord.ui.LayoutView:
    view = said("Put aside; nothing was posted and nothing changed.")
    view.add_item(buttons(Press("round.reword", proposal.id, label="Take it up again")))
    return view


def said(text: str) -> discord.ui.LayoutView:
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.TextDisplay(text))
    return view


# -- the end of a round ---------------------------------------------------------------------------


def before_closing(round_: Round, entries: int) -> discord.ui.LayoutView:
    return question(
        f"Close **{terms.title_text(round_.plan.title)}** in <#{round_.channel_id}> now? {so_far(entries)}"
        " Nobody can hand in or take back an entry after that, unless `/round extend` opens it again.",
        Press("round.close", round_.id, label="Close it now", style=discord.ButtonStyle.danger),
    )


def before_cancelling(round_: Round, entries: int) -> discord.ui.LayoutView:
    return question(
        f"Call off **{terms.title_text(round_.plan.title)}** in <#{round_.channel_id}>? {so_far(entries)}"
        " What was posted stays where it is, and there will be no round-up. This cannot be undone.",
        Press("round.cancel", round_.id, label="Call it off", style=discord.ButtonStyle.danger),
    )


def so_far(entries: int) -> str:
    return f"It has {entries} {terms.plural(entries, 'entry', 'entries')} so far."


def question(text: str, button: Press) -> discord.ui.LayoutView:
    view = said(text)
    view.add_item(buttons(button))
    return view


def closed(round_: Round) -> discord.ui.LayoutView:
    return said(
        f"**{terms.title_text(round_.plan.title)}** closed {terms.stamp(round_.plan.closes_at)}."
        " Its round-up is on the way."
    )


def cancelled(round_: Round) -> discord.ui.LayoutView:
    return said(f"**{terms.title_text(round_.plan.title)}** was called off. What was posted stays.")
