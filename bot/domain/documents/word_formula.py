"""The signs around the parts of a Word formula: brackets, operators and a fraction's line are not written as text."""

from xml.etree.ElementTree import Element

from bot.domain.documents.word_style import attribute, child, name


def around(element: Element) -> tuple[str, str]:
    """The signs before and after an element of a formula; none for any other element."""
    if not element.tag.partition("}")[0].endswith("/math"):
        return "", ""
    match name(element):
        case "d":
            return said(element, "begChr", "("), said(element, "endChr", ")")
        case "nary":
            return said(element, "chr", "∫"), ""
        case "rad":
            return "√", ""
        case "num":
            return "", "/"
        case _:
            return "", ""


def is_phantom(element: Element) -> bool:
    """True if an element of a formula only keeps its place."""
    shown = child(child(element, "phantPr"), "show")
    return shown is not None and attribute(shown, "val") in {"0", "off", "false"}


def said(element: Element, wanted: str, otherwise: str) -> str:
    found = child(child(element, f"{name(element)}Pr"), wanted)
    return otherwise if found is None else attribute(found, "val")
