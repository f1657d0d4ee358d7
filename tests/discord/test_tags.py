"""A server's tags: offered while a header is begun, and named by moderators."""

from typing import Any

import pytest

from bot.domain.header.field import Field
from bot.domain.moderation.deed import Did
from bot.domain.rounds.round import Round
from bot.domain.rounds.screening import Review, Screening
from bot.domain.tags import tag
from bot.domain.tags.tag import TagKind
from bot.services import erasing, naming_tags
from bot.storage import deeds as kept_deeds
from bot.storage import entry_tags
from bot.storage.entry_tags import Untagged
from bot.ui.views.press import custom_id
from tests.discord.chair import Chair
from tests.discord.conftest import World
from tests.discord.desk import Desk, box, entries, story
from tests.discord.test_filters import ask, shown
from tests.discord.test_forged import PLAIN, send
from tests.discord.test_sight import hide

FANDOM = {"kind": "fandom"}


@pytest.fixture
async def round_(world: World) -> Round:
    found = await world.open_round(entries_per_member=20)
    for fandom in ("Harbour Lights", "Harbour Lights", "Harbor Lights", "Woods"):
        header = f"Title: Ash\nFandom: {fandom}\nPairing: Ana/Ben\nCharacters: Cleo"
        await world.write_entry(found, f"{header}\n\nIt fell.")
    await world.wake()
    return found


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


async def offered(world: World, option: str, typed: str, *, who: Any = None) -> list[str]:
    found = await (who or world.other_writer).autocomplete(world.channel, "submit", option, typed)
    return [choice["value"] for choice in found]


async def test_what_stories_here_had_is_offered(world: World, round_: Round) -> None:
    assert await offered(world, "fandom", "") == ["Harbour Lights", "Harbor Lights", "Woods"]
    assert await offered(world, "fandom", "wod") == ["Woods"]
    near = await offered(world, "fandom", "Woods, harbuor lights")
    assert sorted(near) == ["Woods, Harbor Lights", "Woods, Harbour Lights"]
    assert await offered(world, "pairing", "ana") == ["Ana/Ben"]
    assert await offered(world, "characters", "c") == ["Cleo"]


async def test_what_was_chosen_begins_the_header(world: World, round_: Round) -> None:
    desk = Desk(world, world.other_writer)
    opened = await desk.who.slash(world.channel, "submit", fandom="Woods", characters="Cleo, Dan")
    began = box(opened, "text")["value"]
    assert began == "Fandom: Woods\nCharacters: Cleo, Dan\n\n"
    await desk.fill(opened, f"Title: Oak\n{began}{story(30)}")
    await desk.click("Hand in")
    new = (await entries(world, round_.id))[-1]
    assert (new.header.get(Field.FANDOM), new.header.characters) == ("Woods", ("Cleo", "Dan"))


async def test_what_was_taken_back_is_offered_no_more(world: World, round_: Round) -> None:
    desk = Desk(world, world.writer)
    desk.keep(await desk.who.slash(world.channel, "entry withdraw", entry="4"))
    await desk.click("Take it back")
    assert await offered(world, "fandom", "woods") == []


async def test_what_waits_for_a_moderator_is_offered_to_nobody(world: World, round_: Round, chair: Chair) -> None:
    await world.settle(screening=Screening(Review.EVERYBODY))
    await world.enter(round_, "Title: Oak\nFandom: Buy My Lamps\n\nIt fell.")
    assert await offered(world, "fandom", "Buy") == []
    await chair.command("tags list")
    assert "Buy My Lamps" not in chair.text
    await send(world, world.moderator, world.channel, custom_id("case.approve", 1))
    assert await offered(world, "fandom", "Buy") == ["Buy My Lamps"]


async def test_what_stands_out_of_sight_is_not_offered(world: World, round_: Round) -> None:
    secret = world.guild.create_text_channel("backstage")
    await hide(world, secret, world.other_writer)
    await world.enter(await world.open_round(channel=secret), "Title: Oak\nFandom: Ravens\n\nIt fell.")
    assert await offered(world, "fandom", "Rav") == []
    assert await offered(world, "fandom", "Rav", who=world.reader) == ["Ravens"]


