"""A manuscript: what a writer hands in, a header and a story."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.documents import furniture, styling
from bot.domain.header import header as headers
from bot.domain.header.header import Header
from bot.domain.reading import reading, section
from bot.domain.reading.reading import Bounds, Reading
from bot.domain.text import conventions, limits, markup
from bot.domain.text.conventions import Counts

STORY, END = "[story]", "[end of story]"
"""Our own lines around a story that `parse` would take for another without them."""

LONGEST = 60_000
"""Characters of the longest text that is read: some sixteen messages, which is as much as a channel bears."""

LONGEST_AT_ONCE = limits.TEXT_BOX
"""Characters of the longest text for which no process of its own is needed."""

MOST_LINES_AT_ONCE = 150
"""Its lines at most, since each is judged: a box of `1.` and nothing else has a thousand."""

TEXTS_KEPT = 32
"""Texts whose readings we remember, so that a draft is read once and not at each look."""

LINE_END = re.compile("\r\n?|[\v\x85\u2028\u2029]")
"""Line ends of other systems and of word processors."""

NOTHING = "\u00ad\u034f\u115f\u1160\u180e\u200b\u2060-\u2064\u2800\u3164\ufeff\uffa0"
UNSEEN = re.compile(
    rf"^[ \t]*+(?:_ _|\*\* \*\*|[{NOTHING}])[{NOTHING} \t]*+$|^[{NOTHING}]++|(?<![{NOTHING}])[{NOTHING}]++$",
    re.MULTILINE,
)
"""What nobody sees at a line's edges, and what members type for an empty line where Discord would take that away."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    header: Header
    story: str

    @property
    def counts(self) -> Counts:
        """The words of the story, without Discord's markup and without the titles of its sections."""
        return counts_of(self.story)

    @property
    def plain(self) -> str:
        """The text whose words are counted."""
        return plain_of(self.story)

    @property
    def is_too_long(self) -> bool:
        return is_too_long(self.story)

    def counted(self, *, with_title: bool) -> Counts:
        return self.counts + self.header.title_words if with_title else self.counts


@lru_cache(maxsize=2 * TEXTS_KEPT)  # a text's two likeliest stories are shown with their words
def counts_of(story: str) -> Counts:
    return conventions.count(plain_of(story))


@lru_cache(maxsize=8)
def plain_of(story: str) -> str:
    return markup.plain(section.counted(story))


def parse(text: str, bounds: Bounds | None = None) -> Manuscript:
    """The header and the story of a text, pasted as it is; without a header everything is story. `bounds`: where the
    writer says the story is.
    """
    return of(readings(text, bounds)[0])


def is_too_long(text: str) -> bool:
    return len(text) > LONGEST


def readings(text: str, bounds: Bounds | None = None) -> tuple[Reading, ...]:
    """The readings of a text, the likeliest first; there is always one. Within bounds it is the only one, whatever its
    lines look like.
    """
    return found(text, bounds).readings


def stories(text: str) -> tuple[Reading, ...]:
    """Each story of a text by itself; none if there is only one."""
    return found(text).stories


def of(found: Reading) -> Manuscript:
    story = furniture.unmarked(found.story)
    return Manuscript(found.header.without_figures, story if is_too_long(story) else story.strip())


def meant(text: str) -> str:
    """The text out of its code blocks, with another site's markup turned into Discord's; bounds count its lines."""
    return found(text).meant


def normal(text: str) -> str:
    """The text with line feeds only, and without a byte order mark."""
    return LINE_END.sub("\n", text.removeprefix("\ufeff"))


# -- readings, kept with their texts ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Found:
    """A text as it is meant, and where its story may be."""

    meant: str
    readings: tuple[Reading, ...]
    stories: tuple[Reading, ...] = ()


kept: dict[tuple[str, Bounds | None], Found] = {}


def found(text: str, bounds: Bounds | None = None) -> Found:
    """The readings of this text, remembered or found now. One too long to be posted is taken for the story, unread."""
    if is_too_long(text):
        return Found(text, (Reading(Bounds(0, text.count("\n") + 1), Header, (text,), 1.0, ()),))
    return kept.get((text, bounds)) or keep(text, bounds, find(text, bounds))


def is_at_hand(text: str, bounds: Bounds | None = None) -> bool:
    """True if nobody has to wait for the readings of this text: they are known, or it is read at once."""
    if is_too_long(text) or (text, bounds) in kept:
        return True
    may_be_lines = len(text.splitlines()) + text.count("<") + text.count("[")  # a tag or a code may begin a line
    return len(text) <= LONGEST_AT_ONCE and may_be_lines <= MOST_LINES_AT_ONCE and not styling.is_in(text)


def keep(text: str, bounds: Bounds | None, found: Found) -> Found:
    kept[text, bounds] = found
    if len(kept) > TEXTS_KEPT:
        kept.pop(next(iter(kept)))
    return found


def find(text: str, bounds: Bounds | None) -> Found:
    # These bring all the reader's rules and parsers of HTML: they are imported with the first text.
    from bot.domain.documents import copied_messages, pasted  # noqa: PLC0415
    from bot.domain.reading import reader  # noqa: PLC0415
    from bot.domain.text import code_block  # noqa: PLC0415

    text = normal(text)
    if marked(text) is None:
        text = UNSEEN.sub("", pasted.read(copied_messages.of_writer(code_block.opened(text))))
    written = marked(text)
    if bounds is not None:
        return Found(text, (reader.bounded(text, bounds),))
    if written is not None:
        return Found(text, (written,))
    return Found(text, reader.of(text), reader.stories(text))


def render(manuscript: Manuscript) -> str:
    """The manuscript as a text for its writer to go on with; `parse` gives the same manuscript for it."""
    header = manuscript.header
    parts = (headers.lines_of(header.above), [manuscript.story], headers.lines_of(header.below))
    text = "\n\n".join(part for lines in parts if (part := "\n".join(lines)))
    if parse(text) == manuscript:
        return text
    return f"{headers.to_lines(header)}\n{STORY}\n{manuscript.story}\n{END}".removeprefix("\n")


def marked(text: str) -> Reading | None:
    """The only reading of a text with our own lines around its story; None if it has no such lines."""
    above, start, rest = f"\n{furniture.without(text)}".partition(f"\n{STORY}\n")
    story, end, below = rest.rpartition(f"\n{END}")
    if not start or not end or below.strip():
        return None
    header, first = headers.from_lines(above.removeprefix("\n")), above.count("\n") + 1
    return Reading(Bounds(first, first + story.count("\n") + 1), lambda: header, reading.whole_lines(text), 1.0, ())
