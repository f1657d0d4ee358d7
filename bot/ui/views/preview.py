"""The private preview of a draft: its reading, the problems in its way, and the buttons to go on."""

from collections.abc import Iterable, Sequence
from typing import Any

import discord

from bot.domain.header import form, header
from bot.domain.header.field import Field
from bot.domain.header.header import Fields, Header
from bot.domain.problem import FieldMissing, Problem
from bot.domain.reading import doubt, manuscript
from bot.domain.reading.manuscript import Manuscript
from bot.domain.rounds.draft import Draft
from bot.domain.rounds.entry import Entry
from bot.domain.rounds.round import Phase, Round
from bot.domain.text import escaping, limits, measuring
from bot.domain.text.conventions import Convention
from bot.domain.text.word_rule import WordRule
from bot.services.drafting import DRAFTS_A_PAGE, DraftPage
from bot.services.submitting import Judgement
from bot.ui.views import certainty, listing, press, report
from bot.ui.views.press import Choice, Press
from bot.ui.wording import refusals, terms

SHOWN_AT_MOST = limits.LAYOUT - 100
VALUE_LENGTHS = (300, 150, 80, 40)
"""Characters shown of a field's value: the first of these that leaves room for everything else."""
FIELDS_SHOWN = 50

READY = 0x4F8A5B
NOT_READY = 0xB5476B


def preview(judgement: Judgement, *, note: str | None = None) -> discord.ui.LayoutView:
    """Everything about a draft at once; `note` says what has just happened to it."""
    verdict = judgement.verdict
    colour = NOT_READY if verdict.problems else READY
    container = discord.ui.Container[discord.ui.LayoutView](accent_colour=colour)
    doubtful = doubt_text(judgement)
    for text in texts(judgement, note, doubtful):
        container.add_item(discord.ui.TextDisplay(text))
    if doubtful and (instead := other_reading(judgement)) is not None:
        container.add_item(instead)
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(container)
    if judgement.understood.stories:
        view.add_item(press.buttons(story_choice(judgement)))
    others = other_rounds(judgement)
    if others:
        view.add_item(press.buttons(round_choice(judgement, others)))
    view.add_item(actions(judgement))
    view.add_item(header_actions(judgement))
    return view


def actions(judgement: Judgement) -> discord.ui.ActionRow[Any]:
    draft_id = judgement.draft.id
    return press.buttons(
        Press(
            "draft.hand_in",
            draft_id,
            detail=judgement.mark,
            label="Hand in",
            style=discord.ButtonStyle.success,
            disabled=bool(judgement.verdict.problems),
        ),
        Press("draft.edit_text", draft_id, label="Edit text"),
        Press("draft.discard", draft_id, label="Discard", style=discord.ButtonStyle.danger),
    )


def header_actions(judgement: Judgement) -> discord.ui.ActionRow[Any]:
    """The buttons for the header and the story's bounds. The one that mends a missing field or a doubt stands out."""
    draft_id = judgement.draft.id
    missing = {problem.field for problem in judgement.verdict.problems if isinstance(problem, FieldMissing)}
    first = not judgement.manuscript.header.fields or not missing.isdisjoint(form.ASKED_FIRST)
    second = bool(missing - form.ASKED_FIRST)
    move = Press("draft.bounds", draft_id, label="Move start or end", style=stands_out(bool(doubt_text(judgement))))
    return press.buttons(
        Press("draft.form", draft_id, label=terms.FORM, style=stands_out(first)),
        Press("draft.more", draft_id, label=terms.MORE_FIELDS, style=stands_out(second)),
        Press("draft.edit_header", draft_id, label="Edit header"),
        *([] if judgement.draft.is_too_long else [move]),
    )


def stands_out(yes: bool) -> discord.ButtonStyle:
    return discord.ButtonStyle.primary if yes else discord.ButtonStyle.secondary


def other_rounds(judgement: Judgement) -> list[Round]:
    """The open rounds that this draft could go to instead."""
    chosen = judgement.round.id if judgement.round is not None else None
    return [round_ for round_ in judgement.open_rounds if round_.id != chosen][: limits.CHOICES]


def round_choice(judgement: Judgement, others: Sequence[Round]) -> Choice:
    options = [
        discord.SelectOption(
            label=escaping.plain(round_.plan.title, limits.CHOICE),
            value=str(round_.id),
            description=measuring.cut(terms.rule_text(round_.plan.rule), limits.CHOICE),
        )
        for round_ in others
    ]
    placeholder = "Choose a round" if judgement.round is None else "Choose another round"
    return Choice("draft.choose_round", judgement.draft.id, options=options, placeholder=placeholder)


