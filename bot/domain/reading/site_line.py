"""Lines that a site, a program or a contest puts around a post: who posted it, when and where, what may be pressed; and
what archives say of a story: `Harbour - Rated: T - English - Angst - Words: 100`.
"""

import re
from collections.abc import Sequence
from itertools import chain

from bot.domain.documents import copied_messages
from bot.domain.header import header, rating, written_name
from bot.domain.header.field import Field, FieldName, Other
from bot.domain.reading import aside, fact, mail_head, meaning, phrases
from bot.domain.reading.line import Kind, Line, Piece, block_end, given, written_from

LONGEST = 200

PRESSED = re.compile(
    rf"[\W_]{{0,6}}{phrases.any_of('pressed')}(?:[\W_]{{1,5}}{phrases.any_of('pressed beside')})*[\W_]{{0,6}}",
    re.IGNORECASE,
)
"""`(2 comments | Leave a comment)`, `167 notes`, `Reply`, `Next message: Re: Rain`."""
COMMENTS = re.compile(rf"[\W_]{{0,6}}+{phrases.any_of('comments', 'commented')}[\W_]{{0,6}}", re.IGNORECASE)
"""`ana on May 4th, 2009 07:12 am (UTC)`, `(2 comments | Leave a comment)`."""
BUTTON = phrases.any_of("menu")
NAVIGATION = re.compile(rf"[\W_]{{0,6}}{BUTTON}(?:[\W\d_]{{1,8}}{BUTTON}){{1,12}}[\W\d_]{{0,8}}", re.IGNORECASE)
"""`<< Prev | Index | Next >>`."""
ACCOUNT = phrases.any_of("account")
"""`@ana`, `ana_b`, `anonymous`, but not `Ana`: what she posted or asked may be the story's."""
POSTED = re.compile(rf"{ACCOUNT}\s(?:wrote|posted|shared)", re.IGNORECASE)
FURNITURE = (PRESSED, NAVIGATION, POSTED, mail_head.WROTE, *phrases.FORMS["form of furniture"])
"""`ana_b posted`; with a mark `Ana wrote:` and `Ana (ana_b) wrote,`, too; `Xref: alt.harbour:12` of newsgroups."""
DATED = re.compile(
    r"(?:last\s)?(?P<name>begun|started|finished|completed|written|posted|revised|updated|created)(?:\son)?:?\s"
    rf"(?P<value>{mail_head.DATE.pattern})",
    re.VERBOSE | re.IGNORECASE,
)
"""`Last revised May 5, 2003`."""
STAMPED = copied_messages.DATED
"""`Ana — Today at 9:14 PM`: who wrote what stands below, and when, as it is copied from Discord."""
PRINTED = phrases.FORMS["form of an origin"]
"""`(First printed in “Harbour Days”, 1994)`, but not `First printed in 1994, the book was ...`."""
TITLED = phrases.FORMS["form of a titled line"]
HEADING = re.compile(r"#{1,3} \S.{1,80}")
"""`## Rain`, as Discord sets a heading."""
DATE = re.compile(rf"(?P<date>{mail_head.DATE.pattern})", re.VERBOSE | re.IGNORECASE)
FORMS = {
    Kind.MARK: (*phrases.FORMS["form of a mark"], aside.START),
    Kind.MAIL: (*phrases.FORMS["form of a poster"], *STAMPED, DATE, DATED, *FURNITURE),
    Kind.FACTS: (*PRINTED, *phrases.FORMS["form of a line"], *phrases.FORMS["form of a prompt"]),
    Kind.TITLE: TITLED,
}
"""`Posted by ana_b in harbour_drabbles`, `Finished May 5, 2003`, `Day 3: rain`, `Team Salt: Rain (mild)`."""
TOP = {Kind.MAIL: phrases.FORMS["form of a top line"]}
BELOW_TOP = {Kind.FACTS: phrases.FORMS["form of a lower line"]}
ASKED = re.compile(rf"{phrases.any_of('asks')}|{ACCOUNT}\sasked", re.IGNORECASE)


def short(line: Line) -> str:
    """The line, if it is no longer than these are; else nothing."""
    text = line.stripped
    return text if len(text) <= LONGEST else ""


def has_form(text: str, forms: Sequence[re.Pattern[str]]) -> bool:
    """True if a line, which is no longer than these are, has one of the forms."""
    return len(text) <= LONGEST and any(form.fullmatch(text.strip()) for form in forms)


def is_pressed(text: str) -> bool:
    """True for the buttons and the tallies around a post."""
    return has_form(text, (PRESSED, NAVIGATION))


