"""What a writer says below a story without a name in front: notes in brackets, thanks, pleas, dedications."""

import re

from bot.domain.reading import phrases

LONGEST = 200
SPOKEN = frozenset('"“”«»')

NOTE = re.compile(
    r"""[\W_]{0,6}?(?:a/n\b|(?-i:AN)\s?:|[(\[]\s?(?:(?:notes?|n\.?b\.?|ps|p\.s\.|(?-i:AN)|eta)\s?:
        |author['’]?s['’]?\snotes?\b|n\.?d\.?a\.?\b|anm(?:erkung)?\b)(?=[^\n]{1,190}[)\]][\W_]{0,6}$))""",
    re.VERBOSE | re.IGNORECASE,
)
"""`[A/N he was dead]`, `AN: he was dead.`, `(Note: he was dead.)`."""
THANKS = re.compile(rf"[\W_]{{0,8}}+{phrases.any_of('thanks for reading')}\b[^\n]{{0,80}}", re.IGNORECASE)
FEEDBACK = phrases.any_of("feedback")
PLEA = re.compile(
    rf"""[\W_]{{0,8}}+(?:(?:all|any|your)\s)?{FEEDBACK}(?:(?:,\s|,?\s(?:and|or|&)\s|\s?/\s?){FEEDBACK}){{0,3}}
    \s?(?:is|are|=|make|makes|feed|feeds|keep|keeps|give|gives)?\s?(?:(?:always|very|much|most|so|me|my|the|an?|warmly)\s){{0,3}}
    {phrases.any_of("is dear")}(?:\W[^\n@]{{0,40}})?""",
    re.VERBOSE | re.IGNORECASE,
)
"""`comments are love`, `feedback is ♥`; one with an address is a signature."""
WISH = re.compile(rf"[\W_]{{0,8}}+{phrases.any_of('hopes')}[\W_]{{0,8}}", re.IGNORECASE)
UNREAD = re.compile(rf"[\W_]{{0,8}}+{phrases.any_of('nobody checked')}[^\n]{{0,90}}", re.IGNORECASE)
"""`No beta, we die like men`, `all mistakes are mine`."""
FOR = re.compile(
    r"""[\W_]{0,6}?(?P<shut>\(\s?)?(?:written\s|(?:an?\s)?gift\s)?for\s(?P<whom>(?:<@!?\d{1,20}>|@?[\w.-]{2,30}))
    (?P<why>,\swho\s(?:\w{1,12}\s){0,2}?(?:asked|wanted|requested|prompted|begged|needed|suggested|inspired|betaed|made\sme|gave\sme)\b
        [^\n,]{0,60})?(?P<end>(?:[\W_]|<3){0,8})""",
    re.VERBOSE | re.IGNORECASE,
)
"""`For Ana, who asked.`, `for ana_b`."""
USER = re.compile(r"[@_\d]")
LOVE = re.compile(r"♥|❤|<3|💕|💖|\)")
DEDICATED = re.compile(r"[\W_]{0,6}(?:(?:this\s(?:\w+\s)?is\s)?dedicated\sto)\s[^\n]{1,80}", re.IGNORECASE)
MAYBE = re.compile(rf"[\W_]{{0,8}}+{phrases.any_of('may be a note')}", re.IGNORECASE)
"""How writers begin what they say below a story, and stories may end: `For Ben.`, `Sorry it's late!`."""

POSTSCRIPT = re.compile(r"[\W_]{0,6}p\.?\s?s\.?(?:\s?:|(?<=\.)|(?=\s))\s?\w", re.IGNORECASE)
SALUTATION = re.compile(rf"[\W_]{{0,6}}{phrases.any_of('greeting')}\b", re.IGNORECASE)
CLOSING = re.compile(rf"[\W_]{{0,6}}(?:{phrases.any_of('leave')}\b[^\n]{{0,30}}|[-–—~]\s?\w{{1,20}})", re.IGNORECASE)


WHOLE = (THANKS, PLEA, WISH, UNREAD)
MOST_WORDS_OF_CLOSING = 5


def is_said(text: str) -> bool:
    """True if a paragraph is a note, thanks, a plea, a dedication, or says that nobody looked for slips."""
    text = text.strip()
    if len(text) > LONGEST or SPOKEN.intersection(text):
        return False
    return NOTE.match(text) is not None or is_dedication(text) or any(each.fullmatch(text) for each in WHOLE)


def may_be_said(text: str) -> bool:
    """True if a paragraph may be a writer's word as well as the story's last."""
    return not SPOKEN.intersection(text) and MAYBE.match(text) is not None


def is_dedication(text: str) -> bool:
    """`For Ana, who asked.`; a story may end with `For Ana.`."""
    found = FOR.fullmatch(text)
    if found is None:
        return DEDICATED.fullmatch(text) is not None
    named = found["whom"][:1].isupper()
    return bool(USER.search(found["whom"]) or (named and (found["why"] or LOVE.search(found["end"]))))


def is_postscript(text: str) -> bool:
    return POSTSCRIPT.match(text) is not None
