"""Clicks, selects and forms that no client of Discord's sends. What they name is looked up for the member who sends it,
on the server where they are. Every route that is registered is walked.
"""

import itertools
from collections.abc import Iterator
from typing import Any

import pytest
from simcord import actors
from simcord.backend import serializers
from simcord.enums import InteractionType

from bot.client import HIGHEST
from bot.services import drafting, finding
from bot.ui.views.press import custom_id
from tests.discord.chair import Chair
from tests.discord.conftest import World, text_of
from tests.discord.desk import entries, post
from tests.discord.test_sight import hide

BUTTON, SELECT, TEXT = 2, 3, 4
NO_NUMBERS = ("-1", str(2**63), str(10**30), "", "x", "٣", "1.5", "0x1")
READING = ("round.read", "entry.read", "entry.plain")
"""Routes that show what stands in a channel to whoever sees that."""
PLAIN = "I can't make out what this was about"
STORY = "A story of my own that nobody may lose."


async def send(world: World, who: Any, channel: Any, said: str, *, values: Any = None, **form: str) -> str:
    """What is answered to a click, a select or, with `form`, a modal of this id."""
    data: dict[str, Any] = {"custom_id": said, "component_type": BUTTON}
    extra: dict[str, Any] | None = None
    kind = InteractionType.MESSAGE_COMPONENT
    if form:
        kind = InteractionType.MODAL_SUBMIT
        boxes = [{"type": 18, "component": {"type": 4, "custom_id": box, "value": text}} for box, text in form.items()]
        data = {"custom_id": said, "components": boxes}
    else:
        stored = next(iter(world.env.backend.messages[world.channel.id].values()))
        extra = {"message": dict(serializers.message_payload(world.env.backend, stored))}
        if values is not None:
            data |= {"component_type": SELECT, "values": values}
    result = await actors._dispatch_actor_interaction(who, kind, channel, data, extra=extra)
    if result.response is None:
        return "" if result.modal is None else "(a modal)"
    return text_of(result.response.message)


@pytest.fixture
async def forbidden(world: World) -> list[int]:
    """Numbers of what a reader is not to touch: of rounds, drafts, entries and plans, elsewhere or of somebody else."""
    secret = world.guild.create_text_channel("backstage")
    await world.open_round(channel=secret, title="Ravens over Oslo")
    await hide(world, secret, world.reader)
    round_ = await world.open_round()
    await world.enter(round_, post())
    attempt = drafting.Attempt(9_999, world.guild.id, world.writer.id, world.env.now(), post(), round_.id)
    await drafting.save(world.bot.database, attempt)
    await Chair(world, world.moderator).propose()
    return [1, 2, 3, 4]


async def rows(world: World) -> Any:
    """All that forging might have changed."""
    database, guild_id = world.bot.database, world.guild.id
    rounds = await finding.all_rounds(database, guild_id)
    handed_in = [await entries(world, round_.id) for round_ in rounds]
    return rounds, handed_in, await world.drafts_of(world.writer.id)


def buttons(world: World) -> list[str]:
    return sorted(world.bot.routes)


def routes(world: World) -> Iterator[str]:
    yield from [*buttons(world), *sorted(world.bot.forms), "draft.nowhere", "nowhere"]


def no_numbers(world: World) -> Iterator[tuple[str, str]]:
    """Every route with one of them: they are read before anybody asks what the route is."""
    return zip(routes(world), itertools.cycle(NO_NUMBERS))


async def test_nothing_of_others_is_touched_through_any_route(world: World, forbidden: list[int]) -> None:
    before = await rows(world)
    chosen = [*itertools.product(forbidden, (None, ["1"])), *itertools.product([1], ([], [str(2**63)], ["x"]))]
    for route, (number, values) in itertools.product(routes(world), chosen):
        for said in (custom_id(route, number), custom_id(route, number, 1)):
            answer = await send(world, world.reader, world.channel, said, values=values)
            assert answer.strip(), f"{said} with {values} was left without an answer"
            assert "Ravens" not in answer, said
            assert "The kettle sang" not in answer or route in READING, said
    assert await rows(world) == before


