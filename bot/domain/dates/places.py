"""Cities that no zone is called after, and the states of the USA: from GeoNames, by `make places`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import bot
from bot.domain.dates import zone_tables

Called = Iterator[tuple[str, str]]
"""Names, each with a zone; a name with several zones comes several times."""

_PLACES = Path(bot.__file__).parent.parent / "data" / "places"


def cities() -> Called:
    return ((name, zone) for zone, names in _rows("cities") for name in names.split("|"))


def states() -> Called:
    return ((name, zone) for _, name, zones in _rows("us_states") for zone in zones.split("|"))


def postal_codes() -> Called:
    return ((code, zone) for code, _, zones in _rows("us_states") for zone in zones.split("|"))


@cache
def zones_by_people() -> Mapping[str, int]:
    """The zones in which many people live, each with its rank."""
    return {zone: place for place, (zone, _) in enumerate(_rows("cities"))}


def by_name(called: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """All zones of each name."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, zone in called:
        found[zone_tables.key(name)].append(zone)
    return {name: tuple(zones) for name, zones in found.items()}


def _rows(table: str) -> list[list[str]]:
    lines = _PLACES.joinpath(f"{table}.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]
