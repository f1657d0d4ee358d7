"""Documents are read by a process of their own, which is stopped in time."""

import asyncio
import json
import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.domain.documents import document
from bot.domain.problem import FileEncrypted, FileUnreadable, RefusedError, TooSlow
from bot.intake import delegating, extracting, loading
from bot.intake.loading import Loaded
from tests import documents, patience
from tests.documents import docx, paragraph, run

DEEP = b"<div>" * 100_000
"""A browser's rules make this slow: each element looks through all those that it is in."""


ENDLESS = (sys.executable, "-c", "while True: pass")
WAITING = "import socket; socket.create_connection(('127.0.0.1', {})).recv(1); print('{{\"text\": \"Frost.\"}}')"

ANA, BO = 1, 2

Arrived = asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]]


async def refusal(name: str, data: bytes, seconds: float = patience.SECONDS) -> object:
    with pytest.raises(RefusedError) as refused:
        await loading.read(name, data, ANA, seconds)
    (problem,) = refused.value.problems
    return problem


@pytest.fixture
async def arrived(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Arrived]:
    """Processes that ring here when they have begun, and go on when they are hung up on."""
    found = Arrived()

    def arrive(from_process: asyncio.StreamReader, to_process: asyncio.StreamWriter) -> None:
        found.put_nowait((from_process, to_process))

    async with await asyncio.start_server(arrive, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        monkeypatch.setattr(delegating, "COMMAND", (sys.executable, "-c", WAITING.format(port)))
        monkeypatch.setattr(delegating, "turns", asyncio.Semaphore(delegating.AT_ONCE))  # which belongs to one loop
        yield found


async def test_a_document_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    loaded = await loading.read("Frost ☃.docx", docx(paragraph(run("It “snowed” ☃.", italic=True))), ANA)
    assert loaded == Loaded("*It “snowed” ☃.*")


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("name", ["\0.html", "a\0\ud83d.html", "\udcff.html"])
async def test_a_document_has_any_name(name: str) -> None:
    assert await loading.read(name, b"<p>It snowed.</p>", ANA) == Loaded("It snowed.")


async def test_plain_text_needs_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delegating, "COMMAND", ("no such program",))
    assert await loading.read("frost.txt", b"It snowed.", ANA) == Loaded("It snowed.")
    with pytest.raises(FileNotFoundError):
        await loading.read("frost.html", b"It snowed.", ANA)


async def test_a_text_whose_encoding_has_to_be_guessed_is_read_by_a_process() -> None:
    assert await loading.read("frost.txt", "Шёл снег.".encode("cp1251"), ANA) == Loaded("Шёл снег.", "cp1251")


def test_the_bot_itself_never_loads_what_guesses() -> None:
    ask = (
        "import asyncio, sys; from bot import client; from bot.intake import delegating, loading;"
        f"delegating.SECONDS = {patience.SECONDS};"
        "print(loading.loaded('frost.md', b'caf\\xe9').text, 'chardet' in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", ask], cwd=delegating.HOUSE, capture_output=True, check=True)
    assert found.stdout.decode().split() == ["café", "False"]


@pytest.mark.usefixtures("quick")
async def test_what_the_process_refuses_is_refused() -> None:
    data = documents.with_part(documents.odt("Frost."), "META-INF/manifest.xml", b"<a>encryption-data</a>")
    assert await refusal("frost.odt", data) == FileEncrypted("frost.odt")


async def test_a_document_that_takes_too_long_is_given_up() -> None:
    assert await refusal("frost.html", DEEP, seconds=0.6) == TooSlow("frost.html")


async def test_a_process_that_would_never_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delegating, "COMMAND", ENDLESS)
    assert await refusal("frost.html", DEEP, seconds=0.1) == TooSlow("frost.html")


async def test_nothing_is_left_of_a_reading_that_is_cancelled(arrived: Arrived) -> None:
    reading = asyncio.create_task(loading.read("frost.html", b"It snowed.", ANA))
    from_process, to_process = await arrived.get()
    reading.cancel()
    assert await from_process.read() == b""
    to_process.close()
    with pytest.raises(asyncio.CancelledError):
        await reading


async def test_two_documents_are_read_at_a_time(arrived: Arrived) -> None:
    readings = [asyncio.create_task(loading.read("frost.html", b"It snowed.", member)) for member in range(5)]
    _, first = await arrived.get()
    for _ in readings[1:]:
        _, second = await arrived.get()
        assert arrived.empty()
        first.close()
        first = second
    first.close()
    assert await asyncio.gather(*readings) == [Loaded("Frost.")] * 5


async def test_a_member_with_many_files_keeps_others_waiting_for_none_of_them(arrived: Arrived) -> None:
    many = [asyncio.create_task(loading.read("frost.html", b"It snowed.", ANA)) for _ in range(3)]
    one = asyncio.create_task(loading.read("frost.html", b"It snowed.", BO))
    opened = [await arrived.get() for _ in range(delegating.AT_ONCE)]
    for _, to_process in opened:
        to_process.close()
    assert await asyncio.wait_for(one, patience.SECONDS) == Loaded("Frost.")
    for _ in many[1:]:
        _, to_process = await arrived.get()
        to_process.close()
    assert await asyncio.gather(*many) == [Loaded("Frost.")] * len(many)


