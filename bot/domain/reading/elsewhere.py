"""Lines that say where else a story stands: `Also on AO3`, an address."""

import re

from bot.domain.reading import phrases

MOST_WORDS_OF_ADDRESS = 6

ADDRESS = re.compile(
    r"[^\s@]@[^\s@.]{1,80}\.[^\s@]|https?://|\bwww\.|\b[\w-]{1,40}\.[^\W\d_]{2,10}/[\w@~]", re.IGNORECASE
)
SITE = re.compile(
    r"""\W{0,10}(?:[\w-]{1,40}\.){1,4}(?:org|com|net|io|co|gg|uk|de|fr|eu|ru|ca|info|site|page|social|app|blog)/?
    [\W_]{0,10}""",
    re.VERBOSE | re.IGNORECASE,
)
"""`ana.example.org`, alone."""
PLACE = rf"\b{phrases.any_of('place')}\b"
PLACE_ALONE = re.compile(
    rf"""\W{{0,4}}(?:(?:(?:this|it)(?:['’]s|\sis)\s)?(?:(?:also|here|now|up)\s)?on\s)?
    {PLACE}(?:\s(?:link|version|mirror|page|profile|here|too|as\swell|now)){{0,2}}\W{{0,4}}""",
    re.VERBOSE | re.IGNORECASE,
)
HANDLE = re.compile(rf"\W{{0,4}}{PLACE}(?:\s?[:=]\s?@?|\s@)[\w.-]{{1,40}}\W{{0,4}}", re.VERBOSE | re.IGNORECASE)
"""`Tumblr: @ana`."""
POSTED = re.compile(
    rf"""[^\w"“”„«»]{{0,4}}(?:{phrases.any_of("also")}\b(?!,)|(?:(?:originally|first|previously)\s)?
        (?:(?:x|cross|re)-?\s?posted|posted|published|archived|available|mirrored|read|find)\b)
    [^.!?\n]{{0,60}}?(?:{PLACE}|\b(?:[\w-]{{1,40}}\.){{1,3}}(?:org|com|net)\b).{{0,40}}""",
    re.VERBOSE | re.IGNORECASE,
)
"""`Also on AO3`, `cross-posted to my journal`."""


def is_said(text: str) -> bool:
    """True if the line says where else the story stands, and nothing else."""
    text = text.strip()
    if any(form.fullmatch(text) for form in (PLACE_ALONE, HANDLE, POSTED, SITE)):
        return True
    return len(text.split()) <= MOST_WORDS_OF_ADDRESS and ADDRESS.search(text) is not None
