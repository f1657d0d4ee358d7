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


def told(tidings: Tidings, server: str) -> str:
    """For a server of this name."""
    notice, title = tidings.notice, terms.title_text(tidings.entry.title)
    where = f"**{terms.title_text(tidings.round.plan.title)}** on **{escaping.line(server, LONGEST_NAME)}**"
    said = f"\n{escaping.quotation(notice.reason, LONGEST_REASON)}" if notice.reason else ""
    who = the_moderators(notice)
    match notice.what:
        case News.APPROVED:
            return f"**{title}** is in {where} now: {who} approved it. Thank you!"
        case News.CHANGES:
            asked = f"{who[0].upper()}{who[1:]} would like a change to **{title}** before it appears in {where}:{said}"
            return (
                f"{asked}\nIts text is a draft of yours again. `/drafts` there opens it, and *Hand in* brings it back."
            )
        case News.REFUSED:
            return f"{who[0].upper()}{who[1:]} did not take **{title}** into {where}.{said}{DRAFT}"
        case News.SPAM:
            return f"{who[0].upper()}{who[1:]} took **{title}** for spam, so it is not in {where}.{said}{DRAFT}"


def the_moderators(notice: PrivateNotice) -> str:
    return "the moderators" if notice.moderator_id is None else terms.member(notice.moderator_id)


def way(tidings: Tidings) -> discord.ui.View:
    """A button that leads to the round's channel."""
    view = discord.ui.View(timeout=None)
    address = terms.channel_address(tidings.round.guild_id, tidings.round.channel_id)
    view.add_item(discord.ui.Button(label="Go there", url=address))
    return view
