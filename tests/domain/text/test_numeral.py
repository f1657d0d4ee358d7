"""Numbers in plain digits, however they are written."""

import pytest

from bot.domain.text import numeral


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("1,105 words", "1105 words"),
        ("1.000 or 1 000", "1000 or 1000"),
        ("10,000 and 10 000", "10000 and 10000"),
        ("2.5k, 1,5k", "2500, 1500"),
        ("1-2k", "1000-2000"),
        ("500-1k", "500-1000"),
        ("a hundred", "100"),
        ("one hundred and five", "105"),
        ("fifty-five", "55"),
        ("fifteen hundred", "1500"),
        ("two thousand five hundred", "2500"),
        ("between one hundred and two hundred", "between 100 and 200"),
        ("between one hundred and fifty and two hundred", "between 150 and 200"),
        ("between fifty and five hundred", "between 50 and 500"),
        ("between twenty and thirty", "between 20 and 30"),
        ("two thousand and five hundred", "2500"),
        ("zweihundertfünfzig", "250"),
        ("hundert bis zweihundert", "100 bis 200"),
        ("deux cents", "200"),
        ("quatre-vingt-dix", "90"),
        ("soixante-quinze", "75"),
        ("entre cien y doscientas", "entre 100 y 200"),
        ("treinta y cinco", "35"),
        ("da cento a duecento", "da 100 a 200"),
        ("mil e quinhentos", "1500"),
        ("сто пятьдесят", "150"),
    ],
)
def test_a_number_is_put_in_plain_digits(text: str, plain: str) -> None:
    assert numeral.in_digits(text) == plain


@pytest.mark.parametrize(
    "text", ["one", "a drabble", "un máximo", "half a drabble", "one and a half", "100,200", "50,100", "1.5", "1.0000"]
)
def test_what_is_no_number_or_two_stays_as_it_is(text: str) -> None:
    assert numeral.in_digits(text) == text
