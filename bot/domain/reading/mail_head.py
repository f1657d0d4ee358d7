"""Lines that programs put above a text: a mail's headers, where and when it was posted; and what is quoted."""

import re
from collections.abc import Sequence

from bot.domain.header.field import Field
from bot.domain.reading import fact, phrases
from bot.domain.reading.line import Kind, Line, Piece, given, written_from
from bot.domain.reading.title import bare, looks_titled

NAME = re.compile(
    rf"\s{{0,4}}[*_]{{0,2}}(?P<name>{phrases.any_of('mail header')})[*_]{{0,2}}\s{{0,8}}:[*_]{{0,2}}\s*(?P<value>.*)",
    re.IGNORECASE,
)
CONTINUED = re.compile(r"[ \t]{1,100}\S")
FORWARDED = re.compile(rf"[\W_]{{0,12}}{phrases.any_of('forwarded')}[\W_]{{0,12}}", re.IGNORECASE)
"""The line that programs put above the headers of a mail that they send on, or of a digest's next."""
SUBJECT, SENDER = phrases.words("mail subject"), phrases.words("mail sender")
OF_STORY = re.compile(
    r"""(?:subject:\s{1,3})?(?:re:\s)?(?:\[[^\[\]]{1,40}\]\s?)?
        (?:(?P<fandom>(?!(?:fic|challenge)\s)[^:\[\]]{2,40})(?<!\sof)\s)?(?:fic|fanfic|ficlet|drabble|fill|new|(?:fic\s)?re-?post|challenge\s(?:fic|response)|(?-i:STORY|RESPONSE|VIGNETTE|SNIPPET|POEM))s?\s?[:–-]{1,2}\s
        (?P<title>(?!\d+\swords\b)\S.{0,100}?)(?:\s[(\[](?P<about>(?=[^()\[\]]*[^\W\d])[^()\[\]]{1,60})[)\]])?(?:\s\d{1,2}/\d{1,2})?""",
    re.VERBOSE | re.IGNORECASE,
)
"""`Fic: Rain (Harbour)`, `STORY: Rain`, `Re: FILL: Rain (Ana/Ben, PG)`: a subject that names a story."""
ANSWERED = phrases.FORMS["form of a subject"]
"""`Re: [LIST] Friday challenge: lamps`, `Re: Drabble thread (#19: lamps)`."""
LONGEST = 200
PART = re.compile(r"\s(?:[(\[]\d{1,2}/\d{1,2}[)\]]|1/1\b)")
LIST_TAGS = re.compile(r"^(?:\[[^\[\]]{1,40}\]\s*)+(?=\S)")
ADDRESS = re.compile(r"[<(]?(?<![^\s<>()])[^\s<>()@]++@[^\s<>()]++[>)]?")
FEWEST, MOST = 2, 100
"""Lines that make a mail's headers; one alone may be anything."""

WROTE = re.compile(rf"[\W_]{{0,6}}{phrases.any_of('wrote', 'commented')}\W{{0,4}}", re.IGNORECASE)
"""`On 5 May, Ana wrote:`, `ana wrote in harbour_drabbles`, `ana_b wrote:`, `ana on May 5th, 2009 07:12 am (UTC)`."""

DATE = re.compile(
    rf"""[\W_@]{{0,6}}+(?:posted\s(?:on|at|originally).{{0,120}}|(?:{phrases.any_of("weekday")}\.?,?\s)?
    (?:\d{{4}}-\d\d?-\d\d?|\d\d?[./-]\d\d?[./-]\d{{2,4}}|(?:\d\d?(?:st|nd|rd|th|er|\.)?\s(?:de\s)?)?
    (?:{phrases.any_of("month")}|(?:(?<=\d\s)|(?<=\d\.\s)|(?<=er\s)|(?<=de\s)){phrases.any_of("month abroad")})\b\.?
    (?:\s\d\d?(?:st|nd|rd|th)?)?(?:,?\s(?:de\s)?\d{{4}})?)(?:[\s,@|]{{0,4}}(?:at\s)?\d\d?:\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?(?:\s(?:[a-z]{{3,4}}|[+-]\d{{4}}))?(?:\s\d{{4}})?)?)[\W_]{{0,6}}""",
    re.VERBOSE | re.IGNORECASE,
)
"""A line that is only a date, with a time or without, or that begins with `posted on`."""


