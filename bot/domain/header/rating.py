"""The age a reader should have: all common scales as one."""

import re
from enum import IntEnum
from functools import lru_cache
from unicodedata import category, decimal, normalize

from bot.domain.header import nothing


class Rating(IntEnum):
    NOT_RATED = 0
    GENERAL = 1
    TEEN = 2
    MATURE = 3
    EXPLICIT = 4


NAMES = {
    Rating.GENERAL: """g u k k+ pg general gen all everyone family frc fr7 frk tvg tvy tvy7 tvpg sfw worksafe p6 fsk0
        fsk6 ab6 0 0+ 6 6+ 7 7+ 9 9+ 10 10+ e10+ atp livre verde tous jugendfrei
        全年齢 全年龄 全年齡 普遍級 普遍级 전체관람가""",
    Rating.TEEN: """t t+ pg13 pg15 teen teens teenager ya frt fr13 frt13 tv14 p12 fsk12 ab12 12 12a 12+ 13 13+ 14 14+
        giallo jugend jugendliche jugendlicher jugendlichen ado ados adolescent adolescents adolescente adolescentes
        adolescenti juvenil подростки подростков подросткам подростковый remaja""",
    Rating.MATURE: """m r mature lime frm fr15 fr16 fr17 frm15 fram ma15 ma15+ p16 fsk16 ab16 15 15+ 16 16+ 17 17+
        arancione reif reife reifere reifes mûr mûre mûrs averti maduro madura maduros maturo matura maturi зрелый
        зрелых""",
    Rating.EXPLICIT: """e x xx xxx nc17 nc18 nc21 nc r18 r18+ ma ao explicit explizit explizite explizites explizitem
        explicite explicites explícito explícita explícitos explícitas esplicito esplicita espliciti esplicite
        эксплицит эксплицитный эксплицитная эксплицитное эксплицитные expliciet expliciete eksplicit eksplisitt
        adult adults erwachsen erwachsene erwachsenen erwachsener volljährig volljährige volljährigen adulte adultes
        majeur majeurs adulto adulta adultos adultas adulti maggiorenni взрослый взрослые взрослых взрослым
        совершеннолетние совершеннолетних совершеннолетним дорослі дорослих volwassen volwassenen vuxen vuxna
        barnförbjuden barnförbjudet voksen voksne aikuiset aikuisille dorośli dorosłych dospělí dospělé felnőtt
        felnőtteknek ενήλικες ενηλίκων yetişkin yetişkinler dewasa アダルト 성인 grownups erotic erotica erotik erotika
        erotisch érotique érotiques erótico erótica erotico эротика эротический frao fr18 fr21 tvma ma+ p18 fsk18 ab18
        nsfw smut smutty pwp porn porno pornographic hentai lemon lemons mdni 18 18+ 19 19+ 20 20+ 21 21+ rosso 🔞
        🍋""",
}
"""The names of films' ratings, of the archives' and of fan fiction's own, and what these are called in the languages
of headers. `PG` and `K+` are general, because the line to teen is drawn at thirteen years and both are meant for
younger children too. `R` is mature: it lets in those of seventeen that `NC-17` keeps out."""


GLUED = """ผู้ใหญ่ للكبار كبار_فقط للبالغين بالغين إباحي صريح بزرگسال מבוגרים לבוגרים מפורש ზრდასრულ մեծահասակ
    성인 관람불가 청불 고수위 노골적 成人 大人向 大人限定 エロ 官能 限制级 限制級 十八禁 十八歳以上 三级 三級 色情 露骨
    R级 R級 青少年不宜 少儿不宜 儿童不宜 兒童不宜 वयस्क প্রাপ্তবয়স্ক வயது_வந்தோர் ពេញវ័យ လူကြီး"""
"""Words for what is for adults alone, in scripts that set no blanks between words or glue an article to them."""
STEMS = """yetişkin müstehcen aikuis lapsilta_kiellet eksplisiit eksplicitn ενήλικ ενηλίκ ακατάλληλ người_lớn
    trưởng_thành pornogra порно възрастн пълнолетн дорослі доросли дарослы одрасл odrasl dospel täiskasvanu pieaug
    suaugus fullorð helduen ересек насанд_хүрэгч matatanda watu_wazima volwassen"""
"""The beginnings of such words."""


