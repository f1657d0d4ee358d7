"""The ratings that stand above a story, however they are set, and what is none of them."""

import pytest

from bot.domain.header.header import Header
from bot.domain.header.rating import Rating
from bot.domain.reading import header_above

EXPLICIT = [
    *("Low Tide 🔞\nby ruth\n", "🔞🔞🔞\nLow Tide\n", "Team Salt: Low Tide (explicit)\n", "-# explicit\nLow Tide\n"),
    *("# Low Tide\n-# Harbour · E · 98 words\n", "[E] [91 words] **Low Tide**\n", "Low Tide, E, 100 words\n"),
    *(
        "Something small. 100 words, NSFW. Sorry!\n\nLow Tide\n",
        "**Entry #4**\n**Low Tide** (E)\n",
        "🔥 Rating: E 🔥\n",
    ),
    *("𝗥𝗮𝘁𝗶𝗻𝗴: 𝗘𝘅𝗽𝗹𝗶𝗰𝗶𝘁\n", "Rating: rated E\n", "(Explicit, Ana/Ben)\nLow Tide\n", "Low Tide | Harbour | ||E||\n"),
    *("Fic: Low Tide (Ana/Ben, NC-17)\nruth wrote in harbour\nTitle: Low Tide\n", "by Ruth, rated E\n", "NSFW: yes\n"),
    *("An explicit Harbour fic by Ruth\n", "Low Tide\nAn explicit Harbour drabble\n", "A smut ficlet by Ruth\n"),
    *("Week 2: explicit\nLow Tide\n", "Low Tide by Ruth (E)\n", "Low Tide — E — by Ruth\n"),
]


@pytest.mark.parametrize("above", EXPLICIT)
def test_an_explicit_rating_is_one_however_it_is_set(above: str) -> None:
    assert Header(header_above.fields(above)).rating is Rating.EXPLICIT


@pytest.mark.parametrize(
    "above",
    [
        *("Adults, Alone\n", "The Explicit Truth\nby Ruth\n", "Low Tide\nE. Salt\n\nHarbour drabble\n", "NSFW: no\n"),
        *("Ebb and Flow, by E. Salt\n", "Harbour, Ana & Ben, first frost\n", "Mature Oaks\n\nDraft 2\n"),
    ],
)
def test_what_is_no_rating_rates_nothing(above: str) -> None:
    assert Header(header_above.fields(above)).rating is Rating.NOT_RATED
