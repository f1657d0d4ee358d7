"""A header to be corrected in a box: what the box holds of it, and the rest, which stays as it is."""

from collections.abc import Collection

from bot.domain.header import header
from bot.domain.header.header import Header
from bot.domain.text import limits, message_length


def parted(whole: Header) -> tuple[Header, Header]:
    """What the box holds, and the rest: the longest fields."""
    over = message_length.units(header.to_lines(whole)) - limits.TEXT_BOX
    lengths = [message_length.units(f"{line}\n") for line in header.lines_of(whole.fields)]
    rest: set[int] = set()
    for place in sorted(range(len(lengths)), key=lambda place: -lengths[place]):
        if over <= 0:
            break
        rest.add(place)
        over -= lengths[place]
    return of_places(whole, {*range(len(lengths))} - rest), of_places(whole, rest)


def of_places(whole: Header, places: Collection[int]) -> Header:
    above = [one for place, one in enumerate(whole.above) if place in places]
    below = [one for place, one in enumerate(whole.below, len(whole.above)) if place in places]
    return Header(tuple(above), tuple(below))


def corrected(before: Header, lines: str) -> Header:
    """The header after these lines came back from the box."""
    said, (_, rest) = header.from_lines(lines), parted(before)
    return Header((*said.above, *rest.above), (*said.below, *rest.below))
