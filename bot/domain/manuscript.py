"""A manuscript: what a writer hands in, a header and a story."""

from dataclasses import dataclass

from bot.domain import header as headers
from bot.domain import markup, opening, words
from bot.domain.header import Header
from bot.domain.words import Counts


@dataclass(frozen=True, slots=True)
class Manuscript:
    header: Header
    story: str

    @property
    def counts(self) -> Counts:
        """The story's words, without Discord's markup."""
        return words.count(markup.plain(self.story))


def parse(text: str) -> Manuscript:
    """Header and story of a text, pasted as it is; without a header everything is story."""
    read = opening.read(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    return Manuscript(read.header, read.story)


def render(manuscript: Manuscript) -> str:
    """The manuscript as a text that `parse` reads, for its writer to go on with."""
    parts = (headers.to_lines(manuscript.header), manuscript.story)
    return "\n\n".join(part for part in parts if part)
