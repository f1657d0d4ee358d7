"""Taking an entry back: the choice of one, the question that says what goes, and the answer."""

from collections.abc import Sequence

import discord

from bot.domain.entries.draft import Draft
from bot.domain.entries.entry import Entry
from bot.domain.rounds.round import Round
from bot.domain.text import escaping, limits
from bot.services.withdrawing import Stake
from bot.ui.views import draft_list
from bot.ui.views.layout import notice
from bot.ui.views.press import Choice, Press
from bot.ui.wording import terms


def which(own: Sequence[tuple[Entry, Round]]) -> discord.ui.LayoutView:
    """The choice for a writer with several entries."""
    options = [
        discord.SelectOption(label=name(entry, round_), value=str(entry.id)) for entry, round_ in own[: limits.CHOICES]
    ]
    choice = Choice("entry.withdraw", 0, options=options, placeholder="Choose an entry")
    return notice("Which entry do you want to take back?", choice)


def name(entry: Entry, round_: Round) -> str:
    return f"{escaping.plain(entry.known_as, 60)}, in {escaping.plain(round_.plan.title, 30)}"


def question(stake: Stake) -> discord.ui.LayoutView:
    entry, round_ = stake.entry, stake.round
    title, of = terms.title_text(entry.known_as), terms.title_text(round_.plan.title)
    again = "" if stake.again_until is None else f" You can hand that in until {terms.stamp(stake.again_until)}."
    return notice(
        f"Take **{title}** back from **{of}**? {at_stake(stake)}\nIts text becomes a draft again.{again}",
        Press("entry.take_back", entry.id, label="Take it back", style=discord.ButtonStyle.danger),
        Press("entry.leave", entry.id, label="Leave it there"),
    )


def at_stake(stake: Stake) -> str:
    if stake.entry.is_held:
        return "The moderators have not approved it yet."
    return f"It goes from <#{stake.round.channel_id}>. {hearts_text(stake.hearts)}"


def hearts_text(hearts: int) -> str:
    if not hearts:
        return "It has no hearts yet."
    go = terms.plural(hearts, "Its one heart goes", f"Its {hearts:,} hearts go")
    return f"{go} with it and will not come back."


def taken_back(draft: Draft) -> discord.ui.LayoutView:
    return notice(
        f"**{draft_list.name(draft, draft.read())}** is taken back. Its text is in `/drafts`.",
        Press("draft.open", draft.id, label="Open"),
    )


def left() -> discord.ui.LayoutView:
    return notice("Your entry stays where it is.")
