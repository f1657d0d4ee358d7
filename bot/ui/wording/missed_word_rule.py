"""By how much a story misses its word rule."""

from bot.domain.text import word_rule
from bot.domain.text.word_rule import Count, WordRule
from bot.ui.wording import terms

SECTIONS_NAMED = 3
"""Sections with a wrong count that are named; the others are counted."""


def about_sections(words: tuple[int, ...], rule: Count) -> str:
    asked = f"takes exactly {terms.words_text(rule.step)}{terms.leniency_text(rule)}"
    if rule.times is not None and len(words) != rule.times:
        found = f"{len(words):,} {terms.plural(len(words), 'section')}"
        return (
            f"I found {found}; this round takes {terms.demand_text(rule)}. A line with only `***` starts a new section."
        )
    if len(words) == 1:
        return (
            f"I found one section, with {terms.words_text(words[0])}; each section of a series {asked}."
            " A line with only `***` starts a new section."
        )
    off = [(number, count) for number, count in enumerate(words, 1) if not rule.admits_section(count)]
    named = [f"section {number} has {terms.words_text(count)}" for number, count in off[:SECTIONS_NAMED]]
    if len(off) > SECTIONS_NAMED:
        more = len(off) - SECTIONS_NAMED
        named.append(f"and {more:,} more {terms.plural(more, 'is', 'are')} off too")
    said = ", ".join(named)
    return f"{said[:1].upper()}{said[1:]}; each of the {len(words)} sections {asked}."


def by_how_much(words: int, rule: WordRule) -> str:
    """The words by which the nearest count is missed. Where there is a choice, it is named."""
    missed = word_rule.misses(rule, words)
    if isinstance(rule, Count):
        return f"That is {off_text(missed[0])}."
    return f"That is {' and '.join(f'{off_text(off)} for {words - off:,}' for off in missed)}."


def off_text(off: int) -> str:
    return f"{off:,} too many" if off > 0 else f"{-off:,} too few"
