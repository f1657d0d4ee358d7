"""An OpenDocument text (.odt) as text with Discord's marks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from bot.domain.documents import flow, open_field, open_form, open_formula, open_table
from bot.domain.documents.open_style import LINES, OpenStyles, Said, Trait, attribute, name
from bot.domain.text import emphasis
from bot.domain.text.emphasis import Mark, Marks

CONTENT = "content.xml"
STYLES = "styles.xml"
READ = re.compile(r"(?:content|styles)\.xml|Obj[^/]{1,40}/content\.xml")

PARAGRAPHS = frozenset({"text:p", "text:h"})
HIDE_ALL = PARAGRAPHS | {"text:hidden-paragraph"}
"""Elements that hide all of their paragraph if they are hidden."""
LEFT_OUT = frozenset(
    {"text:tracked-changes", "text:note-citation", "office:annotation", "office:forms", "text:sequence-decls"}
    | {"text:ruby-text", "text:number", "text:script", "office:binary-data", "office:event-listeners"}
    | {"svg:title", "svg:desc", "table:covered-table-cell"}
)
"""Deletions, comments, readings, numbers of notes and of a list, cells under one that spans others: none belongs to the
text as it stands.
"""

CONTENTS = frozenset(
    f"draw:{kind}"
    for kind in ("text-box", "image", "object", "object-ole", "applet", "plugin", "floating-frame", "table")
) | {"table:table"}
"""What a frame may hold. It holds the same in several ways, and shows the first that can be shown."""

MOST_SPACES = 100


@dataclass(frozen=True, slots=True)
class State:
    """The state of the text in an element."""

    marks: Marks = emphasis.NONE
    hidden: bool = False
    """True if its style hides it; another style may show it again."""
    out: bool = False
    """True if nothing can show it."""
    linked: bool = False
    is_note: bool = False
    aside: bool = False
    """True between the paragraphs of a drawing, where text is only the source's white space."""


def read(parts: dict[str, Element]) -> flow.Flow:
    reader = OpenReader(parts)
    for element, begins in flow.walk(parts[CONTENT], reader.inside):
        if begins:
            reader.begin(element)
        else:
            reader.end(element)
    return reader.story


class OpenReader:
    def __init__(self, parts: dict[str, Element]) -> None:
        content = parts[CONTENT]
        self.styles = OpenStyles(parts[part] for part in (STYLES, CONTENT) if part in parts)
        self.formulas = {
            part.removesuffix(f"/{CONTENT}"): open_formula.text(tree)
            for part, tree in parts.items()
            if name(tree.tag) == open_formula.FORMULA
        }
        self.fields = open_form.shown(content)
        self.instructions = open_field.instructions(content)
        self.hidden_cells = open_table.hidden_cells(content)
        self.unfolded = 0
        """The number of the fields whose result has not begun."""
        self.story = flow.Flow()
        self.states = [State()]

    def inside(self, element: Element) -> Iterable[Element]:
        """The children that are read."""
        kind = name(element.tag)
        if kind in LEFT_OUT | {open_formula.FORMULA} or element in self.hidden_cells:
            return ()
        if kind != "draw:frame":
            return element
        shown = next(filter(self.can_be_shown, element), None)
        return [each for each in element if each is shown or name(each.tag) not in CONTENTS]

    def can_be_shown(self, content: Element) -> bool:
        if name(content.tag) == "draw:object":
            return len(content) > 0 or self.embedded(content) != ""
        return name(content.tag) in CONTENTS - {"draw:object-ole"}

    def begin(self, element: Element) -> None:
        kind, said = name(element.tag), self.styles.of(element)
        self.states.append(within(self.states[-1], element, said))
        if kind in PARAGRAPHS:
            self.story.begin(is_note=self.states[-1].is_note)
        if kind in HIDE_ALL and self.states[-1].out:
            self.story.hide()
        if kind not in LEFT_OUT:
            self.write(content(element))
        self.embed(self.embedded(element))
        self.unfolded += self.instructions.get(element, 0)

    def end(self, element: Element) -> None:
        if name(element.tag) in PARAGRAPHS:
            said = self.styles.of(element)
            self.story.end(ruled=any(said.get(line, False) for line in LINES.values()))
        self.states.pop()
        self.write(flow.flat(element.tail))

    def embedded(self, element: Element) -> str:
        """The text of what stands among the letters and is drawn: a formula, or a field of a form."""
        match name(element.tag):
            case open_formula.FORMULA:
                return open_formula.text(element)
            case "draw:object":
                return self.formulas.get(attribute(element, "xlink:href").removeprefix("./"), "")
            case "draw:control":
                return self.fields.get(attribute(element, "draw:control"), "")
            case "field:fieldmark":
                return open_field.chosen(element)
            case _:
                return ""

    def embed(self, text: str) -> None:
        """Write into the open paragraph, or into one of its own where none is."""
        alone = bool(text) and not self.story.open
        if alone:
            self.story.begin()
        state = self.states[-1]
        self.story.write(text, state.marks, hidden=self.is_hidden(state))
        if alone:
            self.story.end()

    def write(self, text: str) -> None:
        state = self.states[-1]
        if not state.aside:
            self.story.write(text, state.marks, hidden=self.is_hidden(state))

    def is_hidden(self, state: State) -> bool:
        return state.hidden or state.out or self.unfolded > 0


def within(state: State, element: Element, said: Said) -> State:
    """The state in an element that stands where this state holds."""
    kind = name(element.tag)
    if kind == "text:note":
        return State(aside=True, is_note=True, out=state.out)
    if kind.startswith("draw:"):
        return replace(state, aside=True, out=state.out or is_hidden(element))
    linked = state.linked or kind == "text:a"
    marks = emphasis.NONE if kind in PARAGRAPHS else state.marks
    for mark in Mark:
        if mark in said:
            marks = marks | {mark} if said[mark] else marks - {mark}
    return State(
        marks - {Mark.UNDERLINED} if linked else marks,  # programs underline every address
        out=state.out or is_hidden(element),
        hidden=said.get(Trait.HIDDEN, state.hidden),
        linked=linked,
        is_note=state.is_note,
        aside=state.aside and kind not in PARAGRAPHS,
    )


def is_hidden(element: Element) -> bool:
    """True if an element hides itself: a section, a field, a row of a table."""
    return (
        "none" in {attribute(element, "text:display"), attribute(element, "draw:display")}
        or attribute(element, "text:is-hidden") == "true"
        or attribute(element, "table:visibility") in {"collapse", "filter"}
    )


def content(element: Element) -> str:
    match name(element.tag):
        case "text:s":
            repeated = attribute(element, "text:c")
            return " " * min(int(repeated) if repeated.isdecimal() else 1, MOST_SPACES)
        case "text:tab":
            return "\t"
        case "text:line-break":
            return "\n"
        case _:
            return flow.flat(element.text)
