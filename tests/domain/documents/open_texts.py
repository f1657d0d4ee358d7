"""What is read of an OpenDocument text of our own."""

from bot.domain.documents import document
from tests.documents import open_text


def words(body: str, styles: str = "", common: str = "") -> str:
    return "".join(document.read("frost.odt", open_text(f"<text:p>{body}</text:p>", styles, common)).split())


def cells(*texts: str, more: str = "") -> str:
    filled = "".join(f"<table:table-cell{more}><text:p>{text}</text:p></table:table-cell>" for text in texts)
    return f"<table:table-row>{filled}</table:table-row>"


BEGUN, PARTED, ENDED = (f"<field:fieldmark-{part}/>" for part in ("start", "separator", "end"))
