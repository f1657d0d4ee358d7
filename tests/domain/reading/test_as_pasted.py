"""Headers as writers paste them from forms, pages and chats, each kind by examples of our own."""

import pytest

from bot.domain.reading import header_above

Expected = dict[str, str | None]

NAMES: list[tuple[str, Expected]] = [
    (
        "Title\tLow Tide\nCreator\truth\nCanon\tHarbour\nLamps\tthree\n",
        {"title": "Low Tide", "author": "ruth", "fandom": "Harbour", "other:lamps": "three"},
    ),
    (
        "Story    Low Tide\nPair     Ana/Ben\nDate     1991\n",
        {"title": "Low Tide", "pairing": "Ana/Ben", "other:date": "1991"},
    ),
    (
        "TITLE: Low Tide\nDISTRIBUTION STATEMENT: Ask me.\nSPOILER STATEMENT: Book two.\n",
        {"archive": "Ask me.", "spoilers": "Book two."},
    ),
    (
        "**Your name:** ruth\n**Title:** Low Tide\n**Any warnings?** gulls\n**Do you want crit?** yes\n",
        {"author": "ruth", "title": "Low Tide", "warnings": "gulls"},
    ),
    (
        "## Low Tide\n* **fandom** Harbour\n* **chars** Ana, a gull\n* **wc** 108\n",
        {"title": "Low Tide", "fandom": "Harbour", "characters": "Ana, a gull", "word_count": "108"},
    ),
    (
        "📖 Low Tide\n✍️ ruth\n🎬 The Harbour Books\n🔢 104\n",
        {"title": "Low Tide", "author": "ruth", "fandom": "The Harbour Books", "word_count": "104"},
    ),
    (
        "**Low Tide**\nrating: T ・ ship: Ana/Ben ・ words: 112\n",
        {"title": "Low Tide", "rating": "T", "pairing": "Ana/Ben", "word_count": "112"},
    ),
    (
        "| Title | Low Tide |\n|---|---|\n| Rating | G |\n| Fandom | Harbour |\n",
        {"title": "Low Tide", "rating": "G", "fandom": "Harbour"},
    ),
    ("Title:\nLow Tide\nFandom:\nHarbour\nStory:\n", {"title": "Low Tide", "fandom": "Harbour"}),
    ("Ruth, [12.05.24 21:13]\nLow Tide\n", {"title": "Low Tide", "author": "Ruth"}),
    (
        "fandom: harbour\nlistening to: gulls\nwc: 100\n",
        {"fandom": "harbour", "other:listening to": "gulls", "word_count": "100"},
    ),
    (
        "[Notes: this goes on\n\nRating my day: bad\n\nbut fine]\nTitle: Low Tide\n",
        {"notes": "this goes on Rating my day: bad but fine", "title": "Low Tide"},
    ),
    *(
        (f"{name.format('Title')} Low Tide\n{name.format('Rating')} G\n", {"title": "Low Tide", "rating": "G"})
        for name in ("[{}]:", "({}):", "<{}>:", "{{{}}}:", "“{}”:", "【{}】：", "[{}]", "({})")
    ),
    (
        "\\*\\*Low Tide\\*\\*\n\n\\- by: ruth\\_s\n\\- rated: T\n",
        {"title": "Low Tide", "author": "ruth_s", "rating": "T"},
    ),
    ("📖 **DRABBLE SUBMISSION**\nLow Tide\nRating: G\n", {"title": "Low Tide", "notes": None}),
    ("✨ **drabble drop** ✨\n**Low Tide**\nRating: G\n", {"title": "Low Tide", "notes": None}),
    ("Title: Low Tide\nC&C to: ruth@example.com\n", {"feedback": "ruth@example.com"}),
    ("Title: Low Tide\nPre-read by: Ben\nCWs: gulls\n", {"beta": "Ben", "warnings": "gulls"}),
    (
        "**Prompt:** any, any, gulls\n**Fill:** lamps and oil\n",
        {"prompt": "any, any, gulls", "other:fill": "lamps and oil"},
    ),
    ("Title: Low Tide\nDisc.: I own no gulls.\nChar.: Ana\nWarn.: gulls\n", {"characters": "Ana", "warnings": "gulls"}),
    ("Storia: La marea\nAutrice: Ruth\n", {"title": "La marea", "author": "Ruth"}),
    ("Geschichte: Ebbe\nAutor: Ruth\n", {"title": "Ebbe", "author": "Ruth"}),
    ("What: Drabble\nWho: Ana, Ben\nRating: PG\n", {"fandom": None, "characters": "Ana, Ben"}),
    (
        "ruth.s used /submit\n**Keeper** APP\nTitle\nLow Tide\nRating\nEveryone\nWords\n108\nStory\n",
        {"author": "ruth.s", "title": "Low Tide", "rating": "Everyone", "word_count": "108", "notes": None},
    ),
    (
        "ruth hat /einreichen verwendet\nKeeper BOT\n**Titel**\nEbbe\n**Wörter**\n108\n",
        {"author": "ruth", "title": "Ebbe", "word_count": "108", "notes": None},
    ),
    ("Fandom\nHarbour\nTitle\nWords\nRating\nG\n", {"title": "Words", "rating": "G", "word_count": None}),
    ("**For:** ana_b\n**From:**\n**Title:** Low Tide\n", {"written_for": "ana_b", "title": "Low Tide"}),
]

