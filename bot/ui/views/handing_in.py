"""What becomes of a draft: handed in, asked about first, or discarded."""

import discord

from bot.domain.entries.draft import Draft
from bot.domain.entries.entry import Entry
from bot.domain.rounds.round import Round
from bot.domain.rounds.round_plan import Plan
from bot.domain.text import escaping
from bot.services.submitting import Judgement
from bot.ui.views import reading_report
from bot.ui.views.layout import notice
from bot.ui.views.press import Press
from bot.ui.wording import terms


def counts_now(entry: Entry, round_: Round, draft: Draft) -> discord.ui.LayoutView:
    """What is said once a draft is an entry, or has changed one."""
    if entry.change_waits:
        return change_waits(entry, round_)
    if entry.edited_at is not None and not entry.is_held:
        return changed(entry, round_)
    goes_on = [Press("draft.next_story", draft.id, label="Go on with the next story")]
    said = waits(entry, round_) if entry.is_held else handed_in(entry, round_)
    return notice(said, *(goes_on if draft.goes_on(round_.plan) else []))


def changed(entry: Entry, round_: Round) -> discord.ui.LayoutView:
    return notice(
        f"**{terms.title_text(entry.title)}** is changed, with {terms.words_text(entry.words)}. Its post in"
        f" <#{round_.channel_id}> follows {soon(round_)}. `/entry history` has what it said before."
    )


def soon(round_: Round) -> str:
    put_right = "as soon as a moderator has put right what keeps me from posting there"
    return put_right if round_.paused else "in a moment"


def handed_in(entry: Entry, round_: Round) -> str:
    return (
        f"**{terms.title_text(entry.title)}** is handed in to **{terms.title_text(round_.plan.title)}**, with"
        f" {terms.words_text(entry.words)}. It appears in <#{round_.channel_id}> {soon(round_)}.\n"
        f"{while_it_can_change(entry, round_.plan)}, `/entry edit` changes it and `/entry withdraw` takes it back."
    )


def while_it_can_change(entry: Entry, plan: Plan) -> str:
    """Until when its writer can change the entry, as far as members know: of a grace they are told nothing."""
    if entry.handed_in_at < plan.closes_at:
        return f"Until the round closes, {terms.stamp(plan.closes_at)}"
    if entry.is_late and entry.handed_in_at < plan.late_until:
        return f"As long as late stories are taken, until {terms.stamp(plan.late_until)}"
    return "As long as you have time"


def waits(entry: Entry, round_: Round) -> str:
    came = "marked *late*" if entry.is_late else "and in time"
    return (
        f"**{terms.title_text(entry.title)}** is handed in to **{terms.title_text(round_.plan.title)}**, with"
        f" {terms.words_text(entry.words)}, {came}. The moderators read it before it appears in"
        f" <#{round_.channel_id}>; I tell you in private what they say.\n`/entry withdraw` takes it back."
    )


def change_waits(entry: Entry, round_: Round) -> discord.ui.LayoutView:
    return notice(
        f"Your change of **{terms.title_text(entry.title)}** is saved. The moderators read it before it counts; I tell"
        f" you in private what they say. Until then your story stands in <#{round_.channel_id}> as it is, with its"
        " hearts.\n`/entry edit` takes the change back, to go on with it."
    )


def asks_first(judgement: Judgement) -> discord.ui.LayoutView:
    """The question before a part of the text is left out, or posted below the story instead of in it."""
    draft_id, words, found = judgement.draft.id, judgement.words_beside, judgement.understood
    lines = [*reading_report.left_out_lines(found.left_out), *reading_report.set_below_lines(found.set_below)]
    shown = "\n".join(f"- {escaping.literal(line)}" for line in lines)
    one = found.is_one_of_several
    left = [about_left_out(judgement)] if found.left_out else []
    below = ["A note is posted below the story, and not counted."] if found.set_below else []
    back = "The preview can also take all as one." if one else "*Move start or end* in the preview takes them in."
    how = "like this" if below else "without them"
    do, button = ("hand it in", "Hand in") if judgement.entry is None else ("save it", "Save it")
    return notice(
        f"**{terms.words_text(words)} of your text would not be in the story.** {' '.join([*left, *below])}\n{shown}\n"
        f"Shall I {do} {how}? {back}",
        Press("draft.hand_in_without", draft_id, detail=judgement.mark, label=f"{button} {how}"),
        Press("draft.open", draft_id, label="Back to the preview", style=discord.ButtonStyle.primary),
    )


def about_left_out(judgement: Judgement) -> str:
    """A sentence on what becomes of what is left out."""
    if not judgement.understood.is_one_of_several:
        return "What is left out is not posted at all."
    if judgement.round is not None and judgement.draft.goes_on(judgement.round.plan):
        return "You took one of several stories; once it is handed in, you can go on with the next."
    return "You took one of several stories; the others stay out."


def discarded(draft: Draft) -> discord.ui.LayoutView:
    is_change = draft.entry_id is not None
    gone = "This change is discarded; what you handed in is as it was." if is_change else "This draft is discarded."
    return notice(
        f"{gone} You can still bring it back; `/drafts` keeps it under *Discarded*, too.",
        Press("draft.restore", draft.id, label="Bring it back"),
    )
