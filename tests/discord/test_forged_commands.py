"""Commands that no client of ours sends: what Discord itself would have refused is held against what it was told of the
command. Every option of every command is walked.
"""

import itertools
from collections.abc import Iterator
from typing import Any

from discord import AppCommandOptionType, app_commands
from simcord import actors
from simcord.enums import InteractionType

from bot.domain.text import limits
from tests.discord.chair import Chair
from tests.discord.conftest import World, text_of
from tests.discord.desk import story
from tests.discord.test_forged import PLAIN

Command = app_commands.Command[Any, ..., Any]
Option = dict[str, Any]

NOBODY = "81384788765712384"
WRONG: dict[AppCommandOptionType, tuple[Any, ...]] = {
    AppCommandOptionType.string: (5, 1.5, True, None, [], {}, ["in 7 days"], "\udc00", "x" * (limits.CHOICE + 1), ""),
    AppCommandOptionType.integer: ("5", "five", 1.5, True, None, [], {}, 0, -1, 26, 2**63, 10**30),
    AppCommandOptionType.boolean: ("true", 1, 0, None, [], {}),
    AppCommandOptionType.attachment: (NOBODY, 5, "x", None, [], {}, "", "-1", str(10**30)),
    AppCommandOptionType.user: (NOBODY, 5, "x", None, [], {}, "", "-1", str(10**30)),
    AppCommandOptionType.channel: (NOBODY, 5, "x", None, [], {}, "", "-1", str(10**30)),
}
TYPES = range(-1, 13)
"""Each parameter is sent as some of them, since a type is looked at before anything else is."""
FILE = "1456074443980800999"
USER = "1456074443980800998"
HERE = {
    "round open closes": "in 7 days",
    "round extend closes": "2 days",
    "round allow member": USER,
    "entry remove entry": "1",
    "entry restore entry": "1",
    "entry move entry": "1",
    "entry move round": "1",
    "entry header entry": "1",
    "member block member": USER,
    "member unblock member": USER,
    "challenge skip date": "25 december",
    "prompts edit prompt": "rain",
    "prompts remove prompt": "rain",
    "prompts import file": FILE,
    "tags merge kind": "fandom",
    "tags merge tag": "Woods",
    "tags merge into": "Woods",
    "tags rename kind": "fandom",
    "tags rename tag": "Woods",
    "tags rename to": "The Woods",
}
"""What the options that a command cannot go without hold when another one is forged."""
UPLOADED = {"id": FILE, "filename": "rain.txt", "size": 4, "url": "https://a.example/rain.txt", "proxy_url": ""}
SOMEBODY = {"id": USER, "username": "zed", "discriminator": "0", "avatar": None}


async def send(
    world: World,
    who: Any,
    command: str,
    options: list[Option],
    *,
    channel: Any = None,
    autocomplete: bool = False,
    **more: Any,
) -> str:
    """What is answered to a command, or how many choices are offered."""
    root, *sub = command.split()
    for each in sub:
        options = [{"type": 1, "name": each, "options": options}]
    kind = InteractionType.APPLICATION_COMMAND_AUTOCOMPLETE if autocomplete else InteractionType.APPLICATION_COMMAND
    resolved = {"attachments": {FILE: UPLOADED}, "users": {USER: SOMEBODY}}
    data = {"id": "1", "name": root, "type": 1, "options": options, "resolved": resolved} | more
    result = await actors._dispatch_actor_interaction(who, kind, channel or world.channel, data)
    if result.modal is not None:
        return "(a modal)"
    if autocomplete:
        offered = result.autocomplete_choices
        return "" if offered is None else f"{len(offered)} choices"
    if result.response is None:
        return ""
    return text_of(result.response.message)


def commands(world: World) -> Iterator[Command]:
    for each in world.bot.tree.walk_commands():
        if isinstance(each, app_commands.Command):
            yield each


def option(name: str, type_: int, value: Any, **more: Any) -> Option:
    return {"name": name, "type": type_, "value": value} | more


def filled(command: Command, besides: str = "") -> list[Option]:
    """The options that the command cannot go without."""
    needed = {each.display_name: each.type.value for each in command.parameters if each.required}
    return [
        option(name, type_, HERE[f"{command.qualified_name} {name}"])
        for name, type_ in needed.items()
        if name != besides
    ]


def takes(parameter: app_commands.Parameter, length: int) -> bool:
    """Whether a text of this length is none that Discord would have refused."""
    if parameter.type is not AppCommandOptionType.string or parameter.choices:
        return False
    return (parameter.min_value or 0) <= length <= (parameter.max_value or length)


async def test_a_value_that_discord_would_have_refused_gets_one_plain_answer(world: World) -> None:
    await world.open_round()
    types = itertools.cycle(TYPES)
    for command in commands(world):
        for parameter in command.parameters:
            name, type_ = parameter.display_name, parameter.type
            values = [(type_.value, value) for value in WRONG[type_]]
            others = [(other, 1 if other % 2 else "1") for other in itertools.islice(types, 4) if other != type_.value]
            for said, value in [*values, *others]:
                if isinstance(value, str) and said == type_.value and takes(parameter, len(value)):
                    continue  # an entry's title and a word to members may be longer than a choice
                sent = [*filled(command, name), option(name, said, value)]
                answer = await send(world, world.moderator, command.qualified_name, sent)
                assert PLAIN in answer, f"{command.qualified_name} {sent} said {answer!r}"
    assert len(await Chair(world, world.moderator).rounds()) == 1


