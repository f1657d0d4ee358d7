"""Characters that reach beyond themselves: marks of direction, marks that pile up on a letter, and invisible ones."""

import re
import unicodedata

OPENS = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),  # embeddings and overrides
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),  # isolates
}
"""Marks that begin a direction, and the mark that ends each."""
DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
END_OF_ISOLATE = "\u2069"
ISOLATED = "\u2068{}\u2069"
"""Marks that keep the text between them from turning anything around it."""
TURNING = {"R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "LRI", "RLI", "FSI"}
"""Kinds of characters that influence the direction of the text around them."""

UNSEEN = re.compile(
    "(?P<flag>\U0001f3f4[\U000e0020-\U000e007e]{1,8}\U000e007f)"  # of a part of a country, spelled in unseen letters
    "|[\x00-\x1f\x7f-\x9f\ufeff\u180e\u206a-\u206f\ufff9-\ufffb\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
BLANKS = set("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that are drawn as nothing."""
UNDRAWN = {"Cc", "Cf", "Mn", "Me", "Zs", "Zl", "Zp"}

MOST_MARKS = 5
"""Marks on one letter. Hebrew with its points and accents, Burmese and Tibetan need as many."""
MOST_PILED = 3
"""Marks above one another, or below. Greek, Vietnamese and phonetic script need two."""
PILED = {220, 230}
"""Classes of marks that stand beyond the last mark of their class."""


def is_seen(text: str) -> bool:
    return any(one not in BLANKS and unicodedata.category(one) not in UNDRAWN for one in text)


def thinned(text: str) -> str:
    """The text without invisible characters, and with as many marks on a letter as a script needs."""
    if text.isascii() and text.isprintable():
        return text
    kept: list[str] = []
    total, piled = MOST_MARKS, dict.fromkeys(PILED, 0)  # a mark that begins the text would stand on the text before it
    for one in UNSEEN.sub(lambda found: found["flag"] or "", text):
        category = unicodedata.category(one)
        if category in ("Mn", "Me"):
            place = unicodedata.combining(one)
            if total == MOST_MARKS or piled.get(place) == MOST_PILED:
                continue
            total += 1
            if place in PILED:
                piled[place] += 1
        elif category not in ("Mc", "Cf"):  # those stand between marks without being a letter
            total, piled = 0, dict.fromkeys(PILED, 0)
        kept.append(one)
    return "".join(kept)


def contained(text: str) -> str:
    """The text in such marks that it turns nothing beside it, whatever scripts and directions are in it."""
    balanced, ends = directed(text)
    turns = any(unicodedata.bidirectional(one) in TURNING for one in balanced)
    return ISOLATED.format(balanced + ends) if turns else balanced


def closed(text: str) -> str:
    """The text with the ends of direction that its lines lack."""
    return "\n".join(line + directed(line)[1] for line in text.split("\n"))


def directed(line: str) -> tuple[str, str]:
    """The line without ends that end nothing, and the ends that it lacks."""
    awaited: list[str] = []
    isolates = 0  # in `awaited`; a line may hold thousands of ends that end none

    def met(found: re.Match[str]) -> str:
        nonlocal isolates
        mark = found[0]
        if mark in OPENS:
            awaited.append(OPENS[mark])
            isolates += OPENS[mark] == END_OF_ISOLATE
        elif mark == END_OF_ISOLATE and isolates:
            isolates -= 1
            while awaited.pop() != mark:  # the end of an isolate ends everything that was opened inside it
                pass
        elif awaited and awaited[-1] == mark:
            awaited.pop()
        else:
            return ""
        return mark

    balanced = DIRECTION.sub(met, line)
    return balanced, "".join(reversed(awaited))
