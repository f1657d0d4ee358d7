"""The play as somebody sees it in a browser: a post goes from the hand into the channel and gets its heart."""

import shutil
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from playwright.async_api import FrameLocator, Locator, Page, ViewportSize, async_playwright, expect

from tests import patience
from tests.play.test_play import playing

CHROMIUM = shutil.which("chromium")
FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)
PATIENCE = patience.SECONDS * 1_000
"""Milliseconds that each step is given."""

DESK = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=390, height=844)

POST = """Title: The Night Ferry
Rating: G
Words: 12

The ferry left without him, so he waved until it waved back."""

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")


@pytest.fixture
async def page(tmp_path: Path) -> AsyncGenerator[Page]:
    """Our page in a browser, with a play behind it that ends in order; nothing may go wrong in the page itself."""
    troubles: list[str] = []
    async with playing(tmp_path / "temporary") as play, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = await browser.new_page(viewport=DESK)
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        await page.goto(f"{play.address}/#{play.secret}")
        yield page
        await browser.close()
    assert not troubles


def channel(page: Page) -> FrameLocator:
    return page.frame_locator("#channel")


def messages(page: Page) -> Locator:
    return channel(page).locator("#channel-message-list")


async def submit(page: Page, post: str) -> Locator:
    """Type a post into the form behind the round's button, and find what hands it in."""
    await messages(page).get_by_role("button", name="Submit", exact=True).click()
    form = channel(page).locator("#modal-root")
    await form.locator("textarea").first.fill(post)
    await form.get_by_role("button", name="Submit", exact=True).click()
    return messages(page).get_by_role("button", name="Hand in", exact=True)


async def hand_in(page: Page, post: str) -> Locator:
    """The card of a post that was handed in."""
    await (await submit(page, post)).click()
    return messages(page).get_by_role("article").filter(has_text="by @Ines")


async def see(found: Locator, text: str) -> None:
    await expect(found).to_contain_text(text, timeout=PATIENCE)


async def test_a_post_typed_by_hand_becomes_a_card_with_a_heart(page: Page) -> None:
    card = await hand_in(page, POST)
    await see(card, "The Night Ferry")
    await see(card, "The ferry left without him, so he waved until it waved back.")
    await see(card, "Words: 12")
    heart = card.locator(".reaction-chip")
    await see(heart, "1")  # the bot's own, for readers to follow

    await page.get_by_text("Rounds and the ledger").click()
    await see(page.locator("#ledger"), "The Night Ferry by Ines: 0 hearts")
    await page.get_by_text("React, or open a message’s menu").click()
    await page.locator("#person").select_option(label="Yuki")
    await page.locator("#message").select_option(label="Drabbles: The Night Ferry")
    ours = page.get_by_role("group", name="Reactions").get_by_role("button", name="♥️")
    await ours.click()
    await see(heart, "2")
    await see(page.locator("#ledger"), "The Night Ferry by Ines: 1 heart")
    await expect(ours).to_have_attribute("aria-pressed", "true", timeout=PATIENCE)
    await ours.click()
    await see(heart, "1")
    await see(page.locator("#ledger"), "The Night Ferry by Ines: 0 hearts")


async def test_whom_one_looks_as_comes_along_to_another_place(page: Page) -> None:
    viewer = channel(page).get_by_label("Viewing as")
    await viewer.select_option(label="Mod Marlow")
    await see(messages(page), "is open in #drabbles")  # the bot's answer to the moderator alone
    await page.locator("#place").select_option(label="# walled-garden")
    await expect(channel(page).get_by_role("heading", name="walled-garden")).to_be_visible(timeout=PATIENCE)
    await expect(viewer.locator("option:checked")).to_have_text("Mod Marlow", timeout=PATIENCE)


async def test_a_phone_shows_an_answer_without_scrolling(page: Page) -> None:
    await page.set_viewport_size(PHONE)
    await submit(page, POST)
    await expect(messages(page).get_by_text("Saved in `/drafts`")).to_be_in_viewport(timeout=PATIENCE)


async def test_a_phone_shows_all_of_it(page: Page) -> None:
    await page.set_viewport_size(PHONE)
    await page.reload()  # so that all of it comes to a phone
    await page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    await see(page.locator("#ledger"), "Lamplight (open): 0 hearts")
    await expect(messages(page).get_by_text("Lamplight").first).to_be_in_viewport(timeout=PATIENCE)
    for part in ("html", "aside"):
        wider = await page.locator(part).evaluate("part => part.scrollWidth - part.clientWidth")
        assert wider == 0, f"{part} is {wider} pixels wider than the screen"
    frame = page.frame(url="**/?visit=*")
    assert frame is not None
    assert await frame.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    for name in ("An hour on", "A day on", "Restart the bot", "Go offline"):
        await page.get_by_role("button", name=name).click(trial=True)
