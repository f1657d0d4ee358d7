"""Somebody's own words inside ours."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text import escaping, message_length
from tests import growth


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("*Frost*, __deep__ ~~snow~~ ||and|| `ice`", r"\*Frost\*, \_\_deep\_\_ \~\~snow\~\~ \|\|and\|\| \`ice\`"),
        ("[tea](https://example.org) *warm* (free)", r"\[tea\](https://example.org) \*warm\* (free)"),
        (
            "For <@123456789012345678> in <#3>, </submit:4>",
            rf"For \<@{escaping.NOTHING}123456789012345678> in \<#3>, \</submit:4>",
        ),
        ("At <t:1700000000:R>", r"At \<t:1700000000:R>"),
        ("@everyone, @here", "@\u200beveryone, @\u200bhere"),
        ("discord.gg/tea https://discord.gg/tea", "discord\u200b.gg/tea https://discord\u200b.gg/tea"),
        ("# Loudly", r"\# Loudly"),
        ("-# softly", r"\-# softly"),
        ("> said", r"\> said"),
        ("Back\\slash", r"Back\\slash"),
        ("https://example.org/a_tale_of_frost", "https://example.org/a_tale_of_frost"),
        ("Frost <:snow_flake:123>", "Frost <:snow_flake:123>"),
        ("Half-light, #3 > #2", "Half-light, #3 > #2"),
        ("two\n\n  lines", "two lines"),
    ],
)
def test_a_line_is_shown_as_it_was_typed(typed: str, seen: str) -> None:
    assert escaping.line(typed, 100) == seen


def test_a_line_is_cut_before_its_marks_are_kept_from_working() -> None:
    assert escaping.line("*" * 20, 10) == r"\*" * 9 + "…"


@pytest.mark.parametrize("gap", [" " * 50, "\n" * 500, "\t " * 200])
def test_words_beyond_a_long_gap_are_told_as_cut_off(gap: str) -> None:
    assert escaping.line(f"Rain{gap}dies", 10) == "Rain…"
    assert escaping.line(f"Rain{gap}", 10) == "Rain"
    assert escaping.line(f"{gap}Rain", 10) == "…"


def test_words_beyond_what_nobody_sees_are_told_as_cut_off() -> None:
    assert escaping.line("Rain" + "\ufeff" * 90 + "dies", 10) == "Rain…"


def test_a_files_name_ends_where_its_code_ends() -> None:
    assert escaping.code("snow`\u202efdp.txt", 60) == "`\u2068snow\u202efdp.txt\u202c\u2069`"


def test_the_words_of_a_link_hold_neither_brackets_nor_an_address() -> None:
    link = escaping.link("[Frost] at https://example.org", 100, "https://example.com/1")
    assert link == "[(Frost) at https:\u200b//example.org](https://example.com/1)"


@given(st.text(alphabet="ab*_~|`<>[]()#-\\@ \n", max_size=60))
def test_every_mark_stands_behind_a_backslash(typed: str) -> None:
    written = escaping.literal(typed)
    assert re.sub(r"\\(.)", r"\1", written, flags=re.DOTALL) == typed
    assert not re.search(r"[*_~|`<\[\]]", re.sub(r"\\.", "", written))


@pytest.mark.parametrize("mark", ["\u202e", "\u2067", "\u2067\u202e\u2069", "\u05d0"])
def test_a_line_of_any_directions_fits(mark: str) -> None:
    for most in (2, 3, 10, 100):
        assert 0 < len(escaping.plain("Rain " + f"{mark}a" * 100, most)) <= max(most, 3)


def test_a_line_that_turns_at_each_letter_is_cut_in_proportion() -> None:
    assert growth.is_in_proportion(lambda text: escaping.plain(text, len(text)), "Rain" + "\u202ea" * 4_000, within=1)


@pytest.mark.parametrize(
    ("said", "most", "seen"),
    [
        ("So it is.\n\nIt *ends*.", 100, "> So it is.\n> \n> It \\*ends\\*."),
        ("a" * 300, 100, f"> {'a' * 95}…"),
        ("*" * 300, 100, "> " + r"\*" * 46 + "…"),
        ("So it is.\n" + "a" * 300, 100, f"> So it is.\n> {'a' * 83}…"),
        ("a" * 94 + "\nbb", 100, f"> {'a' * 94}\n…"),
        ("", 100, ""),
    ],
)
def test_a_quotation_has_as_much_as_fits(said: str, most: int, seen: str) -> None:
    assert escaping.quotation(said, most) == seen


@given(st.text(), st.integers(20, 400))
def test_a_quotation_fits(said: str, most: int) -> None:
    assert message_length.units(escaping.quotation(said, most)) <= most
