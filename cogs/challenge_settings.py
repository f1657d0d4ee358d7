"""What the rounds of a challenge have in common, each settled by a select or a form."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from discord.ext import commands

from bot.client import Act, DrabbleBot, Interaction, guild_of
from bot.domain.header.field import Field
from bot.domain.problem import NotUnderstood, Problem, RefusedError
from bot.domain.prompts.source import Order
from bot.domain.rounds import emoji
from bot.domain.rounds.home import Home, Talk
from bot.domain.rounds.round_plan import MOST_ENTRIES
from bot.services import drawing_prompts
from bot.ui.answering import challenge_pages, permission, private, rights, role_choices
from bot.ui.answering.challenge_pages import Change, Show
from bot.ui.views import challenge_emoji, challenge_form, challenge_settings, press


class ChallengeSettings(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.unsettled: dict[tuple[int, int], dict[str, str]] = {}
        """The texts of forms that could not be settled in full, by challenge and member, so that nobody types them
        twice. A restart may lose them.
        """
        rounds, stories = challenge_pages.show_rounds, challenge_pages.show_stories
        bot.forms |= rights.routes({"challenge.emoji_written": self.emoji_written})
        bot.routes |= rights.routes(
            {
                "challenge.settings": look(rounds),
                "challenge.channel": self.move,
                "challenge.home": by_choice(housed, rounds),
                "challenge.talk": by_choice(talked, rounds),
                "challenge.set": self.draw_from,
                "challenge.order": by_choice(ordered, rounds),
                "challenge.ping": self.ping,
                "challenge.reminders": by_choice(reminded, rounds),
                "challenge.round_switches": by_choice(rounds_switched, rounds),
                "challenge.stories": look(stories),
                "challenge.fields": by_choice(fields, stories),
                "challenge.rating": by_choice(rated, stories),
                "challenge.entries": by_choice(entries, stories),
                "challenge.late": by_choice(late, stories),
                "challenge.grace": by_choice(graced, stories),
                "challenge.review": by_choice(reviewed, stories),
                "challenge.story_switches": by_choice(stories_switched, stories),
                "challenge.write_emoji": self.write_emoji,
            }
        )

    async def move(self, interaction: Interaction, challenge_id: int) -> None:
        channel_id = press.chosen_channel(interaction, forums=True)
        before = await challenge_pages.known(interaction, challenge_id)
        if channel_id is None:  # every round takes place somewhere
            await challenge_pages.show_rounds(interaction, before)
            return
        await permission.must_moderate(interaction, channel_id)
        channel = permission.usual_channel(interaction, channel_id)
        problems = permission.in_the_way_of_posting(interaction, channel, before.terms.home)
        if problems:
            raise RefusedError(*problems)
        await settle(
            interaction, challenge_id, lambda old: replace(old, channel_id=channel_id), challenge_pages.show_rounds
        )

    async def draw_from(self, interaction: Interaction, challenge_id: int) -> None:
        name = challenge_form.set_name(press.only(interaction) or "")
        if name is not None:
            name = await drawing_prompts.named(self.bot.database, guild_of(interaction).id, name)
        await settle(
            interaction,
            challenge_id,
            lambda old: replace(old, source=replace(old.source, set_name=name)),
            challenge_pages.show_rounds,
        )

    async def ping(self, interaction: Interaction, challenge_id: int) -> None:
        channel_id = (await challenge_pages.known(interaction, challenge_id)).channel_id
        role_id = await role_choices.picked(interaction, channel_id)
        await settle(interaction, challenge_id, with_terms(ping_role_id=role_id), challenge_pages.show_rounds)

    async def write_emoji(self, interaction: Interaction, challenge_id: int) -> None:
        typed = self.unsettled.get((challenge_id, interaction.user.id))
        if typed is None:
            typed = challenge_emoji.as_typed((await challenge_pages.known(interaction, challenge_id)).terms)
        await interaction.response.send_modal(challenge_emoji.EmojiForm(interaction, challenge_id, typed))

    async def emoji_written(self, interaction: Interaction, challenge_id: int) -> None:
        """Keep what was understood; say what was not, and why."""
        typed, own_emoji = challenge_emoji.written(interaction), list[str]()
        if emoji.has_custom(typed[challenge_emoji.EMOJI]):
            await private.think(interaction)
            own_emoji = await permission.own_emoji(guild_of(interaction))
        found = challenge_emoji.read(typed, own_emoji)
        problems = [value for value in found.values() if isinstance(value, Problem)]
        self.unsettled.pop((challenge_id, interaction.user.id), None)
        if problems:
            self.unsettled[challenge_id, interaction.user.id] = typed
        changed = with_terms(**{name: value for name, value in found.items() if not isinstance(value, Problem)})
        after = await challenge_pages.change(interaction, challenge_id, changed)
        await challenge_pages.show_stories(interaction, after, problems)


def look(show: Show) -> Act:
    async def look(interaction: Interaction, challenge_id: int) -> None:
        await show(interaction, await challenge_pages.known(interaction, challenge_id))

    return look


def by_choice(change: Callable[[Interaction], Change], show: Show) -> Act:
    async def choose(interaction: Interaction, challenge_id: int) -> None:
        await settle(interaction, challenge_id, change(interaction), show)

    return choose


async def settle(interaction: Interaction, challenge_id: int, changed: Change, show: Show) -> None:
    await show(interaction, await challenge_pages.change(interaction, challenge_id, changed))


def with_terms(**terms: Any) -> Change:
    return lambda old: replace(old, terms=replace(old.terms, **terms))


# -- about its rounds -----------------------------------------------------------------------------


def housed(picked: Interaction) -> Change:
    return with_terms(home=press.chosen_member_of(Home, picked))


def talked(picked: Interaction) -> Change:
    return with_terms(talk=press.chosen_member_of(Talk, picked))


def ordered(picked: Interaction) -> Change:
    order = press.chosen_member_of(Order, picked)
    return lambda old: replace(old, source=replace(old.source, order=order))


def reminded(picked: Interaction) -> Change:
    values = press.chosen(picked)
    return lambda old: with_terms(reminders=challenge_settings.leads(values, old.terms.reminders))(old)


def rounds_switched(picked: Interaction) -> Change:
    on = press.chosen(picked)
    return lambda old: challenge_settings.with_round_switches(old, on)


# -- about its stories ----------------------------------------------------------------------------


def fields(picked: Interaction) -> Change:
    return with_terms(required=tuple(field for field in Field if field in press.chosen(picked)))


def rated(picked: Interaction) -> Change:
    return with_terms(highest=challenge_settings.rating(press.only(picked)))


def entries(picked: Interaction) -> Change:
    most = press.chosen_number(picked)
    if not 1 <= most <= MOST_ENTRIES:
        raise RefusedError(NotUnderstood())
    return with_terms(entries_per_member=most)


def late(picked: Interaction) -> Change:
    value = press.only(picked)
    return lambda old: with_terms(late_for=challenge_settings.late(value, old.terms.late_for))(old)


def graced(picked: Interaction) -> Change:
    value = press.only(picked)
    return lambda old: with_terms(grace=challenge_settings.grace(value, old.terms.grace))(old)


def reviewed(picked: Interaction) -> Change:
    review = challenge_settings.review(press.only(picked))
    return lambda old: replace(old, review=review)


def stories_switched(picked: Interaction) -> Change:
    on = press.chosen(picked)
    return lambda old: challenge_settings.with_story_switches(old, on)


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(ChallengeSettings(bot))
