"""The fields that a header line's name stands for, however it is spelt and decorated."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from unicodedata import combining, normalize

from bot.domain.header import field_names
from bot.domain.header.field import Field

PLURAL = re.compile(r"(?<=\w\w\w)(?:/|\(|\(/)(?:s|es|en|n|in|e)\b\)?")
ASIDE = re.compile(r"(?<!\s)\s*+(?:\([^()]*+\)|\[[^\[\]]*+\])")
JOINT = re.compile(r"(?<!\s)\s*+[/&+,|\\;]\s*+|\s(?:and|or|et|und|y|e|и)\s")
COMMUNITY = re.compile(r"(?<!\S)[^\s_]*+_\S*+ ")
"""A community's name in front of a field's, as in `rainy_days prompt`."""
ABOUT = re.compile(
    r"\s(?:(?:for|about|on|in|used|so far|here|number|no|nr|for this)\b[^,]{0,160}+$"
    r"|of (?:this |the |my |your )?(?:piece|fic|story|work|drabble|ficlet|entry|one)$"
    r"|(?:de[rs]|du|de l[ae]|del|della?|do|da) (?:geschichte|stücks|textes|drabbles?|ficlets?|fics?|fanfics?|texte"
    r"|récit|relato|texto|cuento|obra|racconto|storia|testo|conto)$|(?:работы|рассказа|текста|истории|фика|драббла)$"
    r"|(?:is|are|was|were|statement)$)|(?<![\s\d])\s*+#?\d++$"
)
"""The subject of a name: `warnings for this chapter`, `Prompt #4`."""
LONGEST_NAME = 40
SHORTEST_MISSPELT = 5
"""Letters of the shortest name that may be misspelt; shorter names are too near to other words."""
MOST_SLIPPED = 2
"""Letters too many or too few in a misspelt name. Longer and shorter ones are not compared, which saves time."""
WORD = re.compile(r"[^\W_]+")
MOST_DECORATING = 3
"""Words that may decorate a name: `REAL Disclaimer`, `A Very Short Summary`."""

DECORATED = {
    *(Field.TITLE, Field.RATING, Field.WARNINGS, Field.SPOILERS, Field.DISCLAIMER, Field.WORD_COUNT, Field.PROMPT),
    *(Field.SUMMARY, Field.NOTES, Field.PAIRING, Field.CHARACTERS, Field.FANDOM),
}
NOT_DECORATED = frozenset({"note", "words", "count", "story", "people", "story name", "place", "for", "by", "char"})
"""Names that are words of every story as well."""
DECORATING = frozenset(
    """a an the this my our your very really real short long brief quick usual standard obligatory mandatory
    required needed ao3 ms word google docs useless pointless boring silly stupid serious important special
    random super big little huge small main other extra additional further more some any no one two first second
    last final general official legal actual true for here used so far no number nr if and or et und y e и s
    story story's fic fic's drabble chapter author author's writer's challenge today's this week's""".split()  # noqa: SIM905
)
"""Words that add nothing to the name behind them."""
LITTLE_WORDS = frozenset(
    ["the", "a", "an", "his", "her", "their", "its", "this", "that", "to", "in", "on", "of", "and", "she", "he", "they"]
)
"""Words that begin many a sentence and no decorated name."""


SMALL_CAPITALS = str.maketrans("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqrstuvwyz")
WHITE_ON_BLACK = {first + place: ord("a") + place for first in (0x1F150, 0x1F170) for place in range(26)}
"""The letters in black circles and squares, which have no plain form of their own: `🆃🅸🆃🅻🅴`."""


def plain(name: str) -> str:
    """A name for comparison: small letters, no accents, all marks alike."""
    if not name.isascii():  # most names are, and have no accents
        letters = normalize("NFKD", name.translate(SMALL_CAPITALS | WHITE_ON_BLACK))
        name = "".join(letter for letter in letters if not combining(letter))
    name = name.casefold().replace("’", "'").replace("‘", "'").replace("´", "'").replace("`", "'")
    return " ".join(name.replace("_", " ").replace("-", " ").split())


def listed(names: str) -> list[str]:
    return " ".join(names.split()).split(", ")


def names_by_field() -> Iterator[tuple[str, Field]]:
    """Every name with its field; if two languages claim a name, the first one listed has it."""
    for table in reversed(field_names.LANGUAGES):
        for field, names in table.items():
            yield from ((plain(name), field) for name in listed(names))
    yield from ((plain(field.value), field) for field in Field)


BY_NAME = dict(names_by_field())
OF_ARCHIVES = frozenset(map(plain, listed(field_names.OF_ARCHIVES))) - BY_NAME.keys()
OTHER_NAMES = frozenset(map(plain, listed(field_names.OTHER))).union(OF_ARCHIVES) - BY_NAME.keys()
MISSPELT = {
    letter: tuple(name for name in BY_NAME if name[0] == letter and len(name) >= SHORTEST_MISSPELT)
    for letter in {name[0] for name in BY_NAME}
}
"""The names that may be misspelt, by their first letters."""
LONGEST_WORDS = frozenset(max(reversed(WORD.findall(name)), key=len) for name in BY_NAME)
"""The longest word of each name: a line of a story has none of them in front of a mark, as a rule."""


@lru_cache(maxsize=4096)
def named(name: str) -> tuple[Field, ...]:
    """The fields that a name stands for: none, one, or several, as for `rating/warnings`."""
    if len(name) > 4 * LONGEST_NAME:
        return ()
    name = PLURAL.sub("s", name.casefold().strip())
    words = WORD.findall(plain(ASIDE.sub("", name)))
    if len(words) > 1 and LONGEST_WORDS.isdisjoint(words):
        return ()
    for spelling in spellings(name):
        if (field := BY_NAME.get(plain(spelling))) is not None:
            return (field,)
    names = JOINT.split(ASIDE.sub("", name))
    if len(names) > 1 and all(one(part) or plain(part) in OTHER_NAMES for part in names):
        return tuple(dict.fromkeys(filter(None, map(one, names))))
    if plain(name) in OTHER_NAMES:
        return ()
    found = decorated(name) or misspelt(plain(ASIDE.sub("", name)))
    return (found,) if found is not None else ()


def spellings(name: str) -> Iterator[str]:
    """The name as it is, then without the marks and the words around it."""
    yield name.strip('()<>{}“”"')
    yield (bare := ASIDE.sub("", name).strip(" !?#"))
    yield COMMUNITY.sub("", bare, count=1)
    yield ABOUT.sub("", bare)


def one(part: str) -> Field | None:
    """The field of one part of `character/s` or `Rating/Warning(s)`."""
    return BY_NAME.get(plain(part)) or misspelt(plain(part))


def decorated(name: str) -> Field | None:
    """The field of a name with words before it, such as `real disclaimer` and `short summary`."""
    parts = parted(name)
    return BY_NAME[parts[1]] if parts is not None else None


def parted(name: str) -> tuple[str, str] | None:
    """The words that decorate a name, and the name."""
    words = plain(ASIDE.sub("", name)).split()
    if not words or words[0] in LITTLE_WORDS or any(map(is_listed, words)):
        return None
    for start in range(1, min(MOST_DECORATING, len(words) - 1) + 1):
        rest = " ".join(words[start:])
        if BY_NAME.get(rest) in DECORATED and rest not in NOT_DECORATED:
            return " ".join(words[:start]), rest
    return None


def is_listed(word: str) -> bool:
    """True if the mark behind a word makes a list: `Low Tide, explicit, prompt`, `by Ana / prompt`, but not `Short,
    silly summary`.
    """
    bare = word.removesuffix(",")
    return word == "/" or (bare != word and (len(bare) < 2 or bare not in DECORATING))


def says_more(name: str) -> bool:
    """True if a name has words beyond the field's: `Low Tide Fandom`, `Spoilers for season three`."""
    name = PLURAL.sub("s", name.casefold().strip())
    parts = parted(name)
    listed = next((each for each in spellings(name) if plain(each) in BY_NAME), None)
    known = listed or (parts[1] if parts is not None and not joined(name) else ASIDE.sub("", name))
    beside = set(WORD.findall(plain(name))) - set(WORD.findall(plain(known))) - DECORATING
    return not all(map(str.isdigit, beside))


