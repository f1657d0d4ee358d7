"""The bank of prompts as moderators look at it: pages, one prompt in full, the question before it goes."""

from collections.abc import Iterator, Mapping
from typing import Any

import discord

from bot.domain.prompts import shipped
from bot.domain.prompts.likeness import Twin
from bot.domain.prompts.prompt import Prompt, Use
from bot.domain.prompts.search import Search
from bot.domain.text import escaping, limits
from bot.services.keeping_bank import PROMPTS_A_PAGE, PromptPage
from bot.ui.views import attached, colour, press
from bot.ui.views.layout import Box, notice, turn_pages
from bot.ui.views.press import Choice, Press
from bot.ui.wording import terms

Sets = Mapping[str, tuple[int, int]]
"""The server's own sets: how many prompts each has, and how many of them were taken."""

LONGEST_LINE = 150
"""Characters of a prompt in a list."""
ALL, A_SET = "all", "set "
"""What a select of sets sends: all, or this and a name."""
USES = {"all": None, "unused": False, "used": True}
"""What a select shows of the bank, and what is searched for."""
EXPORTED = "prompts.csv"
EMPTY = (
    "Your bank is empty. `/prompts add` puts a prompt in, `/prompts import` takes a whole file, and members can"
    " suggest some with `/prompt suggest`."
)


def page(shown: PromptPage, sets: Sets) -> discord.ui.LayoutView:
    """A page of the prompts that were searched for, each with a button that shows it in full."""
    number = shown.first // PROMPTS_A_PAGE
    view = discord.ui.LayoutView(timeout=None)
    box = Box(accent_colour=colour.ACCENT)
    box.add_item(discord.ui.TextDisplay("\n".join([f"### {heading(shown.search)}", *said_above(shown, sets)])))
    for prompt in shown.prompts:
        text = f"{escaping.line(prompt.text, LONGEST_LINE)}\n-# {' · '.join(facts(prompt))}"
        if prompt.ships:
            box.add_item(discord.ui.TextDisplay(text))
        else:
            button = Press("prompts.open", prompt.id, label="Open", detail=number)
            box.add_item(discord.ui.Section[Any](text, accessory=button))
    view.add_item(box)
    here = range(shown.first, shown.first + len(shown.prompts))
    turns = ("Back", "More")
    turn_pages(view, box, "prompts.page", here, every=shown.every, a_page=PROMPTS_A_PAGE, labels=turns)
    view.add_item(press.buttons(set_choice(shown.search, sets)))
    view.add_item(press.buttons(use_choice(shown.search)))
    return view


def heading(search: Search) -> str:
    return "Your prompts" if search.set_name is None else f"“{escaping.line(search.set_name, LONGEST_LINE)}”"


def said_above(shown: PromptPage, sets: Sets) -> list[str]:
    search, ships = shown.search, shipped.named(shown.search.set_name or "")
    lines: list[str] = []
    if ships is not None:
        lines.append(f"-# {escaping.line(ships.about, LONGEST_LINE)} This set came with me and stays as it is.")
    elif not shown.in_bank:
        lines.append(EMPTY)
    else:
        used = sum(taken for _, taken in sets.values())
        lines.append(f"-# {shown.in_bank:,} in the bank, {used:,} of them used")
    if search.words is not None:
        lines.append(f"-# With “{escaping.line(search.words, LONGEST_LINE)}” in them")
    if not shown.prompts and (shown.in_bank or ships is not None):
        lines.append("Nothing fits that. Below you can look for more.")
    return lines


def facts(prompt: Prompt) -> list[str]:
    return [
        escaping.line(prompt.set_name, LONGEST_LINE),
        *(["with a picture"] if prompt.image_id is not None else []),
        *([] if prompt.use is None else [use_text(prompt.use)]),
    ]


def use_text(use: Use) -> str:
    if use.round_id is None:
        return "set aside for a round to come"
    where = "a round" if use.title is None else f"“{terms.title_text(use.title)}”"
    return f"used in {where}, {terms.day_stamp(use.at)}"


