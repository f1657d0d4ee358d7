from bot.domain import problem
from bot.ui.wording import missed_word_rule, terms
from bot.ui.wording.quoting import quoted


def worded(found: problem.StoryProblem) -> str:
    match found:
        case problem.NoStory():
            return "I found no story here. It goes below the header, after an empty line."
        case problem.LinkAlone():
            return "All I see here is a link, and so would readers. Paste the story's text, or add it as a file."
        case problem.WordsOff(words, rule):
            return (
                f"The story has {terms.words_text(words)}; this round takes {terms.rule_text(rule)}."
                f" {missed_word_rule.by_how_much(words, rule)}"
            )
        case problem.SectionsOff(words, rule):
            return missed_word_rule.about_sections(words, rule)
        case problem.LastWordNotB(name, word):
            return f"A {name} ends in a word that starts with b; this one ends in “{quoted(word)}”."
        case problem.PromptWordMissing(word):
            asked = quoted(word)
            return f"This round asks for “{asked}” in the story, in any of its forms, and I have not found it there."
        case problem.CountMismatch(declared, words):
            return f"The header says {terms.words_text(declared)}, I count {words:,}."
        case problem.StoryTooLong(characters, most):
            return (
                f"The text is {characters:,} characters long. I can post up to {most:,} in a channel, so I have not"
                " read it. Would a part of it do?"
            )
        case _:
            raise NotImplementedError(f"no wording for {found!r}")
