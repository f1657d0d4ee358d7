"""Words on a list of moderators', found however a story writes them.

Somebody may write a word in capitals, in wide letters, in **parts**, with invisible characters, or with letters of
another script. A reader sees the same word.
"""

import unicodedata

from bot.domain.entries.entry import Entry
from bot.domain.header import header
from bot.domain.text import ao3_words, glyph, lookalike, markup

ACCENTS = dict.fromkeys(range(0x300, 0x370))
INVISIBLE = {*glyph.BLANKS, "\u034f", *map(chr, range(0xFE00, 0xFE10))}

ALIKE = str.maketrans({**dict.fromkeys("‘’‛ʼ′", "'"), **dict.fromkeys("‐‑‒–—−", "-")})
"""Apostrophes and dashes: a word processor sets others than who types the list."""


def found(words: tuple[str, ...], entry: Entry) -> str | None:
    """The first word or phrase of the list that stands by itself in the header or the story."""
    written = f"{header.to_lines(entry.header)}\n{entry.story}"
    text = folded("\n".join(lookalike.readings(drawn(f"{written}\n{markup.plain(written)}"))))
    unaccented = without_accents(text)
    return next((word for word in words if stands_in(as_read(word), text, unaccented)), None)


def stands_in(phrase: str, text: str, unaccented: str) -> bool:
    """Who lists a word without accents means it with any, too."""
    return stands_by_itself(phrase, text) or stands_by_itself(phrase, unaccented)


def stands_by_itself(phrase: str, text: str) -> bool:
    at = text.find(phrase) if phrase else -1
    while at >= 0:
        end = at + len(phrase)
        if not goes_on(text[max(at - 1, 0) : at], phrase[0]) and not goes_on(phrase[-1], text[end : end + 1]):
            return True
        at = text.find(phrase, at + 1)
    return False


def goes_on(before: str, after: str) -> bool:
    """True if two characters side by side belong to one word, as in scripts with spaces between words."""
    return ao3_words.spaced(before + after) == "ww" and "_" not in before + after


def as_read(text: str) -> str:
    return folded(drawn(text))


def drawn(text: str) -> str:
    return unicodedata.normalize("NFKC", "".join(filter(is_drawn, text)).translate(ALIKE))


def folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text.casefold()).split())


def is_drawn(character: str) -> bool:
    return character not in INVISIBLE and unicodedata.category(character) != "Cf"


def without_accents(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).translate(ACCENTS))
