"""Lines that say where else a story stands: `Also on AO3`, an address."""

import re

from bot.domain.reading import phrases

MOST_WORDS_OF_ADDRESS, MOST_WORDS_OF_ORIGIN = 6, 10

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
ORIGIN = re.compile(
    r"\W{0,4}(?:originally|first|previously)\s(?:posted|published)\s(?:to|at|on|in|for|as|by)\b(?P<place>[^!?\n]{1,100})",
    re.IGNORECASE,
)
COMMUNITY = re.compile(r"[^\W_]_[^\W_]|(?<!\S)[@#]\w|<#\d|\b20\d\d\b")
"""`harbour_drabbles`, `#general`, or the year of a post."""


def is_said(text: str) -> bool:
    """True if the line says where else the story stands, and nothing else."""
    text = text.strip()
    if any(form.fullmatch(text) for form in (PLACE_ALONE, HANDLE, POSTED, SITE)) or is_origin(text):
        return True
    return len(text.split()) <= MOST_WORDS_OF_ADDRESS and ADDRESS.search(text) is not None


def is_origin(text: str) -> bool:
    """`Originally posted to the Tuesday challenge`; a sentence has to name a community or a year."""
    origin = ORIGIN.fullmatch(text)
    if origin is None or len(text.split()) > MOST_WORDS_OF_ORIGIN:
        return False
    return COMMUNITY.search(origin["place"]) is not None or not text.endswith(".")
