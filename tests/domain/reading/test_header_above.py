"""What stands above a story whose first line is known, each kind by examples of our own."""

from collections.abc import Sequence

import pytest

from bot.domain.header.field import Field
from bot.domain.reading import header_above, line
from bot.domain.reading.line import Line
from tests.domain.reading.above import Expected, is_read

UNNAMED: list[tuple[str, Expected]] = [
    ("**Low Tide** [Harbour & Sons]\n", {"title": "Low Tide", "characters": "Harbour & Sons"}),
    ("[Harbour] Low Tide [114]\n", {"title": "Low Tide", "fandom": "Harbour", "word_count": "114"}),
    ("Low Tide\n(103)\n", {"title": "Low Tide", "word_count": "103"}),
    ("🎭 Low Tide ┃ 🎪 harbour noir ┃ 📊 107\n", {"title": "Low Tide", "fandom": "harbour noir", "word_count": "107"}),
    (
        "Low Tide | Harbour | Ana, a gull | G | 106\n",
        {"title": "Low Tide", "fandom": "Harbour", "characters": "Ana, a gull", "rating": "G", "word_count": "106"},
    ),
    ("__Low Tide__\n*Harbour; Ana/the lamp*\n", {"title": "Low Tide", "fandom": "Harbour", "pairing": "Ana/the lamp"}),
    ("Low Tide\nHarbour\nPG\n\n", {"title": "Low Tide", "fandom": "Harbour", "rating": "PG"}),
    ("The Tide Rises\nHouse: Gulls\nPairing: Ana/Ben\nWords: 105\n", {"pairing": "Ana/Ben", "word_count": "105"}),
    ("Title: Low Tide\nPairing(s)/Character(s): Ana/Ben\n", {"pairing": "Ana/Ben"}),
    ("Title: Low Tide\nAuthor/Artist: ruth\n", {"author": "ruth"}),
    ("fandom ......... harbour\nrating ......... g\n", {"fandom": "harbour", "rating": "g"}),
    ("Title: Low Tide\nLength......123 words\n", {"title": "Low Tide", "word_count": "123 words"}),
    ("Fic: Low Tide (Harbour, Ana/Ben, PG)\n", {"title": "Low Tide", "fandom": "Harbour", "pairing": "Ana/Ben"}),
    ("Re: FILL: Low Tide (108 words) 1/1\n", {"title": "Low Tide", "word_count": "108 words"}),
    ("# Marginalia\n", {"title": "Marginalia"}),
    ("ruth_s @ harbour_drabbles\nFandom: Harbour\n", {"author": "ruth_s", "fandom": "Harbour"}),
    ("Follow\n\nLow Tide\nby Ruth\n", {"title": "Low Tide", "author": "Ruth"}),
    ("**Low Tide** — a 66-word comedy by Ruth\n", {"title": "Low Tide", "word_count": "66", "author": "Ruth"}),
    ("“Low Tide”, a 100 word drabble by Ruth\n", {"title": "Low Tide", "word_count": "100", "author": "Ruth"}),
    ("**Low Tide** • sci-fi • T\n", {"title": "Low Tide", "genre": "sci-fi", "rating": "T"}),
    ("Chapter 12: The Wall\nA/N: sorry for the wait!\n", {"title": "The Wall"}),
    ("Title: Low Tide\nChapter 12: The Wall\n", {"title": "Low Tide", "other:chapter": "The Wall"}),
    ("Low Tide\nruth_s\nSeries: Harbour, 3 of 5\nRated PG\n", {"title": "Low Tide", "author": "ruth_s"}),
    ("Title: Low Tide\nComments are love!\n", {"feedback": "Comments are love!"}),
    ("> **Weekly prompt #3** — “the lamp”\n", {"prompt": "“the lamp”"}),
    ("> Prompt: the lamp\nSorry that it is late!\n", {"prompt": "the lamp"}),
    ("Title: Low Tide\nCodes: Mona/Tobias, PG\n", {"pairing": "Mona/Tobias", "rating": "PG"}),
    ("Rating: M\nDrabble: 100 words\n", {"rating": "M", "word_count": "100 words"}),
    (
        "Title: Low Tide\nNotes:\n \nThis came late. Comments to\nruth@example.com\n",
        {"notes": "This came late. Comments to ruth@example.com"},
    ),
    ("Title: Low Tide\n\nNotes:\n\nFor Ruth, who wanted “frost”.\n", {"notes": "For Ruth, who wanted “frost”."}),
]
TITLES: list[tuple[str, Expected]] = [
    ("Low Tide\nby Ruth\n", {"title": "Low Tide", "author": "Ruth"}),
    ("Low Tide, explicit, prompt: frost\n", {"title": "Low Tide", "rating": "explicit", "prompt": "frost"}),
    ("Low Tide, PG, ship: Ana/Ben\n", {"title": "Low Tide", "rating": "PG"}),
    ("Title: Low Tide\nE, Ana/Ben, prompt: frost\n", {"title": "Low Tide", "rating": "E", "prompt": "frost"}),
    ("Title: Low Tide\nNSFW, cw: gore\n", {"title": "Low Tide", "rating": "NSFW", "warnings": "gore"}),
    ("Title: Low Tide\nShort, silly summary: It rains.\n", {"title": "Low Tide", "summary": "It rains."}),
    ("the lamp\nby Ruth\n", {"title": "the lamp", "author": "Ruth"}),
    ("Low Tide\n\nDraft 2\nby Ruth Salt\n", {"title": "Low Tide", "other:draft": "2", "author": "Ruth Salt"}),
    ("Low Tide, Second Night\nMay 5, 2003\n", {"title": "Low Tide, Second Night", "other:date": "May 5, 2003"}),
    (
        "Low Tide\nCreated by Ruth Salt\nBegun May 5, 2003\nFinished May 6, 2003\n",
        {"title": "Low Tide", "author": "Ruth Salt", "other:begun": "May 5, 2003", "other:finished": "May 6, 2003"},
    ),
    (
        "Low Tide\nby ruth (aka salt, aka the lamp one): ruth@example.com\n",
        {"author": "ruth (aka salt, aka the lamp one)"},
    ),
    (
        'Low Tide\nBy Ruth "Salt" Oldroyd - ruth@example.com\nhttp://www.example.com/~ruth/\n',
        {"author": 'Ruth "Salt" Oldroyd'},
    ),
    ("Low Tide\nBy, Ruth Salt\nruth@example.com\n", {"title": "Low Tide", "author": "Ruth Salt"}),
    (
        "Ruth Salt\nruth@example.com\n\n====\n\nHarbour Lights:  Tide\n",
        {"author": "Ruth Salt", "title": "Harbour Lights:  Tide"},
    ),
    ("Salt and Rope Presents\nA Ruth Oldroyd Fanfic\nLow Tide\n", {"author": "Ruth Oldroyd", "title": "Low Tide"}),
    ("Ruth proudly presents:\n\n------Low Tide------\n", {"author": "Ruth", "title": "Low Tide"}),
    (
        "Low Tide\nThe Harbour Books\nR. Salt\n",
        {"title": "Low Tide", "fandom": "The Harbour Books", "author": "R. Salt"},
    ),
    ("Low Tide\n\n\n  Part the Third   Oil\n", {"title": "Low Tide", "other:chapter": "Oil"}),
    (
        'Low Tide\nE-mail: ruth@example.com\nBy: Ruth\n\nPart 2\n"The Lamp"\n',
        {"title": "Low Tide", "other:chapter": "The Lamp"},
    ),
    ("## Low Tide (1/1, sorry)\n*in two messages, sorry*\n", {"title": "Low Tide (1/1, sorry)"}),
    ("Salt and Rope presents\n      LOW TIDE\n     Anna Roos\n****\n", {"title": "LOW TIDE", "author": "Anna Roos"}),
    ("**Low Tide** — by @ruth\n", {"title": "Low Tide", "author": "@ruth"}),
    ("# Low Tide\n### by ruth\n", {"title": "Low Tide", "author": "ruth"}),
    ('"Low Tide," by Ruth Salt\n', {"title": "Low Tide", "author": "Ruth Salt"}),
    ("LOW TIDE: a Harbour vignette\nby Ruth\n", {"title": "LOW TIDE", "fandom": "Harbour", "author": "Ruth"}),
    (
        "Summary: It goes out.\nHumour/by Ruth\nThe Harbour CH. 2: Tide\n",
        {"author": "Ruth", "title": "The Harbour CH. 2: Tide"},
    ),
    ("Rating: G\nSummary: The tide goes out.\nLow Tide\n", {"summary": "The tide goes out.", "title": "Low Tide"}),
    (
        "TEAM SALT - Low Tide\n101 words\n",
        {"other:team": "SALT", "title": "Low Tide", "word_count": "101 words"},
    ),
    (
        "Team Salt: Low Tide (mild)\n101 words\n",
        {"other:team": "Salt", "title": "Low Tide", "rating": "mild", "word_count": "101 words"},
    ),
    ("**Entry #14**\nLow Tide\n", {"other:entry": "14", "title": "Low Tide"}),
    (
        "#14 — gulls\nLow Tide\nharbour, ana & ben, gen\n",
        {"prompt": "gulls", "title": "Low Tide", "characters": "ana & ben"},
    ),
    ("Title: Low Tide\n\nLOW TIDE\n", {"title": "Low Tide"}),
]

