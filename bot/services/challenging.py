"""Setting up challenges, and changing them: a moderator proposes, sees the dates, says yes."""

from collections.abc import Callable, Iterable
from datetime import datetime

from bot.domain.challenges.calendar import Calendar
from bot.domain.challenges.challenge import Challenge, Skip
from bot.domain.challenges.notice import What
from bot.domain.dates import written_date
from bot.domain.moderation import deed
from bot.domain.moderation.deed import Did
from bot.domain.problem import ChallengeOver, ChallengeUnknown, OccurrenceUnknown, RefusedError
from bot.domain.prompts.prompt import Prompt
from bot.domain.prompts.source import Source
from bot.domain.rounds.asked import Asked
from bot.domain.rounds.round_plan import Plan
from bot.services import drawing_prompts, opening_by_calendar, restoring
from bot.storage import challenge_notices, challenge_skips, challenges, deeds, masterlists, plans, prompt_takes, rounds
from bot.storage.database import reads, recalls, writes
from bot.storage.session import Session

of_guild = recalls(challenges.of_guild)
"""A server's challenges; those that are over come last."""


not_over = reads(rounds.of_challenge)
"""The rounds of a challenge that are not over."""


@writes
def propose(
    session: Session, asked: Asked, name: str, *, terms: Plan, calendar: Calendar | None, source: Source
) -> Challenge:
    """Keep a challenge until its moderator says yes."""
    challenge_id = challenges.add(
        session,
        asked.request,
        guild_id=asked.guild_id,
        channel_id=asked.channel_id,
        plan_id=keep(session, asked, terms),
        name=name,
        proposed=calendar,
        source=source,
    )
    return known(session, asked.guild_id, challenge_id)


@writes
def agree(session: Session, asked: Asked, challenge_id: int) -> Challenge:
    """Let it begin, or go by its proposed calendar, from now on. A second click finds what the first one did."""
    before = changeable(session, asked.guild_id, challenge_id)
    if challenges.agree(session, challenge_id, asked.at):
        challenges.look_at(session, challenge_id, asked.at)
        note(session, asked, before, Did.CHALLENGE_CHANGED if before.begun_at else Did.CHALLENGE_BEGUN)
    return known(session, asked.guild_id, challenge_id)


@writes
def change(session: Session, asked: Asked, challenge_id: int, changed: Callable[[Challenge], Challenge]) -> Challenge:
    """Change what its next rounds are like. Rounds that are open go on as they were promised."""
    before = changeable(session, asked.guild_id, challenge_id)
    after = changed(before)
    same_terms = after.terms == before.terms
    plan_id = challenges.plan_id(session, challenge_id) if same_terms else keep(session, asked, after.terms)
    challenges.change(session, after, plan_id)
    masterlists.touch(session, challenge_id)  # its name stands there
    if after.source != before.source:
        prompt_takes.let_go(session, before.taker)
    if after.calendar != before.calendar:
        challenges.look_at(session, challenge_id, asked.at)
    if before.begun_at is not None:
        note(session, asked, before, Did.CHALLENGE_CHANGED)
    return known(session, asked.guild_id, challenge_id)


@writes
def pause(session: Session, asked: Asked, challenge_id: int) -> Challenge:
    """Open no rounds until it goes on."""
    before = changeable(session, asked.guild_id, challenge_id)
    challenges.pause(session, challenge_id, asked.at)
    challenges.look_at(session, challenge_id, None)
    if before.paused_at is None:
        note(session, asked, before, Did.CHALLENGE_PAUSED)
    return known(session, asked.guild_id, challenge_id)


@writes
def resume(session: Session, asked: Asked, challenge_id: int) -> Challenge:
    """Go on with what opens from now on."""
    before = changeable(session, asked.guild_id, challenge_id)
    if before.paused_at is not None:
        challenges.resume(session, challenge_id)
        challenges.look_at(session, challenge_id, asked.at)
        note(session, asked, before, Did.CHALLENGE_RESUMED)
    return known(session, asked.guild_id, challenge_id)


@writes
def end(session: Session, asked: Asked, challenge_id: int) -> Challenge:
    """Open no round any more. A prompt that was set aside goes back."""
    challenge = known(session, asked.guild_id, challenge_id)
    challenges.end(session, challenge_id, asked.at)
    challenges.look_at(session, challenge_id, None)
    prompt_takes.let_go(session, challenge.taker)
    if challenge.begun_at is not None and challenge.ended_at is None:
        note(session, asked, challenge, Did.CHALLENGE_ENDED)
    return known(session, asked.guild_id, challenge_id)