PLAIN = re.compile(r"[\x00-\x7f“”‘’—]*")
"""All that most texts are made of: nothing of it has to be made plain."""


def plain(text: str) -> str:
    """A text for comparison. It has no accents, capitals, wide or fancy letters, variants of an emoji or invisible
    characters, and all digits are ours.
    """
    if PLAIN.fullmatch(text):
        return text.casefold()
    letters = (letter for letter in normalize("NFKD", text) if category(letter) not in {"Mn", "Mc", "Me", "Cf"})
    ours = (str(decimal(letter)) if letter.isdecimal() else letter for letter in letters)
    return "".join(ours).casefold().replace("–", "-").replace("‐", "-")


def any_of(words: str) -> str:
    """A pattern for one of these words, in plain letters; `_` is a blank."""
    return "|".join(re.escape(plain(word.replace("_", " "))) for word in words.split())


BY_NAME = {plain(name): rating for rating, names in NAMES.items() for name in names.split()}
LONGEST_NAME = max(map(len, BY_NAME)) + 1
"""Letters of the longest name, with a slip in it."""

NAME = re.compile(
    r"nc[- ]?(?:17|18|21)|pg[- ]?1[35]|r-?18\+?|ma15\+?|e10\+|12a|fr[- ]?\d{1,2}|fr[tm]-1[35]|tv[- ](?:y7|14|\w{1,2})"
    r"|fsk[- ]?\d{1,2}|ab[- ]\d{1,2}|p\d{1,2}\b|\d{1,2}\+?|[^\W\d_]+\+?|🔞|🍋"
)

RATED = re.compile(r"\A(?:rated|rating)\s?:?\s(?:fiction\s)?")

REASON = re.compile(r"[(\[{;,:]|\.\s| - (?!\d)|\b(?:for|because|due|with|but)\b")
"""The start of a reason, which follows the rating itself."""


