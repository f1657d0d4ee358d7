"""Lines that say where else a story stands: `Also on AO3`, an address."""

import re

MOST_WORDS_OF_ADDRESS, MOST_WORDS_OF_ORIGIN = 6, 10

ADDRESS = re.compile(
    r"[^\s@]@[^\s@.]{1,80}\.[^\s@]|https?://|\bwww\.|\b[\w-]{1,40}\.(?:org|com|net|io)/\S", re.IGNORECASE
)
SITE = re.compile(
    r"\W{0,10}(?:[\w-]{1,40}\.){1,4}(?:org|com|net|io|uk|de|fr|social|app|blog)/?[\W_]{0,10}", re.IGNORECASE
)
"""`ana.example.org`, alone."""
PLACE = r"""\b(?:ao3|archive\sof\sour\sown|ff\.?n(?:et)?|fanfiction\.net|tumblr|dreamwidth|dw|livejournal|lj|wattpad
    |bluesky|mastodon|squidgeworld|my\s(?:journal|blog|website|site|profile))\b"""
PLACE_ALONE = re.compile(
    rf"\W{{0,4}}(?:on\s)?{PLACE}(?:\s(?:link|version|mirror|page|profile))?\W{{0,4}}", re.VERBOSE | re.IGNORECASE
)
POSTED = re.compile(
    rf"""\W{{0,4}}(?:also\b(?!,)|(?:(?:originally|first|previously)\s)?
        (?:(?:x|cross|re)-?\s?posted|posted|published|archived|available|mirrored|read|find)\b)
    [^.!?\n]{{0,60}}?(?:{PLACE}|\b[\w-]{{1,40}}\.(?:org|com|net)\b).{{0,40}}""",
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
    if PLACE_ALONE.fullmatch(text) or POSTED.fullmatch(text) or SITE.fullmatch(text) or is_origin(text):
        return True
    return ADDRESS.search(text) is not None and len(text.split()) <= MOST_WORDS_OF_ADDRESS


def is_origin(text: str) -> bool:
    """`Originally posted to the Tuesday challenge`; a sentence has to name a community or a year."""
    origin = ORIGIN.fullmatch(text)
    if origin is None or len(text.split()) > MOST_WORDS_OF_ORIGIN:
        return False
    return COMMUNITY.search(origin["place"]) is not None or not text.endswith(".")
