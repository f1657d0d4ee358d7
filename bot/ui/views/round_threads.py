"""The threads that a round should have, and which of its messages stands in which."""

import json
from dataclasses import dataclass

from bot.domain.rounds.home import Home
from bot.domain.rounds.posted_message import Purpose
from bot.domain.rounds.round import Phase
from bot.domain.text import escaping, limits
from bot.services.publishing import Page, Scene

CARD = Page(Purpose.CARD, None, 0)


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread as it should be."""

    name: str
    is_open: bool
    """False once its round is over: it is archived then, and whoever writes in it opens it again."""

    @property
    def fingerprint(self) -> str:
        return json.dumps([self.is_open, self.name])


def starter_of(page: Page, home: Home) -> Page | None:
    """The page in whose thread this one stands; None where it stands in the channel, or begins a post there."""
    if home is Home.CHANNEL or page == CARD:
        return None
    if home is Home.POSTS and page.purpose is Purpose.ENTRY:
        return None if page.number == 0 else Page(Purpose.ENTRY, page.entry, 0)
    return CARD


def wanted(scene: Scene, pages: list[Page], home: Home) -> dict[Page, Thread]:
    """The threads, by the page that each begins with."""
    if home is Home.CHANNEL:
        return {}
    is_open = scene.phase is Phase.OPEN
    return {page: Thread(name_of(scene, page), is_open=is_open) for page in pages if begins_thread(page, home)}


def begins_thread(page: Page, home: Home) -> bool:
    return page == CARD or (home is Home.POSTS and page.purpose is Purpose.ENTRY and page.number == 0)


def name_of(scene: Scene, page: Page) -> str:
    title = scene.round.plan.title if page.entry is None else page.entry.title
    return escaping.plain(title, limits.THREAD_NAME)
