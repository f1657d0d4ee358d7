import pytest

from tests.domain.documents.open_texts import BEGUN, ENDED, PARTED, words


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        (f"{BEGUN}no{PARTED}two{ENDED}three", "Onetwothree"),
        (f"{BEGUN}no<text:span>no</text:span><text:s/>{PARTED}two{ENDED}", "Onetwo"),
        (f"{BEGUN}two{ENDED}three", "Onetwothree"),
        (f"{BEGUN}two", "Onetwo"),
        (f"{PARTED}two{ENDED}", "Onetwo"),
        (f"{BEGUN}no{BEGUN}no{PARTED}no{ENDED}no{PARTED}two{ENDED}three", "Onetwothree"),
        (f"{BEGUN}no</text:p><text:p>no</text:p><text:p>{PARTED}two{ENDED}", "Onetwo"),
        (f"{BEGUN}two{BEGUN}no{PARTED}three{ENDED}{ENDED}", "Onetwothree"),
    ],
)
def test_the_instruction_of_a_field_is_not_shown(marked: str, text: str) -> None:
    assert words(f"One{marked}") == text
