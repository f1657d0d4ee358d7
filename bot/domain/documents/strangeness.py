"""What shows that a text was read in the wrong encoding, whatever its script: words that nobody writes so."""

import re
from itertools import pairwise

LETTER = "[^\\W\\d_\x00-\x7f\u0e00-\uffff]"
"""A letter of Europe and the Near East beyond ASCII. East of there, signs stand between words without a blank."""
SIGN = "[\x80-\xbf\u02c6-\u02dd\u2000-\u2bff]"
BESIDE_LETTERS = "(?![\\w\\s\xa0\xad\xb7’‘‛״“”„«»‹›–—‑‐…•])"
"""No sign is strange that stands beside letters in books."""
STRANGE = re.compile(
    f"(?<={LETTER}){BESIDE_LETTERS}{SIGN}|{BESIDE_LETTERS}{SIGN}(?={LETTER})|(?<={LETTER})[„«‹›](?={LETTER})"
    f"|(?<={LETTER})[0-9×÷](?={LETTER})|(?<=[бвгджзклмнпрстфхцчшщ])ў"
)
IN_WORDS = re.compile(f"{LETTER}{{2,}}")
FEWEST = 2
"""What is strange once may be a name."""

FAR_LETTER = "[\u0370-\u0e7f]"
MARKED_LATIN = "[À-ÖØ-öø-ÿ]"
NEVER = re.compile(f"ς(?={LETTER})|{MARKED_LATIN}{FAR_LETTER}|{FAR_LETTER}{MARKED_LATIN}")
"""What no word has: a letter that ends words inside one, letters of two scripts."""
SOUTHERN, EASTERN, BELARUSIAN, UKRAINIAN = (
    re.compile(f"[{letters}]", re.IGNORECASE) for letters in ("ђћџљњјѓќѕ", "ъыэё", "ў", "їєґ")
)
APART = ((SOUTHERN, EASTERN), (SOUTHERN, BELARUSIAN), (SOUTHERN, UKRAINIAN), (BELARUSIAN, UKRAINIAN))
"""Cyrillic letters that no language has side by side."""
ENOUGH_LETTERS = 20
"""Letters of a text in which one at least should be small."""


def is_misread(text: str) -> bool:
    """True if the text looks like one in another encoding.

    Then signs stand within words, or letters that only end words, or capitals behind small letters; or letters of two
    languages stand side by side, all letters are capitals, or a quote has no end.
    """
    if NEVER.search(text) or is_all_capitals(text) or any(a.search(text) and b.search(text) for a, b in APART):
        return True
    signs = sum(1 for _ in STRANGE.finditer(text)) + (text.count("„") > text.count("“") + text.count("”"))
    return signs + sum(map(has_capital_inside, IN_WORDS.findall(text))) >= FEWEST


def has_capital_inside(word: str) -> bool:
    return any(before.islower() and letter.isupper() for before, letter in pairwise(word))


def is_all_capitals(text: str) -> bool:
    letters = "".join(IN_WORDS.findall(text))
    return len(letters) >= ENOUGH_LETTERS and letters.isupper()
