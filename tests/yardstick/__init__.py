"""A fixed piece of work of the kind that the bot does: what it takes tells how fast the processor is just now.

Coverage looks on here as it does on the bot, so what coverage adds is in it too.
"""

import re
import statistics
import time

QUIET = 0.002
"""Seconds that the work took where the bounds of our tests were set: on a quiet machine, with nobody looking on."""
LONGEST_STEP = 0.05
"""Seconds at this pace that anything a member sends may take of everybody's time."""
TIMES = 5

WORD = re.compile(r"\w+(?:['’-]\w+)*")
PAGE = "\n".join(
    f"Note {number}: the first frost came early — who noticed? *Nobody*, said the baker's dog." for number in range(210)
)


def pace() -> float:
    """How many times as long as then work takes now; 1 if it takes no longer."""
    return max(1.0, statistics.median(seconds() for _ in range(TIMES)) / QUIET)


def seconds() -> float:
    began = time.thread_time()
    work()
    return time.thread_time() - began


def work() -> dict[str, int]:
    """Words are counted, line by line, as a reader of texts would."""
    counts: dict[str, int] = {}
    for line in PAGE.splitlines():
        label, _, rest = line.partition(":")
        for found in WORD.finditer(rest):
            word = found[0].casefold()
            if is_long(word):
                counts[word] = counts.get(word, 0) + len(label)
    return counts


def is_long(word: str) -> bool:
    vowels = 0
    for vowel in "aeiouy":
        vowels += word.count(vowel)
    return vowels > 1
