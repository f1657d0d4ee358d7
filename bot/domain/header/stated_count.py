"""A number of words as a line states it: `100 words, give or take`, `exactly a hundred words`.

Beside the number, such a line has only words that say what was counted and how. A sentence of a story has others too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from bot.domain.header import written_name
from bot.domain.header.field import Field
from bot.domain.text import markup, numeral

LONGEST = 120
"""Characters of a count with all its remarks."""

LEAST_IN_WORDS = 50
"""The least number that is believed without digits, a half-drabble's: stories speak of two words, or of ten."""

MOST_NUMBERS = 2
"""Different numbers of one count: `102 words (100 without the title)`."""

UNITS = """w, wd, wds, word, words, mot, mots, wort, worte, worten, wörter, wörtern, palabra, palabras, parola, parole,
    palavra, palavras, слово, слова, слов, слів, woord, woorden, ord, słowo, słowa, słów, slov, sanaa, szó, kelime,
    kata, 字, 語, 词, 단어"""

UNTOLD = "total, count, conteo, contagem, conteggio, extensión, размер, объём"
"""Names of counts that may be of anything else: they want a unit too."""

LENGTHS = "length, size, länge, longueur, longitud, lunghezza, comprimento, tamanho"
"""Names of counts that may as well name a form, as in `Length: ficlet`."""

REMARKS = f"""{LENGTHS}, fic length, long, final, a, an, the, this, my, x,
    b, so, of, no more, exactly, exact, precisely, approximately, approx, about, around, roughly, circa, ca, c,
    almost, nearly, just, only, even, flat, sharp, totals, totalling, in total, in all, all told, all in all,
    altogether, is, it's, it is, that's, thats, that is, this is, makes, which makes, comes to, comes in at, clocks
    in at, clocking in at, weighs in at, give or take, give or take a few, give or take a word, more or less, or so,
    or thereabouts, on the nose, on the dot, on the button, spot on, bang on, dead on, to the word, no more no less,
    no more and no less, not one more, drabble, drabbles, half, double, triple, true, perfect, proper, ficlet, fic,
    story, i think, i hope, i swear, i promise, i counted, if i counted right, counted, i make it, i checked,
    checked, twice, sorry, oops, lol, haha, yay, phew, whew, woo, hooray,
    woohoo, genau, exakt, ungefähr, etwa, rund, insgesamt, gesamt, im ganzen, lang, mehr oder weniger,
    plusminus, punktgenau, auf den punkt, auf das wort genau, das sind, es sind, nur, ein, mit, von, exactement,
    exacts, environ, à peu près, en tout, au total, tout rond, tout ronds, pile, pile poil, tout juste, plus ou
    moins, de, un, ça fait, exacta, exactas, exactamente, justas, unas, aproximadamente, más o menos, en total,
    clavadas, solo, en punto, esatte, esattamente, precise, giuste, in tutto, in totale, più o meno, tonde, di,
    exatas, exatamente, certas, certinhas, cerca de, no total, ao todo, mais ou menos, apenas, ровно, точно,
    примерно, около, всего, итого, в сумме, плюс минус, драббл"""

COUNTERS = """ao3, the ao3, ao3's count, ao3's counter, ao3's word count, the archive, word, ms word, microsoft word,
    google, google docs, gdocs, libreoffice, openoffice, pages, apple pages, ffn, my phone, scrivener, wordcounter,
    word counter, wordcounter.net, the counter, my counter,
    wordpress, ellipsus, obsidian, notion, the bot, my count, hand, my editor,
    my editor's count, my beta, my beta's count"""
"""Programs and people who count."""

BEFORE_COUNTERS = """according to, per, by, in, on, via, acc to, said, from, using, laut, nach, bei, d'après, selon,
    según, secondo, segundo, по"""

BESIDE = """title, titles, header, headers, heading, headings, notes, a/n, author's notes, this, this line, summary,
    tags, titel, überschrift, titre, título, titolo, названия, названием, заголовка"""
"""What a writer may leave out of the count."""

ARTICLES = ["", "the ", "my ", "den ", "dem ", "le ", "el ", "o ", "il "]

COUNTING = """not counting, not including, without, excluding, excl, minus, counting, including, incl, inclusive of,
    with, plus, ohne, mit, inkl, exkl, sans, avec, sin, con, senza, sem, com, без, с"""

COUNTED = """included, not included, excluded, not counted, compris, non compris, inclus, exclu, incluido, no incluido,
    escluso, incluso, excluído, incluído"""

UNPARTED = re.compile(r"(?<=\d\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d\d)")
"""The place between a number and the unit or the name right beside it: `100w`, `wc100`."""
RANGE = re.compile(r"\d\s?[-–—]\s?\d")
"""`50-200 words` is what a moderator asks for."""
WORD = re.compile(r"[^\W_]+")
SAID = re.compile(r"[\"“”„«»]")
ENDS = frozenset(".!?…")
AROUND = " \t-#*_~[]()"


