"""`/mydata`: a member has all that is kept of them, and takes it back, from rows, files and channels."""

import io
import json
import re
import zipfile
from typing import Any

import pytest

from bot.config import Config
from bot.domain.text import limits
from bot.services import drafting, finding, reminding, suggesting
from bot.storage.session import Session
from bot.ui.views.press import custom_id
from tests.discord.chair import Chair, manager
from tests.discord.conftest import World, shown
from tests.discord.desk import deliver_again
from tests.discord.kills import killing
from tests.discord.test_feedback import HEART
from tests.discord.test_forged import send
from tests.discord.test_publishing import close, texts

NAME = "Ines Oakapple"
STORY = f"Title: The Kettle\nAuthor: {NAME}\nRating: G\n\nThe kettle sang, and nobody came."
ROWS = "SELECT id, author_id, story FROM entries ORDER BY id"


def bytes_of(world: World) -> bytes:
    """All that is in the database's folder."""
    return b"".join(file.read_bytes() for file in sorted(world.path.parent.rglob("*")) if file.is_file())


def is_found(world: World, sought: str | int) -> bool:
    kinds = [str(sought).encode(), *([sought.to_bytes(8, "big")] if isinstance(sought, int) else [])]
    return any(kind in bytes_of(world) for kind in kinds)


async def fill(world: World) -> Any:
    """A member who uses everything: an entry, a draft, a heart, a reminder, a suggestion. Returns the round."""
    database, me, now = world.bot.database, world.writer, world.env.now()
    round_ = await world.open_round(hours=72)
    await world.enter(round_, STORY)
    await world.enter(round_, "Title: The Lamp\n\nIt stayed lit.", author=world.other_writer)
    await me.react(world.channel.history()[-1], HEART)
    await world.reader.react(world.channel.history()[1], HEART)
    text = "The kettle sang twice."
    await drafting.save(database, drafting.Attempt(9_999, world.guild.id, me.id, now, text, round_.id))
    await reminding.ask(database, round_, me.id, now)
    text = "The kettle sang of prompts."
    await suggesting.suggest(database, world.guild.id, me.id, request="s", text=text, now=now)
    await world.wake()
    return round_


@pytest.fixture
def ines(world: World) -> Chair:
    return Chair(world, world.writer)


async def erase(ines: Chair, which: str = "Delete all of it", yes: str = "Yes, delete all of it") -> None:
    await ines.command("mydata delete")
    await ines.click(which)
    await ines.click(yes)


async def test_all_that_is_kept_comes_as_a_page_and_as_data(world: World, ines: Chair) -> None:
    await fill(world)
    await ines.command("mydata export")
    assert "Here is all that I keep of you" in ines.text
    (file,) = ines.page.response.message.attachments
    archive = zipfile.ZipFile(io.BytesIO(await file.read()))
    page, data = (archive.read(name).decode() for name in ("your-data.html", "your-data.json"))
    for text in ("The kettle sang, and nobody came.", "The kettle sang twice.", "The kettle sang of prompts."):
        assert text in page
        assert text in data
    assert "It stayed lit" not in data
    found = json.loads(data)
    assert [row["emoji"] for row in found["hearts"]] == ["♥"]
    assert {row["server"] for rows in found.values() for row in rows} == {"The Inkwell"}
    assert len(found["reminders"]) == 1


async def test_it_works_in_a_direct_message(world: World) -> None:
    await fill(world)
    user = world.env.create_user("nadia")
    answer = (await user.slash("mydata export")).response
    assert answer.message.attachments
    answer = (await user.slash("mydata delete")).response
    assert "no story, draft or heart of yours" in shown(answer.message)


async def test_only_what_concerns_a_member_is_said(world: World, ines: Chair) -> None:
    await fill(world)
    reader = Chair(world, world.reader)
    await reader.command("mydata delete")
    assert "I hold 1 heart that you left." in reader.text
    assert "you can click them away there" in reader.text
    assert "stories" not in reader.text.replace("others' stories", "")
    assert reader.buttons == ["Delete all of it", "Keep everything"]
    await reader.click("Delete all of it")
    await reader.click("Yes, delete all of it")
    assert "I keep nothing of you any more" in reader.text
    assert "posts" not in reader.text
    await reader.command("mydata delete")
    assert "I hold no story, draft or heart of yours" in reader.text
    assert "hearts are Discord's" not in reader.text
    await ines.command("mydata delete")
    assert "Leave my stories without my name" in ines.buttons
    assert "your stories go from their channels" in ines.text
    assert "you can click them away there" in ines.text


