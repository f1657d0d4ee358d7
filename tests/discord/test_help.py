"""What everybody may ask for: where they stand, and how many words a text has."""

import re
from typing import Any

import discord
import pytest

from bot.domain.text import word_rule
from bot.domain.text.conventions import Convention
from bot.ui.views import help as helping
from bot.ui.views.help import Standpoint
from tests.discord.conftest import World, shown
from tests.discord.desk import post, story


async def helped(world: World, who: Any) -> str:
    answer = (await who.slash(world.channel, "help")).response
    assert answer.ephemeral
    return shown(answer.message)


async def counted(answer: Any) -> str:
    assert answer.response.ephemeral
    return f"{answer.response.content}\n{shown(answer.response.message)}"


# -- /help ----------------------------------------------------------------------------------------


async def test_where_nothing_was_ever_done(world: World) -> None:
    text = await helped(world, world.reader)
    assert "No round is open right now." in text
    assert "As a moderator" not in text
    text = await helped(world, world.moderator)
    assert re.search(r"1\. </round open:\d+> opens a round", text)
    assert "setup" not in text
    role = world.guild.create_role("Owners", permissions=discord.Permissions(manage_guild=True))
    owner = world.guild.add_member(world.env.create_user("greta"), roles=[role])
    assert "1. " in (steps := await helped(world, owner))
    assert steps.index("setup") < steps.index("round open")


async def test_a_writer_is_told_until_when_to_submit(world: World) -> None:
    round_ = await world.open_round(rule=word_rule.exactly(100))
    text = await helped(world, world.writer)
    closes = int(round_.plan.closes_at.timestamp())
    assert f"**First frost** takes stories until <t:{closes}:F>" in text
    assert f"<#{world.channel.id}>: exactly 100 words." in text
    assert re.search(r"</submit:\d+> takes your story", text)
    assert "drafts" not in text
    assert "entry withdraw" not in text


@pytest.mark.usefixtures("unticking")
async def test_what_is_held_and_handed_in_is_named(world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, post())
    await world.writer.submit_modal(await world.writer.slash(world.channel, "submit"), {"text": post()})
    text = await helped(world, world.writer)
    assert re.search(r"</drafts:\d+> shows the draft I hold for you", text)
    assert "*Report* in a story's menu" in text
    assert re.search(r"</entry withdraw:\d+> takes an entry back\. You have 1 entry", text)
    assert "drafts" not in await helped(world, world.other_writer)
    await world.env.advance_time(30 * 86_400)
    assert re.search(r"</entries:\d+> shows what you handed in", await helped(world, world.writer)), (
        "after the close, too"
    )


async def test_a_moderator_with_rounds_is_told_how_to_change_them(world: World) -> None:
    await world.open_round()
    text = await helped(world, world.moderator)
    for name in ("open", "edit", "extend", "close", "cancel"):
        assert re.search(rf"</round {name}:\d+>", text)


async def test_a_round_to_come_is_no_open_one(world: World) -> None:
    round_ = await world.open_round(hours=1)
    await world.env.advance_time(7200)
    text = await helped(world, world.writer)
    assert round_.plan.title not in text
    assert re.search(r"</round list:\d+> shows what was and what is to come", text)


async def test_many_rounds_with_long_titles_fit(world: World) -> None:
    for _ in range(7):
        await world.open_round(title="||`" + "*_" * 40)
    text = await helped(world, world.moderator)
    assert "And 2 more" in text
    assert len(text) <= 4_000


async def test_the_commands_are_known_after_a_restart_without_telling_discord_again(world: World) -> None:
    await world.restart()
    assert re.search(r"</submit:\d+>", await helped(world, world.writer))


async def test_help_in_a_direct_message(world: World) -> None:
    answer = (await world.env.create_user("nadia").slash("help")).response
    assert answer is not None
    assert re.search(r"</count:\d+> takes any text or file", shown(answer.message))
    assert "*Count words* in a message's menu" in shown(answer.message)


async def test_every_command_that_help_names_is_there(world: World) -> None:
    named: list[str] = []

    def mention(command: str) -> str:
        named.append(command)
        return command

    for any_rounds in (True, False):
        everything = Standpoint((), any_rounds, drafts=1, entries=1, moderates=True, may_set_up=True)
        helping.on_server(everything, mention)
    helping.in_private(mention)
    known = {command.qualified_name for command in world.bot.tree.walk_commands()}
    assert set(named) <= known


# -- counting -------------------------------------------------------------------------------------


async def test_a_text_is_counted_and_not_kept(world: World) -> None:
    opened = await world.reader.slash(world.channel, "count")
    text = await counted(await world.reader.submit_modal(opened, {"text": post(101, declared=100) + " -- dash"}))
    assert "### 102 words" in text
    assert "**The Kettle**" in text
    assert "102 as the Archive of Our Own counts, 103 as word processors count" in text
    assert "Ways of counting: 102 as the Archive of Our Own counts, 103 as word processors count, 102 with" in text
    assert "-# 1 dash standing alone, which only word processors count" in text
    assert "“The kettle sang" in text
    assert await world.drafts_of(world.reader.id) == []


@pytest.mark.parametrize(
    "text", ["Words: 3\n\nRain fell on.", "Rain fell on.\n\n(3 words)", "Rain fell on.\n\nA/N: thanks!", "3 words"]
)
async def test_a_header_that_says_nothing_above_the_story_is_no_matter(world: World, text: str) -> None:
    opened = await world.reader.slash(world.channel, "count")
    said = await counted(await world.reader.submit_modal(opened, {"text": text}))
    assert ("### 3 words" if "Rain" in text else "### ") in said
    message = await world.writer.send(world.channel, text)
    assert await counted(await world.reader.context_menu(world.channel, "Count words", message)) == said
    round_ = await world.open_round()
    if "Rain" in text:
        await world.enter(round_, text)
        entry = world.channel.history()[-1]
        assert "### 3 words" in await counted(await world.reader.context_menu(world.channel, "Count words", entry))


