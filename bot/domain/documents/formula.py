"""The signs of a formula from Word that are not written as text: brackets, operators, accents, and a fraction's line.

Its kinds of parts and their properties have the names of Office Open XML; rich text puts an `m` before them.
"""

from collections.abc import Callable

OFF = frozenset({"0", "false", "off"})

Said = Callable[[str], str | None]
"""The value of a property; None where it is not set."""


def before(kind: str, said: Said) -> str:
    match kind:
        case "d":
            return given(said("begChr"), "(")
        case "nary":
            return given(said("chr"), "∫")
        case "rad":
            return "√"
        case _:
            return ""


def between(kind: str, said: Said) -> str:
    match kind:
        case "d":
            return given(said("sepChr"), "|")
        case "f":
            return " " if said("type") == "noBar" else "/"
        case "m" | "mr" | "eqArr" | "func":
            return " "
        case _:
            return ""


def after(kind: str, said: Said) -> str:
    match kind:
        case "d":
            return given(said("endChr"), ")")
        case "acc":
            return given(said("chr"), "\N{COMBINING CIRCUMFLEX ACCENT}")
        case "bar":
            return "\N{COMBINING OVERLINE}" if said("pos") == "top" else "\N{COMBINING LOW LINE}"
        case "groupChr":
            return given(said("chr"), "\N{BOTTOM CURLY BRACKET}")
        case _:
            return ""


def is_phantom(kind: str, said: Said) -> bool:
    """True if a part only keeps its place."""
    return kind == "phant" and said("show") in OFF


def given(value: str | None, otherwise: str) -> str:
    return otherwise if value is None else value
