"""A file of prompts is read, and compared with the prompts that are there, in a process of its own: thousands are
compared with thousands.
"""

import logging
from typing import Any

from bot.domain.problem import FileUnreadable, RefusedError, TooSlow
from bot.domain.prompts import prompt_file
from bot.domain.prompts.incoming import Import, Incoming
from bot.domain.prompts.likeness import Known, Twin
from bot.domain.prompts.prompt import USUAL_SET
from bot.domain.prompts.prompt_file import Each, Unread
from bot.intake import delegating
from bot.intake.delegating import Answer, StumbledError
from bot.intake.loading import Loaded

log = logging.getLogger(__name__)

BETWEEN = "\0"
"""What no text of a file or of the bank has in it."""


async def prompts(
    name: str, loaded: Loaded, known: list[str], *, each: Each | None, set_name: str, member: int
) -> Import:
    """The prompts of a member's file, each beside the known one that it is like. Raises RefusedError.

    `set_name` is the set of those for which the file names none.
    """
    about = name if each is None else f"{name}\n{each}"
    data = BETWEEN.join([loaded.text, *known]).encode(errors="surrogatepass")
    try:
        async with delegating.own_turn(member):
            answer = await delegating.answer("prompts", about, data)
    except TimeoutError:
        raise RefusedError(TooSlow(name)) from None
    except StumbledError as stumbled:
        log.warning("prompts could not be read: %s", stumbled)
        raise RefusedError(FileUnreadable(name)) from None
    return import_from(answer, name, loaded.doubtful_encoding, set_name or USUAL_SET)


# -- between the processes ------------------------------------------------------------------------


def answer_for(data: str, about: str) -> Answer:
    """The answer of the process."""
    name, _, each = about.partition("\n")
    text, *known_texts = data.split(BETWEEN)
    found = prompt_file.read(name, text, Each(each) if each else None)
    known = Known(known_texts)
    prompts = list[Any]()
    for one in found.prompts:
        twin = known.twin(one.text)
        prompts.append((one.set_name, one.text, None if twin is None else (twin.text, twin.is_double)))
        known.add(one.text)
    return {"prompts": prompts, "unread": found.unread, "each": found.each}


def import_from(answer: Answer, name: str, encoding: str | None, set_name: str) -> Import:
    found = tuple(
        Incoming(place, named or set_name, text, None if twin is None else Twin(twin[0], is_double=twin[1]))
        for place, (named, text, twin) in enumerate(answer["prompts"])
    )
    each = None if answer["each"] is None else Each(answer["each"])
    unread = tuple((line, Unread(why)) for line, why in answer["unread"])
    return Import(0, name, each, encoding, unread, found)