def headers(lines: Sequence[Line], index: int) -> Piece | None:
    """A mail's headers: the subject becomes the title, the sender the author."""
    begin = written_from(lines, index + 1) if FORWARDED.fullmatch(lines[index].text) else index
    end = begin
    while end < min(begin + MOST, len(lines)) and (
        NAME.match(lines[end].text) or (end > begin and CONTINUED.match(lines[end].text))
    ):
        end += 1
    found = [match for line in lines[begin:end] if (match := NAME.match(line.text))]
    names = {match["name"].casefold() for match in found}
    if len(names) < FEWEST or not names & (SUBJECT | SENDER):
        return None
    return Piece(index, end, Kind.MAIL, tuple(fields(found)))


def subject(lines: Sequence[Line], index: int) -> Piece | None:
    """`Fic: Rain (Harbour)`, or at the top `Subject: Rain`: the subject of an entry."""
    text = lines[index].stripped[: LONGEST + 1]
    name = NAME.match(text) if index == written_from(lines, 0) else None
    if name is not None and name["name"].casefold() in SUBJECT:
        found = fields([name])
    else:
        found = named_by(text) if len(text) <= LONGEST else []
    return Piece(index, index + 1, Kind.MAIL, tuple(found)) if found else None


def named_by(text: str) -> list[fact.Fact]:
    """The fields that a subject gives; none if it names no story."""
    match = OF_STORY.fullmatch(PART.sub("", text))
    if match is None:
        return [each for form in ANSWERED if (asked := form.fullmatch(text)) for each in given(asked)]
    title, about = bare(match["title"]), match["about"]
    if about and (facts := fact.told(f"{title} ({about})", titled=False)):
        return [*facts]
    fandoms = [(Field.FANDOM, each) for each in (match["fandom"], about) if each and looks_titled(each)]
    return [(Field.TITLE, f"{title} ({about})" if about and not looks_titled(about) else title), *fandoms]


def fields(found: Sequence[re.Match[str]]) -> list[fact.Fact]:
    values = {match["name"].casefold(): match["value"].strip() for match in found}
    subject = PART.sub("", next((LIST_TAGS.sub("", value) for name, value in values.items() if name in SUBJECT), ""))
    sender = next((value for name, value in values.items() if name in SENDER), "")
    author = " ".join(ADDRESS.sub(" ", sender).split()).strip(" \"'()")
    about = fact.told(subject, titled=False)
    rated = [*about] if fact.SURE.intersection(name for name, _ in about) else [(Field.TITLE, subject)]
    named: list[fact.Fact] = [*(named_by(subject) or rated), (Field.AUTHOR, author)]
    return [(name, value) for name, value in named if value]


LONGEST_REPLY = 80
"""Lines of a mail that is answered."""


def quoted(lines: Sequence[Line], index: int) -> Piece | None:
    """The lines that a reply quotes."""
    if not lines[index].text.startswith(">") or not any(is_of_mail(line) for line in lines[:index][:LONGEST_REPLY]):
        return None
    last = max(
        place for place in range(index, min(index + LONGEST_REPLY, len(lines))) if lines[place].text.startswith(">")
    )
    return Piece(index, last + 1, Kind.MAIL)


def is_of_mail(line: Line) -> bool:
    """True if a line is a mail's header, or says who wrote the lines that are quoted; a story quotes without either."""
    return NAME.match(line.text) is not None or WROTE.fullmatch(line.text[:LONGEST].strip()) is not None


# -- a story that its writer set as a quotation: there, a line's `>` tells nothing -------------------

MARK_OF_QUOTE = re.compile(r"^>(?:>>)?(?:[ \t]|$)", re.MULTILINE)
UNQUOTED = re.compile(rf"(?!{MARK_OF_QUOTE.pattern})^.*$", re.MULTILINE)


def unmarked(text: str) -> str:
    """The text with as many lines, and without the marks of a quotation that ends it and is most of it."""
    start = max((line.end() for line in UNQUOTED.finditer(text.rstrip())), default=0)
    above, quoted = text[:start], text[start:]
    last = above.rstrip().rpartition("\n")[2].strip()
    is_answered = len(last) <= LONGEST and WROTE.fullmatch(last) is not None  # a mail says whose words these are
    return text if is_answered or len(quoted) <= len(above) else above + MARK_OF_QUOTE.sub("", quoted)
