"""The rules of the house that no linter knows."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from bot.domain.text import limits

HOUSE = Path(__file__).parents[2]
SOURCES = sorted([*(HOUSE / "bot").rglob("*.py"), *(HOUSE / "cogs").rglob("*.py")])
TESTS = sorted((HOUSE / "tests").rglob("*.py"))

MOST_LINES = 400
MOST_LINES_IN_A_FUNCTION = 40
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "manager", "handler", "misc", "common"}
MOCKS = {"unittest", "mock", "pytest_mock"}
SELDOM_NEEDED = {"bot.domain.reading.reader", "emoji", "selectolax", "snowballstemmer"}
CLOCKS = {"now", "utcnow", "today", "time", "monotonic"}

MACHINE = re.compile("|".join(["/" + room + "/" for room in ("work", "tmp", "root", "home", "Users")]))
REGISTRY = re.compile(r"(pypi|npmjs|pythonhosted|golang)\.org/(simple|packages|project)|registry\.npmjs|proxy\.golang")


Trees = Mapping[Path, ast.Module]


@pytest.fixture(scope="module")
def trees() -> Trees:
    """What each file says; to find that out takes longest."""
    return {file: ast.parse(file.read_text(encoding="utf-8")) for file in SOURCES}


def name(file: Path) -> str:
    return str(file.relative_to(HOUSE))


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def imported(tree: ast.Module) -> Iterator[str]:
    """The packages that a file imports from."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name.partition(".")[0] for alias in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module.partition(".")[0]
            case _:
                pass


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def kept() -> list[Path]:
    """The files that are in the project, or will be with the next commit."""
    if not (HOUSE / ".git").exists():
        pytest.skip("not a checkout")
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=HOUSE,
        check=True,
        capture_output=True,
        text=True,
    )
    return [HOUSE / line for line in listed.stdout.splitlines() if (HOUSE / line).is_file()]


def test_no_file_asks_to_be_two() -> None:
    assert SOURCES
    lengths = {name(file): len(file.read_text(encoding="utf-8").splitlines()) for file in SOURCES}
    assert not {file: length for file, length in lengths.items() if length > MOST_LINES}


def test_no_function_asks_to_be_two(trees: Trees) -> None:
    lengths = {f"{name(file)}: {node.name}": lines(node) for file, tree in trees.items() for node in functions(tree)}
    assert lengths
    assert not {function: length for function, length in lengths.items() if length > MOST_LINES_IN_A_FUNCTION}


def test_every_module_has_a_name_that_says_what_is_in_it() -> None:
    assert not [name(file) for file in [*SOURCES, *TESTS] if file.stem in NAMES_THAT_SAY_NOTHING]


def test_nothing_is_mocked(trees: Trees) -> None:
    """The outside is simulated."""
    suspects = {file: text for file in TESTS if re.search("|".join(MOCKS), text := file.read_text(encoding="utf-8"))}
    read = {**trees, **{file: ast.parse(text) for file, text in suspects.items()}}
    assert not [name(file) for file, tree in read.items() if MOCKS & set(imported(tree))]


def test_the_domain_reads_no_clock(trees: Trees) -> None:
    """`now` is an argument; the linter of imports cannot tell `datetime` from `datetime.now`."""
    read = [
        f"{name(file)}:{node.lineno}"
        for file, tree in trees.items()
        if file.is_relative_to(HOUSE / "bot" / "domain")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS
    ]
    assert not read


def test_the_bot_has_one_clock() -> None:
    """Time is `DrabbleBot.now()` or comes with an interaction. The computer's is read where that is put right, where
    there is no Discord to ask, and for the play's simulated one.
    """
    reads = re.compile(r"\butcnow\b|\b(datetime|date|time)\.(now|today|time)\(")
    used = {name(file) for file in SOURCES if reads.search(file.read_text(encoding="utf-8"))}
    assert {file for file in used if not file.startswith("bot/play/")} == {"bot/discord_clock.py", "bot/__main__.py"}


def test_no_test_measures_time_on_the_wall() -> None:
    """A busy machine would fail it. The watchdog looks there only to know when to ask for the processor's time."""
    measures = re.compile(r"\btime\.(time|monotonic|perf_counter)(_ns)?\(|\bfrom time import\b|\btimeit\b")
    used = {name(file) for file in TESTS if measures.search(file.read_text(encoding="utf-8"))}
    assert used == {"tests/discord/watchdog.py", "tests/test_discord_clock.py"}