VALUES: list[tuple[str, Expected]] = [
    ("Low Tide\nRating - M\n", {"title": "Low Tide", "rating": "M", "fandom": None}),
    ("Who Goes There?\n", {"title": "Who Goes There?"}),
    ("Low Tide\nrated G, by Ruth Salt\n", {"rating": "G", "author": "Ruth Salt"}),
    ("Low Tide\n(tw gulls)\n", {"warnings": "gulls"}),
    ("Low Tide\n(contains gulls)\n", {"warnings": "contains gulls"}),
    (
        "Rated: K+ - English - Humor - Ana, Ben - Words: 105 - Reviews: 6 - Published: 04-02-09\n",
        {
            "rating": "K+",
            "other:language": "English",
            "genre": "Humor",
            "characters": "Ana, Ben",
            "word_count": "105",
            "feedback": None,
        },
    ),
    ("Rating: PG-13 - for language\n", {"rating": "PG-13 - for language"}),
    (
        "Title: Low Tide\n\nAll rights to the Harbour are its owners'.\n",
        {"disclaimer": "All rights to the Harbour are its owners'."},
    ),
    (
        "Title: Low Tide\nA/N: Unbetaed, all mistakes are mine.\n",
        {"notes": "Unbetaed, all mistakes are mine.", "disclaimer": None},
    ),
    ("Low Tide\n\nThe harbour isn't mine, the gulls are.\n", {"disclaimer": "The harbour isn't mine, the gulls are."}),
    ("for the “lamps” prompt, G, 100 words\n", {"prompt": "lamps", "rating": "G"}),
]

