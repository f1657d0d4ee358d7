"""A Word document (.docx) as text with Discord's marks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from bot.domain.documents import (
    flow,
    symbol,
    word_control,
    word_diagram,
    word_field,
    word_formula,
    word_relation,
    word_style,
    word_table,
    zip_archive,
)
from bot.domain.documents.word_style import WordStyles, attribute, child, children, name
from bot.domain.text.emphasis import Mark, Marks

MAIN = re.compile(r"word/document\d*\.xml")
"""The part that holds the story: Word in a browser adds a number."""
STYLES = re.compile(r"word/styles\d*\.xml")

NOTES = re.compile(r"word/(?:foot|end)notes\d*\.xml")

READ = re.compile(
    "|".join(
        part.pattern for part in (MAIN, STYLES, NOTES, word_relation.RELATIONS, word_diagram.DATA, word_control.DATA)
    )
)
"""The parts to read. Comments, headers and other programs' data are no part of the text as it stands."""

LEFT_OUT = frozenset(
    {"del", "moveFrom", "delText", "instrText", "delInstrText", "rt", "pPr", "rPr", "sectPr", "tblPr", "tblGrid"}
    | {"sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "rubyPr", "trPr", "tcPr", "ctrlPr", "binData", "fldData"}
)
"""Text that was deleted or moved away, instructions, readings, and elements that only set the looks."""

UNDERSTOOD = frozenset({"wps", "wpg", "wpc", "w14", "w15", "wp14", "w16se"})
"""Additions to the format, by the prefixes that programs give them: drawings with text, and signs."""

SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    "softHyphen": "\N{SOFT HYPHEN}",
}
"""Elements that stand for a character. A new page or column is at least a new line."""

REFERENCES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}

HEXADECIMAL = re.compile(r"[\dA-Fa-f]{1,5}")


def has_story(parts: zip_archive.Parts) -> bool:
    return any(MAIN.fullmatch(part) for part in parts)


def is_assembled(parts: dict[str, Element]) -> bool:
    """True if the document includes other documents of any kind, which only Word puts together."""
    return any(name(element) in {"altChunk", "subDoc"} for tree in parts.values() for element in tree.iter())


def read(parts: dict[str, Element]) -> flow.Flow:
    story = next(tree for part, tree in parts.items() if MAIN.fullmatch(part))
    styles = next((tree for part, tree in parts.items() if STYLES.fullmatch(part)), None)
    reader = WordReader(WordStyles(styles), word_diagram.texts(parts), word_control.texts(parts))
    reader.read(story)
    for part, tree in sorted(parts.items(), reverse=True):
        if NOTES.fullmatch(part):
            for note in filter(reader.is_referred_to, tree):
                reader.read(note)
    return reader.story


def inside(element: Element) -> Iterable[Element]:
    """The children that are read. Of alternatives that say the same, this is the first that we understand."""
    if name(element) in LEFT_OUT or is_gone(element):
        return ()
    if name(element) == "AlternateContent":
        return sorted(element, key=lambda each: not UNDERSTOOD.issuperset(attribute(each, "Requires").split()))[:1]
    return word_formula.inside(element)


def is_gone(element: Element) -> bool:
    """True for anything that is deleted or hidden as a whole."""
    match name(element):
        case "tr" | "tc":
            return word_table.is_gone(element)
        case "wsp" | "wgp" | "grpSp":
            shape = child(element, "cNvPr")
            return shape is not None and attribute(shape, "hidden") in {"1", "true"}
        case "inline" | "anchor":
            drawing = child(element, "docPr")
            return drawing is not None and attribute(drawing, "hidden") in {"1", "true"}
        case _:
            return "visibility:hidden" in attribute(element, "style").replace(" ", "")


def ended_fields(elements: Iterable[tuple[Element, bool]]) -> set[Element]:
    """The starts of fields that have an end. A field without one would swallow all that follows."""
    begun: list[Element] = []
    ended: set[Element] = set()
    for element, begins in elements:
        if begins and name(element) == "fldChar":
            match attribute(element, "fldCharType"):
                case "begin":
                    begun.append(element)
                case "end" if begun:
                    ended.add(begun.pop())
                case _:
                    pass
    return ended


@dataclass(slots=True)
class WordField:
    """A field that is being read: first its instruction, then the result that it shows."""

    form: word_field.Form
    instruction: str = ""
    has_result: bool = False


@dataclass(slots=True)
class Look:
    """The looks of the letters that are being read."""

    marks: Marks
    hidden: bool


