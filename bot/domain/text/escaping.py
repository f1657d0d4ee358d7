"""Somebody's own words inside ours: on one line, and shown as they were typed instead of followed."""

import bisect
import re

from bot.domain.text import glyph, message_length

NOTHING = "\u200b"
"""A space without width."""

MARK = re.compile(
    r"""
      (?P<kept>https?://[^\s<>*|`~\\\]]*[^\s<>*|`~\\\]_] | <a?:\w{1,64}:\d{1,20}>)  # an address, a custom emoji
    | \A[#>+-] | [\\*_~|`<\[\]]
    """,
    re.VERBOSE,
)
"""Marks that Discord would act on. In a story most of them may; `harmless` sees to those."""
COVER = re.compile(r"\|\|(.+?)\|\|")
"""What a reader opens with a click, on one line."""
CALL = re.compile(r"@(?=everyone|here|[!&]?\d+>)|discord(?:app)?(?=\.(?:gg|com/invite))", re.IGNORECASE)
"""Text that pings somebody or invites members elsewhere, in any place."""


def plain(text: str, most: int) -> str:
    """At most `most` characters, on one line, without an effect on the text beside them."""
    read = 4 * most
    flat = glyph.thinned(" ".join(text[:read].split()))
    if flat and not glyph.is_seen(flat):
        return "…"
    if text[read:].strip():  # beyond a long gap, or beyond what nobody sees
        flat += "…"
    whole = glyph.contained(message_length.cut(flat, most))
    if len(whole) <= most:
        return whole

    def is_too_long(room: int) -> bool:  # with the ends of the directions that are open there
        return len(glyph.contained(message_length.cut(flat, room))) > most

    room = bisect.bisect_left(range(1, most), True, key=is_too_long)
    return glyph.contained(message_length.cut(flat, max(1, room)))


def line(text: str, most: int) -> str:
    """The same with all marks escaped; the escapes do not count as characters."""
    return literal(plain(text, most))


def covering(text: str, most: int) -> str:
    """A line that keeps covered what its writer covered, even where it is cut off."""
    flat = plain(text, most)
    if flat.endswith("…") and flat.count("||") % 2:
        flat += "||"
    parts = map(literal, COVER.split(flat))
    return "".join(f"||{part}||" if place % 2 else part for place, part in enumerate(parts))


def quotation(text: str, most: int) -> str:
    """As much of the text as fits into so many units, each line escaped, as Discord marks a quotation. Of the first
    line for which there is no room, its beginning.
    """
    kept: list[str] = []
    room = most - message_length.units("\n…")
    for each in text.splitlines():
        said = f"> {line(each, most)}"
        if message_length.units(said) > room:
            kept.append(beginning(each, room))
            break
        kept.append(said)
        room -= message_length.units(f"{said}\n")
    return "\n".join(kept)


def beginning(text: str, most: int) -> str:
    """As much of one line as fits into so many units, quoted. Escapes may double its length."""
    quoted = (f"> {line(text, length)}" for length in (most - 2, most * 3 // 4, most // 2 - 2) if length > 1)
    return next((said for said in quoted if message_length.units(said) <= most), "…")


def code(text: str, most: int) -> str:
    """The same as code, for the name of a file."""
    return f"`{plain(text.replace('`', ''), most)}`"


def link(text: str, most: int, address: str) -> str:
    return f"[{name(text, most)}]({address})"


def name(text: str, most: int) -> str:
    """The text of a link: brackets or another address in it would break the link."""
    return literal(plain(text, most).replace("[", "(").replace("]", ")").replace("://", f":{NOTHING}//"))


def literal(text: str) -> str:
    return silent(MARK.sub(lambda found: found["kept"] or f"\\{found[0]}", text))


def silent(text: str) -> str:
    return CALL.sub(rf"\g<0>{NOTHING}", text)
