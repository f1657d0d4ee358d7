"""A click or a form comes twice in the same instant: what it asks for is done once, without a complaint. Discord
delivers one twice, or a member clicks twice.
"""

from typing import Any

import pytest
import simcord
from simcord import interactions

from bot.domain.problem import RefusedError
from bot.services import keeping_bank, planning, settling
from tests.discord.chair import Chair, form, manager
from tests.discord.conftest import World
from tests.discord.desk import Desk, entries, last_interaction, post, story
from tests.discord.test_publishing import texts

COMMANDS = (2, 4)
"""Kinds of interactions that discord.py hears alone: commands, and what they complete."""


FORM = 5
"""The kind of interaction that a filled form is."""


@pytest.fixture(autouse=True, params=["delivered twice", "clicked twice", "the second click heard first"])
def twice(world: World, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Clicks are only delivered twice: Discord's clients disable a button while it works."""
    emit = world.env.backend.emit

    def emit_twice(event: Any, payload: Any, **about: Any) -> None:
        if event == "INTERACTION_CREATE" and payload["type"] not in COMMANDS:
            clicked = payload["type"] == FORM and request.param != "delivered twice"
            both = [payload, sent_again(world, payload) if clicked else payload]
            for each in reversed(both) if "first" in request.param else both:
                emit(event, each, **about)
        else:
            emit(event, payload, **about)

    monkeypatch.setattr(world.env.backend, "emit", emit_twice)


def sent_again(world: World, payload: Any, **data: Any) -> Any:
    """The same as an interaction of its own."""
    record, other = interactions.base_payload(
        world.env.backend,
        type=payload["type"],
        channel_id=int(payload["channel_id"]),
        guild_id=int(payload["guild_id"]),
        user_id=int(payload["member"]["user"]["id"]),
        data=payload["data"] | data,
    )
    record.source_message_id = int(payload["message"]["id"]) if "message" in payload else None
    return payload | {key: other[key] for key in ("id", "token", "data")}


async def test_a_round_from_its_form_to_its_end(world: World) -> None:
    chair = Chair(world, world.moderator)
    round_ = await chair.open()
    assert len(texts(world)) == 1
    await chair.fill(await chair.slash("edit"), prompt="Another prompt.")
    await chair.click("Save the change")
    assert "is changed" in chair.text
    await chair.slash("extend", closes="in 9 days")
    await chair.click("Save the change")
    await chair.slash("close")
    await chair.click("Close it now")
    assert ["Another prompt." in texts(world)[0], len(texts(world))] == [True, 2]
    await chair.open()
    await chair.slash("cancel")
    await chair.click("Call it off")
    assert "was called off" in chair.text
    assert [each.id for each in await chair.rounds()].count(round_.id) == 1
    assert len(texts(world)) == 3


async def test_an_entry_from_its_form_to_its_withdrawal(world: World) -> None:
    round_ = await world.open_round()
    desk = Desk(world, world.writer)
    await desk.submit(post())
    await desk.click("Hand in")
    assert "is handed in" in desk.text
    (entry,) = await entries(world, round_.id)
    desk.keep(await world.writer.slash(world.channel, "entry withdraw", entry=str(entry.id)))
    await desk.click("Take it back")
    assert "is taken back" in desk.text
    assert len(await world.drafts_of(world.writer.id)) == 1
    assert len(texts(world)) == 1


async def test_a_choice_of_the_setup(world: World) -> None:
    chair = manager(world)
    await chair.command("setup")
    await chair.choose("setup.notices:0", world.channel)
    customs = await settling.customs(world.bot.database, world.guild.id)
    assert customs.notices_channel_id == world.channel.id


EDITS = {
    "Edit text": {"text": f"Title: Another\n\n{story(100)}"},
    "Edit header": {"header": "Title: Another"},
    "More fields": {"summary": "Another"},
}


@pytest.fixture
async def desk(world: World) -> Desk:
    """With a draft before it."""
    await world.open_round()
    desk = Desk(world, world.writer)
    await desk.submit(post())
    return desk


async def edit(desk: Desk, label: str) -> simcord.InteractionResult:
    opened = await desk.who.click(desk.page.response, label=label)
    return await desk.who.submit_modal(opened, form(opened) | EDITS[label])


@pytest.mark.parametrize("label", EDITS)
async def test_an_edit(world: World, desk: Desk, label: str) -> None:
    await edit(desk, label)
    (draft,) = await world.drafts_of(world.writer.id)
    assert "Another" in str(draft.read().header)


async def test_a_file_under_a_text(world: World) -> None:
    await Desk(world, world.writer).submit("It rained.", ("more.txt", b"It snowed."))
    (draft,) = await world.drafts_of(world.writer.id)
    assert draft.text == "It rained.\n\nIt snowed."


@pytest.mark.parametrize("label", EDITS)
async def test_an_edit_of_a_draft_that_is_gone(world: World, desk: Desk, label: str) -> None:
    opened = await desk.who.click(desk.page.response, label=label)
    await desk.click("Discard")
    await desk.who.submit_modal(opened, form(opened) | EDITS[label])
    (draft,) = await world.drafts_of(world.writer.id)
    assert "Another" in draft.text


async def test_another_edit_and_then_the_first_once_more(world: World, desk: Desk) -> None:
    await edit(desk, "Edit text")
    first = last_interaction(world)
    opened = await desk.who.click(desk.page.response, label="Edit text")
    await desk.who.submit_modal(opened, {"text": "It snowed."})
    world.env.backend.emit("INTERACTION_CREATE", sent_again(world, first))
    await world.env.settle()
    assert [draft.text for draft in await world.drafts_of(world.writer.id)] == ["It snowed."]


async def test_a_form_that_came_back_with_another_text_is_another_draft(world: World, desk: Desk) -> None:
    first = last_interaction(world)
    boxes = [{"type": 18, "component": {"type": 4, "custom_id": "text", "value": "It snowed."}}]
    world.env.backend.emit("INTERACTION_CREATE", sent_again(world, first, components=boxes))
    await world.env.settle()
    assert {draft.text for draft in await world.drafts_of(world.writer.id)} == {post(), "It snowed."}


async def test_a_discarded_draft_whose_form_comes_back_is_held_again(world: World, desk: Desk) -> None:
    """Discord showed its writer an error, so the form was still before them."""
    first = last_interaction(world)
    await desk.click("Discard")
    world.env.backend.emit("INTERACTION_CREATE", sent_again(world, first))
    await world.env.settle()
    assert [draft.text for draft in await world.drafts_of(world.writer.id)] == [post()]


async def test_a_form_of_a_round(world: World) -> None:
    chair = Chair(world, world.moderator)
    await chair.propose()
    assert await planning.proposal(world.bot.database, 2, world.guild.id)
    with pytest.raises(RefusedError):
        await planning.proposal(world.bot.database, 3, world.guild.id)


async def test_a_suggestion(world: World, notices: Any) -> None:
    who = world.writer
    await who.submit_modal(await who.slash(world.channel, "prompt suggest"), {"prompt": "Rain on tin."})
    assert len(notices.history()) == 1


async def test_a_prompt_for_the_bank(world: World) -> None:
    who = world.moderator
    await who.submit_modal(await who.slash(world.channel, "prompts add"), {"prompt": "Rain on tin."})
    assert [each.text for each in await keeping_bank.every(world.bot.database, world.guild.id)] == ["Rain on tin."]
