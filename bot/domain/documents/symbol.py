"""Signs of fonts that have signs instead of letters, as characters that every font has."""

from collections.abc import Mapping

PRIVATE = 0xF000
"""The number that Word and others add to the code of such a sign."""


def placed(first: int, signs: str) -> dict[int, str]:
    """Signs by code, one after another; a full stop stands for a code that no character is like."""
    return {first + number: sign for number, sign in enumerate(signs) if sign != "."}


WINGDINGS: Mapping[int, str] = (
    placed(
        0x21,
        "✏✂✁👓🔔📖🕯☎✆✉📨📪📫📬📭📁📂📄🗏🗐🗄⌛🖮🖰🖲💻🖬💾📼✇✍🖎✌👌👍👎☜☞☝☟🖐☺😐☹💣☠🏳🏱✈☼💧❄🕆✞🕈✠✡☪☯ॐ☸♈♉♊♋♌♍♎♏♐♑♒♓",
    )
    | placed(0x6A, "🙰&●❍■□🞐❑❒⬧⧫◆❖⬥⌧⮹⌘🏵🏶“”")
    | placed(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿❦❧❧❦❦❧❧❦·•▪○🞆🞈◉◎🔿▪◻🟂✦★✶✴✹✵⯐⌖⟡⌑⯑✪✰")
    | placed(0xB7, "🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛")
    | placed(0xD5, "⌫⌦⮘⮚⮙⮛⮈⮊⮉⮋←→↑↓↖↗↙↘⬅➡⬆⬇⬉⬈⬋⬊⇦⇨⇧⇩⬄⇳⬁⬀⬃⬂▭▫✗✓☒☑")
)

SYMBOL: Mapping[int, str] = (
    placed(0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼")
    | {0x2E: "."}
    | placed(0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪")
    | placed(0xF1, "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭")
)

FONTS = {"wingdings": WINGDINGS, "symbol": SYMBOL}


def is_font(name: str) -> bool:
    return name.lower() in FONTS


def shown(font: str, code: int) -> str:
    """The character that looks like this code in a font; a code we do not know is taken for a character itself."""
    signs = FONTS.get(font.lower(), {})
    low = code - PRIVATE if PRIVATE <= code < PRIVATE + 0x100 else code
    return signs.get(low) or (chr(code) if code in range(0x20, 0xD800) or code in range(0xE000, 0x110000) else "")