FACTS: list[tuple[str, Expected]] = [
    (
        "Low Tide\nAna & Ben . 124 words . canon-ish . written for ruth\n",
        {
            "title": "Low Tide",
            "characters": "Ana & Ben",
            "word_count": "124 words",
            "genre": "canon-ish",
            "written_for": "ruth",
        },
    ),
    (
        "IV. Low Tide, Rising. [For ruth: Harbour; Ana & Ben; patience]\n",
        {
            "title": "Low Tide, Rising.",
            "written_for": "ruth",
            "fandom": "Harbour",
            "characters": "Ana & Ben",
            "prompt": "patience",
        },
    ),
    ("[G] [91 words] **Low Tide**\n", {"rating": "G", "word_count": "91 words", "title": "Low Tide"}),
    ('Harbour, Ana/Ben, "first frost"\n', {"fandom": "Harbour", "pairing": "Ana/Ben", "prompt": "first frost"}),
    ("Harbour, Ana & Ben, first frost\nWords: 90\n", {"fandom": "Harbour", "prompt": "first frost"}),
    ("**Low Tide** | Harbour | Ana/Ben\n", {"title": "Low Tide", "fandom": "Harbour", "pairing": "Ana/Ben"}),
    ("# Low Tide\n-# Harbour · G · 98 words\n", {"title": "Low Tide", "fandom": "Harbour", "word_count": "98 words"}),
    ("## Low Tide (100 words)\nHarbour • tw ||drowning||\n", {"fandom": "Harbour", "warnings": "||drowning||"}),
    (
        "LOW TIDE (G) (Original, humor) (55 words)\n",
        {"title": "LOW TIDE", "rating": "G", "fandom": "Original", "genre": "humor", "word_count": "55 words"},
    ),
    (
        "Low Tide. Ana/Ben, 31 words, no spoilers. Takes place after the frost.\n",
        {
            "title": "Low Tide",
            "pairing": "Ana/Ben",
            "word_count": "31 words",
            "spoilers": "no spoilers",
            "setting": "Takes place after the frost.",
        },
    ),
    (
        "[Harbour] Low Tide, by R. T. Salt [prompt: gulls]\n",
        {"title": "Low Tide", "author": "R. T. Salt", "prompt": "gulls"},
    ),
    (
        "Hello!\n\nSomething small for the 'Lost' shelf, in the usual boat. 39 words, PG. Sorry.\n\nLow Tide\n",
        {"title": "Low Tide", "rating": "PG", "word_count": "39 words"},
    ),
    (
        "Harbour ficlet\nUntitled, it is late. MAJOR SPOILERS for book two!!\n",
        {"fandom": "Harbour", "notes": "Untitled, it is late.", "spoilers": "MAJOR SPOILERS for book two!!"},
    ),
    ("Low Tide | Harbour | Ana/The Cellar (gen, GEN) | PG | 63 words\n", {"rating": "PG", "word_count": "63 words"}),
    ("Low Tide\nHarbour\n05.06.2012\n1\n53\n", {"title": "Low Tide", "notes": ["Harbour", "1 53"]}),
]

