"""A long text is understood by a process of its own, once, and as it would be on the spot."""

import asyncio
import os
import signal
import subprocess
import sys

import pytest

from bot.domain.entries.draft import Draft
from bot.domain.problem import RefusedError, TooSlow
from bot.domain.reading import manuscript
from bot.domain.reading.reading import Bounds
from bot.intake import delegating, understanding
from tests import patience
from tests.services.test_drafting import NOW

TOLD = "Title: Lamps\nSeries: Harbour, 3\nWarnings: none\n\nNobody lit it.\n\n<i>It rained.</i>\n\n"
NO_PROGRAM = ("no such program",)
ANA, BO = 1, 2


def long_text(number: int) -> str:
    """One that was never seen before."""
    return f"{TOLD}{'It rained on and on. ' * 300}\n\nA/N: for Ana, {number}"


def draft(text: str, bounds: Bounds | None = None) -> Draft:
    return Draft(1, 10, 30, None, text, None, bounds, NOW)


@pytest.mark.parametrize("bounds", [None, Bounds(6, 8)])
async def test_it_is_understood_as_on_the_spot(bounds: Bounds | None) -> None:
    text = long_text(1)
    long = draft(text, bounds)
    assert not long.is_at_hand
    await understanding.of(long)
    assert long.is_at_hand
    assert manuscript.found(text, bounds) == manuscript.find(text, bounds)
    assert "*It rained.*" in manuscript.meant(text)


@pytest.mark.usefixtures("quick")
async def test_it_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = long_text(2)
    await understanding.read(text, ANA)
    monkeypatch.setattr(delegating, "COMMAND", NO_PROGRAM)
    await understanding.of(draft(text))


@pytest.mark.usefixtures("quick")
async def test_a_member_with_many_texts_keeps_nobody_else_waiting() -> None:
    async with delegating.own_turn(ANA):
        waiting = asyncio.create_task(understanding.read(long_text(5), ANA))
        await understanding.read(long_text(6), BO)
        await understanding.read("It rained.", ANA)
        await understanding.read(long_text(6), ANA)
        assert not waiting.done()
    await waiting
    assert manuscript.is_at_hand(long_text(5))


async def test_what_a_box_holds_and_what_can_never_be_posted_need_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delegating, "COMMAND", NO_PROGRAM)
    await understanding.read("a" * manuscript.LONGEST_AT_ONCE, ANA)
    too_long = draft("1.\n" * 170_000)
    await understanding.of(too_long)
    assert too_long.read().story == too_long.text
    with pytest.raises(FileNotFoundError):
        await understanding.read(long_text(3), ANA)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("turns_of_the_loop", range(8))
async def test_a_bot_that_stops_while_a_process_starts_waits_for_none(turns_of_the_loop: int) -> None:
    reading = asyncio.create_task(delegating.answer("text", "", long_text(7).encode()))
    before = asyncio.all_tasks()
    for _ in range(turns_of_the_loop):
        await asyncio.sleep(0)
    for task in {reading, *asyncio.all_tasks() - before}:  # as `asyncio.run` does in the end
        task.cancel()
    assert await asyncio.wait({reading}, timeout=patience.SECONDS) == ({reading}, set())


@pytest.mark.usefixtures("quick")
async def test_a_short_text_with_styles_is_read_where_it_can_be_stopped() -> None:
    short = draft("<style>p i{display:none}</style><p>It rained<i>, no</i>.</p>")
    assert not short.is_at_hand
    await understanding.of(short)
    assert short.is_at_hand
    assert short.read().story == "It rained."


@pytest.mark.parametrize(
    "styled", ["<p STYLE = 'x'>", "<STYLE>", "<i\nclass=a style=b>", "<i hidden>", "<p title=style style=x"]
)
def test_a_text_with_styles(styled: str) -> None:
    assert not manuscript.is_at_hand(f"It rained. {styled}")


@pytest.mark.parametrize(
    "plain", ["a style = hidden", "<styled>", "<p data-style=x>", "< i hidden>", "<i> hidden", "<i>style="]
)
def test_a_text_without(plain: str) -> None:
    assert manuscript.is_at_hand(f"It rained. {plain}")


@pytest.mark.parametrize(
    ("program", "reason"), [("while True: pass", "it took too long"), ("raise ValueError('Frost.')", "ended with 1")]
)
async def test_one_that_cannot_be_read_in_time_is_refused(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, program: str, reason: str
) -> None:
    monkeypatch.setattr(delegating, "COMMAND", (sys.executable, "-c", program))
    monkeypatch.setattr(delegating, "SECONDS", 0.5 if "while" in program else patience.SECONDS)
    with pytest.raises(RefusedError) as refused:
        await understanding.read(long_text(4), ANA)
    assert refused.value.problems == (TooSlow(""),)
    (line,) = caplog.messages
    assert line.startswith("a text of 6")
    assert line.endswith(reason)
    assert "Frost" not in line


@pytest.mark.skipif(sys.platform == "win32", reason="there, only the bot bounds the time")
def test_the_processors_time_is_bounded() -> None:
    endless = f"from bot.intake import extracting; extracting.MOST_SECONDS = 1; extracting.bound(); {SPIN}"
    found = subprocess.run([sys.executable, "-c", endless], cwd=delegating.HOUSE, check=False, timeout=patience.SECONDS)
    assert -found.returncode in {signal.SIGXCPU, signal.SIGKILL}


SPIN = "[None for _ in iter(int, 1)]"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not know it")
async def test_the_process_ends_with_the_one_that_wants_its_answer() -> None:
    parent = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PARENT, cwd=delegating.HOUSE, stdout=subprocess.PIPE, env=dict(os.environ)
    )
    assert parent.stdout is not None
    assert await parent.stdout.readline() == b"reading\n"
    parent.kill()
    # The child holds the same pipe, which ends when both are gone.
    assert await asyncio.wait_for(parent.stdout.read(), patience.SECONDS) == b""
    await parent.wait()


CHILD = """
import signal, sys
from bot.intake import extracting
extracting.end_with(int(sys.argv[1]))
print("reading", flush=True)
signal.pause()
"""
PARENT = f"""
import os, subprocess, sys
subprocess.run([sys.executable, "-c", {CHILD!r}, str(os.getpid())])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not know it")
def test_a_process_whose_parent_is_gone_already_does_nothing() -> None:
    nobody = "1" if os.getpid() != 1 else "2"
    started = subprocess.run(
        [*delegating.COMMAND, nobody, "text", ""], cwd=delegating.HOUSE, input=b"", capture_output=True, check=False
    )
    assert (started.returncode, started.stdout) == (1, b"")
