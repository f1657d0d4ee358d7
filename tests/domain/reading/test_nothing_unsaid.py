"""The iron rule: every word of a post is posted, shown with the story, or quoted as left out."""

import re
from itertools import count

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.reading import manuscript, omission

FIELDS = [
    *("Title: §", "Title: § by §", "Title. §", "Title\t§", "[Title] §", "**Title:** §", "* **Title** - §", "Titel: §"),
    *(
        "Rating: §",
        "Rating: PG",
        "Rating - §",
        "Fandom: §",
        "Author: §",
        "By: §",
        "by §",
        "Ship: §/§",
        "Pairing: § | §/§",
    ),
    *("Rating/Warnings: PG/§", "§/§: §", "Warnings: §; §", "Warning: §", "Prompt: §", "Written for: §", "Spoilers: §"),
    *("A/N: §", "Note: §", "(Notes: § §", "Disclaimer: §", "[Disclaimer: §]", "[Disclaimer]", "Summary: §", "Summary:"),
    *(
        "End notes:",
        "Feedback: §",
        "Beta: §",
        "Words: § 100",
        "Words: 100",
        "Genre: §. Rating: G. Notes: §",
        "Series: §",
    ),
    *("Date: § | Rating: G | Words: §", "Chapters: 1/1", "Language: §", "§: §", "Spoilers for §: §", "Warnings (§): §"),
    *("Title\t§\nRating\tG\n§\t§", "**Any warnings?** §", "**§ §?** §", "* **rating** §", "📖 §\n✍️ §\n🎬 §\n💡 §"),
    *("Rated: T - English - § - §, § - Words: 100 - Reviews: 6 - §: 1", "> **§**\n> *§, § & §*", "-# §: §"),
]
WITHOUT_NAMES = [
    *("§ (100 words) by §", "[§](https://example.org/1) (100 words) by §", "§ - PG - §", '"§" (§/§, PG, 100 words)'),
    *(
        "§; §/§; PG; 100 words",
        "A Harbour story by §",
        "§ short story",
        "Rated: §",
        "§ presents:",
        "Chapter 1: §",
        "~§~",
    ),
    *("---- § ----", "(§)", "[§]", "Dedicated to §", "Thank you §, please review!", "I own nothing. § belongs to me."),
    *("From: § <a@b.org>", "Subject: §", "To: §", "Date: 5 May", "On 5 May, § wrote:", "§_x wrote:", "> §", "> § §"),
    *("This is my § story, enjoy!", "Enjoy!", "Start reading"),
    *("For §, who wanted § § and §", "for @§", "for the “§” prompt, G, §", "salt_§\n§", "§ (§/§) — Today at 9:14 PM"),
    *("by\n\n§", "<< Prev | Index | §", "Prev | Index", "(tw § §)", "rated §, by §", "#§ #§ §", "§ [§] [T] [§]"),
]
STORIES = [
    *(
        "§ § §.",
        "§ § § § § § § § § § § § § § §.",
        "“§,” said §.",
        "§, §",
        "§",
        "||§||",
        "*§*",
        "-# §",
        "Ana: §",
        "§ - §",
    ),
    *("***", "~*~", "1. §", "2. §", "1.", "2.", "II", "Part One", "**§**", "# §", "__§__", "    §", "§\r\n§", "\v§"),
    *("```txt\n§ §\n```", "```§", "```\n§\n```", "`§`", "<click §>", "</§>", "<§>", '<lj user="§">', "<hr>", "<i>§"),
    *(
        "<b>§</b>",
        "<p>§ §</p>",
        "<br>§",
        "<ul><li>§</li><li>§</li></ul>",
        "<table><tr><td>§</td></tr></table>",
        "&lt;§&gt;",
    ),
]
FEET = [
    *(
        "(100 words)",
        "wc100 §",
        "100/100",
        "Also on AO3 §",
        "https://example.org/§",
        "§.example.org",
        "-§",
        "-- ",
        "The End",
    ),
    *(
        "Fin §",
        "To be continued §",
        "#§ #§",
        "Tags: §",
        "Thanks to §.",
        "[story]",
        "[end of story]",
        "[below the story]",
    ),
]
GAPS = ["\n", "\n\n", "\n\n", "\n\n\n", " "]
MARKED = re.compile(r"zq[a-z]{3}")


def numbered(blocks: list[tuple[str, str]]) -> str:
    """The blocks in a row, with a word of its own in each place for one."""
    numbers = count()
    text = "".join(block + gap for block, gap in blocks)
    return re.sub("§", lambda _: word(next(numbers)), text)


def word(number: int) -> str:
    letters = [chr(ord("a") + number // 26**power % 26) for power in range(3)]
    return f"Zq{''.join(letters)}"


posts = st.lists(
    st.tuples(st.sampled_from([*FIELDS, *WITHOUT_NAMES, *STORIES, *FEET]), st.sampled_from(GAPS)), max_size=16
).map(numbered)


@settings(max_examples=300)
@given(posts)
@example("```Zqaaa\nIt rained.\n```")
@example("by Zqaaa Title: Zqbaa")
@example("Zqaaa Fandom: Harbour\n\nIt rained.")
@example("Spoilers for zqaaa: yes\nTitle: Rain\n\nIt rained.")
@example("__Zqaaa__ Title: Rain")
@example('Title: Rain\n\nIt rained.\n\n<img alt="Zqaaa">')
@example("Title: Rain\n\nIt rained.\n\n<zqaaa>")
def test_every_word_is_posted_or_told(text: str) -> None:
    written = set(MARKED.findall(text.casefold()))
    for found in (*manuscript.readings(text), *manuscript.stories(text)):
        header = [f"{name.label} {value}" for name, value in found.header.fields]
        quoted = [each.text for each in omission.omissions(found)]
        told = " ".join([manuscript.of(found).story, *header, *quoted])
        assert written <= set(MARKED.findall(told.casefold()))
