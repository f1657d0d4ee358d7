"""Lengths as Discord takes them."""

from bot.domain.text import message_length


def test_lines_that_fit_are_counted_as_discord_counts() -> None:
    snow = "\N{SNOWFLAKE}\ufe0f\N{WHITE LARGE SQUARE}\N{CLOUD WITH SNOW}" * 20
    kept = message_length.as_many([snow] * 10, 500)
    assert message_length.units(kept) <= 500
    assert kept.endswith("\n…")
