"""Word rules as people type them, by the habits of several people and languages."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.text import word_rule, written_word_rule
from bot.domain.text.word_rule import ANYTHING, Count, WordRule, at_least, at_most, between, exactly, multiple_of
from bot.ui.wording import terms

FORM = {count.form: count for count in word_rule.FORMS}
DRABBLE, DOUBLE, SHERLOCK = FORM["drabble"], FORM["double drabble"], FORM["221B"]


def choice(*numbers: int) -> WordRule:
    return word_rule.any_of(map(exactly, numbers))


def within(words: int, leniency: int) -> Count:
    return replace(exactly(words), leniency=leniency)


SAID: dict[WordRule, str] = {
    exactly(100): (
        "100 💯; 100 (exactly); must be 100 words; has to be exactly 100; 100 on the nose; 100;"
        " 100 words;   Exactly   100  WORDS. ; =100; == 100; 100w; 100 wds; 100 wc; word count: 100; 100 exactly; a"
        " hundred; a hundred words; one hundred; hundred words; one hundred words; just 100; 100 words flat; 100-word"
        " stories; 100 word fics; 100 words each; 100 words long; 100-100; 100 +-0; １００; genau 100 Wörter; hundert"
        " Wörter; exactement 100 mots; cent mots; exactamente 100 palabras; cien palabras; esattamente cento parole;"
        " exatamente 100 palavras; cem palavras; ровно 100 слов; сто слов"
    ),
    exactly(1): "1 word; 1",
    exactly(6): "6 words; six words; six-word stories",
    exactly(12): "a dozen; dozen words; 12",
    exactly(200): "2 hundred; two hundred words",
    word_rule.sections(5, 100): "5 drabbles of 100 words; 5 drabbles, 100 words each; 5 drabbles (100 words)",
    word_rule.sections(6, 100): "5+1 drabbles; 5 + 1 drabbles",
    word_rule.any_of(
        [exactly(100), word_rule.sections(2, 100)]
    ): "1 or 2 drabbles; one or two drabbles; a drabble or two; Drabble or two; a drabble or 2; one drabble or two;"
    " 1 drabble or 2; ein Drabble oder zwei; un drabble ou deux",
    word_rule.any_of(
        [word_rule.sections(2, 100), word_rule.sections(3, 100)]
    ): "2 or 3 drabbles; two or three drabbles",
    exactly(50): "fifty; 50w; fünfzig Wörter",
    exactly(150): "one hundred and fifty; one hundred fifty words; a hundred and fifty; cento e cinquanta parole",
    exactly(1000): "1k; 1 k; 1K words; 1,000; 1.000; 1 000; 1\u202f000 words; 1'000; a thousand words; mil palabras",
    exactly(1500): "1.5k; 1,5k; 1,500 words; fifteen hundred words",
    exactly(10_000): "10k; 10,000; 10 000 words; 10.000",
    between(100, 200): (
        "100-200; 100~200; a drabble to a double drabble; between a drabble and a double drabble; 100 thru 200;"
        " 100 - 200; 100 – 200; 100—200; 100..200; 100 -200; 200-100; 100 to 200; from 100 to 200; 100 till"
        " 200; between 100 and 200; between 100 & 200 words; between one hundred and two hundred; min 100 max 200; min."
        " 100, max. 200 words; 100 min, 200 max; minimum: 100, maximum: 200; >= 100, <= 200; at least 100 and at most"
        " 200; at least 100, but no more than 200; max 200, min 100; from 100 up to 200; 100+ but no more than 200;"
        " zwischen 100 und 200 Wörtern; 100 bis 200; von 100 bis 200 Wörter; hundert bis zweihundert; entre 100 et 200"
        " mots; de 100 à 200 mots; entre 100 y 200 palabras; de 100 a 200; tra 100 e 200 parole; da cento a duecento"
        " parole; entre 100 e 200 palavras; от 100 до 200 слов; между 100 и 200; от ста до двухсот слов"
    ),
    between(500, 1000): "500-1k; 500 to 1,000; 500-1.000; five hundred to a thousand",
    between(1000, 2000): "1k-2k; 1-2k words; 1 000 - 2 000",
    between(100, 499): "at least 100, under 500; >= 100 and < 500",
    at_most(500): (
        "up to 500; up to a pentadrabble; up to 500 words; upto 500; at most 500; max 500; max. 500; max: 500;"
        " max = 500; maximum 500; a"
        " maximum of 500 words; 500 max; 500 words maximum; 500 at most; 500 words or less; 500 or fewer; 500 or"
        " under; no more than 500; not more than 500; not over 500; limit 500; limited to 500 words; 500 word limit;"
        " <= 500; <=500; =< 500; ≤500; 0-500; up to five hundred; bis 500 Wörter; bis zu 500; höchstens 500; maximal"
        " 500 Wörter; nicht mehr als 500; 500 oder weniger; jusqu'à 500 mots; 500 mots max; 500 mots au maximum; au"
        " plus 500; pas plus de 500; hasta 500 palabras; máximo 500; un maximo de 500 palabras; no más de 500; fino a"
        " 500 parole; al massimo 500; massimo 500; até 500 palavras; no máximo 500; não mais de 500; до 500 слов; не"
        " более 500; не больше 500 слов; максимум 500"
    ),
    at_most(1000): "up to 1k; max 1k; up to 1,000 words; <= 1.000; up to a thousand words; tausend max",
    at_most(
        999
    ): "under 1000; less than 1000; fewer than 1,000 words; below 1k; < 1000; weniger als 1000; moins de 1000"
    " mots; menos de 1000; meno di mille parole; меньше 1000 слов; unter 1000; abaixo de 1000",
    at_least(100): (
        "at least 100; at least a drabble; drabble or more; drabble or longer; 100 at minimum; min 100;"
        " min. 100 words; minimum 100; a minimum of 100; 100 min; 100 or more; 100+; 100+ words;"
        " 100 and up; 100 plus; no fewer than 100; no less than 100; from 100; >= 100; ≥100; => 100; mindestens 100"
        " Wörter; ab 100; 100 oder mehr; au moins 100 mots; à partir de 100; al menos 100; mínimo 100 palabras; almeno"
        " 100 parole; pelo menos 100; не менее 100 слов; от 100 слов"
    ),
    at_least(
        101
    ): "over 100; more than 100 words; above 100; > 100; über 100; plus de 100 mots; más de 100; più di 100;"
    " mais de 100; больше 100; свыше 100 слов",
    between(90, 110): (
        "about 100; about 100 words; around 100; roughly 100; approximately a hundred words; approx. 100; circa 100;"
        " ca. 100; c. 100; ~100; ~ 100; ≈100; 100ish; 100-ish words; 100 or so; 100 words, more or less; 100 +- 10%;"
        " 100 ± 10 %; 100 words (+/- 10%); 100 give or take 10 percent; 100, 10% leeway; 100 words with 10% tolerance;"
        " etwa 100 Wörter; ungefähr 100; rund 100; environ 100 mots; plus ou moins 100; alrededor de 100; unas cien"
        " palabras; más o menos 100; cerca de 100; около 100 слов; примерно сто слов"
    ),
    between(95, 105): "100 +- 5%; 100 (± 5 %)",
    within(100, 5): (
        "100 +-5; exactly 100 +-5; 100±5; 100 ± 5; 100 (+/- 5); 100 +/- 5 words; 100 words, +/- 5 words; 100 give or"
        " take 5; 100 words (give or take 5); 100 plus or minus 5; 100 words, 5 either way; 100 with 5 words leeway;"
        " genau 100 Wörter ±5; a hundred words, give or take five"
    ),
    replace(between(100, 500), leniency=5): "100-500 +-5; between 100 and 500 words, give or take 5",
    replace(multiple_of(100), leniency=2): "x100 +-2; multiple of 100, give or take 2",
    multiple_of(100): "x100; x 100; 100s; in 100s; multiple of 100; multiple of a drabble; any multiple of 100;"
    " multiples of 100 words; a multiple of 100; divisible"
    " by 100; ein Vielfaches von 100; múltiplo de 100; кратно 100",
    ANYTHING: (
        "any; anything; none; no limit; No Limits; no rule; no word limit; any length; any number of words; any words;"
        " unlimited; whatever; free; >= 0; x1; any +-5; drabble or anything; egal; beliebig; sans limite; libre; sin"
        " límite; senza limiti; sem limite; без ограничений; любое"
    ),
    DRABBLE: (
        "drabble; Drabbles; a drabble; true drabbles; drabbles only; a 100 word drabble; un drabble; ein Drabble;"
        " drabble (100 words); drabble (100); drabble, 100 words;"
        " drabble: 100 words; drabble - 100 words; drabble = 100; 100-word drabble; 100 word drabbles; exactly 100"
        " words (drabble); drabble or 100"
    ),
    replace(DRABBLE, leniency=5): "drabble +-5; drabble, give or take 5; drabble (±5); drabble +- 5%",
    replace(DRABBLE, leniency=10): "about a drabble; drabble +- 10%; drabble-ish",
    DOUBLE: "double drabble; double-drabble; doubledrabble; a double drabble (200 words); drouble; Doppeldrabble",
    FORM["half-drabble"]: "half-drabble; half drabble; Half a Drabble; dribble",
    FORM["55 fiction"]: "55 fiction; 55-fiction; fifty-five fiction",
    FORM["drabble-and-a-half"]: "drabble and a half; sesquidrabble; one and a half drabble",
    FORM["triple drabble"]: "triple drabble; Tripeldrabble; triple drabbles",
    FORM["quadruple drabble"]: "quadruple drabble; quadrabble",
    FORM["pentadrabble"]: "pentadrabble; penta-drabble; quintuple drabble",
    FORM["drabble series"]: "drabble series; drabble sequence; series of drabbles; a series of drabbles; series",
    FORM["ficlet"]: "ficlet; a ficlet; ficlets",
    FORM["flash fiction"]: "flash; flash fiction; flashfic",
    SHERLOCK: "221b; 221B; a 221b; 221B (221 words)",
    word_rule.sections(3, 100): "3 x 100; 3x100; 3 × 100 words; 100 x 3; 3 times 100; 3 drabbles; three drabbles; 3x"
    " drabble; 3 x drabble; drabble x3; series of 3 drabbles; a series of three drabbles; drei mal hundert",
    word_rule.sections(2, 200): "2 double drabbles; 2 x 200",
    choice(100, 200): (
        "100 or 200; 100 or 200 words; 100/200; 100 / 200 words; 100, 200; 100,200; 100 and 200; 100 & 200; 100|200;"
        " either 100 or 200; 100 words or 200 words; exactly 100 or 200; 100 and/or 200; one hundred or two hundred"
        " words; 100 oder 200 Wörter; cent ou deux cents mots; 100 o 200 palabras; cento o duecento parole; 100 или 200"
    ),
    choice(100, 200, 300): "100, 200 or 300; 100, 200, or 300; 100/200/300; 100,200,300; 100 or 200 or 300; 100, 200"
    " and 300; any of 100, 200, 300; 100 or 200, 300",
    choice(50, 100): "50,100; 50/100; fifty or a hundred",
    word_rule.any_of(
        [DRABBLE, DOUBLE]
    ): "drabble or double drabble; drabble or double; single or double drabble; drabbles and double drabbles;"
    " drabble/double"
    " drabble; a drabble or a double drabble; drabble, or double drabble (200)",
    word_rule.any_of([DRABBLE, exactly(1)]): "drabble or 1",
    word_rule.any_of([DRABBLE, exactly(2)]): "drabble or 2; drabble / 2",
    word_rule.any_of([DRABBLE, exactly(50)]): "drabble or 50; a drabble or 50; a drabble or fifty words",
    word_rule.any_of([DRABBLE, DOUBLE, SHERLOCK]): "drabble, double drabble or 221b; drabble / double drabble / 221B",
    word_rule.any_of([DRABBLE, exactly(500)]): "drabble or 500 words; 100-word drabble or 500",
    word_rule.any_of([between(100, 200), exactly(500)]): "100-200 or 500; between 100 and 200, or 500",
    word_rule.any_of([within(100, 5), within(200, 5)]): "100 or 200 +-5; 100/200, give or take 5",
    word_rule.any_of([between(95, 105), between(190, 210)]): "100 +-5 or 200 +-10; 100 or 200 +- 5%",
    word_rule.any_of([between(90, 110), between(180, 220)]): "about 100 or 200; ~100 or ~200; 100 or 200, +-10%",
}
RULES = [(said.strip(), rule) for rule, row in SAID.items() for said in row.split(";")]


def test_the_table_is_as_long_as_it_should_be() -> None:
    assert len({said.casefold() for said, _ in RULES}) >= 300


@pytest.mark.parametrize("rule", SAID, ids=str)
def test_a_rule_is_read_as_people_write_it(rule: WordRule) -> None:
    read = {said: written_word_rule.read(said) for said, meant in RULES if meant == rule}
    assert {said: str(found) for said, found in read.items() if found != rule} == {}


@pytest.mark.parametrize(
    "text",
    [
        *("", "   ", "banana", "0", "-5", "<= 0", "< 1", "x0", "100 bananas", "10%", "100 +- 5 +- 5", "100-200-300"),
        *("100 -5", "100 –5 words", "min 500 max 100", "max 100 min 500", "1.5", "1,5", "1.0000", "0.100", "50 100"),
        *("1 00", "100001", "<= 1,000,000", "100 +-100001", "9" * 5000, "words", "or", "100 or", "100 or banana"),
        *("drabble (150 words)", "double drabble (100)", "two and a half drabbles", "0 x 100", "100 and a half"),
        *("drabble series +-5 or drabble", "221B +-5 or 100", "about", "+-", "3 bananas", "100 or 0"),
        " or ".join(map(str, range(100, 112))),
    ],
)
def test_what_makes_no_sense_is_no_rule(text: str) -> None:
    assert written_word_rule.read(text) is None


def test_the_rules_of_older_files_stay_readable() -> None:
    """The spellings that were stored before rules were stored in plain words."""
    stored = {"<= 1000": at_most(1000), ">= 50": at_least(50), "x100 +-2": replace(multiple_of(100), leniency=2)}
    stored |= {
        "any": ANYTHING,
        "100-500": between(100, 500),
        "221B": SHERLOCK,
        "drabble +-5": replace(DRABBLE, leniency=5),
    }
    assert {text: written_word_rule.read(text) for text in stored} == stored


numbers = (
    st.integers(1, 12)
    | st.integers(1, 9_999)
    | st.integers(1, word_rule.MOST // 1000).map(lambda thousands: 1000 * thousands)
)
"""Others are said as `12,345`, which may as well be two numbers."""
bare_counts = st.one_of(
    st.sampled_from([*word_rule.FORMS]),
    numbers.map(exactly),
    numbers.map(at_most),
    numbers.map(at_least),
    numbers.map(multiple_of),
    st.tuples(numbers, numbers).map(lambda ends: between(*ends)),
    st.tuples(st.integers(2, 20), st.integers(21, 5000)).map(lambda each: word_rule.sections(*each)),
)


def with_leniency(counts: list[Count], leniency: int) -> WordRule:
    return word_rule.any_of(count if count == ANYTHING else replace(count, leniency=leniency) for count in counts)


rules = st.just(ANYTHING) | st.builds(
    with_leniency, st.lists(bare_counts, min_size=1, max_size=4), st.just(0) | numbers
)


@given(rules)
@settings(max_examples=150)
def test_a_stored_rule_is_read_back_as_it_was(rule: WordRule) -> None:
    assert written_word_rule.read(str(rule)) == rule


@given(rules)
@settings(max_examples=100)
def test_what_we_say_of_a_rule_can_be_typed_in(rule: WordRule) -> None:
    leniency = rule.counts[0].leniency if isinstance(rule, Count) else 0
    nameless = word_rule.any_of(replace(count, form=None, leniency=leniency) for count in rule.counts)
    assert written_word_rule.read(terms.rule_text(nameless)) == nameless


@given(st.text(max_size=30) | st.text("0123456789<>=+-±x, words/or%~k", max_size=20))
@example("５０")
@example("<0")
@settings(max_examples=150)
def test_any_text_is_a_sound_rule_or_none(text: str) -> None:
    rule = written_word_rule.read(text)
    if rule is not None:
        assert written_word_rule.read(str(rule)) == rule
        for count in rule.counts:
            some = (count.low, count.high or count.step, count.step * (count.times or 1))
            assert any(count.admits(words) for words in some)


def test_a_rule_by_number_is_not_called_by_a_forms_name() -> None:
    assert written_word_rule.read("100") != written_word_rule.read("drabble")
    assert str(written_word_rule.read("100")) == "100"
    assert str(written_word_rule.read("Drabbles")) == "drabble"


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        ("100", ["100", "up to 100", "at least 100", "multiple of 100", "100 or 200"]),
        ("100 or 200", ["100 or 200", "100-200"]),
        ("half", ["half-drabble", "drabble-and-a-half"]),
        ("drabble +-5", ["drabble +-5"]),
        ("sesqui", ["drabble-and-a-half"]),
        ("x", ["multiple of 100"]),
        ("MAX", ["up to 1000"]),
        ("min", ["at least 50"]),
        ("at", ["at least 50", "up to 1000"]),
        ("bet", ["100-500"]),
        ("no l", ["anything"]),
        ("banana", []),
    ],
)
def test_suggestions_begin_with_what_was_typed(typed: str, spelled: list[str]) -> None:
    assert [str(rule) for rule in written_word_rule.suggestions(typed)] == spelled


def test_suggestions_for_nothing_typed_show_every_form_and_every_shape() -> None:
    found = written_word_rule.suggestions(" ")
    assert set(word_rule.FORMS) < set(found)
    assert {"100-500", "up to 1000", "at least 50", "100 or 200", "anything"} < {str(rule) for rule in found}
    assert len(found) <= 25


def test_suggestions_put_the_exact_form_first() -> None:
    assert written_word_rule.suggestions("drabble")[0] == DRABBLE
    assert len(written_word_rule.suggestions("drabble")) > 5


def test_suggestions_fit_into_a_choice() -> None:
    long = (
        "drabble-and-a-half or quadruple drabble or triple drabble or pentadrabble or flash fiction or double drabble"
    )
    assert written_word_rule.read(long) is not None
    assert written_word_rule.suggestions(long) == []
