"""What members say to each other around a story, and what Discord, a mail or a site puts there."""

import pytest

from bot.domain.header.field import Field
from bot.domain.reading import doubt, manuscript
from bot.domain.text import conventions

STORY = (
    "The ferry was late again, and Mona counted the gulls on the wall until there were none left to count.\n\n"
    "“You came,” said Tobias, who carried nothing but a lamp.\n\n"
    "She took it from him and laughed. The tide went out without them."
)


@pytest.mark.parametrize(
    "above",
    [
        "hi everyone, here's my first drabble, pls be kind lol 😅 prompt was ferry",
        "okay so i wrote this instead of sleeping lol, hope its ok for the challenge!!",
        "finally done with this week's prompt, sorry for typos!!",
    ],
)
def test_chat_at_the_top_is_no_story(above: str) -> None:
    assert manuscript.parse(f"{above}\n\n{STORY}").story == STORY


@pytest.mark.parametrize(
    "quoted", ["“lol, sorry, the prompt was ferry!!” said Ben.", "She wrote nothing, and was sorry."]
)
def test_what_a_person_of_the_story_says_is_the_storys(quoted: str) -> None:
    assert manuscript.parse(f"{quoted}\n\n{STORY}").story == f"{quoted}\n\n{STORY}"


@pytest.mark.parametrize(
    "below", ["lol no idea where that came from, hope it fits the prompt!!", "lmk if u find typos!! 💛"]
)
def test_chat_at_the_end_is_no_story(below: str) -> None:
    readings = manuscript.readings(f"{STORY}\n\n{below}")
    assert manuscript.of(readings[0]).story == STORY


@pytest.mark.parametrize(
    "stamp",
    [
        "Ana Lamp — Today at 9:14 PM",
        "Ana Lamp — Yesterday at 21:14",
        "Ana Lamp — 12/03/2025 9:14 PM",
        "Ana Lamp — 12.03.2025, 21:14",
        "Ana Lamp • gestern um 21:14",
        "Ana Lamp (she/her) — heute um 9:14",
    ],
)
def test_who_wrote_when_is_copied_from_discord(stamp: str) -> None:
    read = manuscript.parse(f"{stamp}\n{STORY}")
    assert read.story == STORY
    assert read.header.get(Field.AUTHOR) == "Ana Lamp"


@pytest.mark.parametrize(
    "sign",
    [
        *(
            "Ana",
            "Ana Lamp",
            "Cheers,\nAna",
            "Gruß\nAna",
            "-- \nAna\n“I count gulls.”",
            "ana\n\n[Reply to this] [Thread]",
        ),
        *("~*~\nAna, who is off to bed", "--\nAna (hiding)", "***\n~ Ana, tired", "--\nAna Lamp, tired but happy"),
    ],
)
@pytest.mark.parametrize(
    "head", ["From: Ana Lamp <ana@example.org>\nSubject: Low Tide", "Title: Low Tide\nAuthor: Ana Lamp"]
)
def test_a_writers_own_name_below_is_no_story(sign: str, head: str) -> None:
    assert manuscript.parse(f"{head}\n\n{STORY}\n\n{sign}").story == STORY


@pytest.mark.parametrize("end", ["Ana went home.", "Ana, who had been there, wept.", "***\nAna, who was there, wept."])
def test_a_person_may_be_called_like_the_writer(end: str) -> None:
    assert manuscript.parse(f"Title: Low Tide\nAuthor: Ana\n\n{STORY}\n\n{end}").story == f"{STORY}\n\n{end}"


@pytest.mark.parametrize("end", ["Ana", "“Ana?”", "Ana went home."])
def test_anybody_elses_name_is_the_storys(end: str) -> None:
    assert manuscript.parse(f"Title: Low Tide\nAuthor: Ben\n\n{STORY}\n\n{end}").story == f"{STORY}\n\n{end}"


