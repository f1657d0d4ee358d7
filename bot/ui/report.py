"""What the bot made of a manuscript, in lines: the same facts in a preview and on the command line."""

from bot.domain.header import Header
from bot.domain.manuscript import Manuscript
from bot.domain.word_rule import WordRule
from bot.domain.words import Convention
from bot.ui import wording

EXCERPT = 90
"""Characters of the story's first words, and of its last."""


def lines(manuscript: Manuscript, rule: WordRule | None) -> list[str]:
    """Fields, story and words of a manuscript as plain text."""
    return [
        *field_lines(manuscript.header),
        f"Story: {excerpt(manuscript.story)}",
        f"Words: {words_text(manuscript, rule)}",
    ]


def field_lines(header: Header) -> list[str]:
    if not header.fields:
        return ["I found no header: all of it is the story."]
    return [f"{wording.field_text(field)}: {' '.join(value.split())}" for field, value in header.fields]


def excerpt(story: str) -> str:
    """The first and the last words, to see where the story was found to begin and end."""
    flat = " ".join(story.split())
    if not flat:
        return "none found"
    if len(flat) <= 2 * EXCERPT:
        return f"“{flat}”"
    first = flat[:EXCERPT].rsplit(" ", 1)[0]
    last = flat[-EXCERPT:].split(" ", 1)[-1]
    return f"“{first} …” to “… {last}”"


def words_text(manuscript: Manuscript, rule: WordRule | None, convention: Convention = Convention.AO3) -> str:
    """Both counts, the one that holds first, what the header states beside them, and the rule."""
    counts, declared = manuscript.counts, manuscript.header.declared_words
    other = next(each for each in Convention if each is not convention)
    parts = [f"{counts.by(convention):,} ({counts.by(other):,} {wording.counting_text(other)})"]
    if declared is not None:
        parts.append(f"the header says {declared:,}")
    if rule is not None:
        parts.append(f"the rule is {wording.rule_text(rule)}")
    return "; ".join(parts)
