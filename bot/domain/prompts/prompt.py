"""A prompt of a server's bank."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.documents import file
from bot.domain.problem import Problem, PromptMissing, PromptTooLong, RefusedError, SetNameTooLong
from bot.domain.rounds import prompt_title
from bot.domain.text import glyph

MOST = 5_000
"""Prompts that a server keeps."""
LONGEST_SET = 60
"""Characters of a set's name."""
USUAL_SET = "Our own"
"""The set of prompts for which nobody named one."""


@dataclass(frozen=True, slots=True)
class Use:
    """What a prompt was taken for."""

    at: datetime
    round_id: int | None
    """None: it is set aside for a round to come."""
    title: str | None
    """The round's title; None where whoever asks may not know it."""

    def as_told(self, told: Container[int]) -> "Use":
        return self if self.round_id is None or self.round_id in told else replace(self, title=None)


@dataclass(frozen=True, slots=True)
class Prompt:
    id: int
    guild_id: int
    set_name: str
    text: str
    image_id: int | None
    ships: bool
    """True if it ships with the bot, and has a row since it was first drawn here."""
    suggested_by: int | None
    """The member who suggested it."""
    use: Use | None


@dataclass(frozen=True, slots=True)
class PromptWording:
    """What a moderator writes into a prompt's form."""

    set_name: str
    text: str
    keeps_picture: bool = True
    """True if the old picture stays, unless a new one replaces it."""


def as_told(prompts: Iterable[Prompt], told: Container[int]) -> tuple[Prompt, ...]:
    """The prompts as somebody may see them who knows the titles of these rounds."""
    return tuple(each if each.use is None else replace(each, use=each.use.as_told(told)) for each in prompts)


def tidied(text: str) -> str:
    """The text as the bank keeps it, without blanks at the ends of its lines. A file gives it back unchanged."""
    lines = text.replace("\r\n", "\n").translate(file.UNPRINTED).splitlines()
    return "\n".join(line.rstrip() for line in lines).strip()


def in_bank(set_name: str, text: str) -> tuple[str, str]:
    """A set's name and a prompt's text as the bank keeps them. Raises RefusedError with all that is in the way."""
    name, tidy = " ".join(tidied(set_name).split()) or USUAL_SET, tidied(text)
    problems: list[Problem] = []
    if len(name) > LONGEST_SET:
        problems.append(SetNameTooLong(name, LONGEST_SET))
    if not glyph.is_seen(tidy):
        problems.append(PromptMissing())
    if len(tidy) > prompt_title.LONGEST:
        problems.append(PromptTooLong(len(tidy), prompt_title.LONGEST))
    if problems:
        raise RefusedError(*problems)
    return name, tidy


def same_name(wanted: str, names: Iterable[str]) -> str | None:
    """The one of these names that is wanted, whatever its letters' case."""
    key = wanted.casefold()
    return next((name for name in names if name.casefold() == key), None)
