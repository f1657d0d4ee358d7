"""What a server installs: the files that were tested, and a service that does no more than it has to."""

import re
import shutil
import subprocess
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests import patience

ROOT = Path(__file__).parents[2]
PINNED = re.compile(
    r"^([\w.-]+)==([\w.]+)(?: ; [^\\\n]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)


def locked() -> dict[str, str]:
    return {name: version for name, version, _ in PINNED.findall(lock())}


def lock() -> str:
    return (ROOT / "requirements.txt").read_text(encoding="utf-8")


def needed(name: str, extra: str, found: set[str]) -> set[str]:
    """What a distribution needs here to be installed, all the way down."""
    for line in metadata.requires(name) or ():
        each = Requirement(line)
        wanted = each.marker is None or each.marker.evaluate({"extra": extra})
        if wanted and canonicalize_name(each.name) not in found:
            found.add(canonicalize_name(each.name))
            needed(each.name, next(iter(each.extras), ""), found)
    return found


def test_every_line_of_the_lock_is_a_version_with_hashes() -> None:
    assert PINNED.sub("", lock()) == ""
    assert len(locked()) > 30
    assert "://" not in lock()


def test_the_lock_has_the_versions_that_are_tested() -> None:
    constraints = (ROOT / "constraints.txt").read_text(encoding="utf-8").split()
    tested: dict[str, str] = {
        canonicalize_name(name): version for name, version in (line.split("==") for line in constraints)
    }
    assert {name: tested.get(name) for name in locked()} == locked()


def test_the_lock_has_all_that_the_bot_needs_and_in_its_bounds() -> None:
    needs = needed("drabble-bot", "", set()) | {"hatchling", "editables"} | needed("hatchling", "", set())
    assert needs - set(locked()) == set()
    for line in metadata.requires("drabble-bot") or ():
        each = Requirement(line)
        if each.marker is None:
            assert each.specifier.contains(locked()[canonicalize_name(each.name)])


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here")
def test_systemd_takes_the_service_of_the_readme(tmp_path: Path) -> None:
    found = re.search(r"```ini\n(\[Unit\].*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    program, user = "/opt/drabble-bot/.venv/bin/drabble-bot run", "User=drabbles"
    assert {program, user} <= set(re.findall(r"(?<=ExecStart=).+|User=.+", found[1]))
    service = tmp_path / "drabble-bot.service"
    service.write_text(found[1].replace(program, "/bin/true").replace(user, "User=root"), encoding="utf-8")
    said = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", service],
        capture_output=True,
        text=True,
        check=False,
        timeout=patience.SECONDS,
    )
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")