EXPLICIT = r"(?:explicit(?:e|es|o|os|a|as)?|explizite?[ms]?|esplicit[aeio]|expliciete?|eksplisitt|eksplicit)"
ANY_EXPLICIT = re.compile(EXPLICIT)
SLIPPED = frozenset(filter(ANY_EXPLICIT.fullmatch, BY_NAME))
"""The names that are known with a slip in them. A shorter one with a slip is another word."""
FEWEST_LETTERS = min(map(len, SLIPPED)) - 1
MOST_LETTERS = max(map(len, SLIPPED)) + 1
LONG_WORD = re.compile(rf"(?<![^\W_])[^\W_]{{{FEWEST_LETTERS},{MOST_LETTERS}}}(?![^\W_])")
DENIAL = (
    r"\b(?:no|not|non|nothing|never|without|isn['’]t|nicht|nichts|keine?|ohne|pas|sans|sin|niente|senza|nao|sem|не|без"
    r"|niet|geen|inte|ikke|nie|bez)"
    r"[- ](?:(?:too|very|that|really|any|zu|sehr|fur|trop|tres|muy|troppo|molto|muito|слишком|для) )?"
    r"(?:(?:content|contenu|scenes|contenuti|contenido|conteudo) )?"
)
MINORS = r"(?:minors|minderjahrige|jugendliche|jugendfrei|mineurs|menores|minori|minorenni|несовершеннолетних)\b"
FORBIDDEN = r"(?:interdit|deconseille|vietat|prohibid|proibid|impropri)\w* (?:aux|ai|a|para)"
FOR_CHILDREN = r"(?:for|fur|pour|para|per|для) (?:kids|children|kinder|enfants|ninos|bambini|criancas|детей)\b"
MEANT_BY = (
    (r":underage:", "🔞"),
    (r"\b(?:(?:young|new) adults?|junge erwachsene|jeunes? adultes?)\b", "teen"),
    (r"\b(?:jovenes adultos|jovens adultos|giovani adulti|молодых взрослых)\b", "teen"),
    (r"\b(?:genc yetiskin|nuor\w{1,5} aikui|jong\w? volwassen|νε\w{1,3} ενηλικ|mlad\w{1,2} odrasl)\w*", "teen"),
    (r"\b(?:minors\W{1,3}(?:dni|do not interact)|keine jugendfreigabe|mayores de edad|maiores de idade)\b", "explicit"),
    (rf"\b(?:{FORBIDDEN}|(?:no|not|nicht|pas|non|nao|не)(?: [^\W\d]+){{0,2}}) {MINORS}", "explicit"),
    (rf"\b{EXPLICIT} (?:language|words|lyrics|sprache|worte)\b", " "),
    (rf"\b(?:langage|linguagem|lenguaje|linguaggio) {EXPLICIT}\b", " "),
    (r"\b(?:un|not[- ]|non[- ])rated\b", " "),
    (r"\be \(?for everyone\b", "everyone"),
    (rf"\b(?:not|nicht|pas|non|no|nao|не) {FOR_CHILDREN}", "explicit"),
    (r"\bgrown[- ]ups?\b", "explicit"),
    (r"[非无無不没]\w?成人|(?:غير|ليس|לא|μη|δεν|οχι) ?(?:صريح|מפורש|ενηλικ\w*|ακαταλληλ\w*)", " "),
    (rf"{any_of(GLUED)}|(?<!未)成年(?!者?可)|未成年\w{{0,2}}(?:禁止|不可|请勿|請勿)", " explicit "),
    (rf"\b(?:{any_of(STEMS)})\w*", "explicit"),
    (r"\bn[. ]s[. ]f[. ]w\b", "nsfw"),
    (r"\b(?:eighteen|achtzehn|dix-huit|dieciocho|diciotto|dezoito|восемнадцать)\b", "18+"),
    (r"\b(?:not|un)[- ](?:work[- ]?safe|safe for work|sfw)\b", "nsfw"),
    (r"\bsafe for work\b", "sfw"),
    (
        rf"{DENIAL}(?:(?:{EXPLICIT}|graphic|adult\w*|erotic\w*|erotik\w*|erwachsene\w*|взрослых|mature|nsfw|smut|porno?|e|nc-?17)\b|18\+|🔞)",
        " ",
    ),
)
"""Wordings and the names they stand for; a denied rating stands for nothing."""
MEANT = tuple((re.compile(wording), said) for wording, said in MEANT_BY)
OF_AGE = r"(?:1[89]|2[01])\+"
CERTAIN = re.compile(rf"\b(?:nc[- ]?(?:17|18|21)\b|frao\b|r-?18(?!\d)|(?:{EXPLICIT}|nsfw|xxx)\b|{OF_AGE})|🔞")
"""Names that are no ordinary words, and count anywhere in a value."""
CODE = re.compile(rf"\bnc[- ]?17\b|\bnsfw\b|\b{OF_AGE}|🔞")
"""Those that no title has by chance."""
SAID_ALONE = re.compile(rf"{CERTAIN.pattern}|\b(?:mature|smut|mdni|adults? (?:only|content)|only for adults)\b")
SAID_BY = "|".join((SAID_ALONE.pattern, *(said for said, name in MEANT_BY if SAID_ALONE.search(name))))
AT_WORDS = SAID_BY.removeprefix(r"\b").replace(r"|\b", "|")
MAY_BE_SAID = re.compile(rf"(?:\b|(?=[^\x00-\u052f]|:))(?:{AT_WORDS})")
"""These names, and the wordings that stand for them: where a word begins, or in a script that sets no blanks."""
AROUND_IT = """only content contents story fic drabble ahead inside themes theme scenes scene sex sexual material for
    very strictly please this is a the rating rated warning contains reader discretion"""
AROUND = frozenset(AROUND_IT.split())
"""Words that may stand around a rating that is alone on its line."""
SAID_AT_ONCE = re.compile(rf"\A[\W_]*(?:(?:{'|'.join(AROUND)})\b\W+)*(?:{AT_WORDS})")
LONGEST_SAID = 60
"""Characters of a text that only names a rating."""
IN_BRACKETS = re.compile(r"[(\[]\s?(?!\d)(?P<name>[^()\[\]]{1,16}?)\s?[)\]]")
BETWEEN = re.compile(r"[,;|/\n]|\.\s")
PARTS = re.compile(r"[()\[\]{};,:/]|\.\s| - ")
ASIDE = re.compile(
    r"\b(?:(?:parts?|chapters?|ch)\b\.?(?: \d+)?|later|then|now|and|or|overall|in|for|the|rest|end|mostly|maybe"
    r"|possibly|eventually)\b"
)
"""Words that may stand beside one rating of several: `PG-13 (later R)`, `G for part 1, R for the rest`."""


