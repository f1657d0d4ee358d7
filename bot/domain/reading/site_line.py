"""Lines that a site, a program or a contest puts around a post: who posted it, when and where, what may be pressed."""

import re
from collections.abc import Sequence

from bot.domain.header import rating
from bot.domain.header.field import Field, Other
from bot.domain.reading import aside, mail_head, phrases
from bot.domain.reading.header_part import Kind, Piece
from bot.domain.reading.line import Line, block_end, written_from
from bot.domain.reading.title import bare

LONGEST = 200

PRESSED = re.compile(
    rf"[\W_]{{0,6}}{phrases.any_of('pressed')}(?:[\W_]{{1,5}}{phrases.any_of('pressed beside')})*[\W_]{{0,6}}",
    re.IGNORECASE,
)
"""`(2 comments | Leave a comment)`, `167 notes`, `Reply`, `Next message: Re: Rain`."""
BUTTON = phrases.any_of("menu")
NAVIGATION = re.compile(
    rf"[\W_]{{0,6}}{BUTTON}(?:[\W\d_]{{1,8}}{BUTTON}){{1,12}}[\W\d_]{{0,8}}|printer\sfriendly",
    re.VERBOSE | re.IGNORECASE,
)
"""`<< Prev | Index | Next >>`."""
USERS = r"(?:@[\w.-]{2,40}|(?!_)[\w.-]{1,20}[_\d][\w.-]{0,20}|anon(?:ymous)?)"
"""Names that are no person's first name: what somebody of that name did may be the story's."""
DID = r"(?:wrote|posted|shared)"
WROTE = re.compile(rf"[\w*@.-]{{2,40}}+\s?(?:\([^()]{{0,60}}\)\s{DID}[,:]?|{DID}[,:])|{USERS}\s{DID}", re.IGNORECASE)
"""`Ana (ana_b) wrote,`, `Ana wrote:`, `ana_b posted`."""
OF_MAIL = re.compile(
    r"from\s[^\s@]{1,80}@[^\s@]{1,80}\s.{6,60}|(?:article:?\s(?:<\S{1,200}>|\#?\d{1,9}\b)|xref:\s|nntp-[\w-]{1,30}:).{0,200}",
    re.IGNORECASE,
)
"""`From ana@example.com Tue Mar 14 08:55:01 2000`, as mailboxes have it; `Article 12 of alt.harbour`."""
DATED = re.compile(
    r"(?:last\s)?(?P<name>begun|started|finished|completed|written|posted|revised|updated|created)(?:\son)?:?\s(?P<date>.+)",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"""[\W_]{0,8}(?P<name>entry|week|day|round|challenge|submission|fill|no|number|drabble|set|issue|draft|version|ver|v
        |rev(?:ision)?)\.?\s?\#?\s?
    (?P<number>\d{1,4}(?:\.\d{1,3})?(?:\s?(?:/|of)\s?\d{1,4})?|[ivx]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten)
    [\W_]{0,8}""",
    re.VERBOSE | re.IGNORECASE,
)
"""`**Entry #14**`, `Version 1.0`."""
PROMPTED = re.compile(
    r"""[\W_]{0,8}(?:(?:day|week|round|challenge|door|türchen|square|card)\s?\#?\d{1,4}|\#\d{1,4})
    [*_]{0,3}\s?[-–—:.]\s{0,3}(?P<prompt>[^\W_].{0,60}?)[*_]{0,3}""",
    re.VERBOSE | re.IGNORECASE,
)
"""`#14 — moths`, `Day 3: rain`."""
POSTER = re.compile(
    r"""(?:\[(?:personal\sprofile|info)\]\s?|lj\suser:\s|posted\sby:?\s|from\s(?=\w{0,30}_))
        (?P<author>[\w-]{2,30})(?:\s(?:in|at|on|@|\|)\s.{2,80})?
    |posted\son\s.{4,40}?\sby\s(?P<blogger>[\w-]{2,30})(?:\s\|.{0,60})?
    |(?P<writer>[\w-]{2,30})\s\([^()]{1,60}\)\swrote\sin\s.{2,80}
    |(?P<journal>[\w-]{2,30})\s@\s\d{4}-\d\d-\d\d.{0,30}
    |(?P<member>[\w-]{2,30})\s(?:posting\sin|@)\s[\w-]{2,40}
    |(?P<speaker>\S.{0,31}?)(?:\s\([^()]{0,30}\))?\W{1,6}(?:app\W{1,4})?(?:today|yesterday)\sat\s\d\d?:\d\d(?:\s?[ap]m)?""",
    re.VERBOSE | re.IGNORECASE,
)
"""`[personal profile] ana_b`, `posted by ana_b in harbour_drabbles`, `ana_b (Ana) wrote in harbour_drabbles`,
`ana_b @ harbour_drabbles`, `ana_b @ 2005-11-02 03:07:00`,
`Ana — Today at 9:14 PM`."""
TRAIL = re.compile(
    r"""(?:anime(?:/manga)?|books|cartoons|comics|games|misc|movies|plays(?:/musicals)?|tv(?:\sshows)?)
    \s[»›>]\s(?P<fandom>[^»›>]{1,80}?)(?:\s[»›>]\s(?P<title>[^»›>]{1,80}))?""",
    re.VERBOSE | re.IGNORECASE,
)
"""`Books » Harbour » Low Tide`, as archives say where a story stands."""
USER = re.compile(r"(?P<user>[a-z\d][\w-]{2,29}):?")
ASKED = re.compile(
    rf"[\w-]{{1,30}}\sasked:(?:\s(?P<prompt>.{{1,150}}))?|{USERS}\sasked|anon(?:ymous)?\ssaid:", re.IGNORECASE
)
TEAM = re.compile(
    r"[\W_]{0,6}team\s(?P<team>[^:]{1,30}):\s*(?P<title>[^()]{1,80}?)(?:\s*\((?P<rating>[^()]{1,20})\))?[\s*_]{0,4}",
    re.IGNORECASE,
)
FEEDBACK = re.compile(
    r"(?:please\s)?(?:send\s)?(?:all\s)?(?:feedback|concrit|c\s?[&+]\s?c)\b.{0,60}\S@\S.{1,40}", re.IGNORECASE
)
CONTACT = re.compile(r"[^@\n]{0,60}\S@\S[^@\n]{1,40}")
MOST_WORDS_OF_CONTACT = 8


