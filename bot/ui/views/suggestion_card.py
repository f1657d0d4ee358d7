"""Suggestions for the bank, as moderators see them: the card in their channel, and the list of those that wait."""

from collections.abc import Sequence
from typing import Any

import discord

from bot.domain.prompts import suggestion as rules
from bot.domain.prompts.suggestion import Suggestion
from bot.domain.rounds import prompt_title
from bot.domain.text import escaping
from bot.ui.views import colour, press
from bot.ui.views.layout import Box, notice
from bot.ui.views.message_mark import CASE_MARK, MARK
from bot.ui.views.modal import Modal, submitted
from bot.ui.views.press import Press
from bot.ui.wording import terms

ROOM = 3_500
"""Characters quoted of a suggestion on its card, escapes among them."""
ROOM_IN_LIST = 600
LONGEST_NAME = 60
"""Characters of a server's name."""
A_LIST = 5
"""Suggestions that a list shows."""
REASON = "reason"
"""The form's field."""


def card(suggestion: Suggestion) -> discord.ui.LayoutView:
    view = discord.ui.LayoutView(timeout=None)
    waits = suggestion.decided_by is None
    box = Box(accent_colour=colour.ACCENT if waits else colour.RESTING, id=MARK + suggestion.id)
    box.add_item(discord.ui.TextDisplay(f"### A prompt for the bank\n{told_by(suggestion)}"))
    box.add_item(discord.ui.TextDisplay(escaping.quotation(suggestion.text, ROOM)))
    if waits:
        box.add_item(decisions(suggestion))
    else:
        box.add_item(discord.ui.TextDisplay(outcome(suggestion)))
    view.add_item(box)
    return view


def is_of(suggestion: Suggestion, message: discord.Message) -> bool:
    """Whether the message is this suggestion's card, whatever it shows."""
    match message.components:
        case [discord.Container(id=mark, children=[discord.TextDisplay(id=first), *_])]:
            return mark == MARK + suggestion.id and (first or 0) < CASE_MARK  # else it is a case's, or a round's
        case _:
            return False


def told_by(suggestion: Suggestion) -> str:
    return f"<@{suggestion.member_id}> suggests, {terms.countdown(suggestion.suggested_at)}:"


def decisions(suggestion: Suggestion) -> discord.ui.ActionRow[Any]:
    return press.buttons(
        Press("suggestion.approve", suggestion.id, label="Approve", style=discord.ButtonStyle.success),
        Press("suggestion.reword", suggestion.id, label="Change"),
        Press("suggestion.refuse", suggestion.id, label="No thanks"),
    )


def outcome(suggestion: Suggestion) -> str:
    """What became of a suggestion that was decided on."""
    who = terms.member(suggestion.decided_by or 0)
    if suggestion.taken is None:
        why = f": {escaping.line(suggestion.reason, rules.LONGEST_REASON)}" if suggestion.reason else "."
        return f"{who[0].upper()}{who[1:]} said no thanks{why}"
    changed = "" if suggestion.taken == suggestion.text else ", in other words"
    return f"**In the bank**, thanks to {who}{changed}."


def waiting(found: Sequence[Suggestion], note: str = "") -> discord.ui.LayoutView:
    """The suggestions that wait, the oldest first, as many as a message shows."""
    if not found:
        return notice("\n".join(filter(None, [note, "No suggestion is waiting."])))
    view = discord.ui.LayoutView(timeout=None)
    if note:
        view.add_item(discord.ui.TextDisplay(note))
    for each in found[:A_LIST]:
        text = f"{told_by(each)}\n{escaping.quotation(each.text, ROOM_IN_LIST)}"
        view.add_item(Box(discord.ui.TextDisplay(text), decisions(each), accent_colour=colour.ACCENT))
    if len(found) > A_LIST:
        view.add_item(discord.ui.TextDisplay(f"-# and {len(found) - A_LIST:,} more after these"))
    return view


# -- what a member meets --------------------------------------------------------------------------


class SuggestForm(Modal):
    def __init__(self, interaction: discord.Interaction[Any]) -> None:
        super().__init__(interaction, "prompt.suggest", 0, title="A prompt for this server")
        box = discord.ui.TextInput[discord.ui.LayoutView](
            custom_id="prompt", style=discord.TextStyle.paragraph, max_length=prompt_title.LONGEST
        )
        said = "What would you like to read stories about?"
        self.add_item(discord.ui.Label(text="Your prompt", description=said, component=box))


class ReasonForm(Modal):
    def __init__(self, interaction: discord.Interaction[Any], suggestion: Suggestion) -> None:
        super().__init__(interaction, "suggestion.decline", suggestion.id, title="No thanks")
        box = discord.ui.TextInput[discord.ui.LayoutView](
            custom_id=REASON,
            style=discord.TextStyle.paragraph,
            max_length=rules.LONGEST_REASON,
            required=False,
        )
        said = "If you like. I pass it on to the member, word for word."
        self.add_item(discord.ui.Label(text="A reason", description=said, component=box))


def reason(interaction: discord.Interaction[Any]) -> str:
    return submitted(interaction).texts[REASON]


def thanks() -> discord.ui.LayoutView:
    return notice("Thank you! The moderators here will look at it, and I'll tell you in private what they say.")


def message(suggestion: Suggestion, server: str) -> str:
    """What the member hears in private."""
    where, own = f"**{escaping.line(server, LONGEST_NAME)}**", escaping.quotation(suggestion.text, ROOM // 3)
    if suggestion.taken is None:
        said = "\nThey say:\n" + escaping.quotation(suggestion.reason, ROOM // 5) if suggestion.reason else ""
        return f"Thank you for your prompt for {where}. The moderators did not take it this time.\n{own}{said}"
    return f"Your prompt is in the bank of {where} now, and a round may open with it. Thank you!\n{own}"
