"""Numbers as writers state them: `1,105`, `5 x 100`, "one hundred", and in other languages."""

import re
from collections.abc import Iterator
from functools import lru_cache

SERIES = re.compile(r"(\d{1,6})\s?[x×*]\s?(\d{1,6})\b")
"""`5 x 100`, a series of drabbles."""

TOGETHER = r"(?:,? (?:and|und|et|y|e|и) | ?[+&] ?)"
LIST = re.compile(
    r"(?<![\d.,])(?<!between )(?<!entre )(?<!zwischen )"
    rf"\d{{2,4}}(?:(?:, |{TOGETHER})\d{{2,4}}){{0,9}}{TOGETHER}\d{{2,4}}(?![\d.,]*\d)",
    re.IGNORECASE,
)
"""`58, 54 and 40`, the counts of stories side by side."""

DRABBLES = re.compile(r"\b\d{1,2}\s?(?:[x×*]\s?)?(?:half[\s-]|double[\s-])?drabble", re.IGNORECASE)
"""`3 drabbles`, `3 x drabble`: a number of stories."""

THOUSANDS = re.compile(r"(?<![\d.,])(\d{1,3})(?:[.,](\d{1,3}))?k\b", re.IGNORECASE)
"""`2k`, `1.5k`; the mark is a decimal point."""

DIGITS = re.compile(r"\d{1,3}(?:[,.’']\d{2,3}|[ \u00a0\u202f]\d{3}){1,2}(?!\d)|\d{1,9}")
"""A number, with its thousands marked or not; a mark before two digits is a slip, and the number is still one."""

BOTH_THOUSANDS = re.compile(r"(?<![\d.,])(\d{1,2})(?= ?(?:-|–|to|or) ?\d{1,2}(?:[.,]\d)?k\b)", re.IGNORECASE)
"""The `1` of `1-2k`."""
GROUPED = re.compile(r"(?<![\d.,])(?:[1-9][,.'’ ]\d{3}|[1-9]\d{1,2}[,.'’ ]000)(?![.,]?\d)")
"""`1,105`, `10 000`. In longer numbers only round thousands are told from a list: `100,200` is two numbers."""

UNITS = {
    1: "one a an un une uno una ein eine eins um uma один одна",
    2: "two deux zwei dos due dois duas два две",
    3: "three trois drei tres tre três три",
    4: "four quatre vier cuatro quattro quatro четыре",
    5: "five cinq fünf cinco cinque пять",
    6: "six sechs seis sei шесть",
    7: "seven sept sieben siete sette sete семь",
    8: "eight huit acht ocho otto oito восемь",
    9: "nine neuf neun nueve nove девять",
    10: "ten dix zehn diez dieci dez десять",
    11: "eleven onze elf once undici одиннадцать",
    12: "twelve douze zwölf doce dodici doze двенадцать",
    13: "thirteen treize dreizehn trece tredici treze тринадцать",
    14: "fourteen quatorze vierzehn catorce quattordici catorze четырнадцать",
    15: "fifteen quinze fünfzehn quince quindici пятнадцать",
    16: "sixteen seize sechzehn dieciséis sedici dezesseis шестнадцать",
    17: "seventeen siebzehn diecisiete diciassette dezessete семнадцать",
    18: "eighteen achtzehn dieciocho diciotto dezoito восемнадцать",
    19: "nineteen neunzehn diecinueve diciannove dezenove девятнадцать",
    20: "twenty vingt zwanzig veinte venti vinte двадцать",
    30: "thirty trente dreißig dreissig treinta trenta trinta тридцать",
    40: "forty fourty quarante vierzig cuarenta quaranta quarenta сорок",
    50: "fifty cinquante fünfzig cincuenta cinquanta cinquenta пятьдесят",
    60: "sixty soixante sechzig sesenta sessanta sessenta шестьдесят",
    70: "seventy siebzig setenta settanta septante семьдесят",
    80: "eighty achtzig ochenta ottanta oitenta восемьдесят",
    90: "ninety neunzig noventa novanta nonante девяносто",
    200: "doscientos doscientas duzentos duzentas двести двухсот",
    300: "trescientos trescientas trezentos trezentas триста трёхсот",
    400: "cuatrocientos cuatrocientas quatrocentos quatrocentas четыреста",
    500: "quinientos quinientas quinhentos quinhentas пятьсот пятисот",
}
HUNDRED = frozenset(["hundred", "cent", "cents", "hundert", "cien", "ciento", "cento", "cem", "сто", "ста"])
THOUSAND = frozenset(["thousand", "mille", "tausend", "mil", "mila", "тысяча", "тысячи", "тысяч"])
AND = frozenset(["and", "et", "und", "y", "e", "и"])
ARTICLES = frozenset(["a", "an"])
ENGLISH_PLACES = frozenset(["hundred", "thousand"])
"""Articles are numerals before these alone."""
QUATRE_VINGT = (4, 20)

