"""The table of who may do what, walked: every command, menu, button, select and form, by everybody whom it tells apart.
All have the number of the same thing, so that for most of them it is forged.
"""

import itertools
import sqlite3
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import discord
import pytest
from simcord import actors
from simcord.backend import serializers
from simcord.enums import InteractionType

from bot import who_may
from bot.domain import problem
from bot.domain.challenges import written_calendar
from bot.domain.prompts.incoming import Import, Incoming
from bot.domain.prompts.prompt import PromptWording
from bot.domain.prompts.source import Source
from bot.domain.rounds import round_wish
from bot.domain.rounds.screening import Review, Screening
from bot.services import (
    challenging,
    deciding_cases,
    drafting,
    importing_prompts,
    keeping_bank,
    planning,
    settling,
    suggesting,
)
from bot.storage import trusted_members
from bot.ui.views.press import custom_id
from bot.ui.wording import refusals
from bot.who_may import Relation, Row, Target, Who
from tests.discord.chair import manager
from tests.discord.conftest import World, text_of
from tests.discord.desk import post
from tests.discord.test_forged import send
from tests.discord.test_forged_commands import HERE, commands, option
from tests.discord.test_forged_commands import send as command_sent
from tests.discord.test_sight import hide, overwrite

TITLE = "Ravens over Oslo"
"""The title of the round that some may not see."""

REFUSALS = [
    refusals.worded(each)
    for each in (
        *(problem.NotModerator(), problem.NotServerManager(), problem.NotYours(), problem.OnlyOnServer()),
        *(problem.DraftGone(), problem.EntryUnknown(), problem.StoryGone(), problem.ProposalGone()),
        *(problem.PromptGone(), problem.ImportGone(), problem.SuggestionGone(), problem.CaseGone()),
    )
]
NOT_FOUND = ("I know no round", "I find no challenge", "I find no prompt")
"""How refusals begin that say again what was asked for."""

OF_NO_THING = frozenset({Target.NOTHING, Target.PAGE, Target.TEXT, Target.HERE, Target.CHANNEL})
"""Targets that name nothing: an act on another server is one on that server's own things."""

NAMED = {Target.ROUND: "round", Target.CHALLENGE: "challenge", Target.ENTRY: "entry", Target.PROMPT: "prompt"}
"""The options that name a command's subject."""


@dataclass
class Scene:
    world: World
    place: Any
    """The channel in which everything takes place; it is asked for from another."""
    hosting: Any
    """A moderator who takes over a file."""
    people: dict[Relation, tuple[Any, Any]]
    """Everybody, and the channel where they ask."""
    neighbour: tuple[Any, Any]
    """A moderator of another channel, who asks there: of what is elsewhere, a member like any."""
    elsewhere: int
    """The other server."""

    def asking(self, relation: Relation, target: Target) -> tuple[Any, Any]:
        if relation is Relation.AUTHOR and target is Target.IMPORT:
            return self.hosting, self.world.channel
        return self.people[relation]

    def refused(self, row: Row) -> Iterator[tuple[str, Any, Any]]:
        """All who may not, and who they are."""
        for relation in Relation:
            if not row.who.includes(relation):
                yield relation, *self.asking(relation, row.target)
        if not row.who.includes(Relation.MEMBER) and row.target is not Target.HERE:
            yield "moderator of another channel", *self.neighbour


@pytest.fixture
async def scene(world: World) -> Scene:
    place = world.guild.create_text_channel("rounds")
    await hide(world, place, world.other_writer)
    await world.settle(channel_id=place.id)
    elsewhere = world.env.create_guild(name="Another Server")
    owners = elsewhere.create_role("Owners", permissions=discord.Permissions.all())
    stranger = elsewhere.add_member(world.env.create_user("odile"), roles=[owners])
    hosting = world.guild.add_member(world.env.create_user("hosting"), roles=[world.guild.roles["Moderators"]])
    here = world.channel
    people = {
        Relation.MEMBER: (world.reader, here),
        Relation.AUTHOR: (world.writer, here),
        Relation.MODERATOR: (world.moderator, here),
        Relation.MANAGER: (manager(world).who, here),
        Relation.OUTSIDER: (world.other_writer, here),
        Relation.ELSEWHERE: (stranger, elsewhere.create_text_channel("theirs")),
        Relation.DIRECT: (world.writer.user, world.writer.user.dm_channel),
    }
    own = world.guild.create_text_channel("their-own")
    neighbour = world.guild.add_member(world.env.create_user("neighbour"))
    await overwrite(world, own, neighbour, allow=discord.Permissions(manage_messages=True).value)
    for who, where in (*people.values(), (neighbour, own)):
        world.env.backend.create_message(where.id, who.id, post())
    await world.env.settle()
    return Scene(world, place, hosting, people, (neighbour, own), elsewhere.id)


