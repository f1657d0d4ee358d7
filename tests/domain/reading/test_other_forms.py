"""Names, titles and facts set off in other ways, and in other languages: what stands above a story, and its fields."""

import pytest

from tests.domain.reading.above import Expected, is_read

NAMES: list[tuple[str, Expected]] = [
    (above, {"title": "Low Tide", "author": "Pam", "rating": "PG"})
    for above in (
        "**📖 Title:** Low Tide\n**✍️ Author:** Pam\n**🔞 Rating:** PG\n",
        "> <:lamp:112233> Title: Low Tide\n> <a:gull:445566> Author: Pam\n> <:tide:7788> Rating: PG\n",
        "__**🧑🏽‍🎨 Titel:**__ Low Tide\n__**👩‍💻 Autorin:**__ Pam\n__**⚠️ Altersfreigabe:**__ PG\n",
        "1️⃣ Title: Low Tide\n2️⃣ Author: Pam\n3️⃣ Rating: PG\n",
        "__**Title**__ Low Tide\n__**Author**__ Pam\n__**Rating**__ PG\n",
        "`Title` Low Tide\n`Author` Pam\n`Rating` PG\n",
        "{Title} Low Tide\n{Author} Pam\n{Rating} PG\n",
        "<Title> Low Tide\n<Author> Pam\n<Rating> PG\n",
        "「Title」 Low Tide\n「Author」 Pam\n「Rating」 PG\n",
        "~Title~ Low Tide\n~Author~ Pam\n~Rating~ PG\n",
        "🆃🅸🆃🅻🅴: Low Tide\n🅰🆄🆃🅷🅾🆁: Pam\n🅁🄰🅃🄸🄽🄶: PG\n",
        "🅣🅘🅣🅛🅔 - Low Tide\n🅐🅤🅣🅗🅞🅡 - Pam\n🅡🅐🅣🅘🅝🅖 - PG\n",
        "Title: Low Tide / Author: Pam / Rating: PG\n",
        "Title of fic: Low Tide\nName of author: Pam\nRating of fic: PG\n",
        "Titel des Stücks: Low Tide\nAutor des Textes: Pam\nRating der Geschichte: PG\n",
        "Titre du texte : Low Tide\nAuteur : Pam\nRating : PG\n",
        "Título del relato: Low Tide\nAutora: Pam\nRating: PG\n",
        "Название работы: Low Tide\nАвтор: Pam\nРейтинг: PG\n",
    )
]

TITLES: list[tuple[str, Expected]] = [
    ("「Low Tide」\n", {"title": "Low Tide"}),
    ("= Low Tide =\n", {"title": "Low Tide"}),
    ("**Low Tide** • @pam\n", {"title": "Low Tide", "author": "@pam"}),
    ("**Low Tide** | @pam_b\n", {"title": "Low Tide", "author": "@pam_b"}),
    ("**Low Tide** by <@80351110224678912>\n", {"title": "Low Tide", "author": "<@80351110224678912>"}),
    ("Team Salt: **Low Tide** (G)\n", {"title": "Low Tide", "rating": "G"}),
    ("Team Gen: Low Tide [teen]\n", {"title": "Low Tide", "rating": "teen"}),
    ("Équipe Sel : Low Tide (PG)\n", {"other:team": "Sel", "title": "Low Tide"}),
    ("Gruppe Salz - Low Tide (ab 12)\n", {"other:team": "Salz", "title": "Low Tide", "rating": "ab 12"}),
    ("Low Tide\nUn fanfic de Harbour Lights por Pam Salt\n", {"title": "Low Tide", "author": "Pam Salt"}),
    ("Low Tide\nUne fanfic Harbour Lights par Pam Salt\n", {"title": "Low Tide", "author": "Pam Salt"}),
    (
        "Low Tide\nUn drabble su Harbour Lights di Pam Salt\n",
        {"title": "Low Tide", "fandom": "Harbour Lights", "author": "Pam Salt"},
    ),
    ("Montag, 14. März 2011\n\nLow Tide\nby Pam\n", {"title": "Low Tide", "author": "Pam"}),
    ("lundi 14 mars 2011\n\nLow Tide\nby Pam\n", {"title": "Low Tide", "author": "Pam"}),
    ("14 de marzo de 2011\n\nLow Tide\nby Pam\n", {"title": "Low Tide", "author": "Pam"}),
    ("Low Tide\nFassung 2\nby Pam\n", {"title": "Low Tide", "author": "Pam"}),
    ("Low Tide\nVersion 1.2, revised\nby Pam\n", {"title": "Low Tide", "author": "Pam"}),
    ("Low Tide\nversion française\nby Pam\n", {"title": "Low Tide", "author": "Pam"}),
    *(
        (f"**Low Tide**\nby Pam\n{note}\nPG | 98 words\n", {"title": "Low Tide", "author": "Pam", "notes": note})
        for note in ("I wrote this on the train and it shows.", "first drabble in years!!", "merci pour la patience")
    ),
]

PARTS = ["Low Tide", "Harbour", "PG", "98 words"]

FACTS: list[tuple[str, Expected]] = [
    *(
        (f"{mark.join(PARTS)}\n", {"title": "Low Tide", "fandom": "Harbour", "rating": "PG", "word_count": "98 words"})
        for mark in (" * ", " :: ", " » ", " = ", " + ", "; ", "・")
    ),
    ("[98 Wörter] [ab 12] **Low Tide**\n", {"title": "Low Tide", "rating": "ab 12", "word_count": "98 Wörter"}),
    ("【G】【98 words】 **Low Tide**\n", {"title": "Low Tide", "rating": "G", "word_count": "98 words"}),
    (
        "Ana × Ben · 98 Wörter · AU · für Pam\n",
        {"pairing": "Ana × Ben", "word_count": "98 Wörter", "written_for": "Pam"},
    ),
    ("Ana/Ben ~ 98 mots ~ écrit pour pam_b\n", {"pairing": "Ana/Ben", "written_for": "pam_b"}),
    ("Ana & Ben . 98 palabras . escrito para pam\n", {"characters": "Ana & Ben", "written_for": "pam"}),
    ("[Für Pam: Schnee]\n", {"written_for": "Pam", "prompt": "Schnee"}),
    ("Low Tide\n[Pour pam : la neige]\n", {"title": "Low Tide", "written_for": "pam", "prompt": "la neige"}),
    (
        "Rated M for language, 98 words, no spoilers\n",
        {"rating": "M for language", "word_count": "98 words", "spoilers": "no spoilers"},
    ),
    ("-# rated G\n", {"rating": "G"}),
]

CASES = [*NAMES, *TITLES, *FACTS]


@pytest.mark.parametrize(("above", "expected"), CASES, ids=[above.replace("\n", "/")[:60] for above, _ in CASES])
def test_the_fields_above_a_story(above: str, expected: Expected) -> None:
    is_read(above, expected)
