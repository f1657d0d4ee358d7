"""What moderators asked of rounds: one row per proposal, never changed afterwards."""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from bot.domain.header.header import Field
from bot.domain.header.rating import Rating
from bot.domain.rounds.home import Home, Talk
from bot.domain.rounds.round_plan import Drawn, Plan, Proposal
from bot.domain.text import written_word_rule
from bot.domain.text.conventions import Convention
from bot.domain.text.word_rule import WordRule
from bot.storage import generations
from bot.storage.session import Record, Session
from bot.storage.times import from_ms, from_ms_or_none, length_from_ms, length_to_ms, to_ms

SECOND = timedelta(seconds=1)

NAMES = (
    "title",
    "prompt",
    "under_cut",
    "image_id",
    "opens_at",
    "closes_at",
    "rule",
    "convention",
    "required",
    "highest",
    "entries_per_member",
    "count_must_match",
    "title_counts",
    "prompt_word",
    "drawn_prompt_id",
    "drawn_from",
    "reason",
    "home",
    "reminders",
    "ping_role_id",
    "grace",
    "late_for",
    "talk",
    "event",
    "feedback",
)
"""The columns of a plan's own; `to_columns` fills them and `from_row` reads them."""
COLUMNS = ", ".join(f"p.{name}" for name in NAMES)

ADD = f"""
INSERT INTO plans (id, request, guild_id, channel_id, moderator_id, round_id, based_on, challenge_id, proposed_at,
    {", ".join(NAMES)})
VALUES ({generations.next_number("plans")}, :request, :guild_id, :channel_id, :moderator_id, :round_id, :based_on,
    :challenge_id, :now, {", ".join(f":{name}" for name in NAMES)})
ON CONFLICT (request) DO NOTHING
"""
BY_REQUEST = "SELECT id FROM plans WHERE request = :request"
GET = f"""
SELECT p.id, p.guild_id, p.channel_id, p.round_id, p.based_on, p.challenge_id, p.dropped_at, p.confirmed_at,
    old.closes_at AS ended, {COLUMNS}
FROM plans p LEFT JOIN plans old ON old.id = p.based_on
WHERE p.id = :id
"""
CONFIRM = "UPDATE plans SET confirmed_at = :now WHERE id = :id"
ENTITLE = "UPDATE plans SET title = :title WHERE id = :id AND confirmed_at IS NULL"
DROP = "UPDATE plans SET dropped_at = :now WHERE id = :id AND confirmed_at IS NULL"


def add(
    session: Session,
    *,
    request: str,
    guild_id: int,
    channel_id: int,
    moderator_id: int | None,
    round_id: int | None,
    based_on: int | None,
    challenge_id: int | None = None,
    plan: Plan,
    now: datetime,
) -> int:
    """The proposal's id; the same request twice is the same proposal."""
    whose = {
        "request": request,
        "guild_id": guild_id,
        "channel_id": channel_id,
        "moderator_id": moderator_id,
        "round_id": round_id,
        "based_on": based_on,
        "challenge_id": challenge_id,
        "now": to_ms(now),
    }
    session.run(ADD, whose | to_columns(plan))
    return session.required(BY_REQUEST, {"request": request})["id"]


def get(session: Session, plan_id: int) -> Proposal | None:
    row = session.one(GET, {"id": plan_id})
    if row is None:
        return None
    return Proposal(
        row["id"],
        row["guild_id"],
        row["channel_id"],
        row["round_id"],
        row["based_on"],
        row["challenge_id"],
        from_ms_or_none(row["ended"]),
        from_row(row),
        dropped=row["dropped_at"] is not None,
        confirmed=row["confirmed_at"] is not None,
    )


def confirm(session: Session, plan_id: int, now: datetime) -> None:
    session.run(CONFIRM, {"id": plan_id, "now": to_ms(now)})


def entitle(session: Session, plan_id: int, title: str) -> None:
    """Give a plan the title that comes with its round's number, which is known with the yes."""
    session.run(ENTITLE, {"id": plan_id, "title": title})


def drop(session: Session, plan_id: int, now: datetime) -> None:
    session.run(DROP, {"id": plan_id, "now": to_ms(now)})


def to_columns(plan: Plan) -> dict[str, Any]:
    return {
        "title": plan.title,
        "prompt": plan.prompt,
        "under_cut": int(plan.under_cut),
        "image_id": plan.image_id,
        "opens_at": to_ms(plan.opens_at),
        "closes_at": to_ms(plan.closes_at),
        "rule": str(plan.rule),
        "convention": plan.convention,
        "required": " ".join(plan.required),
        "highest": plan.highest.name if plan.highest is not None else None,
        "entries_per_member": plan.entries_per_member,
        "count_must_match": int(plan.count_must_match),
        "title_counts": int(plan.title_counts),
        "prompt_word": plan.prompt_word,
        "drawn_prompt_id": plan.drawn.prompt_id if plan.drawn is not None else None,
        "drawn_from": plan.drawn.set_name if plan.drawn is not None else None,
        "reason": plan.reason,
        "home": plan.home,
        "talk": plan.talk,
        "event": int(plan.event),
        "feedback": " ".join(plan.feedback),
        "reminders": " ".join(str(lead // SECOND) for lead in plan.reminders),
        "ping_role_id": plan.ping_role_id,
        "grace": length_to_ms(plan.grace),
        "late_for": length_to_ms(plan.late_for),
    }


def from_row(row: Record) -> Plan:
    return Plan(
        title=row["title"],
        prompt=row["prompt"],
        under_cut=bool(row["under_cut"]),
        image_id=row["image_id"],
        opens_at=from_ms(row["opens_at"]),
        closes_at=from_ms(row["closes_at"]),
        rule=to_rule(row["rule"]),
        convention=Convention(row["convention"]),
        required=tuple(Field(name) for name in row["required"].split()),
        highest=Rating[row["highest"]] if row["highest"] else None,
        entries_per_member=row["entries_per_member"],
        count_must_match=bool(row["count_must_match"]),
        title_counts=bool(row["title_counts"]),
        prompt_word=row["prompt_word"],
        drawn=None if row["drawn_prompt_id"] is None else Drawn(row["drawn_prompt_id"], row["drawn_from"]),
        reason=row["reason"],
        home=Home(row["home"]),
        talk=Talk(row["talk"]),
        event=bool(row["event"]),
        feedback=tuple(row["feedback"].split()),
        reminders=tuple(int(lead) * SECOND for lead in row["reminders"].split()),
        ping_role_id=row["ping_role_id"],
        grace=length_from_ms(row["grace"]),
        late_for=length_from_ms(row["late_for"]),
    )


@lru_cache(maxsize=256)
def to_rule(text: str) -> WordRule:
    rule = written_word_rule.read(text)
    if rule is None:
        raise ValueError(f"the database holds a word rule that this version cannot read: {text!r}")
    return rule
