"""A round's prompt: its bounds, and the title it gives a round that was given none."""

from bot.domain import markup

LONGEST = 1_500
LONGEST_TITLE = 100
ROOM_FOR_WORDS = 60
"""Characters of a title that is made from the prompt."""


def title_of(prompt: str, *, under_cut: bool) -> str:
    """The prompt's first words, as many as make a title, unless readers are to choose whether they see them."""
    if under_cut:
        return "A prompt under the cut"
    first, *more = [line for line in map(str.strip, markup.plain(prompt).splitlines()) if line] or [prompt]
    line = " ".join(first.split())
    if len(line) <= ROOM_FOR_WORDS:
        line = line.removesuffix(".")
        return f"{line} …" if more and line[-1:].isalnum() else line
    kept = line[:ROOM_FOR_WORDS].rsplit(" ", 1)[0]
    return f"{kept.rstrip(' .,;:–—-')} …"
