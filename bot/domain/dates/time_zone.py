"""The time zones that people mean by what they write.

- An older name is today's: `US/Eastern` is America/New_York.
- Initials are the clock on the wall: `EST` is New York's time, in summer too.
- `UTC+2` is two hours ahead, as people mean it; IANA's `Etc/GMT+2` is two hours behind.
- What might be several zones is asked back, unless all have the same clock.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta
from functools import cache, lru_cache
from itertools import chain
from zoneinfo import ZoneInfo

from rapidfuzz import process
from rapidfuzz.distance import OSA
from tzlocal.windows_tz import win_tz

from bot.domain.dates import places, zone_tables, zone_words
from bot.domain.dates.zone_tables import UTC, key
from bot.domain.text import limits

SHORTEST_MISSPELT = 5
"""Characters of a name in which a slip is looked for: shorter ones are too much alike."""
LONGEST = 200
"""Characters of a name; no place has more."""

_AREAS = (
    *("Africa/", "America/", "Antarctica/", "Arctic/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/"),
    "Pacific/",
)
_OFTEN = (
    "UTC",
    "Europe/London",
    "Europe/Berlin",
    "Europe/Paris",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Sao_Paulo",
    "Asia/Kolkata",
    "Asia/Manila",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Pacific/Auckland",
)
_AHEAD = re.compile(r"(?:utc|gmt)?([+-])([0-9]{1,2})(?::?([0-5][0-9]))?")
_ASIDE = re.compile(r"\([^()]*\)")
"""What is said in brackets beside a name, as in London (UK)."""
_BLANK = re.compile(r"[\s()]+")
_HOUR = timedelta(hours=1)
_FIXED = re.compile(r"Etc/GMT([+-][0-9]+)")
"""IANA counts from the other side: Etc/GMT-2 is two hours ahead."""
_AROUND = re.compile(zone_words.AROUND)


@lru_cache(maxsize=512)  # a sentence is read in many ways, with the same words in most of them
def meant(text: str, home: ZoneInfo | None = None) -> tuple[ZoneInfo, ...]:
    """The zones that somebody may mean, the likeliest first: none if nothing is known by that name, several if we have
    to ask. Their home decides where it can: CST is one clock in Shanghai and another in Chicago.
    """
    if len(text) > LONGEST:
        return ()
    found = _by_hours(text) or _by_place_and_land(text) or _called(key(text))
    if not found and (plain := _ASIDE.sub("", text)) != text:
        return meant(plain, home)
    if home:
        found = _at_home(key(text), found, home.key)
    return tuple(map(ZoneInfo, _told_apart(found)))


def nearly(text: str) -> tuple[ZoneInfo, ...]:
    """The zones with such a name, but for a slip of the pen: one letter is too much, missing or wrong, or two changed
    places.
    """
    wanted = key(text[: LONGEST + 1])
    if not SHORTEST_MISSPELT <= len(wanted) <= LONGEST:
        return ()
    for names in (_named(), _cities(), _lands(), _words(), _other_cities()):
        close = process.extract(wanted, list(names), scorer=OSA.distance, processor=None, score_cutoff=1)
        if close:
            found = dict.fromkeys(zone_tables.current(zone) for name, *_ in close for zone in names[name])
            return tuple(map(ZoneInfo, _told_apart(tuple(found))))
    return ()


def suggestions(typed: str) -> list[str]:
    """Names that a half-typed zone may become: those it may mean already, places that begin like it, then all that have
    it in them. Of hours, all places that are so far ahead at some time of the year.
    """
    if len(typed) > LONGEST:
        return []
    wanted = key(typed)
    if not wanted:
        return list(_OFTEN)
    already = [zone.key for zone in meant(typed)]
    hours = _ahead(typed)
    if hours is not None:
        there = (name for name in _by_people() if hours in zone_tables.clock(name))
        return list(dict.fromkeys([*already, *there]))[: limits.CHOICES]
    begun = [zone for names in (_cities(), _lands(), _other_cities()) for zone in _begun(wanted, names)]
    names = (*_by_people(), *zone_tables.names())
    others = [zone for name in map(key, names) if wanted in name for zone in _called(name)]
    found = list(dict.fromkeys([*already, *begun, *others]))[: limits.CHOICES]
    return found or [zone.key for zone in nearly(typed)]


def _begun(wanted: str, names: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The zones of all names that begin so, those first where most people live."""
    found = {zone_tables.current(zone) for name, zones in names.items() if name.startswith(wanted) for zone in zones}
    return [name for name in _by_people() if name in found]


def current(kept: str | None) -> str | None:
    """The name in use today of a zone that was kept under an older one; None for a zone that is gone."""
    return next((zone.key for zone in meant(kept or "")), None)


def title(name: str) -> str:
    """The name as people read it: IANA's Etc/GMT-2 is UTC+2."""
    fixed = _FIXED.fullmatch(name)
    return f"UTC{-int(fixed[1]):+d}" if fixed else name


