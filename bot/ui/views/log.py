"""The log of what moderators did, as `/log` tells it."""

from collections.abc import Iterator, Sequence

import discord

from bot.domain.moderation.deed import Did, Logged
from bot.domain.text import escaping, limits, message_length
from bot.ui.views import attached
from bot.ui.views.layout import LONGEST_NAME, notice
from bot.ui.wording import terms

FILE = "log.csv"
ROOM = limits.LAYOUT - 500
"""Characters of the list."""
LONGEST_REASON = 200

SAID = {
    Did.ROUND_OPENED: "opened",
    Did.ROUND_CHANGED: "changed",
    Did.ROUND_EXTENDED: "gave more time to",
    Did.ROUND_CLOSED: "closed",
    Did.ROUND_CANCELLED: "called off",
    Did.TIME_GIVEN: "gave a late pass for",
    Did.ENTRY_ALLOWED: "allowed one more entry in",
    Did.CHALLENGE_BEGUN: "set up",
    Did.CHALLENGE_CHANGED: "changed",
    Did.CHALLENGE_PAUSED: "paused",
    Did.CHALLENGE_RESUMED: "resumed",
    Did.CHALLENGE_ENDED: "ended",
    Did.DATE_LEFT_OUT: "left out a date of",
    Did.DATE_HELD: "holds a date after all of",
    Did.PROMPT_SWAPPED: "swapped the next prompt of",
    Did.LIST_POSTED: "had the list posted again of",
    Did.SERVER_SETTLED: "changed `/setup`",
    Did.PROMPT_ADDED: "put a prompt into the bank",
    Did.PROMPT_CHANGED: "changed a prompt of the bank",
    Did.PROMPT_REMOVED: "took a prompt out of the bank",
    Did.PROMPTS_IMPORTED: "took prompts into the bank from a file",
    Did.SUGGESTION_TAKEN: "took a suggestion into the bank",
    Did.SUGGESTION_DECLINED: "said no thanks to a suggestion",
    Did.ENTRY_APPROVED: "approved an entry in",
    Did.ENTRY_TRUSTED: "approves all entries of a writer, first in",
    Did.CHANGES_ASKED: "asked for changes to an entry in",
    Did.ENTRY_REFUSED: "refused an entry in",
    Did.SPAM_REFUSED: "refused spam in",
    Did.ENTRY_REMOVED: "removed an entry from",
    Did.ENTRY_RESTORED: "restored an entry of",
    Did.ENTRY_MOVED: "moved an entry to",
    Did.HEADER_CORRECTED: "corrected a header in",
    Did.ENTRY_REPOSTED: "let deleted posts be posted again in",
    Did.ENTRY_LEFT_OUT: "left out deleted posts of",
    Did.REPORT_LEFT: "left a reported entry as it is in",
    Did.TAG_NAMED: "gave another name to a tag",
    Did.TAG_AS_BEFORE: "gave its old name back to a tag",
    Did.MEMBER_BLOCKED: "blocked a member",
    Did.MEMBER_UNBLOCKED: "let a blocked member hand in again",
}


def listed(deeds: Sequence[Logged], written: list[bytes]) -> Iterator[tuple[discord.ui.LayoutView, list[discord.File]]]:
    """The newest deeds, as many as fit, and all of them as files, each in a message."""
    lines, room = list[str](), ROOM
    for deed in deeds:
        said = line(deed)
        room -= message_length.units(said) + 1
        if room < 0:
            break
        lines.append(said)
    if len(lines) < len(deeds):
        have = "the file has" if len(written) == 1 else "the files have"
        lines.append(f"-# The newest {len(lines):,} of {len(deeds):,}; {have} more.")
    for number, file in enumerate(attached.numbered(FILE, written)):
        yield attached.below(notice("More of the log." if number else "\n".join(lines)), [file])


def nothing() -> discord.ui.LayoutView:
    return notice("Nothing that fits is in the log. What moderators do here is written down from now on.")


def line(deed: Logged) -> str:
    who = terms.member(deed.moderator_id)
    about = f" **{escaping.line(deed.subject, LONGEST_NAME)}**" if deed.subject is not None else ""
    entry = [] if deed.entry is None else [f"**{escaping.line(deed.entry, LONGEST_NAME)}**"]
    member = [] if deed.member_id is None else [terms.member(deed.member_id)]
    whom = f" ({', '.join([*entry, *member])})" if entry or member else ""
    why = "" if deed.reason is None else f"\n> {escaping.line(deed.reason, LONGEST_REASON)}"
    return f"{terms.countdown(deed.at)}: {who} {SAID[deed.what]}{about}{whom}{why}"
