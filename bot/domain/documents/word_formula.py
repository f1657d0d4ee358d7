"""A Word formula with the signs around its parts as runs of text, which look as their control letter does."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from bot.domain.documents import formula
from bot.domain.documents.word_style import attribute, child, name


def inside(element: Element) -> Iterable[Element]:
    """The children of an element, with signs where it is a part of a formula."""
    return parts(element) if element.tag.partition("}")[0].endswith("/math") else element


def parts(element: Element) -> Iterator[Element]:
    kind, properties = name(element), child(element, f"{name(element)}Pr")

    def said(wanted: str) -> str | None:
        found = child(properties, wanted)
        return None if found is None else attribute(found, "val")

    if formula.is_phantom(kind, said):
        return
    control = child(child(properties, "ctrlPr"), "rPr")
    sign = formula.before(kind, said)
    for each in element:
        if each is not properties:
            yield from (*written(sign, control), each)
            sign = formula.between(kind, said)
    yield from written(formula.after(kind, said), control)


def written(sign: str, control: Element | None) -> Iterator[Element]:
    if sign:
        run, text = Element("r"), Element("t")
        text.text = sign
        run.extend([text] if control is None else [control, text])
        yield run
