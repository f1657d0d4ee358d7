"""The bank of a server's prompts: adding, changing, removing, looking.

The log quotes no prompt that a member suggested, since they can take it back.
"""

from collections.abc import Callable
from dataclasses import dataclass

from bot.domain.moderation.deed import Did
from bot.domain.problem import BankFull, PromptGone, PromptsAlike, PromptUnknown, RefusedError, SetShips
from bot.domain.prompts import prompt as prompt_rules
from bot.domain.prompts import search as searches
from bot.domain.prompts import shipped
from bot.domain.prompts.image_file import Image
from bot.domain.prompts.likeness import Known, Twin
from bot.domain.prompts.prompt import Prompt, PromptWording
from bot.domain.prompts.search import Search
from bot.domain.prompts.shipped import ShippedSet
from bot.domain.rounds.asked import Asked
from bot.services import noting_deeds, paging, restoring
from bot.storage import images, prompt_searches, prompts
from bot.storage.database import reads, recalls, writes
from bot.storage.session import Session

PROMPTS_A_PAGE = 8


@dataclass(frozen=True, slots=True)
class PromptPage:
    search: Search
    prompts: tuple[Prompt, ...]
    first: int
    """The first prompt's place among all that were looked for."""
    every: int
    in_bank: int
    """How many prompts there are in the bank, whatever was looked for."""


every = recalls(prompts.of_guild)
"""The server's own prompts by set, in their order."""


sets = recalls(prompts.sets)
"""The server's own sets: how many prompts each has, and how many of them were taken."""


@writes
def add(session: Session, asked: Asked, wording: PromptWording, *, image: Image | None) -> Prompt:
    """A new prompt; the same request twice is one."""
    guild_id, request, now = asked.guild_id, asked.request, asked.at
    set_name, text = worded(session, guild_id, wording)
    must_have_room(session, guild_id, 1)
    image_id = None if image is None else images.add(session, image)
    prompt_id = prompts.add(session, guild_id, request, set_name=set_name, text=text, image_id=image_id, now=now)
    noting_deeds.note(session, asked, Did.PROMPT_ADDED, text)
    return known(session, guild_id, prompt_id)


@writes
def edit(session: Session, asked: Asked, prompt_id: int, wording: PromptWording, image: Image | None) -> Prompt:
    before = own(session, asked.guild_id, prompt_id)
    set_name, text = worded(session, asked.guild_id, wording)
    image_id = before.image_id if wording.keeps_picture else None
    if image is not None:
        image_id = images.add(session, image)
    prompts.edit(session, prompt_id, set_name=set_name, text=text, image_id=image_id)
    noting_deeds.note(session, asked, Did.PROMPT_CHANGED, None if before.suggested_by else text)
    return known(session, asked.guild_id, prompt_id)


@writes
def remove(session: Session, asked: Asked, prompt_id: int) -> Prompt:
    """Take a prompt out of the bank. The rounds that had it keep it."""
    removed = own(session, asked.guild_id, prompt_id)
    prompts.remove(session, prompt_id, asked.at)
    noting_deeds.note(session, asked, Did.PROMPT_REMOVED, None if removed.suggested_by else removed.text)
    return removed


@reads
def meant(session: Session, guild_id: int, asked: str) -> Prompt:
    """The prompt with this number, as autocomplete fills it in, or the only one with these words in it."""
    found = prompts.of_guild(session, guild_id)
    wanted = asked.strip().casefold()
    numbered = [each for each in found if str(each.id) == wanted]
    worded = [each for each in found if wanted and wanted in each.text.casefold()]
    if not numbered and len(worded) > 1:
        raise RefusedError(PromptsAlike(asked))
    for each in (*numbered, *worded):
        return each
    raise RefusedError(PromptUnknown(asked))


@reads
def twin(session: Session, prompt: Prompt) -> Twin | None:
    """The other prompt of the bank that is most like this one."""
    others = [each.text for each in prompts.of_guild(session, prompt.guild_id) if each.id != prompt.id]
    return Known(others).twin(prompt.text)


look_for = writes(prompt_searches.put)
"""Remember what a moderator searches for, for the buttons of its pages."""


@writes
def narrow(session: Session, guild_id: int, member_id: int, change: Callable[[Search], Search]) -> None:
    """Change what the moderator last searched for."""
    prompt_searches.put(session, guild_id, member_id, change(prompt_searches.get(session, guild_id, member_id)))


@reads
def page(session: Session, guild_id: int, member_id: int, number: int) -> PromptPage:
    """A page of what the moderator last looked for. A number past the last page gives the last page."""
    search = prompt_searches.get(session, guild_id, member_id)
    ours = prompts.of_guild(session, guild_id)
    ships = shipped.named(search.set_name or "")
    found = searches.found(ours if ships is None else of_shipped(session, guild_id, ships), search)
    first = paging.first_on_page(number, every=len(found), a_page=PROMPTS_A_PAGE)
    return PromptPage(search, tuple(found[first : first + PROMPTS_A_PAGE]), first, len(found), len(ours))


def of_shipped(session: Session, guild_id: int, ships: ShippedSet) -> list[Prompt]:
    """The prompts of a set that ships, with what is known of those that were drawn here."""
    drawn = {(each.set_name, each.text): each for each in prompts.of_guild(session, guild_id, ships=True)}
    fresh = [
        Prompt(0, guild_id, ships.name, text, None, ships=True, suggested_by=None, use=None) for text in ships.prompts
    ]
    return [drawn.get((each.set_name, each.text), each) for each in fresh]


def worded(session: Session, guild_id: int, wording: PromptWording) -> tuple[str, str]:
    set_name, text = prompt_rules.in_bank(wording.set_name, wording.text)
    return own_set(session, guild_id, set_name), text


def own_set(session: Session, guild_id: int, name: str) -> str:
    """A set's name as it is written already, if there is one. Raises RefusedError for one that ships."""
    if shipped.named(name) is not None:
        raise RefusedError(SetShips(name))
    return prompt_rules.same_name(name, prompts.sets(session, guild_id)) or name


def must_have_room(session: Session, guild_id: int, more: int) -> None:
    if prompts.count(session, guild_id) + more > prompt_rules.MOST:
        raise RefusedError(BankFull(more, prompt_rules.MOST))


def own(session: Session, guild_id: int, prompt_id: int) -> Prompt:
    """A prompt of the server's own."""
    found = known(session, guild_id, prompt_id)
    if found.ships:
        raise RefusedError(SetShips(found.set_name))
    return found


get = reads(own)


def known(session: Session, guild_id: int, prompt_id: int) -> Prompt:
    found = prompts.get(session, prompt_id)
    if found is None:
        raise restoring.missing(session, prompt_id, PromptGone())
    if found.guild_id != guild_id:
        raise RefusedError(PromptGone())
    return found
