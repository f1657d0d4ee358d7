"""What the lines above a story give, beside what is expected of them."""

from bot.domain.reading import header_above

Expected = dict[str, str | list[str]]
"""A field's name and its value, or its values where there are several."""


def is_read(above: str, expected: Expected) -> None:
    """The header gives these fields; others it may give as well."""
    found: dict[str, list[str]] = {}
    for name, value in header_above.fields(above):
        found.setdefault(name.value, []).append(value)
    wanted = {name: [value] if isinstance(value, str) else value for name, value in expected.items()}
    assert {name: found.get(name) for name in wanted} == wanted