def test_the_project_knows_no_machine_and_no_registry() -> None:
    found: list[str] = []
    for file in kept():
        text = file.read_bytes().decode("utf-8", "ignore")
        found += [f"{name(file)}: {hit[0]}" for pattern in (MACHINE, REGISTRY) for hit in pattern.finditer(text)]
    assert not found


def test_a_start_waits_for_nothing_that_is_seldom_needed() -> None:
    start = "import sys, importlib, bot.__main__, bot.client as client; [*map(importlib.import_module, client.COGS)]"
    loaded = subprocess.check_output([sys.executable, "-c", f"{start}; print(*sys.modules)"], cwd=HOUSE, text=True)
    assert {*loaded.split()}.isdisjoint(SELDOM_NEEDED)


def test_what_is_shown_waits_for_nothing(trees: Trees) -> None:
    """Views and wording are made from values: whoever asks Discord or the database is in a room above them."""
    files = [*(HOUSE / "bot/ui/views").glob("*.py"), *(HOUSE / "bot/ui/wording").glob("*.py")]
    assert files
    assert not [file for file in files if any(isinstance(n, ast.AsyncFunctionDef) for n in ast.walk(trees[file]))]


def test_who_wrote_an_entry_is_asked_of_one_function() -> None:
    asking = {
        name(file)
        for file in SOURCES
        if re.search(r"\.writer_(id|name)\b|\bwriter_id\b", file.read_text(encoding="utf-8"))
    }
    kept = {"bot/domain/entries/entry.py", "bot/storage/entries.py", "bot/storage/own_data.py"}
    assert asking == {"bot/domain/entries/authorship.py", *kept}


def test_what_is_shown_names_a_writer_as_readers_may_know_them() -> None:
    """A writer's account is for rows, and for what they alone are told."""
    shows = {file for room in ("bot/ui", "cogs") for file in (HOUSE / room).rglob("*.py")}
    asking = {file for file in SOURCES if "account_of(" in file.read_text(encoding="utf-8")}
    assert asking
    assert not [name(file) for file in asking & shows]


def named(node: ast.AST) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)}


def constants_below_their_use(body: Sequence[ast.stmt]) -> Iterator[str]:
    """Where a constant is made of a function or a class above it, it has to stand below that."""
    own = {node.name for node in body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)}
    seen: set[str] = set()
    for node in body:
        match node:
            case ast.Assign(targets=[ast.Name(id=constant)]) | ast.AnnAssign(target=ast.Name(id=constant)):
                if constant in seen and not own & named(node):
                    yield constant
            case _:
                pass
        seen |= named(node)


def test_constants_stand_above_their_first_use(trees: Trees) -> None:
    assert not {name(file): found for file, tree in trees.items() if (found := [*constants_below_their_use(tree.body)])}


def test_a_link_to_a_message_is_made_in_one_place() -> None:
    made = re.compile(r"discord\.com/channels|\bjump_url\b")
    assert [name(file) for file in SOURCES if made.search(file.read_text(encoding="utf-8"))] == [
        "bot/ui/wording/terms.py"
    ]


def test_no_two_classes_have_one_name(trees: Trees) -> None:
    beside = [file for room in ("benchmarks", "data", "docs") for file in (HOUSE / room).rglob("*.py")]
    every = {**trees, **{file: ast.parse(file.read_text(encoding="utf-8")) for file in beside}}
    at: dict[str, list[str]] = {}
    for file, tree in every.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                at.setdefault(node.name, []).append(name(file))
    assert not {found: files for found, files in at.items() if len(files) > 1}


def test_limits_of_discord_stand_in_one_place(trees: Trees) -> None:
    """Numbers like these elsewhere are ours, in a tuple or in the domain."""
    known = {limits.MESSAGE, limits.LAYOUT, limits.TEXT_BOX, limits.CHOICE, limits.PAGE}
    again = [
        f"{name(file)}:{node.lineno}"
        for file, tree in trees.items()
        if not file.is_relative_to(HOUSE / "bot" / "domain")
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.Call | ast.keyword)
        for value in (node.args if isinstance(node, ast.Call) else [node.value])
        if isinstance(value, ast.Constant) and value.value in known
    ]
    assert not again
