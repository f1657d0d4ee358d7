"""What should be on show in a round's channel: the round's card, the entries, the round-up."""

from collections.abc import Mapping
from dataclasses import dataclass

import discord

from bot.domain.entries.entry import Entry
from bot.domain.rounds import reminder
from bot.domain.rounds.due_date import REMINDERS
from bot.domain.rounds.posted_message import Message, Purpose
from bot.domain.rounds.round import Phase
from bot.services.publishing import Page, Scene
from bot.ui.views import entry_card, reminder_message, round_card, round_up

Rows = Mapping[Page, Message]


@dataclass(frozen=True, slots=True)
class Card:
    """A message as it should be: its content, its picture, and the role that its first sending pings."""

    view: discord.ui.LayoutView
    image_id: int | None = None
    file_name: str = ""
    ping_role_id: int | None = None


def wanted(scene: Scene) -> list[Page]:
    """The messages that should be in the channel now, in the order in which they are sent."""
    if not has_opened(scene):
        return []
    found = [Page(Purpose.CARD, None, 0)]
    standing = scene.pages()
    for entry in scene.entries:
        count = standing.get(entry.id) or entry_card.messages(entry)
        found += [Page(Purpose.ENTRY, entry, number) for number in range(count)]
    if scene.phase is Phase.OPEN and scene.round.ends_told:
        found.append(Page(Purpose.NEW_END, None, scene.round.ends_told))
    due = reminder.on_show(scene.round.dates)
    if scene.phase is Phase.OPEN and due is not None:
        found.append(Page(Purpose.REMINDER, None, REMINDERS.index(due)))
    if scene.phase is Phase.CLOSED:
        found += [Page(Purpose.ROUND_UP, None, number) for number in range(len(round_up.pages(scene)))]
    return found


def has_opened(scene: Scene) -> bool:
    """True if the round has messages to show: a scheduled round has none, nor has one called off before it opened."""
    if scene.phase is Phase.CANCELLED:
        return any(row.purpose is Purpose.CARD for row in scene.messages)
    return scene.phase is not Phase.SCHEDULED


def card(scene: Scene, page: Page, rows: Rows) -> Card:
    """The page as it should be now."""
    row, plan = rows[page], scene.round.plan
    subject = row.subject
    match page:
        case Page(purpose=Purpose.CARD):
            view, pings = round_card.page(scene, subject), None if row.stood else plan.ping_role_id
            return Card(view, plan.image_id, round_card.picture_name(scene), pings)
        case Page(purpose=Purpose.ENTRY, entry=Entry() as entry):
            return Card(entry_card.page(entry, subject))
        case Page(purpose=Purpose.NEW_END):
            return Card(reminder_message.page(scene, subject, rows, reminder_message.NEW))
        case Page(purpose=Purpose.REMINDER):
            return Card(reminder_message.page(scene, subject, rows, reminder_message.REMINDER))
        case Page(purpose=Purpose.ROUND_UP):
            return Card(round_up.page(scene, subject, rows))
        case _:
            raise NotImplementedError(f"no card for {page!r}")