# -- what things are done to, made anew for each -----------------------------------------------------

Make = Callable[[Scene], Awaitable[int]]


async def nothing(_: Scene) -> int:
    return 0


async def round_(scene: Scene) -> int:
    return (await scene.world.write_round(channel=scene.place, title=TITLE)).id


async def round_in_sight(scene: Scene) -> int:
    return (await scene.world.write_round()).id


async def draft(scene: Scene) -> int:
    world = scene.world
    attempt = drafting.Attempt(next(world.interactions), world.guild.id, world.writer.id, world.env.now(), post())
    return (await drafting.save(world.bot.database, attempt)).id


async def entry(scene: Scene) -> int:
    found = await scene.world.write_round(channel=scene.place, title=TITLE)
    return (await scene.world.write_entry(found, post())).id


async def story(scene: Scene) -> int:
    number = await entry(scene)
    await scene.world.wake()
    return number


async def proposal(scene: Scene) -> int:
    await prompt(scene)
    plan = (await scene.world.write_round(channel=scene.place, title=TITLE)).plan
    asked = scene.world.asked(channel=scene.place)
    return (await planning.propose_drawn(scene.world.bot.database, asked, plan, None)).id


async def challenge(scene: Scene) -> int:
    database, asked = scene.world.bot.database, scene.world.asked(channel=scene.place)
    customs = await settling.customs(database, scene.world.guild.id)
    terms = round_wish.usual(asked.at, customs)
    calendar = written_calendar.read("every sunday 6pm", "6 days", customs.clock(asked.at))
    made = await challenging.propose(database, asked, TITLE, terms=terms, calendar=calendar, source=Source())
    await challenging.agree(database, asked, made.id)
    return made.id


async def prompt(scene: Scene) -> int:
    world, request = scene.world, f"prompt {next(scene.world.interactions)}"
    wording = PromptWording("Frost", f"{TITLE}, {request}")
    return (await keeping_bank.add(world.bot.database, world.asked(), wording, image=None)).id


async def taken_over(scene: Scene) -> int:
    world, request = scene.world, f"file {next(scene.world.interactions)}"
    found = Import(0, "frost.txt", None, "utf-8", (), (Incoming(0, "Frost", f"{TITLE}, {request}", None),))
    return (await importing_prompts.keep(world.bot.database, world.guild.id, scene.hosting.id, request, found)).id


async def suggestion(scene: Scene) -> int:
    world, request = scene.world, f"suggestion {next(scene.world.interactions)}"
    await suggesting.suggest(
        world.bot.database, world.guild.id, world.writer.id, request=request, text=TITLE, now=world.env.now()
    )
    return (await suggesting.waiting(world.bot.database, world.guild.id))[-1].id


async def case(scene: Scene) -> int:
    world = scene.world
    found = await world.write_round(channel=scene.place, title=TITLE)
    await world.bot.database.write(trusted_members.distrust, world.guild.id, world.writer.id)  # a button before trusts
    await world.settle(screening=Screening(Review.EVERYBODY))
    await world.write_entry(found, post())
    await world.settle(screening=Screening())
    return (await deciding_cases.waiting(world.bot.database, world.guild.id))[-1].case.id


MAKE: dict[Target, Make] = {
    **dict.fromkeys(OF_NO_THING, nothing),
    Target.TEXT: draft,
    Target.HERE: round_,
    Target.DRAFT: draft,
    Target.ENTRY: entry,
    Target.CHOSEN_ENTRY: nothing,
    Target.STORY: story,
    Target.POST: story,
    Target.ROUND: round_,
    Target.PROPOSAL: proposal,
    Target.CHALLENGE: challenge,
    Target.PROMPT: prompt,
    Target.IMPORT: taken_over,
    Target.SUGGESTION: suggestion,
    Target.CASE: case,
}


WITHOUT_DETAIL = ("round.close", "round.cancel")
"""Theirs would be a reason that was written before."""

CHOSEN: dict[str, Make] = {"entry.withdraw": entry, "draft.choose_round": round_in_sight}
"""What is chosen from a list."""


# -- the walk -----------------------------------------------------------------------------------------


