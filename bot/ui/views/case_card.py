"""Cases as moderators see them: the card in their channel, the list of those that wait, the story to be read."""

from collections.abc import Mapping, Sequence
from typing import Any

import discord

from bot.domain.entries import authorship
from bot.domain.entries.entry import Entry
from bot.domain.moderation import holding
from bot.domain.moderation.case import LONGEST_REASON, Case, Outcome, Question
from bot.domain.moderation.holding import Hold, Why
from bot.domain.text import escaping, limits, message_length
from bot.services.deciding_cases import Brief
from bot.ui.views import colour, entry_card, message_mark, press
from bot.ui.views.layout import Box, notice
from bot.ui.views.message_mark import CASE_MARK, MARK
from bot.ui.views.modal import Modal, submitted
from bot.ui.views.press import Press
from bot.ui.wording import decisions, terms

A_LIST = 3
"""Cases that a list shows: each has ten components, and a message at most forty."""
LONGEST_WORD = 60
ROOM_FOR_WORDS = LONGEST_REASON + 500
"""Characters of what a reader or a moderator said, with escapes; a card has both."""
ROOM_BESIDE = 500
"""Characters of what stands above and below a list."""
MOST_LOST = 10
"""Deleted posts that a card names."""
REASON = "reason"
"""The forms' field."""

WHY = {
    Why.EVERYBODY: "every entry waits here",
    Why.NEW_ACCOUNT: "its writer's account is new",
    Why.NEW_MEMBER: "its writer is new here",
    Why.FIRST_ENTRY: "it is its writer's first entry here",
}


def card(brief: Brief) -> discord.ui.LayoutView:
    view = discord.ui.LayoutView(timeout=None)
    waits = brief.case.outcome is None
    box = Box(accent_colour=colour.ACCENT if waits else colour.RESTING, id=MARK + brief.case.id)
    box.add_item(discord.ui.TextDisplay(text(brief), id=CASE_MARK))
    if waits:
        for row in choices(brief):
            box.add_item(row)
    else:
        box.add_item(discord.ui.TextDisplay(outcome(brief.case)))
    view.add_item(box)
    return view


def is_of(case: Case, message: discord.Message) -> bool:
    """Whether the message is this case's card, whatever it shows."""
    match message.components:
        case [discord.Container(id=mark, children=[discord.TextDisplay(id=message_mark.CASE_MARK), *_])]:
            return mark == MARK + case.id
        case _:
            return False


def text(brief: Brief) -> str:
    title = terms.title_text(brief.round.plan.title)
    match brief.case.kind:
        case Question.REVIEW:
            return about_review(brief, title)
        case Question.REPORT:
            return about_report(brief, title)
        case Question.DELETION:
            return about_deletion(brief, title)


def about_review(brief: Brief, title: str) -> str:
    if brief.entry is None:
        return f"### An entry waited for **{title}**"
    waits = "waits" if brief.case.outcome is None else "waited"
    reason = why(holding.of_text(brief.case.about))
    what, came = ("A change of an entry", "saved") if brief.is_change else ("An entry", "handed in")
    return (
        f"### {what} {waits} for **{title}**\n{summary(brief.entry)}\n"
        f"-# {came} {terms.countdown(brief.case.opened_at)}{changed(brief, brief.entry)}; it {waits} because {reason}"
        f"{asked_before(brief)}"
    )


def asked_before(brief: Brief) -> str:
    """What moderators asked for before, and whether anything changed since."""
    if brief.before is None or brief.case.outcome is not None:
        return ""
    return f"\n{'It is as it was when' if brief.is_as_before else 'It changed since'} {decision(brief.before)}"


def changed(brief: Brief, entry: Entry) -> str:
    """When its writer last changed an entry that waits."""
    if brief.is_change or entry.edited_at is None or entry.edited_at < brief.case.opened_at:
        return ""
    return f", changed {terms.countdown(entry.edited_at)}"


def about_report(brief: Brief, title: str) -> str:
    who = terms.member(brief.case.member_id or -1)
    said = escaping.quotation(brief.case.about, ROOM_FOR_WORDS)
    entry = "" if brief.entry is None else f"{summary(brief.entry)}\n"
    is_ = "is" if brief.case.outcome is None else "was"
    opened = terms.countdown(brief.case.opened_at)
    return f"### A story in **{title}** {is_} reported\n{entry}{who} says, {opened}:\n{said}"


def about_deletion(brief: Brief, title: str) -> str:
    count = len(brief.lost)
    named = [f"- **{short_title(entry)}** by {terms.writer(authorship.shown_writer(entry))}" for entry in brief.lost]
    more = [f"- and {count - MOST_LOST:,} more"] if count > MOST_LOST else []
    said = "A post of mine was" if count == 1 else f"{count:,} posts of mine were"
    ask = "Its writer has the text, and knows. Shall I post it again?"
    if count != 1:
        ask = "Their writers have the texts, and know. Shall I post them again?"
    return "\n".join(
        [
            f"### {said} deleted by hand in **{title}**" if count else f"### Posts of mine were deleted in **{title}**",
            *named[:MOST_LOST],
            *more,
            f"-# {ask}" if brief.case.outcome is None else "",
        ]
    ).strip()


def summary(entry: Entry) -> str:
    """What it is, without a word of the story: the channel may not be for adults."""
    lines = [
        f"**{short_title(entry)}** by {terms.writer(authorship.shown_writer(entry))}",
        terms.in_one_line(entry.header, entry.words, LONGEST_WORD),
    ]
    return "\n".join(lines)


def short_title(entry: Entry) -> str:
    return escaping.line(entry.title, LONGEST_WORD)