def parse(text: str) -> Rating:
    """The rating in a header's value, the highest of several; an unknown one is not rated."""
    text = meant(text)
    alone = [part for part in PARTS.split(text) if is_name(" ".join(ASIDE.sub(" ", part).split()))]
    return highest(" ".join([REASON.split(text, maxsplit=1)[0], *alone, *CERTAIN.findall(text)])) or highest(text)


def meant(text: str) -> str:
    """A value in plain words, with each of our wordings replaced by a name."""
    text = spelled(plain(text))
    for pattern, said in MEANT:
        text = pattern.sub(said, text)
    return text


def spelled(text: str) -> str:
    """A text in which `explict`, `exlpicit` and the like are spelled as they were meant."""
    return LONG_WORD.sub(lambda word: mended(word[0]), text)


@lru_cache(maxsize=4096)  # the same words come again and again
def mended(word: str) -> str:
    """The name that differs from a word by one letter, if there is one: both are the same without it."""
    return word if word in BY_NAME else next((BY_SLIP[each] for each in slips(word) if each in BY_SLIP), word)


def slips(name: str) -> list[str]:
    """The word, and what is left of it without one of its letters."""
    return [name, *(name[:place] + name[place + 1 :] for place in range(len(name)))]


BY_SLIP = {slip: name for name in SLIPPED for slip in slips(name)}

WORD = re.compile(r"\w+")


UNRATED = re.compile(r"|un rated|(?:not|non) yet rated|nr|no rating")


def is_none(text: str) -> bool:
    """True if a value says that the story is not rated, or says nothing."""
    said = " ".join(WORD.findall(meant(text)))
    return UNRATED.fullmatch(said) is not None or nothing.is_none(said)


def highest(text: str) -> Rating:
    names = map(squeezed, NAME.findall(text))
    return max((BY_NAME[name] for name in names if name in BY_NAME), default=Rating.NOT_RATED)


def is_name(text: str) -> bool:
    """True if a text is a rating's name and nothing else, or says that it is one: `Rated: Fiction M`."""
    name = squeezed(RATED.sub("", plain(text).strip())) if len(text) <= LONGEST_SAID else ""
    return len(name) <= LONGEST_NAME and spelled(name) in BY_NAME


def is_said(line: str) -> bool:
    """True if a line says a mature or explicit rating and nothing else: `Explicit!`, `18+ only`; or any in brackets."""
    bracketed = IN_BRACKETS.fullmatch(line.strip())
    if bracketed is not None and is_name(bracketed["name"]):
        return True
    if SAID_AT_ONCE.match(spelled(plain(line))) is None:  # as most lines of a story
        return False
    text = meant(line)
    return SAID_ALONE.search(text) is not None and AROUND.issuperset(WORD.findall(SAID_ALONE.sub(" ", text)))


def codes(value: str) -> list[str]:
    """The signs of an explicit story in a title or a summary: `Low Tide 🔞`."""
    return CODE.findall(meant(value)) if MAY_BE_SAID.search(plain(value)) else []


def in_brackets(title: str) -> list[str]:
    """The explicit ratings that a title has in brackets: `Low Tide (explicit)`. A letter there may be anything."""
    names = [found["name"] for found in IN_BRACKETS.finditer(title)]
    return [name for name in names if is_name(name) and CERTAIN.search(meant(name))]


SAYS = re.compile(
    r"(?<!not\s)(?<!n['’]t\s)\b(?:rated|rating is)\s"
    r"(?P<name>(?!\d+\b(?!\+)|all\b)[^\W_][\w+-]{0,11}(?:\sfor\severyone)?)",
    re.IGNORECASE,
)
"""`This one is rated E, mind the gulls`."""


def said(value: str) -> list[str]:
    """The parts of another field's value that say a rating and nothing else, and what it is said to be rated."""
    alone = [part for part in BETWEEN.split(value) if SAID_ALONE.search(meant(part)) and is_said(part)]
    return alone or [found["name"] for found in SAYS.finditer(value) if parse(found["name"]) is not Rating.NOT_RATED]


def squeezed(name: str) -> str:
    """`nc 17` and `nc-17` as `nc17`."""
    return name.replace("-", "").replace(" ", "")
