"""Choices for options about the bank of prompts, while they are typed."""

import asyncio
from collections.abc import Iterable
from itertools import chain

from bot.client import Interaction
from bot.domain.prompts import shipped
from bot.domain.prompts.prompt import LONGEST_SET, USUAL_SET, Prompt
from bot.domain.text import escaping, limits
from bot.services import keeping_bank
from bot.ui.answering import permission
from bot.ui.answering.round_choices import Choices, choice, first

DRAW = "draw one"


async def to_draw_from(interaction: Interaction, typed: str) -> Choices:
    """Any prompt, or one of a set that has unused ones."""
    if not await permission.moderates(interaction):
        return []
    own = await keeping_bank.sets(interaction.client.database, interaction.guild_id or 0)
    wanted, said = typed.strip().casefold(), f"{DRAW} from “{{}}”{{}}".format
    offered = chain(
        ((name, f" ({every - used:,} unused)") for name, (every, used) in own.items()),
        ((each.name, ", which ships with me") for each in shipped.sets()),
    )
    of_sets = (
        choice(said(set_name_of(name), more), name) for name, more in offered if wanted in said(name, more).casefold()
    )
    return first(chain([choice(DRAW, DRAW)] if wanted in DRAW else [], of_sets))


def set_meant(typed: str) -> str | None:
    """The set that is to be drawn from; None for any."""
    return None if typed.strip().casefold() == DRAW else typed.strip()


async def own_sets(interaction: Interaction, typed: str) -> Choices:
    """Sets of the server's own; one that is new can be typed."""
    return named_like(await names(interaction), typed)


async def sets(interaction: Interaction, typed: str) -> Choices:
    """All sets, with those that ship."""
    return named_like([*await names(interaction), *(each.name for each in shipped.sets())], typed)


async def prompts(interaction: Interaction, typed: str) -> Choices:
    """Prompts of the server's own with these words in them."""
    found = await keeping_bank.every(interaction.client.database, interaction.guild_id or 0)
    wanted = typed.strip().casefold()
    fitting = (each for each in found if wanted in each.text.casefold() or wanted == str(each.id))
    offered = (choice(name_of(each), str(each.id)) for each in fitting)
    return await asyncio.to_thread(first, offered)  # a bank's letters take a while to look through


async def names(interaction: Interaction) -> list[str]:
    return list(await keeping_bank.sets(interaction.client.database, interaction.guild_id or 0))


def name_of(prompt: Prompt) -> str:
    end = f" · {set_name_of(prompt.set_name)}" if prompt.set_name != USUAL_SET else ""
    return escaping.plain(prompt.text, limits.CHOICE - len(end)) + end


def set_name_of(name: str) -> str:
    return escaping.plain(name, LONGEST_SET)


def named_like(names: Iterable[str], typed: str) -> Choices:
    """The sets with these words in their names."""
    wanted = typed.strip().casefold()
    return first(choice(set_name_of(name), name) for name in names if wanted in name.casefold())
