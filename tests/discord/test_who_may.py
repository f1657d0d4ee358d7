"""Who may do what, in finer shades of moderators than the program's own table tells apart, which `test_walk` walks: a
mark for each who may, in the order of MEMBERS.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import discord
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.domain.challenges import written_calendar
from bot.domain.prompts.prompt import PromptWording
from bot.domain.prompts.source import Source
from bot.domain.rounds import round_wish
from bot.domain.rounds.round import Round
from bot.domain.rounds.screening import Review, Screening
from bot.services import challenging, drafting, keeping_bank, settling, suggesting
from bot.ui.views.press import custom_id
from tests.discord.chair import Chair, manager
from tests.discord.conftest import World
from tests.discord.desk import post
from tests.discord.test_forged import send

MEMBERS = ("everybody", "writer", "other writer", "role", "here", "other channel", "cannot see", "server manager")
MANAGES_MESSAGES = discord.Permissions(manage_messages=True).value
SEES = discord.Permissions(view_channel=True).value

SERIES, SUNDAYS = "Sunday Drabbles", "every sunday 6pm"

REFUSED = (
    "Only moderators can do this",
    "This is for members who manage the server",
    "I know no round",
    "I find no challenge",
    "belongs to somebody else",
    "This draft was handed in or discarded",
)

Do = Callable[[World, Any, Any], Awaitable[str]]


def command(name: str, **options: str) -> Do:
    async def do(world: World, who: Any, elsewhere: Any) -> str:
        chair = Chair(world, who)
        answer = await chair.command(name, channel=elsewhere, **options)
        return "(a modal)" if answer.modal is not None else chair.text

    return do


def click(route: str, number: int, values: list[str] | None = None, detail: int | None = None) -> Do:
    async def do(world: World, who: Any, elsewhere: Any) -> str:
        return await send(world, who, elsewhere, custom_id(route, number, detail), values=values)

    return do


def open_for_the_challenge(**options: str) -> Do:
    """In the member's own channel, where everybody may be a moderator."""

    async def do(world: World, who: Any, elsewhere: Any) -> str:
        own = world.guild.channels["their-own"]
        answer = await who.slash(elsewhere, "round open", closes="in 7 days", channel=own, **options)
        return "(a modal)" if answer.modal is not None else Chair(world, who, answer).text

    return do


async def allow_time(world: World, who: Any, elsewhere: Any) -> str:
    answer = await who.slash(elsewhere, "round allow", member=world.writer, round="1")
    return Chair(world, who, answer).text


