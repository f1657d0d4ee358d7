"""Opening, changing, closing and cancelling rounds: a moderator proposes, sees the dates, says yes."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.header.field import Field
from bot.domain.problem import PromptMissing, ProposalGone, RefusedError, RoundChanged, RoundOver, RoundUnknown
from bot.domain.rounds import prompt
from bot.domain.rounds.picture import Image
from bot.domain.rounds.plan import Plan, Proposal, window_problems
from bot.domain.rounds.round import Phase, Round
from bot.services import stocktaking
from bot.storage import images, plans, round_dates, rounds
from bot.storage.database import Database, Session


@dataclass(frozen=True, slots=True)
class Asked:
    """What asks for a plan, and where."""

    request: str
    """Its key; the same request twice is one."""
    guild_id: int
    channel_id: int
    moderator_id: int | None
    """None: nobody did, but a date of a calendar."""
    at: datetime


@dataclass(frozen=True, slots=True)
class Wording:
    """What a moderator writes into the form; an empty title means one made from the prompt."""

    title: str
    prompt: str
    required: tuple[Field, ...]
    keeps_picture: bool = True
    """Unless another comes in its place."""


async def propose(db: Database, asked: Asked, plan: Plan, *, round_id: int | None = None) -> Proposal:
    """Keep a plan until its moderator confirms it."""
    async with db.writing() as session:
        based_on = None if round_id is None else await rounds.plan_id(session, round_id)
        return await keep(session, asked, plan, round_id=round_id, based_on=based_on)


async def reword(db: Database, asked: Asked, plan_id: int, wording: Wording, image: Image | None) -> Proposal:
    """A new proposal: the old one with other words and, where one is given, another image; or with none.

    Whatever became of the old one meanwhile, what was typed is kept. Where it has opened a round already, the new
    one would change that round.
    """
    async with db.writing() as session:
        old = await proposed(session, plan_id, asked.guild_id)
        round_id, based_on = old.round_id, old.id if old.confirmed else old.based_on
        if old.confirmed and round_id is None:
            round_id = (await rounds.open_with(session, old.id)).id
        title = wording.title or prompt.title_of(wording.prompt, under_cut=old.plan.under_cut)
        image_id = old.plan.image_id if wording.keeps_picture else None
        plan = replace(old.plan, title=title, prompt=wording.prompt, required=wording.required, image_id=image_id)
        asked = replace(asked, channel_id=old.channel_id)
        return await keep(session, asked, plan, round_id=round_id, based_on=based_on, image=image)


async def keep(
    session: Session,
    asked: Asked,
    plan: Plan,
    *,
    round_id: int | None,
    based_on: int | None,
    image: Image | None = None,
) -> Proposal:
    if image is not None:
        plan = replace(plan, image_id=await images.add(session, image))
    plan_id = await plans.add(
        session,
        request=asked.request,
        guild_id=asked.guild_id,
        channel_id=asked.channel_id,
        moderator_id=asked.moderator_id,
        round_id=round_id,
        based_on=based_on,
        plan=plan,
        now=asked.at,
    )
    return await proposed(session, plan_id, asked.guild_id)


async def proposal(db: Database, plan_id: int, guild_id: int) -> Proposal:
    """A guild's proposal, whether it waits, was confirmed or was put aside."""
    async with db.reading() as session:
        return await proposed(session, plan_id, guild_id)


async def confirm(db: Database, plan_id: int, now: datetime) -> Round:
    """The round as it goes by the plan from now on; a second click finds what the first one did."""
    async with db.writing() as session:
        found = await plans.get(session, plan_id)
        if found is None or found.dropped:
            raise RefusedError(ProposalGone())
        if found.confirmed:
            return await confirmed_earlier(session, found)
        if found.round_id is None:
            return await open_new(session, found, now)
        return await change(session, found, found.round_id, now)


async def confirmed_earlier(session: Session, found: Proposal) -> Round:
    if found.round_id is None:
        return await rounds.open_with(session, found.id)
    return await known(session, found.guild_id, found.round_id)


async def open_new(session: Session, found: Proposal, now: datetime) -> Round:
    unworded = [] if found.plan.prompt else [PromptMissing()]
    problems = [*unworded, *window_problems(found.plan, now)]
    if problems:
        raise RefusedError(*problems)
    await plans.confirm(session, found.id, now)
    round_ = await rounds.open_with(session, found.id)
    await round_dates.follow_plan(session, round_.id, now)
    return await known(session, found.guild_id, round_.id)


async def change(session: Session, found: Proposal, round_id: int, now: datetime) -> Round:
    round_ = await known(session, found.guild_id, round_id)
    problems = round_.change_refusals(found.plan, now)
    if problems:
        raise RefusedError(*problems)
    if not await rounds.follow(session, round_id, found.id, instead_of=found.based_on):
        raise RefusedError(RoundChanged())
    await round_dates.follow_plan(session, round_id, now)
    await plans.confirm(session, found.id, now)
    return await known(session, found.guild_id, round_id)


async def drop(db: Database, plan_id: int, now: datetime) -> None:
    """Put a proposal aside; one that was confirmed stands."""
    async with db.writing() as session:
        found = await plans.get(session, plan_id)
        if found is None or found.confirmed:
            raise RefusedError(ProposalGone())
        await plans.drop(session, plan_id, now)


async def close(db: Database, asked: Asked, round_id: int) -> Round:
    """End an open round now: a plan that closes at this moment, confirmed at once."""
    async with db.writing() as session:
        round_ = await known(session, asked.guild_id, round_id)
        if round_.phase(asked.at) is Phase.CLOSED:
            return round_
        refusal = round_.refusal(asked.at)
        if refusal is not None:
            raise RefusedError(refusal)
        plan = replace(round_.plan, closes_at=asked.at)
        before = await rounds.plan_id(session, round_id)
        plan_id = (await keep(session, asked, plan, round_id=round_id, based_on=before)).id
        await plans.confirm(session, plan_id, asked.at)
        await rounds.follow(session, round_id, plan_id, instead_of=before)
        await round_dates.follow_plan(session, round_id, asked.at)
        return await known(session, asked.guild_id, round_id)


async def cancel(db: Database, guild_id: int, round_id: int, now: datetime) -> Round:
    """Call a round off; what was posted in it stays."""
    async with db.writing() as session:
        round_ = await known(session, guild_id, round_id)
        if round_.phase(now) is Phase.CLOSED:
            raise RefusedError(RoundOver(round_.plan.closes_at))
        await rounds.cancel(session, round_id, now)
        return await known(session, guild_id, round_id)


async def proposed(session: Session, plan_id: int, guild_id: int) -> Proposal:
    found = await plans.get(session, plan_id)
    if found is None:
        raise await stocktaking.missing(session, plan_id, ProposalGone())
    if found.guild_id != guild_id:
        raise RefusedError(ProposalGone())
    return found


async def known(session: Session, guild_id: int, round_id: int) -> Round:
    round_ = await rounds.get(session, round_id)
    if round_ is None or round_.guild_id != guild_id:
        raise RefusedError(RoundUnknown(str(round_id)))
    return round_
