"""Whose entries wait for a moderator: what `/setup` says of it, and the form that settles it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import discord

from bot.domain.dates import written_length
from bot.domain.problem import LengthUnreadable, NotUnderstood, Problem, RefusedError
from bot.domain.rounds.screening import Review, Screening
from bot.domain.rounds.settings import Customs
from bot.ui.views.modal import Modal, submitted
from bot.ui.wording import terms

# The form's fields
REVIEW = "review"
ACCOUNT = "account"
MEMBER = "member"
MORE = "more"
WORDS = "words"

FIRST, NAMES = "first", "names"
"""What a box with two ticks holds."""
LONGEST_LIST = 3_000
"""Characters of all words together."""

LABELS = {
    Review.AT_ONCE: "Nobody's: entries appear at once",
    Review.NEWCOMERS: "Newcomers'",
    Review.EVERYBODY: "Everybody's",
}


def said(customs: Customs) -> str:
    """What holds now."""
    words = len(customs.screening.words)
    listed = f"those with {terms.plural(words, 'the word', f'one of the {words} words')} on your list" if words else ""
    waits = {
        Review.AT_ONCE: "appear at once" + (f", but {listed} wait for a moderator" if listed else ""),
        Review.NEWCOMERS: "of newcomers wait for a moderator" + (f", and so do {listed}" if listed else ""),
        Review.EVERYBODY: "wait for a moderator",
    }[customs.screening.review]
    place = "" if customs.notices_channel_id is None else f" Their cards come to <#{customs.notices_channel_id}>."
    where = f". `/queue` shows what waits.{place}" if words or customs.screening.review is not Review.AT_ONCE else "."
    return f"**Entries** {waits}{where}"


class ScreeningForm(Modal):
    def __init__(self, interaction: discord.Interaction[Any], customs: Customs, typed: dict[str, str]) -> None:
        super().__init__(interaction, "setup.screened", 0, title="Entries that wait for a moderator")
        found = customs.screening
        texts = as_typed(found) | typed
        self.add_item(choice(found.review))
        newer = "A newcomer, if it is younger than this: 7 days, 2 weeks. Empty: its age does not count."
        self.add_item(length(ACCOUNT, "Age of their account", newer, texts[ACCOUNT]))
        since = "A newcomer, if they came here less than this ago. Empty: that does not count."
        self.add_item(length(MEMBER, "Time as a member", since, texts[MEMBER]))
        self.add_item(ticks(customs))
        self.add_item(words(found.words))


def choice(chosen: Review) -> discord.ui.Label[Any]:
    options = [
        discord.SelectOption(label=label, value=review, default=review is chosen) for review, label in LABELS.items()
    ]
    return discord.ui.Label(
        text="Whose entries wait?", component=discord.ui.Select[Any](custom_id=REVIEW, options=options)
    )


def as_typed(found: Screening) -> dict[str, str]:
    """The lengths as somebody would type them into the form."""
    lengths = {ACCOUNT: found.new_account, MEMBER: found.new_member}
    return {name: terms.length_text(length) if length else "" for name, length in lengths.items()}


def length(name: str, label: str, description: str, text: str) -> discord.ui.Label[Any]:
    field = discord.ui.TextInput[Any](custom_id=name, default=text, required=False, max_length=50)
    return discord.ui.Label(text=label, description=description, component=field)


def ticks(customs: Customs) -> discord.ui.Label[Any]:
    group = discord.ui.CheckboxGroup[Any](
        custom_id=MORE,
        required=False,
        min_values=0,
        options=[
            discord.CheckboxGroupOption(
                label="Who enters for the first time is a newcomer", value=FIRST, default=customs.screening.first_entry
            ),
            discord.CheckboxGroupOption(
                label="Writers hear which moderator decided", value=NAMES, default=customs.names_moderators
            ),
        ],
    )
    return discord.ui.Label(text="And", component=group)


def words(listed: tuple[str, ...]) -> discord.ui.Label[Any]:
    field = discord.ui.TextInput[Any](
        custom_id=WORDS,
        default="\n".join(listed),
        style=discord.TextStyle.paragraph,
        required=False,
        max_length=LONGEST_LIST,
    )
    said = "A word or a phrase a line. An entry with one of them waits, whoever wrote it."
    return discord.ui.Label(text="Words", description=said, component=field)


def written(interaction: discord.Interaction[Any]) -> dict[str, str]:
    return {name: submitted(interaction).texts[name].strip() for name in (ACCOUNT, MEMBER)}


def read(interaction: discord.Interaction[Any]) -> dict[str, Any]:
    """What the form settles, or the reasons why not."""
    form = submitted(interaction)
    try:
        review = Review(next(iter(form.choices[REVIEW]), ""))
    except ValueError:
        raise RefusedError(NotUnderstood()) from None
    lines = (" ".join(line.split()) for line in form.texts[WORDS].splitlines())
    return {
        "review": review,
        "new_account": length_of(form.texts[ACCOUNT]),
        "new_member": length_of(form.texts[MEMBER]),
        "first_entry": FIRST in form.choices[MORE],
        "words": tuple(dict.fromkeys(filter(None, lines))),
        "names_moderators": NAMES in form.choices[MORE],
    }


def changed(before: Customs, *, names_moderators: bool, **found: Any) -> Customs:
    return replace(before, screening=replace(before.screening, **found), names_moderators=names_moderators)


def length_of(typed: str) -> timedelta | Problem:
    if not typed.strip():
        return timedelta()
    return written_length.read(typed) or LengthUnreadable(typed)
