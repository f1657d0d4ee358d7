"""Messages that were copied from a chat, with lines that say who wrote each and when: one member's are the post.

Discord sets `Ana — 9:14 PM` above a member's first message, and `[9:15 PM]` above those that follow at once; older
copies and other programs begin a message with `[9:14 PM] Ana:`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from bot.domain.documents import furniture
from bot.domain.header import header as headers

DAYS = (
    r"today|yesterday|heute|gestern|aujourd['’]hui|hier|hoy|ayer|oggi|ieri|hoje|ontem|сегодня|вчера|dzisiaj|dziś|wczoraj"
    r"|vandaag|gisteren|i\s?dag|i\s?går|tänään|eilen|dnes|včera|ma|tegnap|bugün|dün|сьогодні|вчора|днес|σήμερα|χθες"
    r"|astăzi|azi|danas|jučer|hôm\s(?:nay|qua)|hari\sini|kemarin|今日|昨日|今天|昨天|오늘|어제"
)
DATE = r"(?:\d\d?[./-]\d\d?[./-](?:20)?[123]\d|20[123]\d[./-]\d\d?[./-]\d\d?)"
"""A day on which people could chat; others are a story's own."""
CLOCK = r"\d\d?[:.]\d\d(?:[:.]\d\d)?(?:\s?(?:[ap]\.?\s?m\.?|uhr))?"
NAME = r"(?P<author>\S(?:[^:]|:(?!\s)){0,31}?)"
HAS_TIME = r"(?=.{1,120}?\d[:.]\d)"
WHEN = rf"(?:{DAYS}|{DATE}),?(?:\s?[^\W\d]{{1,4}}\.?){{0,2}}\s?{CLOCK}"
DATED = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{HAS_TIME}{NAME}(?:\s\([^()]{{0,30}}\))?\W{{0,3}}(?:app\W{{1,4}})?[—–|•-]\s?{WHEN}",
        rf"{HAS_TIME}{NAME},?\s\[{DATE},?\s{CLOCK}\]:?",
        r"(?:\[(?:personal\sprofile|info)\]\s?)?(?P<author>[\w-]{2,30})\s\d{4}-\d\d-\d\d\s\d\d?:\d\d.{0,12}\(utc\)",
    )
)
"""`Ana — Today at 9:14 PM`, `Ana, [12.05.24 21:13]`; `ana_b 2012-08-02 10:31 pm (UTC)` of a journal's comments."""
UNDATED = re.compile(rf"(?P<author>[^\s—–]{{1,32}}) [—–] {CLOCK}", re.IGNORECASE)
"""`ana — 9:14 PM`, as Discord tells of today; alone above a text it may be the story's."""
ON_LINES = re.compile(
    r"^(?P<author>\S.{0,31})\n(?:(?:APP|BOT)\n)?[ \t]*[—–][ \t]*\n?(?=(?:[^\n:]{1,20} )?\d\d?[:.]\d\d)", re.MULTILINE
)
"""`Ana`, `APP`, `— Today at 9:14 PM`, as a copy may part a stamp."""
BEGINS = re.compile(
    rf"(?:\[(?:{DATE},?\s)?{CLOCK}\]\s?|{DATE},?\s{CLOCK}\s-\s)(?:(?P<author>[^\s:][^:]{{0,31}}):\s)?(?P<text>.*)",
    re.IGNORECASE,
)
"""`[9:14 PM] Ana: It rained.`, and `[9:15 PM]` for one more message of hers."""
EDITED = re.compile(r"\s\((?:edited|bearbeitet|modifié|editado|modificato|изменено)\)$", re.MULTILINE)

LARGEST_SHARE, LARGEST_SHARE_INTERRUPTED = 2 / 3, 0.9
"""The share of the words from which one member's are the post, where nobody comes between and where somebody does.
Nobody has as many in a story that is told as a chat.
"""
AUTHOR = attrgetter("author")


@dataclass(frozen=True, slots=True, eq=False)  # two that say the same are two
class Copied:
    author: str
    stamp: str
    lines: list[str]

    @property
    def said(self) -> str:
        return "\n".join(self.lines).strip("\n")


def of_writer(text: str) -> str:
    """The messages of the member who wrote nearly all of a copied chat, with the others left out below them; a text
    that is no such copy stays as it is.
    """
    copied = ON_LINES.sub(r"\g<author> — ", text.lstrip())
    first = copied.partition("\n")[0].strip()
    top = begun(first, "")
    if top is None or not top.author:
        return text
    found = messages(copied)
    if len(found) == 1 and not any(form.fullmatch(first) for form in DATED):
        return text
    own = largest(found, LARGEST_SHARE) or largest(sorted(found, key=AUTHOR), LARGEST_SHARE_INTERRUPTED)
    if own is None:
        return text
    said = "\n\n".join(message.said for message in own)
    if not any(map(headers.fields_of, said.split("\n"))):  # who gives fields gives their name as one
        said = f"Author: {own[0].author}\n\n{said}"
    mine = frozenset(own)
    others = "\n".join(message.stamp if message in mine else f"{message.stamp}\n{message.said}" for message in found)
    return furniture.below(EDITED.sub("", said), furniture.cut(others))


def largest(found: Iterable[Copied], share: float) -> Sequence[Copied] | None:
    """The messages side by side, all of one author, that have this share of all words; None if none have."""
    runs = [[*run] for _, run in groupby(found, key=AUTHOR)]
    words = [sum(len(message.said.split()) for message in run) for run in runs]
    return runs[words.index(max(words))] if max(words) >= share * sum(words) else None


def messages(text: str) -> list[Copied]:
    found = [Copied("", "", [])]
    for line in text.split("\n"):
        message = begun(line, found[-1].author)
        if message is None:
            found[-1].lines.append(line)
        else:
            found.append(message)
    return found[1:]


def begun(line: str, before: str) -> Copied | None:
    """The message that begins with this line, and what the line has of it. None begins with a quotation."""
    if line.startswith(">"):
        return None
    if stamp := next(filter(None, (form.fullmatch(line.strip()) for form in (*DATED, UNDATED))), None):
        return Copied(stamp["author"], line, [])
    begins = BEGINS.fullmatch(line)
    return begins and Copied(begins["author"] or before, line[: begins.start("text")], [begins["text"]])
