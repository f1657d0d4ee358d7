"""The texts from which the reader's weights are learnt: the labelled posts, and others made of them.

A writer who hands in a story alone is as usual as one with a header, so each story is a text of its own. Headers are
put above other stories, and set as people set them elsewhere (with Discord's marks, without labels, all on one line),
so that what is learnt holds for layouts that none of the posts has.
"""

# ruff: noqa: INP001, S311 - beside a script; its chances are seeded

import html
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from layouts import FIELD_STYLES, LABELLED, STYLES, Lines, stripped

from bot.domain.documents import pasted
from bot.domain.reading import judgement, line, manuscript
from bot.domain.reading.judgement import Judged
from bot.domain.text import code_block

POSTS = Path(__file__).parents[3] / "shared" / "posts"
OWN_POSTS = Path(__file__).with_name("posts")
"""Posts of our own, most of them as members write on Discord, of which the others have hardly any."""
STORIES = Path(__file__).with_name("stories.txt")
"""Stories of our own, of kinds that no post has: verse, scripts, letters, lists, recipes, diaries."""
SEED, TIMES, FEW_SENTENCES = 5, 2, 3
"""How often each header is put above another story, and how often a few sentences are taken from each story."""
AS_POSTED, ALONE, WITHOUT_ONE_SIDE, MADE, OWN, SMALL, CLOSED = 1.0, 0.5, 0.3, 0.15, 0.2, 0.1, 0.25
"""How much a text counts beside a post as it was posted."""
LONGEST_STORY, SHORTEST_CUT = 45, 12
"""Lines of a story below another's header; of a longer one the first paragraphs are taken."""
RULES = ("***", "---", "~", "* * *", "~*~", "___")


class Example(NamedTuple):
    post: str
    kind: str
    weight: float
    judged: Judged
    right: frozenset[tuple[int, int]]
    """The right cuts: the numbers of the story's first line and of the one after its last, among the written ones."""


class Parts(NamedTuple):
    """A post in three parts, each with its blank lines."""

    header: Lines
    story: Lines
    foot: Lines


def posts() -> list[dict[str, Any]]:
    paths = [path for folder in (POSTS, OWN_POSTS) for path in sorted(folder.glob("*.json"))]
    read = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    return [post for post in read if isinstance(post, dict) and "expect" in post]


def examples(chosen: Sequence[dict[str, Any]]) -> list[Example]:
    of_posts = (each for post in chosen for each in of_post(post))
    return [*of_posts, *made(chosen), *of_stories(chosen), *small(chosen), *closed(chosen)]


# -- of a post ---------------------------------------------------------------------------------------


def of_post(post: dict[str, Any]) -> Iterator[Example]:
    """The post, its story alone, and the post without its header and without its foot."""
    text = meant(post["text"])
    right = right_bounds(post, text)
    header, story, foot = parts_of(post)
    start, end = len(header), len(header) + len(story)
    yield example(post["id"], "post", AS_POSTED, text.split("\n"), right)
    is_headed, is_footed = any(map(str.strip, header)), any(map(str.strip, foot))
    if is_headed or is_footed:
        yield example(post["id"], "alone", ALONE, story, [(0, len(story))])
    if is_headed and is_footed:
        above = [each for each in right if each[1] <= end] or [(start, end)]
        yield example(post["id"], "without foot", WITHOUT_ONE_SIDE, header + story, above)
        below = [(first - start, last - start) for first, last in right if first >= start]
        yield example(post["id"], "without header", WITHOUT_ONE_SIDE, story + foot, below)


def parts_of(post: dict[str, Any]) -> Parts:
    text = meant(post["text"])
    start, end = right_bounds(post, text)[0]
    lines = text.split("\n")
    return Parts(lines[:start], lines[start:end], lines[end:])


def meant(text: str) -> str:
    return pasted.read(code_block.opened(manuscript.normal(text)))


def right_bounds(post: dict[str, Any], text: str) -> list[tuple[int, int]]:
    """The story's first line and the one after its last, in each way that is as good; the first way is the best."""
    expect, written = post["expect"], post["text"]
    starts = [expect["body_start_offset"], *expect["alt_start_offsets"]]
    ends = [expect["body_end_offset"], *expect["alt_end_offsets"]]
    places = [(start, end) for start in starts for end in ends if start < end]
    if text == written:
        return [(text[:start].count("\n"), text[:end].count("\n") + 1) for start, end in places]
    stories = {letters(written[start:end]) for start, end in places}
    lines = text.split("\n")
    bounds = ((start, end) for start in range(len(lines)) for end in range(start + 1, len(lines) + 1))
    return [each for each in bounds if lines[each[0]].strip() and letters("\n".join(lines[slice(*each)])) in stories]


def letters(text: str) -> str:
    """A text without its white space and its marks, which may stand for others."""
    return re.sub(r"<[^>]*>|[\W_]", "", html.unescape(text))