async def test_another_servers_tags_are_its_own(world: World, round_: Round) -> None:
    elsewhere = world.env.create_guild(name="The Quill")
    channel = elsewhere.create_text_channel("talk")
    stranger = elsewhere.add_member(world.env.create_user("odile"))
    assert await stranger.autocomplete(channel, "submit", "fandom", "") == []


async def test_a_merge_holds_everywhere_and_touches_no_entry(world: World, round_: Round, chair: Chair) -> None:
    await chair.command("tags merge", **FANDOM, tag="harbor lights", into="Harbour Lights")
    assert "**Harbor Lights** is **Harbour Lights** from now on" in chair.text
    assert await offered(world, "fandom", "") == ["Harbour Lights", "Woods"]
    await chair.command("tags list")
    assert "- Harbour Lights: 3 stories\n- Woods: 1 story" in chair.text
    third = (await entries(world, round_.id))[2]
    assert third.header.get(Field.FANDOM) == "Harbor Lights"
    await ask(world, reader := Desk(world, world.reader), fandoms="Harbour Lights")
    assert await shown(world, reader) == {"Ash"}
    assert "3 more I keep from you" in reader.text


async def test_a_merge_is_undone_at_once_or_later(world: World, round_: Round, chair: Chair) -> None:
    for later in (False, True):
        await chair.command("tags merge", **FANDOM, tag="Harbor Lights", into="Harbour Lights")
        if later:
            await chair.command("tags list")
            (option,) = select(chair, "tags.undo")["options"]
            assert option["label"] == "Harbor Lights → Harbour Lights"
            await chair.choose("tags.undo:0", option["value"])
        else:
            await chair.click("Undo")
        assert "**Harbor Lights** goes by its own name again." in chair.text
        assert await offered(world, "fandom", "") == ["Harbour Lights", "Harbor Lights", "Woods"]
    done = await world.bot.database.read(kept_deeds.of_guild, world.guild.id, kept_deeds.Sought())
    assert [deed.what for deed in done[:2]] == [Did.TAG_AS_BEFORE, Did.TAG_NAMED]
    assert done[0].reason == "Harbor Lights: Harbour Lights"


async def test_an_undo_leads_back_to_what_was(world: World, round_: Round, chair: Chair) -> None:
    await chair.command("tags merge", **FANDOM, tag="Harbor Lights", into="Harbour Lights")
    merged = chair.page
    await chair.command("tags rename", **FANDOM, tag="Harbour Lights", to="Harbor Lights")
    assert await offered(world, "fandom", "harb") == ["Harbor Lights"]
    await chair.click("Undo")
    assert await offered(world, "fandom", "harb") == ["Harbour Lights"], "one tag, as before the new name"
    chair.page = merged
    await chair.click("Undo")
    assert await offered(world, "fandom", "harb") == ["Harbour Lights", "Harbor Lights"]


async def test_a_name_that_was_given_before_a_merge_is_there_after_its_undo(
    world: World, round_: Round, chair: Chair
) -> None:
    for name in ("WOODS", "WOODS"):
        await chair.command("tags rename", **FANDOM, tag="woods", to=name)
    assert await offered(world, "fandom", "woo") == ["WOODS"]
    await chair.command("tags merge", **FANDOM, tag="Woods", into="Harbor Lights")
    assert await offered(world, "fandom", "woo") == []
    for name in ("WOODS", "Woods"):
        await chair.command("tags list")
        await chair.choose("tags.undo:0", select(chair, "tags.undo")["options"][0]["value"])
        assert await offered(world, "fandom", "woo") == [name]


async def test_undone_in_any_order_a_name_comes_back_once(world: World, round_: Round, chair: Chair) -> None:
    """Each step is undone by its own button, whichever came first."""
    for first, second in ((0, 1), (1, 0)):
        steps: list[Any] = []
        for tag_, name in (("Harbor Lights", "Woods"), ("Woods", "Harbor Lights"), ("Harbor Lights", "Lamps")):
            await chair.command("tags rename", **FANDOM, tag=tag_, to=name)
            steps.append(chair.page)
        for step in (steps[1 + first], steps[1 + second], steps[0]):
            chair.page = step
            await chair.click("Undo")
        assert await offered(world, "fandom", "") == ["Harbour Lights", "Harbor Lights", "Woods"]