async def test_options_that_are_unknown_or_missing_get_it_too(world: World) -> None:
    await world.open_round()
    for command in commands(world):
        name, needed = command.qualified_name, filled(command)
        unknown = [
            option(each, type_, value) for each in ("kettle", "") for type_, value in ((3, "1"), (4, 1), (6, NOBODY))
        ]
        for each in [*unknown, {"name": "kettle"}, {"type": 3}, {"type": 3, "value": "1"}, {}]:
            assert PLAIN in await send(world, world.moderator, name, [*needed, each]), f"{name} with {each}"
        for each in needed:
            rest = [one for one in needed if one is not each]
            assert PLAIN in await send(world, world.moderator, name, rest), f"{name} without {each}"
            assert PLAIN in await send(world, world.moderator, name, [*rest, {"name": each["name"], "type": 3}])


NO_OPTIONS: tuple[Any, ...] = (
    *(None, "x", 5, True, {"type": 1}, [None], ["x"], [5], [[]], [{"type": 1}], [{"name": []}]),
    [{"type": 1, "name": "x", "options": "x"}],
    [{"type": 2, "name": "x", "options": [{"type": 1, "name": "x", "options": [{"type": 3, "name": "x"}]}]}],
    [option("set", 3, "Frost"), "x"],
)


NO_FILES: tuple[Any, ...] = (None, [], {"attachments": None}, {"attachments": []}, {"attachments": {FILE: 5}})


async def test_options_and_files_that_are_no_objects_get_it_too(world: World) -> None:
    for command, sent in itertools.product(("help", "prompts add"), NO_OPTIONS):
        assert PLAIN in await send(world, world.moderator, command, sent), f"{command} {sent}"
        assert await send(world, world.moderator, command, sent, autocomplete=True) == "0 choices"
    for resolved in NO_FILES:
        uploaded = [option("file", 11, FILE)]
        assert PLAIN in await send(world, world.moderator, "help", [], resolved=resolved), resolved
        assert PLAIN in await send(world, world.moderator, "prompts import", uploaded, resolved=resolved), resolved


async def test_a_choice_of_none_that_were_offered_gets_it_too(world: World) -> None:
    sent = [option("closes", 3, "in 7 days"), option("rating_up_to", 4, 5)]
    assert PLAIN in await send(world, world.moderator, "round open", sent)
    sent[-1]["value"] = 4
    assert await send(world, world.moderator, "round open", sent) == "(a modal)"


async def test_a_command_that_does_not_exist_gets_it_too(world: World) -> None:
    for name in ("kettle", "round", "round kettle", "submit round", "entry withdraw withdraw", "Enter as drabble"):
        assert PLAIN in await send(world, world.writer, name, []), name
    others: list[dict[str, Any]] = [*({"type": each} for each in (2, 3, 99, None)), {"name": ""}, {"name": None}]
    for more in others:
        assert PLAIN in await send(world, world.writer, "help", [], **more), more


async def test_a_menu_of_no_message_gets_it_too(world: World) -> None:
    targets: list[dict[str, Any]] = [{}, *({"target_id": each} for each in (NOBODY, "x", None))]
    for name, target in itertools.product(("Enter as drabble", "Count words"), targets):
        assert PLAIN in await send(world, world.writer, "help", [], name=name, type=3, **target), f"{name} {target}"


async def test_a_text_that_came_along_is_a_draft(world: World) -> None:
    junk: Any = 5
    for number, name in enumerate(("submit", "round open", "kettle", "setup")):
        text = f"{number} {story(100)}"
        sent = [option("text", 3, f"{text}\udc00"), option("x", 3, "\udc00"), junk]
        answer = await send(world, world.writer, name, sent)
        assert PLAIN in answer
        assert text in {
            draft.text.rstrip("\N{REPLACEMENT CHARACTER}") for draft in await world.drafts_of(world.writer.id)
        }
    assert len(await world.drafts_of(world.writer.id)) == 4


async def test_nothing_is_offered_for_what_nobody_can_type(world: World) -> None:
    await world.open_round()
    types = itertools.cycle(TYPES)
    for command in commands(world):
        for parameter in command.parameters:
            name, type_ = parameter.display_name, parameter.type.value
            others = [(each, "1") for each in itertools.islice(types, 4)]
            for said, value in [*((type_, each) for each in WRONG[parameter.type]), *others]:
                sent = [option(name, said, value, focused=True)]
                answer = await send(world, world.moderator, command.qualified_name, sent, autocomplete=True)
                assert answer, f"{command.qualified_name} {sent}"
            sent = [option(name, type_, "1", focused=False)]
            answer = await send(world, world.moderator, command.qualified_name, sent, autocomplete=True)
            assert answer == "0 choices", f"{command.qualified_name} {sent}"
    nothing: list[list[Option]] = [[], [{}], [{"focused": True}], [option("kettle", 3, "1", focused=True)]]
    for sent in nothing:
        assert await send(world, world.moderator, "round open", sent, autocomplete=True) == "0 choices"


STRANGE: tuple[Any, ...] = (5, 1.5, True, None, [], {}, "x" * 9_000)


async def test_a_strange_option_beside_what_is_typed_offers_nothing(world: World) -> None:
    await world.open_round()
    commands = (
        ("round open", "closes", "opens"),
        ("round edit", "closes", "round"),
        ("round edit", "closes", "opens"),
        ("round extend", "closes", "round"),
    )
    for (command, typed, beside), value in itertools.product(commands, STRANGE):
        sent = [option(typed, 3, "in", focused=True), option(beside, 3, value)]
        assert await send(world, world.moderator, command, sent, autocomplete=True), f"{command} {sent}"
