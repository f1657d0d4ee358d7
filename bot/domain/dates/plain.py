"""What people write about dates, in the few plain words that the rules know: one spelling, one language, no slips.

`Vendredi 8 déc., à 20h` and `by tommorow` become `friday 8 december at 20 h` and `tomorrow`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, product
from types import MappingProxyType
from unicodedata import combining, normalize

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.dates import vocabulary

LONGEST = 400
"""Characters of what may be a date, whatever its signs stand for: a single one may be a whole sentence."""
MOST_WORDINGS = 64
"""Wordings of a text at most, since words have several meanings."""
SHORTEST_MENDED = 4
"""A slip is mended in words of so many letters, if the right word has one more. One letter turns a shorter word into
another, so there only a unit is mended: where letters changed places, or one stands for two.
"""


def _folded(text: str) -> str:
    """Without capitals and accents."""
    return "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))


_WEEKDAY = "|".join(_folded(word) for day in vocabulary.WEEKDAYS for word in (day, *vocabulary.PLAIN[day].split()))
_RESPELT = (
    (r"\s+", " "),
    (r"\b(?:l|d|jusqu)['’]", " "),  # fin de l'année
    ("['’‘`´\"“”„«»]", ""),
    (r"[☀-➿\U0001f000-\U0001faff\ufe0f\u200d]+", " "),  # emoji
    (r"\b(?:le|el|il|den) ([0-9]{1,2})\b(?=$| (?!h\b|heure|uhr|hora|ore\b|[0-9]))(?!\. ?[0-9])", r"\1th"),
    (r"\b2(?=mor|nite)", "to"),
    (r"(?<=[0-9])(?: ?1⁄2| 1/2)(?= ?[^\W\d_])", ".5"),  # 1½ days
    (r"(?<=[^\W\d_]):(?= )", " "),
    (r"([0-9]) ([0-9]{1,2}:[0-9:]+)((?: [a-z]+)?) (20[0-9]{2}) ?$", r"\1 \4 \2\3"),  # Fri Dec 4 20:00:00 EST 2026
    (r"(?:(?<=tag)|(?<=mittwoch)|(?<=silvester))(?=abend|mittag|morgen|nach|vormittag)", " "),  # Freitagabend
    ("[‒–—−]", "-"),
    (r"(?<![0-9.:])([0-9]{1,2})\.,", r"\1th "),  # am 1., 11. und 21.
    ("@", " at "),
    (r"(?<=[0-9]),5(?= ?[^\W\d_])(?! ?[ap]m)", ".5"),
    (r"(?<=[0-9](?:st|nd|rd|th)), ?(?=(?:the )?last\b)", " and "),  # no 2nd last day
    (r"[,;!?()\[\] ]+", " "),
    (r"(?<=[0-9])t(?=[0-9]{2}:)", " "),  # 2026-12-01T20:00
    (r"(?<=:[0-9]{2})\.[0-9]{3}", ""),
    (r"(?<![^\W\d_])([ap])\. ?m\b\.?", r"\1m"),
    (r"(?:(?<=[ap]m)|(?<=:[0-9]{2})) la\b", " los_angeles"),  # elsewhere an article
    (r"(?<=[^\W\d_])[- ]feira\b", ""),
    (rf"\b({_WEEKDAY}) ?- ?(?=(?:{_WEEKDAY}) ?- ?(?:{_WEEKDAY})\b)", r"\1+"),  # mon-wed-fri
    (rf"\+({_WEEKDAY}) ?- ?(?=(?:{_WEEKDAY})\b)", r"+\1+"),
    (  # monday to friday
        rf"\b({_WEEKDAY})\b\.?(?: ?- ?| (?:through|thru|to|bis|a|au|al|ate|hasta|по|до) )(?=(?:{_WEEKDAY})\b)",
        r"\1 ~ ",
    ),
    (rf"\b({_WEEKDAY})\b\.? (?:until|till?) (?=(?:{_WEEKDAY})\b)", r"\1 > "),  # a round, and no two days
    (rf"\b({_WEEKDAY})\b\.? ?[/+] ?(?=(?:{_WEEKDAY})\b)", r"\1 and "),
    (r" ?& ?", " and "),
    (rf"\bчерез (?=(?:{_WEEKDAY})\b)", "every other "),
    (r"\b(\w+) (?:sim|si) \1 (?:nao|no)\b", r"every other \1"),  # domingo sim, domingo não
    (r"\b(?:un|uma?|una) (\w+) sim? (?:y otr[oa]|e un[oa]|outr[oa]) (?:nao|no)\b", r"every other \1"),
    (r"\bun (\w+) de cada dos\b", r"every other \1"),
    (r"\b1 ?x\b", "once"),
    (r"\bde ([0-9]{1,2}) em \1\b", r"every \1"),  # de 15 em 15 dias
    (r"\bhalf (?=(?:[1-9]|1[0-2]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)", "half past "),
    (r"\bпол(?=(?:перв|втор|трет|четверт|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат)[а-я]+\b)", "половина "),
    (
        r"\b(every|jeden) ([0-9]{1,2})(?:st|nd|rd|th|\.) (?:of (?:the|each|every)|des) (?=month\b|monats\b)",
        r"\1 \2th day ",
    ),
    (r"\bdo (?=mes\b|ano\b)|\bdi (?=(?:lune|marte|mercole|giove|vener)di\b|sabato\b|domenica\b)", ""),  # no Do., no Di.
    (r"\b((?:lune|marte|mercole|giove|vener)di|sabato|domenica) di\b", r"\1"),
    (r"\ban (?=jede|heilig|silvester)", ""),
    (r"\b([0-9]{1,2}) (?=(?:du|des?|del|do|di)(?: (?:chaque|cada|ogni))? (?:mois|mes|mese)\b)", r"\1th "),
    (r"\b([0-9]{1,2}) числ[ао]\b", r"\1th"),
    (r"\btodo dia ([0-9]{1,2})o?\b(?! ?[:h])", r"every \1th"),
    (r"(?<=[^\W\d_])\.", " "),
    (r"(?<![0-9.:])([0-9]{1,2})(?:st|nd|rd|th|er|re|e|o|a|°|-?го|-?е)(?![\w°])", r"\1th"),
    (r"(?<=[0-9]th) ?[+/] ?(?=[0-9])", " and "),
    (r"(?<![0-9:.-])([0-9]{1,2})-weekly\b", r"every \1 weeks"),
    (r"(?<=[0-9])(?=[^\W\d_])(?!th)", " "),
    (r"(?<=[^\W\d_])(?=[0-9])", " "),
    (r"(?<=[^\W\d_])-(?=[^\W\d_])", " "),
)
_SPELLINGS = tuple((re.compile(spelt), plain) for spelt, plain in _RESPELT)
_CITY = re.compile(rf"\b(?:{'|'.join(vocabulary.CITIES_WITH_AN_ARTICLE)})\b".replace(" ", r"\s+"))
_WORD = re.compile(r"(?<![\w/])[^\W\d_]+(?![\w/])")


def _single(word: str) -> str:
    return "".join(letter for letter, before in zip(word, f" {word}", strict=False) if letter != before)


def _means() -> MappingProxyType[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for plain, written in vocabulary.PLAIN.items():
        for word in (plain, *_folded(written).split()):
            found[word].append(plain)
    return MappingProxyType({word: tuple(dict.fromkeys(meanings)) for word, meanings in found.items()})


_WORDS = _means()
_LONG_WORDS = {word: _single(word) for word in _WORDS if len(word) > SHORTEST_MENDED}


def _short_slips() -> Iterator[tuple[str, str]]:
    for word, meant in _WORDS.items():
        if meant[0] in vocabulary.UNITS and SHORTEST_MENDED - 1 <= len(word) <= SHORTEST_MENDED:
            yield _single(word), word
            for place in range(1, len(word) - 1):
                yield f"{word[:place]}{word[place + 1]}{word[place]}{word[place + 2 :]}", word


_SHORT_SLIPS = dict(_short_slips())
_PHRASE_MEANS = {_folded(said): plain for plain, phrases in vocabulary.PHRASES.items() for said in phrases.split(", ")}
_PHRASE = re.compile(rf"(?<![\w/])(?:{'|'.join(sorted(_PHRASE_MEANS, key=len, reverse=True))})(?![\w/])")


def wordings(text: str, *, mended: bool = False) -> Iterator[str]:
    """The text in plain words, the likeliest meaning of each first; with slips of the pen mended if asked for."""
    if len(text) > LONGEST or len(folded := _folded(text)) > LONGEST:
        return
    words = _respelt(folded)
    if mended:
        words = _WORD.sub(lambda found: _mended(found[0]), words)
    words = _PHRASE.sub(lambda found: _PHRASE_MEANS[found[0]], words)
    between, written = _WORD.split(words), _WORD.findall(words)
    for meant in islice(product(*(_WORDS.get(word, (word,)) for word in written)), MOST_WORDINGS):
        pieces = (before + word for before, word in zip(between, (*meant, ""), strict=True))
        yield " ".join("".join(pieces).split())


def _mended(word: str) -> str:
    """The one word that it may be with a slip: a letter too much, too few or another, or two in each other's place.
    Doubled letters are not told apart from single ones, and the first one is always right.
    """
    if word in _WORDS:
        return word
    if word in _SHORT_SLIPS:
        return _SHORT_SLIPS[word]
    if len(word) < SHORTEST_MENDED:
        return word
    near = process.extract(_single(word), _LONG_WORDS, scorer=OSA.distance, processor=None, score_cutoff=1, limit=None)
    found = {_WORDS[right]: right for _, _, right in near if right[0] == word[0]}
    return next(iter(found.values())) if len(found) == 1 else word


def _respelt(folded: str) -> str:
    words = _CITY.sub(lambda found: "_".join(found[0].split()), folded)
    for pattern, plain in _SPELLINGS:
        words = pattern.sub(plain, words)
    return words.strip()
