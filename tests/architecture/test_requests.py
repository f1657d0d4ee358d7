"""Whether the check that stands behind every simulated conversation sees what it should."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from simcord.types import HttpLogEntry

from tests import openapi, requests
from tests.discord.conftest import running

needs_description = pytest.mark.skipif(
    not openapi.DESCRIPTION.exists(), reason="Discord's description is not beside the checkout"
)

COMMAND: dict[str, Any] = {
    "name": "knock",
    "type": 1,
    "description": "Knock at the door",
    "options": [{"type": 3, "name": "door", "description": "Which door", "required": True}],
}
LATER = {"type": 3, "name": "window", "description": "Which window", "required": False}


def commands(*several: dict[str, Any]) -> HttpLogEntry:
    return HttpLogEntry("PUT", "/applications/1456074443980800001/commands", {}, list(several), None)


def message(*components: dict[str, Any], **more: Any) -> HttpLogEntry:
    body = {"components": list(components), "flags": 1 << 15, **more}
    return HttpLogEntry("POST", "/channels/1456074443980800002/messages", {}, body, None)


def modal(**field: Any) -> HttpLogEntry:
    box = {"type": 4, "style": 2, "custom_id": "text", **field}
    label = {"type": 18, "label": "Text", "component": box}
    data = {"custom_id": "draft.new:0:1", "title": "A drabble", "components": [label]}
    return HttpLogEntry("POST", "/interactions/1456074443980800003/token/callback", {}, {"type": 9, "data": data}, None)


def button(**more: Any) -> dict[str, Any]:
    return {"type": 1, "components": [{"type": 2, "style": 2, "custom_id": "draft.open:1", **more}]}


def changed(change: Callable[[dict[str, Any]], object]) -> HttpLogEntry:
    command = copy.deepcopy(COMMAND)
    change(command)
    return commands(command)


def test_what_discord_takes_passes() -> None:
    requests.check(
        [
            commands(COMMAND),
            changed(lambda command: command["options"].append(LATER)),
            message({"type": 17, "components": [{"type": 10, "content": "The kettle sang."}]}, button(label="Open")),
            message(button(label="Open"), attachments=[{"id": 0, "filename": "kettle.txt"}]),
            modal(value="a" * 4_000, max_length=4_000),
        ]
    )


@needs_description
@pytest.mark.parametrize(
    ("request_", "objection"),
    [
        (changed(lambda command: command.update(description="k" * 101)), "0/description: .* is longer than"),
        (changed(lambda command: command["options"][0].update(description="")), "0/options/0/description: "),
        (changed(lambda command: command["options"].extend([LATER] * 25)), "0/options: "),
        (message(button(label="o" * 81)), "components/0/components/0/label: .* is longer than"),
        (message({"type": 17, "components": []}), "components/0/components: "),
        (modal(placeholder="p" * 101), "data/components/0/component/placeholder: .* is longer than"),
        (HttpLogEntry("POST", "/channels/1/messengers", {}, {}, None), "no such route"),
        (HttpLogEntry("GET", "/users/1", {}, {"name": "ines"}, None), "takes no body"),
    ],
)
def test_what_discords_description_forbids_is_found(request_: HttpLogEntry, objection: str) -> None:
    with pytest.raises(AssertionError, match=objection):
        requests.check([request_])


@pytest.mark.parametrize(
    ("request_", "objection"),
    [
        (changed(lambda command: command.update(name="Knock")), "/Knock: names are in lower case"),
        (changed(lambda command: command.update(name="knock knock")), "/knock knock: names are in lower case"),
        (changed(lambda command: command["options"][0].update(name="Door")), "/knock Door: names are in lower case"),
        (changed(lambda command: command["options"].insert(0, LATER)), "an option that is needed comes after"),
        (
            changed(lambda command: command.update(options=[{**LATER, "description": "w" * 100}] * 80)),
            "/knock has 8,502 characters",
        ),
        (commands(*[COMMAND] * 101), "101 slash commands"),
        (modal(value="a" * 101, max_length=100), "the text input 'text' is filled with more than the 100"),
        (modal(value="a" * 4_001), "the text input 'text' is filled with more than the 4,000"),
        (message(button()), "a button with neither label nor emoji"),
    ],
)
def test_what_is_written_nowhere_is_found(request_: HttpLogEntry, objection: str) -> None:
    with pytest.raises(AssertionError, match=objection):
        requests.check([request_])


async def test_the_requests_of_the_running_bot_are_seen(tmp_path: Path) -> None:
    async with running(tmp_path / "drabbles.sqlite3", stranger=True) as env:
        (told,) = [request for request in env.http_requests if request.path.endswith("/commands") and request.json]
        assert {command["name"] for command in told.json or ()} >= {"round", "submit"}


@needs_description
async def test_a_conversation_fails_for_what_discord_would_not_take(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="Discord would object"):
        async with running(tmp_path / "drabbles.sqlite3") as env:
            env.http_requests.append(changed(lambda command: command.update(description="k" * 101)))
