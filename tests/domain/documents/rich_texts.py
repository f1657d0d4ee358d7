"""Rich text of our own, and what is read of it."""

from bot.domain.documents import document

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times{\*\falt No};}{\f1\fnil\fcharset2 Wingdings;}{\f2\fcharset204 Cyr;}"
    r"{\f3\fcharset128 Mincho;}{\f4\fcharset2 Symbol;}}"
)


def read(body: str, begin: str = r"\ansi\ansicpg1252\deff0") -> str:
    return document.read("frost.rtf", (r"{\rtf1" + begin + FONTS + r"\pard " + body + "}").encode("latin-1"))
