import pytest

from bot.domain.documents import document
from tests.documents import open_text
from tests.domain.documents.open_texts import cells, words


def column(more: str = "") -> str:
    return f"<table:table-column{more}/>"


GONE = ' table:visibility="collapse"'


@pytest.mark.parametrize(
    "table",
    [
        column() + column(GONE) + cells("two", "no") + cells("three", "no"),
        column(GONE) + column() + cells("no", "two") + cells("no", "three"),
        column(' table:visibility="filter" table:number-columns-repeated="2"') + cells("no", "no", "two", "three"),
        f"<table:table-column-group>{column(GONE)}</table:table-column-group>{column()}" + cells("no", "two", "three"),
        (
            f"<table:table-header-columns>{column()}{column(GONE)}</table:table-header-columns>{column()}"
            f"<table:table-header-rows>{cells('two', 'no', 'three')}</table:table-header-rows>"
        ),
        column(GONE) + cells(f"no<table:table>{column()}{cells('no')}</table:table>", "two", "three"),
        column()
        + column(GONE)
        + "<table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>two</text:p></table:table-cell>"
        "<table:covered-table-cell/><table:table-cell><text:p>three</text:p></table:table-cell></table:table-row>",
        column(GONE + ' table:number-columns-repeated="2"')
        + column()
        + cells("no", more=' table:number-columns-repeated="2"').replace("</table:table-row>", "")
        + cells("two", "three").replace("<table:table-row>", ""),
        column(GONE + ' table:number-columns-repeated="no"') + cells("no", "two", "three"),
    ],
)
def test_columns_that_are_hidden(table: str) -> None:
    body = f"<text:p>One</text:p><table:table>{table}</table:table><text:p>four</text:p>"
    assert document.read("frost.odt", open_text(body)) == "One\n\ntwo\n\nthree\n\nfour"


def test_a_column_that_is_repeated_without_end() -> None:
    repeated = column(GONE + f' table:number-columns-repeated="{10**12}"')
    assert words(f"One</text:p><table:table>{repeated}{cells('no')}</table:table><text:p>") == "One"