async def test_a_file_is_counted_under_the_text_after_a_restart(world: World) -> None:
    opened = await world.reader.slash(world.channel, "count")
    await world.restart()
    values = {"text": "Title: Frost\n", "file": ("kettle.md", story(50).encode())}
    text = await counted(await world.reader.submit_modal(opened, values))
    assert "### 50 words" in text
    assert "**Frost**" in text


async def test_words_are_counted_in_a_direct_message(world: World) -> None:
    user = world.env.create_user("nadia")
    opened = await user.slash("count")
    text = await counted(await user.submit_modal(opened, {"text": "One word."}))
    assert "### 2 words" in text
    assert "I found no header" in text


async def test_the_words_of_anybodys_message_are_counted(world: World) -> None:
    message = await world.writer.send(world.channel, "Just one and two and three.")
    assert "### 6 words" in await counted(await world.reader.context_menu(world.channel, "Count words", message))
    files = [("cover.png", b"\x89PNG"), ("kettle.txt", story(30).encode())]
    message = await world.writer.send(world.channel, "Notes: new\n", attachments=files)
    text = await counted(await world.reader.context_menu(world.channel, "Count words", message))
    assert "### 30 words" in text
    assert "**Notes**: new" in text


@pytest.mark.parametrize(("others", "left"), [(1, "`b0.txt`"), (2, "the 2 others")])
async def test_of_several_files_the_one_that_was_counted_is_named(world: World, others: int, left: str) -> None:
    files = [("a.txt", b"one two"), *((f"b{number}.txt", b"three") for number in range(others))]
    message = await world.writer.send(world.channel, "", attachments=files)
    said = await counted(await world.reader.context_menu(world.channel, "Count words", message))
    assert "### 2 words" in said
    assert f"Of these files I counted `a.txt` alone; for {left} there is `/count`." in said


async def test_any_message_of_an_entry_counts_its_whole_story_as_its_round_does(world: World) -> None:
    round_ = await world.open_round(convention=Convention.WHITESPACE, title_counts=True)
    text = f"Title: The Long Night\nWarnings: gulls\n\n{story(600)} –\n\n{story(600)}"
    entry = await world.enter(round_, text)
    _, *pages = world.channel.history()
    assert len(pages) > 1
    for page in pages:
        answer = await world.reader.context_menu(world.channel, "Count words", page)
        said = await counted(answer)
        assert entry.words == 1_204
        assert "### 1,204 words, the title counted in" in said
        assert "**Warnings**: gulls" in said
        assert "continued" not in said
        top, below = answer.response.message.components
        assert [top.spoiler, below.spoiler] == [False, True], "a story under the cut is not quoted in the open"


async def test_a_card_and_a_round_up_have_no_story_to_count(world: World) -> None:
    await world.open_round(hours=1)
    await world.env.advance_time(3600)
    card, round_up = world.channel.history()
    for message in (card, round_up):
        said = await counted(await world.reader.context_menu(world.channel, "Count words", message))
        assert "no story in this post of mine" in said


async def test_what_another_bot_lays_out_is_counted(world: World) -> None:
    layout = discord.ui.LayoutView()
    box = discord.ui.Container[discord.ui.LayoutView](discord.ui.TextDisplay("One and two"))
    box.add_item(discord.ui.Section[Any]("and three", accessory=discord.ui.Thumbnail[Any]("https://a.example/b.png")))
    layout.add_item(discord.ui.TextDisplay("Title: Rain\n")).add_item(box)
    channel = world.bot.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    with world.env.time_context():
        message = await channel.send(view=layout)
    said = await counted(await world.reader.context_menu(world.channel, "Count words", message))
    assert "### 5 words" in said
    assert "**Rain**" in said


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"text": " \n"}, "neither text nor a file"),
        ({"text": "", "file": ("kettle.doc", b"PK")}, "I can't read `kettle.doc`"),
        ({"text": "", "file": ("kettle.txt", b"%PDF-1.7")}, "is a PDF, whatever its name says"),
    ],
)
async def test_what_cannot_be_counted_is_said(world: World, values: dict[str, Any], said: str) -> None:
    opened = await world.reader.slash(world.channel, "count")
    assert said in await counted(await world.reader.submit_modal(opened, values))


async def test_what_was_typed_beside_a_file_that_cannot_be_read_is_counted(world: World) -> None:
    opened = await world.reader.slash(world.channel, "count")
    said = await counted(await world.reader.submit_modal(opened, {"text": "One word.", "file": ("a.pdf", b"%PDF-1")}))
    assert "### 2 words" in said
    assert "I can't read `a.pdf`" in said
    assert "I counted the text alone." in said


async def test_the_longest_text_fits_the_answer(world: World) -> None:
    marks = "||`***_~[x](https://a.b)" * 40
    lines = "\n".join(f"Notes: {marks}" for _ in range(40))
    opened = await world.reader.slash(world.channel, "count")
    file = ("long.txt", f"Title: {marks}\n{lines}\n\n{'*|`_' * 1_000}".encode())
    text = await counted(await world.reader.submit_modal(opened, {"text": "", "file": file}))
    assert "**Notes**" in text
    assert len(text) <= 4_001
