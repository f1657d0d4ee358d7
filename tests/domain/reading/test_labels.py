"""Labels as writers word them, in many languages and with many marks, each by an example of our own."""

import pytest

from bot.domain.reading import manuscript
from tests.domain.reading.test_phenomena import STORY

OWN_WORDS = [
    ("Fic name: Low Tide\nDiscord name: ruth_s\n\n§", {"title": "Low Tide", "author": "ruth_s"}),
    ("Title: Low Tide\nWho's in it: Mona, Tobias\n\n§", {"characters": "Mona, Tobias"}),
    ("Title: Low Tide\nHow many words: 100\n\n§", {"word_count": "100"}),
    ("Title: Low Tide\nWhat it's about: a lamp\n\n§", {"summary": "a lamp"}),
    ("Title: Low Tide\nPrompt of the week: gulls\n\n§", {"prompt": "gulls"}),
    ("Title: Low Tide\nGift to: ruth_s\n\n§", {"written_for": "ruth_s"}),
    ("Title: Low Tide\nHeads up: drowning\n\n§", {"warnings": "drowning"}),
    ("TITLE: Low Tide\nSIZE: 100 words\n\n§", {"word_count": "100 words"}),
    ("Name of story: Low Tide\n\n§", {"title": "Low Tide"}),
    ("[Title] Low Tide\n[Character(s)] Ana, Ben\n\n§", {"characters": "Ana, Ben"}),
    ("**Title** Low Tide\n**Pairing(s)** Ana/Ben\n\n§", {"pairing": "Ana/Ben"}),
    ("🔖 **Title:** Low Tide\n🎵 **Music** → a lamp\n\n§", {"title": "Low Tide", "other:music": "a lamp"}),
    ("🔖 Title: Low Tide\n🌍 Language: English\n\n§", {"other:language": "English"}),
    ("Title: Low Tide\nSize: small\n\n§", {"word_count": None}),
    ("Titel: Niedrigwasser\nWörter gesamt: 100\nWarnhinweis: Wasser\n\n§", {"word_count": "100", "warnings": "Wasser"}),
    ("Titre : Marée basse\nBlabla de l'auteur : merci à Ruth\n\n§", {"notes": "merci à Ruth"}),
    ("Titre : Marée basse\nBase : Le Port\n\n§", {"fandom": "Le Port"}),
    ("Título: Marea baja\nPalabras totales: 100\nDedicado a: Ruth\n\n§", {"word_count": "100", "written_for": "Ruth"}),
    ("Título: Maré baixa\nCasal principal: Mona/Tobias\n\n§", {"pairing": "Mona/Tobias"}),
    ("Titolo: Bassa marea\nParole totali: 100\n\n§", {"word_count": "100"}),
    ("Название: Отлив\nФэндом: Гавань\n\n§", {"fandom": "Гавань"}),
    ("Название: Отлив\nПубликация на других ресурсах:\nтолько ссылкой\n\n§", {"archive": "только ссылкой"}),
]
FURTHER = [
    (
        "Tytuł: Odpływ\nOstrzeżenia: brak\nLiczba słów: 100\n\n§",
        {"title": "Odpływ", "warnings": "brak", "word_count": "100"},
    ),
    ("tytuł: Odpływ\nograniczenia: G\ntemat: mewy\n\n§", {"rating": "G", "prompt": "mewy"}),
    ("Titel: Laag water\nWaarschuwingen: geen\nAantal woorden: 100\n\n§", {"warnings": "geen", "word_count": "100"}),
    ("Titel: Ebb\nFörfattare: ruth\nÅldersgräns: alla\n\n§", {"author": "ruth", "rating": "alla"}),
    ("Otsikko: Laskuvesi\nKirjoittaja: ruth\nSanamäärä: 100\n\n§", {"title": "Laskuvesi", "word_count": "100"}),
    ("Název: Odliv\nVarování: žádné\nPočet slov: 100\n\n§", {"title": "Odliv", "warnings": "žádné"}),
    ("Cím: Apály\nSzerző: ruth\nKorhatár: nincs\n\n§", {"title": "Apály", "author": "ruth", "rating": "nincs"}),
    ("Başlık: Gelgit\nYazar: ruth\n\n§", {"title": "Gelgit", "author": "ruth"}),
    ("Judul: Surut\nPenulis: ruth\nRingkasan: lampu\n\n§", {"title": "Surut", "summary": "lampu"}),
    ("タイトル：引き潮\n作者：ruth\n注意：なし\n\n§", {"title": "引き潮", "author": "ruth", "warnings": "なし"}),
    ("【标题】退潮\n【作者】ruth\n【分级】G\n\n§", {"title": "退潮", "author": "ruth", "rating": "G"}),
    ("제목: 썰물\n작가: ruth\n\n§", {"title": "썰물", "author": "ruth"}),
]
ARROWS = [
    (f"Fandom{arrow}Harbour\nTitle{arrow}Low Tide\n\n§", {"fandom": "Harbour", "title": "Low Tide"})
    for arrow in "➜➤➔➡→"
]


