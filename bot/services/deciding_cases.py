"""What moderators decide about cases: once, whoever is first, with a word to the writer."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.entries import authorship
from bot.domain.entries.draft import Draft
from bot.domain.entries.entry import Entry, EntryState
from bot.domain.moderation import deed, private_notice
from bot.domain.moderation.case import Case, Outcome, Question
from bot.domain.moderation.deed import Did
from bot.domain.moderation.private_notice import News, PrivateNotice
from bot.domain.problem import (
    CaseDecided,
    CaseGone,
    EntryReworded,
    NotUnderstood,
    RefusedError,
    RoundCancelled,
    WriterBlocked,
)
from bot.domain.reading.manuscript import Manuscript
from bot.domain.rounds.late_pass import LatePass
from bot.domain.rounds.round import Phase, Round
from bot.services import holding, moderating, restoring, withdrawing
from bot.storage import (
    blocked_members,
    cases,
    deeds,
    drafts,
    entries,
    guilds,
    late_passes,
    private_notices,
    rounds,
    trusted_members,
    waiting_changes,
)
from bot.storage.database import reads, recalls, writes
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
    lost: tuple[Entry, ...] = ()
    """The entries whose posts were deleted, where that is the question."""
    is_change: bool = False
    """True if the entry stands, and this is what a change would have it say."""
    before: Case | None = None
    """The case by which moderators asked for changes to it before."""
    is_as_before: bool = False
    """True if it says what it said then."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A moderator's word on a case."""

    case_id: int
    guild_id: int
    by: int
    at: datetime
    reason: str | None = None
    seen: int | None = None
    """The mark of the entry as they saw it, where they say yes to it."""


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
    """Let the entry appear, or its change count; from now on all of this writer's at once if `always`."""
    case, entry = waiting_entry(session, decision)
    if decision.seen not in (None, entry.mark):
        raise RefusedError(EntryReworded())
    member_id = authorship.account_of(entry)
    if always and blocked_members.block_of(session, case.guild_id, member_id) is not None:
        raise RefusedError(WriterBlocked())
    changed = waiting_changes.of_case(session, case.id, entry)
    if changed is None:
        entries.release(session, entry.id)
    else:
        holding.let_count(session, changed, decision.at)
    if always:
        trusted_members.trust(session, case.guild_id, member_id, decision.by, decision.at)
    return close_case_and_tell(
        session, decision, entry, Outcome.APPROVED, Did.ENTRY_TRUSTED if always else Did.ENTRY_APPROVED
    )


@writes
def ask_for_changes(session: Session, decision: Decision) -> Brief:
    """Give the entry back to its writer as a draft, and time for the changes where the round closes soon."""
    entry = give_back(session, decision)
    excuse(session, entry, decision)
    return close_case_and_tell(session, decision, entry, Outcome.CHANGES, Did.CHANGES_ASKED)


@writes
def refuse(session: Session, decision: Decision, *, as_spam: bool = False) -> Brief:
    """Leave the entry out. Its writer keeps the text as a draft."""
    entry = give_back(session, decision)
    if as_spam:
        return close_case_and_tell(session, decision, entry, Outcome.SPAM, Did.SPAM_REFUSED)
    return close_case_and_tell(session, decision, entry, Outcome.REFUSED, Did.ENTRY_REFUSED)


@writes
def post_again(session: Session, decision: Decision) -> Brief:
    """Let the entries whose posts were deleted be posted once more, but for those that were handed in again."""
    case = asked(session, decision, Question.DELETION)
    for entry in entries.lost_in(session, case.id):
        if not moderating.is_handed_in_again(session, entry):
            moderating.bring_back(session, entry, decision.at)
    return close_case(session, decision, case, Outcome.POSTED_AGAIN, Did.ENTRY_REPOSTED)


@writes
def leave_out(session: Session, decision: Decision) -> Brief:
    """Leave the entries removed whose posts were deleted. Their writers know, and have the texts."""
    case = asked(session, decision, Question.DELETION)
    return close_case(session, decision, case, Outcome.LEFT_OUT, Did.ENTRY_LEFT_OUT)


