"""Words to members about the end of an open round: a reminder, or a new end."""

from collections.abc import Mapping

import discord

from bot.domain.rounds import prompt_title
from bot.domain.rounds.posted_message import Message, Purpose, Subject
from bot.domain.text import escaping
from bot.services.publishing import Page, Scene
from bot.ui.views import round_card
from bot.ui.views.colour import ACCENT
from bot.ui.views.message_mark import marked
from bot.ui.wording import terms

NEW = "There is a new end"
REMINDER = "A reminder"


def page(scene: Scene, subject: Subject, rows: Mapping[Page, Message], what: str) -> discord.ui.LayoutView:
    view = discord.ui.LayoutView(timeout=None)
    plan, card = scene.round.plan, rows.get(Page(Purpose.CARD, None, 0))
    name = f"**{terms.title_text(plan.title)}**"
    if card is not None and card.spot is not None:
        address = terms.address(scene.round.guild_id, card.spot)
        name = escaping.link(plan.title, prompt_title.LONGEST_TITLE, address)
    when = f"{terms.stamp(plan.closes_at)} ({terms.countdown(plan.closes_at)})"
    why = round_card.why_changed(plan) if what == NEW else []
    view.add_item(marked(subject, "\n".join([f"{what}: {name} closes {when}.", *why]), ACCENT))
    return view
