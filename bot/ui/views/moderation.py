"""What a moderator sees who does something with an entry or a member."""

from typing import Any

import discord

from bot.domain.entries import authorship
from bot.domain.entries.entry import Entry
from bot.domain.header import correction, header
from bot.domain.rounds.round import Round
from bot.domain.text import limits
from bot.ui.views.layout import notice
from bot.ui.views.modal import Modal, submitted
from bot.ui.wording import terms

HEADER = "header"
"""The form's field."""


class HeaderCorrection(Modal):
    """The header of an entry, to be corrected line by line."""

    def __init__(self, interaction: discord.Interaction[Any], entry: Entry) -> None:
        super().__init__(interaction, "entry.header", entry.id, title="The header of this entry")
        shown, rest = correction.parted(entry.header)
        box = discord.ui.TextInput[discord.ui.LayoutView](
            custom_id=HEADER,
            style=discord.TextStyle.paragraph,
            default=header.to_lines(shown),
            max_length=limits.TEXT_BOX,
        )
        stays = "What is too long for this box stays as it is" if rest.fields else "The story stays as it is"
        said = f"A line for each field. {stays}, and its writer hears of it."
        self.add_item(discord.ui.Label(text="Header", description=said, component=box))


def corrected(interaction: discord.Interaction[Any]) -> str:
    return submitted(interaction).texts[HEADER]


def removed(entry: Entry, round_: Round) -> discord.ui.LayoutView:
    if not authorship.is_known(entry):
        return notice(f"{named(entry)} goes from {of(round_)} for good: its writer has left it without a name.")
    return notice(
        f"{named(entry)} goes from {of(round_)}. Its writer has the text as a draft, and I tell them. `/entry restore`"
        " brings it back."
    )


def restored(entry: Entry, round_: Round) -> discord.ui.LayoutView:
    return notice(
        f"{named(entry)} comes back to {of(round_)}, and I tell its writer. Hearts on a post that it had before are"
        " gone."
    )


def moved(entry: Entry, round_: Round) -> discord.ui.LayoutView:
    return notice(f"{named(entry)} goes to {of(round_)}{telling(entry)}. Hearts on its old post are gone.")


def reheaded(entry: Entry, round_: Round) -> discord.ui.LayoutView:
    return notice(f"The header of {named(entry)} in {of(round_)} is as you wrote it{telling(entry)}.")


def blocked(member_id: int) -> discord.ui.LayoutView:
    return notice(
        f"I take no entries from {terms.member(member_id)} any more, and say so when they try. What they handed in"
        " stays. `/member unblock` lifts it."
    )


def unblocked(member_id: int) -> discord.ui.LayoutView:
    return notice(f"{terms.member(member_id)} can hand in again.")


def telling(entry: Entry) -> str:
    return ", and I tell its writer" if authorship.is_known(entry) else ""


def named(entry: Entry) -> str:
    return f"**{terms.title_text(entry.title)}**"


def of(round_: Round) -> str:
    return f"**{terms.title_text(round_.plan.title)}**"
