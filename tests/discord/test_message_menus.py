"""The menus of a message: what was forwarded, what stands in embeds, and files of either."""

from typing import Any

import pytest
from simcord.backend.models import MessageSticker, Poll, PollAnswer

from bot.domain.reading import manuscript
from bot.ui.answering import members_message
from tests.discord.conftest import World, shown
from tests.discord.desk import Desk, entries, post, story
from tests.documents import docx, paragraph, run

SAID = "The lamp went out at five."


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world, world.writer)


async def forwarded(world: World, text: str, *, attachments: Any = ()) -> Any:
    """What somebody else wrote elsewhere, forwarded by the writer."""
    elsewhere = world.guild.create_text_channel("elsewhere")
    sent = await world.other_writer.send(elsewhere, text, attachments=list(attachments))
    return await world.writer.forward(sent, world.channel)


async def embedded(world: World, *embeds: dict[str, Any], text: str = "", author: Any = None) -> Any:
    world.env.backend.create_message(world.channel.id, (author or world.writer).id, text, embeds=list(embeds))
    await world.env.settle()
    return world.channel.history()[-1]


async def counted(world: World, asked: Any) -> str:
    answer = await world.reader.context_menu(world.channel, "Count words", asked)
    return f"{answer.response.content}\n{shown(answer.response.message)}"


async def test_what_was_forwarded_is_counted(world: World) -> None:
    assert "6 words" in await counted(world, await forwarded(world, SAID))


async def test_a_file_that_was_forwarded_is_counted(world: World) -> None:
    assert "6 words" in await counted(world, await forwarded(world, "", attachments=[("lamp.txt", SAID.encode())]))
    picture = await forwarded(world, "", attachments=[("lamp.png", b"\x89PNG")])
    assert "I can't read `lamp.png`" in await counted(world, picture)


@pytest.mark.parametrize(
    ("embeds", "words"),
    [
        ([{"description": SAID}], 6),
        ([{"title": "Lamps", "description": SAID}, {"description": "It rained."}], 8),
        ([{"fields": [{"name": "Then", "value": SAID}], "footer": {"text": "posted by ines"}}], 7),
    ],
)
async def test_what_stands_in_embeds_is_counted(world: World, embeds: list[dict[str, Any]], words: int) -> None:
    assert f"{words} words" in await counted(world, await embedded(world, *embeds))


@pytest.mark.parametrize("kind", ["link", "article", "rich"])
async def test_the_preview_of_a_link_is_none_of_a_messages_words(world: World, kind: str) -> None:
    address = "https://lamps.example"
    preview = {"type": kind, "url": f"{address}/", "title": "Lamps", "description": "A shop for lamps."}
    without = await counted(world, await embedded(world, text=f"{SAID} {address}"))
    assert await counted(world, await embedded(world, preview, text=f"{SAID} {address}")) == without


@pytest.mark.parametrize("label", ["**[Reply to:]({})**", "[Reply to]({})", "[Reply to:](<{}>)"])
async def test_what_a_proxy_quotes_of_the_message_it_answers_is_none_of_the_words(world: World, label: str) -> None:
    quoted = label.format("https://discord.com/channels/1/2/3") + " Who lit the lamp?"
    answered = {"author": {"name": "Tomas \u21a9\ufe0f"}, "description": quoted}
    assert "6 words" in await counted(world, await embedded(world, answered, text=SAID))


async def test_a_link_to_a_message_may_begin_a_story(world: World) -> None:
    told = {"description": f"[The prompt](https://discord.com/channels/1/2/3) {SAID}"}
    assert "8 words" in await counted(world, await embedded(world, told))


async def test_what_stands_in_an_embed_is_counted_with_the_text_above_it(world: World) -> None:
    assert "10 words" in await counted(world, await embedded(world, {"description": SAID}, text="The kettle was cold."))


async def test_a_story_in_an_embed_has_its_header_in_the_fields(world: World, desk: Desk) -> None:
    await world.open_round()
    header, _, story = post().partition("\n\n")
    lines = dict(line.split(": ", 1) for line in header.splitlines())
    fields = [{"name": name, "value": value} for name, value in lines.items() if name != "Title"]
    sent = await embedded(world, {"title": lines["Title"], "description": story, "fields": fields}, author=world.reader)
    assert "100 words" in await counted(world, sent)
    await desk.enter(await world.writer.forward(sent, world.channel))
    [draft] = await world.drafts_of(desk.who.id)
    read = draft.read()
    assert {field.label: value for field, value in read.header.fields} == lines
    assert read.story == story.strip()
    await desk.click("Hand in")
    assert "is handed in" in desk.text


async def test_a_story_may_be_spread_over_embeds(world: World) -> None:
    halves = [{"description": SAID}, {"description": SAID}, {"description": SAID}]
    assert "18 words" in await counted(world, await embedded(world, *halves))


@pytest.mark.parametrize("what", ["a poll", "a sticker", "this message"])
async def test_what_has_no_words_is_told_so(world: World, desk: Desk, what: str) -> None:
    sent = await wordless(world, what)
    assert f"There is no story in {what} for me to read." in await counted(world, sent)
    await desk.enter(sent)
    assert f"There is no story in {what} for me to read." in desk.text
    assert await world.drafts_of(world.writer.id) == []


