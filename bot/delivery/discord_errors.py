"""Discord's errors: which make a round wait, and which are worth another try."""

import aiohttp
import discord

from bot.domain.rounds.trouble import Trouble

UNKNOWN_CHANNEL = 10003
UNKNOWN_MESSAGE = 10008
UNKNOWN_EMOJI = 10014
THREAD_CLOSED = (50083, 160005)
"""The thread is archived, or locked."""

BAD_REQUEST = 400


class PausedError(Exception):
    """The round cannot be shown until a person mends something."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class AwayError(Exception):
    """Discord has the guild down for now; it says so when it is back."""


def trouble_of(error: Exception) -> Trouble | None:
    """The trouble that an error means; None where nobody in the guild can mend it."""
    match error:
        case PausedError():
            return error.trouble
        case discord.NotFound(code=code) if code == UNKNOWN_CHANNEL:
            return Trouble.NO_CHANNEL
        case discord.HTTPException(code=code) if code in THREAD_CLOSED:
            return Trouble.THREAD_LOCKED
        case discord.Forbidden():
            return Trouble.NO_PERMISSION
        case discord.HTTPException(status=status) if status == BAD_REQUEST:
            return Trouble.NOT_TAKEN
        case _:
            return None


def retries(error: Exception) -> bool:
    """Whether the same request may well succeed in a while."""
    match error:
        case discord.HTTPException(status=status):
            return status >= 500 or status == 429
        case AwayError() | discord.RateLimited() | aiohttp.ClientError() | TimeoutError() | OSError():
            return True
        case _:
            return False