def example(post: str, kind: str, weight: float, lines: Lines, right: Sequence[tuple[int, int]]) -> Example:
    judged = judgement.read(line.read("\n".join(lines)))
    numbers = [frozenset(sum(place < bound for place in judged.written) for bound in each) for each in right]
    cuts = frozenset((min(each), max(each)) for each in numbers)
    first = min(cuts)[0]
    return Example(post, kind, weight, judgement.footed(judged, judged.written[first]), cuts)


# -- made of several -------------------------------------------------------------------------------------


def made(chosen: Sequence[dict[str, Any]]) -> Iterator[Example]:
    """Headers above other stories, each story's own count left out; and passages of long stories, alone."""
    chance = random.Random(SEED)
    parts = {post["id"]: parts_of(post) for post in chosen}
    headed = [post for post in chosen if any(map(str.strip, parts[post["id"]].header))]
    for post in headed * TIMES:
        alike = [parts[other["id"]] for other in chosen if is_old(other) == is_old(post)]
        yield put_together(post, parts[post["id"]].header, alike, chance)
    for post in headed:
        yield in_scenes(post, parts[post["id"]].header, [parts[other["id"]] for other in chosen], chance)
    for post in chosen:
        yield from passages(post["id"], parts[post["id"]].story, chance)


def is_old(post: dict[str, Any]) -> bool:
    """True for a post of an archive or a mailing list."""
    return post.get("layout") == "archive" or post["id"].startswith("v")


def put_together(post: dict[str, Any], header: Lines, alike: Sequence[Parts], chance: random.Random) -> Example:
    above = stripped(header)
    tail = header[len(header) - len(list_tail(header)) :]
    if not is_old(post) and chance.random() < 0.75:
        above = stripped(chance.choice(STYLES)(above, chance))
    at_once: Lines = [] if LABELLED.match(above[-1]) else [""]
    gap = chance.choice((tail, tail or [""], [""], ["", chance.choice(RULES), ""], at_once))
    story = opening_of(chance.choice(alike).story, chance)
    feet = [each.foot for each in alike if any(map(str.strip, each.foot))]
    foot = chance.choice(feet) if feet and chance.random() < 0.45 else []
    lines = [*above, *gap, *story, *(["", *foot] if foot else [])]
    start = len(above) + len(gap)
    found = example(post["id"], "made", MADE, lines, [(start, start + len(story))])
    return found._replace(judged=without_counts(found.judged))


def without_counts(judged: Judged) -> Judged:
    return replace(judged, stated={})


def list_tail(lines: Lines) -> Lines:
    """The blank lines at the end."""
    last = max((place for place, each in enumerate(lines) if each.strip()), default=-1)
    return lines[last + 1 :]


def opening_of(story: Lines, chance: random.Random) -> Lines:
    ends = [place for place in range(SHORTEST_CUT, min(len(story), LONGEST_STORY)) if not story[place].strip()]
    return stripped(story[: chance.choice(ends)] if len(story) > LONGEST_STORY and ends else story)


def in_scenes(post: dict[str, Any], header: Lines, alike: Sequence[Parts], chance: random.Random) -> Example:
    """A story in several scenes or sections, below a header or alone."""
    rule, numbered = chance.choice(RULES), chance.random() < 0.3
    story: Lines = []
    for number in range(1, chance.randrange(3, 6)):
        scene = paragraphs(chance.choice(alike).story, chance)
        first = f"{number}. {scene[0]}" if numbered else scene[0]
        story += [*([rule, ""] if story else []), first, *scene[1:], ""]
    story = stripped(story)
    above = [*stripped(header), ""] if chance.random() < 0.6 else []
    found = example(post["id"], "scenes", MADE, [*above, *story], [(len(above), len(above) + len(story))])
    return found._replace(judged=without_counts(found.judged))


def paragraphs(story: Lines, chance: random.Random) -> Lines:
    """A few paragraphs from somewhere in a story."""
    blocks = [block for block in "\n".join(story).split("\n\n") if block.strip()]
    first = chance.randrange(len(blocks))
    return stripped("\n\n".join(blocks[first : first + chance.randrange(1, 4)]).split("\n"))


def passages(post: str, story: Lines, chance: random.Random) -> Iterator[Example]:
    gaps = [place for place, each in enumerate(story) if not each.strip()]
    if len(story) <= 60 or len(gaps) < 5:
        return
    for _ in range(2):
        first = chance.randrange(len(gaps) - 2)
        last = min(len(gaps) - 1, first + chance.randrange(2, 9))
        passage = stripped(story[gaps[first] : gaps[last]])
        if any(map(str.strip, passage)):
            yield example(post, "passage", MADE, passage, [(0, len(passage))])


# -- stories of our own ----------------------------------------------------------------------------------


