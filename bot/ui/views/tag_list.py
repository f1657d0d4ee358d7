"""A server's tags, as moderators see them."""

from collections.abc import Sequence

import discord

from bot.domain.tags.tag import TagKind
from bot.domain.tags.tag_index import Naming, Pair, UsedTag
from bot.domain.text import escaping, limits, message_length
from bot.ui.views.layout import notice
from bot.ui.views.press import Choice, Press
from bot.ui.wording import terms

LONGEST = 80
"""Characters shown of a name."""
ROOM = 3_000

LABELS = {TagKind.FANDOM: "Fandoms", TagKind.CHARACTER: "Characters", TagKind.PAIRING: "Pairings"}


def shown(
    kind: TagKind, tags: Sequence[UsedTag], pairs: Sequence[Pair], namings: Sequence[Naming]
) -> discord.ui.LayoutView:
    """The tags of a kind. What is nearly the same can be merged, and what was called otherwise be called as before."""
    if not tags:
        return notice(f"### {LABELS[kind]}\nNo story here names any yet.")
    said = message_length.as_many(map(line, tags), ROOM)
    view = notice(f"### {LABELS[kind]}\n{said}\n-# What a writer typed stays on their story, whatever a tag is called.")
    if pairs:
        add(
            view, Choice("tags.merge", 0, options=[*map(alike, pairs[: limits.CHOICES])], placeholder="Nearly the same")
        )
    if namings:
        options = [*map(otherwise, namings[: limits.CHOICES])]
        add(view, Choice("tags.undo", 0, options=options, placeholder="Call one as before"))
    return view


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
    return notice(f"**{escaping.line(naming.written, LONGEST)}** is called as before.")
