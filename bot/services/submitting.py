"""From a draft to an entry: judging it as often as the writer likes, and handing it in once."""

import zlib
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime

from bot.domain.problem import (
    DraftGone,
    HandedInLate,
    NoRoundOpen,
    NotAsShown,
    NotYours,
    RefusedError,
    RoundNotChosen,
    RoundOutOfSight,
)
from bot.domain.reading import omission
from bot.domain.reading.manuscript import Manuscript
from bot.domain.rounds import admission, audience
from bot.domain.rounds.admission import Circumstances, Verdict
from bot.domain.rounds.draft import Draft, Understanding
from bot.domain.rounds.entry import Entry
from bot.domain.rounds.round import Phase, Round
from bot.domain.text.conventions import Convention
from bot.services import drafting, holding
from bot.storage import drafts, entries, guilds, late_passes, rounds
from bot.storage.database import Database, reads
from bot.storage.session import Session


@dataclass(frozen=True, slots=True)
class Judgement:
    """A draft as understood, and what keeps it from the round. `round` is None until one of `open_rounds` is chosen."""

    draft: Draft
    understood: Understanding
    round: Round | None
    open_rounds: tuple[Round, ...]
    verdict: Verdict
    convention: Convention
    """The round's own way to count, or the guild's where there is no round yet."""
    at: datetime
    """The moment that the judgement holds for."""

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
        said = (draft.text, draft.header, draft.bounds, draft.round_id, self.words_beside)
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
    """Ids of channels: those of rounds and those for adults that one writer sees, and those of all these that are for
    adults.
    """

    in_sight: AbstractSet[int]
    for_adults: AbstractSet[int]


taking = reads(rounds.taking)
"""The rounds that take an entry of a member now, in time or late."""


@reads
def judge(session: Session, draft: Draft, now: datetime, places: Places) -> Judgement:
    """The judgement that the writer's preview shows."""
    return judged(session, draft, now, places)


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
    """Hand the draft in. `now` is the time of the click, and the deadline goes by it. `writer_name` is how the server
    calls the writer, `joined_at` when they came there. `shown` is the mark of what the writer saw, None where they saw
    nothing. `agreed` says whether they agree to what is left out.

    The transaction decides everything again. A second click finds the entry of the first.

    Raises RefusedError with all the problems; without any, AskFirstError where the writer has to agree first.
    """
    await drafting.understand(db, draft_id)
    return await db.write(
        handed_in,
        draft_id,
        author_id,
        now,
        places,
        writer_name=writer_name,
        joined_at=joined_at,
        shown=shown,
        agreed=agreed,
    )


def handed_in(
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
    earlier = entries.of_draft(session, draft_id)
    if earlier is not None:
        if entries.get_standing(session, earlier.id) is None:
            raise RefusedError(DraftGone())
        return earlier, round_of(session, earlier.round_id)
    judgement = judged(session, drafting.own(session, draft_id, author_id), now, places)
    round_ = must_stand(judgement, shown, agreed=agreed)
    entry = entries.add(
        session,
        draft_id=draft_id,
        round_id=round_.id,
        author_id=author_id,
        writer_name=writer_name,
        manuscript=judgement.manuscript,
        now=now,
    )
    rounds.touch(session, round_.id)
    return holding.hold(session, entry, round_, joined_at, now), round_


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
    every = rounds.taking(session, draft.guild_id, draft.author_id, now)
    in_sight = [round_ for round_ in every if round_.channel_id in places.in_sight]
    chosen = chosen_round(session, draft, in_sight, now, places)
    open_rounds = [round_ for round_ in in_sight if is_told(session, round_, draft.author_id, now)]
    customs = guilds.customs(session, draft.guild_id)
    convention = customs.convention if chosen is None else chosen.plan.convention
    return Judgement(
        draft=draft,
        understood=understood,
        round=chosen,
        open_rounds=tuple(open_rounds),
        verdict=verdict(
            session,
            draft,
            understood.manuscript,
            chosen,
            open_rounds=open_rounds,
            convention=convention,
            now=now,
            places=places,
        ),
        convention=convention,
        at=now,
    )


def is_told(session: Session, round_: Round, member_id: int, now: datetime) -> bool:
    """True if the member knows that the round takes their entry. Of a grace nobody is told."""
    if round_.phase(now) is Phase.OPEN or round_.asks_late(now):
        return True
    excused_until = late_passes.until(session, round_.id, member_id)
    return excused_until is not None and excused_until > now


def chosen_round(session: Session, draft: Draft, found: list[Round], now: datetime, places: Places) -> Round | None:
    """The round that the writer named, if they see its channel; without a name, the only open one they see, or else the
    only one that still takes their story.
    """
    if draft.round_id is not None:
        named = rounds.get(session, draft.round_id)
        return named if named is not None and named.channel_id in places.in_sight else None
    first = [round_ for round_ in found if round_.phase(now) is Phase.OPEN] or found
    return first[0] if len(first) == 1 else None


def verdict(
    session: Session,
    draft: Draft,
    manuscript: Manuscript,
    chosen: Round | None,
    *,
    open_rounds: Sequence[Round],
    convention: Convention,
    now: datetime,
    places: Places,
) -> Verdict:
    if chosen is None:
        unchosen = RoundNotChosen() if open_rounds else NoRoundOpen()
        if draft.round_id is not None:
            unchosen = RoundOutOfSight()
        return Verdict((unchosen, *admission.story_problems(manuscript)), admission.warnings(manuscript, convention))
    circumstances = Circumstances(
        entries_already=entries.how_many_of_author(session, chosen.id, draft.author_id),
        age_restricted=chosen.channel_id in places.for_adults,
        rounds_for_adults=audience.channels_of(open_rounds, manuscript.header.rating, places.for_adults),
        channels_for_adults=tuple(sorted(places.for_adults & places.in_sight)),
    )
    admitted = admission.admit(manuscript, chosen.plan_as_known(now), circumstances)
    excused_until = late_passes.until(session, chosen.id, draft.author_id)
    refusal = chosen.entry_refusal(now, excused_until)
    if refusal is not None:
        return Verdict((refusal, *admitted.problems), admitted.warnings)
    late = [HandedInLate(chosen.plan.closes_at)] if chosen.is_late(now, excused_until) else []
    return Verdict(admitted.problems, (*late, *admitted.warnings))


@reads
def must_take(session: Session, round_: Round, member_id: int, now: datetime) -> None:
    """Refuse where the round takes no entry of this member now."""
    refusal = round_.entry_refusal(now, late_passes.until(session, round_.id, member_id))
    if refusal is not None:
        raise RefusedError(refusal)


def round_of(session: Session, round_id: int) -> Round:
    found = rounds.get(session, round_id)
    if found is None:
        raise RefusedError(NoRoundOpen())
    return found
