from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.reading import bound_step, manuscript
from bot.domain.reading.bound_step import Steps
from bot.domain.reading.reading import Bounds

TEXT = "Title: Lamps\n\nIt rained.\r\n \nNobody came.\n\nThe End"

texts = st.lists(st.sampled_from(["Title: x", "It rained.", "", " ", "---", "The End", "Notes: a"]), max_size=9)


def test_a_step_leads_to_the_next_written_line() -> None:
    assert bound_step.steps(TEXT, Bounds(2, 5)) == Steps(0, 4, 3, 7, "Title: Lamps", "The End")


def test_the_last_line_of_a_story_stays() -> None:
    assert bound_step.steps(TEXT, Bounds(4, 5)) == Steps(2, None, None, 7, "It rained.", "The End")


def test_there_is_no_step_out_of_the_text() -> None:
    found = bound_step.steps(TEXT, Bounds(0, 7))
    assert (found.start_up, found.end_down, found.above, found.below) == (None, None, "", "")


def test_a_story_of_nothing_can_only_grow() -> None:
    assert bound_step.steps("Title: Lamps\n\n", Bounds(3, 3)) == Steps(0, None, None, None, "Title: Lamps", "")


@settings(max_examples=200)
@given(texts.map("\n".join))
def test_a_step_down_is_taken_back_by_a_step_up(text: str) -> None:
    bounds = manuscript.readings(text)[0].bounds
    down = bound_step.steps(text, bounds).start_down
    if down is not None:
        back = bound_step.steps(text, Bounds(down, bounds.end)).start_up
        assert back is not None
        assert manuscript.parse(text, Bounds(back, bounds.end)).story == manuscript.parse(text, bounds).story
    up = bound_step.steps(text, bounds).end_up
    if up is not None:
        back = bound_step.steps(text, Bounds(bounds.start, up)).end_down
        assert back is not None
        assert manuscript.parse(text, Bounds(bounds.start, back)).story == manuscript.parse(text, bounds).story