SENTENCES: list[tuple[str, Expected]] = [
    (
        "Low Tide\n\nHarbour. G. 106 words. Because somebody asked for gulls in a bottle.\n",
        {
            "fandom": "Harbour",
            "rating": "G",
            "word_count": "106 words",
            "notes": "Because somebody asked for gulls in a bottle.",
        },
    ),
    (
        "Harbour, warning for gulls (mild, wet), 110 words. I hope that you don't mind.\n",
        {"warnings": "gulls (mild, wet)", "word_count": "110 words", "notes": "I hope that you don't mind."},
    ),
    (
        "Low Tide\n\nRated PG for language. The harbour and its gulls are the property\nof Salt & Co.\n",
        {
            "rating": "PG for language",
            "disclaimer": "The harbour and its gulls are the property of Salt & Co.",
        },
    ),
    ("low tide | ana x ben | fluff, a little angst\n", {"title": "low tide", "genre": "fluff, a little angst"}),
    ("I wrote this on a train, G. Sorry. Nobody asked.\n", {"rating": None}),
    ("@everyone new drabble! 🎉\nTitle: Low Tide\n", {"title": "Low Tide", "rating": None}),
    ("ok this one got away from me, sorry\n", {"title": None, "notes": "ok this one got away from me, sorry"}),
    (
        "Low Tide\n\nIt took a while. Prompt: cold hands. Warning: gulls. I like it!\n",
        {"prompt": "cold hands", "warnings": "gulls", "notes": "It took a while. I like it!"},
    ),
    (
        "Low Tide\n\nI swam here. Time: noon. Place: sea.\n",
        {"setting": None, "notes": "I swam here. Time: noon. Place: sea."},
    ),
    ("Low Tide\n\nExactly 100, I swear on my lamp. I had a cold.\n", {"title": "Low Tide", "word_count": "100"}),
    ("Low Tide\n\nI had a cold. 100 on the nose, I think.\n", {"title": "Low Tide", "word_count": "100"}),
    ("Low Tide\n\nIt's a hundred exactly!\n", {"title": "Low Tide", "word_count": "100"}),
    ("Low Tide\n\nI wrote 100 of these, precisely 60 on a boat. Exactly 100? No.\n", {"word_count": None}),
]

PROMPTED: list[tuple[str, Expected]] = [
    ("# Low Tide\nprompt was: lost at sea\n", {"title": "Low Tide", "prompt": "lost at sea"}),
    ("title is: Low Tide\nfandom is: Harbour\n", {"title": "Low Tide", "fandom": "Harbour"}),
    ("Title: Low Tide\nThe prompt: gulls\n", {"prompt": "gulls"}),
    ("the theme was: lost at sea\nTitle: Low Tide\n", {"prompt": "lost at sea"}),
    ("@ruth the prompt you gave me was “a gull” and I tried\n\n**Low Tide**\n", {"prompt": "“a gull”"}),
    ("The prompts were “gulls” and “lamps”\n\n**Low Tide**\n", {"prompt": "“gulls” and “lamps”"}),
    ("Das Thema war „Möwen“, hoffentlich passt es\n\n**Ebbe**\n", {"prompt": "„Möwen“"}),
    ("Title: Low Tide\nPrompt: lamps\nA/N: The prompt was “gulls” first.\n", {"prompt": "lamps"}),
    ("Title: Low Tide\nA/N: The prompt made me say “oh no” aloud.\n", {"prompt": None}),
    ("the prompt was hard so I cheated\nTitle: Low Tide\n", {"prompt": None}),
]

AROUND: list[tuple[str, Expected]] = [
    ("Written for the Spring Swap\nTitle: Low Tide\n", {"written_for": "the Spring Swap", "notes": None}),
    ("Title: Low Tide\nwritten for @ruth\n", {"written_for": "@ruth"}),
    ("Geschrieben für die Dienstagsrunde\nTitel: Ebbe\n", {"written_for": "die Dienstagsrunde"}),
    ("Title: Low Tide\nPosted for the first time.\n", {"written_for": None, "notes": "Posted for the first time."}),
    ("Title: Low Tide\nWritten for fun, and for gulls.\n", {"written_for": None}),
    ("🕯️✨ **DRABBLE DROP** ✨🕯️\n*the lamp clerk*\nharbour • 100 words\n", {"title": "the lamp clerk", "notes": None}),
    ("🌊 NEW DRABBLE 🌊\n**Low Tide**\nHarbour, G\n", {"title": "Low Tide", "author": None, "fandom": "Harbour"}),
    ("<:lamp:123456789012345678> <#123456789012345678> entry!!\nTitle: Low Tide\n", {"notes": None}),
    ("oc stuff, 100 words, general\n", {"title": None, "fandom": "oc stuff", "rating": "general"}),
    ("original characters, 100 words, G\n", {"title": None, "fandom": "original characters"}),
]
UNPARTED: list[tuple[str, Expected]] = [
    (
        "sorry for typos\n\ntitle low tide\nfandom the harbour\n100 words\n",
        {"title": "low tide", "fandom": "the harbour", "word_count": "100 words", "notes": "sorry for typos"},
    ),
    ("Title Low Tide\nFandom Harbour\nRating G\n", {"title": "Low Tide", "fandom": "Harbour", "rating": "G"}),
    ("Titel Ebbe\nAutorin Ruth\n", {"title": "Ebbe", "author": "Ruth"}),
    ("Title Fight\nby Ruth\n", {"title": "Title Fight", "author": "Ruth"}),
    ("Prompt reply, very late\nRating this was hard\n", {"prompt": None, "rating": None}),
]

