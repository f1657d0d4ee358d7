"""What stands in a round's channel, whatever happened on the way."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import discord
import pytest
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.domain.header.field import Field
from bot.domain.prompts.image_file import Image
from bot.domain.rounds import request_key
from bot.domain.rounds.round import Phase, Round
from bot.services import finding, planning, publishing, withdrawing
from bot.storage.session import Session
from tests.discord.conftest import World, shown

POST = "Title: The Kettle\nRating: G\n\nIt sang, and nobody came."
CUT_POST = "Title: The Storm\nWarnings: character death\n\nThe roof went first."


def texts(world: World, channel: Any = None) -> list[str]:
    return [shown(message) for message in (channel or world.channel).history()]


async def close(world: World, round_: Round) -> None:
    asked = world.asked()
    await planning.close(world.bot.database, asked, round_.id)
    await world.wake()


async def test_a_round_shows_its_card(world: World) -> None:
    await world.open_round()
    (card,) = texts(world)
    assert "First frost" in card
    assert "Who noticed?" in card
    assert "**Entries**: 0" in card


async def test_the_card_says_what_a_story_needs_and_how_many_each_member_has(world: World) -> None:
    await world.open_round(required=(Field.TITLE, Field.FANDOM, Field.RATING), entries_per_member=2)
    (card,) = texts(world)
    assert "**Header**: title, fandom and rating; a story is taken once it has them all" in card
    assert "**From each member**: up to 2 entries" in card


async def test_nobody_is_thanked_for_a_round_without_entries(world: World) -> None:
    round_ = await world.open_round(hours=1)
    await world.env.advance_time(3601)
    card, round_up = texts(world)
    assert card.splitlines()[-1] == f"Closed <t:{int(round_.plan.closes_at.timestamp())}:F>."
    assert round_up.splitlines()[-1] == "No entries this time."


async def test_the_round_up_tells_the_hearts_of_the_close_and_thanks(world: World) -> None:
    round_ = await world.open_round(hours=1)
    await world.enter(round_, "Title: Frost\nFandom: Lamps\nRating: G\n\nIt was cold.")
    await world.enter(round_, "Title: Thaw\n\nIt was not.", author=world.other_writer)
    frost = world.channel.history()[1]
    await world.reader.react(frost, "♥️")
    await world.other_writer.react(frost, "🌟")
    await world.writer.react(frost, "🌟")
    await world.env.advance_time(3601)
    lines = texts(world)[-1].splitlines()
    assert [line.partition(" by ")[2].partition(" · ")[2] for line in lines[1:3]] == [
        "Lamps · G · 3 words · ♥\N{NO-BREAK SPACE}2",
        "3 words",
    ]
    assert lines[3] == "Thank you for writing, for reading, and for every heart."
    assert f"Hearts as of <t:{int(round_.plan.closes_at.timestamp())}:F>" in lines[4]
    await world.reader.react(world.channel.history()[2], "♥️")
    await world.env.advance_time(3600)
    await world.restart()
    await world.bot.database.write(Session.run, "UPDATE rounds SET revision = revision + 1", {})
    await world.wake()
    assert texts(world)[-1].splitlines() == lines, "a later heart changes no round-up"


async def test_an_entry_is_posted_and_counted_on_the_card(world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, POST)
    card, entry = texts(world)
    assert "**Entries**: 1" in card
    assert "The Kettle" in entry
    assert "It sang, and nobody came." in entry
    assert f"<@{world.writer.id}>" in entry


async def test_the_bot_leaves_the_feedback_emoji(world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, POST)
    assert [str(reaction.emoji) for reaction in world.channel.last_message.reactions] == ["♥️"]


async def test_declared_warnings_put_the_story_under_the_cut(world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, CUT_POST)
    await world.enter(round_, POST)
    _, cut, plain = world.channel.history()
    assert [part.spoiler for part in cut.components] == [False, True]
    assert [part.spoiler for part in plain.components] == [False, False]


async def test_a_story_of_two_messages_has_both_in_the_channel_each_once(world: World) -> None:
    round_ = await world.open_round()
    story = "\n\n".join(f"Paragraph {number} of the long night, and the rain went on." for number in range(120))
    await world.enter(round_, f"Title: Long\n\n{story}")
    _, *pages = texts(world)
    assert len(pages) == 2
    for number in range(120):
        assert sum(f"Paragraph {number} of" in page for page in pages) == 1
    await world.wake()
    assert len(world.channel.history()) == len(pages) + 1


async def test_a_scheduled_round_is_shown_when_its_time_comes(world: World) -> None:
    opens = world.env.now() + timedelta(hours=5)
    await world.open_round(opens_at=opens)
    assert texts(world) == []
    await world.env.advance_time(5 * 3600 + 1)
    assert len(texts(world)) == 1


async def test_the_card_says_when_the_round_has_closed_and_a_round_up_follows(world: World) -> None:
    round_ = await world.open_round(hours=2)
    await world.enter(round_, POST)
    await world.env.advance_time(2 * 3600 + 1)
    card, _, round_up = texts(world)
    assert "Closed" in card
    assert "The Kettle" in round_up
    entry_message = world.channel.history()[1]
    assert f"/{entry_message.id})" in round_up


async def test_the_buttons_go_when_the_round_closes(world: World) -> None:
    def buttons(message: discord.Message) -> list[Any]:
        return [
            part
            for container in message.components
            for row in getattr(container, "children", ())
            for part in getattr(row, "children", ())
            if isinstance(part, discord.Button)
        ]

    round_ = await world.open_round()
    assert [button.label for button in buttons(world.channel.history()[0])] == ["Submit", "Remind me"]
    await close(world, round_)
    assert buttons(world.channel.history()[0]) == []


async def test_the_round_up_is_corrected_when_an_entry_goes_after_it(world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, POST)
    await world.enter(round_, CUT_POST, author=world.other_writer)
    await close(world, round_)
    assert "The Storm" in texts(world)[-1]
    await world.moderator.delete(world.channel.history()[2])
    assert "The Storm" not in texts(world)[-1]
    assert "The Kettle" in texts(world)[-1]
    assert "**Entries**: 1" in texts(world)[0]


async def test_a_withdrawn_entry_leaves_the_channel(world: World) -> None:
    round_ = await world.open_round()
    entry = await world.enter(round_, POST)
    await withdrawing.withdraw(world.bot.database, entry.id, world.writer.id, world.env.now())
    await world.wake()
    (card,) = texts(world)
    assert "**Entries**: 0" in card


async def test_a_cancelled_round_says_so(world: World) -> None:
    round_ = await world.open_round()
    await planning.cancel(world.bot.database, world.asked(), round_.id)
    await world.wake()
    assert "called off" in texts(world)[0]


async def test_the_prompts_picture_is_posted_from_the_bytes_we_keep(world: World) -> None:
    picture = b"\x89PNG\r\n\x1a\n" + b"\x00" * 64
    now = world.env.now()
    round_ = await world.open_round()
    asked = world.asked()
    proposal = await planning.propose(world.bot.database, asked, round_.plan, round_id=round_.id)
    again = replace(asked, request=request_key.interaction(next(world.interactions)))
    wording = planning.Wording("Frost", "Look at it.", ())
    image = Image("a frost.PNG", picture)
    reworded = await planning.reword(world.bot.database, again, proposal.id, wording, image)
    await planning.confirm(world.bot.database, reworded.id, now)
    await world.wake()
    (attachment,) = world.channel.last_message.attachments
    assert attachment.size == len(picture)


# -- whatever happened meanwhile ------------------------------------------------------------------


async def test_a_week_offline_and_everything_is_caught_up(world: World) -> None:
    round_ = await world.open_round(hours=48)
    await world.write_entry(round_, POST)
    with world.env.time_context():
        await world.bot.close()
    world.env._move_clock(world.env._virtual_time + 7 * 86400)
    await world.restart()
    card, entry, round_up = texts(world)
    assert "Closed" in card
    assert "The Kettle" in entry
    assert "The Kettle" in round_up


async def test_publishing_twice_changes_nothing(world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, POST)
    before = len(world.env.http_requests)
    await world.wake()
    await world.env.advance_time(2 * 3600)
    assert [entry.method for entry in world.env.http_requests[before:]] == []


# -- one round's trouble is its own ---------------------------------------------------------------


async def test_a_deleted_channel_pauses_that_round_and_stops_no_other(world: World) -> None:
    other = world.guild.create_text_channel("other")
    doomed = await world.open_round(channel=other)
    round_ = await world.open_round()
    await world.write_entry(doomed, POST)
    await world.write_entry(round_, CUT_POST)
    world.env.backend.delete_channel(other.id)
    await world.env.settle()
    await world.wake()
    assert "The Storm" in texts(world)[-1]
    standing = await finding.one_round(world.bot.database, world.guild.id, doomed.id)
    assert standing.paused == "no channel"
    (notice,) = told_in_private(world)
    assert "waits for a moderator: " in notice


def told_in_private(world: World) -> list[str]:
    """What the owner of the guild was told."""
    owner_id = world.env.backend.guilds[world.guild.id].owner_id
    messages = world.env.backend.messages.get(world.env.backend.dm_channels.get(owner_id, 0), {})
    return [message.content for message in messages.values()]


async def test_the_moderators_are_told_in_their_channel_and_once_a_pause(world: World) -> None:
    staff = world.guild.create_text_channel("staff")
    await world.settle(notices_channel_id=staff.id)
    round_ = await world.open_round()
    for pauses in (1, 2):
        forbid(world, discord.Permissions(send_messages=True))
        everyone = Overwrite(world.guild.default_role.id, OverwriteType.ROLE, allow=0, deny=0)
        world.env.backend.set_overwrite(staff.id, everyone)
        await world.env.settle()
        await world.enter(round_, POST)
        await world.env.advance_time(2 * 3600)
        assert len(staff.history()) == pauses
        assert "First frost" in staff.last_message.content
        forbid(world, discord.Permissions.none())
        await world.env.settle()
    assert told_in_private(world) == []


@pytest.mark.parametrize("how", ["deleted", "closed"])
async def test_the_owner_is_told_where_the_moderators_channel_takes_no_message(world: World, how: str) -> None:
    staff = world.guild.create_text_channel("staff")
    await world.settle(notices_channel_id=staff.id)
    round_ = await world.open_round()
    if how == "deleted":
        world.env.backend.delete_channel(staff.id)
    else:
        denied = discord.Permissions(send_messages=True).value
        everyone = Overwrite(world.guild.default_role.id, OverwriteType.ROLE, allow=0, deny=denied)
        world.env.backend.set_overwrite(staff.id, everyone)
    forbid(world, discord.Permissions(send_messages=True))
    await world.env.settle()
    await world.enter(round_, POST)
    (notice,) = told_in_private(world)
    assert "First frost" in notice


async def test_an_owner_who_takes_no_messages_stops_nothing(world: World) -> None:
    world.env.inject_error("POST", "/users/@me/channels", status=403, code=50007, times=None)
    other = world.guild.create_text_channel("other")
    doomed, round_ = await world.open_round(channel=other), await world.open_round()
    await world.write_entry(doomed, POST)
    await world.write_entry(round_, CUT_POST)
    world.env.backend.delete_channel(other.id)
    await world.wake()
    assert "The Storm" in texts(world)[-1]
    assert told_in_private(world) == []


def forbid(world: World, permissions: discord.Permissions) -> None:
    everyone = Overwrite(world.guild.default_role.id, OverwriteType.ROLE, allow=0, deny=permissions.value)
    world.env.backend.set_overwrite(world.channel.id, everyone)


async def test_a_lost_permission_pauses_and_its_return_resumes(world: World) -> None:
    round_ = await world.open_round()
    forbid(world, discord.Permissions(send_messages=True))
    await world.env.settle()
    await world.enter(round_, POST)
    assert len(texts(world)) == 1
    paused = await finding.one_round(world.bot.database, world.guild.id, round_.id)
    assert paused.paused == "no permission"
    forbid(world, discord.Permissions.none())
    await world.env.settle()
    assert "The Kettle" in texts(world)[-1]
    resumed = await finding.one_round(world.bot.database, world.guild.id, round_.id)
    assert resumed.paused is None


async def test_an_entry_deleted_by_hand_is_not_posted_again(world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, POST)
    await world.moderator.delete(world.channel.last_message)
    await world.restart()
    (card,) = texts(world)
    assert "**Entries**: 0" in card


async def test_a_deletion_that_nobody_heard_of_is_noticed_when_it_matters(world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, POST)
    with world.env.time_context():
        await world.bot.close()
    world.env.backend.delete_message(world.channel.id, world.channel.history()[0].id)
    await world.restart()
    await close(world, round_)
    entry, round_up = texts(world)
    assert "The Kettle" in entry
    assert "The Kettle" in round_up


async def test_a_member_who_left_stops_nothing(world: World) -> None:
    round_ = await world.open_round()
    await world.write_entry(round_, POST)
    world.guild.remove_member(world.writer)
    world.guild.remove_member(world.moderator)
    await world.env.settle()
    await world.wake()
    assert "The Kettle" in texts(world)[-1]
    await close(world, round_)
    assert "The Kettle" in texts(world)[-1]


async def test_refused_reactions_pause_nothing(world: World) -> None:
    round_ = await world.open_round()
    world.env.inject_error("PUT", "/channels/*/reactions/*", status=403, code=50013, times=None)
    await world.enter(round_, POST)
    scene = await publishing.scene(world.bot.database, round_.id)
    assert scene is not None
    assert scene.phase is Phase.OPEN
    assert scene.round.paused is None


async def restrict(world: World, *, to_adults: bool) -> None:
    """The simulator knows no age-restricted channels: this says it where the bot looks, and that it was said."""
    channel = world.bot.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    channel.nsfw = to_adults
    with world.env._bot_scope():
        world.bot.dispatch("guild_channel_update", channel, channel)
    await world.env.settle()


async def test_an_explicit_story_is_never_posted_where_everybody_reads(world: World) -> None:
    round_ = await world.open_round()
    await world.write_entry(round_, "Title: Late\nRating: NC-17\n\nThe door closed.", to_adults=True)
    await world.wake()
    assert len(texts(world)) == 1
    paused = await finding.one_round(world.bot.database, world.guild.id, round_.id)
    assert paused.paused == "not age-restricted"
    await restrict(world, to_adults=True)
    assert "The door closed." in texts(world)[-1]


async def test_a_story_that_fits_under_its_header_is_one_message(world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, "Title: Just Fits\n\n" + "word " * 760)
    assert len(texts(world)) == 2


async def test_a_prompt_without_a_title_is_said_once(world: World) -> None:
    await world.open_round(title="Who noticed?", prompt="Who noticed?")
    assert texts(world)[0].count("Who noticed?") == 1
