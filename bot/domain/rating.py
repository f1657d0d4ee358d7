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
    Rating.GENERAL: "g u k k+ pg general gen all everyone family frc",
    Rating.TEEN: "t t+ pg-13 pg13 pg-15 pg15 teen teens frt 12 12a 12+ 13 13+ 14 14+",
    Rating.MATURE: "m r mature frm 15 15+ 16 16+ 17 17+",
    Rating.EXPLICIT: "e x xx xxx nc-17 nc17 nc r18 r-18 ma explicit adult adults frao nsfw smut 18 18+ 21+",
}
"""The names of films' ratings, of the archives' and of fan fiction's own. `PG` and `K+` are general,
because the line to teen is drawn at thirteen years and both are meant for younger children too. `R` is mature:
it lets in those of seventeen that `NC-17` keeps out."""

BY_NAME = {name: rating for rating, names in NAMES.items() for name in names.split()}

NAME = re.compile(r"nc[- ]?17|pg[- ]?1[35]|r-?18|12a|\d{2}\+?|[^\W\d_]+\+?")

REASON = re.compile(r"[(\[{;,:]|\.\s| - (?!\d)|\b(?:for|because|due|with|but)\b")
"""What comes after the rating itself: why it is so."""


def parse(text: str) -> Rating:
    """The rating that a header's value names, the highest of several; what we do not know is not rated."""
    text = text.casefold().replace("–", "-").replace("‑", "-")
    if re.search(r"\b(?:un|not[- ]|non[- ])rated\b", text):
        return Rating.NOT_RATED
    return highest(REASON.split(text, maxsplit=1)[0]) or highest(text)


def highest(text: str) -> Rating:
    names = (name.replace(" ", "-") for name in NAME.findall(text))
    return max((BY_NAME[name] for name in names if name in BY_NAME), default=Rating.NOT_RATED)


def is_name(text: str) -> bool:
    """Whether a text is a rating's name and nothing else."""
    return text.strip().casefold().removeprefix("rated ").replace(" ", "-") in BY_NAME
