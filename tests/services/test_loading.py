"""Documents are read by a process of their own, which is stopped in time."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.domain.problem import FileEncrypted, FileTooSlow, FileUnreadable, RefusedError
from bot.services import extracting, loading
from tests import documents
from tests.documents import docx, paragraph, run

DEEP = b"<div>" * 100_000
"""A browser's rules make this slow: each element looks through all those that it is in."""


def refusal(name: str, data: bytes, seconds: float = loading.SECONDS) -> object:
    with pytest.raises(RefusedError) as refused:
        loading.text_of(name, data, seconds)
    (problem,) = refused.value.problems
    return problem


async def test_a_document_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    text = await loading.read("Frost ☃.docx", docx(paragraph(run("It “snowed” ☃.", italic=True))))
    assert text == "*It “snowed” ☃.*"


async def test_plain_text_needs_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "COMMAND", ("no such program",))
    assert await loading.read("frost.txt", b"It snowed.") == "It snowed."
    with pytest.raises(FileNotFoundError):
        await loading.read("frost.html", b"It snowed.")


def test_what_the_process_refuses_is_refused() -> None:
    data = documents.with_part(documents.odt("Frost."), "META-INF/manifest.xml", b"<a>encryption-data</a>")
    assert refusal("frost.odt", data) == FileEncrypted("frost.odt")


def test_a_document_that_takes_too_long_is_stopped() -> None:
    began = time.monotonic()
    assert refusal("frost.html", DEEP, seconds=0.6) == FileTooSlow("frost.html")
    assert time.monotonic() - began < 5


def test_a_document_that_a_library_stumbles_over(caplog: pytest.LogCaptureFixture) -> None:
    data = docx(paragraph(run("Frost.")), others={"word/_rels/document.xml.rels": RELATION_TO_NOTHING})
    assert refusal("frost.docx", data) == FileUnreadable("frost.docx")
    (line,) = caplog.messages
    assert line.startswith("a .docx could not be read: KeyError")
    assert "\n" not in line


RELATION_TO_NOTHING = f'<Relationships xmlns="{documents.PACKAGE}/relationships"><Relationship/></Relationships>'


def test_the_process_sees_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "a secret")
    show = "import json, os; print(json.dumps({'text': ' '.join(os.environ)}))"
    monkeypatch.setattr(loading, "COMMAND", (sys.executable, "-c", show))
    seen = loading.text_of("frost.html", b"It snowed.")
    assert "PATH" in seen
    assert "DISCORD_TOKEN" not in seen


@pytest.mark.skipif(sys.platform == "win32", reason="there, only time is bounded")
def test_memory_is_bounded() -> None:
    greedy = "from bot.services import extracting; extracting.bound_memory(); print(len(bytes(2 ** 31)))"
    found = subprocess.run(
        [sys.executable, "-c", greedy], cwd=loading.HOUSE, env=dict(os.environ), capture_output=True, check=False
    )
    assert b"MemoryError" in found.stderr


def test_the_answer_names_its_problems() -> None:
    assert extracting.answer("frost.rtf", b"Frost.") == {"problems": [("FileUnreadable", {"name": "frost.rtf"})]}
