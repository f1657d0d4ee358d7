"""Every change of a round, and of a challenge, in every phase of it: what is answered, and what holds then."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.problem import RefusedError
from bot.domain.rounds.round import Phase, Round
from bot.services import finding, planning
from tests import shelf
from tests.discord.chair import Chair
from tests.discord.conftest import World
from tests.discord.test_challenges import start
from tests.discord.test_publishing import POST, texts

pytestmark = pytest.mark.usefixtures("unticking")

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SCHEDULED, OPEN, CLOSED, CANCELLED = Phase.SCHEDULED, Phase.OPEN, Phase.CLOSED, Phase.CANCELLED
OVER = "This round closed"
GONE = "This round was called off"
PHASES: dict[str, dict[str, Any]] = {
    "scheduled": {"opens_in": 5 * HOUR, "hours": 9},
    "open": {"hours": 10},
    "grace": {"hours": 1, "grace": 3 * HOUR},
    "late": {"hours": 1, "late_for": DAY},
    "closed": {"hours": 1},
    "called off": {"hours": 9},
}
"""A round in each of them after two hours."""
CHANGES: dict[str, dict[str, tuple[str, Phase, bool]]] = {
    "edit": {
        "scheduled": ("is changed", SCHEDULED, False),
        "open": ("is changed", OPEN, True),
        "grace": (OVER, CLOSED, True),
        "late": (OVER, CLOSED, True),
        "closed": (OVER, CLOSED, False),
        "called off": (GONE, CANCELLED, False),
    },
    "extend": {
        "scheduled": ("is changed", SCHEDULED, False),
        "open": ("is changed", OPEN, True),
        "grace": ("is open again", OPEN, True),
        "late": ("is open again", OPEN, True),
        "closed": ("is open again", OPEN, True),
        "called off": (GONE, CANCELLED, False),
    },
    "close": {
        "scheduled": ("does not open until", SCHEDULED, False),
        "open": ("Its round-up is on the way", CLOSED, False),
        "grace": ("extend` opens it again", CLOSED, True),
        "late": ("extend` opens it again", CLOSED, False),
        "closed": ("extend` opens it again", CLOSED, False),
        "called off": (GONE, CANCELLED, False),
    },
    "cancel": {
        "scheduled": ("was called off", CANCELLED, False),
        "open": ("was called off", CANCELLED, False),
        "grace": (OVER, CLOSED, True),
        "late": (OVER, CLOSED, True),
        "closed": (OVER, CLOSED, False),
        "called off": (GONE, CANCELLED, False),
    },
    "allow": {
        "scheduled": ("From then on you can give late passes", SCHEDULED, False),
        "open": ("can hand in for", OPEN, True),
        "grace": ("can hand in for", CLOSED, True),
        "late": ("can hand in for", CLOSED, True),
        "closed": ("can hand in for", CLOSED, True),
        "called off": (GONE, CANCELLED, False),
    },
}
"""What is said in the end, the phase then, and whether the round takes a story of the writer's."""
YES = ("Save the change", "Close it now", "Take no more", "Call it off")


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path) -> Iterator[None]:
    with shelf.with_sets(tmp_path / "prompts", doors=tuple(f"Door {number}" for number in range(80))):
        yield


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


async def rounds_of_all_phases(world: World) -> dict[str, Round]:
    now = world.env.now()
    made: dict[str, Round] = {}
    for phase, plan in PHASES.items():
        said = dict(plan)
        made[phase] = await world.write_round(title=phase, opens_at=now + said.pop("opens_in", 0 * HOUR), **said)
    await planning.cancel(world.bot.database, world.asked(now), made["called off"].id)
    await world.wake()
    await world.env.advance_time(2 * 3600)
    return made


async def change(chair: Chair, command: str, round_: Round) -> str:
    """Give a command and the yes that it asks for. Returns what is said in the end."""
    options = {"extend": {"closes": "in 3 days"}, "allow": {"member": chair.world.writer}}.get(command, {})
    answer = await chair.slash(command, round=str(round_.id), **options)
    if answer.modal is not None:
        await chair.fill(answer, prompt="Other words.")
    for yes in set(YES) & set(chair.buttons):
        await chair.click(yes)
    return chair.text


async def takes(world: World, round_: Round) -> bool:
    try:
        await world.enter(round_, POST)
    except RefusedError:
        return False
    return True