NOTES: list[tuple[str, Expected]] = [
    (
        "Title: Low Tide\nTitle: Ebb\nNotes: thanks\nNotes: thanks\n",
        {"title": ["Low Tide", "Ebb"], "notes": ["thanks", "thanks"]},
    ),
    ("Title: Low Tide\nFor somebody patient.\nKettle: old\nRating: G\n", {"other:kettle": "old", "rating": "G"}),
    ("Title: Low Tide\n\nIt took a year.\n\nRating: G\n", {"notes": "It took a year.", "rating": "G"}),
    ("Low Tide\n\nI had a cold.\n\nAnd a lamp.\n", {"title": "Low Tide", "notes": ["I had a cold.", "And a lamp."]}),
    (
        "Title: Low Tide\nWarnings: some, see below\nHarbour/Lamps crossover\nWarnings: gulls\nSummary: It goes out.\n",
        {"warnings": ["some, see below", "gulls"], "fandom": "Harbour/Lamps", "summary": "It goes out."},
    ),
    (
        "Title: Low Tide\nDisclaimer: None of it is mine, least of all\nthe lamp.\nSet some time after the flood.\n",
        {"disclaimer": "None of it is mine, least of all the lamp.", "notes": "Set some time after the flood."},
    ),
    (
        "Note: I own neither the harbour nor the lamp.  I wish I did.  Please don't\nsue me.\n\nLow Tide\n",
        {
            "disclaimer": "I own neither the harbour nor the lamp.  I wish I did.  Please don't sue me.",
            "title": "Low Tide",
        },
    ),
    ("Título: Marea\nAviso: Los personajes no me pertenecen.\n", {"disclaimer": "Los personajes no me pertenecen."}),
    ("Title: Low Tide\nWarnings: blood. I don't own the gulls.\n", {"warnings": "blood. I don't own the gulls."}),
    (
        "Author's Note: This came out of a talk about lighthouses, and I have to say I\n\nenjoyed it.\nBeta: Ben\n",
        {
            "notes": "This came out of a talk about lighthouses, and I have to say I enjoyed it.",
            "beta": "Ben",
        },
    ),
    (
        "Titel: Ebbe\nDisclaimer: Nichts davon gehört mir.\nViel Spaß beim Lesen!\n",
        {"disclaimer": "Nichts davon gehört mir."},
    ),
    ("Title: Low Tide\nNote to self: no more lamps.\n", {"notes": "Note to self: no more lamps."}),
]

