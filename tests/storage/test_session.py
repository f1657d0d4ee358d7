"""What a session answers, and what the smallest tables keep."""

import pytest

from bot.domain.dates.clock import DateOrder
from bot.domain.header.field import Field
from bot.domain.rounds.settings import Customs
from bot.domain.text import word_rule
from bot.domain.text.conventions import Convention
from bot.storage import agreements, guilds
from bot.storage.database import Database
from bot.storage.session import Session

COUNT = "SELECT count(*) AS n FROM agreements"


async def test_answers(database: Database) -> None:
    await database.write(assert_answers)


def assert_answers(session: Session) -> None:
    add = "INSERT INTO agreements VALUES (:subject, :fingerprint) ON CONFLICT DO NOTHING"
    session.run_many(add, [{"subject": s, "fingerprint": "f"} for s in "abc"])
    assert session.run(add, {"subject": "c", "fingerprint": "other"}) == 0
    assert session.run("UPDATE agreements SET fingerprint = 'g' WHERE subject > :s", {"s": "a"}) == 2
    row = session.one(f"{add} RETURNING subject", {"subject": "d", "fingerprint": "h"})
    assert row is not None
    assert row["subject"] == "d"
    rows = session.all("SELECT subject, fingerprint FROM agreements ORDER BY subject")
    assert [tuple(row) for row in rows] == [("a", "f"), ("b", "g"), ("c", "g"), ("d", "h")]
    assert session.one(COUNT + " WHERE FALSE GROUP BY subject") is None
    with pytest.raises(LookupError):
        session.required("SELECT 1 FROM agreements WHERE subject = 'z'")


async def test_agreements(database: Database) -> None:
    assert await database.read(agreements.beginning, "commands") == {}
    await database.write(agreements.put, "commands", "one")
    await database.write(agreements.put, "commands", "two")
    assert await database.read(agreements.beginning, "commands") == {"commands": "two"}


async def test_guilds(database: Database) -> None:
    assert await database.read(guilds.customs, 1) == Customs()
    changed = Customs(
        channel_id=10,
        moderator_role_id=11,
        notices_channel_id=12,
        zone_name="Asia/Tokyo",
        date_order=DateOrder.MONTH_FIRST,
        feedback=("♥", "<:quill:123456789012345678>"),
        convention=Convention.WHITESPACE,
        rule=word_rule.between(100, 500),
        required=(Field.PAIRING,),
    )
    await database.write(guilds.put, 1, Customs(zone_name="Europe/Vienna"))
    await database.write(guilds.put, 2, Customs(required=()))
    await database.write(guilds.put, 1, changed)
    assert await database.read(guilds.customs, 1) == changed
    assert await database.read(guilds.customs, 2) == Customs(required=())
