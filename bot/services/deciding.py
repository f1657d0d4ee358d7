"""What moderators decide about cases: once, whoever is first, with a word to the writer."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.moderation import deed
from bot.domain.moderation.case import Case, Outcome
from bot.domain.moderation.deed import Did
from bot.domain.moderation.private_notice import News, PrivateNotice
from bot.domain.problem import CaseDecided, CaseGone, RefusedError
from bot.domain.rounds import authorship
from bot.domain.rounds.entry import Entry
from bot.domain.rounds.late_pass import LatePass
from bot.domain.rounds.round import Round
from bot.services import restoring, withdrawing
from bot.storage import cases, deeds, entries, guilds, late_passes, private_notices, rounds, trusted_members
from bot.storage.database import reads, writes
from bot.storage.session import Session

TIME_FOR_CHANGES = timedelta(days=2)
"""The time that a writer has at least for changes that moderators asked for."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A case with what moderators have to see to decide it."""

    case: Case
    round: Round
    entry: Entry | None
    """None where nothing of it is left."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A moderator's word on a case."""

    case_id: int
    guild_id: int
    by: int
    at: datetime
    reason: str | None = None


@reads
def brief(session: Session, guild_id: int, case_id: int) -> Brief:
    return brief_of(session, known(session, guild_id, case_id))


@reads
def waiting(session: Session, guild_id: int) -> list[Brief]:
    """What moderators of a server have to decide, the oldest first."""
    return [brief_of(session, case) for case in cases.waiting(session, guild_id)]


@reads
def undecided(session: Session, guild_id: int, case_id: int) -> Brief:
    """Raises RefusedError where somebody decided, and says who."""
    return brief_of(session, open_case(session, guild_id, case_id))


@writes
def approve(session: Session, decision: Decision, *, always: bool = False) -> Brief:
    """Let the entry appear; from now on all of this writer's at once if `always`."""
    case, entry = waiting_entry(session, decision)
    entries.release(session, entry.id)
    if always:
        trusted_members.trust(session, case.guild_id, authorship.told(entry).id, decision.by, decision.at)
    return decided(session, decision, entry, Outcome.APPROVED, Did.ENTRY_TRUSTED if always else Did.ENTRY_APPROVED)


@writes
def ask_for_changes(session: Session, decision: Decision) -> Brief:
    """Give the entry back to its writer as a draft, and time for the changes where the round closes soon."""
    _, entry = waiting_entry(session, decision)
    withdrawing.give_back(session, entry, decision.at)
    excuse(session, entry, decision)
    return decided(session, decision, entry, Outcome.CHANGES, Did.CHANGES_ASKED)


@writes
def refuse(session: Session, decision: Decision, *, as_spam: bool = False) -> Brief:
    """Leave the entry out. Its writer keeps the text as a draft."""
    _, entry = waiting_entry(session, decision)
    withdrawing.give_back(session, entry, decision.at)
    if as_spam:
        return decided(session, decision, entry, Outcome.SPAM, Did.SPAM_REFUSED)
    return decided(session, decision, entry, Outcome.REFUSED, Did.ENTRY_REFUSED)


def excuse(session: Session, entry: Entry, decision: Decision) -> None:
    round_, member_id = round_of(session, entry.round_id), authorship.told(entry).id
    ends = (round_.plan.in_time_until, late_passes.until(session, round_.id, member_id))
    until = decision.at + TIME_FOR_CHANGES
    if all(end is None or end < until for end in ends):
        late_passes.give(session, LatePass(round_.id, member_id, until, decision.by))


def decided(session: Session, decision: Decision, entry: Entry, outcome: Outcome, did: Did) -> Brief:
    """Write the decision down, for the log, for the card and for the writer."""
    cases.decide(session, decision.case_id, outcome, by=decision.by, reason=decision.reason, now=decision.at)
    rounds.touch(session, entry.round_id)
    round_, writer = round_of(session, entry.round_id), authorship.told(entry).id
    request = f"case {decision.case_id}"
    done = deed.about_round(
        round_, did, request=request, by=decision.by, at=decision.at, member_id=writer, reason=decision.reason
    )
    deeds.note(session, done)
    named = guilds.customs(session, round_.guild_id).names_moderators
    notice = PrivateNotice(
        request=request,
        guild_id=round_.guild_id,
        member_id=writer,
        what=News(outcome),
        round_id=round_.id,
        entry_id=entry.id,
        moderator_id=decision.by if named else None,
        reason=decision.reason,
        noted_at=decision.at,
    )
    private_notices.note(session, notice)
    return brief_of(session, known(session, round_.guild_id, decision.case_id))


def waiting_entry(session: Session, decision: Decision) -> tuple[Case, Entry]:
    case = open_case(session, decision.guild_id, decision.case_id)
    entry = entries.get_standing(session, case.entry_id)
    if entry is None:
        raise RefusedError(CaseGone())
    return case, entry


def open_case(session: Session, guild_id: int, case_id: int) -> Case:
    found = known(session, guild_id, case_id)
    if found.outcome is not None:
        raise RefusedError(CaseDecided(found.decided_by or 0, found.outcome))
    return found


def known(session: Session, guild_id: int, case_id: int) -> Case:
    found = cases.get(session, case_id)
    if found is None:
        raise restoring.missing(session, case_id, CaseGone())
    if found.guild_id != guild_id:
        raise RefusedError(CaseGone())
    return found


def brief_of(session: Session, case: Case) -> Brief:
    entry = entries.get(session, case.entry_id)
    is_left = entry is not None and authorship.is_known(entry)
    return Brief(case, round_of(session, case.round_id), entry if is_left else None)


def round_of(session: Session, round_id: int) -> Round:
    found = rounds.get(session, round_id)
    if found is None:
        raise RefusedError(CaseGone())
    return found


# -- the cards in moderators' channels ------------------------------------------------------------

unshown = reads(cases.unshown)
"""The cards that are missing, or may not show how their cases stand."""


note_tried = writes(cases.note_tried)
note_stands = writes(cases.note_stands)
note_found = writes(cases.note_found)
note_shown = writes(cases.note_shown)


# -- what writers hear ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tidings:
    """A notice with what it speaks of."""

    notice: PrivateNotice
    round: Round
    entry: Entry
    since: datetime | None
    """Since when the member may know it, if at all."""


untold = reads(private_notices.untold)
"""The notices of which members do not know yet, the oldest first."""


@writes
def note_telling(session: Session, notice: PrivateNotice, now: datetime) -> Tidings | None:
    """Note that the member is about to be told. None where nothing is left to be told."""
    entry, round_ = entries.get(session, notice.entry_id), rounds.get(session, notice.round_id)
    if entry is None or round_ is None:
        private_notices.note_told(session, notice, now)
        return None
    return Tidings(notice, round_, entry, private_notices.note_telling(session, notice, now))


note_told = writes(private_notices.note_told)
"""Note that the member was told, or cannot be."""
