"""The round that somebody names, by its number, its title or a part of that."""

from collections.abc import Container, Iterable
from datetime import datetime

from bot.domain.problem import RefusedError, RoundsAlike
from bot.domain.rounds.round import Round


def find(rounds: Iterable[Round], asked: str, now: datetime, *, told: Container[int]) -> Round | None:
    """The round with this number, as autocomplete fills it in. Else the first with this title, which may be a number,
    too; else the only one with this in its title. `told` are the rounds whose titles the member may know: nobody can
    guess a hidden title word by word.
    """
    wanted = asked.strip().removeprefix("#").casefold()
    numbered = {str(one.id): one for one in rounds}
    if wanted in numbered:
        return numbered[wanted]
    titled = [(one, one.plan.title.casefold()) for one in numbered.values() if one.id in told or one.is_known(now)]
    found = [one for one, title in titled if title == wanted]
    found = found[:1] or [one for one, title in titled if wanted and wanted in title]
    if len(found) > 1:
        raise RefusedError(RoundsAlike(asked))
    return found[0] if found else None
