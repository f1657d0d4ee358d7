import pytest

from bot.domain.problem import ImageUnusable, RefusedError
from bot.domain.prompts import image_file

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("frost.png", "image/png"),
        ("frost", "image/jpeg"),
        ("FROST.WEBP", None),
        ("frost.jpeg", None),
        ("frost.gif", "image/gif; charset=binary"),
    ],
)
def test_the_kinds_that_discord_shows_pass(name: str, kind: str | None) -> None:
    image_file.check(name, kind, image_file.LARGEST)


@pytest.mark.parametrize(
    ("name", "kind", "size"),
    [
        ("frost.svg", "image/svg+xml", 10),
        ("frost.png", "text/plain", 10),
        ("frost.txt", None, 10),
        ("frost.png", "image/png", image_file.LARGEST + 1),
    ],
)
def test_others_are_refused_before_they_are_fetched(name: str, kind: str | None, size: int) -> None:
    with pytest.raises(RefusedError) as refused:
        image_file.check(name, kind, size)
    assert refused.value.problems == (ImageUnusable(name, image_file.LARGEST),)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (PNG, "prompt.png"),
        (b"\xff\xd8\xff\xe0", "prompt.jpg"),
        (b"GIF89a", "prompt.gif"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "prompt.webp"),
    ],
)
def test_a_picture_is_called_what_it_is(data: bytes, name: str) -> None:
    assert image_file.plain_name("my frost!.png", data) == name


@pytest.mark.parametrize("data", [b"", b"RIFF\x10\0\0\0WAVEfmt ", b"<svg/>", PNG[:4]])
def test_other_bytes_are_no_picture(data: bytes) -> None:
    with pytest.raises(RefusedError):
        image_file.plain_name("frost.png", data)
