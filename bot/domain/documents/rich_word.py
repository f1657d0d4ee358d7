"""The control words of rich text (.rtf) that stand for characters, change letters, or begin a group that is no text."""

from bot.domain.text.emphasis import Mark

SIGNS = {
    **dict.fromkeys(("tab", "cell", "nestcell"), "\t"),
    **dict.fromkeys(("line", "lbr", "softline", "page", "softpage", "column", "softcol"), "\n"),
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "zwbo": "\u200b",
    "zwnbo": "\ufeff",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}
SYMBOLS = {
    "\\": "\\",
    "{": "{",
    "}": "}",
    "~": "\xa0",
    "_": "\N{NON-BREAKING HYPHEN}",
    "-": "\N{SOFT HYPHEN}",
    "\t": "\t",
}
"""Characters that are written with a sign instead of a word."""

ENDS = frozenset({"par", "sect", "row", "nestrow", "\n", "\r"})
"""Words that end a paragraph; a line end behind a backslash is one of them."""

UNDERLINES = (
    *(
        "ul",
        "uld",
        "uldash",
        "uldashd",
        "uldashdd",
        "uldb",
        "ulhair",
        "ulhwave",
        "ulldash",
        "ulth",
        "ulthd",
        "ulthdash",
    ),
    *("ulthdashd", "ulthdashdd", "ulthldash", "ululdbwave", "ulw", "ulwave"),
)
MARKS = {
    "b": Mark.BOLD,
    "i": Mark.ITALIC,
    "strike": Mark.STRUCK,
    "striked": Mark.STRUCK,
    **dict.fromkeys(UNDERLINES, Mark.UNDERLINED),
}
HIDING = frozenset({"v", "spv", "deleted", "mvf"})
"""Words for hidden text, and for text that was deleted or moved away."""

SILENT = frozenset({"shpinst", "do", "upr", "shppict", "pict", "picprop"})
"""Groups that are not shown but hold text that is: a drawing's properties with its box, a text that is given twice."""
CHOICES = frozenset({"ffres", "ffdefres"})
"""Words for the entry of a form that is chosen, and the one that is usual."""
PARTS = frozenset({"field", "fldinst", "fldrslt", "formfield", "ffl", "ffdeftext", "sp", "sn", "sv"})
"""Groups that are fields, or parts of fields and shapes: an instruction, a form's entries, a property."""
SHOWN_INSIDE = frozenset({"shptxt", "dptxbxtext", "ud"})
BOXES = frozenset({"shptxt", "dptxbxtext"})

FORMULAS = frozenset(
    f"m{kind}"
    for kind in (
        *("acc", "bar", "box", "borderBox", "d", "eqArr", "f", "func", "groupChr", "limLow", "limUpp", "m", "mr"),
        *("nary", "phant", "rad", "sPre", "sSub", "sSubSup", "sSup"),
    )
)
FORMULA_PARTS = frozenset({"me", "mnum", "mden", "mdeg", "msub", "msup", "mfName", "mlim", "mmr"})
FORMULA_PROPERTIES = frozenset({"mbegChr", "msepChr", "mendChr", "mchr", "mpos", "mshow", "mtype"})
"""Groups that are parts of formulas with signs around them, the parts of those, and what is told of their signs."""

SHOWN = frozenset({"moMath", "moMathPara"})
"""Groups that are shown although older programs are told to leave them out."""

LEFT_OUT = frozenset(
    {"colortbl", "stylesheet", "info", "filetbl", "revtbl", "listtable", "listoverridetable", "rsidtbl", "template"}
    | {"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "footnote", "annotation"}
    | {"ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "atnid", "atnauthor", "atnicn", "atnref"}
    | {"listtext", "pntext", "pntxta", "pntxtb", "listname", "leveltext", "levelnumbers", "listlevel"}
    | {"nonshppict", "shprslt", "objdata", "objclass", "objname", "objalias", "objsect"}
    | {"xe", "tc", "tcn", "rxe", "txe", "bkmkstart", "bkmkend", "datafield", "mmathPict", "nonesttables"}
    | {
        "falt",
        "panose",
        "fname",
        "private",
        "keycode",
        "userprops",
        "xmlnstbl",
        "mailmerge",
        "pgptbl",
    }
    | {"themedata", "colorschememapping", "datastore", "latentstyles", "generator", "background", "protusertbl"}
)
"""Groups that are no part of the text as it stands: looks, notes, comments, numbers of a list, entries of an index. The
properties of a formula are others; their names all end in `Pr`.
"""
PROPERTIES = "Pr"

ROW_INSIDE = "nesttableprops"
"""The group that tells of a row whose table stands in another table's cell, and ends the row."""

NOTE = "footnote"
"""The group of a note below the text, or behind it."""

OTHER_DOCUMENT = "subdocument"

PICTURE = "NeXTGraphic"
"""The group in which Macs put the name of a picture that lies beside the text."""

BORDERS = {"brdrt": "top", "brdrb": "bottom", "box": "box"}
OTHER_BORDERS = ("brdrl", "brdrr", "brdrbtw", "brdrbar", "clbrdr", "trbrdr")
NO_BORDER = frozenset({"brdrnone", "brdrnil", "brdrtbl"})

CODE_PAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
MAC_CODE_PAGES = {
    10000: "mac_roman",
    10006: "mac_greek",
    10007: "mac_cyrillic",
    10029: "mac_latin2",
    10079: "mac_iceland",
    10081: "mac_turkish",
}
"""Code pages whose names are not made from their numbers."""
CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
"""The encodings of fonts, by the numbers that Windows gives to scripts."""


def is_left_out(word: str, *, starred: bool) -> bool:
    """True if a word begins a group that is no text. A star says that a program may leave out the group if it does not
    know the word.
    """
    known = SILENT | SHOWN_INSIDE | SHOWN | PARTS
    return word in LEFT_OUT or word.endswith(PROPERTIES) or (starred and word not in known)
