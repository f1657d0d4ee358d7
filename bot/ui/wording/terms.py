"""Numbers, dates and the field's own words, as members read them. The command line says the same."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.dates import time_zone
from bot.domain.documents import file
from bot.domain.entries.authorship import Writer
from bot.domain.entries.entry import Entry
from bot.domain.header.field import Field, FieldName
from bot.domain.header.header import Header
from bot.domain.header.rating import Rating
from bot.domain.prompts import prompt_file
from bot.domain.rounds import prompt_title
from bot.domain.rounds.home import Home, Talk
from bot.domain.rounds.posted_message import Spot
from bot.domain.rounds.round_plan import Plan
from bot.domain.text import conventions, escaping, glyph
from bot.domain.text.conventions import Convention
from bot.domain.text.word_rule import ANYTHING, SHERLOCK, AnyOf, Count, WordRule

FORM = "Fill in a form"
MORE_FIELDS = "More fields"
"""The labels of the buttons for the two pages of a header's form."""

MINUTES_A_DAY = 24 * 60

PERMISSIONS = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "create_public_threads": "Create Public Threads",
    "send_messages_in_threads": "Send Messages in Threads",
    "read_message_history": "Read Message History",
    "attach_files": "Attach Files",
    "add_reactions": "Add Reactions",
    "create_events": "Create Events",
    "pin_messages": "Pin Messages",
}
"""Discord's names for the permissions that the bot needs."""


HOMES = {
    Home.CHANNEL: "In the channel itself",
    Home.THREAD: "In a thread of its own",
    Home.POSTS: "In a forum, with a post for each story",
}
"""Where a round lives, as an option says it."""
TALKS = {
    Talk.NOWHERE: "No thread of its own",
    Talk.ROUND: "A thread beside the round",
    Talk.STORIES: "A thread beside each story",
}

LONGEST_NAME = 32
"""Characters that Discord takes for a member's name."""

MENTION_ALL = "Mention @everyone, @here, and All Roles"
TO_PING = (
    "For a ping, turn on *Allow anyone to @mention this role* for it in *Server Settings*, *Roles*; or give my role"
    f" *{MENTION_ALL}* in the channel. I mention the chosen role alone."
)


def stamp(moment: datetime) -> str:
    """A moment that Discord shows each reader in their own time zone."""
    return f"<t:{int(moment.timestamp())}:F>"


def day_stamp(moment: datetime) -> str:
    """Its date alone."""
    return f"<t:{int(moment.timestamp())}:D>"


def address(guild_id: int, spot: Spot) -> str:
    """The address of a message."""
    return f"https://discord.com/channels/{guild_id}/{spot.channel_id}/{spot.message_id}"


def role(role_id: int) -> str:
    """A role's mention, which pings only where a message is told to."""
    return f"<@&{role_id}>"


def channel_address(guild_id: int, channel_id: int) -> str:
    return f"https://discord.com/channels/{guild_id}/{channel_id}"


def title_text(title: str) -> str:
    """A round's or an entry's title in a sentence."""
    return escaping.line(title, prompt_title.LONGEST_TITLE)


def kinds_text() -> str:
    """The files that we read: ".txt, .md or .docx"."""
    return either([kind for kind in file.KINDS if kind != ".htm"])


def prompt_kinds_text() -> str:
    """The files that prompts come in."""
    return either(prompt_file.KINDS)


def countdown(moment: datetime) -> str:
    """The time until or since a moment. Discord keeps it up to date."""
    return f"<t:{int(moment.timestamp())}:R>"


def field_line(field: FieldName, value: str, most: int) -> str:
    """A field for Discord, with at most so many characters of its name, and of its value."""
    return f"**{escaping.line(field.label, most)}**: {escaping.covering(value, most)}"


USUAL = (Field.FANDOM, Field.PAIRING, Field.RATING)
"""The fields that most headers have, in the order in which people read them."""


def usual(header: Header) -> list[tuple[Field, str]]:
    """The usual fields that a header has, each with all its values, none of them twice."""
    given = {field: dict.fromkeys(filter(str.strip, header.all(field))) for field in USUAL}
    return [(field, ", ".join(values)) for field, values in given.items() if header.get(field)]


def in_one_line(header: Header, words: int, most: int) -> str:
    """The usual facts of a story: "Original work · G · 100 words"; at most so many characters of each field."""
    return " · ".join([*(escaping.line(value, most) for _, value in usual(header)), words_text(words)])


def rating_text(rating: Rating) -> str:
    return rating.name.replace("_", " ").lower()


def rule_text(rule: WordRule) -> str:
    """The rule in words: "exactly 100 words (drabble)", "between 100 and 500 words, give or take 5"."""
    if isinstance(rule, AnyOf):
        return choice_text(rule.counts)
    return f"{demand_text(rule)} ({rule.form})" if rule.form else demand_text(rule)


def choice_text(counts: Sequence[Count]) -> str:
    """A choice in words: "100 or 200 words (drabble or double drabble)"."""
    names = [count.form for count in counts if count.form]
    if not all(is_one_number(count) for count in counts) or 0 < len(names) < len(counts):
        *first, last = map(rule_text, counts)
        return f"{', '.join(first)}, or {last}"
    numbers = f"{either([f'{count.low:,}' for count in counts])} words{leniency_text(counts[0])}"
    return f"{numbers} ({either(names)})" if names else numbers


