"""The text that the fields of an OpenDocument form show. The form comes first, and its fields stand in the text."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from bot.domain.documents import flow, word_field
from bot.domain.documents.open_style import attribute, name

TYPED = frozenset(
    f"form:{kind}" for kind in ("text", "textarea", "formatted-text", "combobox", "number", "date", "time", "file")
)
TICKED = frozenset({"form:checkbox", "form:radio"})
LABELLED = frozenset({"form:button", "form:fixed-text", "form:frame"})


def shown(content: Element) -> dict[str, str]:
    """The text of each field, by its id."""
    return {number(each): text(each) for each, begins in flow.walk(content, inside) if begins}


def number(field: Element) -> str:
    """The field's id, by its older name or the one that replaced it."""
    return attribute(field, "form:id") or attribute(field, "xml:id")


def inside(element: Element) -> Iterable[Element]:
    return () if name(element.tag) in TYPED else element


def text(field: Element) -> str:
    kind = name(field.tag)
    if kind in TYPED:
        return attribute(field, "form:current-value") or attribute(field, "form:value") or typed(field)
    if kind == "form:listbox":
        return "\n".join(attribute(option, "form:label") for option in chosen(field))
    if kind in TICKED:
        now = attribute(field, "form:current-state") or attribute(field, "form:current-selected")
        usual = attribute(field, "form:state") or attribute(field, "form:selected")
        box = word_field.BOXES[(now or usual) in {"checked", "true"}]
        return f"{box} {attribute(field, 'form:label')}".rstrip()
    return attribute(field, "form:label") if kind in LABELLED else ""


def typed(field: Element) -> str:
    """The paragraphs of a text that may have several."""
    return "\n".join("".join(each.itertext()) for each in field if name(each.tag) == "text:p")


def chosen(listed: Element) -> Iterable[Element]:
    """The chosen entries of a list, or else those that are chosen at first."""
    options = [each for each in listed if name(each.tag) == "form:option"]
    now = [each for each in options if attribute(each, "form:current-selected") == "true"]
    return now or [each for each in options if attribute(each, "form:selected") == "true"]
