"""Somebody's own words inside ours: on one line, and shown as they were typed instead of followed."""

import re

from bot.domain.text import glyph, measuring

NOTHING = "\u200b"
"""A blank without width."""

MARK = re.compile(
    r"""
      (?P<kept>https?://[^\s<>*|`~\\\]]*[^\s<>*|`~\\\]_] | <a?:\w{1,64}:\d{1,20}>)  # an address, a custom emoji
    | \A[#>+-] | [\\*_~|`<\[\]]
    """,
    re.VERBOSE,
)
"""What Discord would follow; a story's marks, most of which it may, are looked after by `harmless`."""
CALL = re.compile(r"@(?=everyone|here|[!&]?\d+>)|discord(?:app)?(?=\.(?:gg|com/invite))", re.IGNORECASE)
"""What pings somebody, or invites them elsewhere, wherever it stands."""


def plain(text: str, most: int) -> str:
    """At most so many of its characters, on one line and for themselves: nothing beside them is turned or buried."""
    flat = glyph.thinned(" ".join(text[: 4 * most].split()))
    if flat and not glyph.is_seen(flat):
        return "…"
    room = min(most, len(flat))
    while len(contained := glyph.contained(measuring.cut(flat, room))) > most and room > 1:
        room -= 1  # for what ends the directions that are open there
    return contained


def line(text: str, most: int) -> str:
    """The same where marks would be followed, not counting what keeps them from working."""
    return literal(plain(text, most))


def code(text: str, most: int) -> str:
    """The same as code, which a file's name is shown as."""
    return f"`{plain(text.replace('`', ''), most)}`"


def link(text: str, most: int, address: str) -> str:
    return f"[{name(text, most)}]({address})"


def name(text: str, most: int) -> str:
    """The words of a link, which is none where they hold brackets or another address."""
    return literal(plain(text, most).replace("[", "(").replace("]", ")").replace("://", f":{NOTHING}//"))


def literal(text: str) -> str:
    return silent(MARK.sub(lambda found: found["kept"] or f"\\{found[0]}", text))


def silent(text: str) -> str:
    return CALL.sub(rf"\g<0>{NOTHING}", text)
