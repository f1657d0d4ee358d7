"""A round's prompt: its bounds, and the title it gives a round that was given none."""

from bot.domain.text import markup

LONGEST = 1_500
LONGEST_TITLE = 100
ROOM_FOR_WORDS = 60
"""Characters of a title that is made from the prompt."""


def title_of(prompt: str, *, under_cut: bool) -> str:
    """The prompt's first words, as many as make a title, unless readers are to choose whether they see them."""
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
    """True if a title is one that this prompt gives, under the cut or not: it goes when the prompt goes."""
    return title in {title_of(prompt, under_cut=under_cut) for under_cut in (True, False)}


def cut_short(line: str) -> str:
    """As many whole words of the line as there is room for."""
    return line if len(line) <= ROOM_FOR_WORDS else line[: ROOM_FOR_WORDS + 1].rsplit(" ", 1)[0][:ROOM_FOR_WORDS]