async def test_what_is_no_number_of_ours_gets_one_plain_answer(world: World, forbidden: list[int]) -> None:
    for route, number in no_numbers(world):
        assert PLAIN in await send(world, world.reader, world.channel, f"{route}:{number}"), f"{route}:{number}"
        assert PLAIN in await send(world, world.reader, world.channel, f"{route}:{number}", values=["1"]), route
    for said in ("", "kettle", "draft.open", ":1", "draft.open:1:2:3", "choose:draft.open:1"):
        assert PLAIN in await send(world, world.reader, world.channel, said)


async def test_a_story_that_came_along_is_a_draft(world: World, forbidden: list[int]) -> None:
    held = 0
    for route, number in (*itertools.product(routes(world), ["1"]), *no_numbers(world)):
        if number == "1" and route == "count.text":
            continue
        text = f"{STORY} It came with {route} and {number}."
        answer = await send(world, world.reader, world.channel, f"{route}:{number}", text=text)
        newest = await drafting.page(world.bot.database, world.guild.id, world.reader.id, 0)
        is_kept = text in {draft.text for draft in newest.drafts}
        assert is_kept or "Here is what you wrote" in answer, f"{route}:{number} lost a story, and said {answer}"
        held = max(held, newest.every)
    assert held > 1
    for draft in await world.drafts_of(world.reader.id):
        assert draft.round_id != forbidden[0], "the round in a channel that the reader does not see"


async def test_a_choice_that_is_no_list_is_refused_in_plain_words(world: World, forbidden: list[int]) -> None:
    """Or the button does without one."""
    no_lists: tuple[Any, ...] = (5, "x", {})
    members = (world.writer, world.moderator)
    clicks = itertools.product(members, buttons(world), (0, 1))
    for (who, route, number), values in zip(clicks, itertools.cycle(no_lists)):
        answer = await send(world, who, world.channel, custom_id(route, number, 0), values=values)
        assert answer.strip() or route == "doctor.take_away", f"{route}:{number} was left without an answer"


async def test_the_highest_numbers_are_answered_plainly(world: World, forbidden: list[int]) -> None:
    """As a detail and as a choice, of something that its sender may touch."""
    for route, number in itertools.product(buttons(world), (0, 1)):
        who = world.writer if route.startswith(("draft.", "entry.")) else world.moderator
        for detail, values in ((HIGHEST, None), (0, [str(HIGHEST)])):
            answer = await send(world, who, world.channel, custom_id(route, number, detail), values=values)
            assert answer.strip() or route == "doctor.take_away", f"{route}:{number} was left without an answer"


async def test_no_round_is_opened_from_a_form_that_never_came_back(world: World) -> None:
    """Not even when its end has passed meanwhile."""
    chair = Chair(world, world.moderator)
    await world.open_round()
    await chair.slash("open", closes="in 1 hour")
    await world.env.advance_time(3_601)
    assert "The prompt is empty" in await send(world, world.moderator, world.channel, custom_id("round.confirm", 2))


def box(**field: Any) -> dict[str, Any]:
    return {"type": 18, "component": field}


NO_TEXT: tuple[Any, ...] = (None, "x", 5, [])
NO_BOXES: tuple[Any, ...] = (
    *(None, "x", 5, {}, [None], ["x"], [[]], [{"component": "x"}], [{"component": []}]),
    *([box(type=4, custom_id=name, value="A prompt")] for name in NO_TEXT),
    *([box(type=kind, custom_id="file", values=values)] for kind in (3, 19) for values in NO_TEXT),
    [box(type=19, custom_id="file", values=["5", "6"])],
)


