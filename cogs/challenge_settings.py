"""What the rounds of a challenge have in common, each settled by a select."""

from collections.abc import Callable
from dataclasses import replace

from discord.ext import commands

from bot.client import Act, DrabbleBot, Interaction, guild_of
from bot.domain.header.field import Field
from bot.domain.problem import NotUnderstood, RefusedError
from bot.domain.prompts.source import Order
from bot.domain.rounds.home import Home
from bot.services import drawing
from bot.ui.answering import challenge_pages, permission, route_subject
from bot.ui.answering.challenge_pages import Change
from bot.ui.views import challenge_form, challenge_settings, press


class ChallengeSettings(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        bot.routes |= route_subject.moderated_challenge(
            {
                "challenge.settings": self.look,
                "challenge.channel": self.move,
                "challenge.set": self.draw_from,
                "challenge.home": by_choice(housed),
                "challenge.order": by_choice(ordered),
                "challenge.fields": by_choice(fields),
                "challenge.rating": by_choice(rated),
                "challenge.entries": by_choice(entries),
                "challenge.switches": by_choice(switched),
            }
        )

    async def look(self, interaction: Interaction, challenge_id: int) -> None:
        await challenge_pages.show_settings(interaction, await challenge_pages.known(interaction, challenge_id))

    async def move(self, interaction: Interaction, challenge_id: int) -> None:
        channel_id = press.chosen_channel(interaction, forums=True)
        if channel_id is None:  # every round takes place somewhere
            await self.look(interaction, challenge_id)
            return
        await permission.must_moderate(interaction, channel_id)
        home = (await challenge_pages.known(interaction, challenge_id)).terms.home
        channel = permission.usual_channel(interaction, channel_id)
        problems = permission.in_the_way_of_posting(interaction, channel, home)
        if problems:
            raise RefusedError(*problems)
        await settle(interaction, challenge_id, lambda old: replace(old, channel_id=channel_id))

    async def draw_from(self, interaction: Interaction, challenge_id: int) -> None:
        name = challenge_form.set_name(press.only(interaction) or "")
        if name is not None:
            name = await drawing.named(self.bot.database, guild_of(interaction).id, name)
        await settle(interaction, challenge_id, lambda old: replace(old, source=replace(old.source, set_name=name)))


def by_choice(change: Callable[[Interaction], Change]) -> Act:
    async def choose(interaction: Interaction, challenge_id: int) -> None:
        await settle(interaction, challenge_id, change(interaction))

    return choose


async def settle(interaction: Interaction, challenge_id: int, changed: Change) -> None:
    found = await challenge_pages.change(interaction, challenge_id, changed)
    await challenge_pages.show_settings(interaction, found)


def ordered(picked: Interaction) -> Change:
    order = press.chosen_member_of(Order, picked)
    return lambda old: replace(old, source=replace(old.source, order=order))


def housed(picked: Interaction) -> Change:
    home = press.chosen_member_of(Home, picked)
    return lambda old: replace(old, terms=replace(old.terms, home=home))


def fields(picked: Interaction) -> Change:
    required = tuple(field for field in Field if field in press.chosen(picked))
    return lambda old: replace(old, terms=replace(old.terms, required=required))


def rated(picked: Interaction) -> Change:
    highest = challenge_settings.rating(press.only(picked))
    return lambda old: replace(old, terms=replace(old.terms, highest=highest))


def entries(picked: Interaction) -> Change:
    most = press.chosen_number(picked)
    if not 1 <= most <= challenge_settings.MOST_ENTRIES:
        raise RefusedError(NotUnderstood())
    return lambda old: replace(old, terms=replace(old.terms, entries_per_member=most))


def switched(picked: Interaction) -> Change:
    on = press.chosen(picked)
    return lambda old: challenge_settings.with_switches(old, on)


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(ChallengeSettings(bot))
