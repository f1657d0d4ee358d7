"""Choices for options about the bank of prompts, while they are typed."""

from bot.client import Interaction
from bot.domain.prompts import shipped
from bot.domain.prompts.prompt import LONGEST_SET, USUAL_SET, Prompt
from bot.domain.text import escaping, limits
from bot.services import collecting
from bot.ui.answering import permission
from bot.ui.answering.round_choices import Choices, choice

DRAW = "draw one"


async def to_draw_from(interaction: Interaction, typed: str) -> Choices:
    """Any prompt, or one of a set that has unused ones."""
    if not await permission.moderates(interaction):
        return []
    own = await collecting.sets(interaction.client.database, interaction.guild_id or 0)
    offered = [
        choice(DRAW, DRAW),
        *(
            choice(f"{DRAW} from “{set_name_of(name)}” ({every - used:,} unused)", name)
            for name, (every, used) in own.items()
        ),
        *(choice(f"{DRAW} from “{each.name}”, which ships with me", each.name) for each in shipped.sets()),
    ]
    return matching(offered, typed)


def set_meant(typed: str) -> str | None:
    """The set that is to be drawn from; None for any."""
    return None if typed.strip().casefold() == DRAW else typed.strip()


async def own_sets(interaction: Interaction, typed: str) -> Choices:
    """Sets of the server's own; one that is new can be typed."""
    return matching([choice(set_name_of(name), name) for name in await names(interaction)], typed)


async def sets(interaction: Interaction, typed: str) -> Choices:
    """All sets, with those that ship."""
    offered = [*await names(interaction), *(each.name for each in shipped.sets())]
    return matching([choice(set_name_of(name), name) for name in offered], typed)


async def prompts(interaction: Interaction, typed: str) -> Choices:
    """Prompts of the server's own with these words in them."""
    if not await permission.moderates_server(interaction):
        return []
    found = await collecting.every(interaction.client.database, interaction.guild_id or 0)
    wanted = typed.strip().casefold()
    fitting = (each for each in found if wanted in each.text.casefold() or wanted == str(each.id))
    return [choice(name_of(each), str(each.id)) for each, _ in zip(fitting, range(limits.CHOICES), strict=False)]


async def names(interaction: Interaction) -> list[str]:
    if not await permission.moderates_server(interaction):
        return []
    return list(await collecting.sets(interaction.client.database, interaction.guild_id or 0))


def name_of(prompt: Prompt) -> str:
    end = f" · {set_name_of(prompt.set_name)}" if prompt.set_name != USUAL_SET else ""
    return escaping.plain(prompt.text, limits.CHOICE - len(end)) + end


def set_name_of(name: str) -> str:
    return escaping.plain(name, LONGEST_SET)


def matching(offered: Choices, typed: str) -> Choices:
    wanted = typed.strip().casefold()
    return [each for each in offered if wanted in each.name.casefold()][: limits.CHOICES]
