"""The simulator gives a bot five seconds of the clock on the wall to settle; a busy machine needs more of them.

What the bot itself waits for stays as it is: a sleep that ends within those five seconds is waited for, a longer one is
over only when a test moves the time on.
"""

from collections.abc import Callable
from typing import Any

import simcord
import simcord.env

from tests import patience

USUAL = 5.0
"""The simulator's seconds."""


def wait() -> None:
    settings: Any = simcord.Env.__init__
    settings.__kwdefaults__["settle_timeout"] = float(patience.SECONDS)
    settle = simcord.Env._settle_internal

    async def settled(env: simcord.Env, *, timeout: float | None = None, **others: Any) -> None:  # noqa: ASYNC109 - its
        await settle(env, timeout=None if timeout == USUAL else timeout, **others)

    setattr(simcord.Env, "_settle_internal", settled)  # noqa: B010 - private, and so no name to a type checker
    for name in ("_is_parked", "_callback_is_parked"):
        setattr(simcord.env, name, as_usual(getattr(simcord.env, name)))


def as_usual(is_parked: Callable[[Any, Any, float], bool]) -> Callable[[Any, Any, float], bool]:
    """Whether something is left waiting, which the simulator asks of the moment in which it would give up."""
    return lambda state, waiting, deadline: is_parked(state, waiting, deadline - patience.SECONDS + USUAL)
