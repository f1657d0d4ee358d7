import pytest

from bot.domain.header import rating
from bot.domain.header.field import Field
from bot.domain.header.header import Header
from bot.domain.header.rating import Rating
from tests.growth import is_in_proportion


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["G", "g.", "PG", "K", "K+", "General Audiences", "gen", "PG (one sharp word)"], Rating.GENERAL),
        (["PG-13", "pg13.", "PG – 13", "T", "Teen And Up Audiences", "13+", "FRT", "PG-13 for language"], Rating.TEEN),
        (["PG-13 - adult language", "T. Mild adult themes.", "**T**", "T (explicit language)"], Rating.TEEN),
        (["R", "Rated R", "M", "Mature", "hard R", "16+", "R for rain", "PG-13/R", "g to r"], Rating.MATURE),
        (["PG, R", "PG-13 (later R)", "Unrated, but R", "G for part 1, R for the rest"], Rating.MATURE),
        (["M (no explicit content)", "R, not E", "PG-13 (R in later chapters)", "M without any smut"], Rating.MATURE),
        (["NC-17", "NC17", "nc 17", "Explicit", "E", "18+", "R-18", "Adults only", "R/NC-17"], Rating.EXPLICIT),
        (["PG-13, NC-17 in part 3", "PG (NC-17 overall)", "G (part 1), NC-17 (part 2)", "T, M, E"], Rating.EXPLICIT),
        (["not worksafe", "Not safe for work", "not SFW", "Teen, nsfw at the end"], Rating.EXPLICIT),
        (
            [
                "FRC",
                "FR7",
                "TV-PG",
                "P6",
                "Verde.",
                "Livre",
                "6+",
                "FSK 6",
                "SFW",
                "E for everyone",
                "safe for work",
                "E (for everyone)",
            ],
            Rating.GENERAL,
        ),
        (["FRT", "FR13", "TV-14", "P12", "Giallo", "FSK 12", "ab 12", "12+"], Rating.TEEN),
        (["FRM", "FR15", "P16", "Arancione", "FSK 16", "MA15+"], Rating.MATURE),
        (["FRAO", "FR18", "FR21", "TV-MA", "P18", "Rosso", "NC-21", "FSK 18", "21+"], Rating.EXPLICIT),
        (
            [
                "isn’t explicit",
                "",
                "none",
                "Not Rated",
                "unrated",
                "not rated, but kind",
                "rainy",
                "?",
                "Not explicit",
                "non-explicit",
            ],
            Rating.NOT_RATED,
        ),
    ],
)
def test_the_scales_are_one(values: list[str], expected: Rating) -> None:
    assert {value: rating.parse(value) for value in values} == dict.fromkeys(values, expected)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            [
                "𝐄𝐱𝐩𝐥𝐢𝐜𝐢𝐭",
                "ex\u200bplicit",
                "🔞",
                ":underage:",
                "18+",
                "１８＋",
                "1️⃣8️⃣",
                "18",
                "+18",
                "R18G",
                "FSK18",
                "VM18",
                "Ü18",
                "🍋",
            ],
            Rating.EXPLICIT,
        ),
        (["Explizit", "Explicite", "EXPLÍCITA", "esplicito", "explícito", "эксплицит"], Rating.EXPLICIT),
        (["nur für Erwachsene", "ab 18 Jahren", "nicht jugendfrei", "keine Jugendfreigabe"], Rating.EXPLICIT),
        (["pour adultes", "réservé aux adultes", "interdit aux mineurs", "interdit aux moins de 18"], Rating.EXPLICIT),
        (["sólo para adultos", "prohibido a menores", "no apto para menores", "mayores de 18"], Rating.EXPLICIT),
        (["solo per adulti", "vietato ai minori", "apenas para adultos", "impróprio para menores"], Rating.EXPLICIT),
        (["только для взрослых", "для взрослых", "18+ и только"], Rating.EXPLICIT),
        (["Erotica", "érotique", "Erotik", "erótico", "эротика", "grownups only"], Rating.EXPLICIT),
        (["no erotica", "keine Erotik", "not erotic"], Rating.NOT_RATED),
        (["réservé aux majeurs", "solo maggiorenni", "nur für die Volljährigen", "porn", "Porno"], Rating.EXPLICIT),
        (["para mayores de edad", "só para maiores de idade", "для совершеннолетних"], Rating.EXPLICIT),
        (["эксплицитное", "эксплицитные"], Rating.EXPLICIT),
        (["Expliciet", "eksplisitt", "volwassenen", "vuxna", "för vuxna", "voksne", "dla dorosłych"], Rating.EXPLICIT),
        (
            ["成人", "成人向け", "成人内容", "R18成人", "限制级", "十八禁", "18禁", "未成年者禁止", "성인", "19금"],
            Rating.EXPLICIT,
        ),
        (["สำหรับผู้ใหญ่", "ผู้ใหญ่เท่านั้น", "๑๘+", "للكبار فقط", "للبالغين", "محتوى صريح", "+١٨", "۱۸+"], Rating.EXPLICIT),
        (["למבוגרים בלבד", "מפורש", "بزرگسالان", "성인용", "청소년 관람불가", "청불", "18세 이상"], Rating.EXPLICIT),
        (["R18", "Ｒ－１８", "R18G", "大人向け", "成年向け", "十八歳以上", "エロ", "官能小説"], Rating.EXPLICIT),
        (["限制級", "R級", "三级", "青少年不宜", "儿童不宜", "未成年请勿入", "色情", "露骨"], Rating.EXPLICIT),
        (
            ["yetişkinlere özel", "+18", "müstehcen", "aikuisille", "kielletty alle 18-vuotiailta", "K-18"],
            Rating.EXPLICIT,
        ),
        (["μόνο για ενηλίκους", "ακατάλληλο για ανηλίκους", "người lớn", "केवल वयस्क", "dewasa"], Rating.EXPLICIT),
        (["за възрастни", "samo za odrasle", "дорослим", "täiskasvanutele", "suaugusiems"], Rating.EXPLICIT),
        (["Порно", "pornografía", "PWP", "for grown-ups", "not for kids", "nicht für Kinder"], Rating.EXPLICIT),
        (["genç yetişkinler", "nuorille aikuisille", "remaja"], Rating.TEEN),
        (["全年齢", "전체관람가", "普遍級"], Rating.GENERAL),
        (["μη ακατάλληλο", "غير صريح", "未成年可", "לא מפורש"], Rating.NOT_RATED),
        (["19+", "20+", "M (19+)", "+18", "eighteen and over", "18 ans et plus", "MA+", "n.s.f.w."], Rating.EXPLICIT),
        (["M, 非成人", "M, geen expliciete scènes", "M, inte explicit"], Rating.MATURE),
        (["minors DNI", "MDNI", "minors, do not interact", "no minors", "not for minors"], Rating.EXPLICIT),
        (["M, but 18+ in the end", "T - 🔞 from the second page on", "M bis Ende, dann explizit"], Rating.EXPLICIT),
        (["reif", "mûr", "public averti", "maturo", "madura", "для зрелых", "ab 16 Jahren", "lime"], Rating.MATURE),
        (["Jugend", "adolescents", "adolescenti", "подростки", "VM14", "Young Adult", "jeunes adultes"], Rating.TEEN),
        (["T, langage explicite", "T (explizite Sprache)", "T, linguaggio esplicito"], Rating.TEEN),
        (["M, nicht explizit", "M, pas trop explicite", "M, senza contenuti espliciti", "M (not 18+)"], Rating.MATURE),
    ],
)
def test_what_keeps_minors_out_is_understood_in_the_languages_of_headers(values: list[str], expected: Rating) -> None:
    assert {value: rating.parse(value) for value in values} == dict.fromkeys(values, expected)