def is_one_number(count: Count) -> bool:
    return count.low == count.high and count.form != SHERLOCK


def demand_text(rule: Count) -> str:
    """The same without the form's name, which some will not know."""
    if rule.in_sections:
        number = f"{rule.times:,} sections" if rule.times is not None else "sections"
        return f"{number} of {exactly(rule)}{words_text(rule.step)} each{leniency_text(rule)}"
    last = ", the last one starting with b" if rule.form == SHERLOCK else ""
    return f"{numbers_text(rule)}{leniency_text(rule)}{last}"


def leniency_text(rule: Count) -> str:
    return f", give or take {rule.leniency:,}" if rule.leniency else ""


def exactly(rule: Count) -> str:
    return "" if rule.leniency else "exactly "


def terms_text(plan: Plan) -> str:
    """The rule, and the way of counting if it is not the one that writers expect."""
    if plan.rule == ANYTHING:
        return rule_text(plan.rule)
    counting = "" if plan.convention is Convention.AO3 else f", {conventions.WAYS[plan.convention].manner}"
    return rule_text(plan.rule) + counting + (", the title counted in" if plan.title_counts else "")


def numbers_text(rule: Count) -> str:
    if rule.step > 1:
        return f"a multiple of {rule.step:,} words"
    if rule.high is None:
        return f"at least {words_text(rule.low)}" if rule.low else "any number of words"
    if rule.low == rule.high:
        return f"{exactly(rule)}{words_text(rule.low)}"
    return f"between {rule.low:,} and {rule.high:,} words" if rule.low else f"at most {words_text(rule.high)}"


def length_text(length: timedelta) -> str:
    """A length of time: "24 hours", "2 days and 3 hours", "90 minutes"."""
    minutes = int(length.total_seconds()) // 60
    days = minutes // MINUTES_A_DAY if minutes >= 2 * MINUTES_A_DAY else 0
    hours, rest = divmod(minutes - days * MINUTES_A_DAY, 60)
    amounts = {"day": days, "hour": hours, "minute": rest}
    return listed([f"{amount:,} {plural(amount, unit)}" for unit, amount in amounts.items() if amount])


def reminders_text(leads: Sequence[timedelta]) -> str:
    """When a channel is reminded: "24 hours and 1 hour before the close"."""
    return f"{listed([length_text(lead) for lead in leads])} before the close" if leads else "none"


def badge(entry: Entry) -> str:
    return " · *late*" if entry.is_late else ""


def words_text(words: int) -> str:
    return f"{words:,} {plural(words, 'word')}"


def listed(parts: Sequence[str], joint: str = "and") -> str:
    """Several parts of a sentence as one: "title, fandom and rating"."""
    return f" {joint} ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ORDINALS = ("", "the first", "the second", "the third", "the fourth", "the fifth")


def number_text(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"


def ordinal(number: int) -> str:
    return ORDINALS[number] if number < len(ORDINALS) else f"number {number}"


def either(parts: Sequence[str]) -> str:
    """The parts with "or" before the last: "100, 200 or 300"."""
    *first, last = parts
    return f"{', '.join(first)} or {last}" if first else last


def plural(number: int, one: str, many: str | None = None) -> str:
    return one if number == 1 else many or f"{one}s"


def date_text(moment: datetime, zone_name: str | None) -> str:
    """A date in full in the guild's time zone; None for a guild that has chosen none."""
    return f"{local_text(moment, zone_name)} ({place_text(zone_name)})"


def local_text(moment: datetime, zone_name: str | None) -> str:
    return wall_text(moment.astimezone(ZoneInfo(zone_name or "UTC")))


def place_text(zone_name: str | None) -> str:
    return time_zone.title(zone_name) if zone_name else "UTC assumed"


def wall_text(moment: datetime) -> str:
    """A date in full, by the clock that it is given in."""
    return f"{moment:%A} {moment.day} {moment:%B %Y, %H:%M}"


def date_examples(today: date) -> tuple[str, ...]:
    """Ways to write a date, none of which has passed."""
    soon, later = today + timedelta(3), today + timedelta(10)
    return f"{soon:%A} 8pm".lower(), "in 7 days", "end of the month", f"{later.day} {later:%B} 20:00"


def writer(told: Writer) -> str:
    """A writer as cards name them: a kept name leads to their profile. A mention of who has left shows a number."""
    if told.name is None or not glyph.is_seen(told.name):
        return member(told.id)
    return escaping.link(told.name, LONGEST_NAME, f"https://discord.com/users/{told.id}")


def moderators(member_id: int | None) -> str:
    """Who decided: a moderator, where their server wants them named."""
    return "the moderators" if member_id is None else member(member_id)


def first_up(sentence: str) -> str:
    return f"{sentence[:1].upper()}{sentence[1:]}"


def member(member_id: int) -> str:
    """A member as cards name them; a number below zero stands for one who took their name back."""
    return f"<@{member_id}>" if member_id > 0 else "a former member"
