"""What the reader reaches on labelled posts: `python -m benchmarks.reader [--old FOLDER]`.

Each fifth of the posts from which weights are learnt is read with weights that were learnt from the others
(`data/reading/learn.py`), so these figures are of posts that the weights had not met. FOLDER is a checkout with an
older reader, asked in the same run.
"""

import importlib
import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import click

from benchmarks import readings
from benchmarks.readings import Read
from bot.domain.reading import doubt, judgement
from tests.beside import POSTS
from tests.domain.reading import marks, test_own_posts
from tests.domain.reading.marks import Answer, Marks, Post

HOUSE = Path(__file__).parents[1]
LEARNING = HOUSE / "data" / "reading"
LIMITS = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.78, 0.8, 0.85, 0.9, 0.95)

Results = Sequence[tuple[Post, Read]]


@click.command()
@click.option("--old", type=click.Path(exists=True, path_type=Path), help="A checkout with an older reader.")
def main(*, old: Path | None) -> None:
    shared, own, bare = marks.posts_in(POSTS), test_own_posts.POSTS, test_own_posts.BARE
    crossed, ids = read_crossed(), {post["id"] for post in shared}
    found = {
        "shared, not met": [each for each in crossed if each[0]["id"] in ids],
        "our own to learn from, not met": [each for each in crossed if each[0]["id"] not in ids],
        "shared": read_all(shared),
        "our own": read_all(own),
        "stories alone": read_all(bare),
    }
    if old is not None:
        found |= {
            "the old reader: shared": read_by_other(shared, old),
            "the old reader: our own": read_by_other(own, old),
            "the old reader: stories alone": read_by_other(bare, old),
        }
    click.echo("\n".join([*table(found), "", *table_of_limits(crossed), "", agreeing(crossed)]))


# -- reading ---------------------------------------------------------------------------------------------


def read_all(posts: Sequence[Post]) -> Results:
    return [(post, readings.read(post["text"])) for post in posts]


def read_by_other(posts: Sequence[Post], checkout: Path) -> Results:
    texts = json.dumps([post["text"] for post in posts])
    program = [sys.executable, str(Path(readings.__file__))]
    environment = {**os.environ, "PYTHONPATH": str(checkout.resolve())}
    done = subprocess.run(program, input=texts, env=environment, capture_output=True, text=True, check=True)  # noqa: S603 - ours
    return list(zip(posts, json.loads(done.stdout), strict=True))


def read_crossed() -> Results:
    """The posts to learn from, each fifth read with weights that were learnt from the others."""
    with get_context("spawn").Pool(os.cpu_count(), maxtasksperchild=1) as pool:  # each with its own weights
        return [result for fifth in pool.map(read_fifth, range(5), chunksize=1) for result in fifth]


def read_fifth(number: int) -> Results:
    sys.path.insert(0, str(LEARNING))
    learn = importlib.import_module("learn")  # no part of the package; it wants numpy and scipy
    left_out: list[Post] = learn.fifths(learn.texts.posts())[number]
    judgement.weights = partial(dict[str, dict[str, float]], learn.learnt_without(left_out))
    return read_all(left_out)


# -- what it is worth ------------------------------------------------------------------------------------


def table(found: dict[str, Results]) -> list[str]:
    rows = [row(f"{name}, {layout}", of) for name, results in found.items() for layout, of in by_layout(results)]
    return [
        "| posts | number | whole story | fields (strict) | sure and wrong | asked | among the best eight |",
        "|---|---|---|---|---|---|---|",
        *rows,
    ]


def by_layout(results: Results) -> Iterable[tuple[str, Results]]:
    found: defaultdict[str, list[tuple[Post, Read]]] = defaultdict(list)
    for post, read in results:
        found[marks.layout(post)].append((post, read))
    return [*sorted(found.items()), *([("all", results)] if len(found) > 1 else [])]


def row(name: str, results: Results) -> str:
    number, reached = len(results), Marks()
    for post, read in results:
        reached.add(post, answer(read))
    fields = f"{reached.f1(reached.same):.2f}" if reached.labelled else ""
    shares = (
        share(results, is_whole),
        fields,
        share(results, lambda post, read: read["is_sure"] and not is_whole(post, read)),
        share(results, lambda _, read: not read["is_sure"]),
        share(results, is_offered),
    )
    return f"| {name} | {number} | {' | '.join(shares)} |"


def share(results: Results, holds: Callable[[Post, Read], bool]) -> str:
    return f"{sum(holds(post, read) for post, read in results) / len(results):.2f}"


def answer(read: Read) -> Answer:
    fields: defaultdict[str, list[str]] = defaultdict(list)
    for name, value in read["fields"]:
        fields[name].append(value)
    return {"fields": fields, "story": read["story"], "declared_words": read["declared_words"]}


def is_whole(post: Post, read: Read) -> bool:
    return is_right(post, read, read["story"])


def is_offered(post: Post, read: Read) -> bool:
    return any(is_right(post, read, story) for story in (read["story"], *read["offered"]))


def is_right(post: Post, read: Read, story: str) -> bool:
    reached = Marks()
    reached.add(post, answer({**read, "story": story}))
    return reached.whole == 1


def table_of_limits(results: Results) -> list[str]:
    """What each limit of doubt would have done to posts that the reader had not met."""
    return [
        "| sure from | sure | right of these | sure and wrong, of all | asked, of all |",
        "|---|---|---|---|---|",
        *(row_of_limit(results, limit) for limit in LIMITS),
    ]


def row_of_limit(results: Results, limit: float) -> str:
    sure = [is_whole(post, read) for post, read in results if read["confidence"] >= limit]
    wrong, asked = len(sure) - sum(sure), len(results) - len(sure)
    return (
        f"| {limit} | {len(sure)} | {sum(sure) / max(1, len(sure)):.2f} | {wrong / len(results):.2f}"
        f" | {asked / len(results):.2f} |"
    )


def agreeing(results: Results) -> str:
    right = [is_whole(post, read) for post, read in results if read["count_agrees"]]
    return f"The limit is {doubt.SURE_ENOUGH}. Where a stated count agreed, {sum(right)} of {len(right)} were right."


if __name__ == "__main__":
    main()