async def test_a_form_that_is_none_is_answered_plainly(world: World, forbidden: list[int]) -> None:
    kind, resolved = InteractionType.MODAL_SUBMIT, {"attachments": {"5": None}}
    members = ((world.writer, 1), (world.moderator, 0), (world.moderator, 1))
    for (who, number), route, components in itertools.product(members, sorted(world.bot.forms), NO_BOXES):
        data = {"custom_id": custom_id(route, number, 7), "components": components, "resolved": resolved}
        result = await actors._dispatch_actor_interaction(who, kind, world.channel, data)
        assert result.response is not None, f"{route} with {components}"
        assert text_of(result.response.message)


async def test_a_text_sent_as_a_form_to_a_button_is_kept(world: World, forbidden: list[int]) -> None:
    """To one that its sender may press."""
    presses = itertools.product((world.writer, world.moderator), buttons(world))
    numbers = itertools.cycle(itertools.product((0, 1), (None, 1)))
    for (who, route), (number, more) in zip(presses, numbers, strict=False):
        text = f"{who.name} wrote this to {route} and {number}."
        answer = await send(world, who, world.channel, custom_id(route, number, more), text=text)
        newest = await drafting.page(world.bot.database, world.guild.id, who.id, 0)
        assert text in {draft.text for draft in newest.drafts} or "Here is what you wrote" in answer, (
            f"{route} lost it, and said {answer}"
        )


async def test_a_form_without_its_boxes_is_answered_plainly(world: World, forbidden: list[int]) -> None:
    """A button is no form, whatever its number, and whoever sends it."""
    members, numbers = (world.reader, world.writer, world.moderator), (0, *forbidden)
    forms = itertools.product(members, numbers, sorted(world.bot.forms))
    no_forms = zip(itertools.cycle(members), itertools.cycle(numbers), routes(world))
    for who, number, route in (*forms, *no_forms):
        answer = await send(world, who, world.channel, custom_id(route, number, 1), unknown_box="Something.")
        assert answer, f"{route}:{number}"


async def test_in_a_direct_message_it_is_the_same(world: World, forbidden: list[int]) -> None:
    before = await rows(world)
    user = world.env.create_user("odile")
    channel = user.dm_channel
    for route, number in (*itertools.product(routes(world), "012"), *no_numbers(world)):
        answer = await send(world, user, channel, f"{route}:{number}", text=STORY)
        assert "**Story**" in answer or "Here is what you wrote" in answer, f"{route}:{number} said {answer}"
        assert await send(world, user, channel, f"{route}:{number}", values=["1"])
    assert await rows(world) == before


async def test_a_round_is_not_opened_before_it_has_a_prompt(world: World) -> None:
    chair = Chair(world, world.moderator)
    await world.open_round(title="Embers")
    await chair.slash("open", closes="in 7 days")
    assert "The prompt is empty" in await send(world, world.moderator, world.channel, custom_id("round.confirm", 2))
    assert len(await chair.rounds()) == 1


@pytest.mark.parametrize("command", ["open", "edit"])
@pytest.mark.parametrize("unit", ["`", "Rain fell. "])
async def test_a_prompt_longer_than_its_box_is_given_back(world: World, command: str, unit: str) -> None:
    chair, prompt = Chair(world, world.moderator), unit * 4_000
    await chair.open()
    opened = await chair.slash(command, **({"closes": "in 7 days"} if command == "open" else {}))
    assert opened.modal is not None
    filled: list[dict[str, Any]] = [label["component"] | {"values": []} for label in opened.modal["components"]]
    (box,) = [field for field in filled if field["custom_id"] == "prompt"]
    filled = [*(field for field in filled if field["type"] != TEXT), {"type": TEXT, "custom_id": "title"}]
    filled.append({"type": TEXT, "custom_id": box["custom_id"], "value": prompt[:4_000]})
    boxes = [{"type": 18, "component": field} for field in filled]
    data = {"custom_id": opened.modal["custom_id"], "components": boxes}
    told = await actors._dispatch_actor_interaction(chair.who, InteractionType.MODAL_SUBMIT, world.channel, data)
    assert told.response is not None
    assert PLAIN in told.response.content
    (file,) = told.response.attachments
    assert (await file.read()).decode() == prompt[:4_000]
