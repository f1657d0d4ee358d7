"""What the rounds of a challenge have in common, each with the way to change it, as `/setup` has it for a server."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import discord

from bot.domain.challenges.challenge import Challenge
from bot.domain.header.field import Field
from bot.domain.header.rating import Rating
from bot.domain.problem import NotUnderstood, RefusedError
from bot.domain.prompts.source import Order
from bot.ui.views import challenge_form, challenge_overview, colour, press, setup_form
from bot.ui.views.layout import Box
from bot.ui.views.press import ChannelChoice, Choice, Press
from bot.ui.wording import challenges, terms

Question = tuple[str, Choice | ChannelChoice]

ANY_RATING = "any"
MOST_ENTRIES = 25
RATINGS = {ANY_RATING: "Any rating"} | {
    str(rating.value): f"Up to {terms.rating_text(rating)}" for rating in Rating if rating is not Rating.NOT_RATED
}
ENTRIES = {str(most): f"Up to {most}" if most > 1 else "One" for most in range(1, MOST_ENTRIES + 1)}
HIDE, TITLE, COUNT, SHIPPED = "hide", "title", "count", "shipped"
"""What can be switched on and off."""
SWITCHES = {
    HIDE: "Hide the prompt until a reader clicks on it",
    TITLE: "Count the title's words",
    COUNT: "Refuse a wrong word count in the header",
    SHIPPED: "Use prompts that came with me when there is no other",
}
ORDERS = {Order.DRAWN: "Drawn, each once", Order.ADDED: "One after the other, as they were added"}
TOP = "-# Every choice is saved at once, and holds for the rounds to come."


def asking(challenge: Challenge, guild: discord.Guild, own_sets: Mapping[str, object]) -> discord.ui.LayoutView:
    view = discord.ui.LayoutView(timeout=None)
    box = Box(accent_colour=colour.ACCENT)
    box.add_item(discord.ui.TextDisplay(f"### {challenge_overview.name(challenge)}\n{TOP}"))
    for text, item in questions(challenge, guild, own_sets):
        box.add_item(discord.ui.TextDisplay(text))
        box.add_item(press.buttons(item))
    box.add_item(
        press.buttons(
            Press("challenge.write", challenge.id, label="Name, dates, words"),
            Press("challenge.show", challenge.id, label="Done", style=discord.ButtonStyle.success),
        )
    )
    view.add_item(box)
    return view


def questions(challenge: Challenge, guild: discord.Guild, own_sets: Mapping[str, object]) -> list[Question]:
    return [*of_rounds(challenge, guild, own_sets), *of_entries(challenge)]


def of_rounds(challenge: Challenge, guild: discord.Guild, own_sets: Mapping[str, object]) -> list[Question]:
    id_, source = challenge.id, challenge.source
    place = setup_form.known(guild.get_channel, challenge.channel_id)
    sets = challenge_form.set_options(challenge_form.sent(source.set_name), own_sets)
    homes = setup_form.one_of(terms.HOMES, challenge.terms.home)
    orders = setup_form.one_of(ORDERS, source.order)
    return [
        (
            "**Rounds** take place in",
            ChannelChoice("challenge.channel", id_, placeholder="A channel", channel_id=place, forums=True),
        ),
        ("**Stories stand**", Choice("challenge.home", id_, options=homes, placeholder="A place")),
        (challenges.source_text(source), Choice("challenge.set", id_, options=sets, placeholder="A set")),
        ("**Prompts** come", Choice("challenge.order", id_, options=orders, placeholder="An order")),
    ]


def of_entries(challenge: Challenge) -> list[Question]:
    id_, plan = challenge.id, challenge.terms
    fields = setup_form.fields(plan.required)
    ratings = setup_form.one_of(RATINGS, ANY_RATING if plan.highest is None else str(plan.highest.value))
    entries = setup_form.one_of(ENTRIES, str(plan.entries_per_member))
    on = switched_on(challenge)
    switches = [
        discord.SelectOption(label=label, value=value, default=value in on) for value, label in SWITCHES.items()
    ]
    return [
        (
            "**A header** has to name",
            Choice("challenge.fields", id_, options=fields, placeholder="Nothing is needed", least=0, most=len(Field)),
        ),
        ("**Rated**", Choice("challenge.rating", id_, options=ratings, placeholder="A rating")),
        ("**Entries from each member**", Choice("challenge.entries", id_, options=entries, placeholder="A number")),
        (
            "**And**",
            Choice(
                "challenge.switches", id_, options=switches, placeholder="None of these", least=0, most=len(SWITCHES)
            ),
        ),
    ]


def rating(value: str | None) -> Rating | None:
    """The rating that was chosen; None: any."""
    if value not in RATINGS:
        raise RefusedError(NotUnderstood())
    return None if value == ANY_RATING else Rating(int(value))


def with_switches(challenge: Challenge, on: Sequence[str]) -> Challenge:
    plan = replace(challenge.terms, under_cut=HIDE in on, title_counts=TITLE in on, count_must_match=COUNT in on)
    return replace(challenge, terms=plan, source=replace(challenge.source, falls_back=SHIPPED in on))


def switched_on(challenge: Challenge) -> set[str]:
    plan = challenge.terms
    switched: dict[str, Any] = {
        HIDE: plan.under_cut,
        TITLE: plan.title_counts,
        COUNT: plan.count_must_match,
        SHIPPED: challenge.source.falls_back,
    }
    return {value for value, on in switched.items() if on}