def set_choice(search: Search, sets: Sets) -> Choice:
    chosen = search.set_name
    names = [(name, f"{every - used:,} of {every:,} unused") for name, (every, used) in sets.items()]
    names += [(each.name, f"{len(each.prompts):,} that came with me") for each in shipped.sets()]
    options = [
        discord.SelectOption(label="All of yours", value=ALL, default=chosen is None),
        *(
            discord.SelectOption(
                label=escaping.plain(name, limits.CHOICE),
                value=f"{A_SET}{name}",
                description=said,
                default=name == chosen,
            )
            for name, said in names[: limits.CHOICES - 1]
        ),
    ]
    return Choice("prompts.of_set", 0, options=options, placeholder="Another set")


def use_choice(search: Search) -> Choice:
    labels = {"all": "Used and unused", "unused": "Unused", "used": "Used or set aside"}
    options = [
        discord.SelectOption(label=labels[value], value=value, default=used is search.used)
        for value, used in USES.items()
    ]
    return Choice("prompts.of_use", 0, options=options, placeholder="Used or unused")


def one(
    prompt: Prompt, picture: discord.File | None, *, note: str = "", twin: Twin | None = None, page: int = 0
) -> discord.ui.LayoutView:
    """A prompt in full. `twin` is another that it is like, `page` the one to go back to."""
    view = discord.ui.LayoutView(timeout=None)
    if note:
        view.add_item(discord.ui.TextDisplay(note))
    box = Box(accent_colour=colour.ACCENT)
    box.add_item(discord.ui.TextDisplay(prompt.text))
    if picture is not None:
        words = f"The picture to the prompt “{escaping.plain(prompt.text, LONGEST_LINE)}”"
        box.add_item(discord.ui.MediaGallery(discord.MediaGalleryItem(picture, description=words)))
    view.add_item(box)
    below = [f"-# {' · '.join(facts(prompt))}"]
    if prompt.suggested_by is not None:
        below.append(f"-# <@{prompt.suggested_by}> suggested it")
    if twin is not None:
        below.append(twin_text(twin))
    view.add_item(discord.ui.TextDisplay("\n".join(below)))
    view.add_item(
        press.buttons(
            Press("prompts.edit", prompt.id, label="Change"),
            Press("prompts.remove", prompt.id, label="Remove"),
            Press("prompts.another", prompt.id, label="Add another"),
            Press("prompts.page", page, label="To the list"),
        )
    )
    return view


def twin_text(twin: Twin) -> str:
    like = "The same stands in the bank already" if twin.is_double else "Something like it stands in the bank already"
    return (
        f"**{like}**: “{escaping.line(twin.text, 2 * LONGEST_LINE)}” Both are there now; *Remove* takes this one out."
    )


def before_removing(prompt: Prompt) -> discord.ui.LayoutView:
    stays = "" if prompt.use is None or prompt.use.round_id is None else " The round that had it keeps it."
    return notice(
        f"Remove this prompt from the bank? “{escaping.line(prompt.text, 2 * LONGEST_LINE)}”{stays}",
        Press("prompts.take_out", prompt.id, label="Remove it", style=discord.ButtonStyle.danger),
        Press("prompts.open", prompt.id, label="Keep it", detail=0),
    )


def removed(prompt: Prompt) -> discord.ui.LayoutView:
    return notice(
        f"“{escaping.line(prompt.text, 2 * LONGEST_LINE)}” is out of the bank.",
        Press("prompts.page", 0, label="To the list"),
    )


def exported(many: int, written: list[bytes]) -> Iterator[tuple[discord.ui.LayoutView, list[discord.File]]]:
    """So many prompts as files, in as few messages as hold them."""
    these = "this file" if len(written) == 1 else f"each of these {len(written)} files"
    said = f"Your {many:,} {terms.plural(many, 'prompt')}. `/prompts import` takes {these}, here or elsewhere."
    files = attached.numbered(EXPORTED, written)
    for first in range(0, len(files), limits.FILES):
        view = notice(said if first == 0 else "More of your prompts.")
        yield attached.below(view, files[first : first + limits.FILES])


def nothing_to_export() -> discord.ui.LayoutView:
    return notice(EMPTY)
