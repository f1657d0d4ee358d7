from collections.abc import Sequence

from bot.domain import problem
from bot.ui.wording import terms
from bot.ui.wording.quoting import quoted

MOST_NAMED = 5
"""Channels that are named."""
TO_RESTRICT = "A moderator can make the channel age-restricted in its settings."


def worded(found: problem.AudienceProblem) -> str:
    match found:
        case problem.NeedsAgeRestriction(rating, rounds, channels):
            rated = f"The story is rated {terms.rating_text(rating)}, and this round's channel is open to all ages."
            return f"{rated} {place_for(rounds, channels)}"
        case problem.Filtered(names):
            return f"You asked me not to show you this one: {quoted(', '.join(names))}. `/filters` changes that."
        case problem.NothingToRead(channel_id, for_adults, hidden, is_open, read_in):
            if hidden:
                return "All that this round has for you is what you asked me not to show you. `/filters` changes that."
            if not for_adults:
                more = " yet. `/submit` hands one in." if is_open else "."
                return f"Nobody else has a story in <#{channel_id}> for this round{more}"
            stories = f"{for_adults:,} {terms.plural(for_adults, 'story', 'stories')}"
            where = f"Use `/read` in {named(read_in)}." if read_in else TO_RESTRICT
            return f"This round has {stories} for adults, and this channel is open to all ages. {where}"
        case problem.NotReadHere(rating, read_in):
            rated = f"The story is rated {terms.rating_text(rating)}, and this channel is open to all ages."
            where = f"You can read it in {named(read_in)}." if read_in else TO_RESTRICT
            return f"{rated} {where}"
        case _:
            raise NotImplementedError(f"no wording for {found!r}")


def place_for(rounds: Sequence[int], channels: Sequence[int]) -> str:
    """Where a story for adults would be posted."""
    if rounds:
        return f"A round in {named(rounds)} takes it: choose that round instead."
    if channels:
        return f"Its place is a channel for adults, such as {named(channels)}: a moderator can open a round there."
    return TO_RESTRICT


def named(channel_ids: Sequence[int]) -> str:
    return terms.either([f"<#{channel_id}>" for channel_id in channel_ids[:MOST_NAMED]])
