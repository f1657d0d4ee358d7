"""The play, started as a person would and driven over HTTP as a browser would."""

import asyncio
import contextlib
import itertools
import os
import signal
import sys
from collections.abc import AsyncGenerator, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import aiohttp
import pytest
import pytest_asyncio

from tests import patience, quick_start

SECRET = "X-Play-Secret"  # noqa: S105 - the name of a header, not what it holds

STORY = """Title: The Lamplighter
Words: 10

She carried the ladder home, and the dark came after."""

DARK = "and the dark came after"
ASKED = "Who are they waiting for"
FIRST_LINE = "Title: The Lamplighter"
HEART = "♥️"

pytestmark = pytest.mark.asyncio(loop_scope="module")


@dataclass
class Page:
    """Our page, and the preview in its frame as the first writer sees it."""

    http: aiohttp.ClientSession
    address: str
    secret: str
    process: asyncio.subprocess.Process
    preview: str = ""
    context: str = ""
    steps: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    async def ask(self, method: str, path: str, **what: str) -> Any:
        headers = {SECRET: self.secret}
        async with self.http.request(method, self.address + path, headers=headers, json=what or None) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def refused(self, path: str, **what: str) -> int:
        async with self.http.post(self.address + path, headers={SECRET: self.secret}, json=what) as answer:
            return answer.status

    async def time(self) -> datetime:
        return datetime.fromisoformat((await self.ask("GET", "/state"))["now"])

    async def open_preview(self) -> None:
        self.preview = (await self.ask("GET", "/state"))["preview"].partition("/?")[0]
        self.context = ""
        self.steps = itertools.count(1)
        self.context = (await self.show("POST", "/api/pages", {}))["context"]["id"]

    async def show(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        headers = {"X-Simcord-Capability": self.secret, "X-Simcord-Context": self.context}
        async with self.http.request(method, self.preview + path, headers=headers, json=body) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def person(self, name: str) -> str:
        return next(found["key"] for found in (await self.ask("GET", "/state"))["people"] if found["name"] == name)

    async def message(self, name: str) -> str:
        return next(found["key"] for found in (await self.ask("GET", "/state"))["messages"] if found["name"] == name)

    async def react(self, who: str, message: str, emoji: str = HEART) -> None:
        await self.ask(
            "POST", "/react", person=await self.person(who), message=await self.message(message), emoji=emoji
        )

    async def choose(self, who: str, command: str, message: str) -> None:
        await self.ask(
            "POST", "/menu", person=await self.person(who), message=await self.message(message), command=command
        )

    async def move(self, place: str, who: str) -> None:
        await self.act("viewer", viewer_id=await self.person(who))
        await self.ask("POST", f"/place/{place}")
        await self.open_preview()

    async def ledger(self, title: str) -> tuple[int, set[tuple[str, str, str]]]:
        """The hearts counted for an entry, the only one that has any, and who left what."""
        [round_] = [each for each in await self.ask("GET", "/ledger") if each["title"] == "Lamplight"]
        [entry] = [each for each in round_["entries"] if each["title"] == title]
        assert round_["hearts"] == entry["hearts"]
        return entry["hearts"], {(line["reader"], line["emoji"], line["kind"]) for line in entry["lines"]}

    async def hand_in(self, story: str) -> None:
        await self.press("Submit")
        await self.fill_in(story)
        await self.press("Hand in")

    async def channel(self) -> dict[str, Any]:
        return await self.show("GET", "/api/state")

    async def viewer(self) -> str:
        state = await self.channel()
        return next(found["name"] for found in state["viewers"] if found["id"] == state["viewerId"])

    async def words(self) -> str:
        return " ".join(found["content"] for found in walk((await self.channel())["messages"]) if "content" in found)

    async def act(self, kind: str, **what: object) -> None:
        state, step = await self.channel(), next(self.steps)
        envelope = {
            "protocol_version": state["protocolVersion"],
            "sequence": step,
            "request_id": f"step {step}",
            "generation": state["context"]["generation"],
            "bot_generation": state["botGeneration"],
            "published_revision": state["publishedRevision"],
            "kind": kind,
        }
        receipt = await self.show("POST", "/api/action", {**envelope, **what})
        assert not receipt["rejected"], receipt
        assert receipt["settlement"] == "settled", receipt

    async def press(self, label: str) -> None:
        """Click the newest button with this label."""
        messages = (await self.channel())["messages"]
        message, button = [
            (key, f"{found['id']}:{found['custom_id']}")
            for key, message in messages.items()
            for found in walk(message)
            if found.get("label") == label
        ][-1]
        await self.act("click", target_id=message, control_key=f"message:{message}:component:{button}")

    async def fill_in(self, text: str) -> None:
        """Type into the modal's first text field and submit."""
        modal = (await self.channel())["modal"]
        typed = next(found["custom_id"] for found in walk(modal) if found.get("type") == 4)
        await self.act("modal_submit", modal_handle=modal["handle"], values={typed: text})


def walk(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a JSON value: itself, and those that it holds."""
    match value:
        case dict():
            found = cast("dict[str, Any]", value)
            yield found
            yield from walk(list(found.values()))
        case list():
            for inner in cast("list[Any]", value):
                yield from walk(inner)
        case _:
            return


@contextlib.asynccontextmanager
async def playing(
    folder: Path,
    *options: str,
    end: signal.Signals = signal.SIGINT,
    level: str = "error",
    python: Sequence[str] | None = None,
) -> AsyncGenerator[Page]:
    """A play from its first line to its last: asked to end, it must do so in order and leave nothing behind."""
    folder.mkdir(exist_ok=True)
    process = await asyncio.create_subprocess_exec(
        *(*(python or quick_start.python()), "-m", "bot", "play", "--port", "0", *options),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(folder), "PYTHONUNBUFFERED": "1", "DRABBLE_LOG_LEVEL": level},
    )
    assert process.stdout is not None
    try:
        line = (await process.stdout.readline()).decode()
        address, _, secret = line.split(" ")[-1].strip().partition("/#")
        async with aiohttp.ClientSession() as http:
            page = Page(http, address, secret, process)
            await page.open_preview()
            yield page
    finally:
        if process.returncode is None:
            process.send_signal(end)
        output, trouble = await asyncio.wait_for(process.communicate(), patience.SECONDS)
        print(trouble.decode())  # noqa: T201 - pytest shows it where the test failed
    assert trouble == b"", "the log holds nothing below its level"
    assert "The play is over." in output.decode()
    assert process.returncode == 0
    assert list(folder.iterdir()) == []


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared_play(tmp_path_factory: pytest.TempPathFactory) -> AsyncGenerator[Page]:
    async with playing(tmp_path_factory.mktemp("temporary")) as page:
        yield page


@pytest_asyncio.fixture(loop_scope="module")
async def page(shared_play: Page) -> Page:
    """A play in which other tests said something, for tests that move no time: a play begins slowly."""
    await shared_play.open_preview()
    await shared_play.move("drabbles", "Ines")
    return shared_play


async def test_a_drabble_is_handed_in_and_time_closes_its_round(tmp_path: Path) -> None:
    began = datetime.now(UTC)
    async with playing(tmp_path / "temporary") as page:
        assert began < await page.time() < datetime.now(UTC)

        await page.press("Submit")
        await page.fill_in(STORY)
        await page.press("Hand in")
        assert "The Lamplighter" in await page.words()

        await page.ask("POST", "/restart")
        await page.press("Submit")
        await page.fill_in(STORY.replace("Lamplighter", "Ladder"))
        await page.press("Hand in")
        assert "The Ladder" in await page.words()

        before, in_view = await page.time(), (await page.channel())["targetId"]
        for _ in range(3):
            await page.ask("POST", "/time/day")
        assert timedelta(days=3) <= await page.time() - before < timedelta(days=3, minutes=1)
        assert "closed" in (await page.words()).casefold()
        shown = await page.channel()
        assert shown["targetId"] == max(shown["messages"], key=int) != in_view


async def test_a_click_while_time_moves_on_waits_for_its_turn(tmp_path: Path) -> None:
    async with playing(tmp_path / "temporary") as page:
        await page.press("Submit")
        days = [asyncio.create_task(page.ask("POST", "/time/day")) for _ in range(3)]
        await page.fill_in(STORY)
        await asyncio.gather(*days)
        assert "The Lamplighter" in await page.words()


async def test_a_form_that_a_menu_opens_is_shown(page: Page) -> None:
    await page.hand_in(STORY.replace("Lamplighter", "Watchman"))
    await page.choose("Tomas", "Report", "Drabbles: The Watchman")
    await page.fill_in("This is my story.")
    assert "The moderators will look at it" in await page.words()


async def test_a_message_has_its_menu_and_the_answer_is_shown_to_whoever_chose(page: Page) -> None:
    await page.act("send_message", content=STORY)
    [ines] = [found for found in (await page.ask("GET", "/state"))["people"] if found["name"] == "Ines"]
    assert sorted(ines["menu"]) == ["Count words", "Enter as drabble", "Report"]
    await page.choose("Tomas", "Count words", f"Ines: {FIRST_LINE}")
    assert await page.viewer() == "Tomas"
    assert "10 words" in await page.words()
    await page.choose("Ines", "Enter as drabble", f"Ines: {FIRST_LINE}")
    assert await page.viewer() == "Ines"
    await page.press("Hand in")
    assert "by [Ines](https://discord.com/users/" in await page.words()
    gone = {"person": await page.person("Ines"), "message": "1", "command": "Count words"}
    assert await page.refused("/menu", **gone) == 404
    await page.act("send_message", content="> ## Press **Submit** _now_")
    await page.hand_in(STORY.replace("The Lamplighter", "*Rain* #2 _and_"))
    names = [found["name"] for found in (await page.ask("GET", "/state"))["messages"]]
    assert names[:2] == ["Drabbles: *Rain* #2 _and_", "Ines: Press Submit now"], "a message's first words"


async def test_members_react_and_take_it_back_and_the_ledger_tells_after_an_outage_too(page: Page) -> None:
    title, entry = "The Ferryman", "Drabbles: The Ferryman"
    await page.hand_in(STORY.replace("The Lamplighter", title))
    seeded = ("Drabbles", "♥", "bot")
    assert await page.ledger(title) == (0, {seeded})
    await page.react("Yuki", entry)
    await page.react("Yuki", entry, "🎉")
    await page.react("Ines", entry)
    yuki, ines = ("Yuki", "♥", "reader"), ("Ines", "♥", "author")
    assert await page.ledger(title) == (1, {seeded, yuki, ("Yuki", "🎉", "reader"), ines})
    await page.react("Yuki", entry, "🎉")
    assert await page.ledger(title) == (1, {seeded, yuki, ines})
    wrong = {"person": await page.person("Yuki"), "message": await page.message(entry), "emoji": "🦔"}
    assert await page.refused("/react", **wrong) == 404

    assert not (await page.ask("POST", "/offline"))["online"]
    await page.react("Yuki", entry)
    await page.react("Tomas", entry, "🔥")
    unheard = {"person": await page.person("Yuki"), "message": await page.message(entry), "command": "Count words"}
    assert await page.refused("/menu", **unheard) == 409
    assert await page.ledger(title) == (1, {seeded, yuki, ines})
    assert (await page.ask("POST", "/online"))["online"]
    assert await page.ledger(title) == (1, {seeded, ines, ("Tomas", "🔥", "reader")})


async def test_other_places_open_at_the_same_address_and_the_play_ends_in_any(tmp_path: Path) -> None:
    async with playing(tmp_path / "temporary") as page:
        address = page.preview
        places = (await page.ask("GET", "/state"))["places"]
        thread = next(found["key"] for found in places if found["name"] == "# drabbles › Tea and talk")
        for place in ("garden", thread):
            await page.move(place, "Tomas")
            assert page.preview == address
            assert await page.viewer() == "Tomas"
            assert await page.words() == ""
            await page.act("send_message", content=f"Is anybody in the {place}?")
            assert f"Is anybody in the {place}?" in await page.words()
        await page.move("yuki", "Tomas")
        assert [found["name"] for found in (await page.ask("GET", "/state"))["people"]] == ["Yuki"]
        await page.act("send_message", content="One two three.")
        await page.choose("Yuki", "Count words", "Yuki: One two three.")
        assert "3 words" in await page.words()
        await page.react("Yuki", "Yuki: One two three.", "🎉")
        await page.move("drabbles", "Yuki")
        await page.hand_in(STORY)
        assert "The Lamplighter" in await page.words()
        await page.press("Remind me")
        await page.ask("POST", "/time/day")
        assert "A reminder: " in await page.words()
        await page.ask("POST", "/time/day")
        await page.move("yuki", "Yuki")
        assert "You asked me to remind you" in str(await page.channel())
        await page.move("daily", "Yuki")
        said = await page.words()
        assert "Daily Drabbles #1: the round-up" in said
        assert "Daily Drabbles #2" in said.partition("the round-up")[2]
        assert "Daily Drabbles: all rounds" in said
        assert await page.refused("/place/nowhere") == 404
        await page.move("garden", "Ines")
        await page.act("close")
        await asyncio.wait_for(page.process.wait(), patience.SECONDS)


async def test_a_database_of_ones_own_is_kept_and_played_on(tmp_path: Path) -> None:
    kept = tmp_path / "kept.sqlite3"
    async with playing(tmp_path / "temporary", "--db", str(kept), end=signal.SIGTERM) as page:
        await page.press("Submit")
        await page.fill_in(STORY)
        await page.press("Hand in")
        before = await page.words()
    assert kept.exists()
    async with playing(tmp_path / "temporary", "--db", str(kept)) as page:
        again = await page.words()
        assert 0 < again.count(DARK) == before.count(DARK)
        assert 0 < again.count(ASKED) == before.count(ASKED), "there is one round, the one of the first play"
        await page.press("Submit")
        await page.fill_in(STORY.replace("Lamplighter", "Ladder"))
        await page.press("Hand in")
        assert "The Ladder" in await page.words()
        for _ in range(3):
            await page.ask("POST", "/time/day")
    async with playing(tmp_path / "temporary", "--db", str(kept)) as page:
        by_hand = [
            each for each in await page.ask("GET", "/ledger") if not each["title"].startswith(("Daily", "First"))
        ]
        assert [round_["phase"] for round_ in by_hand] == ["open", "closed"]


async def test_nothing_alarming_is_said_and_only_who_knows_the_secret_moves_time(tmp_path: Path) -> None:
    async with playing(tmp_path / "temporary", level="warning", python=[sys.executable]) as page:
        async with page.http.get(page.address) as shown:
            assert page.secret not in await shown.text()
        async with page.http.get(page.preview) as framed:
            assert "X-Frame-Options" not in framed.headers
            assert "frame-ancestors http://127.0.0.1:*" in framed.headers["Content-Security-Policy"]
        for method, path in (("GET", "/state"), ("GET", "/ledger"), ("POST", "/time/day"), ("POST", "/restart")):
            async with page.http.request(method, page.address + path, headers={SECRET: "guessed"}) as answer:
                assert answer.status == 403
        assert await page.time() - datetime.now(UTC) < timedelta(hours=1)