def why(hold: Hold) -> str:
    return f"it has “{escaping.line(hold.word, LONGEST_WORD)}” in it" if hold.why is Why.WORDS else WHY[hold.why]


def choices(brief: Brief) -> list[discord.ui.ActionRow[Any]]:
    case, seen = brief.case, None if brief.entry is None else brief.entry.mark
    read = Press("case.read", case.id, label="Read", detail=0)
    match case.kind:
        case Question.REVIEW:
            return [
                press.buttons(
                    read,
                    Press("case.approve", case.id, detail=seen, label="Approve", style=discord.ButtonStyle.success),
                    Press("case.trust", case.id, detail=seen, label="Always approve this writer"),
                ),
                press.buttons(
                    Press("case.changes", case.id, label="Ask for changes"),
                    Press("case.refuse", case.id, label="Refuse"),
                    Press("case.spam", case.id, label="Spam", style=discord.ButtonStyle.danger),
                ),
            ]
        case Question.REPORT:
            remove = Press("case.remove", case.id, label="Remove it", style=discord.ButtonStyle.danger)
            return [press.buttons(read, Press("case.leave", case.id, label="Leave it"), remove)]
        case Question.DELETION:
            again = Press("case.post_again", case.id, label="Post again", style=discord.ButtonStyle.success)
            return [press.buttons(again, Press("case.leave_out", case.id, label="Leave out"))]


BY_NOBODY: Mapping[Outcome | None, str] = {
    Outcome.TAKEN_BACK: "Its writer took it back.",
    Outcome.CALLED_OFF: "Its round was called off.",
    Outcome.APPROVED: "Its post was there already when my memory was put back to a copy.",
}
"""What is said of a case that no moderator decided, or nobody knows who."""


def outcome(case: Case) -> str:
    said = decision(case)
    return BY_NOBODY.get(case.outcome, "Its post is gone.") if case.decided_by is None else said[0].upper() + said[1:]


def decision(case: Case) -> str:
    """Who decided what, and why."""
    why = f":\n{escaping.quotation(case.reason, ROOM_FOR_WORDS)}" if case.reason else "."
    return f"{terms.member(case.decided_by or -1)} {decisions.said(case.outcome or '')}{why}"


NOTHING_WAITS = (
    "No entry, report or deleted post waits for you. `/prompts suggestions` has the prompts that members suggest."
)


def queue(found: Sequence[Brief], start: int = 0, note: str = "") -> discord.ui.LayoutView:
    """The cases that wait, the oldest first, as many as a message shows from this one on."""
    if not found:
        return notice("\n".join(filter(None, [note, NOTHING_WAITS])))
    start = start if start < len(found) else 0
    view = discord.ui.LayoutView(timeout=None)
    if note:
        view.add_item(discord.ui.TextDisplay(note))
    end, room = start, limits.LAYOUT - ROOM_BESIDE
    for each in found[start : start + A_LIST]:
        room -= message_length.units(said := text(each))
        if room < 0 and end > start:
            break
        view.add_item(Box(discord.ui.TextDisplay(said), *choices(each), accent_colour=colour.ACCENT))
        end += 1
    ways = [
        *([Press("queue.page", max(0, start - A_LIST), label="Back")] if start else []),
        *([Press("queue.page", end, label=f"{len(found) - end:,} more")] if end < len(found) else []),
    ]
    if ways:
        view.add_item(press.buttons(*ways))
    return view


def story(case_id: int, entry: Entry, number: int) -> discord.ui.LayoutView:
    """A page of the story, just for the moderator who reads it."""
    found = entry_card.private_pages(entry)
    last = len(found) - 1
    top = Box(discord.ui.TextDisplay(entry_card.top_text(entry, number)), accent_colour=colour.ACCENT)
    ways = [
        *([Press("case.read", case_id, detail=number - 1, label="Back")] if number else []),
        *([Press("case.read", case_id, detail=number + 1, label="Next")] if number < last else []),
    ]
    said = entry_card.below_text(entry, number, len(found))
    below = [*([discord.ui.TextDisplay[Any](said)] if said else []), *([press.buttons(*ways)] if ways else [])]
    return entry_card.laid_out(entry, found, number, top, *below)


class DecisionForm(Modal):
    """What should change, or why, in a moderator's words, which the writer reads."""

    def __init__(
        self, interaction: discord.Interaction[Any], route: str, case_id: int, *, title: str, required: bool
    ) -> None:
        super().__init__(interaction, route, case_id, title=title)
        box = discord.ui.TextInput[discord.ui.LayoutView](
            custom_id=REASON, style=discord.TextStyle.paragraph, max_length=LONGEST_REASON, required=required
        )
        said = "I pass it on to the writer, word for word."
        if required:
            label = discord.ui.Label(text="What should change?", description=said, component=box)
        else:
            label = discord.ui.Label(text="A reason", description=f"If you like. {said}", component=box)
        self.add_item(label)


def reason(interaction: discord.Interaction[Any]) -> str | None:
    return submitted(interaction).texts[REASON].strip()[:LONGEST_REASON] or None


class ReportForm(Modal):
    """What a reader finds wrong with a story."""

    def __init__(self, interaction: discord.Interaction[Any], entry_id: int) -> None:
        super().__init__(interaction, "entry.report", entry_id, title="Report this story")
        box = discord.ui.TextInput[discord.ui.LayoutView](
            custom_id=REASON, style=discord.TextStyle.paragraph, max_length=LONGEST_REASON
        )
        said = "The moderators see this and your name. The story's writer does not."
        self.add_item(discord.ui.Label(text="What is it about?", description=said, component=box))


def reported() -> discord.ui.LayoutView:
    return notice("Thank you! The moderators will look at it.")
