"""Opening, changing, closing and cancelling rounds: a moderator proposes, sees the dates, says yes."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.entries import admission
from bot.domain.entries.entry import Entry
from bot.domain.header.field import Field
from bot.domain.moderation import deed
from bot.domain.moderation.deed import Did
from bot.domain.problem import BankDry, PromptMissing, ProposalGone, RefusedError, RoundChanged, RoundOver, RoundUnknown
from bot.domain.prompts.image_file import Image
from bot.domain.prompts.source import Draw, Source
from bot.domain.rounds import prompt_title
from bot.domain.rounds.asked import Asked
from bot.domain.rounds.round import Phase, Round
from bot.domain.rounds.round_plan import Drawn, Plan, Proposal, window_problems
from bot.services import calling_off, drawing_prompts, restoring
from bot.storage import challenges, deeds, entries, images, plans, private_reminders, prompt_takes, round_dates, rounds
from bot.storage.database import reads, writes
from bot.storage.session import Session


@dataclass(frozen=True, slots=True)
class Wording:
    """What a moderator writes into the form; an empty title means one made from the prompt."""

    title: str
    prompt: str
    required: tuple[Field, ...]
    keeps_picture: bool = True
    """True if the old picture stays, unless a new one replaces it."""


@writes
def propose(
    session: Session, asked: Asked, plan: Plan, *, round_id: int | None = None, challenge_id: int | None = None
) -> Proposal:
    """Keep a plan until its moderator confirms it: for a round that is changed, or a new one, maybe of a challenge."""
    based_on = None if round_id is None else rounds.plan_id(session, round_id)
    return keep(session, asked, plan, round_id=round_id, based_on=based_on, challenge_id=challenge_id)


@writes
def propose_drawn(
    session: Session, asked: Asked, plan: Plan, set_name: str | None, *, challenge_id: int | None = None
) -> Proposal:
    """A proposal with an unused prompt of the bank, from this set, or from where its challenge takes them, or from any.
    It is used with the yes.
    """
    named = None if set_name is None else drawing_prompts.set_named(session, asked.guild_id, set_name)
    plan = draw_prompt(session, asked, plan, named, challenge_id)
    return keep(session, asked, plan, round_id=None, based_on=None, challenge_id=challenge_id)


@writes
def redraw(session: Session, asked: Asked, plan_id: int) -> Proposal:
    """The proposal with another prompt of the bank. Whatever was written into the old one goes with it."""
    old = proposed(session, plan_id, asked.guild_id)
    if old.confirmed or old.dropped or old.plan.drawn is None:
        raise RefusedError(ProposalGone())
    asked = replace(asked, channel_id=old.channel_id)
    plan = draw_prompt(session, asked, old.plan, old.plan.drawn.set_name, old.challenge_id)
    return keep(session, asked, plan, round_id=None, based_on=None, challenge_id=old.challenge_id)


def draw_prompt(session: Session, asked: Asked, plan: Plan, set_name: str | None, challenge_id: int | None) -> Plan:
    before = 0 if plan.drawn is None else plan.drawn.prompt_id
    source = Source(set_name, falls_back=set_name is None)
    if set_name is None and challenge_id is not None:
        source = challenges.required(session, challenge_id).source
    draw = Draw(asked.guild_id, source, asked.request, asked.at)
    found = drawing_prompts.offer(session, draw, but=before)
    if found is None:
        raise RefusedError(BankDry(set_name or ""))
    return replace(
        plan,
        title=prompt_title.title_of(found.text, under_cut=plan.under_cut),
        prompt=found.text,
        image_id=found.image_id,
        drawn=Drawn(found.id, set_name),
    )


@writes
def reword(session: Session, asked: Asked, plan_id: int, wording: Wording, image: Image | None) -> Proposal:
    """A new proposal: the old one with other words, and with the new image, the old one or none.

    The new proposal keeps what the moderator typed, whatever became of the old one. Where the old one has opened a
    round, the new one would change that round.
    """
    old = proposed(session, plan_id, asked.guild_id)
    round_id, based_on = old.round_id, old.id if old.confirmed else old.based_on
    if old.confirmed and round_id is None:
        round_id = rounds.open_with(session, old.id).id
    title = wording.title or usual_title(session, old, wording.prompt, round_id)
    image_id = old.plan.image_id if wording.keeps_picture else None
    plan = replace(old.plan, title=title, prompt=wording.prompt, required=wording.required, image_id=image_id)
    asked = replace(asked, channel_id=old.channel_id)
    challenge_id = old.challenge_id if round_id is None else None
    return keep(session, asked, plan, round_id=round_id, based_on=based_on, challenge_id=challenge_id, image=image)


def usual_title(session: Session, old: Proposal, prompt: str, round_id: int | None) -> str:
    """The title of a round that nobody gave one: its challenge's name and its number, or the prompt's first words."""
    round_ = None if round_id is None else rounds.get(session, round_id)
    if round_ is None or round_.challenge_id is None or round_.number is None:
        return prompt_title.title_of(prompt, under_cut=old.plan.under_cut)
    return challenges.required(session, round_.challenge_id).title(round_.number)


def keep(
    session: Session,
    asked: Asked,
    plan: Plan,
    *,
    round_id: int | None,
    based_on: int | None,
    challenge_id: int | None = None,
    image: Image | None = None,
) -> Proposal:
    if image is not None:
        plan = replace(plan, image_id=images.add(session, image))
    plan_id = plans.add(
        session,
        request=asked.request,
        guild_id=asked.guild_id,
        channel_id=asked.channel_id,
        moderator_id=asked.moderator_id,
        round_id=round_id,
        based_on=based_on,
        challenge_id=challenge_id,
        plan=plan,
        now=asked.at,
    )
    return proposed(session, plan_id, asked.guild_id)


@reads
def title_to_come(session: Session, found: Proposal) -> str:
    """The title that the yes gives it: in a challenge, that begins with its name and its number."""
    if found.challenge_id is None or found.round_id is not None or found.confirmed:
        return found.plan.title
    return numbered_title(session, found, found.challenge_id, rounds.next_number(session, found.challenge_id))


@reads
def left_behind(session: Session, round_: Round, plan: Plan) -> list[Entry]:
    """The round's entries that would not be taken any more."""
    return admission.left_behind(entries.of_round(session, round_.id), round_.plan, plan)


