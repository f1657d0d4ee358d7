"""The sections of a story, which scene breaks part: lines of marks alone, or of letters that are drawn like marks."""

import unicodedata

SPOKEN = frozenset(".…?!¿¡,;:'’‘‚\"“”„()[]«»‹›`|>")
"""Marks that belong to what somebody says, or to Discord: a line of these alone breaks nothing."""

DRAWN = (frozenset("oO0"), frozenset("xX"), frozenset("xo"))
"""Letters that make a line like `oOo`, `o0o` or `xXx`."""


def sections(story: str) -> tuple[str, ...]:
    """What stands between the breaks, as it was written; breaks side by side, or at an edge, part nothing."""
    found: list[list[str]] = [[]]
    for line in story.split("\n"):
        if is_break(line):
            found.append([])
        else:
            found[-1].append(line)
    texts = ("\n".join(lines).strip() for lines in found)
    return tuple(text for text in texts if text)


def is_break(line: str) -> bool:
    bare = "".join(line.replace("\\", "").split())  # the backslash before a mark is Discord's
    return bool(bare) and (is_marks(bare) or is_drawn(bare.strip("*~-–—=_.·•")))


def is_marks(bare: str) -> bool:
    return all(unicodedata.category(each)[0] in "PSM" and each not in SPOKEN for each in bare)


def is_drawn(bare: str) -> bool:
    """Whether a line is a pattern of such letters, the same from either end."""
    return len(bare) >= 3 and bare == bare[::-1] and any(letters.issuperset(bare) for letters in DRAWN)
