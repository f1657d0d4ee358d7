"""The reading of a manuscript, in lines: the same facts for a preview and for the command line."""

from collections.abc import Sequence

from bot.domain.entries import admission
from bot.domain.header.header import Fields
from bot.domain.reading import omission
from bot.domain.reading.manuscript import Manuscript
from bot.domain.reading.omission import Omission
from bot.domain.reading.reading import Reading
from bot.domain.text import conventions, disagreement, escaping
from bot.domain.text.conventions import Convention, Counts
from bot.domain.text.disagreement import Cause, Difference
from bot.domain.text.word_rule import WordRule
from bot.ui.wording import terms

EXCERPT = 90
"""Characters of the story's first words, and of its last."""
EXAMPLE = 24
"""Characters shown of a word that is an example."""


def lines(manuscript: Manuscript, rule: WordRule | None, left_out: Sequence[Omission] = ()) -> list[str]:
    """Fields, story and words of a manuscript as plain text, and the parts of the text that are none of them."""
    return [
        *field_lines(manuscript),
        f"Story: {excerpt(manuscript.story)}",
        *(f"Below the story: {line}" for line in value_lines(manuscript.header.below)),
        f"Words: {words_text(manuscript, rule)}",
        *explanation(manuscript),
        *not_counted_lines(manuscript),
        *left_out_lines(left_out),
    ]


def field_lines(manuscript: Manuscript) -> list[str]:
    return value_lines(manuscript.header.above) if manuscript.header.fields else no_header(manuscript)


def no_header(manuscript: Manuscript) -> list[str]:
    """What is said where a header was sought and none is there; a text too long to be posted is not read."""
    return [] if manuscript.is_too_long else ["I found no header: all of it is the story."]


def value_lines(fields: Fields) -> list[str]:
    return [f"{field.label}: {' '.join(value.split())}" for field, value in fields]


def stories_seen(stories: Sequence[Reading]) -> str:
    return f"I see {terms.number_text(len(stories))} stories."


def not_counted_lines(manuscript: Manuscript) -> list[str]:
    named = omission.not_counted(manuscript.story)
    return [f"Posted but not counted, since it names sections: {omission_text(each)}" for each in named]


OMISSIONS_SHOWN = 3
"""Omissions that are quoted; the others are counted."""


def left_out_lines(left_out: Sequence[Omission]) -> list[str]:
    """Lines on the text that is neither story nor header: its first parts are quoted, the others counted."""
    lines = [f"Left out: {omission_text(each)}" for each in left_out[:OMISSIONS_SHOWN]]
    if rest := left_out[OMISSIONS_SHOWN:]:
        words, places = sum(each.words for each in rest), terms.plural(len(rest), "place")
        lines.append(f"Left out as well: {terms.words_text(words)} in {len(rest)} more {places}")
    return lines


def set_below_lines(set_below: Sequence[Omission]) -> list[str]:
    return [f"A note below the story: {omission_text(each)}" for each in set_below[:OMISSIONS_SHOWN]]


def omission_text(left_out: Omission) -> str:
    return f"{excerpt(left_out.text)} ({terms.words_text(left_out.words)})"


def excerpt(story: str) -> str:
    """The story's first and last words, which show where it was found to begin and end."""
    flat = " ".join(story.split())
    if not flat:
        return "none found"
    if len(flat) <= 2 * EXCERPT:
        return f"“{escaping.plain(flat, 2 * EXCERPT)}”"
    first = flat[:EXCERPT].rsplit(" ", 1)[0]
    last = flat[-EXCERPT:].split(" ", 1)[-1]
    return f"“{escaping.plain(first, EXCERPT)} …” to “… {escaping.plain(last, EXCERPT)}”"


def words_text(manuscript: Manuscript, rule: WordRule | None) -> str:
    """The count, the number in the header if it is another one, and the rule."""
    declared = manuscript.header.declared_words
    parts = [f"{manuscript.counts[Convention.AO3]:,}"]
    if declared not in (None, manuscript.counts[Convention.AO3]):
        parts.append(f"the header says {declared:,}")
    if rule is not None:
        parts.append(f"the rule is {terms.rule_text(rule)}")
    return "; ".join(parts)


