"""Every pattern takes time in proportion to its text, whatever the text: members write both ends of it."""

import ast
import functools
import importlib
import pkgutil
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any, cast

import pytest

import bot
import cogs

HOUSE = Path(__file__).parents[2]
SOURCES = sorted(path for folder in ("bot", "cogs") for path in (HOUSE / folder).rglob("*.py"))
ROOMS = sorted({".".join(path.parent.relative_to(HOUSE).parts) for path in SOURCES})
AnyPattern = re.Pattern[str] | re.Pattern[bytes]


# -- every pattern there is -----------------------------------------------------------------------


@functools.cache
def patterns() -> Mapping[AnyPattern, list[str]]:
    """All that the modules hold, and where they stand."""
    found: defaultdict[AnyPattern, list[str]] = defaultdict(list)
    for package in (bot, cogs):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if info.name.endswith("__main__"):
                continue
            for name, value in vars(importlib.import_module(info.name)).items():
                for pattern in held(value, info.name.split(".")[0]):
                    found[pattern].append(f"{info.name}.{name}")
    return found


def held(value: Any, package: str) -> Iterator[AnyPattern]:
    if isinstance(value, str):  # as nearly all of them are
        return
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Mapping):
        yield from held([*value.keys(), *value.values()], package)
    elif isinstance(value, (tuple, list, set, frozenset)):
        yield from (found for each in cast("Iterable[Any]", value) for found in held(each, package))
    elif isinstance(value, type) and value.__module__.startswith(package):
        yield from held(vars(value), package)


def test_patterns_are_compiled_where_they_are_found() -> None:
    """In a module, not in the middle of a function, where nothing would drive them."""
    hidden = [
        f"{path.relative_to(HOUSE)}:{use.lineno}: {ast.unparse(use)}"
        for path in SOURCES
        if MENTIONS_RE.search(text := path.read_text("utf-8"))
        for use in uses_of_re(ast.parse(text))
    ]
    assert hidden == []


def uses_of_re(tree: ast.AST, *, inside: bool = False) -> Iterator[ast.expr]:
    """Where `re` compiles something, but for a module's own patterns."""
    for node in ast.iter_child_nodes(tree):
        match node:
            case ast.Attribute(value=ast.Name("re"), attr=attr) if attr in (COMPILING if inside else USING):
                yield node
            case _:
                pass
        yield from uses_of_re(node, inside=inside or isinstance(node, FUNCTIONS))


