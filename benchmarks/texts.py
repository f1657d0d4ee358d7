"""Words counted and manuscripts read."""

import time
from collections.abc import Callable

from bot.domain.reading import manuscript
from bot.domain.text import conventions, disagreement

SENTENCE = "She left the lamp on — “just in case” — and the rain, which had been waiting, came home. "
SIZES = (1_000, 10_000, 100_000, 1_000_000)
HEADER = "Title: The lamp\nFandom: none\nRating: G\nWord count: 100\n\n"
POST = HEADER + SENTENCE * 6


def a_second(work: Callable[[str], object], text: str, seconds: float) -> float:
    began, done = time.perf_counter(), 0
    while time.perf_counter() - began < seconds:
        work(text)
        done += 1
    return done / (time.perf_counter() - began)


def growth(work: Callable[[str], object], above: str = "") -> str:
    """The cost of a kB in texts from 1 kB to 1 MB. It stays the same where the cost grows in proportion."""
    costs: list[str] = []
    for size in SIZES:
        text = above + (SENTENCE * (size // len(SENTENCE) + 1))[:size]
        began = time.perf_counter()
        times = max(1, SIZES[-1] // size // 10)
        for _ in range(times):
            work(text)
        micro = (time.perf_counter() - began) / times / size * 1_000 * 1_000_000
        costs.append(f"{micro:,.0f} µs of {size // 1_000:,} kB")
    return ", ".join(costs)


def explained(text: str) -> None:
    conventions.count(text)
    disagreement.differences(text)


def measured(seconds: float) -> list[str]:
    story = SENTENCE * 60
    counted = a_second(conventions.count, story, seconds) * conventions.by_ao3(story)
    read = a_second(manuscript.parse, POST, seconds)
    split = a_second(str.split, story, seconds) * len(story.split())
    return [
        f"words counted: {counted:,.0f} a second; str.split finds {split:,.0f}: {split / counted:.0f} times as many",
        f"a kB counted by all conventions and explained: {growth(explained)}",
        f"a kB read as a manuscript: {growth(manuscript.parse, HEADER)}",
        f"manuscripts read, of a header and {conventions.by_ao3(SENTENCE * 6)} words: {read:,.0f} a second",
    ]
