"""The round that a member means, named or not."""

from datetime import datetime

from bot.client import Interaction
from bot.domain.problem import NoRounds, RefusedError, RoundNotNamed, RoundUnknown
from bot.domain.rounds import named_round
from bot.domain.rounds.round import Phase, Round
from bot.services import finding
from bot.ui.answering import permission, rights


async def meant(interaction: Interaction, named: str | None, *phases: tuple[Phase, ...]) -> Round:
    """The named round, or else the only round in the first group of phases that has any; without phases, the one that
    opened last.
    """
    found, now = await permission.rounds_in_sight(interaction), interaction.created_at
    if named is not None:
        told = await permission.moderated(interaction, found)
        round_ = named_round.find(found, named, now, told=told)
        if round_ is None:
            raise RefusedError(RoundUnknown(named))
        return round_
    if not phases:
        return finding.last_opened(found, permission.nearby(interaction))
    for group in phases:
        if some := [round_ for round_ in found if round_.phase(now) in group]:
            return await the_one(interaction, some)
    raise RefusedError(NoRounds())


async def the_one(interaction: Interaction, found: list[Round]) -> Round:
    """The only one in the nearest channel with any, or the only one there is."""
    nearest = finding.in_nearest_channel(found, permission.nearby(interaction))
    if len(nearest) > 1:
        told = await permission.titles_told(interaction)
        raise RefusedError(RoundNotNamed(tuple(round_.plan.title for round_ in nearest if round_.id in told)))
    return nearest[0]


async def to_look_at(interaction: Interaction, named: str | None, *phases: tuple[Phase, ...]) -> Round:
    """The named round. Who names none means a round of the nearest channel that has any, and there of the first group
    of phases that has any. Of rounds that have closed, it is the one that opened last.
    """
    if named is not None:
        return await meant(interaction, named)
    found, now = await permission.rounds_in_sight(interaction), interaction.created_at
    nearby = permission.nearby(interaction)
    here = finding.in_nearest_channel(found, nearby)
    some = next(filter(None, ([round_ for round_ in here if round_.phase(now) in group] for group in phases)), here)
    over = any(round_.phase(now) is Phase.CLOSED for round_ in some)
    return finding.last_opened(some, nearby) if over else await the_one(interaction, some)


async def to_enter(interaction: Interaction, named: str) -> Round:
    """The named round that a story is for; of those that are called alike, the one that is open."""
    every, now = await permission.rounds_in_sight(interaction), interaction.created_at
    found = (named_round.find(some, named, now, told=()) for some in (finding.open_at(every, now), every))
    round_ = next(filter(None, found), None)
    if round_ is None:
        raise RefusedError(RoundUnknown(named))
    return round_


async def own(interaction: Interaction, named: str | None, *phases: tuple[Phase, ...]) -> Round:
    """The round that is meant. Only a moderator of its channel gets it."""
    if not await permission.moderated(interaction, await permission.rounds_in_sight(interaction)):
        await permission.must_moderate(interaction)  # members who moderate nothing learn of no round
    found = await meant(interaction, named, *phases)
    await rights.hold(interaction, found.channel_id)
    return found


async def changeable(interaction: Interaction, named: str | None) -> Round:
    found = await own(interaction, named, (Phase.OPEN, Phase.SCHEDULED))
    refuse_unless_changeable(found, interaction.created_at)
    return found


def refuse_unless_changeable(round_: Round, now: datetime) -> None:
    problems = round_.change_refusals(round_.plan, now)
    if problems:
        raise RefusedError(*problems)