MAILS: list[tuple[str, Expected]] = [
    (
        'Message: 3\n   Date: Sun, 14 Oct 2001\n   From: "Ruth S." <ruth@example.com>\nSubject: Low Tide\n',
        {"title": "Low Tide", "author": "Ruth S."},
    ),
    ("From: Ruth <r@example.com>\nSubject: STORY: Low Tide (1/1) [PG]\n", {"title": "Low Tide", "rating": "PG"}),
    ("From: Ruth <r@example.com>\nSubject: Low Tide (128 words)\n", {"title": "Low Tide", "word_count": "128 words"}),
    ("Message: 7\n\nSubject: Drabble: Low Tide\n", {"title": "Low Tide"}),
    ("fic: Low Tide [Gulls & Sons]\n", {"title": "Low Tide", "fandom": "Gulls & Sons"}),
    ("Subject: REPOST: “Low Tide” (PG)\nFrom: Ruth\n", {"title": "Low Tide", "rating": "PG"}),
    ("Subject: [harbour] Fic repost: Low Tide\nFrom: Ruth\n", {"title": "Low Tide", "fandom": None}),
    ("Subject: Re: [harbour] Friday challenge: mud\nFrom: Ruth\n", {"prompt": "mud", "title": None}),
    ("Re: Weekly Drabble Thread (#19: Gulls)\n", {"prompt": "Gulls", "title": None}),
    ("Subject: Challenge fic: Low Tide\nFrom: Ruth\n", {"title": "Low Tide", "fandom": None}),
    ("--- In harbour@lists.example, “ruth” wrote:\n\nTitle: Low Tide\n", {"title": "Low Tide", "notes": None}),
    ("--- Ruth Salt wrote:\nTitle: Low Tide\n", {"title": "Low Tide", "notes": None}),
    ("LOW TIDE\nPart 1/1\nby Ruth Salt\n", {"title": "LOW TIDE", "other:part": "1/1", "author": "Ruth Salt"}),
    ("Low Tide\nChapter 2 of 5\nRating: G\n", {"title": "Low Tide", "other:chapter": "2 of 5"}),
]