DISCORD: list[tuple[str, Expected]] = [
    (
        "📖 Title: Low Tide\n✍️ Author: ruth\n📊 Words: 100\n",
        {"title": "Low Tide", "author": "ruth", "word_count": "100"},
    ),
    ("✨ **Title:** Low Tide\n⚠️ **Warnings:** none\n", {"title": "Low Tide", "warnings": "none"}),
    ("𝗧𝗶𝘁𝗹𝗲: Low Tide\n𝐑𝐚𝐭𝐢𝐧𝐠: PG\n𝒲𝑜𝓇𝒹𝓈: 100\n", {"title": "Low Tide", "rating": "PG", "word_count": "100"}),
    ("⋆｡°✩ 𝗧𝗶𝘁𝗹𝗲: Low Tide ✩°｡⋆\n━━━━━━\nRating: PG\n", {"title": "Low Tide", "rating": "PG"}),
    ("__**Title**__: Low Tide\n__**Rating**__: G\n", {"title": "Low Tide", "rating": "G"}),
    ("Title of piece: Low Tide\nRating of this one: G\n", {"title": "Low Tide", "rating": "G"}),
    ("> Title: Low Tide\n> Rating: G\n", {"title": "Low Tide", "rating": "G"}),
    ("<:lamp:123456789012345678> Title: Low Tide\nRating: G\n", {"title": "Low Tide", "rating": "G"}),
    ("-# Title: Low Tide\n-# Warnings: ||drowning||\n", {"title": "Low Tide", "warnings": "||drowning||"}),
    ("Rating: rated G\nTitle: Low Tide\n", {"rating": "G"}),
    ("Title: Low Tide\nRequested: yes\n", {"other:on request": "yes", "title": "Low Tide"}),
    ("Title: Low Tide\nRequest: y\n", {"other:on request": "y", "title": "Low Tide"}),
    ("Title: Low Tide\nPrompt: Open\n", {"prompt": "Open", "title": "Low Tide"}),
    ("Title: Low Tide\nChallenges: None\n", {"other:on request": "None", "title": "Low Tide"}),
    ("🌊✨🌊✨🌊\n**Low Tide** 🌊\n🌊✨🌊✨🌊\n", {"title": "Low Tide"}),
    ("Title: Low Tide 🔞\n", {"title": "Low Tide 🔞"}),
    ("🔞 Low Tide\nby ruth\n", {"author": "ruth"}),
]

