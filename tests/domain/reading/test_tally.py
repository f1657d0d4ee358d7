"""Counts below a story, with all that writers say beside them."""

import pytest

from bot.domain.reading import doubt, manuscript

TENTH = "The keeper counted gulls until the old lamp went out."
STORY = "\n\n".join([TENTH] * 10)

COUNTS = [
    *("one hundred words", "a hundred words, give or take", "Length: 100 words", "100 words, give or take a few"),
    *("(100 words, excluding title)", "100 words (title not included)", "100 words on the nose", "100 words, no more"),
    *("100 words exactly, according to Google Docs", "100 words per AO3", "that's 100 words!", "100 words? 100 words!"),
    *("100 words according to wordcounter.net", "5 x 20 words", "100/100 words", "Words ~ 100", "wc - 100", "WC = 100"),
    *("100 Worte genau", "genau hundert Wörter", "100 Wörter, ohne Titel", "100 mots exactement", "cent mots, pile"),
    *("100 palabras exactas", "cien palabras", "100 parole esatte", "cento parole", "exatamente 100 palavras"),
    *("100 words according to Word", "(exactly 100 words, per Word)", "Word says 100 words", "100 words by my phone"),
    *("I make it 100 words.", "100 words (I checked, twice)", "100 words! Sorry!", "100 words in Apple Pages"),
    *("ровно 100 слов", "сто слов", "word count: one hundred", "Words 100, title excluded", "drabble: 100 words"),
]
FACTS = [
    *("100 words / also on AO3", "Also on AO3 | 100 words", "100 words · rated M · also on my blog", "AO3, 100 words"),
    *("100 words (also on AO3)", "100 words // https://example.org/1", "100 words. Also on tumblr.", "100w | G | AO3"),
]
PLACES = [
    *("Originally posted to harbour_drabbles", "Originally posted to the Tuesday challenge", "First posted on tumblr"),
    *(
        "Originally published at example.org",
        "Also posted on FFN",
        "ao3 | tumblr",
        "AO3 link",
        "Also in #harbour on my blog",
    ),
    *("This is also on AO3", "It's on AO3 too", "here on AO3", "On AO3 as well", "find me at ruth.tumblr.com"),
    *("Auch auf AO3", "Aussi sur AO3", "También en Wattpad", "Anche su AO3", "Também no AO3", "Также на фикбуке"),
    *("Tumblr: @ruth", "tumblr: ruthdrabbles", "DW @ruth", "bsky: @ruth.bsky.social", "Also on Pillowfort"),
    *("example.gg/tide", "ruth.example.co", "example.social/@ruth", "exam.ple/ruth", "forum.example.ru/topic/3"),
    *("Originally posted in #drabbles, 2019.", "previously posted to my dreamwidth", "Mirrored on squidgeworld"),
]
AROUND = ["{}", "**{}**", "-# {}", "*({})*", "||{}||", "> {}", "✨ {} ✨"]
HEADERS = ["", "Low Tide\n\n", "Title: Low Tide\nRating: M\n\n"]


@pytest.mark.parametrize(("place", "foot"), list(enumerate([*COUNTS, *FACTS, *PLACES])))
def test_nothing_but_a_count_and_places_is_no_story(place: int, foot: str) -> None:
    for header, around in zip(HEADERS, AROUND[place % 7 :] + AROUND, strict=False):
        read = manuscript.parse(f"{header}{STORY}\n\n{around.format(foot)}")
        assert read.story == STORY, (header, around)
        assert foot in PLACES or read.header.declared_words == 100