def story_choice(judgement: Judgement) -> Choice:
    """A choice of one of several stories, or of all."""
    draft, convention = judgement.draft, judgement.convention
    stories = judgement.understood.stories[: limits.CHOICES - 1]
    options = [discord.SelectOption(label="All, as sections of one", value="0", default=draft.bounds is None)]
    for number, story in enumerate(stories, 1):
        title = story.header.get(Field.TITLE) or " ".join(story.story.split())
        words = manuscript.of(story).counts[convention]
        options.append(
            discord.SelectOption(
                label=escaping.plain(f"Only {terms.ordinal(number)}: {title}", limits.CHOICE),
                value=str(number),
                description=terms.words_text(words),
                default=draft.bounds == story.bounds,
            )
        )
    return Choice("draft.take_story", draft.id, options=options, placeholder="Which of the stories?")


# -- what the preview says ------------------------------------------------------------------------


def texts(judgement: Judgement, note: str | None, doubtful: str) -> list[str]:
    """The paragraphs of the preview; together they fit what Discord shows."""
    top = "### Your drabble, as I read it\n-# Saved in `/drafts`."
    story = [*([note] if note else []), about_story(judgement)]
    rest = [stories_text(judgement), *problem_texts(judgement), doubtful]
    instead = other_text(judgement) if doubtful else ""
    room = SHOWN_AT_MOST - sum(map(measuring.units, [top, *story, *rest, instead]))
    below = below_text(judgement.manuscript.header, room // 2)
    fields = field_text(judgement.manuscript.header, room - measuring.units(below))
    return [text for text in (top, fields, *story, below, *rest) if text]


def field_text(read: Header, room: int) -> str:
    """The fields that were read. Long values are cut until there is room."""
    return listed(read.above, room) if read.fields else "\n".join(report.field_lines(read))


def below_text(read: Header, room: int) -> str:
    """The fields below the story, where they are posted too."""
    title = "**Below the story**\n"
    return title + listed(read.below, room - len(title)) if read.below else ""


def listed(fields: Fields, room: int) -> str:
    lines: list[str] = []
    for most in VALUE_LENGTHS:
        lines = [terms.field_line(field, value, most) for field, value in fields[:FIELDS_SHOWN]]
        if len(fields) > FIELDS_SHOWN:
            lines.append("…")
        if measuring.units("\n".join(lines)) <= room:
            break
    return measuring.as_many(lines, room)


def about_story(judgement: Judgement) -> str:
    manuscript = judgement.manuscript
    plan = judgement.round.plan if judgement.round is not None else None
    rule, with_title = (plan.rule, plan.title_counts) if plan is not None else (None, False)
    lines = story_lines(manuscript, rule, judgement.convention, with_title=with_title)
    if not manuscript.is_too_long:
        lines += small(
            report.explanation_where_it_matters(manuscript, rule, judgement.convention, with_title=with_title)
        )
        lines += small(report.not_counted_lines(manuscript))
    lines += small(report.left_out_lines(judgement.understood.left_out))
    if manuscript.header.under_cut:
        lines.append("**Under the cut**: yes, since it has warnings or spoilers. Readers open it themselves.")
    else:
        lines.append("**Under the cut**: no, everybody sees it at once.")
    lines.append(round_line(judgement))
    return "\n".join(lines)


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
    return f"**{report.stories_seen(stories)}** {taken} Below you can choose one, or all."


def story_lines(
    manuscript: Manuscript, rule: WordRule | None, convention: Convention, *, with_title: bool = False
) -> list[str]:
    story = f"**Story**: {escaping.literal(report.excerpt(manuscript.story))}"
    if manuscript.is_too_long:
        return [story]
    return [
        story,
        f"**Words**: {report.words_text(manuscript, rule, convention, with_title=with_title)}",
    ]


def small(lines: Iterable[str]) -> list[str]:
    return [f"-# {escaping.literal(line)}" for line in lines]


def doubt_text(judgement: Judgement) -> str:
    """The reason to look again, if the reader is not sure and the writer has not moved the bounds."""
    doubts = doubt.doubts(judgement.understood.readings) if judgement.draft.bounds is None else ()
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


def round_line(judgement: Judgement) -> str:
    round_ = judgement.round
    if round_ is None:
        return "**Round**: none yet"
    closes, phase = round_.plan.closes_at, round_.phase(judgement.at)
    title = terms.title_text(listing.title(round_, judgement.at, knows_all=False))
    if phase is Phase.CANCELLED:
        return f"**Round**: {title}, called off"
    says = "closed" if phase is Phase.CLOSED else "closes"
    return f"**Round**: {title}, {says} {terms.stamp(closes)} ({terms.countdown(closes)})"


def problem_texts(judgement: Judgement) -> list[str]:
    verdict = judgement.verdict
    strange = header.strange_lines(judgement.draft.header or "")
    warnings = [*map(refusals.worded, verdict.warnings), *([about_strange(strange)] if strange else [])]
    found: list[str] = []
    if verdict.problems:
        found.append(bulleted("**Before you can hand it in**", map(refusals.in_the_way, verdict.problems)))
    if warnings:
        found.append(bulleted("**Good to know**", warnings))
    if not verdict.problems and judgement.asks_first:
        found.append(
            f"*Hand in* asks you first, since {terms.words_text(judgement.words_beside)} would not be in the story."
        )
    elif not verdict.problems and judgement.round is not None:
        where = f"posts it in <#{judgement.round.channel_id}>"
        later = (
            " as soon as a moderator has put right what keeps me from posting there" if judgement.round.paused else ""
        )
        found.append(f"Nothing stands in the way: *Hand in* {where}{later}.")
    return found


def about_strange(lines: Sequence[str]) -> str:
    shown = ", ".join(f"“{escaping.line(line, 60)}”" for line in lines[:3])
    more = f" and {len(lines) - 3} more" if len(lines) > 3 else ""
    kept = terms.plural(len(lines), "it as it is, with the line above", "them as they are, with the lines above")
    return (
        f"I know no field for {shown}{more}, and kept {kept}, or in the notes."
        " A field I know starts its line, like `Summary: …`."
    )


def bulleted(title: str, lines: Iterable[str]) -> str:
    return "\n".join([title, *(f"- {line}" for line in lines)])


def refused(problems: Iterable[Problem], kept: str) -> str:
    """The reasons why a part was not taken, above the preview of the rest."""
    return " ".join([*map(refusals.worded, problems), kept])


# -- what becomes of a draft ----------------------------------------------------------------------


def handed_in(entry: Entry, round_: Round) -> discord.ui.LayoutView:
    when = "as soon as a moderator has put right what keeps me from posting there" if round_.paused else "in a moment"
    return said(
        f"**{terms.title_text(entry.title)}** is handed in to **{terms.title_text(round_.plan.title)}**, with"
        f" {terms.words_text(entry.words)}. It appears in <#{round_.channel_id}> {when}.\n"
        f"Until the round closes, {terms.stamp(round_.plan.closes_at)}, `/entry withdraw` takes it back."
    )


def asks_first(judgement: Judgement) -> discord.ui.LayoutView:
    """The question before a part of the text is left out, or posted below the story instead of in it."""
    draft_id, words, found = judgement.draft.id, judgement.words_beside, judgement.understood
    lines = [*report.left_out_lines(found.left_out), *report.set_below_lines(found.set_below)]
    shown = "\n".join(f"- {escaping.literal(line)}" for line in lines)
    left = ["What is left out is not posted at all."] if found.left_out else []
    below = ["A note is posted below the story, and not counted."] if found.set_below else []
    how = "like this" if below else "without them"
    return said(
        f"**{terms.words_text(words)} of your text would not be in the story.** {' '.join([*left, *below])}\n{shown}\n"
        f"Shall I hand it in {how}? *Move start or end* in the preview takes them in.",
        Press("draft.hand_in_without", draft_id, detail=judgement.mark, label=f"Hand in {how}"),
        Press("draft.open", draft_id, label="Back to the preview", style=discord.ButtonStyle.primary),
    )


def discarded(draft_id: int) -> discord.ui.LayoutView:
    return said(
        "This draft is discarded. You can still bring it back.", Press("draft.restore", draft_id, label="Bring it back")
    )


def said(text: str, *presses: Press) -> discord.ui.LayoutView:
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.TextDisplay(text))
    if presses:
        view.add_item(press.buttons(*presses))
    return view


