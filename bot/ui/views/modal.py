"""Modals. Each has a fresh custom id, and is read from Discord's payload alone, so that a restart in between makes no
difference.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import discord

from bot import payload
from bot.client import custom_id_of, read_custom_id
from bot.domain.problem import NotUnderstood, RefusedError
from bot.domain.rounds import request_key
from bot.domain.text import surrogates
from bot.ui.views.press import custom_id

Value = TypeVar("Value")


class Modal(discord.ui.Modal):
    """A modal whose submission goes to `DrabbleBot.forms`, as a click goes to its routes. Its fields are named by
    `custom_id`.
    """

    def __init__(self, interaction: discord.Interaction[Any], route: str, subject: int, *, title: str) -> None:
        super().__init__(title=title, custom_id=custom_id(route, subject, interaction.id))
        self.stop()  # or discord.py remembers it, with a task of its own


class Sent(dict[str, Value]):
    """Answers by the names of their fields. A missing one is refused."""

    def __missing__(self, field: str) -> Value:
        raise RefusedError(NotUnderstood())


@dataclass(frozen=True, slots=True)
class Submitted:
    """The answers of a modal by field: texts and single choices, several choices, files."""

    texts: Mapping[str, str]
    choices: Mapping[str, tuple[str, ...]]
    files: Mapping[str, tuple[discord.Attachment, ...]]


def submitted(interaction: discord.Interaction[Any]) -> Submitted:
    data = payload.as_object(interaction.data)
    attachments = payload.as_object(payload.as_object(data.get("resolved")).get("attachments"))
    texts: dict[str, str] = Sent()
    choices: dict[str, tuple[str, ...]] = Sent()
    files: dict[str, tuple[discord.Attachment, ...]] = Sent()
    for row in payload.objects(data.get("components")):
        field = payload.as_object(row.get("component"))
        name = str(field.get("custom_id", ""))
        values = [str(value) for value in payload.as_list(field.get("values"))]
        if field.get("type") == discord.ComponentType.file_upload.value:
            state: Any = interaction._state  # noqa: SLF001 - no other way to the file
            there: list[Any] = payload.objects([attachments.get(key) for key in values])
            files[name] = tuple(discord.Attachment(data=each, state=state) for each in there)
        elif "values" in field:
            choices[name] = tuple(values)
        else:
            texts[name] = surrogates.whole(str(field.get("value") or ""))
    return Submitted(texts, choices, files)


def request(interaction: discord.Interaction[Any]) -> str:
    """The key of what a modal asks for: a double click on its button is one request."""
    sent = submitted(interaction)
    files = {field: [file.id for file in files] for field, files in sent.files.items()}
    return request_key.form(custom_id_of(interaction), interaction.user.id, repr((sent.texts, sent.choices, files)))


def opened_at(interaction: discord.Interaction[Any]) -> datetime:
    """When the modal was opened. Its id ends in the number of the interaction that it answered, which has the time."""
    _, _, fresh = read_custom_id(custom_id_of(interaction))
    return discord.utils.snowflake_time(fresh or 0)


def typed(interaction: discord.Interaction[Any]) -> str:
    """All texts typed into a modal, as one. Where there are several, each begins with its field's name."""
    filled = {field: text for field, text in submitted(interaction).texts.items() if text.strip()}
    if len(filled) == 1:
        return next(iter(filled.values()))
    return "\n\n".join(f"{field.replace('_', ' ').capitalize()}: {text}" for field, text in filled.items())