AROUND: list[tuple[str, Expected]] = [
    ("ruth (salt_and_rope) wrote,\n\nLow Tide\n", {"title": "Low Tide"}),
    ("ruth wrote in harbour_drabbles\nTitle: Low Tide\nRating: G\n", {"title": "Low Tide", "rating": "G"}),
    ("Fic: Low Tide (Harbour)\nruth wrote in harbour_drabbles\n", {"title": "Low Tide", "fandom": "Harbour"}),
    (
        'Harbour Fic: "Low Tide"\nruth wrote in harbour_drabbles\nTitle: Low Tide\nRating: G\n',
        {"title": "Low Tide", "rating": "G"},
    ),
    ("Fandom/Characters: Harbour; Ana, the goat\n", {"fandom": "Harbour", "characters": "Ana, the goat"}),
    ("Re: Low Tide\nSummary: It goes out.\n", {"title": "Re: Low Tide"}),
    ("From ruth@example.com Tue Mar 14 08:55:01 2000\nLow Tide\n\nby Ruth\n", {"title": "Low Tide", "author": "Ruth"}),
    (
        "From: ruth@example.com (Ruth Salt)\nSubject: Low Tide\nNNTP-Posting-Host: 10.0.0.1\n",
        {"author": "Ruth Salt", "title": "Low Tide"},
    ),
    ("Article 1234 of alt.harbour:\nXref: news alt.harbour:1234\nLow Tide\nby Ruth\n", {"title": "Low Tide"}),
    ("(2 comments | Leave a comment)\n167 notes\nReply\nTitle: Low Tide\n", {"title": "Low Tide"}),
    (
        "anonymous asked:\n\n“something with gulls??”\n\nLow Tide\nby ruth\n",
        {"prompt": "“something with gulls??”", "title": "Low Tide"},
    ),
    (
        "Low Tide by Ruth\nHarbour, Rated: T, English, Angst, Words: 100, Favs: 2\nThe sea is hers, and it goes.\n",
        {"summary": "The sea is hers, and it goes.", "fandom": "Harbour", "word_count": "100"},
    ),
    (
        "Rating:\n Mature\nCharacters:\n Ana\n Ben\nStats:\n Words:\n 100\nLow Tide\nruth\nSummary:\nIt goes.\n",
        {"characters": "Ana, Ben", "word_count": "100", "title": "Low Tide", "author": "ruth", "summary": "It goes."},
    ),
    ("Rating:\nMature\nHits:\n9\nLow Tide\nruth\nSummary:\nIt goes.\n", {"other:hits": "9", "title": "Low Tide"}),
    (
        "Low Tide, as Always by ruth\nGeneral Audiences\nNo Archive Warnings Apply\nGen\nComplete Work\n",
        {
            "title": "Low Tide, as Always",
            "author": "ruth",
            "rating": "General Audiences",
            "warnings": "No Archive Warnings Apply",
            "genre": "Gen",
        },
    ),
    (
        "For: Ben\nFrom: a secret gull\nRequested: lamps, no gulls\nTitle: Low Tide\n",
        {"written_for": "Ben", "author": "a secret gull", "prompt": "lamps, no gulls", "title": "Low Tide"},
    ),
    ("LOW TIDE\nRuth Salt\nHarbour, PG, 100 words\nIt goes out.\n", {"title": "LOW TIDE", "author": "Ruth Salt"}),
    ("Title: Low Tide\nGiftee: Ben\nRated: PG [Reviews - 12]\n", {"written_for": "Ben", "rating": "PG"}),
    ("Subject: RESPONSE: Low Tide\nFrom: Ruth <ruth@example.com>\n", {"title": "Low Tide", "author": "Ruth"}),
    ("**Low Tide**\nHarbour || Ana/Ben || PG-13 || 100 words\n", {"fandom": "Harbour", "pairing": "Ana/Ben"}),
    ("FANDOM.....: Harbour\nRATING..: G\nFEEDBACK TO...: ruth\n", {"fandom": "Harbour", "feedback": "ruth"}),
    ("**Low Tide** — @ruth_s\nHarbour | G | 100 words\n", {"title": "Low Tide", "author": "@ruth_s"}),
    (
        "STORY: Low Tide [1/1]\nRuth Salt ruth at example.com\nFri Oct 4 09:12:50 EDT 2002\nNext message: Re: gulls\n",
        {"title": "Low Tide", "author": "Ruth Salt", "other:date": "Fri Oct 4 09:12:50 EDT 2002"},
    ),
    ("Low Tide\nSend C+C to ruth@example.com\n", {"feedback": "Send C+C to ruth@example.com"}),
]