@pytest.mark.parametrize(
    "buttons",
    [
        "[Reply to this] [Thread] [Link]",
        "(Reply to this) (Thread)",
        "[top] [home] [e-mail Ana]",
        "Best viewed in 800x600",
        *("Antworten", "Kommentare (3)", "Ответить", "Read 5 comments", "Review this Story", "reblogged 14 times"),
        *("Like · Reply · 2h", "Share | Tweet | Flag", "Memories | Tell a friend | Track this", "report abuse"),
        *("Edited by Ana on 14 Mar 2011", "Last edited: March 14"),
    ],
)
def test_what_may_be_pressed_below_is_no_story(buttons: str) -> None:
    assert manuscript.parse(f"Title: Low Tide\nRating: PG\n\n{STORY}\n\n{buttons}").story == STORY


def test_an_archives_buttons_are_no_part_of_the_note_above_them() -> None:
    buttons = "← Previous Work\nKudos\nBookmark\nComments (2)"
    read = manuscript.parse(f"Title: Low Tide\nRating: PG\n\n{STORY}\n\nNotes:\nThank you for reading!\n\n{buttons}")
    assert read.header.all(Field.NOTES) == ["Thank you for reading!"]


def test_a_count_among_facts_below_is_the_storys() -> None:
    words = conventions.by_ao3(STORY)
    for facts in (f"*Low Tide* — {words} words, Harbour, Mona Lamp", f"Low Tide, {words} words, for the ferry"):
        assert manuscript.parse(f"{STORY}\n\n{facts}").story == STORY


@pytest.mark.parametrize(
    "others",
    [
        "ben_c on May 4th, 2009 07:12 am (UTC)\nOh no, not the ferry!\n(Reply) (Thread)",
        "mood: sleepy\nben_c on May 4th, 2009 07:12 am (UTC)\nOh no, not the ferry!",
        "(2 comments | Leave a comment)\n\nben_c\nOh no, not the ferry! I had hoped that it would come.",
        "Read 14 Comments | Post a Comment\n\nWell, I hoped that it would come.",
    ],
)
def test_what_readers_wrote_below_is_no_story(others: str) -> None:
    assert manuscript.parse(f"Title: Low Tide\nRating: PG\n\n{STORY}\n\n{others}").story == STORY


HEAD = "Date: Sat, 22 Sep 2001 13:07:41 +0100\nFrom: Ana <ana@example.org>\nSubject: FIC: Low Tide (PG)"
NEXT = (
    "Date: Sat, 22 Sep 2001 15:30:12 +0100\nFrom: Ben <ben@example.org>\nSubject: Re: the picnic\n\nI can do the 12th."
)


@pytest.mark.parametrize("number", ["", "Message: {}\n"])
def test_the_next_mail_of_a_digest_is_no_story(number: str) -> None:
    rule = "_" * 72
    text = f"{number.format(4)}{HEAD}\n\n{STORY}\n\n{rule}\n{rule}\n\n{number.format(5)}{NEXT}"
    assert manuscript.parse(text).story == STORY


def test_a_mail_in_a_story_is_the_storys() -> None:
    story = f"{STORY}\n\n{NEXT}\n\n{STORY}"
    assert manuscript.parse(f"Title: Low Tide\nRating: PG\n\n{story}").story == story


def test_a_forums_signature_is_no_story() -> None:
    signature = f"{'_' * 17}\nAvatar by Ben. The gulls are mine."
    assert manuscript.parse(f"Title: Low Tide\nRating: PG\n\n{STORY}\n\n{signature}").story == STORY


@pytest.mark.parametrize(
    "plea", ["Reviews ?", "Une petite review ?", "Please R&R!", "Reviews SVP !", "¿Comentarios?", "x-posted everywhere"]
)
def test_a_plea_for_a_word_is_no_story(plea: str) -> None:
    assert manuscript.parse(f"Title: Low Tide\nRating: PG\n\n{STORY}\n\n{plea}").story == STORY


@pytest.mark.parametrize(
    "above",
    [
        "<@&109876543210123456> week 3 entry!",
        "@ruth you said “somebody do the gull one”, so I did the gull one <:gull:1180042217>",
        "@mona look, a gull. <a:gull:118004221712>",
        "thanks @ruth, and @mona too, for the gull",
    ],
)
def test_a_line_that_mentions_somebody_is_no_story(above: str) -> None:
    assert manuscript.parse(f"{above}\n\n{STORY}").story == STORY


