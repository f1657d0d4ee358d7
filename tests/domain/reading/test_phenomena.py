"""Headers as writers set them, each phenomenon by examples of our own."""

import pytest

from bot.domain.reading import manuscript

STORY = (
    "The ferry was late again, and Mona counted the gulls on the wall until there were none left to count.\n\n"
    "“You came,” said Tobias, who carried nothing but a lamp.\n\n"
    "She took it from him and laughed. The tide went out without them."
)
"""What each of these posts tells; a case's text holds it at `§`."""

SEPARATORS = [
    ("Title: Low Tide\nRating: PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("Titre : Marée basse\nPersonnages : Mona\n\n§", {"title": "Marée basse", "characters": "Mona"}),
    ("Title - Low Tide\nRating – PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("title. low tide.\nrating. pg.\n§", {"title": "low tide.", "rating": "pg."}),
    ("Title | Low Tide\nRating | PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("Title // Low Tide\nRating // PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("Title:: Low Tide\nRating:: PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("Title; Low Tide\nRating; PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("**Title:** Low Tide\n**Rating**: PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("*Title:* Low Tide\n_Rating:_ PG\n§", {"title": "Low Tide", "rating": "PG"}),
    ("<b>Title:</b> Low Tide\n<b>Rating</b>: PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("<strong><u>Title</u></strong>: <i>Low Tide</i>\nRating: PG<br />\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("• Title: Low Tide\n• Rating: PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("- Title: Low Tide\n- Rating: PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("[Title]\nLow Tide\n\n[Rating]\nPG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("[Title: Low Tide]\n[Rating: PG]\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("Title:\nLow Tide\nRating:\nPG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("Title:      Low Tide\nRating:     PG\nCharacters: Mona\n\n§", {"title": "Low Tide", "characters": "Mona"}),
    ("Title\t\tLow Tide\nRating:\tPG\n\n§", {"rating": "PG"}),
]

LABELS_SET_OFF = [
    ("**Title**\nLow Tide\n\n**Rating**\nPG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("**Title** Low Tide\n**Rating** PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("[Title] Low Tide\n[Rating] PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("✧ title ✧ Low Tide\n✧ rating ✧ PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("✨ Title ✨ Low Tide ✨\n⚠️ Rating ⚠️ Explicit ⚠️\n\n§", {"title": "Low Tide", "rating": "Explicit"}),
    ("<:gull:112233> Title: Low Tide\n<a:lamp:445566> Author: Pam <a:lamp:445566>\n\n§", {"author": "Pam"}),
    ("<:tide:112233> Title: Low Tide\n<:lamp:445566> Author: Pam\n\n§", {"title": "Low Tide", "author": "Pam"}),
    (":book: Title: Low Tide\n:lamp: Author: Pam :lamp:\n\n§", {"title": "Low Tide", "author": "Pam"}),
    ("Title ~ Low Tide\n⌞ rating ⌝ explicit\n\n§", {"title": "Low Tide", "rating": "explicit"}),
    ("::Title:: Low Tide\n::Rating:: PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("Title » Low Tide\nRating → PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("1. Title: Low Tide\n2. Rating: PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("★ Title: Low Tide\n★ Rating: PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("~Title: Low Tide~\n~Rating: PG~\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("title: low tide\nrating: pg\nfandom: harbour\n§", {"rating": "pg", "fandom": "harbour"}),
    ("*Title* Low Tide\n*Rating* PG\n*Words* 90\n\n§", {"title": "Low Tide", "rating": "PG", "word_count": "90"}),
    ("♥ Title ♥ Low Tide\n♥ Rating ♥ PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("» Title: Low Tide\n» Rating: PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("Title--Low Tide\nRating--PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("**Title: **Low Tide\n**Rating: **PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("__Title: __Low **and** Slow\n__Rating: __PG\n\n§", {"title": "Low **and** Slow", "rating": "PG"}),
    ("*Title - *Low Tide\n*Rating - *PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
]

SEVERAL_ON_A_LINE = [
    ("Title: Low Tide\nRating: PG; Words: 90\n\n§", {"rating": "PG", "word_count": "90"}),
    ("Title: Low Tide, Rating: PG, Words: 90\n\n§", {"title": "Low Tide", "rating": "PG", "word_count": "90"}),
    ("Title: Low Tide Rating: PG Words: 90\n\n§", {"title": "Low Tide", "rating": "PG", "word_count": "90"}),
    ("Title: Low Tide | Rating: PG | Words: 90\n\n§", {"title": "Low Tide", "rating": "PG", "word_count": "90"}),
    ("Low Tide - PG - Harbour Books\n\n§", {"title": "Low Tide", "rating": "PG", "fandom": "Harbour Books"}),
    (
        "Low Tide | Harbour Books | PG-13 | Mona/Tobias\n\n§",
        {"title": "Low Tide", "rating": "PG-13", "pairing": "Mona/Tobias"},
    ),
    (
        '"Low Tide" (Mona/Tobias, PG, 100 words)\n\n§',
        {"title": "Low Tide", "pairing": "Mona/Tobias", "rating": "PG", "word_count": "100 words"},
    ),
    ("Low Tide (G, 100 words)\n\n§", {"title": "Low Tide", "rating": "G", "word_count": "100 words"}),
    ("Title: Low Tide\nA/N: For Ruth! Disclaimer: not mine.\n\n§", {"notes": "For Ruth!", "disclaimer": "not mine."}),
    ("Title: Low Tide\nNotes: thanks, all. Word Count: 90\n\n§", {"notes": "thanks, all.", "word_count": "90"}),
    ("Title: Low Tide\nFandom/Pairing: Harbour, Mona/Ruth\n\n§", {"fandom": "Harbour, Mona/Ruth"}),
    ("Title: Low Tide\nrating/warnings: PG / none\n\n§", {"rating": "PG", "warnings": "none"}),
    ("Title: Low Tide\ncharacter/s: Mona\n\n§", {"characters": "Mona"}),
    ("Title: Low Tide\nSpoilers & Warnings: wet feet\n\n§", {"spoilers": "wet feet", "warnings": "wet feet"}),
]

TOLD_APART_BY_MARKS = [
    ("[Title: Low Tide] [Rating: PG] [Words: 90]\n\n§", {"title": "Low Tide", "rating": "PG", "word_count": "90"}),
    ("TITLE: Low Tide ~ RATING: PG ~ WORDS: 90\n\n§", {"title": "Low Tide", "rating": "PG", "word_count": "90"}),
    (
        "Fandom: Harbour. Characters: Mona. Rating: G.\n\n§",
        {"fandom": "Harbour.", "characters": "Mona.", "rating": "G."},
    ),
    ("Genere: Generale | Umore: tetro\nRating: G\n\n§", {"genre": "Generale", "other:umore": "tetro"}),
]

NOTES_BETWEEN = [
    ("Fandom: Harbour\n\nwritten on a slow train\n\nTitle: Low Tide\nWarnings: none\n\n§", {"title": "Low Tide"}),
    (
        "Rating: PG\nI wrote it on a bus, so if it is all sea and no plot, so was I, I fear.\nTitle: Low Tide\n\n§",
        {"title": "Low Tide", "rating": "PG"},
    ),
    ("Author - Ruth\nTime Spent - a lot of it\nRating - PG\nTitle - Low Tide\n\n§", {"title": "Low Tide"}),
]
"""Notes between fields, of which the title is below: none is a story of its own."""

CLOSING_REMARKS = [
    ("Title: Low Tide\nRating: PG\nFeedback is love.\n\n§", {"rating": "PG", "feedback": "Feedback is love."}),
    ("Title: Low Tide\nRating: PG\nUnbetaed, so blame me.\n\n§", {"rating": "PG", "notes": "Unbetaed, so blame me."}),
    ("Title: Low Tide\nRating: PG\nCrossposted to salt_fic\n\n§", {"rating": "PG", "notes": "Crossposted to salt_fic"}),
    ("Title: Low Tide\nRating: PG\n\n(no cut, it is short)\n\n§", {"rating": "PG", "notes": "no cut, it is short"}),
    ("Title: Low Tide\nNotes: It rained.\n\nThanks to Ben.\n\n§", {"notes": "It rained. Thanks to Ben."}),
    ("Summary:\n\nMona waits.\n\nWork Text:\n\n§", {"summary": "Mona waits."}),
    ("Summary:\n\nMona waits.\n\nChapter Text\n\n§", {"summary": "Mona waits."}),
    ('Title: Low Tide\nRating: PG\n\n<lj-cut text="wet">\n\n§\n</lj-cut>', {"rating": "PG"}),
]

LONG_VALUES = [
    ("Title: Low Tide\nSummary: Mona waits,\nor, perhaps, sleeps.\nRating: PG\n\n§", {"rating": "PG"}),
    ("Title: Low Tide\nSummary: Mona waits\nfor the boat.\nRating: PG\n\n§", {"summary": "Mona waits for the boat."}),
    (
        "Title: Low Tide\nNotes: Thanks to\nsalt_and_rope for\nthe prompt.\n§",
        {"notes": "Thanks to salt_and_rope for the prompt."},
    ),
    (
        "Title: Low Tide\nAuthor's Note: Written for\nSaltRope\n, who likes gulls.\n\n§",
        {"notes": "Written for SaltRope , who likes gulls."},
    ),
    ("Title: Low Tide\nWritten for:\nsalt_and_rope\n\n§", {"written_for": "salt_and_rope"}),
    (
        "Title: Low Tide\nNotes: This took me a year.\n\nI mean it, a whole year.\n\nRating: PG\n\n§",
        {"notes": "This took me a year. I mean it, a whole year.", "rating": "PG"},
    ),
    (
        "[Disclaimer: The harbour and its gulls belong\nto their makers.]\n\nTitle: Low Tide\n\n§",
        {"disclaimer": "The harbour and its gulls belong to their makers.", "title": "Low Tide"},
    ),
]

ODD_NAMES = [
    ("Warnings - none\nSea - calm\nRating - PG\n\n§", {"warnings": "none", "other:sea": "calm", "rating": "PG"}),
    ("Title – Low Tide\nTIME SPENT – an hour\nWords – 90\n\n§", {"other:time spent": "an hour"}),
    ("> Fandom - Harbour\n> Sea - calm\n> Title - Low Tide\n\n§", {"fandom": "Harbour", "other:sea": "calm"}),
    ("Title: Low Tide\nNotes: one\nRating: PG\nNotes: two\n\n§", {"notes": ["one", "two"]}),
    ("Title: Low Tide\nPrompt: gulls\nPrompt: lamp\n\n§", {"prompt": ["gulls", "lamp"]}),
    ("Title: Low Tide\nWarnings:\nRating: PG\n\n§", {"title": "Low Tide", "warnings": "", "rating": "PG"}),
    ("Title: Low Tide\nBeta:\n\n§", {"title": "Low Tide", "beta": ""}),
    ("Title: Low Tide\nRaiting: PG\n\n§", {"rating": "PG"}),
    ("Title: Low Tide\nWordage: 90\nLegalese: not mine\n\n§", {"word_count": "90", "disclaimer": "not mine"}),
    ("Title: Low Tide\nPrompt #: 12\nRating/Words: PG / 90\n\n§", {"prompt": "12", "rating": "PG", "word_count": "90"}),
    ("Title: Low Tide\nDisclamer: no\nCharachters: Mona\n\n§", {"disclaimer": "no", "characters": "Mona"}),
    ("Title: Low Tide\nREAL Disclaimer: no\n\n§", {"disclaimer": "no"}),
    ("Title: Low Tide\nDisclaimer (ugh): no\n\n§", {"disclaimer": "no"}),
    ("Title: Low Tide\nDisclaimer (do I have to? I hate these. Ugh): no\n\n§", {"disclaimer": "no"}),
    ("Title: Low Tide\nShort Summary: Mona waits.\n\n§", {"summary": "Mona waits."}),
    ("Title: Low Tide\nWarnings for this one: wet feet\n\n§", {"warnings": "wet feet"}),
    ("Title: Low Tide\nfor ruth, who asked\nFandom: Harbour\nRating: PG\n\n§", {"fandom": "Harbour", "rating": "PG"}),
    (
        "Title: Low Tide\nFandom: Harbour\nHappy birthday, Ruth!\nRating: PG\n\n§",
        {"fandom": "Harbour", "other:dedication": "Happy birthday, Ruth!", "rating": "PG"},
    ),
    ("title: low tide\nkettle: old\nrating: pg\n\n§", {"other:kettle": "old", "rating": "pg"}),
    ("Title of piece: Low Tide\nName of author: Ruth\n\n§", {"title": "Low Tide", "author": "Ruth"}),
    ("ᴛɪᴛʟᴇ: Low Tide\nʀᴀᴛɪɴɢ: PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("Title: Low Tide\nKettle: old\nRating: PG\n\n§", {"other:kettle": "old", "rating": "PG"}),
    ("Series: Lamps\nTitle: Low Tide\nLamp: lit\n\n§", {"other:series": "Lamps", "other:lamp": "lit"}),
    ("Title: Low Tide\nTimeline: after book two\nClaim: Mona\n\n§", {"setting": "after book two", "claim": "Mona"}),
]

TITLES = [
    ("Low Tide\nor, the last ferry\nby Ruth\n\n§", {"title": "Low Tide", "author": "Ruth"}),
    ("**Low Tide**\n*or: how Mona lost the lamp*\nby Ruth\n\n§", {"other:subtitle": "or: how Mona lost the lamp"}),
    ("Low Tide\n\nRating: PG\nFandom: Harbour\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("“Low Tide”\n\nRating: PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("Low Tide\n========\n\n§", {"title": "Low Tide"}),
    ("The lamp by the wall\n--------------------\n\n§", {"title": "The lamp by the wall"}),
    ("LOW TIDE\nby Ruth\n\nRating: PG\n\nLOW TIDE\n\n§", {"title": "LOW TIDE", "author": "Ruth", "rating": "PG"}),
    ("Title: Low Tide\nRating: PG\n\nLow Tide\n\n§", {"title": "Low Tide"}),
    ("Low Tide\nby Ruth\n\n§", {"title": "Low Tide", "author": "Ruth"}),
    ("Low Tide\n\nA Harbour Books fanfic by Ruth Salt\n\n§", {"title": "Low Tide", "author": "Ruth Salt"}),
    ("Low Tide\nWritten by: Ruth <ruth@example.com>\n\n§", {"title": "Low Tide", "author": "Ruth"}),
    ("Low Tide\nor, The Late Ferry\nby Ruth\n\n§", {"title": "Low Tide", "other:subtitle": "or, The Late Ferry"}),
    ("**Low Tide**\n*(or: how to wait)*\nby Ruth\n\n§", {"title": "Low Tide", "author": "Ruth"}),
    ("LOW TIDE\n(revised)\nby Ruth\n\n§", {"title": "LOW TIDE", "other:version": "revised", "author": "Ruth"}),
    ("Low Tide\na.k.a. The Ferry\nby Ruth\n\n§", {"title": "Low Tide", "other:aka": "The Ferry", "author": "Ruth"}),
    ("Low Tide\na short winter story\nby Ruth\n\n§", {"title": "Low Tide", "author": "Ruth"}),
    ("# Low Tide\n### a story of gulls\nby Ruth\n\n§", {"title": "Low Tide", "author": "Ruth"}),
    ("**Low Tide**, @ruth_s\n\n§", {"title": "Low Tide", "author": "@ruth_s"}),
    ("EBBE\nEine Hafen-Fanfiction von Ruth\n\n§", {"title": "EBBE", "author": "Ruth"}),
    ("*Beitrag #14*\n**Ebbe**\n\n§", {"title": "Ebbe", "other:beitrag": "14"}),
    ("Low Tide, by Ruth\n\n§", {"title": "Low Tide", "author": "Ruth"}),
    ("Title: Harbour: A Low Tide\nRating: PG\n\n§", {"title": "Harbour: A Low Tide"}),
    ("Harbour: A Low Tide\n\nRating: PG\nFandom: Harbour\n\n§", {"title": "Harbour: A Low Tide"}),
    ("                    Low Tide\n\n                    By Ruth\n\n§", {"title": "Low Tide", "author": "Ruth"}),
    ("**Low Tide**\n\n§", {"title": "Low Tide"}),
    ("----- Low Tide -----\n\n§", {"title": "Low Tide"}),
]

AROUND = [
    ("Title: Low Tide\n\nRating: PG\n\nFandom: Harbour\n\nWords: 90\n\n§", {"title": "Low Tide", "word_count": "90"}),
    ("Title: Low Tide\n\n\nRating: PG\n\n\nNotes: none\n\n\n§", {"rating": "PG", "notes": "none"}),
    ("Title: Low Tide\nRating: PG\n\n* * *\n\n§", {"rating": "PG"}),
    ("----------\nTitle: Low Tide\nRating: PG\n----------\n§", {"title": "Low Tide", "rating": "PG"}),
    (
        "saltrope wrote in harbour_drabbles\n2007-05-04 21:14:00\n\nTitle: Low Tide\nRating: PG\n\n§",
        {"title": "Low Tide"},
    ),
    (
        "ruth (saltrope) wrote in harbour_drabbles:\nMay 4th, 2007\n\nTitle: Low Tide\nRating: PG\n\n§",
        {"title": "Low Tide"},
    ),
    (
        'From: "Ruth Salt" <ruth@example.com>\nTo: us@example.com\nSubject: [HARBOUR] Low Tide\nDate: 4 May 2007\n\n§',
        {"title": "Low Tide", "author": "Ruth Salt"},
    ),
    (
        "Subject: new story\nFrom: ruth@example.com\nDate: today\n\nTitle: Low Tide\nAuthor: Ruth\n\n§",
        {"title": "Low Tide", "author": "Ruth"},
    ),
    ("Subject: [FIC] Low Tide (1/1)\n\nFandom: Harbour\n\n§", {"title": "Low Tide", "fandom": "Harbour"}),
    ("Subject: [HARBOUR] [FIC] Low Tide 1/1 (PG)\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("Betreff: Ebbe\nFandom: Hafen\n\n§", {"title": "Ebbe", "fandom": "Hafen"}),
    ("Title: Low Tide\nSubject: gulls\nRating: PG\n\n§", {"title": "Low Tide", "other:subject": "gulls"}),
    ("> **Title: Low Tide**\n> Rating: PG\n\n§", {"title": "Low Tide", "rating": "PG"}),
    ("> when will there be more?\n\n> soon, I hope\n\nTitle: Low Tide\nRating: PG\n\n§", {"title": "Low Tide"}),
    ("Title: Low Tide\nTags: gulls, lamps\n\n§", {"title": "Low Tide", "other:tags": "gulls, lamps"}),
    ("Tags: gulls\nTitle: Low Tide\nMood: damp\n\n§", {"title": "Low Tide", "other:mood": "damp"}),
    (
        "A small thing for the harbour fest.\n\nTitle: Low Tide\nRating: PG\n\n§",
        {"notes": "A small thing for the harbour fest."},
    ),
    (
        "I do not own the harbour or its gulls.\n\nLow Tide\n\n§",
        {"disclaimer": "I do not own the harbour or its gulls."},
    ),
    ("Title: Low Tide\n\nThe harbour belongs to its creators, not to me.\n\n§", {"title": "Low Tide"}),
    ("Title: Low Tide\nRating: PG\n\nStart Reading\n\n§", {"rating": "PG"}),
]

AROUND_WITHOUT_A_LABEL: list[tuple[str, dict[str, str | list[str] | None]]] = [
    ("Posted on 3 May 2007\n\n§", {"title": None, "notes": None}),
    (
        "From: ruth@example.com\nSubject: Low Tide\n\nOn 3 May, Ben wrote:\n> more?\n> more!\n\nHere it is.\n\n§",
        {"title": "Low Tide", "notes": None},
    ),
    (
        "Harbour, Mona & Tobias, first frost\nWords: 90\n\n§",
        {"fandom": "Harbour", "characters": "Mona & Tobias", "prompt": "first frost", "word_count": "90"},
    ),
    ("Low Tide\nby Ruth\n\nruth@example.com\n\n§", {"title": "Low Tide", "author": "Ruth"}),
    ("Low Tide\nRuth Salt\n\nRating: PG\nFandom: Harbour\n\n§", {"title": "Low Tide", "author": "Ruth Salt"}),
    (
        "Low Tide\nHarbour; Mona/Tobias; PG; 90 words\n\n§",
        {"fandom": "Harbour", "pairing": "Mona/Tobias", "rating": "PG"},
    ),
    (
        "[For ruth_s: Harbour; first frost]\n\n§",
        {"written_for": "ruth_s", "fandom": "Harbour", "prompt": "first frost", "title": None},
    ),
    (
        "Harbour; Mona/Tobias; “first frost”\n\n§",
        {"fandom": "Harbour", "pairing": "Mona/Tobias", "prompt": "first frost", "title": None},
    ),
    ("**Low Tide** - Mona/Tobias - “frost”\n\n§", {"title": "Low Tide", "pairing": "Mona/Tobias", "prompt": "frost"}),
    (
        "**Low Tide**\n\nWritten for Ruth. Harbour, Mona/Tobias, 100 words, PG.\n\n§",
        {"written_for": "Ruth", "fandom": "Harbour", "word_count": "100 words", "rating": "PG", "genre": None},
    ),
    ("Title: Low Tide\n\nDedicated to my cat.\n\n§", {"other:dedication": "Dedicated to my cat."}),
    ("Title: Low Tide\n\nDedicated to\nmy cat.\n\n§", {"other:dedication": "Dedicated to my cat."}),
]

FEET = [
    ("§\n\nNotes: Thanks for reading!", {"notes": "Thanks for reading!"}),
    (
        "Title: Low Tide\n\n§\n\n---\n\nA/N: My first drabble.\nReviews please!",
        {"notes": "My first drabble. Reviews please!"},
    ),
    ("Title: Low Tide\n\n§\n\nAuthor's Notes:\n\nThis was fun.\n\nMore soon.", {"notes": "This was fun. More soon."}),
    ("Title: Low Tide\n\n§\n\nDisclaimer: The harbour is not mine.", {"disclaimer": "The harbour is not mine."}),
    ("§\n\nTitle: Low Tide\nRating: PG\nWords: 90", {"title": "Low Tide", "rating": "PG", "word_count": "90"}),
    (
        "§\n\n***\n\nTitle - Low Tide\nAuthor - Ruth\nRating - PG",
        {"title": "Low Tide", "author": "Ruth", "rating": "PG"},
    ),
    ("§\n\n-# Rated T · Harbour · 100 words", {"rating": "T", "word_count": "100 words"}),
    ("§\n-# Harbour | G | 100w", {"rating": "G", "word_count": "100w"}),
    ("Title: Low Tide\n\n§\n\nThe End", {"title": "Low Tide"}),
    ("Title: Low Tide\n\n§\n\n#harbour, #drabble", {"title": "Low Tide"}),
    ("Titel: Ebbe\n\n§\n\n3 Kommentare | Kommentar hinterlassen", {"title": "Ebbe"}),
    *(
        (f"Title: Low Tide\n\n§\n\n{sent}", {"title": "Low Tide"})
        for sent in (
            "Sent from my iPhone",
            "Get Outlook for Android",
            "Von meinem iPhone gesendet",
            "Envoyé de mon iPad",
            "Sent from my BlackBerry 10 smartphone.",
            "Sent with Proton Mail secure email.",
            "Wysłane z iPhone'a",
            "iPhoneから送信",
        )
    ),
    (
        "§\n\nTitle: Low Tide\nRating: PG\nWords: 90\n\nSent from my Samsung Galaxy smartphone.",
        {"title": "Low Tide", "rating": "PG", "word_count": "90"},
    ),
    ("**Low Tide**\n\n&#x200B;\n\n§", {"title": "Low Tide"}),
    ("Title: Low Tide\n\n§\n\nCurrent Mood: tired", {"title": "Low Tide"}),
    ("Title: Low Tide\n\n§\n\n-- OWARI --\n\nPlease send comments to ruth@example.com!", {"title": "Low Tide"}),
    ("Title: Low Tide\n\n§\n\n~fin~\n\nAN: written in one go", {"title": "Low Tide", "notes": "written in one go"}),
    ("Title: Low Tide\n\n§\n\nI hope you liked this fic! Reviews are love.", {"title": "Low Tide"}),
]

COUNTS = [
    ("Title: Low Tide\nWord count: 1,105\n\n§", 1105),
    ("Title: Low Tide\nWords: 118 words (oops)\n\n§", 118),
    ("Title: Low Tide\nWords: *322 words*\n\n§", 322),
    ("Title: Low Tide\nRating: PG\n*322 words*\n\n§", 322),
    ("Title: Low Tide\nLength: one hundred words\nWords: one hundred words\n\n§", 100),
    ("Titre : Marée\nNombre de mots : cent\n\n§", 100),
    ("Titel: Ebbe\nWörter: zweihundertfünfzig\n\n§", 250),
    ("Título: Marea\nPalabras: cien palabras\n\n§", 100),
    ("Titolo: Marea\nParole: duecento parole\n\n§", 200),
    ("Título: Maré\nPalavras: cento e cinco\n\n§", 105),
    ("Название: Отлив\nКоличество слов: сто\n\n§", 100),
    ("Title: Low Tide\nWords: a drabble\n\n§", None),
    ("Title: Low Tide\nType: one-shot\n\n§", None),
    ("§", None),
]

LANGUAGES = [
    (
        "Titre : Marée basse\nAuteur : Ruth\nFandom : Le Port\nRésumé : Mona attend.\nAvertissements : aucun\n\n§",
        {"title": "Marée basse", "author": "Ruth", "summary": "Mona attend.", "warnings": "aucun"},
    ),
    (
        "Titel: Ebbe\nAutorin: Ruth\nPaarung: Mona/Tobias\nAltersfreigabe: ab 12\nZusammenfassung: Mona wartet.\n\n§",
        {"title": "Ebbe", "author": "Ruth", "pairing": "Mona/Tobias", "summary": "Mona wartet."},
    ),
    (
        "Título: Marea baja\nAutora: Ruth\nPersonajes: Mona\nClasificación: PG\nAdvertencias: ninguna\n\n§",
        {"title": "Marea baja", "author": "Ruth", "characters": "Mona", "rating": "PG", "warnings": "ninguna"},
    ),
    (
        "Titolo: Bassa marea\nAutrice: Ruth\nPersonaggi: Mona\nAvvertimenti: nessuno\nNote dell'autrice: grazie\n\n§",
        {"title": "Bassa marea", "author": "Ruth", "characters": "Mona", "warnings": "nessuno", "notes": "grazie"},
    ),
    (
        "Título: Maré baixa\nPersonagens: Mona\nClassificação: Livre\nAvisos: nenhum\nResumo: Mona espera.\n\n§",
        {"title": "Maré baixa", "characters": "Mona", "warnings": "nenhum", "summary": "Mona espera."},
    ),
    (
        "Название: Отлив\nАвтор: Рут\nПейринг: Мона/Тобиас\nРейтинг: G\nПредупреждения: нет\n\n§",
        {"title": "Отлив", "author": "Рут", "pairing": "Мона/Тобиас", "rating": "G", "warnings": "нет"},
    ),
]

CASES = [
    *SEPARATORS, *LABELS_SET_OFF, *SEVERAL_ON_A_LINE, *TOLD_APART_BY_MARKS, *LONG_VALUES, *ODD_NAMES,
    *NOTES_BETWEEN, *CLOSING_REMARKS, *TITLES, *AROUND, *AROUND_WITHOUT_A_LABEL, *FEET, *LANGUAGES,
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text.replace("\n", "/")[:60] for text, _ in CASES])
def test_a_phenomenon(text: str, expected: dict[str, str | list[str] | None]) -> None:
    read = manuscript.parse(text.replace("§", STORY))
    values: dict[str, list[str]] = {}
    for name, value in read.header.fields:
        values.setdefault(name.value, []).append(value)
    wanted = {name: [value] if isinstance(value, str) else value for name, value in expected.items()}
    assert {name: values.get(name) for name in wanted} == wanted
    assert read.story == STORY


@pytest.mark.parametrize(("text", "words"), COUNTS)
def test_a_declared_count(text: str, words: int | None) -> None:
    read = manuscript.parse(text.replace("§", STORY))
    assert read.header.declared_words == words
    assert read.story == STORY
