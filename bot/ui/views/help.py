"""What a member can do here now: short, and by role."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.domain.rounds.round import Round
from bot.ui.wording import terms

Mention = Callable[[str], str]
"""Gives the mention of a command, which members can click."""

ROUNDS_SHOWN = 5
SAME_IN_MENU = "*Apps*, *Count words* in a message's menu does the same."


@dataclass(frozen=True, slots=True)
class Standpoint:
    """The facts about a member that decide what they are told."""

    open_rounds: Sequence[Round]
    any_rounds: bool
    """True if the member may know of any round: past, open or to come."""
    drafts: int
    entries: int
    """Entries that the member can still take back."""
    moderates: bool
    may_set_up: bool


def on_server(standpoint: Standpoint, mention: Mention) -> str:
    paragraphs = ["### What you can do here", *rounds(standpoint, mention), bulleted(for_writers(standpoint, mention))]
    if standpoint.moderates:
        paragraphs += ["### As a moderator", *for_moderators(standpoint, mention)]
    return "\n".join(paragraphs)


def in_private(mention: Mention) -> str:
    return (
        f"Here I can count words for you: {mention('count')} takes any text or file. {SAME_IN_MENU}\n"
        f"Rounds take place on servers. Ask {mention('help')} there for all that I can do.\n{own_data(mention)}"
    )


def own_data(mention: Mention) -> str:
    """The ways to have all that is kept of a member, and to take it back."""
    return (
        "I keep what you hand in or draft, your hearts, and what you ask me for; moderators see no draft."
        f" {mention('mydata export')} gives you all of it, {mention('mydata delete')} takes it back for good."
    )


def rounds(standpoint: Standpoint, mention: Mention) -> list[str]:
    found = standpoint.open_rounds
    if not found:
        later = f" {mention('round list')} shows what was and what is to come." if standpoint.any_rounds else ""
        return [f"No round is open right now.{later}"]
    lines = [open_round(round_) for round_ in found[:ROUNDS_SHOWN]]
    if len(found) > ROUNDS_SHOWN:
        lines.append(f"And {len(found) - ROUNDS_SHOWN:,} more: {mention('round list')} shows them all.")
    return lines


def open_round(round_: Round) -> str:
    plan = round_.plan
    return (
        f"**{terms.title_text(plan.title)}** takes stories until {terms.stamp(plan.closes_at)}"
        f" ({terms.countdown(plan.closes_at)}) in <#{round_.channel_id}>: {terms.rule_text(plan.rule)}."
    )


def for_writers(standpoint: Standpoint, mention: Mention) -> list[str]:
    hand_in = (
        f"{mention('submit')} takes your story, pasted or as a file; nobody sees it before you hand it in. Or"
        " right-click a message of yours (on a phone, press and hold it): *Apps*, *Enter as drabble*."
    )
    lines = [hand_in]
    if standpoint.any_rounds:
        lines.append(
            f"{mention('read')} shows you a round's stories one by one, the new ones first;"
            f" {mention('filters')} says what you would rather not be shown."
        )
        lines.append("*Apps*, *Report* in a story's menu tells the moderators that something is wrong with it.")
    if standpoint.open_rounds:
        lines.append("*Remind me* on a round's card: I write to you in private before it closes.")
    if standpoint.drafts:
        held = terms.plural(standpoint.drafts, "draft", f"{standpoint.drafts:,} drafts")
        lines.append(f"{mention('drafts')} shows the {held} I hold for you.")
    if standpoint.entries:
        count = f"{standpoint.entries:,} {terms.plural(standpoint.entries, 'entry', 'entries')}"
        lines.append(
            f"{mention('entry edit')} changes an entry, {mention('entry withdraw')} takes an entry back. You have"
            f" {count} in open rounds; {mention('entries')} shows all of yours."
        )
    elif standpoint.any_rounds:
        lines.append(f"{mention('entries')} shows what you handed in, and where it stands.")
    lines.append(f"{mention('count')} counts the words of any text or file, just for you. {SAME_IN_MENU}")
    lines.append(f"{mention('prompt suggest')} proposes a prompt for a round to come.")
    lines.append(own_data(mention))
    return lines


def for_moderators(standpoint: Standpoint, mention: Mention) -> list[str]:
    opening = f"{mention('round open')} opens a round: say when it closes, then write its prompt."
    itself = f"{mention('challenge new')} sets up a challenge, whose rounds open by themselves: every Sunday, say."
    set_up = f"{mention('setup')} asks how you like things here; every question has an answer ready."
    check = f"{mention('doctor')} says whether I have all I need."
    if not standpoint.any_rounds:
        steps = [set_up, opening, itself, check] if standpoint.may_set_up else [opening, itself, check]
        return ["To begin with:", *(f"{number}. {step}" for number, step in enumerate(steps, 1))]
    names = ("round edit", "round extend", "round close", "round cancel")
    changes = (
        f"{', '.join(map(mention, names[:-1]))} and {mention(names[-1])} change a round that is open or to come;"
        f" {mention('round allow')} gives one member more time, or one more entry."
    )
    tags = f"{mention('tags list')} shows what stories here are about, and which tags are nearly the same."
    bank = (
        f"{mention('prompts add')} and {mention('prompts import')} fill a bank of prompts that rounds can draw from;"
        f" {mention('prompts list')} shows it."
    )
    entries = (
        f"{mention('entry remove')} takes an entry out of its round; {mention('member block')} takes no more from"
        " one member."
    )
    log = f"{mention('queue')} shows entries that wait for you, {mention('log')} what moderators did, when and why."
    return [
        bulleted(
            [opening, itself, changes, entries, bank, tags, log, *([set_up] if standpoint.may_set_up else []), check]
        )
    ]


def bulleted(lines: Sequence[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
