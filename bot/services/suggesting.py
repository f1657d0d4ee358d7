"""Members suggest prompts, moderators decide, and members hear of it."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.moderation.deed import Deed, Did
from bot.domain.problem import RefusedError, SuggestionDecided, SuggestionGone, SuggestionsWaiting
from bot.domain.prompts import prompt as prompt_rules
from bot.domain.prompts import suggestion as rules
from bot.domain.prompts.prompt import PromptWording
from bot.domain.prompts.suggestion import Suggestion, SuggestionCard
from bot.services import keeping_bank, restoring
from bot.storage import deeds, prompts, suggestions
from bot.storage.database import reads, recalls, writes
from bot.storage.session import Session


@dataclass(frozen=True, slots=True)
class ToDo:
    """What is not yet as it should be."""

    unposted: list[SuggestionCard]
    """The cards that are missing in moderators' channels."""
    unshown: list[SuggestionCard]
    """The cards that may not show how their suggestions stand."""
    taken_back: list[SuggestionCard]
    """The cards that have to go, since their members took back all that was theirs."""
    untold: list[Suggestion]
    """The suggestions whose members do not know yet what was decided."""


waiting = recalls(suggestions.waiting)
"""A server's suggestions on which no moderator has decided, the oldest first."""


@writes
def suggest(session: Session, guild_id: int, member_id: int, *, request: str, text: str, now: datetime) -> Suggestion:
    """Keep a member's prompt until a moderator decides; the same request twice is one."""
    _, tidy = prompt_rules.in_bank("", text)
    if suggestions.how_many_waiting(session, guild_id, member_id) >= rules.MOST_WAITING:
        raise RefusedError(SuggestionsWaiting(rules.MOST_WAITING))
    kept = suggestions.add(session, request=request, guild_id=guild_id, member_id=member_id, text=tidy, now=now)
    return known(session, guild_id, kept)


@writes
def approve(
    session: Session, guild_id: int, suggestion_id: int, moderator_id: int, *, wording: PromptWording, now: datetime
) -> Suggestion:
    """Put a suggestion into the bank, in the moderator's words. Raises RefusedError where it was decided before."""
    found = undecided(session, guild_id, suggestion_id)
    set_name, text = keeping_bank.worded(session, guild_id, wording)
    keeping_bank.must_have_room(session, guild_id, 1)
    prompt_id = prompts.add(
        session,
        guild_id,
        f"suggestion {suggestion_id}",
        set_name=set_name,
        text=text,
        now=now,
        suggested_by=found.member_id,
    )
    decide(session, found, moderator_id, now, prompt_id=prompt_id)
    return known(session, guild_id, suggestion_id)


@writes
def decline(
    session: Session, guild_id: int, suggestion_id: int, moderator_id: int, *, reason: str, now: datetime
) -> Suggestion:
    """Raises RefusedError where it was decided before."""
    found = undecided(session, guild_id, suggestion_id)
    decide(session, found, moderator_id, now, reason=" ".join(reason.split()) or None)
    return known(session, guild_id, suggestion_id)


def decide(
    session: Session,
    found: Suggestion,
    moderator_id: int,
    now: datetime,
    *,
    prompt_id: int | None = None,
    reason: str | None = None,
) -> None:
    suggestions.decide(session, found.id, moderator_id, now, prompt_id=prompt_id, reason=reason)
    done = Deed(
        request=f"suggestion {found.id}",
        guild_id=found.guild_id,
        moderator_id=moderator_id,
        what=Did.SUGGESTION_DECLINED if prompt_id is None else Did.SUGGESTION_TAKEN,
        at=now,
        member_id=found.member_id,
        reason=reason,
    )
    deeds.note(session, done)


@recalls
def to_do(session: Session) -> ToDo:
    return ToDo(
        unposted=suggestions.unposted(session),
        unshown=suggestions.unshown(session),
        taken_back=suggestions.taken_back(session),
        untold=suggestions.untold(session),
    )


let_go = writes(suggestions.let_go)
"""Note that such a card is gone."""


@writes
def note_tried(session: Session, suggestion_id: int, channel_id: int, now: datetime) -> bool:
    """Note that the card is about to be sent. False where nothing is left of the suggestion: its member was faster."""
    if suggestions.get(session, suggestion_id) is None:
        return False
    suggestions.note_tried(session, suggestion_id, channel_id, now)
    return True


note_sent = writes(suggestions.note_sent)


note_found = writes(suggestions.note_found)
"""Note where a card stands; nobody knows what it shows."""


note_shown = writes(suggestions.note_shown)
"""Note that a card shows this, or that it is gone."""


forget_card = writes(suggestions.forget_card)
"""Let the card of a suggestion that waits be sent once more."""


@writes
def note_telling(session: Session, suggestion_id: int, now: datetime) -> tuple[Suggestion, datetime | None] | None:
    """Note that the member is about to be told. Returns of what, and since when they may know it, if at all; None where
    nothing is left of the suggestion.
    """
    found = suggestions.get(session, suggestion_id)
    return None if found is None else (found, suggestions.note_telling(session, suggestion_id, now))


note_told = writes(suggestions.note_told)
"""Note that the member was told, or cannot be."""


def undecided(session: Session, guild_id: int, suggestion_id: int) -> Suggestion:
    found = known(session, guild_id, suggestion_id)
    if found.decided_by is not None:
        raise RefusedError(SuggestionDecided())
    return found


on_card = reads(suggestions.get)
"""What a suggestion's card shows; None where it was taken back."""


waiting_one = reads(undecided)
"""Raises RefusedError where it was decided."""


def known(session: Session, guild_id: int, suggestion_id: int) -> Suggestion:
    found = suggestions.get(session, suggestion_id)
    if found is None:
        raise restoring.missing(session, suggestion_id, SuggestionGone())
    if found.guild_id != guild_id:
        raise RefusedError(SuggestionGone())
    return found


get = reads(known)