@pytest.mark.parametrize(("text", "expected"), [*OWN_WORDS, *FURTHER, *ARROWS])
def test_a_label_is_known(text: str, expected: dict[str, str | None]) -> None:
    read = manuscript.parse(text.replace("§", STORY))
    values = {name.value: value for name, value in read.header.fields}
    assert {name: values.get(name) for name in expected} == expected
    assert read.story == STORY


@pytest.mark.parametrize(
    "opening",
    ["Plot: he had none", "About: nothing at all", "Heads up: a gull", "Beware: the dog", "Opis: nic, tylko dom"],
)
def test_a_story_may_open_with_words_that_are_labels_as_well(opening: str) -> None:
    text = f"{opening}.\n\n{STORY}"
    assert manuscript.parse(text).story == text


VALUES = [
    ("Title: Low Tide\nThanks: to Ben for the beta\n\n§", {"beta": "to Ben for the beta", "other:thanks": None}),
    ("Title: Low Tide\nDanke: an Ben fürs Betalesen\n\n§", {"beta": "an Ben fürs Betalesen"}),
    ("Title: Low Tide\nThanks: to the gulls\n\n§", {"beta": None, "other:thanks": "to the gulls"}),
    ("Title: Low Tide\nCategory: Harbour Books\nGenre: Angst\n\n§", {"fandom": "Harbour Books", "genre": "Angst"}),
    ("Title: Low Tide\nCategory: V, A\nGenre: Angst\n\n§", {"fandom": None}),
    ("Title: Low Tide\nCategory: V\nGenre: Angst\n\n§", {"fandom": None}),
    ("Title: Low Tide\nFandom: Harbour\nCategory: Old Lamps\nGenre: Angst\n\n§", {"fandom": "Harbour"}),
    ("Title: Low Tide\nType: vignette, angst\n\n§", {"genre": "vignette, angst"}),
    ("Title: Low Tide\nType: one of a kind\n\n§", {"genre": None}),
    (
        "Title: Low Tide (Harbour, Mona/Tobias, PG)\nNotes: For Ben.\n\n§",
        {"title": "Low Tide", "fandom": "Harbour", "pairing": "Mona/Tobias", "rating": "PG"},
    ),
    ("Title: Low Tide (the wall)\nNotes: For Ben.\n\n§", {"title": "Low Tide (the wall)"}),
    (
        "Title: Low Tide\nFandom/Characters: Harbour - Mona, Tobias\n\n§",
        {"fandom": "Harbour", "characters": "Mona, Tobias"},
    ),
    ("CW: drowning. 54 words.\nTitle: Low Tide\n\n§", {"warnings": "drowning.", "word_count": "54 words."}),
    ("cw for drowning. 54 words\n\n§", {"warnings": "drowning.", "word_count": "54 words"}),
    ("Title: Low Tide\nPrompt: gulls. 100 words\n\n§", {"prompt": "gulls. 100 words", "word_count": None}),
    (
        "Low Tide\nby Ruth\nSummary\nDrama / P12 / Gen\n\n§",
        {"title": "Low Tide", "genre": "Drama, Gen", "rating": "P12", "summary": ""},
    ),
]


@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_a_value_tells_which_field_it_is(text: str, expected: dict[str, str | None]) -> None:
    test_a_label_is_known(text, expected)


NO_COUNTS = ["Words: 3 x drabble", "Words: 3 drabbles", "> Prompt: the lamp\n> 50–200 words, in this thread"]


@pytest.mark.parametrize("line", NO_COUNTS)
def test_what_counts_stories_or_says_how_long_they_may_be_states_no_count(line: str) -> None:
    assert manuscript.parse(f"{line}\nTitle: Low Tide\n\n{STORY}").header.declared_words is None


def test_a_number_of_drabbles_may_have_the_words_behind_it() -> None:
    assert manuscript.parse(f"Title: Low Tide\nWords: 3 drabbles (300)\n\n{STORY}").header.declared_words == 300
