"""A calendar as a text, which the database keeps, and back."""

import json
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.challenges.calendar import Calendar
from bot.domain.challenges.open_for import Lasting, OpenFor, Until, UntilNext
from bot.domain.challenges.recurrence import DayOf, Recurrence, Unit
from bot.domain.dates.length import Length

Facts = dict[str, Any]
"""What JSON holds."""


def written(calendar: Calendar) -> str:
    facts = {
        "said": calendar.said,
        "said_open_for": calendar.said_open_for,
        "opens": _of_recurrence(calendar.recurrence),
        "open_for": _of_open_for(calendar.open_for),
        "zone": calendar.zone.key,
        "since": calendar.since.isoformat(),
        "anchor": calendar.anchor.isoformat(),
    }
    return json.dumps(facts, ensure_ascii=False)


def read(text: str) -> Calendar:
    facts: Facts = json.loads(text)
    return Calendar(
        said=facts["said"],
        said_open_for=facts["said_open_for"],
        recurrence=_recurrence(facts["opens"]),
        open_for=_open_for(facts["open_for"]),
        zone=ZoneInfo(facts["zone"]),
        since=datetime.fromisoformat(facts["since"]),
        anchor=date.fromisoformat(facts["anchor"]),
    )


def _of_recurrence(recurrence: Recurrence) -> Facts:
    return {
        "every": recurrence.every,
        "unit": recurrence.unit,
        "days": [[day.weekday, day.number, day.month] for day in recurrence.days],
        "seconds": [_seconds(since_midnight) for since_midnight in recurrence.times],
    }


def _recurrence(facts: Facts) -> Recurrence:
    days: list[list[int | None]] = facts["days"]
    return Recurrence(
        every=facts["every"],
        unit=Unit(facts["unit"]),
        days=tuple(DayOf(*day) for day in days),
        times=tuple(timedelta(seconds=seconds) for seconds in facts["seconds"]),
    )


def _of_open_for(open_for: OpenFor) -> Facts:
    match open_for:
        case Lasting(length):
            return {"months": length.months, "days": length.days, "seconds": _seconds(length.hours)}
        case Until(recurrence, on_a_later_day):
            return {"until": _of_recurrence(recurrence), "on_a_later_day": on_a_later_day}
        case UntilNext():
            return {}


def _open_for(facts: Facts) -> OpenFor:
    if "until" in facts:
        return Until(_recurrence(facts["until"]), facts["on_a_later_day"])
    if "months" in facts:
        return Lasting(Length(facts["months"], facts["days"], timedelta(seconds=facts["seconds"])))
    return UntilNext()


def _seconds(length: timedelta) -> int:
    return int(length.total_seconds())
