"""A round's messages as they should be and as they are, and a note of each step from one to the other."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.domain.entries.entry import Entry
from bot.domain.rounds.posted_message import Message, Purpose, Spot, Subject
from bot.domain.rounds.reaction import Hearts
from bot.domain.rounds.round import Phase, Round
from bot.domain.rounds.settings import Customs
from bot.domain.rounds.trouble import Trouble
from bot.domain.tags.tag_index import Naming
from bot.storage import (
    challenges,
    entries,
    guilds,
    images,
    masterlists,
    messages,
    reactions,
    round_dates,
    round_events,
    rounds,
    stocktakings,
    tag_names,
)
from bot.storage.database import Database, Due, reads, recalls, recalls_due, writes
from bot.storage.session import Session

WAIT = timedelta(hours=1)
"""How long a paused round waits when nothing changes."""
NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Page:
    """One message that should be there. It is a page of `entry`, or the round's own where that is None."""

    purpose: Purpose
    entry: Entry | None
    number: int

    @property
    def place(self) -> tuple[Purpose, int | None, int]:
        """The key of the page's row."""
        return self.purpose, None if self.entry is None else self.entry.id, self.number


@dataclass(frozen=True, slots=True)
class Scene:
    """A round at one moment with all that its messages may speak of."""

    round: Round
    entries: tuple[Entry, ...]
    messages: tuple[Message, ...]
    hearts: Hearts
    """The hearts as the round-up tells them: none until they were compared after the close."""
    customs: Customs
    image_name: str | None
    """File name of the prompt's picture."""
    namings: tuple[Naming, ...]
    """What moderators call the server's tags."""
    challenge: str | None
    """Name of its challenge."""
    in_events: bool
    """Whether the server's events tell of it, or should."""
    stock_is_due: bool
    """Whether its channel is to be looked at before anything is posted there."""

    @property
    def phase(self) -> Phase:
        return self.round.on_show

    @property
    def feedback(self) -> tuple[str, ...]:
        """The emoji under its entries: its own, or the server's."""
        return self.round.plan.feedback or self.customs.feedback

    def pages(self) -> dict[int, int]:
        """The number of messages that an entry has, by its id. It is missing while one of them shows something else."""
        shown: dict[int, dict[int, str | None]] = {}
        for row in self.messages:
            if row.entry_id is not None:
                shown.setdefault(row.entry_id, {})[row.page] = row.shown
        found: dict[int, int] = {}
        for entry in self.entries:
            pages = shown.get(entry.id, {})
            count = messages_told(pages.get(0))
            if count and all(pages.get(number) == shown_by(entry, count) for number in range(count)):
                found[entry.id] = count
        return found

    def rows(self, pages: Iterable[Page]) -> dict[Page, Message]:
        """The row of each page that has one."""
        placed = {(row.purpose, row.entry_id, row.page): row for row in self.messages}
        return {page: row for page in pages if (row := placed.get(page.place)) is not None}


def shown_by(entry: Entry, count: int) -> str:
    """The fingerprint of an entry's messages: no picture, the revision, and how many messages there are. A new layout
    alone edits none of them.
    """
    return f"0 {entry.revision} {count}"


def messages_told(fingerprint: str | None) -> int:
    """The number of messages that an entry had when this one was shown; zero where that is not known."""
    return int((fingerprint or "0").rpartition(" ")[2])


@dataclass(frozen=True, slots=True)
class Agenda:
    """What wants a look at one moment."""

    rounds: tuple[Round, ...]
    """Those whose messages may differ from what they should be, the oldest promise first."""
    challenges: tuple[tuple[int, int], ...]
    """The ids of those with something to open, each with its guild's, the oldest promise first. Where the channel is to
    be looked at after a restore, that comes first.
    """


@recalls_due
def agenda(session: Session, now: datetime) -> Due[Agenda]:
    """With the next date of any round or challenge, or the next try of a paused round."""
    due = sorted(rounds.due(session, now), key=lambda round_: round_.promised_at(now))
    coming = rounds.next_due(session, now), challenges.next_due(session, now)
    return Agenda(tuple(due), tuple(challenges.due(session, now))), min(filter(None, coming), default=None)


@writes
def pass_dates(session: Session, round_id: int, now: datetime) -> None:
    """Write down which of a round's dates have come, before a message shows it."""
    if round_dates.pass_(session, round_id, now):
        rounds.touch(session, round_id)


@reads
def scene(session: Session, round_id: int) -> Scene | None:
    round_ = rounds.get(session, round_id)
    if round_ is None:
        return None
    return scene_of(session, round_)


@writes
def want(session: Session, before: Scene, pages: list[Page]) -> Scene | None:
    """Give a row to each page. Returns the scene with all rows; None where the round is no more."""
    if rounds.get(session, before.round.id) is None:
        return None
    for page in pages:
        messages.want(
            session,
            round_id=before.round.id,
            channel_id=before.round.channel_id,
            purpose=page.purpose,
            entry_id=page.entry.id if page.entry is not None else None,
            page=page.number,
        )
    rows = messages.of_round(session, before.round.id)
    return replace(before, messages=tuple(rows))


@writes
def note_tried(session: Session, row: Message, channel_id: int, now: datetime) -> None:
    messages.note_tried(session, row.id, channel_id, now)


