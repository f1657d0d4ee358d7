"""What a challenge's rounds have in common, with a way to change each of it, as `/setup` has for a server.

One page is for the rounds, one for their stories.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import discord

from bot.domain.challenges.challenge import Challenge
from bot.domain.header.field import Field
from bot.domain.header.rating import Rating
from bot.domain.problem import NotUnderstood, Problem, RefusedError
from bot.domain.prompts.source import Order
from bot.domain.rounds import due_date
from bot.domain.rounds.due_date import REMINDERS
from bot.domain.rounds.round_plan import MOST_ENTRIES
from bot.domain.rounds.screening import Review
from bot.domain.text import escaping, prompt_word
from bot.ui.views import challenge_form, challenge_overview, colour, press, screening_form, setup_form
from bot.ui.views.layout import Box
from bot.ui.views.press import ChannelChoice, Choice, Press, RoleChoice
from bot.ui.wording import challenges, refusals, terms

Question = tuple[str, Choice | ChannelChoice | RoleChoice]

ANY_RATING = "any"
AS_SERVER = "server"
"""Whose entries wait: as the server says."""
RATINGS = {ANY_RATING: "Any rating"} | {
    str(rating.value): f"Up to {terms.rating_text(rating)}" for rating in Rating if rating is not Rating.NOT_RATED
}
ENTRIES = {str(most): f"Up to {most}" if most > 1 else "One" for most in range(1, MOST_ENTRIES + 1)}
HIDE, EVENT, SHIPPED, TITLE, COUNT = "hide", "event", "shipped", "title", "count"
"""What can be switched on and off."""
ROUND_SWITCHES = {
    HIDE: "Hide the prompt until a reader clicks on it",
    EVENT: "Tell of each round among the server's events",
    SHIPPED: "Use prompts that came with me when there is no other",
}
STORY_SWITCHES = {TITLE: "Count the title's words", COUNT: "Refuse a wrong word count in the header"}
ORDERS = {Order.DRAWN: "Drawn, each once", Order.ADDED: "One after the other, as they were added"}
TOP = "-# Every choice is saved at once, and holds for the rounds to come."

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
NONE = timedelta()
BEFORE_CLOSE = (7 * DAY, 3 * DAY, 2 * DAY, DAY, 12 * HOUR, 6 * HOUR, 3 * HOUR, HOUR, 30 * MINUTE, 15 * MINUTE)
GRACES = (NONE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR)
LATE = (NONE, HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 3 * DAY, 7 * DAY, 14 * DAY)


def about_rounds(
    challenge: Challenge, guild: discord.Guild, own_sets: Mapping[str, object], problems: Sequence[Problem]
) -> discord.ui.LayoutView:
    """Where its rounds are, their prompts, and who hears of them. `problems` stand in the way of what is chosen."""
    return page(
        challenge,
        [*of_place(challenge, guild), *of_prompts(challenge, own_sets), *of_members(challenge, guild)],
        Press("challenge.write", challenge.id, label="Name, dates, words"),
        Press("challenge.stories", challenge.id, label="About its stories"),
        problems=problems,
    )


def about_stories(challenge: Challenge, problems: Sequence[Problem] = ()) -> discord.ui.LayoutView:
    """What its rounds ask of stories, and take after the close. `problems` are those of the form."""
    return page(
        challenge,
        [*of_headers(challenge), *of_close(challenge), of_review(challenge), of_words(challenge)],
        Press("challenge.write", challenge.id, label="Name, dates, words"),
        Press("challenge.write_emoji", challenge.id, label="Emoji, word to use"),
        Press("challenge.settings", challenge.id, label="About its rounds"),
        problems=problems,
    )


def page(
    challenge: Challenge, questions: Sequence[Question], *ways: Press, problems: Sequence[Problem]
) -> discord.ui.LayoutView:
    """The problems stand above the buttons, as in `/setup`."""
    view = discord.ui.LayoutView(timeout=None)
    box = Box(accent_colour=colour.ACCENT)
    box.add_item(discord.ui.TextDisplay(f"### {challenge_overview.name(challenge)}\n{TOP}"))
    for text, item in questions:
        box.add_item(discord.ui.TextDisplay(text))
        box.add_item(press.buttons(item))
    if problems:
        box.add_item(discord.ui.TextDisplay("\n".join(map(refusals.worded, problems))))
    done = Press("challenge.show", challenge.id, label="Done", style=discord.ButtonStyle.success)
    box.add_item(press.buttons(*ways, done))
    view.add_item(box)
    return view


# -- about its rounds -----------------------------------------------------------------------------


def of_place(challenge: Challenge, guild: discord.Guild) -> list[Question]:
    id_, plan = challenge.id, challenge.terms
    place = setup_form.known(guild.get_channel, challenge.channel_id)
    homes, talks = setup_form.one_of(terms.HOMES, plan.home), setup_form.one_of(terms.TALKS, plan.talk)
    return [
        (
            "**Rounds** take place in",
            ChannelChoice("challenge.channel", id_, placeholder="A channel", channel_id=place, forums=True),
        ),
        ("**Stories stand**", Choice("challenge.home", id_, options=homes, placeholder="A place")),
        ("**Members talk** of a round in", Choice("challenge.talk", id_, options=talks, placeholder="A thread")),
    ]


def of_prompts(challenge: Challenge, own_sets: Mapping[str, object]) -> list[Question]:
    source = challenge.source
    sets = challenge_form.set_options(challenge_form.sent(source.set_name), own_sets)
    orders = setup_form.one_of(ORDERS, source.order)
    return [
        (challenges.source_text(source), Choice("challenge.set", challenge.id, options=sets, placeholder="A set")),
        ("**Prompts** come", Choice("challenge.order", challenge.id, options=orders, placeholder="An order")),
    ]


def of_members(challenge: Challenge, guild: discord.Guild) -> list[Question]:
    id_, plan = challenge.id, challenge.terms
    role = setup_form.known(guild.get_role, plan.ping_role_id)
    on = switches(challenge, ROUND_SWITCHES)
    fitting = None if challenge.longest is None else due_date.in_time(BEFORE_CLOSE, challenge.longest)
    reminders = lengths(
        fitting or BEFORE_CLOSE, plan.reminders, lambda lead: f"{terms.length_text(lead)} before the close"
    )
    most = min(len(reminders), len(REMINDERS))
    return [
        (
            "**A round that opens** pings, once",
            RoleChoice("challenge.ping", id_, placeholder="Nobody", role_id=role),
        ),
        (
            "**Reminders** in the channel, without a ping",
            Choice("challenge.reminders", id_, options=reminders, placeholder="No reminder", least=0, most=most),
        ),
        (
            "**And**",
            Choice("challenge.round_switches", id_, options=on, placeholder="None of these", least=0, most=len(on)),
        ),
    ]


# -- about its stories ----------------------------------------------------------------------------


def of_headers(challenge: Challenge) -> list[Question]:
    id_, plan = challenge.id, challenge.terms
    fields = setup_form.fields(plan.required)
    ratings = setup_form.one_of(RATINGS, ANY_RATING if plan.highest is None else str(plan.highest.value))
    entries = setup_form.one_of(ENTRIES, str(plan.entries_per_member))
    return [
        (
            "**A header** has to name",
            Choice("challenge.fields", id_, options=fields, placeholder="Nothing is needed", least=0, most=len(Field)),
        ),
        ("**Rated**", Choice("challenge.rating", id_, options=ratings, placeholder="A rating")),
        ("**Entries from each member**", Choice("challenge.entries", id_, options=entries, placeholder="A number")),
    ]


def of_close(challenge: Challenge) -> list[Question]:
    id_, plan = challenge.id, challenge.terms
    late = lengths(LATE, (plan.late_for,), lambda length: f"Taken for {terms.length_text(length)}, marked late")
    grace = lengths(GRACES, (plan.grace,), terms.length_text)
    late[0].label, grace[0].label = "Not taken", "None"
    return [
        ("**Stories after the close**", Choice("challenge.late", id_, options=late, placeholder="A length")),
        (
            "**Grace**: for how long a story still counts as in time. Members never see it.",
            Choice("challenge.grace", id_, options=grace, placeholder="A length"),
        ),
    ]


def of_review(challenge: Challenge) -> Question:
    waits = {AS_SERVER: "As /setup says"} | {str(review): label for review, label in screening_form.LABELS.items()}
    options = setup_form.one_of(waits, challenge.review or AS_SERVER)
    return (
        "**Whose entries wait** for a moderator",
        Choice("challenge.review", challenge.id, options=options, placeholder="Whose"),
    )


def review(picked: str | None) -> Review | None:
    """What a pick of these means."""
    if picked == AS_SERVER:
        return None
    try:
        return Review(picked)
    except ValueError:
        raise RefusedError(NotUnderstood()) from None


def of_words(challenge: Challenge) -> Question:
    """What is typed into forms, and what else can be switched on."""
    plan, on = challenge.terms, switches(challenge, STORY_SWITCHES)
    emoji = " ".join(plan.feedback) or "the server's, as `/setup` has them"
    word = "none" if plan.prompt_word is None else f"“{escaping.line(plan.prompt_word, prompt_word.LONGEST)}”"
    lines = [
        f"**Words**: {terms.terms_text(plan)}",
        f"**Emoji under each entry**: {emoji}",
        f"**A word that every story has**: {word}",
        "**And**",
    ]
    return "\n".join(lines), Choice(
        "challenge.story_switches", challenge.id, options=on, placeholder="None of these", least=0, most=len(on)
    )


# -- choices --------------------------------------------------------------------------------------


def switches(challenge: Challenge, labels: Mapping[str, str]) -> list[discord.SelectOption]:
    on = switched_on(challenge)
    return [discord.SelectOption(label=label, value=value, default=value in on) for value, label in labels.items()]


def lengths(
    offered: Sequence[timedelta], chosen: Collection[timedelta], label: Callable[[timedelta], str]
) -> list[discord.SelectOption]:
    """The lengths that are offered, and others that were typed into a command, in the order of those."""
    others = [each for each in chosen if each not in offered]
    ordered = sorted([*offered, *others], reverse=offered[0] > offered[-1])
    return [discord.SelectOption(label=label(each), value=sent(each), default=each in chosen) for each in ordered]


def sent(length: timedelta) -> str:
    return str(int(length.total_seconds()))


def leads(values: Sequence[str], before: Sequence[timedelta]) -> tuple[timedelta, ...]:
    """The reminders that were chosen, the longest first."""
    found = {meant(value, (*BEFORE_CLOSE, *before)) for value in values}
    if len(found) > len(REMINDERS):
        raise RefusedError(NotUnderstood())
    return tuple(sorted(found, reverse=True))


def late(value: str | None, before: timedelta) -> timedelta:
    return meant(value, (*LATE, before))


def grace(value: str | None, before: timedelta) -> timedelta:
    return meant(value, (*GRACES, before))


def meant(value: str | None, offered: Sequence[timedelta]) -> timedelta:
    """The length that was chosen."""
    found = next((each for each in offered if sent(each) == value), None)
    if found is None:
        raise RefusedError(NotUnderstood())
    return found


def rating(value: str | None) -> Rating | None:
    """The rating that was chosen; None: any."""
    if value not in RATINGS:
        raise RefusedError(NotUnderstood())
    return None if value == ANY_RATING else Rating(int(value))


def with_round_switches(challenge: Challenge, on: Sequence[str]) -> Challenge:
    plan = replace(challenge.terms, under_cut=HIDE in on, event=EVENT in on)
    return replace(challenge, terms=plan, source=replace(challenge.source, falls_back=SHIPPED in on))


def with_story_switches(challenge: Challenge, on: Sequence[str]) -> Challenge:
    return replace(challenge, terms=replace(challenge.terms, title_counts=TITLE in on, count_must_match=COUNT in on))


def switched_on(challenge: Challenge) -> set[str]:
    plan = challenge.terms
    switched = {
        HIDE: plan.under_cut,
        EVENT: plan.event,
        SHIPPED: challenge.source.falls_back,
        TITLE: plan.title_counts,
        COUNT: plan.count_must_match,
    }
    return {value for value, on in switched.items() if on}
