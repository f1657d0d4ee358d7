"""Time zones as IANA's own tables have them: which names there are, which are old, and which country each lies in."""

from datetime import datetime, timedelta
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType
from unicodedata import combining, normalize
from zoneinfo import ZoneInfo, available_timezones

UTC = "UTC"
_OWN = frozenset({"Factory", "localtime", "posixrules"})
"""Names that mean this computer's own zone, or none."""

MONTH_FIRST = frozenset(
    {
        *("US", "AS", "GU", "MP", "PR", "UM", "VI", "MH", "PA", "PH"),
        *("AF", "BT", "CN", "HU", "IR", "JP", "KP", "KR", "LT", "MN", "TW"),
    }
)
"""Countries where 12/1 is the first of December, by the short dates of Unicode's CLDR. Those in the second line write
the year before both."""

_SEASONS = (datetime(2026, 1, 1), datetime(2026, 7, 1))  # noqa: DTZ001 - on the wall of each zone
"""Two zones that agree in both have the same clock."""


@cache
def names() -> tuple[str, ...]:
    return tuple(sorted(available_timezones() - _OWN))


@cache
def countries() -> MappingProxyType[str, str]:
    """The country of each zone that is in use today; older names are left out."""
    return MappingProxyType({row[2]: row[0] for row in _rows("zone.tab")})


@cache
def country_names() -> MappingProxyType[str, str]:
    """Each country's name with its code."""
    return MappingProxyType({name: code for code, name in _rows("iso3166.tab")})


@cache
def _links() -> dict[str, str]:
    """What each older name is called today, as in IANA's `backward`."""
    lines = (line.split() for line in _table("tzdata.zi").splitlines() if line.startswith("L "))
    return {old: new for _, new, old in lines}


def _rows(table: str) -> list[list[str]]:
    return [line.split("\t") for line in _table(table).splitlines() if line and not line.startswith("#")]


def _table(name: str) -> str:
    return resources.files("tzdata").joinpath("zoneinfo", name).read_text("utf-8")


def current(name: str) -> str:
    """The name in use today: a place keeps its own, even where its clock is another's."""
    new = name if name in countries() else _links().get(name, name)
    return UTC if new in {"Etc/UTC", "Etc/GMT"} else new


def country(name: str) -> str | None:
    return countries().get(current(name))


def day_first(name: str) -> bool | None:
    """True if 1/12 is the first of December there; None for a zone of no country, such as UTC."""
    code = country(name)
    return None if code is None else code not in MONTH_FIRST


@cache
def clock(name: str) -> tuple[timedelta, ...]:
    """How far the zone is ahead of UTC, in winter and in summer."""
    return tuple(day.replace(tzinfo=ZoneInfo(name)).utcoffset() or timedelta() for day in _SEASONS)


def calls_itself(name: str, word: str) -> bool:
    """True if the zone's own clock is marked so: in Dublin IST is Irish time, in Kolkata India's."""
    return word.upper() in {day.replace(tzinfo=ZoneInfo(name)).tzname() for day in _SEASONS}


_ALIKE = str.maketrans(" -", "__", ".'’()[],\"“”„`")


@lru_cache(maxsize=2_000)
def key(name: str) -> str:
    """A name without the parts that people write differently: case, accents, blanks and hyphens, other marks."""
    plain = "".join(letter for letter in normalize("NFKD", name.strip().casefold()) if not combining(letter))
    return plain.translate(_ALIKE).replace("saint_", "st_")
