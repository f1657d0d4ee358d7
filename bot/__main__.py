"""The command line: `drabble-bot run`, `play`, `check`, `backup`, `restore`."""

import asyncio
import contextlib
import errno
import io
import json
import os
import signal
import sys
from collections.abc import Generator, Sequence
from pathlib import Path

import click
from dotenv.parser import Binding, parse_stream

from bot import logs
from bot.config import SETTINGS, TOKEN_SHAPE, Config, ConfigError
from bot.domain.documents import file
from bot.domain.entries import admission, draft
from bot.domain.entries.draft import Understanding
from bot.domain.problem import Problem, RefusedError, WordRuleUnknown
from bot.domain.reading import omission
from bot.domain.reading.manuscript import Manuscript
from bot.domain.text import glyph, surrogates, written_word_rule
from bot.domain.text.conventions import Convention
from bot.domain.text.word_rule import ANYTHING, WordRule
from bot.intake import loading
from bot.intake.loading import Loaded
from bot.storage.errors import DatabaseError
from bot.ui.views import certainty, reading_report
from bot.ui.wording import encodings

DOTENV = Path(".env")

FITS, DOES_NOT_FIT, UNREADABLE = 0, 1, 2
"""Exit statuses of `check`."""


class Stop(click.ClickException):
    """One line for the person at the terminal."""

    exit_code = 2


def settings_help() -> str:
    """The settings as a part of `--help`. The first character makes click keep the layout."""
    listed = "\n".join(f"  {setting.name}\n      {setting.explanation}" for setting in SETTINGS)
    return f"\b\nSettings, from the environment or a file named .env:\n{listed}"


class Program(click.Group):
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if any(TOKEN_SHAPE.fullmatch(each.rpartition("=")[2]) for each in args):  # click would quote it
            raise Stop("A bot's token does not go on the command line, where others can see it. Put it into .env.")
        return super().parse_args(ctx, args)


@click.group(cls=Program, epilog=settings_help(), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="drabble-bot", prog_name="drabble-bot")
def main() -> None:
    """A Discord bot that runs drabble challenges."""


@main.command()
def run() -> None:
    """Run the bot on Discord."""
    with stopping_with_one_line():
        config = configured()
        token = config.needed_token()
        logs.set_up(config)
        asyncio.run(serve(config, token))


@main.command()
@click.option(
    "--db",
    "database",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Keep everything in this file; without it, nothing is kept.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65_534),
    default=8765,
    show_default=True,
    help="Where the page is served, with the port after it; 0 takes any that are free.",
)
def play(database: Path | None, port: int) -> None:
    """Try the bot in a browser page, without Discord and without a token."""
    with stopping_with_one_line():
        config = configured()
        try:
            # Before the log begins: the simulator tries a client when it is imported, and discord.py warns of that.
            from bot import play as stage
        except ModuleNotFoundError as missing:
            if (missing.name or "").partition(".")[0] in {"bot", "cogs"}:
                raise
            raise Stop(f"{missing.name} is not installed. Please run: pip install '.[play]'") from None
        logs.set_up(config)
        try:
            stage.run(database, port)
        except stage.PlayError as error:
            raise Stop(str(error)) from error


@main.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--rule", "rule_text", metavar="RULE", help='Judge by a word rule, such as "drabble" or "100-500".')
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def check(files: Sequence[Path], rule_text: str | None, *, as_json: bool) -> None:
    """Read posts (.txt, .md, .html, .docx, .odt, .rtf) and say what the bot makes of them.

    Ends with 0 when everything was read and fits, with 1 when something does not fit, and with 2 when a file cannot
    be read.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal may not know every character of a story
            stream.reconfigure(errors="replace")
    rule = understood(rule_text)
    raise SystemExit(max(checked(path, rule, as_json=as_json) for path in files))


@main.command()
@click.argument("copy", metavar="FILE", type=click.Path(path_type=Path))
def backup(copy: Path) -> None:
    """Copy the database into a new FILE. The bot may go on running."""
    from bot.storage import database

    with stopping_with_one_line():
        path = configured().database
        database.back_up(path, copy)
    click.echo(f"{copy} is now a copy of {path}.")


@main.command()
@click.argument("copy", metavar="FILE", type=click.Path(path_type=Path))
def restore(copy: Path) -> None:
    """Put the copy FILE in the database's place. The bot must be stopped."""
    import discord

    from bot.storage import database

    with stopping_with_one_line():
        path = configured().database
        kept = database.restore(copy, path, discord.utils.utcnow())
    click.echo(f"{path} is now a copy of {copy}.")
    if kept is not None:
        click.echo(f"What was there before is kept as {kept}.")


# -- settings and stopping ------------------------------------------------------------------------


def configured() -> Config:
    """The settings of `.env` under those of the environment."""
    try:
        text = DOTENV.read_text(encoding="utf-8-sig") if DOTENV.exists() and not DOTENV.is_dir() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise Stop(f"{DOTENV} cannot be read ({error}). Save it as plain text, like .env.example.") from error
    kept = {each.key: each.value for each in bindings(text) if each.key is not None and each.value is not None}
    return Config.from_env(kept | dict(os.environ))


def bindings(text: str) -> Generator[Binding]:
    """The lines of `.env`. An unreadable line is not quoted, since it may hold the token."""
    for each in parse_stream(io.StringIO(text)):
        if each.error:
            blank = len(each.original.string) - len(each.original.string.lstrip("\n"))
            raise Stop(f"Line {each.original.line + blank} of {DOTENV} is no NAME=value. Write it like .env.example.")
        yield each