# -- ways to find one -----------------------------------------------------------------------------


def _ahead(text: str) -> timedelta | None:
    """How far a zone is ahead of UTC, if it is written in hours."""
    found = _AHEAD.fullmatch(_BLANK.sub("", text.casefold()).replace("\N{MINUS SIGN}", "-"))
    if found is None:
        return None
    ahead = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return ahead if found[1] == "+" else -ahead


def _by_hours(text: str) -> tuple[str, ...]:
    """A clock without summer time. None of them has half hours: places with that winter time stand for these."""
    ahead = _ahead(text)
    if not ahead:
        return () if ahead is None else (UTC,)
    hours, rest = divmod(ahead, _HOUR)
    name = f"Etc/GMT{-hours:+d}"
    if not rest:
        return (name,) if name in zone_tables.names() else ()
    return tuple(name for name in _by_people() if min(zone_tables.clock(name)) == ahead)


def _by_place_and_land(text: str) -> tuple[str, ...]:
    """`Portland, Maine`. If we do not know the place, the land as a whole is meant."""
    place, _, land = map(key, text.partition(","))
    if not land:
        return ()
    here = _called(place)
    lands = [found for found in (_called(land), _states_by_code().get(land, ()), _zones_of(land.upper())) if found]
    both = next((both for zones in lands if (both := tuple(name for name in here if name in zones))), ())
    return both or next(iter(lands), ())


def _called(wanted: str) -> tuple[str, ...]:
    found = next((found for way in _WAYS if (found := way(wanted))), ())
    return tuple(dict.fromkeys(map(zone_tables.current, found)))


def _by_windows(wanted: str) -> tuple[str, ...]:
    """GMT Standard Time is London's."""
    return _windows().get(wanted, ())


def _by_word(wanted: str) -> tuple[str, ...]:
    return _words().get(wanted) or _words().get(_bare(wanted), ())


def _by_name(wanted: str) -> tuple[str, ...]:
    return _named().get(wanted, ())


def _by_city(wanted: str) -> tuple[str, ...]:
    """An older name counts only if no place of today has it."""
    found = _cities().get(_bare(wanted), ())
    return tuple(name for name in found if name in zone_tables.countries()) or found


def _by_land(wanted: str) -> tuple[str, ...]:
    return _lands().get(_bare(wanted), ())


def _by_other_city(wanted: str) -> tuple[str, ...]:
    return _other_cities().get(_bare(wanted), ())


_WAYS = (_by_windows, _by_word, _by_name, _by_city, _by_land, _by_other_city)


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    return places.by_name((word, name) for name, words in zone_words.WORDS.items() for word in words.split(", "))


@cache
def _named() -> Mapping[str, tuple[str, ...]]:
    return places.by_name((name, name) for name in zone_tables.names())


@cache
def _windows() -> Mapping[str, tuple[str, ...]]:
    return places.by_name(win_tz.items())


@cache
def _cities() -> Mapping[str, tuple[str, ...]]:
    named = (name for name in zone_tables.names() if name.startswith(_AREAS))
    return places.by_name((name.rpartition("/")[2], name) for name in named)


@cache
def _lands() -> Mapping[str, tuple[str, ...]]:
    """Countries, and the states of the USA: Georgia is both."""
    called = [*zone_tables.country_names().items(), *zone_words.STATES.items()]
    countries = ((name.partition(" (")[0], zone) for name, code in called for zone in _zones_of(code))
    return places.by_name(chain(countries, places.states()))


def _zones_of(country: str) -> tuple[str, ...]:
    return _by_country().get(country, ())


@cache
def _by_country() -> Mapping[str, tuple[str, ...]]:
    """The zones of each country, those first where most people live."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in _by_people():
        found[zone_tables.countries()[name]].append(name)
    return {country: tuple(names) for country, names in found.items()}


@cache
def _by_people() -> tuple[str, ...]:
    """All names in use, those first where most people live."""
    people = places.zones_by_people()
    return tuple(sorted(zone_tables.countries(), key=lambda name: people.get(name, len(people))))


@cache
def _other_cities() -> Mapping[str, tuple[str, ...]]:
    return places.by_name(places.cities())


@cache
def _states_by_code() -> Mapping[str, tuple[str, ...]]:
    return places.by_name(places.postal_codes())


def _at_home(wanted: str, found: tuple[str, ...], home: str) -> tuple[str, ...]:
    if found != (UTC,) and wanted in _words() and zone_tables.calls_itself(home, wanted):
        return (zone_tables.current(home),)
    return tuple(name for name in found if zone_tables.country(name) == zone_tables.country(home)) or found


def _told_apart(found: tuple[str, ...]) -> tuple[str, ...]:
    """The first of those that have the same clock and write dates alike."""
    apart = {(zone_tables.clock(name), zone_tables.day_first(name)): name for name in reversed(found)}
    return tuple(name for name in found if name in apart.values())


def _bare(wanted: str) -> str:
    return _AROUND.sub("", _AROUND.sub("", wanted))
