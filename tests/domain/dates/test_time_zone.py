"""Time zones as people write them. What is meant is written down by hand, and checked against no table of ours."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.domain.dates import time_zone, zone_tables

NEW_YORK, CHICAGO, LOS_ANGELES = "America/New_York", "America/Chicago", "America/Los_Angeles"
LONDON, BRUSSELS = "Europe/London", "Europe/Brussels"

MEANT = {
    # by IANA's names, and its cities
    "Europe/London": LONDON,
    "europe/london": LONDON,
    " London ": LONDON,
    "new york": NEW_YORK,
    "São Paulo": "America/Sao_Paulo",
    "St. John's": "America/St_Johns",
    "Port-au-Prince": "America/Port-au-Prince",
    "Nicosia": "Asia/Nicosia",
    "Catamarca": "America/Argentina/Catamarca",
    "Córdoba": "America/Argentina/Cordoba",
    "Louisville": "America/Kentucky/Louisville",
    # by names that were theirs once
    "US/Eastern": NEW_YORK,
    "us/pacific": LOS_ANGELES,
    "US/Hawaii": "Pacific/Honolulu",
    "US/East-Indiana": "America/Indiana/Indianapolis",
    "America/Indianapolis": "America/Indiana/Indianapolis",
    "Indianapolis": "America/Indiana/Indianapolis",
    "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
    "Buenos Aires": "America/Argentina/Buenos_Aires",
    "America/Montreal": "America/Toronto",
    "Canada/Pacific": "America/Vancouver",
    "Brazil/East": "America/Sao_Paulo",
    "Asia/Calcutta": "Asia/Kolkata",
    "Calcutta": "Asia/Kolkata",
    "Asia/Istanbul": "Europe/Istanbul",
    "Istanbul": "Europe/Istanbul",
    "Asia/Saigon": "Asia/Ho_Chi_Minh",
    "Rangoon": "Asia/Yangon",
    "Europe/Kiev": "Europe/Kyiv",
    "Belfast": LONDON,
    "Tel Aviv": "Asia/Jerusalem",
    "Canberra": "Australia/Sydney",
    "Australia/NSW": "Australia/Sydney",
    "GB": LONDON,
    "GB-Eire": LONDON,
    "Eire": "Europe/Dublin",
    "NZ": "Pacific/Auckland",
    "PRC": "Asia/Shanghai",
    "Hongkong": "Asia/Hong_Kong",
    "W-SU": "Europe/Moscow",
    "Navajo": "America/Denver",
    # by initials and words
    '"EST"': NEW_YORK,
    "`UTC`": "UTC",
    "NY": NEW_YORK,
    "HK": "Asia/Hong_Kong",
    "Deutschland": "Europe/Berlin",
    "Москва": "Europe/Moscow",
    "EST": NEW_YORK,
    "edt": NEW_YORK,
    "ET": NEW_YORK,
    "eastern": NEW_YORK,
    "Eastern Time": NEW_YORK,
    "US Eastern": NEW_YORK,
    "Eastern Daylight Time": NEW_YORK,
    "EST5EDT": NEW_YORK,
    "east coast": NEW_YORK,
    "EST/EDT": NEW_YORK,
    "(GMT-05:00) Eastern Time (US & Canada)": NEW_YORK,
    "CT": CHICAGO,
    "cdt": CHICAGO,
    "Central Time": CHICAGO,
    "CST6CDT": CHICAGO,
    "MST": "America/Denver",
    "mountain time": "America/Denver",
    "MST7MDT": "America/Denver",
    "PT": LOS_ANGELES,
    "PST": LOS_ANGELES,
    "pacific": LOS_ANGELES,
    "West Coast": LOS_ANGELES,
    "HST": "Pacific/Honolulu",
    "AKST": "America/Anchorage",
    "UK": LONDON,
    "UK time": LONDON,
    "British Summer Time": LONDON,
    "Scotland": LONDON,
    "CET": BRUSSELS,
    "CEST": BRUSSELS,
    "MET": BRUSSELS,
    "Central European Time": BRUSSELS,
    "Central European Summer Time": BRUSSELS,
    "WET": "Europe/Lisbon",
    "EEST": "Europe/Athens",
    "MSK": "Europe/Moscow",
    "CET/CEST": BRUSSELS,
    "CET (UTC+1)": BRUSSELS,
    "New Zealand Daylight Time": "Pacific/Auckland",
    "Philippine time": "Asia/Manila",
    "Indian Standard Time": "Asia/Kolkata",
    "Irish time": "Europe/Dublin",
    "AEST": "Australia/Sydney",
    "AWST": "Australia/Perth",
    "NZDT": "Pacific/Auckland",
    "JST": "Asia/Tokyo",
    "KST": "Asia/Seoul",
    "SGT": "Asia/Singapore",
    "HKT": "Asia/Hong_Kong",
    "PHT": "Asia/Manila",
    "SAST": "Africa/Johannesburg",
    "BRT": "America/Sao_Paulo",
    # in other languages
    "MEZ": BRUSSELS,
    "MESZ": BRUSSELS,
    "mitteleuropäische Zeit": BRUSSELS,
    "Mitteleuropäische Sommerzeit": BRUSSELS,
    "OEZ": "Europe/Athens",
    "heure de Paris": "Europe/Paris",
    "heure d’été d’Europe centrale": BRUSSELS,
    "hora de Madrid": "Europe/Madrid",
    "hora de Brasília": "America/Sao_Paulo",
    "ora italiana": "Europe/Rome",
    # by the hours ahead
    "UTC": "UTC",
    "utc time": "UTC",
    "GMT": "UTC",
    "(UTC)": "UTC",
    "Z": "UTC",
    "Zulu": "UTC",
    "Greenwich Mean Time": "UTC",
    "UTC+0": "UTC",
    "+00:00": "UTC",
    "UTC+2": "Etc/GMT-2",
    "utc + 2": "Etc/GMT-2",
    "GMT+2": "Etc/GMT-2",
    "GMT +02:00": "Etc/GMT-2",
    "+0200": "Etc/GMT-2",
    "+2": "Etc/GMT-2",
    "UTC-5": "Etc/GMT+5",
    "UTC\N{MINUS SIGN}5": "Etc/GMT+5",
    "-05:00": "Etc/GMT+5",
    "UTC+14": "Etc/GMT-14",
    "UTC+5:30": "Asia/Kolkata",
    "+0545": "Asia/Kathmandu",
    "UTC-3:30": "America/St_Johns",
    "UTC+12:45": "Pacific/Chatham",
    "Etc/GMT-3": "Etc/GMT-3",
    "Etc/GMT+3": "Etc/GMT+3",
    # by Windows
    "Eastern Standard Time": NEW_YORK,
    "W. Europe Standard Time": "Europe/Berlin",
    "GMT Standard Time": LONDON,
    "Tokyo Standard Time": "Asia/Tokyo",
    "E. South America Standard Time": "America/Sao_Paulo",
    # by the country
    "Germany": "Europe/Berlin",
    "Korea": "Asia/Seoul",
    "South Africa": "Africa/Johannesburg",
    "Holland": "Europe/Amsterdam",
    "Poland": "Europe/Warsaw",
    "Japan time": "Asia/Tokyo",
    "Argentina": "America/Argentina/Buenos_Aires",
    # by the state
    "California": LOS_ANGELES,
    "texas": CHICAGO,
    "Arizona": "America/Phoenix",
    "Hawaii": "Pacific/Honolulu",
    "Florida": NEW_YORK,
    "Kentucky": NEW_YORK,
    "British Columbia": "America/Vancouver",
    "Queensland": "Australia/Brisbane",
    # by other large cities
    "Boston": NEW_YORK,
    "san francisco": LOS_ANGELES,
    "Seattle": LOS_ANGELES,
    "Houston": CHICAGO,
    "St. Louis, Missouri": CHICAGO,
    "Salt Lake City": "America/Denver",
    "Washington DC": NEW_YORK,
    "Munich": "Europe/Berlin",
    "München": "Europe/Berlin",
    "Muenchen": "Europe/Berlin",
    "Cologne": "Europe/Berlin",
    "Geneva": "Europe/Zurich",
    "The Hague": "Europe/Amsterdam",
    "Lyon": "Europe/Paris",
    "Firenze": "Europe/Rome",
    "Krakow": "Europe/Warsaw",
    "Edinburgh": LONDON,
    "Manchester": LONDON,
    "Mumbai": "Asia/Kolkata",
    "Bombay": "Asia/Kolkata",
    "Bangalore": "Asia/Kolkata",
    "Beijing": "Asia/Shanghai",
    "Peking": "Asia/Shanghai",
    "Osaka": "Asia/Tokyo",
    "Busan": "Asia/Seoul",
    "Rio de Janeiro": "America/Sao_Paulo",
    "Cape Town": "Africa/Johannesburg",
    "Abuja": "Africa/Lagos",
    "Quebec City": "America/Toronto",
    "Boston time": NEW_YORK,
    # by their land, too
    "Boston, MA": NEW_YORK,
    "Munich, Germany": "Europe/Berlin",
    "Barcelona, Spain": "Europe/Madrid",
    "Barcelona, ES": "Europe/Madrid",
    "Portland, Oregon": LOS_ANGELES,
    "Portland, ME": NEW_YORK,
    "Cambridge, UK": LONDON,
    "London (UK)": LONDON,
    "Berlin (GMT+1)": "Europe/Berlin",
    "Europe/London (GMT)": LONDON,
    "Cambridge, Massachusetts": NEW_YORK,
    "Paris, Texas": CHICAGO,
    "London, Ontario": "America/Toronto",
    "Toronto, CA": "America/Toronto",
    "Washington, DC": NEW_YORK,
    "Springfield, IL": CHICAGO,
}


def test_a_zone_as_people_write_it() -> None:
    assert {text: " or ".join(zone.key for zone in time_zone.meant(text)) for text in MEANT} == MEANT


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("BST", [LONDON, "Asia/Dhaka"]),
        ("CST", [CHICAGO, "Asia/Shanghai"]),
        ("IST", ["Europe/Dublin", "Asia/Kolkata", "Asia/Jerusalem"]),
        ("Spain", ["Europe/Madrid", "Atlantic/Canary"]),
        ("Barcelona", ["Europe/Madrid", "America/Caracas"]),
        ("Cambridge", [NEW_YORK, LONDON, "America/Toronto"]),
        ("Hyderabad", ["Asia/Kolkata", "Asia/Karachi"]),
        ("Georgia", ["Asia/Tbilisi", NEW_YORK]),
        ("Washington", [NEW_YORK, LOS_ANGELES]),
        ("Brazil", ["America/Sao_Paulo", "America/Manaus", "America/Rio_Branco", "America/Noronha"]),
        ("UTC+9:30", ["Australia/Adelaide", "Australia/Darwin"]),
    ],
)
def test_what_may_be_several_zones_is_asked_back(text: str, choices: list[str]) -> None:
    assert [zone.key for zone in time_zone.meant(text)] == choices


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Amercia/New_York", NEW_YORK),
        ("Berln", "Europe/Berlin"),
        ("New Yrok", NEW_YORK),
        ("Los Angelas", LOS_ANGELES),
        ("Melborne", "Australia/Melbourne"),
        ("Eastren", NEW_YORK),
        ("Germnay", "Europe/Berlin"),
        ("Munnich", "Europe/Berlin"),
        ("Edinburg", LONDON),
        ("Mombai", "Asia/Kolkata"),
        ("San Fransisco", LOS_ANGELES),
        ("Californa", LOS_ANGELES),
    ],
)
def test_a_slip_of_the_pen_is_seen_through(text: str, key: str) -> None:
    assert [zone.key for zone in time_zone.meant(text) or time_zone.nearly(text)] == [key]


@pytest.mark.parametrize("text", ["", "ETS", "Rom3", "Narnia", "nowhere", "Mordor", "Lodnno", "closing", "friday"])
def test_more_than_a_slip_is_no_name(text: str) -> None:
    assert time_zone.nearly(text) == ()


@pytest.mark.parametrize(
    ("text", "home", "key"),
    [
        ("BST", LONDON, LONDON),
        ("BST", "Asia/Dhaka", "Asia/Dhaka"),
        ("CST", NEW_YORK, CHICAGO),
        ("CST", "Asia/Shanghai", "Asia/Shanghai"),
        ("CST", "America/Mexico_City", "America/Mexico_City"),
        ("IST", "Europe/Dublin", "Europe/Dublin"),
        ("IST", "Asia/Calcutta", "Asia/Kolkata"),
        ("EST", "America/Toronto", "America/Toronto"),
        ("MST", "America/Phoenix", "America/Phoenix"),
        ("CEST", "Europe/Paris", "Europe/Paris"),
        ("PST", "Asia/Manila", "Asia/Manila"),
        ("GMT", LONDON, "UTC"),
    ],
)
def test_home_settles_which_clock_is_meant(text: str, home: str, key: str) -> None:
    assert [zone.key for zone in time_zone.meant(text, ZoneInfo(home))] == [key]


def test_initials_are_the_clock_on_the_wall() -> None:
    [eastern] = time_zone.meant("EST")
    assert datetime(2026, 7, 10, 20, tzinfo=eastern).utcoffset() == timedelta(hours=-4)


def test_a_zone_that_was_kept_under_an_older_name_is_todays() -> None:
    kept = ["US/Eastern", "EST", "GMT", "Etc/GMT-2", "Asia/Kolkata", "Europe/Nowhere", None]
    assert list(map(time_zone.current, kept)) == [NEW_YORK, NEW_YORK, "UTC", "Etc/GMT-2", "Asia/Kolkata", None, None]


@pytest.mark.parametrize(
    "name", ["", "nowhere", "localtime", "Factory", "../../etc/passwd", "/", "Europe", "UTC+15", "UTC+4:90", "()"]
)
def test_what_is_no_time_zone(name: str) -> None:
    assert time_zone.meant(name) == ()


def test_every_name_of_iana_is_one_zone_of_today() -> None:
    old = available_timezones() - {"Factory", "localtime", "posixrules"}
    asked = {name: [zone.key for zone in time_zone.meant(name)] for name in old}
    assert [name for name, found in asked.items() if len(found) != 1] == []
    kept = {found[0] for found in asked.values()}
    assert [key for key in kept if key not in zone_tables.countries() and key != "UTC" and "Etc/GMT" not in key] == []
    for name, [key] in asked.items():
        if name not in {"EST", "MST"}:
            assert zone_tables.clock(name) == zone_tables.clock(key), f"{name} keeps its time"


def test_every_city_is_one_zone() -> None:
    cities = {
        name.rpartition("/")[2] for name in available_timezones() if name.startswith(("America/", "Asia/", "Europe/"))
    }
    assert [city for city in cities if len(time_zone.meant(city)) != 1] == []


@pytest.mark.parametrize(
    ("text", "month_first"),
    [
        ("US/Eastern", True),
        ("EST", True),
        ("America/Indianapolis", True),
        ("US/Samoa", True),
        ("Guam", True),
        ("Manila", True),
        ("Japan", True),
        ("Canada/Eastern", False),
        ("America/Mexico_City", False),
        ("GB", False),
        ("CET", False),
    ],
)
def test_day_and_month_go_by_the_country(text: str, *, month_first: bool) -> None:
    [zone] = time_zone.meant(text)
    assert zone_tables.day_first(zone.key) is not month_first


def test_suggestions_of_time_zones() -> None:
    assert time_zone.suggestions("lond")[0] == LONDON
    assert time_zone.suggestions("new y")[0] == NEW_YORK
    assert time_zone.suggestions("são p")[0] == "America/Sao_Paulo"
    assert time_zone.suggestions("us/eastern") == [NEW_YORK]
    assert time_zone.suggestions("narnia") == []
    assert time_zone.suggestions("istanbul") == ["Europe/Istanbul"]
    assert time_zone.suggestions("bost") == [NEW_YORK]
    assert time_zone.suggestions("münc") == ["Europe/Berlin"]
    assert time_zone.suggestions("calif") == [LOS_ANGELES]
    assert time_zone.suggestions("berln") == ["Europe/Berlin"]
    assert time_zone.suggestions("bst")[:2] == [LONDON, "Asia/Dhaka"]
    assert time_zone.suggestions("cst")[:2] == [CHICAGO, "Asia/Shanghai"]
    assert "CST6CDT" not in time_zone.suggestions("cst")
    assert time_zone.suggestions("gmt+2")[0] == "Etc/GMT-2"
    assert {"Europe/Berlin", "Africa/Cairo", "Africa/Johannesburg"} < set(time_zone.suggestions("gmt+2"))
    assert "Etc/GMT+2" not in time_zone.suggestions("+2")
    assert time_zone.suggestions("UTC-5")[:2] == ["Etc/GMT+5", NEW_YORK]
    assert time_zone.suggestions("+5:30") == ["Asia/Kolkata", "Asia/Colombo"]
    assert time_zone.title("Etc/GMT-2") == "UTC+2"
    assert len(time_zone.suggestions("a")) == 25
    for typed in ("", "a", "europe/", "US", "york"):
        assert all(time_zone.meant(name) for name in time_zone.suggestions(typed))