@writes
def confirm(session: Session, plan_id: int, now: datetime, *, telling: bool = False, by: int | None = None) -> Round:
    """Let the round follow the plan from now on, and its members hear of its new end if `telling`. A second click finds
    what the first one did. `by` is the moderator who says yes.
    """
    found = plans.get(session, plan_id)
    if found is None or found.dropped:
        raise RefusedError(ProposalGone())
    if found.confirmed:
        return confirmed_earlier(session, found)
    if found.round_id is None:
        what, round_ = Did.ROUND_OPENED, open_new(session, found, now)
    else:
        what = what_changes(known(session, found.guild_id, found.round_id).plan, found.plan)
        round_ = change(session, found, found.round_id, now, telling=telling)
    note(session, found, round_, what, by=by, at=now)
    return round_


def what_changes(before: Plan, after: Plan) -> Did:
    is_later = after.closes_at > before.closes_at
    same = replace(before, closes_at=after.closes_at, reason=after.reason) == after
    return Did.ROUND_EXTENDED if is_later and same else Did.ROUND_CHANGED


def note(session: Session, found: Proposal, round_: Round, what: Did, *, by: int | None, at: datetime) -> None:
    """Write down who did this, for the log. What no moderator asked for is nobody's deed."""
    if by is not None:
        request, reason = f"plan {found.id}", found.plan.reason
        deeds.note(session, deed.about_round(round_, what, request=request, by=by, at=at, reason=reason))


def confirmed_earlier(session: Session, found: Proposal) -> Round:
    if found.round_id is None:
        return rounds.open_with(session, found.id)
    return known(session, found.guild_id, found.round_id)


def open_new(session: Session, found: Proposal, now: datetime, *, occurrence: str | None = None) -> Round:
    unworded = [] if found.plan.prompt else [PromptMissing()]
    problems = [*unworded, *window_problems(found.plan, now)]
    if problems:
        raise RefusedError(*problems)
    return open_unchecked(session, found, now, occurrence=occurrence)


def open_unchecked(session: Session, found: Proposal, now: datetime, *, occurrence: str | None) -> Round:
    """Open the new round of a proposal, whatever its dates."""
    number = None if found.challenge_id is None else give_number(session, found, found.challenge_id)
    plans.confirm(session, found.id, now)
    round_ = rounds.open_with(session, found.id, number=number, occurrence=occurrence)
    if found.plan.drawn is not None:
        drawing_prompts.use(session, found.plan.drawn.prompt_id, round_.id, now)
    round_dates.follow_plan(session, round_.id, found.plan, now)
    return known(session, found.guild_id, round_.id)


def give_number(session: Session, found: Proposal, challenge_id: int) -> int:
    """Give a new round its number within its challenge. Its title begins with that from now on."""
    number = rounds.next_number(session, challenge_id)
    plans.entitle(session, found.id, numbered_title(session, found, challenge_id, number))
    return number


def numbered_title(session: Session, found: Proposal, challenge_id: int, number: int) -> str:
    own = "" if prompt_title.is_made(found.plan.title, found.plan.prompt) else found.plan.title
    return challenges.required(session, challenge_id).title(number, own)