PAGES: list[tuple[str, Expected]] = [
    (
        "Rating:\n    Teen And Up Audiences\nFandom:\n    Harbour\nLanguage:\n    English\n\nLow Tide\nsalt\n",
        {"title": "Low Tide", "author": "salt", "fandom": "Harbour"},
    ),
    (
        "Rating:\n    General Audiences\nFandom:\n    Original Work\nLanguage:\n    English\n\nLow Tide\nsalt\n",
        {"title": "Low Tide", "fandom": "Original Work"},
    ),
    (
        "[Recent Entries][User Info]\nBelow are the 20 most recent entries recorded in it:\n\nTitle: Low Tide\n",
        {"title": "Low Tide", "notes": None},
    ),
    ("Language: English\n\nLow Tide\n\nsalt\n\nSummary:\n\nIt goes out.\n", {"title": "Low Tide", "author": "salt"}),
    ("salt_and_rope\nLow Tide\n\nfor ana_b, who wanted gulls\n", {"author": "salt_and_rope", "written_for": "ana_b"}),
    ("Low Tide\nfor Ana\n\nRating: M\n", {"title": "Low Tide", "written_for": "Ana", "rating": "M", "notes": None}),
    ("Low Tide\n\nby\n\nRuth Salt\n", {"title": "Low Tide", "author": "Ruth Salt"}),
    ("Low Tide\nPosted on May 5, 2017 by ruth | 6 Comments\n", {"title": "Low Tide", "author": "ruth"}),
    ("Title: Low Tide\nposted by: ruth in harbour_drabbles\n", {"author": "ruth"}),
    ("Author: [personal profile] ruth\nTitle: Low Tide\n", {"author": "ruth"}),
    ("Low Tide by Ruth Salt [Reviews - 2]\nWord count: 59 Read: 312\n", {"author": "Ruth Salt", "word_count": "59"}),
    (
        "*********\n*   LOW TIDE       *\n*   A Gulls side story   *\n*********\n",
        {"title": "LOW TIDE", "fandom": "Gulls"},
    ),
    (
        "Language: English\n\nlow tide\nsalt\n\nFor Ana.\n\nSummary:\n    It goes out.\n",
        {"title": "low tide", "author": "salt"},
    ),
    ("Ruth — Today at 21:14\nLow Tide\nHarbour · 108 words\n", {"author": "Ruth", "title": "Low Tide"}),
    ("[personal profile] ruth 2012-08-02 10:31 pm (UTC)\n", {"author": "ruth", "title": None}),
    ("ruth 2012-08-02 10:31 pm (UTC)\n", {"author": "ruth", "title": None}),
    ("[personal profile] ruth wrote:\n\nLow Tide\n", {"author": "ruth", "title": "Low Tide", "notes": None}),
    ("[May. 9th, 2005|11:52 pm]\nruth\n[mood | awake]\n", {"author": "ruth", "title": None, "other:mood": "awake"}),
    ("[May. 9th, 2005|11:52 pm]\nTides\n[mood | awake]\n", {"author": None, "title": "Tides"}),
]

ASKED: list[tuple[str, Expected]] = [
    ('Low Tide\nby ruth\nfor harbour_100, prompt "gulls"\n', {"written_for": "harbour_100", "prompt": "gulls"}),
    ("Low Tide\n(Written for harbour_100, theme 12: “gulls”)\n", {"written_for": "harbour_100", "prompt": "gulls"}),
    ("Low Tide\nfor ana_b (prompt: old gulls)\n", {"written_for": "ana_b", "prompt": "old gulls"}),
    ("Low Tide\nFor harbour_100: gulls\n", {"written_for": "harbour_100", "prompt": "gulls"}),
    ("For [info]ana, who wanted gulls:\n", {"written_for": "ana", "prompt": "gulls", "notes": None}),
    ("Low Tide\nfor Ana, word by word\n", {"written_for": "Ana, word by word", "prompt": None}),
]

TITLES: list[tuple[str, Expected]] = [
    (
        "**Low Tide**\n*Original Work | Ana & Ben | G | 100 words*\n",
        {"title": "Low Tide", "fandom": "Original Work", "rating": "G", "word_count": "100 words"},
    ),
    (
        "## you, at the end of the world, with a sandwich\n> Ana/Ben · fluff · 115 words\n",
        {"title": "you, at the end of the world, with a sandwich", "pairing": "Ana/Ben", "word_count": "115 words"},
    ),
    ("***A Short History of Tides***\n*ana*\n*100 words / gen*\n", {"title": "A Short History of Tides"}),
    ("“The Lamp Girls” – ana_b\n", {"title": "The Lamp Girls", "author": "ana_b"}),
    ("Low Tide, Still\noriginal work\nPG\n59 words\n", {"title": "Low Tide, Still", "fandom": "original work"}),
    ("prompt fill for **threshold**, Harbour, G\n", {"prompt": "threshold", "fandom": "Harbour", "rating": "G"}),
    ("`Low Tide` / G / Harbour / 108 words\n", {"title": "Low Tide", "rating": "G", "fandom": "Harbour"}),
    ("L O W   T I D E   A T   T H E   Q U A Y\nby Ruth\n", {"title": "L O W   T I D E   A T   T H E   Q U A Y"}),
    ("**Low Tide**\n_A Gulls and Lamps one-shot_\n", {"title": "Low Tide", "fandom": "Gulls and Lamps"}),
    ("> **Low Tide**\n> *by the quay, at night*\n", {"title": "Low Tide"}),
    ("#lamps #old harbour #angst\nlow tide // 111w\n", {"title": "low tide", "word_count": "111w"}),
    (
        "# Day 12 — Frost\nLow Tide [Harbour] [T] [99 words]\n",
        {"title": "Low Tide", "fandom": "Harbour", "prompt": "Frost"},
    ),
    (
        'from my phone so no cuts, sorry\n"Low Tide" / Harbour / G\n',
        {"title": "Low Tide", "fandom": "Harbour", "notes": "from my phone so no cuts, sorry"},
    ),
    ("Low Tide\nby Ruth\nHarbour, PG\n", {"title": "Low Tide", "fandom": "Harbour"}),
]

