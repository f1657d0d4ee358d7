"""The form for a challenge: its name, when its rounds open and for how long, their words and their prompts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import discord

from bot.domain.challenges import challenge as challenge_rules
from bot.domain.challenges.challenge import Challenge
from bot.domain.dates import written_date
from bot.domain.prompts import shipped
from bot.domain.text import escaping, limits, message_length
from bot.ui.views.modal import Modal, submitted

# The form's fields
NAME = "name"
OPENS = "opens"
OPEN_FOR = "open_for"
WORDS = "words"
PROMPTS = "prompts"

USUALLY_OPEN_FOR = "until the next one opens"
NAMED = "Such as: Sunday Drabbles. Its rounds are Sunday Drabbles #1, #2 and so on."
ANY_SET, A_SET = "any", "set "
"""What the select of sets sends: any, or this and a name."""


@dataclass(frozen=True, slots=True)
class Typed:
    """The form's fields as they were filled in."""

    name: str
    opens: str
    open_for: str
    words: str
    prompts: str


def as_typed(challenge: Challenge) -> Typed:
    """The challenge as somebody would type it into the form."""
    calendar = challenge.proposed or challenge.calendar
    return Typed(
        name=challenge.name,
        opens="" if calendar is None else calendar.said,
        open_for=USUALLY_OPEN_FOR if calendar is None else calendar.said_open_for,
        words=str(challenge.terms.rule),
        prompts=sent(challenge.source.set_name),
    )


class ChallengeForm(Modal):
    def __init__(
        self, interaction: discord.Interaction[Any], challenge_id: int, typed: Typed, own_sets: Mapping[str, object]
    ) -> None:
        super().__init__(interaction, "challenge.written", challenge_id, title="A challenge")
        opens = "Such as: every sunday 6pm, every other friday, 1st and 15th. Empty: you open each round by hand."
        open_for = "Such as: 6 days, until saturday 9pm, until the next one opens."
        longest = written_date.LONGEST
        self.add_item(box(NAME, "Name", NAMED, typed.name, challenge_rules.LONGEST_NAME))
        self.add_item(box(OPENS, "When its rounds open", opens, typed.opens, longest, required=False))
        self.add_item(box(OPEN_FOR, "How long each is open", open_for, typed.open_for, longest, required=False))
        self.add_item(
            box(WORDS, "Words of a story", "Such as: drabble, 100-500, up to 500, anything.", typed.words, longest)
        )
        self.add_item(
            discord.ui.Label(
                text="Where its prompts come from",
                component=discord.ui.Select[Any](custom_id=PROMPTS, options=set_options(typed.prompts, own_sets)),
            )
        )


def box(
    name: str, label: str, description: str, text: str, longest: int, *, required: bool = True
) -> discord.ui.Label[Any]:
    field = discord.ui.TextInput[Any](custom_id=name, default=text, required=required, max_length=longest)
    return discord.ui.Label(text=label, description=description, component=field)


def set_options(chosen: str, own_sets: Mapping[str, object]) -> list[discord.SelectOption]:
    """The server's own prompts, one set of them, or a set that ships. The chosen one is always there."""
    named = [(sent(name), name, "Yours") for name in own_sets]
    named += [(sent(each.name), each.name, each.about) for each in shipped.sets()]
    named.sort(key=lambda each: each[0] != chosen)
    offered = [(ANY_SET, "All of yours", "Once they are used up, those that came with me"), *named]
    return [
        discord.SelectOption(
            label=escaping.plain(label, limits.CHOICE),
            value=value,
            description=message_length.cut(about, limits.CHOICE),
            default=value == chosen,
        )
        for value, label, about in offered[: limits.CHOICES]
    ]


def sent(set_name: str | None) -> str:
    return ANY_SET if set_name is None else A_SET + set_name


def set_name(value: str) -> str | None:
    """The set that was chosen; None: any."""
    return value.removeprefix(A_SET) if value.startswith(A_SET) else None


def read(interaction: discord.Interaction[Any]) -> Typed:
    form = submitted(interaction)
    name, opens, open_for, words = (" ".join(form.texts[field].split()) for field in (NAME, OPENS, OPEN_FOR, WORDS))
    return Typed(name, opens, open_for or USUALLY_OPEN_FOR, words, "".join(form.choices[PROMPTS][:1]))