@contextlib.contextmanager
def stopping_with_one_line() -> Generator[None]:
    """Say an expected error in one line, without a traceback."""
    try:
        yield
    except (ConfigError, DatabaseError) as error:
        raise Stop(str(error)) from error


NOT_KNOWN = "Discord does not know this DISCORD_TOKEN. Make a new one on the Bot page and put it into .env."
AUTHENTICATION_FAILED = 4004
"""The code with which Discord's gateway closes on an unknown token."""


async def serve(config: Config, token: str) -> None:
    """Run the bot from logging in until Ctrl-C or SIGTERM."""
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # on Windows, where asyncio itself sees to Ctrl-C
            asyncio.get_running_loop().add_signal_handler(number, stopped.set)

    # Imported after the signals are set, since these imports take the longest part of a start.
    import aiohttp
    import discord

    from bot.client import DrabbleBot
    from bot.ui.answering import errors, rights

    try:
        async with DrabbleBot(config, answer=errors.answer, admit=rights.admit) as bot:
            running = asyncio.create_task(bot.start(token))
            waiting = asyncio.create_task(stopped.wait())
            await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
            for task in (running, waiting):
                task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await running
    except discord.LoginFailure:
        raise Stop(NOT_KNOWN) from None
    except discord.ConnectionClosed as closed:
        raise Stop(NOT_KNOWN if closed.code == AUTHENTICATION_FAILED else str(closed)) from closed
    except discord.Forbidden as refused:
        raise Stop(
            f"Discord lets this bot do less than it needs: {refused.text}. Is it in the server that"
            " DRABBLE_DEV_GUILD names?"
        ) from refused
    except discord.HTTPException as refused:
        raise Stop(
            f"Discord answers with an error: {refused.status} {refused.text}. Try again in a while."
        ) from refused
    except aiohttp.ClientConnectionError as error:
        raise Stop(f"Discord cannot be reached: {error}. Is this computer online?") from error


# -- check ----------------------------------------------------------------------------------------


def understood(rule_text: str | None) -> WordRule | None:
    if rule_text is None:
        return None
    rule = written_word_rule.read(rule_text)
    if rule is None:
        raise Stop(worded(WordRuleUnknown(rule_text)))
    return rule


def checked(path: Path, rule: WordRule | None, *, as_json: bool) -> int:
    """Print what one file holds, and return the status that it asks for."""
    try:
        loaded = loaded_from(path)
    except RefusedError as refused:
        complain(path, refused.problems)
        return UNREADABLE
    except OSError as error:
        click.echo(f"{path}: {error.strerror or error}", err=True)
        return UNREADABLE
    if (doubt := encodings.doubt(loaded.doubtful_encoding)) is not None:
        click.echo(harmless(f"{path}: {doubt}"), err=True)
    found = draft.understood(loaded.text)
    read = found.manuscript
    problems = [*admission.story_problems(read), *admission.word_problems(read, rule or ANYTHING)]
    if as_json:
        # bytes, since JSON is UTF-8 whatever the terminal speaks
        click.echo(json.dumps(as_object(path, read), ensure_ascii=False).encode())
        complain(path, problems)
        for line in reading_report.left_out_lines(found.left_out):
            click.echo(harmless(f"{path}: {line}"), err=True)
    else:
        click.echo(harmless("\n".join(described(path, found, rule, problems))))
    return DOES_NOT_FIT if problems else FITS


def harmless(text: str) -> str:
    """Somebody's words, safe in a terminal: they neither control it nor turn the words beside them."""
    return "\n".join(glyph.closed(glyph.thinned(line.expandtabs())) for line in text.split("\n"))


def loaded_from(path: Path) -> Loaded:
    """A file's text, by the rules for files that members hand in."""
    if path.is_dir():
        raise OSError(errno.EISDIR, "This is a folder; name the files in it")
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "This is no ordinary file")
    file.check(path.name, path.stat().st_size)
    return loading.loaded(path.name, path.read_bytes())


def complain(path: Path, problems: Sequence[Problem]) -> None:
    for problem in problems:
        click.echo(harmless(f"{path}: {worded(problem)}"), err=True)


def as_object(path: Path, read: Manuscript) -> dict[str, object]:
    """A manuscript as `--json` prints it; a field that comes more than once has a list."""
    values: dict[str, list[str]] = {}
    for field, value in read.header.fields:
        values.setdefault(field.value, []).append(value)
    return {
        "file": surrogates.whole(str(path)),
        "fields": {name: found[0] if len(found) == 1 else found for name, found in values.items()},
        "story": read.story,
        "declared_words": read.header.declared_words,
        "words": {convention.value: read.counts[convention] for convention in Convention},
    }


def described(path: Path, found: Understanding, rule: WordRule | None, problems: Sequence[Problem]) -> Generator[str]:
    read, left_out = found.manuscript, found.left_out
    yield str(path)
    how_sure = [] if read.is_too_long else [certainty.line(found.readings)]
    yield from (f"  {line}" for line in (*reading_report.lines(read, rule, left_out), *how_sure))
    yield from (f"  Does not fit: {worded(problem)}" for problem in problems)
    yield from (f"  Worth a look: {worded(warning)}" for warning in admission.warnings(read))
    if found.stories:
        yield f"  {reading_report.stories_seen(found.stories)} Each is counted as a section of one."
    if omission.more_than_a_note((*left_out, *found.set_below)):
        yield "  Worth a look: so much is not in the story that handing it in asks first."
    elif not problems:
        yield "  Nothing stands in the way."


def worded(problem: Problem) -> str:
    from bot.ui.wording import refusals

    return refusals.worded(problem)


if __name__ == "__main__":
    main(prog_name="drabble-bot")
