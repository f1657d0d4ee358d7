"""The pictures of the README, taken from the running program: `make pictures`.

It wants Chromium, Debian's or the one that the environment variable CHROMIUM names.
"""

# ruff: noqa: INP001 - a script, which nothing imports

import asyncio
import contextlib
import io
import os
import shutil
import sys
from collections.abc import AsyncGenerator
from pathlib import Path

from PIL import Image
from playwright.async_api import FrameLocator, Locator, Page, ViewportSize, async_playwright

PICTURES = Path(__file__).parent
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)

DESK = ViewportSize(width=1280, height=1300)
PHONE = ViewportSize(width=390, height=844)

POST = """\
Title: Tuesday, As Always
Fandom: Original work
Rating: G
Words: 100
Notes: Feedback is ♥.

Every Tuesday the lamp at the corner came on a minute early, and Mrs. Adler stood beneath it with two cups of tea.

“Who is it for?” asked the boy from number nine, who asked everything.

“Whoever comes.”

Nobody came that week, nor the next. She drank the first cup slowly and the second cold, said good night to the lamp, \
and went home.

Then came the fog. A stranger walked out of it, lost, shivering, an hour from anywhere.

“You’re late,” said Mrs. Adler, and held out the cup. Still warm. Above them the lamp burned a little brighter.
"""


async def main() -> None:
    async with at_play() as address, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = await browser.new_page(viewport=DESK, device_scale_factor=1.5)
        await page.goto(address)
        channel = page.frame_locator("#channel")
        await hand_in(channel, channel.locator("#channel-message-list"))
        await leave_heart(channel, "Tomas")
        await leave_heart(channel, "Yuki")
        await look_away(channel)
        await keep(channel.locator("#channel-message-list"), "round.webp")
        phone = await browser.new_page(viewport=PHONE, device_scale_factor=2, has_touch=True)
        await phone.goto(address)
        await phone.frame_locator("#channel").get_by_text("Viewport updated").wait_for()
        await keep(phone, "phone.webp")
        await browser.close()


@contextlib.asynccontextmanager
async def at_play() -> AsyncGenerator[str]:
    """The address of a play on ports of its own, which ends with the block."""
    play = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "play", "--port", "0", stdout=asyncio.subprocess.PIPE
    )
    try:
        if play.stdout is None:
            raise RuntimeError("the play was started with a pipe")
        yield (await play.stdout.readline()).decode().split()[-1]
    finally:
        play.terminate()
        await play.communicate()


async def hand_in(channel: FrameLocator, messages: Locator) -> None:
    """Enter the post by the button on the round's card; its preview is a picture too."""
    await messages.get_by_role("button", name="Submit", exact=True).click()
    form = channel.locator("#modal-root")
    await form.locator("textarea").first.fill(POST)
    await form.get_by_role("button", name="Submit", exact=True).click()
    button = messages.get_by_role("button", name="Hand in", exact=True)
    await button.wait_for()
    await look_away(channel)
    await keep(messages.get_by_role("article").filter(has_text="Ready to hand in"), "preview.webp")
    await button.click()
    await messages.locator(".reaction-chip").wait_for()


async def leave_heart(channel: FrameLocator, reader: str) -> None:
    await channel.get_by_label("Viewing as").select_option(label=reader)
    await channel.get_by_text("Viewport updated").wait_for()  # until then the page shows what the one before saw
    await channel.locator("button.reaction-chip[aria-pressed=false]").click()
    await channel.locator("button.reaction-chip[aria-pressed=true]").wait_for()


async def look_away(channel: FrameLocator) -> None:
    """Where the mouse and the keyboard are, the page shows more than there is to see."""
    await channel.locator("#channel-composer-input").click()


async def keep(what: Locator | Page, name: str) -> None:
    """As WebP, which shows text as clearly as PNG in a fifth of the bytes."""
    picture = Image.open(io.BytesIO(await what.screenshot()))
    await asyncio.to_thread(picture.save, PICTURES / name, quality=80, method=6)


if __name__ == "__main__":
    asyncio.run(main())