MENTIONS_RE = re.compile(r"\bre\.")
USING = {"search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
COMPILING = {*USING, "compile"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


# -- what is asked of a pattern -------------------------------------------------------------------


def asked(places: Iterable[str]) -> set[str]:
    """The methods that are called on a pattern; `ANYTHING` is among them where it goes into a table, or is imported."""
    return {use for place in places for use in uses().get(tuple(place.split(".")[-2:]), ())}


@functools.cache
def uses() -> Mapping[tuple[str, ...], set[str]]:
    """What is asked of each constant, by its module's name and its own."""
    found: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for path in SOURCES:
        text = path.read_text("utf-8")
        modules = {"": path.stem}
        for module, imported in IMPORTED.findall(text):
            modules.update({alias: name for name, alias in AS.findall(imported)})
            for name in CONSTANT.findall(imported):
                found[str(module).rpartition(".")[2], name].add(ANYTHING)
        for of, name, use in MENTIONED.findall(text):
            found[modules.setdefault(of, of), name].add(use)
    return found


ANYTHING = ""
IMPORTED = re.compile(r"^from (\S+) import (\([^)]*\)|.*)", re.MULTILINE)
AS = re.compile(r"(\w+) as (\w+)")
CONSTANT = re.compile(r"\b_?[A-Z][A-Z\d_]+\b")
MENTIONED = re.compile(rf"(?:\b(\w+)\.)?({CONSTANT.pattern})(?! = )(?:\.(\w+))?")


# -- runs that are hostile to a pattern -----------------------------------------------------------

STOCK = " \n\ta1A_@*-#:.,;\"'([<>/|\\`&~=é’—\u200b\u3000"
"""A character of each kind that patterns tell apart."""
PAIRS = (" \n", "a ", "a.", "#a ", "@a", "a@", "- ", "* ", "a-", "'a", "(a", "<a", "[]", "()", ":a", "1.", "1 ", "a,")
ENDS = ("\x00", "\n!", " a.")

Tree = list[tuple[str, Any]]
"""A parsed pattern: what to do, by its name, and with what."""
REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}
CHARACTERS = {"LITERAL", "NOT_LITERAL", "IN", "ANY"}
SHORT_REPEAT, MOST_UNITS = 8, 12


def runs(pattern: AnyPattern) -> list[tuple[str, str, str]]:
    """What comes before a run, what is repeated, and the end: made from the pattern's own repeats, and a stock for all.
    Of runs that are the same to the pattern there is one.
    """
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    flags = pattern.flags & (re.IGNORECASE | re.VERBOSE | re.DOTALL | re.MULTILINE)
    tree = named(PARSER.parse(text, flags))
    places = {repr(place): place for place in characters(tree)}
    seen_as = functools.cache(partial(seen, list(places.values()), set(edges(tree))))
    general = [("", unit) for unit in (*STOCK, *PAIRS)]
    ended = [(*run, end) for run, end in product((*repeats(tree, ""), *general), ENDS)]
    return list({tuple(tuple(map(seen_as, part)) for part in run): run for run in ended}.values())


PARSER = importlib.import_module("re._parser")


def characters(tree: Tree) -> Iterator[tuple[str, Any]]:
    """Each place in a pattern that takes one character."""
    for operation, value in tree:
        if operation in CHARACTERS:
            yield operation, value
        for part in parts(operation, value):
            yield from characters(part)


def edges(tree: Tree) -> Iterator[str]:
    """The edges that a pattern asks for."""
    for operation, value in tree:
        if operation == "AT":
            yield str(value)
        for part in parts(operation, value):
            yield from edges(part)


def seen(places: list[tuple[str, Any]], edges: set[str], char: str) -> tuple[bool, ...]:
    """All that a pattern can tell of a character: which places take it, in either case, and what an edge of words or
    of lines is, where it asks for one.
    """
    taken = [takes(operation, value, each) for operation, value in places for each in (char, char.swapcase()[0])]
    at_word = bool(edges & EDGES_OF_WORDS) and (char.isalnum() or char == "_")
    at_line = bool(edges - EDGES_OF_WORDS) and char == "\n"
    return (*taken, at_word, at_line)


EDGES_OF_WORDS = {"AT_BOUNDARY", "AT_NON_BOUNDARY"}


def named(tree: Iterable[tuple[object, Any]]) -> Tree:
    return [(str(operation), value) for operation, value in tree]


def parts(operation: str, value: Any) -> list[Tree]:
    """The patterns within one."""
    match operation:
        case "BRANCH":
            return [named(branch) for branch in value[1]]
        case "SUBPATTERN":
            return [named(value[3])]
        case "ATOMIC_GROUP":
            return [named(value)]
        case "ASSERT" | "ASSERT_NOT":
            return [named(value[1])]
        case _:
            return [named(value[2])] if operation in REPEATS else []


def repeats(tree: Tree, before: str) -> Iterator[tuple[str, str]]:
    """The units of each long repeat, each with a text that leads to it, and the two together."""
    for operation, value in tree:
        if operation in REPEATS and value[1] > SHORT_REPEAT:
            units = [sample for sample in dict.fromkeys(samples(named(value[2]))) if sample][:MOST_UNITS]
            yield from ((before, unit) for unit in units)
            yield from (("", before + unit) for unit in units[:1])
        for part in parts(operation, value):
            yield from repeats(part, before)
        before += samples([(operation, value)])[0]


def samples(tree: Tree) -> list[str]:
    """Some of the texts that a parsed pattern takes."""
    each = [taken for operation, value in tree if (taken := sampled(operation, value))]
    longest = max(map(len, each), default=1)
    return ["".join(texts[place % len(texts)] for texts in each) for place in range(longest)]


def sampled(operation: str, value: Any) -> list[str]:
    if operation == "LITERAL":
        return [chr(value)]
    if operation in CHARACTERS:
        return [char for char in (*STOCK, *literals(operation, value)) if takes(operation, value, char)]
    if operation.startswith("ASSERT"):
        return []
    inside = [text for part in parts(operation, value) for text in samples(part)]
    return [text * max(1, value[0]) for text in inside] if operation in REPEATS else inside


def literals(operation: str, value: Any) -> str:
    if operation == "LITERAL":
        return chr(value)
    if operation == "IN":
        return "".join(chr(of if name == "LITERAL" else of[0]) for name, of in named(value) if name in LETTERS)
    return ""


LETTERS = {"LITERAL", "RANGE"}


def takes(operation: str, value: Any, char: str) -> bool:
    match operation:
        case "ANY":
            return char != "\n"
        case "LITERAL":
            return ord(char) == value
        case "NOT_LITERAL":
            return ord(char) != value
        case _:
            kinds = named(value)
            return (kinds[0][0] == "NEGATE") != any(is_of(name, of, char) for name, of in kinds)


def is_of(name: str, value: Any, char: str) -> bool:
    match name:
        case "LITERAL":
            return ord(char) == value
        case "RANGE":
            return value[0] <= ord(char) <= value[1]
        case "CATEGORY":
            return CATEGORIES[str(value)].fullmatch(char) is not None
        case _:
            return False


CATEGORIES = {
    "CATEGORY_DIGIT": re.compile(r"\d"),
    "CATEGORY_NOT_DIGIT": re.compile(r"\D"),
    "CATEGORY_SPACE": re.compile(r"\s"),
    "CATEGORY_NOT_SPACE": re.compile(r"\S"),
    "CATEGORY_WORD": re.compile(r"\w"),
    "CATEGORY_NOT_WORD": re.compile(r"\W"),
}


# -- how its work grows ---------------------------------------------------------------------------

SHORT = (22, 100, 400)
"""Lengths at which what grows very fast is seen, so that nobody has to wait for it. Nothing is worth a long look that
took no more than in proportion from the last but one to the last.
"""
AT_ONCE = 0.0001
"""Seconds of the processor's that no pattern takes for a character of so few; the slowest of ours takes a fifth."""
SUSPICIOUS = 5
"""How many times as long four times a short text may take; less than of a long one, since what a search costs before
it begins weighs more.
"""
LONG = 1_600
"""Far longer than what a repeat in our patterns is bounded to: below its bound, a search grows with the square."""
UNNOTICED = 0.0005
"""Seconds for a long text that need no second look; what grows with the square takes a 16th of them for a quarter."""
MUCH = 8
"""How many times as long four times the text may take; what grows with the square takes 16 times as long."""
LOOKS = 3
"""A busy machine slows the processor down for moments; what grows too fast seems to at each look."""


def ways(pattern: AnyPattern, asked: set[str]) -> dict[str, Callable[[Any], object]]:
    """How to drive it: one that only ever takes a text as a whole begins nowhere but at its start."""
    whole: dict[str, Callable[[Any], object]] = {"full match": pattern.fullmatch}
    return whole if asked == {"fullmatch"} else {"every match": every_match(pattern), **whole}


def every_match(pattern: AnyPattern) -> Callable[[Any], object]:
    """A search of the whole text, and a match of its beginning, with all that follows from both."""
    return lambda text: sum(1 for _ in pattern.finditer(text))


def grows(work: Callable[[Any], object], text: Callable[[int], str | bytes]) -> bool:
    """Whether it takes more than in proportion; what seems to is measured again, since the machine may be busy."""
    quarter = once = 0.0
    for length in SHORT:
        quarter, once = once, seconds(work, text(length))
        if once > length * AT_ONCE and least(work, text(length)) > length * AT_ONCE:
            return True
    if once < UNNOTICED / 16 or once < SUSPICIOUS * quarter:
        return False
    return all(seems_to_grow(work, text(LONG), text(LONG // 4)) for _ in range(LOOKS))


def seems_to_grow(work: Callable[[Any], object], whole: str | bytes, quarter: str | bytes) -> bool:
    return (
        (once := seconds(work, whole)) > UNNOTICED
        and once > MUCH * seconds(work, quarter)
        and least(work, whole) > max(UNNOTICED, MUCH * least(work, quarter))
    )


def least(work: Callable[[Any], object], text: str | bytes) -> float:
    return min(seconds(work, text) for _ in range(3))


def seconds(work: Callable[[Any], object], text: str | bytes) -> float:
    began = time.thread_time()
    work(text)
    return time.thread_time() - began


def hostile(pattern: AnyPattern, ways: Mapping[str, Callable[[Any], object]]) -> Iterator[str]:
    encoded = isinstance(pattern.pattern, bytes)

    def text(before: str, unit: str, end: str, length: int) -> str | bytes:
        made = before + unit * (length // len(unit)) + end
        return made.encode("latin-1", "ignore") if encoded else made

    for (before, unit, end), way in product(runs(pattern), ways):
        if grows(ways[way], partial(text, before, unit, end)):
            yield f"{way}: {before!r} + {unit!r} × n + {end!r}"


@pytest.mark.parametrize(
    "known",
    [
        r"\s*\(",
        r" +$",
        r"\S+@\S+\.\S+",
        r"(?:.*\W)?(?:\w\.)+\w",
        r"\s*[<(]?[^\s<>()]+@[^\s<>()]+[>)]?\s*",
        r"(?P<title>[^()]{1,20}?)\s*[-:]?\s*\(",
        r"(?:jan|feb)[a-z]*\d",
        r"(?:\w+\s?)*!",
    ],
)
def test_what_grows_is_found(known: str) -> None:
    pattern = re.compile(known)
    assert next(hostile(pattern, ways(pattern, {ANYTHING})), None) is not None


@pytest.mark.parametrize(
    ("places", "methods"),
    [
        (["bot.domain.reading.byline.TITLE_BY"], {"fullmatch"}),
        (["bot.domain.text.disagreement.PLAIN", "bot.domain.header.field_line.STRAY"], {"fullmatch", "sub"}),
        (["bot.domain.reading.line_fact.BEGINS", "bot.domain.reading.aside.DEDICATION"], {"items", "match", ANYTHING}),
        (["bot.domain.reading.unheard_of.NAME"], set[str]()),
    ],
)
def test_it_is_known_what_is_asked_of_a_pattern(places: Sequence[str], methods: set[str]) -> None:
    assert asked(places) == methods


@pytest.mark.parametrize("room", ROOMS)
def test_every_pattern_takes_time_in_proportion(room: str) -> None:
    own = [(pattern, at) for pattern, at in patterns().items() if at[0].rsplit(".", 2)[0] == room]
    found = {(at[0], next(hostile(pattern, ways(pattern, asked(at))), None)) for pattern, at in own}
    assert {(name, run) for name, run in found if run} == set()
