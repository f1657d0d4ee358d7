"""From a draft to an entry: judging it as often as the writer likes, and handing it in once."""

import zlib
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.entries import admission, revision
from bot.domain.entries.admission import Circumstances, Verdict
from bot.domain.entries.draft import Draft, Understanding
from bot.domain.entries.entry import Entry, known_as
from bot.domain.entries.revision import Change
from bot.domain.problem import (
    Blocked,
    DraftGone,
    EntryOutOfSight,
    HandedInLate,
    NoRoundOpen,
    NotAsShown,
    NothingChanged,
    NotYours,
    Problem,
    RefusedError,
    RoundNotChosen,
    RoundOutOfSight,
    StoryTwice,
)
from bot.domain.reading import omission
from bot.domain.reading.manuscript import Manuscript
from bot.domain.rounds import audience
from bot.domain.rounds.round import Phase, Round
from bot.domain.text.conventions import Convention
from bot.services import drafting, holding
from bot.services.holding import ReadFirst
from bot.storage import blocked_members, drafts, entries, entry_versions, guilds, late_passes, rounds, waiting_changes
from bot.storage.database import Database, reads
from bot.storage.session import Session


@dataclass(frozen=True, slots=True)
class Judgement:
    """A draft as understood, and what keeps it from the round. `round` is None until one of `open_rounds` is chosen."""

    draft: Draft
    understood: Understanding
    entry: Entry | None
    """The entry that the draft is to change, as it stands; None for a new one."""
    round: Round | None
    open_rounds: tuple[Round, ...]
    verdict: Verdict
    convention: Convention
    """The round's own way to count, or the guild's where there is no round yet."""
    at: datetime
    """The moment that the judgement holds for."""
    excused_until: datetime | None
    """Until when the writer has more time for the round than others."""
    read_first: ReadFirst
    corrected: tuple[Change, ...]
    """What moderators corrected in the header of the entry that it is to change."""

    @property
    def manuscript(self) -> Manuscript:
        return self.understood.manuscript

    @property
    def words_beside(self) -> int:
        """Number of words left out or set below the story. The writer may have meant them for it."""
        return sum(each.words for each in (*self.understood.left_out, *self.understood.set_below))

    @property
    def mark(self) -> int:
        """A checksum of the story and its round. The preview carries it, so that a click tells what its writer saw."""
        draft = self.draft
        said = (draft.text, draft.header, draft.bounds, draft.round_id, self.words_beside, self.entry is None)
        return zlib.crc32(repr(said).encode("utf-8", "backslashreplace"))

    @property
    def asks_first(self) -> bool:
        """Whether the bot asks the writer before it posts the story without those words."""
        return omission.more_than_a_note((*self.understood.left_out, *self.understood.set_below))


class AskFirstError(Exception):
    """The writer has not agreed yet to leave so much of their text out."""

    def __init__(self, judgement: Judgement) -> None:
        super().__init__(judgement.draft.id)
        self.judgement = judgement


@dataclass(frozen=True, slots=True)
class Places:
    """Ids of channels: those of rounds and those for adults that one writer sees, and which of all these are for
    adults.
    """

    in_sight: AbstractSet[int]
    for_adults: AbstractSet[int]


taking = reads(rounds.taking)
"""The rounds that take an entry of a member now, in time or late."""


async def submit(
    db: Database,
    draft_id: int,
    author_id: int,
    now: datetime,
    places: Places,
    *,
    writer_name: str | None,
    joined_at: datetime | None = None,
    shown: int | None = None,
    agreed: bool = False,
) -> tuple[Entry, Round]:
    """Hand the draft in, or save the change that it is. `now` is the time of the click, and the deadline goes by it.
    `writer_name` is how the server calls the writer, `joined_at` when they came there. `shown` is the mark of what the
    writer saw, None where they saw nothing. `agreed` says whether they agree to what is left out.

    The transaction decides everything again. A second click finds the entry of the first.

    Raises RefusedError with all the problems; without any, AskFirstError where the writer has to agree first.
    """
    await drafting.understand(db, draft_id)
    return await db.write(
        hand_in,
        draft_id,
        author_id,
        now,
        places,
        writer_name=writer_name,
        joined_at=joined_at,
        shown=shown,
        agreed=agreed,
    )