@pytest.mark.parametrize(
    "foot", ["A/N: for Ruth.\n\n100 words, give or take", "100 words\n\nOriginally posted to tumblr"]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n***\n\n"])
def test_a_count_may_have_company(foot: str, gap: str) -> None:
    read = manuscript.parse(f"Title: Low Tide\n\n{STORY}{gap}{foot}")
    assert (read.story, read.header.declared_words) == (STORY, 100)


def test_facts_on_one_line_are_told_apart() -> None:
    header = manuscript.parse(f"{STORY}\n\n100 words | rated E | CW: death, blood | also on AO3").header
    assert {name.value: value for name, value in header.fields} == {
        "word_count": "100 words",
        "rating": "E",
        "warnings": "death, blood",
    }


HARBOUR = {"fandom": "Harbour", "rating": "PG", "word_count": "100 words"}
BELOW_TITLED = [
    (
        "-- Harbour, Ana and Ben, PG. 100 words. Originally posted for the gulls challenge.",
        HARBOUR | {"characters": "Ana and Ben", "written_for": "the gulls challenge."},
    ),
    ("— Harbour. PG. 100 words", HARBOUR),
    ("Harbour | Ana/Ben | PG | 100 words", HARBOUR | {"pairing": "Ana/Ben"}),
    ("-# Harbour, PG. 100 words. I wrote this on a boat.", HARBOUR),
    ("Low Tide, Harbour, PG, 100 words", HARBOUR),
    ("PG, 100 words. Thanks to Ana.", {"rating": "PG", "word_count": "100 words"}),
]


@pytest.mark.parametrize(("foot", "expected"), BELOW_TITLED)
def test_facts_below_a_story_with_a_title_name_no_other(foot: str, expected: dict[str, str]) -> None:
    read = manuscript.parse(f"Low Tide\n\n{STORY}\n\n{foot}")
    assert read.story == STORY
    assert {name.value: value for name, value in read.header.fields} == {"title": "Low Tide"} | expected


ONLY_WITH_THE_STORY = [
    *("100", "100.", "exactly 100!", "(not counting the title: 100)", "One hundred words.", "A hundred words!"),
    *(
        "One hundred",
        "100 total",
        "~100",
        "2 x 50",
        "That's a hundred words.",
        "hundert",
        "cent",
        "=100",
    ),
]


@pytest.mark.parametrize(("place", "foot"), list(enumerate(ONLY_WITH_THE_STORY)))
def test_a_number_is_a_count_where_the_story_has_so_many_words(place: int, foot: str) -> None:
    for header, around in zip(HEADERS, AROUND[place % 7 :] + AROUND, strict=False):
        line = around.format(foot)
        read = manuscript.parse(f"{header}{STORY}\n\n{line}")
        assert (read.story, read.header.declared_words) == (STORY, 100), header
        assert manuscript.parse(f"{header}{STORY}\n\nAlso on AO3\n\n{line}").story == STORY, header
        longer = f"{STORY}\n\n{TENTH}\n\n{foot}"
        assert manuscript.parse(f"{header}{longer}").story == longer, header


def test_a_number_is_a_count_where_the_header_says_it() -> None:
    short = STORY.removesuffix(" out.")
    assert manuscript.parse(f"Title: Low Tide\nWords: 100\n\n{short}\n\nOne hundred.").story == short
    numbered = STORY.removesuffix("out.") + "down\n\n100"
    assert manuscript.parse(f"Title: Low Tide\nWords: 101\n\n{numbered}").story == numbered


SENTENCES = [
    *("A hundred words, and none of them right.", "One hundred words, and she had used them all."),
    *("He had a hundred words for snow", "A hundred words for rain.", "“One hundred words.”", "“100.”", "1999", "42"),
    *("It took exactly 100 words.", "A thousand words.", "Three words.", "Not one word."),
    *(
        "Count: three.",
        "Words: none.",
        "Two words: get out.",
        "Ninety-nine words too many",
        "Exactly.",
        "Give or take.",
    ),
    *("She counted: 98, 99, 100.", "In total, nothing.", "By my count, we were four.", "Three little words"),
    *("I love you: three words, eight letters.", "He wrote: 100 words. All lies.", "In ten words or less", "7"),
    *("Also, the lamp was on.", "Originally, it had been hers.", "Posted to Siberia.", "Find me on the moon."),
    *("Read it and weep.", "First posted to Siberia, then forgotten.", "Length mattered.", "100 words in her hand"),
    *("Originally posted to Siberia, he had come home by ship.", "Word for word.", "One word, then another"),
    *("Five words left, and no one to give them to", "Twenty words, exactly as he had promised", "No words."),
]


@pytest.mark.parametrize("end", SENTENCES)
def test_no_sentence_of_a_story_is_taken_for_a_count(end: str) -> None:
    for header, gap in zip(HEADERS, ("\n\n", "\n\n", "\n"), strict=True):
        story = f"{STORY}{gap}{end}"
        assert manuscript.parse(header + story).story == story, header


@pytest.mark.parametrize("line", ["One hundred words.", "A hundred words!", "Fifty words."])
def test_a_story_may_open_with_such_a_sentence(line: str) -> None:
    assert manuscript.parse(f"{line}\n\n{STORY}").story == f"{line}\n\n{STORY}"


def test_a_count_that_agrees_leaves_no_doubt() -> None:
    assert doubt.doubts(manuscript.readings(f"Title: Low Tide\n\n{STORY}\n\n100")) == ()
