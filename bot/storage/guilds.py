"""A guild's customs for all its rounds."""

from bot.domain.dates import time_zone
from bot.domain.dates.clock import DateOrder
from bot.domain.header.field import Field
from bot.domain.rounds.home import Home
from bot.domain.rounds.screening import Review, Screening
from bot.domain.rounds.settings import Customs
from bot.domain.text.conventions import Convention
from bot.storage import plans
from bot.storage.session import Record, Session
from bot.storage.times import length_from_ms, length_to_ms

GET = """
SELECT channel_id, moderator_role_id, notices_channel_id, time_zone, date_order, feedback, convention, rule, required,
    home, review, new_account, new_member, first_entry_waits, held_words, names_moderators, drafts_kept
FROM guilds WHERE id = :guild_id
"""
PUT = """
INSERT INTO guilds (id, channel_id, moderator_role_id, notices_channel_id, time_zone, date_order, feedback, convention,
    rule, required, home, review, new_account, new_member, first_entry_waits, held_words, names_moderators,
    drafts_kept)
VALUES (:guild_id, :channel_id, :moderator_role_id, :notices_channel_id, :time_zone, :date_order, :feedback,
    :convention, :rule, :required, :home, :review, :new_account, :new_member, :first_entry_waits, :held_words,
    :names_moderators, :drafts_kept)
ON CONFLICT (id) DO UPDATE SET channel_id = excluded.channel_id, moderator_role_id = excluded.moderator_role_id,
    notices_channel_id = excluded.notices_channel_id, time_zone = excluded.time_zone, date_order = excluded.date_order,
    feedback = excluded.feedback, convention = excluded.convention, rule = excluded.rule, required = excluded.required,
    home = excluded.home, review = excluded.review, new_account = excluded.new_account,
    new_member = excluded.new_member, first_entry_waits = excluded.first_entry_waits,
    held_words = excluded.held_words, names_moderators = excluded.names_moderators,
    drafts_kept = excluded.drafts_kept
"""


def customs(session: Session, guild_id: int) -> Customs:
    row = session.one(GET, {"guild_id": guild_id})
    return Customs() if row is None else from_row(row)


def put(session: Session, guild_id: int, customs: Customs) -> None:
    session.run(
        PUT,
        {
            "guild_id": guild_id,
            "channel_id": customs.channel_id,
            "moderator_role_id": customs.moderator_role_id,
            "notices_channel_id": customs.notices_channel_id,
            "time_zone": customs.zone_name,
            "date_order": customs.date_order,
            "feedback": " ".join(customs.feedback),
            "convention": customs.convention,
            "rule": str(customs.rule),
            "required": " ".join(customs.required),
            "home": customs.home,
            "names_moderators": int(customs.names_moderators),
            "drafts_kept": length_to_ms(customs.drafts_kept),
            **from_screening(customs.screening),
        },
    )


def from_row(row: Record) -> Customs:
    return Customs(
        channel_id=row["channel_id"],
        moderator_role_id=row["moderator_role_id"],
        notices_channel_id=row["notices_channel_id"],
        zone_name=time_zone.current(row["time_zone"]),
        date_order=DateOrder(row["date_order"]),
        feedback=tuple(row["feedback"].split()),
        convention=Convention(row["convention"]),
        rule=plans.to_rule(row["rule"]),
        required=tuple(Field(name) for name in row["required"].split()),
        home=Home(row["home"]),
        screening=to_screening(row),
        names_moderators=bool(row["names_moderators"]),
        drafts_kept=length_from_ms(row["drafts_kept"]),
    )


def from_screening(screening: Screening) -> dict[str, str | int]:
    return {
        "review": screening.review,
        "new_account": length_to_ms(screening.new_account),
        "new_member": length_to_ms(screening.new_member),
        "first_entry_waits": int(screening.first_entry),
        "held_words": "\n".join(screening.words),
    }


def to_screening(row: Record) -> Screening:
    return Screening(
        review=Review(row["review"]),
        new_account=length_from_ms(row["new_account"]),
        new_member=length_from_ms(row["new_member"]),
        first_entry=bool(row["first_entry_waits"]),
        words=tuple(row["held_words"].splitlines()),
    )
