"""What the wheel carries, and what it does not."""

import re
import shutil
import subprocess
import tomllib
import zipfile
from collections.abc import Callable
from configparser import ConfigParser
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

HOUSE = Path(__file__).parents[2]
VERSIONS = re.compile(r"^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}$", re.MULTILINE)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    (built,) = WheelBuilder(str(HOUSE)).build(directory=str(tmp_path_factory.mktemp("wheel")))
    return zipfile.Path(built)


@pytest.fixture(scope="module")
def carried(wheel: zipfile.Path) -> set[str]:
    return {name for name in wheel.root.namelist() if not name.endswith("/")}


def in_the_house(room: str, pattern: str) -> set[str]:
    return {file.relative_to(HOUSE).as_posix() for file in (HOUSE / room).rglob(pattern)}


@pytest.mark.parametrize(
    ("room", "pattern"),
    [
        ("bot", "*.py"),
        ("bot/play", "*.html"),
        ("bot/play", "*.css"),
        ("bot/play", "*.js"),
        ("cogs", "*.py"),
        ("data/places", "*.tsv"),
        ("data/reading", "*.tsv"),
        ("data/prompts", "*.txt"),
        ("data/schema", "*.sql"),
    ],
)
def test_the_wheel_carries_the_house(carried: set[str], room: str, pattern: str) -> None:
    assert in_the_house(room, pattern)
    assert in_the_house(room, pattern) <= carried


def test_the_wheel_carries_nothing_else(carried: set[str]) -> None:
    known = re.compile(
        r"(bot|cogs)/[\w/]+\.(py|html|css|js)"
        r"|data/(schema/\d{4}_\w+\.sql|(places|reading)/\w+\.tsv|prompts/\w+\.txt)"
        r"|drabble_bot-[\d.]+\.dist-info/.+"
    )
    assert not [name for name in carried if not known.fullmatch(name)]


def test_the_wheel_brings_the_command(wheel: zipfile.Path) -> None:
    (info,) = [part for part in wheel.iterdir() if part.name.endswith(".dist-info")]
    commands = ConfigParser()
    commands.read_string((info / "entry_points.txt").read_text(encoding="utf-8"))
    assert dict(commands["console_scripts"]) == {"drabble-bot": "bot.__main__:main"}
    assert (info / "licenses" / "LICENSE").exists()


NEWS = "### Added\n\n- A lamp.\n"


@pytest.fixture
def release(tmp_path: Path) -> Callable[[str], subprocess.CompletedProcess[str]]:
    """Releases 0.2.0 of a house with this CHANGELOG, in which every check passes."""
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    passes = str(shutil.which("true"))
    for program in ("pip", "python", "ruff", "pyright", "lint-imports"):
        (programs / program).symlink_to(passes)
    (tmp_path / "constraints.txt").touch()
    (tmp_path / "pyproject.toml").write_text('version = "0.2.0"\n', encoding="utf-8")
    shutil.copy(HOUSE / "Makefile", tmp_path)

    def run(changelog: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / "CHANGELOG.md").write_text(changelog, encoding="utf-8")
        program = ["make", "--no-print-directory", "release"]  # the suite itself may run within make
        return subprocess.run(program, cwd=tmp_path, capture_output=True, text=True, check=False)

    return run


def test_a_release_is_tagged_with_its_notes(release: Callable[[str], subprocess.CompletedProcess[str]]) -> None:
    released = release(f"## [Unreleased]\n\n## [0.2.0] - 2026-12-01\n\n{NEWS}\n## [0.1.0] - 2026-11-28\n\n- A door.\n")
    assert released.returncode == 0, released.stderr
    _, _, notes = released.stdout.partition("Tag this commit v0.2.0")
    assert "- A lamp." in notes
    assert "- A door." not in notes


def test_nothing_is_released_whose_news_have_no_number(
    release: Callable[[str], subprocess.CompletedProcess[str]],
) -> None:
    refused = release(f"## [Unreleased]\n\n{NEWS}\n## [0.2.0] - 2026-12-01\n\n- A door.\n")
    assert refused.returncode != 0
    assert refused.stdout == "", "nothing is checked, built or tagged"
    assert "raise the version in pyproject.toml, and give Unreleased that number and the date" in refused.stderr


def test_the_newest_notes_are_of_this_version() -> None:
    newest = VERSIONS.findall((HOUSE / "CHANGELOG.md").read_text(encoding="utf-8"))[0]
    assert newest == tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    notes = subprocess.run(["make", "-s", "notes"], cwd=HOUSE, capture_output=True, text=True, check=True).stdout
    assert "### Added" in notes
    assert "## [" not in notes
