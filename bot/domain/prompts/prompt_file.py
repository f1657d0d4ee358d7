"""Prompts as a file: read as people write them, and written so that they come back as they were."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.documents import file
from bot.domain.problem import FileTooLarge, Problem, PromptFileUnknown, RefusedError
from bot.domain.prompts import prompt
from bot.domain.rounds import prompt_title
from bot.domain.text import glyph, table

KINDS = (*file.PLAIN, file.TABLE)
MOST = 2_000
"""Prompts of one file."""

PROMPT_COLUMNS = ("prompt", "prompts", "text")
SET_COLUMNS = ("set", "category", "theme")
EXPORTED = ("prompt", "set", "used", "round")
SEPARATORS = ",;\t"

SHORT_BLOCK = 3
"""Lines of a usual prompt. Blocks that are longer are groups of prompts, a line each."""
LIST_MARKS = (re.compile(r"\d{1,4}[.):]\s+"), re.compile(r"[-*•–—]\s+"))


csv.field_size_limit(file.LARGEST)  # a quote that nobody closed takes in all that follows


class Each(StrEnum):
    """What each prompt of a text is."""

    LINE = "a line"
    BLOCK = "what stands between blank lines"


class Unread(StrEnum):
    """Why a part of a file gives no prompt."""

    TOO_LONG = "too long"
    TOO_MANY = "too many"
    NO_PROMPT = "no prompt"
    SET_TOO_LONG = "set too long"


@dataclass(frozen=True, slots=True)
class InFile:
    """A prompt in a file. `line` is where it begins."""

    line: int
    set_name: str
    """Empty where the file names none."""
    text: str


@dataclass(frozen=True, slots=True)
class PromptFile:
    prompts: tuple[InFile, ...]
    unread: tuple[tuple[int, Unread], ...]
    """Lines that gave no prompt, and why."""
    each: Each | None
    """How a text was read that could be read otherwise; None where that is clear."""


def check(name: str, size: int) -> None:
    """Refuse a file for its name or size, before it is downloaded."""
    problems: list[Problem] = []
    if file.kind(name) not in KINDS:
        problems.append(PromptFileUnknown(name))
    if size > file.LARGEST:
        problems.append(FileTooLarge(name, size, file.LARGEST))
    if problems:
        raise RefusedError(*problems)


def read(name: str, text: str, each: Each | None = None) -> PromptFile:
    """The prompts of a file. `each` says how a text is to be read, where that is known."""
    if file.kind(name) == file.TABLE:
        return sorted_out(of_table(text), None)
    lines = text.splitlines()
    single = [(at, line) for at, line in enumerate(lines, 1) if line.strip()]
    parted = list(blocks(lines))
    each = each or kind_of(len(single), len(parted))
    found = parted if each is Each.BLOCK else single
    bare = without_marks([(at, prompt.tidied(part)) for at, part in found])
    return sorted_out([InFile(at, "", part) for at, part in bare], each)


def kind_of(lines: int, blocks: int) -> Each | None:
    """How the prompts of a text are parted. Blank lines part them, or, where the groups between blank lines are long,
    each line is one. None where nothing parts them, or where each line stands by itself.
    """
    if not 1 < blocks < lines:
        return None
    return Each.BLOCK if lines <= SHORT_BLOCK * blocks else Each.LINE


def blocks(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines between blank ones, each with the number of its first."""
    block: list[str] = []
    for at, line in enumerate([*lines, ""], 1):
        if line.strip():
            block.append(line)
        elif block:
            yield at - len(block), "\n".join(block)
            block = []


def without_marks(found: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The prompts without numbers or dashes, if each has one as in a list."""
    for mark in LIST_MARKS:
        if len(found) > 1 and all(mark.match(text) for _, text in found):
            return [(at, mark.sub("", text, count=1)) for at, text in found]
    return found


def of_table(text: str) -> Iterator[InFile]:
    """The rows of a table. One without a heading for its prompts has a prompt a row, whatever commas are in it."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(SEPARATORS, key=first.count)
    heading = [cell.strip().casefold() for cell in next(csv.reader([first or separator], delimiter=separator))]
    named = next((heading.index(name) for name in PROMPT_COLUMNS if name in heading), None)
    in_set = next((heading.index(name) for name in SET_COLUMNS if name in heading), None)
    reader = csv.reader(io.StringIO(text), delimiter="," if named is None else separator)
    at, is_heading = 1, named is not None
    for row in reader:
        if any(cell.strip() for cell in row):
            if not is_heading:
                whole = [",".join(row)] if named is None else in_columns(row, len(heading), named, separator)
                yield InFile(at, cell(whole, in_set) if named is not None else "", cell(whole, named or 0))
            is_heading = False
        at = reader.line_num + 1


def in_columns(row: Sequence[str], columns: int, prompt_at: int, separator: str) -> list[str]:
    """The row with as many cells as its heading: who types a table by hand puts no quotes around a prompt with commas.
    Empty cells at its end come from spreadsheets.
    """
    filled = max(columns, *(at for at, text in enumerate(row, 1) if text.strip()))
    after = prompt_at + 1 + max(0, min(filled, len(row)) - columns)
    return [*row[:prompt_at], separator.join(row[prompt_at:after]), *row[after:]]


def cell(row: Sequence[str], place: int | None) -> str:
    if place is None or place >= len(row):
        return ""
    return table.unquoted(row[place].strip())


def sorted_out(found: Iterable[InFile], each: Each | None) -> PromptFile:
    prompts: list[InFile] = []
    unread: list[tuple[int, Unread]] = []
    for one in found:
        tidy = InFile(one.line, " ".join(one.set_name.split()), prompt.tidied(one.text))
        why = in_the_way(tidy, len(prompts))
        if why is None:
            prompts.append(tidy)
        else:
            unread.append((one.line, why))
    return PromptFile(tuple(prompts), tuple(unread), each)


def in_the_way(found: InFile, before: int) -> Unread | None:
    if not glyph.is_seen(found.text):
        return Unread.NO_PROMPT
    if len(found.text) > prompt_title.LONGEST:
        return Unread.TOO_LONG
    if len(found.set_name) > prompt.LONGEST_SET:
        return Unread.SET_TOO_LONG
    return Unread.TOO_MANY if before == MOST else None


def written(prompts: Iterable[prompt.Prompt]) -> list[bytes]:
    """Tables that spreadsheets open, in order: as few as `read` reads back, file by file."""
    files: list[list[tuple[str, ...]]] = []
    room = 0
    for row in map(row_of, prompts):
        size = len(table.written([row]))
        if size > room or len(files[-1]) > MOST:  # with the row of names
            files.append([EXPORTED])
            room = file.LARGEST - len(table.written([EXPORTED]))
        files[-1].append(row)
        room -= size
    return [table.written(rows) for rows in files]


def row_of(one: prompt.Prompt) -> tuple[str, ...]:
    use = one.use if one.use is not None and one.use.round_id is not None else None
    used = ("", "") if use is None else (f"{use.at:%Y-%m-%d}", use.title or "")
    return one.text, one.set_name, *used