def is_furniture(text: str) -> bool:
    """True if a line is a program's, and says nothing of the story."""
    return has_form(text, FURNITURE)


def opens_comments(text: str) -> bool:
    """True for what stands above the first comment of a post's readers, and never in a story."""
    return has_form(text, (COMMENTS,))


def is_dated(text: str) -> bool:
    """True if a line tells when the text was written, or where it first stood, and nothing of it."""
    return has_form(text, (DATED, *STAMPED, *PRINTED))


def is_title(lines: Sequence[Line], index: int) -> bool:
    """True for a title that is set as one: `Team Salt: Rain (mild)`, and `## Rain`, which has no other below."""
    text, below = lines[index].text, lines[index + 1 :]
    is_last = has_form(text, (HEADING,)) and not any(HEADING.match(line.text) for line in below)
    return is_last or has_form(text, TITLED)


def formed(lines: Sequence[Line], index: int) -> Piece | None:
    """What a line says by its form. At the top, a user's name posted it, and `For Ana` is a title."""
    text = short(lines[index])
    forms = chain(FORMS.items(), (TOP if written_from(lines, 0) == index else BELOW_TOP).items())
    found = next(((kind, match) for kind, each in forms for form in each if (match := form.fullmatch(text))), None)
    if found is None:
        return None
    kind, fields = found[0], tuple(given(found[1]))
    rated = ((Field.RATING, value) for name, value in fields if name is Field.PROMPT and rating.is_said(value))
    return Piece(index, index + 1, kind, (*fields, *rated))


def headed(lines: Sequence[Line], index: int) -> Piece | None:
    """`anonymous asked:`, and the paragraph below it; or `Entry tags:`, and the line below, whose tags may look like
    fields: `fandom: harbour, rating: g`.
    """
    is_asked = ASKED.fullmatch(short(lines[index])) is not None
    if not is_asked and short(lines[index]).casefold() != "entry tags:":
        return None
    below = written_from(lines, index + 1)
    end = block_end(lines, below, None if is_asked else 1)
    value = "\n".join(line.text for line in lines[below:end])
    name = Field.PROMPT if is_asked else Other("Entry tags")
    return Piece(index, end, Kind.FACTS, ((name, value),)) if value else None


# -- what archives say of a story -----------------------------------------------------------------------

LONGEST_LISTING = 400
LISTED = re.compile(
    rf"""(?:(?P<fandom>[^:]{{2,80}}?)(?:\s-\s|,\s))?
    (?:(?:rated|rating):\s(?:fiction\s{{1,3}})?)?(?P<rating>[\w+-]{{1,8}})(\s-\s|,\s)(?P<language>{phrases.any_of("language")})\b
    (?=\3|[\s-]*\Z)""",
    re.VERBOSE | re.IGNORECASE,
)
"""A rating and a language, side by side; a fandom may stand in front, and a name before the rating."""
GENRE = re.compile(rf"{fact.GENRE.pattern}|{phrases.any_of('genre of archives')}", re.IGNORECASE)
COMMAS, DASHES = re.compile(r",\s(?!\d{4}\b)"), re.compile(r"\s-\s")
"""What parts the facts; `Jun 3, 2009` is one."""
BETWEEN_GENRES = re.compile(r"\s?[/&]\s?")


def listed(lines: Sequence[Line], index: int) -> Piece | None:
    text = lines[index].stripped
    found = LISTED.match(text) if len(text) <= LONGEST_LISTING else None
    if found is None or not rating.is_name(found["rating"]):
        return None
    rest = text[found.end() :]
    parts = (COMMAS if rest.startswith(",") else DASHES).split(rest)
    said = meaning.meant(kind_of(each) for part in parts if (each := part.strip(" -")))
    return Piece(index, index + 1, Kind.FACTS, (*given(found), *said))


def kind_of(part: str) -> tuple[FieldName, str]:
    """A part with its name, a genre, or else people; those in brackets are a couple."""
    if named := header.fields_of(part):
        return named[0]
    if all(map(GENRE.fullmatch, BETWEEN_GENRES.split(part))):
        return Field.GENRE, part
    if part.casefold() == "complete":
        return Other("Status"), part
    return (Field.PAIRING if part.startswith("[") else Field.CHARACTERS), part


def is_listing(fields: Sequence[tuple[FieldName, str]]) -> bool:
    """True if these fields are such a line's, or those of several names that only archives have."""
    return sum(isinstance(name, Other) and written_name.is_of_archive(name.name) for name, _ in fields) > 1
