"""A file of prompts before it is taken: how many, what is alike, what could not be read."""

from collections import Counter
from collections.abc import Sequence

import discord

from bot.domain.prompts.incoming import Import, Incoming
from bot.domain.prompts.prompt_file import MOST, Each, Unread
from bot.domain.rounds import prompt_title
from bot.domain.text import escaping, limits, message_length
from bot.ui.views import colour, press
from bot.ui.views.layout import Box, notice
from bot.ui.views.press import Choice, Press
from bot.ui.wording import encodings, terms

A_PAGE = 6
"""Prompts shown beside those that they are like."""
SAMPLES = 3
LONGEST = 110
"""Characters quoted of a prompt."""
NAMED = 8
"""Sets or lines that are named; the others are counted."""

WHY = {
    Unread.TOO_LONG: f"longer than {prompt_title.LONGEST:,} characters",
    Unread.TOO_MANY: f"after the first {MOST:,}, which is all that I take at a time",
    Unread.NO_PROMPT: "no prompt in it",
    Unread.SET_TOO_LONG: "a very long name of a set",
}
READ_AS = {
    Each.LINE: f"I took each line for a prompt. If blank lines part them, send it again with `each: {Each.BLOCK}`.",
    Each.BLOCK: "I took what stands between blank lines for a prompt. If each line is one, send it again with"
    f" `each: {Each.LINE}`.",
}


def preview(found: Import, page: int = 0) -> discord.ui.LayoutView:
    view = discord.ui.LayoutView(timeout=None)
    top = Box(accent_colour=colour.ACCENT)
    top.add_item(discord.ui.TextDisplay("\n".join(lines(found))))
    view.add_item(top)
    page = min(page, max(len(found.alike) - 1, 0) // A_PAGE)
    beside = on_page(found, page)
    if beside:
        view.add_item(discord.ui.TextDisplay(alike_text(found, beside, page)))
        view.add_item(press.buttons(choice(found, beside, page)))
        if len(found.alike) > A_PAGE:
            view.add_item(press.buttons(*ways(found, page)))
    view.add_item(press.buttons(*decisions(found)))
    return view


def on_page(found: Import, page: int) -> list[Incoming]:
    """The prompts of a page of those that are alike."""
    return found.alike[page * A_PAGE : (page + 1) * A_PAGE]


def lines(found: Import) -> list[str]:
    many = len(found.prompts)
    samples = [f"- {escaping.line(each.text, LONGEST)}" for each in found.prompts[:SAMPLES]]
    more = [f"-# and {many - SAMPLES:,} more"] if many > SAMPLES else []
    doubt, read_as = encodings.doubt(found.encoding), "" if found.each is None else READ_AS[found.each]
    return [
        f"### {escaping.code(found.file_name, LONGEST)}: {many:,} {terms.plural(many, 'prompt')}",
        f"They go into {into(found.prompts)}.",
        *samples,
        *more,
        *([doubt] if doubt else []),
        *([f"-# {read_as}"] if read_as else []),
        *unread_lines(found.unread),
    ]


def into(prompts: Sequence[Incoming]) -> str:
    by_set = Counter(each.set_name for each in prompts)
    named = [f"“{escaping.line(name, LONGEST)}” ({many:,})" for name, many in by_set.most_common(NAMED)]
    more = len(by_set) - NAMED
    return terms.listed([*named, *([f"{more:,} more {terms.plural(more, 'set')}"] if more > 0 else [])])


def unread_lines(unread: Sequence[tuple[int, Unread]]) -> list[str]:
    said: list[str] = []
    for why, text in WHY.items():
        at = [line for line, found in unread if found is why]
        if at:
            named = [f"{line:,}" for line in at[:NAMED]]
            rest = [f"{len(at) - NAMED:,} more"] if len(at) > NAMED else []
            said.append(f"- {terms.plural(len(at), 'line')} {terms.listed([*named, *rest])}: {text}")
    return ["**Left where it is**, since I could not take it:", *said] if said else []


def alike_text(found: Import, beside: Sequence[Incoming], page: int) -> str:
    doubles, near = len(found.doubles), len(found.alike) - len(found.doubles)
    counted = [
        *(
            [f"{doubles:,} {terms.plural(doubles, 'stands', 'stand')} in the bank or the file already"]
            if doubles
            else []
        ),
        *([f"{near:,} {terms.plural(near, 'is', 'are')} like another"] if near else []),
    ]
    first = page * A_PAGE + 1
    pairs = [pair_text(number, each) for number, each in enumerate(beside, first)]
    top = (
        f"**{terms.listed(counted)[:1].upper()}{terms.listed(counted)[1:]}.** All are taken, unless you leave some out."
    )
    return message_length.as_many([top, *pairs], limits.LAYOUT // 2)


def pair_text(number: int, prompt: Incoming) -> str:
    like = "The same" if prompt.twin is not None and prompt.twin.is_double else "Like"
    text = escaping.line("" if prompt.twin is None else prompt.twin.text, LONGEST)
    struck = escaping.line(prompt.text, LONGEST)
    return f"**{number}** {f'~~{struck}~~' if prompt.left_out else struck}\n-# {like}: {text}"


def choice(found: Import, beside: Sequence[Incoming], page: int) -> Choice:
    options = [
        discord.SelectOption(
            label=escaping.plain(f"{number}: {each.text}", limits.CHOICE), value=str(each.place), default=each.left_out
        )
        for number, each in enumerate(beside, page * A_PAGE + 1)
    ]
    return Choice(
        "prompts.leave_out",
        found.id,
        detail=page,
        options=options,
        placeholder="Leave these out",
        least=0,
        most=len(options),
    )


def ways(found: Import, page: int) -> list[Press]:
    last = (len(found.alike) - 1) // A_PAGE
    return [
        Press("prompts.alike", found.id, label="Back", detail=max(page - 1, 0), disabled=not page),
        Press("prompts.alike", found.id, label="More that are alike", detail=page + 1, disabled=page == last),
    ]


def decisions(found: Import) -> list[Press]:
    taken, left_out = len(found.to_take), len(found.prompts) - len(found.to_take)
    doubles, alike = still_taken(found.doubles), still_taken(found.alike)
    return [
        Press(
            "prompts.take",
            found.id,
            label=f"Take {taken:,}" if left_out or taken < 2 else f"Take all {taken:,}",
            style=discord.ButtonStyle.success,
            disabled=not taken,
        ),
        *([Press("prompts.no_doubles", found.id, label=f"Leave out doubles ({doubles:,})")] if doubles else []),
        *([Press("prompts.no_alike", found.id, label=f"Leave out all alike ({alike:,})")] if alike > doubles else []),
        Press("prompts.put_aside", found.id, label="Put aside"),
    ]


def still_taken(those: Sequence[Incoming]) -> int:
    return sum(not each.left_out for each in those)


def taken(many: int) -> discord.ui.LayoutView:
    said = f"{many:,} {terms.plural(many, 'prompt is', 'prompts are')} in the bank now."
    return notice(said, Press("prompts.page", 0, label="To the list"))


def put_aside(found: Import) -> discord.ui.LayoutView:
    return notice(f"{escaping.code(found.file_name, LONGEST)} is put aside; nothing of it is in the bank.")