AUTHORED: list[tuple[str, Expected]] = [
    ("**Low** by ruth, 100 words lol\n", {"title": "Low", "author": "ruth", "word_count": "100 words lol"}),
    ("*low tide* by ruth (100 words, G)\n", {"title": "low tide", "author": "ruth", "rating": "G"}),
    ("“Low Tide” by Ruth Salt, Harbour, 100 words\n", {"title": "Low Tide", "author": "Ruth Salt", "prompt": None}),
    ("Low Tide, by Ruth | Harbour | PG\n", {"title": "Low Tide", "author": "Ruth", "fandom": "Harbour"}),
    ("Low Tide by @ruth - 100 words\n", {"title": "Low Tide", "author": "@ruth"}),
    ("**Ebbe** von Ruth, 100 Wörter\n", {"title": "Ebbe", "author": "Ruth", "word_count": "100 Wörter"}),
    ("Death by Water | Harbour | PG\n", {"title": "Death by Water", "author": None}),
    ("**Step by Step**, 100 words\n", {"title": "Step by Step", "author": None}),
    (
        "# Low Tide\n-# by @ruth · original work · 100 words\n⚠️ CW: gulls\n",
        {"author": "@ruth", "fandom": "original work", "word_count": "100 words"},
    ),
    ("**Low Tide**\nby Ruth • Harbour • T\nPrompt: gulls\n", {"author": "Ruth", "fandom": "Harbour", "rating": "T"}),
    ("Low Tide\nby Ruth / Ben\nRating: G\n", {"title": "Low Tide", "author": "Ruth / Ben"}),
]
NAMED_AMONG_FACTS: list[tuple[str, Expected]] = [
    (
        "**Low**\nby ruth / fandom: Harbour / 96 words\n",
        {"author": "ruth", "fandom": "Harbour", "word_count": "96 words"},
    ),
    ("**Low** | fandom: Harbour | ship: Ana/Ben | 100 words\n", {"fandom": "Harbour", "pairing": "Ana/Ben"}),
    ("Low Tide (fandom: Harbour, rating: T, words: 100)\n", {"fandom": "Harbour", "rating": "T", "word_count": "100"}),
    ("**Low** | 100 words | original | gulls\n", {"title": "Low", "fandom": "original", "genre": "gulls"}),
]

CASES = [
    *NAMES,
    *VALUES,
    *SENTENCES,
    *PROMPTED,
    *AROUND,
    *UNPARTED,
    *MAILS,
    *PAGES,
    *ASKED,
    *TITLES,
    *AUTHORED,
    *NAMED_AMONG_FACTS,
]


@pytest.mark.parametrize(("above", "expected"), CASES, ids=[above.replace("\n", "/")[:60] for above, _ in CASES])
def test_the_fields_of_a_header_as_pasted(above: str, expected: Expected) -> None:
    found: dict[str, str] = {}
    for name, value in header_above.fields(above):
        found.setdefault(name.value, value)
    assert {name: found.get(name) for name in expected} == expected
