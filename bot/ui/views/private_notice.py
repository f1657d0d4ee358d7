"""What a writer hears in private of what moderators did with an entry of theirs."""

import discord

from bot.domain.moderation.case import LONGEST_REASON
from bot.domain.moderation.private_notice import News, PrivateNotice
from bot.domain.text import escaping
from bot.services.deciding import Tidings
from bot.ui.wording import terms

LONGEST_NAME = 60
"""Characters of a server's name."""
DRAFT = " Its text is a draft of yours again: `/drafts` there opens it."

SENTENCES = {
    News.APPROVED: "**{title}** is in {where} now: {who} approved it. Thank you!",
    News.CHANGES: (
        "{Who} would like a change to **{title}** before it appears in {where}:{said}Its text is a draft of yours"
        " again. `/drafts` there opens it, and *Hand in* brings it back."
    ),
    News.REFUSED: "{Who} did not take **{title}** into {where}.{said}" + DRAFT,
    News.SPAM: "{Who} took **{title}** for spam, so it is not in {where}.{said}" + DRAFT,
    News.REMOVED: "{Who} removed **{title}** from {where}.{said}" + DRAFT,
    News.RESTORED: "**{title}** is in {where} again: {who} brought it back.",
    News.MOVED: "{Who} moved **{title}** to {where}. It counts as handed in when it was.",
    News.HEADER: "{Who} corrected the header of **{title}** in {where}. Its story is as you wrote it.",
}


def told(tidings: Tidings, server: str) -> str:
    """For a server of this name."""
    notice, who = tidings.notice, the_moderators(tidings.notice)
    title = terms.title_text(tidings.round.plan.title)
    return (
        SENTENCES[notice.what]
        .format(
            title=terms.title_text(tidings.entry.title),
            where=f"**{title}** on **{escaping.line(server, LONGEST_NAME)}**",
            who=who,
            Who=f"{who[0].upper()}{who[1:]}",
            said=f"\n{escaping.quotation(notice.reason, LONGEST_REASON)}\n" if notice.reason else "",
        )
        .strip()
    )


def the_moderators(notice: PrivateNotice) -> str:
    return "the moderators" if notice.moderator_id is None else terms.member(notice.moderator_id)


def way(tidings: Tidings) -> discord.ui.View:
    """A button that leads to the round's channel."""
    view = discord.ui.View(timeout=None)
    address = terms.channel_address(tidings.round.guild_id, tidings.round.channel_id)
    view.add_item(discord.ui.Button(label="Go there", url=address))
    return view
