"""The options of a command, held against what Discord was told of the command. Discord checks them, and discord.py
trusts that: whoever gets past Discord gets no further.
"""

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Parameter

from bot import payload
from bot.domain.problem import NotUnderstood, RefusedError
from bot.domain.text import limits, surrogates

Interaction = discord.Interaction[Any]
Command = app_commands.Command[Any, ..., Any]
Option = payload.Object

Type = discord.AppCommandOptionType
RESOLVED = {Type.user: "users", Type.channel: "channels", Type.role: "roles", Type.attachment: "attachments"}
"""An option's number stands for something that Discord sends along under these names."""
HIGHEST = 2**53
"""The highest number that Discord takes for an option."""
SUBCOMMANDS = (Type.subcommand.value, Type.subcommand_group.value)
DEEPEST = 3
"""Lists of options within one another: a group's, a command's, and the command's own."""


def checked(interaction: Interaction) -> Command | app_commands.ContextMenu:
    """The command. Raises RefusedError where no client of Discord's sends this."""
    data = payload.as_object(interaction.data)
    command = interaction.command if is_laid_out(data) else None
    if command is None or not is_possible(
        command, data, typing=interaction.type is discord.InteractionType.autocomplete
    ):
        raise RefusedError(NotUnderstood())
    return command


def is_laid_out(data: Option) -> bool:
    """Whether discord.py can read this, which it takes unseen."""
    return is_named(data) and are_options(data.get("options", []), DEEPEST) and are_resolved(data.get("resolved", {}))


def is_named(sent: Option) -> bool:
    return isinstance(sent.get("name"), str)


def are_options(sent: object, deepest: int) -> bool:
    if not payload.is_list(sent) or (sent and deepest == 0):
        return False
    for each in sent:
        if not (payload.is_object(each) and is_named(each) and are_options(each.get("options", []), deepest - 1)):
            return False
    return True


def are_resolved(sent: object) -> bool:
    """Whether these are objects by kind and number."""
    return payload.is_object(sent) and all(
        payload.is_object(kind) and all(map(payload.is_object, kind.values())) for kind in sent.values()
    )


def is_possible(command: Command | app_commands.ContextMenu, data: Option, *, typing: bool) -> bool:
    if isinstance(command, app_commands.ContextMenu):
        return is_of_something(command, data)
    sent = options(data)
    if typing:
        return could_be_typed(command.parameters, sent)
    return could_be_sent(command.parameters, sent, data.get("resolved", {}))


def options(data: Option) -> list[Option]:
    """The options of the command itself, below those that name it."""
    sent = payload.objects(data.get("options"))
    while sent and sent[0].get("type") in SUBCOMMANDS:
        sent = payload.objects(sent[0].get("options"))
    return sent


def text(interaction: Interaction) -> str:
    """The longest text that somebody typed into an option, if it is longer than a choice of ours."""
    said = (each.get("value") for each in options(payload.as_object(interaction.data)))
    longer = (each for each in said if isinstance(each, str) and len(each) > limits.CHOICE)
    return surrogates.whole(max(longer, key=len, default=""))


def is_of_something(menu: app_commands.ContextMenu, data: Option) -> bool:
    kind = "messages" if menu.type is discord.AppCommandType.message else "users"
    return data.get("target_id") in data.get("resolved", {}).get(kind, {})


def could_be_sent(parameters: list[Parameter], sent: list[Option], resolved: Option) -> bool:
    given = [each.get("name") for each in sent]
    missing = [each for each in parameters if each.required and each.display_name not in given]
    return not missing and all(takes(of(parameters, each), each.get("value"), resolved) for each in sent)


def could_be_typed(parameters: list[Parameter], sent: list[Option]) -> bool:
    """While an option is typed, others may be missing, or hold what will be refused."""
    focused = [parameter for each in sent if each.get("focused") and (parameter := of(parameters, each))]
    return (
        len(focused) == 1
        and focused[0].autocomplete
        and all(may_hold(of(parameters, each), each.get("value")) for each in sent)
    )


def of(parameters: list[Parameter], sent: Option) -> Parameter | None:
    """The parameter that an option is for."""
    known = (each for each in parameters if each.display_name == sent.get("name"))
    return next((each for each in known if each.type.value == sent.get("type")), None)


def takes(parameter: Parameter | None, value: Any, resolved: Option) -> bool:
    if parameter is None or (parameter.choices and value not in [each.value for each in parameter.choices]):
        return False
    match parameter.type:
        case Type.string:
            return isinstance(value, str) and value == surrogates.whole(value) and is_within(parameter, len(value))
        case Type.integer:
            return type(value) is int and abs(value) <= HIGHEST and is_within(parameter, value)
        case Type.boolean:
            return isinstance(value, bool)
        case other:
            return isinstance(value, str) and value in resolved.get(RESOLVED[other], {})


def is_within(parameter: Parameter, number: int) -> bool:
    lowest, highest = parameter.min_value, parameter.max_value
    return (lowest is None or lowest <= number) and (highest is None or number <= highest)


def may_hold(parameter: Parameter | None, value: Any) -> bool:
    if parameter is None:
        return False
    if parameter.type in RESOLVED:
        return isinstance(value, str) and value.isascii() and value.isdecimal()
    return isinstance(value, str) or parameter.type is not Type.string
