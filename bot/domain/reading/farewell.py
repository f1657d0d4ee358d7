"""What a writer says below a story without a name in front: notes in brackets, thanks, pleas, dedications."""

import re

LONGEST = 200
SPOKEN = frozenset('"“”«»')

NOTE = re.compile(
    r"""[\W_]{0,6}?(?:a/n\b|[(\[]\s?(?:(?:notes?|n\.?b\.?|ps|p\.s\.|(?-i:AN)|eta)\s?:
        |author['’]?s['’]?\snotes?\b|n\.?d\.?a\.?\b|anm(?:erkung)?\b)(?=[^\n]{1,190}[)\]][\W_]{0,6}$))""",
    re.VERBOSE | re.IGNORECASE,
)
"""`[A/N he was dead]`, `(Note: he was dead.)`."""
THANKS = re.compile(
    r"""[\W_]{0,8}(?:
        (?:many\s)?thank(?:s|\syou)(?:\s(?:all|everyone))?(?:\s(?:so|very))?(?:\smuch)?\sfor\s(?:reading|stopping\sby|commenting)
        (?!\s(?:to|aloud|out|from|my|his|her|their|its|them|him|it|me)\b)
      | danke\s(?:fürs|für\sdas)\slesen | merci\s(?:d['’]avoir\slu|de\sm['’]avoir\slue?) | gracias\spor\sleer(?:me)?
      | grazie\s(?:per\saver|di\saver)\sletto | obrigad[oa]\s(?:por\sler|pela\sleitura)
      | спасибо\sза\s(?:прочтение|чтение|внимание)
    )\b[^\n]{0,80}""",
    re.VERBOSE | re.IGNORECASE,
)
FEEDBACK = (
    r"(?:kudos|comments?|feedback|reviews?|con-?\s?crit|constructive\scriticism|critique|likes?|reblogs?|hearts?)"
)
PLEA = re.compile(
    rf"""[\W_]{{0,8}}(?:(?:all|any|your)\s)?{FEEDBACK}(?:(?:,\s|,?\s(?:and|or|&)\s|\s?/\s?){FEEDBACK}){{0,3}}
    \s?(?:is|are|=|make|makes|feed|feeds|keep|keeps|give|gives)?\s?(?:(?:always|very|much|most|so|me|my|the|an?|warmly)\s){{0,3}}
    (?:love|loved|life|gold|food|welcome|welcomed|appreciated|treasured|adored|cherished|happy|joy|fuel|lovely|writers?
        |authors?|muse|going|smile|day|<3|♥|❤|💕|💖)(?:\W[^\n@]{{0,40}})?""",
    re.VERBOSE | re.IGNORECASE,
)
"""`comments are love`, `feedback is ♥`; one with an address is a signature."""
WISH = re.compile(
    r"""[\W_]{0,8}(?:(?:i\s)?(?:really\s)?hope\s(?:that\s)?(?:you|y['’]all|everyone)\s(?:all\s)?(?:liked?|enjoy(?:ed)?)(?:\s(?:it|this))?
    |(?:enjoyed\sit\?\s|please\s)(?:leave|drop)\s(?:me\s)?(?:an?\s)?(?:comment|review|kudos|heart)s?)[\W_]{0,8}""",
    re.VERBOSE | re.IGNORECASE,
)
UNREAD = re.compile(
    r"""[\W_]{0,8}(?:un-?beta
    |(?:no|not|never)\s(?:been\s)?beta(?:['’]?e?d|[\s-]?read(?:er)?|s)?(?=\s(?:we|so|but|and|here|yet|this)\b|[^\w\s]|$)
    |(?:nicht\sge|ohne\s|keine?\s)beta|sans\sb[eê]ta|sin\sbeta|senza\sbeta|sem\sbeta|без\sбет|не\sбечен|не\sвычитан
    |(?:so\s|i['’]m\s)?sorry\s(?:for|about)\s(?:any|all|the|my)\s(?:\w{1,20}\s){0,2}(?:typos?|mistakes?|errors?|delay|grammar|english)\b
    |(?:all|any)\s(?:remaining\s|other\s)?(?:mistakes?|errors?|typos?)\s(?:are|is)\s(?:all\s)?(?:mine|my\sown)\b)[^\n]{0,90}""",
    re.VERBOSE | re.IGNORECASE,
)
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
MAYBE = re.compile(
    r"""[\W_]{0,8}(?:
    (?:for|to|für|pour|para|per|для)\s(?:(?-i:[A-ZÀ-ÞА-ЯЁ])\w|my\b|our\b|you\b|every|any|all\b|those\b)
    |(?:\w{1,9}\s){0,2}(?:\w{1,9},\s)?(?:sorry\b(?!\W*$)|late\b.{0,20}sorry)
    |thank|thx|ty\b|danke|merci|gracias|grazie|obrigad|спасибо|désolée?|perdón|entschuldig|scusat|desculp|простите|извините
    |(?:re-?|cross-?)?posted\b|written\b|originally\b|edit(?:ed)?\b|eta\b|inspired\b|oops|enjoy\b|(?:i\s)?hope\s(?:this|that|it|you)\b
    |(?:this\sis\s)?(?:my\s)?first\s(?:drabble|fic|story|attempt|time|try|post|entry)|be\s(?:kind|nice|gentle)\b|english\sis
    |not\ssure\s\w+\sthis|no\sidea\swh|i\sdon['’]t\sknow\swh\w+\sthis|(?:tell\sme\s|let\sme\sknow\s)?what\s(?:do|did)?\s?you\sth[io]
    |more\s(?:to|on|at|in)\b|part\s\w+\s(?:is|on|soon|tomorrow|next|comes|coming)\b|see\syou\b|stay\stuned
    |(?:happy|merry)\s(?-i:[A-Z])|happy\sbirthday|i\s(?:don['’]t\s)?own\b|(?:the\s)?characters\s(?:are|aren)
    |kommentare|(?:les\s)?commentaires|(?:se\s\w+\s)?comentários?|(?:se\s\w+\s)?comentarios|комментарии
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""How writers begin what they say below a story, and stories may end: `For Ben.`, `Sorry it's late!`."""

POSTSCRIPT = re.compile(r"[\W_]{0,6}p\.?\s?s\.?(?:\s?:|(?<=\.)|(?=\s))\s?\w", re.IGNORECASE)
SALUTATION = re.compile(
    r"[\W_]{0,6}(?:(?:my\s)?(?:dear|dearest|darling|beloved)|hello|hi|hey|to\swhom|lieber?|cher|chère|querid[oa]|car[oa]|дорог\w{2,3})\b",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"[\W_]{0,6}(?:(?:yours|your\s\w+|love|all\smy\slove|with\slove|sincerely|best|kind\sregards|regards|xo(?:xo)?|kisses|faithfully)\b"
    r"[^\n]{0,30}|[-–—~]\s?\w{1,20})",
    re.IGNORECASE,
)


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


def is_letter(text: str) -> bool:
    """True if a line greets somebody or takes its leave: letters have postscripts of their own."""
    lines = [line.strip() for line in text.split("\n")]
    return any(
        SALUTATION.match(line) or (len(line.split()) <= MOST_WORDS_OF_CLOSING and CLOSING.fullmatch(line))
        for line in lines
    )
