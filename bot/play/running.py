"""A whole play, from the first line on the terminal to the last."""

import asyncio
import contextlib
import signal
from collections.abc import AsyncGenerator, Callable, Coroutine, Generator
from types import FrameType

import click
from aiohttp import web
from simcord import SetupError

from bot.client import DrabbleBot
from bot.play import first_challenge, first_review, first_round
from bot.play.page import ControlPage
from bot.play.simulation import Simulation

HOST = "127.0.0.1"
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class PlayError(Exception):
    """The play cannot begin; the message is one line for the person at the terminal."""


async def play(make_bot: Callable[[], DrabbleBot], port: int) -> None:
    """Serve the page until somebody presses Ctrl-C, ends the preview or asks the process to stop."""
    with stop_signals() as stopped:
        simulation = Simulation(make_bot)
        async with simulation.running():
            if not await simulation.has_open_round():
                await first_round.open_one(simulation)
            if not await simulation.has_challenge():
                await first_challenge.start_one(simulation)
                await first_review.hold_one(simulation)
            async with served(simulation, port) as address:
                click.echo(f"The bot is at play: {address}")
                click.echo("Open the whole address in a browser. Ctrl-C ends the play.")
                await wait_for_first(stopped.wait(), simulation.window.ended(), simulation.keep_time())
    click.echo("The play is over.")


@contextlib.asynccontextmanager
async def served(simulation: Simulation, port: int) -> AsyncGenerator[str]:
    """The address of our page on `port`, with the preview on the next port; 0 takes any free ports."""
    async with contextlib.AsyncExitStack() as stack:
        try:
            await stack.enter_async_context(simulation.window.opened(port + 1 if port else 0))
            runner = web.AppRunner(ControlPage(simulation).application(), access_log=None)
            await runner.setup()
            stack.push_async_callback(runner.cleanup)
            await web.TCPSite(runner, HOST, port).start()
        except (SetupError, OSError) as error:
            raise PlayError(f"Ports {port} and {port + 1} must both be free. Try others with --port.") from error
        bound = runner.addresses[0][1]
        yield f"http://{HOST}:{bound}/#{simulation.window.secret}"


async def wait_for_first(*events: Coroutine[object, object, object]) -> None:
    """Wait for the first of these to end, and cancel the others. Raises the error of one that failed."""
    tasks = [asyncio.create_task(event) for event in events]
    done, waiting = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in waiting:
        task.cancel()
    await asyncio.wait(tasks)
    for task in done:
        task.result()


@contextlib.contextmanager
def stop_signals() -> Generator[asyncio.Event]:
    """An event that Ctrl-C or SIGTERM sets. Later signals are ignored, since closing takes a moment."""
    loop, stopped = asyncio.get_running_loop(), asyncio.Event()
    answer_signals(lambda _number, _frame: loop.call_soon_threadsafe(stopped.set))
    try:
        yield stopped
    finally:
        answer_signals(lambda _number, _frame: None)


def answer_signals(how: Callable[[int, FrameType | None], object]) -> None:
    for number in STOP_SIGNALS:
        signal.signal(number, how)


@contextlib.contextmanager
def signals_kept() -> Generator[None]:
    """Put the process's own signal handlers back at the end."""
    before = {number: signal.getsignal(number) for number in STOP_SIGNALS}
    try:
        yield
    finally:
        for number, how in before.items():
            signal.signal(number, how)
