"""A server's tags, as moderators see them."""

from collections.abc import Sequence

import discord

from bot.domain.tags.tag import TagKind
from bot.domain.tags.tag_index import KINDS, Naming, Pair, UsedTag
from bot.domain.text import escaping, limits
from bot.ui.views import press
from bot.ui.views.layout import notice
from bot.ui.views.press import Choice, Press
from bot.ui.wording import terms

A_PAGE = limits.CHOICES
"""Tags on a page, and what can be chosen below them."""
LONGEST = 60
"""Characters shown of a name; escapes may double them."""

LABELS = {TagKind.FANDOM: "Fandoms", TagKind.CHARACTER: "Characters", TagKind.PAIRING: "Pairings"}


def shown(
    kind: TagKind, number: int, tags: Sequence[UsedTag], pairs: Sequence[Pair], namings: Sequence[Naming]
) -> discord.ui.LayoutView:
    """A page of the tags of a kind, with buttons that merge tags and take names back. These are spread over the pages,
    too.
    """
    last = (max(len(tags), len(pairs), len(namings), 1) - 1) // A_PAGE
    number = min(number, last)
    here = slice(number * A_PAGE, (number + 1) * A_PAGE)
    said = [
        f"### {LABELS[kind]}",
        *(map(line, tags[here]) if tags else ["No story here names any yet."]),
        *(["-# What a writer typed stays on their story, whatever a tag is called."] if tags else []),
        *([f"-# Page {number + 1:,} of {last + 1:,}"] if last else []),
    ]
    view = notice("\n".join(said))
    if pairs[here]:
        add(
            view,
            Choice(
                "tags.merge",
                0,
                options=[*map(alike, pairs[here])],
                placeholder="Make one of two that are nearly the same",
            ),
        )
    if namings[here]:
        add(
            view,
            Choice("tags.undo", 0, options=[*map(otherwise, namings[here])], placeholder="Give one its old name back"),
        )
    turns = [
        *([turn(kind, number - 1, "Back")] if number else []),
        *([turn(kind, number + 1, "More")] if number < last else []),
    ]
    if turns:
        view.add_item(press.buttons(*turns))
    return view


def turn(kind: TagKind, number: int, label: str) -> Press:
    return Press("tags.page", number, detail=KINDS.index(kind), label=label)


def add(view: discord.ui.LayoutView, choice: Choice) -> None:
    view.add_item(discord.ui.ActionRow(choice))


def line(tag: UsedTag) -> str:
    return f"- {escaping.line(tag.name, LONGEST)}: {tag.stories:,} {terms.plural(tag.stories, 'story', 'stories')}"


def alike(pair: Pair) -> discord.SelectOption:
    rare, usual = (escaping.plain(each.name, 40) for each in (pair.rare, pair.usual))
    description = (
        f"{pair.rare.stories:,} and {pair.usual.stories:,} {terms.plural(pair.usual.stories, 'story', 'stories')}"
    )
    return discord.SelectOption(label=f"{rare} into {usual}", value=str(pair.number), description=description)


def otherwise(naming: Naming) -> discord.SelectOption:
    written, name = (escaping.plain(each, 45) for each in (naming.written, naming.name))
    return discord.SelectOption(label=f"{written} → {name}", value=str(naming.number))


def called(naming: Naming) -> discord.ui.LayoutView:
    written, name = (escaping.line(each, LONGEST) for each in (naming.written, naming.name))
    return notice(
        f"**{written}** is **{name}** from now on, in what I offer, in `/tags list` and for `/filters`. The stories"
        " stay as their writers wrote them.",
        Press("tags.undo", 0, detail=naming.number, label="Undo"),
    )


def undone(naming: Naming) -> discord.ui.LayoutView:
    return notice(f"**{escaping.line(naming.written, LONGEST)}** goes by its own name again.")
