"""A walk over all forms: what somebody wrote is in their hands again, if they may not send it any more."""

from typing import Any

import pytest
from simcord import actors
from simcord.enums import InteractionType

from bot import who_may
from bot.ui.views.press import custom_id
from bot.who_may import Relation
from tests.discord import test_walk
from tests.discord.test_forged import box
from tests.discord.test_walk import MAKE, Scene

TEXT = 4
WRITTEN = "The river froze in one night, and nobody saw it happen."

scene = test_walk.scene


async def sent(scene: Scene, who: Any, where: Any, route: str, number: int) -> tuple[str, str]:
    """What is answered to a form with this text in a box, and what a file with that says."""
    boxes = [box(type=TEXT, custom_id="kettle", value=WRITTEN)]
    data = {"custom_id": custom_id(route, number, 7), "components": boxes}
    result = await actors._dispatch_actor_interaction(who, InteractionType.MODAL_SUBMIT, where, data)
    assert result.response is not None, f"{route} was left without an answer"
    files = [(await file.read()).decode() for file in result.response.attachments]
    return result.response.content, "\n".join(files)


@pytest.mark.parametrize("restarted", [False, True], ids=["", "after a restart"])
@pytest.mark.parametrize("relation", [Relation.MEMBER, Relation.OUTSIDER])
async def test_a_form_of_who_may_no_more_gives_back_what_was_written(
    scene: Scene, relation: Relation, *, restarted: bool
) -> None:
    """Their role or their sight went while they wrote."""
    forms = [name for name in sorted(scene.world.bot.forms) if not who_may.row_of(name).who.includes(relation)]
    assert forms
    numbers = {name: await MAKE[who_may.row_of(name).target](scene) for name in forms}
    if restarted:
        await scene.world.restart()
    for name, number in numbers.items():
        answer, file = await sent(scene, *scene.people[relation], name, number)
        assert WRITTEN in file, f"{name} said {answer}"


async def test_a_form_that_cannot_be_read_gives_back_what_was_written(scene: Scene) -> None:
    """To who may send it, and after a change of the program that its boxes are of."""
    for name in sorted(scene.world.bot.forms):
        row = who_may.row_of(name)
        number = await MAKE[row.target](scene)
        relation = next(each for each in Relation if row.who.includes(each))
        answer, file = await sent(scene, *scene.asking(relation, row.target), name, number)
        assert WRITTEN in file, f"{name} said {answer}"
