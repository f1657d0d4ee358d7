"""What a writer hears in private of what moderators did with an entry of theirs."""

import io

import discord

from bot.domain.moderation.private_notice import News
from bot.domain.text import escaping, limits, message_length
from bot.services.deciding_cases import Tidings
from bot.ui.views import writing
from bot.ui.views.press import Press
from bot.ui.wording import terms

LONGEST_NAME = 60
"""Characters of a server's name."""
DRAFT = "Its text is a draft of yours again: `/drafts` there opens it."
STANDS = "Your story stands there as it did. The change is a draft of yours: `/drafts` there opens it."

SENTENCES = {
    News.APPROVED: "**{title}** is in {where} now: {who} approved it. Thank you!",
    News.CHANGES: (
        "{Who} would like a change to **{title}** before it appears in {where}:{said}Its text is a draft of yours"
        " again. `/drafts` there opens it, and *Hand in* brings it back.{time}"
    ),
    News.REFUSED: "{Who} did not take **{title}** into {where}.{said}" + DRAFT,
    News.SPAM: "{Who} took **{title}** for spam, so it is not in {where}.{said}" + DRAFT,
    News.REMOVED: "{Who} removed **{title}** from {where}.{said}" + DRAFT,
    News.RESTORED: "**{title}** is in {where} now: {who} brought it back.",
    News.MOVED: "{Who} moved **{title}** to {where}. The time when you handed it in still counts.",
    News.DELETED: (
        "Somebody deleted the post of **{title}**{more} in {where}. {lost} The moderators can have it posted again."
    ),
    News.CALLED_OFF: "{where} was called off before the moderators read **{title}**, so it does not appear. " + DRAFT,
    News.CHANGE_CALLED_OFF: "{where} was called off before the moderators read your change of **{title}**. " + STANDS,
    News.CHANGE_APPROVED: "Your change of **{title}** counts now in {where}: {who} approved it. Thank you!",
    News.CHANGE_CHANGES: (
        "{Who} would like something else in your change of **{title}** in {where}:{said}Your story stands there as it"
        " did. The change is a draft of yours: `/drafts` there opens it, and *Save the change* brings it back.{time}"
    ),
    News.CHANGE_REFUSED: "{Who} did not take your change of **{title}** in {where}.{said}" + STANDS,
    News.CHANGE_SPAM: "{Who} took your change of **{title}** in {where} for spam.{said}" + STANDS,
    News.HEADER: "{Who} corrected the header of **{title}** in {where}. Its story is as you wrote it;"
    " `/entry history` there has what it said before.{begun}",
}

BEGUN = " The change of it that you began is corrected, too, and says so."

WITH_DRAFT = {*News} - {News.APPROVED, News.CHANGE_APPROVED, News.RESTORED, News.MOVED, News.HEADER}
"""What leaves the text, or the change, a draft."""


def message(tidings: Tidings, server: str) -> str:
    """For a server of this name."""
    reason, said = tidings.notice.reason, " "
    if reason:
        room = limits.MESSAGE - message_length.units(sentence(tidings, server, "\n\n"))
        said = f"\n{escaping.quotation(reason, room)}\n"
    return sentence(tidings, server, said).strip()


def sentence(tidings: Tidings, server: str, said: str) -> str:
    """`said` is what the moderators say, as it stands there."""
    notice, who = tidings.notice, terms.moderators(tidings.notice.moderator_id)
    title = terms.title_text(tidings.round.plan.title)
    return SENTENCES[notice.what].format(
        title=terms.title_text(tidings.entry.known_as),
        where=f"**{title}** on **{escaping.line(server, LONGEST_NAME)}**",
        who=who,
        more=f" and {len(tidings.drafts) - 1:,} more of yours" if len(tidings.drafts) > 1 else "",
        lost=lost(len(tidings.drafts)),
        Who=terms.first_up(who),
        time=time(tidings),
        begun="" if tidings.draft_id is None else BEGUN,
        said=said,
    )


def time(tidings: Tidings) -> str:
    """How long the writer can take for changes, where the round closes sooner."""
    until = tidings.excused_until
    if until is None or until <= tidings.round.plan.in_time_until:
        return ""
    return f" You have time for it until {terms.stamp(until)}, and it counts as in time."


def lost(texts: int) -> str:
    """What becomes of the texts of posts that were deleted."""
    if texts > limits.FILES:
        return (
            f"Here are {limits.FILES} of your texts as files; all are drafts of yours, and `/drafts` there opens them."
        )
    if texts > 1:
        return "Here are your texts as files; they are drafts of yours, too: `/drafts` there opens them."
    return "Here is your text as a file; it is a draft of yours, too: `/drafts` there opens it."


def files(tidings: Tidings) -> list[discord.File]:
    """The texts that go along, as many as Discord takes files with a message."""
    return [
        discord.File(io.BytesIO(writing.under(draft.header or "", draft.text).encode()), f"story-{number}.txt")
        for number, draft in enumerate(tidings.drafts[: limits.FILES], 1)
    ]


def way(tidings: Tidings) -> discord.ui.View:
    """A button to the draft that the text is again, and one that leads to the round's channel."""
    view = discord.ui.View(timeout=None)
    if tidings.notice.what in WITH_DRAFT and tidings.draft_id is not None:
        view.add_item(Press("draft.open", tidings.draft_id, label="Open the draft", style=discord.ButtonStyle.primary))
    address = terms.channel_address(tidings.round.guild_id, tidings.round.channel_id)
    view.add_item(discord.ui.Button(label="Go there", url=address))
    return view
