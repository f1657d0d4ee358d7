"""How old a reader should be: the common scales as one."""

import re
from enum import IntEnum


class Rating(IntEnum):
    NOT_RATED = 0
    GENERAL = 1
    TEEN = 2
    MATURE = 3
    EXPLICIT = 4


NAMES = {
    Rating.GENERAL: """g u k k+ pg general gen all everyone family frc fr7 fr-7 frk tv-g tv-y tv-y7 tv-pg sfw
        worksafe p6 fsk-0 fsk-6 ab-6 0 0+ 6 6+ 7 7+ 9 9+ 10 10+ e10+ atp livre verde tous""",
    Rating.TEEN: """t t+ pg-13 pg13 pg-15 pg15 teen teens frt fr13 fr-13 frt-13 tv-14 p12 fsk-12 ab-12 12 12a 12+ 13 13+
        14 14+ giallo jugendliche ados adolescentes""",
    Rating.MATURE: """m r mature frm fr15 fr-15 fr16 fr17 frm-15 fram ma15 ma15+ p16 fsk-16 ab-16 15 15+ 16 16+ 17 17+
        arancione""",
    Rating.EXPLICIT: """e x xx xxx nc-17 nc17 nc-18 nc-21 nc21 nc r18 r-18
        r18+ ma ao explicit adult adults frao fr18 fr-18
        fr21 fr-21 tv-ma p18 fsk-18 ab-18 nsfw smut lemon 18 18+ 21 21+ rosso""",
}
"""The names of films' ratings, of the archives' and of fan fiction's own. `PG` and `K+` are general,
because the line to teen is drawn at thirteen years and both are meant for younger children too. `R` is mature:
it lets in those of seventeen that `NC-17` keeps out."""

BY_NAME = {name: rating for rating, names in NAMES.items() for name in names.split()}

NAME = re.compile(
    r"nc[- ]?(?:17|18|21)|pg[- ]?1[35]|r-?18\+?|ma15\+?|e10\+|12a|fr[- ]?\d{1,2}|fr[tm]-1[35]|tv[- ](?:y7|14|\w{1,2})"
    r"|fsk[- ]?\d{1,2}|ab[- ]\d{1,2}|p\d{1,2}\b|\d{1,2}\+?|[^\W\d_]+\+?"
)

REASON = re.compile(r"[(\[{;,:]|\.\s| - (?!\d)|\b(?:for|because|due|with|but)\b")
"""What comes after the rating itself: why it is so."""


DENIED = r"(?:no|not|non|nothing|never|without|isn['’]t)[- ](?:(?:too|very|that|really|any) )?"
MEANT_BY = (
    (r"\b(?:un|not[- ]|non[- ])rated\b", " "),
    (r"\be \(?for everyone\b", "everyone"),
    (r"\b(?:not|un)[- ](?:work[- ]?safe|safe for work|sfw)\b", "nsfw"),
    (r"\bsafe for work\b", "sfw"),
    (rf"\b{DENIED}(?:explicit|graphic|adult|mature|nsfw|smut|e|nc-?17)\b", " "),
    (r"\bexplicit (?:language|words|lyrics)\b", " "),
)
"""What says the same, or that something is not the case."""
MEANT = tuple((re.compile(wording), meant) for wording, meant in MEANT_BY)
CERTAIN = re.compile(r"\bnc[- ]?(?:17|18|21)\b|\bfrao\b|\br-?18\b|\bexplicit\b|\bnsfw\b|\bxxx\b")
"""Names that are no ordinary words, and count wherever they stand."""
PARTS = re.compile(r"[()\[\]{};,:/]|\.\s| - ")
ASIDE = re.compile(
    r"\b(?:(?:parts?|chapters?|ch)\b\.?(?: \d+)?|later|then|now|and|or|overall|in|for|the|rest|end|mostly|maybe"
    r"|possibly|eventually)\b"
)
"""What may stand beside one rating of several: `PG-13 (later R)`, `G for part 1, R for the rest`."""


def parse(text: str) -> Rating:
    """The rating that a header's value names, the highest of several; what we do not know is not rated."""
    text = text.casefold().replace("–", "-").replace("‑", "-")
    for pattern, meant in MEANT:
        text = pattern.sub(meant, text)
    alone = [part for part in PARTS.split(text) if is_name(" ".join(ASIDE.sub(" ", part).split()))]
    return highest(" ".join([REASON.split(text, maxsplit=1)[0], *alone, *CERTAIN.findall(text)])) or highest(text)


def is_none(text: str) -> bool:
    """Whether a value says that the story is not rated, or says nothing."""
    return UNRATED.fullmatch(" ".join(WORD.findall(text.casefold()))) is not None


WORD = re.compile(r"\w+")
UNRATED = re.compile(r"|un ?rated|(?:not|non) (?:yet )?rated|nr|none|n a|na|no rating|not explicit|non explicit")


def highest(text: str) -> Rating:
    names = (name.replace(" ", "-") for name in NAME.findall(text))
    return max((BY_NAME[name] for name in names if name in BY_NAME), default=Rating.NOT_RATED)


def is_name(text: str) -> bool:
    """Whether a text is a rating's name and nothing else."""
    return text.strip().casefold().removeprefix("rated ").replace(" ", "-") in BY_NAME