SET: list[tuple[str, Expected]] = [
    ("**Low Tide**\n*Harbour | Ana/Ben | G*\n", {"title": "Low Tide", "fandom": "Harbour", "rating": "G"}),
    ("**Title:** Low Tide **Rating:** G **Words:** 100\n", {"title": "Low Tide", "rating": "G", "word_count": "100"}),
    ("*Title:* Low Tide | *Fandom:* Harbour\n", {"title": "Low Tide", "fandom": "Harbour"}),
    ("Beta'd by Ben\nTitle: Low Tide\n", {"beta": "Ben", "title": "Low Tide"}),
    ("Requested by Ben\nTitle: Low Tide\n", {"written_for": "Ben", "title": "Low Tide"}),
    ("100 words, Harbour, gen\n", {"fandom": "Harbour", "word_count": "100 words"}),
    ("Characters: Ana,\nBen,\nCleo\nRating: G\n", {"characters": "Ana, Ben, Cleo", "rating": "G"}),
    ("Summary:\n> The tide\n> goes out.\n\nRating: G\n", {"summary": "The tide goes out.", "rating": "G"}),
    (
        "From: ruth@example.com\nSubject: STORY: Low Tide (Harbour)\n\nHello everyone\n\n",
        {"title": "Low Tide", "fandom": "Harbour", "notes": "Hello everyone"},
    ),
    ("Thanks to Ben for the beta!\nLow Tide\n", {"title": "Low Tide", "notes": "Thanks to Ben for the beta!"}),
]

