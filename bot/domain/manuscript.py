"""A manuscript: what a writer hands in, a header and a story."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.domain import header as headers
from bot.domain import markup, reading, section, words
from bot.domain.header import Header
from bot.domain.reading import Bounds, Reading
from bot.domain.words import Counts

STORY, END = "[story]", "[end of story]"
"""Lines of our own around a story that would be read otherwise without them."""


LINE_END = re.compile("\r\n?|[\v\x85\u2028\u2029]")
"""As other systems and word processors end a line."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    header: Header
    story: str

    @property
    def counts(self) -> Counts:
        """The story's words, without Discord's markup and what names its sections."""
        return counts_of(self.story)

    @property
    def plain(self) -> str:
        """The text whose words are counted."""
        return markup.plain(section.counted(self.story))

    def counted(self, *, with_title: bool) -> Counts:
        return self.counts + self.header.title_words if with_title else self.counts


@lru_cache(maxsize=8)  # while a draft is judged, the same story is asked for its words again and again
def counts_of(story: str) -> Counts:
    return words.count(markup.plain(section.counted(story)))


def parse(text: str) -> Manuscript:
    """Header and story of a text, pasted as it is; without a header everything is story."""
    return parsed(text, readings(text))


def parsed(text: str, found: Sequence[Reading]) -> Manuscript:
    """What `parse` makes of a text whose readings are known."""
    return marked(normal(text)) or of(found[0])


def readings(text: str) -> tuple[Reading, ...]:
    """Where the story may start and end, the likeliest first; there is always one."""
    from bot.domain import reader  # noqa: PLC0415 - all the rules of the reader, for the first text that comes

    text = meant(text)
    written = marked(text)
    return reader.of(text) if written is None else (as_marked(text, written),)


def stories(text: str) -> tuple[Reading, ...]:
    """Each story by itself, where a text has several; else none."""
    from bot.domain import reader  # noqa: PLC0415 - likewise

    text = meant(text)
    return reader.stories(text) if marked(text) is None else ()


def bounded(text: str, bounds: Bounds) -> Manuscript:
    """The manuscript whose story lies between these lines."""
    return of(reading_within(text, bounds))


def reading_within(text: str, bounds: Bounds) -> Reading:
    """The reading whose story lies between these lines, whatever they look like."""
    from bot.domain import reader  # noqa: PLC0415 - likewise

    return reader.bounded(meant(text), bounds)


def of(found: Reading) -> Manuscript:
    return Manuscript(found.header, found.story.strip())


def meant(text: str) -> str:
    """The text out of its code blocks, another site's markup as Discord's; bounds are lines of it."""
    from bot.domain import code_block, pasted  # noqa: PLC0415 - and parsers of HTML

    text = normal(text)
    return pasted.read(code_block.opened(text)) if marked(text) is None else text


def normal(text: str) -> str:
    """The text with one kind of line end."""
    return LINE_END.sub("\n", text.removeprefix("\ufeff"))


def render(manuscript: Manuscript) -> str:
    """The manuscript as a text that `parse` reads, for its writer to go on with."""
    header = manuscript.header
    parts = (headers.lines_of(header.above), [manuscript.story], headers.lines_of(header.below))
    text = "\n\n".join(part for lines in parts if (part := "\n".join(lines)))
    if parse(text) == manuscript:
        return text
    lines = headers.to_lines(header)
    return "\n".join((*([lines] if lines else []), STORY, manuscript.story, END))


def marked(text: str) -> Manuscript | None:
    """A manuscript with our own lines around its story."""
    above, start, rest = f"\n{text}".partition(f"\n{STORY}\n")
    story, end, below = rest.rpartition(f"\n{END}")
    if not start or not end or below.strip():
        return None
    return Manuscript(headers.from_lines(above.removeprefix("\n")), story)


def as_marked(text: str, written: Manuscript) -> Reading:
    """The one reading of a text with our own lines in it."""
    start = f"\n{text}".partition(f"\n{STORY}\n")[0].count("\n") + 1
    bounds = Bounds(start, start + written.story.count("\n") + 1)
    return reading.cut(reading.whole_lines(text), bounds, written.header, 1.0, ())
