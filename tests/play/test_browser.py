"""The play as somebody sees it in a browser: a post goes from the hand into the channel and gets its heart."""

import contextlib
import re
import shutil
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Literal

import pytest
import pytest_asyncio
from playwright.async_api import Browser, FrameLocator, Locator, Page, ViewportSize, async_playwright, expect

from tests import patience
from tests.play.test_play import Page as Play
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
MESSAGES_AT_LEAST = 0.6
"""The part of a phone's height that is left to the channel's messages."""
READABLE = 4.5
"""The contrast of words and what is behind them that WCAG asks for, level AA."""

POST = """Title: The Night Ferry
Rating: G
Words: 12

The ferry left without him, so he waved until it waved back."""

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here"),
    pytest.mark.asyncio(loop_scope="module"),
]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncGenerator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared_play(tmp_path_factory: pytest.TempPathFactory) -> AsyncGenerator[Play]:
    async with playing(tmp_path_factory.mktemp("temporary")) as play:
        yield play


@pytest_asyncio.fixture(loop_scope="module")
async def page(tmp_path: Path, browser: Browser) -> AsyncGenerator[Page]:
    """Our page in a browser, with a play behind it that ends in order."""
    async with playing(tmp_path / "temporary") as play, opened(play, browser) as page:
        yield page


@pytest_asyncio.fixture(loop_scope="module")
async def shared_page(shared_play: Play, browser: Browser) -> AsyncGenerator[Page]:
    """The page of a play in which other tests said something, for tests that change no round: a play begins slowly."""
    await shared_play.open_preview()
    await shared_play.move("drabbles", "Ines")
    async with opened(shared_play, browser) as page:
        yield page


@contextlib.asynccontextmanager
async def opened(play: Play, browser: Browser) -> AsyncGenerator[Page]:
    """The play's page; nothing may go wrong in the page itself."""
    troubles: list[str] = []
    async with await browser.new_context(viewport=DESK) as context:
        page = await context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        await page.goto(f"{play.address}/#{play.secret}")
        yield page
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
    return messages(page).get_by_role("article").filter(has_text="The ferry left without him")


async def share_of_messages(page: Page) -> float:
    box = await channel(page).locator("#channel-timeline").bounding_box()
    assert box is not None
    return (min(box["y"] + box["height"], PHONE["height"]) - max(box["y"], 0)) / PHONE["height"]


async def begin_command(page: Page, command: str) -> Locator:
    """Choose a command as one types it, and find the button that sends it."""
    composer = channel(page).locator("#channel-composer-input")
    await composer.fill(f"/{command}")
    await expect(channel(page).get_by_role("option").filter(has_text=command)).to_be_visible(timeout=PATIENCE)
    await composer.press("Enter")
    return channel(page).locator("#send-message")


async def leads(page: Page, link: Locator, message: Locator) -> None:
    """A link leads to a message on the page, whatever was in view, and not to Discord."""
    await link.click()
    await expect(message).to_have_class(re.compile(r"\blinked\b"), timeout=PATIENCE)
    await expect(message).to_be_in_viewport(timeout=PATIENCE)
    assert len(page.context.pages) == 1


async def see(found: Locator, text: str) -> None:
    await expect(found).to_contain_text(text, timeout=PATIENCE)


async def test_a_post_typed_by_hand_becomes_a_card_with_a_heart(page: Page) -> None:
    card = await hand_in(page, POST)
    await see(card, "The Night Ferry")
    await see(card, "The ferry left without him, so he waved until it waved back.")
    await see(card, "12 words")
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


async def test_whom_one_looks_as_stays_in_another_place_and_after_a_reload(shared_page: Page) -> None:
    viewer = channel(shared_page).get_by_label("Viewing as")
    await viewer.select_option(label="Mod Marlow")
    await see(messages(shared_page), "is open in #drabbles")  # the bot's answer to the moderator alone
    await shared_page.reload()
    await expect(viewer.locator("option:checked")).to_have_text("Mod Marlow", timeout=PATIENCE)
    await shared_page.locator("#place").select_option(label="# walled-garden")
    await expect(channel(shared_page).get_by_role("heading", name="walled-garden")).to_be_visible(timeout=PATIENCE)
    await expect(viewer.locator("option:checked")).to_have_text("Mod Marlow", timeout=PATIENCE)


async def test_a_phone_shows_an_answer_without_scrolling(shared_page: Page) -> None:
    page = shared_page
    await page.set_viewport_size(PHONE)
    await submit(page, POST)
    await expect(messages(page).get_by_text("Ready to hand in")).to_be_in_viewport(timeout=PATIENCE)


