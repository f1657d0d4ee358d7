"""The options for a round's rules, for every command that takes them."""

import inspect
from collections.abc import Callable
from typing import Any, TypedDict, TypeVar, cast

import discord
from discord import app_commands

from bot.client import Interaction
from bot.domain.header.rating import Rating
from bot.domain.rounds.home import Home, Talk
from bot.domain.rounds.round_plan import MOST_ENTRIES
from bot.domain.rounds.round_wish import Wish
from bot.domain.text import prompt_word
from bot.ui.answering import permission, role_choices, round_choices
from bot.ui.answering.round_choices import Typed
from bot.ui.wording import terms


class Highest(app_commands.Transformer):
    """A choice of a rating, as an option."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        return discord.AppCommandOptionType.integer

    @property
    def choices(self) -> list[app_commands.Choice[int | float | str]]:
        return [
            app_commands.Choice(name=terms.rating_text(rating), value=rating.value)
            for rating in Rating
            if rating is not Rating.NOT_RATED
        ]

    async def transform(self, _: discord.Interaction[Any], value: int) -> Rating:
        return Rating(value)


class Homes(app_commands.Transformer):
    """A choice of where a round lives, as an option."""

    @property
    def choices(self) -> list[app_commands.Choice[int | float | str]]:
        return [app_commands.Choice(name=name, value=home) for home, name in terms.HOMES.items()]

    async def transform(self, _: discord.Interaction[Any], value: str) -> Home:
        return Home(value)


Where = app_commands.Transform[Home, Homes]


class Talks(app_commands.Transformer):
    """A choice of where members talk, as an option."""

    @property
    def choices(self) -> list[app_commands.Choice[int | float | str]]:
        return [app_commands.Choice(name=name, value=talk) for talk, name in terms.TALKS.items()]

    async def transform(self, _: discord.Interaction[Any], value: str) -> Talk:
        return Talk(value)


class Grounds(app_commands.Transformer):
    """A channel that has room for rounds, as an option."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        return [discord.ChannelType.text, discord.ChannelType.news, discord.ChannelType.forum]

    async def transform(
        self, _: discord.Interaction[Any], value: app_commands.AppCommandChannel
    ) -> discord.TextChannel | discord.ForumChannel:
        found = value.resolve()
        if permission.has_room(found):
            return found
        raise app_commands.TransformerError(value, self.type, self)


ForRounds = app_commands.Transform[discord.TextChannel | discord.ForumChannel, Grounds]


class Rules(TypedDict):
    """The options that a round is opened with and changed by alike; None if one is left out."""

    words: Typed | None
    entries_each: app_commands.Range[int, 1, MOST_ENTRIES] | None
    rating_up_to: app_commands.Transform[Rating, Highest] | None
    hide_prompt: bool | None
    prompt_word: app_commands.Range[str, 1, prompt_word.LONGEST] | None
    count_title: bool | None
    count_must_match: bool | None
    reminders: Typed | None
    ping: Typed | None
    grace: Typed | None
    late: Typed | None
    talk: app_commands.Transform[Talk, Talks] | None
    event: bool | None


RULES = {
    "words": "How many words: drabble, 100-500, up to 500, 100 or 200, about 100, anything. Usually a drabble.",
    "entries_each": "How many entries each member may hand in. Usually one.",
    "rating_up_to": "The highest rating it takes. Usually any.",
    "hide_prompt": "Hide the prompt until a reader clicks on it.",
    "prompt_word": "A word or short phrase that every story must have, in any of its forms; - for none any more.",
    "count_title": "Count the title's words as part of the story.",
    "count_must_match": "Refuse a story whose header gives a wrong word count. Usually its writer is only told.",
    "reminders": "Remind the channel before the close: on (24 hours and 1 hour before), 2 days, 3 hours; or off.",
    "ping": "The role to ping once, when the round opens; nobody when left out.",
    "grace": "How long after the close a story still counts as in time, such as 10 minutes. Members are never told.",
    "late": "How long after the close late stories are taken, with a badge, such as 2 days; or no. Usually no.",
    "talk": "A thread for members to talk in: beside the round, or beside each story.",
    "event": "Tell of it among the server's events, with its times.",
}


async def wish(
    interaction: Interaction,
    rules: Rules,
    channel_id: int,
    *,
    opens: str | None = None,
    closes: str | None = None,
    where: Home | None = None,
) -> Wish:
    """The options of a command as a moderator's wish for this channel."""
    ping = None if rules["ping"] is None else await role_choices.meant(interaction, rules["ping"], channel_id)
    found: dict[str, Any] = {**rules, "ping": ping}
    return Wish(opens=opens, closes=closes, where=where, **found)


Command = TypeVar("Command", bound=Callable[..., Any])


def with_rules(command: Command) -> Command:
    """Name the options behind `**rules` one by one, since discord.py reads a command's options from its signature.

    Each is described, and offers choices where it has any.
    """
    signature = inspect.signature(command)
    *named, _ = signature.parameters.values()
    options = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind)
        for name, kind in Rules.__annotations__.items()
    ]
    cast("Any", command).__signature__ = signature.replace(parameters=[*named, *options])
    offering = app_commands.autocomplete(
        words=round_choices.words, reminders=round_choices.reminders, ping=role_choices.roles
    )
    return offering(app_commands.describe(**RULES)(command))