async def test_nothing_is_left_in_rows_files_and_channels(world: World, ines: Chair) -> None:
    notices = world.guild.create_text_channel("moderators")
    await world.settle(notices_channel_id=notices.id)
    round_ = await fill(world)
    assert len(notices.history()) == 1
    assert is_found(world, world.writer.id)
    await ines.command("mydata delete")
    assert "On all servers together, I hold 1 story that you handed in, 1 draft and 1 heart that you left." in ines.text
    await ines.click("Delete all of it")
    assert "Are you sure?" in ines.text
    await ines.click("Yes, delete all of it")
    assert "I keep nothing of you any more" in ines.text
    await world.env.settle()
    assert [text.split("\n")[0] for text in texts(world)[1:]] == ["### The Lamp"]
    assert notices.history() == []
    assert (await finding.hearts(world.bot.database, round_.id)).total == 0
    for sought in (world.writer.id, NAME, "The kettle sang"):
        assert not is_found(world, sought), sought
    assert len(await world.bot.database.read(Session.all, ROWS)) == 1, "what stood for the entry is gone with its post"
    await deliver_again(world)
    await world.enter(round_, STORY)
    assert "The Kettle" in texts(world)[-1], "who took everything back may begin anew"


async def test_stories_stay_without_a_name_where_that_is_wished(world: World, ines: Chair) -> None:
    round_ = await fill(world)
    await close(world, round_)
    await erase(ines, "Leave my stories without my name", "Yes, but leave my stories")
    await world.env.settle()
    for message in (texts(world)[1], texts(world)[-1]):
        assert "by a former member" in message
        assert str(world.writer.id) not in message
        assert NAME not in message
    assert "The kettle sang, and nobody came." in texts(world)[1]
    assert not is_found(world, world.writer.id)
    assert not is_found(world, NAME)
    assert (await finding.hearts(world.bot.database, round_.id)).total == 1, "the hearts that others left stay"


async def test_a_nameless_entry_whose_message_is_deleted_is_given_back_to_nobody(world: World, ines: Chair) -> None:
    await fill(world)
    await erase(ines, "Leave my stories without my name", "Yes, but leave my stories")
    await world.env.settle()
    world.env.backend.delete_message(world.channel.id, world.channel.history()[1].id)
    await world.env.settle()
    assert len(await world.bot.database.read(Session.all, ROWS)) == 1
    assert await world.bot.database.read(Session.all, "SELECT id FROM drafts WHERE author_id < 0") == []


async def test_nothing_goes_without_both_yeses(world: World, ines: Chair) -> None:
    await fill(world)
    await ines.command("mydata delete")
    await ines.click("Keep everything")
    assert "Everything stays" in ines.text
    await ines.command("mydata delete")
    await ines.click("Delete all of it")
    await ines.click("Keep everything")
    assert len(texts(world)) == 3
    assert len(await world.drafts_of(world.writer.id)) == 1


async def test_what_moderators_did_says_no_more_who_it_was(world: World) -> None:
    notices = world.guild.create_text_channel("moderators")
    await world.settle(notices_channel_id=notices.id)
    await fill(world)
    await suggesting.decline(
        world.bot.database, world.guild.id, 1, world.moderator.id, reason="We had kettles", now=world.env.now()
    )
    await world.wake()
    assert f"<@{world.moderator.id}> said no thanks" in shown(notices.history()[0])
    await erase(Chair(world, world.moderator))
    await world.env.settle()
    assert "A former member said no thanks." in shown(notices.history()[0])
    assert not is_found(world, world.moderator.id)
    assert "First frost" in texts(world)[0], "the round is the server's"