def short(line: Line) -> str:
    """The line, if it is no longer than these are; else nothing."""
    text = line.text.strip()
    return text if len(text) <= LONGEST else ""


def is_pressed(text: str) -> bool:
    """True for the buttons and the tallies around a post."""
    return len(text) <= LONGEST and PRESSED.fullmatch(text.strip()) is not None


def is_furniture(text: str) -> bool:
    """True if a line is a program's, and says nothing of the story."""
    text = text.strip()
    if len(text) > LONGEST:
        return False
    return is_pressed(text) or any(form.fullmatch(text) for form in (NAVIGATION, WROTE, OF_MAIL, mail_head.WROTE))


def furniture(lines: Sequence[Line], index: int) -> Piece | None:
    return Piece(index, index + 1, Kind.MAIL) if is_furniture(lines[index].text) else None


def start_mark(lines: Sequence[Line], index: int) -> Piece | None:
    """A line such as `Start reading`."""
    return Piece(index, index + 1, Kind.MARK) if aside.starts_story(lines[index].text) else None


def ornament(lines: Sequence[Line], index: int) -> Piece | None:
    """A line without a letter."""
    return None if any(map(str.isalnum, lines[index].text)) else Piece(index, index + 1, Kind.MARK)


def date(lines: Sequence[Line], index: int) -> Piece | None:
    """`5 May 2003`, `Finished May 5, 2003`."""
    text = short(lines[index])
    if mail_head.DATE.fullmatch(text):
        return Piece(index, index + 1, Kind.MAIL, ((Other("Date"), text),))
    match = dated(text)
    if match is None:
        return None
    return Piece(index, index + 1, Kind.MAIL, ((Other(match["name"].capitalize()), match["date"]),))