# The round, 1, and the challenge, 1, are in a channel of their own, and all of this is asked from another: who can see
# which is which.
TABLE: dict[str, tuple[Do, str]] = {
    "look at a round": (command("round show", round="1"), "xxxxxx.x"),
    "change it": (command("round edit", round="1"), "...xx..x"),
    "extend it": (command("round extend", round="1", closes="2 days"), "...xx..x"),
    "ask to close it": (command("round close", round="1"), "...xx..x"),
    "ask to call it off": (command("round cancel", round="1"), "...xx..x"),
    "close it": (click("round.close", 1), "...xx..x"),
    "call it off": (click("round.cancel", 1), "...xx..x"),
    "read a round": (click("round.read", 1), "xxxxxx.x"),
    "say what one would rather not see": (command("filters"), "xxxxxxxx"),
    "begin an entry": (click("round.submit", 1), "xxxxxx.x"),
    "say yes to a proposal": (click("round.confirm", 2), "...xx..x"),
    "reword a proposal": (click("round.reword", 2), "...xx..x"),
    "put a proposal aside": (click("round.drop", 2), "...xx..x"),
    "look at a draft": (click("draft.open", 1), ".x......"),
    "hand a draft in": (click("draft.hand_in", 1), ".x......"),
    "look at an entry": (click("entry.open", 1), "..x....."),
    "change an entry": (click("entry.edit", 1), "..x....."),
    "read all of it": (click("entry.whole", 1), "..x....."),
    "read what it said before": (click("entry.versions", 1), "..x....."),
    "see one's entries": (command("entries"), "xxxxxxxx"),
    "discard a draft": (click("draft.discard", 1), ".x......"),
    "put a prompt into the bank": (command("prompts add"), "...x..xx"),
    "change a prompt": (command("prompts edit", prompt="Who noticed"), "...x..xx"),
    "take a prompt out": (command("prompts remove", prompt="Who noticed"), "...x..xx"),
    "look through the bank": (command("prompts list"), "...x..xx"),
    "export the bank": (command("prompts export"), "...x..xx"),
    "read suggestions": (command("prompts suggestions"), "...x..xx"),
    "open a prompt": (click("prompts.open", 1, detail=0), "...x..xx"),
    "remove a prompt": (click("prompts.take_out", 1), "...x..xx"),
    "turn the bank's pages": (click("prompts.page", 0), "...x..xx"),
    "choose a set": (click("prompts.of_set", 0, ["all"]), "...x..xx"),
    "suggest a prompt": (command("prompt suggest"), "xxxxxxxx"),
    "approve a suggestion": (click("suggestion.approve", 1), "...x..xx"),
    "say no thanks": (click("suggestion.refuse", 1), "...x..xx"),
    "draw another": (click("round.redraw", 3), "...xx..x"),
    "see the challenges": (command("challenge list"), "xxxxxxxx"),
    "look at a challenge": (command("challenge show", challenge="1"), "xxxxxx.x"),
    "take its calendar home": (command("challenge calendar", challenge="1"), "xxxxxx.x"),
    "set up a challenge": (command("challenge new"), "...x..xx"),
    "change a challenge": (command("challenge edit", challenge="1"), "...xx..x"),
    "pause it": (command("challenge pause", challenge="1"), "...xx..x"),
    "resume it": (command("challenge resume", challenge="1"), "...xx..x"),
    "leave a date out": (command("challenge skip", challenge="1", date="next sunday"), "...xx..x"),
    "ask to end it": (command("challenge end", challenge="1"), "...xx..x"),
    "end it": (click("challenge.end", 1), "...xx..x"),
    "swap its prompt": (click("challenge.swap", 1), "...xx..x"),
    "open its form": (click("challenge.write", 1), "...xx..x"),
    "agree to it": (click("challenge.agree", 2), "...xx..x"),
    "look at its settings": (click("challenge.settings", 1), "...xx..x"),
    "set its prompts' order": (click("challenge.order", 1, ["in order"]), "...xx..x"),
    "count a round to it": (open_for_the_challenge(challenge="1"), "...x...x"),
    "be reminded": (click("remind.ask", 1), "xxxxxx.x"),
    "open one again": (command("round again", round="1"), "...xx..x"),
    "see what waits": (command("queue"), "...x..xx"),
    "read an entry that waits": (click("case.read", 1, detail=0), "...xx..x"),
    "approve an entry": (click("case.approve", 1), "...xx..x"),
    "ask for changes": (click("case.changes", 1), "...xx..x"),
    "read the log": (command("log"), "...x..xx"),
    "see how the bot is": (command("doctor"), "...x..xx"),
    "give somebody time": (allow_time, "...xx..x"),
    "have what is kept of oneself": (command("mydata export"), "xxxxxxxx"),
    "ask to take it back": (command("mydata delete"), "xxxxxxxx"),
    "take it back": (click("mydata.delete", 0, detail=0), "xxxxxxxx"),
    "ask to have the server forgotten": (click("server.ask", 0), ".......x"),
    "have the server forgotten": (click("server.forget", 0), ".......x"),
    "settle a custom": (click("setup.date_order", 0, ["month"]), ".......x"),
}


async def members(world: World, channel: Any) -> list[Any]:
    def member(name: str, *roles: Any) -> Any:
        return world.guild.add_member(world.env.create_user(name), roles=list(roles))

    hosts = world.guild.create_role("Hosts")
    await world.settle(moderator_role_id=hosts.id)
    own = world.guild.create_text_channel("their-own")
    here, other, blind = member("here"), member("other"), member("blind", hosts)
    for place, who, allow, deny in (
        (channel, here, MANAGES_MESSAGES, 0),
        (own, other, MANAGES_MESSAGES, 0),
        (channel, blind, 0, SEES),
    ):
        world.env.backend.set_overwrite(place.id, Overwrite(who.id, OverwriteType.MEMBER, allow=allow, deny=deny))
    await world.env.settle()
    return [
        world.reader,
        world.writer,
        world.other_writer,
        member("hosting", hosts),
        here,
        other,
        blind,
        manager(world).who,
    ]


ONCE = ("proposal", "draft", "close it", "call it off", "remove a prompt", "approve", "draw another")
"""What is done once, whoever does it."""
ENDING = ("end it", "take it back", "have the server forgotten")


def is_done_once(what: str) -> bool:
    return any(word in what for word in ONCE)