async def test_names_that_only_a_members_tag_replaced_go_with_it(world: World, round_: Round, chair: Chair) -> None:
    await world.enter(round_, "Title: Oak\nFandom: Moors\n\nIt grew.", author=world.other_writer)
    await chair.command("tags rename", **FANDOM, tag="Woods", to="Moors")
    await chair.command("tags rename", **FANDOM, tag="Moors", to="Woods")
    kept = "SELECT name FROM tag_names"
    assert len(await world.bot.database.read(lambda session: session.all(kept))) == 2
    await erasing.erase(world.bot.database, world.other_writer.id, world.env.now(), nameless=False)
    assert await world.bot.database.read(lambda session: session.all(kept)) == []
    assert "Woods" in await offered(world, "fandom", "woo")


async def test_what_such_names_replaced_goes_too_and_never_comes_back(
    world: World, round_: Round, chair: Chair
) -> None:
    await world.enter(round_, "Title: Oak\nFandom: Moors\n\nIt grew.", author=world.other_writer)
    for tag_, to in (("Woods", "Wilds"), ("Harbour Lights", "Woods"), ("Moors", "Harbour Lights")):
        await chair.command("tags rename", **FANDOM, tag=tag_, to=to)
    await erasing.erase(world.bot.database, world.other_writer.id, world.env.now(), nameless=False)
    assert await world.bot.database.read(lambda session: session.all("SELECT name FROM tag_names")) == []
    before = await offered(world, "fandom", "")
    await chair.command("tags rename", **FANDOM, tag="Harbor Lights", to="Lanterns")
    await chair.click("Undo")
    assert await offered(world, "fandom", "") == before


async def test_a_name_too_long_for_a_choice_can_be_chosen(world: World, round_: Round, chair: Chair) -> None:
    long = f"The Chronicle of {'very ' * 25}long winters"
    for name in (long, f"{long} and summers"):
        await world.enter(round_, f"Title: Oak\nFandom: {name}\n\nIt grew.")
    found = await chair.who.autocomplete(world.channel, "tags merge", "tag", "chronicle", **FANDOM)
    tag_, into = (choice["value"] for choice in found)
    assert all(len(choice["name"]) <= 100 and choice["name"].endswith("… (1)") for choice in found)
    await chair.command("tags merge", **FANDOM, tag=tag_, into=into)
    await chair.command("tags list")
    assert chair.text.count("The Chronicle of") == 1
    assert ": 2 stories" in chair.text
    await chair.command("tags rename", **FANDOM, tag=into, to="Winters")
    assert await offered(world, "fandom", "winters") == ["Winters"]


async def test_close_spellings_are_shown_and_never_merged_unasked(world: World, round_: Round, chair: Chair) -> None:
    await chair.command("tags list")
    (option,) = select(chair, "tags.merge")["options"]
    assert option["label"] == "Harbor Lights into Harbour Lights"
    assert len(await offered(world, "fandom", "")) == 3
    await chair.choose("tags.merge:0", option["value"])
    assert len(await offered(world, "fandom", "")) == 2
    await chair.command("tags list")
    assert "tags.merge" not in str(chair.page.response.components)
    answer = await send(world, world.moderator, world.channel, custom_id("tags.merge", 0), values=[option["value"]])
    assert "That is done already" in answer


async def test_a_new_name_is_shown_and_can_be_changed_again(world: World, round_: Round, chair: Chair) -> None:
    await chair.command("tags rename", **FANDOM, tag="Woods", to="The  Woods")
    assert await offered(world, "fandom", "wood") == ["The Woods"]
    await chair.command("tags rename", **FANDOM, tag="The Woods", to="THE WOODS")
    assert await offered(world, "fandom", "wood") == ["THE WOODS"]
    await chair.command("tags rename", kind="pairing", tag="Ben/Ana", to="Ana & Ben")
    assert await offered(world, "pairing", "ana") == ["Ana & Ben"]
    await world.enter(round_, "Title: Oak\nFandom: Woods\n\nIt fell.")
    await chair.command("tags list")
    assert "- THE WOODS: 2 stories" in chair.text


@pytest.mark.parametrize("name", ["  ", "\u200b", "\u3164\n\u2800"])
async def test_a_tag_keeps_its_name_where_nothing_would_be_seen_of_another(
    world: World, round_: Round, chair: Chair, name: str
) -> None:
    await chair.command("tags rename", **FANDOM, tag="Woods", to=name)
    assert "Type what the tag should be called" in chair.text
    assert "Woods" in await offered(world, "fandom", "")


