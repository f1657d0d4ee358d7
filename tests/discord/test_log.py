"""`/log`: what moderators did, when and why."""

import csv
import io
from dataclasses import fields
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.challenges.challenge import Skip
from bot.domain.moderation.deed import Did, Matter, Sought
from bot.domain.rounds.settings import CALLED, Customs
from bot.domain.text import limits
from bot.services import challenging, giving_late_passes, keeping_bank, reading_log
from tests.discord.chair import Chair, another_moderator, manager
from tests.discord.conftest import World, text_of
from tests.discord.desk import deliver_again
from tests.discord.test_masterlists import begin
from tests.discord.test_sight import hide
from tests.discord.test_suggestions import suggest


async def table(answer: Any) -> list[list[str]]:
    (file,) = answer.response.message.attachments
    return list(csv.reader(io.StringIO((await file.read()).decode("utf-8-sig"))))


async def deeds(world: World) -> list[Did]:
    found = await reading_log.log(world.bot.database, world.guild.id, Sought())
    return [deed.what for deed in reversed(found)]


async def test_what_is_done_to_rounds_is_written_down_with_its_reason(world: World) -> None:
    chair = Chair(world, world.moderator)
    await chair.open()
    await chair.slash("extend", closes="2 days", reason="=Half of us were *ill*.")
    await chair.click(chair.buttons[0])
    await chair.slash("allow", member=world.writer)
    await chair.slash("close", reason="Enough.")
    await chair.click(chair.buttons[0])
    await chair.open()
    await chair.slash("cancel", round="2", reason="Twice the same.")
    await chair.click(chair.buttons[0])
    assert await deeds(world) == [
        Did.ROUND_OPENED,
        Did.ROUND_EXTENDED,
        Did.TIME_GIVEN,
        Did.ROUND_CLOSED,
        Did.ROUND_OPENED,
        Did.ROUND_CANCELLED,
    ]

    answer = await chair.command("log")
    assert answer.response is not None
    assert answer.response.ephemeral
    who = f"<@{world.moderator.id}>"
    newest, *_ = chair.text.splitlines()
    assert f"{who} called off **The first frost came early …**" in newest
    assert "> Twice the same." in chair.text
    assert f"{who} gave a late pass for **The first frost came early …** (<@{world.writer.id}>)" in chair.text
    assert "> =Half of us were \\*ill\\*." in chair.text
    heading, *rows = await table(answer)
    assert heading == ["when (UTC)", "moderator", "what", "about", "entry", "member", "reason"]
    assert [row[2] for row in rows] == list(reversed(await deeds(world)))
    assert rows[3][5] == str(world.writer.id)
    assert rows[4][6] == "'=Half of us were *ill*.", "no spreadsheet takes it for a formula"


async def test_it_is_filtered(world: World) -> None:
    chair = Chair(world, world.moderator)
    await chair.open()
    await suggest(world)
    await chair.command("prompts suggestions")
    await chair.click("Approve")
    for options, what in (
        ({"about": "prompt"}, [Did.SUGGESTION_TAKEN]),
        ({"about": "challenge"}, []),
        ({"member": world.writer}, [Did.SUGGESTION_TAKEN]),
        ({"member": world.reader}, []),
        ({"moderator": world.moderator}, [Did.SUGGESTION_TAKEN, Did.ROUND_OPENED]),
        ({"moderator": world.reader}, []),
    ):
        answer = await chair.command("log", **options)
        if what:
            assert [row[2] for row in (await table(answer))[1:]] == what
        else:
            assert "Nothing that fits is in the log" in chair.text


async def test_what_happened_out_of_sight_is_told_to_nobody(world: World) -> None:
    secret = world.guild.create_text_channel("backstage")
    chair = Chair(world, world.moderator)
    await chair.open(channel=secret)
    role = world.guild.create_role("Hosts")
    await world.settle(moderator_role_id=role.id)
    host = world.guild.add_member(world.env.create_user("greta"), roles=[role])
    await hide(world, secret, host)
    answer = await host.slash(world.channel, "log")
    assert "Nothing that fits" in text_of(answer.response.message)
    assert answer.response.message.attachments == []


async def test_a_long_log_shows_the_newest_and_the_file_has_all(world: World) -> None:
    round_ = await world.open_round()
    for number in range(60):
        now = world.env.now() + timedelta(minutes=number)
        await giving_late_passes.give(
            world.bot.database,
            round_,
            world.writer.id,
            timedelta(days=1 + number),
            given_by=world.moderator.id,
            now=now,
        )
    chair = Chair(world, world.moderator)
    answer = await chair.command("log")
    assert "of 60; the file has more." in chair.text
    assert len(await table(answer)) == 61


async def test_two_who_close_a_round_are_one_deed(world: World) -> None:
    chair = Chair(world, world.moderator)
    await chair.open()
    await chair.slash("close")
    await chair.click(chair.buttons[0])
    await deliver_again(world)
    other = another_moderator(world)
    await other.slash("close")
    assert await deeds(world) == [Did.ROUND_OPENED, Did.ROUND_CLOSED]


