"""From the preview to an entry."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.header.field import Field
from bot.domain.header.rating import Rating
from bot.domain.text import word_rule
from bot.services import finding, planning
from tests.discord.conftest import World
from tests.discord.desk import Desk, box, deliver_again, entries, last_interaction, post, story


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world, world.writer)


# -- the preview ----------------------------------------------------------------------------------


async def test_every_problem_is_said_at_once(world: World, desk: Desk) -> None:
    await world.open_round(rule=word_rule.exactly(100), required=(Field.TITLE, Field.GENRE), highest=Rating.GENERAL)
    await desk.submit(f"Title: Ash\nRating: NC-17\nWords: 100\n\n{story(103)}")
    for part in ("103 words", "3 too many", "no genre yet", "rated explicit", "age-restricted", "I count 103"):
        assert part in desk.text
    assert desk.text.index("Not ready yet") < desk.text.index("3 too many")
    assert desk.text.index("Good to know") < desk.text.index("I count 103")
    assert desk.buttons["Hand in"] is False


async def test_the_preview_begins_with_what_stands_in_the_way_and_the_button_that_helps(
    world: World, desk: Desk
) -> None:
    await world.open_round(rule=word_rule.exactly(100), required=(Field.TITLE, Field.FANDOM, Field.RATING))
    for text, sentence, button in (
        (story(100), "The header has no title, fandom or rating yet.", "Fill in a form"),
        (
            post(103),
            "The story has 103 words; this round takes exactly 100 words. That is 3 too many.",
            "Edit text",
        ),
    ):
        await desk.submit(text)
        (first, *_) = desk.page.response.components[0]["components"]
        assert first["components"][0]["content"] == f"### Not ready yet\n{sentence}"
        assert first["accessory"]["label"] == button
    await desk.submit(post(100))
    assert desk.text.startswith(f"### Ready to hand in\n*Hand in* posts it in <#{world.channel.id}>.\n**The Kettle**\n")
    assert desk.text.count("100") == 1, "nothing is said twice"


async def test_a_declared_count_that_differs_is_a_warning(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    await desk.submit(post(100, declared=98))
    assert "The header says 98 words, I count 100" in desk.text
    await desk.click("Hand in")
    assert len(await entries(world, round_.id)) == 1


async def test_a_link_in_a_storys_place_is_told_with_what_to_do(world: World, desk: Desk) -> None:
    await world.open_round(rule=word_rule.ANYTHING, required=())
    await desk.submit("Title: Ash\nRating: G\n\nhttps://example.org/works/12")
    assert desk.text.index("Good to know") < desk.text.index("All I see here is a link")
    assert desk.buttons["Hand in"] is True


async def test_a_story_that_stands_in_the_round_already_is_told_and_may_be_meant(world: World, desk: Desk) -> None:
    told = "You have handed **The Kettle** in to this round already, and it is this very story."
    round_ = await world.open_round()
    await desk.submit(post())
    assert told not in desk.text
    await desk.click("Hand in")
    for text, is_told in ((post(99), False), (story(100), True)):
        await desk.submit(text)
        assert (told in desk.text) is is_told
    await desk.click("Hand in")
    assert len(await entries(world, round_.id)) == 2


async def test_only_ones_own_story_that_still_stands_is_told_of(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    await desk.submit(post())
    await desk.click("Hand in")
    other = Desk(world, world.reader)
    await other.submit(post())
    assert "already" not in other.text
    (entry,) = await entries(world, round_.id)
    desk.keep(await desk.who.slash(world.channel, "entry withdraw", entry=str(entry.id)))
    await desk.click("Take it back")
    await desk.submit(story(100))
    assert "already" not in desk.text


async def test_a_declared_count_that_differs_is_refused_where_the_round_says_so(world: World, desk: Desk) -> None:
    await world.open_round(count_must_match=True)
    await desk.submit(post(100, declared=98))
    assert "The header says 98 words, I count 100" in desk.text
    assert "This round asks for the right number there; *Edit header* takes it." in desk.text
    assert desk.buttons["Hand in"] is False


async def test_a_story_for_adults_goes_where_the_channel_is_for_adults(world: World, desk: Desk) -> None:
    await world.open_round()
    channel: Any = world.bot.get_channel(world.channel.id)
    channel.nsfw = True  # the simulator has no such channels of its own
    await desk.submit(f"Title: Ash\nRating: NC-17\n\n{story(20)}")
    assert desk.buttons["Hand in"] is True


async def test_a_round_that_is_over_is_not_said_to_be_for_all_ages(world: World, desk: Desk) -> None:
    await world.open_round(hours=1)
    channel: Any = world.bot.get_channel(world.channel.id)
    channel.nsfw = True
    await desk.submit(f"Title: Ash\nRating: NC-17\n\n{story(20)}")
    await world.env.advance_time(3601)
    await desk.click("Hand in")
    assert "This round closed" in desk.text
    assert "open to all ages" not in desk.text


async def test_a_thread_that_was_archived_is_for_adults_where_its_channel_is(world: World, desk: Desk) -> None:
    backend = world.env.backend
    thread = await world.open_thread()
    await world.open_round(channel=thread)
    backend.edit_channel(thread.id, {}, thread_metadata={"archived": True})
    await world.env.settle()
    channel: Any = world.bot.get_channel(world.channel.id)
    channel.nsfw = True
    assert world.bot.get_channel(thread.id) is None
    await desk.submit(f"Title: Ash\nRating: NC-17\n\n{story(20)}")
    assert desk.buttons["Hand in"] is True


async def test_a_story_for_adults_waits_where_the_channel_is_gone(world: World, desk: Desk) -> None:
    other = world.guild.create_text_channel("elsewhere")
    await world.open_round(channel=other)
    world.env.backend.delete_channel(other.id)
    await desk.submit(f"Title: Ash\nRating: NC-17\n\n{story(20)}")
    assert desk.buttons["Hand in"] is False


async def test_the_longest_headers_and_stories_fit_the_preview(world: World, desk: Desk) -> None:
    await world.open_round(
        title="||`" + "*_" * 40, rule=word_rule.exactly(1), required=tuple(Field), highest=Rating.GENERAL
    )
    marks = "||`***_~[x](https://a.b)" * 40
    lines = "\n".join(f"Notes: {marks}" for _ in range(60))
    await desk.submit(file=("long.txt", f"Title: {marks}\n{lines}\n\n{'*|`_' * 25_000}".encode()))
    assert "Not ready yet" in desk.text
    assert "||" not in desk.text.replace("\\|\\|", "")
    assert len(desk.text) <= 4_001


async def test_no_round_open_still_keeps_the_text(world: World, desk: Desk) -> None:
    await desk.submit(post())
    assert "No round is open here right now" in desk.text
    assert desk.buttons["Hand in"] is False
    await world.open_round()
    await desk.drafts()
    await desk.click("Open")
    await desk.click("Hand in")
    assert "handed in" in desk.text


async def test_whoever_hands_in_chooses_among_the_open_rounds(world: World, desk: Desk) -> None:
    first = await world.open_round()
    second = await world.open_round(title="Last light", rule=word_rule.exactly(50))
    await desk.submit(post(100))
    assert "More than one round is open" in desk.text
    assert desk.buttons["Hand in"] is False
    await desk.choose(second.id)
    assert "this round takes exactly 50 words" in desk.text
    assert desk.buttons["Hand in"] is False
    await desk.choose(first.id)
    await desk.click("Hand in")
    assert len(await entries(world, first.id)) == 1
    assert await entries(world, second.id) == []


async def test_a_round_can_be_named_first(world: World, desk: Desk) -> None:
    await world.open_round()
    second = await world.open_round(title="Last light")
    offered = await world.writer.autocomplete(world.channel, "submit", "round", "last")
    assert [choice["value"] for choice in offered] == [str(second.id)]
    await desk.submit(post(), round="last light")
    await desk.click("Hand in")
    assert len(await entries(world, second.id)) == 1
    unknown = await world.writer.slash(world.channel, "submit", round="Nonesuch")
    assert "I know no round “Nonesuch”" in unknown.response.content


async def test_rounds_are_offered_as_elsewhere_with_what_tells_them_apart(world: World) -> None:
    await world.open_round()
    await world.open_round(hours=48)
    offered = await world.writer.autocomplete(world.channel, "submit", "round", " first ")
    assert len({choice["name"] for choice in offered}) == 2
    assert all("First frost · closes" in choice["name"] for choice in offered)


async def test_of_rounds_with_one_title_the_open_one_is_meant(world: World, desk: Desk) -> None:
    now = world.env.now()
    await world.open_round(opens_at=now + timedelta(days=7), closes_at=now + timedelta(days=14))
    this_week = await world.open_round()
    await desk.submit(post(), round="First frost")
    await desk.click("Hand in")
    assert len(await entries(world, this_week.id)) == 1


async def test_what_is_handed_in_is_what_was_shown(world: World, desk: Desk) -> None:
    """The only open round was shown; it closes and another opens before the click."""
    first = await world.open_round(hours=1)
    await desk.submit(post())
    await world.env.advance_time(3600)
    second = await world.open_round(title="Last light")
    await desk.click("Hand in")
    assert "This round closed" in desk.text
    assert await entries(world, first.id) == await entries(world, second.id) == []
    await desk.choose(second.id)
    await desk.click("Hand in")
    assert len(await entries(world, second.id)) == 1


# -- handing in -----------------------------------------------------------------------------------


async def test_a_refused_click_shows_every_problem(world: World, desk: Desk) -> None:
    round_ = await world.open_round(entries_per_member=1)
    await desk.submit(post())
    await world.enter(round_, "An earlier one.")
    await desk.click("Hand in")
    assert "as many as this round takes" in desk.text
    assert desk.buttons["Hand in"] is False
    assert len(await entries(world, round_.id)) == 1


async def test_a_draft_of_a_round_that_closed_hears_of_one_that_is_open(world: World, desk: Desk) -> None:
    await world.open_round(title="Over", hours=1)
    await desk.submit(post())
    await world.env.advance_time(3601)
    elsewhere = "You can choose another round below."
    await desk.drafts()
    await desk.click("Open")
    assert "This round closed" in desk.text
    assert elsewhere not in desk.text
    await world.open_round(title="Next", hours=20)
    await desk.drafts()
    await desk.click("Open")
    assert elsewhere in desk.text


@pytest.mark.parametrize(("seconds_before", "entered"), [(1, 1), (0, 0)])
async def test_the_time_of_the_click_is_what_counts(
    world: World, desk: Desk, seconds_before: int, entered: int
) -> None:
    round_ = await world.open_round(hours=1)
    await desk.submit(post())
    await world.env.advance_time((round_.plan.closes_at - world.env.now()).total_seconds() - seconds_before)
    gateway: Any = world.bot.ws
    gateway.open = False  # the click is on its way
    await desk.click("Hand in")
    await world.env.advance_time(2)
    gateway.open = True
    await deliver_again(world)
    assert world.env.now() > round_.plan.closes_at
    assert len(await entries(world, round_.id)) == entered
    assert ("is handed in" in desk.text, "This round closed" in desk.text) == (bool(entered), not entered)


async def test_the_same_click_delivered_twice_is_one_entry(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    await desk.submit(post())
    await deliver_again(world)
    assert len(await world.drafts_of(world.writer.id)) == 1
    await desk.click("Hand in")
    await deliver_again(world)
    assert len(await entries(world, round_.id)) == 1
    assert "is handed in" in desk.text


async def test_two_clicks_are_one_entry(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    await desk.submit(post())
    await desk.click("Hand in")
    again = {**last_interaction(world)}
    record = world.env.backend.new_interaction(3, world.channel.id, world.writer.id, world.guild.id)
    record.source_message_id = int(again["message"]["id"])
    world.env.backend.emit("INTERACTION_CREATE", again | {"id": str(record.id), "token": record.token})
    await world.env.settle()
    assert record.responded
    answers = [entry.json for entry in world.env.http_requests if entry.path.endswith("/callback")]
    assert "is handed in" in str(answers[-1])
    assert len(await entries(world, round_.id)) == 1
    assert "is handed in" in desk.text


async def test_nobody_hands_in_the_draft_of_another(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    await desk.submit(post())
    answer = await clicked_by(world, desk, "Hand in", world.other_writer)
    assert "belongs to somebody else" in answer.content
    assert await entries(world, round_.id) == []


async def clicked_by(world: World, desk: Desk, label: str, who: Any) -> Any:
    """A click that no client would send, by somebody who cannot see the message."""
    (button,) = [
        one for row in desk.page.response.components for one in row.get("components", []) if one.get("label") == label
    ]
    message: Any = desk.page.response
    author = world.writer
    await author.click(message, label="Edit text")
    payload = {**last_interaction(world)}
    record = world.env.backend.new_interaction(3, world.channel.id, who.id, world.guild.id)
    member = {**payload["member"], "user": {**payload["member"]["user"], "id": str(who.id)}}
    data = {**payload["data"], "custom_id": button["custom_id"], "id": button["id"]}
    changed = {"id": str(record.id), "token": record.token, "member": member, "data": data}
    world.env.backend.emit("INTERACTION_CREATE", payload | changed)
    await world.env.settle()
    assert record.message_id is not None
    return world.env.backend.get_message(record.channel_id, record.message_id)


async def test_a_round_that_was_cancelled_takes_nothing(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    await desk.submit(post())
    await planning.cancel(world.bot.database, world.asked(), round_.id)
    await desk.click("Hand in")
    assert "This round was called off" in desk.text
    assert "**Round**: First frost, called off" in desk.text


async def test_a_preview_says_how_its_round_stands(world: World, desk: Desk) -> None:
    round_ = await world.open_round(hours=1)
    await desk.submit(post())
    stamp = f"<t:{int(round_.plan.closes_at.timestamp())}:"
    assert f"**Round**: First frost, closes {stamp}F> ({stamp}R>)" in desk.text
    await world.env.advance_time(3600)
    await desk.click("Hand in")
    assert f"**Round**: First frost, closed {stamp}F> ({stamp}R>)" in desk.text


async def test_a_shorter_window_counts_at_once(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    await desk.submit(post())
    await world.env.advance_time(60)
    asked = world.asked()
    await planning.close(world.bot.database, asked, round_.id)
    await world.env.advance_time(timedelta(minutes=1).total_seconds())
    await desk.click("Hand in")
    assert "This round closed" in desk.text


async def test_the_modal_has_a_fresh_id_each_time(world: World) -> None:
    first = await world.writer.slash(world.channel, "submit")
    second = await world.writer.slash(world.channel, "submit")
    assert first.modal
    assert second.modal
    assert first.modal["custom_id"] != second.modal["custom_id"]
    assert box(first, "text")["max_length"] == 4_000
    assert not await finding.all_rounds(world.bot.database, world.guild.id)


async def test_a_preview_of_characters_that_count_twice_fits(world: World, desk: Desk) -> None:
    await world.open_round()
    sky = "\N{CLOUD WITH SNOW}" * 400
    names = ("Title", "Fandom", "Pairing", "Characters", "Summary", "Notes", "Warnings", "Spoilers", "Disclaimer")
    text = "\n".join(f"{name}: {sky}" for name in names) + f"\n\n{sky} It was cold."
    await desk.submit("", ("sky.txt", text.encode()))
    assert "**Disclaimer**" in desk.text
    assert len(desk.text.encode("utf-16-le")) // 2 <= 4_000
