"""Rules of Discord's that neither its own description nor the simulator knows."""

import re
from collections.abc import Iterator
from typing import Any

from simcord.types import HttpLogEntry

COMMANDS = 100
COMMAND_CHARACTERS = 8_000
COMMAND_NAME = re.compile(r"[-_'\w]{1,32}")
CHAT = 1  # the type of a slash command, among commands
SUBCOMMANDS = (1, 2)  # a subcommand and a group of them, among options

BUTTON = 2
TEXT_INPUT = 4
PREMIUM = 6  # a button that Discord labels by itself
TEXT_INPUT_CHARACTERS = 4_000


def objections(request: HttpLogEntry) -> Iterator[str]:
    body: Any = request.json
    if request.path.endswith("/commands") and body:
        yield from about_commands(body)
    else:
        for component in components(body):
            yield from about_component(component)


def about_commands(commands: list[Any]) -> Iterator[str]:
    chat = [command for command in commands if command.get("type", CHAT) == CHAT]
    if len(chat) > COMMANDS:
        yield f"{len(chat)} slash commands, of which Discord takes {COMMANDS}"
    for command in chat:
        yield from about_names(command, command["name"])
        characters = counted(command)
        if characters > COMMAND_CHARACTERS:
            yield f"/{command['name']} has {characters:,} characters in all, of which Discord takes 8,000"


def about_names(command: Any, path: str) -> Iterator[str]:
    """The wrong names of a command, a subcommand or an option, and of the options in it."""
    name = command["name"]
    if name != name.lower() or not COMMAND_NAME.fullmatch(name):
        yield f"/{path}: names are in lower case, without blanks"
    options: list[Any] = command.get("options") or []
    required = [option.get("required", False) for option in options if option["type"] not in SUBCOMMANDS]
    if required != sorted(required, reverse=True):
        yield f"/{path}: an option that is needed comes after one that is not"
    for option in options:
        yield from about_names(option, f"{path} {option['name']}")


def counted(command: Any) -> int:
    """The characters that Discord counts: names, descriptions and choices' values, all the way down."""
    own = sum(len(str(command.get(key, ""))) for key in ("name", "description", "value"))
    return own + sum(map(counted, [*(command.get("options") or []), *(command.get("choices") or [])]))


def components(body: Any) -> Iterator[Any]:
    """Everything of a message or a modal that has a type, however deep."""
    match body:
        case {**entries}:
            if "type" in entries:
                yield entries
            for value in entries.values():
                yield from components(value)
        case [*values]:
            for value in values:
                yield from components(value)
        case _:
            pass


def about_component(component: Any) -> Iterator[str]:
    match component:
        case {"type": int(kind), "style": int(style)} if kind == BUTTON and style != PREMIUM:
            if not component.get("label") and not component.get("emoji"):
                yield f"a button with neither label nor emoji: {component}"
        case {"type": int(kind), "custom_id": str(name)} if kind == TEXT_INPUT:
            most = component.get("max_length") or TEXT_INPUT_CHARACTERS
            if len(component.get("value") or "") > most:
                yield f"the text input {name!r} is filled with more than the {most:,} characters that it takes"
        case _:
            pass