@writes
def leave(session: Session, decision: Decision) -> Brief:
    """Leave an entry as it is that a reader reported."""
    case = asked(session, decision, Question.REPORT)
    return close_case(session, decision, case, Outcome.LEFT, Did.REPORT_LEFT)


@writes
def remove(session: Session, decision: Decision) -> Brief:
    """Take an entry out that a reader reported. Its writer keeps the text as a draft."""
    case = asked(session, decision, Question.REPORT)
    entry = entries.get_standing(session, case.entry_id)
    if entry is None:
        raise RefusedError(CaseGone())
    withdrawing.give_back(session, entry, decision.at)
    moderating.settle_cases(session, entry, decision.by, decision.reason, decision.at)
    return close_case_and_tell(session, decision, entry, Outcome.REMOVED, Did.ENTRY_REMOVED)


def close_case(session: Session, decision: Decision, case: Case, outcome: Outcome, did: Did) -> Brief:
    """Write the decision down, for the log and for the card."""
    cases.decide(session, case.id, outcome, by=decision.by, now=decision.at)
    rounds.touch(session, case.round_id)
    round_ = round_of(session, case.round_id)
    about = case.entry_id if case.kind is Question.REPORT else None
    done = deed.about_round(round_, did, request=f"case {case.id}", by=decision.by, at=decision.at, entry_id=about)
    deeds.note(session, done)
    return brief_of(session, known(session, decision.guild_id, case.id))


def excuse(session: Session, entry: Entry, decision: Decision) -> None:
    """Give the writer time for changes, which the word about these tells."""
    round_, member_id = round_of(session, entry.round_id), authorship.account_of(entry)
    ends = (round_.plan.in_time_until, late_passes.until(session, round_.id, member_id))
    until = decision.at + TIME_FOR_CHANGES
    if all(end is None or end < until for end in ends):
        late_passes.give(session, LatePass(round_.id, member_id, until, decision.by), told_at=decision.at)
        entries.touch_of_author(session, round_.id, member_id)


def close_case_and_tell(session: Session, decision: Decision, entry: Entry, outcome: Outcome, did: Did) -> Brief:
    """Write the decision down, for the log and for the card, and for the writer, who is told."""
    cases.decide(session, decision.case_id, outcome, by=decision.by, reason=decision.reason, now=decision.at)
    rounds.touch(session, entry.round_id)
    round_, writer = round_of(session, entry.round_id), authorship.account_of(entry)
    request = f"case {decision.case_id}"
    done = deed.about_round(
        round_,
        did,
        request=request,
        by=decision.by,
        at=decision.at,
        entry_id=entry.id,
        member_id=writer,
        reason=decision.reason,
    )
    deeds.note(session, done)
    named = guilds.customs(session, round_.guild_id).names_moderators
    notice = PrivateNotice(
        request=request,
        guild_id=round_.guild_id,
        member_id=writer,
        what=news(session, decision.case_id, entry, outcome),
        round_id=round_.id,
        entry_id=entry.id,
        moderator_id=decision.by if named else None,
        reason=decision.reason,
        noted_at=decision.at,
    )
    if authorship.is_known(entry):
        private_notices.note(session, notice)
    return brief_of(session, known(session, round_.guild_id, decision.case_id))


def news(session: Session, case_id: int, entry: Entry, outcome: Outcome) -> News:
    is_change = waiting_changes.of_case(session, case_id, entry) is not None
    return private_notice.OF_CHANGE[outcome] if is_change else News(outcome)


def give_back(session: Session, decision: Decision) -> Entry:
    """Make a draft of the entry's text again. If only a change waited, the entry stands as it did, and the change is
    the draft.
    """
    case, entry = waiting_entry(session, decision)
    if waiting_changes.of_case(session, case.id, entry) is None:
        withdrawing.give_back(session, entry, decision.at)
    return entry


def waiting_entry(session: Session, decision: Decision) -> tuple[Case, Entry]:
    case = asked(session, decision, Question.REVIEW)
    entry = entries.get_standing(session, case.entry_id)
    if entry is None:
        raise RefusedError(CaseGone())
    if round_of(session, entry.round_id).phase(decision.at) is Phase.CANCELLED:
        raise RefusedError(RoundCancelled())
    return case, entry


