"""The private preview of a draft: its reading, the problems in its way, and the buttons to go on."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import discord

from bot.domain.entries import entry
from bot.domain.header import header
from bot.domain.header.field import Field
from bot.domain.header.header import Fields, Header
from bot.domain.problem import NothingChanged, Problem, RoundCancelled, RoundClosed
from bot.domain.reading.manuscript import Manuscript
from bot.domain.rounds.round import Phase, Round
from bot.domain.text import escaping, message_length
from bot.domain.text.word_rule import WordRule
from bot.services.holding import ReadFirst
from bot.services.submitting import Judgement
from bot.ui.views import certainty, colour, draft_buttons, entry_card, press, reading_report, revision, round_details
from bot.ui.views.layout import ROOM, Box
from bot.ui.views.press import Press
from bot.ui.wording import preview_problems, refusals, terms

VALUE_LENGTHS = (300, 150, 80, 40)
"""Characters shown of a field's value: the first of these that leaves room for everything else."""
FIELDS_SHOWN = 50
CUT_SHOWN = 5

LONG = "**It is long**: its first page stands in the channel, and *Read on* shows the rest."
SAVED = "-# Saved in `/drafts`."


def preview(judgement: Judgement, *, note: str | None = None) -> discord.ui.LayoutView:
    """Everything about a draft, and first of all what keeps it back; `note` says what has just happened to it."""
    container = Box(accent_colour=colour.ACCENT if judgement.verdict.problems else colour.READY)
    doubtful = doubt_text(judgement)
    top, *rest = texts(judgement, note, doubtful)
    at_top = draft_buttons.mend_of(judgement)
    container.add_item(
        discord.ui.TextDisplay(top)
        if at_top is None
        else discord.ui.Section[Any](top, accessory=draft_buttons.pressed(judgement, at_top, stands_out=True))
    )
    for text in rest:
        container.add_item(discord.ui.TextDisplay(text))
    if doubtful and (instead := other_reading(judgement)) is not None:
        container.add_item(instead)
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(container)
    if judgement.understood.stories:
        view.add_item(press.buttons(draft_buttons.story_choice(judgement)))
    others = draft_buttons.other_rounds(judgement)
    if others:
        view.add_item(press.buttons(draft_buttons.round_choice(judgement, others)))
    view.add_item(draft_buttons.actions(judgement, at_top))
    view.add_item(draft_buttons.header_actions(judgement, at_top))
    return view


# -- what the preview says ------------------------------------------------------------------------


