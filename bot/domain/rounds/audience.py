"""Who may read: which stories may stand in which channel."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from bot.domain.header.rating import Rating
from bot.domain.rounds.round import Phase, Round

OPEN_TO_ALL = Rating.MATURE
"""The highest rating for a channel that is not age-restricted: Discord asks for the restriction from explicit on."""


def may_be_posted(rating: Rating, *, age_restricted: bool) -> bool:
    """True if a story of this rating may stand in such a channel; we ask again before each posting."""
    return age_restricted or rating <= OPEN_TO_ALL


def takes(round_: Round, rating: Rating) -> bool:
    """True if the round itself sets no lower limit."""
    return round_.plan.highest is None or rating <= round_.plan.highest


def is_exposed(round_: Round, *, age_restricted: bool) -> bool:
    """True if the open round began among adults, takes stories for them, and its channel is open to all ages now."""
    for_adults = round_.for_adults and takes(round_, Rating.EXPLICIT)
    return round_.on_show is Phase.OPEN and for_adults and not age_restricted


def channels_of(rounds: Iterable[Round], rating: Rating, for_adults: AbstractSet[int]) -> tuple[int, ...]:
    """The channels of those rounds that take a story of this rating, and that it may stand in."""
    fit = (
        round_.channel_id
        for round_ in rounds
        if takes(round_, rating) and may_be_posted(rating, age_restricted=round_.channel_id in for_adults)
    )
    return tuple(dict.fromkeys(fit))