def all_drafts(page: DraftPage, convention: Convention) -> discord.ui.LayoutView:
    """A page of a writer's drafts, the newest first, each with a button for its preview."""
    if not page.drafts:
        return said("I hold no draft of yours here. `/submit` starts one.")
    number, end = page.first // DRAFTS_A_PAGE, page.first + len(page.drafts)
    container = discord.ui.Container[discord.ui.LayoutView]()
    container.add_item(discord.ui.TextDisplay("### Your drafts"))
    for draft in page.drafts:
        button = Press("draft.open", draft.id, label="Open")
        container.add_item(discord.ui.Section[Any](draft_text(draft, convention), accessory=button))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(container)
    ways = [
        *([Press("draft.page", number - 1, label="Newer")] if number else []),
        *([Press("draft.page", number + 1, label="Older")] if end < page.every else []),
    ]
    if ways:
        container.add_item(discord.ui.TextDisplay(f"-# {page.first + 1:,} to {end:,} of {page.every:,}"))
        view.add_item(press.buttons(*ways))
    return view


def draft_text(draft: Draft, convention: Convention) -> str:
    saved = f"saved {terms.countdown(draft.saved_at)}"
    if draft.is_too_long or not draft.is_at_hand:
        return f"**{escaping.line(draft.text[:200], 80)}**\n-# {len(draft.text):,} characters, {saved}"
    read = draft.read()
    return f"**{name(draft, read)}**\n-# {terms.words_text(read.counts[convention])}, {saved}"


def name(draft: Draft, manuscript: Manuscript) -> str:
    """A draft's title, or else its first words."""
    return escaping.line(manuscript.header.get(Field.TITLE) or manuscript.story or draft.text, 80)
