"""The bot's health on a server: missing permissions and how to give them, database, clock, hearts, waiting rounds."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from typing import Any

import discord

from bot.discord_clock import IN_STEP
from bot.domain.problem import EmojiNotOurs, Problem
from bot.domain.rounds import forum_tag
from bot.domain.rounds.home import Ground
from bot.domain.rounds.posted_message import Spot
from bot.domain.rounds.round import Round
from bot.domain.rounds.round_plan import Plan
from bot.domain.rounds.settings import Customs
from bot.domain.rounds.trouble import Trouble
from bot.domain.text import limits, message_length
from bot.services.checking_database import Health
from bot.ui.views import colour, press, round_threads
from bot.ui.views.layout import ROOM, Box
from bot.ui.views.press import Press
from bot.ui.views.setup_form import known
from bot.ui.wording import moderator_notices, needed_permissions, refusals, terms

CHOOSE_ANOTHER = "Choose another in `/setup`"
UNHEARD = (
    "Discord was busy or gave no answer just now. That says nothing of the channel. Please try again in a minute; a"
    " test that came through after all can be taken away there."
)
MOST_PLACES = 6
MOST_WAITING = 5
ROLE_GONE = (
    f"**The moderators' role** is gone. {CHOOSE_ANOTHER}; until then only those moderate who may manage the server or"
    " its messages."
)

TO_POST = {
    "view_channel": "I can't see the channel, so nothing of a round happens there",
    "send_messages": "rounds and entries can't be posted",
    "create_public_threads": "rounds and stories can't have threads",
    "send_messages_in_threads": "rounds and entries can't be posted",
    "read_message_history": "I can't look up what I posted, so rounds and entries wait for it; hearts are not compared",
    "attach_files": "a round with a picture waits until I have it",
    "create_events": "the server's events don't tell of a round",
    "pin_messages": "the list of a challenge's rounds stands there without a pin",
    "add_reactions": "entries stand without the feedback emoji, and readers bring their own",
}
TO_ADORN = ("attach_files", "add_reactions")
TO_COMPARE = {
    "view_channel": "I can't compare the hearts of its earlier entries after a break",
    "read_message_history": "I can't compare the hearts of its earlier entries after a break",
}
TO_TELL = {
    "view_channel": "I tell the owner of the server instead",
    "send_messages": "I tell the owner of the server instead",
}


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings of one check."""

    guild: discord.Guild
    customs: Customs
    strangers: Sequence[str]
    """Custom feedback emoji that the server does not have, or no longer has."""
    coming: Sequence[tuple[int, Plan]]
    """The rounds that are open or to come, and those of challenges, each with the number of its channel."""
    listing: Container[int]
    """The channels in which the rounds of a challenge are listed."""
    unpinged: Sequence[Problem]
    """The roles of rounds to come that the bot could not ping."""
    rounds: Sequence[Round]
    told: Container[int]
    """The rounds whose channel the asking member moderates."""
    behind: Sequence[Round]
    """The rounds whose hearts are not compared yet."""
    asleep: Mapping[int, discord.Thread]
    """Archived threads of rounds, by id. Discord archives quiet threads, and the bot opens them itself."""
    here: int
    """The channel in which the member asked."""
    now: datetime
    heard_since: datetime | None
    health: Health
    ahead: timedelta
    """How far our clock is ahead of Discord's."""


@dataclass(frozen=True, slots=True)
class Lack:
    """The permissions that are missing in a channel, by their code, and the use of each; or a missing channel."""

    channel_id: int
    missing: tuple[str, ...]
    needed_for: dict[str, str]
    gone: bool = False


