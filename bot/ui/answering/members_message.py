"""Members' messages from the menu: their own texts and files, and those that they forward."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

import discord

from bot.domain.documents import file
from bot.domain.entries import authorship
from bot.domain.entries.entry import Entry
from bot.domain.header import written_name
from bot.domain.problem import MessageWithoutWords, NotYours, PostedByProxy, RefusedError
from bot.domain.text import escaping, surrogates
from bot.ui.wording import terms

ENTERED = ("looked at", "`/submit`, and *Edit text* to paste what belongs to this story")
COUNTED = ("counted", "`/count`")
"""What happened to the first file, and what to do with the others."""

FORWARDED = "This was forwarded, and Discord does not tell me who wrote it: hand it in only if it is your own."

ALREADY = "This is your entry already. To hand it in elsewhere, too, paste it: `/submit` takes it."
BEGUN = "You entered this message before; here is your draft of it."
CHANGED = (
    "You changed this message since you entered it, so I changed your draft of it. `/drafts` has what it said before."
)

REPLIED_TO = re.compile(
    r"\*{0,2}\[Reply to:?\]\(<?https://(?:\w{1,10}\.)?discord(?:app)?\.com/channels/\d", re.IGNORECASE
)
LONGEST_NAME = 60
"""Characters shown of a file's name."""

Part = discord.Message | discord.MessageSnapshot


def read(message: discord.Message) -> tuple[str, discord.Attachment | None]:
    """A message's text, and the first file attached to it that can be read. A message with neither is refused."""
    text = "\n\n".join(filter(None, map(text_of, parts(message))))
    found = readable(message)
    if not found and not text.strip():
        found = attached(message)  # its refusal names it
        if not found:
            raise RefusedError(MessageWithoutWords(instead_of_words(message)))
    return surrogates.whole(text), next(iter(found), None)


def must_be_own(message: discord.Message, entry: Entry | None, member_id: int) -> None:
    """Refuse what is not the member's; `entry` is the one that the message shows. What was forwarded counts as its
    forwarder's: they say whether it is theirs.
    """
    if entry is None and message.webhook_id is not None:
        raise RefusedError(PostedByProxy())
    is_own = message.author.id == member_id if entry is None else authorship.is_by(entry, member_id)
    if not is_own:
        raise RefusedError(NotYours())


def first_id(message: discord.Message) -> int:
    """The number of the message that this one forwards, or its own."""
    forwarded = message.reference.message_id if message.message_snapshots and message.reference else None
    return forwarded or message.id


def said_at(message: discord.Message) -> datetime:
    """When its words were written, or changed."""
    part = next(iter(message.message_snapshots), message)
    return part.edited_at or part.created_at


def about(message: discord.Message, done: str, way: str) -> str | None:
    """Say what becomes of the files of a message: one was taken. `done` and `way` are as in COUNTED."""
    names = [each.filename for each in readable(message)]
    if len(names) < 2:
        return None
    taken, *others = names
    left = terms.plural(len(others), escaping.code(others[0], LONGEST_NAME), f"the {len(others)} others")
    return f"Of these files I {done} {escaping.code(taken, LONGEST_NAME)} alone; for {left} there is {way}."


def parts(message: discord.Message) -> Iterator[Part]:
    yield message
    yield from message.message_snapshots


def text_of(part: Part) -> str:
    """The written text, or else the components', and the embeds' below it."""
    written = part.content or "\n".join(laid_out(part.components))
    embeds = [embedded(each) for each in part.embeds if not (previews(each, written) or is_replied_to(each))]
    return "\n\n".join(filter(None, (written, *embeds)))


def laid_out(components: Iterable[discord.Component]) -> Iterator[str]:
    """The texts in components, from top to bottom."""
    for each in components:
        if isinstance(each, discord.TextDisplay):
            yield each.content
        yield from laid_out(getattr(each, "children", ()))


def previews(embed: discord.Embed, text: str) -> bool:
    """True if Discord made the embed from a link in the text."""
    return "://" in text and (embed.type != "rich" or embed.url is not None)


def is_replied_to(embed: discord.Embed) -> bool:
    """True for what a proxy adds to a reply: the message that is answered, with a way to it."""
    return REPLIED_TO.match(embed.description or "") is not None


def embedded(embed: discord.Embed) -> str:
    """The text of an embed, without its author and date. Fields that are a header's stand where a header does."""
    fields = [(field.name or "", field.value or "") for field in embed.fields]
    header = [f"{name.strip(' :*')}: {value}" for name, value in fields if is_headers(name)]
    others = [f"{name}\n{value}" for name, value in fields if not is_headers(name)]
    top = "\n".join(filter(None, (embed.title, *header)))
    return "\n\n".join(filter(None, (top, embed.description, *others)))


def is_headers(name: str) -> bool:
    return bool(written_name.named(name.strip(" :*")))


def instead_of_words(message: discord.Message) -> str:
    """The kind of a message without words, with its article."""
    if message.poll is not None:
        return "a poll"
    return "a sticker" if any(part.stickers for part in parts(message)) else "this message"


def attached(message: discord.Message) -> list[discord.Attachment]:
    return [each for part in parts(message) for each in part.attachments]


def readable(message: discord.Message) -> list[discord.Attachment]:
    return [each for each in attached(message) if file.kind(each.filename) in file.KINDS]
