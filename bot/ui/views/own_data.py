"""What a member is told about all that is kept of them: the archive, and the questions before it is deleted."""

from collections.abc import Iterator

import discord

from bot.domain.own_data.figures import Figures
from bot.ui.views import attached
from bot.ui.views.layout import notice
from bot.ui.views.press import Press
from bot.ui.wording import terms

ARCHIVE = "your-data.zip"


def exported(packed: list[bytes]) -> Iterator[tuple[discord.ui.LayoutView, list[discord.File]]]:
    """The archives, each in a message."""
    many = f" It takes {len(packed)} files, each with a part of it." if len(packed) > 1 else ""
    said = (
        "Here is all that I keep of you, on every server where I am: a page to read (`your-data.html`), and the same"
        f" for programs.{many} Only you see this; save it before you close it. `/mydata delete` takes it back."
    )
    for number, file in enumerate(attached.numbered(ARCHIVE, packed)):
        yield attached.below(notice("More of your data." if number else said), [file])


STORIES = (
    "- **Delete all of it**: your stories go from their channels, too, and the hearts on them.\n"
    "- **Leave my stories without my name**: those that readers see stay, by *a former member*. All else goes."
)
HEARTS = "Below others' stories your hearts are Discord's: I forget them, and you can click them away there."


def question(figures: Figures) -> discord.ui.LayoutView:
    """Only what concerns this member is said and asked."""
    copy = f"{held(figures)} `/mydata export` gives you a copy of everything first."
    stories, hearts = [STORIES] if figures.entries else [], [HEARTS] if figures.hearts else []
    nameless = Press("mydata.ask", 0, detail=1, label="Leave my stories without my name")
    return notice(
        "\n".join(["### Take back what is yours", copy, *stories, *hearts]),
        Press("mydata.ask", 0, detail=0, label="Delete all of it", style=discord.ButtonStyle.danger),
        *([nameless] if figures.entries else []),
        Press("mydata.leave", 0, label="Keep everything"),
    )


def held(figures: Figures) -> str:
    if figures.are_nothing:
        return "On all servers together, I hold no story, draft or heart of yours. Anything else of yours would go."
    said = [
        f"{count:,} {terms.plural(count, one, many)}"
        for count, one, many in (
            (figures.entries, "story that you handed in", "stories that you handed in"),
            (figures.drafts, "draft", "drafts"),
            (figures.hearts, "heart that you left", "hearts that you left"),
        )
        if count
    ]
    return f"On all servers together, I hold {terms.listed(said)}."


def once_more(figures: Figures, *, nameless: bool) -> discord.ui.LayoutView:
    stories = "Your stories stay without your name; what they say themselves stays as it is." if nameless else ""
    return notice(
        f"Are you sure? {held(figures)} {stories}\nNobody can bring any of it back, neither you nor I.",
        Press(
            "mydata.delete",
            0,
            detail=int(nameless),
            label="Yes, but leave my stories" if nameless else "Yes, delete all of it",
            style=discord.ButtonStyle.danger,
        ),
        Press("mydata.leave", 0, label="Keep everything"),
    )


def deleted(figures: Figures, *, nameless: bool) -> discord.ui.LayoutView:
    """`figures` are those of before."""
    what = "Your name goes from your posts" if nameless else "Your posts go from their channels"
    posts = f" {what} in the next minutes; from a place that I can't reach now, as soon as I can."
    return notice(
        f"It is done: I keep nothing of you any more.{posts if figures.entries else ''} Whoever runs me may have older"
        " backups; ask them, if that matters to you.\nYou are welcome to write again at any time."
    )


def left() -> discord.ui.LayoutView:
    return notice("Everything stays as it is.")