def shown(findings: Findings, note: str | None = None) -> discord.ui.LayoutView:
    """The whole check; `note` says what has just been done."""
    lacks, waiting = all_lacks(findings), paused(findings)
    flaws = [*lacks, *waiting, *findings.strangers, *findings.unpinged, *findings.health.flaws]
    well = not flaws and abs(findings.ahead) < IN_STEP
    view = discord.ui.LayoutView(timeout=None)
    box = Box(accent_colour=colour.RESTING if well else colour.ACCENT)
    box.add_item(discord.ui.TextDisplay(f"### {'All is well' if well else 'There is something to do'}"))
    texts = [*([note] if note else []), about_permissions(findings, lacks), about_me(findings)]
    for text in texts:
        box.add_item(discord.ui.TextDisplay(text))
    named = fitting(waiting, findings.told, ROOM - sum(map(message_length.units, texts)))
    for round_, trouble in named:
        button = Press("doctor.resume", round_.id, label="Try again now")
        box.add_item(discord.ui.Section[Any](about_waiting(round_, trouble, findings.told), accessory=button))
    if len(waiting) > len(named):
        more = len(waiting) - len(named)
        box.add_item(
            discord.ui.TextDisplay(f"-# And {more:,} more {terms.plural(more, 'waits', 'wait')} for a moderator.")
        )
    box.add_item(press.buttons(Press("doctor.test", 0, label="Post a test"), look("Look again")))
    view.add_item(box)
    return view


def look(label: str) -> Press:
    return Press("doctor.look", 0, label=label)


# -- permissions ----------------------------------------------------------------------------------


def all_lacks(findings: Findings) -> list[Lack]:
    found = [lack_in(findings, channel_id) for channel_id in places(findings)]
    found += [lack_of(findings, channel_id, TO_COMPARE) for channel_id in earlier_places(findings)]
    moderator_notices = known(findings.guild.get_channel, findings.customs.notices_channel_id)
    if moderator_notices is not None:
        found.append(lack_of(findings, moderator_notices, TO_TELL))
    return [lack for lack in found if lack is not None]


def gone(findings: Findings) -> list[str]:
    """Choices of `/setup` that were deleted since. They are named, and count as not chosen."""
    get, customs = findings.guild.get_channel, findings.customs
    chosen = (
        (customs.channel_id, "a channel for rounds", "rounds take place where they are opened"),
        (customs.notices_channel_id, "the moderators' channel", "I tell the owner of the server"),
    )
    found = [
        f"**<#{id_}>** is {what}, and it is gone. {CHOOSE_ANOTHER}; until then {meanwhile}."
        for id_, what, meanwhile in chosen
        if id_ is not None and known(get, id_) is None
    ]
    role_id = customs.moderator_role_id
    if role_id is not None and known(findings.guild.get_role, role_id) is None:
        found.append(ROLE_GONE)
    return found


def places(findings: Findings) -> list[int]:
    """The usual channel and those of rounds and challenges, or else the channel in which the member asked."""
    place = known(findings.guild.get_channel, findings.customs.channel_id)
    usual = [] if place is None else [place]
    return list(dict.fromkeys([*usual, *(channel_id for channel_id, _ in findings.coming)])) or [findings.here]


def earlier_places(findings: Findings) -> list[int]:
    """The other channels where hearts are still to be compared. A channel that is gone has none."""
    earlier = [round_.channel_id for round_ in findings.behind if round_.channel_id not in places(findings)]
    return [id_ for id_ in dict.fromkeys(earlier) if findings.guild.get_channel_or_thread(id_) is not None]


def channel_of(findings: Findings, channel_id: int) -> discord.abc.GuildChannel | discord.Thread | None:
    return findings.guild.get_channel_or_thread(channel_id) or findings.asleep.get(channel_id)


def lack_in(findings: Findings, channel_id: int) -> Lack | None:
    channel = channel_of(findings, channel_id)
    ground, in_thread = round_threads.ground_of(channel), isinstance(channel, discord.Thread)
    plans = [plan for place, plan in findings.coming if place == channel_id]
    needed = {*TO_ADORN}.union(*(needed_permissions.of_plan(ground, plan, in_thread=in_thread) for plan in plans))
    if not plans:
        needed |= {*needed_permissions.of_round(ground, findings.customs.home, in_thread=in_thread)}
    if channel_id in findings.listing and ground is not Ground.FORUM:
        needed |= {*needed_permissions.TO_PIN}
    return lack_of(findings, channel_id, {name: purpose for name, purpose in TO_POST.items() if name in needed})