async def fill_bank(world: World, channel: Any) -> None:
    """A prompt in the bank, one that waits for a moderator, and a round that was drawn from the bank."""
    database, guild_id, now = world.bot.database, world.guild.id, world.env.now()
    wording = PromptWording("Frost", "Who noticed?")
    await keeping_bank.add(database, world.asked(), wording, image=None)
    await suggesting.suggest(database, guild_id, world.writer.id, request="two", text="Who forgot?", now=now)
    opening = Chair(world, world.moderator)
    await opening.slash("open", channel=channel, closes="in 7 days", prompt="draw one")


async def hold_entry(world: World, round_: Round) -> None:
    """An entry that waits for a moderator."""
    await world.settle(screening=Screening(Review.EVERYBODY))
    await world.write_entry(round_, post(), author=world.other_writer)
    await world.settle(screening=Screening())


async def begin_challenges(world: World, channel: Any) -> None:
    """One that runs, and one that waits for a yes."""
    database, asked = world.bot.database, world.asked(channel=channel)
    customs = await settling.customs(database, world.guild.id)
    terms, calendar = (
        round_wish.usual(asked.at, customs),
        written_calendar.read(SUNDAYS, "6 days", customs.clock(asked.at)),
    )
    for number in (1, 2):
        own = replace(asked, request=f"challenge {number}")
        await challenging.propose(database, own, SERIES, terms=terms, calendar=calendar, source=Source())
    await challenging.agree(database, world.asked(asked.at), 1)


async def everything(world: World) -> list[Any]:
    """What the table names. Returns those who might do it."""
    channel = world.guild.create_text_channel("rounds")
    round_ = await world.open_round(channel=channel)
    everyone = await members(world, channel)
    await Chair(world, world.moderator).slash("edit", channel=channel, round=str(round_.id))
    attempt = drafting.Attempt(9_999, world.guild.id, world.writer.id, world.env.now(), post(), round_.id)
    await drafting.save(world.bot.database, attempt)
    await hold_entry(world, round_)
    await fill_bank(world, channel)
    await begin_challenges(world, channel)
    await world.writer.send(world.channel, "So that there is a message to click on.")
    return everyone


async def test_who_may(world: World) -> None:
    """First all who may not, since that changes nothing; last what leaves nothing to be done."""
    everyone = await everything(world)
    for what, (do, table) in TABLE.items():
        for name, who in marked(everyone, table, "."):
            answer = await do(world, who, world.channel)
            assert any(word in answer for word in REFUSED), f"{what}: {name} is told {answer}"
    for what, (do, table) in sorted(TABLE.items(), key=lambda row: (row[0] in ENDING, is_done_once(row[0]))):
        allowed = marked(everyone, table, "x")
        for name, who in allowed[:1] if is_done_once(what) else allowed:
            answer = await do(world, who, world.channel)
            assert not any(word in answer for word in REFUSED), f"{what}: {name} is told {answer}"


def marked(everyone: list[Any], table: str, mark: str) -> list[tuple[str, Any]]:
    return [(name, who) for name, who, each in zip(MEMBERS, everyone, table, strict=True) if each == mark]


async def test_a_challenge_that_nobody_may_see_is_told_nowhere(world: World) -> None:
    channel = world.guild.create_text_channel("rounds")
    *_, blind, _ = await members(world, channel)
    await begin_challenges(world, channel)
    chair = Chair(world, blind)
    await chair.command("challenge list")
    assert SERIES not in chair.text
    for name in ("show", "calendar", "edit", "pause", "skip"):
        assert await blind.autocomplete(world.channel, f"challenge {name}", "challenge", "") == []
    await chair.command("challenge show")
    assert SERIES not in chair.text


async def test_a_round_is_counted_to_a_challenge_by_who_moderates_where_it_is_now(world: World) -> None:
    channel, elsewhere = world.guild.create_text_channel("rounds"), world.guild.create_text_channel("elsewhere")
    *_, here, _, _, _ = await members(world, channel)
    await begin_challenges(world, channel)
    chair = Chair(world, here)
    await chair.propose(channel=channel, challenge="1")
    await chair.click(chair.buttons[0])
    await chair.propose(channel=channel, challenge="1")
    asked = replace(world.asked(), request="a move")
    await challenging.change(world.bot.database, asked, 1, lambda old: replace(old, channel_id=elsewhere.id))
    await chair.click(chair.buttons[0])
    assert REFUSED[0] in chair.text
    await chair.slash("again", channel=channel, round="1")
    assert REFUSED[0] in chair.text
    assert [round_.number for round_ in await chair.rounds()] == [1]
