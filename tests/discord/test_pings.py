"""The role that is pinged when a round opens: that one, once, and nothing else ever."""

from datetime import timedelta
from typing import Any

import discord
import pytest
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.services import publishing, restaging
from tests.discord.chair import Chair, manager
from tests.discord.conftest import World, shown
from tests.discord.desk import post
from tests.discord.kills import killing
from tests.discord.lost_answers import lose_an_answer


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


@pytest.fixture
def writers(world: World) -> Any:
    """A role that anybody may mention."""
    return world.guild.create_role("Writers", mentionable=True)


def pings(world: World) -> list[list[int]]:
    """The roles that each message asked Discord to ping, of those that pinged at all."""
    bodies: list[Any] = [entry.json or {} for entry in world.env.http_requests if "/messages" in entry.path]
    asked: list[Any] = [body["allowed_mentions"] for body in bodies if "allowed_mentions" in body]
    assert all(not one.get("parse") and not one.get("users") for one in asked)
    return [one["roles"] for one in asked if one.get("roles")]


async def test_the_chosen_role_is_shown_before_and_pinged_once_when_the_round_opens(
    world: World, chair: Chair, writers: Any
) -> None:
    secret = world.guild.create_role("Secret")
    offered = await chair.offered("open", "ping", "")
    assert offered == {"nobody": "nobody", "@Writers": f"<@&{writers.id}>"}, "what the moderator may mention"
    await chair.propose(
        opens="in 1 hour", words="anything", ping="@writers", prompt=f"Write. <@&{secret.id}> @everyone"
    )
    assert f"**Pings** <@&{writers.id}> once, when it opens" in chair.text
    await chair.click("Schedule it")
    assert pings(world) == []
    await world.env.advance_time(3600)
    (card,) = world.channel.history()
    assert f"-# For <@&{writers.id}>" in shown(card)
    round_ = await chair.round()
    await world.enter(round_, post())
    await chair.fill(await chair.slash("edit", hide_prompt=False), prompt="Write something else.")
    await chair.click("Save the change")
    assert "Write something else." in shown(world.channel.history()[0])
    await world.restart()
    assert pings(world) == [[writers.id]]


async def test_nobody_is_pinged_unless_a_role_was_chosen_and_it_can_be_taken_back(
    world: World, chair: Chair, writers: Any
) -> None:
    round_ = await chair.open(opens="in 1 hour", ping=f"<@&{writers.id}>")
    await chair.slash("show")
    assert f"**Pings** <@&{writers.id}>" in chair.text
    await chair.fill(await chair.slash("edit", ping="nobody"))
    assert "Pings" not in chair.text
    await chair.click("Save the change")
    await world.env.advance_time(3600)
    assert (await chair.round()).id == round_.id
    assert "For <@&" not in shown(world.channel.history()[0])
    await chair.slash("edit", ping="Writers")
    assert "nobody is pinged for it any more" in chair.text
    assert pings(world) == []


async def test_what_counts_is_the_rounds_own_channel(world: World, chair: Chair) -> None:
    """Whoever may mention a role where they type may not be able to where the round is."""
    secret, elsewhere = world.guild.create_role("Secret"), world.guild.create_text_channel("elsewhere")
    mentions = discord.Permissions(mention_everyone=True).value
    own = Overwrite(chair.who.id, OverwriteType.MEMBER, allow=mentions, deny=0)
    world.env.backend.set_overwrite(world.channel.id, own)
    await world.env.settle()
    await chair.slash("open", closes="in 7 days", channel=elsewhere, ping="secret")
    assert f"<@&{secret.id}> is a role that you can't mention in that channel yourself" in chair.text
    assert (await chair.slash("open", closes="in 7 days", ping="secret")).modal is not None
    made = await chair.slash("open", closes="in 7 days", channel=world.channel, ping="secret")
    assert made.modal is not None
    await chair.command("challenge new", channel=elsewhere, ping="secret")
    assert "you can't mention in that channel yourself" in chair.text


async def test_everybody_and_roles_that_the_moderator_may_not_mention_are_refused(world: World, chair: Chair) -> None:
    secret = world.guild.create_role("Secret")
    everyone = f"<@&{world.guild.default_role.id}>"
    for typed in ("@everyone", "here", everyone):
        await chair.slash("open", closes="in 7 days", ping=typed)
        assert "I never ping everybody." in chair.text, typed
    await chair.slash("open", closes="someday", ping="Secret")
    assert f"<@&{secret.id}> is a role that you can't mention in that channel yourself" in chair.text
    assert "someday" in chair.text, "all that is in the way is said at once"
    for typed in ("Readers", "<@&1>"):
        await chair.slash("open", closes="in 7 days", ping=typed)
        assert "I know no role" in chair.text
    owner = manager(world)
    assert "@Secret" in await owner.offered("open", "ping", "sec")
    await owner.propose(opens="in 1 hour", ping="Secret")
    assert f"As it is, I can't ping <@&{secret.id}> in <#{world.channel.id}>" in owner.text
    await owner.click("Schedule it")
    await owner.command("doctor")
    assert "There is something to do" in owner.text
    assert f"I can't ping <@&{secret.id}>" in owner.text
    world.env.backend.edit_role(world.guild.id, secret.id, {"mentionable": True})
    await owner.command("doctor")
    assert "All is well" in owner.text


async def test_a_lost_answer_a_removed_card_and_a_new_beginning_ping_nobody_again(world: World, writers: Any) -> None:
    lost = lose_an_answer(world)
    round_ = await world.open_round(ping_role_id=writers.id)
    await world.env.advance_time(60)
    assert lost
    assert len(world.channel.history()) == 1
    scene = await publishing.scene(world.bot.database, round_.id)
    assert scene is not None
    await restaging.restage(world.bot.database)
    await world.wake()
    assert len(pings(world)) == 1


async def test_a_kill_at_any_step_of_opening_ends_with_one_ping(world: World, writers: Any) -> None:
    await world.open_round(opens_at=world.env.now() + timedelta(hours=1), ping_role_id=writers.id)
    async with killing(world) as kills:
        await world.env.advance_time(3600)
    async for killed in kills.each(more_than=5):
        await world.restart()
        assert len(world.channel.history()) == len(pings(world)) == 1, killed


async def test_a_post_in_a_forum_pings_the_role_too(world: World, writers: Any) -> None:
    forum = world.guild.create_forum_channel("stories")
    await world.open_round(channel=forum, ping_role_id=writers.id)
    posts: list[Any] = [entry.json for entry in world.env.http_requests if entry.path.endswith(f"/{forum.id}/threads")]
    assert [post["message"]["allowed_mentions"]["roles"] for post in posts] == [[writers.id]]
    assert f"-# For <@&{writers.id}>" in shown(forum.threads[0].history()[0])