@writes
def leave_out(session: Session, asked: Asked, challenge_id: int, skip: Skip) -> Challenge:
    """Let no round open at one of its dates, unless one has."""
    challenge = changeable(session, asked.guild_id, challenge_id)
    if rounds.has_occurrence(session, challenge_id, skip.occurrence):
        raise RefusedError(OccurrenceUnknown(skip.occurrence))
    challenge_skips.put(session, challenge_id, skip)
    said = [skip.said] if skip.said else []
    note(session, asked, challenge, Did.DATE_LEFT_OUT, ": ".join([date_of(skip.occurrence), *said]))
    return known(session, asked.guild_id, challenge_id)


@writes
def hold_after_all(session: Session, asked: Asked, challenge_id: int, occurrence: str) -> Challenge:
    """Let the round open that was left out."""
    challenge = changeable(session, asked.guild_id, challenge_id)
    challenge_skips.remove(session, challenge_id, occurrence)
    note(session, asked, challenge, Did.DATE_HELD, date_of(occurrence))
    return known(session, asked.guild_id, challenge_id)


@writes
def set_next_prompt_aside(session: Session, guild_id: int, challenge_id: int, now: datetime) -> Prompt | None:
    """Set a prompt aside for its next round, until a moderator swaps it. None where there is none."""
    return opening_by_calendar.set_next_aside(session, changeable(session, guild_id, challenge_id), now)


@writes
def swap_prompt(session: Session, asked: Asked, challenge_id: int) -> Prompt | None:
    """Set another prompt aside for its next round. Where there is no other, the present one stays."""
    challenge = changeable(session, asked.guild_id, challenge_id)
    note(session, asked, challenge, Did.PROMPT_SWAPPED)
    draw = opening_by_calendar.draw(challenge, asked.request, asked.at)
    return drawing_prompts.swap_for(session, challenge.taker, draw)


@writes
def list_again(session: Session, asked: Asked, challenge_id: int) -> Challenge:
    """Let its masterlist be posted once more, where somebody deleted it."""
    challenge = known(session, asked.guild_id, challenge_id)
    note(session, asked, challenge, Did.LIST_POSTED)
    masterlists.forget_removed(session, challenge_id)
    return challenge


@reads
def without_place(session: Session, asked: Iterable[Challenge]) -> frozenset[int]:
    """The numbers of those challenges of which a round can stand nowhere, so that those behind it wait, too."""
    on = [challenge.id for challenge in asked if challenge.ended_at is None]
    return frozenset(id_ for id_ in on if rounds.has_no_place(session, id_))


@reads
def has_lost_list(session: Session, challenge_id: int) -> bool:
    """True if somebody deleted its masterlist, or a page of it."""
    return any(page.removed for page in masterlists.pages(session, challenge_id))


@reads
def missed(session: Session, challenge_id: int) -> tuple[datetime, ...]:
    """The openings of rounds that were over before the bot could open them."""
    return challenge_notices.openings(session, challenge_id, What.MISSED)


def date_of(occurrence: str) -> str:
    """The date as the log tells it."""
    return written_date.in_full(datetime.fromisoformat(occurrence))


def note(session: Session, asked: Asked, challenge: Challenge, what: Did, reason: str | None = None) -> None:
    """Write down who did this, for the log."""
    if asked.moderator_id is not None:
        done = deed.about_challenge(
            challenge, what, request=asked.request, by=asked.moderator_id, at=asked.at, reason=reason
        )
        deeds.note(session, done)


def keep(session: Session, asked: Asked, terms: Plan) -> int:
    """Keep what its rounds have in common, as a plan. Returns the plan's number."""
    return plans.add(
        session,
        request=f"{asked.request} terms",
        guild_id=asked.guild_id,
        channel_id=asked.channel_id,
        moderator_id=asked.moderator_id,
        round_id=None,
        based_on=None,
        plan=terms,
        now=asked.at,
    )


def changeable(session: Session, guild_id: int, challenge_id: int) -> Challenge:
    found = known(session, guild_id, challenge_id)
    if found.ended_at is not None:
        raise RefusedError(ChallengeOver(found.name, found.ended_at))
    return found


def known(session: Session, guild_id: int, challenge_id: int) -> Challenge:
    found = challenges.get(session, challenge_id)
    if found is None:
        raise restoring.missing(session, challenge_id, ChallengeUnknown(str(challenge_id)))
    if found.guild_id != guild_id:
        raise RefusedError(ChallengeUnknown(str(challenge_id)))
    return found


get = reads(known)
