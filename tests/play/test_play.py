"""The play, started as a person would and driven over HTTP as a browser would."""

import asyncio
import contextlib
import itertools
import os
import signal
import sys
from collections.abc import AsyncGenerator, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import aiohttp

SECRET = "X-Play-Secret"  # noqa: S105 - the name of a header, not what it holds

STORY = """Title: The Lamplighter
Words: 10

She carried the ladder home, and the dark came after."""


@dataclass
class Page:
    """Our page, and the preview in its frame as the first writer sees it."""

    http: aiohttp.ClientSession
    address: str
    secret: str
    preview: str = ""
    context: str = ""
    steps: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    async def ask(self, method: str, path: str) -> dict[str, Any]:
        async with self.http.request(method, self.address + path, headers={SECRET: self.secret}) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def time(self) -> datetime:
        return datetime.fromisoformat((await self.ask("GET", "/state"))["now"])

    async def open_preview(self) -> None:
        self.preview = (await self.ask("GET", "/state"))["preview"].partition("/#")[0]
        self.context = (await self.show("POST", "/api/pages", {}))["context"]["id"]

    async def show(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        headers = {"X-Simcord-Capability": self.secret, "X-Simcord-Context": self.context}
        async with self.http.request(method, self.preview + path, headers=headers, json=body) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def channel(self) -> dict[str, Any]:
        return await self.show("GET", "/api/state")

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
            (key, found["id"])
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
async def playing(folder: Path, *options: str, end: signal.Signals = signal.SIGINT) -> AsyncGenerator[Page]:
    """A play from its first line to its last: asked to end, it must do so in order and leave nothing behind."""
    folder.mkdir(exist_ok=True)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "play", "--port", "0", *options),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(folder), "PYTHONUNBUFFERED": "1", "DRABBLE_LOG_LEVEL": "error"},
    )
    assert process.stdout is not None
    try:
        line = (await process.stdout.readline()).decode()
        address, _, secret = line.split(" ")[-1].strip().partition("/#")
        async with aiohttp.ClientSession() as http:
            page = Page(http, address, secret)
            await page.open_preview()
            yield page
    finally:
        if process.returncode is None:
            process.send_signal(end)
        output, trouble = await asyncio.wait_for(process.communicate(), 30)
        print(trouble.decode())  # noqa: T201 - pytest shows it where the test failed
    assert trouble == b"", "the log holds errors only"
    assert "The play is over." in output.decode()
    assert process.returncode == 0
    assert list(folder.iterdir()) == []


async def test_a_drabble_is_handed_in_and_time_closes_its_round(tmp_path: Path) -> None:
    async with playing(tmp_path / "temporary") as page:
        assert abs(await page.time() - datetime.now(UTC)) < timedelta(seconds=10)

        await page.press("Submit")
        await page.fill_in(STORY)
        await page.press("Hand in")
        assert "The Lamplighter" in await page.words()

        await page.ask("POST", "/restart")
        await page.press("Submit")
        await page.fill_in(STORY.replace("Lamplighter", "Ladder"))
        await page.press("Hand in")
        assert "The Ladder" in await page.words()

        before = await page.time()
        for _ in range(3):
            await page.ask("POST", "/time/day")
        assert timedelta(days=3) <= await page.time() - before < timedelta(days=3, minutes=1)
        assert "closed" in (await page.words()).casefold()


async def test_a_click_while_time_moves_on_waits_for_its_turn(tmp_path: Path) -> None:
    async with playing(tmp_path / "temporary") as page:
        await page.press("Submit")
        days = [asyncio.create_task(page.ask("POST", "/time/day")) for _ in range(10)]
        await page.fill_in(STORY)
        await asyncio.gather(*days)
        assert "The Lamplighter" in await page.words()


async def test_a_message_is_entered_without_the_menu_that_the_preview_lacks(tmp_path: Path) -> None:
    async with playing(tmp_path / "temporary") as page:
        async with page.http.post(f"{page.address}/enter/ines", headers={SECRET: page.secret}) as early:
            assert early.status == 409
        await page.act("send_message", content=STORY)
        await page.ask("POST", "/enter/ines")
        await page.press("Hand in")
        assert "The Lamplighter" in await page.words()


async def test_a_database_of_ones_own_is_kept_and_played_on(tmp_path: Path) -> None:
    kept = tmp_path / "kept.sqlite3"
    async with playing(tmp_path / "temporary", "--db", str(kept), end=signal.SIGTERM) as page:
        await page.press("Submit")
        await page.fill_in(STORY)
    assert kept.exists()
    async with playing(tmp_path / "temporary", "--db", str(kept)) as page:
        await page.press("Submit")
        await page.fill_in(STORY)
        await page.press("Hand in")
        assert "The Lamplighter" in await page.words()


async def test_only_who_knows_the_secret_moves_time(tmp_path: Path) -> None:
    async with playing(tmp_path / "temporary") as page:
        async with page.http.get(page.address) as shown:
            assert page.secret not in await shown.text()
        async with page.http.get(page.preview) as framed:
            assert "X-Frame-Options" not in framed.headers
            assert "frame-ancestors http://127.0.0.1:*" in framed.headers["Content-Security-Policy"]
        for method, path in (("GET", "/state"), ("POST", "/time/day"), ("POST", "/restart")):
            async with page.http.request(method, page.address + path, headers={SECRET: "guessed"}) as answer:
                assert answer.status == 403
        assert await page.time() - datetime.now(UTC) < timedelta(hours=1)
