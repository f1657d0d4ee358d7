"""What the reader reaches on posts of our own that no rule and no weight was fitted to, and on their stories alone.

`python -m tests.domain.reading.test_own_posts` writes what is reached now.
"""

import json
from pathlib import Path

from tests.domain.reading import marks
from tests.domain.reading.marks import Post, Ratchet

OWN = Path(__file__).parents[2] / "posts"
LAYOUTS = {"d": "discord", "l": "livejournal", "a": "archive"}
REACHED = Ratchet(Path(__file__).with_name("own_posts_score.json"))


def bare(name: str, story: str) -> Post:
    """A post that is nothing but a story."""
    return {
        "id": name,
        "provenance": "composed",
        "layout": "bare",
        "text": story,
        "expect": {
            "fields": {},
            "body_starts": "",
            "body_ends": "",
            "body_start_offset": 0,
            "body_end_offset": len(story),
            "alt_start_offsets": [],
            "alt_end_offsets": [],
            "declared_words": None,
        },
    }


def stories_of(post: Post) -> list[str]:
    expected = post["expect"]
    bounds = expected.get("stories", [[expected["body_start_offset"], expected["body_end_offset"]]])
    return [post["text"][start:end] for start, end in bounds]


POSTS = marks.posts_in(OWN)
OPENINGS = json.loads((OWN / "bare.json").read_text(encoding="utf-8"))
BARE = [
    *(bare(f"{opening['kind']} {number}", opening["text"]) for number, opening in enumerate(OPENINGS, start=1)),
    *(bare(f"{post['id']} alone", story) for post in POSTS for story in stories_of(post)),
]


def test_no_score_is_lower_than_it_was() -> None:
    assert REACHED.fallen([*POSTS, *BARE]) == []


def test_a_label_is_true_of_its_post() -> None:
    for post in POSTS:
        stories, expected = stories_of(post), post["expect"]
        assert post.get("layout") == LAYOUTS[post["id"][0]]
        assert all(story and story == story.strip() for story in stories), post["id"]
        assert marks.folded(stories[0]).startswith(expected["body_starts"]), post["id"]
        assert marks.folded(stories[-1]).endswith(expected["body_ends"]), post["id"]
        assert expected["declared_words"] is None or "word_count" in expected["fields"], post["id"]


if __name__ == "__main__":
    REACHED.take([*POSTS, *BARE])
