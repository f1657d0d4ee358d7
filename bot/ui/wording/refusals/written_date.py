from bot.domain import problem
from bot.domain.dates import time_zone, written_date
from bot.ui.wording import terms
from bot.ui.wording.quoting import quoted

ZONES_NAMED = 6


def worded(found: problem.WrittenDateProblem) -> str:
    match found:
        case problem.DateUnreadable(text, today):
            ways = ", ".join(f"`{example}`" for example in terms.date_examples(today))
            return f"I don't understand “{quoted(text)}” as a date. These work: {ways}."
        case problem.DateUnclear(text, readings):
            moments = " or ".join(terms.wall_text(moment) for moment in readings)
            ways = " or ".join(f"`{written_date.in_full(moment)}`" for moment in readings)
            return f"“{quoted(text)}” may be {moments}. Write {ways}."
        case problem.DatePast(text, moment):
            said = f"“{quoted(text)}” is" if text else "The round would close"
            return f"{said} {terms.stamp(moment)}, which has passed. Choose a later date."
        case problem.DateTooFar(text, years):
            return f"“{quoted(text)}” is more than {years} years away. Choose an earlier date."
        case problem.LengthUnreadable(text):
            return f"I can't read “{quoted(text)}” as a length of time. These work: `2 days`, `36 hours`, `90 minutes`."
        case problem.TimeZoneUnknown(text):
            return (
                f"I know no time zone “{quoted(text)}”. Name a large city with your time, like `London`, or your"
                " country. `/setup timezone:` offers what I know as you type."
            )
        case problem.TimeZoneUnclear(text, zone_names):
            named = ", ".join(f"`{time_zone.title(name)}`" for name in zone_names[:ZONES_NAMED])
            return (
                f"“{quoted(text)}” is more than one time zone: {named}. Name the one you mean, or a large city in it."
            )
        case _:
            raise NotImplementedError(f"no wording for {found!r}")
