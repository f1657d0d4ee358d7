import pytest

from bot.domain.documents import symbol


@pytest.mark.parametrize(
    ("code", "sign"), [(0x4A, "☺"), (0xF04C, "☹"), (0xE0, "→"), (0x76, "❖"), (0xFC, "✓"), (0xAB, "★")]
)
def test_signs_of_a_font_of_signs(code: int, sign: str) -> None:
    assert symbol.shown("Wingdings", code) == sign


@pytest.mark.parametrize(("code", "sign"), [(0x61, "α"), (0xF0A9, "♥"), (0xAE, "→"), (0xB4, "×"), (0x2E, ".")])
def test_signs_of_the_other_font_of_signs(code: int, sign: str) -> None:
    assert symbol.shown("Symbol", code) == sign