def lack_of(findings: Findings, channel_id: int, needed_for: dict[str, str]) -> Lack | None:
    channel = channel_of(findings, channel_id)
    if channel is None:
        return Lack(channel_id, (), needed_for, gone=True)
    granted = channel.permissions_for(findings.guild.me)
    if not granted.view_channel:
        return Lack(channel_id, ("view_channel",), needed_for)  # all others go with it
    missing = tuple(name for name in needed_for if not getattr(granted, name))
    if "send_messages" in missing:
        missing = tuple(name for name in missing if name != "attach_files")  # which goes with it
    return Lack(channel_id, missing, needed_for) if missing else None


def about_permissions(findings: Findings, lacks: Sequence[Lack]) -> str:
    return "\n".join(
        [*gone(findings), about_lacks(findings, lacks), *about_tags(findings), *map(refusals.worded, findings.unpinged)]
    )


def about_tags(findings: Findings) -> list[str]:
    """What forums lack for new tags, which are nice to have."""
    forums = [channel_of(findings, channel_id) for channel_id in places(findings)]
    return [line for forum in forums if isinstance(forum, discord.ForumChannel) for line in about_tags_of(forum)]


def about_tags_of(forum: discord.ForumChannel) -> list[str]:
    if not forum.permissions_for(forum.guild.me).manage_channels:
        said = "posts get the tags that are there. With *Manage Channel* in that forum alone, I also make missing ones."
        return [f"-# In <#{forum.id}> {said}"]
    if len(forum.available_tags) > limits.TAGS_OF_FORUM - forum_tag.LEFT_FREE:
        said = "The last ones are for challenges and ratings; new fandoms get none until you remove some."
        has = f"{len(forum.available_tags)} of the {limits.TAGS_OF_FORUM} tags that Discord allows"
        return [f"-# <#{forum.id}> has {has}. {said}"]
    return []


def about_lacks(findings: Findings, lacks: Sequence[Lack]) -> str:
    if not lacks:
        return (
            f"**Permissions**: all that I need in {', '.join(f'<#{id_}>' for id_ in places(findings)[:MOST_PLACES])}."
        )
    texts = [about_lack(lack) for lack in lacks[:MOST_PLACES]]
    if len(lacks) > MOST_PLACES:
        more = len(lacks) - MOST_PLACES
        texts.append(f"-# And {more:,} more {terms.plural(more, 'channel')}.")
    if any(lack.missing for lack in lacks):
        texts.append(how_to_give(findings, lacks))
    return "\n".join(texts)


def about_lack(lack: Lack) -> str:
    if lack.gone:
        return (
            f"**<#{lack.channel_id}>** is a channel for rounds, and it is gone, or a locked thread. Open the thread"
            " again, or the round anew in another channel."
        )
    lines = [f"- *{terms.PERMISSIONS[name]}*: without it, {lack.needed_for[name]}." for name in lack.missing]
    return "\n".join([f"**In <#{lack.channel_id}>** I lack:", *lines])


def how_to_give(findings: Findings, lacks: Sequence[Lack]) -> str:
    role = findings.guild.self_role
    name = f"my role **{role.name}**" if role is not None else "me"
    in_thread = any(isinstance(channel_of(findings, lack.channel_id), discord.Thread) for lack in lacks)
    return (
        f"-# To give them: *Edit Channel*, *Permissions*, *Advanced permissions*, add {name}, set each to ✓, *Save"
        " Changes*. For all channels at once: *Server Settings*, *Roles*."
        f"{' A thread takes them from its channel.' if in_thread else ''}"
    )


# -- the bot itself -------------------------------------------------------------------------------


def about_me(findings: Findings) -> str:
    return "\n".join(
        [
            *([f"**Emoji**: {emoji_text(findings.strangers)}"] if findings.strangers else []),
            f"**Database**: {database_text(findings.health)}",
            f"**Clock**: {clock_text(findings.ahead)}",
            f"**Hearts**: {hearts_text(findings)}",
            f"**Rounds that wait for a moderator**: {'see below' if paused(findings) else 'none'}.",
        ]
    )