def of_stories(chosen: Sequence[dict[str, Any]]) -> Iterator[Example]:
    """Each story of our own, alone and below the header of a post."""
    chance = random.Random(SEED)
    headers = [parts_of(post) for post in chosen if not is_old(post)]
    headers = [each for each in headers if any(map(str.strip, each.header))]
    yield from alone()
    for number, story in enumerate(stories()):
        above = stripped(chance.choice(STYLES)(stripped(chance.choice(headers).header), chance))
        gap = chance.choice(([""], [""], ["", chance.choice(RULES), ""]))
        start = len(above) + len(gap)
        found = example(f"story {number}", "headed", OWN, [*above, *gap, *story], [(start, start + len(story))])
        yield found._replace(judged=without_counts(found.judged))


def alone() -> Iterator[Example]:
    for number, story in enumerate(stories()):
        yield example(f"story {number}", "story", OWN, story, [(0, len(story))])


def stories() -> Iterator[Lines]:
    for each in re.split(r"(?m)^===.*\n", STORIES.read_text("utf-8")):
        if each.strip():
            yield stripped(each.split("\n"))


SENTENCE = re.compile(r"(?<=[.!?…\"”])\s+")


def small(chosen: Sequence[dict[str, Any]]) -> Iterator[Example]:
    """A few sentences of a story, alone and below some labelled lines of a header."""
    chance = random.Random(SEED)
    for post in chosen:
        parts = parts_of(post)
        labelled = [each for each in parts.header if LABELLED.match(each) and len(each) < 90]
        for _ in range(FEW_SENTENCES):
            sentences = SENTENCE.split(" ".join(paragraphs(parts.story, chance)[0].split()))
            first = chance.randrange(len(sentences))
            told = sentences[first : first + chance.randrange(1, 4)]
            gap = chance.choice(([], [""]))
            story = stripped([each for sentence in told for each in (sentence, *gap)])
            if not any(map(str.isalnum, story[0])):
                continue
            yield example(post["id"], "small", SMALL, story, [(0, len(story))])
            if not labelled:
                continue
            first = chance.randrange(len(labelled))
            above = stripped(chance.choice(FIELD_STYLES)(labelled[first : first + chance.randrange(1, 5)], chance))
            above = [*above, *chance.choice(([""], [""], [], ["", "***", ""]))]
            yield example(post["id"], "small", SMALL, [*above, *story], [(len(above), len(above) + len(story))])


CLOSINGS = (
    *(
        "For ever.",
        "For ever",
        "Not yet",
        "Not yet.",
        "He waited.",
        "And then, nothing.",
        "Nobody answered",
        "(She did.)",
    ),
    *(
        "<thud>",
        "*click*",
        "Ten words, no more.",
        "Still there",
        "A hundred, at last",
        "One more, then home.",
        "No.",
        "no",
    ),
    *(
        "Explicit, she thought, was the word.",
        "The children came in",
        "Until Thursday.",
        "I never wrote back.",
        "Rain, mostly",
    ),
    *(
        "Hope is a door.",
        "For Ruth, he kept the lamp lit",
        "Thank you, said the sea.",
        "the end of the line, he said",
        "Amen",
    ),
    *(
        "Nine words, none of them kind",
        "In four words or fewer",
        "Two hundred words for snow.",
        "One word, and a comma",
    ),
    *(
        "She wrote: 12 words. Not enough.",
        "A thousand words!",
        "That took him ninety words",
        "Fifty, then.",
        "Zwölf.",
        "mille",
    ),
    *(
        "Hope so.",
        "Hope they choke.",
        "(a small lamp)",
        "(nobody's hat)",
        "<a bell rings>",
        "<crash>",
        "Title: none.",
        "Note: no.",
    ),
    *(
        "Note the hour.",
        "It was mine, after all.",
        "So she told them",
        "And mine?",
        "(the old lamp, again)",
        "Come home",
    ),
)
"""Last lines of stories that resemble what stands below one."""
MOST_WORDS_OF_CLOSING = 7


def closed(chosen: Sequence[dict[str, Any]]) -> Iterator[Example]:
    """Stories that end with a short line of their own, each alone or below its header."""
    chance = random.Random(SEED)
    for post in chosen:
        parts = parts_of(post)
        story = opening_of(parts.story, chance)
        above = [*stripped(parts.header), ""] if any(map(str.strip, parts.header)) and chance.random() < 0.5 else []
        sentences = SENTENCE.split(" ".join(" ".join(parts.story).split()))
        short = [
            each.rstrip(chance.choice((".", ""))) for each in sentences if len(each.split()) <= MOST_WORDS_OF_CLOSING
        ]
        line = chance.choice(short) if short and chance.random() < 0.5 else chance.choice(CLOSINGS)
        own = [*story, "", line]
        found = example(post["id"], "closed", CLOSED, [*above, *own], [(len(above), len(above) + len(own))])
        yield found._replace(judged=without_counts(found.judged))
