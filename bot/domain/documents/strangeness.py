"""What shows that a text was read in the wrong encoding, whatever its script: words that nobody writes so."""

import re
from itertools import pairwise

LETTER = "[^\\W\\d_\x00-\x7f\u0e00-\uffff]"
"""A letter of Europe and the Near East beyond ASCII. East of there, signs stand between words without a blank."""
SIGN = "[\x80-\xbf\u02c6-\u02dd\u2000-\u2bff]"
BESIDE_LETTERS = "(?![\\w\\s\xa0\xad\xb7’‘‛״“”„«»‹›–—‑‐…•])"
"""No sign is strange that stands beside letters in books."""
STRANGE = re.compile(
    f"(?<={LETTER}){BESIDE_LETTERS}{SIGN}|{BESIDE_LETTERS}{SIGN}(?={LETTER})|(?<={LETTER})[„«‹›](?={LETTER})|ς(?={LETTER})"
)
IN_WORDS = re.compile(f"{LETTER}{{2,}}")
FEWEST = 2
"""What is strange once may be a name."""


def is_misread(text: str) -> bool:
    """True if signs stand in words, letters that end words inside them, capitals behind small letters, or a quote that
    begins has no end.
    """
    signs = sum(1 for _ in STRANGE.finditer(text)) + (text.count("„") > text.count("“") + text.count("”"))
    return signs + sum(map(has_capital_inside, IN_WORDS.findall(text))) >= FEWEST


def has_capital_inside(word: str) -> bool:
    return any(before.islower() and letter.isupper() for before, letter in pairwise(word))
