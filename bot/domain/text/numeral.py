"""Numbers as writers state them: `1,105`, `5 x 100`, "one hundred", and in other languages."""

import re
from functools import lru_cache

SERIES = re.compile(r"(\d{1,6})\s?[x×*]\s?(\d{1,6})\b")
"""`5 x 100`, a series of drabbles."""

THOUSANDS = re.compile(r"(?<![\d.,])(\d{1,3})(?:[.,](\d{1,3}))?k\b", re.IGNORECASE)
"""`2k`, `1.5k`; the mark is a decimal point."""

DIGITS = re.compile(r"\d{1,3}(?:[,.’']\d{2,3}|[ \u00a0\u202f]\d{3}){1,2}(?!\d)|\d{1,9}")
"""A number, with its thousands marked or not; a mark before two digits is a slip, and the number is still one."""

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
    200: "doscientos doscientas duzentos duzentas двести",
    300: "trescientos trescientas trezentos trezentas триста",
    400: "cuatrocientos cuatrocientas quatrocentos quatrocentas четыреста",
    500: "quinientos quinientas quinhentos quinhentas пятьсот",
}
HUNDRED = frozenset(["hundred", "cent", "cents", "hundert", "cien", "ciento", "cento", "cem", "сто"])
THOUSAND = frozenset(["thousand", "mille", "tausend", "mil", "mila", "тысяча", "тысячи"])
AND = frozenset(["and", "et", "und", "y", "e"])

VALUES = {
    **{word: value for value, words in UNITS.items() for word in words.split()},
    **dict.fromkeys(HUNDRED, 100),
    **dict.fromkeys(THOUSAND, 1000),
}
COMPOUNDED = sorted((word for word in VALUES.keys() | AND if len(word) > 1), key=len, reverse=True)
LONGEST_WORD = 60
WORD = re.compile(r"[^\W\d_]+")

FEWEST_ALONE = 20
"""The least number that is read in words: a smaller one is the "one" of "one-shot"."""
LONGEST_LOOKED_AT = 400
"""Characters of a value that are searched for a number in words."""


def first(value: str) -> int | None:
    """The first number in a value; digits go before words."""
    if series := SERIES.search(value):
        return int(series[1]) * int(series[2])
    if number := DIGITS.search(value):
        if (thousands := THOUSANDS.match(value, number.start())) is not None:
            return int(thousands[1]) * 1000 + int((thousands[2] or "").ljust(3, "0"))
        return int("".join(filter(str.isdecimal, number[0])))
    return in_words(value[:LONGEST_LOOKED_AT].casefold())


def in_words(value: str) -> int | None:
    """The first number in words: `one hundred and five`, `zweihundert`, `cento`."""
    run: list[str] = []
    for word in WORD.findall(value):
        parts = parts_of(word)
        if parts:
            run += parts
        elif (number := total(run)) is not None:
            return number
        else:
            run = []
    return total(run)


@lru_cache(maxsize=1024)
def parts_of(word: str) -> tuple[str, ...]:
    """The numerals that a word is made of: `zwei` and `hundert` of `zweihundert`; none if it is another word."""
    if word in VALUES or word in AND:
        return (word,)
    if len(word) > LONGEST_WORD:
        return ()
    for part in COMPOUNDED:
        if word.startswith(part) and (rest := parts_of(word[len(part) :])):
            return (part, *rest)
    return ()


def total(words: list[str]) -> int | None:
    """The sum of the numerals; a smaller one before `hundred` or `thousand` multiplies it. None if it is too small or
    too large.
    """
    whole = part = 0
    for word in words:
        value = VALUES.get(word, 0)
        if word in THOUSAND:
            whole, part = whole + max(part, 1) * value, 0
        elif word in HUNDRED:
            part = (part if 0 < part < 100 else 1) * value + (part if part >= 100 else 0)
        else:
            part += value
    number = whole + part
    return number if FEWEST_ALONE <= number < 10**9 else None
