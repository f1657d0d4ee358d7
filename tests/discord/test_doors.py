"""From a text to the preview, through every door."""

from collections.abc import Awaitable, Callable

import pytest

from bot.domain.documents.file import ENCRYPTED
from bot.domain.documents.zip_archive import MOST_UNPACKED
from bot.domain.entries import authorship
from bot.domain.header.field import Field
from bot.domain.text import word_rule
from bot.domain.text.conventions import Convention
from tests.beside import SEED
from tests.discord.conftest import World
from tests.discord.desk import Desk, entries, post, story
from tests.documents import OLD_WORD, docx, odt, packed, paragraph, run

Door = Callable[[World, str], Awaitable[Desk]]


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world, world.writer)


async def pasted(world: World, text: str) -> Desk:
    desk = Desk(world, world.writer)
    await desk.submit(text)
    return desk


async def pasted_at_the_card(world: World, text: str) -> Desk:
    desk = Desk(world, world.writer)
    (card,) = [message for message in world.channel.history() if message.components]
    await desk.fill(await world.writer.click(card, label="Submit"), text)
    return desk


async def uploaded(world: World, text: str) -> Desk:
    desk = Desk(world, world.writer)
    await desk.submit(file=("kettle.txt", text.encode()))
    return desk


async def from_a_message(world: World, text: str) -> Desk:
    desk = Desk(world, world.writer)
    await desk.enter(await world.writer.send(world.channel, text))
    return desk


async def from_an_attachment(world: World, text: str) -> Desk:
    desk = Desk(world, world.writer)
    files = [("cover.png", b"\x89PNG"), ("kettle.md", text.encode()), ("other.txt", b"Not this one.")]
    await desk.enter(await world.writer.send(world.channel, attachments=files))
    return desk


DOORS = [pasted, pasted_at_the_card, uploaded, from_a_message, from_an_attachment]


async def test_what_a_mail_says_in_its_subject_and_its_header_is_said_once(world: World) -> None:
    await world.open_round()
    desk = Desk(world, world.writer)
    mail = "From: Ines <ines@example.org>\nSubject: The Kettle (G)\nDate: Sun, 29 Nov 2026 21:14:07 +0000"
    await desk.submit(f"{mail}\n\nTitle: The Kettle\nRating: G\n\n{story(30)}")
    assert "**Rating**: G · **Words**: 30" in desk.text


@pytest.mark.parametrize("door", DOORS)
async def test_every_door_leads_to_the_preview_and_on_to_an_entry(world: World, door: Door) -> None:
    round_ = await world.open_round(rule=word_rule.exactly(100), required=(Field.TITLE, Field.FANDOM))
    desk = await door(world, post())
    assert "**The Kettle**" in desk.text
    assert "Winter Stories" in desk.text
    assert "**Fandom**: Winter Stories · **Rating**: PG · **Words**: 100\n" in desk.text
    assert "“The kettle sang" in desk.text
    assert "First frost" in desk.text
    assert f"<t:{int(round_.plan.closes_at.timestamp())}:F>" in desk.text
    assert await entries(world, round_.id) == []
    await desk.click("Hand in")
    assert "**The Kettle** is handed in to **First frost**" in desk.text
    assert "/entry withdraw" in desk.text
    (entry,) = await entries(world, round_.id)
    assert (entry.title, entry.counts[Convention.AO3], entry.story) == ("The Kettle", 100, story(100))
    assert authorship.is_by(entry, world.writer.id)
    assert await world.drafts_of(world.writer.id) == []


@pytest.mark.skipif(not SEED.exists(), reason="the collected posts are not here")
@pytest.mark.parametrize("door", [pasted, uploaded, from_an_attachment])
async def test_the_post_that_this_project_started_from(world: World, door: Door) -> None:
    round_ = await world.open_round()
    desk = await door(world, SEED.read_text())
    assert "**Words**: 502 (508 as word processors count)" in desk.text
    assert "**Under the cut**, since" in desk.text
    await desk.click("Hand in")
    (entry,) = await entries(world, round_.id)
    assert (entry.counts[Convention.AO3], entry.counts[Convention.WHITESPACE]) == (502, 508)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1252"])