async def test_a_phone_shows_all_of_it(page: Page) -> None:
    await page.set_viewport_size(PHONE)
    await page.reload()  # so that all of it comes to a phone
    await expect(messages(page).get_by_text("Lamplight").first).to_be_in_viewport(timeout=PATIENCE)
    assert await share_of_messages(page) >= MESSAGES_AT_LEAST
    await page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    await see(page.locator("#ledger"), "Lamplight (open): 0 hearts")
    await expect(messages(page).get_by_text("Lamplight").first).to_be_in_viewport(timeout=PATIENCE)
    assert await share_of_messages(page) >= MESSAGES_AT_LEAST, "the panel takes their room when all of it is open"
    for part in ("html", "aside"):
        wider = await page.locator(part).evaluate("part => part.scrollWidth - part.clientWidth")
        assert wider == 0, f"{part} is {wider} pixels wider than the screen"
    frame = page.frame(url="**/?visit=*")
    assert frame is not None
    assert await frame.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    for name in ("An hour on", "A day on", "Restart the bot", "Go offline"):
        await page.get_by_role("button", name=name).click(trial=True)


async def test_a_key_that_acts_on_the_page_keeps_its_place(shared_page: Page) -> None:
    page = shared_page
    await page.get_by_text("React, or open a message’s menu").click()
    for acts, key in (
        (page.get_by_role("button", name="Restart the bot"), "Enter"),
        (page.get_by_role("group", name="Reactions").get_by_role("button", name="🔥"), "Enter"),
        (page.locator("#place"), "ArrowDown"),
    ):
        await acts.focus()
        await acts.press(key)
        await expect(page.locator("#said")).to_be_empty(timeout=PATIENCE)
        await expect(acts).to_be_focused(timeout=PATIENCE)


async def test_a_link_into_discord_leads_to_its_message_on_the_page(page: Page) -> None:
    await page.set_viewport_size(PHONE)
    card = await hand_in(page, POST)
    await see(card, "The Night Ferry")
    name = card.get_by_role("link", name="Ines", exact=True)
    await expect(name).to_have_attribute("href", re.compile(r"/users/"), timeout=PATIENCE)
    await name.click()  # nobody has a profile here
    assert page.context.pages == [page]
    for _ in range(3):
        await page.get_by_role("button", name="A day on").click()
        await expect(page.locator("#said")).to_be_empty(timeout=PATIENCE)
    link = messages(page).get_by_role("article").last.get_by_role("link", name="The Night Ferry")
    await expect(link).to_be_in_viewport(timeout=PATIENCE)
    address = str(await link.get_attribute("href"))
    await leads(page, link, card)
    await page.reload()
    await leads(page, link, card)

    await page.locator("#place").select_option(label="# walled-garden")
    await expect(channel(page).get_by_label("Message", exact=True)).to_have_attribute(
        "placeholder", re.compile("garden"), timeout=PATIENCE
    )
    room = address.split("/")[-2]
    await channel(page).locator("#channel-composer-input").fill(f"{address} and <#{room}>")
    await channel(page).locator("#send-message").click()
    await leads(page, messages(page).get_by_role("link", name="discord.com"), card)
    await page.locator("#place").select_option(label="# walled-garden")
    await (
        messages(page)
        .get_by_role("article")
        .filter(has_text=f"{address} and ")
        .get_by_role("link", name="#drabbles")
        .click()
    )
    await expect(page.locator("#place option:checked")).to_have_text("# drabbles", timeout=PATIENCE)
    assert len(page.context.pages) == 1


async def test_a_link_to_what_is_not_here_says_so(shared_page: Page) -> None:
    await channel(shared_page).locator("#channel-composer-input").fill("https://discord.com/channels/1/2/3")
    await channel(shared_page).locator("#send-message").click()
    await messages(shared_page).get_by_role("link", name="discord.com").click()
    await see(shared_page.locator("#said"), "no longer there")
    assert len(shared_page.context.pages) == 1


async def test_a_refusal_is_an_answer_like_any_other(shared_page: Page) -> None:
    await shared_page.set_viewport_size(PHONE)
    send = await begin_command(shared_page, "entry withdraw")
    await expect(send).to_be_in_viewport(ratio=1, timeout=PATIENCE)
    await send.click()
    await see(messages(shared_page), "You have no entry")
    await expect(channel(shared_page).locator("#action-status")).to_have_text("Action completed", timeout=PATIENCE)