VALUES = {
    **{word: value for value, words in UNITS.items() for word in words.split()},
    **dict.fromkeys(HUNDRED, 100),
    **dict.fromkeys(THOUSAND, 1000),
}
COMPOUNDED = tuple(sorted((word for word in VALUES.keys() | AND if len(word) > 1), key=len, reverse=True))
LONGEST_WORD = 60
PIECE = re.compile(r"[^\W\d_]++|[\W\d_]++")
"""A word, or what stands between words."""
JOINTS = frozenset([" ", "-"])
"""Between the words of one number."""
LONGEST_NUMBER = 20
"""Pieces of a number in words."""

FEWEST_ALONE = 20
"""The least number that is read in words: a smaller one is the "one" of "one-shot"."""
LONGEST_LOOKED_AT = 400
"""Characters of a value that are searched for a number in words."""


def first(value: str) -> int | None:
    """The first number in a value, if it is not of drabbles; digits go before words."""
    if series := SERIES.search(value):
        return int(series[1]) * int(series[2])
    value = DRABBLES.sub("", value)
    if number := DIGITS.search(value):
        if (found := THOUSANDS.match(value, number.start())) is not None:
            return thousands(found)
        return int("".join(filter(str.isdecimal, number[0])))
    return in_words(value[:LONGEST_LOOKED_AT].casefold())


def added_up(text: str) -> str:
    """The text with the sum of each list of counts in its place."""
    return LIST.sub(lambda found: str(sum(map(int, DIGITS.findall(found[0].replace(",", ""))))), text)


def thousands(found: re.Match[str]) -> int:
    return int(found[1]) * 1000 + int((found[2] or "").ljust(3, "0"))


def in_words(value: str) -> int | None:
    """The first number in words: `one hundred and five`, `zweihundert`, `cento`. Small ones are none."""
    found = (piece for piece in read_words(value) if isinstance(piece, int))
    return next((number for number in found if number >= FEWEST_ALONE), None)


def in_digits(text: str) -> str:
    """The text with every number in plain digits: `1,105`, `2.5k`, `one hundred and five`. A lone `one` stays."""
    text = THOUSANDS.sub(lambda found: str(thousands(found)), BOTH_THOUSANDS.sub(r"\1k", text))
    text = GROUPED.sub(lambda found: "".join(filter(str.isdecimal, found[0])), text)
    return "".join(map(str, read_words(text)))


def read_words(text: str) -> Iterator[int | str]:
    """The pieces of a text. Where it has a number in words, that is one piece."""
    run: list[str] = []
    for piece in PIECE.findall(text):
        if parts_of(piece) or (run and piece in JOINTS):
            run.append(piece)
        else:
            yield from numbers(run)
            yield piece
            run = []
    yield from numbers(run)


def numbers(run: list[str]) -> Iterator[int | str]:
    """The numbers in a run of numerals, each as long as it can be. `one hundred and two hundred` has two."""
    place = 0
    while place < len(run):
        rest = run[place : place + LONGEST_NUMBER]
        ends = (end for end in range(len(rest), 0, -1) if HUNDRED.union(THOUSAND).isdisjoint(rest[end + 1 : end + 2]))
        end, number = next(((end, value) for end in ends if (value := value_of(rest[:end]))), (1, run[place]))
        yield number
        place += end


def value_of(pieces: list[str]) -> int | None:
    """The number that all of these numerals make; None if they make none, or one alone."""
    words = [piece for piece in pieces if piece not in JOINTS]
    if pieces[0] in JOINTS | AND or pieces[-1] in JOINTS | AND:
        return None
    whole = part = 0
    joined = False  # `fifty and five hundred` is not 5500
    for word, following in zip(words, [*words[1:], ""], strict=True):
        value = total(parts_of(word))
        joined = joined or (word in AND and part > 0)
        if word in ARTICLES and following not in ENGLISH_PLACES:
            return None
        if word in THOUSAND and not whole:
            whole, part = max(part, 1) * 1000, 0
        elif word in HUNDRED and part < 100 and not joined:
            part = max(part, 1) * 100
        elif (part, value) == QUATRE_VINGT:
            part = 80
        elif value < room_after(part):
            part += value
        else:
            return None
    number = whole + part
    return number if number > 1 else None


def room_after(part: int) -> int:
    """The least number that can no longer be added: after `fifty`, ten."""
    if part % 100 == 0:
        return 100 if part else 1000
    if part % 100 in (60, 80):  # soixante-quinze, quatre-vingt-dix
        return 20
    return 10 if part % 10 == 0 else 0


@lru_cache(maxsize=1024)
def parts_of(word: str) -> tuple[str, ...]:
    """The numerals that a word is made of: `zwei` and `hundert` of `zweihundert`; none if it is another word."""
    if word in VALUES or word in AND:
        return (word,)
    if len(word) > LONGEST_WORD or not word.startswith(COMPOUNDED):
        return ()
    for part in COMPOUNDED:
        if word.startswith(part) and (rest := parts_of(word[len(part) :])):
            return (part, *rest)
    return ()


def total(words: tuple[str, ...]) -> int:
    """The sum of the numerals in a word; a smaller one before `hundred` or `thousand` multiplies it."""
    whole = part = 0
    for word in words:
        value = VALUES.get(word, 0)
        if word in THOUSAND:
            whole, part = whole + max(part, 1) * value, 0
        elif word in HUNDRED:
            part = (part if 0 < part < 100 else 1) * value + (part if part >= 100 else 0)
        else:
            part += value
    return whole + part