@dataclass(slots=True)
class WordReader:
    styles: WordStyles
    diagrams: dict[str, list[str]]
    controls: dict[str, str]
    ended: set[Element] = field(default_factory=set[Element])
    notes: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    """The kinds and numbers of the notes that the text refers to."""
    is_note: bool = False
    story: flow.Flow = field(default_factory=flow.Flow)
    paragraphs: list[Element | None] = field(default_factory=list[Element | None])
    """The properties of the paragraphs that are being read."""
    runs: list[Look] = field(default_factory=list[Look])
    fields: list[WordField] = field(default_factory=list[WordField])
    unfolded: int = 0
    """The number of these fields whose result has not begun."""
    links: int = 0

    def read(self, top: Element) -> None:
        """Read the story, or a note below it."""
        covered = word_table.covered_cells(top)

        def seen(element: Element) -> Iterable[Element]:
            return () if element in covered else inside(element)

        self.is_note = name(top) in REFERENCES.values()
        self.ended = ended_fields(flow.walk(top, seen))
        for element, begins in flow.walk(top, seen):
            if begins:
                self.begin(element)
            else:
                self.end(element)

    def is_referred_to(self, note: Element) -> bool:
        return (name(note), attribute(note, "id")) in self.notes

    def begin(self, element: Element) -> None:
        kind = name(element)
        if kind == "p":
            self.paragraphs.append(child(element, "pPr"))
            self.story.begin(is_note=self.is_note)
        elif kind == "r":
            self.runs.append(self.run(element))
        elif is_link(element):
            self.links += 1
        elif kind == "fldChar":
            self.turn(element)
        elif kind == "instrText" and self.fields and not self.fields[-1].has_result:
            self.fields[-1].instruction += element.text or ""
        elif kind in REFERENCES:
            self.notes.add((REFERENCES[kind], attribute(element, "id")))
        elif kind == "relIds":
            self.draw(self.diagrams.get(attribute(element, "dm"), []))
        elif kind == "control":
            self.write(self.controls.get(attribute(element, "id"), ""))
        if is_rule(element):
            self.write(flow.SCENE_BREAK)
        self.write(content(element))

    def end(self, element: Element) -> None:
        kind = name(element)
        if kind == "p":
            self.end_paragraph(self.paragraphs.pop())
        elif kind == "r":
            self.runs.pop()
        elif is_link(element):
            self.links -= 1
        elif kind in {"tc", "txbxContent"}:
            self.story.part()

    def draw(self, paragraphs: list[str]) -> None:
        """Write the text of a diagram behind its paragraph."""
        for text in paragraphs:
            self.story.begin(is_note=self.is_note)
            self.write(text)
            self.story.end()

    def run(self, element: Element) -> Look:
        paragraph = self.paragraphs[-1] if self.paragraphs else None
        *_, own = [None, *(each for each in element if name(each) == "rPr")]  # a formula's own come before Word's
        letters = self.styles.letters(paragraph, own)
        return Look(word_style.marks(letters), word_style.is_hidden(letters))

    def turn(self, mark: Element) -> None:
        """Note that a field begins, comes to its result, or ends."""
        match attribute(mark, "fldCharType"):
            case "begin" if mark in self.ended:
                self.fields.append(WordField(form(mark)))
                self.unfolded += 1
            case "separate" if self.fields and not self.fields[-1].has_result:
                self.fields[-1].has_result = True
                self.unfolded -= 1
                self.links += word_field.is_link(self.fields[-1].instruction)
            case "end" if self.fields:
                ended = self.fields.pop()
                self.unfolded -= not ended.has_result
                self.links -= ended.has_result and word_field.is_link(ended.instruction)
                self.write("" if ended.has_result else word_field.shown(ended.instruction, ended.form))
            case _:
                pass

    def write(self, text: str) -> None:
        if self.unfolded:
            return
        run = self.runs[-1] if self.runs else Look(frozenset(), hidden=False)
        marks = run.marks - {Mark.UNDERLINED} if self.links else run.marks
        self.story.write(text, marks, hidden=run.hidden)

    def end_paragraph(self, properties: Element | None) -> None:
        style = self.styles.paragraph(properties)
        if not self.story.open[-1].is_blank and is_in_list(properties, style):
            self.story.open[-1].lead(flow.BULLET)
        self.story.end(joined=self.goes_on(properties), ruled=style.ruled or word_style.is_ruled(properties))

    def goes_on(self, properties: Element | None) -> bool:
        """True if nobody sees a paragraph's end: it is deleted or hidden, or the paragraph is a large first letter."""
        frame, mark = child(properties, "framePr"), child(properties, "rPr")
        if frame is not None and attribute(frame, "dropCap") in {"drop", "margin"}:
            return True
        deleted = child(mark, "del") is not None or child(mark, "moveFrom") is not None
        return deleted or word_style.is_hidden(self.styles.letters(properties, mark))


def is_in_list(properties: Element | None, style: word_style.Style) -> bool:
    number = child(child(properties, "numPr"), "numId")
    return style.listed if number is None else word_style.is_listed(properties)


def is_link(element: Element) -> bool:
    return name(element) == "hyperlink" or (
        name(element) == "fldSimple" and word_field.is_link(attribute(element, "instr"))
    )


def form(mark: Element) -> word_field.Form:
    """What the field of a form shows."""
    data = child(mark, "ffData")
    if (typed := child(data, "textInput")) is not None:
        return word_field.Form([word_style.value(child(typed, "default"))])
    if (box := child(data, "checkBox")) is not None:
        ticked = next((found for said in ("checked", "default") if (found := child(box, said)) is not None), None)
        return word_field.Form(usual=int(ticked is not None and word_style.value(ticked) not in word_style.OFF))
    told = child(data, "ddList")
    entries = [word_style.value(each) for each in children(told) if name(each) == "listEntry"]
    return word_field.Form(entries, number(child(told, "default")), number(child(told, "result"), word_field.OPEN))


def number(element: Element | None, otherwise: int = 0) -> int:
    said = word_style.value(element)
    return int(said) if said.isdecimal() and len(said) < 4 else otherwise


def content(element: Element) -> str:
    match name(element):
        case "t":
            return flow.flat(element.text)
        case "tab" | "ptab" | "br" | "cr" | "noBreakHyphen" | "softHyphen" as kind:
            return SIGNS[kind]
        case "sym" | "symEx":
            code = attribute(element, "char")
            return symbol.shown(attribute(element, "font"), int(code, 16)) if HEXADECIMAL.fullmatch(code) else ""
        case "textpath":
            return attribute(element, "string")
        case _:
            return ""


def is_rule(shape: Element) -> bool:
    """True if a drawn shape is a line across the page."""
    return attribute(shape, "hr") in {"t", "true", "1"}