@writes
def note_sent(session: Session, row: Message, spot: Spot, shown: str, thread: str | None = None) -> None:
    messages.note_sent(session, row.id, spot, shown, thread)


@writes
def note_found(session: Session, row: Message, spot: Spot, now: datetime) -> None:
    """Note that a tried send has arrived. The ledger may have missed hearts that readers left there meanwhile."""
    messages.note_found(session, row.id, spot)
    if row.entry_id is not None:
        rounds.note_missed(session, row.round_id, now)


@writes
def note_missed(session: Session, row: Message, now: datetime) -> None:
    """Note that the ledger missed an event, which came before the message's number was known."""
    rounds.note_missed(session, row.round_id, now)


@writes
def note_editing(session: Session, row: Message) -> None:
    """Note that nobody knows what this message shows: an edit may arrive without an answer."""
    messages.note_shown(session, row.id, None)


@writes
def note_shown(session: Session, row: Message, fingerprint: str) -> None:
    messages.note_shown(session, row.id, fingerprint)


@writes
def note_thread(session: Session, row: Message, fingerprint: str) -> None:
    """Note what the thread of this message shows."""
    messages.note_thread(session, row.id, fingerprint)


note_opening = writes(messages.note_opening)
"""Note that a closed thread is about to be opened for a change, so that it is closed again whatever happens then."""


threads_to_keep = recalls(messages.threads_to_keep)
"""The threads to be kept open, since their rounds are not over: guild, round and thread."""


audiences = recalls(rounds.audiences)
"""The rounds on show that are not over: each with its server and channel, and whether that was for adults."""


note_audience = writes(rounds.note_audience)
"""Note whether the round's channel is for adults now."""


@writes
def look_again(session: Session, round_ids: Iterable[int]) -> None:
    """Let these rounds be looked at: something about their channels changed."""
    for round_id in round_ids:
        rounds.touch(session, round_id)


@writes
def note_seeded(session: Session, row: Message, emoji: Iterable[str]) -> None:
    messages.note_seeded(session, row.id, emoji)


@reads
def stands(session: Session, entry_id: int) -> bool:
    return entries.get_standing(session, entry_id) is not None


@writes
def note_taking_away(session: Session, row: Message, now: datetime) -> None:
    """Note that the bot is about to delete this message, so that no moderator seems to have deleted it. Where an entry
    stands on fewer messages now, the hearts of this one stay.
    """
    messages.remove(session, row.id, now)
    if row.entry_id is None or row.message_id is None or entries.get_standing(session, row.entry_id) is None:
        return
    first = messages.by_subject(session, Subject(Purpose.ENTRY, row.entry_id, 0))
    if first is not None and first.message_id is not None:
        reactions.carry(session, row.message_id, first.message_id)


@writes
def note_taken_away(session: Session, row: Message) -> Message:
    """Note that the bot deleted this message, or never sent it. The row becomes as before the first send."""
    messages.forget(session, row.id)
    if row.message_id is not None:
        reactions.clear(session, row.message_id)
    return messages.by_subject(session, row.subject) or row


@writes
def note_published(session: Session, seen: Scene) -> None:
    """Note that everything of this scene is on show. The masterlist of its challenge may have to tell of it."""
    rounds.note_published(session, seen.round)
    if seen.round.challenge_id is not None:
        masterlists.touch(session, seen.round.challenge_id)


@writes
def pause(session: Session, round_id: int, trouble: Trouble, now: datetime) -> Round | None:
    """Keep the trouble that pauses the round. The bot tries again at the round's next date, after an hour at most; but
    waiting brings no channel back that is gone.

    Returns the round while its moderators do not know, else None.
    """
    round_ = rounds.get(session, round_id)
    if round_ is None:
        return None
    latest = NEVER if trouble is Trouble.NO_CHANNEL else now + WAIT
    rounds.pause(session, round_id, trouble, min(latest, round_.next_date(now) or latest))
    return None if rounds.is_told(session, round_id) else round_


async def wait_no_longer(db: Database, guild_id: int | None) -> None:
    """Let paused rounds of this guild, or of all guilds, be tried again: somebody may have mended something."""
    waiting = await db.recall(rounds.waiting)
    if guild_id in waiting or (guild_id is None and waiting):
        await db.write(rounds.wait_no_longer, guild_id)


note_telling = writes(rounds.note_telling)
"""Note that the moderators are about to be told of the pause. Returns since when they may know of it, if at all."""


note_told = writes(rounds.note_told)
"""Note that the moderators know of the pause."""


def scene_of(session: Session, round_: Round) -> Scene:
    image_id, until, challenge_id = round_.plan.image_id, round_.hearts_at, round_.challenge_id
    return Scene(
        round=round_,
        in_events=round_.plan.event or round_events.get(session, round_.id) is not None,
        stock_is_due=stocktakings.get_due(session, round_.channel_id) is not None,
        entries=tuple(entries.of_round(session, round_.id)),
        messages=tuple(messages.of_round(session, round_.id)),
        hearts=Hearts({}) if until is None else reactions.hearts_until(session, round_.id, until),
        customs=guilds.customs(session, round_.guild_id),
        image_name=None if image_id is None else images.name(session, image_id),
        namings=tuple(tag_names.of_guild(session, round_.guild_id)),
        challenge=None if challenge_id is None else challenges.required(session, challenge_id).name,
    )