def asked(session: Session, decision: Decision, question: Question) -> Case:
    """The case that waits, if this is what it asks."""
    case = open_case(session, decision.guild_id, decision.case_id)
    if case.kind is not question:
        raise RefusedError(NotUnderstood())
    return case


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
    round_, entry = round_of(session, case.round_id), entries.get(session, case.entry_id)
    lost = tuple(entries.lost_in(session, case.id)) if case.kind is Question.DELETION else ()
    if entry is None or not authorship.is_known(entry):
        return Brief(case, round_, None, lost)
    changed = waiting_changes.of_case(session, case.id, entry)
    before = cases.asked_before(session, case) if case.kind is Question.REVIEW else None
    said = changed or entry
    is_as_before = before is not None and said.manuscript == said_then(session, before)
    return Brief(case, round_, said, lost, changed is not None, before, is_as_before)


def said_then(session: Session, before: Case) -> Manuscript | None:
    entry = entries.get(session, before.entry_id)
    return entry and (waiting_changes.of_case(session, before.id, entry) or entry).manuscript


def round_of(session: Session, round_id: int) -> Round:
    found = rounds.get(session, round_id)
    if found is None:
        raise RefusedError(CaseGone())
    return found


# -- the cards in moderators' channels ------------------------------------------------------------

unshown = recalls(cases.unshown)
"""The cards that are missing, or may not show how their cases stand."""


@reads
def on_card(session: Session, case_id: int) -> Brief | None:
    """What a case's card shows; None where its server was forgotten meanwhile."""
    found = cases.get(session, case_id)
    return None if found is None else brief_of(session, found)


note_tried = writes(cases.note_tried)
note_stands = writes(cases.note_stands)
note_found = writes(cases.note_found)
note_shown = writes(cases.note_shown)
forget_card = writes(cases.forget_card)
"""Let the card of a case that waits be sent once more."""


# -- what writers hear ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tidings:
    """A notice with what it speaks of."""

    notice: PrivateNotice
    round: Round
    entry: Entry
    since: datetime | None
    """Since when the member may know it, if at all."""
    drafts: tuple[Draft, ...] = ()
    """The texts that go along: of all their entries whose posts went at once."""
    draft_id: int | None = None
    """The draft that the entry's text is again, or the change of it."""
    excused_until: datetime | None = None
    """Until when the writer has more time for the round than others."""


untold = recalls(private_notices.untold)
"""The notices of which members do not know yet, the oldest first."""


@writes
def note_telling(session: Session, notice: PrivateNotice, now: datetime) -> Tidings | None:
    """Note that the member is about to be told. None where nothing is left to be told."""
    entry, round_ = entries.get(session, notice.entry_id), rounds.get(session, notice.round_id)
    if entry is None or round_ is None or not private_notices.is_untold(session, notice.request):
        private_notices.note_told(session, notice, now)
        return None
    since = private_notices.note_telling(session, notice, now)
    again = None if entry.state is EntryState.STANDS else drafts.of_entry(session, entry.id)
    held = (again and drafts.get_held(session, again.id)) or drafts.changing(session, entry.id)
    lost = texts_lost(session, notice) if notice.what is News.DELETED else ()
    excused_until = late_passes.until(session, round_.id, notice.member_id)
    return Tidings(notice, round_, entry, since, lost, held and held.id, excused_until)


def texts_lost(session: Session, notice: PrivateNotice) -> tuple[Draft, ...]:
    """The drafts that a member's entries became whose posts went with the one of the notice. An entry whose loss was
    told by itself is told alone.
    """
    mine = [entry for entry in entries.lost_with(session, notice.entry_id) if authorship.is_by(entry, notice.member_id)]
    alone = notice.request.endswith(f" {notice.entry_id}")
    found = [drafts.of_entry(session, entry.id) for entry in mine if entry.id == notice.entry_id or not alone]
    return tuple(filter(None, found))


note_told = writes(private_notices.note_told)
"""Note that the member was told, or cannot be."""