def hand_in(
    session: Session,
    draft_id: int,
    author_id: int,
    now: datetime,
    places: Places,
    *,
    writer_name: str | None,
    joined_at: datetime | None,
    shown: int | None,
    agreed: bool,
) -> tuple[Entry, Round]:
    found = drafts.get(session, draft_id)
    if found is None:
        raise RefusedError(DraftGone())
    if found.author_id != author_id:
        raise RefusedError(NotYours())
    earlier = became(session, found)
    if earlier is not None:
        if entries.get_standing(session, earlier.id) is None:
            raise RefusedError(DraftGone())
        return earlier, round_of(session, earlier.round_id)
    judgement = judged(session, drafting.own(session, draft_id, author_id), now, places)
    round_ = must_stand(judgement, shown, agreed=agreed)
    rounds.touch(session, round_.id)
    if judgement.entry is not None:
        return change(session, judgement, judgement.entry, round_), round_
    entry = add(session, judgement, round_, writer_name)
    return holding.hold(session, entry, round_, joined_at, now), round_


def became(session: Session, draft: Draft) -> Entry | None:
    """The entry that the draft was handed in as, or is to change once moderators say yes."""
    if draft.entry_id is not None and waiting_changes.waits(session, draft.id):
        return entries.get(session, draft.entry_id)
    return entries.of_draft(session, draft.id)


def add(session: Session, judgement: Judgement, round_: Round, writer_name: str | None) -> Entry:
    return entries.add(
        session,
        draft_id=judgement.draft.id,
        round_id=round_.id,
        author_id=judgement.draft.author_id,
        writer_name=writer_name,
        manuscript=judgement.manuscript,
        now=judgement.at,
    )


def change(session: Session, judgement: Judgement, entry: Entry, round_: Round) -> Entry:
    """Let the entry say what the draft does, or stay as it is while moderators are asked."""
    saying = entry.saying(judgement.draft.id, judgement.manuscript)
    if holding.hold_change(session, saying, round_, judgement.at):
        return replace(entry, change_waits=True)
    return holding.let_count(session, saying, judgement.at)


def must_stand(judgement: Judgement, shown: int | None, *, agreed: bool) -> Round:
    """The round that the story goes to. Raises where the writer saw something else, or something is in the way."""
    if shown not in (None, judgement.mark):
        raise RefusedError(NotAsShown())
    if judgement.verdict.problems or judgement.round is None:
        raise RefusedError(*judgement.verdict.problems)
    if judgement.asks_first and not agreed:
        raise AskFirstError(judgement)
    return judgement.round


def judged(session: Session, draft: Draft, now: datetime, places: Places) -> Judgement:
    understood = draft.understood()
    entry = None if draft.entry_id is None else entries.get_standing(session, draft.entry_id)
    every = rounds.taking(session, draft.guild_id, draft.author_id, now)
    in_sight = [round_ for round_ in every if round_.channel_id in places.in_sight]
    others = in_sight if entry is None else ()
    open_rounds = tuple(round_ for round_ in others if is_told(session, round_, draft.author_id, now))
    asked = draft if entry is None else replace(draft, round_id=entry.round_id)
    chosen = chosen_round(session, asked, in_sight, now, places)
    customs = guilds.customs(session, draft.guild_id)
    convention = customs.convention if chosen is None else chosen.plan.convention
    if chosen is None:
        unchosen = why_no_round(asked, changes=entry, any_open=bool(open_rounds))
        refusal = blocked(session, draft.guild_id, draft.author_id) or unchosen
        verdict = without_round(refusal, understood.manuscript, convention)
    else:
        verdict = verdict_in(
            session,
            draft,
            understood.manuscript,
            chosen,
            entry=entry,
            open_rounds=open_rounds,
            now=now,
            places=places,
        )
    return Judgement(
        draft=draft,
        understood=understood,
        entry=entry,
        round=chosen,
        open_rounds=open_rounds,
        verdict=verdict,
        convention=convention,
        at=now,
        excused_until=None if chosen is None else late_passes.until(session, chosen.id, draft.author_id),
        read_first=ReadFirst.NEVER if chosen is None else holding.read_first(session, draft, chosen),
        corrected=() if entry is None else corrected(session, entry),
    )


judge = reads(judged)
"""The judgement that the writer's preview shows."""


def corrected(session: Session, entry: Entry) -> tuple[Change, ...]:
    return tuple(revision.changes(entry_versions.header_as_saved(session, entry), entry.header))