@pytest.mark.parametrize("story", ["Hey @everyone and <@123456789012345678>", "@ana and @ben ran <:gull:1180042217>"])
def test_all_that_stands_below_a_header_is_its_story(story: str) -> None:
    assert manuscript.parse(f"Title: Low Tide\n\n{story}").story == story


def test_a_story_of_messages_may_open_with_a_name() -> None:
    story = f"@ruth: are you up?\n\n@mona: no.\n\n{STORY}"
    assert manuscript.parse(story).story == story


@pytest.mark.parametrize("tags", ["#gull roommate #microfic #she is fine about it", "#gulls #my writing #ok to reblog"])
def test_tags_of_several_words_are_no_story(tags: str) -> None:
    assert manuscript.parse(f"Title: Low Tide\n\n{STORY}\n\n{tags}").story == STORY


def test_a_note_alone_below_a_line_of_facts_is_no_story() -> None:
    head = "Low Tide by Ana\nHarbour\nRated: Fiction T - English - Western - Words: 40 - Complete - id: 7048899"
    notes = "A/N: This popped into my head on the ferry.\n\nDisclaimer: If I owned it, there would be more gulls."
    read = manuscript.parse(f"{head}\n\n{notes}\n\n{STORY}")
    assert read.story == STORY
    assert read.header.get(Field.DISCLAIMER) == "If I owned it, there would be more gulls."


HEADS = ["", "**Low Tide**\n\n", "[May. 9th, 2005|11:52 pm]\nruth\n[mood | awake]\n\n", "Title: Low Tide\n\n"]


@pytest.mark.parametrize("head", [*HEADS, "[personal profile] ruth 2012-08-02 10:31 pm (UTC)\n\n"])
@pytest.mark.parametrize(
    "note",
    [
        "Should be asleep, but I wrote this instead.",
        "It's been a long week, so have this.",
        "I was supposed to be revising and then this happened.",
        "Typed this on the bus, and nobody has looked at it.",
        "Ich sollte lernen und habe stattdessen das hier geschrieben.",
    ],
)
def test_how_a_story_came_about_may_be_a_note_above_it(head: str, note: str) -> None:
    readings = manuscript.readings(f"{head}{note}\n\n{STORY}")
    assert doubt.doubts(readings) != ()
    assert STORY in [manuscript.of(each).story for each in readings[:2]]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(
    "first", ["She wrote this every night.", "He made this promise once.", "I did this myself, you know, said Ben."]
)
def test_a_narrators_first_sentence_is_not_asked_about(head: str, first: str) -> None:
    readings = manuscript.readings(f"{head}{first}\n\n{STORY}")
    assert (manuscript.of(readings[0]).story, doubt.doubts(readings)) == (f"{first}\n\n{STORY}", ())


PRINTED = [
    "(First printed in “Harbour Days” #6, 1994; here by permission of its editor.)",
    "First published in Lamps & Gulls, issue 3.",
    "[Originally appeared in “Harbour Nights” (2001).]",
    "Zuerst erschienen in „Ebbe und Flut“, 1998",
]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("note", PRINTED)
def test_where_a_story_was_printed_is_no_story(head: str, note: str) -> None:
    read = manuscript.parse(f"{head}{note}\n\n{STORY}")
    assert (read.story, read.header.get(Field.NOTES)) == (STORY, note)


def test_a_story_may_tell_of_a_book() -> None:
    told = f"First printed in 1994, the book was older than the lamp.\n\n{STORY}"
    assert manuscript.parse(told).story == told


@pytest.mark.parametrize("first", ["tw needles, drowning", "cw blood", "low tide, 100 words", "low tide by ruth"])
@pytest.mark.parametrize("second", ["my own lot, 100 words, teen", "harbour, ana/ben, 100w"])
def test_facts_in_small_letters_are_no_verse(first: str, second: str) -> None:
    read = manuscript.parse(f"{first}\n{second}\n\n{STORY}")
    assert (read.story, read.header.declared_words) == (STORY, 100)
    assert read.header.under_cut == first.startswith(("tw", "cw"))


def test_a_verse_in_small_letters_is_the_storys() -> None:
    verse = "the tide goes out\nand takes the lamp with it,\nand one gull"
    assert manuscript.parse(f"{verse}\n\n{STORY}").story == f"{verse}\n\n{STORY}"
