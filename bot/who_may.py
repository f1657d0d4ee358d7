"""Who may do what, as one table. Every command, menu, button, select and form has its name in it, and without that it
is not registered. Refusals come from here, and so does the README's table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, auto


class Relation(StrEnum):
    """How somebody stands to a thing of this server."""

    MEMBER = "member"
    AUTHOR = "whose it is"
    MODERATOR = "moderator"
    MANAGER = "manager of the server"
    OUTSIDER = "member who can't see the channel"
    ELSEWHERE = "on another server"
    DIRECT = "in a direct message"


class Who(StrEnum):
    """Those who may do a thing."""

    ANYBODY = auto()
    MEMBERS = auto()
    WRITERS = auto()
    """Members, and who writes on a draft of theirs in a direct message."""
    READERS = auto()
    """Members who see the channel."""
    AUTHOR = auto()
    WRITER = auto()
    """Whose draft it is, in a direct message, too."""
    MODERATORS = auto()
    """Of the channel, where they see it."""
    KEEPERS = auto()
    """Moderators of more than a channel of their own."""
    MANAGERS = auto()

    def includes(self, relation: Relation) -> bool:
        return MARKS[self][[*Relation].index(relation)] == "x"


MARKS: Mapping[Who, str] = {
    Who.ANYBODY: "xxxxxxx",
    Who.MEMBERS: "xxxxx..",
    Who.WRITERS: "xxxxx.x",
    Who.READERS: "xxxx...",
    Who.AUTHOR: ".x.....",
    Who.WRITER: ".x....x",
    Who.MODERATORS: "..xx...",
    Who.KEEPERS: "..xx...",
    Who.MANAGERS: "...x...",
}
"""Who they are, in the order of relations."""


class Target(StrEnum):
    """What a thing is done to. The number of a button or a form names it, or an option of a command."""

    NOTHING = auto()
    PAGE = auto()
    """A number that is no row's."""
    TEXT = auto()
    """A text that is kept first, as a draft of whoever wrote it, and asked about then."""
    HERE = auto()
    """The channel in which it is done."""
    CHANNEL = auto()
    """The channel that is named or usual."""
    DRAFT = auto()
    ENTRY = auto()
    CHOSEN_ENTRY = auto()
    """An entry that a select's value names."""
    STORY = auto()
    """An entry for its readers."""
    POST = auto()
    """An entry where it stands in a channel, also for those whom the bot would not show it."""
    ROUND = auto()
    PROPOSAL = auto()
    CHALLENGE = auto()
    PROMPT = auto()
    IMPORT = auto()
    SUGGESTION = auto()
    CASE = auto()
    """What moderators of a round's channel are asked to decide."""


@dataclass(frozen=True, slots=True)
class Row:
    who: Who
    target: Target


class UnlistedError(LookupError):
    """A command or a route without a row."""

    def __init__(self, name: str) -> None:
        super().__init__(f"nobody may use {name!r} yet: bot/who_may.py has no row for it")


COMMANDS: Mapping[Row, tuple[str, ...]] = {
    Row(Who.ANYBODY, Target.NOTHING): ("count", "Count words", "help", "filters", "mydata export", "mydata delete"),
    Row(Who.MEMBERS, Target.NOTHING): (
        *(
            "submit",
            "Enter as drabble",
            "Report",
            "drafts",
            "entries",
            "prompt suggest",
            "round list",
            "challenge list",
        ),
    ),
    Row(Who.AUTHOR, Target.ENTRY): ("entry show", "entry edit", "entry history", "entry withdraw"),
    Row(Who.READERS, Target.ROUND): ("round show", "read"),
    Row(Who.READERS, Target.CHALLENGE): ("challenge show", "challenge calendar"),
    Row(Who.MODERATORS, Target.CHANNEL): ("round open", "challenge new"),
    Row(Who.MODERATORS, Target.ROUND): (
        *("round again", "round edit", "round extend", "round close", "round cancel", "round allow"),
    ),
    Row(Who.MODERATORS, Target.ENTRY): ("entry remove", "entry restore", "entry move", "entry header"),
    Row(Who.MODERATORS, Target.CHALLENGE): (
        *("challenge edit", "challenge pause", "challenge resume", "challenge skip", "challenge end"),
    ),
    Row(Who.MODERATORS, Target.HERE): ("doctor", "queue"),
    Row(Who.KEEPERS, Target.NOTHING): (
        *("prompts list", "prompts add", "prompts export", "prompts import", "prompts suggestions", "log"),
        *("tags list", "tags merge", "tags rename"),
        *("member block", "member unblock"),
    ),
    Row(Who.KEEPERS, Target.PROMPT): ("prompts edit", "prompts remove"),
    Row(Who.MANAGERS, Target.NOTHING): ("setup", "server forget"),
}
"""Slash commands and the menus of a message."""