def is_told(session: Session, round_: Round, member_id: int, now: datetime) -> bool:
    """True if the member knows that the round takes their entry. Of a grace nobody is told."""
    if round_.phase(now) is Phase.OPEN or round_.asks_late(now):
        return True
    excused_until = late_passes.until(session, round_.id, member_id)
    return excused_until is not None and excused_until > now


def chosen_round(session: Session, draft: Draft, found: list[Round], now: datetime, places: Places) -> Round | None:
    """The round that the writer named, if they see its channel. Without a name, it is the only open one they see; if
    none is open, the only one that still takes their story.
    """
    if draft.round_id is not None:
        named = rounds.get(session, draft.round_id)
        return named if named is not None and named.channel_id in places.in_sight else None
    first = [round_ for round_ in found if round_.phase(now) is Phase.OPEN] or found
    return first[0] if len(first) == 1 else None


def why_no_round(draft: Draft, *, changes: Entry | None, any_open: bool) -> Problem:
    if draft.round_id is not None:
        return RoundOutOfSight() if changes is None else EntryOutOfSight()
    return RoundNotChosen() if any_open else NoRoundOpen()


def without_round(refusal: Problem, manuscript: Manuscript, convention: Convention) -> Verdict:
    return Verdict((refusal, *admission.story_problems(manuscript)), admission.warnings(manuscript, convention))


def verdict_in(
    session: Session,
    draft: Draft,
    manuscript: Manuscript,
    chosen: Round,
    *,
    entry: Entry | None,
    open_rounds: Sequence[Round],
    now: datetime,
    places: Places,
) -> Verdict:
    """What its round says to a story, or to a change of an entry: that takes no further place."""
    late_pass = late_passes.get(session, chosen.id, draft.author_id)
    circumstances = Circumstances(
        entries_allowed=0 if late_pass is None else late_pass.entries or 0,
        entries_already=0 if entry else entries.how_many_of_author(session, chosen.id, draft.author_id),
        age_restricted=chosen.channel_id in places.for_adults,
        rounds_for_adults=audience.channels_of(open_rounds, manuscript.header.rating, places.for_adults),
        channels_for_adults=tuple(sorted(places.for_adults & places.in_sight)),
    )
    admitted = admission.admit(manuscript, chosen.plan_as_known(now), circumstances)
    excused_until = None if late_pass is None else late_pass.until
    is_blocked = blocked(session, chosen.guild_id, draft.author_id)
    if entry is not None:
        refusals = change_refusals(chosen, entry, manuscript, now=now, excused_until=excused_until)
        return Verdict((*filter(None, [is_blocked]), *refusals, *admitted.problems), admitted.warnings)
    refusal = is_blocked or chosen.entry_refusal(now, excused_until)
    if refusal is not None:
        return Verdict((refusal, *admitted.problems), admitted.warnings)
    late = [HandedInLate(chosen.plan.closes_at)] if chosen.is_late(now, excused_until) else []
    twin = entries.header_with_story(session, chosen.id, draft.author_id, manuscript.story)
    twice = [] if twin is None else [StoryTwice(known_as(twin, manuscript.story))]
    return Verdict(admitted.problems, (*late, *twice, *admitted.warnings))


def change_refusals(
    round_: Round, entry: Entry, manuscript: Manuscript, *, now: datetime, excused_until: datetime | None
) -> list[Problem]:
    """What keeps an entry as it is, whatever the change says."""
    refusal = round_.edit_refusal(now, excused_until, was_late=entry.is_late)
    same = (revision.as_kept(manuscript.header), manuscript.story) == (entry.header, entry.story)
    return [*([refusal] if refusal is not None else []), *([NothingChanged()] if same else [])]


@reads
def must_take(session: Session, round_: Round, member_id: int, now: datetime) -> None:
    """Refuse where the round takes no entry of this member now."""
    excused_until = late_passes.until(session, round_.id, member_id)
    refusal = blocked(session, round_.guild_id, member_id) or round_.entry_refusal(now, excused_until)
    if refusal is not None:
        raise RefusedError(refusal)


def blocked(session: Session, guild_id: int, member_id: int) -> Problem | None:
    """What keeps a blocked member from handing in anything; None for all others."""
    found = blocked_members.block_of(session, guild_id, member_id)
    if found is None:
        return None
    by, reason = found
    return Blocked(reason, by if guilds.customs(session, guild_id).names_moderators else None)


def round_of(session: Session, round_id: int) -> Round:
    found = rounds.get(session, round_id)
    if found is None:
        raise RefusedError(NoRoundOpen())
    return found
