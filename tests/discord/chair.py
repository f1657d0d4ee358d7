"""A moderator at work: what they type, click and see, through the bot's own front door."""

from dataclasses import dataclass
from typing import Any

import discord
import simcord
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.domain.rounds.round import Round
from bot.services import finding
from tests.discord.conftest import World, labels, text_of

PROMPT = "The first frost came early.\n\nWho noticed?"

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 24


@dataclass
class Chair:
    world: World
    who: Any
    page: Any = None
    """The answer that shows the private message in front of the moderator."""

    @property
    def text(self) -> str:
        """All that the private message says now."""
        return text_of(self.page.response.message)

    @property
    def buttons(self) -> list[str]:
        return [label for label, _ in labels(self.page.response.components)]

    async def slash(self, command: str, *, channel: Any = None, **options: Any) -> simcord.InteractionResult:
        return await self.command(f"round {command}", channel=channel, **options)

    async def command(self, name: str, *, channel: Any = None, **options: Any) -> simcord.InteractionResult:
        return self.keep(await self.who.slash(channel or self.world.channel, name, **options))

    async def fill(self, opened: simcord.InteractionResult, **fields: Any) -> simcord.InteractionResult:
        """Send the form, as it was filled when it opened but for `fields`."""
        return self.keep(await self.who.submit_modal(opened, form(opened) | fields))

    async def propose(self, *, prompt: str = PROMPT, channel: Any = None, **options: Any) -> None:
        """`/round open` and its form, up to the question whether that is right."""
        opened = await self.slash("open", channel=channel, **({"closes": "in 7 days"} | options))
        await self.fill(opened, prompt=prompt)

    async def open(self, **options: Any) -> Round:
        """A round opened from the first command to the yes."""
        before = await self.rounds()
        await self.propose(**options)
        await self.click(self.buttons[0])
        [new] = [round_ for round_ in await self.rounds() if round_.id not in {old.id for old in before}]
        return new

    async def click(self, label: str) -> simcord.InteractionResult:
        return self.keep(await self.who.click(self.page.response, label=label))

    async def choose(self, custom_id: str, *values: Any) -> simcord.InteractionResult:
        return self.keep(await self.who.select(self.page.response, values, custom_id=custom_id))

    async def rounds(self) -> list[Round]:
        return list(await finding.all_rounds(self.world.bot.database, self.world.guild.id))

    async def round(self) -> Round:
        [only] = await self.rounds()
        return only

    async def offered(self, command: str, option: str, typed: str, **filled: Any) -> dict[str, str]:
        """What autocomplete shows, and what each choice stands for."""
        found = await self.who.autocomplete(self.world.channel, f"round {command}", option, typed, **filled)
        return {choice["name"]: choice["value"] for choice in found}

    def keep(self, result: simcord.InteractionResult) -> simcord.InteractionResult:
        if result.response is not None:
            self.page = result
        return result


def form(opened: simcord.InteractionResult) -> dict[str, Any]:
    """What a form holds when it opens."""
    held: dict[str, Any] = {}
    assert opened.modal is not None
    for label in opened.modal["components"]:
        field = label["component"]
        if "options" in field:
            held[field["custom_id"]] = [one["value"] for one in field["options"] if one.get("default")]
        elif "value" in field:
            held[field["custom_id"]] = field["value"]
    return held


def another_moderator(world: World) -> Chair:
    role = world.guild.roles["Moderators"]
    return Chair(world, world.guild.add_member(world.env.create_user("greta"), roles=[role]))


def manager(world: World) -> Chair:
    """Somebody who manages the server."""
    role = world.guild.create_role("Owners", permissions=discord.Permissions(manage_guild=True))
    return Chair(world, world.guild.add_member(world.env.create_user("greta"), roles=[role]))


async def dismiss(world: World) -> None:
    """The moderator is one no more."""
    role = world.guild.roles["Moderators"]
    world.env.backend.remove_member_role(world.guild.id, world.moderator.id, role.id)
    await world.env.settle()


async def lose_channel(world: World, *choices: str) -> None:
    """Let a channel that `/setup` names for these be gone."""
    other = world.guild.create_text_channel("other")
    await world.settle(**dict.fromkeys(choices, other.id))
    world.env.backend.delete_channel(other.id)
    await world.env.settle()


async def forbid(world: World, channel: Any, **permissions: bool) -> None:
    """Take permissions away from everybody in a channel, the bot among them."""
    denied = discord.Permissions(**permissions).value
    everyone = Overwrite(world.guild.default_role.id, OverwriteType.ROLE, allow=0, deny=denied)
    world.env.backend.set_overwrite(channel.id, everyone)
    await world.env.settle()
