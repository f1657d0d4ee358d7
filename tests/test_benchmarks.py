"""The benchmarks still run; what they find is for a person to look at."""

from pathlib import Path

from benchmarks import answers, due, footprint, load, outside, reactions, reader, texts
from tests.domain.reading import test_own_posts


async def test_reactions_are_pushed_and_none_is_lost() -> None:
    found = "\n".join(await reactions.measured(100))
    assert found.count("in the ledger: 100 of 100") == 2


async def test_commands_are_answered_within_the_stream() -> None:
    assert len(await answers.measured(2)) == 2


async def test_commands_are_answered_in_a_process_of_its_own() -> None:
    found = "\n".join(await outside.measured(1, 0.05))
    assert found.count(" missed") == 4


async def test_what_is_due_is_looked_for() -> None:
    assert len(await due.measured(10)) == len(due.LOOKS)


async def test_rounds_of_one_minute_are_worked_off() -> None:
    assert len(await load.measured(3)) == 2


def test_the_rest_runs() -> None:
    assert len(footprint.measured(1)) == 2
    assert len(texts.measured(0.01)) == 4


def test_readers_are_asked_and_marked() -> None:
    posts = test_own_posts.POSTS[:2]
    here = reader.read_all(posts)
    assert reader.read_by_other(posts, Path(reader.__file__).parents[1]) == here
    assert len(reader.table({"now": here})) == 3
    assert len(reader.table_of_limits(here)) == 2 + len(reader.LIMITS)
    assert reader.agreeing(here).startswith("The limit")