@dataclass(frozen=True, slots=True)
class StatedCount:
    number: int
    is_named: bool
    """True if the line says that it counts words."""
    in_digits: bool
    is_told: bool
    """True if the line ends like a sentence."""

    @property
    def is_plain(self) -> bool:
        """True if the line states a count, whatever stands around it."""
        return self.is_named and (self.in_digits or (self.number >= LEAST_IN_WORDS and not self.is_told))


def words(name: str) -> tuple[str, ...]:
    return tuple(WORD.findall(written_name.plain(name)))


def listed(names: str) -> set[tuple[str, ...]]:
    return set(map(words, written_name.listed(names)))


def remarks() -> Iterator[str]:
    counters = written_name.listed(COUNTERS)
    beside = list(map("".join, product(ARTICLES, written_name.listed(BESIDE))))
    yield from written_name.listed(REMARKS)
    yield from counters
    yield from map(" ".join, product(written_name.listed(BEFORE_COUNTERS), counters))
    yield from (f"{counter} {says}" for counter, says in product(counters, ("says", "said")))
    yield from map(" ".join, product(written_name.listed(COUNTING), beside))
    yield from map(" ".join, product(beside, written_name.listed(COUNTED)))


OF_COUNTS = {words(name) for name, field in written_name.BY_NAME.items() if field is Field.WORD_COUNT}
OF_LENGTHS = listed(LENGTHS)
OF_UNITS = listed(UNITS)
NAMES = (OF_COUNTS | OF_UNITS) - listed(UNTOLD)
PHRASES = NAMES | listed(UNTOLD) | set(map(words, remarks()))
IN_FRONT = "|".join(sorted((re.escape(" ".join(name)) for name in OF_COUNTS | OF_LENGTHS), key=len, reverse=True))
NAME_IN_FRONT = re.compile(rf"\A(?:{IN_FRONT})\W{{1,40}}(?=\d)", re.IGNORECASE)
VOCABULARY = {word for phrase in PHRASES for word in phrase}
MOST_WORDS = max(map(len, PHRASES))


@lru_cache(maxsize=4096)  # a line is asked once as a field, and again as a foot
def read(line: str) -> StatedCount | None:
    """The count that a line states, if the line says nothing else."""
    if len(line) > LONGEST:
        return None
    if (bare_number := line.strip().strip("*_")).isdecimal():
        return StatedCount(int(bare_number), is_named=False, in_digits=True, is_told=False)
    if SAID.search(line) or not all(map(is_of_counts, WORD.findall(line.casefold()))):
        return None
    text = UNPARTED.sub(" ", markup.plain(line).casefold())
    if RANGE.search(text):
        return None
    text = text if text[:1].isalpha() else numeral.added_up(text)
    text = numeral.in_digits(numeral.SERIES.sub(lambda found: str(int(found[1]) * int(found[2])), text))
    said = words(text)
    numbers = {int(word) for word in said if word.isdecimal()}
    phrases = list(parted([word for word in said if not word.isdecimal()]))
    if not 0 < len(numbers) <= MOST_NUMBERS or not PHRASES.issuperset(phrases):
        return None
    number = next(int(word) for word in said if word.isdecimal())
    is_told = next(each for each in reversed(line) if each.isalnum() or each in ENDS) in ENDS
    return StatedCount(number, not NAMES.isdisjoint(phrases), any(map(str.isdecimal, line)), is_told)


@lru_cache(maxsize=4096)  # the same words come again and again
def is_of_counts(word: str) -> bool:
    """True if a line that states a count may have this word; most lines of a story have another at once."""
    return VOCABULARY.issuperset(words(word)) or numeral.parts_of(word) != () or any(map(str.isdecimal, word))


def bare(line: str) -> str:
    """A line that states a count, without the marks around it and without the name before a colon."""
    _, _, behind = line.rpartition(":")
    text = NAME_IN_FRONT.sub("", markup.plain(line if read(behind) is None else behind).strip(AROUND))
    text = f"{text})" if "(" in text and ")" not in text else text
    stated = read(line)
    if stated is None or numeral.first(numeral.added_up(text)) == stated.number:
        return text
    return f"{stated.number} ({text})"


def is_without_remark(value: str) -> bool:
    """True for `100` or `(one hundred words)`: a number of words, and no remark on it."""
    said = words(numeral.in_digits(value.casefold())) if len(value) <= LONGEST else ()
    units = [(word,) for word in said if not word.isdecimal()]
    return len(said) - len(units) == 1 and OF_UNITS.issuperset(units)


def is_remark(text: str) -> bool:
    """True for `give or take`, which says something of a count beside it."""
    return len(text) <= LONGEST and PHRASES.issuperset(parted(list(words(text.casefold()))))


def parted(said: list[str]) -> Iterator[tuple[str, ...]]:
    """These words as phrases, each as long as it can be."""
    place = 0
    while place < len(said):
        rest = tuple(said[place : place + MOST_WORDS])
        phrase = next((rest[:end] for end in range(len(rest), 0, -1) if rest[:end] in PHRASES), rest[:1])
        yield phrase
        place += len(phrase)
