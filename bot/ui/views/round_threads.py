"""The threads that a round should have, and which of its messages stands in which."""

import json
from dataclasses import dataclass

import discord

from bot.domain.header.field import Field
from bot.domain.header.rating import Rating
from bot.domain.rounds import forum_tag, home
from bot.domain.rounds.forum_tag import Labels
from bot.domain.rounds.home import Ground, Home, Talk
from bot.domain.rounds.posted_message import Purpose
from bot.domain.rounds.round import Phase
from bot.domain.tags import tag_index
from bot.domain.tags.tag import TagKind
from bot.domain.text import escaping, limits
from bot.services.publishing import Page, Scene
from bot.ui.wording import terms

CARD = Page(Purpose.CARD, None, 0)
ABOUT_END = (Purpose.REMINDER, Purpose.NEW_END)
"""Messages about a round's end stand where its card does, since they are for those who have not written yet."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread as it should be."""

    name: str
    labels: Labels
    """The tags of a forum's post; elsewhere they are not seen."""
    is_beside: bool
    """True if members talk there, and nothing of the round stands in it. It is nice to have."""
    is_open: bool
    """False once its round is over: it is archived then, and whoever writes in it opens it again."""

    @property
    def fingerprint(self) -> str:
        return json.dumps([self.is_open, self.name, self.labels.names])


def starter_of(page: Page, kind: Home, ground: Ground) -> Page | None:
    """The page in whose thread this one stands; None where it stands in the channel, or begins a post there."""
    if kind is Home.CHANNEL or page == CARD:
        return None
    if page.purpose in ABOUT_END and ground is Ground.CHANNEL:
        return None
    if kind is Home.POSTS and page.purpose is Purpose.ENTRY:
        return None if page.number == 0 else Page(Purpose.ENTRY, page.entry, 0)
    return CARD


def wanted(scene: Scene, pages: list[Page], ground: Ground) -> dict[Page, Thread]:
    """The threads, by the page that each begins with."""
    kind = home.on(ground, scene.round.plan.home)
    is_open = scene.phase is Phase.OPEN or scene.round.takes_late
    beside = kind is Home.CHANNEL and ground is Ground.CHANNEL
    talk = scene.round.plan.talk if beside else Talk.NOWHERE
    return {
        page: Thread(name_of(scene, page), labels_of(scene, page), is_beside=beside, is_open=is_open)
        for page in pages
        if begins_thread(page, kind, talk)
    }


def begins_thread(page: Page, kind: Home, talk: Talk) -> bool:
    if page == CARD:
        return kind is not Home.CHANNEL or talk is Talk.ROUND
    has_own = kind is Home.POSTS or talk is Talk.STORIES
    return has_own and page.purpose is Purpose.ENTRY and page.number == 0


def labels_of(scene: Scene, page: Page) -> Labels:
    """The challenge, the rating, the fandoms as moderators call them; of a round, the highest rating that it takes."""
    challenge = () if scene.challenge is None else (scene.challenge,)
    header = None if page.entry is None else page.entry.header
    rating = scene.round.plan.highest if header is None else header.rating
    rated = () if rating is None or rating is Rating.NOT_RATED else (terms.rating_text(rating).capitalize(),)
    named = [] if header is None else header.all(Field.FANDOM)
    written = (fandom for value in named for fandom in forum_tag.fandoms(value))
    fandoms = tuple(tag_index.called(TagKind.FANDOM, each, scene.namings) for each in written)
    return Labels((*challenge, *rated), fandoms)


def ground_of(channel: object) -> Ground:
    """What a channel has room for."""
    if isinstance(channel, discord.ForumChannel):
        return Ground.FORUM
    return Ground.CHANNEL if isinstance(channel, discord.TextChannel) else Ground.MESSAGES


def name_of(scene: Scene, page: Page) -> str:
    title = scene.round.plan.title if page.entry is None else page.entry.title
    return escaping.plain(title, limits.THREAD_NAME)