def texts(judgement: Judgement, note: str | None, doubtful: str) -> list[str]:
    """The paragraphs of the preview; together they fit what Discord shows."""
    top, why, place = standing_text(judgement), explanation(judgement), place_text(judgement)
    by_moderators = revision.corrected(judgement.corrected, judgement.draft)
    before = [text for text in (note, by_moderators, stories_text(judgement), good_to_know(judgement)) if text]
    story = about_story(judgement, why)
    instead = other_text(judgement) if doubtful else ""
    room = ROOM - sum(map(message_length.units, [top, *before, story, place, doubtful, instead]))
    manuscript = judgement.manuscript
    foot = below_text(manuscript.header, room // 2)
    counted = counted_text(judgement, explained=bool(why))
    fields = header_text(manuscript, counted, room - message_length.units(foot))
    return [text for text in (top, *before, fields, story, foot, place, doubtful) if text]


def standing_text(judgement: Judgement) -> str:
    """What keeps the draft back, or that nothing does."""
    button = draft_buttons.yes_of(judgement)
    if judgement.verdict.problems == (NothingChanged(),):
        return f"### Your entry, to be changed\nNobody sees a change before you press *{button}*."
    if judgement.verdict.problems:
        said = preview_problems.all_of(judgement.verdict.problems)
        listed_up = said[0] if len(said) == 1 else "\n".join(f"- {each}" for each in said)
        return f"### Not ready yet\n{listed_up}{elsewhere(judgement)}"
    if judgement.asks_first:
        beside = terms.words_text(judgement.words_beside)
        return f"### One question first\n*{button}* asks it, since {beside} would not be in the story."
    if judgement.round is None:
        return "### Ready to hand in"
    always, perhaps = judgement.read_first is ReadFirst.ALWAYS, judgement.read_first is ReadFirst.PERHAPS
    first = f"*{button}* brings it to the moderators. Once they approve it, it" if always else ""
    unless = ", unless the moderators read it first" if perhaps else ""
    if judgement.entry is not None:
        puts = f"{first} takes" if first and not judgement.entry.is_held else f"*{button}* puts this in"
        unless = "" if judgement.entry.is_held else unless
        return f"### Ready to save\n{puts} the place of what your entry says now{unless}; its hearts stay."
    later = " as soon as a moderator has put right what keeps me from posting there" if judgement.round.paused else ""
    posts = f"{first} appears in" if first else f"*{button}* posts it in"
    return f"### Ready to hand in\n{posts} <#{judgement.round.channel_id}>{later}{unless}."


def elsewhere(judgement: Judgement) -> str:
    """The way on for a story whose round is over."""
    over = any(isinstance(each, RoundClosed | RoundCancelled) for each in judgement.verdict.problems)
    return "\nYou can choose another round below." if over and draft_buttons.other_rounds(judgement) else ""


def counted_text(judgement: Judgement, *, explained: bool = False) -> str:
    """The count, with another one beside it unless an explanation of both stands below."""
    manuscript, convention = judgement.manuscript, judgement.convention
    _, with_title = asked(judgement)
    other = "" if explained else reading_report.differing_text(manuscript, convention, with_title=with_title)
    return reading_report.count_text(manuscript, convention, with_title=with_title) + other


def asked(judgement: Judgement) -> tuple[WordRule | None, bool]:
    """The word rule, and whether the title counts."""
    plan = judgement.round.plan if judgement.round is not None else None
    return (plan.rule, plan.title_counts) if plan is not None else (None, False)


def header_text(manuscript: Manuscript, counted: str, room: int) -> str:
    """The header in the order of the card: the title, the usual facts, then the others while there is room."""
    read = manuscript.header
    title = read.get(Field.TITLE)
    top = [
        *([f"**{escaping.line(title, VALUE_LENGTHS[0])}**"] if title else []),
        *filter(None, [usual_line(read, counted)]),
        *([] if read.fields else small(reading_report.no_header(manuscript))),
    ]
    others = read.beside(entry_card.TOLD_ELSEWHERE)
    return "\n".join(filter(None, [*top, listed(others, room - message_length.units("\n".join(top)))]))


def usual_line(read: Header, counted: str) -> str:
    """The usual facts on one line. Here they have names, so that a writer sees what was understood as what."""
    named = [terms.field_line(field, value, VALUE_LENGTHS[1]) for field, value in terms.usual(read)]
    return " · ".join([*named, *([f"**Words**: {counted}"] if counted else [])])


def below_text(read: Header, room: int) -> str:
    """The fields below the story, where they are posted too."""
    title = "**Below the story**\n"
    return title + listed(read.below, room - len(title)) if read.below else ""


def listed(fields: Fields, room: int) -> str:
    def lines_of(most: int) -> list[str]:
        lines = [terms.field_line(field, value, most) for field, value in fields[:FIELDS_SHOWN]]
        return [*lines, "…"] if len(fields) > FIELDS_SHOWN else lines

    return message_length.fitting(lines_of, VALUE_LENGTHS, room)


def explanation(judgement: Judgement) -> list[str]:
    manuscript = judgement.manuscript
    if manuscript.is_too_long:
        return []
    rule, with_title = asked(judgement)
    return reading_report.explanation_where_it_matters(manuscript, rule, judgement.convention, with_title=with_title)


def about_story(judgement: Judgement, why: Sequence[str]) -> str:
    """The story's first and last words, how they are counted, and what is none of them."""
    manuscript = judgement.manuscript
    not_counted = [] if manuscript.is_too_long else reading_report.not_counted_lines(manuscript)
    left_out = reading_report.left_out_lines(judgement.understood.left_out)
    return "\n".join([story_line(manuscript), *small([*why, *not_counted, *left_out])])


def place_text(judgement: Judgement) -> str:
    """What becomes of the story in its round."""
    cut = "**Under the cut**, since it has warnings or spoilers: readers open it themselves."
    lines = [cut] if judgement.manuscript.header.under_cut else []
    if judgement.round is not None:
        lines += [LONG] if is_long(judgement, judgement.round) else []
        lines.append(round_line(judgement.round, judgement.at, judgement.excused_until))
    return "\n".join([*lines, SAVED])


def is_long(judgement: Judgement, round_: Round) -> bool:
    """True if the story would bury its channel. A story that is too long to be posted is not measured."""
    manuscript = judgement.manuscript
    if manuscript.is_too_long:
        return False
    return entry_card.is_long(entry.to_be(judgement.draft, manuscript, round_, judgement.at))


def stories_text(judgement: Judgement) -> str:
    """A sentence on several stories, and what becomes of them."""
    stories = judgement.understood.stories
    if not stories:
        return ""
    taken = (
        "As it is, they are handed in as one, each a section; what names a section is none of its words."
        if judgement.draft.bounds is None
        else "As it is, only what you took is handed in."
    )
    return f"**{reading_report.stories_seen(stories)}** {taken} Below you can choose one, or all."


def story_line(manuscript: Manuscript) -> str:
    return f"**Story**: {escaping.literal(reading_report.excerpt(manuscript.story))}"


def small(lines: Iterable[str]) -> list[str]:
    return [f"-# {escaping.literal(line)}" for line in lines]


def doubt_text(judgement: Judgement) -> str:
    """The reason to look again."""
    doubts = draft_buttons.doubts(judgement)
    return f"**Please look at the story**\n{certainty.doubtful(doubts)}" if doubts else ""


def other_reading(judgement: Judgement) -> discord.ui.Section[Any] | None:
    """Another text that could be the story, with a button that takes it."""
    place = judgement.understood.next_best
    if place is None:
        return None
    button = Press("draft.take", judgement.draft.id, detail=place, label="Take it")
    return discord.ui.Section[Any](other_text(judgement), accessory=button)


def other_text(judgement: Judgement) -> str:
    place = judgement.understood.next_best
    if place is None:
        return ""
    shown = certainty.other(judgement.understood.readings[place], judgement.convention)
    return f"{'It could also be' if place else 'As I read it at first:'} {escaping.literal(shown)}"


def round_line(round_: Round, at: datetime, excused_until: datetime | None) -> str:
    closes, phase = round_.plan.closes_at, round_.phase(at)
    title = terms.title_text(round_details.title(round_, at, knows_all=False))
    if phase is Phase.CANCELLED:
        return f"**Round**: {title}, called off"
    says = "closed" if phase is Phase.CLOSED else "closes"
    said = f"**Round**: {title}, {says} {terms.stamp(closes)} ({terms.countdown(closes)})"
    if excused_until is None or excused_until <= closes:
        return said
    return f"{said}, open for you until {terms.stamp(excused_until)}"


def good_to_know(judgement: Judgement) -> str:
    strange = header.strange_lines(judgement.draft.header or "")
    known = [
        *map(refusals.worded, judgement.verdict.warnings),
        *revision.warned_inside(judgement.understood),
        *about_cut(judgement),
        *([about_strange(strange)] if strange else []),
    ]
    return bulleted("**Good to know**", known) if known else ""


def about_cut(judgement: Judgement) -> list[str]:
    """A sentence on the fields of which readers see only the beginning."""
    if judgement.round is None or judgement.manuscript.is_too_long:
        return []
    posted = entry.to_be(judgement.draft, judgement.manuscript, judgement.round, judgement.at)
    cut = [f"**{escaping.line(each.label, VALUE_LENGTHS[-1])}**" for each in entry_card.cut_short(posted)]
    if not cut:
        return []
    named = terms.listed([*cut[:CUT_SHOWN], *(["more"] if len(cut) > CUT_SHOWN else [])])
    return [f"Too long for the post, where readers see only the beginning: {named}. *Edit header* makes it shorter."]


def about_strange(lines: Sequence[str]) -> str:
    shown = ", ".join(f"“{escaping.line(line, 60)}”" for line in lines[:3])
    more = f" and {len(lines) - 3} more" if len(lines) > 3 else ""
    kept = terms.plural(len(lines), "it", "them")
    return (
        f"I know no field for {shown}{more}. I kept {kept}; below you see where."
        " A field I know starts its line, like `Summary: …`."
    )


def bulleted(title: str, lines: Iterable[str]) -> str:
    return "\n".join([title, *(f"- {line}" for line in lines)])


def refused(problems: Iterable[Problem], kept: str) -> str:
    """The reasons why a part was not taken, above the preview of the rest."""
    return " ".join([*map(refusals.worded, problems), kept])
