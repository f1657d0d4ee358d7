"""The fields of a header, and the names that writers give them."""

import re
from enum import StrEnum


class Field(StrEnum):
    TITLE = "title"
    AUTHOR = "author"
    FANDOM = "fandom"
    PAIRING = "pairing"
    CHARACTERS = "characters"
    RATING = "rating"
    WARNINGS = "warnings"
    SPOILERS = "spoilers"
    DISCLAIMER = "disclaimer"
    WORD_COUNT = "word_count"
    PROMPT = "prompt"
    WRITTEN_FOR = "written_for"
    SUMMARY = "summary"
    NOTES = "notes"
    GENRE = "genre"
    BETA = "beta"
    ARCHIVE = "archive"
    FEEDBACK = "feedback"


NAMES = {
    Field.TITLE: "title, titles, story title, fic title, title of story",
    Field.AUTHOR: "author, authors, writer, written by, by, pen name, author's name",
    Field.FANDOM: "fandom, fandoms, fandom category, show, shows, universe",
    Field.PAIRING: "pairing, pairings, ship, ships, relationship, relationships, couple, couples",
    Field.CHARACTERS: "characters, character, cast, starring, featuring, pov",
    Field.RATING: "rating, ratings, rated",
    Field.WARNINGS: """warnings, warning, archive warning, archive warnings, content warning,
        content warnings, content notes, trigger warning, trigger warnings, triggers, cw, tw""",
    Field.SPOILERS: "spoilers, spoiler, spoils, spoiler warning, spoiler warnings, spoilers for",
    Field.DISCLAIMER: "disclaimer, disclaimers, disclaim, standard disclaimer",
    Field.WORD_COUNT: """word count, wordcount, words, word counts, number of words, total words,
        total word count, wc""",
    Field.PROMPT: "prompt, prompts, theme, themes, challenge prompt",
    Field.WRITTEN_FOR: "written for, for, challenge, gift for, requested by",
    Field.SUMMARY: "summary, summaries, blurb, synopsis",
    Field.NOTES: """notes, note, a/n, author's note, author's notes, authors note, authors notes, author note,
        author notes, notes on the story, additional notes""",
    Field.GENRE: "genre, genres, category, categories, classification",
    Field.BETA: """beta, betas, beta reader, beta readers, beta by, betaed by, beta'd by, beta'ed by,
        thanks to""",
    Field.ARCHIVE: "archive, archiving, archived at, archived, distribution",
    Field.FEEDBACK: "feedback, reviews, concrit, c&c",
}
"""A field's own name first; singular and plural both."""


def listed(names: str) -> list[str]:
    return " ".join(names.split()).split(", ")


BY_NAME = {name: field for field, names in NAMES.items() for name in listed(names)}

OTHER_NAMES = frozenset(
    listed(
        """additional tags, chapter, chapters, claim, collection, collections, community, crossposted,
        cross-posted, date, dedication, e-mail, email, episode, keywords, language, length, medium,
        part, posted, published, recipient, sequel to, series, setting, stats, status, story type, table, tags, team,
        timeframe, timeline, url, website, wip, wip?"""
    )
)
"""Names of header lines that we have no field for: they belong to the header all the same."""

LONGEST_NAME = 40
"""Characters, as far as to look for the end of a name."""

PLURAL = re.compile(r"(?:/|\(|\(/)s\b\)?")
ASIDE = re.compile(r"\([^()]*\)")
JOINT = re.compile(r"[/&+,|]| and ")
COMMUNITY = re.compile(r"\S*_\S* ")
"""A community's name in front of a field's, as in `rainy_days prompt`."""


def named(name: str) -> tuple[Field, ...]:
    """The fields that a name stands for: none, one, or several as `rating/warnings` does."""
    name = PLURAL.sub("s", " ".join(name.casefold().replace("’", "'").replace("‘", "'").split()))
    for spelling in (name, ASIDE.sub("", name), COMMUNITY.sub("", name, count=1)):
        field = BY_NAME.get(spelling.strip().replace("_", " ").replace("-", " "))
        if field is not None:
            return (field,)
    parts = [BY_NAME.get(part.strip()) for part in JOINT.split(name)]
    return tuple(dict.fromkeys(part for part in parts if part is not None)) if all(parts) else ()
