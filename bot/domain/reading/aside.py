"""What a writer says to the readers without a label: on the story, on owners, where else it stands, thanks, pleas.

Patterns that are searched in most lines of a text find small letters alone: whoever asks gives them a text in small
letters, which takes half the time of minding no case.
"""

import re
from collections.abc import Collection
from functools import lru_cache

from bot.domain.reading import phrases

OWNERSHIP = re.compile(rf"\b(?=\w){phrases.any_of('owners')}\b|\(c\)|©", re.DOTALL)
"""Words of a disclaimer, in small letters."""

ABOUT_STORY = re.compile(rf"\b(?=\w)(?:{phrases.any_of('about the story')}\b|enjoy!|https?://)", re.DOTALL)
"""Words about the story, not of it, in small letters."""

THIS_STORY = re.compile(r"\b(?:this|my)\s(?:\w+\s){0,2}(?:story|chapter|part|series|prompt|piece|challenge)\b")
"""Words about the story that a narrator may use as well, in small letters."""

PERSON = re.compile(r"\b(?:i|i['’]\w+|my|me|mine|we|our|you|your|please|this|je|ich|yo|io|eu|я)\b", re.IGNORECASE)
THANKS = re.compile(r"\W{0,6}+(?:(?:many|special|much|big|huge)\s){0,5}+thanks\sto\b", re.IGNORECASE)

SHORT = re.compile(rf"[\W_]{{0,6}}+{phrases.any_of('short remark')}\b", re.IGNORECASE)
"""The start of a short remark that closes a header: `Feedback is love.`"""

ASIDE = re.compile(r"\([^()]{1,100}\)")

DEDICATION = re.compile(
    r"[\W_]{0,6}+(?:(?:this\s(?:\w++\s)?is\s)?dedicated\s(?:to|in)|in\s(?:loving\s)?memory\sof|happy\sbirthday)\b",
    re.IGNORECASE,
)

SPEECH = re.compile(r"[\"“«][^\"”»\n]{2,300}+(?:(?<=[,.!?…-])|(?<=[,.!?…-]['’]))[\"”»]")

SAYING = re.compile(rf"[,.!?…][\"”»’']{{0,2}}\s(?:\w+\s){{0,2}}{phrases.any_of('said')}\b", re.IGNORECASE)
"""`five stars, she thought`; `“… a door,” said the card`."""

LONGEST, LONGEST_FAREWELL, MOST_WORDS_OF_ADDRESS = 3_000, 200, 6
"""Characters of the longest remark, and words of a line with an address."""

FEEDBACK = phrases.any_of("feedback")
PLEA = rf"""(?:(?:all|any|your)\s)?{FEEDBACK}(?:(?:,\s|,?\s(?:and|or|&)\s|\s?/\s?){FEEDBACK}){{0,3}}
    (?:\s?(?:=|(?:is|are|makes?|feeds?|keeps?|gives?|always|very|much|most|so|me|my|the|an?|warmly)\b)){{0,4}}\s?
    {phrases.any_of("is dear")}(?:\W[^\n@]{{0,40}})?"""
"""`comments are love`, `feedback is ♥`; one with an address is a signature."""
FAREWELL = re.compile(
    rf"""[\W_]{{0,8}}+(?:{phrases.any_of("begins a farewell")}[^\n]{{0,90}}
    |(?:{phrases.any_of("farewell")}|{PLEA})(?:[\W_]|<3){{0,8}})""",
    re.VERBOSE | re.IGNORECASE,
)
"""`Thanks for reading!`, `(Note: he was dead.)`, `No beta, we die like men`, `For Ana, who asked.`, but not `For Ana.`
"""
FEEDBACK_ASKED = re.compile(rf"[\W_]{{0,8}}{PLEA}[\W_]{{0,8}}", re.VERBOSE | re.IGNORECASE)
"""`Comments are love!`, and nothing else."""
MAYBE = re.compile(rf"[\W_]{{0,8}}+{phrases.any_of('may be a note')}", re.IGNORECASE)
"""How writers begin what they say below a story, and stories may end: `For Ben.`, `Sorry it's late!`."""
OPENS_POST = re.compile(rf"(?<!\w)(?:{phrases.any_of('may open a post')})\b", re.IGNORECASE)
"""What writers say above a story of how it came about, and narrators may say: `I should be asleep, but wrote this.`"""
POSTSCRIPT = re.compile(r"[\W_]{0,6}p\.?\s?s\.?(?:\s?:|(?<=\.)|(?=\s))\s?\w", re.IGNORECASE)
QUOTES = frozenset('"“”«»')