async def test_a_forwarded_sticker_has_no_words(world: World) -> None:
    sent = await world.reader.forward(await wordless(world, "a sticker"), world.channel)
    assert "There is no story in a sticker" in await counted(world, sent)


async def wordless(world: World, what: str) -> Any:
    poll = Poll("A lamp?", [PollAnswer(1, "yes")], expiry="2026-12-01T00:00:00+00:00")
    lamp = MessageSticker(id=1, name="lamp", format_type=1, guild_id=world.guild.id)
    picture = {"image": {"url": "https://lamps.example/lamp.png"}}
    given: dict[str, dict[str, Any]] = {
        "a poll": {"poll": poll},
        "a sticker": {"stickers": [lamp]},
        "this message": {"embeds": [picture]},
    }
    world.env.backend.create_message(world.channel.id, world.writer.id, "", **given[what])
    await world.env.settle()
    return world.channel.history()[-1]


async def test_a_document_that_was_forwarded_is_entered(world: World, desk: Desk) -> None:
    await world.open_round()
    written = docx(*(paragraph(run(line)) for line in post().split("\n")))
    await desk.enter(await forwarded(world, "", attachments=[("kettle.docx", written)]))
    [draft] = await world.drafts_of(desk.who.id)
    assert draft.read() == manuscript.parse(post())


async def test_forwarded_embeds_are_counted(world: World) -> None:
    sent = await embedded(world, {"description": SAID})
    assert "6 words" in await counted(world, await world.reader.forward(sent, world.channel))


async def test_a_forwarded_story_is_entered_with_a_word_about_whose_it_is(world: World, desk: Desk) -> None:
    await world.open_round()
    await desk.enter(await forwarded(world, post()))
    assert "**The Kettle**" in desk.text
    assert members_message.FORWARDED in desk.text
    assert [draft.text for draft in await world.drafts_of(desk.who.id)] == [post()]
    await desk.click("Hand in")
    assert "is handed in" in desk.text


async def test_what_somebody_else_forwarded_is_not_ones_own(world: World, desk: Desk) -> None:
    sent = await world.writer.send(world.channel, post())
    await desk.enter(await world.reader.forward(sent, world.channel))
    assert "somebody else" in desk.text


async def test_an_entry_that_was_forwarded_stays_its_writers(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    await world.enter(round_, post())
    await world.enter(round_, post(), author=world.other_writer)
    _, mine, other = world.channel.history()
    for entry, said in ((mine, "is your entry already"), (other, "somebody else")):
        forward = await world.writer.forward(entry, world.channel)
        assert "100 words" in await counted(world, forward)
        await desk.enter(forward)
        assert said in desk.text
    assert await world.drafts_of(world.writer.id) == []


async def proxied(world: World, text: str) -> Any:
    """What a proxy posted for a writer, under a name that is no account's."""
    proxy = world.guild.create_webhook(world.channel, "Proxy")
    return await proxy.send(text, username="Wren")


async def test_the_writer_of_what_a_proxy_posted_enters_it_by_a_forward(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    sent = await proxied(world, post())
    assert "100 words" in await counted(world, sent)
    await desk.enter(sent)
    assert "forward it to this channel as yourself" in desk.text
    assert await world.drafts_of(desk.who.id) == []
    await desk.enter(await world.writer.forward(sent, world.channel))
    assert members_message.FORWARDED in desk.text
    await desk.click("Hand in")
    [entry] = await entries(world, round_.id)
    await desk.enter(await world.writer.forward(sent, world.channel))
    assert members_message.ALREADY in desk.text
    assert entry.writer_id == world.writer.id
    assert entry.story == story(100)


async def test_a_message_is_one_story_however_often_it_is_entered(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    sent = await world.writer.send(world.channel, post())
    await desk.enter(sent)
    assert members_message.BEGUN not in desk.text
    await desk.click("Discard")
    await desk.enter(sent)
    assert members_message.BEGUN in desk.text
    await world.env.advance_time(60)
    await world.writer.edit(sent, post(99))
    await desk.enter(sent)
    assert members_message.CHANGED in desk.text
    [draft] = await world.drafts_of(desk.who.id)
    assert draft.text == post(99)
    await desk.click("Hand in")
    await desk.enter(sent)
    address = f"https://discord.com/channels/{world.guild.id}/{world.channel.id}/{world.channel.last_message.id}"
    assert desk.text.startswith(f"{members_message.ALREADY}\n### [The Kettle]({address})")
    await desk.click("Edit")
    await desk.click("Discard")
    await desk.enter(sent)
    await desk.click("Take it back")
    await desk.click("Take it back")
    await desk.enter(sent)
    assert members_message.BEGUN in desk.text
    await desk.click("Hand in")
    await desk.enter(sent)
    assert members_message.ALREADY in desk.text
    assert len(await entries(world, round_.id)) == 1
    assert await world.drafts_of(desk.who.id) == []


async def test_what_a_proxy_posted_is_not_its_readers(world: World, desk: Desk) -> None:
    """Nor is the forward of it by somebody else."""
    forward = await world.reader.forward(await proxied(world, post()), world.channel)
    await desk.enter(forward)
    assert "somebody else" in desk.text
    assert await world.drafts_of(desk.who.id) == []
