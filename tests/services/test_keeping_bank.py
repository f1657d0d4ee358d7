"""The bank itself: what goes in, what is found, what a file brings, and what members suggest."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.problem import (
    BankFull,
    ImportGone,
    Problem,
    PromptFileEmpty,
    PromptGone,
    PromptsAlike,
    PromptUnknown,
    RefusedError,
    SetShips,
    SuggestionDecided,
    SuggestionGone,
    SuggestionsWaiting,
)
from bot.domain.prompts import prompt, suggestion
from bot.domain.prompts.image_file import Image
from bot.domain.prompts.incoming import Import, Incoming
from bot.domain.prompts.likeness import Twin
from bot.domain.prompts.prompt import Prompt, PromptWording
from bot.domain.prompts.prompt_file import Unread
from bot.domain.prompts.search import Search
from bot.domain.rounds.asked import Asked
from bot.services import importing_prompts, keeping_bank, suggesting
from bot.storage import prompts
from bot.storage.database import Database
from tests import shelf

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
GUILD, OTHER, MODERATOR, MEMBER = 10, 11, 30, 40


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path) -> Iterator[None]:
    with shelf.with_sets(tmp_path / "prompts", doors=shelf.SHIPPED):
        yield


def asked(guild: int = GUILD) -> Asked:
    return Asked("request", guild, 0, None, NOW)


async def add(db: Database, text: str, set_name: str = "Weather", image: Image | None = None) -> Prompt:
    return await keeping_bank.add(
        db, Asked(f"{set_name}: {text}", GUILD, 0, None, NOW), PromptWording(set_name, text), image=image
    )


def refusal(refused: pytest.ExceptionInfo[RefusedError]) -> Problem:
    [found] = refused.value.problems
    return found


async def test_the_same_request_twice_is_one_prompt(db: Database) -> None:
    assert await add(db, "Rain") == await add(db, "Rain")
    assert len(await keeping_bank.every(db, GUILD)) == 1
    assert await keeping_bank.every(db, OTHER) == ()


async def test_a_set_is_called_as_it_was_first(db: Database) -> None:
    await add(db, "Rain", "Weather")
    await add(db, "Snow", "WEATHER")
    await add(db, "Tea", "")
    assert await keeping_bank.sets(db, GUILD) == {"Our own": (1, 0), "Weather": (2, 0)}
    with pytest.raises(RefusedError) as refused:
        await add(db, "Gate", "doors")
    assert refusal(refused) == SetShips("doors")


async def test_a_picture_stays_until_another_comes_or_it_is_taken_away(db: Database) -> None:
    before = await add(db, "Rain", image=Image("prompt.png", b"1"))
    kept = await keeping_bank.edit(db, asked(), before.id, PromptWording("Weather", "Rain again"), None)
    assert (kept.text, kept.image_id) == ("Rain again", before.image_id)
    other = await keeping_bank.edit(db, asked(), before.id, PromptWording("Sky", "Rain"), Image("prompt.png", b"2"))
    assert other.set_name == "Sky"
    assert other.image_id not in (None, before.image_id)
    bare = await keeping_bank.edit(db, asked(), before.id, PromptWording("Sky", "Rain", keeps_picture=False), None)
    assert bare.image_id is None


async def test_what_was_removed_is_found_no_more(db: Database) -> None:
    rain = await add(db, "Rain")
    await keeping_bank.remove(db, asked(), rain.id)
    assert await keeping_bank.every(db, GUILD) == ()
    for doing in (
        keeping_bank.get(db, GUILD, rain.id),
        keeping_bank.remove(db, asked(), rain.id),
        keeping_bank.edit(db, asked(), rain.id, PromptWording("Weather", "Rain"), None),
    ):
        with pytest.raises(RefusedError) as refused:
            await doing
        assert refusal(refused) == PromptGone()


async def test_a_prompt_of_another_server_is_unknown(db: Database) -> None:
    rain = await add(db, "Rain")
    for doing in (
        keeping_bank.get(db, OTHER, rain.id),
        keeping_bank.remove(db, asked(OTHER), rain.id),
        keeping_bank.edit(db, asked(OTHER), rain.id, PromptWording("", "Mine"), None),
    ):
        with pytest.raises(RefusedError) as refused:
            await doing
        assert refusal(refused) == PromptGone()
    assert (await keeping_bank.get(db, GUILD, rain.id)).text == "Rain"


async def test_a_prompt_is_meant_by_number_or_by_words_that_no_other_has(db: Database) -> None:
    rain, snow = await add(db, "Rain on tin"), await add(db, "Snow on tin")
    assert await keeping_bank.meant(db, GUILD, str(snow.id)) == snow
    assert await keeping_bank.meant(db, GUILD, " RAIN ") == rain
    for asked, problem in (("tin", PromptsAlike("tin")), ("hail", PromptUnknown("hail")), (" ", PromptUnknown(" "))):
        with pytest.raises(RefusedError) as refused:
            await keeping_bank.meant(db, GUILD, asked)
        assert refusal(refused) == problem
    with pytest.raises(RefusedError):
        await keeping_bank.meant(db, OTHER, str(snow.id))


async def test_a_bank_holds_so_many(db: Database) -> None:
    many = [(f"many {number}", "Weather", f"Prompt {number}") for number in range(prompt.MOST - 1)]
    await db.write(prompts.add_many, GUILD, many, NOW)
    await add(db, "The last")
    with pytest.raises(RefusedError) as refused:
        await add(db, "One more")
    assert refusal(refused) == BankFull(1, prompt.MOST)


async def test_pages_show_what_was_looked_for(db: Database) -> None:
    for number in range(keeping_bank.PROMPTS_A_PAGE + 3):
        await add(db, f"Rain {number}")
    await add(db, "Snow")
    await keeping_bank.look_for(db, GUILD, MODERATOR, Search(words="rain"))
    first = await keeping_bank.page(db, GUILD, MODERATOR, 0)
    assert (len(first.prompts), first.first, first.every, first.in_bank) == (8, 0, 11, 12)
    last = await keeping_bank.page(db, GUILD, MODERATOR, 99)
    assert [each.text for each in last.prompts] == ["Rain 8", "Rain 9", "Rain 10"]
    assert last.first == 8
    assert (await keeping_bank.page(db, GUILD, MEMBER, 0)).every == 12, "another moderator looks for something else"
    await keeping_bank.look_for(db, GUILD, MODERATOR, Search(words="hail"))
    assert (await keeping_bank.page(db, GUILD, MODERATOR, 0)).prompts == ()


async def test_the_likest_other_prompt_is_shown(db: Database) -> None:
    rain = await add(db, "It was raining when the letter came.")
    assert await keeping_bank.twin(db, rain) is None
    like = await add(db, "It was raining when the letters came.")
    assert await keeping_bank.twin(db, rain) == Twin(like.text, is_double=False)


# -- a file ---------------------------------------------------------------------------------------


def incoming(*texts: str, set_name: str = "Weather", unread: tuple[tuple[int, Unread], ...] = ()) -> Import:
    found = tuple(Incoming(place, set_name, text, None) for place, text in enumerate(texts))
    return Import(0, "rain.txt", None, "cp1251", unread, found)


async def test_a_file_is_kept_as_it_was_found_until_it_is_taken(db: Database) -> None:
    twin = Twin("Rain", is_double=True)
    prompts_found = (Incoming(0, "Weather", "Rain", None), Incoming(1, "weather", "rain!", twin))
    found = Import(0, "rain.txt", None, "cp1251", ((3, Unread.TOO_LONG), (9, Unread.NO_PROMPT)), prompts_found)
    kept = await importing_prompts.keep(db, GUILD, MODERATOR, "request", found)
    assert (kept.prompts, kept.unread, kept.encoding) == (prompts_found, found.unread, "cp1251")
    assert [each.place for each in kept.doubles] == [1]
    assert await importing_prompts.keep(db, GUILD, MODERATOR, "request", found) == kept
    assert await keeping_bank.every(db, GUILD) == ()
    without = await importing_prompts.leave_out(db, GUILD, MODERATOR, kept.id, places=[1], among=[0, 1])
    assert [each.place for each in without.to_take] == [0]
    again = await importing_prompts.leave_out(db, GUILD, MODERATOR, kept.id, places=[], among=[1])
    assert len(again.to_take) == 2
    assert await importing_prompts.take(db, GUILD, MODERATOR, kept.id, NOW) == 2
    assert [(each.set_name, each.text) for each in await keeping_bank.every(db, GUILD)] == [
        ("Weather", "Rain"),
        ("weather", "rain!"),
    ]
    with pytest.raises(RefusedError) as refused:
        await importing_prompts.take(db, GUILD, MODERATOR, kept.id, NOW)
    assert refusal(refused) == ImportGone()


async def test_two_clicks_at_once_take_a_file_once(db: Database) -> None:
    kept = await importing_prompts.keep(db, GUILD, MODERATOR, "request", incoming("Rain", "Snow"))
    taken = await asyncio.gather(
        *(importing_prompts.take(db, GUILD, MODERATOR, kept.id, NOW) for _ in range(2)), return_exceptions=True
    )
    assert sorted(map(str, taken)) == ["2", str(RefusedError(ImportGone()))]
    assert len(await keeping_bank.every(db, GUILD)) == 2


async def test_a_file_is_its_moderators_and_its_servers_and_the_newest_counts(db: Database) -> None:
    old = await importing_prompts.keep(db, GUILD, MODERATOR, "old", incoming("Rain"))
    of_another = await importing_prompts.keep(db, GUILD, MEMBER, "theirs", incoming("Hail"))
    new = await importing_prompts.keep(db, GUILD, MODERATOR, "new", incoming("Snow"))
    for guild, moderator, id_ in (
        (GUILD, MODERATOR, old.id),
        (OTHER, MODERATOR, new.id),
        (GUILD, MODERATOR, of_another.id),
    ):
        with pytest.raises(RefusedError) as refused:
            await importing_prompts.take(db, guild, moderator, id_, NOW)
        assert refusal(refused) == ImportGone()
    await importing_prompts.drop(db, GUILD, MODERATOR, new.id)
    assert await importing_prompts.take(db, GUILD, MEMBER, of_another.id, NOW) == 1


async def test_a_file_that_cannot_be_taken_is_refused_at_once(db: Database) -> None:
    for found, problem in (
        (incoming(), PromptFileEmpty("rain.txt")),
        (incoming("Gate", set_name="Doors"), SetShips("Doors")),
    ):
        with pytest.raises(RefusedError) as refused:
            await importing_prompts.keep(db, GUILD, MODERATOR, "request", found)
        assert refusal(refused) == problem
    many = [(f"many {number}", "Weather", f"Prompt {number}") for number in range(prompt.MOST - 1)]
    await db.write(prompts.add_many, GUILD, many, NOW)
    kept = await importing_prompts.keep(db, GUILD, MODERATOR, "request", incoming("Rain", "Snow"))
    with pytest.raises(RefusedError) as refused:
        await importing_prompts.take(db, GUILD, MODERATOR, kept.id, NOW)
    assert refusal(refused) == BankFull(2, prompt.MOST)
    await importing_prompts.leave_out(db, GUILD, MODERATOR, kept.id, places=[0], among=[0, 1])
    assert await importing_prompts.take(db, GUILD, MODERATOR, kept.id, NOW) == 1


# -- suggestions ----------------------------------------------------------------------------------


async def suggest(db: Database, text: str, request: str = "") -> suggestion.Suggestion:
    return await suggesting.suggest(db, GUILD, MEMBER, request=request or text, text=text, now=NOW)


async def test_a_suggestion_goes_into_the_bank_with_a_yes(db: Database) -> None:
    rain = await suggest(db, " Rain ")
    assert await suggest(db, " Rain ") == rain
    assert [each.text for each in await suggesting.waiting(db, GUILD)] == ["Rain"]
    wording = PromptWording(suggestion.USUAL_SET, "Rain on tin")
    decided = await suggesting.approve(db, GUILD, rain.id, MODERATOR, wording=wording, now=NOW)
    assert (decided.decided_by, decided.taken) == (MODERATOR, "Rain on tin")
    [kept] = await keeping_bank.every(db, GUILD)
    assert (kept.text, kept.suggested_by, kept.set_name) == ("Rain on tin", MEMBER, "From members")
    assert await suggesting.waiting(db, GUILD) == ()


async def test_two_clicks_at_once_decide_once(db: Database) -> None:
    rain = await suggest(db, "Rain")
    answers = await asyncio.gather(
        suggesting.approve(db, GUILD, rain.id, 31, wording=PromptWording("", "Rain"), now=NOW),
        suggesting.decline(db, GUILD, rain.id, 32, reason="", now=NOW),
        suggesting.approve(db, GUILD, rain.id, 33, wording=PromptWording("", "Rain!"), now=NOW),
        return_exceptions=True,
    )
    refused = [answer for answer in answers if isinstance(answer, RefusedError)]
    assert [each.problems for each in refused] == [(SuggestionDecided(),)] * 2
    [first] = [answer for answer in answers if isinstance(answer, suggestion.Suggestion)]
    assert first == await suggesting.get(db, GUILD, rain.id)
    assert len(await keeping_bank.every(db, GUILD)) == (0 if first.taken is None else 1)


async def test_a_no_may_have_a_reason(db: Database) -> None:
    for text, reason, kept in (("Rain", " We had\nthat ", "We had that"), ("Snow", " ", None)):
        found = await suggest(db, text)
        decided = await suggesting.decline(db, GUILD, found.id, MODERATOR, reason=reason, now=NOW)
        assert (decided.reason, decided.taken, decided.decided_by) == (kept, None, MODERATOR)
    assert await keeping_bank.every(db, GUILD) == ()


async def test_a_suggestion_belongs_to_its_server(db: Database) -> None:
    rain = await suggest(db, "Rain")
    for doing in (
        suggesting.get(db, OTHER, rain.id),
        suggesting.approve(db, OTHER, rain.id, MODERATOR, wording=PromptWording("", "Rain"), now=NOW),
        suggesting.decline(db, OTHER, rain.id, MODERATOR, reason="", now=NOW),
        suggesting.get(db, GUILD, rain.id + 1),
    ):
        with pytest.raises(RefusedError) as refused:
            await doing
        assert refusal(refused) == SuggestionGone()


async def test_a_member_has_so_many_waiting(db: Database) -> None:
    first = await suggest(db, "Prompt 0")
    for number in range(1, suggestion.MOST_WAITING):
        await suggest(db, f"Prompt {number}")
    with pytest.raises(RefusedError) as refused:
        await suggest(db, "One more")
    assert refusal(refused) == SuggestionsWaiting(suggestion.MOST_WAITING)
    await suggesting.decline(db, GUILD, first.id, MODERATOR, reason="", now=NOW)
    await suggest(db, "One more")
