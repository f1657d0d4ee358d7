"""Rich text (.rtf) as text with Discord's marks.

The library gives the text alone. So where text begins to be slanted or bold, and where it ends, a private character
is put in beforehand, and looked for in what comes out.
"""

import re
from collections.abc import Callable, Iterator
from typing import cast

from striprtf import striprtf

from bot.domain import emphasis
from bot.domain.emphasis import Mark, Marks, Piece

TOKEN = re.compile(r"\\(?:(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})?|.)|(?P<brace>[{}])", re.DOTALL)

SWITCHES = {"b": Mark.BOLD, "i": Mark.ITALIC}

SIGNS: dict[Marks, str] = {
    frozenset(): "\uf8a0",
    frozenset({Mark.BOLD}): "\uf8a1",
    frozenset({Mark.ITALIC}): "\uf8a2",
    frozenset({Mark.BOLD, Mark.ITALIC}): "\uf8a3",
}
MEANINGS = {sign: marks for marks, sign in SIGNS.items()}
SIGN = re.compile(f"([{''.join(MEANINGS)}])")


def read(source: bytes) -> str:
    """The text, with its emphasis in Discord's marks."""
    to_text = cast("Callable[..., str]", striprtf.rtf_to_text)  # pyright: ignore[reportUnknownMemberType] - half typed
    text = to_text("".join(signed(source.decode("latin-1"))), errors="replace")
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # it gives halves of characters
    return emphasis.written(pieces(whole)).strip()


def signed(source: str) -> Iterator[str]:
    """The source, with a sign wherever the marks change."""
    groups: list[Marks] = []
    marks, end = emphasis.NONE, 0
    for token in TOKEN.finditer(source):
        before = marks
        if token["brace"] == "{":
            groups.append(marks)
        elif token["brace"] == "}":
            marks = groups.pop() if groups else emphasis.NONE
        elif token["word"] == "plain":
            marks = emphasis.NONE
        elif (switch := SWITCHES.get(token["word"] or "")) is not None:
            marks = marks - {switch} if token["number"] == "0" else marks | {switch}
        if marks != before and groups:
            at = token.end() if token["brace"] else token.start()
            yield f"{source[end:at]}{{\\uc0\\u{ord(SIGNS[marks])} }}"
            end = at
    yield source[end:]


def pieces(text: str) -> Iterator[Piece]:
    marks = emphasis.NONE
    for part in SIGN.split(text):
        if part in MEANINGS:
            marks = MEANINGS[part]
        else:
            yield Piece(part, marks)
