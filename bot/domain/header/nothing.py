"""The ways to say that there is nothing to tell, as in `Warnings: none`, by language."""

import re

NONE = frozenset(
    {
        *("none", "n a", "na", "aucun", "aucune", "keine", "keiner", "ninguna", "ninguno", "ningún", "nessuno"),
        *("nessuna", "nenhum", "nenhuma", "нет", "brak", "geen", "inga", "inget", "ingen", "intet", "žádné", "žádná"),
        *("žádný", "žiadne", "žiadny", "nincs", "yok", "tidak ada", "немає", "なし", "無し", "无", "無", "없음"),
    }
)
"""Those that stand for a list of anything, of people too. `Zero`, `Nil` and `Nada` are names of people."""

SAID = NONE | frozenset(
    {
        *("", "no", "nope", "nil", "nothing", "not applicable", "nada", "zip", "zero"),
        *("none apply", "none needed", "none really", "none at all", "not really", "not any"),
        *("none that i know of", "none i can think of", "none that i can think of", "nothing really"),
        *("nothing at all", "nothing to warn about", "nothing to spoil", "no warnings", "no warning"),
        *("no warnings apply", "no warnings needed", "no archive warnings", "no archive warnings apply"),
        *("no content warnings", "no trigger warnings", "no triggers", "no spoilers", "no spoiler"),
        *("no major spoilers", "no real spoilers"),
        *("rien", "sans objet", "aucun avertissement", "aucun spoiler", "pas de spoiler"),
        *("nichts", "keine warnung", "keine warnungen", "keine spoiler"),
        *("sin advertencias", "ninguna advertencia", "sin spoilers"),
        *("niente", "nessun avviso", "nessun avvertimento", "nessuno spoiler"),
        *("nenhum aviso", "sem avisos", "sem spoilers"),
        *("ничего", "нет предупреждений", "отсутствуют", "нет спойлеров"),
        *("brak ostrzeżeń", "bez ostrzeżeń", "brak spoilerów", "nie dotyczy"),
        *("geen waarschuwingen", "geen spoilers", "niet van toepassing", "n v t"),
        *("inga varningar", "inga spoilers", "ingen advarsler", "ingen spoilere", "ei", "ei mitään", "ei ole"),
        *("ei varoituksia", "ei spoilereita"),
        *("žádná varování", "bez varování", "žádné spoilery", "nic", "nincsenek", "nincs figyelmeztetés"),
        *("uyarı yok", "spoiler yok", "tanpa peringatan", "немає попереджень", "відсутні"),
        *("特になし", "特に無し", "警告なし", "注意なし", "ネタバレなし", "没有", "沒有", "无警告", "無警告"),
        *("경고 없음", "주의 없음"),
    }
)
"""All, in small letters and without marks."""

WORDS = re.compile(r"\w+")


def is_said(value: str) -> bool:
    return bare(value) in SAID


def is_none(value: str) -> bool:
    """True for the words that stand for a list of anything, such as people."""
    return bare(value) in NONE


def bare(value: str) -> str:
    """A value in small letters and without marks."""
    return " ".join(WORDS.findall(value.casefold()))
