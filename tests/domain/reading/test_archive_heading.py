"""Archives set `Summary` and `Notes` as headings, each with a quotation below: what is pasted from them as text."""

import pytest

from bot.domain.header.field import Field
from bot.domain.reading import doubt, manuscript

PAGE = "Rating:\nGeneral Audiences\nWords:\n100\nChapters:\n1/1\n\nLow Tide"
STORY = "\n\n".join(["The keeper counted gulls until the old lamp went out."] * 10)
SUMMARY, NOTE = "Two keepers, one lamp.", "Written at night."


def given(text: str) -> tuple[str, str, str]:
    read = manuscript.parse(text)
    above, below = dict(read.header.above), dict(read.header.below)
    return read.story, above.get(Field.SUMMARY, ""), above.get(Field.NOTES, "") or below.get(Field.NOTES, "")


@pytest.mark.parametrize(
    "text",
    [
        f"Low Tide\nby ines\n\nSummary\n\n{SUMMARY}\n\nNotes\n\n{NOTE}\n\n{STORY}",
        f"Low Tide\nby ines\n\nSummary\n> {SUMMARY}\n\nNotes\n> {NOTE}\n\n{STORY}",
        f"Low Tide\nby ines\n\nSummary\n\n> {SUMMARY}\n\nNotes\n\n> {NOTE}\n\n{STORY}",
        f"Low Tide\nby ines\n\nSummary\n\n    {SUMMARY}\n\nNotes\n\n    {NOTE}\n\n{STORY}",
        f"Low Tide\nby ines\n\n**Summary**\n\n{SUMMARY}\n\n**Notes**\n\n{NOTE}\n\n{STORY}",
        f"# Low Tide\nby ines\n\n### Summary:\n> {SUMMARY}\n\n### Notes:\n> {NOTE}\n\n{STORY}",
        f"Ebbe\nvon ines\n\nZusammenfassung\n\n{SUMMARY}\n\nAnmerkungen\n\n{NOTE}\n\n{STORY}",
        f"Chapter 1\nChapter Summary\n\n{SUMMARY}\n\nChapter Notes\n\n{NOTE}\n\n{STORY}",
        f"Chapter 1: Lamps\n\nSummary\n\n{SUMMARY}\n\nNotes\n\n{NOTE}\n\n{STORY}",
        f"Chapter 1: Lamps\n\nSummary:\n{SUMMARY}\n\nChapter Text\n\n{STORY}\n\nChapter End Notes\n\n{NOTE}",
        f"Low Tide\nby ines\n\nSummary\n\n{SUMMARY}\n\n{STORY}\n\nEnd Notes\n\n{NOTE}",
        f"{PAGE}\n\nSummary:\n\n{SUMMARY}\n\nNotes:\n\n{NOTE}\n\nWork Text:\n{STORY}",
        f"Fandom:\n\nHarbour\n\nLow Tide\nines\n\nSummary:\n\n{SUMMARY}\n\nNotes:\n\n{NOTE}\n\nWork Text:\n{STORY}",
    ],
)
def test_what_stands_below_a_heading_is_its_value(text: str) -> None:
    assert given(text) == (STORY, SUMMARY, NOTE)
    assert doubt.doubts(manuscript.readings(text)) == ()


@pytest.mark.parametrize("heading", ["Summary", "Summary:", "**Summary**"])
def test_a_title_and_a_name_above_a_summary_are_the_works(heading: str) -> None:
    read = manuscript.parse(f"Rating:\nG\n\nLow Tide\nines\n\n{heading}\n\n{SUMMARY}\n\nNotes:\n\n{NOTE}\n\n{STORY}")
    assert read.story == STORY
    assert (read.header.get(Field.TITLE), read.header.get(Field.AUTHOR)) == ("Low Tide", "ines")


@pytest.mark.parametrize("heading", ["Summary", "Author's Notes"])
def test_a_heading_that_no_story_has_is_believed_alone(heading: str) -> None:
    text = f"Low Tide\nby ines\n\n{heading}\n\n{NOTE}\n\n{STORY}"
    assert NOTE in given(text)[1:]
    assert given(text)[0] == STORY


@pytest.mark.parametrize(
    "text",
    [
        f"Title: Low Tide\nSummary:\nNotes:\n\n{STORY}",
        f"Title: Low Tide\nSummary:\n\nNotes:\n\n{STORY}",
        f"Title: Low Tide\nSummary:\n\n***\n\n{STORY}",
        f"Title: Low Tide\nWords: 100\nSummary:\n\n{STORY}",
        f"Notes\n\n{STORY}",
    ],
)
def test_a_name_without_a_value_takes_none_from_the_story(text: str) -> None:
    assert given(text) == (STORY, "", "")


@pytest.mark.parametrize("name", ["Summary", "Notes", "Prompt"])
def test_a_paragraph_below_an_empty_name_is_asked_about(name: str) -> None:
    text = f"Title: Tide\n{name}:\n\nRain fell.\n\n{STORY}"
    assert doubt.doubts(manuscript.readings(text)) != ()
    counted = text.replace("\n", "\nWords: 102\n", 1)
    assert manuscript.parse(counted).story == f"Rain fell.\n\n{STORY}"


@pytest.mark.parametrize("chapters", ["1/1", "2/?"])
@pytest.mark.parametrize("between", ["", " ", "\n"])
def test_an_archives_tallies_may_have_nothing_between_them(chapters: str, between: str) -> None:
    tallies = ["Published:2019-02-14", "Words:100", f"Chapters:{chapters}", "Comments:2", "Hits:1,140"]
    read = manuscript.parse(f"Stats:\n{between.join(tallies)}\n\nLow Tide\nines\nSummary:\n{SUMMARY}\n\n{STORY}")
    values = {name.value: value for name, value in read.header.above}
    assert (read.story, read.header.declared_words) == (STORY, 100)
    assert (values["other:published"], values["other:chapters"]) == ("2019-02-14", chapters)
    assert values.keys().isdisjoint({"other:hits", "notes"})
