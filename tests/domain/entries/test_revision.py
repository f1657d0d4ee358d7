"""A draft's three sources, joined: its text, what its writer gave in other ways, and the bounds they moved."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.entries import revision
from bot.domain.entries.draft import Draft
from bot.domain.header import header
from bot.domain.header.field import Field, Other
from bot.domain.header.header import Header
from bot.domain.reading.reading import Bounds

STORY = "The lamp was lit.\n\nIt rained.\n\nNobody came."
DRAFT = Draft(1, 2, 3, None, STORY, None, None, datetime(2026, 3, 2, tzinfo=UTC))


def under(lines: str) -> str:
    return f"{lines}\n\n{STORY}" if lines else STORY


@pytest.mark.parametrize(
    ("above", "own", "joined"),
    [
        ("Kettle\nfor Ana", "Warnings: Violence", "Title: Kettle\nWritten for: Ana\nWarnings: Violence"),
        ("Kettle again\nnot for Ana", "Warnings: Violence", "Notes: Kettle again not for Ana\nWarnings: Violence"),
        ("Rating: M", "Warnings: Violence", "Rating: M\nWarnings: Violence"),
        ("Title: Kettle", "Title: Steam", "Title: Steam"),
        ("Warnings: gore", "Warnings: Violence", "Warnings: gore\nWarnings: Violence"),
        ("Warnings: none", "Warnings: Violence", "Warnings: Violence"),
    ],
)
def test_what_leaves_a_story_by_a_moved_start_is_in_the_header_beside_what_was_given(
    above: str, own: str, joined: str
) -> None:
    draft = replace(DRAFT, text=under(above), header=own, bounds=Bounds(0, 99))
    moved = revision.rebounded(draft, Bounds(above.count("\n") + 2, 99))
    assert set(header.to_lines(moved.read().header).split("\n")) == set(joined.split("\n"))
    assert moved.read().story == STORY


@pytest.mark.parametrize("own", ["Notes: mine", "Title: Lamps\nNotes: mine"])
@pytest.mark.parametrize(
    "above", ["For Ana, who waited so long for it", "The gulls had gone home. Nobody counted them."]
)
def test_what_leaves_a_story_is_in_the_header_or_left_out(above: str, own: str) -> None:
    draft = replace(DRAFT, text=under(above), header=own, bounds=Bounds(0, 99))
    moved = revision.rebounded(draft, Bounds(2, 99)).understood()
    told = [*(each.text for each in moved.left_out), *header.to_lines(moved.manuscript.header).split("\n")]
    assert above in told or above.replace("For ", "Written for: ") in told


def test_a_note_as_long_as_a_story_is_one_of_the_header_that_is_posted() -> None:
    note = " ".join(["The boats came home one by one, and nobody had thought to count them."] * 4)
    posted = replace(DRAFT, header=f"Title: Tide\n[below the story]\nNotes: {note}").understood()
    assert [each.text for each in posted.set_below] == [note]
    taken_out = replace(DRAFT, text=f"Title: Tide\n\n{STORY}\n\nA/N: {note}", header="Title: Tide").understood()
    assert taken_out.set_below == ()


def test_the_header_of_the_story_that_is_taken_holds_but_for_what_was_given() -> None:
    snow = "Snow fell on the wall, and nobody came to see how much of it there was until the morning came, late."
    text = f"Title: Rain\nRating: G\n\n{snow}\n\nTitle: Snow\nRating: M\n\n{snow}"
    all_of_it = replace(DRAFT, text=text, header="Title: Rain\nRating: G\nRating: M\nWarnings: Violence")
    first, second = (revision.rebounded(all_of_it, each.bounds) for each in all_of_it.understood().stories)
    assert first.header == "Title: Rain\nRating: G\nWarnings: Violence"
    assert second.header == "Title: Snow\nRating: M\nWarnings: Violence"
    again = revision.rebounded(second, None)
    assert again.read().header.get(Field.TITLE) == "Rain"
    assert set(again.read().header.all(Field.RATING)) == {"G", "M"}


@pytest.mark.parametrize(
    ("before", "own", "after", "joined"),
    [
        (
            "Title: Tuseday",
            "Title: Tuseday\nWarnings: Violence",
            "Title: Tuesday",
            "Title: Tuesday\nWarnings: Violence",
        ),
        ("", "Title: Lamps\nWarnings: Violence", "Notes: thanks", "Title: Lamps\nWarnings: Violence\nNotes: thanks"),
        ("Title: A\nRating: PG", "Title: B\nRating: PG", "Title: A\nRating: PG", "Title: B\nRating: PG"),
        ("Title: A\nRating: PG", "Title: B\nRating: PG", "Title: C\nRating: PG", "Title: C\nRating: PG"),
        ("Title: A\nRating: PG", "Title: B\nRating: PG", "Title: A\nRating: M", "Title: B\nRating: M"),
        ("Title: A\nRating: PG", "Title: B\nRating: PG", "Rating: PG", "Title: B\nRating: PG"),
        ("Title: A\nRating: PG", "Title: B\nRating: PG", "Title: A", "Title: B"),
        ("Title: A\nSummary: Rain", "Title: A", "Title: B\nSummary: Rain", "Title: B"),
        ("Title: A\nSummary: Rain", "Title: A", "Title: A\nSummary: Snow", "Title: A\nSummary: Snow"),
        ("Title: A\nSummary: Rain", "", "Title: A\nSummary: Rain\nRating: M", "Rating: M"),
        ("Title: A", "Title: A\nSeries: Lamps", "Title: B", "Title: B\nSeries: Lamps"),
        ("Warnings: gore", "Title: A\nWarnings: gore", "Title: B", "Title: B"),
        ("Warnings: gore", "Warnings: gore, blood", "Title: B", "Warnings: blood\nTitle: B"),
        ("", "Warnings: Violence", "Warnings: gore", "Warnings: gore\nWarnings: Violence"),
        ("", "Warnings: Violence", "Warnings: none", "Warnings: Violence"),
        ("", "Warnings: No Archive Warnings Apply", "Warnings: gore", "Warnings: gore"),
        ("", "Warnings: none", "Warnings: no warnings", "Warnings: no warnings"),
        ("", "Warnings: Major Character Death", "Warnings: MCD, gore", "Warnings: MCD, gore"),
        ("Warnings: gore", "Title: A", "Warnings: gore\nTitle: B", "Title: B"),
        ("Warnings: gore", "Title: A", "Warnings: gore, blood\nTitle: A", "Title: A\nWarnings: gore, blood"),
        ("", "Spoilers: the finale", "Spoilers: episode 4", "Spoilers: episode 4\nSpoilers: the finale"),
        ("", "Spoilers: the finale", "Spoilers: none", "Spoilers: the finale"),
    ],
)
def test_what_was_said_last_about_a_field_holds(before: str, own: str, after: str, joined: str) -> None:
    draft = replace(DRAFT, text=under(before), header=own)
    assert header.to_lines(revision.revised(draft, under(after)).read().header) == joined


@pytest.mark.parametrize(
    ("before", "after", "title"),
    [
        ("", "For Ana", "Lamps"),  # a guess, which was never said to be a title
        ("", "Title: For Ana", "For Ana"),
        ("Lampps\nby Ana", "Lights\nby Ana", "Lights"),  # the title's own line was edited
        ("Title: Lampps", "Lampps", "Lamps"),
    ],
)
def test_a_guess_overrules_nothing_that_was_given(before: str, after: str, title: str) -> None:
    draft = replace(DRAFT, text=under(before), header="Title: Lamps")
    assert revision.revised(draft, under(after)).read().header.get(Field.TITLE) == title


@pytest.mark.parametrize("own", [None, "", "title : Lamps\nno field\n"])
def test_an_unchanged_text_changes_nothing(own: str | None) -> None:
    draft = replace(DRAFT, text=under("Title: A\nWarnings: gore"), header=own, bounds=Bounds(3, 6))
    assert revision.revised(draft, draft.text) == draft


def test_a_text_edited_twice_keeps_what_was_given_beside_it() -> None:
    draft = replace(DRAFT, header="Title: By form\nWarnings: Violence")
    for lines in ("Warnings: gore", "Title: By text\nWarnings: gore", "Title: By text", ""):
        draft = revision.revised(draft, under(lines))
    assert header.to_lines(draft.read().header) == "Warnings: Violence"


# -- any headers -----------------------------------------------------------------------------------

WARNED = (
    *("Major Character Death", "MCD", "graphic violence", "gore", "Blood; gore", "chose not to warn", "spiders, gore"),
    *("none", "no character death", "No Archive Warnings Apply", "n/a"),
)
values = st.one_of(
    st.tuples(st.just(Field.WARNINGS), st.sampled_from(WARNED)),
    st.tuples(st.just(Field.SPOILERS), st.sampled_from(["none", "the finale", "episode 4"])),
    st.tuples(st.sampled_from([Field.TITLE, Field.NOTES, Other("Series")]), st.sampled_from(["A", "B", "C"])),
)
any_header = st.lists(values, max_size=5).map(lambda fields: Header(tuple(fields)))


def warned(found: Header) -> set[str]:
    return set(map(str, revision.meanings(found.all(Field.WARNINGS))))


@given(any_header, any_header, any_header)
@example(Header(((Field.WARNINGS, "no character death"),)), Header(), Header(((Field.WARNINGS, "none"),)))
def test_no_warning_goes_unsaid(own: Header, before: Header, after: Header) -> None:
    joined = revision.joined(own, before, after, revision.by_text(set(revision.names(after))))
    assert warned(own) - warned(before) <= warned(joined), "given beside the text"
    if revision.said(after, Field.WARNINGS) != revision.said(before, Field.WARNINGS):
        assert warned(after) <= warned(joined), "said by the new text"
    if warned(own) - warned(joined):
        assert Field.WARNINGS in {change.field for change in revision.changes(own, joined)}
    if own.under_cut and not joined.under_cut:
        assert before.under_cut, "only the text can take back what only the text said"


@given(any_header, any_header, any_header)
def test_each_field_says_what_was_said_last(own: Header, before: Header, after: Header) -> None:
    joined = revision.joined(own, before, after, revision.by_text(set(revision.names(after))))
    for field in set(revision.names(own, before, after, joined)) - set(revision.CAUTIONS):
        mine, was, now = (revision.said(found, field) for found in (own, before, after))
        last = mine if now == was or (mine != was and not now) else now
        assert revision.said(joined, field) == last


@given(any_header, any_header)
def test_what_the_text_says_as_before_is_what_the_writer_left(own: Header, text: Header) -> None:
    assert revision.joined(own, text, text, revision.by_text(set(revision.names(text)))) == own


@given(any_header, any_header)
def test_a_header_left_as_it_was_read_follows_the_text(before: Header, after: Header) -> None:
    assert not revision.changes(revision.joined(before, before, after, revision.by_text(())), after)


# -- where the story is ----------------------------------------------------------------------------

LINES = "Title: A\n\nFor Ana\n\nThe lamp was lit.\n\n***\n\nIt rained.\n\n***\n\nNobody came.\n\nThanks to Ben"
CHOSEN = Bounds(4, 13)


@pytest.mark.parametrize(
    ("edit", "story"),
    [
        (("Title: A", "Title: B"), "The lamp was lit. … Nobody came."),
        (("Title: A", "Title: A\nRating: PG\nNotes: thanks"), "The lamp was lit. … Nobody came."),
        (("lit.", "out."), "The lamp was out. … Nobody came."),
        (("Nobody came", "Ana came"), "The lamp was lit. … Ana came."),
        (("It rained.", "It rained.\n\n***\n\nIt snowed."), "The lamp was lit. … Nobody came."),
        (("For Ana", "For Cleo"), "The lamp was lit. … Nobody came."),
        (("Thanks to Ben", "Thanks"), "The lamp was lit. … Nobody came."),
        (("\n\nThanks to Ben", ""), "The lamp was lit. … Nobody came."),
        (("\n\n", "\n\n\n"), "The lamp was lit. … Nobody came."),
        (("\n", "\r\n"), "The lamp was lit. … Nobody came."),
    ],
)
def test_bounds_stay_where_they_part_the_same_lines(edit: tuple[str, str], story: str) -> None:
    draft = revision.revised(replace(DRAFT, text=LINES, bounds=CHOSEN), LINES.replace(*edit))
    first, *_, last = draft.read().story.split("\n")
    assert (draft.bounds is not None, f"{first} … {last}") == (True, story)


@pytest.mark.parametrize(
    "text",
    [
        "Title: Snow\n\nIt snowed.",
        "",
        LINES.replace("The lamp", "It was dark.\n\nThe lamp"),  # within the story or above it?
        LINES.replace("Thanks", "It rained on.\n\nThanks"),
        LINES.replace("For Ana\n\nThe lamp was lit.", "It snowed."),
        LINES.replace("The lamp was lit.", "For Ana"),
        "\n\n".join(reversed(LINES.split("\n\n"))),
    ],
)
def test_bounds_of_other_lines_go(text: str) -> None:
    assert revision.revised(replace(DRAFT, text=LINES, bounds=CHOSEN), text).bounds is None


def test_bounds_at_the_edges_of_a_text_are_none_of_another() -> None:
    whole = replace(DRAFT, text="The Lamp\n\nIt rained.", bounds=Bounds(0, 3))
    assert revision.revised(whole, "The Lamp\n\nIt snowed.").bounds == Bounds(0, 3)
    assert revision.revised(whole, "Title: Snow\n\nIt snowed.").bounds is None


def test_a_header_is_compared_with_the_bounds_that_it_was_read_with() -> None:
    """The writer's own start leaves the rating in the story: the header did not have it before, nor does it now."""
    draft = replace(DRAFT, text=under("Title: A\nRating: PG"), header="Title: B", bounds=Bounds(1, 8))
    again = revision.revised(draft, draft.text.replace("It rained.", "It snowed."))
    assert again.header == "Title: B"
    assert again.read().story.startswith("Rating: PG\n\nThe lamp")


def test_a_note_below_the_story_stays_below_when_the_text_is_edited() -> None:
    story = "\n\n".join(["The boats came home one by one, and nobody had thought to count them."] * 4)
    text = f"Title: Tide\nNotes: for Ana\n\n{story}\n\nA/N: He was dead."
    own = "Title: Tide\nNotes: for Ana\nWarnings: death\n[below the story]\nNotes: He was dead."
    draft = replace(DRAFT, text=text, header=own)
    edited = revision.revised(draft, text.replace("dead.", "dead all along.")).read().header
    assert edited.all(Field.NOTES) == ["for Ana", "He was dead all along."]
    assert edited.below == ((Field.NOTES, "He was dead all along."),)
    assert edited.under_cut