def dated(text: str) -> re.Match[str] | None:
    """`Last revised May 5, 2003`."""
    match = DATED.fullmatch(text)
    return match if match is not None and mail_head.DATE.fullmatch(match["date"]) else None


def number(lines: Sequence[Line], index: int) -> Piece | None:
    """`**Entry #14**`, `Version 1.0`, and `#14 — moths`, which is a prompt."""
    text = short(lines[index])
    if match := PROMPTED.fullmatch(text):
        prompt = match["prompt"]
        rated = ((Field.RATING, prompt),) if rating.is_said(prompt) else ()
        return Piece(index, index + 1, Kind.FACTS, ((Field.PROMPT, prompt), *rated))
    if match := NUMBER.fullmatch(text):
        return Piece(index, index + 1, Kind.FACTS, ((Other(match["name"].capitalize()), match["number"]),))
    return None


def poster(lines: Sequence[Line], index: int) -> Piece | None:
    """`[personal profile] ana_b`, who posted it by a site's word; or a user's name above all else."""
    match = POSTER.fullmatch(short(lines[index])) or user(lines, index)
    if match is None:
        return None
    return Piece(index, index + 1, Kind.MAIL, ((Field.AUTHOR, next(filter(None, match.groups()))),))


def trail(lines: Sequence[Line], index: int) -> Piece | None:
    match = TRAIL.fullmatch(short(lines[index]))
    if match is None:
        return None
    titled = ((Field.TITLE, match["title"]),) if match["title"] else ()
    return Piece(index, index + 1, Kind.FACTS, ((Field.FANDOM, match["fandom"]), *titled))


def user(lines: Sequence[Line], index: int) -> re.Match[str] | None:
    """A user's name in the first line: one with `_`, or one above what a site says of the post."""
    match = USER.fullmatch(short(lines[index])) if written_from(lines, 0) == index else None
    if match is None or "_" in match["user"].strip("_"):
        return match
    below = written_from(lines, index + 1)
    return match if below < len(lines) and (is_pressed(lines[below].text) or date(lines, below)) else None


def asked(lines: Sequence[Line], index: int) -> Piece | None:
    """`anonymous asked:`, and the paragraph below it."""
    found = ASKED.fullmatch(short(lines[index]))
    if found is None or found["prompt"]:
        return found and Piece(index, index + 1, Kind.FACTS, ((Field.PROMPT, found["prompt"]),))
    below = written_from(lines, index + 1)
    end = block_end(lines, below)
    prompt = "\n".join(line.text for line in lines[below:end])
    return Piece(index, end, Kind.FACTS, ((Field.PROMPT, prompt),)) if prompt else None


def team(lines: Sequence[Line], index: int) -> Piece | None:
    """`Team Salt: Rain (mild)`, as entries of a contest are headed."""
    match = TEAM.fullmatch(short(lines[index]))
    if match is None:
        return None
    rated = ((Field.RATING, match["rating"]),) if match["rating"] else ()
    fields = ((Other("Team"), match["team"]), (Field.TITLE, bare(match["title"])), *rated)
    return Piece(index, index + 1, Kind.TITLE, fields)


def contact(lines: Sequence[Line], index: int) -> Piece | None:
    """`Feedback is welcome at ana@example.com.`, `Write to ana@example.com`."""
    text = short(lines[index])
    if lines[index].found is not None or CONTACT.fullmatch(text) is None:
        return None
    if FEEDBACK.fullmatch(text):
        return Piece(index, index + 1, Kind.FACTS, ((Field.FEEDBACK, text),))
    if len(text.split()) > MOST_WORDS_OF_CONTACT:
        return None
    return Piece(index, index + 1, Kind.REMARK, ((Field.NOTES, text),))
