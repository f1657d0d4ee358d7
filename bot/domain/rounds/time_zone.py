"""The time zones that people mean by what they write.

- An older name is today's: `US/Eastern` is America/New_York.
- Initials are the clock on the wall: `EST` is New York's time, in summer too.
- `UTC+2` is two hours ahead, as people mean it; IANA's `Etc/GMT+2` is two hours behind.
- What might be several zones is asked back, unless all have the same clock.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from functools import cache, lru_cache
from types import MappingProxyType
from unicodedata import combining, normalize
from zoneinfo import ZoneInfo

from tzlocal.windows_tz import win_tz

from bot.domain.rounds import zone_tables, zone_words
from bot.domain.rounds.zone_tables import UTC
from bot.domain.text import limits

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
_AHEAD = re.compile(r"(?:utc|gmt)?([+-])([0-9]{1,2})(?::?([0-9]{2}))?")
_BLANK = re.compile(r"[\s()]+")
_FIXED = re.compile(r"Etc/GMT([+-])([0-9]+)")
_SIGNS = {"+": "-", "-": "+"}
"""IANA counts from the other side."""
_AROUND = re.compile(zone_words.AROUND)


def meant(text: str, home: ZoneInfo | None = None) -> tuple[ZoneInfo, ...]:
    """The zones that somebody may mean, the likeliest first: none if nothing is known by that name, several if they
    have to be asked. Where they are at home settles what it can: CST is another clock in Shanghai than in Chicago.
    """
    wanted = _key(text)
    found = _by_hours(text) or next((found for way in _WAYS if (found := way(wanted))), ())
    found = tuple(dict.fromkeys(map(zone_tables.current, found)))
    if home:
        found = _at_home(wanted, found, home.key)
    return tuple(map(ZoneInfo, _told_apart(found)))


def suggestions(typed: str) -> list[str]:
    """Names that a half-typed zone may become: those it may mean already, places that begin like it, then all that have
    it in them.
    """
    wanted = _key(typed)
    if not wanted:
        return list(_OFTEN)
    already = [zone.key for zone in meant(typed)]
    cities = [place for place in zone_tables.countries() if _city(place).startswith(wanted)]
    others = [name for name in (*zone_tables.countries(), *zone_tables.names()) if wanted in _key(name)]
    return list(dict.fromkeys([*already, *map(zone_tables.current, [*sorted(cities), *others])]))[: limits.CHOICES]


def current(kept: str | None) -> str | None:
    """The name in use today of a zone that was kept under an older one; None for a zone that is gone."""
    return next((zone.key for zone in meant(kept or "")), None)


def title(name: str) -> str:
    """The name as people read it: IANA's Etc/GMT-2 is UTC+2."""
    fixed = _FIXED.fullmatch(name)
    return f"UTC{_SIGNS[fixed[1]]}{fixed[2]}" if fixed else name


# -- ways to find one -----------------------------------------------------------------------------


def _by_hours(text: str) -> tuple[str, ...]:
    found = _AHEAD.fullmatch(_BLANK.sub("", text.casefold()).replace("\N{MINUS SIGN}", "-"))
    if found is None:
        return ()
    sign, hours = found[1], int(found[2])
    if int(found[3] or 0):
        ahead = timedelta(hours=int(sign + found[2]), minutes=int(sign + found[3]))
        return tuple(name for name in zone_tables.countries() if min(zone_tables.clock(name)) == ahead)
    name = f"Etc/GMT{_SIGNS[sign]}{hours}"
    return (UTC,) if not hours else (name,) if name in zone_tables.names() else ()


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


def _by_country(wanted: str) -> tuple[str, ...]:
    return _lands().get(_bare(wanted), ())


_WAYS = (_by_windows, _by_word, _by_name, _by_city, _by_country)


@cache
def _words() -> MappingProxyType[str, tuple[str, ...]]:
    return _table((word, name) for name, words in zone_words.WORDS.items() for word in words.split(", "))


@cache
def _named() -> MappingProxyType[str, tuple[str, ...]]:
    return _table((name, name) for name in zone_tables.names())


@cache
def _windows() -> MappingProxyType[str, tuple[str, ...]]:
    return _table(win_tz.items())


@cache
def _cities() -> MappingProxyType[str, tuple[str, ...]]:
    places = (name for name in zone_tables.names() if name.startswith(_AREAS))
    return _table((name.rpartition("/")[2], name) for name in places)


@cache
def _lands() -> MappingProxyType[str, tuple[str, ...]]:
    called = [*zone_tables.country_names().items(), *zone_words.STATES.items()]
    zones = zone_tables.of_country()
    return _table((name.partition(" (")[0], zone) for name, code in called for zone in zones.get(code, ()))


def _table(called: Iterable[tuple[str, str]]) -> MappingProxyType[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, zone in called:
        found[_key(name)].append(zone)
    return MappingProxyType({name: tuple(zones) for name, zones in found.items()})


def _at_home(wanted: str, found: tuple[str, ...], home: str) -> tuple[str, ...]:
    if found != (UTC,) and wanted in _words() and zone_tables.calls_itself(home, wanted):
        return (zone_tables.current(home),)
    return tuple(name for name in found if zone_tables.country(name) == zone_tables.country(home)) or found


def _told_apart(found: tuple[str, ...]) -> tuple[str, ...]:
    """The first of those that have the same clock and write dates alike."""
    apart = {(zone_tables.clock(name), zone_tables.day_first(name)): name for name in reversed(found)}
    return tuple(name for name in found if name in apart.values())


_ALIKE = str.maketrans(" -", "__", ".'’()[],")


@lru_cache(maxsize=8_000)
def _key(name: str) -> str:
    """A name without the parts that people write differently: case, accents, blanks and hyphens, other marks."""
    plain = "".join(letter for letter in normalize("NFKD", name.strip().casefold()) if not combining(letter))
    return plain.translate(_ALIKE)


def _bare(wanted: str) -> str:
    return _AROUND.sub("", _AROUND.sub("", wanted))


def _city(zone_name: str) -> str:
    return _key(zone_name.rpartition("/")[2])
