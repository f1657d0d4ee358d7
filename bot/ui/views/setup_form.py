"""A server's customs, and the selects, the button and the form that settle them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

import discord

from bot.domain.dates import time_zone, written_length
from bot.domain.dates.clock import DateOrder
from bot.domain.header.field import Field
from bot.domain.problem import (
    DraftsKeptTooBriefly,
    EmojiNotOurs,
    EmojiTooMany,
    EmojiUnreadable,
    LengthUnreadable,
    ModeratorsEverybody,
    Problem,
    TimeZoneUnclear,
    TimeZoneUnknown,
    WordRuleUnknown,
)
from bot.domain.rounds import emoji
from bot.domain.rounds.settings import Customs
from bot.domain.text import conventions, written_word_rule
from bot.ui.views import colour, press, round_threads, screening_form
from bot.ui.views.layout import Box
from bot.ui.views.modal import Modal, submitted
from bot.ui.views.press import ChannelChoice, Choice, Press, RoleChoice
from bot.ui.wording import needed_permissions, refusals, terms

Item = Choice | ChannelChoice | RoleChoice

MOST_EMOJI = 5

# The form's fields
ZONE = "zone"
EMOJI = "emoji"
WORDS = "words"
DRAFTS = "drafts"
LEAST_KEPT = timedelta(days=7)
"""The shortest time for which a server holds a draft that nobody touches."""

TOP = (
    "### How I do things here\n-# Every choice is saved at once. Whatever you skip works as it says, and you can come"
    " back at any time."
)
ORDERS = {
    DateOrder.LOCAL: "As is usual in our time zone",
    DateOrder.DAY_FIRST: "Day first: 1/12 is 1 December",
    DateOrder.MONTH_FIRST: "Month first: 1/12 is January 12",
}
COUNTINGS = {convention: way.manner[0].upper() + way.manner[1:] for convention, way in conventions.WAYS.items()}


def asking(guild: discord.Guild, customs: Customs, problems: Sequence[Problem] = ()) -> discord.ui.LayoutView:
    """All customs as they are, each with the way to change it. `problems` are those of the last change: they stand
    above the buttons, since all of it is higher than a screen, and whoever sends the form is at its end.
    """
    view = discord.ui.LayoutView(timeout=None)
    box = Box(accent_colour=colour.ACCENT)
    box.add_item(discord.ui.TextDisplay(TOP))
    for text, item in questions(guild, customs):
        box.add_item(discord.ui.TextDisplay(text))
        box.add_item(press.buttons(item))
    box.add_item(discord.ui.TextDisplay("\n".join([*texts(customs), *lacked_for_pings(guild, customs)])))
    if problems:
        box.add_item(discord.ui.TextDisplay("\n".join(map(refusals.worded, problems))))
    box.add_item(
        press.buttons(
            Press("setup.write", 0, label="Time zone, emoji, words"),
            Press("setup.screen", 0, label="Entries that wait"),
            Press("doctor.look", 0, label="Done: see if all is well", style=discord.ButtonStyle.success),
        )
    )
    view.add_item(box)
    return view


def questions(guild: discord.Guild, customs: Customs) -> list[tuple[str, Item]]:
    return [*about_places(guild, customs), *about_people(guild, customs), *about_writing(customs)]


def about_places(guild: discord.Guild, customs: Customs) -> list[tuple[str, Item]]:
    place = known(guild.get_channel, customs.channel_id)
    return [
        (
            f"**Rounds** take place {f'in <#{place}>' if place else 'where they are opened'}, unless said otherwise.",
            ChannelChoice("setup.channel", 0, placeholder="Choose a channel", channel_id=place, forums=True),
        ),
        (
            f"**Stories** stand{lacked_for_stories(guild, customs)}",
            Choice("setup.home", 0, options=one_of(terms.HOMES, customs.home), placeholder="Choose one"),
        ),
    ]


def about_people(guild: discord.Guild, customs: Customs) -> list[tuple[str, Item]]:
    notices = known(guild.get_channel, customs.notices_channel_id)
    told = f"<#{notices}>" if notices else "the owner of the server"
    where = "come there, too" if notices else "come to a channel that you choose here"
    role = known(guild.get_role, customs.moderator_role_id)
    return [
        (
            "**Moderators** are all who may manage the server or its messages"
            + (f", and all with the role <@&{role}>." if role else "."),
            RoleChoice("setup.moderators", 0, placeholder="Choose a role", role_id=role),
        ),
        (
            (
                f"**When I can't post** a round or its stories, they wait, and I tell {told} what I need."
                f" Stories that wait for moderators, reports and suggestions {where}."
            ),
            ChannelChoice("setup.notices", 0, placeholder="Choose a channel for moderators", channel_id=notices),
        ),
    ]


def about_writing(customs: Customs) -> list[tuple[str, Item]]:
    most, options = len(Field), fields(customs.required)
    return [
        (
            "**Dates**, as moderators write them",
            Choice("setup.date_order", 0, options=one_of(ORDERS, customs.date_order), placeholder="Choose one"),
        ),
        (
            "**Words** are counted",
            Choice("setup.convention", 0, options=one_of(COUNTINGS, customs.convention), placeholder="Choose one"),
        ),
        (
            "**A header** has to name",
            Choice("setup.fields", 0, options=options, placeholder="Nothing is needed", least=0, most=most),
        ),
    ]


def lacked_for_stories(guild: discord.Guild, customs: Customs) -> str:
    """The permissions that are missing for rounds as they live here."""
    channel = None if customs.channel_id is None else guild.get_channel(customs.channel_id)
    if channel is None:
        return ""
    granted = channel.permissions_for(guild.me)
    needed = needed_permissions.of_round(round_threads.ground_of(channel), customs.home)
    missing = [f"*{terms.PERMISSIONS[name]}*" for name in needed if not getattr(granted, name)]
    return f"\n-# For that I lack {terms.listed(missing)} in <#{channel.id}>." if missing else ""


def lacked_for_pings(guild: discord.Guild, customs: Customs) -> list[str]:
    channel = None if customs.channel_id is None else guild.get_channel(customs.channel_id)
    if channel is None or channel.permissions_for(guild.me).mention_everyone:
        return []
    return [f"-# A round can ping a role that everybody may mention. For any other I lack *{terms.MENTION_ALL}*."]


def known(get: Callable[[int], object | None], id_: int | None) -> int | None:
    """The id, or None if its channel or role was deleted: Discord refuses a select that holds a deleted one."""
    return id_ if id_ is not None and get(id_) is not None else None


def one_of(labels: Mapping[Any, str], chosen: str) -> list[discord.SelectOption]:
    return [discord.SelectOption(label=label, value=value, default=value == chosen) for value, label in labels.items()]


def fields(chosen: Sequence[Field]) -> list[discord.SelectOption]:
    return [discord.SelectOption(label=field.label, value=field, default=field in chosen) for field in Field]


def texts(customs: Customs) -> list[str]:
    return [
        f"**Time zone**: {time_zone.title(customs.zone_name) if customs.zone_name else 'UTC assumed'}",
        f"**Under each entry** I leave {' '.join(customs.feedback)}",
        f"**A round** takes {terms.rule_text(customs.rule)}, unless said otherwise.",
        screening_form.said(customs),
        f"**Drafts** that nobody touches for {terms.length_text(customs.drafts_kept)} go to their writers, as files.",
    ]


# -- the form -------------------------------------------------------------------------------------


def as_typed(customs: Customs) -> dict[str, str]:
    """The customs as somebody would type them into the form."""
    return {
        ZONE: time_zone.title(customs.zone_name or ""),
        EMOJI: " ".join(customs.feedback),
        WORDS: str(customs.rule),
        DRAFTS: terms.length_text(customs.drafts_kept),
    }


class TextForm(Modal):
    def __init__(self, interaction: discord.Interaction[Any], typed: dict[str, str]) -> None:
        super().__init__(interaction, "setup.written", 0, title="Time zone, emoji, words")
        self.add_item(
            box(
                ZONE,
                "Time zone",
                "A large city in it, or a name such as Europe/London, ET or UTC+2. Empty: UTC.",
                typed[ZONE],
            )
        )
        self.add_item(
            box(
                EMOJI,
                "Feedback emoji",
                f"What readers click under each entry: up to {MOST_EMOJI}, also your own, like :quill:",
                typed[EMOJI],
            )
        )
        self.add_item(
            box(
                WORDS,
                "Words of a round",
                "Such as drabble, 100-500, up to 500, anything. Empty: drabble.",
                typed[WORDS],
            )
        )
        self.add_item(
            box(
                DRAFTS,
                "Drafts that nobody touches",
                "How long I hold them, such as 90 days. Their writers get them as files before they go.",
                typed[DRAFTS],
            )
        )


def box(name: str, label: str, description: str, text: str) -> discord.ui.Label[Any]:
    field = discord.ui.TextInput[Any](custom_id=name, default=text, required=False, max_length=300)
    return discord.ui.Label(text=label, description=description, component=field)


def written(interaction: discord.Interaction[Any]) -> dict[str, str]:
    return {name: submitted(interaction).texts[name].strip() for name in (ZONE, EMOJI, WORDS, DRAFTS)}


def read(typed: dict[str, str], own_emoji: Sequence[str]) -> dict[str, Any]:
    """The customs that the form settles, or the reasons why not. An emptied box stands for the default."""
    usual = Customs()
    return {
        "zone_name": zone_name(typed[ZONE]) if typed[ZONE] else None,
        "feedback": feedback(typed[EMOJI], own_emoji) if typed[EMOJI] else usual.feedback,
        "rule": written_word_rule.read(typed[WORDS]) or WordRuleUnknown(typed[WORDS]) if typed[WORDS] else usual.rule,
        "drafts_kept": length(typed[DRAFTS]) if typed[DRAFTS] else usual.drafts_kept,
    }


def moderators(role_id: int | None, guild_id: int) -> int | Problem | None:
    """The moderators' role. Everybody's role, which has the server's id, is refused."""
    return ModeratorsEverybody() if role_id == guild_id else role_id


def zone_name(typed: str) -> str | Problem:
    match time_zone.meant(typed) or time_zone.nearly(typed):
        case ():
            return TimeZoneUnknown(typed)
        case (zone,):
            return zone.key
        case zones:
            return TimeZoneUnclear(typed, tuple(zone.key for zone in zones))


def length(typed: str) -> timedelta | Problem:
    found = written_length.read(typed)
    if found is None:
        return LengthUnreadable(typed)
    return found if found >= LEAST_KEPT else DraftsKeptTooBriefly(LEAST_KEPT.days)


def feedback(typed: str, own: Sequence[str]) -> tuple[str, ...] | Problem:
    found = emoji.read(typed, {spelled.split(":")[1]: spelled for spelled in own})
    if not found:
        return EmojiUnreadable(typed)
    if strangers := emoji.strangers(found, own):
        return EmojiNotOurs(strangers)
    return EmojiTooMany(len(found), MOST_EMOJI) if len(found) > MOST_EMOJI else found
