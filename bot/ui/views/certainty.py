"""The certainty of a reading, its doubts, and the next best reading, in plain text."""

from collections.abc import Sequence

from bot.domain.reading import doubt, manuscript
from bot.domain.reading.reading import Reading, Reason
from bot.domain.text.conventions import Convention
from bot.ui.views import reading_report
from bot.ui.wording import terms

EDGES = {
    "starts": {Reason.STARTS_ELSEWHERE, Reason.FIRST_LINES, Reason.UNLABELLED_HEADER, Reason.NO_GAP},
    "ends": {Reason.ENDS_ELSEWHERE},
}
"""The reasons that put an edge of the story in doubt."""

FOR_IT = {
    Reason.LABELLED_HEADER: "labelled fields stand above it",
    Reason.UNLABELLED_HEADER: "what stands above it looks like a header",
    Reason.NO_HEADER: "I found no header",
    Reason.GAP_ABOVE: "a gap sets it off",
    Reason.END_MARKED: "its end is marked",
    Reason.COUNT_AGREES: "it has as many words as the header says",
    Reason.COUNT_AGREES_BY_SPACES: "it has as many words as the header says, as word processors count",
    Reason.COUNT_AGREES_WITH_TITLE: "with its title, it has as many words as the header says",
}
"""The reasons that mean something to a writer, in words."""


def line(readings: Sequence[Reading]) -> str:
    """For the command line: how sure the reading is and why, and the next best one if it is doubtful."""
    text = f"How sure: {sure(readings)}"
    doubts = doubt.doubts(readings)
    if not doubts:
        return text
    return f"{text}. {doubtful(doubts)} It could also be {other(readings[1], Convention.AO3)}"


HARDLY_IN_DOUBT = 0.9
"""The confidence from which another reading would be a surprise."""


def sure(readings: Sequence[Reading]) -> str:
    best = readings[0]
    reasons = terms.listed([FOR_IT[reason] for reason in best.reasons if reason in FOR_IT])
    if best.confidence < doubt.SURE_ENOUGH:
        return f"not very, though {reasons}" if reasons else "not very"
    how = "very" if best.confidence >= HARDLY_IN_DOUBT else "fairly"
    return f"{how}, since {reasons}" if reasons else how


def doubtful(doubts: Sequence[Reason]) -> str:
    """A sentence on what is in doubt, and why."""
    edges = [name for name, there in EDGES.items() if there.intersection(doubts)]
    return f"I am not sure where the story {' and '.join(edges)}: {terms.listed(why(doubts))}."


def why(doubts: Sequence[Reason]) -> list[str]:
    found: list[str] = []
    if Reason.UNLABELLED_HEADER in doubts:
        found.append("what stands above it has no labels like “Title:”")
    if Reason.NO_GAP in doubts:
        found.append("no blank line parts it from the header")
    if Reason.FIRST_LINES in doubts:
        found.append("its first lines could be a title or a header")
    if Reason.ENDS_ELSEWHERE in doubts:
        found.append("the last lines could be story or a note")
    if Reason.COUNT_DIFFERS in doubts:
        found.append("the header says another number of words")
    return found or ["the lines above it could be story or header"]


def other(found: Reading, convention: Convention) -> str:
    """Another reading by its first and last words."""
    read = manuscript.of(found)
    return f"{reading_report.excerpt(read.story)} ({terms.words_text(read.counts[convention])})."
