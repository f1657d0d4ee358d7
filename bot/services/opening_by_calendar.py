"""Opening the rounds of challenges when their time has come.

One transaction deals with all that is due of a challenge, and says with the same stroke that it is dealt with. So
whatever cuts the bot off, an occurrence is dealt with once; and a bot that was away for weeks is no other case.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.challenges.calendar import Occurrence
from bot.domain.challenges.challenge import Challenge
from bot.domain.challenges.notice import What
from bot.domain.prompts.prompt import Prompt
from bot.domain.prompts.source import Draw
from bot.domain.rounds.asked import Asked
from bot.domain.rounds.round import Round
from bot.domain.rounds.round_plan import Drawn, Plan, Proposal
from bot.services import drawing_prompts, planning
from bot.storage import challenge_notices, challenges, prompt_takes, rounds
from bot.storage.database import recalls, writes
from bot.storage.session import Session


@dataclass(frozen=True, slots=True)
class LostRound:
    """A round whose row a restore lost, as its card tells of it."""

    challenge_id: int
    occurrence: str
    prompt: str


def look_at(session: Session, challenge_id: int, now: datetime) -> bool:
    """Open what is due of a challenge. True if there is something new to tell."""
    challenge = challenges.get(session, challenge_id)
    if challenge is None or challenge.next_at is None or challenge.next_at > now:
        return False
    if rounds.has_no_place(session, challenge.id):
        return False  # one round asks moderators for a place; others would use up prompts, and be seen by nobody
    told = challenge_notices.how_many(session, challenge.id)
    waiting = next((each for each in challenge.due(now) if not deal_with(session, challenge, each, now)), None)
    if waiting is None:
        warn(session, challenge, now)
    challenges.look_at(session, challenge.id, challenge.next_look(now) if waiting is None else waiting.opens_at)
    return challenge_notices.how_many(session, challenge.id) > told


look = writes(look_at)


def deal_with(session: Session, challenge: Challenge, occurrence: Occurrence, now: datetime) -> bool:
    """Open an occurrence's round, late if need be, unless it is left out or over. False if it has to wait for a prompt:
    then those behind it wait, too.
    """
    skip = challenge.skip(occurrence)
    if skip is not None:
        if skip.said is not None and not occurrence.is_over(now):
            challenge_notices.note(session, challenge.id, What.LEFT_OUT, occurrence)
        return True
    if rounds.has_occurrence(session, challenge.id, occurrence.key):
        return True  # by another calendar, before it was changed
    if occurrence.is_over(now):
        known = challenge_notices.is_noted(session, challenge.id, What.WAITS, occurrence)
        challenge_notices.note(session, challenge.id, What.MISSED, occurrence, told_at=now if known else None)
        return True
    prompt = set_next_aside(session, challenge, now)
    if prompt is None:
        challenge_notices.note(session, challenge.id, What.WAITS, occurrence)
        return False
    open_with(session, challenge, occurrence, prompt, now)
    return True


def open_with(session: Session, challenge: Challenge, occurrence: Occurrence, prompt: Prompt, now: datetime) -> None:
    prompt_takes.let_go(session, challenge.taker)
    plan = from_bank(planned(challenge, occurrence, prompt.text), challenge, prompt)
    proposal = keep(session, challenge, occurrence, plan, now)
    planning.open_new(session, proposal, now, occurrence=occurrence.key)


def go_on(session: Session, channel_id: int, lost: LostRound, now: datetime) -> Round | None:
    """Open a lost round anew where its card stands, with the prompt that stands there, even if it is over. None where
    its date waits for no round.
    """
    challenge = challenges.get(session, lost.challenge_id)
    waiting = () if challenge is None else challenge.due(now)
    occurrence = next((each for each in waiting if each.key == lost.occurrence), None)
    if challenge is None or occurrence is None or rounds.has_occurrence(session, challenge.id, occurrence.key):
        return None
    prompt_takes.let_go(session, challenge.taker)
    plan = planned(challenge, occurrence, lost.prompt)
    prompt = drawing_prompts.find_unused(session, challenge.guild_id, lost.prompt, now)
    plan = plan if prompt is None else from_bank(plan, challenge, prompt)
    proposal = keep(session, replace(challenge, channel_id=channel_id), occurrence, plan, now)
    return planning.open_unchecked(session, proposal, now, occurrence=occurrence.key)


def planned(challenge: Challenge, occurrence: Occurrence, prompt: str) -> Plan:
    return replace(challenge.terms, prompt=prompt, opens_at=occurrence.opens_at, closes_at=occurrence.closes_at)


def from_bank(plan: Plan, challenge: Challenge, prompt: Prompt) -> Plan:
    return replace(plan, image_id=prompt.image_id, drawn=Drawn(prompt.id, challenge.source.set_name))


def keep(session: Session, challenge: Challenge, occurrence: Occurrence, plan: Plan, now: datetime) -> Proposal:
    request = f"challenge {challenge.id} occurrence {occurrence.key}"
    asked = Asked(request, challenge.guild_id, challenge.channel_id, None, now)
    return planning.keep(session, asked, plan, round_id=None, based_on=None, challenge_id=challenge.id)


def warn(session: Session, challenge: Challenge, now: datetime) -> None:
    """Set the next prompt aside, and note the first round soon to come that has none."""
    soon = challenge.warned_of(now)
    if not soon or challenge_notices.speaks_of_later(session, challenge.id, What.DRY, now):
        return
    aside = set_next_aside(session, challenge, now)
    own, ships = drawing_prompts.stock(session, challenge.guild_id, challenge.source)
    for occurrence in soon[(aside is not None) + own + len(ships) :][:1]:
        challenge_notices.note(session, challenge.id, What.DRY, occurrence)


def set_next_aside(session: Session, challenge: Challenge, now: datetime) -> Prompt | None:
    """Set a prompt aside for a challenge's next round, unless one is. None where there is none."""
    chance = f"{challenge.taker} round {rounds.next_number(session, challenge.id)}"
    return drawing_prompts.set_next_aside(session, challenge.taker, draw(challenge, chance, now))


def draw(challenge: Challenge, chance: str, now: datetime) -> Draw:
    return Draw(challenge.guild_id, challenge.source, chance, now)


untold = recalls(challenge_notices.untold)
"""What was not told yet."""


note_telling = writes(challenge_notices.note_telling)
"""Note that this is about to be told."""


note_told = writes(challenge_notices.note_told)
"""Note that this was told, or that nobody needs to hear it any more."""
