"""Rich text (.rtf) as text with Discord's marks.

The library gives the text alone. So where text begins to be slanted, bold or hidden, and where it ends, a private
character is put in beforehand, and looked for in what comes out.
"""

import re
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import cast

from striprtf import striprtf

from bot.domain import character, emphasis
from bot.domain.emphasis import Mark, Marks, Piece

TOKEN = re.compile(r"\\(?:(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})?|.)|(?P<brace>[{}])", re.DOTALL)

SWITCHES = {"b": Mark.BOLD, "i": Mark.ITALIC, "v": None, "deleted": None}
"""What is hidden or was deleted has no mark, and is left out."""

State = frozenset[str]
"""The switches that are on."""

PLAIN: State = frozenset()

SIGNS: dict[State, str] = {
    frozenset(on): chr(0xF8A0 + number)
    for number, on in enumerate(
        switches for length in range(len(SWITCHES) + 1) for switches in combinations(SWITCHES, length)
    )
}
MEANINGS = {sign: state for state, sign in SIGNS.items()}
SIGN = re.compile(f"([{''.join(MEANINGS)}])")

CELLS = frozenset({"cell", "nestcell"})
TRAILING = re.compile(r"(?<![ \t])[ \t]++$", re.MULTILINE)

CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})\b")
WESTERN = "cp1252"


def read(source: bytes) -> str:
    """The text, with its emphasis in Discord's marks."""
    to_text = cast("Callable[..., str]", striprtf.rtf_to_text)  # pyright: ignore[reportUnknownMemberType] - half typed
    text = to_text("".join(signed(decoded(source))), errors="replace")
    return TRAILING.sub("", emphasis.written(pieces(character.whole(text)))).strip()


def decoded(source: bytes) -> str:
    """Letters that were not written in escapes are those of the code page."""
    found = CODE_PAGE.search(source)
    try:
        return source.decode(f"cp{found[1].decode()}" if found else WESTERN, "replace")
    except LookupError:
        return source.decode(WESTERN, "replace")


def signed(source: str) -> Iterator[str]:
    """The source, with a sign wherever the state changes, and the cells of tables apart."""
    groups: list[State] = []
    state, end = PLAIN, 0
    for token in TOKEN.finditer(source):
        before, word = state, token["word"] or ""
        if token["brace"] == "{":
            groups.append(state)
        elif token["brace"] == "}":
            state = groups.pop() if groups else PLAIN
        elif word == "plain":
            state = PLAIN
        elif word in SWITCHES:
            state = state - {word} if token["number"] == "0" else state | {word}
        elif word in CELLS:
            yield source[end : token.start()] + r"\tab"
            end = token.end()
        if state != before and groups:
            at = token.end() if token["brace"] else token.start()
            yield f"{source[end:at]}{{\\uc0\\u{ord(SIGNS[state])} }}"
            end = at
    yield source[end:]


def pieces(text: str) -> Iterator[Piece]:
    state = PLAIN
    for part in SIGN.split(text):
        if part in MEANINGS:
            state = MEANINGS[part]
        elif all(SWITCHES[switch] for switch in state):
            yield Piece(part, marks(state))


def marks(state: State) -> Marks:
    return frozenset(mark for switch in state if (mark := SWITCHES[switch]))