@pytest.mark.parametrize("command", CHANGES)
async def test_every_change_of_a_round_in_every_phase(world: World, chair: Chair, command: str) -> None:
    for phase, round_ in (await rounds_of_all_phases(world)).items():
        said, then, taken = CHANGES[command][phase]
        assert said in await change(chair, command, round_), phase
        after = await finding.one_round(world.bot.database, world.guild.id, round_.id)
        assert (after.phase(world.env.now()), after.on_show) == (then, then), phase
        assert await takes(world, round_) is taken, phase


EDITED, PAUSED, RUNS, LEFT_OUT, ENDED = (
    "Every choice is saved",
    "Paused since",
    "It runs by itself",
    "left out",
    "Ended",
)
OVER_FOR_GOOD = "ended"
STATES: dict[str, dict[str, tuple[str, int]]] = {
    "to come": {
        "edit": (EDITED, 2),
        "pause": (PAUSED, 0),
        "resume": (RUNS, 2),
        "skip": (LEFT_OUT, 1),
        "end": (ENDED, 0),
    },
    "open": {"edit": (EDITED, 3), "pause": (PAUSED, 1), "resume": (RUNS, 3), "skip": (LEFT_OUT, 2), "end": (ENDED, 1)},
    "waits": {"edit": (EDITED, 3), "pause": (PAUSED, 0), "resume": (RUNS, 3), "skip": (LEFT_OUT, 2), "end": (ENDED, 0)},
    "paused": {
        "edit": (EDITED, 0),
        "pause": (PAUSED, 0),
        "resume": (RUNS, 2),
        "skip": (LEFT_OUT, 0),
        "end": (ENDED, 0),
    },
    "ended": dict.fromkeys(("edit", "pause", "resume", "skip", "end"), (OVER_FOR_GOOD, 0)),
}
"""What is said, and how many rounds there are two weeks later."""


async def in_state(chair: Chair, state: str, name: str) -> None:
    match state:
        case "paused":
            await chair.command("challenge pause", challenge=name)
        case "ended":
            await chair.command("challenge end", challenge=name)
            await chair.click("End it")
        case _:
            pass


@pytest.mark.parametrize("state", STATES)
async def test_every_change_of_a_challenge_in_every_state(
    world: World, chair: Chair, notices: Any, tmp_path: Path, state: str
) -> None:
    shelf_of = {} if state == "waits" else {"doors": tuple(f"Door {number}" for number in range(40))}
    with shelf.with_sets(tmp_path / "empty", **shelf_of):
        made = {command: await start(chair, name=command.title()) for command in STATES[state]}
        for name in (command.title() for command in made):
            await in_state(chair, state, name)
        if state in {"open", "waits"}:
            await world.env.advance_time(timedelta(days=4).total_seconds())
        for command, (said, _) in STATES[state].items():
            calendar = made[command].calendar
            assert calendar is not None
            [upcoming] = calendar.coming(world.env.now(), 1)
            options = {"date": upcoming.key} if command == "skip" else {}
            await chair.command(f"challenge {command}", challenge=command.title(), **options)
            if "End it" in chair.buttons and command == "end":
                await chair.click("End it")
            assert said in chair.text, command
    await world.wake()  # there are prompts again
    await world.env.advance_time(timedelta(days=14).total_seconds())
    opened = [round_.challenge_id for round_ in await chair.rounds()]
    assert {command: opened.count(challenge.id) for command, challenge in made.items()} == {
        command: number for command, (_, number) in STATES[state].items()
    }


@pytest.mark.parametrize("command", ["edit", "extend", "close", "cancel"])
async def test_members_read_why_a_challenges_round_was_changed(world: World, chair: Chair, command: str) -> None:
    await start(chair, name="Sundays", opens="daily 9am", open_for="12 hours")
    await world.env.advance_time(DAY.total_seconds() / 2)
    round_ = (await chair.rounds())[0]
    options = {"closes": "in 3 days"} if command == "extend" else {}
    answer = await chair.slash(command, round=str(round_.id), reason="Snow, and **no** light. @everyone", **options)
    if answer.modal is not None:
        await chair.fill(answer, prompt="Other words.")
    for yes in set(YES) & set(chair.buttons):
        await chair.click(yes)
    [card] = [text for text in texts(world) if text.startswith("## Sundays #1") and "the round-up" not in text]
    assert "Snow, and" in card
    assert "**no**" not in card