async def test_a_log_that_is_too_long_for_one_file_comes_in_several(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    chair = Chair(world, world.moderator)
    await chair.open()
    for hours in range(2, 6):
        await chair.slash("extend", closes=f"{hours} days", reason="Half of us were ill.")
        await chair.click(chair.buttons[0])
    monkeypatch.setattr(limits, "FILE", 300)
    answer = await chair.command("log")
    files = [file for each in (answer.response, *answer.followups) if each for file in each.message.attachments]
    assert [file.filename for file in files[:2]] == ["log-1.csv", "log-2.csv"]
    texts = [(await file.read()).decode("utf-8-sig") for file in files]
    rows = [row for text in texts for row in csv.DictReader(io.StringIO(text))]
    assert [row["what"] for row in rows] == list(reversed(await deeds(world)))


async def test_what_is_settled_for_the_server_is_written_down(world: World) -> None:
    chair = manager(world)
    await chair.command("setup", timezone="Oslo")
    await chair.command("setup", timezone="Oslo")
    opened = await chair.click("Entries that wait")
    await chair.fill(opened, review=["newcomers"], more=["names"])
    assert await deeds(world) == [Did.SERVER_SETTLED] * 2, "what stays as it is is no deed"
    await chair.command("log", about="server")
    assert "changed `/setup`\n> time zone" in chair.text
    assert "> entries that wait, whether writers hear which moderator decided" in chair.text


def test_every_custom_has_a_name_in_the_log() -> None:
    assert {field.name for field in fields(Customs)} == {*CALLED}


async def test_what_is_done_to_the_bank_is_written_down(world: World) -> None:
    chair = Chair(world, world.moderator)
    await chair.fill(await chair.command("prompts add"), prompt="The *last* tram")
    await chair.fill(await chair.command("prompts edit", prompt="tram"), prompt="The first tram")
    await chair.command("prompts remove", prompt="tram")
    await chair.click("Remove it")
    await deliver_again(world)
    await chair.command("prompts import", file=("rain.txt", b"Rain\nSnow\nHail"))
    await chair.click("Take all 3")
    assert await deeds(world) == [
        Did.PROMPT_ADDED,
        Did.PROMPT_CHANGED,
        Did.PROMPT_REMOVED,
        Did.PROMPTS_IMPORTED,
    ]
    await chair.command("log", about="prompt")
    for line in (
        "put a prompt into the bank\n> The \\*last\\* tram",
        "took a prompt out of the bank\n> The first tram",
        "took prompts into the bank from a file\n> rain.txt: 3",
    ):
        assert line in chair.text


async def test_what_is_done_about_a_challenges_next_round_is_written_down(world: World) -> None:
    chair, challenge = Chair(world, world.moderator), await begin(world)
    await challenging.list_again(world.bot.database, world.asked(), challenge.id)
    await challenging.swap_prompt(world.bot.database, world.asked(), challenge.id)
    found = await deeds(world)
    assert found[-2:] == [Did.LIST_POSTED, Did.PROMPT_SWAPPED]
    await chair.command("log")
    assert f"swapped the next prompt of **{challenge.name}**" in chair.text


async def test_the_log_says_which_date_was_left_out(world: World) -> None:
    chair, challenge = Chair(world, world.moderator), await begin(world)
    assert challenge.calendar is not None
    first, second, *_ = challenge.calendar.coming(world.env.now())
    for date, word in ((first, None), (second, "Happy holidays!")):
        skip = Skip(date.key, word)
        await challenging.leave_out(world.bot.database, world.asked(), challenge.id, skip)
    await challenging.hold_after_all(world.bot.database, world.asked(), challenge.id, first.key)
    await chair.command("log", about="challenge")
    told = [f"{date.opens_at:%Y-%m-%d %H:%M}" for date in (first, second)]
    for line in (
        f"left out a date of **Noon Drabbles**\n> {told[0]}\n",
        f"left out a date of **Noon Drabbles**\n> {told[1]}: Happy holidays!",
        f"holds a date after all of **Noon Drabbles**\n> {told[0]}",
    ):
        assert line in chair.text


async def test_the_log_quotes_no_prompt_that_a_member_can_take_back(world: World) -> None:
    chair = Chair(world, world.moderator)
    await suggest(world)
    await chair.command("prompts suggestions")
    await chair.click("Approve")
    [prompt] = await keeping_bank.every(world.bot.database, world.guild.id)
    await chair.fill(await chair.command("prompts edit", prompt=str(prompt.id)), set="Frost")
    await chair.command("prompts remove", prompt=str(prompt.id))
    await chair.click("Remove it")
    found = await reading_log.log(world.bot.database, world.guild.id, Sought(kind=Matter.PROMPTS))
    assert [(deed.what, deed.reason) for deed in found[:2]] == [(Did.PROMPT_REMOVED, None), (Did.PROMPT_CHANGED, None)]