ADDRESS = re.compile(
    r"[^\s@]@[^\s@.]{1,80}\.[^\s@]|https?://|\bwww\.|\b[\w-]{1,40}\.[^\W\d_]{2,10}/[\w@~]", re.IGNORECASE
)
PLACE = rf"\b{phrases.any_of('place')}\b"
PLACE_ALONE = re.compile(
    rf"""\W{{0,10}}(?:(?:(?:this|it)(?:['’]s|\sis)\s)?(?:(?:also|here|now|up)\s)?on\s)?
    {PLACE}(?:\s(?:link|version|mirror|page|profile|here|too|as\swell|now)){{0,2}}
    (?:(?:\s?[:=]\s?@?|\s@)[\w.-]{{1,40}})?[\W_]{{0,10}}""",
    re.VERBOSE | re.IGNORECASE,
)
"""`This is also on AO3`, `Tumblr: @ana`, `ana.example.org`."""
POSTED = re.compile(
    rf"""[^\w"“”„«»]{{0,4}}{phrases.any_of("posted")}[^.!?\n]{{0,60}}?{PLACE}.{{0,40}}""", re.VERBOSE | re.IGNORECASE
)
"""`Also on AO3`, `cross-posted to my journal`."""

START = re.compile(rf"[\W_]{{0,12}}+{phrases.any_of('start')}[\W_]{{0,12}}", re.IGNORECASE)
"""A line that only says that the story starts."""

END = re.compile(rf"[\W_]{{0,12}}+{phrases.any_of('end')}(?:\s\(?\d{{1,2}}/\d{{1,2}}\)?)?[\W_]{{0,12}}", re.IGNORECASE)
"""A line that only says that the story ends; `-30-` is a newspaper's."""


MENTION = re.compile(r"<(?:@[!&]?|a?:\w{2,32}:)\d{5,20}>|(?<!\S)@[^\W\d][\w.-]{1,31}(?=[,\s])")
"""Discord's mention of a member or a role, `@ana`, and its own emoji; `@ana:` may speak in the story."""


def is_told(text: str) -> bool:
    """True if the text says who said or thought it, as narrators do."""
    return SAYING.search(text) is not None


SAYS = {"own": OWNERSHIP, "about": ABOUT_STORY, "this.story": THIS_STORY}


def said(text: str) -> set[str]:
    """Which of these patterns a text has in small letters, and `speech` if somebody speaks."""
    small = text.lower()
    found = {name for name, pattern in SAYS.items() if pattern.search(small)}
    return found | {"speech"} if SPEECH.search(text) else found


def is_remark(text: str) -> bool:
    """True if a paragraph speaks to its readers about the story."""
    return len(text) <= LONGEST and remarks(text, said(text))


def is_plain_remark(text: str) -> bool:
    """True if a paragraph is a remark that no narrator would make."""
    return len(text) <= LONGEST and remarks(text, said(text) - {"this.story"})


def remarks(text: str, found: Collection[str]) -> bool:
    """True if a paragraph in which this was found speaks to its readers."""
    about = ("about" in found or "this.story" in found) and PERSON.search(text) is not None
    return "speech" not in found and ("own" in found or about or THANKS.match(text) is not None)


def is_farewell(text: str) -> bool:
    """True if a paragraph is a note, thanks, a plea, a dedication, a postscript, or says that nobody checked it."""
    text = text.strip()
    is_brief = len(text) <= LONGEST_FAREWELL and QUOTES.isdisjoint(text)
    return POSTSCRIPT.match(text) is not None or (is_brief and FAREWELL.fullmatch(text) is not None)


def may_be_farewell(text: str) -> bool:
    """True if a paragraph may be a writer's word as well as the story's last."""
    return QUOTES.isdisjoint(text) and MAYBE.match(text) is not None


def may_open_post(text: str) -> bool:
    """True if a paragraph may be a writer's word as well as the story's first."""
    return len(text) <= LONGEST_FAREWELL and QUOTES.isdisjoint(text) and OPENS_POST.search(text) is not None


@lru_cache(maxsize=4096)  # a line is asked as one of its own, and again as a fact
def says_where(text: str) -> bool:
    """True if the line says where else the story stands, and nothing else."""
    text = text.strip()
    is_address = len(text.split()) <= MOST_WORDS_OF_ADDRESS and ADDRESS.search(text) is not None
    return is_address or PLACE_ALONE.fullmatch(text) is not None or POSTED.fullmatch(text) is not None


def ends_story(line: str) -> bool:
    return len(line) <= 60 and END.fullmatch(line) is not None
