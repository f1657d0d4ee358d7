"""What the reader of posts reaches on labelled posts outside the project: a run that scores lower fails.

The score names the posts it was reached on. Posts that came later lower nothing until it is taken anew:
`python -m tests.domain.reading.test_corpus` writes what is reached now on all that are there.
"""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bot.domain.reading import manuscript
from tests.beside import POSTS

REACHED = Path(__file__).with_name("corpus_score.json")
UP = ("field_f1_strict", "field_f1_lenient", "start", "end", "whole", "declared", "other")
DOWN = ("crashes", "invented")

pytestmark = pytest.mark.skipif(not POSTS.exists(), reason="the shared posts are not here")


def answer(text: str) -> dict[str, Any]:
    read = manuscript.parse(text)
    fields: dict[str, list[str]] = {}
    for name, value in read.header.fields:
        fields.setdefault(name.value, []).append(value)
    return {"fields": fields, "story": read.story, "declared_words": read.header.declared_words}


def scoring() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", POSTS / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def labelled_posts() -> list[dict[str, Any]]:
    read = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(POSTS.glob("*.json"))]
    return [post for post in read if isinstance(post, dict) and "expect" in post]


def scores(posts: list[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """The marks of each layout, by the posts' own score."""
    score = scoring()
    marks: dict[str, Any] = {}
    for post in posts:
        mark = marks.setdefault(score.layout(post), score.Marks())
        score.mark(post, answer(post["text"]), (mark,), [])
    return {layout: mark.summary() for layout, mark in marks.items()}


def test_no_score_is_lower_than_it_was() -> None:
    reached = json.loads(REACHED.read_text(encoding="utf-8"))
    now = scores([post for post in labelled_posts() if post["id"] in reached["posts"]])
    lower = [
        f"{layout}: {name} is {now[layout][name]}, was {before[name]}"
        for layout, before in reached["scores"].items()
        for name in (*UP, *DOWN)
        if (now[layout][name] < before[name] if name in UP else now[layout][name] > before[name])
    ]
    assert lower == []


if __name__ == "__main__":
    posts = labelled_posts()
    reached_now = {layout: {name: marks[name] for name in (*UP, *DOWN)} for layout, marks in scores(posts).items()}
    written = {"posts": [post["id"] for post in posts], "scores": reached_now}
    REACHED.write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")