async def test_files_of_every_common_encoding_are_read(world: World, desk: Desk, encoding: str) -> None:
    await world.open_round()
    await desk.submit(file=("soir.TXT", "Title: Café\n\nElle dit « non », et s’en alla.".encode(encoding)))
    assert "**Café**" in desk.text
    assert "“Elle dit « non », et s’en alla.”" in desk.text


async def test_a_guess_at_a_files_encoding_is_told_and_what_to_do(world: World, desk: Desk) -> None:
    await world.open_round()
    await desk.submit(file=("дождь.txt", "Шёл дождь.".encode("cp1251")))
    assert "“Шёл дождь.”" in desk.text
    assert "I read the file as Cyrillic (Windows-1251), but I am not sure." in desk.text
    assert "save it as UTF-8" in desk.text


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("kettle.doc", b"\xd0\xcf\x11\xe0", "I read .txt, .md, .html, .docx, .odt or .rtf"),
        ("kettle.docx", b"x" * (4 * 1024 * 1024 + 1), "I read files up to 4,096 KB"),
        ("kettle.txt", b"x" * (512 * 1024 + 1), "I read files up to 512 KB"),
    ],
)
async def test_a_file_is_refused_before_it_is_downloaded(
    world: World, desk: Desk, name: str, data: bytes, said: str
) -> None:
    await world.open_round()
    downloads = watch_downloads(world)
    await desk.submit(file=(name, data))
    assert said in desk.text
    assert downloads == []
    await desk.submit(file=("kettle.txt", post().encode()))
    assert len(downloads) == 1


FILES = {
    "kettle.html": b"<p>Title: Frost<br>Rating: G</p><p>The <i>kettle</i> sang.</p>",
    "kettle.docx": docx(*(paragraph(run(line)) for line in ("Title: Frost", "Rating: G", "", "The *kettle* sang."))),
    "kettle.odt": odt("Title: Frost", "Rating: G", "", "The kettle sang.", italic="kettle"),
    "kettle.rtf": rb"{\rtf1 Title: Frost\par Rating: G\par\par The {\i kettle} sang.}",
}


@pytest.mark.parametrize("name", FILES)
async def test_documents_of_every_kind_are_read(world: World, desk: Desk, name: str) -> None:
    round_ = await world.open_round()
    await desk.submit(file=(name, FILES[name]))
    await desk.click("Hand in")
    await desk.enter(await world.writer.send(world.channel, attachments=[(name, FILES[name])]))
    await desk.click("Hand in")
    for entry in await entries(world, round_.id):
        assert (entry.title, entry.story) == ("Frost", "The *kettle* sang.")
    assert len(await entries(world, round_.id)) == 2


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("kettle.docx", OLD_WORD + ENCRYPTED, "has a password"),
        ("kettle.docx", FILES["kettle.docx"][:-40], "looks damaged"),
        ("kettle.odt", FILES["kettle.docx"], "is a Word document (.docx), whatever its name says"),
        ("kettle.docx", packed({"word/document.xml": bytes(MOST_UNPACKED + 1)}), "unpacks to more than the 32 MB"),
    ],
)
async def test_a_document_that_is_refused_says_what_to_do(
    world: World, desk: Desk, name: str, data: bytes, said: str
) -> None:
    await desk.submit(post(), (name, data))
    assert said in desk.text
    assert "I kept the text that you typed" in desk.text


def watch_downloads(world: World) -> list[str]:
    fetched: list[str] = []
    fetch = world.bot.http.get_from_cdn

    async def watched(url: str) -> bytes:
        fetched.append(url)
        return await fetch(url)

    world.bot.http.get_from_cdn = watched
    return fetched