async def test_a_reading_keeps_no_thread_from_what_else_wants_one(arrived: Arrived) -> None:
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(max_workers=1))
    reading = asyncio.create_task(loading.read("frost.html", b"It snowed.", ANA))
    _, to_process = await arrived.get()
    assert await asyncio.to_thread(len, "no name looked up") == 17
    to_process.close()
    assert await reading == Loaded("Frost.")


async def test_a_document_that_a_library_stumbles_over(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(document.READERS, ".rtf", stumble)
    answer = extracting.answer("document", "frost.rtf", rb"{\rtf1 Frost.}")
    monkeypatch.setattr(delegating, "COMMAND", (sys.executable, "-c", f"print({json.dumps(answer)!r})"))
    assert await refusal("frost.rtf", rb"{\rtf1 Frost.}") == FileUnreadable("frost.rtf")
    (line,) = caplog.messages
    assert re.fullmatch(r"a \.rtf could not be read: KeyError in test_loading\.py, line \d+", line)


def stumble(name: str, data: bytes) -> str:
    raise KeyError(data)


@pytest.mark.parametrize("dying", ["raise ValueError('A frost')", "print('A frost'); import os; os.abort()"])
async def test_the_log_of_a_document_holds_none_of_its_words(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, dying: str
) -> None:
    monkeypatch.setattr(delegating, "COMMAND", (sys.executable, "-c", dying))
    assert await refusal("frost.docx", docx(paragraph(run("A frost.")))) == FileUnreadable("frost.docx")
    (line,) = caplog.messages
    assert line.startswith("a .docx could not be read: the process ended with ")
    assert "frost" not in line


def test_a_librarys_words_are_not_repeated() -> None:
    """They may quote the document."""
    with pytest.raises(ValueError, match="frost") as raised:
        int("A frost.")
    assert re.fullmatch(r"ValueError in test_loading\.py, line \d+", extracting.failure(raised.value))


def test_the_process_is_handed_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "a secret")
    monkeypatch.setenv("ANOTHER_PROGRAMS_KEY", "a secret")
    show = "import json, os; print(json.dumps({'text': ' '.join(os.environ)}))"
    monkeypatch.setattr(delegating, "COMMAND", (sys.executable, "-c", show))
    seen = loading.loaded("frost.html", b"It snowed.").text
    assert "PATH" in seen
    assert not {"DISCORD_TOKEN", "ANOTHER_PROGRAMS_KEY", "HOME"}.intersection(seen.split())


TAKEN_OVER = """
import runpy, socket, subprocess
from bot.domain.documents import document
document.READERS['.html'] = lambda name, data: {}
runpy.run_module('bot.intake.extracting', run_name='__main__')
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there, only time is bounded")
@pytest.mark.parametrize("attempt", ["open('README.md')", "socket.socket()", "subprocess.Popen(['true'])"])
def test_a_document_that_took_over_could_open_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, attempt: str
) -> None:
    monkeypatch.setattr(delegating, "COMMAND", (sys.executable, "-c", TAKEN_OVER.format(attempt)))
    with pytest.raises(RefusedError):
        loading.loaded("frost.html", b"It snowed.")
    (line,) = caplog.messages
    assert "OSError" in line


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("encoding", ["koi8-r", "cp932", "cp1255", "iso8859-3", "gb18030", "mac-cyrillic"])
def test_every_encoding_is_known_to_a_process_that_opens_nothing(encoding: str) -> None:
    text = "ё東שĉ".encode(encoding, "ignore").decode(encoding)
    page = f"<meta charset={encoding}><p>It snowed. {text}</p>"
    assert loading.loaded("frost.html", page.encode(encoding)).text == f"It snowed. {text}"


@pytest.mark.skipif(sys.platform == "win32", reason="there, only time is bounded")
def test_memory_is_bounded() -> None:
    greedy = "from bot.intake import extracting; extracting.bound(); print(len(bytes(2 ** 31)))"
    found = subprocess.run(
        [sys.executable, "-c", greedy], cwd=delegating.HOUSE, env=dict(os.environ), capture_output=True, check=False
    )
    assert b"MemoryError" in found.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there, only time is bounded")
def test_a_stricter_limit_of_the_hosts_stays() -> None:
    strict = (
        "import resource; resource.setrlimit(resource.RLIMIT_CPU, (5, 5)); from bot.intake import extracting;"
        " extracting.bound(); print(resource.getrlimit(resource.RLIMIT_CPU))"
    )
    found = subprocess.run([sys.executable, "-c", strict], cwd=delegating.HOUSE, capture_output=True, check=False)
    assert found.stdout.split() == [b"(5,", b"5)"]


def test_the_answer_names_its_problems() -> None:
    assert extracting.answer("document", "frost.rtf", b"Frost.") == {
        "problems": [("FileUnreadable", {"name": "frost.rtf"})]
    }
