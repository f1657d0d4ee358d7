"""Notes, thanks, pleas and dedications below a story, without a name in front."""

import pytest

from bot.domain.header.field import Field
from bot.domain.reading import manuscript

STORY = "\n\n".join(["The keeper counted gulls until the old lamp went out."] * 10)

NOTES = [
    *("(Note: he was dead.)", "[Note: he was dead.]", "*(Note: he was dead.)*", "[A/N he was dead]", "A/N he was dead"),
    *(
        "-# (a/n he was dead)",
        "**A/N** he was dead",
        "[AN: he was dead]",
        "(Author's notes: he was dead)",
        "(P.S. sorry!)",
    ),
]
FAREWELLS = [
    *("*…thanks for reading!*", "thanks for reading!!", "Thank you so much for reading <3", "-# thanks for reading"),
    *(
        "Thanks for reading, and happy Tuesday!",
        "Danke fürs Lesen!",
        "Merci d'avoir lu !",
        "Gracias por leer",
        "~ thank you all for reading ~",
    ),
    *(
        "Grazie per aver letto!",
        "Obrigada por ler",
        "Спасибо за прочтение!",
        "Hope you liked it!",
        "Please leave a comment!",
    ),
    *("comments are love", "feedback is ♥", "Feedback is love.", "Kudos and comments are love", "reviews = love"),
    *("No beta, we die like men", "not beta'd", "Unbeta'd, sorry!", "all mistakes are mine", "Sorry for any typos!"),
    *("Vos impressions ?", "Your thoughts?", "Eure Meinung?", "Opinioni?"),
    *("comments make me happy", "likes and reblogs appreciated", "con-crit is always welcome", "||feedback is gold||"),
]
DEDICATIONS = [
    *("For Ana, who asked.", "For Ruth, who wanted gulls.", "for ana_b", "For @ana", "For <@123>", "for Ana ♥"),
    *("(for Ruth)", "(for Ruth, who asked)", "Dedicated to Ruth.", "*For Ana, who asked for a lamp.*", "-# for Ana <3"),
]
POSTSCRIPTS = [
    "AN: I wrote this on a bus.",
    "**AN:** first one, be kind",
    "-# AN: 100 words at last!",
    "Note: I wrote this on a bus.",
    "Note: my first one, so be kind",
    "Note: this drabble was hard.",
    "P.S. The lamp is real.",
    "P.S. I wrote this on a bus.",
    "PS: sorry, Ruth",
    "*P.S. Happy birthday, Ruth!*",
    "-# ps: it is my first",
]


@pytest.mark.parametrize("foot", [*NOTES, *FAREWELLS, *DEDICATIONS, *POSTSCRIPTS])
def test_what_a_writer_says_to_the_readers_stands_below(foot: str) -> None:
    for text in (f"Title: Low Tide\n\n{STORY}\n\n{foot}", f"{STORY}\n\n{foot}\n\n100 words"):
        read = manuscript.parse(text)
        assert read.story == STORY
        assert {Field.NOTES, Field.FEEDBACK}.intersection(dict(read.header.below))


def test_it_may_stand_above_other_feet() -> None:
    read = manuscript.parse(
        f"{STORY}\n\nThanks for reading!\n\nFor @ana, who asked <3\n\nBeta: Ben\nDisclaimer: not mine."
    )
    assert read.story == STORY
    assert [value for _, value in read.header.below][:2] == ["Thanks for reading!", "For @ana, who asked <3"]


SENTENCES = [
    *("Thanks, he said, for reading it to me.", "Thank you for reading to him.", "Comments are made of breath."),
    *("Feedback is a noise that never ends.", "For Ana, who had asked, he lit the lamp.", "For Ana.", "For the sea."),
    *("For once, the lamp was out.", "For Ruth, who never came.", "Thanks.", "Note: the milk is off.", "*For Ruth.*"),
    *("Note by note the song went out.", "(an old lamp)", "Hope you drown.", "Reviews were bad.", "Love is feedback."),
    *("No beta ray had ever reached him.", "The lamp was not mine.", "All mistakes, she said, were made in May."),
    *("Psst, said the gull.", "Leave a light on.", "“Thanks for reading!”", "For ever", "Hearts are small."),
]


@pytest.mark.parametrize("end", SENTENCES)
def test_no_sentence_of_a_story_is_taken_for_one(end: str) -> None:
    assert manuscript.parse(f"Title: Low Tide\n\n{STORY}\n\n{end}").story == f"{STORY}\n\n{end}"


@pytest.mark.parametrize(
    "letter", ["Dear Ruth,\n\n{}", "{}\n\nYours, Ben", "My dearest,\n\n{}\n\nLove,\nBen", "{}\n\n—Ben"]
)
@pytest.mark.parametrize("end", ["P.S. I never posted this.", "PS: Bring the lamp.", "P.S. I love you."])
def test_a_letter_has_a_postscript_of_its_own(letter: str, end: str) -> None:
    story = f"{letter.format(STORY)}\n\n{end}"
    assert manuscript.parse(f"Title: Low Tide\n\n{story}").story == story


@pytest.mark.parametrize("who", ["author", "creator", "creators"])
def test_an_archives_own_plea_is_no_note(who: str) -> None:
    plea = f"Please drop by the Archive and comment to let the {who} know if you enjoyed their work!"
    read = manuscript.parse(f"Title: Low Tide\n\n{STORY}\n\nEnd Notes\nFor the gulls.\n{plea}")
    assert (read.story, read.header.get(Field.NOTES)) == (STORY, "For the gulls.")
