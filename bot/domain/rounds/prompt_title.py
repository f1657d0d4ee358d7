"""A round's prompt: its limits, and the title for a round without one."""

import re

from bot.domain.text import markup

LONGEST = 1_500
LONGEST_TITLE = 100
ROOM_FOR_WORDS = 60
"""Characters of a title that comes from the prompt."""
_WORD = re.compile(r"[^\W_]+")


def title_of(prompt: str, *, under_cut: bool) -> str:
    """The prompt's first words, as many as make a title; a prompt under the cut gives none away."""
    if under_cut:
        return "A prompt under the cut"
    lines = [line for line in (" ".join(line.split()) for line in markup.plain(prompt).splitlines()) if line]
    first = lines[0] if lines else " ".join(prompt.split())
    whole, goes_on = cut_short(first), len(lines) > 1 or len(first) > ROOM_FOR_WORDS
    title = whole.rstrip(" .,;:–—-")
    if not title:
        return whole
    return f"{title} …" if goes_on and whole[-1] not in "?!…" else title


def is_made(title: str, prompt: str) -> bool:
    """True if this prompt gives the title, under the cut or not: a new prompt replaces such a title."""
    return title in {title_of(prompt, under_cut=under_cut) for under_cut in (True, False)}


def tells(title: str, prompt: str) -> bool:
    """True if the title gives the prompt away: it is made of it, or all words of the one are in the other."""
    in_title, in_prompt = words_of(title), words_of(prompt)
    says_it = in_title <= in_prompt or (in_prompt != set() and in_prompt <= in_title)
    return says_it or title == title_of(prompt, under_cut=False)


def words_of(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def cut_short(line: str) -> str:
    """The whole words of a line that fit."""
    return line if len(line) <= ROOM_FOR_WORDS else line[: ROOM_FOR_WORDS + 1].rsplit(" ", 1)[0][:ROOM_FOR_WORDS]