def count_text(manuscript: Manuscript, convention: Convention, *, with_title: bool = False) -> str:
    """The count that holds; empty for a text that is too long to count."""
    if manuscript.is_too_long:
        return ""
    title = ", the title counted in" if with_title else ""
    return f"{manuscript.counted(with_title=with_title)[convention]:,}{title}"


def differing_text(manuscript: Manuscript, convention: Convention, *, with_title: bool = False) -> str:
    """Another count, if it differs."""
    if manuscript.is_too_long:
        return ""
    counts = manuscript.counted(with_title=with_title)
    other = next(each for each in Convention if each is not convention)
    return f" ({counts[other]:,} {conventions.WAYS[other].manner})" if counts[other] != counts[convention] else ""


# -- how a count came about -----------------------------------------------------------------------


def explanation(manuscript: Manuscript) -> list[str]:
    """The words by each convention, the causes of the difference, and the convention that the header agrees with."""
    return [
        ways_text(manuscript.counts),
        *map(difference_text, disagreement.differences(manuscript.plain)),
        *agreement_lines(manuscript),
    ]


def ways_text(counts: Counts) -> str:
    by_convention = {each: f"{counts[each]:,}" for each in Convention}
    if len(set(by_convention.values())) == 1:
        return f"Every way of counting gives {by_convention[Convention.AO3]}"
    return f"Ways of counting: {', '.join(f'{n} {conventions.WAYS[each].manner}' for each, n in by_convention.items())}"


def explanation_where_it_matters(
    manuscript: Manuscript, rule: WordRule | None, convention: Convention, *, with_title: bool
) -> list[str]:
    """The explanation, if the header's number differs or the conventions disagree on whether the rule is kept."""
    declared, counts = manuscript.header.declared_words, manuscript.counted(with_title=with_title)
    off = declared is not None and declared != counts[convention] and bool(manuscript.story)
    return explanation(manuscript) if off or is_kept_by_some(manuscript, rule, with_title=with_title) else []


def is_kept_by_some(manuscript: Manuscript, rule: WordRule | None, *, with_title: bool) -> bool:
    """True if some conventions keep the word rule and others do not."""
    if rule is None:
        return False
    kept = {not admission.word_problems(manuscript, rule, each, with_title=with_title) for each in Convention}
    return len(kept) > 1


def difference_text(found: Difference) -> str:
    shown = ", ".join(f"“{shortened(token)}”" for token in found.examples)
    more = ", …" if found.tokens > len(found.examples) == disagreement.EXAMPLES else ""
    return f"{effect_text(found)} ({shown}{more})"


def effect_text(found: Difference) -> str:
    runs, several = found.tokens, f"{found.tokens + found.ao3:,} words"
    match found.cause:
        case Cause.LONE_DASH:
            return f"{runs:,} {terms.plural(runs, 'dash', 'dashes')} standing alone, which only word processors count"
        case Cause.LONE_SIGN:
            return f"{runs:,} {terms.plural(runs, 'sign')} standing alone, which only word processors count"
        case Cause.JOINED_BY_DASH:
            return f"{several} with only a dash between them, which word processors count as {runs:,}"
        case Cause.JOINED_BY_SIGN:
            return f"{several} with only a sign between them, which word processors count as {runs:,}"
        case Cause.WORD_EACH:
            return f"{several} without spaces between them, which word processors count as {runs:,}"
        case Cause.HYPHENATED:
            parts = terms.words_text(found.hyphens_split)
            return f"{runs:,} hyphenated {terms.plural(runs, 'word')}, whose parts make {parts} more"


def shortened(token: str) -> str:
    return escaping.plain(token, EXAMPLE)


def agreement_lines(manuscript: Manuscript) -> list[str]:
    declared = manuscript.header.declared_words
    if declared is None:
        return []
    found = disagreement.agreement(declared, manuscript.counts, manuscript.header.title_words)
    if found is None:
        return []
    title = ", the title counted in" if found.with_title else ""
    return [f"The header's {declared:,} is {conventions.WAYS[found.convention].result}{title}"]