async def test_what_was_merged_twice_is_one_for_filters_by_each_of_its_names(
    world: World, round_: Round, chair: Chair
) -> None:
    for kept in ("Harbor Lights", "Woods"):
        await world.enter(round_, f"Title: Kept\nFandom: {kept}\n\nIt stayed.")
    await world.enter(round_, "Title: Oak\nFandom: Moors\n\nIt grew.")
    await chair.command("tags merge", **FANDOM, tag="Harbour Lights", into="Harbor Lights")
    await chair.command("tags merge", **FANDOM, tag="Harbor Lights", into="Woods")
    for name in ("harbour lights", "Harbor Lights", "Woods"):
        desk = Desk(world, world.reader)
        await ask(world, desk, fandoms=name)
        assert await shown(world, desk) == {"Oak"}, name


async def test_hundreds_of_tags_have_pages(world: World, round_: Round, chair: Chair) -> None:
    (entry, *_) = await entries(world, round_.id)
    many = [tag.worded(TagKind.FANDOM, f"{'*' * 90} {number * 7919 % 10_007:x}") for number in range(197)]
    await world.bot.database.write(entry_tags.put, Untagged(entry.id, entry.revision, entry.header), many)
    await chair.command("tags list")
    found = set[str]()
    for number in range(1, 9):
        assert f"Page {number} of 8" in chair.text
        found |= {line for line in chair.text.split("\n") if line.startswith("- ")}
        assert all(len(row["components"][0].get("options", [])) <= 25 for row in chair.page.response.components[1:])
        if number < 8:
            await chair.click("More")
    assert "More" not in chair.buttons
    await chair.click("Back")
    assert "Page 7 of 8" in chair.text
    assert "Page 8 of 8" in await send(world, world.moderator, world.channel, custom_id("tags.page", 99, 0))
    for kind in (3, 2**40):
        assert PLAIN in await send(world, world.moderator, world.channel, custom_id("tags.page", 0, kind))


async def test_a_tag_that_there_is_not_is_said(world: World, round_: Round, chair: Chair) -> None:
    await chair.command("tags merge", **FANDOM, tag="Moors", into="Woods")
    assert "No story here has the tag “Moors”" in chair.text
    await chair.command("tags merge", **FANDOM, tag="Woods", into="Moors")
    assert "No story here has the tag “Moors”" in chair.text
    await chair.command("tags rename", **FANDOM, tag="||`*", to="x")
    assert "No story here has the tag" in chair.text


async def test_a_tag_that_has_that_name_is_left_alone(world: World, round_: Round, chair: Chair) -> None:
    await chair.command("tags merge", **FANDOM, tag="Woods", into="woods")
    assert "That is done already" in chair.text
    assert await naming_tags.namings(world.bot.database, world.guild.id) == []


async def test_only_moderators_name_tags(world: World, round_: Round) -> None:
    chair = Chair(world, world.reader)
    for name, options in (
        ("tags list", {}),
        ("tags merge", FANDOM | {"tag": "Woods", "into": "Harbor Lights"}),
        ("tags rename", FANDOM | {"tag": "Woods", "to": "x"}),
    ):
        await chair.command(name, **options)
        assert "Only moderators can do this" in chair.text
    found = await world.reader.autocomplete(world.channel, "tags merge", "tag", "", **FANDOM)
    assert found == []


def select(chair: Chair, route: str) -> Any:
    rows = [row for row in chair.page.response.components if row.get("components")]
    return next(part for row in rows for part in row["components"] if part.get("custom_id", "").startswith(route))


async def test_ten_thousand_tags_are_offered_from_within_a_moment(world: World, round_: Round) -> None:
    """The watchdog looks on."""
    (entry, *_) = await entries(world, round_.id)
    many = [
        tag.worded(TagKind.FANDOM, f"{number * 7919 % 10_007:x} of the {number % 97} woods") for number in range(9_990)
    ]

    untagged = Untagged(entry.id, entry.revision, entry.header)
    await world.bot.database.write(entry_tags.put, untagged, tag.distinct(many))
    assert len(await naming_tags.listed(world.bot.database, world.guild.id)) > 9_000
    assert len(await offered(world, "fandom", "12 of teh woods")) == 25