WORDS_OF_THEIR_OWN = frozenset(["writing", "waiting", "there", "these", "dating", "stating", "relation", "shop"])
"""Words near a name that are not misspelt."""


def misspelt(name: str) -> Field | None:
    """The field of a single word that is one slip away from a name: `raiting`."""
    if len(name) < SHORTEST_MISSPELT or " " in name or name in OTHER_NAMES or name in WORDS_OF_THEIR_OWN:
        return None
    alike = [each for each in MISSPELT.get(name[0], ()) if abs(len(each) - len(name)) <= MOST_SLIPPED]
    near = get_close_matches(name, alike, n=1, cutoff=0.87)
    return BY_NAME[near[0]] if near else None


def is_other(name: str) -> bool:
    """True if a line of this name belongs to a header, though we have no field for it."""
    return plain(ASIDE.sub("", name)) in OTHER_NAMES


def is_of_archive(name: str) -> bool:
    """True if archives write lines of this name."""
    return plain(ASIDE.sub("", name)) in OF_ARCHIVES


def exact(name: str) -> bool:
    """True if we list the name itself, with no slip or decoration; a name in mid-line has to be such a one."""
    return any(plain(spelling) in BY_NAME for spelling in spellings(name.casefold())) or len(joined(name)) > 1


def joined(name: str) -> tuple[Field, ...]:
    """The fields of `rating/warnings`."""
    parts = [BY_NAME.get(plain(part)) for part in JOINT.split(name.casefold())]
    return tuple(part for part in parts if part is not None) if all(parts) else ()


WEAK = frozenset(plain(name) for name in listed(field_names.WEAK))
"""Names that are words of every story as well: one of them alone makes no header."""


def is_telling(name: str) -> bool:
    """True if only headers use a name."""
    name = plain(PLURAL.sub("s", name.casefold()))
    return name in BY_NAME and name not in WEAK


def is_weak(name: str) -> bool:
    return plain(ASIDE.sub("", name)) in WEAK
