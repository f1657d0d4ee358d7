"""How people set a header: with Discord's marks, in small print, without labels, all on one line."""

# ruff: noqa: INP001 - beside a script

import random
import re
from collections.abc import Callable

EMOJI = ("📖", "✍️", "⚠️", "🌙", "✨", "•")
LABELLED = re.compile(r"\s*\W{0,3}(?P<name>[A-Z][\w' /&()-]{1,24}?)\W{0,2}\s*[:=-]\s*(?P<value>\S.*)")

Lines = list[str]
Style = Callable[[Lines, random.Random], Lines]


def stripped(lines: Lines) -> Lines:
    return "\n".join(lines).strip("\n").split("\n")


def each_field(change: Callable[[str, str, random.Random], str]) -> Style:
    """A style that sets every line with a label anew."""

    def style(lines: Lines, chance: random.Random) -> Lines:
        matches = ((each, LABELLED.fullmatch(each)) for each in lines)
        return [each if match is None else change(match["name"], match["value"], chance) for each, match in matches]

    return style


def each_line(change: Callable[[str], str]) -> Style:
    return lambda lines, _: [change(each) if each.strip() else each for each in lines]


def on_one_line(lines: Lines, chance: random.Random) -> Lines:
    """The values of labelled lines side by side, above or below the rest."""
    matches = [(each, LABELLED.fullmatch(each)) for each in lines]
    values = [match["value"] for _, match in matches if match and len(match["value"]) < 50]
    if len(values) < 2:
        return lines
    rest = [each for each, match in matches if not match or len(match["value"]) >= 50]
    facts = chance.choice((" | ", " - ", " // ", " • ", ", ")).join(values)
    return [facts, *rest] if chance.random() < 0.5 else [*stripped(rest), facts]


def headed(lines: Lines, chance: random.Random) -> Lines:
    match = LABELLED.fullmatch(lines[0])
    title = match["value"] if match else lines[0].strip()
    return [chance.choice((f"# {title}", f"## {title}", f"**{title}**")), *lines[1:]]


STYLES: tuple[Style, ...] = (
    lambda lines, _: lines,
    each_field(lambda name, value, _: f"**{name}:** {value}"),
    each_field(lambda name, value, _: f"__{name}__: {value}"),
    each_field(lambda name, value, _: f"{name.upper()}: {value}"),
    each_field(lambda name, value, chance: f"{chance.choice(EMOJI)} {name}: {value}"),
    each_field(lambda name, value, chance: value if chance.random() < 0.7 else f"{name}: {value}"),
    each_line(str.lower),
    each_line(lambda each: f"> {each.strip()}"),
    lambda lines, _: [*lines[:1], *(f"-# {each.strip()}" if each.strip() else each for each in lines[1:])],
    on_one_line,
    headed,
)
FIELD_STYLES = STYLES[:5] + STYLES[6:9]
