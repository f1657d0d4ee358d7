from bot.domain import problem
from bot.domain.problem import Beyond
from bot.ui.wording import terms
from bot.ui.wording.quoting import code, phrase, quoted

WAYS_NAMED = 4
LACKS = {
    Beyond.EXCEPTIONS: "A calendar has no exceptions. Name the days that stay, like `mon to sat 6pm`; `/challenge skip`"
    " leaves out a single date.",
    Beyond.END: "Say only when rounds open. How long each is open has a field of its own, and the calendar ends with"
    " `/challenge end`.",
    Beyond.SEASONS: "A calendar runs all year round. Leave the months out; `/challenge pause` lets it rest, and"
    " `/challenge resume` lets it go on.",
    Beyond.TIMES_BY_DAY: "A calendar has the same times on all its days, like `mon and thu at 6pm`. Set up a challenge"
    " for each other time.",
    Beyond.MOVABLE_FEASTS: "A calendar knows no feasts that move from year to year. Open that round by hand: `/round"
    " open` counts it to the challenge, too.",
    Beyond.SINGLE_DATES: "That comes once, and a challenge's dates come again, like `every friday 6pm`. A single round"
    " opens with `/round open`.",
    Beyond.WEEKDAYS_ON_DATES: "A calendar goes by weekdays or by dates, like `every friday 6pm` or `the 13th at 6pm`,"
    " and not by both at once.",
    Beyond.CHOICES: "A calendar leaves nothing open. Name one day, or several that have a round each, like `mon and thu"
    " at 6pm`.",
}


def worded(found: problem.CalendarProblem) -> str:
    match found:
        case problem.CalendarUnreadable(text):
            return (
                f"I don't understand “{quoted(text)}” as times that come again. These work: `every sunday 6pm`,"
                " `every other friday`, `1st and 15th at noon`, `last saturday of the month`, `every 10 days`."
            )
        case problem.CalendarUnclear(text, (way,)):
            return f"“{quoted(text)}” leaves open which days and times. Name them, like {phrase(way)}."
        case problem.CalendarUnclear(text, ways):
            named = terms.either([phrase(way) for way in ways[:WAYS_NAMED]])
            return f"“{quoted(text)}” can mean several things. Write {named}."
        case problem.CalendarLacks(text, beyond):
            return f"I can't follow “{quoted(text)}”. {LACKS[beyond]}"
        case problem.DayNever(day, instead):
            return f"No year has a {quoted(day)}. {code(instead)} is the nearest that comes each year."
        case problem.OpenForUnreadable(text):
            return (
                f"I don't understand “{quoted(text)}” as how long a round is open. These work: `6 days`,"
                " `until saturday 9pm`, `until the next one opens`."
            )
        case _:
            raise NotImplementedError(f"no wording for {found!r}")