ROUTES: Mapping[Row, tuple[str, ...]] = {
    Row(Who.ANYBODY, Target.NOTHING): ("count.text", "filters.keep", "mydata.ask", "mydata.delete", "mydata.leave"),
    Row(Who.MEMBERS, Target.NOTHING): ("prompt.suggest",),
    Row(Who.MEMBERS, Target.PAGE): ("draft.page", "draft.discarded", "entry.page"),
    Row(Who.MEMBERS, Target.TEXT): ("draft.new",),
    Row(Who.WRITERS, Target.TEXT): ("draft.text", "draft.header", "draft.form_filled"),
    Row(Who.WRITER, Target.DRAFT): (
        *("draft.open", "draft.edit_text", "draft.new_text", "draft.edit_header", "draft.form", "draft.more"),
        *("draft.bounds", "draft.start_up", "draft.start_down", "draft.end_up", "draft.end_down"),
        *("draft.take", "draft.take_story", "draft.choose_round", "draft.hand_in", "draft.hand_in_without"),
        *("draft.discard", "draft.restore", "draft.versions", "draft.bring_back", "draft.next_story"),
    ),
    Row(Who.AUTHOR, Target.ENTRY): (
        *("entry.open", "entry.whole", "entry.edit", "entry.versions", "entry.version"),
        *("entry.ask", "entry.take_back", "entry.leave"),
    ),
    Row(Who.AUTHOR, Target.CHOSEN_ENTRY): ("entry.withdraw",),
    Row(Who.READERS, Target.STORY): ("entry.read", "entry.plain"),
    Row(Who.READERS, Target.POST): ("entry.report",),
    Row(Who.READERS, Target.ROUND): (
        *("round.submit", "round.read", "remind.press", "remind.ask", "remind.choose", "remind.drop"),
    ),
    Row(Who.MODERATORS, Target.ROUND): ("round.close", "round.cancel"),
    Row(Who.MODERATORS, Target.PROPOSAL): (
        *("round.confirm", "round.confirm_telling", "round.reword", "round.redraw", "round.drop", "round.prompt"),
    ),
    Row(Who.MODERATORS, Target.CHALLENGE): (
        *("challenge.write", "challenge.written", "challenge.agree", "challenge.drop", "challenge.show"),
        *("challenge.swap", "challenge.pause", "challenge.resume", "challenge.skip", "challenge.list_again"),
        *("challenge.ask_end", "challenge.end", "challenge.settings", "challenge.stories", "challenge.channel"),
        *("challenge.home", "challenge.talk", "challenge.set", "challenge.order", "challenge.ping"),
        *("challenge.reminders", "challenge.round_switches", "challenge.fields", "challenge.rating"),
        *("challenge.entries", "challenge.late", "challenge.grace", "challenge.story_switches"),
        *("challenge.write_emoji", "challenge.emoji_written", "challenge.review"),
    ),
    Row(Who.MODERATORS, Target.ENTRY): ("entry.header",),
    Row(Who.MODERATORS, Target.CASE): (
        *("case.read", "case.approve", "case.trust", "case.changes", "case.refuse", "case.spam"),
        *("case.leave", "case.remove", "case.post_again", "case.leave_out"),
    ),
    Row(Who.MODERATORS, Target.HERE): ("doctor.look", "doctor.test", "doctor.take_away", "doctor.resume", "queue.page"),
    Row(Who.KEEPERS, Target.NOTHING): ("tags.merge", "tags.undo"),
    Row(Who.KEEPERS, Target.PAGE): ("prompts.page", "prompts.of_set", "prompts.of_use", "prompts.add", "tags.page"),
    Row(Who.KEEPERS, Target.PROMPT): (
        *("prompts.open", "prompts.edit", "prompts.another", "prompts.remove", "prompts.take_out"),
    ),
    Row(Who.AUTHOR, Target.IMPORT): (
        *("prompts.alike", "prompts.leave_out", "prompts.no_doubles", "prompts.no_alike", "prompts.take"),
        "prompts.put_aside",
    ),
    Row(Who.KEEPERS, Target.SUGGESTION): (
        *("suggestion.approve", "suggestion.reword", "suggestion.change", "suggestion.refuse", "suggestion.decline"),
    ),
    Row(Who.MANAGERS, Target.NOTHING): (
        *("setup.channel", "setup.home", "setup.moderators", "setup.notices", "setup.date_order", "setup.convention"),
        *(
            "setup.fields",
            "setup.write",
            "setup.written",
            "setup.screen",
            "setup.screened",
            "server.ask",
            "server.forget",
            "server.leave",
        ),
    ),
}
"""Buttons, selects and forms, by their custom ids."""

TABLE: Mapping[str, Row] = {name: row for part in (COMMANDS, ROUTES) for row, names in part.items() for name in names}


def row_of(name: str) -> Row:
    """The row of a command, or of a button's, a select's or a form's route. Raises UnlistedError without one."""
    if name not in TABLE:
        raise UnlistedError(name)
    return TABLE[name]