def change(session: Session, found: Proposal, round_id: int, now: datetime, *, telling: bool) -> Round:
    round_ = known(session, found.guild_id, round_id)
    problems = round_.change_refusals(found.plan, now)
    if problems:
        raise RefusedError(*problems)
    if not rounds.follow(session, round_id, found.id, instead_of=found.based_on):
        raise RefusedError(RoundChanged())
    if telling:
        rounds.tell_end(session, round_id)
    elif round_.phase(now) is Phase.CLOSED:
        rounds.tell_no_end(session, round_id)
    go_by(session, round_, found.plan, now)
    plans.confirm(session, found.id, now)
    return known(session, found.guild_id, round_id)


def go_by(session: Session, round_: Round, plan: Plan, now: datetime) -> None:
    """Let all that hangs on the round's dates go by another plan. Entries that become late, or in time, are shown anew,
    and members are reminded of the new end.
    """
    round_dates.follow_plan(session, round_.id, plan, now)
    private_reminders.move(session, round_.id, plan.closes_at)
    since, until = sorted((round_.plan.in_time_until, plan.in_time_until))
    entries.touch_between(session, round_.id, since, until)


@writes
def drop(session: Session, plan_id: int, now: datetime) -> None:
    """Put a proposal aside. A confirmed one stands."""
    found = plans.get(session, plan_id)
    if found is None or found.confirmed:
        raise RefusedError(ProposalGone())
    plans.drop(session, plan_id, now)


@writes
def close(session: Session, asked: Asked, round_id: int, *, reason_id: int | None = None) -> Round:
    """End an open round now: a plan that closes at this moment, confirmed at once. One that has closed takes no more
    late stories. `reason_id` is the proposal that says why.
    """
    round_ = known(session, asked.guild_id, round_id)
    if round_.asks_late(asked.at):
        plan = replace(round_.plan, late_for=asked.at - round_.plan.closes_at)
    elif round_.phase(asked.at) is Phase.CLOSED:
        return round_
    elif (refusal := round_.refusal(asked.at)) is not None:
        raise RefusedError(refusal)
    else:
        plan = replace(round_.plan, closes_at=asked.at)
    reason = None if reason_id is None else proposed_for(session, round_, reason_id).plan.reason
    plan = replace(plan, reason=reason)
    before = rounds.plan_id(session, round_id)
    found = keep(session, asked, plan, round_id=round_id, based_on=before)
    plans.confirm(session, found.id, asked.at)
    rounds.follow(session, round_id, found.id, instead_of=before)
    go_by(session, round_, plan, asked.at)
    note(session, found, round_, Did.ROUND_CLOSED, by=asked.moderator_id, at=asked.at)
    return known(session, asked.guild_id, round_id)


@writes
def cancel(session: Session, asked: Asked, round_id: int, *, reason_id: int | None = None) -> Round:
    """Call a round off. Its messages stay, and what waits for moderators is its writers' again. A prompt of the bank
    that nobody saw yet can be used again. `reason_id` is the proposal that says why.
    """
    round_, now, reason = known(session, asked.guild_id, round_id), asked.at, None
    if round_.phase(now) is Phase.CLOSED:
        raise RefusedError(RoundOver(round_.plan.closes_at))
    if reason_id is not None and round_.cancelled_at is None:
        why = proposed_for(session, round_, reason_id)
        if not rounds.follow(session, round_id, why.id, instead_of=why.based_on):
            raise RefusedError(RoundChanged())
        plans.confirm(session, why.id, now)
        reason = why.plan.reason
    rounds.cancel(session, round_id, now)
    calling_off.give_back(session, round_, asked.moderator_id, now)
    if not round_.is_known(now):
        prompt_takes.give_back(session, round_id)
    if round_.cancelled_at is None and asked.moderator_id is not None:
        by, what = asked.moderator_id, Did.ROUND_CANCELLED
        deeds.note(session, deed.about_round(round_, what, request=asked.request, by=by, at=now, reason=reason))
    return known(session, asked.guild_id, round_id)


def proposed(session: Session, plan_id: int, guild_id: int) -> Proposal:
    found = plans.get(session, plan_id)
    if found is None:
        raise restoring.missing(session, plan_id, ProposalGone())
    if found.guild_id != guild_id:
        raise RefusedError(ProposalGone())
    return found


proposal = reads(proposed)
"""A guild's proposal: waiting, confirmed or put aside."""


def proposed_for(session: Session, round_: Round, plan_id: int) -> Proposal:
    """A proposal for this very round."""
    found = proposed(session, plan_id, round_.guild_id)
    if found.round_id != round_.id:
        raise RefusedError(ProposalGone())
    return found


def known(session: Session, guild_id: int, round_id: int) -> Round:
    round_ = rounds.get(session, round_id)
    if round_ is None or round_.guild_id != guild_id:
        raise RefusedError(RoundUnknown(str(round_id)))
    return round_
