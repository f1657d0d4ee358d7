"""Words for a text whose encoding was guessed."""

NAMES = {
    "big5hkscs": "traditional Chinese (Big5)",
    "gb18030": "simplified Chinese (GB18030)",
    "euc_jis_2004": "Japanese (EUC-JP)",
    "cp932": "Japanese (Shift JIS)",
    "cp949": "Korean (EUC-KR)",
    "cp874": "Thai (Windows-874)",
    "cp1251": "Cyrillic (Windows-1251)",
    "koi8-r": "Cyrillic (KOI8-R)",
    "koi8-u": "Cyrillic (KOI8-U)",
    "cp866": "Cyrillic (DOS)",
    "cp1125": "Ukrainian (DOS)",
    "iso8859-5": "Cyrillic (ISO 8859-5)",
    "mac_cyrillic": "Cyrillic (old Mac)",
    "mac_greek": "Greek (old Mac)",
    "cp1250": "Central European (Windows-1250)",
    "iso8859-2": "Central European (ISO 8859-2)",
    "cp1253": "Greek (Windows-1253)",
    "iso8859-7": "Greek (ISO 8859-7)",
    "cp1254": "Turkish (Windows-1254)",
    "cp1255": "Hebrew (Windows-1255)",
    "cp1256": "Arabic (Windows-1256)",
    "cp1257": "Baltic (Windows-1257)",
    "cp850": "Western European (DOS)",
    "mac_roman": "Western European (old Mac)",
    "utf-7": "a mail's text (UTF-7)",
    "hz": "simplified Chinese (HZ)",
}
WESTERN = "Western European"


def doubt(encoding: str | None) -> str | None:
    """What a writer should know of a file whose encoding is in doubt; nothing if it is in none."""
    if encoding is None:
        return None
    taken = NAMES.get(encoding, WESTERN)
    return f"I read the file as {taken}, but I am not sure. If letters look wrong, save it as UTF-8 and send it again."
