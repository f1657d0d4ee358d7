"""The fields that an OpenDocument text has from Word: they begin and end with a mark, and show their result alone."""

from xml.etree.ElementTree import Element

from bot.domain.documents import word_field
from bot.domain.documents.open_style import attribute, name

BEGIN, PART, END = (f"field:fieldmark-{mark}" for mark in ("start", "separator", "end"))


def instructions(content: Element) -> dict[Element, int]:
    """The marks that begin an instruction, as 1, and those that end one, as -1. A field without both shows all of its
    text.
    """
    found: dict[Element, int] = {}
    begun: list[Element] = []
    for element in content.iter():
        match name(element.tag):
            case mark if mark == BEGIN:
                begun.append(element)
            case mark if mark == PART and begun and begun[-1] not in found:
                found |= {begun[-1]: 1, element: -1}
            case mark if mark == END and begun:
                begun.pop()
            case _:
                pass
    return found


def chosen(mark: Element) -> str:
    """The text of a form's field."""
    given = [(attribute(each, "field:name"), attribute(each, "field:value")) for each in mark]
    numbers = {name: int(value) for name, value in given if value.isdecimal() and len(value) < 4}
    ticked = dict(given).get("Checkbox_Checked") == "true"
    entries = [value for name, value in given if name == "Dropdown_ListEntry"]
    form = word_field.Form(entries, usual=numbers.get("Dropdown_Selected", int(ticked)))
    return word_field.shown(attribute(mark, "field:type").rpartition(".")[2], form)