async def test_nothing_is_left_of_what_moderators_did_and_members_said(world: World, notices: Any, ines: Chair) -> None:
    """Keys of late passes and reports have members in them, and what moderators call a tag was a word of its writer."""
    await fill(world)
    entry = await world.enter(
        await world.open_round(title="Second frost"), f"Title: A\nFandom: Oakapple Lane\n\n{NAME}"
    )
    chair = Chair(world, world.moderator)
    await chair.slash("allow", member=world.writer, round="First frost")
    for kind, tag, to in (("fandom", "Oakapple Lane", "Orchards"), ("fandom", "Orchards", "Groves")):
        await chair.command("tags rename", kind=kind, tag=tag, to=to)
    chair.keep(await chair.who.click(chair.page.response, label="Undo"))
    await chair.command("entry remove", entry=str(entry.id), reason=f"{NAME} asked for it")
    await report(world, ines.who, f"{NAME} wrote it first", "It stayed lit")
    await report(world, world.reader, f"It is like {NAME}'s", "The kettle sang, and")
    await erase(ines)
    await world.env.settle()
    for sought in (world.writer.id, NAME, "Oakapple", "The kettle sang"):
        assert not is_found(world, sought), sought
    assert not any("Oakapple" in shown(card) for card in notices.history())


async def test_a_report_waits_on_where_the_story_stays(world: World, notices: Any, ines: Chair) -> None:
    await fill(world)
    await report(world, world.reader, "It is not about frost", "The kettle sang, and")
    await erase(ines, "Leave my stories without my name", "Yes, but leave my stories")
    chair = Chair(world, world.moderator)
    chair.keep(await world.moderator.click(notices.last_message, label="Leave it"))
    assert "left it as it is" in shown(notices.last_message)


async def test_deleted_posts_of_others_wait_on(world: World, notices: Any, ines: Chair) -> None:
    """Moderators are asked once for a round, so that the question is not only about the first writer's story."""
    await fill(world)
    for message in world.channel.history()[1:]:
        world.env.backend.delete_message(world.channel.id, message.id)
        await world.env.settle()
    await erase(ines)
    await world.env.settle()
    card = notices.last_message
    assert "A post of mine was deleted by hand" in shown(card)
    assert "**The Lamp** by" in shown(card)
    await world.moderator.click(card, label="Post again")
    assert [text.split("\n")[0] for text in texts(world)[1:]] == ["### The Lamp"]


async def report(world: World, who: Any, said: str, story: str) -> None:
    (message,) = [each for each in world.channel.history() if story in shown(each)]
    form = await who.context_menu(world.channel, "Report", message)
    await who.submit_modal(form, {"reason": said})


async def test_a_suggestion_that_was_taken_back_is_nobodys_to_decide(world: World, ines: Chair) -> None:
    notices = world.guild.create_text_channel("moderators")
    await world.settle(notices_channel_id=notices.id)
    await fill(world)
    world.env.inject_error("DELETE", "/channels/*/messages/*", status=503, times=20)
    await erase(ines)
    await world.env.settle()
    (card,) = notices.history()
    chair = manager(world)
    chair.keep(await chair.who.click(card, label="Approve"))
    assert "may have taken it back" in chair.text
    await world.env.advance_time(3600)
    assert notices.history() == []


async def test_what_cannot_be_reached_goes_as_soon_as_it_can(world: World, ines: Chair) -> None:
    await fill(world)
    world.env.inject_error("DELETE", "/channels/*/messages/*", status=503, times=20)
    await erase(ines)
    await world.env.settle()
    assert not is_found(world, "The kettle sang"), "the words are gone at once"
    await world.env.advance_time(7200)
    assert [text.split("\n")[0] for text in texts(world)[1:]] == ["### The Lamp"]


async def test_a_kill_at_any_step_of_a_deletion_leaves_nothing(world: World, ines: Chair) -> None:
    await world.enter(await world.open_round(), STORY)
    await ines.command("mydata delete")
    await ines.click("Delete all of it")
    async with killing(world) as kills:
        await ines.who.click(ines.page.response, label="Yes, delete all of it")
        await world.env.settle()
    written_down = False
    async for killed in kills.each(more_than=8):
        await world.restart()
        if not written_down:
            assert len(texts(world)) == 2, "the first kill comes before the yes was written down"
            await erase(ines)
            await world.env.settle()
            written_down = True
        assert len(texts(world)) == 1, killed
        assert not is_found(world, "The kettle sang"), killed
        assert await world.bot.database.read(Session.all, ROWS) == [], killed


