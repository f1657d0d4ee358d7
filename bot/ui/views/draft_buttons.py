"""The buttons and selects below a draft's preview. What helps with the first problem stands beside it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

import discord

from bot.domain.header import form
from bot.domain.header.field import Field
from bot.domain.problem import (
    CountMismatch,
    FieldMissing,
    LastWordNotB,
    NoStory,
    PromptWordMissing,
    RatedTooHigh,
    SectionsOff,
    StoryTooLong,
    WordsOff,
)
from bot.domain.reading import doubt, manuscript
from bot.domain.reading.reading import Reason
from bot.domain.rounds.round import Round
from bot.domain.text import escaping, limits, message_length
from bot.services.submitting import Judgement
from bot.ui.views import press
from bot.ui.views.press import Choice, Press
from bot.ui.wording import terms


class Mend(StrEnum):
    """A button that mends something, by its label."""

    EDIT_TEXT = "Edit text"
    FORM = terms.FORM
    MORE_FIELDS = terms.MORE_FIELDS
    EDIT_HEADER = "Edit header"
    MOVE = "Move start or end"


OF_THE_TEXT = (NoStory, WordsOff, SectionsOff, LastWordNotB, PromptWordMissing, StoryTooLong)
OF_THE_HEADER = (CountMismatch, RatedTooHigh)


def mend_of(judgement: Judgement) -> Mend | None:
    """The button that mends the first problem which a button can mend."""
    for problem in judgement.verdict.problems:
        match problem:
            case FieldMissing():
                return Mend.MORE_FIELDS if missing_fields(judgement).isdisjoint(form.ASKED_FIRST) else Mend.FORM
            case _ if isinstance(problem, OF_THE_TEXT):
                return Mend.EDIT_TEXT
            case _ if isinstance(problem, OF_THE_HEADER):
                return Mend.EDIT_HEADER
            case _:
                continue
    return None


def pressed(judgement: Judgement, button: Mend, *, stands_out: bool = False) -> Press:
    draft_id = judgement.draft.id
    style = discord.ButtonStyle.primary if stands_out else discord.ButtonStyle.secondary
    match button:
        case Mend.EDIT_TEXT:
            return Press("draft.edit_text", draft_id, label=button, style=style)
        case Mend.FORM:
            return Press("draft.form", draft_id, label=button, style=style)
        case Mend.MORE_FIELDS:
            return Press("draft.more", draft_id, label=button, style=style)
        case Mend.EDIT_HEADER:
            return Press("draft.edit_header", draft_id, label=button, style=style)
        case Mend.MOVE:
            return Press("draft.bounds", draft_id, label=button, style=style)


def yes_of(judgement: Judgement) -> str:
    """The label of the button that lets the draft count."""
    return "Hand in" if judgement.entry is None else "Save the change"


def actions(judgement: Judgement, at_top: Mend | None) -> discord.ui.ActionRow[Any]:
    """The buttons for the draft as a whole. The one that helps stands beside what it helps with."""
    draft_id = judgement.draft.id
    return press.buttons(
        Press(
            "draft.hand_in",
            draft_id,
            detail=judgement.mark,
            label=yes_of(judgement),
            style=discord.ButtonStyle.success,
            disabled=bool(judgement.verdict.problems),
        ),
        *([] if at_top is Mend.EDIT_TEXT else [pressed(judgement, Mend.EDIT_TEXT)]),
        Press("draft.discard", draft_id, label="Discard", style=discord.ButtonStyle.danger),
    )


def header_actions(judgement: Judgement, at_top: Mend | None) -> discord.ui.ActionRow[Any]:
    """The buttons for the header and the story's bounds, without the one that stands at the top. What adds a missing
    field stands out.
    """
    missing = missing_fields(judgement)
    helps = {
        Mend.FORM: not missing.isdisjoint(form.ASKED_FIRST),
        Mend.MORE_FIELDS: bool(missing - form.ASKED_FIRST),
        Mend.EDIT_HEADER: False,
        **({} if judgement.draft.is_too_long else {Mend.MOVE: bool(doubts(judgement))}),
    }
    return press.buttons(
        *(pressed(judgement, each, stands_out=here) for each, here in helps.items() if each is not at_top)
    )


def missing_fields(judgement: Judgement) -> set[Field]:
    return {problem.field for problem in judgement.verdict.problems if isinstance(problem, FieldMissing)}


def other_rounds(judgement: Judgement) -> list[Round]:
    """The open rounds that this draft could go to instead."""
    chosen = judgement.round.id if judgement.round is not None else None
    return [round_ for round_ in judgement.open_rounds if round_.id != chosen][: limits.CHOICES]


def round_choice(judgement: Judgement, others: Sequence[Round]) -> Choice:
    options = [
        discord.SelectOption(
            label=escaping.plain(round_.plan.title, limits.CHOICE),
            value=str(round_.id),
            description=message_length.cut(terms.rule_text(round_.plan.rule), limits.CHOICE),
        )
        for round_ in others
    ]
    placeholder = "Choose a round" if judgement.round is None else "Choose another round"
    return Choice("draft.choose_round", judgement.draft.id, options=options, placeholder=placeholder)


def story_choice(judgement: Judgement) -> Choice:
    """A choice of one of several stories, or of all."""
    draft, convention = judgement.draft, judgement.convention
    stories = judgement.understood.stories[: limits.CHOICES - 1]
    options = [discord.SelectOption(label="All, as sections of one", value="0", default=draft.bounds is None)]
    for number, story in enumerate(stories, 1):
        title = story.header.get(Field.TITLE) or " ".join(story.story.split())
        words = manuscript.of(story).counts[convention]
        options.append(
            discord.SelectOption(
                label=escaping.plain(f"Only {terms.ordinal(number)}: {title}", limits.CHOICE),
                value=str(number),
                description=terms.words_text(words),
                default=draft.bounds == story.bounds,
            )
        )
    return Choice("draft.take_story", draft.id, options=options, placeholder="Which of the stories?")


def doubts(judgement: Judgement) -> Sequence[Reason]:
    """The reasons to look again, if the reader is not sure and the writer has not moved the bounds."""
    return doubt.doubts(judgement.understood.readings) if judgement.draft.bounds is None else ()
