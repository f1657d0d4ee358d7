"""Discord's markup, and the text without it.

One pass finds the marks, and a stack for each kind of mark pairs them, so that the work grows in step with any text. A
mark without a partner is an ordinary character.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LINE_START = re.compile(r"^[ \t]{0,3}(?:(?:>>> |> |>$)[ \t]{0,3})?(?:#{1,3}[ \t]+|-#[ \t]+)?", re.MULTILINE)
"""A quote, a heading, small print."""

MARK = re.compile(
    r"""
    (?=[\\<\[\]*~|`_])(?:  # nothing else begins one, which most places of a text need no more than
    (?P<escape>\\(?=[!-/:-@\[-`{-~]))
    | (?P<nothing><(?:
          a?:\w{1,64}:\d{1,20}          # a custom emoji
        | @[!&]?\d{1,20} | \#\d{1,20}   # a member, a role, a channel
        | /[^<>\n]{1,100}:\d{1,20}      # a command
        | t:-?\d{1,15}(?::[a-zA-Z])?    # a time
        | id:\w{1,32}                   # a place of the guild, such as its guide
      )>)
    | (?P<open>\[)
    | (?P<close>\](?:
        \(<?https?://[^\s()<>]{1,2000}(?:\([^\s()<>]{0,2000}\)[^\s()<>]{0,2000})?>?
        (?:[ ]{1,9}(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'))?[ ]{0,9}\)
      )?)
    | (?P<pair>\*+ | ~~+ | \|\|+ | `+)
    | (?P<underscores>_+)
    )
    """,
    re.VERBOSE,
)


@dataclass(slots=True)
class Run:
    """Equal marks side by side that have found no partner yet."""

    piece: int
    left: int
    length: int
    closes: bool

    def belongs_to(self, run: str, *, opens: bool) -> bool:
        """True if a later run may close this one: in `**a*b*c**`, the single marks pair with each other. This is
        CommonMark's rule of three, https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis, rules 9 and 10.
        """
        either = opens or self.closes
        return run[0] != "*" or not either or (self.length + len(run)) % 3 != 0 or len(run) % 3 == 0


class Joined:
    """The text without marks, in the making."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.runs: dict[str, list[Run]] = {"*": [], "~": [], "|": [], "`": []}
        self.brackets: list[int] = []
        self.floors: dict[tuple[str, bool, int], int] = {}
        """For each kind of run, the first piece that it might still close."""

    def pair(self, run: str, *, opens: bool, closes: bool) -> None:
        """Take away the marks that close earlier ones, and those; a later run may close the rest."""
        waiting, left = self.runs[run[0]], len(run)
        while closes and left and self.finds_partner(run, opens=opens):
            taken = min(left, waiting[-1].left)
            waiting[-1].left -= taken
            left -= taken
            self.pieces[waiting[-1].piece] = run[0] * waiting[-1].left
            if not waiting[-1].left:
                waiting.pop()
        if opens and left:
            waiting.append(Run(len(self.pieces), left, len(run), closes))
        self.pieces.append(run[0] * left)

    def finds_partner(self, run: str, *, opens: bool) -> bool:
        """True if this run may close an earlier one, which is now the last that waits; the runs after it stay as
        written.
        """
        waiting, kind = self.runs[run[0]], (run[0], opens, len(run) % 3)
        for place in range(len(waiting) - 1, -1, -1):
            if waiting[place].piece < self.floors.get(kind, 0):
                break
            if waiting[place].belongs_to(run, opens=opens):
                del waiting[place + 1 :]
                return True
        self.floors[kind] = len(self.pieces)  # so that nothing is looked at twice in vain
        return False

    def open(self) -> None:
        self.brackets.append(len(self.pieces))
        self.pieces.append("[")

    def close(self, mark: str) -> None:
        """End a link, whose text stays, or write a bracket that ends none."""
        start = self.brackets.pop() if self.brackets else None
        if start is None or mark == "]":
            self.pieces.append(mark)
        else:
            self.pieces[start] = ""


def plain(text: str) -> str:
    """The text as it reads, with the marks cut out: `un**believ**able` is one word."""
    text = LINE_START.sub("", text)
    joined, end = Joined(), 0
    for mark in marks(text):
        joined.pieces.append(text[end : mark.start()])
        end = mark.end()
        match mark.lastgroup:
            case "escape":
                joined.pieces.append(text[end])
                end += 1
            case "open":
                joined.open()
            case "close":
                joined.close(mark.group())
            case "pair":
                fence = mark.group().startswith("```")
                opens, closes = follows(text, end), precedes(text, mark.start())
                joined.pair(mark.group(), opens=opens or fence, closes=closes or fence)
            case "underscores":
                joined.pieces.append("_" if stays(text, mark) else "")
            case _:
                pass
    return "".join([*joined.pieces, text[end:]])


def marks(text: str) -> Iterator[re.Match[str]]:
    """Every mark; a character behind an escape is none."""
    position = 0
    while (mark := MARK.search(text, position)) is not None:
        yield mark
        position = mark.end() + (mark.lastgroup == "escape")


def follows(text: str, position: int) -> bool:
    """True if a character other than white space stands at this place."""
    return not text[position : position + 1].isspace() and position < len(text)


def precedes(text: str, position: int) -> bool:
    """True if a character other than white space stands before this place."""
    return position > 0 and not text[position - 1].isspace()


def stays(text: str, underscores: re.Match[str]) -> bool:
    """True for one underscore inside a word. At a word's edge it is a mark, and two are a mark anywhere."""
    start, end = underscores.span()
    return end - start == 1 and text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()
