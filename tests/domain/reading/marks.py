"""What the reader's answers to labelled posts are worth, and that they are never worth less than they were.

`tests/posts/README.md` says how a post is labelled. The marks are those of the score beside the shared posts, which
takes `tests.domain.reading.marks:answer`.
"""

import difflib
import html
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NotRequired, TypedDict

from bot.domain.header.field import Field
from bot.domain.reading import manuscript

HIGHER = ("field_f1_strict", "field_f1_lenient", "start", "end", "whole", "declared", "other")
LOWER = ("invented",)

FIRST_WORDS, LAST_WORDS = 8, 6
ALIKE, PART = 0.85, 0.6
"""How alike two values are that nearly agree, or how much of one the other is if it stands within it."""

STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
MARKUP = re.compile(r"""<lj (?:user|comm)="?([^">]+)"?\s*/?>|</?[a-zA-Z][^>]*>|[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}|[♕♛]""")
"""Marks around a value, or before a name; of LiveJournal's own tag for a name, the name is the value."""
EDGES = " .,;:!?\"'()[]{}<>|~-*_=/\\"


class Expected(TypedDict):
    fields: dict[str, str | list[str]]
    body_starts: str
    body_ends: str
    body_start_offset: int
    body_end_offset: int
    alt_start_offsets: list[int]
    alt_end_offsets: list[int]
    declared_words: int | None
    stories: NotRequired[list[list[int]]]


class Post(TypedDict):
    id: str
    provenance: str
    layout: NotRequired[str]
    text: str
    expect: Expected


class Answer(TypedDict):
    fields: dict[str, list[str]]
    story: str
    declared_words: int | None


def posts_in(folder: Path) -> list[Post]:
    read = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    return [post for post in read if "expect" in post]


def answer(text: str) -> Answer:
    read = manuscript.parse(text)
    fields: dict[str, list[str]] = defaultdict(list)
    for name, value in read.header.fields:
        if value:
            fields[name.value].append(value)
    return {"fields": fields, "story": read.story, "declared_words": read.header.declared_words}


# -- the marks -------------------------------------------------------------------------------------


@dataclass(slots=True)
class Marks:
    posts: int = 0
    labelled: int = 0
    found: int = 0
    same: int = 0
    alike: int = 0
    other: int = 0
    start: int = 0
    end: int = 0
    whole: int = 0
    declared: int = 0
    invented: int = 0

    def summary(self) -> dict[str, float]:
        return {
            "field_f1_strict": round(self.f1(self.same), 4),
            "field_f1_lenient": round(self.f1(self.alike), 4),
            "start": round(self.start / self.posts, 4),
            "end": round(self.end / self.posts, 4),
            "whole": round(self.whole / self.posts, 4),
            "declared": self.declared,
            "other": self.other,
            "invented": self.invented,
        }

    def f1(self, right: int) -> float:
        return 2 * right / (self.labelled + self.found) if right else 0.0

    def add(self, post: Post, given: Answer) -> None:
        self.posts += 1
        self.add_fields(post["expect"], given["fields"])
        self.add_story(post, folded(given["story"]))
        stated, said = post["expect"]["declared_words"], given["declared_words"]
        self.declared += stated is not None and said in (stated, stated_in_all(post["expect"]))
        self.invented += stated is None and said is not None

    def add_fields(self, expected: Expected, found: dict[str, list[str]]) -> None:
        labels = {name: listed(value) for name, value in expected["fields"].items()}
        for name in Field:
            label, value = labels.get(name), found.get(name)
            self.labelled += label is not None
            self.found += value is not None
            if label and value:
                likeness = best_likeness(label, value)
                self.same += likeness == 1
                self.alike += likeness >= ALIKE
        for name, label in labels.items():
            if name.startswith("other:"):
                self.other += any(best_likeness(label, value) >= ALIKE for value in found.values())

    def add_story(self, post: Post, story: str) -> None:
        text, expected = post["text"], post["expect"]
        starts = [expected["body_start_offset"], *expected["alt_start_offsets"]]
        ends = [expected["body_end_offset"], *expected["alt_end_offsets"]]
        first, last = story.split()[:FIRST_WORDS], story.split()[-LAST_WORDS:]
        self.start += any(text[start : ends[0]].split()[:FIRST_WORDS] == first for start in starts)
        self.end += any(text[starts[0] : end].split()[-LAST_WORDS:] == last for end in ends)
        told = letters(story)
        self.whole += any(letters(text[start:end]) == told for start in starts for end in ends if start < end)


def scores(posts: Iterable[Post]) -> dict[str, dict[str, float]]:
    """The marks of each layout."""
    marks: dict[str, Marks] = defaultdict(Marks)
    for post in posts:
        marks[layout(post)].add(post, answer(post["text"]))
    return {name: of.summary() for name, of in marks.items()}


def layout(post: Post) -> str:
    of_shared = "archive" if post["provenance"] == "verbatim" and post["id"] != "seed" else "livejournal"
    return post.get("layout", of_shared)


def stated_in_all(expected: Expected) -> int | None:
    """The sum of what the stories of a post state, if it has several."""
    counts = listed(expected["fields"].get("word_count", [])) if "stories" in expected else []
    return sum(map(int, counts)) if all(map(str.isdigit, counts)) else None


def folded(text: str) -> str:
    return " ".join(text.split())


def letters(text: str) -> str:
    """A text without its white space and its marks: another site's are read as Discord's."""
    return re.sub(r"<[^>]*>|[\W_]", "", html.unescape(text))


# -- values ----------------------------------------------------------------------------------------


def best_likeness(labels: Sequence[str], values: Sequence[str]) -> float:
    """How well a value agrees with a label, at best; where there are several, also all of them in a row."""
    return max(likeness(bare(label), bare(value)) for label in in_a_row(labels) for value in in_a_row(values))


def likeness(one: str, other: str) -> float:
    short, long = sorted((one, other), key=len)
    if short == long:
        return 1.0
    if short and short in long and len(short) / len(long) >= PART:
        return ALIKE
    return min(difflib.SequenceMatcher(None, one, other, autojunk=False).ratio(), 0.99) if short else 0.0


def in_a_row(values: Sequence[str]) -> list[str]:
    return [*values, " ".join(values)] if len(values) > 1 else [*values]


def listed(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


def bare(value: str) -> str:
    """A value without what a writer may write in more than one way."""
    straight = unicodedata.normalize("NFC", value).translate(STRAIGHT)
    return folded(MARKUP.sub(r"\1", straight)).lower().strip(EDGES)


# -- no mark goes down -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ratchet:
    """What was reached on which posts. Posts that came later lower nothing until it is taken anew."""

    reached: Path

    def fallen(self, posts: Iterable[Post]) -> list[str]:
        reached = json.loads(self.reached.read_text(encoding="utf-8"))
        now = scores(post for post in posts if post["id"] in reached["posts"])
        return [
            f"{layout}: {name} is {now[layout][name]}, was {before[name]}"
            for layout, before in reached["scores"].items()
            for name in (*HIGHER, *LOWER)
            if (now[layout][name] < before[name] if name in HIGHER else now[layout][name] > before[name])
        ]

    def take(self, posts: Sequence[Post]) -> None:
        written = {"posts": [post["id"] for post in posts], "scores": scores(posts)}
        self.reached.write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")