def emoji_text(strangers: Sequence[str]) -> str:
    return f"{refusals.worded(EmojiNotOurs(tuple(strangers)))} `/setup` changes them."


def database_text(health: Health) -> str:
    size = f"{health.size / 1024 / 1024:,.1f} MB"
    if not health.flaws:
        return f"sound ({size})."
    return (
        f"damaged ({size}): {health.flaws[0][:200]}. Whoever runs me can put the last copy in its place with"
        " `drabble-bot restore`."
    )


def clock_text(ahead: timedelta) -> str:
    if abs(ahead) < IN_STEP:
        return "in step with Discord's."
    seconds = f"{abs(ahead.total_seconds()):,.0f} seconds"
    where = "ahead of" if ahead > timedelta() else "behind"
    return (
        f"{seconds} {where} Discord's. I go by Discord's, so rounds open and close in time. Whoever runs me can let the"
        " computer set its clock by the network, for the log's sake."
    )


def hearts_text(findings: Findings) -> str:
    compared = [round_.reconciled_at for round_ in findings.rounds if round_.reconciled_at is not None]
    last = f"last compared with Discord {terms.countdown(max(compared))}" if compared else "nothing to compare so far"
    if findings.heard_since is None:
        return f"{last}; I have lost touch with Discord and will compare again."
    return f"{last}; I have been listening since {terms.stamp(findings.heard_since)}."


def paused(findings: Findings) -> list[tuple[Round, Trouble]]:
    return [(round_, round_.paused) for round_ in findings.rounds if round_.paused is not None]


def fitting(waiting: Sequence[tuple[Round, Trouble]], told: Container[int], room: int) -> list[tuple[Round, Trouble]]:
    """The first waiting rounds, as many as fit."""
    filled = accumulate(message_length.units(about_waiting(*each, told)) for each in waiting[:MOST_WAITING])
    return [each for each, length in zip(waiting, filled, strict=False) if length <= room]


def about_waiting(round_: Round, trouble: Trouble, told: Container[int]) -> str:
    what_to_do = moderator_notices.WHAT_TO_DO[trouble]
    return f"**{name(round_, told)}** in <#{round_.channel_id}> waits for a moderator: {what_to_do}"


def name(round_: Round, told: Container[int]) -> str:
    return terms.title_text(round_.plan.title) if round_.id in told else "A round"


def trying(round_: Round, told: Container[int]) -> str:
    return f"I am trying **{name(round_, told)}** again at this moment. *Look again* says how that went."


# -- a test ---------------------------------------------------------------------------------------


TEST = "A test"
"""The name of a forum's post for it."""


def test_post() -> discord.ui.LayoutView:
    view = discord.ui.LayoutView(timeout=None)
    box = Box(accent_colour=colour.RESTING)
    box.add_item(discord.ui.TextDisplay("This is a test: rounds and entries will be posted here."))
    box.add_item(press.buttons(Press("doctor.take_away", 0, label="Take it away")))
    view.add_item(box)
    return view


def posted(guild_id: int, message: discord.Message, refused: Sequence[str], *, moved: bool) -> discord.ui.LayoutView:
    """`moved`: True if the chosen channel is gone, so that the test is elsewhere."""
    address = terms.address(guild_id, Spot(message.channel.id, message.id))
    text = f"Posted: {address}\nIt stays until a moderator takes it away."
    if moved:
        text += f"\nRounds have lost their usual place: its channel is gone. {CHOOSE_ANOTHER}."
    if refused:
        named = " ".join(refused)
        text += f"\nI could not leave {named} under it. An emoji has to be there still, and I need *Add Reactions*."
    return answered(text)


def not_posted(channel_id: int, trouble: Trouble | None) -> discord.ui.LayoutView:
    why = UNHEARD if trouble is None else moderator_notices.WHAT_TO_DO[trouble]
    return answered(f"I could not post in <#{channel_id}>: {why}")


def answered(text: str) -> discord.ui.LayoutView:
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.TextDisplay(text))
    view.add_item(press.buttons(look("Back to the check")))
    return view
