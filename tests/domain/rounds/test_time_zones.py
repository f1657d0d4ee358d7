from zoneinfo import available_timezones

import pytest

from bot.domain.rounds import written_date


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Europe/London", "Europe/London"),
        ("europe/london", "Europe/London"),
        (" London ", "Europe/London"),
        ("new york", "America/New_York"),
        ("utc", "UTC"),
        ("GMT", "GMT"),
        ("São Paulo", "America/Sao_Paulo"),
        ("St. John's", "America/St_Johns"),
        ("Port-au-Prince", "America/Port-au-Prince"),
        ("Etc/GMT-3", "Etc/GMT-3"),
        ("Etc/GMT+3", "Etc/GMT+3"),
        ("Istanbul", "Europe/Istanbul"),
        ("Nicosia", "Asia/Nicosia"),
        ("Buenos Aires", "America/Argentina/Buenos_Aires"),
        ("Catamarca", "America/Argentina/Catamarca"),
        ("Córdoba", "America/Argentina/Cordoba"),
        ("Jujuy", "America/Argentina/Jujuy"),
        ("Mendoza", "America/Argentina/Mendoza"),
        ("Indianapolis", "America/Indiana/Indianapolis"),
        ("Louisville", "America/Kentucky/Louisville"),
        ("Asia/Istanbul", "Asia/Istanbul"),
    ],
)
def test_a_time_zone_by_its_name_or_its_city(name: str, key: str) -> None:
    found = written_date.zone(name)
    assert found is not None
    assert found.key == key


def test_every_city_is_one_zone() -> None:
    cities = {
        name.rpartition("/")[2] for name in available_timezones() if name.startswith(("America/", "Asia/", "Europe/"))
    }
    assert [city for city in cities if written_date.zone(city) is None] == []


@pytest.mark.parametrize("name", ["", "nowhere", "Eastern", "localtime", "Factory", "../../etc/passwd", "/", "Europe"])
def test_what_is_no_time_zone_or_might_be_several(name: str) -> None:
    assert written_date.zone(name) is None


def test_suggestions_of_time_zones() -> None:
    assert written_date.zone_suggestions("lond") == ["Europe/London"]
    assert written_date.zone_suggestions("new y") == ["America/New_York"]
    assert written_date.zone_suggestions("são p") == ["America/Sao_Paulo"]
    assert written_date.zone_suggestions("us/eastern") == ["US/Eastern"]
    assert written_date.zone_suggestions("banana") == []
    assert written_date.zone_suggestions("istanbul") == ["Europe/Istanbul", "Asia/Istanbul"]
    for typed in ("GMT", "gmt ", "EST", "Etc/GMT"):
        assert written_date.zone_suggestions(typed)[0].casefold() == typed.strip().casefold(), (
            "what is meant comes first"
        )
    assert len(written_date.zone_suggestions("GMT")) == 25
    assert len(written_date.zone_suggestions("a")) == 25
    for typed in ("", "a", "europe/", "US", "york"):
        assert all(written_date.zone(name) for name in written_date.zone_suggestions(typed))
