"""Words counted and manuscripts read."""

import time
from collections.abc import Callable

from bot.domain import manuscript, words

SENTENCE = "She left the lamp on — “just in case” — and the rain, which had been waiting, came home. "
POST = f"Title: The lamp\nFandom: none\nRating: G\nWord count: 100\n\n{SENTENCE * 6}"


def a_second(work: Callable[[str], object], text: str, seconds: float) -> float:
    began, done = time.perf_counter(), 0
    while time.perf_counter() - began < seconds:
        work(text)
        done += 1
    return done / (time.perf_counter() - began)


def measured(seconds: float) -> list[str]:
    story = SENTENCE * 60
    counted = a_second(words.count, story, seconds) * words.count(story).ao3
    read = a_second(manuscript.parse, POST, seconds)
    split = a_second(str.split, story, seconds) * len(story.split())
    return [
        f"words counted: {counted:,.0f} a second; str.split finds {split:,.0f}: {split / counted:.0f} times as many",
        f"manuscripts read, of a header and {words.count(SENTENCE * 6).ao3} words: {read:,.0f} a second",
    ]