@pytest.mark.parametrize(
    "value",
    ["explict", "explcit", "exlpicit", "explicitt", "Explizt", "explictie", "esplcito", "explícto", "expl1cit"],
)
def test_a_slip_of_one_letter_keeps_minors_out_as_well(value: str) -> None:
    assert rating.parse(value) is Rating.EXPLICIT
    assert rating.is_said(f"{value}!")


def test_another_word_is_no_slip() -> None:
    values = ["implicit", "exploit", "expletive", "elicit", "complicit", "explct", "not explict"]
    assert {value: rating.parse(value) for value in values} == dict.fromkeys(values, Rating.NOT_RATED)


@pytest.mark.parametrize(
    "value",
    [
        *("nicht explizit", "pas explicite", "no explícito", "not explicit", "no porn", "Not rated", "—"),
        *("brak", "geen", "nincs", "なし"),
    ],
)
def test_what_denies_a_rating_names_none(value: str) -> None:
    assert rating.parse(value) is Rating.NOT_RATED
    assert rating.is_none(value)


@pytest.mark.parametrize("text", ["Rated: M", "rated M", "Rated: Fiction M", "Rating: 18+", "RATED: NC-17"])
def test_a_rating_may_say_that_it_is_one(text: str) -> None:
    assert rating.is_name(text)


def test_ratings_rise() -> None:
    assert list(Rating) == sorted(Rating)
    assert Rating.EXPLICIT > Rating.MATURE > Rating.TEEN > Rating.GENERAL > Rating.NOT_RATED


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        (Field.WARNINGS, "explicit", Rating.EXPLICIT),
        (Field.WARNINGS, "gore, NSFW", Rating.EXPLICIT),
        (Field.GENRE, "angst / smut", Rating.EXPLICIT),
        (Field.NOTES, "Written at sea. 18+ only!", Rating.EXPLICIT),
        (Field.WARNINGS, "explicit language", Rating.NOT_RATED),
        (Field.NOTES, "no explicit scenes", Rating.NOT_RATED),
        (Field.TITLE, "Explicit", Rating.NOT_RATED),
        (Field.TITLE, "Low Tide 🔞", Rating.EXPLICIT),
        (Field.TITLE, "Low Tide (NSFW)", Rating.EXPLICIT),
        (Field.TITLE, "Low Tide (explict)", Rating.EXPLICIT),
        (Field.TITLE, "Low Tide 19+", Rating.EXPLICIT),
        (Field.WARNINGS, "gore, explict", Rating.EXPLICIT),
        (Field.SUMMARY, "Two keepers, one lamp, 18+.", Rating.EXPLICIT),
        (Field.SUMMARY, "Two keepers, not nsfw.", Rating.NOT_RATED),
    ],
)
def test_other_fields_say_how_a_story_is_rated(field: Field, value: str, expected: Rating) -> None:
    assert Header(((field, value),)).rating is expected


@pytest.mark.parametrize("letter", ["a", "e", "한", "Ⅷ"])
def test_a_word_without_an_end_takes_no_longer_than_others(letter: str) -> None:
    assert is_in_proportion(rating.parse, letter * 60_000, within=1)