COUNTED: list[tuple[str, Expected]] = [
    ("Title: Low Tide\nA/N: my first one, go easy. 98 words by my editor's count.\n", {"word_count": "98 words"}),
    ("Low Tide\nby Ruth\n\nHello all. This is 100\nwords on the nose, not one more.\n", {"word_count": "100 words"}),
    ("Low Tide\nby Ruth\n\nI did it, and it's all of a hundred words.\n", {"word_count": "100 words"}),
    ("Title: Low Tide\nStatus: complete, 98 words\n", {"other:status": "complete, 98 words", "word_count": "98 words"}),
    ("98 words under the cut, for the gulls.\n\nTitle: Low Tide\n", {"word_count": "98 words"}),
]
SAID_OF_SOMETHING_ELSE = [
    *("I cut 40 words to get here.", "This was 300 words once. Now it is 100 words.", "I have 100 words for gulls."),
    *(
        "For the week's challenge: 150 words or fewer.",
        "Für die Runde: 100 Wörter oder weniger.",
        "This is 100 words a day, every day.",
        "500 words later, rain!",
    ),
]
TOGETHER: list[tuple[str, Expected]] = [
    (
        "LOW TIDE, by Ruth Salt.  98 words.  Rated G.  No warnings.\n",
        {
            "title": "LOW TIDE",
            "author": "Ruth Salt",
            "word_count": "98 words",
            "rating": "G",
            "warnings": "No warnings.",
        },
    ),
    ("[fic] Low Tide\nBy: ruth\n", {"title": "Low Tide", "author": "ruth"}),
    ("Low Tide (1/1)\n\n[Author's note: thanks]\n", {"title": "Low Tide", "notes": "thanks"}),
]

CASES = [*SET, *UNNAMED, *TITLES, *FACTS, *NOTES, *DISCORD, *AROUND, *COUNTED, *TOGETHER]


@pytest.mark.parametrize(("above", "expected"), CASES, ids=[above.replace("\n", "/")[:60] for above, _ in CASES])
def test_the_fields_above_a_story(above: str, expected: Expected) -> None:
    is_read(above, expected)


@pytest.mark.parametrize("said", SAID_OF_SOMETHING_ELSE)
def test_a_number_of_other_words_is_no_count(said: str) -> None:
    assert Field.WORD_COUNT not in dict(header_above.fields(f"Title: Low Tide\nNotes: {said}\n"))


def in_pieces(lines: Sequence[Line]) -> list[int]:
    """The lines that are in a piece, but for those that only divide."""
    places = (place for piece in header_above.pieces(lines) for place in range(piece.start, piece.end))
    return [place for place in places if not lines[place].divides]


def test_every_line_is_in_one_piece() -> None:
    read = {above: line.read(above) for above, _ in CASES}
    told = {above: [place for place, each in enumerate(lines) if not each.divides] for above, lines in read.items()}
    assert {above: in_pieces(lines) for above, lines in read.items()} == told


@pytest.mark.parametrize(
    "owners",
    [
        "All mine. Copyright 1997 Ruth Salt.",
        "I don't own Harbour.",
        "Harbour is property of its creators.",
        "(c) Ruth Salt, 1997. Do not\narchive it.",
    ],
)
def test_who_owns_it_is_no_summary(owners: str) -> None:
    found = header_above.fields(f"Title: Low Tide\nSummary: The gulls are late.\n{owners}\n")
    assert found[1:] == ((Field.SUMMARY, "The gulls are late."), (Field.DISCLAIMER, " ".join(owners.split())))


def test_a_summary_of_several_lines_stays_whole() -> None:
    summary = "The gulls are late.\nThe lamp belongs to nobody."
    found = dict(header_above.fields(f"Title: Low Tide\nSummary: {summary}\nRating: G\n"))
    assert (found[Field.SUMMARY].split(), Field.DISCLAIMER in found) == (summary.split(), False)


@pytest.mark.parametrize("letters", ["SPOILER", "SPACE", "spoiler\nspace", "SCROLL"])
def test_letters_below_each_other_are_no_note(letters: str) -> None:
    below = "\n".join(letters)
    assert header_above.fields(f"Title: Low Tide\n\n{below}\n\n") == ((Field.TITLE, "Low Tide"),)


@pytest.mark.parametrize("date", ["May 4th, 2009", "2009-05-04 07:12:00", "May. 4th, 2009 at 7:12 AM", "04.05.2009"])
def test_an_account_between_a_title_and_a_date_is_the_authors(date: str) -> None:
    found = dict(
        header_above.fields(f"Previous Entry | Next Entry\n15/30 - Low Tide\nruth_salt\n{date}\nFandom: Harbour\n")
    )
    assert (found[Field.TITLE], found[Field.AUTHOR]) == ("15/30 - Low Tide", "ruth_salt")
