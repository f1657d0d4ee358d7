from bot.domain.reading import manuscript
from tests import growth


def test_what_grows_with_the_square_is_seen() -> None:
    def compare(text: str) -> int:
        return sum(one == other for one in text for other in text)

    assert not growth.seems_in_proportion(compare, "a" * 5_000, within=60)


def test_a_second_look_finds_nothing_that_the_first_one_left() -> None:
    manuscript.parse("Title: Lamps\nWords: one hundred\n\nNobody lit it.")
    assert any(remembered.cache_info().currsize for remembered in growth.memories())
    growth.forget()
    assert not any(remembered.cache_info().currsize for remembered in growth.memories())
