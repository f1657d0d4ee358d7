"""Remarks to the readers without a label: on the story, on its characters' owners, thanks, pleas."""

import re

OWNERSHIP = re.compile(
    r"""
    \b(?=\w)(?:
        copyrights?\b | (?:standard|usual)\sdisclaimers?\b | (?:just|only)\sborrowing\sthem\b
      | (?:characters?|universe|rights|franchise)\b.{0,40}\bbelongs?\sto\b
      | (?:do(?:es)?\s?n[o'’]?t|do\snot|did\snot|never|don['’]?t)\s(?:own|claim)\b
      | (?:owned|created|copyright(?:ed)?|copywrite|copyrighted)\s(?:by|to|of|their)\b
      | (?:is|are|remains?)\s(?:the\s)?(?:\w+\s){0,2}property\sof\b | property\sof\b
      | belongs?\sto\b.{0,80}\b(?:not\s(?:to\s)?me|creators?|owners?|inc|ltd|productions?|studios?|respective)\b
      | (?<!was\s)not\smine\b | don['’]?t\ssue\b | no\s(?:copyright\s)?infringement\b
      | respective\s(?:owners|creators)\b | no\s(?:money|profit)\b.{0,40}\bmade\b
      | not\smaking\s(?:any\s)?(?:money|profit)\b
      | rien\s(?:n['’]est|ne\sm['’]appartient)\b | ne\sm['’]appartien\w+ | gehör\w+\s(?:nicht\s)?mir\b
      | no\sme\spertenece\w* | non\smi\sappart\w+ | não\sme\spertence\w* | не\sпринадлеж\w+
    ) | \(c\) | ©
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
"""Words of a disclaimer."""

ABOUT_STORY = re.compile(
    r"""
    \b(?=\w)(?:
        (?:fan\s?-?fic(?:tion|s)?|fics?|ficlets?|drabbles?|one-?shots?|spamfics?|lemon|wip|songfic|crossover|fandoms?)\b
      | (?:unbeta\w*|betas?|beta-?(?:ed|d|read\w*)|concrit)\b
      | (?:c\s?&\s?c|r\s?&\s?r|flames?|feedback)\b | constructive\scriticism\b
      | (?:reviews?|comments?|criticism|kudos)\b
        (?=.{0,80}\b(?:welcome|appreciated|wanted|please|love|to|are|let|send)\b)
      | (?:please|pls|plz)\s(?:\w+\s){0,3}(?:review|comment|r&r|e-?mail|drop\sby|let\sme|enjoy|tell\sme|send|archive)\b
      | e-?mail\sme\b | (?:hope|let)\s(?:you|me)\s(?:all\s)?(?:enjoy\w*|know)\b | enjoy!
      | (?:posted|written|wrote|prompted|inspired)\s(?:\w+\s){0,3}(?:for|by|at|in|over)\b(?=.{0,60}\b\w+_\w+)
      | (?:author['’]?s?\snotes?|a/n|disclaimers?|spoilers?|warnings?)\b | poll\b | \w+@\w+\.\w+ | https?://
    )
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
"""Words about the story, not of it."""

THIS_STORY = re.compile(
    r"\b(?:this|my)\s(?:\w+\s){0,2}(?:story|chapter|part|series|prompt|piece|challenge)\b", re.IGNORECASE
)
"""Words about the story that a narrator may use as well."""

PERSON = re.compile(r"\b(?:i|i['’]\w+|my|me|mine|we|our|you|your|please|this|je|ich|yo|io|eu|я)\b", re.IGNORECASE)
THANKS = re.compile(r"\W{0,6}+(?:(?:many|special|much|big|huge)\s){0,5}+thanks\sto\b", re.IGNORECASE)

SHORT = re.compile(
    r"[\W_]{0,6}+(?:feedback|concrit|comments?|reviews?|un-?beta\w*+|cross-?posted|x-?posted|not?\sbeta\w*+|written\sfor|for\sthe)\b",
    re.IGNORECASE,
)
"""The start of a short remark that closes a header: `Feedback is love.`"""

ASIDE = re.compile(r"\([^()]{1,100}\)")

DEDICATION = re.compile(
    r"[\W_]{0,6}+(?:(?:this\s(?:\w++\s)?is\s)?dedicated\s(?:to|in)|in\s(?:loving\s)?memory\sof|happy\sbirthday)\b",
    re.IGNORECASE,
)


INTRODUCES = re.compile(
    r"^\W*(?:this|here)\s(?:is|was|takes|happens|one|came|goes)\b|\benjoy\b|\breading\b", re.IGNORECASE
)

SPEECH = re.compile(r"[\"“«][^\"”»\n]{2,300}+(?:(?<=[,.!?…-])|(?<=[,.!?…-]['’]))[\"”»]")

SAYING = re.compile(
    r"""
    [,.!?…]["”»’']{0,2}\s(?:\w+\s){0,2}
    (?:said|says|asked|asks|thought|thinks|wrote|replied|answered|cried|muttered|whispered|added)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""`five stars, she thought`; `“… a door,” said the card`."""

LONGEST = 3_000
"""Characters of the longest remark."""

START = re.compile(
    r"""[\W_]{0,12}+(?:(?:start|begin)\s(?:reading|story|fic|here)|(?:the\s)?(?:story|fic)\s(?:starts|begins)(?:\shere)?
    |here\s(?:goes(?:\snothing)?|it\sgoes|we\sgo|it\sis|you\sgo)|(?:now\s)?on(?:wards?)?\s(?:with|to)\s(?:the\s)?(?:show|story|fic\w*|drabble)
    |and\snow.{0,30}(?:story|fic\w*|drabble|show)
    |(?:your|my|our)\s(?:story|fic\w*|drabble|piece|entry|text)|enjoy|read\son|(?:chapter|work)\stext
    |story|begin|start|lj[- ]cut|read\smore|under\sthe\scut|the\sdrabble|drabble|text|début|anfang
    |viel\sspaß(?:\sbeim\slesen)?|bonne\slecture|приятного\sчтения|buona\slettura|boa\sleitura|buena\slectura|happy\sreading)[\W_]{0,12}""",
    re.VERBOSE | re.IGNORECASE,
)
"""A line that only says that the story starts."""

END = re.compile(
    r"""[\W_]{0,12}+(?:
    (?:the\s)?end(?:\sof\s(?:the\s)?(?:story|fic|chapter|part|prologue|epilogue|drabble)(?:\s\w{1,10})?)?
    |fin|finis|finito|ende|owari|tbc
    |to\sbe\scontinued|t\.b\.c|the\send\.?\s?(?:for\snow|or\sis\sit|really)|конец|koniec|owatta|das\sende|la\sfin
    |continued\sin\s.{1,30}|end\s(?:chapter|part|prologue|epilogue)(?:\s\w{1,10})?|tsuzuku
    |(?<=[-–—])30(?=\s?[-–—]))(?:\s\(?\d{1,2}/\d{1,2}\)?)?[\W_]{0,12}""",
    re.VERBOSE | re.IGNORECASE,
)
"""A line that only says that the story ends; `-30-` is a newspaper's."""


def is_told(text: str) -> bool:
    """True if the text says who said or thought it, as narrators do."""
    return SAYING.search(text) is not None


def is_remark(text: str) -> bool:
    """True if a paragraph speaks to its readers about the story."""
    if len(text) > LONGEST or SPEECH.search(text):
        return False
    return is_plain_remark(text) or (THIS_STORY.search(text) is not None and PERSON.search(text) is not None)


def introduces(text: str) -> bool:
    """True if a paragraph may introduce a story: `This is just something I ...`, `Enjoy!`."""
    return INTRODUCES.search(text) is not None and PERSON.search(text) is not None


def is_plain_remark(text: str) -> bool:
    """True if a paragraph is a remark that no narrator would make."""
    if len(text) > LONGEST or SPEECH.search(text):
        return False
    return (OWNERSHIP.search(text) or THANKS.match(text)) is not None or (
        ABOUT_STORY.search(text) is not None and PERSON.search(text) is not None
    )


def closes_header(line: str) -> bool:
    """True if a line right below the fields is a remark that belongs to them."""
    return len(line) <= 200 and (SHORT.match(line) is not None or is_plain_remark(line))


def starts_story(line: str) -> bool:
    return len(line) <= 60 and START.fullmatch(line) is not None


def ends_story(line: str) -> bool:
    return len(line) <= 60 and END.fullmatch(line) is not None
