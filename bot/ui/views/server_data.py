"""What managers are told before all that belongs to their server is deleted."""

import discord

from bot.domain.own_data.figures import ServerFigures
from bot.ui.views.layout import notice
from bot.ui.views.press import Press
from bot.ui.wording import terms


def question(figures: ServerFigures) -> discord.ui.LayoutView:
    return notice(
        f"### Forget this server\n{held(figures)} All of that would go, with hearts, challenges, prompts and settings."
        " What I posted stays in its channels, but I could not change it any more.\n"
        "Members may want a copy of what is theirs first: `/mydata export` gives it to them.",
        Press("server.ask", 0, label="Forget this server", style=discord.ButtonStyle.danger),
        Press("server.leave", 0, label="Keep everything"),
    )


def once_more(figures: ServerFigures) -> discord.ui.LayoutView:
    return notice(
        f"Are you sure? {held(figures)}\nNobody can bring any of it back, neither you nor I.",
        Press("server.forget", 0, label="Yes, forget it all", style=discord.ButtonStyle.danger),
        Press("server.leave", 0, label="Keep everything"),
    )


def held(figures: ServerFigures) -> str:
    rounds, entries, drafts = (
        f"{count:,} {terms.plural(count, one, many)}"
        for count, one, many in (
            (figures.rounds, "round", "rounds"),
            (figures.entries, "story", "stories"),
            (figures.drafts, "draft that is not handed in", "drafts that are not handed in"),
        )
    )
    return f"I keep {rounds}, {entries} and {drafts} of this server."


def forgotten() -> discord.ui.LayoutView:
    return notice(
        "It is done: I keep nothing of this server any more. Whoever runs me may have older backups; ask them, if that"
        " matters to you.\nYou can remove me from the server now, or begin anew with `/setup`."
    )


def left() -> discord.ui.LayoutView:
    return notice("Everything stays as it is.")
