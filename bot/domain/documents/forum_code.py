"""The codes that forums set a text with, such as `[i]…[/i]` and `[center]…[/center]`, as HTML.

Names: https://www.bbcode.org/reference.php, and what phpBB, Jcink and ProBoards add.
"""

import re
from functools import partial

ELEMENTS = {
    **{name: (f"<{name}>", f"</{name}>") for name in ("b", "i", "u", "s", "center", "sub", "sup", "font")},
    **dict.fromkeys(("strike", "del"), ("<s>", "</s>")),
    **dict.fromkeys(("em", "italic"), ("<i>", "</i>")),
    **dict.fromkeys(("strong", "bold"), ("<b>", "</b>")),
    **dict.fromkeys(("left", "right", "justify", "align", "indent", "quote"), ("<div>", "</div>")),
    **dict.fromkeys(("size", "color", "colour", "url", "email", "img", "sc", "highlight"), ("<span>", "</span>")),
    **dict.fromkeys(("spoiler", "hide", "blur"), ("<span>||", "||</span>")),
}
"""What each code opens and shuts."""

NAMES = "|".join(ELEMENTS)
CODE = re.compile(rf"\[(?P<shuts>/?)(?P<name>{NAMES})(?P<said>[= ][^\[\]\n]{{0,200}})?\]", re.IGNORECASE)
RULE = re.compile(r"\[hr\]", re.IGNORECASE)


def as_html(text: str) -> str:
    """The text with its codes as elements; a code that is nowhere opened and shut stays as it was typed."""
    found = {(code["name"].lower(), bool(code["shuts"])) for code in CODE.finditer(text)}
    pairs = {name for name, shuts in found if shuts and (name, False) in found}
    return RULE.sub("<hr>", CODE.sub(partial(element, pairs), text)) if pairs else text


def element(pairs: set[str], code: re.Match[str]) -> str:
    name = code["name"].lower()
    return ELEMENTS[name][bool(code["shuts"])] if name in pairs else code[0]