async def test_help_says_how_to_have_it_and_how_to_take_it_back(world: World) -> None:
    for answer in ((await world.reader.slash(world.channel, "help")), (await world.env.create_user("z").slash("help"))):
        said = shown(answer.response.message)
        assert re.search(r"</mydata export:\d+>", said)
        assert re.search(r"</mydata delete:\d+>", said)


# -- servers --------------------------------------------------------------------------------------


async def test_a_server_is_forgotten_by_its_managers_alone(world: World) -> None:
    round_ = await fill(world)
    for route in ("server.ask", "server.forget", "server.leave"):
        said = await send(world, world.moderator, world.channel, custom_id(route, 0))
        assert "This is for members who manage the server" in said
    chair = manager(world)
    await chair.command("server forget")
    assert "1 round, 2 stories and 1 draft that is not handed in" in chair.text
    await chair.click("Forget this server")
    await chair.click("Yes, forget it all")
    assert "I keep nothing of this server any more" in chair.text
    await world.env.settle()
    for sought in (world.guild.id, world.writer.id, "The kettle sang", "It stayed lit"):
        assert not is_found(world, sought), sought
    assert len(texts(world)) == 3, "what was posted stays"
    new = await world.open_round()
    assert new.id > round_.id


async def let_days_pass(world: World, days: int) -> None:
    """As if the bot had been removed so much earlier, since a month is long for the simulator."""
    earlier = {"ms": days * 86_400_000}
    await world.bot.database.write(Session.run, "UPDATE departures SET left_at = left_at - :ms", earlier)
    await world.wake()


@pytest.mark.parametrize("days", [1, 30, 365, 9999])
async def test_a_server_that_removed_the_bot_is_forgotten_after_so_many_days(world: World, days: int) -> None:
    await fill(world)
    world.bot.config = Config.from_env({"DRABBLE_DATABASE": str(world.path), "DRABBLE_FORGET_AFTER": str(days)})
    world.env.backend.emit("GUILD_DELETE", {"id": str(world.guild.id)})
    await world.env.settle()
    await let_days_pass(world, days - 1)
    assert is_found(world, "The kettle sang")
    await let_days_pass(world, 1)
    for sought in (world.guild.id, world.writer.id, "The kettle sang", "It stayed lit"):
        assert not is_found(world, sought), sought


async def test_a_server_that_is_only_away_or_came_back_is_not_forgotten(world: World) -> None:
    await fill(world)
    world.env.backend.emit("GUILD_DELETE", {"id": str(world.guild.id), "unavailable": True})
    await world.env.settle()
    await let_days_pass(world, 99)
    assert is_found(world, "The kettle sang")
    world.env.backend.emit("GUILD_DELETE", {"id": str(world.guild.id)})
    await world.env.settle()
    await world.restart()
    await let_days_pass(world, 99)
    assert is_found(world, "The kettle sang")


async def test_what_is_too_much_for_one_file_comes_in_several(
    world: World, ines: Chair, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(world)
    monkeypatch.setattr(limits, "FILE", 1_000)
    answer = await ines.command("mydata export")
    assert re.search(r"It takes \d files, each with a part of it\.", ines.text)
    first, *more = [file for each in (answer.response, *answer.followups) if each for file in each.message.attachments]
    assert more
    assert (first.filename, more[0].filename) == ("your-data-1.zip", "your-data-2.zip")
    data: dict[str, list[Any]] = {}
    for file in (first, *more):
        part = json.loads(zipfile.ZipFile(io.BytesIO(await file.read())).read("your-data.json"))
        for name, rows in part.items():
            data.setdefault(name, []).extend(rows)
    monkeypatch.undo()
    await ines.command("mydata export")
    (whole,) = ines.page.response.message.attachments
    found = json.loads(zipfile.ZipFile(io.BytesIO(await whole.read())).read("your-data.json"))
    assert data == {name: rows for name, rows in found.items() if rows}
