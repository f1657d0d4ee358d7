"""The next prompt of the bank: set aside for a round to come, swapped until that opens, and used once."""

from datetime import datetime

from bot.domain.problem import PromptTaken, RefusedError, SetUnknown
from bot.domain.prompts import prompt as prompt_rules
from bot.domain.prompts import shipped
from bot.domain.prompts.prompt import Prompt
from bot.domain.prompts.source import Draw, Source
from bot.storage import prompt_takes, prompts
from bot.storage.database import reads
from bot.storage.session import Session


def set_next_aside(session: Session, taker: str, draw: Draw) -> Prompt | None:
    """Set a prompt aside for this taker, unless one is. None where no unused one is left.

    `taker` is a key of whatever the prompt is for.
    """
    held = aside(session, taker)
    if held is not None:
        return held
    prompt_takes.let_go(session, taker)  # its prompt was removed
    return set_aside(session, pick(session, draw), taker, draw.at)


def swap_for(session: Session, taker: str, draw: Draw) -> Prompt | None:
    """Set another prompt aside for the taker, whose present one goes back. Where there is no other, that stays."""
    held = aside(session, taker)
    another = pick(session, draw, but=0 if held is None else held.id)
    if another is None:
        return held
    prompt_takes.let_go(session, taker)
    return set_aside(session, another, taker, draw.at)


def offer(session: Session, draw: Draw, but: int = 0) -> Prompt | None:
    """Offer an unused prompt, which is set aside for nobody. `but` comes again where there is no other."""
    seen = prompts.get(session, pick(session, draw, but) or but)
    return None if seen is None or seen.use is not None else seen


def use(session: Session, prompt_id: int, round_id: int, now: datetime) -> None:
    """Use a prompt that was set aside for nobody. Raises RefusedError where another round was faster."""
    taker = f"round {round_id}"
    if not prompt_takes.set_aside(session, prompt_id, taker, now):
        raise RefusedError(PromptTaken())
    prompt_takes.use(session, taker, round_id, now)


def set_named(session: Session, guild_id: int, name: str) -> str:
    """A set of the server's own, or one that ships, as its name is written."""
    known = [*prompts.sets(session, guild_id), *(each.name for each in shipped.sets())]
    found = prompt_rules.same_name(name, known)
    if found is None:
        raise RefusedError(SetUnknown(name))
    return found


named = reads(set_named)


def pick(session: Session, draw: Draw, but: int = 0) -> int | None:
    """Pick an unused prompt other than `but`: one of the server's own, or else one that ships. Returns its id."""
    own, ships = stock(session, draw.guild_id, draw.source, but)
    if own:
        return prompts.free(session, draw.guild_id, draw.source.set_name, draw.place(own), but)
    if not ships:
        return None
    return ship(session, draw.guild_id, ships[draw.place(len(ships))], draw.at)


def stock(session: Session, guild_id: int, source: Source, but: int = 0) -> tuple[int, list[tuple[str, str]]]:
    """How many of the server's own prompts are unused, and which of those that ship."""
    ships = None if source.set_name is None else shipped.named(source.set_name)
    own = 0 if ships is not None else prompts.how_many_free(session, guild_id, source.set_name, but)
    if ships is None and not source.falls_back:
        return own, []
    drawn = prompts.of_guild(session, guild_id, ships=True)
    taken = {(each.set_name, each.text) for each in drawn if each.use is not None or each.id == but}
    offered = shipped.all_prompts(None if ships is None else [ships.name])
    return own, [each for each in offered if each not in taken]


def find_unused(session: Session, guild_id: int, text: str, now: datetime) -> Prompt | None:
    """Find the unused prompt with these words, one of the server's own or one that ships; None where there is none."""
    own, drawn = prompts.of_guild(session, guild_id), prompts.of_guild(session, guild_id, ships=True)
    known = [each for each in (*own, *drawn) if each.text == text]
    ships = next((each for each in shipped.all_prompts() if each[1] == text), None)
    if not known and ships is not None:
        return prompts.get(session, ship(session, guild_id, ships, now))
    return next((each for each in known if each.use is None), None)


def ship(session: Session, guild_id: int, ships: tuple[str, str], now: datetime) -> int:
    """Give a row to a prompt that ships. Returns its id."""
    set_name, text = ships
    request = f"ships {guild_id} {set_name}: {text}"
    return prompts.add(session, guild_id, request, set_name=set_name, text=text, now=now, ships=True)


def set_aside(session: Session, prompt_id: int | None, taker: str, now: datetime) -> Prompt | None:
    if prompt_id is None:
        return None
    prompt_takes.set_aside(session, prompt_id, taker, now)
    return aside(session, taker)


def aside(session: Session, taker: str) -> Prompt | None:
    prompt_id = prompt_takes.of_taker(session, taker)
    return None if prompt_id is None else prompts.get(session, prompt_id)