def rows(scene: Scene) -> set[tuple[Any, ...]]:
    """All that is kept, but of the other server."""
    with closing(sqlite3.connect(scene.world.path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = [(table, *row) for table in tables for row in connection.execute(f"SELECT * FROM {table}")]  # noqa: S608
    return {row for row in found if scene.elsewhere not in row}


def is_refused(answer: str) -> bool:
    return any(each in answer for each in REFUSALS) or answer.startswith(NOT_FOUND)


async def pressed(scene: Scene, route: str, number: int, who: Any, where: Any) -> str:
    world = scene.world
    said = custom_id(route, number, None if route in WITHOUT_DETAIL else 0)
    if route in world.bot.forms:
        return await send(world, who, where, said, text=f"{who.name} wrote this.")
    chosen = await CHOSEN[route](scene) if route in CHOSEN else 1
    return await send(world, who, where, said, values=[str(chosen)])


async def asked(scene: Scene, command: str, number: int, who: Any, where: Any) -> str:
    if command[0].isupper():
        return await chosen_in_menu(scene, command, who, where)
    row, (known,) = who_may.row_of(command), [each for each in commands(scene.world) if each.qualified_name == command]
    given = {NAMED[row.target]: str(number)} if row.target in NAMED else {}
    named = {each.display_name: each for each in known.parameters if each.required or each.display_name in given}
    options = [
        option(name, each.type.value, given.get(name, HERE.get(f"{command} {name}"))) for name, each in named.items()
    ]
    return await command_sent(scene.world, who, command, options, channel=where)


async def chosen_in_menu(scene: Scene, menu: str, who: Any, where: Any) -> str:
    """A menu of a message of one's own."""
    backend = scene.world.env.backend
    (own,) = [each for each in backend.messages[where.id].values() if each.author_id == who.id]
    resolved = {"messages": {str(own.id): dict(serializers.message_payload(backend, own))}}
    data = {"id": "1", "name": menu, "type": 3, "target_id": str(own.id), "resolved": resolved}
    result = await actors._dispatch_actor_interaction(who, InteractionType.APPLICATION_COMMAND, where, data)
    return "" if result.response is None else text_of(result.response.message)


Do = Callable[[Scene, str, int, Any, Any], Awaitable[str]]


async def hold(scene: Scene, do: Do, row: Row, names: Sequence[str]) -> None:
    """What happens is what the table says, for everybody."""
    make = MAKE[row.target]
    number = await make(scene)
    before = rows(scene)
    for name, (whom, who, where) in itertools.product(names, scene.refused(row)):
        answer = await do(scene, name, number, who, where)
        of_their_own = whom == Relation.ELSEWHERE and row.target in OF_NO_THING
        assert of_their_own or is_refused(answer), f"{name} by {whom}: {answer}"
        assert TITLE not in answer, f"{name} by {whom}: {answer}"
    assert before <= rows(scene), f"one of {names} changed something, by somebody who was refused"
    for name, relation in itertools.product(names, filter(row.who.includes, Relation)):
        answer = await do(scene, name, await make(scene), *scene.asking(relation, row.target))
        assert answer or name == "doctor.take_away", f"{name} by {relation} got no answer"
        assert not is_refused(answer), f"{name} by {relation}: {answer}"


@pytest.mark.parametrize("row", who_may.ROUTES, ids=lambda row: f"{row.who.name}-{row.target.name}")
async def test_buttons_selects_and_forms(scene: Scene, row: Row) -> None:
    """Each row in a world of its own, since some buttons leave nothing to press another at."""
    await hold(scene, pressed, row, who_may.ROUTES[row])


async def test_commands_and_menus(scene: Scene) -> None:
    for row, names in who_may.COMMANDS.items():
        await hold(scene, asked, row, names)


def test_everybody_is_told_apart() -> None:
    assert {who: len(marks) for who, marks in who_may.MARKS.items()} == dict.fromkeys(Who, len(Relation))


async def test_what_is_offered_while_somebody_types(scene: Scene) -> None:
    """Whoever may not know of a thing is not offered it."""
    for make in {*MAKE.values()}:
        await make(scene)
    offering = [(each, option) for each in commands(scene.world) for option in each.parameters if option.autocomplete]
    knows, here = scene.people[Relation.MODERATOR]
    known = [
        await knows.autocomplete(here, "round edit", "round", ""),
        await knows.autocomplete(here, "prompts edit", "prompt", ""),
    ]
    assert all(TITLE in str(each) for each in known)
    for command, each in offering:
        row = who_may.row_of(command.qualified_name)
        for whom, who, where in () if row.who is Who.MANAGERS else blind(scene, row):  # who see no such command
            found = await who.autocomplete(where, command.qualified_name, each.display_name, "")
            assert TITLE not in str(found), f"{command.qualified_name} offers {whom} {found}"


def blind(scene: Scene, row: Row) -> Iterator[tuple[str, Any, Any]]:
    """Those who may not know of what a command is about."""
    for relation in (Relation.OUTSIDER, Relation.ELSEWHERE):
        yield relation, *scene.people[relation]
    if row.who in (Who.AUTHOR, Who.KEEPERS):
        yield Relation.MEMBER, *scene.people[Relation.MEMBER]
        yield "moderator of another channel", *scene.neighbour
