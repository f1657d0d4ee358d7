"""`/setup`: a server's customs, each settled by itself."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from discord import app_commands
from discord.ext import commands

from bot.client import Act, DrabbleBot, Interaction, guild_of
from bot.domain.dates.clock import DateOrder
from bot.domain.header.field import Field
from bot.domain.problem import Problem, RefusedError
from bot.domain.rounds import emoji
from bot.domain.rounds.home import Home
from bot.domain.rounds.settings import Customs
from bot.domain.text.conventions import Convention
from bot.services import settling
from bot.ui.answering import asking, permission, private, rights, round_choices
from bot.ui.answering.round_choices import Typed
from bot.ui.views import press, screening_form, setup_form

Change = Callable[[Interaction], dict[str, Any]]
Changed = Callable[..., Customs]
"""The customs with values by their names."""


def with_values(customs: Customs, **found: Any) -> Customs:
    return replace(customs, **found)


# The custom that each select settles.
CHANGES: dict[str, Change] = {
    "setup.channel": lambda picked: {"channel_id": press.chosen_channel(picked, forums=True)},
    "setup.home": lambda picked: {"home": press.chosen_member_of(Home, picked)},
    "setup.moderators": lambda picked: {
        "moderator_role_id": setup_form.moderators(press.chosen_role(picked), guild_of(picked).id)
    },
    "setup.notices": lambda picked: {"notices_channel_id": press.chosen_channel(picked)},
    "setup.date_order": lambda picked: {"date_order": press.chosen_member_of(DateOrder, picked)},
    "setup.convention": lambda picked: {"convention": press.chosen_member_of(Convention, picked)},
    "setup.fields": lambda picked: {"required": tuple(field for field in Field if field in press.chosen(picked))},
}


class Setup(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.unsettled: dict[tuple[int, int], dict[str, str]] = {}
        """What stands in boxes of forms that could not be settled in full, so that nobody types it twice. A restart may
        lose it: the form then opens with the settled values.
        """
        bot.routes |= rights.routes({route: self.by_choice(change) for route, change in CHANGES.items()})
        bot.routes |= rights.routes({"setup.write": self.write, "setup.screen": self.screen})
        bot.forms |= rights.routes({"setup.written": self.written, "setup.screened": self.screened})

    @app_commands.command(name="setup", description="Say how I should do things on this server. You can skip anything.")
    @app_commands.describe(timezone="Your time zone or a large city in it, such as London, ET or UTC+2.")
    @app_commands.autocomplete(timezone=round_choices.time_zones)
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.guild_only()
    async def ask(self, interaction: Interaction, timezone: Typed | None = None) -> None:
        self.unsettled.pop(whose(interaction), None)
        if timezone is None:
            await self.show(interaction, await settling.customs(self.bot.database, guild_of(interaction).id))
            return
        zone_name = setup_form.zone_name(timezone)
        if isinstance(zone_name, Problem):
            raise RefusedError(zone_name)
        await self.settle(interaction, {"zone_name": zone_name})

    def by_choice(self, change: Change) -> Act:
        async def choose(interaction: Interaction, _: int) -> None:
            await self.settle(interaction, change(interaction))

        return choose

    async def write(self, interaction: Interaction, _: int) -> None:
        typed = setup_form.as_typed(await settling.customs(self.bot.database, guild_of(interaction).id))
        await interaction.response.send_modal(setup_form.TextForm(interaction, typed | self.kept(interaction)))

    async def written(self, interaction: Interaction, _: int) -> None:
        typed = setup_form.written(interaction)
        own_emoji: list[str] = []
        if emoji.has_custom(typed[setup_form.EMOJI]):
            await private.think(interaction)
            own_emoji = await permission.own_emoji(guild_of(interaction))
        await self.settle_typed(interaction, typed, setup_form.read(typed, own_emoji))

    async def screen(self, interaction: Interaction, _: int) -> None:
        customs = await settling.customs(self.bot.database, guild_of(interaction).id)
        await interaction.response.send_modal(
            screening_form.ScreeningForm(interaction, customs, self.kept(interaction))
        )

    async def screened(self, interaction: Interaction, _: int) -> None:
        typed, found = screening_form.written(interaction), screening_form.read(interaction)
        await self.settle_typed(interaction, typed, found, screening_form.changed)

    async def settle_typed(
        self, interaction: Interaction, typed: dict[str, str], found: dict[str, Any], changed: Changed = with_values
    ) -> None:
        """Settle a form. Its boxes hold what was typed, until all of it is understood."""
        kept = {box: text for box, text in self.kept(interaction).items() if box not in typed}
        problems = await self.settle(interaction, found, changed)
        self.unsettled[whose(interaction)] = kept | typed if problems else kept

    def kept(self, interaction: Interaction) -> dict[str, str]:
        return self.unsettled.get(whose(interaction), {})

    async def settle(
        self, interaction: Interaction, found: dict[str, Any], changed: Changed = with_values
    ) -> list[Problem]:
        """Keep the values that were understood; say which were not, and why."""
        problems = [value for value in found.values() if isinstance(value, Problem)]
        changes = {name: value for name, value in found.items() if not isinstance(value, Problem)}

        def change(customs: Customs) -> Customs:
            return changed(customs, **changes)

        customs = await settling.settle(self.bot.database, asking.asked(interaction), change)
        self.bot.wake()
        await self.show(interaction, customs, problems)
        return problems

    async def show(self, interaction: Interaction, customs: Customs, problems: list[Problem] | None = None) -> None:
        await private.show(interaction, setup_form.asking(guild_of(interaction), customs, problems or []))


def whose(interaction: Interaction) -> tuple[int, int]:
    return guild_of(interaction).id, interaction.user.id


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Setup(bot))