async def test_an_empty_field_shows_the_first_suggestions_and_a_full_one_all_of_it(shared_page: Page) -> None:
    await channel(shared_page).get_by_label("Viewing as").select_option(label="Mod Marlow")
    await see(messages(shared_page), "is open in #drabbles")
    await begin_command(shared_page, "round open")
    await expect(channel(shared_page).get_by_role("option").filter(has_text="in 7 days").first).to_be_visible(
        timeout=PATIENCE
    )
    field = channel(shared_page).locator(".command-option-input")
    await field.fill("50")
    assert await field.evaluate("field => field.scrollWidth - field.clientWidth") <= 0


async def test_selects_and_commands_offer_something_after_a_form_was_closed(shared_page: Page) -> None:
    page = shared_page
    await channel(page).get_by_label("Viewing as").select_option(label="Mod Marlow")
    await see(messages(page), "is open in #drabbles")
    await (await begin_command(page, "setup")).click()
    form, offered = channel(page).locator("form.modal-dialog"), channel(page).locator("[role=option]")
    rounds = messages(page).get_by_text("Choose a channel", exact=True)
    told = channel(page).locator("#action-status")
    for way in ("Cancel", "Close modal", "Escape"):
        await messages(page).get_by_role("button", name="Time zone, emoji, words").click()
        if way == "Escape":
            await form.get_by_role("textbox").first.press(way)
        else:
            await form.get_by_role("button", name=way).click()
        await expect(told).to_have_text("Preview refreshed", timeout=PATIENCE)  # until then a click is lost
        await rounds.click()
        await expect(offered.filter(has_text="walled-garden").first).to_be_visible(timeout=PATIENCE)
        await expect(told).to_have_text("Options updated", timeout=PATIENCE)  # it asks late, and a click would be lost
        await rounds.click()
    await begin_command(page, "member block")
    await expect(offered.filter(has_text="Yuki")).to_be_visible(timeout=PATIENCE)


CONTRASTS = """root => {
  const parsed = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = colour.map((c) => (c / 255 <= .04045 ? c / 255 / 12.92 : ((c / 255 + .055) / 1.055) ** 2.4));
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const over = ([r, g, b, a = 1], below) => [r, g, b].map((c, n) => c * a + below[n] * (1 - a));
  const behind = (one) => {
    if (!one) return [255, 255, 255];
    const colour = parsed(getComputedStyle(one).backgroundColor);
    return (colour[3] ?? 1) === 1 ? colour.slice(0, 3) : over(colour, behind(one.parentElement));
  };
  return [...root.querySelectorAll("*")]
    .filter((one) => [...one.childNodes].some((each) => each.nodeType === 3 && each.data.trim()))
    .filter((one) => one.checkVisibility() && !one.disabled)
    .map((one) => {
      const back = behind(one);
      const [low, high] = [light(back), light(over(parsed(getComputedStyle(one).color), back))].sort((a, b) => a - b);
      return [(high + .05) / (low + .05), one.textContent.trim().slice(0, 40)];
    });
}"""


async def test_all_words_stand_out_in_both_themes(shared_page: Page) -> None:
    page = shared_page
    await see(await submit(page, POST), "Hand in")
    await page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    await see(page.locator("#ledger"), "Lamplight (open): 0 hearts")
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme in schemes:
        await page.emulate_media(color_scheme=scheme)
        for part in (page.locator("aside"), channel(page).locator("#channel-layout")):
            measured: list[tuple[float, str]] = await part.evaluate(CONTRASTS)
            assert measured
            assert [(round(ratio, 2), words) for ratio, words in measured if ratio < READABLE] == [], scheme
        paper = await page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
        assert (sum(int(part) for part in re.findall(r"\d+", paper)) > 3 * 128) == (scheme == "light")


async def test_somebody_new_sets_up_a_challenge_and_changes_its_settings(shared_page: Page) -> None:
    page = shared_page
    await channel(page).get_by_label("Viewing as").select_option(label="Mod Marlow")
    await see(messages(page), "is open in #drabbles")
    await (await begin_command(page, "challenge new")).click()
    boxes = channel(page).locator("#modal-root input")
    await boxes.nth(0).fill("Sunday Drabbles")
    await boxes.nth(1).fill("every sunday 6pm")
    await channel(page).locator("#modal-root").get_by_role("button", name="Submit", exact=True).click()
    await messages(page).get_by_role("button", name="Start it").click()
    overview = messages(page).get_by_role("article").last
    await see(overview, "It runs by itself.")
    await messages(page).get_by_role("button", name="More settings").click()
    await see(overview, "In the channel itself")
    await messages(page).get_by_role("button", name="About its stories").click()
    await see(overview, "Title")
    await see(overview, "Any rating")