@pytest.mark.parametrize(("data", "said"), [(b"%PDF-1.7", "is a PDF"), (b"\0", "looks damaged"), (b" \n", "is empty")])
async def test_a_file_that_is_no_text_is_refused(world: World, desk: Desk, data: bytes, said: str) -> None:
    await desk.submit(file=("kettle.txt", data))
    assert said in desk.text
    assert await world.drafts_of(world.writer.id) == []


async def test_text_typed_beside_a_refused_file_is_kept(world: World, desk: Desk) -> None:
    await world.open_round()
    await desk.submit(post(), ("kettle.pdf", b"%PDF"))
    assert "I can't read `kettle.pdf`" in desk.text
    assert "I kept the text that you typed" in desk.text
    await desk.click("Hand in")
    assert "handed in" in desk.text


async def test_a_file_goes_under_the_typed_text(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    await desk.submit("Title: Frost\nRating: G\n", ("kettle.txt", story(50).encode()))
    await desk.click("Hand in")
    (entry,) = await entries(world, round_.id)
    assert (entry.title, entry.story) == ("Frost", story(50))


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["cover.png", "kettle.md", "snow.txt"], "; for `snow.txt` there is `/submit`, and *Edit text*"),
        (["kettle.md", "snow.txt", "ice.odt"], "; for the 2 others there is `/submit`, and *Edit text*"),
        (["kettle.md", "cover.png"], None),
    ],
)
async def test_of_several_files_one_is_taken_and_the_others_are_spoken_of(
    world: World, desk: Desk, names: list[str], said: str | None
) -> None:
    await world.open_round()
    await desk.enter(await world.writer.send(world.channel, attachments=[(name, post().encode()) for name in names]))
    assert "**The Kettle**" in desk.text
    assert ("I looked at `kettle.md` alone" in desk.text) is (said is not None)
    assert (said or "") in desk.text


async def test_a_file_that_is_refused_and_one_that_was_not_looked_at_are_both_spoken_of(
    world: World, desk: Desk
) -> None:
    files = [("kettle.docx", OLD_WORD + ENCRYPTED), ("snow.txt", b"It snowed.")]
    await desk.enter(await world.writer.send(world.channel, post(), attachments=files))
    assert "`kettle.docx` has a password" in desk.text
    assert "I kept the text that you typed. Of these files I looked at `kettle.docx` alone" in desk.text


async def test_nothing_handed_over_is_said(world: World, desk: Desk) -> None:
    await desk.submit("  \n")
    assert "neither text nor a file" in desk.text
    await desk.enter(await world.writer.send(world.channel, attachments=[("cover.png", b"\x89PNG")]))
    assert "I can't read `cover.png`" in desk.text


async def test_only_ones_own_message_can_be_entered(world: World, desk: Desk) -> None:
    await desk.enter(await world.other_writer.send(world.channel, post()))
    assert "somebody else" in desk.text
    assert await world.drafts_of(world.writer.id) == []


async def test_a_post_of_the_bots_says_what_it_is(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    await world.enter(round_, post())
    await world.enter(round_, post(), author=world.other_writer)
    card, mine, other = world.channel.history()
    await desk.enter(mine)
    assert "is your entry already" in desk.text
    assert [*desk.buttons] == ["Edit", "Read", "Take it back"]
    await desk.enter(other)
    assert "somebody else" in desk.text
    await desk.enter(card)
    assert "no story in this post of mine" in desk.text
    assert await world.drafts_of(world.writer.id) == []


async def test_a_button_of_a_closed_round_opens_nothing(world: World) -> None:
    await world.open_round(hours=1)
    (card,) = world.channel.history()
    world.env.backend.advance_clock(3600)  # the card still has its button, as in the second before it is edited
    refused = await world.writer.click(card, label="Submit")
    assert refused.modal is None
    assert "closed" in refused.response.content
