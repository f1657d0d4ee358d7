import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.text import ao3_words, conventions, disagreement
from bot.domain.text.conventions import Convention, Counts
from bot.domain.text.disagreement import Agreement, Cause, Difference
from tests.growth import is_in_proportion

texts = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("'’‘\"“”--—– aé東テ_/.,"), max_size=200)


@settings(max_examples=200)
@given(texts)
def test_the_groups_are_all_that_the_counts_differ_by(text: str) -> None:
    counts, groups = conventions.count(text), disagreement.differences(text)
    assert counts[Convention.WHITESPACE] + sum(group.ao3 for group in groups) == counts[Convention.AO3]
    assert counts[Convention.AO3] + sum(group.hyphens_split for group in groups) == counts[Convention.HYPHENS_SPLIT]


@settings(max_examples=200)
@given(texts)
def test_a_group_is_of_tokens_that_stand_in_the_text_and_make_a_difference(text: str) -> None:
    groups = disagreement.differences(text)
    assert len({group.cause for group in groups}) == len(groups)
    for group in groups:
        assert set(group.examples) <= set(text.split())
        assert 0 < len(set(group.examples)) == len(group.examples) <= min(group.tokens, disagreement.EXAMPLES)
        assert group.ao3 or group.hyphens_split


@settings(max_examples=200)
@given(texts)
def test_the_quick_look_passes_over_nothing(text: str) -> None:
    for token in text.split():
        if disagreement.PLAIN.fullmatch(token):
            assert set(conventions.count(token).values()) == {1}


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("tea – and – rain -- so -", Difference(Cause.LONE_DASH, 4, -4, 0, ("–", "--", "-"))),
        ("tea ♥ “ *", Difference(Cause.LONE_SIGN, 3, -3, 0, ("♥", "“", "*"))),
        ("tea—rain and hot--so--hot", Difference(Cause.JOINED_BY_DASH, 2, 3, 0, ("tea—rain", "hot--so--hot"))),
        ("and/or at 7:45", Difference(Cause.JOINED_BY_SIGN, 2, 2, 0, ("and/or", "7:45"))),
        ("in 東京", Difference(Cause.WORD_EACH, 1, 1, 0, ("東京",))),
        ("a mother-in-law’s tea", Difference(Cause.HYPHENATED, 1, 0, 2, ("mother-in-law’s",))),
    ],
)
def test_a_group_has_its_reason(text: str, group: Difference) -> None:
    assert disagreement.differences(text) == (group,)


def test_the_largest_effect_comes_first_and_plain_words_say_nothing() -> None:
    found = disagreement.differences("“Tea,” she said — and it's well-worn – a half-and-half-and-half.")
    assert [group.cause for group in found] == [Cause.HYPHENATED, Cause.LONE_DASH]
    assert disagreement.differences("“Tea?” she said. (It's late…)") == ()


def test_a_token_may_differ_for_two_reasons() -> None:
    found = disagreement.differences("well-worn—tea")
    assert {(group.cause, group.ao3, group.hyphens_split) for group in found} == {
        (Cause.JOINED_BY_DASH, 1, 0),
        (Cause.HYPHENATED, 0, 1),
    }


STORY = Counts({Convention.AO3: 100, Convention.WHITESPACE: 104, Convention.HYPHENS_SPLIT: 107})
TITLE = Counts({Convention.AO3: 3, Convention.WHITESPACE: 5, Convention.HYPHENS_SPLIT: 3})


@pytest.mark.parametrize(
    ("declared", "agrees"),
    [
        (100, Agreement(Convention.AO3, with_title=False)),
        (104, Agreement(Convention.WHITESPACE, with_title=False)),
        (107, Agreement(Convention.HYPHENS_SPLIT, with_title=False)),
        (103, Agreement(Convention.AO3, with_title=True)),
        (109, Agreement(Convention.WHITESPACE, with_title=True)),
        (110, Agreement(Convention.HYPHENS_SPLIT, with_title=True)),
        (111, None),
    ],
)
def test_a_stated_number_agrees_with_one_convention(declared: int, agrees: Agreement | None) -> None:
    assert disagreement.agreement(declared, STORY, TITLE) == agrees


@pytest.mark.parametrize(
    "text",
    [
        " ".join(f"w{number}" for number in range(150_000)),
        " ".join(f"é{number}" for number in range(120_000)),
        " ".join(f"{number}-" for number in range(120_000)),
        "— " * 250_000,
        "-" * 500_000,
        "a-" * 250_000,
        "a'" * 250_000 + "é",
        "'" * 500_000,
        "東" * 500_000,
        "\u0301" * 500_000,
    ],
    ids=lambda text: f"{text[:8]}…",
)
def test_no_text_makes_it_slow(text: str) -> None:
    assert is_in_proportion(conventions.count, text, within=3)
    assert is_in_proportion(ao3_words.last, text, within=3)
    assert is_in_proportion(disagreement.differences, text, within=3)
